//! Words that no cue takes: quoted after somebody spoke, or told on.

use std::ops::Range;

use crate::attribution::speech::content::SHORTEST_SPEECH;
use crate::attribution::{Attribution, Cast, Line, Mention};
use crate::clause::{Link, Tag};
use crate::grammar::Class;
use crate::rules::{ActorKind, Rules};
use crate::span::overlap;
use crate::statement::{CueKind, Grade};
use crate::text::Text;
use crate::words::{Mark, Token};

/// Gives quotations that no cue took to whoever spoke right before: in the same paragraph, or in
/// the one before where the quotation fills its own.
pub(crate) fn carry(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    cast: &Cast,
    attributions: &mut Vec<Attribution>,
) {
    for quote in &text.quotes {
        let words = quote
            .tokens
            .clone()
            .filter(|&t| text.tokens[t].is_word())
            .count();
        let inside = |a: &Attribution| {
            let cue = a.cue.as_ref();
            cue.is_some_and(|cue| quote.tokens.contains(&cue.tokens.start))
        };
        let taken = attributions
            .iter()
            .any(|a| a.covers(quote.tokens.start) && !inside(a));
        // "They left," he said. "Why not?": a short one only where it is a whole sentence.
        let sentence_of = &text.sentences[text.sentence_at(quote.tokens.start)].tokens;
        let whole = quote.tokens.start == sentence_of.start + 1
            && quote.tokens.end + 1 >= sentence_of.end
            && quote.tokens.start
                > text.paragraphs[text.sentences[text.sentence_at(quote.tokens.start)].paragraph]
                    .tokens
                    .start
                    + 1;
        if words < SHORTEST_SPEECH && !whole || taken {
            continue;
        }
        let sentence = text.sentence_at(quote.tokens.start);
        let paragraph = text.sentences[sentence].paragraph;
        let found = speaker_before(
            text,
            lines,
            mentions,
            attributions,
            sentence,
            paragraph,
            quote.tokens.start,
        );
        // "Norway had sold it 'for a song'": part of a sentence about a country is nobody's speech.
        let colon = quote.tokens.start.checked_sub(2).map(|at| &text.tokens[at]);
        let within = quote.tokens.start > text.sentences[sentence].tokens.start + 1
            && colon.and_then(Token::mark) != Some(Mark::Colon);
        let countries = |speakers: &[Mention]| {
            let is_country = |m: &Mention| cast.get(m.who).kind == ActorKind::Country;
            !speakers.is_empty() && speakers.iter().all(is_country)
        };
        let Some((speakers, source)) = found.filter(|found| !within || !countries(&found.0)) else {
            continue;
        };
        let speakers = speakers
            .into_iter()
            .map(|m| Mention {
                grade: m.grade.max(Grade::C),
                ..m
            })
            .collect();
        attributions.push(Attribution {
            sentence,
            kind: CueKind::Says,
            cue: None,
            speakers,
            source,
            content: vec![quote.tokens.clone()],
            direct: true,
            void: false,
            negated: false,
        });
    }
    attributions.sort_by_key(|a| (a.content.first().map_or(0, |run| run.start), a.sentence));
}

/// Gives sentences in reported speech to whoever spoke in the sentence before, in the same paragraph:
/// "Merz named his terms. All troops would have to leave."
pub(crate) fn go_on(
    rules: &Rules,
    text: &Text,
    lines: &[Line],
    attributions: &mut Vec<Attribution>,
) {
    for sentence in 1..lines.len() {
        let tokens = text.sentences[sentence].tokens.clone();
        let same = text.sentences[sentence - 1].paragraph == text.sentences[sentence].paragraph;
        let quoted = || {
            text.quotes
                .iter()
                .any(|quote| overlap(&quote.tokens, &tokens))
        };
        let taken = || {
            let own = |a: &Attribution| a.sentence == sentence || a.covers(tokens.start);
            attributions.iter().any(own)
        };
        if !same || !is_backshifted(rules, text, &lines[sentence]) || quoted() || taken() {
            continue;
        }
        let reports = |a: &&Attribution| {
            a.sentence + 1 == sentence
                && a.kind == CueKind::Says
                && !a.void
                && !a.speakers.is_empty()
                && is_main(&lines[sentence - 1], a)
        };
        let Some(before) = attributions.iter().rfind(reports) else {
            continue;
        };
        let speakers = before.speakers.iter().map(|m| Mention {
            grade: m.grade.max(Grade::C),
            ..m.clone()
        });
        attributions.push(Attribution {
            sentence,
            kind: CueKind::Says,
            cue: None,
            speakers: speakers.collect(),
            source: before.source.clone(),
            content: vec![tokens],
            direct: false,
            void: false,
            negated: false,
        });
    }
    attributions.sort_by_key(|a| (a.content.first().map_or(0, |run| run.start), a.sentence));
}

