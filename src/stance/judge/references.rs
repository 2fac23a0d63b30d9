//! Matters referred back to: "rejected the idea".

use std::ops::Range;

use crate::attribution::{Attributed, Line};
use crate::clause::Tag;
use crate::matching::Match;
use crate::rules::{PhraseKind, Rules};
use crate::span::overlap;
use crate::statement::CueKind;
use crate::text::Text;

/// How many sentences back a matter can stand that is referred to.
const FAR_BACK: usize = 2;

/// How many words after the reference can name its matter: "the idea of any such truce".
const OWN_MATTER: usize = 4;

/// How many words can part a cue from the reference after it: "rejected outright the idea".
const CUE_BEFORE: usize = 2;

/// How many words can part a cue from the reference before it: "the idea was flatly rejected".
const CUE_AFTER: usize = 3;

/// Matters referred back to: "rejected the idea" takes the matter named last before it, at most
/// two sentences back in the same or the previous paragraph.
#[must_use]
pub fn references(
    rules: &Rules,
    text: &Text,
    attributed: &Attributed,
    matches: &[Match],
) -> Vec<Match> {
    let mut referred = Vec::new();
    for (sentence, line) in attributed.lines.iter().enumerate() {
        let tokens = line.shape.tokens.clone();
        let found = rules.lexicon.references.find(&text.tokens[tokens.clone()]);
        for reference in found {
            let place = tokens.start + reference.start..tokens.start + reference.end;
            let own = matches.iter().any(|m| {
                m.sentence == sentence
                    && m.tokens.start < tokens.end
                    && overlap(&m.tokens, &noun_of(line, &place))
            });
            if own || !governed(rules, line, &place) || has_content(rules, text, line, &place) {
                continue;
            }
            let before = matches.iter().rev().find(|m| {
                m.tokens.end <= place.start
                    && sentence - m.sentence <= FAR_BACK
                    && text.sentences[m.sentence].paragraph + 1
                        >= text.sentences[sentence].paragraph
                    && matches!(m.kind, PhraseKind::Names | PhraseKind::Opposite)
            });
            if let Some(matter) = before {
                referred.push(matter.referred(sentence, place));
            }
        }
    }
    referred
}

/// "the notion that", "the proposal to": whether the words after the reference tell what it is.
fn has_content(rules: &Rules, text: &Text, line: &Line, place: &Range<usize>) -> bool {
    let next = place.end;
    next < line.shape.tokens.end
        && (matches!(line.shape.tag_at(next), Tag::Comp | Tag::To)
            || rules.grammar.of.contains(&text.tokens[next].word))
}

fn noun_of(line: &Line, place: &Range<usize>) -> Range<usize> {
    let last = place.end - 1;
    let end = line
        .shape
        .nouns
        .get(line.shape.noun_at(last).unwrap_or(usize::MAX))
        .map_or(place.end, |noun| noun.tokens.end);
    // "the idea of a truce" names its matter itself.
    place.start..end + OWN_MATTER
}

/// Whether a wanting or judging cue stands close before or after.
fn governed(rules: &Rules, line: &Line, place: &Range<usize>) -> bool {
    line.cues.iter().any(|at| {
        let kind = rules.lexicon.cues[at.cue].kind;
        matches!(kind, CueKind::Wants | CueKind::Judges)
            && (at.tokens.end <= place.start && place.start - at.tokens.end <= CUE_BEFORE
                || at.tokens.start >= place.end && at.tokens.start - place.end <= CUE_AFTER)
    })
}
