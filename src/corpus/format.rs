//! What kind of file some bytes are, by what they hold first and by their name second.

use std::fmt;

use serde::de::IgnoredAny;

use super::columns::Column;
use super::docx;
use super::names::without_packing;

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// One JSON object a line.
    JsonLines,
    /// A JSON array of objects, or one object.
    Json,
    /// A table whose cells are parted by commas, or by semicolons.
    Csv,
    /// A table whose cells are parted by tabs.
    Tsv,
    /// PDF.
    Pdf,
    /// A Word file as written since 2007.
    Docx,
    /// A ZIP archive of another kind.
    Zip,
    /// A Word file as written before 2007, or another old Office file.
    OldOffice,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// RSS or Atom.
    Feed,
    /// Other XML.
    Xml,
    /// A web archive.
    Warc,
    /// Packed by gzip.
    Gzip,
    /// Packed by zstd.
    Zstd,
    /// Packed by bzip2 or xz.
    Compressed,
    /// A picture.
    Image,
    /// Sound, film, a program or anything else that is no text.
    Binary,
}

impl Format {
    /// The format that the first bytes give away, for formats that are no plain text.
    #[must_use]
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        const SIGNS: &[(&[u8], Format)] = &[
            (b"%PDF-", Format::Pdf),
            (b"PK\x03\x04", Format::Zip),
            (b"PK\x05\x06", Format::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Format::OldOffice),
            (b"{\\rtf", Format::Rtf),
            (b"WARC/", Format::Warc),
            (b"\x1F\x8B", Format::Gzip),
            (b"\x28\xB5\x2F\xFD", Format::Zstd),
            (b"BZh", Format::Compressed),
            (b"\xFD7zXZ\x00", Format::Compressed),
            (b"\x89PNG\r\n", Format::Image),
            (b"\xFF\xD8\xFF", Format::Image),
            (b"GIF87a", Format::Image),
            (b"GIF89a", Format::Image),
            (b"II*\x00", Format::Image),
            (b"MM\x00*", Format::Image),
            (b"\x7FELF", Format::Binary),
        ];
        let sign = SIGNS.iter().find(|(sign, _)| bytes.starts_with(sign));
        match sign {
            Some((_, Self::Zip)) if docx::is_word(bytes) => Some(Self::Docx),
            Some((_, format)) => Some(*format),
            None if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => {
                Some(Self::Image)
            }
            None => None,
        }
    }

    /// Whether files of this format are text, which is decoded before it is looked into.
    pub(super) fn is_text(self) -> bool {
        match self {
            Self::Text
            | Self::Markdown
            | Self::JsonLines
            | Self::Json
            | Self::Csv
            | Self::Tsv
            | Self::Html
            | Self::Feed
            | Self::Xml => true,
            Self::Pdf
            | Self::Docx
            | Self::Zip
            | Self::OldOffice
            | Self::Rtf
            | Self::Warc
            | Self::Gzip
            | Self::Zstd
            | Self::Compressed
            | Self::Image
            | Self::Binary => false,
        }
    }

    /// Whether files of this format hold a record for each article.
    pub(super) fn has_records(self) -> bool {
        matches!(self, Self::JsonLines | Self::Json | Self::Csv | Self::Tsv)
    }

    /// The format of decoded text; `name` decides where the text could be several.
    ///
    /// `text` may be the start of a text only, which `is_whole` tells.
    #[must_use]
    pub fn of_text(name: &str, text: &str, is_whole: bool) -> Self {
        if let Some(markup) = markup(text) {
            return markup;
        }
        let (_, ending) = without_packing(name).rsplit_once('.').unwrap_or_default();
        match ending.to_ascii_lowercase().as_str() {
            "jsonl" | "ndjson" => Self::JsonLines,
            "json" if holds_json_lines(text) => Self::JsonLines,
            "json" => Self::Json,
            "csv" => Self::Csv,
            "tsv" | "tab" => Self::Tsv,
            "md" | "markdown" => Self::Markdown,
            "txt" | "text" => Self::Text,
            _ if holds_json_lines(text) => Self::JsonLines,
            _ if holds_json(text, is_whole) => Self::Json,
            _ => table(text).unwrap_or(Self::Text),
        }
    }

    /// What to do with a file of a format that is not read.
    #[must_use]
    pub fn advice(self) -> Option<&'static str> {
        match self {
            Self::Pdf => Some("turn it into text with `pdftotext -layout FILE`"),
            Self::Zip => Some("unpack it first; for an OpenDocument file, save it as DOCX"),
            Self::OldOffice | Self::Rtf => Some("save it as plain text (UTF-8)"),
            Self::Html => Some("turn it into text with `pandoc -f html -t plain --wrap=none`"),
            Self::Xml => Some("export it as JSON Lines or CSV"),
            Self::Gzip | Self::Zstd => Some("it is packed too often"),
            Self::Compressed => Some("unpack it first, or pack it with gzip or zstd"),
            Self::Text
            | Self::Markdown
            | Self::JsonLines
            | Self::Json
            | Self::Csv
            | Self::Tsv
            | Self::Docx
            | Self::Feed
            | Self::Warc
            | Self::Image
            | Self::Binary => None,
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "plain text",
            Self::Markdown => "Markdown",
            Self::JsonLines => "JSON Lines",
            Self::Json => "JSON",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
            Self::Pdf => "PDF",
            Self::Docx => "a Word file (DOCX)",
            Self::Zip => "a ZIP archive",
            Self::OldOffice => "an old Word or Office file",
            Self::Rtf => "rich text (RTF)",
            Self::Html => "a web page (HTML)",
            Self::Feed => "a feed (RSS, Atom)",
            Self::Xml => "XML",
            Self::Warc => "a web archive (WARC)",
            Self::Gzip => "packed by gzip",
            Self::Zstd => "packed by zstd",
            Self::Compressed => "packed by bzip2 or xz",
            Self::Image => "a picture",
            Self::Binary => "no text",
        })
    }
}

