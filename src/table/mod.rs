//! Cells and views: readings of articles come in, plain data that can be drawn goes out.
//!
//! [`build`] adds up each article's statements to cells. A view is a function over the [`Table`]: one
//! module each, and none of them knows how it will look.

pub mod agreement;
mod build;
pub mod cell;
pub mod changes;
pub mod claims;
pub mod copies;
pub mod filter;
pub mod leader;
pub mod note;
pub mod position;
pub mod summary;
pub mod taken;
pub mod wording;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::corrections::Correction;
use crate::id::{ActorId, PositionId};
use crate::reading::{Holder, PackInfo, PositionInfo, Reading};
use crate::statement::{Stance, Statement};
use cell::Cell;
use changes::Change;
use copies::Copies;
use taken::Taken;

pub use build::{Options, build};

/// The cells of all articles, in the order the articles were given.
#[derive(Clone, Debug)]
pub struct Table<'a> {
    /// The packs the articles were read by, in the order of their columns.
    pub packs: &'a [PackInfo],
    /// The articles.
    pub articles: Vec<ArticleCells<'a>>,
    /// Which cells were asked for, in words; nothing where all were.
    pub narrowed: Option<String>,
    /// The corrections that were made in what was read.
    pub corrections: Vec<Correction>,
    /// What is otherwise than in the table before this one, where there was one.
    pub changes: Option<Vec<Change>>,
    /// The articles that are copies of these.
    pub copies: Copies,
}

/// The cells of one article.
#[derive(Clone, Debug)]
pub struct ArticleCells<'a> {
    /// Its number in the tables, from 1.
    pub number: usize,
    /// What was read out of it.
    pub reading: &'a Reading,
    /// Its cells that are not empty.
    pub entries: BTreeMap<(&'a ActorId, &'a PositionId), Entry<'a>>,
    /// How many cells rest on doubtful statements alone and were left out.
    pub left_out: usize,
}

/// A cell, and what it rests on.
#[derive(Clone, Debug, Default)]
pub struct Entry<'a> {
    /// What stands in it.
    pub cell: Cell,
    /// The statements, in the order of the text.
    pub grounds: Vec<Ground<'a>>,
}

/// A statement as it counts for a cell.
#[derive(Clone, Debug)]
pub struct Ground<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Who reports it, outermost first; empty for first-hand.
    pub via: Vec<&'a ActorId>,
    /// What it says.
    pub taken: Taken,
}

/// A row of an article's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// Whose row it is.
    pub holder: &'a ActorId,
    /// Whether it stands below the row of the person whose words these are.
    pub below: bool,
}

impl<'a> Table<'a> {
    /// Keeps the cells on one side, or on both.
    pub fn keep_side(&mut self, side: Stance) {
        for article in &mut self.articles {
            let is_on_side = |entry: &Entry| {
                entry
                    .cell
                    .taken()
                    .is_some_and(|taken| taken.side().includes(side))
            };
            article.entries.retain(|_, entry| is_on_side(entry));
        }
    }

    /// Every position, in the order of the columns.
    pub fn positions(&self) -> impl Iterator<Item = &'a PositionInfo> + use<'a> {
        self.packs.iter().flat_map(|pack| &pack.positions)
    }

    /// The positions of those cells that pass, in the order of the columns.
    #[must_use]
    pub fn columns(&self, mut has: impl FnMut(&PositionId) -> bool) -> Vec<&'a PositionInfo> {
        self.positions()
            .filter(|position| has(&position.id))
            .collect()
    }

    /// The holders with a stance anywhere, those with the most cells first, then by id.
    #[must_use]
    pub fn holders(&self) -> Vec<&'a ActorId> {
        let mut counts: BTreeMap<&ActorId, usize> = BTreeMap::new();
        for article in &self.articles {
            for ((holder, _), entry) in &article.entries {
                if entry.cell.taken().is_some() {
                    *counts.entry(holder).or_default() += 1;
                }
            }
        }
        let mut holders: Vec<_> = counts.into_iter().collect();
        holders.sort_by_key(|(id, count)| (Reverse(*count), *id));
        holders.into_iter().map(|(id, _)| id).collect()
    }

    /// How a cell is otherwise than in the table before, if it is.
    #[must_use]
    pub fn change(
        &self,
        article: &ArticleCells,
        holder: &ActorId,
        position: &PositionId,
    ) -> Option<&Change> {
        let changes = self.changes.iter().flatten();
        let mut changes = changes.filter(|one| one.article == article.reading.article.id);
        changes.find(|one| one.holder == *holder && one.position == *position)
    }

    /// The name a table shows for a holder: the one of the first article that knows it.
    #[must_use]
    pub fn name(&self, id: &'a ActorId) -> &'a str {
        let holder = self.articles.iter().find_map(|article| article.holder(id));
        holder.map_or(id.as_str(), |holder| &holder.short)
    }
}

