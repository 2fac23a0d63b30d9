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

    /// Whether a noun group and the verb after it are a report after the comma that ends what it
    /// reports.
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
        let rest = self.units.get(number + 2);
        let ends = match rest {
            None => true,
            Some(Unit::Mark(token)) => self.text.tokens[*token].mark() == Some(Mark::Stop),
            Some(_) => false,
        };
        ends && self.has_verb(self.stack.first().copied().unwrap_or(0))
    }

    /// A report after what it reports: what was open before is open again after it.
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
