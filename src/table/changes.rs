//! What a table has that the one before it had not: cells gained, lost, turned and changed.
//!
//! In: two tables of the same articles. Out: the cells that read otherwise, in the order of the
//! later table, those of articles that are gone last.

use std::collections::{BTreeMap, BTreeSet};

use super::Table;
use super::cell::Cell;
use crate::diff::How;
use crate::id::{ActorId, PositionId};

/// A cell that does not read as it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The article's id.
    pub article: String,
    /// Whose cell.
    pub holder: ActorId,
    /// The name a table shows for the holder.
    pub name: String,
    /// On what.
    pub position: PositionId,
    /// The heading of its column.
    pub short: String,
    /// What stood there.
    pub old: Cell,
    /// What stands there.
    pub new: Cell,
}

impl Change {
    /// How the cell changed.
    #[must_use]
    pub fn how(&self) -> How {
        match (self.old.taken(), self.new.taken()) {
            (None, _) => How::Gained,
            (_, None) => How::Lost,
            (Some(old), Some(new)) if old.side() != new.side() => How::Turned,
            (Some(_), Some(_)) => How::Changed,
        }
    }
}

type Cells<'a> = BTreeMap<(&'a str, &'a ActorId, &'a PositionId), Cell>;

/// The cells in which the two tables differ; where no side was read before or after, there is none.
#[must_use]
pub fn between(old: &Table, new: &Table) -> Vec<Change> {
    let (was, is) = (cells(old), cells(new));
    let mut keys: Vec<_> = is.keys().copied().collect();
    keys.extend(was.keys().copied().filter(|key| !is.contains_key(key)));
    let articles = order(new, old, |table| {
        let articles = table.articles.iter();
        articles
            .map(|one| one.reading.article.id.as_str())
            .collect()
    });
    let positions = order(new, old, |table| {
        table.positions().map(|one| one.id.as_str()).collect()
    });
    keys.sort_by_key(|(article, holder, position)| {
        let place = |ids: &[&str], id: &str| ids.iter().position(|one| *one == id);
        let column = place(&positions, position.as_str());
        (place(&articles, article), *holder, column)
    });
    let differs = |key| {
        let cell = |cells: &Cells| cells.get(key).copied().unwrap_or_default();
        let (old, new) = (cell(&was), cell(&is));
        (old.to_string() != new.to_string()).then_some((key, old, new))
    };
    let changes = keys.iter().filter_map(differs);
    changes
        .map(|((article, holder, position), old_cell, new_cell)| {
            let positions = || new.positions().chain(old.positions());
            let short = positions().find(|info| info.id == **position);
            let known = |table: &Table| {
                table
                    .articles
                    .iter()
                    .any(|one| one.holder(holder).is_some())
            };
            let name = if known(new) { new } else { old }.name(holder);
            Change {
                article: (*article).to_owned(),
                holder: (*holder).clone(),
                name: name.to_owned(),
                position: (*position).clone(),
                short: short.map_or_else(|| position.to_string(), |info| info.short.clone()),
                old: old_cell,
                new: new_cell,
            }
        })
        .collect()
}

/// The cells with a side, by article, holder and position.
fn cells<'a>(table: &Table<'a>) -> Cells<'a> {
    let of_article = table.articles.iter().flat_map(|article| {
        let id = article.reading.article.id.as_str();
        let taken = article.entries.iter();
        let taken = taken.filter(|(_, entry)| entry.cell.taken().is_some());
        taken.map(move |((holder, position), entry)| ((id, *holder, *position), entry.cell))
    });
    of_article.collect()
}

/// The ids of both tables, those of the new one first, each once.
fn order<'a>(
    new: &Table<'a>,
    old: &Table<'a>,
    ids: impl Fn(&Table<'a>) -> Vec<&'a str>,
) -> Vec<&'a str> {
    let mut seen = BTreeSet::new();
    let all = [new, old].into_iter().flat_map(ids);
    all.filter(|id| seen.insert(*id)).collect()
}
