//! The record that everything ends in: who takes which stance on what, and the words that show it.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id::{ActorId, PackId, PositionId};
use crate::span::Place;

/// Which side of a position someone takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    /// Wants or backs what the position says. Tables print *for*.
    Supports,
    /// Rejects it or wants the contrary. Tables print *against*.
    Opposes,
}

impl Stance {
    /// The other side.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Supports => Self::Opposes,
            Self::Opposes => Self::Supports,
        }
    }
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Supports => "supports",
            Self::Opposes => "opposes",
        })
    }
}

/// How the article gives the holder's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// In quotation marks.
    Direct,
    /// In the reporter's words, after a cue such as *said that*.
    Indirect,
    /// Summed up by the reporter: *rejected the plan*.
    Narrated,
    /// Done rather than said: *imposed sanctions*.
    Deed,
    /// In a statement of several actors.
    Joint,
}

impl Manner {
    /// Whether the words are the holder's, and not the reporter's.
    #[must_use]
    pub fn is_quoted(self) -> bool {
        match self {
            Self::Direct => true,
            Self::Indirect | Self::Narrated | Self::Deed | Self::Joint => false,
        }
    }
}

/// The kind of act that a cue signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CueKind {
    /// Says something: no wish of its own.
    Says,
    /// Thinks something: no wish of its own.
    Thinks,
    /// Wants something, or wants it not.
    Wants,
    /// Calls something good or bad.
    Judges,
    /// Holds out harm.
    Threatens,
    /// Does something.
    Does,
    /// Ends, weakens or violates what it takes, and so turns the side.
    Changes,
}

impl CueKind {
    /// Whether it only reports what is said or thought, with no wish of its own.
    #[must_use]
    pub fn is_reporting(self) -> bool {
        match self {
            Self::Says | Self::Thinks => true,
            Self::Wants | Self::Judges | Self::Threatens | Self::Does | Self::Changes => false,
        }
    }
}

/// How strong a wish the cue signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// Demands or insists.
    Insists,
    /// Backs or wants.
    Backs,
    /// Is open to it.
    OpenTo,
}

/// Whether the stance is reported as standing now or as a past one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// At the time of the article.
    Now,
    /// Formerly: *had once backed*, *previously suggested*.
    Past,
}

/// How surely the words name the holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub enum Grade {
    /// By name in the sentence.
    A,
    /// By a title or pronoun resolved nearby.
    B,
    /// Carried over from another sentence.
    C,
    /// Inferred, or from a headline only.
    D,
}

/// Words of an article with their place in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The words, verbatim.
    pub text: String,
    /// First character, from 0.
    pub start: usize,
    /// Character after the last.
    pub end: usize,
}

/// A sentence that shows a stance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The sentence, verbatim.
    pub text: String,
    /// Its place in the decoded text.
    #[serde(flatten)]
    pub place: Place,
}

/// In an article, a holder takes a stance on a position, and this sentence shows it.
///
/// The fields are those of the contract in `docs/contracts.md`, in its order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Statement {
    /// The version of this record's shape.
    pub schema: u32,
    /// Stable across runs, machines and moved offsets; see [`crate::statement::stable_id`].
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The article's headline.
    pub title: Option<String>,
    /// The article's date, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The article's outlet.
    pub outlet: Option<String>,
    /// Where the article was read.
    pub path: String,
    /// Whose stance it is.
    pub holder: ActorId,
    /// The holder's name, for people.
    pub holder_name: String,
    /// Whether the actor files name the holder.
    pub on_roster: bool,
    /// What the stance is on.
    pub position: PositionId,
    /// Which side.
    pub stance: Stance,
    /// Whether the stance depends on something.
    pub conditional: bool,
    /// On what, in the article's words.
    pub condition: Option<String>,
    /// Who reports it, outermost first; empty for first-hand.
    pub via: Vec<ActorId>,
    /// How the words are given.
    pub manner: Manner,
    /// What kind of act the deciding cue signals.
    pub basis: CueKind,
    /// How strong the wish is, where the cue says so.
    pub force: Option<Force>,
    /// Now or formerly.
    pub when: When,
    /// How surely the holder is named.
    pub grade: Grade,
    /// The sentences that show it.
    pub evidence: Vec<Evidence>,
    /// Who says it, in the article's words.
    pub speaker: Option<Passage>,
    /// The words that name the holder.
    pub mention: Option<Passage>,
    /// The words that signal the act.
    pub cue: Option<Passage>,
    /// The words that name the matter.
    #[serde(rename = "match")]
    pub matched: Passage,
    /// The phrase that matched, as `pack/position/list/number`.
    pub rule: String,
    /// The pack of the position.
    pub pack: PackId,
    /// `"extracted"` where offsets count in text taken out of another format.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offsets: Option<&'static str>,
}

/// The version of [`Statement`]'s shape.
pub const SCHEMA: u32 = 1;

/// The id of a statement: eight hexadecimal digits of a SHA-256 over its parts.
///
/// Offsets are left out, so that the id survives an edit elsewhere in the article.
#[must_use]
pub fn stable_id(parts: &[&str]) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    let first = u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]);
    format!("{first:08x}")
}
