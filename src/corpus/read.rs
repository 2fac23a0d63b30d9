//! One file, from its bytes to its articles: unpacked, told by its format, cut into entries.

use std::collections::VecDeque;
use std::io::Read;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::decode::without_cut_off;
use super::entry::{Entry, Place};
use super::split::{self, Pieces};
use super::unpack::{self, Opened};
use super::{Contents, Context, Format, Ids, Note, NoteKind, Source, decode};

/// Opens a file: its entries come one by one, as they are read from `bytes`.
///
/// Tables, JSON Lines, JSON arrays and web archives of any size are read in bounded memory; other
/// files are an entry by themselves.
pub fn open<'a>(
    path: &str,
    id: &str,
    bytes: impl Read + Send + 'a,
    context: &Context<'_>,
) -> Entries<'a> {
    let mut entries = Entries {
        path: Arc::from(path),
        id: Arc::from(id),
        format: None,
        is_packed: false,
        number: 0,
        notes: VecDeque::new(),
        pieces: Box::new(std::iter::empty()),
    };
    let told = unpack::open(bytes, context.limits)
        .map_err(|error| NoteKind::of_io(&error))
        .and_then(|opened| entries.tell(opened, path, context));
    entries.pieces = told.unwrap_or_else(|kind| split::only(Err(kind)));
    entries
}

/// Reads the articles in a file, one by one.
pub fn articles<'a>(
    path: &str,
    id: &str,
    bytes: impl Read + Send + 'a,
    context: &Context<'a>,
) -> impl Iterator<Item = Result<super::Article, Note>> + 'a {
    let context = *context;
    let mut ids = Ids::default();
    open(path, id, bytes, &context).flat_map(move |entry| {
        let mut contents = Contents::of(entry, &context);
        ids.settle(&mut contents);
        let notes = contents.notes.into_iter().map(Err);
        notes.chain(contents.articles.into_iter().map(Ok))
    })
}

/// Reads the articles in a file, all at once.
#[must_use]
pub fn read(source: &Source<'_>, context: &Context<'_>) -> Contents {
    let mut contents = Contents::default();
    for article in articles(source.path, source.id, source.bytes, context) {
        match article {
            Ok(article) => contents.articles.push(article),
            Err(note) => contents.notes.push(note),
        }
    }
    contents
}

/// The entries of a file, with notes on what could not be read.
pub struct Entries<'a> {
    path: Arc<str>,
    id: Arc<str>,
    format: Option<Format>,
    is_packed: bool,
    number: usize,
    /// Notes on the file.
    notes: VecDeque<NoteKind>,
    pieces: Pieces<'a>,
}

impl Iterator for Entries<'_> {
    type Item = Result<Entry, Note>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut place = Place {
            path: Arc::clone(&self.path),
            id: Arc::clone(&self.id),
            number: self.number,
            line: None,
        };
        if let Some(kind) = self.notes.pop_front() {
            return Some(Err(place.note(kind)));
        }
        let (line, piece) = self.pieces.next()?;
        // What is said of a table's head is said of no record.
        self.number += usize::from(!matches!(piece, Err(NoteKind::NoColumn(_))));
        place.number = self.number;
        place.line = line;
        Some(match piece {
            Ok(piece) => Ok(Entry { place, piece }),
            Err(kind) => Err(place.note(kind)),
        })
    }
}

impl<'a> Entries<'a> {
    /// As what the file is read, where that could be told.
    #[must_use]
    pub fn format(&self) -> Option<Format> {
        self.format
    }

    /// Whether the file is packed by gzip or zstd.
    #[must_use]
    pub fn is_packed(&self) -> bool {
        self.is_packed
    }

    /// Tells the format and the encoding of a file by its first bytes, and cuts it into pieces.
    fn tell(
        &mut self,
        mut opened: Opened<'a>,
        path: &str,
        context: &Context<'_>,
    ) -> Result<Pieces<'a>, NoteKind> {
        if opened.head.is_empty() && opened.is_whole {
            return Err(NoteKind::Empty);
        }
        self.is_packed = opened.is_packed;
        let told = context.format.or_else(|| Format::of_bytes(&opened.head));
        if let Some(format) = told.filter(|format| !format.is_text()) {
            self.format = Some(format);
            return Ok(split::pieces(opened, format, context));
        }
        let head = without_cut_off(&opened.head);
        let shown = decode(head).ok_or(NoteKind::Skipped(Format::Binary))?;
        if opened.is_whole && shown.text.trim().is_empty() {
            return Err(NoteKind::Blank);
        }
        let format = told.unwrap_or_else(|| Format::of_text(path, &shown.text, opened.is_whole));
        self.format = Some(format);
        if format.has_records() {
            let (encoding, guessed) = (shown.encoding, shown.guessed);
            opened.head = shown.text.into_owned().into_bytes();
            if encoding != UTF_8.name() {
                self.notes
                    .push_back(NoteKind::Decoded { encoding, guessed });
            }
            // UTF-8 is passed on as it is: each record is decoded by itself.
            let known = Encoding::for_label(encoding.as_bytes()).filter(|known| *known != UTF_8);
            let decoder = DecodeReaderBytesBuilder::new()
                .encoding(known)
                .strip_bom(true)
                .build(opened.bytes);
            opened.bytes = Box::new(std::io::BufReader::with_capacity(unpack::HEAD, decoder));
        }
        Ok(split::pieces(opened, format, context))
    }
}
