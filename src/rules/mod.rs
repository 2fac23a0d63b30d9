//! Rules as the stages use them: compiled once, shared unchanged.
//!
//! In: rule files as text with a name. Out: [`Rules`], or every fault with its place. The files'
//! own shapes are in `file`, their checking and compiling beside it.

mod check;
mod compile;
mod families;
mod fault;
mod file;
mod folder;
mod report;
mod schema;
mod shape;
mod source;
mod syntax;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

pub use self::families::Families;
pub(crate) use self::families::{Letters, SHORTEST_ALIKE, transliterated};
pub use self::fault::{Fault, FaultKind};
pub use self::report::report;
pub use self::schema::schemas;
pub use self::source::{Role as SourceRole, Source, embedded};

use crate::grammar::{Gender, Grammar, VerbForm};
use crate::id::{ActorId, OfficeId, PackId, PositionId};
use crate::phrase::PhraseSet;
use crate::statement::{CueKind, Force, Stance};
use crate::words::Words;

/// Everything that the stages need to know, compiled.
#[derive(Clone, Debug)]
pub struct Rules {
    /// Every word form that a rule names.
    pub words: Words,
    /// The language's closed classes and verbs.
    pub grammar: Grammar,
    /// Cues and the constructions around them.
    pub lexicon: Lexicon,
    /// Actors, countries, titles and offices.
    pub actors: Actors,
    /// The debates.
    pub packs: Vec<Pack>,
    /// What a user's folder put in place of something else.
    pub replaced: Vec<Replacement>,
}

/// Something that a later folder put in place of what an earlier one says under the same id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replacement {
    /// What kind of thing.
    pub what: Replaced,
    /// Its id, or the file's name.
    pub id: String,
    /// The file that no longer counts, for this id or as a whole.
    pub old: String,
    /// The file that counts.
    pub new: String,
}

/// What kind of thing was replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Replaced {
    /// A file as a whole: cues, constructions, grammar, a pack's title and order.
    File,
    /// A country.
    Country,
    /// An office.
    Office,
    /// A person, institution or collective.
    Actor,
    /// A set of phrases.
    Set,
    /// A position.
    Position,
}

/// Reads, checks and compiles rule files.
///
/// The order of `sources` does not matter: they are put in the order of their layers and names.
/// Files of outlets are left to `corpus`.
///
/// # Errors
///
/// Returns every fault of every file, in the order of files and of places in them.
pub fn load(sources: &[Source]) -> Result<Rules, Vec<Fault>> {
    load_packs(sources, &[])
}

/// Does what [`load`] does, but may leave out packs of the program that are none of `packs`: they
/// take their time. All are kept where no pack is named or one that there is not, and so are packs
/// that a folder adds to.
///
/// # Errors
///
/// Returns every fault of every file that was read.
pub fn load_packs(sources: &[Source], packs: &[String]) -> Result<Rules, Vec<Fault>> {
    let needed = source::of_packs(sources, packs);
    let (rules, faults) = load_ordered(needed, sources.len());
    if faults.is_empty() {
        Ok(rules)
    } else {
        Err(faults)
    }
}

/// Compiles what is sound in rule files and leaves the rest out; every fault comes with it.
#[must_use]
pub fn load_sound(sources: &[Source]) -> (Rules, Vec<Fault>) {
    load_ordered(sources.iter().collect(), sources.len())
}

/// Compiles files, which may not be all that there are.
fn load_ordered(mut ordered: Vec<&Source>, all: usize) -> (Rules, Vec<Fault>) {
    ordered.sort_by(|a, b| (a.layer, &a.name, &a.text).cmp(&(b.layer, &b.name, &b.text)));
    let mut faults = fault::Faults::new(&ordered);
    let mut folder = folder::read(&ordered, &mut faults);
    folder.lost.packs = ordered.len() < all;
    let rules = compile::compile(folder, &ordered, &mut faults);
    (rules, faults.finish())
}

/// Where a rule stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// The file's name within the rules, with forward slashes: `english/wanting.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

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
    /// Verbs that negate what follows without being cues: *fail to*.
    pub fails: PhraseSet,
    /// Finds words that open a condition; numbers point into `conditions`.
    pub condition_phrases: PhraseSet,
    /// What each of them means.
    pub conditions: Vec<Condition>,
    /// Phrases that refer back to the matter named just before.
    pub references: PhraseSet,
    /// Pronouns that do so right after a cue.
    pub reference_pronouns: PhraseSet,
    /// Phrases that name several holders at once: *both leaders*.
    pub plurals: PhraseSet,
    /// Phrases that stand for a group named just before: *the countries*.
    pub groups: PhraseSet,
    /// Phrases for the body of whoever is named by their possessive: *his government*.
    pub own_bodies: PhraseSet,
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
    /// The object.
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
    /// A quotation.
    pub quote: bool,
    /// The matter is its subject: *X is unrealistic*.
    pub subject: bool,
}

