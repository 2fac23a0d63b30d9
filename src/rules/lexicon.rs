//! Cues and the constructions around them, compiled.

use crate::phrase::PhraseSet;
use crate::rules::{Example, Frame, Origin};
use crate::statement::{CueKind, Force, Stance};

/// Cues and the constructions around them.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Finds cue phrases; a phrase's number is its place in `cues`.
    pub cue_phrases: PhraseSet,
    /// What each cue phrase means.
    pub cues: Vec<Cue>,
    /// Phrases that negate the verb they stand by.
    pub not: PhraseSet,
    /// Phrases that negate the noun they open.
    pub no: PhraseSet,
    /// Phrases such as *without*.
    pub without: PhraseSet,
    /// Phrases such as *instead of*.
    pub instead: PhraseSet,
    /// Verbs that negate what follows without being cues: *fail to*.
    pub fails: PhraseSet,
    /// `in response to`: what follows is only the reason for something.
    pub reasons: PhraseSet,
    /// What somebody would do for the other side, if a condition is met: `order a ceasefire`.
    pub offers: PhraseSet,
    /// Finds words that open a condition; numbers point into `conditions`.
    pub condition_phrases: PhraseSet,
    /// What each of them means.
    pub conditions: Vec<Condition>,
    /// Phrases that refer back to the matter named just before.
    pub references: PhraseSet,
    /// Definite nouns that stand for what the same noun named before: `the package`.
    pub recurring: PhraseSet,
    /// Pronouns that do so right after a cue.
    pub reference_pronouns: PhraseSet,
    /// What is done about what an article is about: `vote yes`, `get it done`.
    pub implied: PhraseSet,
    /// Verbs by which their subject takes the side just taken: `agree`.
    pub agreeing: PhraseSet,
    /// Verbs by which their subject takes the other side: `disagree`.
    pub differing: PhraseSet,
    /// Phrases that name several holders at once: *both leaders*.
    pub plurals: PhraseSet,
    /// What each of them stands for, by its number in the set.
    pub several: Vec<Several>,
    /// Phrases that stand for a group named just before: *the countries*.
    pub groups: PhraseSet,
    /// Phrases for the body that was a subject or spoke just before: *the union*.
    pub bodies: PhraseSet,
    /// Phrases for the body of whoever is named by their possessive: *his government*.
    pub own_bodies: PhraseSet,
    /// Phrases by which a deed only sums up what was done: *so far*.
    pub tallies: PhraseSet,
    /// Phrases that make a stance a former one.
    pub prior: PhraseSet,
    /// Sentences of the files in `english/` that say what must be read from them.
    pub examples: Vec<Example>,
    /// Sentences that each cue of a family must carry.
    pub frames: Vec<Frame>,
}

/// Words that open a condition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of the words, and any of them can hold together"
)]
pub struct Condition {
    /// `unless`, `until`: the condition is that it is not so.
    pub negates: bool,
    /// `only if`, `not until`.
    pub only: bool,
    /// A set phrase that makes nothing depend on it: `as long as it takes`.
    pub time: bool,
    /// `in exchange for`: what follows is given for what stands before.
    pub price: bool,
}

/// What a phrase such as *both leaders* stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Several {
    /// Of what kind they are.
    pub of: Holding,
    /// How many.
    pub count: usize,
}

/// Of what kind several holders are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Persons, or bodies where there are none.
    Either,
    /// Only persons.
    Persons,
    /// Only persons who lead a country or body.
    Leaders,
    /// Only countries and other bodies.
    Bodies,
}

/// What a cue phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of the phrase, and any of them can hold together"
)]
pub struct Cue {
    /// The kind of act.
    pub kind: CueKind,
    /// Its own side, if it has one.
    pub side: Option<Stance>,
    /// Whose act it is.
    pub holder: CueHolder,
    /// What it can take.
    pub takes: Takes,
    /// How strong the wish is.
    pub force: Option<Force>,
    /// Whether the phrase's head is a noun: *call for*.
    pub noun: bool,
    /// Whether what it takes is nobody's: *deny that*.
    pub gives_nothing: bool,
    /// Whether its negation belongs to what it takes: *does not believe*.
    pub raises: bool,
    /// Whether the program made it of another one: its noun with an owner put in.
    pub made: bool,
    /// The phrase as written.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
}

/// Whose act a cue signals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CueHolder {
    /// The subject of the verb.
    Subject,
    /// Whoever speaks: *must*, *it is time to*.
    Speaker,
    /// Whoever *by* brings in.
    By,
    /// The owner of the noun: *his refusal*.
    Possessor,
    /// Whom the cue names otherwise: the object of a report, the one behind a judgement (unacceptable `to Kyiv`),
    /// the one in the gap of a wish (`what Kyiv wants is`).
    Object,
}

/// What a cue can take, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "a cue can take any of them together"
)]
pub struct Takes {
    /// An object, or what its preposition takes.
    pub noun: bool,
    /// *that ...*
    pub that_clause: bool,
    /// *to do ...*
    pub to_verb: bool,
    /// *someone to do ...*
    pub object_to_verb: bool,
    /// *doing ...*
    pub verb_ing: bool,
    /// What a noun is said to be, after *is* or a colon: *his demand is X*, *her terms: X*.
    pub naming: bool,
    /// A quotation.
    pub quote: bool,
    /// The matter is its subject: *X is unrealistic*.
    pub subject: bool,
}

impl Takes {
    /// Whether the other one can take all of this.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        let Self {
            noun,
            that_clause,
            to_verb,
            object_to_verb,
            verb_ing,
            naming,
            quote,
            subject,
        } = self;
        (!noun || other.noun)
            && (!that_clause || other.that_clause)
            && (!to_verb || other.to_verb)
            && (!object_to_verb || other.object_to_verb)
            && (!verb_ing || other.verb_ing)
            && (!naming || other.naming)
            && (!quote || other.quote)
            && (!subject || other.subject)
    }
}
