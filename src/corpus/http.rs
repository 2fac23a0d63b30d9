//! A server's response, as web archives keep it: the page in it, unpacked, and its encoding.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::{MultiGzDecoder, ZlibDecoder};
use httparse::{EMPTY_HEADER, Status};

use super::split::header;

/// A page as it was sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Sent<'a> {
    /// Its bytes.
    pub(super) page: Cow<'a, [u8]>,
    /// The name of its encoding, where the server gives one.
    pub(super) charset: Option<String>,
}

/// Finds the page in a response; nothing where it cannot be unpacked to at most `limit` bytes.
pub(super) fn page(response: &[u8], limit: usize) -> Option<Sent<'_>> {
    let mut headers = [EMPTY_HEADER; 256];
    let mut parsed = httparse::Response::new(&mut headers);
    let Ok(Status::Complete(start)) = parsed.parse(response) else {
        return None;
    };
    let headers = &*parsed.headers;
    let mut page = Cow::Borrowed(&response[start..]);
    // Crawlers often undo these and keep the head as it was.
    let coding = header(headers, "Transfer-Encoding");
    if coding.is_some_and(|coding| coding.eq_ignore_ascii_case("chunked"))
        && let Some(joined) = join_chunks(&page)
    {
        page = Cow::Owned(joined);
    }
    let unpacked = match header(headers, "Content-Encoding")
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("gzip" | "x-gzip") if page.starts_with(b"\x1F\x8B") => {
            Some(read_at_most(MultiGzDecoder::new(&*page), limit)?)
        }
        Some("deflate") if page.first() == Some(&0x78) => {
            Some(read_at_most(ZlibDecoder::new(&*page), limit)?)
        }
        Some("zstd") if page.starts_with(b"\x28\xB5\x2F\xFD") => Some(read_at_most(
            zstd::Decoder::with_buffer(&*page).ok()?,
            limit,
        )?),
        Some(_) | None => None,
    };
    let charset = header(headers, "Content-Type").and_then(charset);
    Some(Sent {
        page: unpacked.map_or(page, Cow::Owned),
        charset,
    })
}

fn read_at_most(reader: impl std::io::Read, limit: usize) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(limit as u64 + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() <= limit).then_some(bytes)
}

fn charset(content_type: &str) -> Option<String> {
    content_type.split(';').find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let is_charset = key.trim().eq_ignore_ascii_case("charset");
        is_charset.then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    })
}

/// Joins the pieces that a page was sent in; nothing where it was not sent in pieces.
fn join_chunks(mut bytes: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::new();
    loop {
        let Ok(Status::Complete((start, size))) = httparse::parse_chunk_size(bytes) else {
            return None;
        };
        let size = usize::try_from(size).ok()?;
        if size == 0 {
            return Some(joined);
        }
        joined.extend_from_slice(bytes.get(start..start.checked_add(size)?)?);
        bytes = bytes[start + size..].strip_prefix(b"\r\n")?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_however_they_were_sent() {
        let zipped: &[u8] = &[
            0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xcb, 0x48, 0xcd, 0xc9, 0xc9, 7, 0, 0x86, 0xa6,
            0x10, 0x36, 5, 0, 0, 0,
        ];
        let coded = |head: &str, body: &[u8]| {
            [b"HTTP/1.1 200 OK\r\n", head.as_bytes(), b"\r\n\r\n", body].concat()
        };
        let cases = [
            (
                "plain",
                coded("Content-Type: text/html; charset=\"utf-8\"", b"hello"),
                Some("hello"),
            ),
            (
                "chunked",
                coded(
                    "transfer-encoding: chunked",
                    b"2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n",
                ),
                Some("hello"),
            ),
            (
                "chunks undone",
                coded("Transfer-Encoding: chunked", b"hello"),
                Some("hello"),
            ),
            (
                "gzip",
                coded("Content-Encoding: gzip", zipped),
                Some("hello"),
            ),
            (
                "gzip undone",
                coded("Content-Encoding: gzip", b"hello"),
                Some("hello"),
            ),
            (
                "gzip cut off",
                coded("Content-Encoding: gzip", &zipped[..14]),
                None,
            ),
            ("no response", b"hello".to_vec(), None),
        ];
        for (name, response, expected) in cases {
            let found = page(&response, 100);
            let text = found.map(|sent| String::from_utf8_lossy(&sent.page).into_owned());
            assert_eq!(text.as_deref(), expected, "{name}");
        }
    }
}
