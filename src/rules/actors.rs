//! Actors, countries, titles and offices, compiled.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::grammar::Gender;
use crate::id::{ActorId, OfficeId};
use crate::phrase::PhraseSet;
use crate::rules::Families;
use crate::words::WordId;

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
    /// Finds epithets, *the Bavarian leader*; numbers point into `epithets`.
    pub epithet_phrases: PhraseSet,
    /// Whose each of them is.
    pub epithets: Vec<Epithet>,
    /// The words of the epithets of each who has any.
    pub epithet_words: BTreeMap<usize, BTreeSet<WordId>>,
    /// Finds titles and offices; numbers point into `titles`.
    pub title_phrases: PhraseSet,
    /// What each of them is.
    pub titles: Vec<Title>,
    /// The leader's office of each country or body id.
    pub leaders: BTreeMap<String, OfficeId>,
    /// The actor that stands for each country or body id.
    pub bodies: BTreeMap<String, usize>,
    /// The first country or body id that an actor stands for.
    pub body_of: BTreeMap<usize, String>,
    /// Family names that can be written in several ways.
    pub families: Families,
    /// What the bearers of an office are called for short: *the minister*.
    pub called: BTreeMap<OfficeId, Vec<WordId>>,
    /// Words before a title that make it a former one.
    pub former: Vec<WordId>,
    /// Titles and honorifics that only a woman, or only a man, has.
    pub gendered: BTreeMap<WordId, Gender>,
    /// Given names, in lower case, that only women, or only men, of the list have.
    pub given: BTreeMap<String, Gender>,
    /// Family names, in lower case, that stand before the given name.
    pub family_first: BTreeSet<String>,
    /// Last words, in lower case, of names that are no person's: *Palace*, *University*.
    pub impersonal: BTreeSet<String>,
    /// Parties, and wings of politics: whoever is named with one is public.
    pub parties: PhraseSet,
    /// Phrases that describe a public figure behind a comma: *one of the leaders of*.
    pub describing: PhraseSet,
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
    /// Ids of the parties that a person belongs to or did, for whom they speak.
    pub parties: BTreeSet<String>,
    /// Offices held.
    pub roles: Vec<Role>,
    /// The office whose holder this body speaks for.
    pub speaks_for: Option<(OfficeId, String)>,
    /// The countries or bodies whose leaders a collective stands for.
    pub members: BTreeSet<String>,
}

/// What reports call somebody whom they have named: *the Bavarian leader*.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Epithet {
    /// Where in [`Actors::list`].
    pub actor: usize,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Epithet {
    /// Whether the person is called so on `day`.
    #[must_use]
    pub fn covers(&self, day: Date) -> bool {
        covers(self.from, self.to, day)
    }
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
        covers(self.from, self.to, day)
    }
}

fn covers(from: Option<Date>, to: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to)
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
    Spokesperson {
        /// Whether it speaks for the body of a person whose it is, too: *the mayor's spokesman*.
        of_owner: bool,
    },
}

impl Title {
    /// Whether its bearer, on the roster or not, is a holder.
    #[must_use]
    pub fn makes_public(&self) -> bool {
        !matches!(self, Self::Private)
    }
}
