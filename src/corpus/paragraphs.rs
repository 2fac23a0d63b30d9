//! Which lines are one paragraph, and which are headings.

use super::headline::is_sentence;
use super::lines::{Lead, Piece};

/// The longest line that can be a heading, in bytes.
const HEADING: usize = 110;
/// The longest question that can be a heading, in words.
const QUESTION: usize = 14;
/// The longest line, in bytes, of a text whose paragraphs are broken into lines.
const WRAPPED: usize = 120;

/// Joins the lines of paragraphs that are broken into lines of one width.
pub(super) fn join_wrapped(text: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    if !is_wrapped(text, &pieces) {
        return pieces;
    }
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if !piece.apart && piece.lead == Lead::None => {
                last.span = last.span.join(piece.span);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

/// Whether most lines stop in mid-sentence, and none is longer than a screen is wide.
pub(super) fn is_wrapped(text: &str, pieces: &[Piece]) -> bool {
    let pairs = pieces.windows(2).filter(|pair| !pair[1].apart);
    let (mut all, mut open) = (0, 0);
    for pair in pairs {
        let line = pair[0].span.of(text);
        all += 1;
        open += usize::from(line.len() >= WRAPPED / 3 && !is_sentence(line));
    }
    all >= 3 && open * 2 > all && pieces.iter().all(|piece| piece.span.len() <= WRAPPED)
}

/// A short line without the end of a sentence, in capitals, as a name, or as a question.
pub(super) fn is_heading(text: &str, piece: Piece) -> bool {
    let line = piece.span.of(text);
    match piece.lead {
        Lead::Hash => return true,
        Lead::Bullet => return false,
        Lead::Bold | Lead::None if line.len() > HEADING => return false,
        Lead::Bold => return !line.ends_with('.'),
        Lead::None => {}
    }
    if !line.starts_with(|c: char| c.is_alphanumeric()) || line.contains(['“', '"']) {
        return false;
    }
    let mut long_words = line
        .split_whitespace()
        .filter(|word| word.chars().count() > 3);
    match line.chars().last() {
        Some(':') => long_words.all(|word| word.starts_with(char::is_uppercase)),
        Some('?') => !line.contains(':') && line.split_whitespace().count() <= QUESTION,
        Some('’' | '\'' | ')') | None => !is_sentence(line),
        Some(last) => last.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::lines::pieces;
    use crate::span::Span;

    #[test]
    fn headings_have_no_end_of_a_sentence() {
        let cases = [
            ("KEY POINTS", true),
            ("## Why they met.", true),
            ("**Anna Svensson**", true),
            ("Anna Svensson:", true),
            ("A talk held in ‘Oslo’", true),
            ("What was said in Oslo?", true),
            ("She said:", false),
            ("ANNA: What was said in Oslo?", false),
            ("‘We met.’", false),
            ("“No”", false),
            ("- A point", false),
            ("They met.", false),
        ];
        for (text, expected) in cases {
            let pieces = pieces(text, Span::new(0, text.len()), &[]);
            assert_eq!(is_heading(text, pieces[0]), expected, "{text}");
        }
    }
}
