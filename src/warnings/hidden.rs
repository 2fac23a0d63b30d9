//! Phrases that never count, and phrases that two positions have: found by wording each phrase and
//! looking up what else matches those words.

use super::{Warning, WarningKind};
use crate::phrase::{Found, PhraseId, Slot, Wording, Wordings};
use crate::rules::{Pack, PhraseKind, PositionPhrase, Rules};
use crate::span::Span;

/// How many wordings of a phrase are looked at; one with more is never called hidden.
const MOST: usize = 64;

/// Warnings for the phrases of all packs.
pub(super) fn find(rules: &Rules) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for pack in &rules.packs {
        for number in 0..pack.phrases.len() {
            warnings.extend(of_phrase(rules, pack, number));
        }
    }
    warnings
}

fn of_phrase(rules: &Rules, pack: &Pack, number: usize) -> Option<Warning> {
    let phrase = &pack.phrases[number];
    if phrase.kind == PhraseKind::Ignore {
        return None;
    }
    let id = PhraseId(u32::try_from(number).ok()?);
    let wordings = pack.phrase_set.wordings(id, &rules.words, MOST);
    let kind = hider(rules, pack, number, &wordings)
        .map(|by| WarningKind::HiddenPhrase {
            phrase: phrase.text.clone(),
            by: by.text.clone(),
            ignored: by.kind == PhraseKind::Ignore,
        })
        .or_else(|| shared(rules, pack, number, &wordings))?;
    Some(Warning {
        kind,
        origin: phrase.origin.clone(),
    })
}

/// The phrase that hides the first wording of a phrase, where each wording is hidden.
fn hider<'p>(
    rules: &Rules,
    pack: &'p Pack,
    number: usize,
    wordings: &Wordings,
) -> Option<&'p PositionPhrase> {
    if wordings.more {
        return None;
    }
    let mut first = None;
    for sample in wordings.list.iter().flat_map(samples) {
        let (length, found) = find_in(rules, pack, &sample);
        let hiding = found
            .iter()
            .find(|found| hides(pack, found, number, length))?;
        first.get_or_insert(hiding.phrase.0 as usize);
    }
    first.map(|by| &pack.phrases[by])
}

/// Whether a later position has a phrase that matches the same words.
fn shared(rules: &Rules, pack: &Pack, number: usize, wordings: &Wordings) -> Option<WarningKind> {
    let phrase = &pack.phrases[number];
    wordings.list.iter().find_map(|wording| {
        let words = samples(wording).into_iter().next()?;
        let (length, found) = find_in(rules, pack, &words);
        let mut others = found
            .iter()
            .filter(|found| (found.start, found.end) == (0, length));
        let other = others.find_map(|found| {
            let other = &pack.phrases[found.phrase.0 as usize];
            shares(phrase, other).then_some(other)
        })?;
        Some(WarningKind::SharedPhrase {
            phrase: phrase.text.clone(),
            words,
            other: pack.positions[other.position].id.clone(),
        })
    })
}

/// How many words a text has, and the phrases that stand in it.
fn find_in(rules: &Rules, pack: &Pack, text: &str) -> (usize, Vec<Found>) {
    let tokens = rules.words.tokens(text, Span::new(0, text.len()));
    (tokens.len(), pack.phrase_set.find(&tokens))
}

/// The words of a wording, each of its forms once, nothing in its gaps: not every combination of
/// forms, as what hides one form of a word hides it beside any other.
fn samples(wording: &Wording) -> Vec<String> {
    let words: Vec<&[String]> = wording
        .iter()
        .filter_map(|slot| match slot {
            Slot::Word(forms) => Some(forms.as_slice()),
            Slot::Gap(_) => None,
        })
        .collect();
    let write = |varied: usize, form: usize| {
        let forms = words
            .iter()
            .enumerate()
            .filter_map(|(place, forms)| forms.get(if place == varied { form } else { 0 }));
        forms.map(String::as_str).collect::<Vec<_>>().join(" ")
    };
    let varied = words.iter().enumerate().flat_map(|(place, forms)| {
        let first = usize::from(place > 0);
        (first..forms.len()).map(move |form| (place, form))
    });
    varied.map(|(place, form)| write(place, form)).collect()
}

/// Whether a phrase keeps phrase `number`, which takes all of `length` words, from counting. Where
/// it needs something beside it, that may be lacking.
fn hides(pack: &Pack, found: &Found, number: usize, length: usize) -> bool {
    let other = found.phrase.0 as usize;
    let (one, phrase) = (&pack.phrases[other], &pack.phrases[number]);
    if other == number || one.position != phrase.position {
        return false;
    }
    if one.kind == PhraseKind::Ignore {
        return true;
    }
    let takes_side = |kind| matches!(kind, PhraseKind::For | PhraseKind::Against);
    let first = (!takes_side(one.kind), other) < (!takes_side(phrase.kind), number);
    let needs_no_more = one.unless.is_empty()
        && (one.with.is_empty() || one.with == phrase.with && one.within >= phrase.within);
    (found.start, found.end) == (0, length) && first && needs_no_more
}

/// Whether two phrases that match the same words give two positions the same matter.
fn shares(phrase: &PositionPhrase, other: &PositionPhrase) -> bool {
    other.kind != PhraseKind::Ignore
        && other.position > phrase.position
        && other.with == phrase.with
        && other.unless == phrase.unless
}
