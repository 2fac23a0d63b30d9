//! From a piece of a file to the texts in it: decoded, and asked for what it says besides.

use std::borrow::Cow;
use std::sync::Arc;

use super::columns::Fields;
use super::decode::decode_page;
use super::docx::Words;
use super::html::{self, Page};
use super::record::Record;
use super::split::Piece;
use super::{Contents, Context, Decoded, Format, Limits, Metadata, Note, NoteKind, decode, docx};
use super::{dates, metadata};

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
    /// The texts of the entry, with notes on what was guessed in them and what is wrong.
    #[must_use]
    pub fn records(self, limits: Limits) -> Vec<Result<Record, Note>> {
        let mut reading = Reading {
            place: self.place,
            found: Vec::new(),
        };
        match self.piece {
            Piece::File(format, bytes) => reading.file(format, &bytes, limits),
            Piece::Json(bytes) => {
                if let Some(text) = reading.decoded(decode(&bytes)) {
                    reading.fields(Fields::of_json(&text));
                }
            }
            Piece::Row(row, columns) => reading.fields(Ok(columns.read(&row.cells()))),
        }
        reading.found
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

struct Reading {
    place: Place,
    found: Vec<Result<Record, Note>>,
}

impl Reading {
    fn file(&mut self, format: Format, bytes: &[u8], limits: Limits) {
        match format {
            Format::Text | Format::Markdown => self.text(bytes),
            Format::Html => self.page(bytes),
            Format::Docx => self.word_file(bytes, limits),
            Format::JsonLines
            | Format::Json
            | Format::Csv
            | Format::Tsv
            | Format::Pdf
            | Format::Zip
            | Format::OldOffice
            | Format::Rtf
            | Format::Xml
            | Format::Warc
            | Format::Gzip
            | Format::Zstd
            | Format::Compressed
            | Format::Image
            | Format::Binary => self.note(NoteKind::Skipped(format)),
        }
    }

    fn text(&mut self, bytes: &[u8]) {
        let Some(text) = self.decoded(decode(bytes)) else {
            return;
        };
        if text.trim().is_empty() {
            return self.note(NoteKind::Blank);
        }
        let (said, start) = metadata::front_matter(&text).unwrap_or_default();
        self.push_file(&text, start, said, false);
    }

    fn page(&mut self, bytes: &[u8]) {
        let Some(html) = self.decoded(decode_page(bytes, None)) else {
            return;
        };
        match html::read(&html) {
            Ok(Page { text, metadata }) => self.push_file(&text, 0, metadata, true),
            Err(kind) => self.note(kind),
        }
    }

    fn word_file(&mut self, bytes: &[u8], limits: Limits) {
        let Words { text, fault } = docx::read(bytes, limits.record);
        if let Some(kind) = fault {
            self.note(kind);
        } else if text.trim().is_empty() {
            self.note(NoteKind::Blank);
        }
        if !text.trim().is_empty() {
            self.push_file(&text, 0, Metadata::default(), true);
        }
    }

    fn push_file(&mut self, text: &str, start: usize, said: Metadata, is_extracted: bool) {
        let date = dates::in_name(file_name(&self.place.path));
        self.found.push(Ok(Record {
            id: self.place.id.to_string(),
            text: Arc::from(text),
            start,
            said,
            named: Metadata {
                date,
                ..Metadata::default()
            },
            is_extracted,
            place: self.place.clone(),
        }));
    }

    fn fields(&mut self, fields: Result<Fields, NoteKind>) {
        let Fields { id, text, metadata } = match fields {
            Ok(fields) => fields,
            Err(kind) => return self.note(kind),
        };
        let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
            return self.note(NoteKind::NoText);
        };
        let Place {
            id: file, number, ..
        } = &self.place;
        self.found.push(Ok(Record {
            id: id.unwrap_or_else(|| format!("{file}#{number}")),
            text: Arc::from(text),
            start: 0,
            said: metadata,
            named: Metadata::default(),
            is_extracted: false,
            place: self.place.clone(),
        }));
    }

    /// The decoded text, with notes on how it was decoded.
    fn decoded<'a>(&mut self, decoded: Option<Decoded<'a>>) -> Option<Cow<'a, str>> {
        let Some(Decoded {
            text,
            encoding,
            guessed,
            broken,
        }) = decoded
        else {
            self.note(NoteKind::Skipped(Format::Binary));
            return None;
        };
        if encoding != "UTF-8" {
            self.note(NoteKind::Decoded { encoding, guessed });
        }
        if broken > 0 {
            self.note(NoteKind::Broken { runs: broken });
        }
        Some(text)
    }

    fn note(&mut self, kind: NoteKind) {
        self.found.push(Err(self.place.note(kind)));
    }
}

pub(super) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
