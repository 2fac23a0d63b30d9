//! What can be wrong with a file of `rules/outlets/`.

use std::fmt;
use std::ops::Range;

use crate::span::Span;

/// A fault of a file of `rules/outlets/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutletError {
    /// The name of the file.
    pub path: String,
    /// Where in its text.
    pub span: Span,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub kind: OutletErrorKind,
}

/// What is wrong with a file of `rules/outlets/`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum OutletErrorKind {
    /// It is no TOML, or not of the form that the README describes.
    Toml(String),
    /// A pattern is no regular expression: the pattern and the reason.
    Pattern(String, String),
    /// A pattern repeats too much.
    TooLarge(String),
    /// A pattern fits the empty text.
    Empty(String),
    /// A group has a name that means nothing here.
    Group(String),
    /// A rule without patterns.
    NoPatterns(String),
    /// Two rules have one id.
    DuplicateId(String),
}

impl OutletError {
    pub(super) fn new(path: &str, text: &str, range: Range<usize>, kind: OutletErrorKind) -> Self {
        let before = text.get(..range.start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self {
            path: path.to_owned(),
            span: Span::new(range.start, range.end.max(range.start)),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            kind,
        }
    }
}

impl std::error::Error for OutletError {}

impl fmt::Display for OutletError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.path, self.line, self.column, self.kind
        )
    }
}

impl fmt::Display for OutletErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(message) => f.write_str(message),
            Self::Pattern(pattern, reason) => write!(f, "pattern `{pattern}`: {reason}"),
            Self::TooLarge(pattern) => write!(f, "pattern `{pattern}` is too large"),
            Self::Empty(pattern) => write!(f, "pattern `{pattern}` fits no words at all"),
            Self::Group(name) => {
                write!(
                    f,
                    "group `{name}` is none of `title`, `outlet`, `date`, `author`"
                )
            }
            Self::NoPatterns(id) => write!(f, "rule `{id}` has no patterns"),
            Self::DuplicateId(id) => write!(f, "second rule with id `{id}`"),
        }
    }
}
