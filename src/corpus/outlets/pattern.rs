//! Patterns of `rules/outlets/` as regular expressions.
//!
//! A space stands for any white space, `'` for any apostrophe, `<date>` for any date that the
//! program reads; letter case does not matter unless the rule says so. Digits, words and their
//! edges (`\d`, `\w`, `\b`) are those of Latin script, which keeps the automata small. A class of
//! what shall *not* stand somewhere (`[^.]`) stays inside the line.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};
use regex_syntax::hir::{Hir, HirKind};

use super::OutletErrorKind;
use super::needs::Needs;
use crate::corpus::dates;

/// The most memory that a compiled pattern may take, in bytes.
const SIZE_LIMIT: usize = 64 << 20;
/// The most letters and classes of a pattern, each counted as often as it is repeated.
const LENGTH: usize = 20_000;

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

/// A pattern that is good, compiled when a text first needs it: few texts need any.
#[derive(Clone, Debug)]
pub(in super::super) struct LateRegex {
    wide: String,
    needs: Needs,
    regex: OnceLock<Option<Regex>>,
}

impl LateRegex {
    /// Reads a pattern.
    pub(super) fn parse(
        pattern: &str,
        exact_case: bool,
        reach: Reach,
    ) -> Result<Self, OutletErrorKind> {
        let loose = loosen(pattern);
        // Letter case changes nothing that is looked at here, and folding it takes long.
        let hir = regex_syntax::parse(&widen(&loose, "", reach)).map_err(|error| {
            let message = error.to_string();
            let reason = message.lines().last().unwrap_or_default();
            let reason = reason.trim_start_matches("error: ").to_owned();
            OutletErrorKind::Pattern(pattern.to_owned(), reason)
        })?;
        check_groups(&hir)?;
        if hir.properties().minimum_len() == Some(0) {
            return Err(OutletErrorKind::Empty(pattern.to_owned()));
        }
        if length(&hir) > LENGTH {
            return Err(OutletErrorKind::TooLarge(pattern.to_owned()));
        }
        Ok(Self {
            wide: widen(&loose, if exact_case { "" } else { "i" }, reach),
            needs: Needs::of(&hir),
            regex: OnceLock::new(),
        })
    }

    /// The regular expression.
    pub(in super::super) fn get(&self) -> Option<&Regex> {
        let compile = || {
            RegexBuilder::new(&self.wide)
                .size_limit(SIZE_LIMIT)
                .build()
                .ok()
        };
        self.regex.get_or_init(compile).as_ref()
    }

    /// Whether the pattern fits the start of a text, or all of it.
    pub(in super::super) fn fits(&self, text: &str) -> bool {
        let first = text.as_bytes().first();
        first.is_some_and(|first| self.can_start_with(*first))
            && self.get().is_some_and(|regex| regex.is_match(text))
    }

    /// Letters of which one stands in all that the pattern fits; none where that is not known.
    pub(super) fn letters(&self) -> impl Iterator<Item = &str> {
        self.needs.letters.iter().map(String::as_str)
    }

    /// Whether what the pattern fits can start with that byte.
    pub(super) fn can_start_with(&self, byte: u8) -> bool {
        self.needs.first.has(byte)
    }

    /// How much the pattern asks for: the more, the fewer lines it fits.
    pub(super) fn demand(&self) -> usize {
        let starts = (0..=u8::MAX)
            .filter(|byte| self.can_start_with(*byte))
            .count();
        256 - starts
            + if self.needs.letters.is_empty() {
                0
            } else {
                256
            }
    }
}

/// The regular expression that covers as much as `reach` says.
fn widen(loose: &str, case: &str, reach: Reach) -> String {
    match reach {
        Reach::Line => format!("(?{case}u)^(?:{loose})$"),
        Reach::Start => format!("(?{case}u)^(?:{loose})"),
        Reach::WholeStart => format!("(?{case}us)^(?:{loose}).*$"),
        Reach::Inside => format!("(?{case}umR)(?:{loose})"),
    }
}

/// Groups have names that mean something here.
fn check_groups(pattern: &Hir) -> Result<(), OutletErrorKind> {
    const GROUPS: [&str; 4] = ["title", "outlet", "date", "author"];
    if let HirKind::Capture(capture) = pattern.kind()
        && let Some(name) = capture
            .name
            .as_deref()
            .filter(|name| !GROUPS.contains(name))
    {
        return Err(OutletErrorKind::Group(name.to_owned()));
    }
    pattern.kind().subs().iter().try_for_each(check_groups)
}

fn length(pattern: &Hir) -> usize {
    let subs = pattern
        .kind()
        .subs()
        .iter()
        .map(length)
        .fold(0, usize::saturating_add);
    match pattern.kind() {
        HirKind::Repetition(repetition) => {
            let times = repetition.max.unwrap_or(repetition.min).max(1);
            subs.saturating_mul(usize::try_from(times).unwrap_or(usize::MAX))
        }
        HirKind::Literal(literal) => literal.0.len(),
        HirKind::Class(_) => 1,
        HirKind::Empty
        | HirKind::Look(_)
        | HirKind::Capture(_)
        | HirKind::Concat(_)
        | HirKind::Alternation(_) => subs,
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
            let regex = LateRegex::parse(pattern, false, reach);
            let fits = regex.map(|regex| regex.get().is_some_and(|regex| regex.is_match(text)));
            assert_eq!(fits, Ok(expected), "{pattern}: {text}");
        }
    }

    #[test]
    fn letter_case_counts_where_the_rule_says_so() {
        let regex = LateRegex::parse("MORE:", true, Reach::WholeStart);
        assert_eq!(regex.map(|regex| regex.fits("More: sanctions")), Ok(false));
    }

    #[test]
    fn a_pattern_that_is_too_large_is_a_fault() {
        let large = LateRegex::parse(r"(\w{100} ){1000}", false, Reach::Line);
        let fault = large.map(drop).map_err(|kind| kind.to_string());
        assert_eq!(
            fault,
            Err("pattern `(\\w{100} ){1000}` is too large".to_owned())
        );
    }
}
