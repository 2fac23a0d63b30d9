//! What can be wrong with a rule folder, and where.

use std::collections::BTreeSet;
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
    /// The file is no TOML, for the reason that the parser gives.
    Toml(String),
    /// A string that its line does not end.
    OpenString,
    /// A list that another key or header follows before it ends.
    OpenList,
    /// A key with nothing after its `=`.
    NoValue,
    /// Curly quotes where TOML asks for straight ones.
    CurlyQuotes,
    /// Cells of a table, pasted with tabs between them.
    PastedTable,
    /// A key that its table does not know.
    UnknownKey(String),
    /// A key of the file's top that stands below the header of a table.
    MisplacedKey {
        /// The key.
        key: String,
        /// The table it stands in.
        table: String,
    },
    /// A key that is needed and not there.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The table that needs it; none for the file itself.
        table: Option<String>,
    },
    /// A value of the wrong type.
    WrongType {
        /// The key.
        key: String,
        /// What it must hold.
        wanted: &'static str,
        /// What it holds.
        found: &'static str,
    },
    /// A word that the key does not know.
    UnknownValue {
        /// The key.
        key: String,
        /// The word.
        value: String,
    },
    /// A file whose name says nothing to the rules.
    UnknownFile(String),
    /// A file that the others need.
    MissingFile(String),
    /// A phrase that cannot be read.
    Phrase(String, NotationError),
    /// An id that is not lower-case words joined by hyphens.
    BadId(String),
    /// A pattern that is no regular expression.
    BadPattern(String),
    /// An expectation that is not `holder side [if] [via X]`.
    BadExpectation(String),
    /// A sentence that has no `{}` where words are to stand, or has one and nothing to stand there.
    Slot(String),
    /// A date that no calendar has, or a time of day.
    BadDate(String),
    /// An id that is given twice.
    DuplicateId {
        /// The id.
        id: String,
        /// Where it is given first.
        first: String,
    },
    /// A position that no file has.
    UnknownPosition(String),
    /// A set that `sets.toml` does not have.
    UnknownSet(String),
    /// An office that `titles.toml` does not have.
    UnknownOffice(String),
    /// Neither a country nor an institution.
    UnknownBody(String),
    /// An actor that no file has.
    UnknownActor(String),
    /// A side that no actor is on.
    UnknownSide(String),
    /// A role that ends before it begins.
    EndsBeforeItBegins {
        /// First day.
        from: String,
        /// Last day.
        to: String,
    },
    /// Two people in an office that has one holder at a time.
    TwoHolders {
        /// The office.
        office: String,
        /// The country or body.
        of: String,
        /// The other holder.
        other: String,
        /// A day on which both hold it.
        day: String,
    },
    /// A full name that another actor has as well.
    SharedName {
        /// The name.
        name: String,
        /// The other actor.
        other: String,
    },
    /// Sets that contain each other, in a circle.
    SetCircle(Vec<String>),
    /// A column heading that is too long.
    LongShort(String),
}

impl FaultKind {
    /// Whether it keeps the line from being TOML.
    fn is_syntax(&self) -> bool {
        matches!(
            self,
            Self::Toml(_)
                | Self::OpenString
                | Self::OpenList
                | Self::NoValue
                | Self::CurlyQuotes
                | Self::PastedTable
        )
    }
}

