//! What each word of a sentence is: tags from closed classes, verb forms and the words around.

mod lookahead;
mod verbs;

use std::ops::Range;

use crate::grammar::{Class, Grammar, VerbForm, WordInfo};
use crate::text::Text;
use crate::words::{Mark, Token};

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
    pub(super) fn is_nominal(self) -> bool {
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
    names: &dyn Fn(usize) -> Option<Tag>,
) -> Vec<Tag> {
    let tokens = &text.tokens[range.clone()];
    let words = tokens.iter().filter(|t| t.is_word()).count();
    let capitals = tokens.iter().filter(|t| t.is_word() && t.capital).count();
    let first = range.start;
    let known = |at: usize| names(first + at);
    let tagger = Tagger {
        known: &known,
        tokens,
        source: text.source,
        grammar,
        title_case: words > 3 && capitals * 10 >= words * 6,
    };
    let mut tags = Vec::with_capacity(tokens.len());
    for at in 0..tokens.len() {
        let tag = tagger.tag(at, &tags);
        tags.push(tag);
    }
    tags
}

/// Whether a noun group waits for its verb at the end of `tags`.
fn waits(tags: &[Tag]) -> bool {
    let mut noun = false;
    for (at, tag) in tags.iter().enumerate().rev() {
        match tag {
            Tag::Verb(_) | Tag::Aux | Tag::Modal | Tag::To => return false,
            Tag::Subord
            | Tag::Comp
            | Tag::Rel
            | Tag::Mark(Mark::Colon | Mark::Semicolon | Mark::Stop) => break,
            Tag::Mark(Mark::Comma) if noun => break,
            Tag::Noun | Tag::Name | Tag::Pron => {
                let in_phrase = tags[..at]
                    .iter()
                    .rev()
                    .find(|t| !t.is_nominal())
                    .is_some_and(|t| *t == Tag::Prep);
                noun |= !in_phrase;
            }
            _ => {}
        }
    }
    noun
}

/// Whether only marks stand in `tags`, or a conjunction last.
fn opens_sentence(tags: &[Tag]) -> bool {
    tags.iter().all(|tag| matches!(tag, Tag::Mark(_))) || tags.last() == Some(&Tag::Coord)
}

/// Whether a clause can start after `tags`: after a mark or conjunction, or a noun group that
/// hangs on a preposition and so is no subject.
fn starts_clause(tags: &[Tag]) -> bool {
    let before = tags.iter().rposition(|tag| !tag.is_nominal());
    match (tags.last(), before.map(|at| tags[at])) {
        (None | Some(Tag::Mark(_) | Tag::Coord), _) => true,
        (Some(last), Some(Tag::Prep)) => last.is_nominal(),
        _ => false,
    }
}

struct Tagger<'a> {
    /// What names and words of origin are tagged.
    known: &'a dyn Fn(usize) -> Option<Tag>,
    tokens: &'a [Token],
    source: &'a str,
    grammar: &'a Grammar,
    /// Whether nearly every word has a capital, so that capitals make no name.
    title_case: bool,
}

