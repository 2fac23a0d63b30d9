//! Where a finite verb belongs: to the open clause, to one that still waits, or to a clause of its own.

use crate::clause::build::{Builder, Loose};
use crate::clause::groups::{Mood, Unit};
use crate::clause::{Link, NounGroup, Tag};
use crate::grammar::VerbForm;

impl Builder<'_> {
    pub(super) fn finite(&mut self, number: usize, verb: usize) {
        let top = self.top();
        if self.stands_for_another(verb) {
            return;
        }
        let loose = self
            .loose
            .filter(|loose| !self.quote_closed || !loose.comma && !self.comma)
            .filter(|loose| !self.comma || !self.is_object_only(loose.noun));
        if let Some(told) = self.told_later(top, loose) {
            return self.bare_complement(told, verb);
        }
        if let Some(loose) = self.begun_subject() {
            return self.finite_apart(loose, verb);
        }
        if self.parts_quotation(number, verb) {
            self.suspended = Some(self.stack.clone());
            return self.frame(verb, None);
        }
        if let Some(Loose {
            noun,
            comma: false,
            coord: false,
            ..
        }) = loose
            && self.is_inverted(top)
        {
            return self.invert(top, noun, verb);
        }
        if self.comma
            && let Some(clause) = self.waiting_for_main(top, verb)
        {
            return self.complete(clause, verb);
        }
        if !self.has_verb(top) {
            return self.first_verb(number, top, verb, loose);
        }
        if self.coordinated() {
            return self.beside(verb);
        }
        if !self.comma && self.leads_its_subject(top, verb) {
            return;
        }
        let waiting = self.waiting_for(verb);
        let set_off = waiting.is_some_and(|at| {
            let inner = self.stack.get(at + 1);
            inner.is_some_and(|&inner| self.is_set_off(inner))
        });
        if set_off && !self.comma && loose.is_none() && self.may_be_participle(verb) {
            // "Merz, whose party took the seat won by others, said": no comma, no main verb yet.
            self.shape.verbs[verb].mood = Mood::Participle;
            self.shape.verbs[verb].passive = true;
            return self.participle(number, verb);
        }
        if let Some(loose) = self.told_subject(top, set_off) {
            return self.bare_complement(loose, verb);
        }
        // "the chancellor, Ann Smith, told reporters": who is told follows, not who speaks.
        let told = loose.is_some_and(|loose| loose.comma)
            && self.comma
            && (self.commands)(self.shape.verbs[verb].head);
        let inverted = self.is_report(verb) && self.subject_follows(number) && !told;
        // "Ann Smith, who had come to listen, told reporters": her report, not that of reporters.
        let past = loose.is_none_or(|loose| self.comma && !loose.comma && !loose.coord);
        let awaited = waiting.is_some() && past && !self.is_parted(number + 2);
        if inverted
            && !awaited
            && (self.comma || self.quote_closed)
            && self.loose.is_none_or(|l| l.comma || self.comma)
        {
            return self.frame(verb, None);
        }
        let directly = loose.is_none() || self.comma;
        if let Some(at) = waiting
            && (directly
                || loose.is_some_and(|l| !l.comma && !l.coord)
                    && (self.is_adjunct_only(at) || self.has_only_object(top, loose)))
        {
            self.stack.truncate(at + 1);
            let clause = self.top();
            self.set_beside_list(clause);
            return self.fill(clause, verb);
        }
        let anew = loose.is_some_and(|loose| loose.coord);
        if self.comma && self.is_reducible(top) && !self.is_report(verb) && !anew {
            return self.reduce_aside(top, verb);
        }
        let set_in =
            self.is_report(verb) && !self.is_subject_ahead(number) && !self.is_told_to(number);
        if self.comma && loose.is_some_and(|l| !l.comma && !l.coord) && !set_in {
            // "refused to sign, closed its ports and ...", "will not sign, says Rome must": a list.
            return self.beside(verb);
        }
        match loose {
            Some(loose) if self.goes_on_reduced(top, loose) => self.reduce(top, verb),
            Some(loose) if loose.comma || loose.coord => self.finite_apart(loose, verb),
            Some(loose) => self.bare_complement(loose, verb),
            None if self.gives_way(top, number, verb) => self.reduce(top, verb),
            None if self.ends_in_participle(top, number, verb) => {
                // "opposed to sanctions imposed on Rome"
                self.shape.verbs[verb].mood = Mood::Participle;
                self.shape.verbs[verb].passive = true;
                self.participle(number, verb);
            }
            None => self.second_verb(top, verb),
        }
    }

    /// "Merz, who said Kyiv must yield, left", "a senator who said she would go, left": the subject of what is told, right
    /// behind a report and with no comma, so that the report goes on.
    fn told_subject(&self, top: usize, set_off: bool) -> Option<Loose> {
        let directly = |loose: &Loose| !loose.comma && !loose.coord && !self.comma;
        let own = |loose: &Loose| self.shape.nouns[loose.noun].pronoun;
        let told = self.loose.filter(directly);
        told.filter(|loose| (set_off || own(loose)) && self.clause_reports(top))
    }

    /// "'It would be wrong,' said Smith, 'to yield'": whether a report stands behind a quotation; what was open goes on
    /// where the quotation does.
    fn parts_quotation(&self, number: usize, verb: usize) -> bool {
        let closes = self.quote_closed && self.comma && !self.coordinated();
        closes
            && !self.opens_quotation(verb)
            && self.is_report(verb)
            && self.subject_follows(number)
    }

    /// "Smith called for the sanctions imposed": whether the subject is a name, which no participle goes with.
    pub(super) fn has_named_subject(&self, clause: usize) -> bool {
        let subjects = &self.shape.clauses[clause].subjects;
        let head = |&noun: &usize| self.shape.nouns[noun].head;
        subjects
            .first()
            .map(head)
            .is_some_and(|head| self.shape.tag_at(head) == Tag::Name)
    }

    /// The finite verb after a clause that has none yet: its own, or that of a report set in or behind it.
    fn first_verb(&mut self, number: usize, top: usize, verb: usize, loose: Option<Loose>) {
        if self.closes_with_report(number, verb) {
            return self.frame(verb, None);
        }
        match self.interrupts(number, top, verb) {
            Some(speaker) => self.interrupt(top, verb, speaker),
            None => self.finite_in_open(top, verb, loose),
        }
    }

    /// "No deal without Rome, says Smith": whether a report and its speaker, a name, end the sentence behind a comma.
    fn closes_with_report(&self, number: usize, verb: usize) -> bool {
        let named = matches!(self.units.get(number + 1), Some(Unit::Noun(noun))
            if self.shape.tag_at(self.shape.nouns[*noun].head) == Tag::Name);
        let told = (self.commands)(self.shape.verbs[verb].head);
        self.comma
            && named
            && !told
            && self.is_report(verb)
            && self.subject_follows(number)
            && self.is_parted(number + 2)
    }

    /// "..., as did Smith": whether an auxiliary behind *as* only stands for the verb before it.
    fn stands_for_another(&self, verb: usize) -> bool {
        let group = &self.shape.verbs[verb];
        let before = group.tokens.start.checked_sub(1);
        let echoes = before.is_some_and(|at| {
            self.grammar.echo.contains(&self.text.tokens[at].word)
                && self.shape.tokens.contains(&at)
        });
        echoes && self.shape.tag_at(group.head) == Tag::Aux && self.has_verb(self.top())
    }

    /// Takes the verb for that of a gerund, participle or infinitive before it, where one is its subject.
    fn leads_its_subject(&mut self, top: usize, verb: usize) -> bool {
        if self.is_helped(verb) {
            return false;
        }
        if let Some((gerund, parent)) = self.gerund_subject(verb) {
            self.lead(gerund, parent, verb);
        } else if let Some(report) = self.reported_gerund(top, verb) {
            self.lead_reported(top, report, verb);
        } else if let Some((report, infinitive, noun)) = self.reported_noun(verb) {
            self.lead_noun(report, infinitive, noun, verb);
        } else {
            return false;
        }
        true
    }

    /// "support for helping Rome repel": a base form right after a single name has no other subject.
    fn is_helped(&self, verb: usize) -> bool {
        let group = &self.shape.verbs[verb];
        let start = group.tokens.start;
        let name = |noun: &NounGroup| {
            noun.tokens.end == start && self.shape.tag_at(noun.head) == Tag::Name
        };
        group.modal.is_none()
            && self.shape.tag_at(group.head) == Tag::Verb(VerbForm::Base)
            && self.shape.nouns.iter().any(name)
    }

    /// A finite verb whose subject a comma or conjunction parts from what came before.
    fn finite_apart(&mut self, loose: Loose, verb: usize) {
        if let Some(first) = self.wanted_together(verb, loose) {
            return self.bare_complement(first, verb);
        }
        let Loose {
            noun,
            comma,
            coord,
            apposed,
            ..
        } = loose;
        let first_open = self.stack.iter().position(|&at| !self.has_verb(at));
        if let Some(at) = first_open {
            // "If A, B must": the main clause was still to come.
            self.stack.truncate(at + 1);
            let clause = self.top();
            self.clause(clause).subjects.push(noun);
            self.assign_group(noun, clause);
            return self.fill(clause, verb);
        }
        if self.is_report(verb) && comma && !coord {
            return self.frame(verb, Some(noun));
        }
        if let Some((report, condition)) = self.condition_told().filter(|_| comma && !coord) {
            return self.tell_under(report, condition, noun, verb);
        }
        self.sibling(noun, verb, comma && coord);
        let clause = self.top();
        self.clause(clause).appositions.extend(apposed);
    }

    /// "said Kyiv would": a complement without its *that*.
    fn bare_complement(&mut self, loose: Loose, verb: usize) {
        let parent = self.top();
        if let Some(thing) = self.thing_before(loose.first) {
            return self.tell_of(thing, loose, verb);
        }
        let members = self.members(loose);
        let opener = self.shape.nouns[loose.first].tokens.start;
        let end = self.shape.verbs[verb].tokens.start;
        let first = self.shape.tokens.start;
        let clause = self.open(Some(parent), Link::Complement, Some(opener));
        for at in opener..end {
            // "no terms of peace": with what its prepositions bring in.
            if self.shape.clause_of[at - first] == parent
                || at < self.shape.nouns[loose.noun].tokens.end
            {
                self.assign(at, clause);
            }
        }
        self.clause(clause).subjects = members;
        self.take_relatives(clause, parent);
        self.fill(clause, verb);
        self.settle_result(clause, parent);
    }

    /// Whether nothing but a noun group stands right before a verb: not "was in principle prepared".
    pub(super) fn follows_noun(&self, top: usize, number: usize) -> bool {
        let Some(Unit::Noun(noun)) = number.checked_sub(1).map(|at| self.units[at]) else {
            return false;
        };
        let group = &self.shape.nouns[noun];
        let aside = self
            .shape
            .verb_of(top)
            .is_some_and(|verb| verb.copula && group.preposition == Some(verb.tokens.end));
        !group.pronoun && !aside && !self.comma && self.coord.is_none()
    }

    /// A finite verb right after another clause's, with nothing in between to be its subject.
    fn second_verb(&mut self, top: usize, verb: usize) {
        // "tells allies to hurry, says Rome will": of the clause above the infinitive.
        let finite = |&&at: &&usize| {
            let verb = self.shape.verb_of(at);
            verb.is_some_and(|verb| verb.mood == Mood::Finite)
        };
        let nonfinite = matches!(
            self.shape.clauses[top].link,
            Link::Infinitive | Link::Gerund
        );
        let above = self.stack.iter().rev().find(finite).copied();
        // "tells Rome 'now is the time', calls for": of the clause that brought the quotation in.
        let parted = self
            .shape
            .follows_comma(self.shape.verbs[verb].tokens.start);
        let outer = self
            .stack
            .first()
            .copied()
            .filter(|_| parted && self.quote_closed);
        let top = outer
            .or(above.filter(|_| nonfinite))
            .filter(|_| self.comma)
            .unwrap_or(top);
        let parent = self.shape.clauses[top].parent;
        let subjects = self.shape.clauses[top].subjects.clone();
        let link = if parent.is_some() {
            self.shape.clauses[top].link
        } else {
            Link::Root
        };
        let clause = self.open(parent, link, None);
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
    }

    /// "Lifting them would be wrong", "Forcing Kyiv to cede land would": the participle or infinitive that
    /// opens the sentence, and the clause that still waits for a verb whose subject that is.
    fn gerund_subject(&self, verb: usize) -> Option<(usize, usize)> {
        for &at in self.stack.iter().rev() {
            let clause = &self.shape.clauses[at];
            // "To lift them would be wrong"
            let leads = match clause.link {
                Link::Participle => true,
                Link::Infinitive => self.shape.verbs[verb].copula,
                _ => false,
            };
            let waits = |parent: &usize| {
                !self.has_verb(*parent) && self.shape.clauses[*parent].subjects.is_empty()
            };
            if let Some(parent) = clause.parent.filter(|parent| leads && waits(parent)) {
                return Some((at, parent));
            }
            if !matches!(clause.link, Link::Infinitive | Link::Gerund) {
                return None;
            }
        }
        None
    }

    /// "said lifting them would be wrong": the report whose complement has the gerund at the top for
    /// its subject.
    fn reported_gerund(&self, top: usize, verb: usize) -> Option<usize> {
        let clause = &self.shape.clauses[top];
        let parent = clause.parent.filter(|_| clause.link == Link::Gerund)?;
        let report = self.shape.clauses[parent].verb?;
        let directly = clause.verb.is_some_and(|gerund| {
            self.shape.verbs[gerund].tokens.start == self.shape.verbs[report].tokens.end
        });
        let finite = !self.is_report(verb) || self.shape.verbs[verb].modal.is_some();
        (directly && finite && self.is_report(report)).then_some(parent)
    }

    fn lead_reported(&mut self, gerund: usize, report: usize, verb: usize) {
        if let Some(at) = self.stack.iter().position(|&at| at == report) {
            self.stack.truncate(at + 1);
        }
        let start = self.shape.clauses[gerund].tokens.start;
        let clause = self.open(Some(report), Link::Complement, Some(start));
        self.clause(gerund).parent = Some(clause);
        self.fill(clause, verb);
    }

    /// "said plans to send troops would fail", "said the date for sending troops would": the report, the
    /// infinitive or gerund, and the noun right after the report that it belongs to.
    fn reported_noun(&self, verb: usize) -> Option<(usize, usize, usize)> {
        let place = self.stack.iter().rposition(|&at| {
            matches!(self.shape.clauses[at].link, Link::Infinitive | Link::Gerund)
        })?;
        let (infinitive, above) = (self.stack[place], place.checked_sub(1)?);
        let report = self.stack[above];
        let told = self.shape.clauses[report].verb?;
        let start = self.shape.clauses[infinitive].tokens.start;
        let noun =
            (0..self.shape.nouns.len()).find(|&noun| self.shape.nouns[noun].tokens.end == start)?;
        let group = &self.shape.nouns[noun];
        let thing = self.shape.tag_at(group.head) == Tag::Noun && !group.pronoun;
        let directly = group.tokens.start == self.shape.verbs[told].tokens.end;
        let finite = !self.is_report(verb) || self.shape.verbs[verb].modal.is_some();
        let commanded = self.shape.clauses[infinitive].subjects == [noun];
        let open = self.has_verb(self.top());
        // "said Kyiv giving up land would be wrong"
        let does = commanded && self.shape.clauses[infinitive].link == Link::Gerund;
        let fits = (thing && !commanded || does) && directly && finite && open;
        (fits && self.is_report(told) && self.is_adjunct_only(above))
            .then_some((report, infinitive, noun))
    }

    fn lead_noun(&mut self, report: usize, infinitive: usize, noun: usize, verb: usize) {
        if let Some(at) = self.stack.iter().position(|&at| at == report) {
            self.stack.truncate(at + 1);
        }
        let start = self.shape.nouns[noun].tokens.start;
        let clause = self.open(Some(report), Link::Complement, Some(start));
        self.assign_group(noun, clause);
        self.clause(clause).subjects = vec![noun];
        self.clause(infinitive).parent = Some(clause);
        self.clause(infinitive).subjects = vec![noun];
        self.fill(clause, verb);
    }

    fn lead(&mut self, gerund: usize, parent: usize, verb: usize) {
        self.clause(gerund).link = Link::Gerund;
        if let Some(at) = self.stack.iter().position(|&at| at == parent) {
            self.stack.truncate(at + 1);
        }
        self.fill(parent, verb);
    }

    /// Whether every clause open above stack place `at` is one that can stand inside a subject.
    fn is_adjunct_only(&self, at: usize) -> bool {
        self.stack[at + 1..].iter().all(|&clause| {
            matches!(
                self.shape.clauses[clause].link,
                Link::Relative | Link::Infinitive | Link::Gerund | Link::Participle
            )
        })
    }

    /// "Ann Smith, senator for Ohio and a veteran, said": with a comma before the verb, the list
    /// is set beside its first member; other full names stay: "Ann Smith, a senator, and Bob Jones, said".
    fn set_beside_list(&mut self, clause: usize) {
        if self.comma && self.parted && self.shape.clauses[clause].subjects.len() > 1 {
            let subjects = std::mem::take(&mut self.clause(clause).subjects);
            let first = subjects[0];
            let (kept, others): (Vec<usize>, Vec<usize>) =
                subjects.into_iter().partition(|&noun| {
                    noun == first || self.is_full_name(first) && self.is_full_name(noun)
                });
            self.clause(clause).subjects = kept;
            self.clause(clause).appositions.extend(others);
        }
    }

    /// A finite verb in a clause that has none yet.
    fn finite_in_open(&mut self, top: usize, verb: usize, loose: Option<Loose>) {
        self.set_beside_list(top);
        let link = self.shape.clauses[top].link;
        if let Some(Loose { noun, .. }) = loose.filter(|l| !l.comma && !l.coord && !self.comma)
            && !self.shape.clauses[top].subjects.is_empty()
            && !self.listed
        {
            // "the plan Trump backed": a relative clause without its relative.
            let antecedent = self.shape.clauses[top].subjects.last().copied();
            let opener = self.shape.nouns[noun].tokens.start;
            let clause = self.open(Some(top), Link::Relative, Some(opener));
            self.clause(clause).subjects.push(noun);
            self.clause(clause).appositions.extend(antecedent);
            self.assign_group(noun, clause);
            return self.fill(clause, verb);
        }
        if !self.comma
            && !self.listed
            && link != Link::Relative
            && let Some(nearest) = self.shape.clauses[top].appositions.pop()
        {
            // "In Springfield, Ohio, Smith said": what no comma parts from the verb.
            let before = std::mem::replace(&mut self.clause(top).subjects, vec![nearest]);
            self.clause(top).appositions.extend(before);
        }
        if link == Link::Relative && self.shape.clauses[top].subjects.is_empty() {
            let antecedent = self.shape.clauses[top].appositions.clone();
            self.clause(top).subjects = antecedent;
        }
        self.fill(top, verb);
    }

    /// Whether a unit is a mark, or the sentence ends before it.
    pub(super) fn is_parted(&self, number: usize) -> bool {
        matches!(self.units.get(number), None | Some(Unit::Mark(_)))
    }
}
