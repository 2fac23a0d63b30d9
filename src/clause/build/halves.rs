//! Verb groups in two halves: a subject or an aside parts the auxiliary from its main verb; and clauses that still
//! wait for a verb.

use crate::clause::build::{Builder, Loose};
use crate::clause::groups::{Mood, Unit, VerbGroup};
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
        let has = self.grammar.is(&self.text.tokens[first.head], Class::Have);
        let main = &mut self.shape.verbs[verb];
        main.modal = main.modal.or(first.modal);
        main.nots.extend(first.nots);
        main.nots.extend(denied);
        main.mood = Mood::Finite;
        main.passive &= !has;
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

    /// "has for months refused", "would under no terms accept": gives the verb to the open clause that has only an auxiliary
    /// so far, where nothing but a phrase with its preposition parts the two; whether it did.
    pub(super) fn completes_auxiliary(&mut self, number: usize, verb: usize) -> bool {
        let clause = self.top();
        let Some(first) = self.shape.verb_of(clause) else {
            return false;
        };
        let end = first.tokens.end;
        let between = self.units[..number].iter().rev();
        let phrases = between
            .take_while(|unit| match unit {
                Unit::Prep(_) => true,
                Unit::Noun(noun) => self.shape.nouns[*noun].preposition.is_some(),
                _ => false,
            })
            .last();
        let directly = matches!(phrases, Some(Unit::Prep(at)) if *at == end);
        if directly
            && (self.waits_for_main(clause, verb) || self.waits_for_participle(clause, verb))
        {
            self.complete(clause, verb);
            return true;
        }
        false
    }

    /// Whether a clause has only a modal or a form of *do* so far, and the verb begins with a base form.
    fn waits_for_main(&self, clause: usize, verb: usize) -> bool {
        let alone = self.shape.verb_of(clause).is_some_and(|first| {
            first.modal == Some(first.head)
                || self.grammar.is(&self.text.tokens[first.head], Class::Do)
        });
        let next = &self.shape.verbs[verb];
        let first = &self.text.tokens[next.tokens.start].word;
        let base = match self.shape.tag_at(next.tokens.start) {
            Tag::Aux => self.grammar.bases.contains(first),
            tag => tag == Tag::Verb(VerbForm::Base),
        };
        alone && next.modal.is_none() && base
    }

    /// Whether a clause has only a form of *have* so far, and the verb is a participle.
    fn waits_for_participle(&self, clause: usize, verb: usize) -> bool {
        let first = self.shape.verb_of(clause);
        let has = |first: &VerbGroup| self.grammar.is(&self.text.tokens[first.head], Class::Have);
        first.is_some_and(has) && self.may_be_participle(verb)
    }

    /// The open clause nearest the top that waits for a verb.
    pub(super) fn waiting_for(&self, verb: usize) -> Option<usize> {
        let mut open = self.stack.iter();
        open.rposition(|&at| self.awaits_verb(at) || self.awaits_copula(at, verb))
    }

    /// "Among those who voted for it was": whether the sentence begins with what somebody is said to be among, and the
    /// verb can be the copula that says so.
    fn awaits_copula(&self, clause: usize, verb: usize) -> bool {
        let own = &self.shape.clauses[clause];
        let first = &self.text.tokens[self.shape.tokens.start];
        self.shape.verbs[verb].copula
            && !self.has_verb(clause)
            && own.link == Link::Root
            && own.subjects.is_empty()
            && self.grammar.among.contains(&first.word)
    }

    /// "a plan that Rome cede land was": whether the last noun group is the object of a verb that tells no clause.
    pub(super) fn has_only_object(&self, top: usize, loose: Option<Loose>) -> bool {
        let verb = self.shape.verb_of(top);
        let end = verb.filter(|verb| !(self.contents)(verb.head));
        let end = end.map(|verb| verb.tokens.end);
        loose.is_some_and(|loose| Some(self.shape.nouns[loose.first].tokens.start) == end)
    }
}
