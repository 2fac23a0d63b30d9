//! Pages as plain text of a given width.

use std::io::{self, Write};

use comfy_table::{LineStyle, Table, TableStyle};

use super::page::{Block, Footnotes, Grid, Line};
use super::words::{fold, hang, width, wrap};

/// Between two columns.
const GAP: u16 = 2;

/// How far right the end of an item may stand: further off, the eye loses the line.
const FARTHEST: usize = 100;

/// Where the text of an item starts, at the least.
const HANG: usize = 4;

/// Writes a page, nothing wider than `room` columns.
pub(super) fn write(out: &mut dyn Write, page: &[Block], room: usize) -> io::Result<()> {
    for block in page {
        match block {
            Block::Title { label, text } => {
                let label = format!("{}  ", fold(label));
                lines(out, &hang(&label, &fold(text), "", width(&label), room))?;
            }
            Block::Text(text) => lines(out, &hang("", &fold(text), "", 0, room))?,
            Block::Item { label, text, tail } => {
                let label = format!("{} ", fold(label));
                let indent = width(&label).max(HANG);
                let room = if tail.is_empty() {
                    room
                } else {
                    room.min(FARTHEST)
                };
                lines(out, &hang(&label, &fold(text), &fold(tail), indent, room))?;
            }
            Block::Case { text, tail } => {
                lines(
                    out,
                    &hang("", &fold(text), &fold(tail), 0, room.min(FARTHEST)),
                )?;
            }
            Block::Quote(text) => {
                let quoted = wrap(text, room - 3);
                lines(
                    out,
                    &quoted
                        .iter()
                        .map(|line| format!(" > {line}"))
                        .collect::<Vec<_>>(),
                )?;
            }
            Block::Grid(table) => grid(out, table, room)?,
            Block::Gap => writeln!(out)?,
        }
    }
    Ok(())
}

fn lines(out: &mut dyn Write, lines: &[String]) -> io::Result<()> {
    lines.iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Draws a table, in as many blocks as its columns need, and its footnotes below.
fn grid(out: &mut dyn Write, grid: &Grid, room: usize) -> io::Result<()> {
    let mut footnotes = Footnotes::default();
    let names = names(grid, room);
    let blocks = blocks(grid, &names, room);
    for (at, columns) in blocks.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let mut table = table();
        let head = columns.iter().map(|column| head(grid, *column, room));
        table.set_header(std::iter::once(String::new()).chain(head));
        for (line, name) in grid.rows.iter().zip(&names) {
            let fields = columns.iter().map(|column| {
                let marks = footnotes.marks(&line.fields[*column]);
                field(line, *column, &marks, limit(grid, room))
            });
            table.add_row(
                std::iter::once(name.clone())
                    .chain(fields)
                    .collect::<Vec<_>>(),
            );
        }
        for (at, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, if at == columns.len() { 0 } else { GAP }));
        }
        writeln!(out, "{}", table.trim_fmt())?;
    }
    let items = footnotes.items(grid.across);
    if !items.is_empty() {
        writeln!(out)?;
    }
    write(out, &items, room)
}

fn table() -> Table {
    let mut table = Table::new();
    table.load_style(TableStyle::new().header_separator(LineStyle::none().fill('-')));
    table
}

/// The columns of each block: as many as fit beside the names, and never none.
fn blocks(grid: &Grid, names: &[String], room: usize) -> Vec<Vec<usize>> {
    let names = names
        .iter()
        .flat_map(|name| name.lines())
        .map(width)
        .max()
        .unwrap_or(0);
    let notes: usize = grid
        .rows
        .iter()
        .flat_map(|line| &line.fields)
        .map(|field| field.notes.len())
        .sum();
    let mark = if notes > 26 { "[aa]" } else { "[a]" };
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    let mut left = 0;
    for column in 0..grid.head.len() {
        let fields = grid.rows.iter().map(|line| {
            let marks = vec![mark; line.fields[column].notes.len()].join(" ");
            field(line, column, &marks, limit(grid, room))
        });
        let texts: Vec<String> = fields.chain([head(grid, column, room)]).collect();
        let needed = texts
            .iter()
            .flat_map(|text| text.lines())
            .map(width)
            .max()
            .unwrap_or(0)
            + usize::from(GAP);
        match blocks.last_mut() {
            Some(block) if needed <= left => {
                block.push(column);
                left -= needed;
            }
            _ => {
                blocks.push(vec![column]);
                left = room.saturating_sub(names + needed);
            }
        }
    }
    blocks
}

/// How wide the lines below a cell's word may be.
fn limit(grid: &Grid, room: usize) -> usize {
    (room * 4 / 5 / grid.head.len().max(1))
        .saturating_sub(usize::from(GAP))
        .clamp(16, 26)
}

fn names(grid: &Grid, room: usize) -> Vec<String> {
    let name = |line: &Line| {
        let indent = line.name.len() - line.name.trim_start().len();
        let lines = wrap(&fold(&line.name), room / 3);
        let under = line
            .under
            .as_deref()
            .map(|under| wrap(&fold(under), room / 6))
            .unwrap_or_default();
        let under = under.into_iter().map(|line| format!(" {line}"));
        lines
            .into_iter()
            .chain(under)
            .map(|line| format!("{:indent$}{line}", ""))
            .collect::<Vec<_>>()
            .join("\n")
    };
    grid.rows.iter().map(name).collect()
}

fn head(grid: &Grid, column: usize, room: usize) -> String {
    let head = &grid.head[column];
    let gloss = head
        .gloss
        .as_deref()
        .map(|gloss| wrap(&fold(gloss), limit(grid, room)))
        .unwrap_or_default();
    std::iter::once(fold(&head.name))
        .chain(gloss)
        .collect::<Vec<_>>()
        .join("\n")
}

fn field(line: &Line, column: usize, marks: &str, limit: usize) -> String {
    let field = &line.fields[column];
    let words = field.words.join("\n");
    let words = format!("{words} {marks}");
    let under = field
        .under
        .iter()
        .flat_map(|text| wrap(&fold(text), limit))
        .map(|text| format!("  {text}"));
    std::iter::once(words.trim_end().to_owned())
        .chain(under)
        .collect::<Vec<_>>()
        .join("\n")
}
