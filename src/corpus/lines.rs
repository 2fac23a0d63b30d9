//! Lines of a text, and what is left of them without furniture.

use super::furniture::Furniture;
use crate::span::Span;

/// A line with words in it, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) span: Span,
    /// Whether a line without words stands before it.
    pub(super) after_gap: bool,
}

/// A run of a line's words with no furniture inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) span: Span,
    /// Whether it is parted from the piece before by an empty line or by furniture.
    pub(super) apart: bool,
    /// What stood before its words.
    pub(super) lead: Lead,
}

/// What can stand at the start of a line and is none of its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// Nothing.
    None,
    /// A Markdown heading's signs.
    Hash,
    /// All of the line is marked as bold.
    Bold,
    /// The dot or dash of a list.
    Bullet,
}

/// The lines of `text` inside `area`.
pub(super) fn of(text: &str, area: Span) -> impl Iterator<Item = Line> {
    let mut at = area.start;
    let mut after_gap = false;
    let is_end = |c| matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    area.of(text)
        .split_inclusive(is_end)
        .filter_map(move |raw| {
            let start = at;
            at += raw.len();
            let span = trim(text, Span::new(start, at));
            if span.is_empty() {
                // The second half of a Windows line end is no empty line.
                after_gap |= raw != "\n" || !text[..start].ends_with('\r');
                return None;
            }
            Some(Line {
                span,
                after_gap: std::mem::take(&mut after_gap),
            })
        })
}

/// What is left of the lines of `text` inside `area` without `furniture`.
pub(super) fn pieces(text: &str, area: Span, furniture: &[Furniture<'_>]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let first = furniture.partition_point(|furniture| furniture.span.end <= area.start);
    let mut furniture = furniture[first..]
        .iter()
        .map(|furniture| furniture.span)
        .peekable();
    for line in of(text, area) {
        let mut apart = line.after_gap;
        let mut start = line.span.start;
        while start < line.span.end {
            while furniture.next_if(|cut| cut.end <= start).is_some() {}
            let cut = furniture
                .peek()
                .copied()
                .filter(|cut| cut.start < line.span.end);
            let end = cut.map_or(line.span.end, |cut| cut.start.max(start));
            if let Some((span, lead)) = bare(text, Span::new(start, end)) {
                pieces.push(Piece { span, apart, lead });
            }
            apart |= cut.is_some();
            start = cut.map_or(line.span.end, |cut| cut.end);
        }
    }
    pieces
}

/// The words of a piece without the signs around them; nothing where there are none.
fn bare(text: &str, span: Span) -> Option<(Span, Lead)> {
    let mut span = trim(text, span);
    let mut lead = Lead::None;
    loop {
        let words = span.of(text);
        let (sign, found) = match words.chars().next()? {
            '#' => (
                words.len() - words.trim_start_matches('#').len(),
                Lead::Hash,
            ),
            c @ ('•' | '·' | '▪' | '●' | '*' | '-' | '–' | '—' | '>') => {
                (c.len_utf8(), Lead::Bullet)
            }
            _ => break,
        };
        if !words[sign..].starts_with(char::is_whitespace) {
            break;
        }
        lead = found;
        span = trim(text, Span::new(span.start + sign, span.end));
    }
    for mark in ["**", "__"] {
        let inner = span
            .of(text)
            .strip_prefix(mark)
            .and_then(|words| words.strip_suffix(mark));
        if inner.is_some_and(|words| !words.contains(mark)) {
            span = trim(
                text,
                Span::new(span.start + mark.len(), span.end - mark.len()),
            );
            lead = if lead == Lead::Hash { lead } else { Lead::Bold };
        }
    }
    span.of(text)
        .contains(char::is_alphanumeric)
        .then_some((span, lead))
}

/// The span without white space and invisible marks at its ends.
fn trim(text: &str, span: Span) -> Span {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'..='\u{200F}');
    let words = span.of(text);
    let start = span.start + words.len() - words.trim_start_matches(is_blank).len();
    Span::new(start, start + words.trim_matches(is_blank).len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, cuts: &[Span]) -> Vec<(String, bool, Lead)> {
        let furniture: Vec<_> = cuts
            .iter()
            .map(|span| Furniture {
                span: *span,
                rule: "cut",
            })
            .collect();
        let pieces = pieces(text, Span::new(0, text.len()), &furniture);
        pieces
            .iter()
            .map(|p| (p.span.of(text).to_owned(), p.apart, p.lead))
            .collect()
    }

    #[test]
    fn pieces_have_no_signs_around_them() {
        let cases = [
            ("# A head", "A head", Lead::Hash),
            ("**A head**", "A head", Lead::Bold),
            ("\u{FEFF}• A point ", "A point", Lead::Bullet),
            ("**Bold** and **bold**", "**Bold** and **bold**", Lead::None),
            ("-5 degrees", "-5 degrees", Lead::None),
        ];
        for (text, words, lead) in cases {
            assert_eq!(
                shown(text, &[]),
                [(words.to_owned(), false, lead)],
                "{text}"
            );
        }
        assert_eq!(shown("***\n+\n \n", &[]), []);
    }

    #[test]
    fn pieces_are_apart_after_empty_lines_and_cuts() {
        let apart = |text: &str, cuts: &[Span]| -> Vec<bool> {
            shown(text, cuts)
                .into_iter()
                .map(|(_, apart, _)| apart)
                .collect()
        };
        assert_eq!(apart("a\r\nb\r\n\r\nc", &[]), [false, false, true]);
        assert_eq!(apart("a cut b", &[Span::new(2, 5)]), [false, true]);
    }
}
