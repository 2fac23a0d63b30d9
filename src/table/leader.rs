//! One leader across all articles: where they speak, and where articles differ about them.

use std::collections::BTreeSet;

use super::cell::Cell;
use super::taken::{Hand, Side};
use super::{ArticleCells, Table};
use crate::id::{ActorId, PositionId};
use crate::reading::PositionInfo;
use crate::statement::Stance;

/// One leader's stances across the articles.
#[derive(Clone, Debug)]
pub struct Leader<'t, 'a> {
    /// Who.
    pub id: &'a ActorId,
    /// The name a table shows.
    pub name: &'a str,
    /// The articles with a cell of theirs: the columns.
    pub articles: Vec<&'t ArticleCells<'a>>,
    /// The positions with a cell of theirs: the rows.
    pub positions: Vec<&'a PositionInfo>,
    /// How many cells rest on their own words.
    pub own: usize,
    /// How many on somebody else's.
    pub second_hand: usize,
    /// Where the articles differ.
    pub turns: Vec<Turn<'t, 'a>>,
}

/// A position on which the articles differ about a leader.
#[derive(Clone, Debug)]
pub struct Turn<'t, 'a> {
    /// Which.
    pub position: &'a PositionInfo,
    /// The articles with a cell, in order of date where all have one, else as given.
    pub cells: Vec<(&'t ArticleCells<'a>, Cell)>,
    /// Whether the order is that of dates.
    pub dated: bool,
}

/// Every leader with a stance, those with the most cells first.
#[must_use]
pub fn leaders<'t, 'a>(table: &'t Table<'a>) -> Vec<Leader<'t, 'a>> {
    table
        .holders()
        .into_iter()
        .map(|id| leader(table, id))
        .collect()
}

fn leader<'t, 'a>(table: &'t Table<'a>, id: &'a ActorId) -> Leader<'t, 'a> {
    let cells = |article: &ArticleCells<'a>| -> Vec<(&'a PositionId, Cell)> {
        article
            .entries
            .iter()
            .filter(|((holder, _), _)| *holder == id)
            .map(|((_, on), entry)| (*on, entry.cell))
            .collect()
    };
    let articles: Vec<_> = table
        .articles
        .iter()
        .filter(|article| !cells(article).is_empty())
        .collect();
    let held: Vec<_> = articles.iter().flat_map(|article| cells(article)).collect();
    let count = |hand| {
        held.iter()
            .filter(|(_, cell)| cell.taken().is_some_and(|taken| taken.hand() == hand))
            .count()
    };
    let on: BTreeSet<_> = held.iter().map(|(position, _)| *position).collect();
    let positions = table.columns(|position| on.contains(position));
    let turns = positions
        .iter()
        .filter_map(|position| turn(&articles, id, position))
        .collect();
    Leader {
        id,
        name: table.name(id),
        own: count(Hand::First),
        second_hand: count(Hand::Second),
        articles,
        positions,
        turns,
    }
}

fn turn<'t, 'a>(
    articles: &[&'t ArticleCells<'a>],
    id: &ActorId,
    position: &'a PositionInfo,
) -> Option<Turn<'t, 'a>> {
    let mut cells: Vec<_> = articles
        .iter()
        .map(|article| (*article, article.cell(id, &position.id)))
        .filter(|(_, cell)| cell.taken().is_some())
        .collect();
    let includes = |stance| {
        cells.iter().any(|(_, cell)| {
            cell.taken()
                .is_some_and(|taken| taken.side().includes(stance))
        })
    };
    let both_in_one = cells.len() == 1
        && cells[0]
            .1
            .taken()
            .is_some_and(|taken| taken.side() == Side::Both);
    if both_in_one || !(includes(Stance::Supports) && includes(Stance::Opposes)) {
        return None;
    }
    let dated = cells
        .iter()
        .all(|(article, _)| article.reading.article.date.is_some());
    if dated {
        cells.sort_by_key(|(article, _)| (article.reading.article.date, article.number));
    }
    Some(Turn {
        position,
        cells,
        dated,
    })
}
