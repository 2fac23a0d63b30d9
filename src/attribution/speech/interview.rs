//! Interviews without labels: questions that stand in paragraphs of their own, and answers in the first person.

use std::ops::Range;

use crate::article::BlockKind;
use crate::attribution::{Attribution, Cast, Line, Mention};
use crate::rules::ActorKind;
use crate::statement::{CueKind, Grade};
use crate::text::Text;
use crate::words::Mark;

/// So many questions make an interview.
const QUESTIONS: usize = 3;

/// Gives the answers of an interview to the person whom its headline and introduction name, and the questions
/// to nobody. Answers that a label or another report gives to somebody stay with them.
pub(crate) fn interview(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    cast: &Cast,
    attributions: &mut Vec<Attribution>,
) {
    let asks: Vec<bool> = (0..text.paragraphs.len())
        .map(|at| is_question(text, at))
        .collect();
    let answers = |at: usize| !asks[at] && is_answer(text, lines, at);
    let answered = (1..asks.len()).filter(|&at| asks[at - 1] && answers(at));
    let Some(first) = asks.iter().position(|&asks| asks) else {
        return;
    };
    if first == 0 || answered.count() < QUESTIONS {
        return;
    }
    let Some(interviewed) = most_named(text, mentions, cast, 0..first) else {
        return;
    };
    for (at, &asks) in asks.iter().enumerate().skip(first) {
        let paragraph = &text.paragraphs[at];
        let tokens = paragraph.tokens.clone();
        let sentence = paragraph.sentences.start;
        let taken =
            |a: &Attribution| a.covers(tokens.start) || a.sentence == sentence && a.cue.is_none();
        if paragraph.kind == BlockKind::Headline || !asks && attributions.iter().any(taken) {
            continue;
        }
        let speakers = if asks {
            Vec::new()
        } else {
            vec![interviewed.clone()]
        };
        attributions.push(Attribution {
            sentence,
            kind: CueKind::Says,
            cue: None,
            speakers,
            source: None,
            content: vec![tokens],
            direct: true,
            void: asks,
            negated: false,
        });
    }
    attributions.sort_by_key(|a| (a.content.first().map_or(0, |run| run.start), a.sentence));
}

/// Whether a paragraph ends in a question mark, outside quotation marks, or is set in bold as questions are.
fn is_question(text: &Text, paragraph: usize) -> bool {
    let tokens = text.paragraphs[paragraph].tokens.clone();
    let is_star = |at: usize| text.slice(text.tokens[at].span) == "*";
    let bold = tokens.len() > 4 && is_star(tokens.start) && is_star(tokens.end - 1);
    let mut last = tokens.rev().skip_while(|&at| is_star(at));
    let asks = last
        .next()
        .is_some_and(|at| text.tokens[at].mark() == Some(Mark::Question));
    bold || asks
}

/// The person whom some paragraphs name most often; of several the first.
fn most_named(
    text: &Text,
    mentions: &[Vec<Vec<Mention>>],
    cast: &Cast,
    paragraphs: Range<usize>,
) -> Option<Mention> {
    let sentences = paragraphs.flat_map(|at| text.paragraphs[at].sentences.clone());
    let named: Vec<&Mention> = sentences
        .flat_map(|sentence| mentions[sentence].iter().flatten())
        .filter(|mention| cast.get(mention.who).kind == ActorKind::Person)
        .collect();
    let count = |mention: &Mention| {
        named
            .iter()
            .filter(|other| other.who == mention.who)
            .count()
    };
    let mut rest = named.iter().rev();
    let last = rest.next()?;
    let most = rest.fold(*last, |best, other| {
        if count(other) >= count(best) {
            other
        } else {
            best
        }
    });
    Some(Mention {
        grade: most.grade.max(Grade::C),
        ..most.clone()
    })
}

/// Whether a paragraph has a first person outside quotation marks.
fn is_answer(text: &Text, lines: &[Line], paragraph: usize) -> bool {
    let own = |at: usize| text.quote_at(at).is_none();
    text.paragraphs[paragraph]
        .sentences
        .clone()
        .any(|sentence| {
            let mut nouns = lines[sentence].shape.nouns.iter();
            nouns.any(|noun| noun.pronoun && noun.first_person && own(noun.head))
        })
}
