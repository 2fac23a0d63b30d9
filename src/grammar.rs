//! What the words of a language can be in a sentence: closed classes, verb forms, pronouns.

use crate::words::{Token, WordId};

/// A closed class of words; one word can be in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// `the`, `a`, `this`
    Determiner,
    /// `his`, `their`
    Possessive,
    /// `all`, `both`, `several`
    Quantifier,
    /// `of`, `in`
    Preposition,
    /// `and`, `but`
    Coordinator,
    /// `because`, `after`
    Subordinator,
    /// `that`, `whether`
    Complementiser,
    /// `who`, `which`
    Relative,
    /// Relatives that stand for persons: `who`
    Personal,
    /// `what`, `why`
    Question,
    /// A form of *be*.
    Be,
    /// A form of *have*.
    Have,
    /// A form of *do*.
    Do,
    /// `will`, `must`
    Modal,
    /// `to` before a verb
    Infinitive,
    /// `also`, `again`
    Adverb,
    /// `Monday`, `week`
    Temporal,
    /// `one`, `two`
    Number,
    /// Adjectives that could be taken for verbs or heads.
    Adjective,
    /// Nouns that look like forms of verbs.
    Noun,
    /// `not`, `never`: single words that negate the verb they stand by.
    Not,
    /// `no`, `neither`: single words that negate the noun they open.
    No,
    /// A word before a name: `Mr`, `Sir`.
    Honorific,
    /// Prepositions that bring in a circumstance and no object: `after`, `during`.
    Adjunct,
    /// Modals that only call something possible: `could`, `may`.
    Possible,
    /// Modals of reported speech: `would`, `must`.
    Backshifted,
    /// Opens what is only supposed to be: `any` truce must be guarded.
    Supposing,
    /// Stands for no one before a verb: `there` is.
    Expletive,
    /// Verbs whose subject is given something: *get*, *receive*.
    Receiving,
    /// Nouns of what someone says or writes: *plan*, *statement*.
    Expression,
    /// Nouns of what is only spoken of: *issue*, *question*.
    Topic,
    /// Nouns of relatives: *father*, *wife*.
    Kin,
    /// Past forms that stand before no noun as its adjective: *the two said sanctions*.
    Spoken,
    /// Verbs that join a subject to what it is, beside *be*: *remain*, *become*.
    Linking,
    /// Verbs of going, calling, meeting, using and attacking, whose object does nothing: *visit*, *meet*.
    Visiting,
    /// Nouns of several who act as one, among whom whoever speaks of them may be: *party*, *government*.
    Collective,
    /// Begins an aside: `above` in *above all*.
    Aside,
}

/// A form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum VerbForm {
    /// `reject`
    Base,
    /// `rejects`
    Third,
    /// `rejected` as in *he rejected it*
    Past,
    /// `rejected` as in *was rejected*
    Participle,
    /// `rejecting`
    Ing,
}

/// The classes and verb forms of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordInfo {
    classes: u64,
    forms: u8,
    /// Whether a form of a verb is a common noun as well: `call`, `plans`.
    pub noun_too: bool,
}

impl WordInfo {
    /// Adds a class.
    pub fn add(&mut self, class: Class) {
        self.classes |= 1 << class as u64;
    }

    /// Adds a verb form.
    pub fn add_form(&mut self, form: VerbForm) {
        self.forms |= 1 << form as u8;
    }

    /// The same word with one more verb form.
    #[must_use]
    pub fn with_form(mut self, form: VerbForm) -> Self {
        self.add_form(form);
        self
    }

    /// Whether the word is in the class.
    #[must_use]
    pub fn is(self, class: Class) -> bool {
        self.classes & (1 << class as u64) != 0
    }

    /// Whether the word is in any of the classes.
    #[must_use]
    pub fn is_any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.is(class))
    }

    /// Whether the word can be this form of a verb.
    #[must_use]
    pub fn can_be(self, form: VerbForm) -> bool {
        self.forms & (1 << form as u8) != 0
    }

    /// Whether the word can be a form of a main verb.
    #[must_use]
    pub fn is_verb(self) -> bool {
        self.forms != 0
    }

    /// Whether no verb form and no class is known but those that only tell what a word means.
    #[must_use]
    pub fn is_open(self) -> bool {
        const OF_MEANING: u64 = 1 << Class::Receiving as u64
            | 1 << Class::Expression as u64
            | 1 << Class::Topic as u64
            | 1 << Class::Kin as u64
            | 1 << Class::Spoken as u64
            | 1 << Class::Linking as u64
            | 1 << Class::Visiting as u64
            | 1 << Class::Collective as u64;
        self.classes & !OF_MEANING == 0 && self.forms == 0
    }
}

/// Whom a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    /// `he`
    He,
    /// `she`
    She,
    /// `it`: a body, not a person
    It,
    /// Any.
    Any,
}

