//! From readings to cells.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::Cell;
use super::copies::Copies;
use super::taken::{Hand, Taken};
use super::{ArticleCells, Entry, Ground, Table};
use crate::id::{ActorId, PositionId};
use crate::reading::{PackInfo, Reading};
use crate::statement::Statement;

/// What counts for a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// Whether a spokesperson's stances also count, at second hand, for the person they speak for.
    pub roll_up: bool,
    /// Whether doubtful statements count.
    pub doubtful: bool,
}

/// Adds up the statements of each reading to cells.
#[must_use]
pub fn build<'a>(packs: &'a [PackInfo], readings: &'a [Reading], options: Options) -> Table<'a> {
    let articles = readings
        .iter()
        .zip(1..)
        .map(|(reading, number)| article_cells(number, reading, options))
        .collect();
    Table {
        packs,
        articles,
        narrowed: None,
        corrections: Vec::new(),
        changes: None,
        copies: Copies::default(),
    }
}

impl<'a> Entry<'a> {
    fn add(&mut self, ground: Ground<'a>) {
        self.cell = self.cell.with(ground.taken);
        self.grounds.push(ground);
    }
}

fn article_cells(number: usize, reading: &Reading, options: Options) -> ArticleCells<'_> {
    let mut entries: BTreeMap<(&ActorId, &PositionId), Entry> = BTreeMap::new();
    let mut statements: Vec<(&Statement, bool)> =
        reading.statements.iter().map(|one| (one, false)).collect();
    if options.doubtful {
        statements.extend(reading.doubtful.iter().map(|one| (one, true)));
        statements.sort_by_key(|(one, _)| one.evidence.first().map(|evidence| evidence.place));
    }
    for (statement, doubted) in statements {
        let principal = reading
            .holders
            .iter()
            .find(|holder| holder.id == statement.holder);
        let principal = principal.and_then(|holder| holder.speaks_for.as_ref());
        entries
            .entry((&statement.holder, &statement.position))
            .or_default()
            .add(ground(statement, doubted, None));
        if let Some(principal) = principal.filter(|id| options.roll_up && **id != statement.holder)
        {
            let rolled = ground(statement, doubted, Some(&statement.holder));
            entries
                .entry((principal, &statement.position))
                .or_default()
                .add(rolled);
        }
    }
    let left_out: BTreeSet<_> = reading
        .doubtful
        .iter()
        .map(|one| (&one.holder, &one.position))
        .collect();
    let left_out = left_out
        .into_iter()
        .filter(|key| !entries.contains_key(key))
        .count();
    for named in &reading.named {
        let entry = entries.entry((&named.holder, &named.position)).or_default();
        if entry.cell == Cell::Nothing {
            entry.cell = Cell::Named;
        }
    }
    ArticleCells {
        number,
        reading,
        entries,
        left_out,
    }
}

fn ground<'a>(statement: &'a Statement, doubted: bool, speaker: Option<&'a ActorId>) -> Ground<'a> {
    let via: Vec<_> = speaker.into_iter().chain(&statement.via).collect();
    let taken = Taken::of(statement);
    let taken = if doubted { taken.doubted() } else { taken };
    let taken = if via.is_empty() {
        taken
    } else {
        taken.at_second_hand()
    };
    debug_assert_eq!(
        via.is_empty(),
        taken.hand() == Hand::First,
        "hearsay has a reporter"
    );
    Ground {
        statement,
        via,
        taken,
    }
}
