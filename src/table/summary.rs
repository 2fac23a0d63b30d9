//! Many articles at a glance: in how many of them a holder stands where.

use std::collections::BTreeMap;

use super::Table;
use super::taken::Taken;
use crate::id::{ActorId, PositionId};

/// In how many articles a holder's cell on a position reads so, in the order of [`Taken::rank`].
pub type Counts = Vec<(Taken, usize)>;

/// Counts the articles for each holder and position that has a stance.
#[must_use]
pub fn counts<'a>(table: &Table<'a>) -> BTreeMap<(&'a ActorId, &'a PositionId), Counts> {
    let mut counts: BTreeMap<_, Counts> = BTreeMap::new();
    for article in &table.articles {
        for (key, entry) in &article.entries {
            let Some(taken) = entry.cell.taken() else {
                continue;
            };
            let known = counts.entry(*key).or_default();
            match known
                .iter_mut()
                .find(|(other, _)| other.rank() == taken.rank())
            {
                Some((_, count)) => *count += 1,
                None => known.push((taken, 1)),
            }
        }
    }
    for known in counts.values_mut() {
        known.sort_by_key(|(taken, _)| taken.rank());
    }
    counts
}
