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

/// A word that no phrase has, for what stands in gaps.
const FILLER: &str = "xqx";

/// The words of a wording, each of its forms once with nothing in its gaps, and once with its gaps
/// filled: not every combination of forms, as what hides one form of a word hides it beside any
/// other.
fn samples(wording: &Wording) -> Vec<String> {
    let words = wording.iter().filter_map(|slot| match slot {
        Slot::Word(forms) => Some(forms.len()),
        Slot::Gap(_) => None,
    });
    let varied = words
        .enumerate()
        .flat_map(|(place, forms)| (usize::from(place > 0)..forms).map(move |form| (place, form)));
    let has_gap = wording.iter().any(|slot| matches!(slot, Slot::Gap(_)));
    varied
        .map(|(place, form)| write(wording, place, form, false))
        .chain(has_gap.then(|| write(wording, 0, 0, true)))
        .collect()
}

/// A wording with the first form of each word, but `form` of the word at `varied`.
fn write(wording: &Wording, varied: usize, form: usize, filled: bool) -> String {
    let mut words = Vec::new();
    let mut place = 0;
    for slot in wording {
        match slot {
            Slot::Gap(most) if filled => words.extend((0..*most).map(|_| FILLER)),
            Slot::Gap(_) => {}
            Slot::Word(forms) => {
                let form = if place == varied { form } else { 0 };
                words.extend(forms.get(form).map(String::as_str));
                place += 1;
            }
        }
    }
    words.join(" ")
}

/// Whether a phrase keeps phrase `number`, which takes all of `length` words, from counting. Where
/// it needs something beside it, that may be lacking.
fn hides(pack: &Pack, found: &Found, number: usize, length: usize) -> bool {
    let other = found.phrase.0 as usize;
    let (one, phrase) = (&pack.phrases[other], &pack.phrases[number]);
    if other == number || one.position != phrase.position {
        return false;
    }
    let takes_side = |kind| matches!(kind, PhraseKind::For | PhraseKind::Against);
    let needs_no_more = one.unless.is_empty()
        && (one.with.is_empty() || one.with == phrase.with && one.within >= phrase.within);
    if one.kind == PhraseKind::Ignore {
        return needs_no_more;
    }
    let first = (!takes_side(one.kind), other) < (!takes_side(phrase.kind), number);
    (found.start, found.end) == (0, length) && first && needs_no_more
}

/// Whether two phrases that match the same words give two positions the same matter.
fn shares(phrase: &PositionPhrase, other: &PositionPhrase) -> bool {
    other.kind != PhraseKind::Ignore
        && other.position > phrase.position
        && other.with == phrase.with
        && other.unless == phrase.unless
        && other.not_holders == phrase.not_holders
        && other.not_for == phrase.not_for
        && other.turned_for == phrase.turned_for
}
