//! One table for each leader: positions down, articles across.

use super::omitted::without_stance;
use super::page::{Block, Field, Grid, Head, Line};
use super::words::{count, line};
use super::{changes, notes};
use crate::table::cell::Cell;
use crate::table::leader::{Leader, Turn, leaders};
use crate::table::taken::{Hand, Taken};
use crate::table::{ArticleCells, Entry, Table};

/// A block for each leader, and the list of articles.
pub(super) fn page(table: &Table) -> Vec<Block> {
    let leaders = leaders(table);
    let mut page: Vec<_> = leaders
        .iter()
        .flat_map(|leader| block(table, leader))
        .collect();
    if !leaders.is_empty() {
        page.extend(articles(table));
    }
    page.extend(without_stance(table));
    page
}

/// The numbers of the articles with their dates and titles.
pub(super) fn articles(table: &Table) -> Vec<Block> {
    let item = |article: &ArticleCells| {
        let info = &article.reading.article;
        let date = info
            .date
            .map_or_else(String::new, |date| format!("{date}  "));
        let title = info.title.as_deref().unwrap_or("(no title)");
        let text = format!("{}  {date}{}", info.id, line(title));
        Block::Item {
            label: article.number.to_string(),
            text,
            tail: String::new(),
        }
    };
    let shown = table.articles.iter().filter(|article| article.has_stance());
    let mut items: Vec<_> = shown.map(item).collect();
    if !items.is_empty() {
        items.push(Block::Gap);
    }
    items
}

fn block(table: &Table, leader: &Leader) -> Vec<Block> {
    let speaks = leader.articles.len();
    let cells = count(leader.own, "cell", "cells");
    let text = format!(
        "has cells in {speaks} of {}. {cells} in own words, {} second-hand.",
        count(table.articles.len(), "article", "articles"),
        leader.second_hand
    );
    let mut blocks = vec![
        Block::Title {
            label: leader.name.to_uppercase(),
            text,
        },
        Block::Gap,
        Block::Grid(grid(table, leader)),
    ];
    if !leader.turns.is_empty() {
        blocks.push(Block::Gap);
    }
    blocks.extend(leader.turns.iter().map(|turn| Block::Item {
        label: "!".to_owned(),
        text: differ(table, leader, turn),
        tail: String::new(),
    }));
    blocks.push(Block::Gap);
    blocks
}

fn grid(table: &Table, leader: &Leader) -> Grid {
    let head = leader
        .articles
        .iter()
        .map(|article| Head::plain(article.number.to_string()));
    let rows = leader.positions.iter().map(|position| Line {
        name: position.short.clone(),
        under: None,
        fields: leader
            .articles
            .iter()
            .map(|article| {
                let field = match article.entry(leader.id, &position.id) {
                    Some(entry) => Field {
                        notes: notes::footnotes(article, entry),
                        ..Field::plain(&entry.cell)
                    },
                    None => Field::plain(&Cell::Nothing),
                };
                changes::marked(field, table.change(article, leader.id, &position.id))
            })
            .collect(),
    });
    Grid {
        head: head.collect(),
        rows: rows.collect(),
        across: true,
    }
}

/// On what the articles differ: `Truce: for in 3 and 4; (against) in 7, as Ushakov says.`
fn differ(table: &Table, leader: &Leader, turn: &Turn) -> String {
    let mut groups: Vec<(Taken, Vec<String>, Vec<&str>)> = Vec::new();
    for (article, cell) in &turn.cells {
        let Some(taken) = cell.taken() else { continue };
        let number = article.number.to_string();
        let reporters = article
            .entry(leader.id, &turn.position.id)
            .map(Entry::reporters)
            .unwrap_or_default();
        let reporters: Vec<_> = reporters.into_iter().map(|id| table.name(id)).collect();
        match groups
            .last_mut()
            .filter(|(other, ..)| other.rank() == taken.rank())
        {
            Some((_, numbers, names)) => {
                numbers.push(number);
                names.extend(reporters);
            }
            None => groups.push((taken, vec![number], reporters)),
        }
    }
    let told = groups.iter().map(|(taken, numbers, names)| {
        let says = if names.is_empty() {
            String::new()
        } else {
            format!(", says {}", names.join(", "))
        };
        format!("{taken} in {}{says}", numbers.join(", "))
    });
    let told = told.collect::<Vec<_>>().join("; ");
    let mut text = format!("{}: {told}.", turn.position.short);
    if let Some(change) = turned(turn) {
        text = format!("{text} In own words by date: {change}.");
    }
    if groups
        .iter()
        .any(|(taken, ..)| taken.hand() == Hand::Second)
    {
        text.push_str(" Second-hand cells never make a leader \"both\".");
    }
    text
}

/// The turn in own words where all dates are known: `for > against (12 Feb 25)`.
fn turned(turn: &Turn) -> Option<String> {
    let own: Vec<_> = turn
        .cells
        .iter()
        .filter_map(|(article, cell)| Some((article, cell.own()?)))
        .collect();
    if !turn.dated {
        return None;
    }
    let steps = own
        .windows(2)
        .filter(|pair| pair[0].1.side() != pair[1].1.side());
    let steps: Option<Vec<_>> = steps
        .map(|pair| {
            let date = pair[1].0.reading.article.date?;
            Some(format!(" > {} ({})", pair[1].1, date.strftime("%-d %b %y")))
        })
        .collect();
    let steps = steps.filter(|steps| !steps.is_empty())?;
    Some(format!("{}{}", own.first()?.1, steps.concat()))
}
