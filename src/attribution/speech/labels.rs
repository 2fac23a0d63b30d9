//! Words that a label gives to somebody: *Smith: "No."*, *"No": Smith*, and the turns of a transcript or interview.

use std::ops::Range;

use crate::attribution::speech::uncued::is_outside;
use crate::attribution::{Attribution, Cast, Line, Mention};
use crate::clause::Tag;
use crate::statement::CueKind;
use crate::text::Text;
use crate::words::{Mark, Token};

/// Words after a speaker's name and a colon, as in a transcript; those of whoever only asks are nobody's.
pub(crate) fn label(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    cast: &Cast,
    attributions: &mut Vec<Attribution>,
) {
    let turns: Vec<Turn<'_>> = (0..text.paragraphs.len())
        .filter_map(|number| turn(text, lines, mentions, number))
        .collect();
    for turn in &turns {
        let start = turn.content.start;
        let mut others = attributions.iter();
        let asks = is_interviewer(text, cast, &turns, turn);
        let taken = others.any(|a| a.covers(start) && a.sentence == turn.sentence);
        if taken || turn.named.is_empty() && !asks {
            continue;
        }
        let named = if asks { &[] } else { turn.named };
        attributions.push(Attribution {
            void: asks,
            ..of_label(turn.sentence, named, &turn.label, turn.content.clone())
        });
    }
}

/// What somebody says after a label.
struct Turn<'a> {
    /// The sentence that begins with the label.
    sentence: usize,
    /// The label's tokens, without the colon.
    label: Range<usize>,
    /// Whom the label names.
    named: &'a [Mention],
    /// The tokens behind the colon.
    content: Range<usize>,
    /// Where the paragraph ends that the label opens.
    end: usize,
}

/// The turn that a paragraph begins, if it begins with a label.
fn turn<'a>(
    text: &Text,
    lines: &[Line],
    mentions: &'a [Vec<Vec<Mention>>],
    number: usize,
) -> Option<Turn<'a>> {
    let paragraph = &text.paragraphs[number];
    let sentence = paragraph.sentences.clone().next()?;
    let shape = &lines[sentence].shape;
    let first = shape.nouns.first()?;
    let start = paragraph.tokens.start;
    // "Smith to Jones: sign it", "Smith in Rome: we stay"
    let told = shape.nouns.get(1).filter(|told| {
        told.preposition == Some(first.tokens.end)
            && told.tokens.start == first.tokens.end + 1
            && shape.tag_at(told.head) == Tag::Name
    });
    let colon = told.map_or(first.tokens.end, |told| told.tokens.end);
    let labelled = first.tokens.start <= start + 1
        && first.tokens.len() <= LONGEST_LABEL
        && text.tokens.get(colon).and_then(Token::mark) == Some(Mark::Colon)
        && colon + 1 < paragraph.tokens.end;
    labelled.then(|| Turn {
        sentence,
        label: first.tokens.clone(),
        named: &mentions[sentence][0],
        content: colon + 1..last_of_speech(text, lines, number),
        end: paragraph.tokens.end,
    })
}

