//! From bytes and a name to articles.
//!
//! In: the bytes of a file, its path and id, and the rules for pages. Out: its articles, and notes
//! on what was guessed or left out. Files are opened by others; what the articles say is left to
//! the stages after this one.
//!
//! The way has three steps, each of which can be taken by itself: [`open`] cuts a file into
//! entries, one by one and in bounded memory; [`Entry::records`] reads the texts in an entry;
//! [`Record::contents`] parts a text into articles and lays them out. The last two are where the
//! time goes, and entries can be read by several threads; [`Ids::settle`] then sees the articles in
//! order. [`articles`] takes all steps at once.

mod blocks;
mod columns;
mod copies;
mod dates;
mod decode;
mod docx;
mod entry;
mod feed;
mod format;
mod furniture;
mod headline;
#[cfg(feature = "html")]
mod html;
#[cfg(not(feature = "html"))]
#[path = "html_unread.rs"]
mod html;
mod http;
mod ids;
mod language;
mod lines;
mod mapping;
mod metadata;
mod names;
mod note;
mod opinion;
mod outlets;
mod paragraphs;
mod parts;
mod read;
mod record;
mod split;
mod texts;
mod unpack;

pub use copies::{Originals, Signature};
pub use dates::first_in as parse_date;
pub use decode::{Decoded, decode};
pub use entry::Entry;
pub use format::Format;
pub use furniture::{Furniture, find as find_furniture};
pub use ids::Ids;
pub use language::{find as language, foreign, name as language_name};
pub use mapping::{Mapping, MappingError};
pub use metadata::{Index, Metadata};
pub use names::ids;
pub use note::{Loss, Note, NoteKind};
pub use outlets::{OutletError, OutletErrorKind, Outlets};
pub use read::{Entries, articles, open, read};
pub use record::Record;

use crate::article::Article;

/// A file to read articles from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Its path or name, as it is shown.
    pub path: &'a str,
    /// The id of the article in it, from [`ids`].
    pub id: &'a str,
    /// All of its bytes.
    pub bytes: &'a [u8],
}

/// What files are read with.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The rules for pages.
    pub outlets: &'a Outlets,
    /// The `index.jsonl` beside the file.
    pub index: Option<&'a Index>,
    /// A list of dates that goes before all else.
    pub dates: Option<&'a Index>,
    /// The format, where it is not to be found out.
    pub format: Option<Format>,
    /// What columns and keys hold, where their names are not to be guessed.
    pub mapping: Option<&'a Mapping>,
    /// How much is read.
    pub limits: Limits,
}

impl<'a> Context<'a> {
    /// Rules for pages, and nothing else known.
    #[must_use]
    pub fn new(outlets: &'a Outlets) -> Self {
        Self {
            outlets,
            index: None,
            dates: None,
            format: None,
            mapping: None,
            limits: Limits::default(),
        }
    }
}

/// How much of a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The largest record, and the largest file that is no row of records, in bytes; a larger one
    /// is skipped.
    pub record: usize,
    /// To how many times its size a packed file may unpack, beyond the size of one record.
    pub unpacking: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            record: 16 << 20,
            unpacking: 200,
        }
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The articles, in order.
    pub articles: Vec<Article>,
    /// What was guessed, skipped or lost.
    pub notes: Vec<Note>,
}

impl Contents {
    /// What an entry holds, or why it could not be read.
    #[must_use]
    pub fn of(entry: Result<Entry, Note>, context: &Context<'_>) -> Self {
        match entry {
            Ok(entry) => entry.contents(context),
            Err(note) => Self {
                articles: Vec::new(),
                notes: vec![note],
            },
        }
    }

    fn extend(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.notes.extend(other.notes);
    }
}
