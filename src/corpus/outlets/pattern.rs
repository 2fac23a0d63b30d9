//! Patterns of `rules/outlets/` as regular expressions.
//!
//! A space stands for any white space, `'` for any apostrophe, `<date>` for any date that the
//! program reads; letter case does not matter unless the rule says so. Digits, words and their
//! edges (`\d`, `\w`, `\b`) are those of Latin script, which keeps the automata small. A class of
//! what shall *not* stand somewhere (`[^.]`) stays inside the line.

use regex::{Error, Regex, RegexBuilder, RegexSet, RegexSetBuilder};

use super::OutletErrorKind;
use crate::corpus::dates;

const SIZE_LIMIT: usize = 64 << 20;

/// How much of a line a pattern covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// All of it.
    Line,
    /// Its first words.
    Start,
    /// Its first words, and the rest with them.
    WholeStart,
    /// Words anywhere in the text; `^` and `$` are the ends of lines.
    Inside,
}

/// The regular expression that `pattern` stands for.
pub(super) fn widen(pattern: &str, exact_case: bool, reach: Reach) -> String {
    let case = if exact_case { "" } else { "i" };
    let loose = loosen(pattern);
    match reach {
        Reach::Line => format!("(?{case}u)^(?:{loose})$"),
        Reach::Start => format!("(?{case}u)^(?:{loose})"),
        Reach::WholeStart => format!("(?{case}us)^(?:{loose}).*$"),
        Reach::Inside => format!("(?{case}umR)(?:{loose})"),
    }
}

/// Compiles what [`widen`] made.
pub(super) fn compile(wide: &str) -> Result<Regex, Error> {
    RegexBuilder::new(wide).size_limit(SIZE_LIMIT).build()
}

/// Compiles many of what [`widen`] made into one set.
pub(super) fn compile_set<T: AsRef<str>>(wide: &[T]) -> Result<RegexSet, Error> {
    RegexSetBuilder::new(wide)
        .size_limit(SIZE_LIMIT)
        .dfa_size_limit(SIZE_LIMIT)
        .build()
}

/// What is wrong with a pattern that was compiled, or could not be.
pub(super) fn fault(pattern: &str, compiled: &Result<Regex, Error>) -> Option<OutletErrorKind> {
    const GROUPS: [&str; 3] = ["title", "outlet", "date"];
    let regex = match compiled {
        Ok(regex) => regex,
        Err(error) => {
            let message = error.to_string();
            let reason = message
                .lines()
                .last()
                .unwrap_or_default()
                .trim_start_matches("error: ");
            return Some(OutletErrorKind::Pattern(
                pattern.to_owned(),
                reason.to_owned(),
            ));
        }
    };
    let unknown = regex
        .capture_names()
        .flatten()
        .find(|name| !GROUPS.contains(name));
    match unknown {
        Some(name) => Some(OutletErrorKind::Group(name.to_owned())),
        None if regex.is_match("") => Some(OutletErrorKind::Empty(pattern.to_owned())),
        None => None,
    }
}

fn loosen(pattern: &str) -> String {
    const LETTERS: &str = "0-9A-Za-z_À-ɏ";
    let mut loose = String::with_capacity(pattern.len() * 2);
    let mut in_class = false;
    let pattern = pattern.replace("<date>", dates::PATTERN);
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        match (c, in_class) {
            ('\\', _) => match (chars.next(), in_class) {
                (Some('d'), true) => loose.push_str("0-9"),
                (Some('d'), false) => loose.push_str("[0-9]"),
                (Some('w'), true) => loose.push_str(LETTERS),
                (Some('w'), false) => loose.extend(["[", LETTERS, "]"]),
                (Some('b'), false) => loose.push_str(r"(?-u:\b)"),
                (Some(other), _) => loose.extend(['\\', other]),
                (None, _) => loose.push('\\'),
            },
            (' ', false) => loose.push_str(r"(?:\s+)"),
            ('\'', false) => loose.push_str("['’‘]"),
            _ => loose.push(c),
        }
        match c {
            '[' => {
                in_class = true;
                if chars.as_str().starts_with('^') {
                    chars.next();
                    loose.push_str("^\\r\\n");
                }
            }
            ']' => in_class = false,
            _ => {}
        }
    }
    loose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_forgive_typography() {
        let cases = [
            ("don't miss", Reach::Line, "Don’t\u{A0}miss", true),
            ("don't miss", Reach::Line, "Don't miss it", false),
            ("more:", Reach::WholeStart, "MORE: a link", true),
            (
                "published <date>",
                Reach::Start,
                "Published 3 May 2025 by us",
                true,
            ),
            ("[a b]+", Reach::Line, "a\nb", false),
            (r"by \w+ [\w-]+", Reach::Line, "By José Ruiz-Šmit", true),
            (r"\bad\b", Reach::Inside, "The ad, they said.", true),
            (
                "sign up here\\.",
                Reach::Inside,
                "Words. Sign up\r\nhere. Words.",
                true,
            ),
            (
                "photo: [^.]+$",
                Reach::Inside,
                "A hall. Photo: Someone\r\nMore.",
                true,
            ),
            (
                "photo: [^.]+$",
                Reach::Inside,
                "Photo: it was. More.",
                false,
            ),
            (
                "sign up[^.]+\\.",
                Reach::Inside,
                "Sign up now\nThey met.",
                false,
            ),
        ];
        for (pattern, reach, text, expected) in cases {
            let fits = compile(&widen(pattern, false, reach)).map(|regex| regex.is_match(text));
            assert_eq!(fits, Ok(expected), "{pattern}: {text}");
        }
    }

    #[test]
    fn letter_case_counts_where_the_rule_says_so() {
        let regex = compile(&widen("MORE:", true, Reach::WholeStart));
        assert_eq!(
            regex.map(|regex| regex.is_match("More: sanctions")),
            Ok(false)
        );
    }
}
