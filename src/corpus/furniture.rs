//! Words of a page that are not the article's own, cut out where they stand inside its lines.
//!
//! Whole lines of furniture are left to `blocks`, which sees what remains of each line.

use super::outlets::{Cut, Extent, Outlets};
use crate::span::Span;

/// Furniture, and the rule that knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Furniture<'a> {
    /// Where it stands.
    pub span: Span,
    /// The id of the rule.
    pub rule: &'a str,
}

/// How far, in bytes, the line or the caption around furniture may go on before or after it.
const CAPTION: usize = 400;

/// The longest photo credit, in bytes.
const CREDIT: usize = 160;

/// The longest passage between two patterns, in bytes.
const PASSAGE: usize = 3000;

/// The furniture inside the lines of `text`, in order, none overlapping another.
#[must_use]
pub fn find<'a>(outlets: &'a Outlets, text: &'a str) -> Vec<Furniture<'a>> {
    let mut found = Vec::new();
    for (cut, words) in outlets.cuts(text) {
        if let Some(span) = extend(text, words, cut) {
            found.push(Furniture {
                span,
                rule: &cut.rule,
            });
        }
    }
    found.sort_by_key(|furniture| (furniture.span.start, std::cmp::Reverse(furniture.span.end)));
    merge(found)
}

/// Joins what overlaps; the first, and of those that start together the longest, names the rule.
fn merge(found: Vec<Furniture<'_>>) -> Vec<Furniture<'_>> {
    let mut merged: Vec<Furniture<'_>> = Vec::with_capacity(found.len());
    for furniture in found {
        match merged.last_mut() {
            Some(last) if furniture.span.start < last.span.end => {
                last.span = last.span.join(furniture.span);
            }
            _ => merged.push(furniture),
        }
    }
    merged
}

fn extend(text: &str, words: Span, cut: &Cut) -> Option<Span> {
    match &cut.extent {
        Extent::Words => Some(words),
        Extent::Line => Some(words.join(short_line(text, words)?)),
        Extent::Caption => (words.len() <= CREDIT).then(|| caption(text, words)),
        Extent::To(to) => {
            let end = text.floor_char_boundary(words.end + PASSAGE);
            let found = to.get()?.find(&text[words.end..end])?;
            Some(Span::new(words.start, words.end + found.end()))
        }
    }
}

/// A credit ends its caption: all of the line where it ends a short one, else its sentence.
fn caption(text: &str, credit: Span) -> Span {
    let line = short_line(text, credit);
    let ends_line = |line: &Span| !text[credit.end..line.end].contains(char::is_alphanumeric);
    if let Some(line) = line.filter(ends_line) {
        return Span::new(line.start, credit.end);
    }
    let from = text.floor_char_boundary(credit.start.saturating_sub(CAPTION));
    let before = &text[from..credit.start];
    let line = before.rfind(['\n', '\r']).map(|at| at + 1);
    let start = sentence_end(before).max(line).or((from == 0).then_some(0));
    start.map_or(credit, |start| Span::new(from + start, credit.end))
}

/// The line around `words`, unless it goes on for long before or after them.
fn short_line(text: &str, words: Span) -> Option<Span> {
    let from = text.floor_char_boundary(words.start.saturating_sub(CAPTION));
    let to = text.floor_char_boundary(words.end + CAPTION);
    let start = text[from..words.start]
        .rfind(['\n', '\r'])
        .map(|at| from + at + 1);
    let end = text[words.end..to]
        .find(['\n', '\r'])
        .map(|at| words.end + at);
    let start = start.or((from == 0).then_some(0))?;
    let end = end.or((to == text.len()).then_some(to))?;
    Some(Span::new(start, end))
}

/// Where the last sentence in `text` that is followed by another ends.
fn sentence_end(text: &str) -> Option<usize> {
    let closes = |c: char| matches!(c, '"' | '\'' | '”' | '’' | ')' | ']');
    let mut ends = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at);
    ends.rfind(|at| {
        text[..*at]
            .trim_end_matches(closes)
            .ends_with(['.', '!', '?', '…'])
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r"
        [[furniture]]
        id = 'more'
        sentences = ['more trending']
        contains = ['all rights reserved']
        captions = ['\(image: [^)]*\)', 'photograph: [^.]+$']
        passages = [{ from = 'your gift helps', to = 'give now' }]
    ";

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let outlets = Outlets::parse(&[("page.toml", RULES)]).unwrap_or_default();
        let found: Vec<_> = find(&outlets, text)
            .iter()
            .map(|f| f.span.of(text).to_owned())
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_are_cut_where_they_stand() {
        check("They met. More Trending They left.", &["More Trending"]);
        check("They met more often.", &[]);
    }

    #[test]
    fn a_credit_takes_its_caption() {
        check(
            "They met. The hall (Image: A. B.) They left.",
            &[" The hall (Image: A. B.)"],
        );
        check(
            "They met.\nThe hall. Photograph: Someone\nThey left.",
            &["The hall. Photograph: Someone"],
        );
        check("The hall (Image: A)", &["The hall (Image: A)"]);
    }

    #[test]
    fn words_can_give_their_line_away() {
        check(
            "They met.\r\nThe Paper, all rights reserved.\r\n",
            &["The Paper, all rights reserved."],
        );
    }

    #[test]
    fn a_passage_ends_at_the_nearest_end() {
        check(
            "A. Your gift helps us. Give now B. Give now",
            &["Your gift helps us. Give now"],
        );
        check("A. Your gift helps us.", &[]);
    }
}
