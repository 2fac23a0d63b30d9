//! The texts in an entry: decoded, or extracted from another format.

use std::borrow::Cow;
use std::sync::Arc;

use super::columns::Fields;
use super::decode::decode_page;
use super::docx::{self, Words};
use super::entry::{Entry, Place, file_name};
use super::html::{self, Page};
use super::http::{self, Sent};
use super::record::Record;
use super::split::{Piece, Response};
use super::{Decoded, Format, Limits, Metadata, Note, NoteKind};
use super::{dates, decode, feed, metadata};

/// Texts, and notes on what was guessed or lost.
pub(super) struct Texts {
    place: Place,
    found: Vec<Result<Record, Note>>,
}

impl Texts {
    /// Reads the texts in an entry.
    pub(super) fn read(entry: Entry, limits: Limits) -> Vec<Result<Record, Note>> {
        let number = entry.place.number;
        let mut texts = Self {
            place: entry.place,
            found: Vec::new(),
        };
        match entry.piece {
            Piece::File(format, bytes) => texts.file(format, &bytes, limits),
            Piece::Response(response) => texts.response(response, limits),
            Piece::Json(bytes, mapping) => {
                if let Some(text) = texts.decoded(decode(&bytes)) {
                    texts.fields(Fields::of_json(&text, &mapping), number, false);
                }
            }
            Piece::Row(row, columns) => {
                texts.fields(Ok(columns.read(&row.cells())), number, false);
            }
        }
        texts.found
    }

    fn file(&mut self, format: Format, bytes: &[u8], limits: Limits) {
        match format {
            Format::Text | Format::Markdown => self.text(bytes),
            Format::Html => self.page(bytes),
            Format::Docx => self.word_file(bytes, limits),
            Format::Feed => self.feed(bytes),
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
        let front_matter = metadata::front_matter(&text);
        if front_matter.is_none() && metadata::opens_front_matter(&text) {
            self.note(NoteKind::OpenFrontMatter);
        }
        let (said, start) = front_matter.unwrap_or_default();
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

    fn response(&mut self, response: Response, limits: Limits) {
        let bad = |reason: String| NoteKind::BadRecord(response.number, reason);
        let Some(Sent { page, charset }) = http::page(&response.bytes, limits.record) else {
            return self.note(bad("its page cannot be unpacked".to_owned()));
        };
        let decoded = decode_page(&page, charset.as_deref());
        if decoded.is_none() {
            return self.note(bad("its page is no text".to_owned()));
        }
        let Some(html) = self.decoded(decoded) else {
            return;
        };
        match html::read(&html) {
            Ok(Page { text, metadata }) => {
                let address = Some(response.address).filter(|address| !address.is_empty());
                self.push(address, response.number, &text, metadata, true);
            }
            Err(kind) => self.note(bad(kind.to_string())),
        }
    }

    fn feed(&mut self, bytes: &[u8]) {
        let Some(xml) = self.decoded(decode_page(bytes, None)) else {
            return;
        };
        for (number, item) in (1..).zip(feed::items(&xml)) {
            self.fields(item, number, true);
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

    fn fields(&mut self, fields: Result<Fields, NoteKind>, number: usize, is_extracted: bool) {
        match fields {
            Err(kind) => self.note(kind),
            Ok(Fields {
                id,
                text: Some(text),
                metadata,
            }) if !text.trim().is_empty() => {
                self.push(id, number, &text, metadata, is_extracted);
            }
            Ok(_) => self.note(NoteKind::NoText),
        }
    }

    /// Adds one of several texts in a file.
    fn push(
        &mut self,
        id: Option<String>,
        number: usize,
        text: &str,
        said: Metadata,
        is_extracted: bool,
    ) {
        let file = &self.place.id;
        self.found.push(Ok(Record {
            id: id.unwrap_or_else(|| format!("{file}#{number}")),
            text: Arc::from(text),
            start: 0,
            said,
            named: Metadata::default(),
            is_extracted,
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
