//! Where the matter of a position is named.
//!
//! In: a text and the phrases of a pack. Out: matches, those hidden by `ignore` or lacking their
//! context left out, of overlapping ones of a position the longest. Who names it, and what for, is
//! left to `attribution` and `stance`.

mod context;
mod skim;

use std::ops::Range;

use crate::grammar::{Class, Grammar, VerbForm};
use crate::phrase::Found;
use crate::rules::{Pack, PhraseKind, PositionPhrase};
use crate::text::Text;
use crate::words::Mark;

use context::Context;

pub use skim::may_match;

/// A phrase of a position in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The sentence.
    pub sentence: usize,
    /// A number into [`Pack::phrases`].
    pub phrase: usize,
    /// A number into [`Pack::positions`].
    pub position: usize,
    /// What the phrase does.
    pub kind: PhraseKind,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The tokens that its words took, not those in its gaps.
    literal: u64,
}

impl Match {
    /// Whether a word of the phrase, and not a gap, took the token.
    #[must_use]
    pub fn owns(&self, token: usize) -> bool {
        let found = Found {
            phrase: crate::phrase::PhraseId(0),
            start: self.tokens.start,
            end: self.tokens.end,
            literal: self.literal,
        };
        found.is_literal(token)
    }

    /// The same matter, referred to at another place, all of whose words are its own.
    #[must_use]
    pub fn referred(&self, sentence: usize, tokens: Range<usize>) -> Self {
        let literal = (0..tokens.len().min(64)).fold(0, |all, offset| all | 1 << offset);
        Self {
            sentence,
            tokens,
            literal,
            ..self.clone()
        }
    }

    /// The same matter, left out at a place whose words belong to what governs it: "voted against".
    #[must_use]
    pub fn left_out(&self, sentence: usize, tokens: Range<usize>) -> Self {
        Self {
            sentence,
            tokens,
            literal: 0,
            ..self.clone()
        }
    }

    /// What does away with the matter, named by the same words.
    #[must_use]
    pub fn ended(self) -> Self {
        let kind = match self.kind {
            PhraseKind::Names => PhraseKind::Opposite,
            PhraseKind::Opposite => PhraseKind::Names,
            PhraseKind::For => PhraseKind::Against,
            PhraseKind::Against => PhraseKind::For,
            PhraseKind::Ignore => PhraseKind::Ignore,
        };
        Self { kind, ..self }
    }
}

/// A match that does not count, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The match.
    pub at: Match,
    /// Why.
    pub reason: Reason,
}

/// Why a match does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An `ignore` phrase, a number into [`Pack::phrases`], hides it.
    Ignored(usize),
    /// None of its `with` phrases stands near.
    Alone,
    /// One of its `unless` phrases stands in the sentence.
    Unless,
    /// The article is about something else there.
    OffTopic,
    /// A longer match of the same position overlaps it.
    Shorter,
    /// It begins in the middle of a word that a hyphen joins: "counter-sanctions".
    Joined,
    /// A contrast or another clause in one of its gaps parts its words: "send no troops, but send arms".
    Parted,
}

/// All matches of a pack, by place, and those that do not count.
#[must_use]
pub fn find(pack: &Pack, grammar: &Grammar, text: &Text) -> (Vec<Match>, Vec<Dropped>) {
    let mut kept = Vec::new();
    let mut dropped = Vec::new();
    let mut context: Option<Context> = None;
    for (number, sentence) in text.sentences.iter().enumerate() {
        let tokens = &text.tokens[sentence.tokens.clone()];
        let found = pack.phrase_set.find(tokens);
        if found.is_empty() {
            continue;
        }
        let at = sentence.tokens.start;
        let mut all: Vec<Match> = found
            .iter()
            .map(|found| at_place(pack, found, number, at))
            .collect();
        // The longest first, then the earliest, then those that take a side by themselves.
        all.sort_by_key(|m| {
            (
                std::cmp::Reverse(m.tokens.len()),
                m.tokens.start,
                !takes_side(m.kind),
                m.phrase,
            )
        });
        let (ignores, matters): (Vec<Match>, Vec<Match>) =
            all.into_iter().partition(|m| m.kind == PhraseKind::Ignore);
        let mut taken: Vec<Match> = Vec::new();
        for matter in matters {
            let context = context.get_or_insert_with(|| Context::new(pack, text));
            let reason = if is_parted(grammar, text, &matter) {
                Some(Reason::Parted)
            } else {
                context.reason(&matter, &ignores, &taken)
            };
            match reason {
                Some(reason) => dropped.push(Dropped { at: matter, reason }),
                None => taken.push(matter),
            }
        }
        taken.sort_by_key(|m| (m.tokens.start, m.position));
        kept.extend(taken);
    }
    (kept, dropped)
}

fn at_place(pack: &Pack, found: &Found, sentence: usize, first: usize) -> Match {
    let phrase = found.phrase.0 as usize;
    let PositionPhrase { position, kind, .. } = pack.phrases[phrase];
    Match {
        sentence,
        phrase,
        position,
        kind,
        tokens: first + found.start..first + found.end,
        literal: found.literal,
    }
}

/// Whether a gap of the match holds a word of contrast that brings in a verb or a denial, or stands right after a comma or
/// dash; or, right after one of these, the subject of another clause.
fn is_parted(grammar: &Grammar, text: &Text, matter: &Match) -> bool {
    let mut gaps = matter.tokens.clone().filter(|&at| !matter.owns(at));
    gaps.any(|at| {
        let mark = at.checked_sub(1).and_then(|at| text.tokens[at].mark());
        let apart = matches!(mark, Some(Mark::Comma | Mark::Dash));
        let next = text.tokens.get(at + 1).map(|next| grammar.info(next.word));
        // "send no troops but would send arms", "send arms but not troops to Rome"
        let verb = next.is_some_and(|next| {
            let classes = [Class::Modal, Class::Be, Class::Have, Class::Not, Class::No];
            next.can_be(VerbForm::Third)
                || next.can_be(VerbForm::Past) && !next.noun_too
                || next.is_any(&classes)
        });
        let word = text.tokens[at].word;
        // "will send no troops, we will send arms"
        let subject = || {
            grammar
                .pronoun(word)
                .is_some_and(|p| p.subject && !p.object)
        };
        (apart || verb) && grammar.contrast.contains(&word) || apart && subject()
    })
}

fn takes_side(kind: PhraseKind) -> bool {
    matches!(kind, PhraseKind::For | PhraseKind::Against)
}