/// Whether a label that the files do not know opens several paragraphs, a third of which end in a question: the paper
/// or the person who leads an interview.
fn is_interviewer(text: &Text, cast: &Cast, turns: &[Turn<'_>], turn: &Turn<'_>) -> bool {
    let known = |mention: &Mention| cast.get(mention.who).actor.is_some();
    let words = |label: &Range<usize>| {
        let tokens = text.tokens[label.clone()].iter();
        tokens.map(|token| token.word).collect::<Vec<_>>()
    };
    let own = words(&turn.label);
    let same: Vec<&Turn<'_>> = turns
        .iter()
        .filter(|other| words(&other.label) == own)
        .collect();
    let asks = |turn: &&&Turn<'_>| text.tokens[turn.end - 1].mark() == Some(Mark::Question);
    let asked = same.iter().filter(asks).count();
    same.len() > 1 && asked > 0 && asked * 3 >= same.len() && !turn.named.iter().any(known)
}

/// A name and a colon right before a quotation, anywhere in a paragraph: *Merz: "No."*
pub(crate) fn name_before(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &mut Vec<Attribution>,
) {
    for quote in &text.quotes {
        let Some(colon) = quote.tokens.start.checked_sub(2) else {
            continue;
        };
        let sentence = text.sentence_at(colon);
        let shape = &lines[sentence].shape;
        let label = shape.nouns.iter().position(|noun| {
            noun.tokens.end == colon
                && noun.tokens.len() <= LONGEST_LABEL
                && noun.preposition.is_none()
                && shape.tag_at(noun.head) == Tag::Name
        });
        let Some(label) = label.filter(|_| text.tokens[colon].mark() == Some(Mark::Colon)) else {
            continue;
        };
        let noun = &shape.nouns[label].tokens;
        let opens = noun.start == shape.tokens.start
            || matches!(
                text.tokens[noun.start - 1].mark(),
                Some(Mark::Dash | Mark::Stop | Mark::Quote | Mark::Semicolon | Mark::Open)
            );
        let taken = attributions
            .iter()
            .any(|a| a.covers(quote.tokens.start) && is_outside(text, a));
        if !opens || taken {
            continue;
        }
        let speakers = &mentions[sentence][label];
        attributions.push(of_label(sentence, speakers, noun, quote.tokens.clone()));
    }
}

/// A colon or dash and a name at the end, behind the quotation that opens the sentence or behind a headline:
/// *"No": Smith*, *Rome ready for talks: Smith*
pub(crate) fn name_behind(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &mut Vec<Attribution>,
) {
    for (sentence, line) in lines.iter().enumerate() {
        let shape = &line.shape;
        let Some(label) = shape.nouns.iter().position(|noun| {
            noun.tokens.end == shape.tokens.end
                && noun.tokens.start > shape.tokens.start + 1
                && shape.tag_at(noun.head) == Tag::Name
        }) else {
            continue;
        };
        let source = &shape.nouns[label].tokens;
        let parts = source.start - 1;
        if !matches!(text.tokens[parts].mark(), Some(Mark::Colon | Mark::Dash)) {
            continue;
        }
        let quote = text.quotes.iter().find(|quote| {
            quote.tokens.end + 1 == parts && quote.tokens.start <= shape.tokens.start + 1
        });
        // "Why it matters: Nato"
        let told = shape.verbs.iter().any(|verb| verb.tokens.end <= parts) || label > 1;
        let content = match quote {
            Some(quote) => quote.tokens.clone(),
            None if told => shape.tokens.start..parts,
            None => continue,
        };
        let mut others = attributions.iter();
        let taken = others.any(|a| a.covers(content.start) && is_outside(text, a));
        let speakers = &mentions[sentence][label];
        if !taken && (quote.is_some() || !speakers.is_empty()) {
            attributions.push(of_label(sentence, speakers, source, content));
        }
    }
}

/// What a label before or behind words says of them.
fn of_label(
    sentence: usize,
    speakers: &[Mention],
    source: &Range<usize>,
    content: Range<usize>,
) -> Attribution {
    Attribution {
        sentence,
        kind: CueKind::Says,
        cue: None,
        speakers: speakers.to_vec(),
        source: Some(source.clone()),
        content: vec![content],
        direct: true,
        void: false,
        negated: false,
    }
}

/// The most tokens a speaker's label has: *SENATOR ANN SMITH (D-OH)*.
const LONGEST_LABEL: usize = 6;

/// Where the words after a label in paragraph `number` end: paragraphs in the first person, without
/// quotations and labels of their own, go on with it.
fn last_of_speech(text: &Text, lines: &[Line], number: usize) -> usize {
    let goes_on = |at: &usize| {
        let paragraph = &text.paragraphs[*at];
        let tokens = paragraph.tokens.clone();
        let is_label = paragraph.sentences.clone().next().is_some_and(|sentence| {
            let first = lines[sentence].shape.nouns.first();
            first.is_some_and(|noun| {
                let mark = text.tokens.get(noun.tokens.end).and_then(Token::mark);
                mark == Some(Mark::Colon)
            })
        });
        let quoted = tokens
            .clone()
            .any(|at| text.tokens[at].mark() == Some(Mark::Quote));
        let heading = paragraph.kind != crate::article::BlockKind::Paragraph;
        let first_person = paragraph.sentences.clone().any(|sentence| {
            let shape = &lines[sentence].shape;
            let pronouns = shape.nouns.iter().filter(|noun| noun.pronoun);
            pronouns.into_iter().any(|noun| noun.first_person)
        });
        !is_label && !quoted && !heading && first_person
    };
    let last = (number + 1..text.paragraphs.len())
        .take_while(goes_on)
        .last();
    text.paragraphs[last.unwrap_or(number)].tokens.end
}
