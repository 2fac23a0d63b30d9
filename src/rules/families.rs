//! Family names, as their transliterations are compared.

use super::{Actor, ActorKind};

/// Names shorter than this must be written as the files write them.
pub(crate) const SHORTEST_ALIKE: usize = 6;

/// The family names of persons that can be written in several ways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Families {
    /// By the first letter, then in the order of the actors.
    list: Vec<Family>,
}

/// A family name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Family {
    first: char,
    /// Folded as [`transliterated`] does it.
    pub(crate) folded: String,
    /// How many letters that has.
    pub(crate) length: usize,
    /// Which letters those are.
    pub(crate) letters: Letters,
    /// Whose it is, a number into [`super::Actors::list`].
    pub(crate) actor: usize,
}

impl Families {
    pub(crate) fn new(actors: &[Actor]) -> Self {
        let mut list: Vec<Family> = actors
            .iter()
            .enumerate()
            .filter(|(_, actor)| {
                actor.kind == ActorKind::Person && actor.family.chars().count() >= SHORTEST_ALIKE
            })
            .filter_map(|(number, actor)| {
                let folded = transliterated(&actor.family);
                Some(Family {
                    first: actor.family.chars().next()?,
                    length: folded.chars().count(),
                    letters: Letters::of(&folded),
                    folded,
                    actor: number,
                })
            })
            .collect();
        list.sort_by_key(|family| family.first);
        Self { list }
    }

    /// Those with the letter first.
    pub(crate) fn starting_with(&self, first: char) -> &[Family] {
        let start = self.list.partition_point(|family| family.first < first);
        let end = self.list.partition_point(|family| family.first <= first);
        &self.list[start..end]
    }
}

/// The letters of a name, roughly: two names that differ in one edit differ in two of them at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Letters(u32);

impl Letters {
    pub(crate) fn of(name: &str) -> Self {
        Self(
            name.chars()
                .fold(0, |all, c| all | 1 << (u32::from(c) % 32)),
        )
    }

    /// By how many edits two names differ at least.
    pub(crate) fn distance(self, other: Self) -> u32 {
        (self.0 ^ other.0).count_ones().div_ceil(2)
    }
}

/// Folds what transliterations of Slavic names differ in: `iy`, `yy`, `ij`, `y` are one ending.
pub(crate) fn transliterated(name: &str) -> String {
    let folded = name
        .replace(['y', 'j'], "i")
        .replace("kh", "h")
        .replace("ts", "c");
    let mut out = String::with_capacity(folded.len());
    for c in folded.chars() {
        if !(c == 'i' && out.ends_with('i')) {
            out.push(c);
        }
    }
    out
}
