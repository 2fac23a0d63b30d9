//! Verb groups in two halves: a subject or an aside parts the auxiliary from its main verb.

use crate::clause::build::Builder;
use crate::clause::groups::Mood;
use crate::clause::{Link, Tag};
use crate::grammar::{Class, VerbForm};

impl Builder<'_> {
    /// "nor would": an auxiliary without a main verb and without a subject, which follow.
    pub(super) fn is_inverted(&self, clause: usize) -> bool {
        self.shape.clauses[clause].subjects.is_empty()
            && self.shape.verb_of(clause).is_some_and(|verb| {
                !verb.copula
                    && matches!(self.shape.tag_at(verb.head), Tag::Aux | Tag::Modal)
                    && (!verb.nots.is_empty() || self.denied_before(verb.tokens.start).is_some())
            })
    }

    /// "nor would": the negative conjunction right before a token.
    fn denied_before(&self, token: usize) -> Option<usize> {
        let before = token
            .checked_sub(1)
            .filter(|&at| at >= self.shape.tokens.start)?;
        self.grammar
            .info(self.text.tokens[before].word)
            .is_any(&[Class::Not, Class::No])
            .then_some(before)
    }

    /// Puts the two halves of an inverted verb group together.
    pub(super) fn invert(&mut self, clause: usize, noun: usize, verb: usize) {
        self.clause(clause).subjects.push(noun);
        self.assign_group(noun, clause);
        self.complete(clause, verb);
    }

    /// Gives a clause whose verb is only an auxiliary so far its main verb.
    pub(super) fn complete(&mut self, clause: usize, verb: usize) {
        let Some(first) = self.shape.verb_of(clause).cloned() else {
            return;
        };
        let denied = self
            .denied_before(first.tokens.start)
            .filter(|_| first.nots.is_empty());
        let main = &mut self.shape.verbs[verb];
        main.modal = main.modal.or(first.modal);
        main.nots.extend(first.nots);
        main.nots.extend(denied);
        main.mood = Mood::Finite;
        self.fill(clause, verb);
    }

    /// "should not, in his view, be sent", "would not, he said, be sent": the open clause that has only a
    /// modal so far, where the verb begins with the base form that it asks for.
    pub(super) fn waiting_for_main(&mut self, top: usize, verb: usize) -> Option<usize> {
        let framed = self.shape.clauses[top].link == Link::Frame;
        let above = self.shape.clauses[top].parent.filter(|_| framed);
        let clause = [Some(top), above]
            .into_iter()
            .flatten()
            .find(|&at| self.waits_for_main(at, verb))?;
        let place = self.stack.iter().rposition(|&at| at == clause)?;
        self.stack.truncate(place + 1);
        Some(clause)
    }

    /// Whether a clause has only a modal so far, and the verb begins with a base form.
    fn waits_for_main(&self, clause: usize, verb: usize) -> bool {
        let alone = self
            .shape
            .verb_of(clause)
            .is_some_and(|first| first.modal == Some(first.head));
        let next = &self.shape.verbs[verb];
        let first = &self.text.tokens[next.tokens.start].word;
        let base = match self.shape.tag_at(next.tokens.start) {
            Tag::Aux => self.grammar.bases.contains(first),
            tag => tag == Tag::Verb(VerbForm::Base),
        };
        alone && next.modal.is_none() && base
    }
}