impl Tagger<'_> {
    fn info(&self, at: usize) -> WordInfo {
        self.tokens
            .get(at)
            .map(|token| self.grammar.info(token.word))
            .unwrap_or_default()
    }

    /// The next word after `at`, marks of quotation passed over; nothing at any other mark.
    fn next_word(&self, at: usize) -> Option<usize> {
        self.skip(at + 1, |token| token.mark() == Some(Mark::Quote))
            .filter(|&next| self.tokens[next].is_word())
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
            return Tag::Mark(mark);
        }
        if let Some(tag) = (self.known)(at) {
            return tag;
        }
        let info = self.info(at);
        let before = Self::before(tags);
        let first = tags.iter().all(|tag| matches!(tag, Tag::Mark(_)));
        let after_mark = matches!(
            tags.last(),
            None | Some(Tag::Mark(Mark::Colon | Mark::Quote | Mark::Dash))
        );
        if token.capital
            && !first
            && !after_mark
            && !self.title_case
            && !self.keeps_class(token, info)
        {
            return self.name(at, info);
        }
        // "the read-out": the second half of a noun made of a verb.
        if token.joined && info.is(Class::Preposition) && tags.last() == Some(&Tag::Noun) {
            return Tag::Noun;
        }
        if info.is(Class::Not) {
            return Tag::Not;
        }
        if self.opens_inverted(at, tags) {
            return Tag::Subord;
        }
        if info.is(Class::Modal) && !matches!(before, Some(Tag::Det | Tag::Adj | Tag::Prep)) {
            return Tag::Modal;
        }
        if info.is_any(&[Class::Be, Class::Have, Class::Do]) {
            return Tag::Aux;
        }
        if info.is(Class::Infinitive) {
            return self.to(at);
        }
        if let Some(tag) = self.that(at, info, before) {
            return tag;
        }
        if info.is(Class::Expletive)
            && self
                .next_word(at)
                .is_some_and(|next| self.verbal_start(next))
        {
            return Tag::Pron;
        }
        if let Some(pronoun) = self.grammar.pronoun(token.word) {
            let next_is_noun = self
                .next_word(at)
                .is_some_and(|next| self.nominal_start(next));
            let owner = pronoun.possessive || info.is(Class::Possessive);
            // "its blacklist": what cannot stand alone opens a noun group.
            let only_owner = pronoun.possessive && !pronoun.object && !pronoun.subject;
            return if only_owner || owner && next_is_noun {
                Tag::Det
            } else {
                Tag::Pron
            };
        }
        self.connector(at, info, tags, before)
            .unwrap_or_else(|| self.content(at, info, tags, before))
    }

    /// "should the talks fail": an auxiliary before its subject, not in a question or after one.
    fn opens_inverted(&self, at: usize, tags: &[Tag]) -> bool {
        let question = self
            .tokens
            .iter()
            .any(|token| token.mark() == Some(Mark::Question));
        let subject = |next: usize| {
            let info = self.info(next);
            (self.known)(next) == Some(Tag::Name)
                || info.is_any(&[Class::Determiner, Class::Possessive, Class::Expletive])
                || self
                    .grammar
                    .pronoun(self.tokens[next].word)
                    .is_some_and(|p| p.subject && !p.possessive)
        };
        !question
            && self.grammar.inverted.contains(&self.tokens[at].word)
            && starts_clause(tags)
            && !waits(tags)
            && (!self.info(at).is(Class::Be) || opens_sentence(tags))
            && self.next_word(at).is_some_and(subject)
            && self.later_verb(at + 1)
    }

    /// Whether a capitalised word inside a sentence keeps the class its small form has.
    fn keeps_class(&self, token: &Token, info: WordInfo) -> bool {
        info.is(Class::Temporal)
            || self.grammar.pronoun(token.word).is_some() && !token.capitals
            || info.is_any(&[Class::Determiner, Class::Be, Class::Coordinator]) && !token.capitals
            || info.is_any(&[Class::Not, Class::Modal]) && token.capitals
    }

    fn name(&self, at: usize, info: WordInfo) -> Tag {
        if info.is(Class::Adjective) && !info.is_verb() && !self.tokens[at].possessive {
            return Tag::Adj;
        }
        if info.is(Class::Temporal) && !self.tokens[at].possessive {
            Tag::Time
        } else {
            Tag::Name
        }
    }

    /// `to`: before the base form of a verb a marker, else a preposition.
    fn to(&self, at: usize) -> Tag {
        let mut next = at + 1;
        while let Some(word) = self.next_word(next - 1) {
            let info = self.info(word);
            let capital = self.tokens[word].capital && !self.title_case;
            if (info.can_be(VerbForm::Base) || info.is_any(&[Class::Be, Class::Have, Class::Do]))
                && !capital
            {
                return Tag::To;
            }
            if info.is_any(&[Class::Adverb, Class::Not]) || self.is_adverb(word, info) {
                next = word + 1;
                continue;
            }
            return Tag::Prep;
        }
        Tag::Prep
    }

    /// Words that open clauses after a noun or verb: *that*, *who*, *which*.
    fn that(&self, at: usize, info: WordInfo, before: Option<Tag>) -> Option<Tag> {
        let next = self.next_word(at);
        let after_noun = matches!(before, Some(Tag::Noun | Tag::Name | Tag::Time | Tag::Pron));
        let next_verbal = next
            .filter(|&next| !self.info(next).is(Class::Expletive))
            .is_some_and(|next| self.verbal_start(next) || after_noun && self.only_finite(next));
        if info.is(Class::Complementiser) {
            if info.is(Class::Determiner) {
                // that
                let parted = self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|token| token.mark() == Some(Mark::Comma));
                return Some(
                    if parted && matches!(before, Some(Tag::Verb(_) | Tag::Noun | Tag::Adj)) {
                        Tag::Comp
                    } else if next_verbal && after_noun {
                        Tag::Rel
                    } else if next_verbal || next.is_none() {
                        Tag::Pron
                    } else if self.opens_content(at, before) {
                        Tag::Comp
                    } else {
                        Tag::Det
                    },
                );
            }
            if !info.is(Class::Subordinator) {
                return Some(Tag::Comp);
            }
        }
        if info.is(Class::Relative) {
            let open = matches!(
                before,
                Some(
                    Tag::Noun
                        | Tag::Name
                        | Tag::Pron
                        | Tag::Time
                        | Tag::Det
                        | Tag::Prep
                        | Tag::Mark(Mark::Comma | Mark::Dash | Mark::Open)
                )
            );
            if open && !info.is(Class::Subordinator) {
                return Some(Tag::Rel);
            }
        }
        if info.is(Class::Question) && !info.is(Class::Determiner) && !info.is(Class::Subordinator)
        {
            return Some(Tag::Comp);
        }
        None
    }

    /// Whether *that* opens what is said, and is no determiner.
    fn opens_content(&self, at: usize, before: Option<Tag>) -> bool {
        match before {
            None
            | Some(
                Tag::Prep
                | Tag::Subord
                | Tag::To
                | Tag::Mark(Mark::Stop | Mark::Semicolon | Mark::Colon),
            ) => false,
            Some(Tag::Coord) => self.finite_ahead(at + 1),
            Some(_) => true,
        }
    }

    /// Conjunctions and prepositions.
    fn connector(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        before: Option<Tag>,
    ) -> Option<Tag> {
        if info.is(Class::Coordinator)
            && !(info.is(Class::Adverb)
                && matches!(tags.last(), Some(Tag::Aux | Tag::Modal | Tag::Not)))
        {
            return Some(Tag::Coord);
        }
        let next = self.next_word(at);
        let again = info.is(Class::Adverb)
            && next.is_some_and(|next| {
                self.info(next).is(Class::Adverb) && !self.info(next).is(Class::Preposition)
            });
        if info.is(Class::Subordinator) && !again {
            let only = !info.is_any(&[Class::Preposition, Class::Adverb]);
            let of = next.is_some_and(|next| self.grammar.of.contains(&self.tokens[next].word));
            let participle = next.is_some_and(|next| self.info(next).can_be(VerbForm::Ing));
            let subjectless = next.is_none_or(|next| self.verbal_start(next));
            let ahead = self.finites_ahead(at + 1);
            let needed = 1 + usize::from(waits(tags));
            if !of && (only || !participle && !subjectless && ahead >= needed) {
                return Some(Tag::Subord);
            }
        }
        if info.is(Class::Preposition) {
            let verb_before = matches!(tags.last(), Some(Tag::Verb(_)));
            let particle = info.is(Class::Adverb)
                && verb_before
                && next.is_none_or(|next| {
                    self.info(next).is_any(&[
                        Class::Preposition,
                        Class::Infinitive,
                        Class::Subordinator,
                        Class::Coordinator,
                    ])
                });
            let verb = info.is_verb() && matches!(before, Some(Tag::Aux | Tag::Modal | Tag::To));
            if !particle && !verb && next.is_some() {
                return Some(Tag::Prep);
            }
            if !verb {
                return Some(Tag::Adv);
            }
        }
        None
    }

    /// Nouns, adjectives, adverbs and verbs.
    fn content(&self, at: usize, info: WordInfo, tags: &[Tag], before: Option<Tag>) -> Tag {
        let token = &self.tokens[at];
        let next = self.next_word(at);
        if info.is(Class::Quantifier) && next.is_some_and(|next| self.acts(next)) {
            // "others said", "both have": stands for those it counts.
            return Tag::Noun;
        }
        if info.is_any(&[Class::Determiner, Class::Possessive]) {
            return Tag::Det;
        }
        if token.possessive {
            return if info.is(Class::Temporal) {
                Tag::Det
            } else if token.capital {
                Tag::Name
            } else {
                Tag::Noun
            };
        }
        let after_aux = matches!(before, Some(Tag::To | Tag::Modal | Tag::Aux));
        if info.is(Class::Temporal) && !(after_aux && info.is_verb()) {
            // "a 30-day truce"
            let compound = token.joined && next.is_some_and(|next| self.noun_like(next));
            return if compound { Tag::Adj } else { Tag::Time };
        }
        if token.joined
            && (info.can_be(VerbForm::Participle) || info.can_be(VerbForm::Ing))
            && !info.can_be(VerbForm::Base)
            && next.is_some_and(|n| self.noun_like(n) || self.info(n).is(Class::Number))
        {
            return Tag::Adj;
        }
        let prefix = info.is_open()
            && self.tokens.get(at + 1).is_some_and(|next| next.joined)
            && token.span.end - token.span.start <= 3
            && self.info(at + 1).is_verb();
        if prefix {
            return Tag::Adv;
        }
        let joins_particle = self.tokens.get(at + 1).is_some_and(|next| next.joined)
            && self.info(at + 1).is(Class::Preposition);
        if joins_particle && info.is_verb() {
            return Tag::Noun;
        }
        if info.is_verb()
            && let Some(form) = self.verb_form(at, info, tags, before)
        {
            return Tag::Verb(form);
        }
        let of = next.is_some_and(|next| self.grammar.of.contains(&self.tokens[next].word));
        if of && info.is(Class::Quantifier) {
            // "most of the senators"
            return Tag::Det;
        }
        // "had earlier called", "must first stop"
        let in_verb = matches!(before, Some(Tag::Aux | Tag::Modal))
            && info.is_any(&[
                Class::Adverb,
                Class::Adjective,
                Class::Number,
                Class::Quantifier,
            ])
            && next.is_some_and(|next| self.completes(before, next));
        if in_verb {
            return Tag::Adv;
        }
        if self.is_adverb(at, info) {
            let before_noun = info.is_any(&[Class::Adjective, Class::Quantifier])
                && next.is_some_and(|next| self.noun_like(next))
                && before != Some(Tag::Modal);
            return if before_noun { Tag::Adj } else { Tag::Adv };
        }
        if info.is_any(&[Class::Number, Class::Quantifier]) {
            return Tag::Det;
        }
        if info.is(Class::Adjective) && !token.capital {
            // "the Kremlin chief said", "a senior official was"
            let inside = matches!(before, Some(Tag::Det | Tag::Adj | Tag::Noun | Tag::Name));
            let last = next.is_none_or(|next| !self.noun_like(next));
            return if info.is(Class::Noun) && inside && last {
                Tag::Noun
            } else {
                Tag::Adj
            };
        }
        if info.is_verb()
            && !info.noun_too
            && (info.can_be(VerbForm::Participle) || info.can_be(VerbForm::Ing))
            && next.is_some_and(|n| self.noun_like(n))
        {
            return Tag::Adj;
        }
        if token.capital && !self.title_case && (info.is_open() || info.is(Class::Honorific)) {
            Tag::Name
        } else {
            Tag::Noun
        }
    }

    /// Whether a word can be the main verb that an auxiliary or modal waits for, and nothing else.
    fn completes(&self, auxiliary: Option<Tag>, at: usize) -> bool {
        let info = self.info(at);
        if auxiliary == Some(Tag::Modal) {
            info.can_be(VerbForm::Base) && !info.is(Class::Noun)
        } else {
            info.can_be(VerbForm::Participle) && !info.can_be(VerbForm::Base) && !info.noun_too
        }
    }

    fn is_adverb(&self, at: usize, info: WordInfo) -> bool {
        if info.is(Class::Adverb) {
            return true;
        }
        let written = self.tokens[at].span.of(self.source);
        // "Italy" is none; at the start of a sentence nothing tells.
        let name = self.tokens[at].capital && at > 0 && !self.title_case;
        info.is_open()
            && !name
            && written.len() > 4
            && self
                .grammar
                .adverb_endings
                .iter()
                .any(|ending| written.ends_with(ending.as_str()))
    }
}
