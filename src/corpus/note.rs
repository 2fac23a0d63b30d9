//! What a reader should know about how the input was read: guesses, losses, things left out.

use std::fmt;
use std::io;

use super::format::Format;
use super::unpack::TooDense;

/// A remark on one file or record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The path or name of the file.
    pub path: String,
    /// The line of the file, from 1, where the remark is about one.
    pub line: Option<usize>,
    /// What is remarked.
    pub kind: NoteKind,
}

/// What was left unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// One record of several.
    Record,
    /// A file, or the rest of it.
    File,
}

impl Note {
    /// What the note says was left unread, if anything.
    #[must_use]
    pub fn loss(&self) -> Option<Loss> {
        let ends_file = matches!(
            self.kind,
            NoteKind::Damaged(_) | NoteKind::TooDense(_) | NoteKind::NoTextColumn { .. }
        );
        let is_record = matches!(self.kind, NoteKind::BadRecord(..)) || self.line.is_some();
        let loss = if is_record && !ends_file {
            Loss::Record
        } else {
            Loss::File
        };
        self.kind.is_loss().then_some(loss)
    }
}

/// What a note says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoteKind {
    /// The file is not UTF-8; this encoding was read from its first bytes or guessed.
    Decoded {
        /// The name of the encoding.
        encoding: &'static str,
        /// Whether it was guessed from the bytes.
        guessed: bool,
    },
    /// Bytes that are no text in the file's encoding, each run shown as U+FFFD.
    Broken {
        /// How many runs.
        runs: usize,
    },
    /// The file has no bytes.
    Empty,
    /// The file has white space only.
    Blank,
    /// The file is of a format that is not read.
    Skipped(Format),
    /// The file or record is larger than this, in bytes.
    TooLarge(usize),
    /// The file unpacks to more than this many times its size; what came before is read.
    TooDense(u64),
    /// A page with elements nested deeper than this.
    TooDeep(usize),
    /// The file cannot be read or unpacked on from here.
    Damaged(String),
    /// A record of a web archive, by its number, that cannot be read.
    BadRecord(usize, String),
    /// That many records of a web archive hold no page.
    Others(usize),
    /// A JSON value or a line of it does not parse.
    BadJson(String),
    /// No column of a table holds the articles' text.
    NoTextColumn {
        /// What it could be called.
        sought: Vec<String>,
        /// The columns there are.
        columns: Vec<String>,
    },
    /// Columns that were asked for and are not in a table.
    NoColumn(Vec<String>),
    /// A record without text.
    NoText,
    /// Front matter that does not end, and was read as text.
    OpenFrontMatter,
    /// Nothing but page furniture.
    OnlyFurniture,
    /// A date that cannot be read; the article has none.
    UnreadDate(String),
    /// Paragraphs seem to be lost: a line of that many characters.
    LongLine(usize),
    /// The article is a copy of the one with this id.
    CopyOf(String),
    /// Two articles have one id; the later one was numbered.
    SameId(String),
}

impl NoteKind {
    pub(super) fn of_io(error: &io::Error) -> Self {
        let inner = error
            .get_ref()
            .and_then(|inner| inner.downcast_ref::<TooDense>());
        match inner {
            Some(TooDense(times)) => Self::TooDense(*times),
            None => Self::Damaged(error.to_string()),
        }
    }

    /// Whether part of the input was left unread.
    fn is_loss(&self) -> bool {
        match self {
            Self::Skipped(_)
            | Self::TooLarge(_)
            | Self::TooDense(_)
            | Self::TooDeep(_)
            | Self::Damaged(_)
            | Self::BadRecord(..)
            | Self::BadJson(_)
            | Self::NoTextColumn { .. } => true,
            Self::Decoded { .. }
            | Self::Broken { .. }
            | Self::Empty
            | Self::Blank
            | Self::Others(_)
            | Self::NoColumn(_)
            | Self::NoText
            | Self::OpenFrontMatter
            | Self::OnlyFurniture
            | Self::UnreadDate(_)
            | Self::LongLine(_)
            | Self::CopyOf(_)
            | Self::SameId(_) => false,
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.path, self.kind),
            None => write!(f, "{}: {}", self.path, self.kind),
        }
    }
}

impl fmt::Display for NoteKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decoded {
                encoding,
                guessed: true,
            } => {
                write!(f, "not UTF-8, read as {encoding} (a guess)")
            }
            Self::Decoded {
                encoding,
                guessed: false,
            } => write!(f, "read as {encoding}"),
            Self::Broken { runs: 1 } => f.write_str("1 broken character, shown as U+FFFD"),
            Self::Broken { runs } => write!(f, "{runs} broken characters, shown as U+FFFD"),
            Self::Empty => f.write_str("empty file"),
            Self::Blank => f.write_str("nothing but white space"),
            Self::Skipped(format) => match format.advice() {
                Some(advice) => write!(f, "skipped: {format}; {advice}"),
                None => write!(f, "skipped: {format}"),
            },
            Self::TooLarge(limit) => write!(
                f,
                "larger than {}, skipped; `--max-record SIZE` reads larger ones",
                Size(*limit)
            ),
            Self::TooDense(times) => write!(
                f,
                "unpacks to more than {times} times its size, the rest is not read; unpack it first \
                 if it is what it should be"
            ),
            Self::TooDeep(depth) => {
                write!(f, "elements nested more than {depth} deep, skipped")
            }
            Self::Damaged(reason) => write!(
                f,
                "damaged, the rest is not read: {reason}; another copy of the file may be whole"
            ),
            Self::BadRecord(number, reason) => write!(f, "record {number} skipped: {reason}"),
            Self::Others(1) => f.write_str("1 record that is no page left out"),
            Self::Others(records) => write!(f, "{records} records that are no pages left out"),
            Self::BadJson(reason) => write!(f, "record skipped, no JSON: {reason}"),
            Self::NoTextColumn { sought, columns } => write!(
                f,
                "no column {} among `{}`; `--map text=NAME` says which it is",
                any_of(sought),
                columns.join("`, `")
            ),
            Self::NoColumn(names) => write!(f, "no column {}", any_of(names)),
            Self::NoText => f.write_str("record without text"),
            Self::OpenFrontMatter => f.write_str(
                "front matter does not end and is read as text; a line like its first would end it",
            ),
            Self::OnlyFurniture => f.write_str("nothing but page furniture"),
            Self::UnreadDate(date) => {
                write!(f, "date `{date}` cannot be read; the article has none")
            }
            Self::LongLine(characters) => write!(
                f,
                "one line of {characters} characters: paragraphs seem to be lost"
            ),
            Self::CopyOf(id) => write!(f, "copy of `{id}`"),
            Self::SameId(id) => write!(f, "second article with id `{id}`"),
        }
    }
}

/// Names in backticks, `or` before the last.
fn any_of(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [first @ .., last] => format!("`{}` or `{last}`", first.join("`, `")),
    }
}

/// A number of bytes, in the largest unit that needs no fraction.
struct Size(usize);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            bytes if bytes > 0 && bytes % (1 << 20) == 0 => write!(f, "{} MiB", bytes >> 20),
            bytes if bytes > 0 && bytes % (1 << 10) == 0 => write!(f, "{} KiB", bytes >> 10),
            bytes => write!(f, "{bytes} bytes"),
        }
    }
}
