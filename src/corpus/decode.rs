//! Bytes to text: byte order marks, UTF-8, UTF-16, and the encodings of older files.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How much of a file is looked at to guess its encoding.
const SAMPLE: usize = 64 * 1024;

/// Decoded text, without its byte order mark, line ends as they are.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// The name of its encoding.
    pub encoding: &'static str,
    /// Whether the encoding was guessed from the bytes.
    pub guessed: bool,
    /// How many runs of bytes were no text and became U+FFFD.
    pub broken: usize,
}

/// Decodes `bytes`, or returns nothing where they are no text in any encoding.
#[must_use]
pub fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Some(with(encoding, &bytes[mark..], false));
    }
    if let Some(encoding) = utf_16(&bytes[..bytes.len().min(SAMPLE)]) {
        return Some(with(encoding, bytes, true));
    }
    if is_binary(&bytes[..bytes.len().min(SAMPLE)]) {
        return None;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(Decoded {
            text: Cow::Borrowed(text),
            encoding: UTF_8.name(),
            guessed: false,
            broken: 0,
        }),
        Err(_) if is_damaged_utf_8(bytes) => Some(with(UTF_8, bytes, false)),
        Err(error) => Some(with(guess(bytes, error.valid_up_to()), bytes, true)),
    }
}

/// Decodes a web page or a feed, for which `label` or the page itself may name an encoding.
///
/// What is UTF-8 is read as that, whatever the page says.
pub(super) fn decode_page<'a>(bytes: &'a [u8], label: Option<&str>) -> Option<Decoded<'a>> {
    if Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok() {
        return decode(bytes);
    }
    let label = label.map(str::as_bytes).or_else(|| label_in(bytes));
    match label.and_then(Encoding::for_label) {
        Some(encoding) if encoding != UTF_8 => Some(with(encoding, bytes, false)),
        Some(_) | None => decode(bytes),
    }
}

/// The name after `charset=` or `encoding=` near the start of a page.
fn label_in(bytes: &[u8]) -> Option<&[u8]> {
    const NEAR: usize = 2048;
    const KEYS: [&[u8]; 2] = [b"charset=", b"encoding="];
    let head = &bytes[..bytes.len().min(NEAR)];
    let rest = KEYS.iter().find_map(|key| {
        let at = head
            .windows(key.len())
            .position(|words| words.eq_ignore_ascii_case(key))?;
        Some(head[at + key.len()..].trim_ascii_start())
    })?;
    let rest = rest
        .strip_prefix(b"\"")
        .or(rest.strip_prefix(b"'"))
        .unwrap_or(rest);
    let is_end =
        |byte: &u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b':' | b'.');
    Some(&rest[..rest.iter().position(is_end).unwrap_or(rest.len())])
}

/// `bytes` without a last character that is cut off.
pub(super) fn without_cut_off(bytes: &[u8]) -> &[u8] {
    match std::str::from_utf8(bytes) {
        Err(error) if error.error_len().is_none() => &bytes[..error.valid_up_to()],
        Ok(_) | Err(_) => bytes,
    }
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8], guessed: bool) -> Decoded<'a> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    let broken = if damaged {
        text.matches('\u{FFFD}').count()
    } else {
        0
    };
    Decoded {
        text,
        encoding: encoding.name(),
        guessed,
        broken,
    }
}

/// UTF-16 without a mark: in western text every second byte is zero.
fn utf_16(sample: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| {
        sample
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (first, second) = (zeros(0), zeros(1));
    let many = sample.len() / 5;
    let few = sample.len() / 50;
    if sample.len() < 4 {
        None
    } else if second > many && first <= few {
        Some(UTF_16LE)
    } else if first > many && second <= few {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Text has no zero bytes and hardly any control characters.
fn is_binary(sample: &[u8]) -> bool {
    let is_control =
        |b: &&u8| **b < 0x20 && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1B);
    sample.contains(&0) || sample.iter().filter(is_control).count() > sample.len() / 20
}

/// UTF-8 with broken places, as opposed to another encoding: characters beyond ASCII are mostly
/// whole, or only the file's end is cut off.
fn is_damaged_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|b| *b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    let cut_off = bytes
        .utf8_chunks()
        .last()
        .is_some_and(|chunk| chunk.invalid().len() > 1);
    whole > broken || (broken == 1 && cut_off)
}

fn guess(bytes: &[u8], first_beyond_ascii: usize) -> &'static Encoding {
    let from = first_beyond_ascii.saturating_sub(SAMPLE / 2);
    let to = bytes.len().min(from + SAMPLE);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[from..to], to == bytes.len());
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_told_apart() {
        let utf_16: Vec<u8> = "The “truce” held."
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let marked = [b"\xFF\xFE".as_slice(), &utf_16].concat();
        let big: Vec<u8> = "The truce held."
            .encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect();
        let cases: [(&str, &[u8], &str, &str, usize); 8] = [
            ("plain", b"The truce held.", "The truce held.", "UTF-8", 0),
            (
                "byte order mark",
                "\u{FEFF}é\r\n".as_bytes(),
                "é\r\n",
                "UTF-8",
                0,
            ),
            ("utf-16", &utf_16, "The “truce” held.", "UTF-16LE", 0),
            (
                "utf-16, marked",
                &marked,
                "The “truce” held.",
                "UTF-16LE",
                0,
            ),
            (
                "utf-16, big end first",
                &big,
                "The truce held.",
                "UTF-16BE",
                0,
            ),
            (
                "windows",
                b"The \x93truce\x94 held, he said \x96 caf\xe9.",
                "The “truce” held, he said – café.",
                "windows-1252",
                0,
            ),
            (
                "one broken character",
                b"caf\xc3\xa9 caf\xc3\xa9 \xff!",
                "café café \u{FFFD}!",
                "UTF-8",
                1,
            ),
            (
                "cut off",
                b"The truce held \xe2\x80",
                "The truce held \u{FFFD}",
                "UTF-8",
                1,
            ),
        ];
        for (name, bytes, text, encoding, broken) in cases {
            let decoded = decode(bytes).map(|d| (d.text.into_owned(), d.encoding, d.broken));
            assert_eq!(decoded, Some((text.to_owned(), encoding, broken)), "{name}");
        }
    }

    #[test]
    fn a_page_may_name_its_encoding() {
        let cases: [(&[u8], Option<&str>, &str); 5] = [
            (b"<meta charset='koi8-r'>\xC4\xC1", None, "KOI8-R"),
            (
                b"<meta content=\"text/html; CHARSET=iso-8859-2\">\xE9",
                None,
                "ISO-8859-2",
            ),
            (b"<p>\xC4\xC1", Some("windows-1251"), "windows-1251"),
            (b"<?xml encoding='iso-8859-2'?>\xE9", None, "ISO-8859-2"),
            ("<meta charset=latin1>é".as_bytes(), None, "UTF-8"),
        ];
        for (bytes, label, expected) in cases {
            let encoding = decode_page(bytes, label).map(|decoded| decoded.encoding);
            assert_eq!(encoding, Some(expected));
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_not_decoded() {
        assert_eq!(decode(b"\x00\x01\x02\x03some\x00words\x00\x00"), None);
    }
}
