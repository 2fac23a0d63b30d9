//! What marks open and close: commas, dashes, colons, quotation marks.

use crate::clause::build::Builder;
use crate::clause::groups::{Mood, Unit};
use crate::clause::{Clause, Link};
use crate::words::Mark;

impl Builder<'_> {
    /// Closes open clauses at the top as long as their link is `closable` and they have a verb.
    pub(super) fn close(&mut self, closable: impl Fn(Link) -> bool) {
        while self.stack.len() > 1 {
            let top = self.top();
            if !closable(self.shape.clauses[top].link) || !self.has_verb(top) {
                break;
            }
            self.stack.pop();
        }
    }

    /// Takes in a mark; returns the token after it.
    pub(super) fn mark(&mut self, number: usize, token: usize) -> usize {
        match self.text.tokens[token].mark() {
            Some(Mark::Comma) => self.comma(number),
            Some(Mark::Dash) => {
                self.close(|link| matches!(link, Link::Relative));
                self.dash(number, token);
                self.comma = true;
            }
            Some(Mark::Open) if self.remark_from(number).is_some() => {
                self.remark = self.remark_from(number);
            }
            Some(Mark::Open | Mark::Close) => {
                self.close(|link| matches!(link, Link::Relative));
                self.comma = true;
            }
            Some(Mark::Semicolon) => self.begin_anew(),
            Some(Mark::Colon) => self.colon(token),
            Some(Mark::Stop | Mark::Question | Mark::Exclamation) => {
                // Inside a sentence: before a closing quotation mark and its frame.
                self.comma = true;
            }
            Some(Mark::Quote) => {
                self.quote_closed = true;
                self.quote_mark(number, token);
            }
            Some(Mark::Other) | None => {}
        }
        token + 1
    }

    /// "Ann Smith (R-Ohio) and Bob Jones": where brackets close that hold no verb.
    fn remark_from(&self, number: usize) -> Option<usize> {
        let before = number.checked_sub(1).map(|at| &self.units[at]);
        if !matches!(before, Some(Unit::Noun(_))) {
            return None;
        }
        let rest = self.units.iter().enumerate().skip(number + 1);
        let mut rest = rest.take_while(|(_, unit)| !matches!(unit, Unit::Verb(_)));
        let closes = |unit: &Unit| matches!(unit, Unit::Mark(at) if self.text.tokens[*at].mark() == Some(Mark::Close));
        rest.find(|(_, unit)| closes(unit)).map(|(at, _)| at)
    }

    /// A comma ends a report that commas set in, a clause before the main one, and what hangs on the
    /// clause below.
    fn comma(&mut self, number: usize) {
        self.comma = true;
        let set_in = self
            .interrupted
            .take_if(|frame| self.stack.last() == Some(frame));
        if set_in.is_some() {
            self.stack.pop();
            self.loose = None;
            return;
        }
        if matches!(self.units.get(number + 1), Some(Unit::Coord(_))) {
            return;
        }
        if self.is_before_main() {
            self.stack.truncate(1);
            self.loose = None;
        }
        if self.is_verbless_aside(number) {
            self.stack.pop();
            self.loose = None;
        }
        self.close(|link| {
            matches!(
                link,
                Link::Relative | Link::Condition | Link::Adverbial | Link::Participle
            )
        });
    }

    /// "If they refuse, ...": whether only clauses that stand before the main one are open.
    fn is_before_main(&self) -> bool {
        let root = self.stack.first().copied().unwrap_or(0);
        self.stack.len() > 1
            && !self.has_verb(root)
            && self.shape.clauses[root].subjects.is_empty()
            && self.stack[1..].iter().all(|&at| self.has_verb(at))
            && !matches!(
                self.shape.clauses[self.stack[1]].link,
                Link::Complement | Link::Relative | Link::Frame
            )
    }

    /// "Rome, though an ally, refused": whether a comma ends a conjunction's clause that has no verb, and the subject
    /// before it has its verb behind the comma.
    fn is_verbless_aside(&self, number: usize) -> bool {
        let top = self.top();
        let clause = &self.shape.clauses[top];
        let aside =
            clause.link == Link::Adverbial && clause.opener.is_some() && !self.has_verb(top);
        let goes_on = matches!(self.units.get(number + 1), Some(Unit::Verb(verb))
            if self.shape.verbs[*verb].mood == Mood::Finite);
        aside && goes_on && clause.parent.is_some_and(|parent| self.awaits_verb(parent))
    }

    /// A colon brings in what is said; after a label, "Statement: ...", a sentence of its own.
    fn colon(&mut self, token: usize) {
        let parent = self.top();
        let reports = self.shape.clauses[parent]
            .verb
            .is_some_and(|verb| self.is_report(verb) || !self.is_denied(verb));
        if !reports {
            return self.begin_anew();
        }
        let clause = self.open(Some(parent), Link::Complement, None);
        self.shape.clauses[clause].tokens = token + 1..token + 1;
        self.loose = None;
        self.after_word();
    }

    /// Leaves all that is open for another main clause.
    fn begin_anew(&mut self) {
        self.stack.clear();
        self.open(None, Link::Root, None);
        self.loose = None;
        self.after_word();
    }

    /// A pair of dashes sets aside what stands between them; a list there is set beside the
    /// subject that waits.
    fn dash(&mut self, number: usize, token: usize) {
        if let Some((depth, opened)) = self.aside.take() {
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
                let lists = |noun: &usize| {
                    let group = &self.shape.nouns[*noun];
                    // A word before the list names what it is of: "- including Germany and France -".
                    group.tokens.start <= opened + 2
                };
                if subjects.first().is_some_and(lists) {
                    self.clause(top)
                        .appositions
                        .extend(subjects.into_iter().chain(appositions));
                }
            }
            return;
        }
        let closes = self.units[number + 1..].iter().any(|unit| {
            matches!(unit, Unit::Mark(token) if self.text.tokens[*token].mark() == Some(Mark::Dash))
        });
        if closes {
            self.aside = Some((self.stack.len(), token));
            let parent = self.top();
            self.open(Some(parent), Link::Adverbial, None);
        }
    }
}
