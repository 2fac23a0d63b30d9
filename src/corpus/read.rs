//! One file, from its bytes to its articles: decoded, parted, laid out.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::records::{self, Record};
use super::{Contents, Context, Decoded, Format, Index, Metadata, Note, NoteKind, Source, decode};
use super::{blocks, dates, furniture, language, metadata, names, parts};
use crate::article::{Article, Block};

/// A line longer than this, in bytes, has lost its paragraphs.
const LONG_LINE: usize = 20_000;

/// Reads the articles in a file.
#[must_use]
pub fn read(source: &Source<'_>, context: &Context<'_>) -> Contents {
    let mut reading = Reading {
        source: *source,
        context: *context,
        contents: Contents::default(),
    };
    reading.file();
    reading.contents
}

struct Reading<'a> {
    source: Source<'a>,
    context: Context<'a>,
    contents: Contents,
}

impl Reading<'_> {
    fn file(&mut self) {
        let bytes = self.source.bytes;
        if bytes.is_empty() {
            return self.note(None, NoteKind::Empty);
        }
        if let Some(format) = Format::of_bytes(bytes) {
            return self.note(None, NoteKind::Skipped(format));
        }
        let Some(Decoded {
            text,
            encoding,
            guessed,
            broken,
        }) = decode(bytes)
        else {
            return self.note(None, NoteKind::Skipped(Format::Binary));
        };
        if encoding != "UTF-8" {
            self.note(None, NoteKind::Decoded { encoding, guessed });
        }
        if broken > 0 {
            self.note(None, NoteKind::Broken { runs: broken });
        }
        if text.trim().is_empty() {
            return self.note(None, NoteKind::Blank);
        }
        match self
            .context
            .format
            .unwrap_or_else(|| Format::of_text(self.source.path, &text))
        {
            Format::Text | Format::Markdown => self.text(&Arc::from(&*text)),
            Format::JsonLines => self.records(records::json_lines(&text)),
            Format::Json => self.records(records::json(&text)),
            Format::Csv => self.records(records::table(&text, false)),
            Format::Tsv => self.records(records::table(&text, true)),
            format @ (Format::Pdf
            | Format::Zip
            | Format::OldOffice
            | Format::Rtf
            | Format::Html
            | Format::Xml
            | Format::Warc
            | Format::Compressed
            | Format::Image
            | Format::Binary) => self.note(None, NoteKind::Skipped(format)),
        }
    }

    fn text(&mut self, text: &Arc<str>) {
        let (front, start) = metadata::front_matter(text).unwrap_or_default();
        let id = self.source.id.to_owned();
        let named = Metadata {
            date: dates::in_name(file_name(self.source.path)),
            ..Metadata::default()
        };
        self.articles(&Found {
            id: &id,
            text,
            start,
            said: front,
            named,
            line: None,
        });
    }

    fn records(&mut self, records: impl IntoIterator<Item = records::Read>) {
        let mut ids = BTreeSet::new();
        for (number, (line, record)) in (1..).zip(records) {
            let Record { id, text, metadata } = match record {
                Ok(record) => record,
                Err(kind) => {
                    self.note(Some(line), kind);
                    continue;
                }
            };
            let Some(text) = text.filter(|text| !text.trim().is_empty()) else {
                self.note(Some(line), NoteKind::NoText);
                continue;
            };
            let mut id = id.unwrap_or_else(|| format!("{}#{number}", self.source.id));
            if !ids.insert(id.clone()) {
                self.note(Some(line), NoteKind::SameId(id.clone()));
                id = format!("{id}#{number}");
            }
            self.articles(&Found {
                id: &id,
                text: &Arc::from(text),
                start: 0,
                said: metadata,
                named: Metadata::default(),
                line: Some(line),
            });
        }
    }

    /// Adds the articles of one text.
    fn articles(&mut self, found: &Found<'_>) {
        let outlets = self.context.outlets;
        let text: &str = found.text;
        let furniture = furniture::find(outlets, text);
        let areas = parts::find(outlets, text, found.start);
        let whole = self.known(found.id).or(found.said.clone());
        let mut laid: Vec<_> = areas
            .iter()
            .enumerate()
            .map(|(at, area)| {
                let title = whole
                    .title
                    .as_deref()
                    .filter(|_| at == 0 && area.title.is_none());
                blocks::lay_out(outlets, text, area, &furniture, title)
            })
            .filter(|layout| !layout.blocks.is_empty())
            .collect();
        if laid.is_empty() {
            return self.note(found.line, NoteKind::OnlyFurniture);
        }
        let several = laid.len() > 1;
        for (number, layout) in (1..).zip(laid.drain(..)) {
            let id = if several {
                format!("{}#{number}", found.id)
            } else {
                found.id.to_owned()
            };
            let own = if several {
                self.known(&id)
            } else {
                Metadata::default()
            };
            let said = if number == 1 {
                whole.clone()
            } else {
                Metadata::default()
            };
            let named = if number == 1 {
                found.named.clone()
            } else {
                Metadata::default()
            };
            let metadata = own.or(said).or(layout.metadata).or(named);
            if let (None, Some(date)) = (metadata.date, &metadata.unread_date) {
                self.note(found.line, NoteKind::UnreadDate(date.clone()));
            }
            self.note_long_line(found, &layout.blocks);
            self.contents.articles.push(Article {
                id,
                title: metadata.title,
                date: metadata.date,
                outlet: metadata.outlet,
                language: language::find(text, &layout.blocks),
                path: self.source.path.to_owned(),
                source: Arc::clone(found.text),
                blocks: layout.blocks,
                extracted: false,
            });
        }
    }

    /// What the list of dates and the index say of an article.
    fn known(&self, id: &str) -> Metadata {
        let file = file_name(self.source.path);
        let own = if id == self.source.id {
            [file, names::stem(file)]
        } else {
            [id, id]
        };
        let names = [id, own[0], own[1]];
        let of = |index: Option<&Index>| index.and_then(|index| index.get(names)).cloned();
        of(self.context.dates)
            .unwrap_or_default()
            .or(of(self.context.index).unwrap_or_default())
    }

    fn note_long_line(&mut self, found: &Found<'_>, blocks: &[Block]) {
        let longest = blocks
            .iter()
            .map(|block| block.span)
            .max_by_key(|span| span.len());
        if let Some(span) = longest.filter(|span| span.len() > LONG_LINE) {
            let characters = span.of(found.text).chars().count();
            self.note(found.line, NoteKind::LongLine(characters));
        }
    }

    fn note(&mut self, line: Option<usize>, kind: NoteKind) {
        self.contents.notes.push(Note {
            path: self.source.path.to_owned(),
            line,
            kind,
        });
    }
}

/// A text with one article or several, and what is known of it.
struct Found<'a> {
    id: &'a str,
    text: &'a Arc<str>,
    /// Where the text starts, after front matter.
    start: usize,
    /// What the record or the front matter says.
    said: Metadata,
    /// What the name of the file says.
    named: Metadata,
    /// The line of the record.
    line: Option<usize>,
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
