//! Phrases that never count, and phrases that two positions have: found by wording each phrase and
//! looking up what else matches those words.

use super::{Warning, WarningKind};
use crate::phrase::{Found, PhraseId, Slot, Wording};
use crate::rules::{Pack, PhraseKind, PositionPhrase, Rules};
use crate::span::Span;
use crate::words::Token;

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
    let samples: Vec<String> = wordings.list.iter().flat_map(samples).collect();
    let tokens: Vec<Vec<Token>> = samples
        .iter()
        .map(|text| rules.words.tokens(text, Span::new(0, text.len())))
        .collect();
    let found: Vec<Vec<Found>> = tokens.iter().map(|one| pack.phrase_set.find(one)).collect();
    let whole = |sample: usize| 0..tokens[sample].len();
    let warning = |kind| {
        Some(Warning {
            kind,
            origin: phrase.origin.clone(),
        })
    };

    let hiding = |sample: usize| {
        let others = found[sample].iter().map(|found| found.phrase.0 as usize);
        let mut others = others.zip(&found[sample]);
        others.find_map(|(other, place)| {
            hides(pack, other, place.start..place.end, number, whole(sample)).then_some(other)
        })
    };
    let hiders: Option<Vec<usize>> = (0..samples.len()).map(hiding).collect();
    if let (Some([first, ..]), false) = (hiders.as_deref(), wordings.more) {
        let by = &pack.phrases[*first];
        return warning(WarningKind::HiddenPhrase {
            phrase: phrase.text.clone(),
            by: by.text.clone(),
            ignored: by.kind == PhraseKind::Ignore,
        });
    }

    let shared = samples.iter().enumerate().find_map(|(sample, words)| {
        let other = found[sample].iter().find_map(|found| {
            let other = &pack.phrases[found.phrase.0 as usize];
            let same = (found.start..found.end) == whole(sample);
            (same && shares(phrase, other)).then_some(other)
        })?;
        Some((words, other))
    });
    let (words, other) = shared?;
    warning(WarningKind::SharedPhrase {
        phrase: phrase.text.clone(),
        words: words.clone(),
        other: pack.positions[other.position].id.clone(),
    })
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

/// Whether phrase `other`, standing at `place`, keeps phrase `number`, which takes `whole`, from
/// counting. Where `other` needs something beside it, that may be lacking.
fn hides(
    pack: &Pack,
    other: usize,
    place: std::ops::Range<usize>,
    number: usize,
    whole: std::ops::Range<usize>,
) -> bool {
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
    place == whole && first && needs_no_more
}

/// Whether two phrases that match the same words give two positions the same matter.
fn shares(phrase: &PositionPhrase, other: &PositionPhrase) -> bool {
    other.kind != PhraseKind::Ignore
        && other.position > phrase.position
        && other.with == phrase.with
        && other.unless == phrase.unless
}