fn markup(text: &str) -> Option<Format> {
    let start = text.trim_start();
    let opens = |tag: &str| {
        start
            .get(..tag.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(tag))
    };
    if [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<div",
        "<article",
    ]
    .into_iter()
    .any(opens)
    {
        return Some(Format::Html);
    }
    if !opens("<?xml") && !opens("<rss") && !opens("<feed") {
        return None;
    }
    let head: String = start.chars().take(2000).collect();
    let has = |tag: &&str| head.contains(*tag);
    Some(if has(&"<html") {
        Format::Html
    } else if ["<rss", "<feed", "<rdf:RDF"].iter().any(has) {
        Format::Feed
    } else {
        Format::Xml
    })
}

fn holds_json_lines(text: &str) -> bool {
    let line = text.lines().find(|line| !line.trim().is_empty());
    line.is_some_and(|line| {
        line.trim_start().starts_with('{') && serde_json::from_str::<IgnoredAny>(line).is_ok()
    })
}

fn holds_json(text: &str, is_whole: bool) -> bool {
    let start = text.trim_start();
    start.starts_with(['{', '['])
        && match serde_json::from_str::<IgnoredAny>(text) {
            Ok(_) => true,
            Err(error) => !is_whole && error.is_eof(),
        }
}

/// A table is known by a first line that names a column of text and another that is known.
fn table(text: &str) -> Option<Format> {
    let head = text.lines().next()?;
    let names_text = |parting: char| {
        let columns: Vec<_> = head.split(parting).filter_map(Column::named).collect();
        columns.len() > 1 && columns.contains(&Column::Text)
    };
    if names_text('\t') {
        Some(Format::Tsv)
    } else if names_text(',') || names_text(';') {
        Some(Format::Csv)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_that_are_no_text_are_known_by_their_first_bytes() {
        let cases: [(&[u8], Option<Format>); 8] = [
            (b"%PDF-1.7 ...", Some(Format::Pdf)),
            (b"PK\x03\x04...", Some(Format::Zip)),
            (b"PK\x03\x04...word/document.xml", Some(Format::Docx)),
            (b"{\\rtf1\\ansi", Some(Format::Rtf)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Format::Image)),
            (b"\x1f\x8b\x08", Some(Format::Gzip)),
            (b"The pair met.", None),
            (b"", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(Format::of_bytes(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn text_is_sniffed_by_content_then_name() {
        let cases = [
            ("a.txt", "Plain words.", Format::Text),
            ("a.txt", " <!DOCTYPE html><html>", Format::Html),
            (
                "a",
                "{\"text\": \"Words.\"}\n{\"text\": \"More.\"}\n",
                Format::JsonLines,
            ),
            ("a", "[\n{\"text\": \"Words.\"}\n]", Format::Json),
            ("a.json", "{\n \"text\": \"Words.\"\n}", Format::Json),
            ("a", "id,text\n1,Words.", Format::Csv),
            ("a", "Id;Body\n1;Words.", Format::Csv),
            ("a", "date\tcontent\n1\tWords.", Format::Tsv),
            ("a", "[Applause] Thank you.", Format::Text),
            ("a", "Text, more text\nand more", Format::Text),
            ("a.md", "# Words", Format::Markdown),
            ("a.CSV.gz", "a,b", Format::Csv),
            ("feed", "<?xml version='1.0'?><rss>", Format::Feed),
            ("list", "<?xml version='1.0'?><list>", Format::Xml),
        ];
        for (name, text, expected) in cases {
            assert_eq!(
                Format::of_text(name, text, true),
                expected,
                "{name}: {text}"
            );
        }
    }
}
