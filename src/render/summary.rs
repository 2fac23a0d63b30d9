//! Leaders down, positions across, counting articles.

use std::collections::BTreeSet;

use super::page::{Block, Field, Grid, Head, Line};
use super::words::count;
use crate::id::ActorId;
use crate::table::Table;
use crate::table::cell::Cell;
use crate::table::summary::{Counts, counts};

/// More articles than this are counted, not named.
const MOST_NAMED: usize = 20;

/// One table over all articles.
pub(super) fn page(table: &Table) -> Vec<Block> {
    let counted = counts(table);
    let on: BTreeSet<_> = counted.keys().map(|(_, position)| *position).collect();
    let columns = table.columns(|position| on.contains(position));
    let line = |holder: &ActorId| Line {
        name: table.name(holder).to_owned(),
        under: None,
        fields: columns
            .iter()
            .map(|position| field(counted.get(&(holder, &position.id))))
            .collect(),
    };
    let rows: Vec<_> = table.holders().into_iter().map(line).collect();
    let with_cells = table
        .articles
        .iter()
        .filter(|article| article.has_stance())
        .count();
    let articles = count(table.articles.len(), "article", "articles");
    let mut page = vec![
        Block::text(format!(
            "{articles}, {with_cells} with cells. Numbers count articles."
        )),
        Block::Gap,
    ];
    if !rows.is_empty() {
        let head = columns
            .iter()
            .map(|position| Head::plain(&*position.short))
            .collect();
        page.push(Block::Grid(Grid {
            head,
            rows,
            across: true,
        }));
        page.push(Block::Gap);
    }
    page.extend(without_cells(table));
    page
}

/// The articles in which nobody takes a stance, by id.
fn without_cells(table: &Table) -> Vec<Block> {
    let empty = table
        .articles
        .iter()
        .filter(|article| !article.has_stance());
    let ids: Vec<_> = empty
        .map(|article| article.reading.article.id.as_str())
        .collect();
    let more = ids.len().saturating_sub(MOST_NAMED);
    let tail = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    let named = ids[..ids.len() - more].join(", ");
    if ids.is_empty() {
        Vec::new()
    } else {
        vec![
            Block::text(format!("Nobody takes a stance in {named}{tail}.")),
            Block::Gap,
        ]
    }
}

fn field(counts: Option<&Counts>) -> Field {
    let Some(counts) = counts else {
        return Field::plain(&Cell::Nothing);
    };
    let words = counts
        .iter()
        .map(|(taken, count)| format!("{taken} {count}"));
    Field {
        words: words.collect(),
        ..Field::default()
    }
}
