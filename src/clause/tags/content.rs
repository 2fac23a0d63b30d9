//! Words of content: nouns, adjectives, adverbs and verbs, and those that count or own them.

use crate::clause::tags::{LONGEST_WITHOUT_ENDING, Tag, Tagger};
use crate::grammar::{Class, VerbForm, WordInfo, ends_in};

/// How many words before its last one a list of names can have its conjunction: "and Ann Smith all".
const LIST_BEFORE: usize = 3;

/// How long a part of a joined word can be that is nothing by itself: *re-arm*, *co-sign*.
const LONGEST_PREFIX: usize = 3;

impl Tagger<'_> {
    /// Nouns, adjectives, adverbs and verbs.
    pub(super) fn content(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        before: Option<Tag>,
    ) -> Tag {
        let next = self.next_word(at);
        self.counter_or_owner(at, info, next, tags)
            .or_else(|| self.time_or_compound(at, info, next, before))
            .or_else(|| {
                let verbal = Some(info).filter(|info| info.is_verb())?;
                self.verb_form(at, verbal, tags, before).map(Tag::Verb)
            })
            .or_else(|| self.adverb_or_number(at, info, next, before))
            .unwrap_or_else(|| self.adjective_or_noun(at, info, next, before))
    }

    /// Words that open a noun group, and owners: "Merz's", "others said".
    fn counter_or_owner(
        &self,
        at: usize,
        info: WordInfo,
        next: Option<usize>,
        tags: &[Tag],
    ) -> Option<Tag> {
        let token = &self.tokens[at];
        if self.helps(at) {
            return Some(Tag::Aux);
        }
        // "Norway and Sweden all want"
        let several = |at: usize| {
            let pronoun = self.grammar.pronoun(self.tokens[at].word);
            let listed = (at.saturating_sub(LIST_BEFORE)..at)
                .any(|before| self.info(before).is(Class::Coordinator));
            pronoun.is_some_and(|pronoun| pronoun.many) || self.tokens[at].capital && listed
        };
        let floats = info.is(Class::Quantifier)
            && at > 0
            && self.tokens[at - 1].is_word()
            && several(at - 1)
            && next.is_some_and(|next| self.verbal_start(next));
        if floats {
            return Some(Tag::Adv);
        }
        // "have all said"
        let between = tags.last() == Some(&Tag::Aux)
            && next.is_some_and(|next| self.completes(Some(Tag::Aux), next));
        if info.is(Class::Quantifier) && between {
            return Some(Tag::Adv);
        }
        // "the two said"
        let third = |next: usize| self.info(next).can_be(VerbForm::Third);
        let counted = info.is(Class::Number)
            && match at
                .checked_sub(1)
                .filter(|&before| self.tokens[before].is_word())
            {
                Some(before) => {
                    let before = self.info(before);
                    before.is_any(&[Class::Determiner, Class::Quantifier])
                }
                // "One allows"
                None => next.is_some_and(third),
            };
        // "once more ruled out"
        let again = info.is(Class::Quantifier)
            && tags.last() == Some(&Tag::Adv)
            && self.info(at - 1).is(Class::Subordinator)
            && next.is_some_and(|next| self.acts(next));
        if again {
            return Some(Tag::Adv);
        }
        // "some say we", "many think that"
        let reports = next.is_some_and(|next| {
            let told = self.next_word(next);
            (self.reports)(next)
                && told.is_some_and(|told| {
                    let pronoun = self.grammar.pronoun(self.tokens[told].word);
                    self.info(told).is(Class::Complementiser) || pronoun.is_some_and(|p| p.subject)
                })
        });
        if (info.is(Class::Quantifier) || counted)
            && (reports || next.is_some_and(|next| self.acts(next)))
        {
            // "others said", "both have": stands for those it counts.
            return Some(Tag::Noun);
        }
        if info.is_any(&[Class::Determiner, Class::Possessive]) {
            // "cities such as Rome"
            let echoed =
                next.is_some_and(|next| self.grammar.echo.contains(&self.tokens[next].word));
            let acts = || next.is_some_and(|next| self.acts_for(at, next));
            return Some(if echoed {
                Tag::Adv
            } else if self.grammar.pointing.contains(&token.word) && acts() {
                Tag::Pron
            } else if info.is(Class::Question) && acts() {
                Tag::Comp
            } else {
                Tag::Det
            });
        }
        if !token.possessive {
            return None;
        }
        Some(if info.is(Class::Temporal) {
            Tag::Det
        } else if token.capital {
            Tag::Name
        } else {
            Tag::Noun
        })
    }

    /// "this means", "these show", "what remained": whether the word behind a determiner is the verb of what that points
    /// at, as no noun of its number can be meant.
    fn acts_for(&self, at: usize, verb: usize) -> bool {
        let info = self.info(verb);
        let token = &self.tokens[verb];
        let many = self
            .grammar
            .looks_plural(self.tokens[at].span.of(self.source))
            || self.grammar.anyone.contains(&self.tokens[at].word);
        let agrees = info.noun_too
            && !info.is_any(&[Class::Noun, Class::Adjective])
            && !token.capital
            && !many
            && info.can_be(VerbForm::Third)
            && self.grammar.looks_plural(token.span.of(self.source));
        let shows = many && self.plain_verb(verb) && info.can_be(VerbForm::Base);
        self.acts(verb) && !info.is_any(&[Class::Be, Class::Have, Class::Do, Class::Modal])
            || agrees
            || shows
    }

    /// Times, and parts of words that a hyphen joins: "a 30-day truce", "a UN-led force".
    fn time_or_compound(
        &self,
        at: usize,
        info: WordInfo,
        next: Option<usize>,
        before: Option<Tag>,
    ) -> Option<Tag> {
        let token = &self.tokens[at];
        let after_aux = matches!(before, Some(Tag::To | Tag::Modal | Tag::Aux));
        // "sat", and no Saturday
        let acts = info.is_verb() && (after_aux || !token.capital && info.can_be(VerbForm::Past));
        if info.is(Class::Temporal) && !acts {
            // "a 30-day truce"
            let compound = token.joined && next.is_some_and(|next| self.noun_like(next));
            return Some(if compound { Tag::Adj } else { Tag::Time });
        }
        if token.joined
            && (info.can_be(VerbForm::Participle) || info.can_be(VerbForm::Ing))
            && !info.can_be(VerbForm::Base)
            && next.is_some_and(|n| self.noun_like(n) || self.info(n).is(Class::Number))
        {
            return Some(Tag::Adj);
        }
        let prefix = info.is_open()
            && self.tokens.get(at + 1).is_some_and(|next| next.joined)
            && token.span.len() <= LONGEST_PREFIX
            && self.info(at + 1).is_verb();
        if prefix {
            return Some(Tag::Adv);
        }
        // "Left-wing leaders": the first half of a joined word that is no verb.
        let half = self.tokens.get(at + 1).is_some_and(|next| next.joined)
            && !token.joined
            && info.can_be(VerbForm::Participle)
            && !info.can_be(VerbForm::Base);
        if half {
            return Some(Tag::Adj);
        }
        let joins_particle = self.tokens.get(at + 1).is_some_and(|next| next.joined)
            && self.info(at + 1).is(Class::Preposition);
        (joins_particle && info.is_verb()).then_some(Tag::Noun)
    }

    /// Adverbs, and words that count: "had earlier called", "most of the senators", "ten".
    fn adverb_or_number(
        &self,
        at: usize,
        info: WordInfo,
        next: Option<usize>,
        before: Option<Tag>,
    ) -> Option<Tag> {
        let of = next.is_some_and(|next| self.grammar.of.contains(&self.tokens[next].word));
        if of && info.is(Class::Quantifier) {
            return Some(Tag::Det);
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
            return Some(Tag::Adv);
        }
        if self.is_adverb(at, info) {
            let before_noun = info.is_any(&[Class::Adjective, Class::Quantifier])
                && next.is_some_and(|next| self.noun_like(next))
                && before != Some(Tag::Modal);
            // "were right, but": a predicate, and nothing to come.
            let predicate = info.is(Class::Adjective)
                && at > 0
                && self.info(at - 1).is(Class::Be)
                && next.is_none_or(|next| self.info(next).is(Class::Coordinator));
            return Some(if before_noun || predicate {
                Tag::Adj
            } else {
                Tag::Adv
            });
        }
        // "the 3 billion loan"
        let part_of_number =
            self.is_in_digits(at) && next.is_some_and(|next| self.info(next).is(Class::Number));
        let counts = part_of_number || info.is_any(&[Class::Number, Class::Quantifier]);
        counts.then_some(Tag::Det)
    }

    fn adjective_or_noun(
        &self,
        at: usize,
        info: WordInfo,
        next: Option<usize>,
        before: Option<Tag>,
    ) -> Tag {
        let token = &self.tokens[at];
        let before_noun = next.is_some_and(|next| self.noun_like(next));
        if self.is_regional(at) {
            return Tag::Adj;
        }
        if info.is(Class::Adjective) && !token.capital {
            // "the Kremlin chief said", "a senior official was", "the head of state said"
            let inside = matches!(before, Some(Tag::Det | Tag::Adj | Tag::Noun | Tag::Name))
                && info.is(Class::Noun)
                || before == Some(Tag::Prep) && info.is_verb();
            let acts = next.is_some_and(|next| self.acts_on_object(next));
            return if inside && (!before_noun || acts) {
                Tag::Noun
            } else {
                Tag::Adj
            };
        }
        let participle = info.can_be(VerbForm::Participle) || info.can_be(VerbForm::Ing);
        if participle && !info.noun_too && before_noun {
            return Tag::Adj;
        }
        if token.capital && !self.title_case && (info.is_open() || info.is(Class::Honorific)) {
            Tag::Name
        } else {
            Tag::Noun
        }
    }

    /// "the UN chief urges restraint": whether a word that can be a verb has an object of its own.
    fn acts_on_object(&self, at: usize) -> bool {
        let direct = self.next_word(at).is_some_and(|object| {
            let info = self.info(object);
            info.is_any(&[Class::Determiner, Class::Possessive])
                || self.tokens[object].capital
                || self.headline && self.noun_like(object)
        });
        direct && self.info(at).can_be(VerbForm::Third)
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

    pub(super) fn is_adverb(&self, at: usize, info: WordInfo) -> bool {
        if info.is(Class::Adverb) {
            return true;
        }
        let written = self.tokens[at].span.of(self.source);
        // "Italy" is none; at the start of a sentence nothing tells.
        let name = self.tokens[at].capital && at > 0 && !self.title_case;
        info.is_open()
            && !name
            && written.len() > LONGEST_WITHOUT_ENDING
            && ends_in(written, &self.grammar.adverb_endings)
    }
}
