//! Clauses out of groups: one pass from left to right with a stack of open clauses.
//!
//! A noun group without a preposition waits as subject until a verb group comes; relatives,
//! conjunctions and commas open and close clauses in between, so that the subject of *Merz, who
//! met Putin, said* is found across the relative clause.

mod beside;
mod content;
mod finite;
mod frames;
mod halves;
mod lists;
mod marks;
mod nonfinite;
mod reduced;
mod relative;
mod settle;

use std::ops::Range;

use crate::clause::groups::{Groups, Mood, NounGroup, Unit};
use crate::clause::{Clause, Heads, Link, Shape, Tag};
use crate::grammar::Grammar;
use crate::text::Text;
use crate::words::Mark;

pub(super) fn build(
    text: &Text,
    tokens: Range<usize>,
    tags: Vec<Tag>,
    groups: Groups,
    grammar: &Grammar,
    heads: &Heads<'_>,
) -> Shape {
    let Groups {
        units,
        nouns,
        verbs,
    } = groups;
    let mut builder = Builder {
        text,
        grammar,
        reports: heads.reports,
        commands: heads.commands,
        contents: heads.contents,
        names_body: heads.names_body,
        person_at: heads.person_at,
        conditions: heads.conditions,
        units: &units,
        shape: Shape {
            clause_of: vec![0; tokens.len()],
            tokens: tokens.clone(),
            tags,
            nouns,
            verbs,
            clauses: Vec::new(),
        },
        stack: Vec::new(),
        loose: None,
        coord: None,
        comma: false,
        quote_closed: false,
        listed: false,
        parted: false,
        aside: None,
        interrupted: None,
        remark: None,
        phrase_list: None,
        suspended: None,
        parenthesis: None,
        resumed: None,
        deferred: None,
        begun: None,
    };
    builder.open(None, Link::Root, None);
    let mut last = tokens.start;
    for (number, &unit) in units.iter().enumerate() {
        if let Unit::Mark(mark) = unit {
            // "who voted too, said": what is before a mark is of what it closes.
            let clause = builder.top();
            for at in last..mark {
                builder.assign(at, clause);
            }
            last = last.max(mark);
        }
        let end = builder.unit(number);
        let clause = builder.top();
        for at in last..end {
            builder.assign(at, clause);
        }
        last = end;
    }
    for at in last..tokens.end {
        let clause = builder.top();
        builder.assign(at, clause);
    }
    builder.settle();
    builder.shape
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing seen on the way, and any of them can hold together"
)]
struct Builder<'a> {
    text: &'a Text<'a>,
    grammar: &'a Grammar,
    reports: &'a dyn Fn(usize) -> bool,
    commands: &'a dyn Fn(usize) -> bool,
    contents: &'a dyn Fn(usize) -> bool,
    names_body: &'a dyn Fn(usize) -> bool,
    person_at: &'a dyn Fn(usize) -> Option<usize>,
    conditions: &'a dyn Fn(usize) -> bool,
    units: &'a [Unit],
    shape: Shape,
    stack: Vec<usize>,
    /// The last noun group that could be the subject of a verb to come.
    loose: Option<Loose>,
    /// The coordinator right before.
    coord: Option<usize>,
    /// Whether a comma or dash stands right before.
    comma: bool,
    /// Whether a quotation ended since the last noun group.
    quote_closed: bool,
    /// Whether the waiting subjects are a list.
    listed: bool,
    /// Whether commas part the members of that list.
    parted: bool,
    /// The report that commas set into the clause below it.
    interrupted: Option<usize>,
    /// Where a remark in brackets ends that changes nothing around it: a number into the units.
    remark: Option<usize>,
    /// The last member of a list behind a preposition.
    phrase_list: Option<usize>,
    /// How deep the stack was before the dash that set something aside, and that dash.
    aside: Option<(usize, usize)>,
    /// The clauses that were open when a quotation closed, for the case that it goes on.
    suspended: Option<Vec<usize>>,
    /// Whether the noun group right before is the speaker of *..., officials said, ...*
    parenthesis: Option<usize>,
    /// What was open before it, and is again after its verb.
    resumed: Option<Vec<usize>>,
    /// The subject after a report that a relative clause parts from its verb, and the report's clause:
    /// *said Merz, who was away, would*.
    deferred: Option<(usize, Loose)>,
    /// The subject after a conjunction that a relative clause parts from its verb, and the clause before it: *is ready,
    /// but a plan that ignores the law would fail*.
    begun: Option<(usize, Loose)>,
}