/// Actors, countries, titles and offices.
#[derive(Clone, Debug, Default)]
pub struct Actors {
    /// All actors, by id; countries are among them under their government's id.
    pub list: Vec<Actor>,
    /// Where in `list` an id stands; ids that are the same actor point to one place.
    pub by_id: BTreeMap<ActorId, usize>,
    /// Finds names; numbers point into `names`.
    pub name_phrases: PhraseSet,
    /// Whose name it is and of what kind.
    pub names: Vec<Name>,
    /// Finds words of origin, *Ukrainian*, and country names before a title; numbers point into `adjectives`.
    pub adjective_phrases: PhraseSet,
    /// The body or country id that the adjective names.
    pub adjectives: Vec<String>,
    /// Finds titles and offices; numbers point into `titles`.
    pub title_phrases: PhraseSet,
    /// What each of them is.
    pub titles: Vec<Title>,
    /// The leader's office of each country or body id.
    pub leaders: BTreeMap<String, OfficeId>,
    /// The actor that stands for each country or body id.
    pub bodies: BTreeMap<String, usize>,
    /// Family names that can be written in several ways.
    pub families: Families,
    /// Words before a title that make it a former one.
    pub former: Vec<crate::words::WordId>,
    /// Titles and honorifics that only a woman, or only a man, has.
    pub gendered: BTreeMap<crate::words::WordId, Gender>,
    /// Given names, in lower case, that only women, or only men, of the list have.
    pub given: BTreeMap<String, Gender>,
    /// Family names, in lower case, that stand before the given name.
    pub family_first: BTreeSet<String>,
}

/// What kind of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// One person.
    Person,
    /// A body with a name.
    Institution,
    /// Several who speak as one.
    Collective,
    /// A country and its government.
    Country,
}

/// Someone who can hold a stance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The id.
    pub id: ActorId,
    /// What kind.
    pub kind: ActorKind,
    /// The full name.
    pub name: String,
    /// The name a table row shows: a person's family name.
    pub short: String,
    /// A person's given names, in lower case.
    pub given: Vec<String>,
    /// A person's family name, in lower case, empty for others.
    pub family: String,
    /// Which pronouns can stand for the actor.
    pub gender: Gender,
    /// The side, as in `<@side:russia>`.
    pub side: Option<String>,
    /// Offices held.
    pub roles: Vec<Role>,
    /// The office whose holder this body speaks for.
    pub speaks_for: Option<(OfficeId, String)>,
    /// The countries or bodies whose leaders a collective stands for.
    pub members: BTreeSet<String>,
}

/// An office held for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The office.
    pub office: OfficeId,
    /// The country or body id.
    pub of: String,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Role {
    /// Whether the office is held on `day`.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// A name of an actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where in [`Actors::list`].
    pub actor: usize,
    /// What kind of name.
    pub kind: NameKind,
}

/// How much a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameKind {
    /// The full name, or another that is no one else's.
    Full,
    /// The family name alone.
    Family,
    /// The name of a country.
    Country,
    /// A capital that stands for a government.
    Capital,
}

/// A title or office phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Title {
    /// An office that roles name.
    Office {
        /// The office.
        id: OfficeId,
        /// The body it is an office of where the words name none: *taoiseach* is Ireland's.
        of: Option<String>,
    },
    /// *leader*: the office that leads the country or body.
    Leader,
    /// Makes its bearer a holder, on the roster or not.
    Bearer,
    /// Makes its bearer a private person.
    Private,
    /// Unnamed, stands for the body it speaks for.
    Spokesperson,
}

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
    /// Actors who have no cell on it.
    pub not_holders: Vec<ActorId>,
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

/// How near a context phrase must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Within {
    /// The same clause.
    Clause,
    /// The same sentence.
    Sentence,
    /// The same paragraph.
    Paragraph,
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
    /// As statements name it: `ukraine-peace/sanctions/names/3`.
    pub rule: String,
    /// The phrase as written.
    pub text: String,
    /// Where it stands.
    pub origin: Origin,
}

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
            quote,
            subject,
        } = self;
        (!noun || other.noun)
            && (!that_clause || other.that_clause)
            && (!to_verb || other.to_verb)
            && (!object_to_verb || other.object_to_verb)
            && (!verb_ing || other.verb_ing)
            && (!quote || other.quote)
            && (!subject || other.subject)
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
