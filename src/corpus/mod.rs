//! From bytes and a name to articles.
//!
//! In: the bytes of a file, its path and id, and the rules for pages. Out: [`Contents`], the
//! articles in it and notes on what was guessed or left out. Files are opened by others; what the
//! articles say is left to the stages after this one.

mod blocks;
mod dates;
mod decode;
mod format;
mod furniture;
mod headline;
mod language;
mod lines;
mod metadata;
mod names;
mod note;
mod outlets;
mod paragraphs;
mod parts;
mod read;
mod records;

pub use dates::first_in as parse_date;
pub use decode::{Decoded, decode};
pub use format::Format;
pub use furniture::{Furniture, find as find_furniture};
pub use metadata::{Index, Metadata};
pub use names::ids;
pub use note::{Note, NoteKind};
pub use outlets::{OutletError, OutletErrorKind, Outlets};
pub use read::read;

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
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The articles, in order.
    pub articles: Vec<Article>,
    /// What was guessed, skipped or lost.
    pub notes: Vec<Note>,
}