#[derive(Clone, Copy, Debug)]
struct Loose {
    /// The first of a list: *said Germany and France would*.
    first: usize,
    noun: usize,
    comma: bool,
    coord: bool,
    /// A name set beside it: *but the president, Ann Smith, used*.
    apposed: Option<usize>,
}

impl Builder<'_> {
    fn top(&self) -> usize {
        *self.stack.last().unwrap_or(&0)
    }

    fn clause(&mut self, at: usize) -> &mut Clause {
        &mut self.shape.clauses[at]
    }

    fn open(&mut self, parent: Option<usize>, link: Link, opener: Option<usize>) -> usize {
        let at = self.shape.clauses.len();
        let start = opener.unwrap_or(self.shape.tokens.start);
        self.shape.clauses.push(Clause {
            parent,
            link,
            opener,
            verb: None,
            subjects: Vec::new(),
            appositions: Vec::new(),
            tokens: start..start,
        });
        self.stack.push(at);
        self.listed = false;
        self.parted = false;
        at
    }

    fn assign(&mut self, token: usize, clause: usize) {
        let first = self.shape.tokens.start;
        self.shape.clause_of[token - first] = clause;
        let tokens = &mut self.shape.clauses[clause].tokens;
        if tokens.start == tokens.end {
            *tokens = token..token + 1;
        } else {
            *tokens = tokens.start.min(token)..tokens.end.max(token + 1);
        }
    }

    fn assign_group(&mut self, noun: usize, clause: usize) {
        let noun = &self.shape.nouns[noun];
        for at in noun.preposition.unwrap_or(noun.tokens.start)..noun.tokens.end {
            self.assign(at, clause);
        }
    }

    /// Whether a clause has a subject and no verb yet.
    fn awaits_verb(&self, clause: usize) -> bool {
        !self.has_verb(clause) && !self.shape.clauses[clause].subjects.is_empty()
    }

    fn has_verb(&self, clause: usize) -> bool {
        self.shape.clauses[clause].verb.is_some()
    }

    /// Takes in one unit; returns the token after it.
    fn unit(&mut self, number: usize) -> usize {
        if let Some(stack) = self.resumed.take() {
            self.stack = stack;
        }
        if let Some(closes) = self.remark
            && number <= closes
        {
            self.remark = self.remark.filter(|_| number < closes);
            return self.end_of(number);
        }
        match self.units[number] {
            Unit::Noun(noun) => self.noun(number, noun),
            Unit::Verb(verb) => {
                self.verb(number, verb);
                self.loose = None;
                self.after_word();
                self.shape.verbs[verb].tokens.end
            }
            Unit::Prep(token) => token + 1,
            Unit::Coord(token) => {
                self.coord = Some(token);
                token + 1
            }
            Unit::Subord(token) => {
                if !self.brings_participle(number) {
                    self.subordinate(token);
                }
                token + 1
            }
            Unit::Comp(token) if !self.is_relative(token) => {
                self.complement(token);
                token + 1
            }
            Unit::Rel(token) | Unit::Comp(token) => {
                let parent = self.top();
                if let Some(loose) = self.loose.filter(|loose| !loose.comma && !loose.coord) {
                    self.deferred = Some((parent, loose));
                }
                if let Some(loose) = self.loose.filter(|loose| loose.comma && loose.coord) {
                    self.begun = Some((parent, loose));
                }
                let antecedent = self.antecedent(token);
                let clause = self.open(Some(parent), Link::Relative, Some(token));
                self.clause(clause).appositions.extend(antecedent);
                self.assign(token, clause);
                self.loose = None;
                self.after_word();
                token + 1
            }
            Unit::Mark(token) => self.mark(number, token),
        }
    }

    /// The token after a unit.
    fn end_of(&self, number: usize) -> usize {
        match self.units[number] {
            Unit::Noun(noun) => self.shape.nouns[noun].tokens.end,
            Unit::Verb(verb) => self.shape.verbs[verb].tokens.end,
            Unit::Prep(at)
            | Unit::Coord(at)
            | Unit::Subord(at)
            | Unit::Comp(at)
            | Unit::Rel(at)
            | Unit::Mark(at) => at + 1,
        }
    }

    fn after_word(&mut self) {
        self.coord = None;
        self.comma = false;
        self.quote_closed = false;
    }

    fn noun(&mut self, number: usize, noun: usize) -> usize {
        let mut group = self.shape.nouns[noun].clone();
        if self.is_contrasted(&group) {
            return group.tokens.end;
        }
        // "said the time had come": a time that is spoken of.
        group.time &= !self.is_spoken_of(number, &group);
        let top = self.top();
        let in_phrase = group.preposition.is_some();
        // "the states that broker talks between Kyiv and Moscow are": the main verb is still to come.
        let awaited = || self.stack.iter().any(|&at| self.awaits_verb(at));
        let after_phrase = self.coord.is_some()
            && noun > 0
            && self.shape.nouns[noun - 1].preposition.is_some()
            && (!self.has_verb(top) || awaited())
            && !self.comma
            && !self.names_another(top, noun);
        // "was ready": a predicate adjective is no one's subject.
        let listed_phrase = self.lists_in_phrase(number, noun);
        let predicate = group
            .tokens
            .clone()
            .all(|at| self.shape.tag_at(at) == Tag::Adj);
        if !in_phrase && !group.time && self.is_set_in(number) {
            self.parenthesis = Some(noun);
        } else if !in_phrase && !group.time && !after_phrase && !predicate && !listed_phrase {
            if self.has_verb(top) {
                self.loose = Some(self.loosened(noun));
            } else {
                self.wait_as_subject(top, noun);
            }
        }
        if !in_phrase && !group.time {
            self.after_word();
        }
        group.tokens.end
    }

    /// "Ann Smith of Ohio and Bob Jones": a full name after *and*, where a full name waits, goes with it.
    fn names_another(&self, clause: usize, noun: usize) -> bool {
        let subjects = &self.shape.clauses[clause].subjects;
        let waits = subjects.last();
        waits.is_some_and(|&subject| self.is_full_name(subject)) && self.is_full_name(noun)
    }

    /// Whether a noun group ends in a name of two words or more; "R-Ohio" is one.
    fn is_full_name(&self, noun: usize) -> bool {
        let tokens = self.shape.nouns[noun].tokens.clone().rev();
        let names = tokens.take_while(|&at| {
            let token = &self.text.tokens[at];
            !token.joined && matches!(self.shape.tag_at(at), Tag::Name | Tag::Mark(Mark::Stop))
        });
        names.filter(|&at| self.text.tokens[at].is_word()).count() > 1
    }

    /// A noun group before the verb of its clause: the subject, one more of a list of subjects, what a
    /// comma sets beside it, or the subject of a clause without its relative.
    fn wait_as_subject(&mut self, clause: usize, noun: usize) {
        let waiting = !self.shape.clauses[clause].subjects.is_empty();
        let coordinated = self.coordinated() || waiting && self.lists_names(clause, noun);
        self.listed |= waiting && coordinated;
        let is_relative = self.shape.clauses[clause].link == Link::Relative;
        if self.listed && coordinated && !is_relative {
            let beside = std::mem::take(&mut self.clause(clause).appositions);
            self.parted |= !beside.is_empty();
            self.clause(clause).subjects.extend(beside);
        }
        if !waiting || coordinated {
            if !waiting {
                // "In Rome, where she met ministers, Smith said": the object before is no subject.
                self.loose = None;
            }
            self.clause(clause).subjects.push(noun);
        } else if self.comma {
            self.clause(clause).appositions.push(noun);
        } else if self.follows_abbreviation(clause, noun) {
            self.clause(clause).subjects = vec![noun];
        } else {
            self.loose = Some(Loose {
                first: noun,
                noun,
                comma: false,
                coord: false,
                apposed: None,
            });
        }
    }

    /// "Party of Labour (PL) leader Ann Smith": whether the only noun group that waits is a name whose short form in
    /// brackets stands right before another group, which it goes with.
    fn follows_abbreviation(&self, clause: usize, noun: usize) -> bool {
        let [waiting] = self.shape.clauses[clause].subjects[..] else {
            return false;
        };
        let (before, start) = (
            &self.shape.nouns[waiting],
            self.shape.nouns[noun].tokens.start,
        );
        let between = before.tokens.end..start;
        let mark = |at: usize| self.shape.tag_at(at);
        let [open, .., close] = between.clone().collect::<Vec<_>>()[..] else {
            return false;
        };
        let brackets = mark(open) == Tag::Mark(Mark::Open) && mark(close) == Tag::Mark(Mark::Close);
        brackets && between.len() == 3 && self.shape.tag_at(before.head) == Tag::Name
    }

    /// "Italy, Poland decline": whether a headline begins with names alone that commas part.
    fn lists_names(&self, clause: usize, noun: usize) -> bool {
        let headline = !matches!(self.shape.tags.last(), Some(Tag::Mark(_)));
        let first = self.shape.tokens.start;
        let alone = |&noun: &usize| {
            let mut tokens = self.shape.nouns[noun].tokens.clone();
            tokens.all(|at| self.shape.tag_at(at) == Tag::Name)
        };
        let subjects = &self.shape.clauses[clause].subjects;
        let named = subjects.iter().all(alone) && alone(&noun);
        let opens = subjects
            .first()
            .is_some_and(|&at| self.shape.nouns[at].tokens.start == first);
        headline && self.comma && named && opens
    }

    /// "every day without a truce is", "said the time had come": whether a time stands where nothing but itself can be the
    /// subject of the finite verb behind it.
    fn is_spoken_of(&self, number: usize, group: &NounGroup) -> bool {
        let top = self.top();
        let waits = match number.checked_sub(1).map(|at| self.units[at]) {
            Some(Unit::Verb(verb)) => {
                self.is_report(verb) && self.shape.tag_at(group.tokens.start) == Tag::Det
            }
            _ => {
                !self.has_verb(top)
                    && self.shape.clauses[top].subjects.is_empty()
                    && self.shape.clauses[top].link != Link::Relative
            }
        };
        // "a week ago surprised him"
        let dated = self
            .shape
            .tags
            .get(group.tokens.end - self.shape.tokens.start)
            == Some(&Tag::Adv);
        let mut behind = self.units[number + 1..].iter();
        let verb = behind.find(|unit| match unit {
            Unit::Prep(_) => false,
            Unit::Noun(noun) => self.shape.nouns[*noun].preposition.is_none(),
            _ => true,
        });
        let followed =
            matches!(verb, Some(Unit::Verb(verb)) if self.shape.verbs[*verb].mood == Mood::Finite);
        group.preposition.is_none() && waits && followed && !dated
    }

    fn subordinate(&mut self, token: usize) {
        if self.comma {
            self.close(|link| matches!(link, Link::Relative | Link::Participle | Link::Frame));
        }
        let link = if (self.conditions)(token) {
            Link::Condition
        } else {
            Link::Adverbial
        };
        let parent = self.top();
        let clause = self.open(Some(parent), link, Some(token));
        self.assign(token, clause);
        self.loose = None;
        self.after_word();
    }

    fn verb(&mut self, number: usize, verb: usize) {
        if let Some(noun) = self.parenthesis.take() {
            return self.set_in(number, noun, verb);
        }
        if self.completes_auxiliary(number, verb) {
            return;
        }
        match self.shape.verbs[verb].mood {
            Mood::Finite => self.finite(number, verb),
            Mood::Infinitive => self.infinitive(verb),
            Mood::Ing => self.ing(number, verb),
            Mood::Participle => self.participle(number, verb),
        }
    }

    fn fill(&mut self, clause: usize, verb: usize) {
        self.clause(clause).verb = Some(verb);
        for at in self.shape.verbs[verb].tokens.clone() {
            self.assign(at, clause);
        }
    }

    fn coordinated(&self) -> bool {
        self.coord.is_some()
    }

    fn is_denied(&self, verb: usize) -> bool {
        !self.shape.verbs[verb].nots.is_empty()
    }

    /// Whether the verb of a clause is one of reporting.
    fn clause_reports(&self, clause: usize) -> bool {
        let verb = self.shape.clauses[clause].verb;
        verb.is_some_and(|verb| self.is_report(verb))
    }

    fn is_report(&self, verb: usize) -> bool {
        (self.reports)(self.shape.verbs[verb].head)
    }
}
