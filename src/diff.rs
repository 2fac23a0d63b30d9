//! Two results side by side: which cells were gained, lost, turned or changed.
//!
//! In: results as `stances statements` writes them, or statements. Out: differences with the
//! evidence on each side, and what cannot be compared. Nothing is printed here.

mod results;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::statement::Stance;

pub use results::{PackMark, Record, Results, ResultsError};

/// Which cell: whose stance on what, in which article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellKey {
    /// The article.
    pub article: String,
    /// The pack.
    pub pack: String,
    /// The position.
    pub position: String,
    /// The holder.
    pub holder: String,
}

/// A cell of a result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The sides that are taken.
    pub sides: BTreeSet<Stance>,
    /// Whether all of it is conditional.
    pub conditional: bool,
    /// Whether others report it.
    pub second_hand: bool,
    /// The sentences that show it.
    pub evidence: Vec<String>,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub key: CellKey,
    /// In the old result.
    pub old: Option<Cell>,
    /// In the new one.
    pub new: Option<Cell>,
}

/// How a cell differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// It is new.
    Gained,
    /// It is gone.
    Lost,
    /// It has another side.
    Turned,
    /// The side is the same, a condition or a reporter came or went.
    Changed,
}

/// What a comparison comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// Cells that differ, by key.
    pub differences: Vec<Difference>,
    /// How many cells are the same.
    pub same: usize,
    /// What could not be compared.
    pub limits: Vec<Limit>,
    /// How many cells could not be compared.
    pub beyond: usize,
    void: bool,
}

/// Something that keeps two results from being compared in full.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Limit {
    /// Two versions of the program, which may read the same rules in other ways.
    Program {
        /// That of the old result.
        old: String,
        /// That of the new one.
        new: String,
    },
    /// A result without a header: which articles and packs it rests on is not known.
    NoHeader(Age),
    /// A pack that only one of them was read by.
    Pack(String, Age),
    /// A pack with other rules on the two sides, by version and digest.
    Rules {
        /// The pack.
        pack: String,
        /// Version and digest in the old result.
        old: String,
        /// Version and digest in the new one.
        new: String,
    },
    /// An article that only one of them has.
    Article(String, Age),
}

/// One of the two results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Age {
    /// The old one.
    Old,
    /// The new one.
    New,
}

impl fmt::Display for Age {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Old => "old",
            Self::New => "new",
        })
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Program { old, new } => {
                write!(f, "the results are of stances {old}, then {new}")
            }
            Self::NoHeader(age) => write!(
                f,
                "the {age} result has no header, so what it was read from and by is not known"
            ),
            Self::Pack(pack, age) => {
                write!(f, "pack `{pack}` is in the {age} result only: not compared")
            }
            Self::Rules { pack, old, new } => {
                write!(f, "pack `{pack}` has other rules: {old}, then {new}")
            }
            Self::Article(article, age) => {
                write!(
                    f,
                    "article `{article}` is in the {age} result only: not compared"
                )
            }
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sides: Vec<&str> = self
            .sides
            .iter()
            .map(|side| match side {
                Stance::Supports => "for",
                Stance::Opposes => "against",
            })
            .collect();
        f.write_str(&sides.join(" and "))?;
        if self.conditional {
            f.write_str(", if")?;
        }
        if self.second_hand {
            f.write_str(", says another")?;
        }
        Ok(())
    }
}

impl Difference {
    /// How the cell differs.
    #[must_use]
    pub fn how(&self) -> How {
        match (&self.old, &self.new) {
            (None, _) => How::Gained,
            (_, None) => How::Lost,
            (Some(old), Some(new)) if old.sides != new.sides => How::Turned,
            (Some(_), Some(_)) => How::Changed,
        }
    }
}

/// Compares two results.
#[must_use]
pub fn compare(old: &Results, new: &Results) -> Comparison {
    let limits = limits(old, new);
    let is_compared = |key: &CellKey| {
        !limits.iter().any(|limit| match limit {
            Limit::Pack(pack, _) => *pack == key.pack,
            Limit::Article(article, _) => *article == key.article,
            Limit::Program { .. } | Limit::NoHeader(_) | Limit::Rules { .. } => false,
        })
    };
    let (old_cells, new_cells) = (cells(&old.records), cells(&new.records));
    let keys: BTreeSet<&CellKey> = old_cells.keys().chain(new_cells.keys()).collect();
    let mut comparison = Comparison::default();
    for key in keys {
        if !is_compared(key) {
            comparison.beyond += 1;
            continue;
        }
        let (old, new) = (old_cells.get(key), new_cells.get(key));
        let is_same = match (old, new) {
            (Some(old), Some(new)) => {
                (&old.sides, old.conditional, old.second_hand)
                    == (&new.sides, new.conditional, new.second_hand)
            }
            _ => false,
        };
        if is_same {
            comparison.same += 1;
        } else {
            comparison.differences.push(Difference {
                key: key.clone(),
                old: old.cloned(),
                new: new.cloned(),
            });
        }
    }
    comparison.limits = limits;
    let ids = |results: &Results| {
        let packs = results.packs.as_ref()?;
        Some(packs.keys().cloned().collect::<BTreeSet<String>>())
    };
    comparison.void = !shares(old.articles.as_ref(), new.articles.as_ref())
        || !shares(ids(old).as_ref(), ids(new).as_ref());
    comparison
}

impl Comparison {
    /// Whether the two results have no article or no pack in common, as far as they tell.
    #[must_use]
    pub fn is_void(&self) -> bool {
        self.void
    }
}

