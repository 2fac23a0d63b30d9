//! What is only known once the whole sentence is read.

use crate::clause::build::Builder;
use crate::clause::groups::Mood;
use crate::clause::{Clause, Link, Tag};
use crate::grammar::VerbForm;
use crate::words::Mark;

impl Builder<'_> {
    /// What is only known at the end: infinitives that announce, and subjects of participles before their
    /// main clause and of reports before their subject.
    pub(super) fn settle(&mut self) {
        self.announce();
        self.share_denials();
        self.lead_with_act();
        self.equate();
        self.set_beside_report();
        self.invert_predicates();
        for at in 0..self.shape.clauses.len() {
            let Clause {
                link,
                parent,
                verb,
                ref subjects,
                ..
            } = self.shape.clauses[at];
            if !subjects.is_empty() {
                continue;
            }
            if link == Link::Participle
                && let Some(parent) = parent
            {
                self.clause(at).subjects = self.doers(parent);
            }
            if link == Link::Gerund
                && let Some(parent) = parent.filter(|&parent| self.opens_clause(at, parent))
            {
                self.clause(at).subjects = self.doers(parent);
            }
            let Some(verb) = verb else { continue };
            let group = &self.shape.verbs[verb];
            // "Lift the ban and start talks" orders, and nobody reports.
            let orders =
                link == Link::Root && self.shape.tag_at(group.head) == Tag::Verb(VerbForm::Base);
            if self.is_report(verb)
                && matches!(link, Link::Frame | Link::Root)
                && group.mood == Mood::Finite
                && !orders
            {
                let end = group.tokens.end;
                let next = self
                    .shape
                    .nouns
                    .iter()
                    .position(|noun| noun.tokens.start == end && !noun.time);
                if let Some(next) = next {
                    self.clause(at).subjects = vec![next];
                    self.list_after(at, next);
                    self.apposed_after(at, next);
                }
            }
        }
    }

    /// "After backing it, Smith left", "A month before backing it, Smith left": whether a preposition brings in an *-ing*
    /// form before all else in the clause above.
    fn opens_clause(&self, at: usize, above: usize) -> bool {
        let clause = &self.shape.clauses[at];
        let main = &self.shape.clauses[above];
        let Some(opener) = clause.opener else {
            return false;
        };
        let start = self.shape.tokens.start;
        let first = |noun: &usize| self.shape.nouns[*noun].tokens.start;
        let fronted = main.subjects.iter().map(first).min() > Some(opener);
        let mut before = self.shape.nouns.iter();
        let alone = before.all(|noun| noun.time || !(start..opener).contains(&noun.tokens.start));
        let verbs = self.shape.verbs.iter();
        let idle = verbs.clone().all(|verb| verb.tokens.start > opener);
        self.shape.tag_at(opener) == Tag::Prep && fronted && alone && idle
    }

    /// "Among those who voted for it was Smith": what a copula has behind it is its subject, where the sentence begins with
    /// what that is said to be among.
    fn invert_predicates(&mut self) {
        let first = &self.text.tokens[self.shape.tokens.start];
        if !self.grammar.among.contains(&first.word) {
            return;
        }
        for at in 0..self.shape.clauses.len() {
            let clause = &self.shape.clauses[at];
            let end = self.shape.verb_of(at).and_then(|verb| {
                let plain = verb.mood == Mood::Finite && verb.nots.is_empty() && verb.copula;
                let root = clause.link == Link::Root && clause.subjects.is_empty();
                (plain && root).then_some(verb.tokens.end)
            });
            let mut nouns = self.shape.nouns.iter();
            let subject = nouns.position(|noun| Some(noun.tokens.start) == end && !noun.time);
            if let Some(subject) = subject {
                self.clause(at).subjects = vec![subject];
                self.list_after(at, subject);
                self.apposed_after(at, subject);
            }
        }
    }

    /// "Lifting it, he said, would be wrong": the act that opens the sentence is the subject of a main verb that has none.
    fn lead_with_act(&mut self) {
        let root = &self.shape.clauses[0];
        let lacks = root.subjects.is_empty() && root.appositions.is_empty();
        let modal = self
            .shape
            .verb_of(0)
            .is_some_and(|verb| verb.modal.is_some() || verb.copula);
        if let Some(act) = self.opening_act(0).filter(|_| lacks && modal) {
            let act = self.clause(act);
            act.link = Link::Gerund;
            act.subjects.clear();
        }
    }

    /// The clause of the *-ing* form that opens a sentence below its main clause.
    pub(super) fn opening_act(&self, top: usize) -> Option<usize> {
        let mut words = self.shape.tokens.clone();
        let first = words.find(|&at| !matches!(self.shape.tag_at(at), Tag::Mark(_)))?;
        (0..self.shape.clauses.len()).find(|&at| {
            let clause = &self.shape.clauses[at];
            let verb = self.shape.verb_of(at);
            clause.parent == Some(top)
                && clause.link == Link::Participle
                && verb.is_some_and(|verb| verb.mood == Mood::Ing && verb.tokens.start == first)
        })
    }

    /// "To arm them would be to invite war": what is the same as what an infinitive tells does the same.
    fn equate(&mut self) {
        for at in 0..self.shape.clauses.len() {
            if let Some(above) = self.equated(at) {
                self.merge_verbs(above, at);
            }
        }
    }

    /// The clause whose subject is an infinitive, and whose copula says that it is the infinitive of the clause `at`.
    fn equated(&self, at: usize) -> Option<usize> {
        let clause = &self.shape.clauses[at];
        let above = clause.parent.filter(|_| clause.link == Link::Infinitive)?;
        let copula = self.shape.verb_of(above)?;
        let infinitive = self.shape.verb_of(at)?;
        let mut clauses = self.shape.clauses.iter();
        let subject = clauses.any(|clause| {
            clause.link == Link::Gerund
                && clause.parent == Some(above)
                && clause.tokens.end <= copula.tokens.start
        });
        let adjoins = copula.tokens.end == infinitive.tokens.start;
        let only = self.shape.clauses[above].subjects.is_empty();
        (copula.copula && adjoins && only && subject).then_some(above)
    }

    /// Makes the verb of a clause and that of a clause below it, right behind, one.
    fn merge_verbs(&mut self, above: usize, below: usize) {
        let (Some(first), Some(main)) = (
            self.shape.clauses[above].verb,
            self.shape.clauses[below].verb,
        ) else {
            return;
        };
        let start = self.shape.verbs[first].tokens.start;
        let first = self.shape.verbs[first].clone();
        let merged = &mut self.shape.verbs[main];
        merged.tokens.start = start;
        merged.mood = first.mood;
        merged.modal = first.modal;
        merged.nots.extend(&first.nots);
        if let Some(first) = self.clause(above).verb.replace(main) {
            self.shape.verbs[first].tokens.end = start;
        }
        self.take_over(below, above);
    }

    /// Who does what a participle below a clause tells: its subjects, those of the clause above it where only a
    /// conjunction brings the participle in, "while insisting".
    fn doers(&self, clause: usize) -> Vec<usize> {
        let own = &self.shape.clauses[clause];
        match own.parent {
            Some(above)
                if own.link == Link::Adverbial && own.verb.is_none() && own.subjects.is_empty() =>
            {
                self.shape.clauses[above].subjects.clone()
            }
            _ => own.subjects.clone(),
        }
    }

    /// "has not asked for a truce or sought talks", "is not arming them or training them": what an alternative joins to a
    /// denied verb of the same form and subject is denied, too.
    fn share_denials(&mut self) {
        for at in 0..self.shape.clauses.len() {
            if let Some(verb) = self.shape.clauses[at].verb
                && let Some(denials) = self.denials_shared(at, verb)
            {
                self.shape.verbs[verb].nots.extend(denials);
            }
        }
    }

    /// The denials of the verb before that an alternative joins the verb of a clause to.
    fn denials_shared(&self, clause: usize, verb: usize) -> Option<Vec<usize>> {
        let group = &self.shape.verbs[verb];
        let form = self.participle_form(verb)?;
        let before = group.tokens.start.checked_sub(1);
        let before = before.filter(|&at| at >= self.shape.tokens.start)?;
        let joined = self
            .grammar
            .alternative
            .contains(&self.text.tokens[before].word);
        let alone = group.tokens.len() == 1 && group.nots.is_empty();
        let subjects = &self.shape.clauses[clause].subjects;
        let mut earlier = self.shape.clauses[..clause].iter().rev();
        let first = earlier.find_map(|clause| {
            let verb = clause.verb.filter(|_| clause.subjects == *subjects)?;
            let group = &self.shape.verbs[verb];
            let alike = group.tokens.len() > 1 && self.participle_form(verb) == Some(form);
            alike.then_some(group)
        })?;
        (joined && alone).then(|| first.nots.clone())
    }

    /// Which participle the main verb of a group can be: a past form can be one, too.
    fn participle_form(&self, verb: usize) -> Option<VerbForm> {
        match self.shape.tag_at(self.shape.verbs[verb].head) {
            Tag::Verb(VerbForm::Past | VerbForm::Participle) => Some(VerbForm::Participle),
            Tag::Verb(VerbForm::Ing) => Some(VerbForm::Ing),
            _ => None,
        }
    }

    /// "Smith said Rome must wait as she met ministers": what was done while something was said hangs on the
    /// report, not on what is to be.
    fn set_beside_report(&mut self) {
        for at in 0..self.shape.clauses.len() {
            let clause = &self.shape.clauses[at];
            let opens = clause
                .opener
                .is_some_and(|opener| self.grammar.echo.contains(&self.text.tokens[opener].word));
            let by_pronoun = matches!(clause.subjects[..], [one] if self.shape.nouns[one].pronoun);
            let report = clause.parent.and_then(|told| self.report_of_intent(told));
            if let Some(report) = report
                && clause.link == Link::Adverbial
                && opens
                && by_pronoun
                && self.is_plain_past(at)
            {
                self.clause(at).parent = Some(report);
            }
        }
    }

    /// The past report above a clause that tells what will or should be.
    fn report_of_intent(&self, told: usize) -> Option<usize> {
        let clause = &self.shape.clauses[told];
        let to_come = self
            .shape
            .verb_of(told)
            .is_some_and(|verb| verb.modal.is_some());
        let report = clause
            .parent
            .filter(|_| to_come && clause.link == Link::Complement)?;
        let verb = self.shape.clauses[report].verb?;
        (self.is_report(verb) && self.is_plain_past(report)).then_some(report)
    }

    fn is_plain_past(&self, clause: usize) -> bool {
        let verb = self.shape.verb_of(clause);
        verb.is_some_and(|verb| verb.past && verb.modal.is_none())
    }

    /// "Norway to send tanks": an infinitive right after a name, without another verb, tells what will be.
    fn announce(&mut self) {
        let Some(root) = (0..self.shape.clauses.len())
            .find(|&at| self.shape.clauses[at].link == Link::Root && self.awaits_verb(at))
        else {
            return;
        };
        let mut words = self.shape.tokens.clone();
        let first = words.find(|&at| !matches!(self.shape.tag_at(at), Tag::Mark(_)));
        let subjects = &self.shape.clauses[root].subjects;
        let opens = subjects
            .first()
            .is_some_and(|&noun| Some(self.shape.nouns[noun].tokens.start) == first);
        let joins = |tag: Tag| matches!(tag, Tag::Coord | Tag::Mark(Mark::Comma));
        let opens = opens
            && subjects.windows(2).all(|pair| {
                let [one, other] = [pair[0], pair[1]].map(|noun| &self.shape.nouns[noun].tokens);
                (one.end..other.start).any(|at| joins(self.shape.tag_at(at)))
            });
        let named = subjects.last().filter(|_| opens).map(|&noun| {
            let group = &self.shape.nouns[noun];
            (group.tokens.end, self.shape.tag_at(group.head) == Tag::Name)
        });
        let Some((end, true)) = named else { return };
        let below = (0..self.shape.clauses.len()).find(|&at| {
            let clause = &self.shape.clauses[at];
            let verb = self.shape.verb_of(at);
            clause.link == Link::Infinitive
                && clause.parent == Some(root)
                && verb.is_some_and(|verb| verb.tokens.start == end)
        });
        let Some((below, verb)) = below.and_then(|at| Some((at, self.shape.clauses[at].verb?)))
        else {
            return;
        };
        let group = &mut self.shape.verbs[verb];
        group.mood = Mood::Finite;
        group.modal = Some(group.tokens.start);
        self.take_over(below, root);
        self.fill(root, verb);
    }

    /// Gives a clause all that another has: its words and what hangs on it.
    fn take_over(&mut self, below: usize, root: usize) {
        let tokens = self.shape.clauses[below].tokens.clone();
        for token in tokens {
            if self.shape.clause_at(token) == below {
                self.assign(token, root);
            }
        }
        for clause in &mut self.shape.clauses {
            if clause.parent == Some(below) {
                clause.parent = Some(root);
            }
        }
        let left = self.clause(below);
        left.verb = None;
        left.subjects.clear();
        left.tokens = left.tokens.start..left.tokens.start;
    }

    /// "said one of its leaders, Ann Smith": a name set beside the subject.
    pub(super) fn apposed_after(&mut self, clause: usize, first: usize) {
        let mut end = self.shape.nouns[first].tokens.end;
        for noun in first + 1..self.shape.nouns.len() {
            let group = &self.shape.nouns[noun];
            let of = group.preposition == Some(end);
            let parted = group.tokens.start == end + 1
                && self.shape.tag_at(end) == Tag::Mark(Mark::Comma)
                && self.shape.tag_at(group.head) == Tag::Name;
            end = group.tokens.end;
            if parted {
                self.clause(clause).appositions.push(noun);
            }
            if !of {
                break;
            }
        }
    }

    /// "said Merz and Macron": both are subjects.
    pub(super) fn list_after(&mut self, clause: usize, first: usize) {
        let Some(next) = self.shape.nouns.get(first + 1) else {
            return;
        };
        let between = self.shape.nouns[first].tokens.end..next.tokens.start;
        if between.len() == 1 && self.shape.tag_at(between.start) == Tag::Coord {
            self.clause(clause).subjects.push(first + 1);
        }
    }
}
