//! Words that no cue takes: after a label, or quoted after somebody spoke.

use std::ops::Range;

use crate::attribution::speech::SHORTEST_SPEECH;
use crate::attribution::{Attribution, Line, Mention};
use crate::clause::{Link, Tag};
use crate::statement::{CueKind, Grade};
use crate::text::Text;
use crate::words::{Mark, Token};

/// Gives quotations that no cue took to whoever spoke right before: in the same paragraph, or in
/// the one before where the quotation fills its own.
pub(crate) fn carry(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
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
        if words < SHORTEST_SPEECH || taken {
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
        let Some((speakers, source)) = found else {
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

/// Words after a speaker's name and a colon, as in a transcript, and quotations followed by a dash
/// and a name.
pub(crate) fn label(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &mut Vec<Attribution>,
) {
    for paragraph in &text.paragraphs {
        let Some(sentence) = paragraph.sentences.clone().next() else {
            continue;
        };
        let shape = &lines[sentence].shape;
        let Some(first) = shape.nouns.first() else {
            continue;
        };
        let start = paragraph.tokens.start;
        let colon = first.tokens.end;
        let labelled = first.tokens.start <= start + 1
            && first.tokens.len() <= LONGEST_LABEL
            && text.tokens.get(colon).and_then(Token::mark) == Some(Mark::Colon)
            && colon + 1 < paragraph.tokens.end;
        let named = mentions[sentence]
            .first()
            .filter(|named| labelled && !named.is_empty());
        let Some(named) = named else { continue };
        let content = colon + 1..paragraph.tokens.end;
        if attributions
            .iter()
            .any(|a| a.covers(content.start) && a.sentence == sentence)
        {
            continue;
        }
        attributions.push(Attribution {
            sentence,
            kind: CueKind::Says,
            cue: None,
            speakers: named.clone(),
            source: Some(first.tokens.clone()),
            content: vec![content],
            direct: true,
            void: false,
            negated: false,
        });
    }
}

/// The most tokens a speaker's label has: *SENATOR ANN SMITH (D-OH)*.
const LONGEST_LABEL: usize = 6;

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
            let last = attributions
                .iter()
                .rfind(|a| a.sentence == at && !a.speakers.is_empty() && !a.void);
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