/// Whether the main verb of a sentence has a modal of reported speech.
fn is_backshifted(rules: &Rules, text: &Text, line: &Line) -> bool {
    let shape = &line.shape;
    let mut roots = (0..shape.clauses.len()).filter(|&at| shape.clauses[at].link == Link::Root);
    roots.any(|at| {
        let modal = shape.verb_of(at).and_then(|verb| verb.modal);
        modal.is_some_and(|modal| {
            let info = rules.grammar.info(text.tokens[modal].word);
            info.is(Class::Backshifted)
        })
    })
}

/// Whether an attribution is the main matter of its sentence: its cue stands in the main clause or in
/// a report beside it, or the sentence goes on with what was said before.
fn is_main(line: &Line, attribution: &Attribution) -> bool {
    let Some(cue) = &attribution.cue else {
        return !attribution.direct;
    };
    let shape = &line.shape;
    let clause = &shape.clauses[shape.clause_at(cue.tokens.start)];
    matches!(clause.link, Link::Root | Link::Frame | Link::Beside)
}

type Source = (Vec<Mention>, Option<Range<usize>>);

fn speaker_before(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &[Attribution],
    sentence: usize,
    paragraph: usize,
    start: usize,
) -> Option<Source> {
    // The subject of the sentence the quotation stands in or follows, before a colon or full stop.
    let same = text.paragraphs[paragraph].sentences.start..=sentence;
    for at in same.rev() {
        let last = attributions.iter().rfind(|a| {
            a.sentence == at
                && (!a.speakers.is_empty() || a.direct && a.source.is_some())
                && is_outside(text, a)
                && !a.void
                && a.content.first().is_some_and(|run| run.start < start)
        });
        if let Some(attribution) = last {
            return Some((attribution.speakers.clone(), attribution.source.clone()));
        }
        if let Some(subject) = root_subject(&lines[at], &mentions[at], start) {
            return Some(subject);
        }
    }
    let fills = text.paragraphs[paragraph].tokens.start + 1 >= start;
    if !fills || paragraph == 0 {
        return None;
    }
    for before in (paragraph.saturating_sub(2)..paragraph).rev() {
        for at in text.paragraphs[before].sentences.clone().rev() {
            let last = attributions.iter().rfind(|a| {
                a.sentence == at && !a.speakers.is_empty() && !a.void && is_outside(text, a)
            });
            if let Some(attribution) = last {
                return Some((attribution.speakers.clone(), attribution.source.clone()));
            }
        }
        let last = text.paragraphs[before].sentences.clone().next_back()?;
        let tokens = text.sentences[last].tokens.clone();
        let colon = tokens
            .clone()
            .rev()
            .find(|&t| text.tokens[t].mark() != Some(Mark::Quote));
        let introduces = colon.is_some_and(|t| text.tokens[t].mark() == Some(Mark::Colon));
        let heading = text.paragraphs[before].kind == crate::article::BlockKind::Heading;
        if introduces || heading {
            let named = root_subject(&lines[last], &mentions[last], usize::MAX).or_else(|| {
                mentions[last]
                    .iter()
                    .find(|m| !m.is_empty())
                    .map(|m| (m.clone(), Some(m[0].tokens.clone())))
            });
            if named.is_some() {
                return named;
            }
        }
        let quoted = text.quotes.iter().any(|q| {
            text.paragraphs[before].tokens.start + 1 >= q.tokens.start
                && q.tokens.start < tokens.end
                && q.tokens.end + 2 >= tokens.end
        });
        if !quoted {
            return None;
        }
    }
    None
}

/// Whether the cue stands in the article's own words.
pub(super) fn is_outside(text: &Text, attribution: &Attribution) -> bool {
    let cue = attribution.cue.as_ref();
    cue.is_none_or(|cue| text.quote_at(cue.tokens.start).is_none())
}

fn root_subject(line: &Line, mentions: &[Vec<Mention>], before: usize) -> Option<Source> {
    let shape = &line.shape;
    let clause = shape
        .clauses
        .iter()
        .find(|c| matches!(c.link, Link::Root | Link::Beside) && c.verb.is_some())?;
    let noun = *clause.subjects.first()?;
    if shape.nouns[noun].tokens.start >= before
        || matches!(shape.tag_at(shape.nouns[noun].head), Tag::Time)
    {
        return None;
    }
    let named = &mentions[noun];
    (!named.is_empty()).then(|| (named.clone(), Some(shape.nouns[noun].tokens.clone())))
}