impl<'a> ArticleCells<'a> {
    /// Whether anybody takes a stance here.
    #[must_use]
    pub fn has_stance(&self) -> bool {
        self.entries
            .values()
            .any(|entry| entry.cell.taken().is_some())
    }

    /// The cell of a holder on a position.
    #[must_use]
    pub fn cell(&self, holder: &ActorId, position: &PositionId) -> Cell {
        self.entry(holder, position)
            .map_or(Cell::Nothing, |entry| entry.cell)
    }

    /// The cell of a holder on a position with its grounds, where it is not empty.
    #[must_use]
    pub fn entry(&self, holder: &ActorId, position: &PositionId) -> Option<&Entry<'a>> {
        let mut entries = self.entries.iter();
        entries
            .find(|((whose, on), _)| *whose == holder && *on == position)
            .map(|(_, entry)| entry)
    }

    /// The positions that have a cell here.
    #[must_use]
    pub fn positions(&self) -> BTreeSet<&'a PositionId> {
        self.entries.keys().map(|(_, position)| *position).collect()
    }

    /// What the article says of a holder, where it names them.
    #[must_use]
    pub fn holder(&self, id: &ActorId) -> Option<&'a Holder> {
        self.reading.holders.iter().find(|holder| holder.id == *id)
    }

    /// The name a table shows for a holder.
    #[must_use]
    pub fn name(&self, id: &'a ActorId) -> &'a str {
        self.holder(id).map_or(id.as_str(), |holder| &holder.short)
    }

    /// The rows: those with the most stances first, then by id, and below each those who speak for it.
    #[must_use]
    pub fn rows(&self) -> Vec<Row<'a>> {
        let mut counts: BTreeMap<&ActorId, usize> = BTreeMap::new();
        for ((holder, _), entry) in &self.entries {
            *counts.entry(holder).or_default() += usize::from(entry.cell.taken().is_some());
        }
        let principal = |id: &ActorId| {
            self.holder(id)?
                .speaks_for
                .as_ref()
                .filter(|other| *other != id && counts.contains_key(other))
        };
        let mut ordered: Vec<_> = counts.iter().map(|(id, count)| (*id, *count)).collect();
        ordered.sort_by_key(|(id, count)| (Reverse(*count), *id));
        let mut rows = Vec::new();
        for (id, _) in &ordered {
            // Two who speak for each other both stand on their own.
            let below = principal(id).is_some_and(|other| principal(other).is_none());
            if !below {
                rows.push(Row {
                    holder: id,
                    below: false,
                });
                let speakers = ordered
                    .iter()
                    .filter(|(other, _)| principal(other) == Some(*id));
                if principal(id).is_none() {
                    rows.extend(speakers.map(|(other, _)| Row {
                        holder: other,
                        below: true,
                    }));
                }
            }
        }
        rows
    }

    /// Those quoted or named who have no cell, by id.
    pub fn without_stance(&self) -> impl Iterator<Item = &'a Holder> {
        let holders: BTreeSet<_> = self.entries.keys().map(|(holder, _)| *holder).collect();
        self.reading
            .holders
            .iter()
            .filter(move |holder| !holders.contains(&holder.id))
    }
}

impl<'a> Entry<'a> {
    /// Those who report the stance, where the cell is second-hand; nobody where it is not.
    #[must_use]
    pub fn reporters(&self) -> BTreeSet<&'a ActorId> {
        let counted = self
            .grounds
            .iter()
            .filter(|ground| note::counts(ground, self.cell));
        counted
            .filter_map(|ground| ground.via.first().copied())
            .collect()
    }
}
