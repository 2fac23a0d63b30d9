//! A file's bytes, cut into the pieces that hold one article each.
//!
//! In: bytes and their format. Out: pieces with their lines, or what is wrong with them. A piece
//! larger than the limit is skipped, so that a file of any size is read in bounded memory. What
//! the pieces say is left to `entry`.

mod json;
mod lines;
mod table;
mod warc;

use std::io::{self, BufRead, Read as _};
use std::sync::Arc;

use super::columns::Columns;
use super::note::NoteKind;
use super::unpack::{Bytes, Opened};
use super::{Context, Format, Limits, Mapping};

pub(super) use table::Row;
pub(super) use warc::{Response, value as header};

/// What stands in a file for one article, or for several that are not parted yet.
#[derive(Debug)]
pub(super) enum Piece {
    /// All of a file.
    File(Format, Vec<u8>),
    /// A JSON object.
    Json(Vec<u8>, Arc<Mapping>),
    /// A row of a table.
    Row(Row, Arc<Columns>),
    /// A server's response with a web page.
    Response(Response),
}

impl Piece {
    /// How many bytes it has.
    pub(super) fn size(&self) -> usize {
        match self {
            Self::File(_, bytes) | Self::Json(bytes, _) => bytes.len(),
            Self::Row(row, _) => row.size(),
            Self::Response(response) => response.bytes.len(),
        }
    }
}

/// A piece and the line it begins on, or what is wrong there.
pub(super) type Cut = (Option<usize>, Result<Piece, NoteKind>);

/// The pieces of a file.
pub(super) type Pieces<'a> = Box<dyn Iterator<Item = Cut> + Send + 'a>;

/// Cuts a file into pieces.
pub(super) fn pieces<'a>(opened: Opened<'a>, format: Format, context: &Context<'_>) -> Pieces<'a> {
    let limits = context.limits;
    let mapping = || Arc::new(context.mapping.cloned().unwrap_or_default());
    match format {
        Format::JsonLines => Box::new(lines::Lines::new(opened.bytes, mapping(), limits)),
        Format::Json => Box::new(json::Values::new(opened.bytes, mapping(), limits)),
        Format::Csv => Box::new(table::Rows::new(opened, None, mapping(), limits)),
        Format::Tsv => Box::new(table::Rows::new(opened, Some(b'\t'), mapping(), limits)),
        Format::Warc => Box::new(warc::Responses::new(opened.bytes, limits)),
        Format::Feed | Format::Text | Format::Markdown | Format::Html | Format::Docx => {
            whole(opened.bytes, format, limits)
        }
        Format::Pdf
        | Format::Zip
        | Format::OldOffice
        | Format::Rtf
        | Format::Xml
        | Format::Gzip
        | Format::Zstd
        | Format::Compressed
        | Format::Image
        | Format::Binary => only(Err(NoteKind::Skipped(format))),
    }
}

/// A file that is one piece.
fn whole(bytes: Bytes<'_>, format: Format, limits: Limits) -> Pieces<'_> {
    let mut all = Vec::new();
    let read = bytes.take(limits.record as u64 + 1).read_to_end(&mut all);
    only(match read {
        Err(error) => Err(NoteKind::of_io(&error)),
        Ok(_) if all.len() > limits.record => Err(NoteKind::TooLarge(limits.record)),
        Ok(_) => Ok(Piece::File(format, all)),
    })
}

pub(super) fn only<'a>(piece: Result<Piece, NoteKind>) -> Pieces<'a> {
    Box::new(std::iter::once((None, piece)))
}

/// What became of reading a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    /// There is none.
    End,
    /// It was read, its end included.
    Read,
    /// It is larger than the limit, and was skipped.
    TooLarge,
}

