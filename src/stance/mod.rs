//! Which side a match takes, whose stance it is, and on what condition.
//!
//! In: matches, and who speaks in which words. Out: findings, and for every match that gives none
//! the gate that closed. It finds no speaker of its own: subjects and attributions are given.

mod chain;
mod condition;
mod holder;
mod join;
mod judge;

use std::ops::Range;

use crate::attribution::{MemberId, Mention};
use crate::matching::Match;
use crate::statement::{CueKind, Force, Manner, Stance};

pub use join::joined;
pub use judge::{Judge, references, settle};

/// A stance that a match shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The match.
    pub at: Match,
    /// Whose stance it is, and by which words.
    pub holder: Mention,
    /// Who says it.
    pub speaker: Option<Mention>,
    /// Who reports it, outermost first.
    pub via: Vec<MemberId>,
    /// Which side.
    pub stance: Stance,
    /// On what it depends: tokens of the sentence.
    pub condition: Option<Range<usize>>,
    /// The kind of the deciding act.
    pub basis: CueKind,
    /// How strong the wish is.
    pub force: Option<Force>,
    /// How the words are given.
    pub manner: Manner,
    /// Whether it is a former stance.
    pub past: bool,
    /// The words of the deciding cue.
    pub cue: Option<Range<usize>>,
    /// The deciding cue, a number into [`crate::rules::Lexicon::cues`].
    pub cue_rule: Option<usize>,
}

/// Why a match shows no stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gate {
    /// No wish, judgement or deed governs it: the matter is only named.
    Wish,
    /// A wish governs it, but nobody could be found whose it is.
    Holder,
    /// It stands in a question.
    Question,
    /// It stands in a condition.
    Condition,
    /// It is what is given for something else: *in exchange for*.
    Price,
    /// It is to wait for something else: *before any truce*.
    Waits,
    /// It is only the reason for something else: *in response to*.
    Reason,
    /// It stands in words that are said to be nobody's: a denied report, an accusation, a doubt.
    Void,
    /// The act is only called possible.
    Possible,
    /// The act did not come about, or someone else is yet to be brought to it.
    Unreal,
    /// The holder is a private person.
    Private,
    /// Doing it is no stance on this position.
    Deed,
    /// A reporter only sums up what was done.
    Tally,
    /// Somebody else says that the holder does it.
    Told,
    /// The phrase's `not-holders` names the holder, or its `not-for` the holder's side.
    Barred,
    /// Another match in the clause is longer and gives the holder the other side.
    Outweighed,
}

impl std::fmt::Display for Gate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(match self {
            Self::Wish => "no wish, judgement or deed governs it: only named",
            Self::Holder => "a wish governs it, but whose it is was not found",
            Self::Question => "it stands in a question",
            Self::Condition => "it stands in a condition",
            Self::Price => "it is only what something else is given for",
            Self::Waits => "it is only to wait for something else",
            Self::Reason => "it is only the reason for something else",
            Self::Void => "it stands in words said to be nobody's",
            Self::Possible => "the act is only called possible",
            Self::Unreal => "the act is not said to come about",
            Self::Private => "the speaker is a private person",
            Self::Deed => "doing it is no stance on this position",
            Self::Tally => "it only sums up what was done",
            Self::Told => "another only says that they do it",
            Self::Barred => "`not-holders` or `not-for` keeps this actor out",
            Self::Outweighed => {
                "another phrase of the position in the clause counts, on the other side"
            }
        })
    }
}

/// What became of a match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It shows stances: one for each holder.
    Found(Vec<Finding>),
    /// It shows none.
    Closed(Gate),
}
