//! Clauses out of groups: one pass from left to right with a stack of open clauses.
//!
//! A noun group without a preposition waits as subject until a verb group comes; relatives,
//! conjunctions and commas open and close clauses in between, so that the subject of *Merz, who
//! met Putin, said* is found across the relative clause.

use std::ops::Range;

use crate::clause::groups::{Groups, Mood, Unit};
use crate::clause::{Clause, Link, Shape, Tag};
use crate::grammar::Grammar;
use crate::text::Text;
use crate::words::Mark;

pub(super) fn build(
    text: &Text,
    tokens: Range<usize>,
    tags: Vec<Tag>,
    groups: Groups,
    grammar: &Grammar,
    reports: &dyn Fn(usize) -> bool,
    conditions: &dyn Fn(usize) -> bool,
) -> Shape {
    let Groups {
        units,
        nouns,
        verbs,
    } = groups;
    let mut builder = Builder {
        text,
        grammar,
        reports,
        conditions,
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
        phrase_list: None,
    };
    builder.open(None, Link::Root, None);
    let mut last = tokens.start;
    for number in 0..units.len() {
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
    /// The last member of a list behind a preposition.
    phrase_list: Option<usize>,
    /// How deep the stack was before the dash that set something aside.
    aside: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Loose {
    /// The first of a list: *said Germany and France would*.
    first: usize,
    noun: usize,
    comma: bool,
    coord: bool,
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

    fn has_verb(&self, clause: usize) -> bool {
        self.shape.clauses[clause].verb.is_some()
    }

    /// Takes in one unit; returns the token after it.
    fn unit(&mut self, number: usize) -> usize {
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
                self.subordinate(token);
                token + 1
            }
            Unit::Comp(token) => {
                self.complement(token);
                token + 1
            }
            Unit::Rel(token) => {
                let parent = self.top();
                let antecedent = self.last_noun_before(token);
                let clause = self.open(Some(parent), Link::Relative, Some(token));
                self.clause(clause).appositions.extend(antecedent);
                self.assign(token, clause);
                self.after_word();
                token + 1
            }
            Unit::Mark(token) => self.mark(number, token),
        }
    }

    fn after_word(&mut self) {
        self.coord = None;
        self.comma = false;
        self.quote_closed = false;
    }

    fn last_noun_before(&self, token: usize) -> Option<usize> {
        self.shape
            .nouns
            .iter()
            .rposition(|noun| noun.tokens.end <= token)
    }

    fn noun(&mut self, number: usize, noun: usize) -> usize {
        let group = self.shape.nouns[noun].clone();
        let top = self.top();
        let in_phrase = group.preposition.is_some();
        let after_phrase = self.coord.is_some()
            && noun > 0
            && self.shape.nouns[noun - 1].preposition.is_some()
            && !self.has_verb(top)
            && !self.comma;
        // "was ready": a predicate adjective is no one's subject.
        let listed_phrase = self.lists_in_phrase(number, noun);
        let predicate = group
            .tokens
            .clone()
            .all(|at| self.shape.tag_at(at) == Tag::Adj);
        if !in_phrase && !group.time && !after_phrase && !predicate && !listed_phrase {
            if self.has_verb(top) {
                self.loose = Some(self.loosened(noun));
            } else {
                let waiting = !self.shape.clauses[top].subjects.is_empty();
                if !waiting || self.coord.is_some() {
                    self.listed |= waiting;
                    if self.listed && self.coord.is_some() {
                        let set_beside = std::mem::take(&mut self.clause(top).appositions);
                        let is_relative = self.shape.clauses[top].link == Link::Relative;
                        if is_relative {
                            self.clause(top).appositions = set_beside;
                        } else {
                            self.parted |= !set_beside.is_empty();
                            self.clause(top).subjects.extend(set_beside);
                        }
                    }
                    self.clause(top).subjects.push(noun);
                } else if self.comma {
                    self.clause(top).appositions.push(noun);
                } else {
                    self.loose = Some(Loose {
                        first: noun,
                        noun,
                        comma: false,
                        coord: false,
                    });
                }
            }
        }
        if !in_phrase && !group.time {
            self.after_word();
        }
        group.tokens.end
    }

    /// "the leaders of Britain, France and Poland": a member of a list that a preposition opened
    /// right after the subject that waits.
    fn lists_in_phrase(&mut self, number: usize, noun: usize) -> bool {
        let top = self.top();
        let clause = &self.shape.clauses[top];
        let waits =
            !self.has_verb(top) && clause.subjects.len() == 1 && clause.appositions.is_empty();
        let after = noun > 0
            && (self.shape.nouns[noun - 1].preposition.is_some()
                || self.phrase_list == Some(noun - 1));
        let parted = self.comma || self.coordinated();
        if !waits || !after || !parted || self.shape.nouns[noun].preposition.is_some() {
            return false;
        }
        let goes_on = self.units[number + 1..]
            .iter()
            .take_while(|unit| match unit {
                Unit::Mark(token) => self.text.tokens[*token].mark() == Some(Mark::Comma),
                Unit::Noun(noun) => self.shape.nouns[*noun].preposition.is_none(),
                _ => false,
            });
        let length = goes_on.count();
        let coordinated = matches!(self.units.get(number + 1 + length), Some(Unit::Coord(_)));
        let member = coordinated || self.phrase_list == Some(noun - 1) && self.coordinated();
        if member {
            self.phrase_list = Some(noun);
        }
        member
    }

    /// A noun group that could be the subject of a verb to come. Right after a reporting verb a
    /// coordinated one makes a list with the one before.
    fn loosened(&self, noun: usize) -> Loose {
        let plain = Loose {
            first: noun,
            noun,
            comma: self.comma,
            coord: self.coord.is_some(),
        };
        let Some(before) = self.loose.filter(|_| self.coord.is_some()) else {
            return plain;
        };
        let reported = self.shape.clauses[self.top()].verb.is_some_and(|verb| {
            let end = self.shape.verbs[verb].tokens.end;
            self.is_report(verb) && self.shape.nouns[before.first].tokens.start <= end + 1
        });
        if reported && !before.comma && !before.coord {
            Loose {
                first: before.first,
                noun,
                ..before
            }
        } else {
            plain
        }
    }

    /// The members of a list that ends with a loose noun group.
    fn members(&self, loose: Loose) -> Vec<usize> {
        (loose.first..=loose.noun)
            .filter(|&noun| noun == loose.first || self.shape.nouns[noun].preposition.is_none())
            .collect()
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

    fn complement(&mut self, token: usize) {
        let mut parent = self.top();
        if self.coord.is_some() {
            // "said that A and that B": beside the first complement.
            if let Some(at) = self
                .stack
                .iter()
                .rposition(|&at| self.shape.clauses[at].link == Link::Complement)
            {
                parent = self.shape.clauses[self.stack[at]].parent.unwrap_or(0);
                self.stack.truncate(at);
            }
        }
        let clause = self.open(Some(parent), Link::Complement, Some(token));
        self.assign(token, clause);
        self.loose = None;
        self.after_word();
    }

    /// Closes open clauses at the top as long as their link is `closable` and they have a verb.
    fn close(&mut self, closable: impl Fn(Link) -> bool) {
        while self.stack.len() > 1 {
            let top = self.top();
            if !closable(self.shape.clauses[top].link) || !self.has_verb(top) {
                break;
            }
            self.stack.pop();
        }
    }

    fn mark(&mut self, number: usize, token: usize) -> usize {
        match self.text.tokens[token].mark() {
            Some(Mark::Comma) => {
                let next_coord = matches!(self.units.get(number + 1), Some(Unit::Coord(_)));
                let root = self.stack.first().copied().unwrap_or(0);
                let initial = self.stack.len() > 1
                    && !self.has_verb(root)
                    && self.shape.clauses[root].subjects.is_empty()
                    && self.stack[1..].iter().all(|&at| self.has_verb(at))
                    && !matches!(
                        self.shape.clauses[self.stack[1]].link,
                        Link::Complement | Link::Relative
                    );
                if initial && !next_coord {
                    self.stack.truncate(1);
                    self.loose = None;
                }
                if !next_coord {
                    self.close(|link| {
                        matches!(
                            link,
                            Link::Relative | Link::Condition | Link::Adverbial | Link::Participle
                        )
                    });
                }
                self.comma = true;
            }
            Some(Mark::Dash) => {
                self.close(|link| matches!(link, Link::Relative));
                self.dash(number);
                self.comma = true;
            }
            Some(Mark::Open | Mark::Close) => {
                self.close(|link| matches!(link, Link::Relative));
                self.comma = true;
            }
            Some(Mark::Semicolon) => {
                self.stack.clear();
                self.open(None, Link::Root, None);
                self.loose = None;
                self.after_word();
            }
            Some(Mark::Colon) => {
                let parent = self.top();
                if self.has_verb(parent) {
                    let clause = self.open(Some(parent), Link::Complement, None);
                    self.shape.clauses[clause].tokens = token + 1..token + 1;
                } else {
                    // A label: "Statement: ...".
                    self.stack.clear();
                    self.open(None, Link::Root, None);
                }
                self.loose = None;
                self.after_word();
            }
            Some(Mark::Stop | Mark::Question | Mark::Exclamation) => {
                // Inside a sentence: before a closing quotation mark and its frame.
                self.comma = true;
            }
            Some(Mark::Quote) => self.quote_closed = true,
            Some(Mark::Other) | None => {}
        }
        token + 1
    }

    /// A pair of dashes sets aside what stands between them; a list there is set beside the
    /// subject that waits.
    fn dash(&mut self, number: usize) {
        if let Some(depth) = self.aside.take() {
            let inner = self.stack.get(depth).copied();
            self.stack.truncate(depth);
            self.loose = None;
            if let Some(inner) = inner.filter(|&inner| !self.has_verb(inner)) {
                let top = self.top();
                let Clause {
                    subjects,
                    appositions,
                    ..
                } = self.shape.clauses[inner].clone();
                self.clause(top)
                    .appositions
                    .extend(subjects.into_iter().chain(appositions));
            }
            return;
        }
        let closes = self.units[number + 1..].iter().any(|unit| {
            matches!(unit, Unit::Mark(token) if self.text.tokens[*token].mark() == Some(Mark::Dash))
        });
        if closes {
            self.aside = Some(self.stack.len());
            let parent = self.top();
            self.open(Some(parent), Link::Adverbial, None);
        }
    }

    fn verb(&mut self, number: usize, verb: usize) {
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

    fn finite(&mut self, number: usize, verb: usize) {
        let top = self.top();
        let loose = self
            .loose
            .filter(|loose| !self.quote_closed || !loose.comma && !self.comma);
        if self.quote_closed && self.comma && self.is_report(verb) && self.subject_follows(number) {
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
        if !self.has_verb(top) {
            return self.finite_in_open(top, verb, loose);
        }
        if self.coordinated() {
            return self.beside(verb);
        }
        if !self.comma
            && let Some(parent) = self.gerund_subject(top)
        {
            return self.lead(top, parent, verb);
        }
        let inverted = self.is_report(verb) && self.subject_follows(number);
        if inverted
            && (self.comma || self.quote_closed)
            && self.loose.is_none_or(|l| l.comma || self.comma)
        {
            return self.frame(verb, None);
        }
        let waiting = self
            .stack
            .iter()
            .rposition(|&at| !self.has_verb(at) && !self.shape.clauses[at].subjects.is_empty());
        let directly = loose.is_none() || self.comma;
        if let Some(at) = waiting
            && (directly || loose.is_some_and(|l| !l.comma && !l.coord) && self.is_adjunct_only(at))
        {
            self.stack.truncate(at + 1);
            let clause = self.top();
            self.set_beside_list(clause);
            return self.fill(clause, verb);
        }
        if self.comma && self.is_reducible(top) && !self.is_report(verb) {
            return self.reduce_aside(top, verb);
        }
        if self.comma && loose.is_some_and(|l| !l.comma && !l.coord) && !self.is_report(verb) {
            // "declined to join, stepped up its purchases and ...": verbs in a list.
            return self.beside(verb);
        }
        match loose {
            Some(loose) if loose.comma || loose.coord => self.finite_apart(loose, verb),
            Some(loose) => self.bare_complement(loose, verb),
            None if self.is_reducible(top) => self.reduce(top, verb),
            None => self.second_verb(top, verb),
        }
    }

    /// A finite verb whose subject a comma or conjunction parts from what came before.
    fn finite_apart(&mut self, loose: Loose, verb: usize) {
        let Loose {
            noun, comma, coord, ..
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
        self.sibling(noun, verb, comma && coord);
    }

    /// "said Kyiv would": a complement without its *that*.
    fn bare_complement(&mut self, loose: Loose, verb: usize) {
        let parent = self.top();
        let members = self.members(loose);
        let opener = self.shape.nouns[loose.first].tokens.start;
        let end = self.shape.nouns[loose.noun].tokens.end;
        let clause = self.open(Some(parent), Link::Complement, Some(opener));
        for at in opener..end {
            self.assign(at, clause);
        }
        self.clause(clause).subjects = members;
        self.fill(clause, verb);
        self.settle_result(clause, parent);
    }

    /// A finite verb right after another clause's, with nothing in between to be its subject.
    fn second_verb(&mut self, top: usize, verb: usize) {
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

    /// "Lifting them would be wrong": the clause that still waits for a verb whose subject the
    /// participle at the top is.
    fn gerund_subject(&self, top: usize) -> Option<usize> {
        let clause = &self.shape.clauses[top];
        let parent = clause.parent.filter(|_| clause.link == Link::Participle)?;
        let waits = !self.has_verb(parent) && self.shape.clauses[parent].subjects.is_empty();
        waits.then_some(parent)
    }

    fn lead(&mut self, gerund: usize, parent: usize, verb: usize) {
        self.clause(gerund).link = Link::Gerund;
        if let Some(at) = self.stack.iter().position(|&at| at == parent) {
            self.stack.truncate(at + 1);
        }
        self.fill(parent, verb);
    }

    /// "nor would": an auxiliary without a main verb and without a subject, which follow.
    fn is_inverted(&self, clause: usize) -> bool {
        self.shape.clauses[clause].subjects.is_empty()
            && self.shape.verb_of(clause).is_some_and(|verb| {
                !verb.copula
                    && matches!(self.shape.tag_at(verb.head), Tag::Aux | Tag::Modal)
                    && !verb.nots.is_empty()
            })
    }

    /// Puts the two halves of an inverted verb group together.
    fn invert(&mut self, clause: usize, noun: usize, verb: usize) {
        let Some(first) = self.shape.verb_of(clause).cloned() else {
            return;
        };
        let main = &mut self.shape.verbs[verb];
        main.modal = main.modal.or(first.modal);
        main.nots.extend(first.nots);
        main.mood = Mood::Finite;
        self.clause(clause).subjects.push(noun);
        self.assign_group(noun, clause);
        self.fill(clause, verb);
    }

    /// Whether a clause's verb may be a participle rather than its finite verb: "troops deployed".
    fn is_reducible(&self, clause: usize) -> bool {
        self.shape.verb_of(clause).is_some_and(|verb| {
            let word = self.text.tokens[verb.head].word;
            verb.tokens.len() == 1
                && verb.mood == Mood::Finite
                && self
                    .grammar
                    .info(word)
                    .can_be(crate::grammar::VerbForm::Participle)
                && self.shape.clauses[clause].subjects.len() == 1
        })
    }

    /// Makes a clause's verb a participle beside its subject, which `verb` then takes.
    fn reduce(&mut self, clause: usize, verb: usize) {
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
    fn reduce_aside(&mut self, top: usize, verb: usize) {
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
    fn settle_result(&mut self, clause: usize, parent: usize) {
        let reported = self.shape.clauses[parent]
            .verb
            .is_some_and(|verb| self.is_report(verb));
        if reported || !self.is_reducible(clause) {
            return;
        }
        if let Some(verb) = self.shape.clauses[clause].verb {
            self.shape.verbs[verb].mood = Mood::Participle;
            self.shape.verbs[verb].passive = true;
        }
        let start = self.shape.verb_of(clause).map(|verb| verb.tokens.start);
        let result = self.clause(clause);
        result.link = Link::Relative;
        result.opener = start;
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
    /// is set beside its first member.
    fn set_beside_list(&mut self, clause: usize) {
        if self.comma && self.parted && self.shape.clauses[clause].subjects.len() > 1 {
            let others = self.clause(clause).subjects.split_off(1);
            self.clause(clause).appositions.extend(others);
        }
    }

    /// A finite verb in a clause that has none yet.
    fn finite_in_open(&mut self, top: usize, verb: usize, loose: Option<Loose>) {
        self.set_beside_list(top);
        let link = self.shape.clauses[top].link;
        if let Some(Loose { noun, .. }) = loose.filter(|l| !l.comma && !l.coord)
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
            // "In Halifax, Nova Scotia, Zelensky said": what no comma parts from the verb.
            let before = std::mem::replace(&mut self.clause(top).subjects, vec![nearest]);
            self.clause(top).appositions.extend(before);
        }
        if link == Link::Relative && self.shape.clauses[top].subjects.is_empty() {
            let antecedent = self.shape.clauses[top].appositions.clone();
            self.clause(top).subjects = antecedent;
        }
        self.fill(top, verb);
    }

    /// "... and refused": a verb that shares the subject of one before.
    fn beside(&mut self, verb: usize) {
        let bare = self.is_bare(verb);
        let fits = |builder: &Self, at: usize| {
            builder.shape.verb_of(at).is_some_and(|other| {
                let plain = other.mood == Mood::Infinitive || other.modal.is_some();
                if bare {
                    plain
                } else {
                    other.mood == Mood::Finite
                }
            })
        };
        let at = self
            .stack
            .iter()
            .rposition(|&at| fits(self, at) && self.shape.clauses[at].link != Link::Relative)
            .or_else(|| self.stack.iter().rposition(|&at| fits(self, at)))
            .unwrap_or(self.stack.len() - 1);
        let sibling = self.stack[at];
        self.stack.truncate(at);
        let Clause {
            parent,
            link,
            subjects,
            ..
        } = self.shape.clauses[sibling].clone();
        let clause = self.open(parent, link, self.coord);
        if self.stack.len() == 1 && parent.is_none() {
            self.stack = vec![clause];
        }
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
        if bare {
            self.inherit(sibling, clause);
        }
    }

    /// A bare second verb takes over the modal and negation of the first: "will not cede or swap".
    fn inherit(&mut self, from: usize, to: usize) {
        let Some(source) = self.shape.verb_of(from).cloned() else {
            return;
        };
        let Some(target) = self.shape.clauses[to].verb else {
            return;
        };
        let verb = &mut self.shape.verbs[target];
        verb.modal = verb.modal.or(source.modal);
        if verb.nots.is_empty() {
            verb.nots = source.nots;
        }
        verb.mood = source.mood;
    }

    fn is_bare(&self, verb: usize) -> bool {
        let verb = &self.shape.verbs[verb];
        let at = verb.head - self.shape.tokens.start;
        verb.modal.is_none()
            && verb.tokens.len() <= 2
            && matches!(
                self.shape.tags[at],
                Tag::Verb(crate::grammar::VerbForm::Base)
            )
    }

    /// "A did, and B did": a clause with a subject of its own, beside the one before.
    fn sibling(&mut self, noun: usize, verb: usize, outer: bool) {
        let level = if outer && (self.is_report(verb) || !self.in_content()) {
            0
        } else {
            self.stack.len() - 1
        };
        let beside = self.stack[level];
        self.stack.truncate(level);
        let Clause { parent, link, .. } = self.shape.clauses[beside].clone();
        let link = match link {
            Link::Infinitive | Link::Gerund | Link::Participle | Link::Relative => Link::Complement,
            other => other,
        };
        let opener = self.shape.nouns[noun].tokens.start;
        let clause = self.open(parent, link, Some(opener));
        self.clause(clause).subjects.push(noun);
        self.assign_group(noun, clause);
        self.fill(clause, verb);
    }

    fn in_content(&self) -> bool {
        self.stack
            .iter()
            .any(|&at| self.shape.clauses[at].link == Link::Complement)
    }

    /// "..., he said": a report set beside what it reports.
    fn frame(&mut self, verb: usize, noun: Option<usize>) {
        self.stack.truncate(1);
        let opener = noun.map_or(self.shape.verbs[verb].tokens.start, |n| {
            self.shape.nouns[n].tokens.start
        });
        let parent = self.top();
        let clause = self.open(Some(parent), Link::Frame, Some(opener));
        if let Some(noun) = noun {
            self.clause(clause).subjects.push(noun);
            self.assign_group(noun, clause);
        }
        self.fill(clause, verb);
    }

    fn is_report(&self, verb: usize) -> bool {
        (self.reports)(self.shape.verbs[verb].head)
    }

    /// Whether a noun group without preposition comes right after the verb: "said Merz".
    fn subject_follows(&self, number: usize) -> bool {
        match self.units.get(number + 1) {
            Some(Unit::Noun(noun)) => {
                let group = &self.shape.nouns[*noun];
                !group.time && group.preposition.is_none()
            }
            _ => false,
        }
    }

    fn infinitive(&mut self, verb: usize) {
        let top = self.top();
        if self.coordinated()
            && let Some(at) = self
                .stack
                .iter()
                .rposition(|&at| self.shape.clauses[at].link == Link::Infinitive)
        {
            let sibling = self.stack[at];
            self.stack.truncate(at);
            let Clause {
                parent, subjects, ..
            } = self.shape.clauses[sibling].clone();
            let clause = self.open(parent, Link::Infinitive, self.coord);
            self.clause(clause).subjects = subjects;
            return self.fill(clause, verb);
        }
        let subjects = match self.loose {
            Some(loose) if self.has_verb(top) => vec![loose.noun],
            _ => self.shape.clauses[top].subjects.clone(),
        };
        let start = self.shape.verbs[verb].tokens.start;
        let clause = self.open(Some(top), Link::Infinitive, Some(start));
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
    }

    fn ing(&mut self, number: usize, verb: usize) {
        let top = self.top();
        let before = number.checked_sub(1).map(|at| self.units[at]);
        let start = self.shape.verbs[verb].tokens.start;
        let subjects = self.shape.clauses[top].subjects.clone();
        if let Some(Unit::Prep(token)) = before {
            let clause = self.open(Some(top), Link::Gerund, Some(token));
            self.clause(clause).subjects = subjects;
            self.assign(token, clause);
            return self.fill(clause, verb);
        }
        if self.coordinated()
            && let Some(at) = self.stack.iter().rposition(|&at| {
                self.shape
                    .verb_of(at)
                    .is_some_and(|other| other.mood == Mood::Ing)
            })
        {
            let sibling = self.stack[at];
            self.stack.truncate(at);
            let Clause {
                parent,
                link,
                subjects,
                ..
            } = self.shape.clauses[sibling].clone();
            let clause = self.open(parent, link, self.coord);
            self.clause(clause).subjects = subjects;
            return self.fill(clause, verb);
        }
        let after_noun = matches!(before, Some(Unit::Noun(_)));
        let (link, parent, subjects) = if (self.comma || self.coordinated()) && !after_noun {
            let at = self.stack.iter().position(|&at| {
                self.shape
                    .verb_of(at)
                    .is_none_or(|verb| verb.mood == Mood::Finite)
            });
            let at = at.unwrap_or(0);
            self.stack.truncate(at + 1);
            let parent = self.top();
            (
                Link::Participle,
                parent,
                self.shape.clauses[parent].subjects.clone(),
            )
        } else if after_noun {
            let antecedent = self.last_noun_before(start);
            (Link::Relative, top, antecedent.into_iter().collect())
        } else if self.has_verb(top) {
            (Link::Gerund, top, subjects)
        } else {
            (Link::Participle, top, Vec::new())
        };
        let clause = self.open(Some(parent), link, Some(start));
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
    }

    fn participle(&mut self, number: usize, verb: usize) {
        let top = self.top();
        let start = self.shape.verbs[verb].tokens.start;
        if self.coordinated() && self.has_verb(top) {
            return self.beside(verb);
        }
        let after_noun = matches!(
            number.checked_sub(1).map(|at| self.units[at]),
            Some(Unit::Noun(_))
        );
        let subjects = if after_noun {
            self.last_noun_before(start).into_iter().collect()
        } else {
            Vec::new()
        };
        let link = if after_noun {
            Link::Relative
        } else {
            Link::Participle
        };
        let clause = self.open(Some(top), link, Some(start));
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
    }

    /// What is only known at the end: subjects of participles before their main clause, of
    /// reports before their subject, and reduced relatives taken for main verbs.
    fn settle(&mut self) {
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
                let subjects = self.shape.clauses[parent].subjects.clone();
                self.clause(at).subjects = subjects;
            }
            let Some(verb) = verb else { continue };
            let group = &self.shape.verbs[verb];
            if self.is_report(verb)
                && matches!(link, Link::Frame | Link::Root)
                && group.mood == Mood::Finite
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
                }
            }
        }
    }

    /// "said Merz and Macron": both are subjects.
    fn list_after(&mut self, clause: usize, first: usize) {
        let Some(next) = self.shape.nouns.get(first + 1) else {
            return;
        };
        let between = self.shape.nouns[first].tokens.end..next.tokens.start;
        if between.len() == 1 && self.shape.tag_at(between.start) == Tag::Coord {
            self.clause(clause).subjects.push(first + 1);
        }
    }
}
