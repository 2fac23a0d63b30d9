//! What the words mean, which articles have no date, and which rules were used: once, at the end.

use std::collections::{BTreeMap, BTreeSet};

use super::View;
use super::omitted::left_out;
use super::page::Block;
use super::words::count;
use crate::reading::PackInfo;
use crate::table::Table;
use crate::table::cell::Cell;
use crate::table::copies::{Copies, Reach, reach};
use crate::table::taken::{Hand, Side, Taken};

/// More copies than this are counted, not named.
const MOST_COPIES: usize = 20;

/// The last lines of a page. With `glossed` heads, the positions are explained already.
pub(super) fn blocks(table: &Table, view: View, glossed: bool, why: bool) -> Vec<Block> {
    let mut blocks = Vec::new();
    let shown = table.articles.iter().filter(|article| article.has_stance());
    let cells: Vec<_> = shown.flat_map(|article| &article.entries).collect();
    if !cells.is_empty() && view != View::Agreement && view != View::Claims {
        let kept: Vec<_> = cells.iter().map(|(_, entry)| entry.cell).collect();
        blocks.extend(words(&kept));
    }
    if !cells.is_empty() && !glossed && view != View::Position {
        let on: BTreeSet<_> = cells.iter().map(|((_, position), _)| *position).collect();
        let columns = table.columns(|position| on.contains(position));
        blocks.extend(
            columns
                .iter()
                .map(|position| Block::text(format!("{} = {}", position.short, position.claim))),
        );
    }
    if view != View::Article {
        let cells = table.articles.iter().map(|article| article.left_out).sum();
        blocks.extend(left_out(cells).map(Block::Text));
    }
    blocks.extend(dates(table));
    blocks.extend(copies(table));
    blocks.extend(
        table
            .narrowed
            .as_ref()
            .map(|asked| Block::text(format!("Shown: only {asked}."))),
    );
    if !table.corrections.is_empty() {
        let number = count(table.corrections.len(), "correction", "corrections");
        blocks.push(Block::text(format!(
            "{number} made, as `corrections.toml` says."
        )));
    }
    blocks.extend(rules(table, why));
    blocks
}

/// The meaning of those words that stand in the table.
fn words(cells: &[Cell]) -> Vec<Block> {
    let taken = |is: fn(Taken) -> bool| cells.iter().any(|cell| cell.taken().is_some_and(is));
    let meanings = [
        (
            true,
            "for, against",
            "the article reports that this leader says or does so",
        ),
        (
            taken(is_conditional),
            "for if",
            "only on the condition given with the table",
        ),
        (
            taken(|one| one.hand() == Hand::Second),
            "(for)",
            "second-hand: someone else says so; no words of the leader's own",
        ),
        (
            taken(|one| one.side() == Side::Both),
            "both",
            "for and against in the same article, in the leader's own words",
        ),
        (
            taken(Taken::is_doubtful),
            "for?",
            "speaker or side inferred; read the sentence before you use it",
        ),
        (
            cells.contains(&Cell::Named),
            "named",
            "speaks of it, but no side could be read",
        ),
        (
            true,
            ".",
            "nothing found here. That is not \"neutral\" and not \"no\".",
        ),
    ];
    let item = |(_, word, meaning): (bool, &str, &str)| Block::Item {
        label: format!("{word:<13}"),
        text: meaning.to_owned(),
        tail: String::new(),
    };
    meanings
        .into_iter()
        .filter(|(occurs, ..)| *occurs)
        .map(item)
        .collect()
}

fn is_conditional(taken: Taken) -> bool {
    taken.is_conditional() && taken.side() != Side::Both
}

fn dates(table: &Table) -> Option<Block> {
    let all = table.articles.len();
    let without = table
        .articles
        .iter()
        .filter(|article| article.reading.article.date.is_none())
        .count();
    let carry = if without == 1 { "carries" } else { "carry" };
    (without > 0).then(|| {
        let of = count(all, "article", "articles");
        Block::text(format!(
            "{without} of {of} {carry} no date; --date DAY gives one, --dates FILE many."
        ))
    })
}

/// What was said once, and who carries it.
fn copies(table: &Table) -> Vec<Block> {
    let Copies { counted, dropped } = &table.copies;
    let mut lines = Vec::new();
    if !counted.is_empty() {
        let Reach {
            utterances,
            carriers,
        } = reach(table);
        let copies = count(counted.len(), "article is a copy", "articles are copies");
        lines.push(format!(
            "{}, {}: {copies} of others and counted apart.",
            count(utterances, "utterance", "utterances"),
            count(carriers, "carrier", "carriers"),
        ));
        let mut listed: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for copy in counted.iter().take(MOST_COPIES) {
            let of = listed.entry(&copy.copy_of).or_default();
            of.push(&copy.article.id);
        }
        let listed = listed
            .iter()
            .map(|(of, copies)| format!("{} of {of}", copies.join(", ")));
        let more = match counted.len().saturating_sub(MOST_COPIES) {
            0 => String::new(),
            more => format!("; and {more} more"),
        };
        let listed = listed.collect::<Vec<_>>().join("; ");
        lines.push(format!("Copies: {listed}{more}."));
    }
    if *dropped > 0 {
        let copies = count(*dropped, "copy", "copies");
        lines.push(format!(
            "Left out: {copies} of other articles (--copies count lists them)."
        ));
    }
    lines.into_iter().map(Block::text).collect()
}

fn rules(table: &Table, why: bool) -> Option<Block> {
    let pack = |pack: &PackInfo| {
        let origin = if pack.built_in { "built in, " } else { "" };
        format!("{} {} ({origin}{})", pack.id, pack.version, pack.digest)
    };
    let packs: Vec<_> = table.packs.iter().map(pack).collect();
    let hint = if why { "" } else { "  Sentences: add --why" };
    (!packs.is_empty()).then(|| Block::text(format!("Rules: {}.{hint}", packs.join(", "))))
}
