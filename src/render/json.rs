//! Articles, statements and cells as JSON, to the contract that other programs read.

use std::io::{self, Write};

use serde::Serialize;

use super::notes;
use crate::corrections::Correction;
use crate::id::ActorId;
use crate::reading::{ArticleInfo, PackInfo};
use crate::statement::Statement;
use crate::table::copies::Copy;
use crate::table::taken::{Hand, Taken};
use crate::table::{ArticleCells, Entry, Table};

/// What results rest on, and which articles were read.
#[derive(Serialize)]
struct Header<'a> {
    stances: &'a str,
    packs: &'a [PackInfo],
    articles: Vec<&'a ArticleInfo>,
}

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    header: Header<'a>,
    statements: Vec<&'a Statement>,
    cells: Vec<CellRecord<'a>>,
    /// What people corrected; absent where nothing was.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    corrections: &'a [Correction],
    #[serde(skip_serializing_if = "<[Copy]>::is_empty")]
    copies: &'a [Copy],
}

#[derive(Serialize)]
struct Copied<'a> {
    #[serde(flatten)]
    statement: &'a Statement,
    copy_of: &'a str,
}

#[derive(Serialize)]
struct CellRecord<'a> {
    article: &'a str,
    holder: &'a str,
    position: &'a str,
    cell: String,
    side: Option<String>,
    conditional: Option<bool>,
    second_hand: Option<bool>,
    doubtful: Option<bool>,
    via: Vec<&'a str>,
    notes: Vec<String>,
    statements: Vec<&'a str>,
}

/// One document: `{"stances", "packs", "articles", "statements", "cells"}`.
pub(super) fn document(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let document = Document {
        header: Header {
            stances: env!("CARGO_PKG_VERSION"),
            packs: table.packs,
            articles: table
                .articles
                .iter()
                .map(|article| &article.reading.article)
                .collect(),
        },
        statements: table.articles.iter().flat_map(statements).collect(),
        cells: table
            .articles
            .iter()
            .flat_map(|article| records(table, article))
            .collect(),
        corrections: &table.corrections,
        copies: &table.copies.counted,
    };
    line(out, &document)
}

/// One cell a line.
pub(super) fn cells(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let mut records = table
        .articles
        .iter()
        .flat_map(|article| records(table, article));
    records.try_for_each(|record| line(out, &record))
}

/// Writes the first line of `stances statements --header`.
///
/// # Errors
///
/// Returns what `out` returns.
pub fn header(out: &mut dyn Write, packs: &[PackInfo], articles: &[ArticleInfo]) -> io::Result<()> {
    let articles = articles.iter().collect();
    line(
        out,
        &Header {
            stances: env!("CARGO_PKG_VERSION"),
            packs,
            articles,
        },
    )
}

/// Writes one statement as a line.
///
/// # Errors
///
/// Returns what `out` returns.
pub fn statement(out: &mut dyn Write, statement: &Statement) -> io::Result<()> {
    line(out, statement)
}

/// Writes one statement of an article that is a copy of another as a line.
///
/// # Errors
///
/// Returns what `out` returns.
pub fn copied_statement(
    out: &mut dyn Write,
    statement: &Statement,
    copy_of: &str,
) -> io::Result<()> {
    line(out, &Copied { statement, copy_of })
}

fn line(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    writeln!(out)
}

/// The statements that some cell rests on, in the order of the text, each once.
fn statements<'a>(article: &ArticleCells<'a>) -> Vec<&'a Statement> {
    let grounds = article.entries.values().flat_map(|entry| &entry.grounds);
    let mut statements: Vec<_> = grounds.map(|ground| ground.statement).collect();
    let order = |one: &&Statement| one.evidence.first().map(|evidence| evidence.place);
    statements.sort_by(|one, other| {
        order(one)
            .cmp(&order(other))
            .then_with(|| one.id.cmp(&other.id))
    });
    statements.dedup_by(|one, other| std::ptr::eq(*one, *other));
    statements
}

fn records<'t, 'a>(table: &'t Table<'a>, article: &'t ArticleCells<'a>) -> Vec<CellRecord<'t>> {
    let mut records = Vec::new();
    for row in article.rows() {
        for position in table.positions() {
            if let Some(entry) = article.entry(row.holder, &position.id) {
                records.push(record(
                    article,
                    row.holder.as_str(),
                    position.id.as_str(),
                    entry,
                ));
            }
        }
    }
    records
}

fn record<'t>(
    article: &'t ArticleCells,
    holder: &'t str,
    position: &'t str,
    entry: &'t Entry,
) -> CellRecord<'t> {
    let taken = entry.cell.taken();
    CellRecord {
        article: &article.reading.article.id,
        holder,
        position,
        cell: entry.cell.to_string(),
        side: taken.map(|taken| taken.side().to_string()),
        conditional: taken.map(Taken::is_conditional),
        second_hand: taken.map(|taken| taken.hand() == Hand::Second),
        doubtful: taken.map(Taken::is_doubtful),
        via: entry.reporters().into_iter().map(ActorId::as_str).collect(),
        notes: notes::footnotes(article, entry)
            .into_iter()
            .map(|note| note.text)
            .collect(),
        statements: entry
            .grounds
            .iter()
            .map(|ground| &*ground.statement.id)
            .collect(),
    }
}
