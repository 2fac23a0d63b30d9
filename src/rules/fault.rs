//! What can be wrong with a rule folder, and where.

use std::fmt;
use std::ops::Range;

use super::source::Source;
use crate::phrase::NotationError;
use crate::span::Span;

/// Something wrong in a rule file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as messages show it.
    pub file: String,
    /// Where in the file; nothing where the file as a whole is at fault.
    pub span: Option<Span>,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: FaultKind,
    /// What may mend it.
    pub hint: Option<String>,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.kind
        )
    }
}

impl std::error::Error for Fault {}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The file is no TOML.
    Toml(String),
    /// A phrase that cannot be read.
    Phrase(String, NotationError),
    /// An id that is not lower-case words joined by hyphens.
    BadId(String),
    /// A pattern that is no regular expression.
    BadPattern(String),
    /// An expectation that is not `holder side [if] [via X]`.
    BadExpectation(String),
    /// A date that no calendar has, or a time of day.
    BadDate(String),
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(message) => write!(f, "not TOML: {message}"),
            Self::Phrase(phrase, error) => write!(f, "phrase `{phrase}`: {error}"),
            Self::BadId(id) => write!(f, "id `{id}` is not lower-case words joined by hyphens"),
            Self::BadPattern(pattern) => write!(f, "pattern `{pattern}` is no regular expression"),
            Self::BadExpectation(text) => {
                write!(f, "expectation `{text}` names no holder and side")
            }
            Self::BadDate(date) => write!(f, "`{date}` is not a day"),
        }
    }
}

/// Where something stands: the number of a source, and bytes of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct At {
    pub(crate) source: usize,
    pub(crate) bytes: Range<usize>,
}

impl At {
    pub(crate) fn new(source: usize, bytes: Range<usize>) -> Self {
        Self { source, bytes }
    }
}

/// Collects faults over all sources.
pub(crate) struct Faults<'a> {
    sources: &'a [&'a Source],
    found: Vec<(At, FaultKind, Option<String>)>,
}

impl<'a> Faults<'a> {
    pub(crate) fn new(sources: &'a [&'a Source]) -> Self {
        Self {
            sources,
            found: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, at: At, kind: FaultKind) {
        self.found.push((at, kind, None));
    }

    pub(crate) fn push_with(&mut self, at: At, kind: FaultKind, hint: impl Into<Option<String>>) {
        self.found.push((at, kind, hint.into()));
    }

    pub(crate) fn text(&self, source: usize) -> &'a str {
        self.sources
            .get(source)
            .map_or("", |source| source.text.as_str())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The faults, in the order of files and of places in them.
    pub(crate) fn finish(mut self) -> Vec<Fault> {
        self.found
            .sort_by_key(|(at, ..)| (at.source, at.bytes.start, at.bytes.end));
        self.found.dedup();
        let sources = self.sources;
        let place = |(at, kind, hint): (At, FaultKind, Option<String>)| {
            let source = sources[at.source];
            let before = source.text.get(..at.bytes.start).unwrap_or(&source.text);
            let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
            Fault {
                file: source.path.clone(),
                span: Some(Span::new(at.bytes.start, at.bytes.end)),
                line: before.bytes().filter(|&byte| byte == b'\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
                kind,
                hint,
            }
        };
        self.found.into_iter().map(place).collect()
    }
}
