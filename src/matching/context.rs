//! What stands around a match, and whether it counts there.

use std::ops::Range;

use super::{Match, Reason};
use crate::phrase::Found;
use crate::rules::{Pack, Within};
use crate::span::overlap;
use crate::text::Text;

/// How many words a context phrase of the same clause may stand away.
const CLAUSE: usize = 12;

/// Tokens of a paragraph that counts for what an article is about.
const LONG: usize = 8;

/// An article is about what stands in one of so many of its paragraphs.
const SHARE: usize = 3;

/// The context phrases of a pack in a text.
pub(super) struct Context<'a> {
    pack: &'a Pack,
    text: &'a Text<'a>,
    found: Vec<Found>,
    /// Whether the article is about the pack's debate; it may be about other things as well.
    is_on_topic: bool,
}

impl<'a> Context<'a> {
    pub(super) fn new(pack: &'a Pack, text: &'a Text<'a>) -> Self {
        let mut context = Self {
            pack,
            text,
            found: pack.context_set.find(&text.tokens),
            is_on_topic: true,
        };
        // A few lines are about what they say.
        let is_short = context.paragraphs().count() < SHARE;
        context.is_on_topic = pack.topic.is_empty()
            || is_short
            || context.is_announced()
            || context.is_about(&pack.topic);
        context
    }

    /// Why a match does not count, beside those hidden by `ignores` and by the longer ones `taken`.
    pub(super) fn reason(
        &self,
        matter: &Match,
        ignores: &[Match],
        taken: &[Match],
    ) -> Option<Reason> {
        let same = |other: &&Match| {
            other.position == matter.position && overlap(&other.tokens, &matter.tokens)
        };
        let first = &self.text.tokens[matter.tokens.start];
        if first.joined && !first.capital {
            return Some(Reason::Joined);
        }
        let holds = |ignore: &&Match| !self.is_excepted(ignore) && self.is_near(ignore);
        if let Some(ignore) = ignores.iter().filter(same).find(holds) {
            return Some(Reason::Ignored(ignore.phrase));
        }
        if self.is_excepted(matter) {
            return Some(Reason::Unless);
        }
        if !self.is_near(matter) {
            return Some(Reason::Alone);
        }
        if self.is_off_topic(matter) {
            return Some(Reason::OffTopic);
        }
        taken
            .iter()
            .any(|other| same(&other))
            .then_some(Reason::Shorter)
    }

    /// Whether one of the phrases stands in these tokens.
    fn stands(&self, numbers: &[u32], near: &Range<usize>) -> bool {
        let is_one =
            |found: &Found| near.contains(&found.start) && numbers.contains(&found.phrase.0);
        self.found.iter().any(is_one)
    }

    /// Whether one of its `unless` phrases stands in the sentence.
    fn is_excepted(&self, matter: &Match) -> bool {
        let unless = &self.pack.phrases[matter.phrase].unless;
        self.stands(unless, &self.text.sentences[matter.sentence].tokens)
    }

    /// Whether one of its `with` phrases, if it has any, stands near.
    fn is_near(&self, matter: &Match) -> bool {
        let phrase = &self.pack.phrases[matter.phrase];
        phrase.with.is_empty()
            || self.stands(&phrase.with, &near(self.text, matter, phrase.within))
            || phrase.within == Within::Topic && self.is_about(&phrase.with)
    }

    /// Whether the headline, or the first paragraph where there is none, names the pack's debate.
    fn is_announced(&self) -> bool {
        let first = self.text.paragraphs.first();
        first.is_some_and(|first| self.stands(&self.pack.topic, &first.tokens))
    }

    /// Whether the article is about what these phrases name: they stand in a third of its paragraphs.
    fn is_about(&self, numbers: &[u32]) -> bool {
        let (mut all, mut naming) = (0, 0);
        for tokens in self.paragraphs() {
            all += 1;
            naming += usize::from(self.stands(numbers, tokens));
        }
        naming > 0 && naming * SHARE >= all
    }

    fn paragraphs(&self) -> impl Iterator<Item = &Range<usize>> {
        let tokens = self.text.paragraphs.iter().map(|one| &one.tokens);
        tokens.filter(|tokens| tokens.len() >= LONG)
    }

    /// Whether the sentence of a match is about another debate: it names that one and not this
    /// one, or the article is about other things, and this debate is not named there.
    fn is_off_topic(&self, matter: &Match) -> bool {
        let sentence = &self.text.sentences[matter.sentence];
        let is_named = |near: &Range<usize>| self.stands(&self.pack.topic, near);
        if self.stands(&self.pack.elsewhere, &sentence.tokens) && !is_named(&sentence.tokens) {
            return true;
        }
        let before = sentence.paragraph.saturating_sub(1);
        let around = self.text.paragraphs[before].tokens.start
            ..self.text.paragraphs[sentence.paragraph].tokens.end;
        !self.is_on_topic && !is_named(&around)
    }
}

/// The tokens in which a context phrase counts as near.
fn near(text: &Text, matter: &Match, within: Within) -> Range<usize> {
    let sentence = &text.sentences[matter.sentence];
    match within {
        Within::Clause => {
            let start = matter
                .tokens
                .start
                .saturating_sub(CLAUSE)
                .max(sentence.tokens.start);
            start..(matter.tokens.end + CLAUSE).min(sentence.tokens.end)
        }
        Within::Sentence | Within::Topic => sentence.tokens.clone(),
        Within::Paragraph => text.paragraphs[sentence.paragraph].tokens.clone(),
        Within::Article => 0..text.tokens.len(),
    }
}
