//! Numbers: amounts, dates, ages, and the words that tell how exact they are.

use crate::clause::tags::{Tag, Tagger};
use crate::grammar::{Class, VerbForm};
use crate::words::{Mark, WordId};

/// How many digits a year has.
const YEAR: usize = 4;

/// How far ahead the number can be that a word tells something of: "at the very least a hundred".
const FARTHEST_NUMBER: usize = 6;

impl Tagger<'_> {
    /// Whether a token is a sign right before a number: *$3*, *#3*.
    pub(super) fn is_of_amount(&self, at: usize) -> bool {
        self.tokens[at].mark() == Some(Mark::Other) && self.is_in_digits(at + 1)
    }

    /// Whether a token is a number written in digits.
    pub(super) fn is_in_digits(&self, at: usize) -> bool {
        let token = self.tokens.get(at);
        token.is_some_and(|token| {
            let written = token.span.of(self.source);
            written.starts_with(|c: char| c.is_ascii_digit())
        })
    }

    /// "more than 20 senators", "about a hundred": whether a word only tells how exact the number behind it is. A
    /// preposition alone does so where a clause opens: "talks about 20 prisoners".
    pub(super) fn is_rough(&self, at: usize, tags: &[Tag]) -> bool {
        let mut ahead = at + 1..=at + FARTHEST_NUMBER;
        if !ahead.any(|next| self.is_number(next)) {
            return false;
        }
        let opens = |start: usize| {
            let before = start.checked_sub(1).and_then(|before| tags.get(before));
            matches!(
                before,
                None | Some(Tag::Mark(_) | Tag::Comp | Tag::Coord | Tag::Subord)
            )
        };
        self.grammar.roughly.iter().any(|phrase| {
            let mut starts = (at + 1).saturating_sub(phrase.len())..=at;
            starts.any(|start| {
                (phrase.len() > 1 || opens(start))
                    && self.spells(start, phrase)
                    && self.counts(start + phrase.len())
            })
        })
    }

    /// "needs above all arms": whether a word belongs to a phrase that changes nothing around it.
    pub(super) fn is_in_aside(&self, at: usize) -> bool {
        let mut starts = (at + 1).saturating_sub(self.grammar.longest_aside)..=at;
        starts.any(|start| start + self.grammar.aside(&self.tokens[start..]) > at)
    }

    /// Whether the words of a phrase stand from a token on.
    fn spells(&self, start: usize, phrase: &[WordId]) -> bool {
        let words = self.tokens.get(start..start + phrase.len());
        words.is_some_and(|words| words.iter().map(|token| &token.word).eq(phrase))
    }

    /// Whether a number stands at a token, with a sign or an article before it or without: "$3", "a hundred".
    fn counts(&self, at: usize) -> bool {
        let sign = self.tokens.get(at).is_some() && self.is_of_amount(at);
        let at = at + usize::from(sign);
        self.is_number(at) || self.info(at).is(Class::Determiner) && self.is_number(at + 1)
    }

    fn is_number(&self, at: usize) -> bool {
        self.is_in_digits(at) || self.info(at).is(Class::Number)
    }

    /// "on Sept. 5", "on September 5, 2025": whether a number is a day or a year.
    pub(super) fn is_of_date(&self, at: usize, tags: &[Tag]) -> bool {
        let token = &self.tokens[at];
        let written = token.span.of(self.source);
        let plain = !token.joined && written.chars().all(|c| c.is_ascii_digit());
        let Some(before) = at.checked_sub(1).filter(|_| plain) else {
            return false;
        };
        let mark = |mark: Mark| self.tokens[before].mark() == Some(mark);
        let year = written.len() == YEAR && mark(Mark::Comma);
        if year && before > 0 && tags[before - 1] == Tag::Time {
            return true;
        }
        let month = before - usize::from(before > 0 && mark(Mark::Stop));
        let named = &self.tokens[month];
        named.capital && self.grammar.months.contains(&named.word)
    }

    /// "the 60-year-old said": whether an age stands for somebody who acts.
    pub(super) fn is_aged(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let acts = |next: usize| {
            let info = self.info(next);
            info.is_any(&[Class::Be, Class::Have, Class::Modal])
                || info.can_be(VerbForm::Third)
                || info.can_be(VerbForm::Past)
        };
        token.joined
            && self.grammar.aged.contains(&token.word)
            && self.next_word(at).is_some_and(acts)
    }
}
