//! What each word of a sentence is: tags from closed classes, verb forms and the words around.

mod before;
mod connectors;
mod content;
mod lookahead;
mod numbers;
mod present;
mod verbs;

use std::ops::Range;

use crate::clause::tags::before::follows_subject;
use crate::grammar::{Class, Grammar, VerbForm, WordInfo, ends_in};
use crate::text::Text;
use crate::words::{Mark, Token};

/// How long a word can be whose ending tells nothing: *fly* and *rely* are no adverbs, *need* no past form.
const LONGEST_WITHOUT_ENDING: usize = 4;

/// What a token is in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// A determiner, possessive pronoun, number or quantifier: opens a noun group.
    Det,
    /// An adjective.
    Adj,
    /// A common noun, and every word that nothing else is known of.
    Noun,
    /// A name.
    Name,
    /// A noun of time.
    Time,
    /// A personal pronoun.
    Pron,
    /// A preposition.
    Prep,
    /// *and*, *or*, *but*
    Coord,
    /// Opens an adverbial clause.
    Subord,
    /// Opens a complement clause.
    Comp,
    /// Opens a relative clause.
    Rel,
    /// A form of be, have or do.
    Aux,
    /// A modal.
    Modal,
    /// *to* before a verb.
    To,
    /// *not*, *never*
    Not,
    /// An adverb or particle.
    Adv,
    /// A main verb.
    Verb(VerbForm),
    /// A punctuation mark.
    Mark(Mark),
}

impl Tag {
    /// Whether the word can stand inside a noun group before its head.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Det | Self::Adj | Self::Noun | Self::Name | Self::Time
        )
    }
}

/// The tags of the tokens in `range`.
pub(super) fn tag(
    text: &Text,
    range: Range<usize>,
    grammar: &Grammar,
    reports: &dyn Fn(usize) -> bool,
    names: &dyn Fn(usize) -> Option<Tag>,
) -> Vec<Tag> {
    let tokens = &text.tokens[range.clone()];
    let first = range.start;
    let known = |at: usize| names(first + at);
    let reports = |at: usize| reports(first + at);
    let tagger = Tagger {
        known: &known,
        reports: &reports,
        tokens,
        source: text.source,
        grammar,
        title_case: is_title_case(text, tokens, grammar),
        headline: tokens.last().is_some_and(Token::is_word),
    };
    let mut tags = Vec::with_capacity(tokens.len());
    for at in 0..tokens.len() {
        let tag = tagger.tag(at, &tags);
        tags.push(tag);
    }
    tags
}

/// Whether nearly every word has a capital: headlines leave *of* and *the* small, and hardly a verb or
/// noun.
fn is_title_case(text: &Text, tokens: &[Token], grammar: &Grammar) -> bool {
    let words = tokens.iter().filter(|token| token.is_word());
    let capitals = words.clone().filter(|token| token.capital).count();
    let small = words.clone().filter(|token| {
        let info = grammar.info(token.word);
        let letter = token.span.of(text.source).starts_with(char::is_lowercase);
        let content =
            info.is_open() || info.is_verb() || info.is_any(&[Class::Noun, Class::Adjective]);
        let helps = info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Preposition]);
        letter && !token.joined && content && !helps
    });
    let words = words.clone().count();
    words > 3 && capitals * 10 >= words * 6 && small.count() * 10 <= words
}

struct Tagger<'a> {
    /// What names and words of origin are tagged.
    known: &'a dyn Fn(usize) -> Option<Tag>,
    /// Whether a token heads a reporting or thinking cue.
    reports: &'a dyn Fn(usize) -> bool,
    tokens: &'a [Token],
    source: &'a str,
    grammar: &'a Grammar,
    /// Whether nearly every word has a capital, so that capitals make no name.
    title_case: bool,
    /// Whether no mark ends it, as in headlines, where an object has no article: "UN chief urges truce".
    headline: bool,
}

