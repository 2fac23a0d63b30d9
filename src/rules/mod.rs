//! Rules as the stages use them: compiled once, shared unchanged.
//!
//! In: rule files as text with a name. Out: [`Rules`], or every fault with its place. The files'
//! own shapes are in `file`, their checking and compiling beside it.

mod actors;
mod check;
mod compile;
mod example;
mod families;
mod fault;
mod file;
mod folder;
mod lexicon;
mod pack;
mod report;
mod schema;
mod shape;
mod source;
mod syntax;

pub use self::actors::{Actor, ActorKind, Actors, Epithet, Name, NameKind, Role, Title};
pub use self::example::{CueFamily, Example, Expectation, Family, Frame};
pub use self::families::Families;
pub(crate) use self::families::{Letters, SHORTEST_ALIKE, transliterated};
pub use self::fault::{Fault, FaultKind};
pub use self::lexicon::{Condition, Cue, CueHolder, Holding, Lexicon, Several, Takes};
pub use self::pack::{Pack, PhraseKind, Position, PositionPhrase, Within};
pub use self::report::report;
pub use self::schema::schemas;
pub use self::source::{Role as SourceRole, Source, embedded};

use crate::grammar::Grammar;
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