/// A personal pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a case or number of the rule files, and several can hold together"
)]
pub struct Pronoun {
    /// 1, 2 or 3.
    pub person: u8,
    /// Whether it stands for several.
    pub many: bool,
    /// Whom it can stand for.
    pub gender: Gender,
    /// Whether it can be a subject.
    pub subject: bool,
    /// Whether it can be an object.
    pub object: bool,
    /// Whether it stands before a noun as its owner: `his`.
    pub possessive: bool,
}

/// The closed classes, verbs and pronouns of a language.
#[derive(Clone, Debug, Default)]
pub struct Grammar {
    /// Language code: `en`.
    pub language: String,
    /// For each word id.
    pub infos: Vec<WordInfo>,
    /// Pronouns by word.
    pub pronouns: Vec<(WordId, Pronoun)>,
    /// Endings of adverbs: `ly`.
    pub adverb_endings: Vec<String>,
    /// Endings of past forms, for words that no list has: `ed`.
    pub past_endings: Vec<String>,
    /// Endings of nouns that only look plural: `is` in *crisis*.
    pub singular_endings: Vec<String>,
    /// How plurals end, as the rules of inflection make them: `s`, `ies`.
    pub plural_endings: Vec<String>,
    /// Words in lower case, without the stop, after which a full stop ends no sentence.
    pub abbreviations: Vec<String>,
    /// Single words that bring someone in as its doer or origin: `by`.
    pub by: Vec<WordId>,
    /// Auxiliaries that open a condition before their subject: *should Moscow fail*.
    pub inverted: Vec<WordId>,
    /// Words that set what is right against what was denied: *not arms but talks*.
    pub contrast: Vec<WordId>,
    /// Conjunctions that set a report beside what it reports: *as X said*.
    pub echo: Vec<WordId>,
    /// Words that only stress the noun before them: `himself`.
    pub emphatic: Vec<WordId>,
    /// Nouns that stand for what a relative clause says: `something that`.
    pub placeholder: Vec<WordId>,
    /// Nouns whose clause tells what they are: `the fact that`.
    pub telling: Vec<WordId>,
    /// Adverbs that take the denial away: `not only`.
    pub only: Vec<WordId>,
    /// Words before a number that only tell how exact it is: `more than`, `at least`.
    pub roughly: Vec<Vec<WordId>>,
    /// Phrases that stand anywhere and change nothing around them: *above all*.
    pub asides: Vec<Vec<WordId>>,
    /// How many words the longest of them has.
    pub longest_aside: usize,
    /// Nouns whose *to* brings in a noun group: `opposition to aid`.
    pub toward: Vec<WordId>,
    /// Verbs of those who are asked something.
    pub asking: Vec<WordId>,
    /// Answers that agree.
    pub yes: Vec<WordId>,
    /// Answers that deny.
    pub denial: Vec<WordId>,
    /// Words that end an age: `the 60-year-old`.
    pub aged: Vec<WordId>,
    /// Nouns that a day or a year follows: `September 5`.
    pub months: Vec<WordId>,
    /// Prepositions that bring in what is opposed: `a motion against`.
    pub against: Vec<WordId>,
    /// Nouns for a part of several: `a majority of senators`.
    pub share: Vec<WordId>,
    /// Prepositions that bring in the subject of an infinitive: `for the ban to be lifted`.
    pub doing: Vec<WordId>,
    /// Adjectives of a part of the world, written with a capital and no one's name: `European`.
    pub regional: Vec<WordId>,
    /// Words that open a call for more, where no verb does: `more arms`.
    pub more: Vec<WordId>,
    /// Words that bring in what is to wait for something else: `before any truce`.
    pub waiting: Vec<WordId>,
    /// Join what is denied together: "has not asked or sought".
    pub alternative: Vec<WordId>,
    /// Verbs whose subject writes or brings in the paper that is their object: *published*, *filed*.
    pub authoring: Vec<WordId>,
    /// Verbs by which their subject and their object come together: *met*, *hosted*.
    pub meeting: Vec<WordId>,
    /// Prepositions that are verbs right behind a noun: "a law barring them".
    pub excepting: Vec<WordId>,
    /// Verbs of what is done to somebody over what is theirs: "criticised Smith for his plan".
    pub faulting: Vec<WordId>,
    /// Open a sentence with one who does the same as its subject: "like Smith, Jones wants".
    pub alike: Vec<WordId>,
    /// Verbs that stand by a bare verb behind them: "helped draft the bill".
    pub helping: Vec<WordId>,
    /// Verbs that tell what a plan or demand holds, as *be* tells what it is: *includes*.
    pub containing: Vec<WordId>,
    /// Past forms that are participles behind a noun, where no object follows: *men linked to Rome*.
    pub reduced: Vec<WordId>,
    /// Bring in one more who does the same: *so does Jones*, *nor will Jones*.
    pub likewise: Vec<WordId>,
    /// Stand for whoever does what a relative clause tells: *those who*, *anyone who*.
    pub anyone: Vec<WordId>,
    /// Past forms of verbs that take *by* and no doer: *stood by its promise*.
    pub standing: Vec<WordId>,
    /// Stand for a thing by themselves where a verb follows: *this* in "this means".
    pub pointing: Vec<WordId>,
    /// Stand for a thing by themselves, with no name behind them: *something* in "something Kyiv wants".
    pub anything: Vec<WordId>,
    /// Prepositions that bring in those of whom somebody is one: *is among those who*.
    pub among: Vec<WordId>,
    /// Prepositions that bring in the party somebody belongs to: *Ann Smith of the Greens*.
    pub belonging: Vec<WordId>,
    /// Prepositions that bring in the paper by whose terms something is to be: `under the draft`.
    pub terms: Vec<WordId>,
    /// Prepositions that open a sentence with the one in whose view it holds: `for the mayor, the ban is`.
    pub viewpoint: Vec<WordId>,
    /// Words that open what was done before or is still to be done: `after`, `once`.
    pub sequence: Vec<WordId>,
    /// Prepositions that bring in what a name does: `against Kyiv joining`.
    pub gerund: Vec<WordId>,
    /// Prepositions that bring in whose judgement something is, whoever speaks: unacceptable `to` Kyiv.
    pub judging: Vec<WordId>,
    /// Words that join others to a subject: `along` with Sweden, as `well` as Sweden.
    pub joining: Vec<WordId>,
    /// Words for a part of several: `few` leaders.
    pub few: Vec<WordId>,
    /// Prepositions that bring in a clause without a finite verb: `with Kyiv ceding`.
    pub absolute: Vec<WordId>,
    /// Bring in some of those that a noun speaks of: *hawks like Smith*.
    pub instance: Vec<WordId>,
    /// Honorifics that stand before a given name alone: `Sir`, `Dame`.
    pub dubbed: Vec<WordId>,
    /// Numbers in words, from two on.
    pub counts: Vec<WordId>,
    /// Base forms of auxiliaries: `be`, `have`, `do`.
    pub bases: Vec<WordId>,
    /// Single words that make a title someone named before: `the`, `that`.
    pub definite: Vec<WordId>,
    /// Single words that link an owner after its noun: `of`, `from`.
    pub of: Vec<WordId>,
}

