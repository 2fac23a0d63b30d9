//! Relative clauses: what they belong to, and what goes on after one that commas set off.

use crate::clause::build::{Builder, Loose};
use crate::clause::groups::Mood;
use crate::clause::{Clause, Link, Tag};
use crate::grammar::{Class, VerbForm};

impl Builder<'_> {
    /// The noun group that a relative or a participle at `token` belongs to: the one before, or what that
    /// hangs on where it is only a name: "a bill in the Senate that", "Ann Smith of Ohio, who".
    pub(super) fn antecedent(&self, token: usize) -> Option<usize> {
        let nearest = self.last_noun_before(token)?;
        // "a plan last week that would"
        let aside = self.shape.nouns[nearest].time && nearest > 0;
        let nearest = if aside { nearest - 1 } else { nearest };
        let group = &self.shape.nouns[nearest];
        let opener = self.grammar.info(self.text.tokens[token].word);
        if let Some(before) = nearest.checked_sub(1)
            && opener.is(Class::Complementiser)
            && self.is_any_of(before, nearest)
        {
            return Some(before);
        }
        if let Some(before) = nearest.checked_sub(1)
            && self.agrees_with(before, nearest, token)
        {
            return Some(before);
        }
        let is_name = self.shape.tag_at(group.head) == Tag::Name;
        let Some(before) = nearest.checked_sub(1).filter(|_| is_name) else {
            return Some(nearest);
        };
        let hangs = group.preposition == Some(self.shape.nouns[before].tokens.end);
        let above = &self.shape.nouns[before];
        let personal = opener.is(Class::Personal) && self.shape.tag_at(above.head) == Tag::Name;
        let joined = self.text.tokens[group.tokens.end - 1].joined;
        let comma = above.tokens.end + 1 == group.tokens.start;
        if personal && joined && comma && group.tokens.len() <= 2 {
            // "Ann Smith, R-Ohio, who"
            return Some(before);
        }
        let owned = group
            .preposition
            .is_some_and(|at| self.grammar.of.contains(&self.text.tokens[at].word));
        // "a senator from Utah who": a place, where no known person is named.
        let place = self.shape.tag_at(above.head) == Tag::Noun
            && group.tokens.len() == 1
            && (self.person_at)(group.head).is_none();
        let body = opener.is(Class::Personal) && owned && ((self.names_body)(group.head) || place);
        let fits = if personal || body {
            // "the minister of Norway, who"
            body || group.tokens.len() == 1
        } else {
            let word = self.text.tokens[above.head].word;
            // "a deal with Moscow that": no name has a *that* of its own.
            let restricts = opener.is(Class::Complementiser) && group.tokens.len() == 1;
            restricts || self.grammar.info(word).is(Class::Expression)
        };
        Some(if hangs && fits { before } else { nearest })
    }

    /// "a memo to colleagues that argues": whether the verb right behind a relative goes with one thing, and not with
    /// the several that hang on it.
    fn agrees_with(&self, above: usize, below: usize, relative: usize) -> bool {
        let (above, below) = (&self.shape.nouns[above], &self.shape.nouns[below]);
        let next = relative + 1;
        let singular =
            next < self.shape.tokens.end && self.shape.tag_at(next) == Tag::Verb(VerbForm::Third);
        let many = |head: usize| {
            let written = self.text.slice(self.text.tokens[head].span);
            self.grammar.looks_plural(written)
        };
        let of = |at: usize| self.grammar.of.contains(&self.text.tokens[at].word);
        singular
            && !below.preposition.is_some_and(of)
            && below.preposition == Some(above.tokens.end)
            && many(below.head)
            && !many(above.head)
    }

    /// "any way to talks", "no way to talks": whether a group that opens so has a bare one hanging on it.
    fn is_any_of(&self, above: usize, below: usize) -> bool {
        let (above, below) = (&self.shape.nouns[above], &self.shape.nouns[below]);
        let is = |at: usize, class: Class| self.grammar.is(&self.text.tokens[at], class);
        let first = above.tokens.start;
        // "no sense in a truce that" speaks of the truce.
        let denied = is(first, Class::No) && is(above.tokens.end, Class::Infinitive);
        (is(first, Class::Supposing) || denied)
            && below.preposition == Some(above.tokens.end)
            && self.shape.tag_at(below.tokens.start) == Tag::Noun
    }

    /// Whether a clause is a relative one that a comma sets off.
    pub(super) fn is_set_off(&self, clause: usize) -> bool {
        let Clause { link, opener, .. } = self.shape.clauses[clause];
        link == Link::Relative && opener.is_some_and(|at| self.shape.follows_comma(at))
    }

    /// "urged the president, who thinks that it can win, to yield": after a comma, closes the relative
    /// clause that another comma set off; returns what it belongs to.
    pub(super) fn close_set_off(&mut self) -> Option<usize> {
        let at = self.stack.iter().position(|&at| self.is_set_off(at));
        let at = at.filter(|&at| at > 0 && self.comma && !self.coordinated())?;
        let antecedent = self.shape.clauses[self.stack[at]]
            .appositions
            .first()
            .copied();
        self.stack.truncate(at);
        antecedent
    }

    /// "is ready, but a plan that ignores the law would fail": the subject before a relative clause that has its verb
    /// by now; whatever stands open over the clause before is closed.
    pub(super) fn begun_subject(&mut self) -> Option<Loose> {
        let (before, loose) = self.begun?;
        let at = self.stack.iter().position(|&at| at == before)?;
        let relative = *self.stack.get(at + 1)?;
        let says = self.loose.is_some() && self.clause_reports(self.top());
        if self.coordinated() || !self.has_verb(relative) || !self.has_verb(self.top()) || says {
            return None;
        }
        self.begun = None;
        self.stack.truncate(at + 1);
        Some(loose)
    }

    /// The subject of what is told, where clauses that tell of it stand between it and its verb.
    pub(super) fn told_later(&mut self, top: usize, loose: Option<Loose>) -> Option<Loose> {
        let deferred = match loose {
            None => self.deferred_subject(top),
            Some(_) => None,
        };
        deferred.or_else(|| self.told_behind(top))
    }

    /// "said Merz, who was away, would": the subject before a relative clause that a comma ended.
    fn deferred_subject(&mut self, top: usize) -> Option<Loose> {
        let reduced = self.is_reduced(top) && !self.comma;
        let above = self.shape.clauses[top].parent.filter(|_| reduced);
        let (report, loose) = self
            .deferred
            .take_if(|(report, _)| *report == above.unwrap_or(top))?;
        let verb = self.shape.clauses[report].verb?;
        if self.coord.is_some() || !self.is_report(verb) || !self.comma && !reduced {
            return None;
        }
        let place = self.stack.iter().rposition(|&at| at == report)?;
        self.stack.truncate(place + 1);
        Some(loose)
    }

    /// "said those who want to lift it are": the subject of what is told, before clauses that only tell of it, and where the
    /// last one, an infinitive, reports nothing.
    fn told_behind(&mut self, top: usize) -> Option<Loose> {
        let infinitive = self.shape.clauses[top].link == Link::Infinitive && self.has_verb(top);
        if !infinitive || self.clause_reports(top) || self.comma || self.coord.is_some() {
            return None;
        }
        let (report, loose) = self.deferred?;
        let place = self.stack.iter().rposition(|&at| at == report)?;
        let mut above = self.stack[place + 1..].iter();
        let adjuncts = above.all(|&at| {
            matches!(
                self.shape.clauses[at].link,
                Link::Relative | Link::Infinitive
            )
        });
        if !adjuncts || !self.clause_reports(report) {
            return None;
        }
        self.deferred = None;
        self.stack.truncate(place + 1);
        Some(loose)
    }

    /// Hangs the relative clauses of a clause's subjects on it, not on the clause above.
    pub(super) fn take_relatives(&mut self, clause: usize, above: usize) {
        let subjects = self.shape.clauses[clause].subjects.clone();
        for own in &mut self.shape.clauses {
            let of = own
                .appositions
                .iter()
                .chain(&own.subjects)
                .any(|noun| subjects.contains(noun));
            if own.link == Link::Relative && own.parent == Some(above) && of {
                own.parent = Some(clause);
            }
        }
    }

    /// "the sanctions imposed by Rome": whether a clause is a participle right behind what it tells of.
    fn is_reduced(&self, clause: usize) -> bool {
        let participle = self
            .shape
            .verb_of(clause)
            .is_some_and(|verb| verb.mood == Mood::Participle);
        participle && self.shape.clauses[clause].link == Link::Relative
    }

    /// "something Rome wants": the word right before a noun group that stands for a thing by itself.
    pub(super) fn thing_before(&self, noun: usize) -> Option<usize> {
        let start = self.shape.nouns[noun].tokens.start;
        let thing = noun.checked_sub(1)?;
        let group = &self.shape.nouns[thing];
        let word = self.text.tokens[group.head].word;
        let adjoins = group.tokens.end == start;
        (adjoins && self.grammar.anything.contains(&word)).then_some(thing)
    }

    /// The relative clause, without its relative, of a word that stands for a thing.
    pub(super) fn tell_of(&mut self, thing: usize, loose: Loose, verb: usize) {
        let parent = self.top();
        let opener = self.shape.nouns[loose.first].tokens.start;
        let members = self.members(loose);
        let clause = self.open(Some(parent), Link::Relative, Some(opener));
        for &noun in &members {
            self.assign_group(noun, clause);
        }
        self.clause(clause).subjects = members;
        self.clause(clause).appositions.push(thing);
        self.fill(clause, verb);
    }

    /// The last noun group before a token that takes part in its clause.
    pub(super) fn last_noun_before(&self, token: usize) -> Option<usize> {
        self.shape
            .nouns
            .iter()
            .rposition(|noun| noun.tokens.end <= token && !self.is_contrasted(noun))
    }
}
