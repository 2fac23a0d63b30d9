//! Participles behind a noun that look like the finite verb of their clause: *troops sent to Rome will*.

use crate::clause::build::{Builder, Loose};
use crate::clause::groups::{Mood, Unit};
use crate::clause::{Clause, Link, Tag};
use crate::grammar::VerbForm;

impl Builder<'_> {
    /// Whether a clause's verb may be a participle rather than its finite verb: "troops deployed".
    pub(super) fn is_reducible(&self, clause: usize) -> bool {
        let Some(verb) = self.shape.clauses[clause].verb else {
            return false;
        };
        self.may_be_participle(verb)
            && self.shape.verbs[verb].mood == Mood::Finite
            && self.shape.clauses[clause].link != Link::Frame
            && match self.shape.clauses[clause].subjects.as_slice() {
                [only] => !self.shape.nouns[*only].pronoun,
                _ => false,
            }
    }

    /// Makes a clause's verb a participle beside its subject, which `verb` then takes.
    pub(super) fn reduce(&mut self, clause: usize, verb: usize) {
        let Clause {
            parent,
            link,
            subjects,
            opener,
            ..
        } = self.shape.clauses[clause].clone();
        if let Some(participle) = self.shape.clauses[clause].verb {
            self.shape.verbs[participle].mood = Mood::Participle;
            self.shape.verbs[participle].passive = true;
        }
        self.stack.pop();
        let main = self.open(parent, link, opener);
        self.clause(main).subjects.clone_from(&subjects);
        for &noun in &subjects {
            self.assign_group(noun, main);
        }
        self.fill(main, verb);
        let reduced = self.clause(clause);
        reduced.link = Link::Relative;
        reduced.parent = Some(main);
        reduced.opener = None;
    }

    /// Makes a clause's verb a participle set aside by commas; what stands between the verbs is set
    /// beside the subject.
    pub(super) fn reduce_aside(&mut self, top: usize, verb: usize) {
        let from = self.shape.verb_of(top).map_or(0, |verb| verb.tokens.end);
        let to = self.shape.verbs[verb].tokens.start;
        let beside: Vec<usize> = (0..self.shape.nouns.len())
            .filter(|&n| {
                let noun = &self.shape.nouns[n];
                noun.preposition.is_none() && noun.tokens.start >= from && noun.tokens.end <= to
            })
            .collect();
        self.reduce(top, verb);
        let main = self.top();
        self.clause(main).appositions.extend(beside);
    }

    /// "wants it cancelled": after a verb that reports nothing, a form that can be a participle is one.
    pub(super) fn settle_result(&mut self, clause: usize, parent: usize) {
        // "told leaders gathered in Rome that": what is told is still to come.
        let told = self
            .shape
            .verb_of(parent)
            .is_some_and(|verb| (self.commands)(verb.head) && self.content_follows(verb.head));
        let open = self.clause_reports(parent) && !told;
        if open || !self.is_reducible(clause) {
            return;
        }
        if let Some(verb) = self.shape.clauses[clause].verb {
            self.shape.verbs[verb].mood = Mood::Participle;
            self.shape.verbs[verb].passive = true;
        }
        let Some(start) = self.shape.verb_of(clause).map(|verb| verb.tokens.start) else {
            return;
        };
        let before = self.shape.clauses[clause].tokens.start..start;
        let result = self.clause(clause);
        result.link = Link::Relative;
        result.opener = Some(start);
        result.tokens.start = start;
        for at in before {
            self.assign(at, parent);
        }
    }

    /// "wants tolls on trucks and trains lifted": the first of the things that are wanted done, where a
    /// conjunction brings in the last and the form that can be a participle ends the clause.
    pub(super) fn wanted_together(&self, verb: usize, last: Loose) -> Option<Loose> {
        let above = self.shape.verb_of(self.top())?;
        let named = self.shape.tag_at(self.shape.nouns[last.noun].head) == Tag::Name;
        let wanted = (self.commands)(above.head) && self.may_be_participle(verb);
        let number = self
            .units
            .iter()
            .position(|&unit| unit == Unit::Verb(verb))?;
        let alone = last.coord && !last.comma && !named && self.is_parted(number + 1);
        let noun = self.head_before(self.shape.verbs[verb].tokens.start)?;
        let behind = self.shape.nouns[noun].tokens.start >= above.tokens.end;
        (wanted && alone && behind && !self.is_report(verb)).then_some(Loose {
            first: noun,
            noun,
            coord: false,
            ..last
        })
    }

    /// Whether a verb of one word has the form of a participle.
    pub(super) fn may_be_participle(&self, verb: usize) -> bool {
        let group = &self.shape.verbs[verb];
        let word = self.text.tokens[group.head].word;
        group.tokens.len() == 1 && self.grammar.info(word).can_be(VerbForm::Participle)
    }

    /// "sanctions imposed on banks and insurers must": whether the subject that a conjunction parts
    /// from a participle is only one more of what the participle's preposition brings in.
    pub(super) fn goes_on_reduced(&self, clause: usize, loose: Loose) -> bool {
        let Some(verb) = self.shape.verb_of(clause) else {
            return false;
        };
        let subjects = &self.shape.clauses[clause].subjects;
        let named = subjects
            .iter()
            .any(|&noun| self.shape.tag_at(self.shape.nouns[noun].head) == Tag::Name);
        let before = loose.noun.checked_sub(1).map(|at| &self.shape.nouns[at]);
        let listed = before.is_some_and(|before| {
            before.preposition.is_some() && before.tokens.start >= verb.tokens.end
        });
        let objects = (0..loose.noun).any(|at| {
            let noun = &self.shape.nouns[at];
            noun.tokens.start >= verb.tokens.end && noun.preposition.is_none() && !noun.time
        });
        loose.coord && !loose.comma && !named && listed && !objects && self.is_reducible(clause)
    }

    /// Whether *that* opens the content of the verb at a token before the next finite verb but one.
    fn content_follows(&self, from: usize) -> bool {
        let after = self.units.iter().filter(|unit| match unit {
            Unit::Verb(verb) => self.shape.verbs[*verb].tokens.start > from,
            Unit::Comp(at) | Unit::Mark(at) => *at > from,
            _ => false,
        });
        matches!(
            after.take(2).collect::<Vec<_>>()[..],
            [Unit::Verb(_), Unit::Comp(_)]
        )
    }

    /// "The bill passed by Congress contains", but "Smith called for the sanctions imposed": whether the clause's
    /// verb is a participle where another follows.
    pub(super) fn gives_way(&self, top: usize, number: usize, verb: usize) -> bool {
        let named = self.has_named_subject(top) && self.ends_in_participle(top, number, verb);
        self.is_reducible(top) && !named
    }

    /// "opposed to sanctions imposed on Rome": whether a verb right behind a noun group can be its participle.
    pub(super) fn ends_in_participle(&self, top: usize, number: usize, verb: usize) -> bool {
        self.follows_noun(top, number) && self.may_be_participle(verb)
    }
}
