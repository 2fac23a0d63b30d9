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

/// The longest caption and the longest line that a photo credit takes with it, in bytes.
const CAPTION: usize = 400;

/// The longest passage between two patterns, in bytes.
const PASSAGE: usize = 3000;

/// The furniture inside the lines of `text`, in order, none overlapping another.
#[must_use]
pub fn find<'a>(outlets: &'a Outlets, text: &str) -> Vec<Furniture<'a>> {
    let mut found = Vec::new();
    for at in &outlets.cut_set.matches(text) {
        let cut = &outlets.cuts[at];
        let matches = cut
            .from
            .get()
            .into_iter()
            .flat_map(|from| from.find_iter(text));
        for words in matches {
            let words = Span::new(words.start(), words.end());
            if let Some(span) = extend(text, words, cut) {
                found.push(Furniture {
                    span,
                    rule: &cut.rule,
                });
            }
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
        Extent::Caption => Some(caption(text, words)),
        Extent::To(to) => {
            let end = text.floor_char_boundary(words.end + PASSAGE);
            let found = to.find(&text[words.end..end])?;
            Some(Span::new(words.start, words.end + found.end()))
        }
    }
}

/// A credit ends its caption: all of the line where it ends a short one, else its sentence.
fn caption(text: &str, credit: Span) -> Span {
    let from = text.floor_char_boundary(credit.start.saturating_sub(CAPTION));
    let before = &text[from..credit.start];
    let after = &text[credit.end..text.floor_char_boundary(credit.end + CAPTION)];
    let ends_line = after
        .chars()
        .find(|c| c.is_alphanumeric() || matches!(c, '\n' | '\r'))
        .is_none_or(|c| !c.is_alphanumeric());
    let line = before
        .rfind(['\n', '\r'])
        .map(|at| at + 1)
        .or((from == 0).then_some(0));
    let start = match (line, ends_line) {
        (Some(line), true) => Some(line),
        (line, _) => sentence_end(before).max(line),
    };
    start.map_or(credit, |start| Span::new(from + start, credit.end))
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
    fn a_passage_ends_at_the_nearest_end() {
        check(
            "A. Your gift helps us. Give now B. Give now",
            &["Your gift helps us. Give now"],
        );
        check("A. Your gift helps us.", &[]);
    }
}
