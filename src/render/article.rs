//! One table for each article: leaders down, positions across.

use std::collections::BTreeSet;

use super::page::{Block, Field, Grid, Head, Line};
use super::words::line;
use super::{changes, evidence, notes, omitted};
use crate::reading::ArticleInfo;
use crate::table::cell::Cell;
use crate::table::note::{self, NoteKind};
use crate::table::taken::Hand;
use crate::table::{ArticleCells, Entry, Row, Table};

/// The articles with a cell, each with what was found and left out, and then those without.
pub(super) fn page(table: &Table, wide: bool, why: bool) -> Vec<Block> {
    let mut page = Vec::new();
    for article in table.articles.iter().filter(|article| article.has_stance()) {
        page.extend(head(article));
        page.push(Block::Gap);
        page.push(Block::Grid(grid(table, article, wide)));
        page.push(Block::Gap);
        page.extend(omitted::beside(table, article));
        if why {
            page.extend(evidence::blocks(table, article));
        }
    }
    page.extend(omitted::without_stance(table));
    page
}

fn head(article: &ArticleCells) -> Vec<Block> {
    let info = &article.reading.article;
    let title = info.title.as_deref().unwrap_or("(no title)");
    vec![
        Block::Title {
            label: article.number.to_string(),
            text: line(title),
        },
        Block::Item {
            label: String::new(),
            text: source(info),
            tail: String::new(),
        },
    ]
}

/// Where an article comes from: id, date, outlet, lines.
fn source(info: &ArticleInfo) -> String {
    let date = info
        .date
        .map_or_else(|| "no date".to_owned(), |date| date.to_string());
    let outlet = info.outlet.as_deref().unwrap_or("no outlet");
    format!(
        "{}, {date}, {outlet}, lines {}-{}",
        info.id, info.lines.0, info.lines.1
    )
}

fn grid(table: &Table, article: &ArticleCells, wide: bool) -> Grid {
    let on = article.positions();
    let columns = table.columns(|position| on.contains(position));
    let head = columns.iter().map(|position| Head {
        name: position.short.clone(),
        gloss: wide.then(|| position.claim.clone()),
    });
    let row = |row: Row| Line {
        name: format!(
            "{}{}",
            if row.below { " " } else { "" },
            article.name(row.holder)
        ),
        under: if wide { role(article, row) } else { None },
        fields: columns
            .iter()
            .map(|position| {
                let entry = article.entry(row.holder, &position.id);
                let change = table.change(article, row.holder, &position.id);
                changes::marked(field(article, entry, wide), change)
            })
            .collect(),
    };
    Grid {
        head: head.collect(),
        rows: article.rows().into_iter().map(row).collect(),
        across: false,
    }
}

fn role(article: &ArticleCells, row: Row) -> Option<String> {
    let holder = article.holder(row.holder)?;
    let principal = holder.speaks_for.as_ref().filter(|_| row.below);
    principal
        .map(|id| format!("speaks for {}", article.name(id)))
        .or_else(|| holder.role.clone())
}

fn field(article: &ArticleCells, entry: Option<&Entry>, wide: bool) -> Field {
    let Some(entry) = entry else {
        return Field::plain(&Cell::Nothing);
    };
    let mut field = Field {
        notes: notes::footnotes(article, entry),
        ..Field::plain(&entry.cell)
    };
    let Some(taken) = entry.cell.taken().filter(|_| wide) else {
        return field;
    };
    // With room to spare, who says so stands in the cell.
    let notes = note::notes(article, entry);
    let says = notes.iter().filter_map(|note| match &note.kind {
        NoteKind::Says { by, .. } => Some(format!(
            "says {} {}",
            notes::through(by),
            lines(&note.lines)
        )),
        _ => None,
    });
    field.under = says.collect();
    if taken.hand() == Hand::First {
        let counted = entry
            .grounds
            .iter()
            .filter(|ground| note::counts(ground, entry.cell));
        let shown: BTreeSet<_> = counted
            .filter_map(|ground| Some(ground.statement.evidence.first()?.place.line))
            .collect();
        field.under.push(lines(&shown));
    }
    let kept = notes
        .iter()
        .zip(field.notes)
        .filter(|(note, _)| !matches!(note.kind, NoteKind::Says { .. }));
    field.notes = kept.map(|(_, footnote)| footnote).collect();
    field
}

fn lines(lines: &BTreeSet<usize>) -> String {
    let lines: Vec<_> = lines.iter().map(usize::to_string).collect();
    format!("l.{}", lines.join(", "))
}
