//! Reads the notation of phrases: `(cede|give up) ...3 [the] <land>`.

use std::borrow::Cow;
use std::fmt;

/// A phrase as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase<'t> {
    /// Its parts, in order.
    pub pieces: Vec<Piece<'t>>,
}

impl Phrase<'_> {
    /// The phrase with words of its own, for when the text goes that it was read from.
    #[must_use]
    pub fn into_owned(self) -> Phrase<'static> {
        Phrase {
            pieces: self.pieces.into_iter().map(Piece::into_owned).collect(),
        }
    }
}

/// A part of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// A word: with its inflections, or, written `=word`, itself only.
    Word {
        /// The word as written.
        text: Cow<'t, str>,
        /// Whether only this form counts.
        pinned: bool,
    },
    /// One of several runs of parts, with bars between them; an empty run makes the whole optional.
    Any(Vec<Piece<'t>>),
    /// What parts one run from the next; only within [`Piece::Any`].
    Bar,
    /// A gap.
    Gap {
        /// How many words it may hold at most.
        words: u8,
        /// Whether it may leave the clause.
        across: bool,
    },
    /// A set of phrases, or with `@` an actor's names: what stands between `<` and `>`.
    Set(String),
}

impl Piece<'_> {
    fn into_owned(self) -> Piece<'static> {
        match self {
            Self::Word { text, pinned } => Piece::Word {
                text: Cow::Owned(text.into_owned()),
                pinned,
            },
            Self::Any(pieces) => Piece::Any(pieces.into_iter().map(Piece::into_owned).collect()),
            Self::Bar => Piece::Bar,
            Self::Gap { words, across } => Piece::Gap { words, across },
            Self::Set(name) => Piece::Set(name),
        }
    }
}

/// The runs of [`Piece::Any`].
pub(super) fn runs<'p, 't>(
    pieces: &'p [Piece<'t>],
) -> impl Iterator<Item = &'p [Piece<'t>]> + Clone {
    pieces.split(|piece| matches!(piece, Piece::Bar))
}

/// Why a phrase cannot be read, and at which byte of it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NotationError {
    /// No word in it.
    Empty,
    /// A bracket that is not closed, or closed by another.
    Unclosed(char, usize),
    /// A bracket that closes nothing.
    Unopened(char, usize),
    /// A bar between alternatives that no brackets hold.
    LooseBar(usize),
    /// An alternative, option or set without a word.
    EmptyPart(usize),
    /// A gap at the beginning or the end.
    OuterGap(usize),
    /// A gap of more words than one may hold.
    WideGap(String, usize),
    /// A phrase whose every word is optional.
    AllOptional,
}

/// How many words a gap may hold at most.
const WIDEST_GAP: u8 = 12;

/// The words that a plain `...` may hold.
const PLAIN_GAP: u8 = 4;

impl fmt::Display for NotationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("phrase has no words"),
            Self::Unclosed(c, _) => write!(f, "`{c}` is never closed"),
            Self::Unopened(c, _) => write!(f, "`{c}` closes nothing"),
            Self::LooseBar(_) => f.write_str("`|` parts alternatives in brackets only: `(a|b)`"),
            Self::EmptyPart(_) => f.write_str("brackets hold no word"),
            Self::OuterGap(_) => f.write_str("a gap needs a word on either side"),
            Self::WideGap(gap, _) => {
                write!(f, "gap `{gap}` is wider than {WIDEST_GAP} words")
            }
            Self::AllOptional => f.write_str("every word of the phrase is optional"),
        }
    }
}

impl NotationError {
    /// The byte of the phrase where the fault lies.
    #[must_use]
    pub fn at(&self) -> usize {
        match self {
            Self::Empty | Self::AllOptional => 0,
            Self::Unclosed(_, at)
            | Self::Unopened(_, at)
            | Self::LooseBar(at)
            | Self::EmptyPart(at)
            | Self::OuterGap(at)
            | Self::WideGap(_, at) => *at,
        }
    }
}

