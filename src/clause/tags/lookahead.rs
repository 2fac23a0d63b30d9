//! What the words ahead can be: what begins a noun group or verb group, and whether a verb follows.

use crate::clause::tags::before::verb_in_clause;
use crate::clause::tags::{Tag, Tagger};
use crate::grammar::{Class, VerbForm, WordInfo};
use crate::words::Mark;

impl Tagger<'_> {
    /// Whether a base form or participle follows before the clause ends.
    pub(super) fn later_verb(&self, from: usize) -> bool {
        (from..self.tokens.len())
            .take_while(|&at| {
                !matches!(
                    self.tokens[at].mark(),
                    Some(Mark::Comma | Mark::Stop | Mark::Semicolon)
                )
            })
            .any(|at| {
                let info = self.info(at);
                at > from
                    && (info.can_be(VerbForm::Base)
                        || info.can_be(VerbForm::Participle)
                        || info.is(Class::Be))
            })
    }

    /// Whether the word can begin the object or complement of a verb.
    pub(super) fn starts_object(&self, at: usize) -> bool {
        let info = self.info(at);
        let token = &self.tokens[at];
        info.is_any(&[
            Class::Determiner,
            Class::Possessive,
            Class::Quantifier,
            Class::Number,
            Class::Complementiser,
            Class::Infinitive,
            Class::Adjective,
            Class::Preposition,
        ]) || self.grammar.pronoun(token.word).is_some()
            || token.capital
            || info.can_be(VerbForm::Ing)
            || info.is_open()
            || info.noun_too
    }

    /// Whether the word opens a noun group: a determiner, or a pronoun that can be a subject.
    pub(super) fn opens_group(&self, at: usize) -> bool {
        let pronoun = self.grammar.pronoun(self.tokens[at].word);
        let info = self.info(at);
        info.is(Class::Determiner) && !info.is(Class::Complementiser)
            || pronoun.is_some_and(|p| p.subject && !p.possessive)
    }

    pub(super) fn noun_like(&self, at: usize) -> bool {
        let info = self.info(at);
        info.is_open()
            || info.is_any(&[Class::Noun, Class::Adjective])
            || info.noun_too
            || self.tokens[at].capital
    }

    pub(super) fn nominal_start(&self, at: usize) -> bool {
        let info = self.info(at);
        if info.is_any(&[
            Class::Preposition,
            Class::Infinitive,
            Class::Coordinator,
            Class::Determiner,
            Class::Be,
            Class::Have,
            Class::Do,
            Class::Modal,
            Class::Subordinator,
            Class::Complementiser,
        ]) && !info.noun_too
            && !info.is(Class::Adjective)
        {
            return false;
        }
        self.noun_like(at)
            || info.is_any(&[Class::Number, Class::Quantifier, Class::Temporal])
            || info.can_be(VerbForm::Ing)
            || info.can_be(VerbForm::Participle)
            || self.is_adverb(at, info)
    }

    /// "that newly drafted plan", and not "that out": whether a noun group can go on here.
    pub(super) fn opens_noun(&self, at: usize) -> bool {
        let next = self.skip(at, |token| {
            token.mark() == Some(Mark::Quote)
                || self.grammar.is(token, Class::Adverb)
                    && !self.grammar.is(token, Class::Adjective)
        });
        next.is_some_and(|next| self.tokens[next].is_word() && self.nominal_start(next))
    }

    /// "the public will judge", but "the public will to judge": whether a base form, or what stands before one,
    /// follows.
    pub(super) fn waits_for_base(&self, at: usize) -> bool {
        self.next_word(at).is_some_and(|next| {
            let info = self.info(next);
            info.is(Class::Not)
                || info.is(Class::Adverb) && !info.is_verb()
                || self.grammar.bases.contains(&self.tokens[next].word)
                || info.can_be(VerbForm::Base) && !info.is(Class::Noun)
        })
    }

    /// Whether the word begins a verb group for sure.
    pub(super) fn verbal_start(&self, at: usize) -> bool {
        let info = self.info(at);
        if info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal]) {
            return true;
        }
        if self.is_adverb(at, info) && !info.is_verb() && !info.is(Class::Determiner) {
            return self.next_word(at).is_some_and(|next| {
                self.info(next)
                    .is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
                    || self.plain_verb(next)
            });
        }
        self.plain_verb(at)
    }

    /// Whether the word is the verb of what a quantifier right before it counts.
    pub(super) fn acts(&self, at: usize) -> bool {
        let info = self.info(at);
        if info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal]) {
            return true;
        }
        let attributive = info.can_be(VerbForm::Participle)
            && !info.is(Class::Spoken)
            && self.next_word(at).is_some_and(|next| {
                self.noun_like(next) && !self.info(next).is_any(&[Class::Determiner])
            });
        self.plain_verb(at) && !info.can_be(VerbForm::Base) && !attributive
    }

    /// Whether a word is a verb and nothing else.
    pub(super) fn plain_verb(&self, at: usize) -> bool {
        let info = self.info(at);
        info.is_verb()
            && !info.noun_too
            && !info.is_any(&[Class::Noun, Class::Adjective])
            && !info.can_be(VerbForm::Ing)
            && !self.tokens[at].capital
    }

    /// "that needs guarantees": a word that is a noun too, but the only one that can be the verb.
    pub(super) fn only_finite(&self, at: usize) -> bool {
        let info = self.info(at);
        info.is_verb()
            && info.noun_too
            && info.can_be(VerbForm::Third)
            && self.finites_ahead(at + 1) == 0
    }

    /// Whether a finite verb stands ahead before the clause can end.
    pub(super) fn finite_ahead(&self, from: usize) -> bool {
        self.finite_within(from, true)
    }

    /// How many finite verbs, at most two, stand ahead before a comma or a coordinated verb.
    pub(super) fn finites_ahead(&self, from: usize) -> usize {
        let mut count = 0;
        let mut in_group = false;
        for at in from..self.tokens.len() {
            let token = &self.tokens[at];
            match token.mark() {
                Some(Mark::Quote | Mark::Other) => continue,
                Some(_) => break,
                None => {}
            }
            let info = self.info(at);
            if info.is(Class::Coordinator)
                && self
                    .next_word(at)
                    .is_some_and(|next| self.verbal_start(next))
            {
                break;
            }
            if at > from
                && info.is_any(&[Class::Complementiser, Class::Relative])
                && !info.is(Class::Subordinator)
            {
                break;
            }
            let auxiliary = info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal]);
            let after_to = at > 0
                && self.info(at - 1).is_any(&[
                    Class::Infinitive,
                    Class::Determiner,
                    Class::Preposition,
                ]);
            let named = at > 0 && self.tokens[at - 1].capital && info.can_be(VerbForm::Third);
            let verb = (self.plain_verb(at) || named && info.noun_too) && !after_to;
            if (auxiliary || verb) && !in_group {
                count += 1;
                if count == 2 {
                    break;
                }
            }
            in_group = auxiliary || in_group && self.is_adverb(at, info);
        }
        count
    }

    /// Whether a word that can be a finite verb stands ahead in the sentence, after a word at least
    /// that can be its subject, and not after a coordinator only, "brushed that aside and said".
    pub(super) fn may_hold_finite(&self, from: usize) -> bool {
        let joined = self.skip(from, |token| self.grammar.is(token, Class::Adverb));
        if joined.is_some_and(|at| self.info(at).is(Class::Coordinator)) {
            return false;
        }
        let ends = |at: &usize| {
            let mark = self.tokens[*at].mark();
            matches!(mark, Some(Mark::Stop | Mark::Semicolon | Mark::Question))
        };
        let words = (from..self.tokens.len()).take_while(|at| !ends(at));
        words.skip(1).any(|at| {
            let info = self.info(at);
            let before = self.info(at - 1);
            let nominal =
                before.is_any(&[Class::Preposition, Class::Determiner, Class::Infinitive]);
            info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
                || info.is_verb() && !info.can_be(VerbForm::Ing) && !nominal
        })
    }

    /// Whether an unmistakable finite verb stands ahead before anything opens another clause.
    pub(super) fn finite_before_break(&self, from: usize) -> bool {
        self.finite_within(from, false)
    }

    /// Whether a word opens another clause, or goes on with one; a conjunction only `inside` the words looked at, and
    /// not where they begin.
    fn opens_another(&self, at: usize, inside: bool) -> bool {
        let info = self.info(at);
        let links = [Class::Relative, Class::Coordinator];
        let opens = info.is_any(&links) || info.is(Class::Infinitive) && self.to(at) == Tag::To;
        // "delays the vote as he awaits"
        let clause = || {
            let next = self.next_word(at).map(|next| self.tokens[next].word);
            let pronoun = next.and_then(|next| self.grammar.pronoun(next));
            pronoun.is_some_and(|p| p.subject && !p.object && !p.possessive)
        };
        opens && !info.is(Class::Determiner)
            || info.is(Class::Complementiser)
            || inside && info.is(Class::Subordinator) && clause()
    }

    fn finite_within(&self, from: usize, past_connectors: bool) -> bool {
        for at in from..self.tokens.len() {
            let token = &self.tokens[at];
            if let Some(mark) = token.mark() {
                if matches!(mark, Mark::Quote | Mark::Other) {
                    continue;
                }
                return false;
            }
            let info = self.info(at);
            if info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal]) && at > from {
                return true;
            }
            if !past_connectors && self.opens_another(at, at > from) {
                return false;
            }
            if at > from
                && self.plain_verb(at)
                && (info.can_be(VerbForm::Past)
                    || info.can_be(VerbForm::Third)
                    || info.can_be(VerbForm::Base))
            {
                let after_preposition = self.info(at - 1).is_any(&[
                    Class::Preposition,
                    Class::Determiner,
                    Class::Infinitive,
                ]);
                if !after_preposition {
                    return true;
                }
            }
        }
        false
    }

    /// "leaders meeting in Rome agreed": whether a noun of meeting is what several before it do, who have their own verb.
    pub(super) fn meets(&self, at: usize, info: WordInfo, tags: &[Tag]) -> bool {
        let several = at > 0
            && matches!(tags.last(), Some(Tag::Noun | Tag::Name))
            && !self.tokens[at - 1].possessive
            && self
                .grammar
                .looks_plural(self.tokens[at - 1].span.of(self.source));
        let next = self.next_word(at);
        several
            && info.can_be(VerbForm::Ing)
            && !verb_in_clause(tags)
            && next.is_some_and(|next| {
                self.info(next).is(Class::Preposition) && self.verb_after(next + 1)
            })
    }

    /// Whether a word that can only be a finite verb comes later in the sentence.
    pub(super) fn verb_after(&self, from: usize) -> bool {
        (from..self.tokens.len()).any(|at| {
            let info = self.info(at);
            info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
                || info.can_be(VerbForm::Past) && !info.noun_too
        })
    }

    /// "is meeting ministers", "is drawing up", but "is funding for schools": whether what follows a noun
    /// that looks like a verb makes it one.
    pub(super) fn goes_on_as_verb(&self, at: usize) -> bool {
        self.next_word(at).is_some_and(|next| {
            let word = self.tokens[next].word;
            !self.grammar.of.contains(&word)
                && !self.grammar.doing.contains(&word)
                && (self.nominal_start(next)
                    || self
                        .info(next)
                        .is_any(&[Class::Determiner, Class::Preposition]))
        })
    }
}
