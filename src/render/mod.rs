//! Characters: a table comes in, lines of text, Markdown, CSV or JSON go out.
//!
//! Nothing here knows texts or rules. Every view becomes a page, and pages become text or Markdown; CSV and
//! JSON hold the cells, whatever the view.

mod agreement;
mod article;
mod changes;
mod claims;
mod csv;
mod evidence;
mod json;
mod leader;
mod legend;
mod markdown;
mod notes;
mod omitted;
mod page;
mod position;
mod summary;
mod text;
mod words;

use std::io::{self, Write};

use crate::table::Table;
use page::Block;

pub use json::{copied_statement, header, statement};

/// From how many columns on a table has room for glosses, roles and lines.
const WIDE: usize = 120;

/// What a table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// One table for each article: leaders down, positions across.
    Article,
    /// One for each leader: positions down, articles across.
    Leader,
    /// For each position, who stands where.
    Position,
    /// Which leaders agree on how much.
    Agreement,
    /// The same words in several places.
    Claims,
    /// Leaders down, positions across, counting articles.
    Summary,
}

/// In which form it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Table,
    /// Markdown.
    Markdown,
    /// One line for each cell.
    Csv,
    /// One line for each article and leader, a column for each position and its footnotes.
    CsvWide,
    /// One document with articles, statements and cells.
    Json,
    /// One cell a line.
    Jsonl,
}

/// How a table is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    /// What it shows.
    pub view: View,
    /// In which form.
    pub format: Format,
    /// How many columns plain text may take.
    pub width: usize,
    /// Whether every cell is followed by the sentences that show it.
    pub why: bool,
}

/// Writes a table.
///
/// # Errors
///
/// Returns what `out` returns.
pub fn write(out: &mut dyn Write, table: &Table, drawing: Drawing) -> io::Result<()> {
    match drawing.format {
        Format::Table => text::write(out, &page(table, drawing), drawing.width),
        Format::Markdown => markdown::write(out, &page(table, drawing)),
        Format::Csv => csv::long(out, table),
        Format::CsvWide => csv::wide(out, table),
        Format::Json => json::document(out, table),
        Format::Jsonl => json::cells(out, table),
    }
}

fn page(table: &Table, drawing: Drawing) -> Vec<Block> {
    let wide = drawing.width >= WIDE && drawing.format == Format::Table;
    let mut page = match drawing.view {
        View::Article => article::page(table, wide, drawing.why),
        View::Leader => leader::page(table),
        View::Position => position::page(table),
        View::Agreement => agreement::page(table),
        View::Claims => claims::page(table),
        View::Summary => summary::page(table),
    };
    if drawing.why && drawing.view != View::Article {
        page.extend(
            table
                .articles
                .iter()
                .flat_map(|article| evidence::blocks(table, article)),
        );
    }
    page.extend(legend::blocks(
        table,
        drawing.view,
        wide && drawing.view == View::Article,
        drawing.why,
    ));
    page.extend(changes::blocks(table));
    page
}