/// Reads a phrase.
///
/// # Errors
///
/// Returns what keeps it from being read, with the byte where it lies.
pub fn parse(text: &str) -> Result<Phrase<'_>, NotationError> {
    let mut reader = Reader { text, at: 0 };
    let mut pieces = Vec::new();
    reader.run(&mut pieces)?;
    match reader.peek() {
        Some(b'|') => return Err(NotationError::LooseBar(reader.at)),
        Some(sign) => return Err(NotationError::Unopened(char::from(sign), reader.at)),
        None => {}
    }
    if pieces.is_empty() {
        return Err(NotationError::Empty);
    }
    if matches!(pieces[0], Piece::Gap { .. }) {
        return Err(NotationError::OuterGap(0));
    }
    if matches!(pieces[pieces.len() - 1], Piece::Gap { .. }) {
        return Err(NotationError::OuterGap(text.len().saturating_sub(1)));
    }
    if pieces.iter().all(optional) {
        return Err(NotationError::AllOptional);
    }
    Ok(Phrase { pieces })
}

fn optional(piece: &Piece<'_>) -> bool {
    match piece {
        Piece::Word { .. } | Piece::Set(_) => false,
        Piece::Gap { .. } | Piece::Bar => true,
        Piece::Any(pieces) => runs(pieces).any(|run| run.iter().all(optional)),
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'t> Reader<'t> {
    /// The next byte: all signs of the notation are ASCII.
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn take(&mut self, sign: u8) -> bool {
        let here = self.peek() == Some(sign);
        self.at += usize::from(here);
        here
    }

    /// Reads parts up to a bar or a bracket that closes, which stays unread.
    fn run(&mut self, pieces: &mut Vec<Piece<'t>>) -> Result<(), NotationError> {
        while let Some(sign) = self.peek() {
            match sign {
                b'|' | b')' | b']' | b'>' => break,
                b'(' => pieces.push(Piece::Any(self.alternatives(b')')?)),
                b'[' => {
                    let mut inner = self.alternatives(b']')?;
                    inner.push(Piece::Bar);
                    pieces.push(Piece::Any(inner));
                }
                b'<' => pieces.push(self.set()?),
                b'.' if self.text[self.at..].starts_with("...") => pieces.push(self.gap()?),
                _ => self.words(pieces),
            }
        }
        Ok(())
    }

    /// Reads runs up to the bracket that closes them.
    fn alternatives(&mut self, close: u8) -> Result<Vec<Piece<'t>>, NotationError> {
        let opened = self.at;
        let open = char::from(self.peek().unwrap_or(close));
        self.at += 1;
        let mut pieces = Vec::new();
        loop {
            let before = pieces.len();
            self.run(&mut pieces)?;
            if pieces.len() == before {
                return Err(if self.peek().is_none() {
                    NotationError::Unclosed(open, opened)
                } else {
                    NotationError::EmptyPart(opened)
                });
            }
            if self.take(b'|') {
                pieces.push(Piece::Bar);
                continue;
            }
            if self.take(close) {
                return Ok(pieces);
            }
            return Err(NotationError::Unclosed(open, opened));
        }
    }

    fn set(&mut self) -> Result<Piece<'t>, NotationError> {
        let opened = self.at;
        let rest = &self.text[opened + 1..];
        let Some(length) = rest.find('>') else {
            return Err(NotationError::Unclosed('<', opened));
        };
        let name = rest[..length].trim();
        if name.is_empty() {
            return Err(NotationError::EmptyPart(opened));
        }
        self.at = opened + length + 2;
        Ok(Piece::Set(name.to_owned()))
    }

    fn gap(&mut self) -> Result<Piece<'t>, NotationError> {
        let opened = self.at;
        self.at += 3;
        let rest = &self.text[self.at..];
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let digits = &rest[..digits];
        self.at += digits.len();
        if digits.is_empty() {
            return Ok(Piece::Gap {
                words: PLAIN_GAP,
                across: false,
            });
        }
        match digits.parse::<u8>() {
            Ok(words) if (1..=WIDEST_GAP).contains(&words) => Ok(Piece::Gap {
                words,
                across: words > PLAIN_GAP,
            }),
            _ => Err(NotationError::WideGap(
                self.text[opened..self.at].to_owned(),
                opened,
            )),
        }
    }

    /// Reads what stands up to the next sign of the notation, as one word or several.
    fn words(&mut self, pieces: &mut Vec<Piece<'t>>) {
        let rest = &self.text[self.at..];
        // Most words are plain letters, of which nothing has to be taken off.
        let letters = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_plain = rest.as_bytes().get(letters).is_none_or(|&byte| ends(byte));
        let end = if is_plain { letters } else { word_end(rest) };
        if is_plain && letters > 0 {
            pieces.push(Piece::Word {
                text: Cow::Borrowed(&rest[..letters]),
                pinned: false,
            });
        } else {
            written(&rest[..end], pieces);
        }
        self.at = self.text.len() - rest[end..].trim_start().len();
    }
}

