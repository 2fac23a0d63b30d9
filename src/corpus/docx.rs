//! The text of a Word file (DOCX).
//!
//! In: the file. Out: the words of its paragraphs in order, a blank line between two paragraphs.
//! Deleted words, notes, headers and footers are no part of it.

use std::io::{BufRead, BufReader, Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};
use zip::ZipArchive;
use zip::result::ZipError;

use super::NoteKind;

/// Where the text stands in the archive.
const TEXT: &str = "word/document.xml";
/// How many times the size of a record the marked-up text may have.
const MARKUP: usize = 8;

/// The text that was read, and what kept the rest from being read.
pub(super) struct Words {
    pub(super) text: String,
    pub(super) fault: Option<NoteKind>,
}

/// Whether a ZIP archive with this start holds a Word file.
pub(super) fn is_word(head: &[u8]) -> bool {
    memchr::memmem::find(head, b"word/").is_some()
}

/// Reads the text of a Word file of at most `limit` bytes.
pub(super) fn read(bytes: &[u8], limit: usize) -> Words {
    let mut words = Words {
        text: String::new(),
        fault: None,
    };
    let opened = ZipArchive::new(Cursor::new(bytes));
    match opened {
        Err(error) => words.fault = Some(of_zip(&error)),
        Ok(mut archive) => match archive.by_name(TEXT) {
            Err(error) => words.fault = Some(of_zip(&error)),
            Ok(file) => {
                let most = limit.saturating_mul(MARKUP);
                let file = BufReader::new(file.take(most as u64));
                words.read(Reader::from_reader(file), limit);
            }
        },
    }
    words
}

fn of_zip(error: &ZipError) -> NoteKind {
    NoteKind::Damaged(error.to_string())
}

impl Words {
    fn read<R: BufRead>(&mut self, mut reader: Reader<R>, limit: usize) {
        let mut buffer = Vec::new();
        let mut in_text = false;
        // How deep in what is not shown: words that were moved away, or what stands for a picture.
        let mut hidden = 0_usize;
        let mut open = 0_usize;
        loop {
            buffer.clear();
            let event = match reader.read_event_into(&mut buffer) {
                Ok(event) => event,
                Err(error) => {
                    self.fault = Some(NoteKind::Damaged(error.to_string()));
                    return;
                }
            };
            if self.text.len() > limit {
                self.text.clear();
                self.fault = Some(NoteKind::TooLarge(limit));
                return;
            }
            match event {
                Event::Eof if open > 0 => {
                    let reason = "the text does not end".to_owned();
                    self.fault = Some(NoteKind::Damaged(reason));
                    return;
                }
                Event::Eof => return,
                Event::Start(tag) => {
                    open += 1;
                    match tag.local_name().as_ref() {
                        _ if hidden > 0 => hidden += 1,
                        "moveFrom" | "Fallback" => hidden += 1,
                        "t" => in_text = true,
                        _ => {}
                    }
                }
                Event::End(tag) => {
                    open -= 1;
                    match tag.local_name().as_ref() {
                        _ if hidden > 0 => hidden -= 1,
                        "t" => in_text = false,
                        "p" => self.text.push_str("\n\n"),
                        _ => {}
                    }
                }
                Event::Empty(tag) if hidden == 0 => match tag.local_name().as_ref() {
                    "tab" => self.text.push('\t'),
                    "br" | "cr" => self.text.push('\n'),
                    "noBreakHyphen" => self.text.push('-'),
                    _ => {}
                },
                Event::Text(words) if in_text && hidden == 0 => self.text.push_str(&words),
                Event::CData(words) if in_text && hidden == 0 => self.text.push_str(&words),
                Event::GeneralRef(name) if in_text && hidden == 0 => self.push_entity(&name),
                Event::Empty(_)
                | Event::Text(_)
                | Event::CData(_)
                | Event::GeneralRef(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
    }

    fn push_entity(&mut self, name: &BytesRef<'_>) {
        match name.resolve_char_ref() {
            Ok(Some(character)) => self.text.push(character),
            Ok(None) | Err(_) => self
                .text
                .push_str(resolve_xml_entity(name).unwrap_or_default()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_that_are_shown() {
        let xml = "<w:document><w:p><w:r><w:t>They </w:t></w:r><w:r><w:t>met &amp; left&#8212;soon</w:t>\
                   <w:br/><w:t>Next</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>\
                   <w:p/><w:p><w:moveFrom><w:r><w:t>away</w:t></w:r></w:moveFrom><w:r><w:t>End</w:t></w:r></w:p></w:document>";
        let mut words = Words {
            text: String::new(),
            fault: None,
        };
        words.read(Reader::from_reader(xml.as_bytes()), 100);
        assert_eq!(words.text, "They met & left—soon\nNext\n\nEnd\n\n");
        assert_eq!(words.fault, None);
        words.read(Reader::from_reader(&xml.as_bytes()[..60]), 100);
        assert!(matches!(words.fault, Some(NoteKind::Damaged(_))));
        words.read(Reader::from_reader(xml.as_bytes()), 10);
        assert_eq!(words.fault, Some(NoteKind::TooLarge(10)));
    }
}
