//! Where sentences end.

use std::ops::Range;

use crate::grammar::{Class, Grammar};
use crate::words::{Mark, Token, fold};

/// Puts the full stop of an abbreviation to its word where more of the sentence follows: *Gov. Smith*.
pub(super) fn join_abbreviations(source: &str, tokens: &[Token], grammar: &Grammar) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let stop = token.mark() == Some(Mark::Stop) && at > 0;
        let next = tokens.get(at + 1).filter(|next| next.is_word());
        let goes_on =
            next.is_some_and(|next| !source[token.span.end..next.span.start].contains('\n'));
        if stop && goes_on && is_abbreviation(source, tokens, 0, at, grammar) {
            if let Some(word) = joined.last_mut() {
                word.span.end = token.span.end;
            }
            continue;
        }
        joined.push(*token);
    }
    joined
}

/// Cuts a block's tokens into sentences; they tile `range`.
pub(super) fn split(
    source: &str,
    tokens: &[Token],
    range: Range<usize>,
    grammar: &Grammar,
) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = range.start;
    let mut at = range.start;
    while at < range.end {
        let Some(Mark::Stop | Mark::Question | Mark::Exclamation) = tokens[at].mark() else {
            at += 1;
            continue;
        };
        let mut end = at + 1;
        while end < range.end && closes(source, &tokens[end - 1], &tokens[end]) {
            end += 1;
        }
        if end < range.end && ends(source, tokens, start, at, end, grammar) {
            sentences.push(start..end);
            start = end;
        }
        at = end;
    }
    if start < range.end {
        sentences.push(start..range.end);
    }
    sentences
}

/// Whether a mark right after the end of a sentence still belongs to it.
fn closes(source: &str, before: &Token, token: &Token) -> bool {
    let close = matches!(
        token.mark(),
        Some(Mark::Quote | Mark::Close | Mark::Stop | Mark::Question | Mark::Exclamation)
    );
    close && before.span.end == token.span.start && !opens(source, token)
}

/// Whether white space stands before the token and none after it.
fn opens(source: &str, token: &Token) -> bool {
    let before = source[..token.span.start]
        .chars()
        .next_back()
        .is_none_or(char::is_whitespace);
    let after = source[token.span.end..]
        .chars()
        .next()
        .is_none_or(char::is_whitespace);
    before && !after
}

/// Whether the sentence that began at `start` ends with the mark at `mark`, `next` being the token after.
fn ends(
    source: &str,
    tokens: &[Token],
    start: usize,
    mark: usize,
    next: usize,
    grammar: &Grammar,
) -> bool {
    let gap = source[tokens[next - 1].span.end..tokens[next].span.start].is_empty();
    if gap && tokens[next].mark() != Some(Mark::Quote) {
        return false;
    }
    let follower = tokens[next..]
        .iter()
        .find(|token| token.mark() != Some(Mark::Quote));
    let Some(follower) = follower else {
        return true;
    };
    if follower.is_word() && !follower.capital {
        let starts_with_digit = follower
            .span
            .of(source)
            .starts_with(|c: char| c.is_ascii_digit());
        return starts_with_digit
            && tokens[mark].mark() == Some(Mark::Stop)
            && !is_abbreviation(source, tokens, start, mark, grammar);
    }
    if tokens[mark].mark() != Some(Mark::Stop) {
        return true;
    }
    !is_abbreviation(source, tokens, start, mark, grammar) || next > mark + 1
}

fn is_abbreviation(
    source: &str,
    tokens: &[Token],
    start: usize,
    mark: usize,
    grammar: &Grammar,
) -> bool {
    let Some(word) = (mark > start)
        .then(|| &tokens[mark - 1])
        .filter(|word| word.is_word())
    else {
        return false;
    };
    if word.span.end != tokens[mark].span.start {
        return false;
    }
    let written = word.span.of(source);
    let initial = word.capital && written.chars().count() == 1;
    let folded = fold(written);
    // "No. 10", but "My answer is no. Not one coin".
    let counts = || {
        let next = tokens.get(mark + 1).map(|next| next.span.of(source));
        next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()))
    };
    let denies = grammar.is(word, Class::No);
    initial && folded != "i" || grammar.abbreviations.contains(&folded) && (!denies || counts())
}