/// Whether a byte ends any word before it.
fn ends(byte: u8) -> bool {
    matches!(byte, b' ' | b'(' | b')' | b'[' | b']' | b'<' | b'>' | b'|')
}

/// Where the word ends that a text begins with.
fn word_end(text: &str) -> usize {
    let mut signs = text.char_indices();
    let end = signs.find(|&(at, c)| {
        c.is_whitespace() || u8::try_from(c).is_ok_and(ends) || text[at..].starts_with("...")
    });
    end.map_or(text.len(), |(at, _)| at)
}

/// Reads a word with its marks: hyphens part it, `=` pins it.
fn written<'t>(word: &'t str, pieces: &mut Vec<Piece<'t>>) {
    let (pinned, bare) = match word.strip_prefix('=') {
        Some(bare) => (true, bare),
        None => (false, word),
    };
    for part in bare
        .split(['-', '–', '/'])
        .filter(|p| p.chars().any(char::is_alphanumeric))
    {
        let part =
            part.trim_matches(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'' && c != '’');
        // A text's words have no stop at their end either: "U.S." is read as "U.S".
        let part = part.trim_end_matches('.');
        pieces.push(Piece::Word {
            text: Cow::Borrowed(part),
            pinned,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Piece<'_> {
        Piece::Word {
            text: text.into(),
            pinned: false,
        }
    }

    #[test]
    fn notation_is_read() {
        let parsed = parse("(cede|give up) ...3 [the] =long-range <land>");
        let expected = vec![
            Piece::Any(vec![word("cede"), Piece::Bar, word("give"), word("up")]),
            Piece::Gap {
                words: 3,
                across: false,
            },
            Piece::Any(vec![word("the"), Piece::Bar]),
            Piece::Word {
                text: "long".into(),
                pinned: true,
            },
            Piece::Word {
                text: "range".into(),
                pinned: true,
            },
            Piece::Set("land".into()),
        ];
        assert_eq!(parsed.map(|phrase| phrase.pieces), Ok(expected));
    }

    #[test]
    fn faults_are_named() {
        let cases = [
            ("", NotationError::Empty),
            ("a (b|c", NotationError::Unclosed('(', 2)),
            ("a) b", NotationError::Unopened(')', 1)),
            ("a|b", NotationError::LooseBar(1)),
            ("a | b", NotationError::LooseBar(2)),
            ("|", NotationError::LooseBar(0)),
            ("a (|b)", NotationError::EmptyPart(2)),
            ("... a", NotationError::OuterGap(0)),
            ("a ...40 b", NotationError::WideGap("...40".into(), 2)),
            ("[a] [b]", NotationError::AllOptional),
        ];
        for (text, expected) in cases {
            assert_eq!(parse(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn a_nested_phrase_is_read() {
        assert!(parse("(a (b|c)|[d] e) f").is_ok());
    }
}
