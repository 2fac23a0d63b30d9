//! Who agrees with whom, over what they say themselves; silence is no disagreement.

use std::collections::BTreeMap;

use super::Table;
use super::taken::Side;
use crate::id::{ActorId, PositionId};
use crate::reading::PositionInfo;

/// How many positions two leaders must share before their agreement is told.
pub const ENOUGH: usize = 3;

/// Two leaders and the positions on which both take one side in their own words.
#[derive(Clone, Debug)]
pub struct Pair<'a> {
    /// The two, in the order of their ids.
    pub holders: (&'a ActorId, &'a ActorId),
    /// How many positions both take a side on.
    pub shared: usize,
    /// Those on which they differ, in the order of the columns.
    pub differ: Vec<&'a PositionInfo>,
}

impl Pair<'_> {
    /// On how many positions the two are on the same side.
    #[must_use]
    pub fn agreed(&self) -> usize {
        self.shared - self.differ.len()
    }
}

/// What can be said about agreement.
#[derive(Clone, Debug, Default)]
pub struct Agreement<'a> {
    /// Pairs that share enough, the most shared first, then those that agree most.
    pub pairs: Vec<Pair<'a>>,
    /// Pairs that share something, but too little to compare.
    pub too_little: Vec<Pair<'a>>,
    /// Whose positions are left out because they are on both sides, in one article or over several.
    pub on_both_sides: Vec<(&'a ActorId, &'a PositionInfo)>,
}

/// Compares all pairs of leaders.
#[must_use]
pub fn agreement<'a>(table: &Table<'a>) -> Agreement<'a> {
    let own = own_sides(table);
    let mut agreement = Agreement::default();
    for (holder, sides) in &own {
        let both = table.columns(|position| sides.get(position) == Some(&Side::Both));
        agreement
            .on_both_sides
            .extend(both.into_iter().map(|position| (*holder, position)));
    }
    for (one, sides) in &own {
        for (other, others) in
            own.range::<&ActorId, _>((std::ops::Bound::Excluded(one), std::ops::Bound::Unbounded))
        {
            let both = |id: &PositionId| Some((one_side(sides, id)?, one_side(others, id)?));
            let shared = table.columns(|id| both(id).is_some());
            let differ = table.columns(|id| both(id).is_some_and(|(a, b)| a != b));
            let pair = Pair {
                holders: (*one, *other),
                shared: shared.len(),
                differ,
            };
            match pair.shared {
                0 => {}
                1..ENOUGH => agreement.too_little.push(pair),
                _ => agreement.pairs.push(pair),
            }
        }
    }
    agreement
        .pairs
        .sort_by_key(|pair| std::cmp::Reverse((pair.shared, pair.agreed())));
    agreement
}

/// The side of each leader on each position over all articles, from firm own words.
fn own_sides<'a>(table: &Table<'a>) -> BTreeMap<&'a ActorId, BTreeMap<&'a PositionId, Side>> {
    let mut sides: BTreeMap<&ActorId, BTreeMap<&PositionId, Side>> = BTreeMap::new();
    for article in &table.articles {
        for ((holder, position), entry) in &article.entries {
            if let Some(taken) = entry.cell.own() {
                let known = sides
                    .entry(holder)
                    .or_default()
                    .entry(position)
                    .or_insert(taken.side());
                *known = known.and(taken.side());
            }
        }
    }
    sides
}

fn one_side(sides: &BTreeMap<&PositionId, Side>, position: &PositionId) -> Option<Side> {
    sides
        .get(position)
        .copied()
        .filter(|side| *side != Side::Both)
}