impl Grammar {
    /// What is known of a word.
    #[must_use]
    pub fn info(&self, word: WordId) -> WordInfo {
        self.infos.get(word.index()).copied().unwrap_or_default()
    }

    /// Whether a token is a word of the class.
    #[must_use]
    pub fn is(&self, token: &Token, class: Class) -> bool {
        self.info(token.word).is(class)
    }

    /// How many of the tokens that a text goes on with are an aside: none, or all words of *above all*.
    #[must_use]
    pub fn aside(&self, tokens: &[Token]) -> usize {
        let begins = tokens
            .first()
            .is_some_and(|first| self.is(first, Class::Aside));
        if !begins {
            return 0;
        }
        let stands = |phrase: &&Vec<WordId>| {
            let words = tokens.iter().map(|token| token.word);
            phrase.len() <= tokens.len() && words.zip(*phrase).all(|(one, other)| one == *other)
        };
        let asides = self.asides.iter().filter(stands);
        asides.map(Vec::len).max().unwrap_or(0)
    }

    /// Whether one of the tokens is a word of one of the classes.
    #[must_use]
    pub fn any_is(&self, tokens: &[Token], classes: &[Class]) -> bool {
        let mut words = tokens.iter().map(|token| self.info(token.word));
        words.any(|info| info.is_any(classes))
    }

    /// The pronoun that a word is.
    #[must_use]
    pub fn pronoun(&self, word: WordId) -> Option<Pronoun> {
        self.pronouns
            .iter()
            .find(|(id, _)| *id == word)
            .map(|(_, pronoun)| *pronoun)
    }

    /// Whether a word ends as plurals do, as far as its form tells: *allies*, and not *boss*, where the
    /// ending's letters stand twice.
    #[must_use]
    pub fn looks_plural(&self, written: &str) -> bool {
        let mut endings = self.plural_endings.iter();
        let singular = ends_in(written, &self.singular_endings);
        !singular
            && endings.any(|ending| {
                let stem = written.strip_suffix(ending.as_str());
                stem.is_some_and(|stem| !stem.ends_with(ending.as_str()))
            })
    }
}

/// Whether a word has one of the endings of a list of the grammar.
pub(crate) fn ends_in(written: &str, endings: &[String]) -> bool {
    let mut endings = endings.iter();
    endings.any(|ending| written.ends_with(ending.as_str()))
}
