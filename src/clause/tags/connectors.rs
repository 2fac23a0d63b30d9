//! Words that join: *to*, *that*, conjunctions and prepositions.

use crate::clause::tags::before::{opens_sentence, starts_clause, waits};
use crate::clause::tags::{Tag, Tagger};
use crate::grammar::{Class, VerbForm, WordInfo};
use crate::words::Mark;

impl Tagger<'_> {
    /// "should the talks fail": an auxiliary before its subject, not in a question or after one.
    pub(super) fn opens_inverted(&self, at: usize, tags: &[Tag]) -> bool {
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
        // "would mean war should Kyiv move": a modal after a noun whose subject is still to come.
        let behind = self.info(at).is(Class::Modal)
            && tags
                .last()
                .is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Name));
        !question
            && self.grammar.inverted.contains(&self.tokens[at].word)
            && (behind || starts_clause(tags) && !waits(tags))
            && (!self.info(at).is(Class::Be) || opens_sentence(tags))
            && self.next_word(at).is_some_and(subject)
            && self.later_verb(at + 1)
    }

    /// `to`: before the base form of a verb a marker, else a preposition.
    pub(super) fn to(&self, at: usize) -> Tag {
        // "opposition to aid for Rome", "no to land swaps"
        let before = (0..at).rev().find(|&before| self.tokens[before].is_word());
        let toward =
            before.is_some_and(|before| self.grammar.toward.contains(&self.tokens[before].word));
        let mut next = at + 1;
        while let Some(word) = self.next_word(next - 1) {
            let info = self.info(word);
            let capital = self.tokens[word].capital && !self.title_case;
            if info.noun_too && toward {
                return Tag::Prep;
            }
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
    pub(super) fn that(
        &self,
        at: usize,
        info: WordInfo,
        before: Option<Tag>,
        tags: &[Tag],
    ) -> Option<Tag> {
        let next = self.next_word(at);
        let after_noun = matches!(before, Some(Tag::Noun | Tag::Name | Tag::Time | Tag::Pron));
        let next_verbal = next
            .filter(|&next| !self.info(next).is(Class::Expletive))
            .is_some_and(|next| self.verbal_start(next) || after_noun && self.only_finite(next));
        if info.is(Class::Complementiser) {
            // "so that it can defend itself"
            let purpose = tags.last() == Some(&Tag::Subord) && self.info(at - 1).is(Class::Adverb);
            if info.is(Class::Determiner) && purpose && !next_verbal {
                return Some(Tag::Adv);
            }
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
                    } else if self.opens_content(at, before, tags) {
                        Tag::Comp
                    } else if !self.opens_noun(at + 1) {
                        Tag::Pron
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
            // "a Republican who", but "it is unclear who"
            let mut group = tags.iter().rev().skip_while(|tag| **tag == Tag::Adj);
            let someone = before == Some(Tag::Adj) && group.next() == Some(&Tag::Det);
            if (open || someone) && !info.is(Class::Subordinator) {
                return Some(Tag::Rel);
            }
        }
        if info.is(Class::Question) && !info.is(Class::Determiner) && !info.is(Class::Subordinator)
        {
            return Some(Tag::Comp);
        }
        None
    }

    /// The last word of the name that begins at a token.
    fn name_ends(&self, at: usize) -> Option<usize> {
        let named = |&next: &usize| (self.known)(next) == Some(Tag::Name);
        (at..self.tokens.len()).take_while(named).last()
    }

    /// Whether *that* opens what is said, and is no determiner.
    fn opens_content(&self, at: usize, before: Option<Tag>, tags: &[Tag]) -> bool {
        match before {
            // "pointed out that"
            Some(Tag::Prep) if self.ends_verb(at, tags) => self.may_hold_finite(at + 1),
            // "its demands, including that Rome never pay"
            Some(Tag::Prep) if self.is_instance(at) => self.may_hold_finite(at + 1),
            None
            | Some(
                Tag::Prep
                | Tag::Subord
                | Tag::To
                | Tag::Mark(Mark::Stop | Mark::Semicolon | Mark::Colon),
            ) => false,
            Some(Tag::Coord) => self.finite_ahead(at + 1),
            // "rejected that plan", "ruled that out"
            Some(Tag::Verb(_)) => self.may_hold_finite(at + 1) && !self.points_at(at + 1),
            Some(_) => true,
        }
    }

    /// "rejected that plan and said": whether one thing stands at a word, and a verb is joined right behind it, so that
    /// *that* points at the thing.
    fn points_at(&self, at: usize) -> bool {
        let thing = self.tokens.get(at).is_some_and(|token| {
            !token.capital && !self.grammar.looks_plural(token.span.of(self.source))
        });
        let verb = self.info(at + 2);
        let acts = verb.can_be(VerbForm::Past) || verb.can_be(VerbForm::Third);
        thing
            && self.noun_like(at)
            && self.info(at + 1).is(Class::Coordinator)
            && acts
            && !verb.noun_too
    }

    /// "including that": whether the word before brings in one of several.
    fn is_instance(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].word);
        before.is_some_and(|word| self.grammar.instance.contains(&word))
    }

    /// "pointed out that": whether the word before is the particle of a verb.
    fn ends_verb(&self, at: usize, tags: &[Tag]) -> bool {
        let adverb = at > 0 && self.info(at - 1).is(Class::Adverb);
        adverb && matches!(tags, [.., Tag::Verb(_), Tag::Prep])
    }

    /// Conjunctions and prepositions.
    pub(super) fn connector(
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
            // "because he favours it"
            let pronoun = next.and_then(|next| self.grammar.pronoun(self.tokens[next].word));
            let nominative = pronoun.is_some_and(|p| p.subject && !p.object && !p.possessive);
            let acts_behind = |next: usize, plainly: bool| {
                self.next_word(next).is_some_and(|verb| {
                    let info = self.info(verb);
                    let finite = info.can_be(VerbForm::Third) || info.can_be(VerbForm::Past);
                    finite && !(plainly && info.noun_too)
                        || info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
                })
            };
            // "as it stands", "until that happens"
            let acts = next.is_some_and(|next| {
                let info = self.info(next);
                let that = info.is(Class::Complementiser) && info.is(Class::Determiner);
                pronoun.is_some_and(|p| p.subject && !p.possessive) && acts_behind(next, false)
                    || that && acts_behind(next, true)
            });
            // "As Ann Smith prepared to leave, Rome said": a name and its verb.
            let named = starts_clause(tags)
                && self
                    .name_ends(at + 1)
                    .is_some_and(|last| acts_behind(last, true));
            let whole = only || nominative || acts || named;
            if !of && (whole || !participle && !subjectless && ahead >= needed) {
                return Some(Tag::Subord);
            }
        }
        // "thanks to", but "Merz thanks him"
        let thanks = info.can_be(VerbForm::Third)
            && !self
                .next_word(at)
                .is_some_and(|next| self.info(next).is(Class::Infinitive));
        // "a further round of": no preposition stands between an article or adjective and *of*.
        let counted = matches!(tags.last(), Some(Tag::Det | Tag::Adj))
            && next.is_some_and(|next| self.grammar.of.contains(&self.tokens[next].word));
        if info.is(Class::Preposition) && counted {
            return Some(Tag::Noun);
        }
        // "her past support": no preposition stands between an article or owner and a noun.
        let owner = at > 0 && self.tokens[at - 1].possessive;
        let inside = (tags.last() == Some(&Tag::Det) || owner)
            && info.is(Class::Adjective)
            && next.is_some_and(|next| self.noun_like(next));
        if info.is(Class::Preposition) && inside {
            return Some(Tag::Adj);
        }
        if info.is(Class::Preposition) && !thanks {
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
            // "freezing the front and barring Kyiv from the club"
            let listed = before == Some(Tag::Coord)
                && info.can_be(VerbForm::Ing)
                && tags.contains(&Tag::Verb(VerbForm::Ing));
            // "a law barring them", but "barring a truce" and "leaders including her"
            let does = self.grammar.excepting.contains(&self.tokens[at].word)
                && matches!(tags.last(), Some(Tag::Noun));
            let verb = info.is_verb()
                && (listed || does || matches!(before, Some(Tag::Aux | Tag::Modal | Tag::To)));
            if !particle && !verb && next.is_some() {
                return Some(Tag::Prep);
            }
            if !verb {
                return Some(Tag::Adv);
            }
        }
        None
    }
}
