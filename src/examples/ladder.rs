//! Why a sentence did not give what it should: what became of every phrase that stands in it.

use std::fmt;

use crate::analyze::{Analysis, PackAnalysis};
use crate::id::PositionId;
use crate::matching::{Match, Reason};
use crate::stance::{Gate, Verdict};
use crate::statement::Stance;

/// A phrase that stands in the sentence, and how far it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rung {
    /// Its words there.
    pub words: String,
    /// The phrase, as `pack/position/list/number`.
    pub rule: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// A phrase of `ignore`, named as a rule, hides it.
    Ignored(String),
    /// None of its `with` phrases stands near.
    Alone,
    /// One of its `unless` phrases stands in the sentence.
    Unless,
    /// The text is about another debate there.
    OffTopic,
    /// A longer phrase of the same position takes its words.
    Shorter,
    /// It begins inside a word that a hyphen joins.
    Joined,
    /// A contrast in one of its gaps parts its words.
    Parted,
    /// No stance could be read.
    Closed(Gate),
    /// A stance, of another holder, side or condition than was expected.
    Gives(Vec<(String, Stance)>),
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ignored(rule) => write!(f, "hidden by {rule}"),
            Self::Alone => f.write_str("none of its `with` phrases stands near"),
            Self::Unless => f.write_str("one of its `unless` phrases stands in the sentence"),
            Self::OffTopic => f.write_str("the text is about something else there"),
            Self::Shorter => f.write_str("a longer phrase of the position takes its words"),
            Self::Joined => f.write_str("it begins inside a word that a hyphen joins"),
            Self::Parted => f.write_str("a contrast parts its words"),
            Self::Closed(gate) => write!(f, "{gate}"),
            Self::Gives(stances) => {
                f.write_str("gives")?;
                for (number, (holder, stance)) in stances.iter().enumerate() {
                    let comma = if number == 0 { "" } else { "," };
                    write!(f, "{comma} {holder} {stance}")?;
                }
                Ok(())
            }
        }
    }
}

/// The rungs of a position, in the order of the text.
pub(super) fn of(analysis: &Analysis<'_>, position: &PositionId) -> Vec<Rung> {
    let mut rungs = Vec::new();
    for pack in &analysis.packs {
        let concerns = |at: &Match| pack.pack.positions[at.position].id == *position;
        for (at, verdict) in pack.judged.iter().filter(|(at, _)| concerns(at)) {
            let fate = match verdict {
                Verdict::Closed(gate) => Fate::Closed(*gate),
                Verdict::Found(findings) => Fate::Gives(
                    findings
                        .iter()
                        .map(|finding| {
                            let holder = analysis.attributed.cast.get(finding.holder.who);
                            (holder.id.to_string(), finding.stance)
                        })
                        .collect(),
                ),
            };
            rungs.push((at.tokens.start, rung(analysis, pack, at, fate)));
        }
        for dropped in pack.dropped.iter().filter(|one| concerns(&one.at)) {
            let fate = match &dropped.reason {
                Reason::Ignored(phrase) => Fate::Ignored(pack.pack.phrases[*phrase].rule.clone()),
                Reason::Alone => Fate::Alone,
                Reason::Unless => Fate::Unless,
                Reason::OffTopic => Fate::OffTopic,
                Reason::Shorter => Fate::Shorter,
                Reason::Joined => Fate::Joined,
                Reason::Parted => Fate::Parted,
            };
            rungs.push((
                dropped.at.tokens.start,
                rung(analysis, pack, &dropped.at, fate),
            ));
        }
    }
    rungs.sort_by_key(|(start, _)| *start);
    rungs.into_iter().map(|(_, rung)| rung).collect()
}

fn rung(analysis: &Analysis<'_>, pack: &PackAnalysis<'_>, at: &Match, fate: Fate) -> Rung {
    let text = &analysis.text;
    Rung {
        words: text.slice(text.span(at.tokens.clone())).replace('\n', " "),
        rule: pack.pack.phrases[at.phrase].rule.clone(),
        fate,
    }
}