/// Reads a line into `line`, which is emptied first.
fn read_line(bytes: &mut Bytes<'_>, line: &mut Vec<u8>, limit: usize) -> io::Result<Line> {
    line.clear();
    let mut is_too_large = false;
    let mut is_empty = true;
    loop {
        let buffer = bytes.fill_buf()?;
        if buffer.is_empty() {
            break;
        }
        is_empty = false;
        let end = memchr::memchr(b'\n', buffer);
        let taken = end.map_or(buffer.len(), |end| end + 1);
        is_too_large |= line.len() + taken > limit;
        if is_too_large {
            line.clear();
        } else {
            line.extend_from_slice(&buffer[..taken]);
        }
        bytes.consume(taken);
        if end.is_some() {
            break;
        }
    }
    Ok(match (is_empty, is_too_large) {
        (true, _) => Line::End,
        (false, true) => Line::TooLarge,
        (false, false) => Line::Read,
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Outlets, unpack};
    use super::*;

    /// The pieces of `text` as lines, with the limit for each.
    #[track_caller]
    fn check(format: Format, text: &str, record: usize, expected: &[&str]) {
        let limits = Limits {
            record,
            ..Limits::default()
        };
        let shown = |(line, piece): Cut| {
            let line = line.unwrap_or_default();
            match piece {
                Ok(Piece::File(_, bytes) | Piece::Json(bytes, _)) => {
                    format!("{line} {}", String::from_utf8_lossy(&bytes).trim_end())
                }
                Ok(Piece::Response(response)) => format!("{line} {}", response.address),
                Ok(Piece::Row(row, _)) => format!("{line} {}", row.cells().join("|")),
                Err(kind) => format!("{line} {kind}"),
            }
        };
        let outlets = Outlets::default();
        let context = Context {
            limits,
            ..Context::new(&outlets)
        };
        let pieces =
            unpack::open(text.as_bytes(), limits).map(|opened| pieces(opened, format, &context));
        let pieces = pieces.map(|pieces| pieces.map(shown).collect::<Vec<_>>());
        assert_eq!(pieces.unwrap_or_default(), expected);
    }

    #[test]
    fn a_line_that_is_too_large_costs_that_line() {
        check(
            Format::JsonLines,
            "{\"a\":1}\r\n\n{\"a\":12345678}\n{}",
            12,
            &[
                "1 {\"a\":1}",
                "3 larger than 12 bytes, skipped; `--max-record SIZE` reads larger ones",
                "4 {}",
            ],
        );
    }

    #[test]
    fn values_are_cut_out_of_arrays() {
        check(
            Format::Json,
            "[{\"a\": \"]}\\\"\"},\n {\"b\": [1]}, 7 ,\n {\"long\": \"123456789\"}, {}]\n",
            14,
            &[
                "1 {\"a\": \"]}\\\"\"}",
                "2 {\"b\": [1]}",
                "2 7",
                "3 larger than 14 bytes, skipped; `--max-record SIZE` reads larger ones",
                "3 {}",
            ],
        );
        check(Format::Json, "{\"a\": 1}", 99, &["1 {\"a\": 1}"]);
        check(
            Format::Json,
            "[{\"a\": 1}, {\"b\"",
            99,
            &[
                "1 {\"a\": 1}",
                "1 {\"b\"",
                "1 damaged, the rest is not read: the array does not end; another copy of the file \
                 may be whole",
            ],
        );
    }

    #[test]
    fn a_row_that_is_too_large_costs_that_row() {
        check(
            Format::Csv,
            "id,text\n1,\"two\nlines\"\n2,12345678901234567890\n\n3,C",
            14,
            &[
                "2 1|two\nlines",
                "4 larger than 14 bytes, skipped; `--max-record SIZE` reads larger ones",
                "5 3|C",
            ],
        );
    }

    #[test]
    fn a_file_that_is_too_large_is_skipped() {
        check(Format::Text, "They met.", 9, &["0 They met."]);
        check(
            Format::Text,
            "They met.",
            8,
            &["0 larger than 8 bytes, skipped; `--max-record SIZE` reads larger ones"],
        );
    }
}
