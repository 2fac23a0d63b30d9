//! What is doubtful in rules that can be used.
//!
//! In: an analyzer, the files its rules were compiled from, and a day. Out: warnings with their
//! places. What cannot be used at all is a fault, and `rules` reports it.

mod actors;
mod hidden;

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;

use crate::analyze::Analyzer;
use crate::examples::{self, Fired};
use crate::id::{ActorId, OfficeId, PositionId};
use crate::rules::{Origin, Rules, Source, SourceRole};

/// Something doubtful.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Warning {
    /// What is doubtful.
    pub kind: WarningKind,
    /// Where.
    pub origin: Origin,
}

/// What is doubtful; what is to be mended first stands first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum WarningKind {
    /// A phrase that can never count, because another one always takes its words.
    HiddenPhrase {
        /// The phrase.
        phrase: String,
        /// The one that hides it.
        by: String,
        /// Whether that one is in `ignore`.
        ignored: bool,
    },
    /// A phrase of two positions.
    SharedPhrase {
        /// The phrase.
        phrase: String,
        /// The words that both can match.
        words: String,
        /// The other position.
        other: PositionId,
    },
    /// A position without an example in which nobody takes a stance.
    NoNegativeExample(PositionId),
    /// A name that is an ordinary word too.
    OrdinaryName {
        /// The name.
        name: String,
        /// Whose.
        actor: ActorId,
    },
    /// An office that somebody held and nobody holds on the day.
    VacantOffice {
        /// The office.
        office: OfficeId,
        /// The country or body.
        of: String,
        /// The day.
        day: Date,
        /// Who held it last.
        last: Option<ActorId>,
    },
    /// A phrase that no example fires.
    SilentPhrase(String),
}

impl fmt::Display for WarningKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HiddenPhrase {
                phrase,
                by,
                ignored: true,
            } => write!(f, "`{phrase}` never counts: `{by}` of `ignore` hides it"),
            Self::HiddenPhrase { phrase, by, .. } => {
                write!(f, "`{phrase}` never counts: `{by}` takes the same words")
            }
            Self::SharedPhrase {
                phrase,
                words,
                other,
            } => write!(
                f,
                "`{phrase}` matches \"{words}\" as a phrase of `{other}` does"
            ),
            Self::NoNegativeExample(id) => {
                write!(f, "`{id}` has no example with `expect = []`")
            }
            Self::OrdinaryName { name, actor } => {
                write!(f, "name `{name}` of `{actor}` is an ordinary word too")
            }
            Self::VacantOffice {
                office,
                of,
                day,
                last,
            } => {
                write!(f, "nobody is `{office}` of `{of}` on {day}")?;
                match last {
                    Some(last) => write!(f, ", `{last}` was last"),
                    None => Ok(()),
                }
            }
            Self::SilentPhrase(phrase) => write!(f, "no example fires `{phrase}`"),
        }
    }
}

/// Every warning, what is to be mended first first, then by place.
#[must_use]
pub fn find(analyzer: &Analyzer, sources: &[Source], day: Date) -> Vec<Warning> {
    let rules = analyzer.rules();
    let mut warnings = hidden::find(rules);
    warnings.extend(without_negative_example(rules, sources));
    warnings.extend(actors::ordinary_names(rules, sources));
    warnings.extend(actors::vacant_offices(rules, sources, day));
    let mut fired = Fired::default();
    for case in examples::all(rules) {
        fired.add(&analyzer.analyze(&case.article()));
    }
    warnings.extend(fired.silent_phrases(rules).map(|(_, _, phrase)| Warning {
        kind: WarningKind::SilentPhrase(phrase.text.clone()),
        origin: phrase.origin.clone(),
    }));
    warnings.sort_by(|one, other| {
        (one.kind.rank(), &one.origin, &one.kind).cmp(&(
            other.kind.rank(),
            &other.origin,
            &other.kind,
        ))
    });
    warnings.dedup();
    warnings
}

impl WarningKind {
    /// Warnings of a kind have one rank; the lowest is to be mended first.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::HiddenPhrase { .. } => 0,
            Self::SharedPhrase { .. } => 1,
            Self::NoNegativeExample(_) => 2,
            Self::OrdinaryName { .. } => 3,
            Self::VacantOffice { .. } => 4,
            Self::SilentPhrase(_) => 5,
        }
    }
}

fn without_negative_example(rules: &Rules, sources: &[Source]) -> Vec<Warning> {
    let positions = rules.packs.iter().flat_map(|pack| &pack.positions);
    positions
        .filter(|position| {
            let mut examples = position.examples.iter();
            examples.all(|example| !example.expect.is_empty())
        })
        .map(|position| Warning {
            kind: WarningKind::NoNegativeExample(position.id.clone()),
            origin: Places::of(sources, |role| matches!(role, SourceRole::Position(_)))
                .get(position.id.as_str()),
        })
        .collect()
}

/// Where ids are given: the last line of the highest layer that reads `id = "..."`.
#[derive(Clone, Debug)]
pub struct Places(BTreeMap<String, (u32, Origin)>);

impl Places {
    /// The ids in files of the roles that are meant.
    #[must_use]
    pub fn of(sources: &[Source], is_meant: impl Fn(SourceRole<'_>) -> bool) -> Self {
        let mut places: BTreeMap<String, (u32, Origin)> = BTreeMap::new();
        for source in sources.iter().filter(|source| is_meant(source.role())) {
            for (number, line) in (1..).zip(source.text.lines()) {
                let Some(id) = id_in(line) else { continue };
                let origin = Origin {
                    file: source.path.clone(),
                    line: number,
                };
                let known = places.get(id).map(|(layer, _)| *layer);
                if known.is_none_or(|layer| layer <= source.layer) {
                    places.insert(id.to_owned(), (source.layer, origin));
                }
            }
        }
        Self(places)
    }

    /// Where an id is given; an empty origin where it is not.
    #[must_use]
    pub fn get(&self, id: &str) -> Origin {
        self.0
            .get(id)
            .map(|(_, origin)| origin.clone())
            .unwrap_or_default()
    }
}

/// The id that a line gives: `id = "merz"`, or as the first key of an inline table.
fn id_in(line: &str) -> Option<&str> {
    let line = line.trim_start().trim_start_matches('{').trim_start();
    let rest = line.strip_prefix("id")?.trim_start().strip_prefix('=')?;
    rest.trim_start().strip_prefix('"')?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_found_in_lines() {
        let cases = [
            ("id = \"merz\"", Some("merz")),
            ("id=\"merz\" # him", Some("merz")),
            ("  { id = \"peru\", name = \"Peru\" },", Some("peru")),
            ("idle = \"merz\"", None),
            ("name = \"id\"", None),
        ];
        for (line, expected) in cases {
            assert_eq!(id_in(line), expected, "{line}");
        }
    }
}