/// The longest column heading, in characters.
pub(crate) const LONGEST_SHORT: usize = 10;

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Toml(message) => write!(f, "not TOML: {}", message.replace('\n', ", ")),
            Self::OpenString => f.write_str("string has no closing quotation mark"),
            Self::OpenList => f.write_str("list has no closing `]`"),
            Self::NoValue => f.write_str("nothing stands after `=`"),
            Self::CurlyQuotes => f.write_str("curly quotes where TOML has straight ones"),
            Self::PastedTable => {
                f.write_str("words with tabs between them, as pasted from a table")
            }
            Self::UnknownKey(key) => write!(f, "unknown key `{key}`"),
            Self::MisplacedKey { key, table } => {
                write!(f, "key `{key}` stands inside `[[{table}]]`")
            }
            Self::MissingKey {
                key,
                table: Some(table),
            } => write!(f, "`{table}` has no `{key}`"),
            Self::MissingKey { key, table: None } => write!(f, "the file has no `{key}`"),
            Self::WrongType { key, wanted, found } => {
                write!(f, "`{key}` holds {found}, not {wanted}")
            }
            Self::UnknownValue { key, value } => write!(f, "`{key}` cannot be `{value}`"),
            Self::UnknownFile(name) => write!(f, "`{name}` is no file that rules have"),
            Self::MissingFile(name) => write!(f, "there is no `{name}`"),
            Self::Phrase(_, NotationError::Empty) => write!(f, "{}", NotationError::Empty),
            Self::Phrase(phrase, error) => write!(f, "phrase `{phrase}`: {error}"),
            Self::BadId(id) => write!(f, "id `{id}` is not lower-case words joined by hyphens"),
            Self::BadPattern(pattern) => write!(f, "pattern `{pattern}` is no regular expression"),
            Self::BadExpectation(text) => {
                write!(f, "expectation `{text}` names no holder and side")
            }
            Self::Slot(text) if text.contains('{') => {
                write!(f, "`{text}` has a place to fill, and no `fill`")
            }
            Self::Slot(text) => write!(f, "`{text}` has no `{{}}` where the words are to stand"),
            Self::BadDate(date) => write!(f, "`{date}` is not a day"),
            Self::DuplicateId { id, first } => write!(f, "id `{id}` is taken, at {first}"),
            Self::UnknownPosition(id) => write!(f, "unknown position `{id}`"),
            Self::UnknownSet(name) => write!(f, "unknown set `{name}`"),
            Self::UnknownOffice(id) => write!(f, "unknown office `{id}`"),
            Self::UnknownBody(id) => write!(f, "`{id}` is neither a country nor an institution"),
            Self::UnknownActor(id) => write!(f, "unknown actor `{id}`"),
            Self::UnknownSide(side) => write!(f, "no actor is on side `{side}`"),
            Self::EndsBeforeItBegins { from, to } => {
                write!(f, "role ends on `{to}`, before it begins on `{from}`")
            }
            Self::TwoHolders {
                office,
                of,
                other,
                day,
            } => {
                write!(
                    f,
                    "`{office}` of `{of}` is held by `{other}` as well on `{day}`"
                )
            }
            Self::SharedName { name, other } => {
                write!(f, "name `{name}` is a name of `{other}` as well")
            }
            Self::SetCircle(sets) => write!(f, "sets contain each other: `{}`", sets.join("` > `")),
            Self::LongShort(short) => {
                let length = short.chars().count();
                write!(
                    f,
                    "heading `{short}` has {length} characters, more than {LONGEST_SHORT}"
                )
            }
        }
    }
}

/// The hint that names the nearest of the known words, if one is near.
pub(crate) fn did_you_mean<'k>(
    written: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<String> {
    const NEAR: f64 = 0.6;
    let near = |word: &'k str| (strsim::normalized_damerau_levenshtein(written, word), word);
    let best = known
        .into_iter()
        .map(near)
        .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)));
    best.filter(|(similarity, _)| *similarity >= NEAR)
        .map(|(_, word)| format!("did you mean `{word}`?"))
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
    /// Names of files that are needed and not there.
    missing: Vec<String>,
}

impl<'a> Faults<'a> {
    pub(crate) fn new(sources: &'a [&'a Source]) -> Self {
        Self {
            sources,
            found: Vec::new(),
            missing: Vec::new(),
        }
    }

    pub(crate) fn push(&mut self, at: At, kind: FaultKind) {
        self.found.push((at, kind, None));
    }

    pub(crate) fn push_with(&mut self, at: At, kind: FaultKind, hint: impl Into<Option<String>>) {
        self.found.push((at, kind, hint.into()));
    }

    /// Reports a file that the others need.
    pub(crate) fn missing(&mut self, name: &str) {
        self.missing.push(name.to_owned());
    }

    pub(crate) fn text(&self, source: usize) -> &'a str {
        self.sources
            .get(source)
            .map_or("", |source| source.text.as_str())
    }

    /// `file:line` of a place.
    pub(crate) fn place(&self, at: &At) -> String {
        let source = self.sources[at.source];
        let before = source.text.get(..at.bytes.start).unwrap_or_default();
        format!("{}:{}", source.path, before.matches('\n').count() + 1)
    }

    /// Leaves out what is only wrong because its line, or the one before, is no TOML.
    fn drop_consequences(&mut self) {
        let sources = self.sources;
        let line = |at: &At| {
            let before = sources[at.source]
                .text
                .get(..at.bytes.start)
                .unwrap_or_default();
            (at.source, before.matches('\n').count())
        };
        let broken: BTreeSet<(usize, usize)> = self
            .found
            .iter()
            .filter(|(_, kind, _)| kind.is_syntax())
            .map(|(at, ..)| line(at))
            .collect();
        if !broken.is_empty() {
            self.found
                .retain(|(at, kind, _)| kind.is_syntax() || !broken.contains(&line(at)));
        }
    }

    /// The faults, in the order of files and of places in them.
    pub(crate) fn finish(mut self) -> Vec<Fault> {
        self.drop_consequences();
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
        let missing = self.missing.into_iter().map(|name| Fault {
            file: name.clone(),
            span: None,
            line: 1,
            column: 1,
            kind: FaultKind::MissingFile(name),
            hint: None,
        });
        self.found.into_iter().map(place).chain(missing).collect()
    }
}
