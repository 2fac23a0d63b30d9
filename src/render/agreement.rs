//! Which leaders agree on how much of what both speak of.

use super::page::{Block, Field, Grid, Head, Line};
use super::words::count;
use crate::table::Table;
use crate::table::agreement::{ENOUGH, Pair, agreement};

/// More pairs than this are counted, not named.
const MOST_NAMED: usize = 20;

/// The pairs that share enough, and a word about the others.
pub(super) fn page(table: &Table) -> Vec<Block> {
    let found = agreement(table);
    let mut page = Vec::new();
    if found.pairs.is_empty() {
        page.push(Block::text(format!(
            "No two leaders take a side of their own on {ENOUGH} positions or more."
        )));
    } else {
        let rows = found.pairs.iter().map(|pair| Line {
            name: names(table, pair),
            under: None,
            fields: vec![Field::plain(&share(pair))],
        });
        let head = vec![Head::plain("Same side, of positions shared")];
        page.push(Block::Grid(Grid {
            head,
            rows: rows.collect(),
            across: true,
        }));
    }
    page.push(Block::Gap);
    match found.too_little.len() {
        0 => {}
        few @ 1..=MOST_NAMED => {
            let pairs: Vec<_> = found
                .too_little
                .iter()
                .map(|pair| names(table, pair))
                .collect();
            let pairs = pairs.join("; ");
            let what = count(few, "pair shares", "pairs share");
            page.push(Block::text(format!(
                "Too little to compare: {what} fewer than {ENOUGH} positions: {pairs}."
            )));
        }
        many => page.push(Block::text(format!(
            "Too little to compare: {many} pairs share fewer than {ENOUGH} positions."
        ))),
    }
    if !found.on_both_sides.is_empty() {
        let left: Vec<_> = found
            .on_both_sides
            .iter()
            .map(|(id, on)| format!("{} on {}", table.name(id), on.short))
            .collect();
        page.push(Block::text(format!(
            "Left out, on both sides in their own words: {}.",
            left.join(", ")
        )));
    }
    page.push(Block::text(
        "Compared are sides taken in a leader's own words, over all articles. Silence is no disagreement, \
         and a condition makes no other side.",
    ));
    page.push(Block::Gap);
    page
}

fn names(table: &Table, pair: &Pair) -> String {
    format!(
        "{} - {}",
        table.name(pair.holders.0),
        table.name(pair.holders.1)
    )
}

/// `4 of 5 shared, differs on Land`.
fn share(pair: &Pair) -> String {
    let names: Vec<_> = pair
        .differ
        .iter()
        .map(|position| position.short.as_str())
        .collect();
    let differs = if names.is_empty() {
        String::new()
    } else {
        format!(", differs on {}", names.join(", "))
    };
    format!("{} of {} shared{differs}", pair.agreed(), pair.shared)
}
