//! From a piece of a file to the texts in it: decoded, and asked for what it says besides.

use std::sync::Arc;

use super::record::Record;
use super::split::Piece;
use super::texts::Texts;
use super::{Contents, Context, Limits, Note, NoteKind};

/// What stands in a file for one article, or for several that are not parted yet; not yet read.
///
/// Entries are cut out of a file one after the other. Each can then be read by itself, in any
/// order and by several threads.
#[derive(Debug)]
pub struct Entry {
    pub(super) place: Place,
    pub(super) piece: Piece,
}

/// Where an entry stands.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The path of the file.
    pub(super) path: Arc<str>,
    /// The id of the file.
    pub(super) id: Arc<str>,
    /// Which entry of the file it is, from 1.
    pub(super) number: usize,
    /// The line it begins on.
    pub(super) line: Option<usize>,
}

impl Entry {
    /// How many bytes it has in the file.
    #[must_use]
    pub fn size(&self) -> usize {
        self.piece.size()
    }

    /// The texts of the entry, with notes on what was guessed in them and what is wrong.
    #[must_use]
    pub fn records(self, limits: Limits) -> Vec<Result<Record, Note>> {
        Texts::read(self, limits)
    }

    /// The articles of the entry, and notes on it.
    #[must_use]
    pub fn contents(self, context: &Context<'_>) -> Contents {
        let mut contents = Contents::default();
        for record in self.records(context.limits) {
            match record {
                Ok(record) => contents.extend(record.contents(context)),
                Err(note) => contents.notes.push(note),
            }
        }
        contents
    }
}

impl Place {
    pub(super) fn note(&self, kind: NoteKind) -> Note {
        Note {
            path: self.path.to_string(),
            line: self.line,
            kind,
        }
    }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
