//! Sentences that say what rules must give.

use jiff::civil::Date;

use crate::grammar::VerbForm;
use crate::id::{ActorId, PositionId};
use crate::rules::{Cue, CueHolder, Origin, PhraseKind, Takes};
use crate::statement::{CueKind, Stance};

/// A sentence in a rule file, with what must be read from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// What must come out, and nothing else for these positions.
    pub expect: Vec<Expectation>,
    /// Why, where nothing must.
    pub why: Option<String>,
    /// The article's date that it is read with.
    pub date: Option<Date>,
    /// Whether it is a known gap.
    pub todo: bool,
    /// Where it stands.
    pub origin: Origin,
}

/// Sentences with a place for each phrase of a list, or each cue of a family, and what must be read
/// from them: one sentence for many rules of the same grammar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What is put in.
    pub family: Family,
    /// The sentences: a rule is carried where one of them gives what is expected.
    pub texts: Vec<String>,
    /// What must come out.
    pub expect: Vec<Expectation>,
    /// The article's date that they are read with.
    pub date: Option<Date>,
    /// Where it stands.
    pub origin: Origin,
}

/// What a frame has a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The phrases of the position that do this.
    Phrases(PhraseKind),
    /// Cues that mean this.
    Cues(CueFamily),
}

/// Cues of one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueFamily {
    /// The kind of act.
    pub kind: CueKind,
    /// Their own side, or none of their own; nothing where it does not matter.
    pub side: Option<Option<Stance>>,
    /// Whose act it is; nothing where it does not matter.
    pub holder: Option<CueHolder>,
    /// What they can take, perhaps beside other things.
    pub takes: Takes,
    /// Whether what they take is nobody's.
    pub gives_nothing: bool,
    /// Whether the phrase's head is a noun; nothing where it does not matter.
    pub noun: Option<bool>,
}

impl CueFamily {
    /// Whether a cue is one of them.
    #[must_use]
    pub fn has(&self, cue: &Cue) -> bool {
        self.kind == cue.kind
            && self.side.is_none_or(|side| side == cue.side)
            && self.holder.is_none_or(|holder| holder == cue.holder)
            && self.gives_nothing == cue.gives_nothing
            && self.noun.is_none_or(|noun| noun == cue.noun)
            && self.takes.is_within(cue.takes)
    }
}

impl Frame {
    /// The places that a sentence can have, and the form of the first word that each asks for.
    pub const PLACES: [(&'static str, Option<VerbForm>); 5] = [
        ("{}", None),
        ("{third}", Some(VerbForm::Third)),
        ("{past}", Some(VerbForm::Past)),
        ("{participle}", Some(VerbForm::Participle)),
        ("{ing}", Some(VerbForm::Ing)),
    ];

    /// Whether a sentence has a place.
    #[must_use]
    pub fn has_place(text: &str) -> bool {
        Self::PLACES.iter().any(|(place, _)| text.contains(place))
    }
}

/// One line of an example's `expect`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expectation {
    /// Whose stance.
    pub holder: ActorId,
    /// On which position; in a position's own file always that one.
    pub position: PositionId,
    /// Which side.
    pub stance: Stance,
    /// Whether conditional.
    pub conditional: bool,
    /// Who reports it.
    pub via: Vec<ActorId>,
}
