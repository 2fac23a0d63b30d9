//! Ranges of a text, and the counting that turns them into characters and lines.

use std::ops::Range;

use serde::Serialize;

/// A byte range, on character boundaries, of the text it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range from `start` up to `end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends where it starts or later");
        Self { start, end }
    }

    /// The words of `text` that lie here, or nothing where the span was made for another text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// How many bytes lie here.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether no byte lies here.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// Whether two ranges of tokens share one.
#[must_use]
pub fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A place in the decoded text of a file or record, as other programs count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The first character, from 0, in Unicode characters.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
    /// The line, from 1, of the first character.
    pub line: usize,
}

/// Turns byte offsets of one text into characters and lines.
#[derive(Clone, Debug)]
pub struct Offsets {
    /// Every `STEP` bytes: characters and line ends before that byte.
    marks: Vec<(usize, usize)>,
}

const STEP: usize = 256;

impl Offsets {
    /// Counts the characters and lines of `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STEP + 1);
        let (mut characters, mut lines) = (0, 0);
        for (at, byte) in text.bytes().enumerate() {
            if at % STEP == 0 {
                marks.push((characters, lines));
            }
            characters += usize::from(byte & 0xC0 != 0x80);
            lines += usize::from(byte == b'\n');
        }
        marks.push((characters, lines));
        Self { marks }
    }

    /// The place of `span` in `text`, which must be the text these offsets were counted on.
    #[must_use]
    pub fn place(&self, text: &str, span: Span) -> Place {
        let (start, line) = self.count(text, span.start);
        let (end, _) = self.count(text, span.end);
        Place {
            start,
            end,
            line: line + 1,
        }
    }

    fn count(&self, text: &str, at: usize) -> (usize, usize) {
        let at = at.min(text.len());
        let mark = (at / STEP).min(self.marks.len() - 1);
        let (mut characters, mut lines) = self.marks[mark];
        for byte in &text.as_bytes()[(mark * STEP).min(at)..at] {
            characters += usize::from(byte & 0xC0 != 0x80);
            lines += usize::from(*byte == b'\n');
        }
        (characters, lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_and_lines() {
        let text = "é\nab\n“c”";
        let offsets = Offsets::new(text);
        let at = text.find('c').map(|start| Span::new(start, start + 1));
        let place = at.map(|span| offsets.place(text, span));
        assert_eq!(
            place,
            Some(Place {
                start: 6,
                end: 7,
                line: 3
            })
        );
    }

    #[test]
    fn places_hold_beyond_the_first_mark() {
        let text = "ü\n".repeat(1000);
        let place = Offsets::new(&text).place(&text, Span::new(2997, 3000));
        assert_eq!(
            place,
            Place {
                start: 1998,
                end: 2000,
                line: 1000
            }
        );
    }
}
