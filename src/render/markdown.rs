//! Pages as Markdown.

use std::io::{self, Write};

use comfy_table::Table;
use comfy_table::presets::ASCII_MARKDOWN;

use super::page::{Block, Footnotes, Grid};
use super::words::fold;

/// Writes a page. Tables have all their columns, and what stands below a word follows it.
pub(super) fn write(out: &mut dyn Write, page: &[Block]) -> io::Result<()> {
    for (at, block) in page.iter().enumerate() {
        match block {
            Block::Title { label, text } => writeln!(out, "## {} {}", escape(label), escape(text))?,
            Block::Text(text) => writeln!(out, "{}", escape(text))?,
            Block::Item { label, text, tail } => {
                let tail = if tail.is_empty() {
                    String::new()
                } else {
                    format!(" ({})", escape(tail))
                };
                match escape(label.trim()) {
                    label if label.is_empty() => writeln!(out, "{}{tail}", escape(text))?,
                    label => writeln!(out, "- **{label}** {}{tail}", escape(text))?,
                }
            }
            Block::Case { text, tail } => writeln!(out, "**{}** {}", escape(text), escape(tail))?,
            Block::Quote(text) => writeln!(out, "> {}", escape(text))?,
            Block::Grid(table) => grid(out, table)?,
            Block::Gap => continue,
        }
        let next = page.get(at + 1);
        let in_list = matches!(
            (block, next),
            (Block::Item { .. }, Some(Block::Item { .. }))
        );
        if next.is_some() && !in_list {
            writeln!(out)?;
        }
    }
    Ok(())
}

fn grid(out: &mut dyn Write, grid: &Grid) -> io::Result<()> {
    let mut footnotes = Footnotes::default();
    let mut table = Table::new();
    table.load_style(ASCII_MARKDOWN);
    let head = grid.head.iter().map(|head| escape(&head.name));
    table.set_header(std::iter::once(String::new()).chain(head));
    for line in &grid.rows {
        let fields = line.fields.iter().map(|field| {
            let marks = footnotes.marks(field);
            let words = field.words.iter().chain(&field.under);
            let words: Vec<_> = words.map(|word| escape(word)).collect();
            format!("{} {marks}", words.join(", "))
                .trim_end()
                .to_owned()
        });
        let name = escape(line.name.trim());
        table.add_row(std::iter::once(name).chain(fields).collect::<Vec<_>>());
    }
    writeln!(out, "{}", table.trim_fmt())?;
    let items = footnotes.items(grid.across);
    if !items.is_empty() {
        writeln!(out)?;
    }
    write(out, &items)
}

/// The text with every sign that Markdown would read as its own told apart.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let text = fold(text);
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        let makes_link = c == ']' && signs.peek() == Some(&'(');
        if makes_link || matches!(c, '\\' | '|' | '*' | '_' | '<' | '>' | '#' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
