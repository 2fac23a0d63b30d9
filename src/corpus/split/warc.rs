//! Web archives (WARC): a piece in each response that holds a web page.
//!
//! A broken record costs that record: the next one is looked for. Requests, pictures and pages that
//! were not there are counted and left out.

use std::io::{self, Read as _};

use httparse::{EMPTY_HEADER, Header};

use super::super::unpack::Bytes;
use super::{Cut, Limits, Line, NoteKind, Piece, read_line};

/// The longest head of a record, in bytes, and of a line of it.
const HEAD: usize = 64 * 1024;
/// The most lines of a head.
const LINES: usize = 256;

/// The responses of a file.
pub(super) struct Responses<'a> {
    /// Nothing after the end and after a fault.
    bytes: Option<Bytes<'a>>,
    limits: Limits,
    /// How many records were read.
    records: usize,
    /// How many of them hold no page.
    others: usize,
}

/// A response as the archive keeps it.
#[derive(Debug)]
pub(in super::super) struct Response {
    /// Which record of the file it is, from 1.
    pub(in super::super) number: usize,
    /// The address of the page.
    pub(in super::super) address: String,
    /// What the server sent, its head included.
    pub(in super::super) bytes: Vec<u8>,
}

/// The head of a record.
struct Head {
    is_response: bool,
    address: String,
    length: u64,
}

impl<'a> Responses<'a> {
    pub(super) fn new(bytes: Bytes<'a>, limits: Limits) -> Self {
        Self {
            bytes: Some(bytes),
            limits,
            records: 0,
            others: 0,
        }
    }

    /// The next record that is a page or broken; nothing at the end of the file.
    fn read(&mut self) -> io::Result<Option<Result<Piece, NoteKind>>> {
        let Some(bytes) = &mut self.bytes else {
            return Ok(None);
        };
        loop {
            let Some(head) = read_head(bytes)? else {
                return Ok(None);
            };
            self.records += 1;
            let broken = |reason: &str| NoteKind::BadRecord(self.records, reason.to_owned());
            let Some(head) = Head::parse(&head) else {
                return Ok(Some(Err(broken("its head cannot be read"))));
            };
            if !head.is_response {
                self.others += 1;
                io::copy(&mut bytes.take(head.length), &mut io::sink())?;
                continue;
            }
            if head.length > self.limits.record as u64 {
                io::copy(&mut bytes.take(head.length), &mut io::sink())?;
                let kind = NoteKind::TooLarge(self.limits.record);
                return Ok(Some(Err(broken(&kind.to_string()))));
            }
            let mut content = Vec::new();
            bytes.take(head.length).read_to_end(&mut content)?;
            if (content.len() as u64) < head.length {
                return Ok(Some(Err(broken("it is cut off"))));
            }
            if !is_page(&content) {
                self.others += 1;
                continue;
            }
            return Ok(Some(Ok(Piece::Response(Response {
                number: self.records,
                address: head.address,
                bytes: content,
            }))));
        }
    }
}

/// Reads on to the end of the next head; what stands before it belongs to a broken record.
fn read_head(bytes: &mut Bytes<'_>) -> io::Result<Option<Vec<u8>>> {
    let mut line = Vec::new();
    while !line.starts_with(b"WARC/") {
        if read_line(bytes, &mut line, HEAD)? == Line::End {
            return Ok(None);
        }
    }
    let mut head = Vec::new();
    while head.len() < HEAD {
        let read = read_line(bytes, &mut line, HEAD)?;
        let is_end = read == Line::End || line.trim_ascii().is_empty();
        head.extend_from_slice(if is_end { b"\r\n" } else { &line });
        if is_end {
            break;
        }
    }
    Ok(Some(head))
}

impl Head {
    fn parse(bytes: &[u8]) -> Option<Self> {
        let mut headers = [EMPTY_HEADER; LINES];
        let parsed = httparse::parse_headers(bytes, &mut headers).ok()?;
        let httparse::Status::Complete((_, headers)) = parsed else {
            return None;
        };
        let value = |name: &str| value(headers, name);
        Some(Self {
            is_response: value("WARC-Type")?.eq_ignore_ascii_case("response"),
            address: value("WARC-Target-URI")
                .unwrap_or_default()
                .trim_matches(['<', '>'])
                .to_owned(),
            length: value("Content-Length")?.parse().ok()?,
        })
    }
}

/// The value of a header, in any letter case.
pub(in super::super) fn value<'h>(headers: &'h [Header<'_>], name: &str) -> Option<&'h str> {
    let header = headers
        .iter()
        .find(|header| header.name.eq_ignore_ascii_case(name))?;
    std::str::from_utf8(header.value).ok().map(str::trim)
}

/// Whether the server sent a web page, rather than a picture or word that there is none.
fn is_page(response: &[u8]) -> bool {
    let mut headers = [EMPTY_HEADER; LINES];
    let mut parsed = httparse::Response::new(&mut headers);
    let is_complete = parsed
        .parse(response)
        .is_ok_and(|status| status.is_complete());
    let kind = value(parsed.headers, "Content-Type").unwrap_or("text/html");
    let kind = kind.split(';').next().unwrap_or_default().trim();
    let is_html = ["text/html", "application/xhtml+xml"];
    is_complete
        && parsed.code == Some(200)
        && is_html.iter().any(|html| html.eq_ignore_ascii_case(kind))
}

impl Iterator for Responses<'_> {
    type Item = Cut;

    fn next(&mut self) -> Option<Cut> {
        match self.read() {
            Ok(Some(piece)) => Some((None, piece)),
            Err(error) => {
                self.bytes = None;
                Some((None, Err(NoteKind::of_io(&error))))
            }
            Ok(None) => {
                let is_first = self.bytes.take().is_some() && self.records == 0;
                if is_first {
                    let reason = "no record of a web archive is in it".to_owned();
                    return Some((None, Err(NoteKind::Damaged(reason))));
                }
                let others = std::mem::take(&mut self.others);
                (others > 0).then_some((None, Err(NoteKind::Others(others))))
            }
        }
    }
}
