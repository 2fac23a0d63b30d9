//! What a text must hold for a pattern to fit it, read off the pattern.

use regex_syntax::hir::{Class, Hir, HirKind};

/// The shortest letters that are worth looking for; a rare sign is too.
const SHORTEST: usize = 3;
/// Letters longer than this are no better.
const LONG: usize = 8;
/// The most letters of a pattern.
const MOST: usize = 100;

/// What a text must hold for a pattern to fit it.
#[derive(Clone, Debug)]
pub(super) struct Needs {
    /// Letters, in lower case, of which one stands in what fits; none where that is not known.
    pub(super) letters: Vec<String>,
    /// The bytes that what fits can start with.
    pub(super) first: Bytes,
}

/// A set of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Bytes([u128; 2]);

impl Needs {
    pub(super) fn of(pattern: &Hir) -> Self {
        let mut first = Bytes::default();
        add_first(pattern, &mut first);
        Self {
            letters: letters(pattern).unwrap_or_default(),
            first,
        }
    }
}

impl Bytes {
    pub(super) fn has(self, byte: u8) -> bool {
        self.0[usize::from(byte >> 7)] >> (byte & 127) & 1 == 1
    }

    /// Adds a byte; a letter in both cases.
    fn add(&mut self, byte: u8) {
        for byte in [byte.to_ascii_lowercase(), byte.to_ascii_uppercase()] {
            self.0[usize::from(byte >> 7)] |= 1 << (byte & 127);
        }
    }

    fn add_beyond_ascii(&mut self) {
        self.0[1] = u128::MAX;
    }
}

/// Letters of which one stands in all that the pattern fits: the longest there are.
fn letters(pattern: &Hir) -> Option<Vec<String>> {
    match pattern.kind() {
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            let runs = text.split(|c: char| !c.is_ascii() && c.is_alphanumeric());
            let longest = runs.max_by_key(|run| run.len())?;
            let is_rare =
                |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, ',' | '.');
            let is_worth = longest.len() >= SHORTEST || longest.contains(is_rare);
            is_worth.then(|| vec![longest.to_ascii_lowercase()])
        }
        HirKind::Empty | HirKind::Class(_) | HirKind::Look(_) => None,
        HirKind::Repetition(repetition) if repetition.min == 0 => None,
        HirKind::Repetition(repetition) => letters(&repetition.sub),
        HirKind::Capture(capture) => letters(&capture.sub),
        HirKind::Concat(parts) => {
            let worth = |letters: &Vec<String>| {
                let shortest = letters.iter().map(String::len).min().unwrap_or(0);
                (shortest.min(LONG), usize::MAX - letters.len())
            };
            // Of those that are worth the same, the first.
            parts.iter().filter_map(letters).rev().max_by_key(worth)
        }
        HirKind::Alternation(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(letters).collect();
            let letters = parts?.concat();
            (letters.len() <= MOST).then_some(letters)
        }
    }
}

/// Adds the bytes that the pattern can start with; tells whether it may fit no bytes at all.
fn add_first(pattern: &Hir, first: &mut Bytes) -> bool {
    match pattern.kind() {
        HirKind::Empty | HirKind::Look(_) => true,
        HirKind::Literal(literal) => match literal.0.first() {
            Some(byte) => {
                first.add(*byte);
                false
            }
            None => true,
        },
        HirKind::Class(Class::Unicode(class)) => {
            for range in class.ranges() {
                for byte in (0..128_u8)
                    .filter(|byte| (range.start()..=range.end()).contains(&char::from(*byte)))
                {
                    first.add(byte);
                }
                if !range.end().is_ascii() {
                    first.add_beyond_ascii();
                }
            }
            false
        }
        HirKind::Class(Class::Bytes(class)) => {
            for range in class.ranges() {
                (range.start()..=range.end()).for_each(|byte| first.add(byte));
            }
            false
        }
        HirKind::Repetition(repetition) => add_first(&repetition.sub, first) || repetition.min == 0,
        HirKind::Capture(capture) => add_first(&capture.sub, first),
        HirKind::Concat(parts) => parts.iter().all(|part| add_first(part, first)),
        HirKind::Alternation(parts) => {
            let mut may_be_empty = false;
            for part in parts {
                may_be_empty |= add_first(part, first);
            }
            may_be_empty
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_are_read_off_patterns() {
        let cases = [
            (
                "^(?:Sign up|subscribe) (?:here|now)$",
                &["sign up", "subscribe"][..],
                "sS",
                "u",
            ),
            ("[0-9]+ (?:minute|hour)s?", &["minute", "hour"], "09", "m"),
            ("(?:read|x)", &[], "rxX", "y"),
            ("(?:a|b)?related[^.]more", &["related"], "abr", "m"),
            ("don['’]t miss", &["t miss"], "d", "m"),
            (r"\((?:AP|PA)\)", &["("], "(", "a"),
            ("[^a]", &[], "bÉ", ""),
        ];
        for (pattern, letters, can, cannot) in cases {
            let needs = regex_syntax::parse(pattern).map(|hir| Needs::of(&hir));
            let has = |text: &str, all: bool| {
                let first = needs.as_ref().map(|needs| needs.first).unwrap_or_default();
                text.chars()
                    .all(|c| first.has(c.to_string().as_bytes()[0]) == all)
            };
            assert!(has(can, true) && has(cannot, false), "{pattern}");
            assert_eq!(
                needs.map(|needs| needs.letters),
                Ok(letters.iter().map(|&l| l.to_owned()).collect()),
                "{pattern}"
            );
        }
    }
}