impl Tagger<'_> {
    fn info(&self, at: usize) -> WordInfo {
        let Some(token) = self.tokens.get(at) else {
            return WordInfo::default();
        };
        let info = self.grammar.info(token.word);
        if info.is_open() && self.has_past_ending(token) {
            return info
                .with_form(VerbForm::Past)
                .with_form(VerbForm::Participle);
        }
        info
    }

    /// "firebombed": a word that no list knows, with the ending of a past form.
    fn has_past_ending(&self, token: &Token) -> bool {
        let written = token.span.of(self.source);
        !token.capital
            && !token.joined
            && written.len() > LONGEST_WITHOUT_ENDING
            && ends_in(written, &self.grammar.past_endings)
    }

    /// The next word after `at`, marks of quotation and signs before numbers passed over; nothing at any
    /// other mark.
    fn next_word(&self, at: usize) -> Option<usize> {
        let next = self.skip(at + 1, |token| token.mark() == Some(Mark::Quote))?;
        let next = next + usize::from(self.is_of_amount(next));
        self.tokens[next].is_word().then_some(next)
    }

    fn skip(&self, mut at: usize, pass: impl Fn(&Token) -> bool) -> Option<usize> {
        while self.tokens.get(at).is_some_and(&pass) {
            at += 1;
        }
        (at < self.tokens.len()).then_some(at)
    }

    /// The tag before `at` that counts: adverbs, negations and quotation marks passed over.
    fn before(tags: &[Tag]) -> Option<Tag> {
        tags.iter()
            .rev()
            .find(|tag| !matches!(tag, Tag::Adv | Tag::Not | Tag::Mark(Mark::Quote)))
            .copied()
    }

    fn tag(&self, at: usize, tags: &[Tag]) -> Tag {
        let token = &self.tokens[at];
        if let Some(mark) = token.mark() {
            // "a $3 billion loan"
            return if self.is_of_amount(at) {
                Tag::Det
            } else {
                Tag::Mark(mark)
            };
        }
        if let Some(tag) = (self.known)(at) {
            return tag;
        }
        if self.is_in_aside(at) || self.is_rough(at, tags) {
            return Tag::Adv;
        }
        if self.is_of_date(at, tags) {
            return Tag::Time;
        }
        if self.is_aged(at) {
            return Tag::Noun;
        }
        let info = self.info(at);
        let before = Self::before(tags);
        if self.is_name(at, info, tags) {
            return self.name(at, info, tags);
        }
        // "the read-out": the second half of a noun made of a verb.
        if token.joined && info.is(Class::Preposition) && tags.last() == Some(&Tag::Noun) {
            return Tag::Noun;
        }
        if info.is(Class::Not) && self.is_not_only(at) {
            return Tag::Adv;
        }
        if info.is(Class::Not) {
            let lists = info.is(Class::Coordinator)
                && (self.follows_neither(at, tags) || self.denies_again(at, tags));
            return if lists { Tag::Coord } else { Tag::Not };
        }
        if self.opens_inverted(at, tags) {
            return Tag::Subord;
        }
        if info.is(Class::Modal)
            && match before {
                Some(Tag::Adj) => self.waits_for_base(at),
                Some(Tag::Det | Tag::Prep) => false,
                _ => true,
            }
        {
            return Tag::Modal;
        }
        if info.is_any(&[Class::Be, Class::Have, Class::Do]) {
            return Tag::Aux;
        }
        if info.is(Class::Infinitive) {
            return self.to(at);
        }
        if let Some(tag) = self.that(at, info, before, tags) {
            return tag;
        }
        if info.is(Class::Expletive)
            && !follows_subject(tags)
            && self
                .next_word(at)
                .is_some_and(|next| self.verbal_start(next))
        {
            return Tag::Pron;
        }
        self.pronoun(at, info, tags)
            .or_else(|| self.connector(at, info, tags, before))
            .unwrap_or_else(|| self.content(at, info, tags, before))
    }

    /// "not only right but wise": denies nothing.
    fn is_not_only(&self, at: usize) -> bool {
        let next = self.next_word(at).map(|next| self.tokens[next].word);
        let only = next.is_some_and(|word| self.grammar.only.contains(&word));
        let contrast = |token: &Token| self.grammar.contrast.contains(&token.word);
        only && self.tokens[at..].iter().any(contrast)
    }

    /// "Neither Rome nor Paris": whether a word that denies opens the noun group which a second one goes on
    /// with.
    fn follows_neither(&self, at: usize, tags: &[Tag]) -> bool {
        let denies = (0..at)
            .rev()
            .find(|&before| self.info(before).is(Class::No) || !tags[before].is_nominal());
        let opens = denies.is_some_and(|before| self.info(before).is(Class::No));
        opens
            && self
                .next_word(at)
                .is_some_and(|next| self.nominal_start(next))
    }

    /// "neither backs it nor sends arms": whether a second verb is denied as one before it was.
    fn denies_again(&self, at: usize, tags: &[Tag]) -> bool {
        let denied = (0..at).any(|before| {
            tags[before] == Tag::Not
                && self.info(before).is(Class::No)
                && matches!(tags.get(before + 1), Some(Tag::Verb(_)))
        });
        let next = self.next_word(at);
        denied && next.is_some_and(|next| self.info(next).is_verb())
    }

    /// *he*, and *his* before what he owns.
    fn pronoun(&self, at: usize, info: WordInfo, tags: &[Tag]) -> Option<Tag> {
        let word = self.tokens[at].word;
        let pronoun = self.grammar.pronoun(word)?;
        // "the president himself said"
        let after_noun = matches!(tags.last(), Some(Tag::Noun | Tag::Name));
        if after_noun && self.grammar.emphatic.contains(&word) {
            return Some(Tag::Adv);
        }
        let owner = pronoun.possessive || info.is(Class::Possessive);
        let next = self.next_word(at);
        // "its blacklist": what cannot stand alone opens a noun group.
        let only_owner = pronoun.possessive && !pronoun.object && !pronoun.subject;
        let opens = only_owner || owner && next.is_some_and(|next| self.nominal_start(next));
        Some(if opens { Tag::Det } else { Tag::Pron })
    }

    /// Whether a capital makes the word a name: not where a sentence, a quotation or a label opens.
    fn is_name(&self, at: usize, info: WordInfo, tags: &[Tag]) -> bool {
        let token = &self.tokens[at];
        let first = tags.iter().all(|tag| matches!(tag, Tag::Mark(_)));
        let after_mark = matches!(
            tags.last(),
            None | Some(Tag::Mark(Mark::Colon | Mark::Quote | Mark::Dash))
        );
        let plain = !first
            && !after_mark
            && !self.title_case
            && !self.keeps_class(token, info)
            && !self.is_regional(at);
        token.capital && plain || self.is_initial(at, tags)
    }

    /// "European plans": whether a word tells what part of the world the noun behind it is of.
    pub(super) fn is_regional(&self, at: usize) -> bool {
        let listed = self.grammar.regional.contains(&self.tokens[at].word);
        let next = self.next_word(at).filter(|_| listed);
        next.is_some_and(|next| self.noun_like(next) && !self.tokens[next].capital)
    }

    /// "Ann A. Smith": a single capital with a stop between two names.
    fn is_initial(&self, at: usize, tags: &[Tag]) -> bool {
        let name_follows = self.tokens.get(at + 1).is_some_and(|next| next.capital);
        self.tokens[at].is_initial(self.source) && name_follows && tags.last() == Some(&Tag::Name)
    }

    /// Whether a capitalised word inside a sentence keeps the class its small form has.
    fn keeps_class(&self, token: &Token, info: WordInfo) -> bool {
        info.is(Class::Temporal)
            || self.grammar.pronoun(token.word).is_some() && !token.capitals
            || info.is_any(&[Class::Determiner, Class::Be, Class::Coordinator]) && !token.capitals
            || info.is_any(&[Class::Not, Class::Modal]) && token.capitals
    }

    fn name(&self, at: usize, info: WordInfo, tags: &[Tag]) -> Tag {
        // "Ann Brown said": an adjective that ends a name is part of it.
        let ends_name = tags.last() == Some(&Tag::Name)
            && !self.tokens[at].joined
            && self.next_word(at).is_none_or(|next| !self.noun_like(next));
        let adjective = info.is(Class::Adjective) && !info.is_verb();
        if adjective && !self.tokens[at].possessive && !ends_name {
            return Tag::Adj;
        }
        if info.is(Class::Temporal) && !self.tokens[at].possessive {
            Tag::Time
        } else {
            Tag::Name
        }
    }
}
