//! Clauses that tell what is said, wanted or thought: where *that* opens one, and what it belongs to.

use crate::clause::build::Builder;
use crate::clause::groups::{Mood, Unit};
use crate::clause::{Link, Tag};
use crate::grammar::{Class, Gender};

impl Builder<'_> {
    /// "something that Kyiv wants", "the deal that Kyiv wants": whether *that* opens a relative clause, as
    /// neither the noun before it nor the verb before that takes a clause for its content.
    pub(super) fn is_relative(&self, token: usize) -> bool {
        // "in comments carried by agencies that there could be no deal"
        let states = token + 1 < self.shape.tokens.end
            && self
                .grammar
                .is(&self.text.tokens[token + 1], Class::Expletive);
        if states {
            return false;
        }
        let Some(noun) = self
            .shape
            .nouns
            .iter()
            .find(|noun| noun.tokens.end == token)
        else {
            return false;
        };
        let word = self.text.tokens[noun.head].word;
        if self.grammar.placeholder.contains(&word) {
            return true;
        }
        if self.is_cleft(token) {
            return true;
        }
        let common = self.shape.tag_at(noun.head) == Tag::Noun && noun.head + 1 == token;
        let verb = self.shape.verb_of(self.top());
        let told = verb.is_some_and(|verb| (self.contents)(verb.head) || verb.copula);
        let tells = self.grammar.telling.contains(&word) || (self.contents)(noun.head);
        common && !told && !tells && !self.coordinated()
    }

    /// "It is land that Rome demands": whether *it is* something that the verb behind *that* lacks as its object.
    fn is_cleft(&self, token: usize) -> bool {
        let top = self.top();
        let it = |&noun: &usize| {
            let head = self.text.tokens[self.shape.nouns[noun].head].word;
            let pronoun = self.grammar.pronoun(head);
            pronoun.is_some_and(|pronoun| pronoun.gender == Gender::It && !pronoun.many)
        };
        let is_it = self.shape.verb_of(top).is_some_and(|verb| verb.copula)
            && self.shape.clauses[top].subjects.iter().all(it);
        let mut behind = self
            .units
            .iter()
            .skip_while(|&&unit| unit != Unit::Comp(token))
            .skip(1);
        let named = matches!(behind.next(), Some(Unit::Noun(noun))
            if self.shape.nouns[*noun].preposition.is_none());
        let active = matches!(behind.next(), Some(Unit::Verb(verb))
            if self.shape.verbs[*verb].mood == Mood::Finite
                && !self.shape.verbs[*verb].passive
                && !self.shape.verbs[*verb].copula);
        let objectless = matches!(behind.next(), None | Some(Unit::Mark(_) | Unit::Coord(_)));
        is_it && named && active && objectless
    }

    pub(super) fn complement(&mut self, token: usize) {
        self.leave_aside();
        self.leave_frame();
        let mut parent = self.top();
        if self.coord.is_some() || self.comma && !self.clause_reports(parent) {
            // "said A, that B and that C": beside the first complement.
            let content = |at: &usize| self.shape.clauses[*at].link == Link::Complement;
            // "said that the paper they wrote on was blank and that": beside what *that* opened as well.
            let opened = |at: &usize| {
                let opener = self.shape.clauses[*at].opener;
                content(at) && opener.is_some_and(|at| self.shape.tag_at(at) == Tag::Comp)
            };
            let twin = self.stack.iter().rposition(opened);
            if let Some(at) = twin.or_else(|| self.stack.iter().rposition(content)) {
                parent = self.shape.clauses[self.stack[at]].parent.unwrap_or(0);
                self.stack.truncate(at);
            }
        }
        let clause = self.open(Some(parent), Link::Complement, Some(token));
        self.assign(token, clause);
        self.loose = None;
        self.after_word();
    }

    /// "has argued, aides said, that": what is said belongs to the report into which commas set another.
    fn leave_frame(&mut self) {
        let [.., outer, top] = self.stack.as_slice() else {
            return;
        };
        let framed = self.shape.clauses[*top].link == Link::Frame && self.has_verb(*top);
        if framed && self.comma && self.clause_reports(*outer) {
            self.stack.pop();
        }
    }

    /// "told them as he left that", "told leaders gathered in Rome that": what is said belongs to the
    /// report, not to a clause of time below it, nor to a participle.
    fn leave_aside(&mut self) {
        let [.., outer, top] = self.stack.as_slice() else {
            return;
        };
        let reduced = self
            .shape
            .verb_of(*top)
            .is_some_and(|verb| verb.mood == Mood::Participle);
        let aside = match self.shape.clauses[*top].link {
            Link::Adverbial => self.has_verb(*top),
            Link::Relative => reduced,
            _ => false,
        };
        if aside && !self.clause_reports(*top) && self.clause_reports(*outer) {
            self.stack.pop();
        }
    }
}
