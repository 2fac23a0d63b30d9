//! Which form of a verb a word is, by the words and tags before it.

use std::ops::ControlFlow;

use crate::clause::tags::before::{
    closes_aside, ends_determined_phrase, lacks_verb, verb_in_clause,
};
use crate::clause::tags::{Tag, Tagger};
use crate::grammar::{Class, VerbForm, WordInfo};
use crate::words::Mark;

impl Tagger<'_> {
    /// Which form of a verb the word is here; nothing where it is a noun or adjective.
    pub(super) fn verb_form(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        before: Option<Tag>,
    ) -> Option<VerbForm> {
        let last = tags
            .iter()
            .rev()
            .find(|tag| !matches!(tag, Tag::Mark(Mark::Quote) | Tag::Adv | Tag::Not))
            .copied();
        // "thousands again took": what is counted, and no noun to come.
        let counted = last == Some(Tag::Det)
            && tags.last() == Some(&Tag::Adv)
            && info.can_be(VerbForm::Past)
            && self.next_word(at).is_none_or(|next| !self.noun_like(next));
        let last = if counted { Some(Tag::Noun) } else { last };
        // "would only further escalate": an adverb before the verb that the modal waits for.
        let next = self.next_word(at);
        let adverb = info.is(Class::Adverb)
            && next.is_some_and(|next| {
                let info = self.info(next);
                info.can_be(VerbForm::Base) && !info.is(Class::Noun) && !info.noun_too
            });
        if adverb && matches!(before, Some(Tag::To | Tag::Modal)) {
            return None;
        }
        match before {
            Some(Tag::To | Tag::Modal) if info.can_be(VerbForm::Base) => {
                return Some(VerbForm::Base);
            }
            Some(Tag::Aux) => return self.after_aux(at, info, tags),
            _ => {}
        }
        if self.opens_aside_with_object(at, info, last) {
            return Some(VerbForm::Ing);
        }
        if self.meets(at, info, tags) {
            return Some(VerbForm::Ing);
        }
        if info.is(Class::Noun) || self.opens_with_title(at, info, tags) {
            return None;
        }
        let owner = matches!(tags.last(), Some(Tag::Name | Tag::Noun))
            && at > 0
            && self.tokens[at - 1].possessive
            || self.describes_what_is_owned(at, info, tags);
        let in_group =
            matches!(last, Some(Tag::Det | Tag::Adj)) && !matches!(tags.last(), Some(Tag::Adv));
        // "those calling for talks", but "those warring parties"
        let whoever = at > 0
            && self.grammar.anyone.contains(&self.tokens[at - 1].word)
            && info.can_be(VerbForm::Ing)
            && !info.is(Class::Adjective);
        if let Some(form) = self.acts_behind_adverb(at, info, tags).filter(|_| in_group) {
            return Some(form);
        }
        if in_group && !whoever && !self.stands_alone(at, info, tags) || owner {
            return None;
        }
        if info.can_be(VerbForm::Ing) {
            // "lifting crippling sanctions", "robust and legally binding pledges": an adjective before a noun.
            let between = info.is(Class::Adjective)
                && self.next_word(at).is_some_and(|next| {
                    let listed = matches!(last, Some(Tag::Prep | Tag::Coord | Tag::Adj));
                    let fits = listed && !self.tokens[next].capital;
                    (fits || matches!(last, Some(Tag::Verb(_)))) && self.noun_like(next)
                });
            return (!between).then_some(VerbForm::Ing);
        }
        // "denounced free trade", "signs limited sanctions": an adjective right after a verb, before its noun.
        let describes = info.is(Class::Adjective)
            && matches!(
                tags.last(),
                Some(Tag::Verb(VerbForm::Past | VerbForm::Third))
            )
            && self.next_word(at).is_some_and(|next| self.noun_like(next));
        if describes {
            return None;
        }
        if (info.can_be(VerbForm::Past) || info.can_be(VerbForm::Participle))
            && let ControlFlow::Break(form) = self.past_form(at, info, tags, last)
        {
            return form;
        }
        // "give us guarantees": *us* is no subject.
        if self.is_objective(at) && info.can_be(VerbForm::Third) {
            return None;
        }
        self.present_form(at, info, tags, last)
    }

    /// "who first proposed a truce", "a truce, long opposed by Rome": a past form that an article or a doer follows, behind
    /// a word that only looks like the beginning of a noun group.
    fn acts_behind_adverb(&self, at: usize, info: WordInfo, tags: &[Tag]) -> Option<VerbForm> {
        let next = self.next_word(at)?;
        let object = self.info(next).is(Class::Determiner);
        let doer = self.grammar.by.contains(&self.tokens[next].word);
        let before = tags.len().checked_sub(2).map(|at| tags[at]);
        match (before, tags.last()?) {
            (Some(Tag::Rel | Tag::Pron), Tag::Det | Tag::Adj)
                if object && info.can_be(VerbForm::Past) =>
            {
                Some(VerbForm::Past)
            }
            (Some(Tag::Mark(Mark::Comma)), Tag::Adj)
                if doer && info.can_be(VerbForm::Participle) =>
            {
                Some(VerbForm::Participle)
            }
            _ => None,
        }
    }

    /// "Rome's widely criticised plan": a participle behind an owner and an adverb, before the noun it describes.
    fn describes_what_is_owned(&self, at: usize, info: WordInfo, tags: &[Tag]) -> bool {
        let adverbs = tags.iter().rev().take_while(|tag| **tag == Tag::Adv);
        let owner = (at - adverbs.clone().count()).checked_sub(1);
        adverbs.count() > 0
            && owner.is_some_and(|owner| self.tokens[owner].possessive)
            && info.can_be(VerbForm::Participle)
            && !info.is(Class::Spoken)
            && self.next_word(at).is_some_and(|next| self.noun_like(next))
    }

    /// Whether a pronoun right before a word can only be an object: *them*, *us*.
    fn is_objective(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        before
            .filter(|token| !token.capitals)
            .and_then(|token| self.grammar.pronoun(token.word))
            .is_some_and(|p| p.object && !p.subject && !p.possessive)
    }

    /// "many said they": a quantity right before a past form that no noun follows stands for persons; "the allies all
    /// pledged arms": right behind a noun it goes with that.
    fn stands_alone(&self, at: usize, info: WordInfo, tags: &[Tag]) -> bool {
        let before = at.checked_sub(1).map(|before| self.info(before));
        let floats = matches!(tags, [.., Tag::Noun | Tag::Name | Tag::Pron, _]);
        before.is_some_and(|before| before.is(Class::Quantifier))
            && info.can_be(VerbForm::Past)
            && (floats
                || self
                    .next_word(at)
                    .is_none_or(|next| !self.info(next).is_open() || self.tokens[next].capital))
    }

    /// Past or participle, or neither; goes on where the word may be a base form.
    fn past_form(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        last: Option<Tag>,
    ) -> ControlFlow<Option<VerbForm>> {
        let next = self.next_word(at);
        // "Rome stood by the plan": nobody stood it.
        let done_by = |next: usize| {
            self.grammar.by.contains(&self.tokens[next].word)
                && !self.grammar.standing.contains(&self.tokens[at].word)
        };
        let base_too = info.can_be(VerbForm::Base);
        let past = if info.can_be(VerbForm::Past) {
            VerbForm::Past
        } else {
            VerbForm::Participle
        };
        match last {
            Some(Tag::Prep | Tag::Det | Tag::Adj) if !base_too => ControlFlow::Break(None),
            // "forty men linked to Rome"
            Some(Tag::Noun | Tag::Name)
                if self.grammar.reduced.contains(&self.tokens[at].word)
                    && next.is_some_and(|next| self.info(next).is(Class::Preposition)) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            // "will face continued pressure"
            Some(Tag::Verb(VerbForm::Base))
                if !base_too
                    && next
                        .is_some_and(|next| self.noun_like(next) && !self.tokens[next].capital) =>
            {
                ControlFlow::Break(None)
            }
            Some(Tag::Comp | Tag::Subord)
                if !base_too && next.is_some_and(|next| self.noun_like(next)) =>
            {
                ControlFlow::Break(None)
            }
            // "In a statement issued on Monday, she said"
            Some(Tag::Noun)
                if info.can_be(VerbForm::Participle)
                    && ends_determined_phrase(tags)
                    && next.is_some_and(|next| self.info(next).is(Class::Preposition))
                    && self.verb_after(at + 1) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            // "the historian backed by the party, went further"
            Some(Tag::Noun | Tag::Name)
                if info.can_be(VerbForm::Participle)
                    && next.is_some_and(|next| done_by(next) && self.verb_after(next + 1))
                    && !verb_in_clause(tags) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            // "fired missiles made by Rome", "proposed a truce, an idea backed by Rome": a clause has its verb.
            Some(Tag::Noun)
                if info.can_be(VerbForm::Participle)
                    && next.is_some_and(|next| {
                        done_by(next) && !self.info(next + 1).can_be(VerbForm::Ing)
                    })
                    && (verb_in_clause(tags)
                        || matches!(tags, [.., Tag::Mark(Mark::Comma), Tag::Det, Tag::Noun])
                            && !lacks_verb(tags)) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            // "wants them lifted"
            Some(Tag::Pron) if info.can_be(VerbForm::Participle) && self.is_objective(at) => {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            Some(Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Time)
                if info.can_be(VerbForm::Past) && !(base_too && info.noun_too) =>
            {
                ControlFlow::Break(Some(VerbForm::Past))
            }
            Some(Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Time) if !base_too => {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            Some(Tag::Coord | Tag::Mark(_)) | None if !base_too => {
                let attributive =
                    next.is_some_and(|next| self.noun_like(next) && !self.starts_object(next));
                let verb_before = tags
                    .iter()
                    .any(|tag| matches!(tag, Tag::Verb(_) | Tag::Aux));
                // "a short and detailed talk"
                let in_group = matches!(tags, [.., Tag::Det, Tag::Adj, Tag::Coord])
                    && next.is_some_and(|next| self.noun_like(next));
                let acts = verb_before && info.can_be(VerbForm::Past) && last.is_some();
                if in_group || attributive && !acts {
                    return ControlFlow::Break(None);
                }
                let aside =
                    last.is_none() && !self.opens_report(at) || self.opens_aside(at, last, tags);
                ControlFlow::Break(Some(if aside { VerbForm::Participle } else { past }))
            }
            _ if !base_too => ControlFlow::Break(Some(past)),
            _ => ControlFlow::Continue(()),
        }
    }

    /// "Said Ann Smith: '...'": a verb before its speaker, with a quotation to come.
    fn opens_report(&self, at: usize) -> bool {
        let named = self.tokens.get(at + 1).is_some_and(|next| {
            next.is_word() && next.capital && !self.info(at + 1).is(Class::Temporal)
        });
        let quotes = self.tokens[at + 1..]
            .iter()
            .any(|token| token.mark() == Some(Mark::Quote));
        named && quotes && self.info(at).can_be(VerbForm::Past)
    }

    /// "The paper, released by": a participle set beside a subject that still waits for its verb.
    fn opens_aside(&self, at: usize, last: Option<Tag>, tags: &[Tag]) -> bool {
        let done_by = || {
            let next = self.next_word(at);
            next.is_some_and(|next| self.grammar.by.contains(&self.tokens[next].word))
        };
        last == Some(Tag::Mark(Mark::Comma))
            && lacks_verb(tags)
            && (done_by() || !closes_aside(tags))
            && self.info(at).can_be(VerbForm::Participle)
            && self.next_word(at).is_some_and(|next| {
                self.info(next).is_any(&[Class::Preposition, Class::Adverb])
                    && !self.info(next).is(Class::Determiner)
            })
    }

    /// "Retired Gen. Ann Smith said": whether a participle opens the sentence right before a name or title,
    /// as an adjective does.
    fn opens_with_title(&self, at: usize, info: WordInfo, tags: &[Tag]) -> bool {
        let first = tags.iter().all(|tag| matches!(tag, Tag::Mark(_)));
        // "Retiring Rep. Ann Smith"
        let titled = info.can_be(VerbForm::Ing) && self.info(at + 1).is(Class::Honorific);
        first
            && (info.can_be(VerbForm::Participle) || titled)
            && !self.title_case
            && self.tokens.get(at + 1).is_some_and(|next| {
                next.is_word() && next.capital && !self.info(at + 1).is(Class::Temporal)
            })
    }

    /// "Meeting his aides in Rome, she said": whether a noun that is a verb too opens a clause and stands before
    /// the owner or article of its object.
    fn opens_aside_with_object(&self, at: usize, info: WordInfo, last: Option<Tag>) -> bool {
        let opens = matches!(last, None | Some(Tag::Mark(Mark::Comma)));
        let next = self.info(at + 1);
        opens
            && info.is(Class::Noun)
            && info.can_be(VerbForm::Ing)
            && next.is_any(&[Class::Possessive, Class::Determiner])
            && !next.is(Class::Preposition)
    }

    /// "helped draft the bill": whether a word stands by the bare verb right behind it, whose object follows.
    pub(super) fn helps(&self, at: usize) -> bool {
        let next = at + 1;
        let object = next + 1;
        let bare = self
            .tokens
            .get(next)
            .is_some_and(|token| !token.capital && self.info(next).can_be(VerbForm::Base));
        let opens = self.tokens.get(object).is_some_and(|token| {
            let info = self.info(object);
            token.capital || info.is_any(&[Class::Determiner, Class::Possessive])
        });
        let plural = self.tokens.get(object).is_some_and(|token| {
            let many = self.grammar.looks_plural(token.span.of(self.source));
            token.is_word() && self.noun_like(object) && many
        });
        self.grammar.helping.contains(&self.tokens[at].word) && bare && (opens || plural)
    }

    fn after_aux(&self, at: usize, info: WordInfo, tags: &[Tag]) -> Option<VerbForm> {
        let aux = tags.iter().rposition(|tag| matches!(tag, Tag::Aux));
        let aux = aux.map(|aux| self.info(aux)).unwrap_or_default();
        let helped = at > 0 && self.helps(at - 1);
        if (aux.is(Class::Do) || helped) && info.can_be(VerbForm::Base) {
            return Some(VerbForm::Base);
        }
        if info.can_be(VerbForm::Ing) && (!info.is(Class::Noun) || self.goes_on_as_verb(at)) {
            return Some(VerbForm::Ing);
        }
        // "is opposed to", but "is opposed by"
        let done_by = self
            .next_word(at)
            .is_some_and(|next| self.grammar.by.contains(&self.tokens[next].word));
        let attributive = info.is(Class::Adjective) && !aux.is(Class::Have) && !done_by;
        if info.can_be(VerbForm::Participle) && !attributive {
            return Some(VerbForm::Participle);
        }
        // "He is, officials say, ..." and questions: "will Kyiv accept"
        let directly = matches!(tags.last(), Some(Tag::Aux | Tag::Adv | Tag::Not));
        if directly || info.noun_too {
            None
        } else {
            Some(VerbForm::Base).filter(|_| info.can_be(VerbForm::Base))
        }
    }
}
