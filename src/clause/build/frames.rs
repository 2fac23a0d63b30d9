//! Reports set beside or into what they report: *"...", he said* and *the plan, he said, has failed*.

use crate::clause::Link;
use crate::clause::build::Builder;
use crate::clause::groups::{Mood, Unit};
use crate::text::Quote;
use crate::words::Mark;

impl Builder<'_> {
    /// At a quotation mark: a report opens after a quotation that the sentence began with, and ends
    /// where the quotation goes on.
    pub(super) fn quote_mark(&mut self, number: usize, token: usize) {
        let quotes = &self.text.quotes;
        let closed = quotes.iter().find(|q| q.tokens.end == token && q.closed);
        if closed.is_some_and(|quote| self.frame_follows(number, quote)) {
            self.suspended = Some(self.stack.clone());
            self.stack.truncate(1);
            let parent = self.top();
            self.open(Some(parent), Link::Frame, None);
            self.loose = None;
            self.coord = None;
        } else if quotes.iter().any(|q| q.tokens.start == token + 1)
            && let Some(stack) = self.suspended.take()
            && self.has_verb(self.top())
        {
            self.stack = stack;
            self.loose = None;
        }
    }

    /// Whether a speaker and a reporting verb follow a quotation that fills the sentence so far.
    fn frame_follows(&self, number: usize, quote: &Quote) -> bool {
        let pauses = [quote.tokens.end - 1, quote.tokens.end + 1];
        let is_pause = |token: &usize| {
            let mark = self
                .text
                .tokens
                .get(*token)
                .and_then(crate::words::Token::mark);
            mark.is_some_and(|mark| mark != Mark::Quote)
        };
        if quote.tokens.start > self.shape.tokens.start + 1 || !pauses.iter().any(is_pause) {
            return false;
        }
        let mut ahead = self.units[number + 1..].iter().skip_while(|unit| {
            matches!(unit, Unit::Mark(token) if self.text.tokens[*token].mark() != Some(Mark::Quote))
        });
        let speaker = ahead.next().is_some_and(|unit| match unit {
            Unit::Noun(noun) => {
                let group = &self.shape.nouns[*noun];
                !group.time && group.preposition.is_none()
            }
            _ => false,
        });
        let is_report = |unit: &Unit| match unit {
            Unit::Verb(verb) => {
                self.is_report(*verb) && self.shape.verbs[*verb].mood != Mood::Infinitive
            }
            _ => false,
        };
        let before_quote = |unit: &&Unit| {
            !matches!(unit, Unit::Mark(token)
                if matches!(self.text.tokens[*token].mark(), Some(Mark::Quote | Mark::Colon)))
        };
        speaker && ahead.take_while(before_quote).any(is_report)
    }

    /// Whether a noun group and the verb after it are a report set between commas, or after the
    /// comma that ends what it reports.
    pub(super) fn is_set_in(&self, number: usize) -> bool {
        let Some(Unit::Verb(verb)) = self.units.get(number + 1) else {
            return false;
        };
        let group = &self.shape.verbs[*verb];
        let plain = group.mood == Mood::Finite && group.nots.is_empty() && !group.passive;
        if !self.comma
            || self.coord.is_some()
            || self.quote_closed
            || !plain
            || !self.is_report(*verb)
        {
            return false;
        }
        let top = self.top();
        let rest = &self.units[number + 2..];
        let mark = |unit: Option<&Unit>| match unit {
            Some(Unit::Mark(token)) => self.text.tokens[*token].mark(),
            _ => None,
        };
        let ends = rest.is_empty() || matches!(mark(rest.first()), Some(Mark::Stop));
        if ends {
            return self.has_verb(self.stack.first().copied().unwrap_or(0));
        }
        let parted = mark(rest.first()) == Some(Mark::Comma) && mark(rest.get(1)).is_none();
        let finite = |unit: Option<&Unit>| matches!(unit, Some(Unit::Verb(verb)) if self.shape.verbs[*verb].mood == Mood::Finite);
        if !parted || self.has_verb(top) {
            return false;
        }
        let waits = !self.shape.clauses[top].subjects.is_empty();
        let subject = match rest.get(1) {
            Some(Unit::Noun(noun)) => self.shape.nouns[*noun].preposition.is_none(),
            _ => false,
        };
        if waits {
            finite(rest.get(1))
        } else {
            // "Without a deal, he said, there was no hope": nobody waits yet.
            subject && (finite(rest.get(2)) || finite(rest.get(3)))
        }
    }

    /// A report between commas: what was open before is open again after it.
    pub(super) fn set_in(&mut self, noun: usize, verb: usize) {
        let open = self.stack.clone();
        self.stack.truncate(1);
        let parent = self.top();
        let opener = self.shape.nouns[noun].tokens.start;
        let clause = self.open(Some(parent), Link::Frame, Some(opener));
        self.clause(clause).subjects.push(noun);
        self.assign_group(noun, clause);
        self.fill(clause, verb);
        self.resumed = Some(open);
    }
}
