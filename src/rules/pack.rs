//! Debates: positions with their phrases, compiled.

use jiff::civil::Date;

use crate::id::{ActorId, PackId, PositionId};
use crate::phrase::PhraseSet;
use crate::rules::{Example, Frame, Origin};

/// A debate: positions with their phrases.
#[derive(Clone, Debug)]
pub struct Pack {
    /// The id.
    pub id: PackId,
    /// The version its author gave it.
    pub version: String,
    /// The debate's name.
    pub title: String,
    /// Eight hexadecimal digits over every rule the answers depend on.
    pub digest: String,
    /// Whether all of it ships with the program.
    pub built_in: bool,
    /// The positions, in the order of its tables.
    pub positions: Vec<Position>,
    /// Finds phrases of all positions; numbers point into `phrases`.
    pub phrase_set: PhraseSet,
    /// What each phrase is.
    pub phrases: Vec<PositionPhrase>,
    /// Finds context phrases (`with`, `unless`); numbers are what `PositionPhrase` refers to.
    pub context_set: PhraseSet,
    /// The first day of the debate, where it has one.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
    /// Phrases one of which must stand in an article without a date; none where any article will do.
    pub about: PhraseSet,
    /// Context phrases that name what the debate is about; none where it may be anything.
    pub topic: Vec<u32>,
    /// Context phrases that name what other debates are about.
    pub elsewhere: Vec<u32>,
}

impl Pack {
    /// Whether the debate's time covers an article of that day.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A position, compiled.
#[derive(Clone, Debug)]
pub struct Position {
    /// The id.
    pub id: PositionId,
    /// The column heading.
    pub short: String,
    /// What one can be for or against.
    pub claim: String,
    /// What being for it means.
    pub supports: String,
    /// What being against it means.
    pub opposes: String,
    /// Whether doing it is a stance.
    pub deeds: bool,
    /// Sentences that say what the position's rules must give.
    pub examples: Vec<Example>,
    /// Sentences that each phrase of a list must carry.
    pub frames: Vec<Frame>,
}

/// What a phrase of a position does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PhraseKind {
    /// Names the matter.
    Names,
    /// Names the contrary.
    Opposite,
    /// Is for it by itself.
    For,
    /// Is against it by itself.
    Against,
    /// Hides what it overlaps.
    Ignore,
}

impl PhraseKind {
    /// Whether a match only names its matter, so that its side is told by what stands around it.
    #[must_use]
    pub fn only_names(self) -> bool {
        matches!(self, Self::Names | Self::Opposite)
    }
}

/// How near a context phrase must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Within {
    /// The same clause.
    Clause,
    /// The same sentence.
    Sentence,
    /// The same paragraph.
    Paragraph,
    /// The same sentence; anywhere in an article that is about what the context phrases name.
    Topic,
    /// Anywhere in the article.
    Article,
}

/// A phrase of a position, compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionPhrase {
    /// Where in [`Pack::positions`].
    pub position: usize,
    /// What it does.
    pub kind: PhraseKind,
    /// Numbers in the pack's context set, one of which must stand near; empty for no such need.
    pub with: Vec<u32>,
    /// How near.
    pub within: Within,
    /// Numbers in the pack's context set, none of which may stand in the sentence.
    pub unless: Vec<u32>,
    /// Actors who have no cell by it.
    pub not_holders: Vec<ActorId>,
    /// Sides that mean something else where they want it: their own weapons, their own guarantees.
    pub not_for: Vec<String>,
    /// Sides that mean the opposite where they want it: *liberate* in an invader's mouth.
    pub turned_for: Vec<String>,
    /// As statements name it: `ukraine-peace/sanctions/names/3`.
    pub rule: String,
    /// The phrase as written.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
}