/// Whether two sets have something in common, or one of them is not known.
fn shares(old: Option<&BTreeSet<String>>, new: Option<&BTreeSet<String>>) -> bool {
    let (Some(old), Some(new)) = (old, new) else {
        return true;
    };
    !old.is_disjoint(new)
}

fn limits(old: &Results, new: &Results) -> Vec<Limit> {
    let mut limits = Vec::new();
    if let (Some(old), Some(new)) = (&old.program, &new.program)
        && old != new
    {
        limits.push(Limit::Program {
            old: old.clone(),
            new: new.clone(),
        });
    }
    for (results, age) in [(old, Age::Old), (new, Age::New)] {
        if results.packs.is_none() {
            limits.push(Limit::NoHeader(age));
        }
    }
    if let (Some(old), Some(new)) = (&old.packs, &new.packs) {
        for (id, mark) in old {
            match new.get(id) {
                None => limits.push(Limit::Pack(id.clone(), Age::Old)),
                Some(other) if other != mark => limits.push(Limit::Rules {
                    pack: id.clone(),
                    old: mark.to_string(),
                    new: other.to_string(),
                }),
                Some(_) => {}
            }
        }
        let added = new.keys().filter(|id| !old.contains_key(*id));
        limits.extend(added.map(|id| Limit::Pack(id.clone(), Age::New)));
    }
    if let (Some(old), Some(new)) = (&old.articles, &new.articles) {
        let only = |one: &BTreeSet<String>, other: &BTreeSet<String>, age| {
            let articles = one.difference(other).cloned();
            articles
                .map(|article| Limit::Article(article, age))
                .collect::<Vec<_>>()
        };
        limits.extend(only(old, new, Age::Old));
        limits.extend(only(new, old, Age::New));
    }
    limits
}

/// Adds statements up to cells as tables do: what the holder says now counts before what another
/// reports and what was formerly held.
fn cells(records: &[Record]) -> BTreeMap<CellKey, Cell> {
    let mut by_key: BTreeMap<CellKey, Vec<&Record>> = BTreeMap::new();
    for record in records {
        by_key.entry(record.key()).or_default().push(record);
    }
    by_key
        .into_iter()
        .map(|(key, mut records)| {
            let weight = |record: &Record| (record.is_past(), !record.via.is_empty());
            let first = records.iter().map(|record| weight(record)).min();
            records.retain(|record| Some(weight(record)) == first);
            let mut evidence: Vec<String> = Vec::new();
            for sentence in records.iter().flat_map(|record| &record.evidence) {
                if !evidence.contains(&sentence.text) {
                    evidence.push(sentence.text.clone());
                }
            }
            let cell = Cell {
                sides: records.iter().map(|record| record.stance).collect(),
                conditional: records.iter().all(|record| record.conditional),
                second_hand: records.iter().all(|record| !record.via.is_empty()),
                evidence,
            };
            (key, cell)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A result with a statement for each line `article holder side [if] [via]`.
    fn results(lines: &[&str]) -> Results {
        let text: Vec<String> = lines
            .iter()
            .map(|line| {
                let words: Vec<&str> = line.split(' ').collect();
                let stance = if words[2] == "for" { "supports" } else { "opposes" };
                let via = if words.contains(&"via") { "[\"tesk\"]" } else { "[]" };
                format!(
                    "{{\"schema\":1,\"article\":\"{}\",\"holder\":\"{}\",\"position\":\"toll\",\"pack\":\"strait\",\
                     \"stance\":\"{stance}\",\"conditional\":{},\"via\":{via},\"when\":\"now\",\"evidence\":[]}}\n",
                    words[0],
                    words[1],
                    words.contains(&"if")
                )
            })
            .collect();
        Results::parse(&text.concat()).unwrap_or_default()
    }

    /// A name, two results, and how they differ.
    type Case = (
        &'static str,
        &'static [&'static str],
        &'static [&'static str],
        &'static [How],
    );

    #[test]
    fn cells_are_gained_lost_turned_and_changed() {
        let cases: [Case; 6] = [
            (
                "same",
                &["a orlan for"],
                &["a orlan for", "a orlan for"],
                &[],
            ),
            ("gained", &[], &["a orlan for"], &[How::Gained]),
            (
                "lost",
                &["a orlan for"],
                &["b orlan for"],
                &[How::Lost, How::Gained],
            ),
            (
                "turned",
                &["a orlan for"],
                &["a orlan against"],
                &[How::Turned],
            ),
            (
                "changed",
                &["a orlan for"],
                &["a orlan for if"],
                &[How::Changed],
            ),
            (
                "own words count before others'",
                &["a orlan for", "a orlan against via"],
                &["a orlan for"],
                &[],
            ),
        ];
        for (name, old, new, expected) in cases {
            let comparison = compare(&results(old), &results(new));
            let found: Vec<How> = comparison.differences.iter().map(Difference::how).collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn what_one_side_never_read_is_not_compared() {
        let header = |pack: &str, article: &str| {
            let text = format!(
                "{{\"stances\":\"1\",\"packs\":[{{\"id\":\"{pack}\",\"version\":\"1\",\"digest\":\"0\"}}],\
                 \"articles\":[{{\"id\":\"{article}\"}}]}}"
            );
            Results::parse(&text).unwrap_or_default()
        };
        let mut old = header("strait", "a");
        old.records = results(&["a orlan for"]).records;
        let comparison = compare(&old, &header("other", "b"));
        assert_eq!(comparison.differences, []);
        assert_eq!(
            comparison.limits,
            [
                Limit::Pack("strait".into(), Age::Old),
                Limit::Pack("other".into(), Age::New),
                Limit::Article("a".into(), Age::Old),
                Limit::Article("b".into(), Age::New),
            ]
        );
    }
}
