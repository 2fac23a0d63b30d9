//! Text to tokens, in one pass.
//!
//! Plain words of ASCII letters between spaces and plain punctuation are most of any English text,
//! and no table of characters is needed to tell where they end. All else is cut by the Unicode
//! rules for words.

use unicode_segmentation::UnicodeSegmentation;

use crate::span::Span;
use crate::words::{Mark, Token, TokenKind, WordId, Words};

/// What follows a word.
enum After {
    /// Something that ends it.
    End,
    /// Something that may belong to it.
    Joiner,
}

impl Words {
    /// Cuts the words at `span` of `text` into tokens. White space is none.
    #[must_use]
    pub fn tokens(&self, text: &str, span: Span) -> Vec<Token> {
        let bytes = text.as_bytes();
        let mut cutter = Cutter::new(self, text, span.len() / 5);
        let mut at = span.start;
        while at < span.end {
            let rest = &bytes[at..span.end];
            let length = rest
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            at += match (length, after(&rest[length..], length > 0)) {
                (0, None) => break,
                (0, Some((After::End, sign))) if is_plain(&rest[sign..]) => {
                    cutter.sign(Span::new(at, at + sign));
                    sign
                }
                (0, Some((After::End, sign))) => cutter.chunk(rest, at, sign),
                (_, Some((After::Joiner, _))) => cutter.chunk(rest, at, length),
                (_, Some((After::End, _)) | None) => {
                    cutter.plain_word(Span::new(at, at + length));
                    length
                }
            };
        }
        cutter.finish()
    }

    /// The words at `span` of `text`, and no marks.
    #[must_use]
    pub fn skim(&self, text: &str, span: Span) -> Vec<Token> {
        let mut tokens = self.tokens(text, span);
        tokens.retain(Token::is_word);
        tokens
    }
}

/// Tokens as they are cut, piece by piece.
struct Cutter<'w> {
    words: &'w Words,
    text: &'w str,
    tokens: Vec<Token>,
    /// A hyphen right after a word, which may join the next one to it.
    hyphen: Option<Span>,
    /// Whether the last piece was a word.
    after_word: bool,
    folded: String,
}

impl<'w> Cutter<'w> {
    fn new(words: &'w Words, text: &'w str, tokens: usize) -> Self {
        Self {
            words,
            text,
            tokens: Vec::with_capacity(tokens),
            hyphen: None,
            after_word: false,
            folded: String::new(),
        }
    }

    /// The tokens; a hyphen that joined nothing is a dash.
    fn finish(mut self) -> Vec<Token> {
        self.close_hyphen();
        self.tokens
    }

    /// What stands from `rest` on up to the next white space, its first bytes in any case; returns
    /// how long it is. `at` is where it stands.
    fn chunk(&mut self, rest: &[u8], at: usize, first: usize) -> usize {
        let more = rest[first..].iter();
        let length = first + more.take_while(|b| !b.is_ascii_whitespace()).count();
        self.pieces(Span::new(at, at + length));
        length
    }

    /// Cuts by the Unicode rules.
    fn pieces(&mut self, span: Span) {
        for (offset, piece) in span.of(self.text).split_word_bound_indices() {
            let place = Span::new(span.start + offset, span.start + offset + piece.len());
            if piece.chars().any(char::is_alphanumeric) {
                let first = self.tokens.len();
                self.words
                    .push_words(piece, place, &mut self.folded, &mut self.tokens);
                self.join(first);
            } else {
                self.sign(place);
            }
        }
    }

    /// A word of ASCII letters and digits.
    fn plain_word(&mut self, place: Span) {
        let written = place.of(self.text);
        let bytes = written.as_bytes();
        let first = self.tokens.len();
        self.folded.clear();
        self.folded.push_str(written);
        self.folded.make_ascii_lowercase();
        let word = self.words.get(&self.folded);
        let has_unit = bytes[0].is_ascii_digit();
        if has_unit || self.words.is_contraction(word) {
            self.words
                .push_words(written, place, &mut self.folded, &mut self.tokens);
        } else {
            let letters = || bytes.iter().filter(|b| b.is_ascii_alphabetic());
            self.tokens.push(Token {
                span: place,
                kind: TokenKind::Word,
                word,
                possessive: false,
                capital: bytes[0].is_ascii_uppercase(),
                capitals: letters().all(u8::is_ascii_uppercase) && letters().nth(1).is_some(),
                joined: false,
            });
        }
        self.join(first);
    }

    /// Notes that the words from token `first` on were one piece; a hyphen right before joins them to
    /// the word before it.
    fn join(&mut self, first: usize) {
        self.after_word = true;
        if self.hyphen.take().is_some()
            && let Some(token) = self.tokens.get_mut(first)
        {
            token.joined = true;
        }
    }

    /// White space or a mark.
    fn sign(&mut self, place: Span) {
        let after_word = std::mem::take(&mut self.after_word);
        self.close_hyphen();
        let piece = place.of(self.text);
        let Some(mark) = mark_of(piece).filter(|_| !piece.chars().all(char::is_whitespace)) else {
            return;
        };
        if piece == "-" && after_word {
            self.hyphen = Some(place);
        } else if mark == Mark::Stop && self.ends_initials(place) {
            if let Some(token) = self.tokens.last_mut() {
                token.span.end = place.end;
                self.after_word = true;
            }
        } else if let Some(token) = self.tokens.last_mut()
            && doubles(token.span.of(self.text), piece)
            && token.span.end == place.start
        {
            token.span.end = place.end;
        } else {
            self.tokens.push(mark_token(place, mark));
        }
    }

    fn close_hyphen(&mut self) {
        if let Some(place) = self.hyphen.take() {
            self.tokens.push(mark_token(place, Mark::Dash));
        }
    }

    /// Whether the stop at `place` belongs to initials such as `U.S.` that end right before it.
    fn ends_initials(&self, place: Span) -> bool {
        self.tokens.last().is_some_and(|token| {
            let adjoins = token.is_word() && token.span.end == place.start;
            adjoins && token.span.of(self.text).contains('.')
        })
    }
}

fn mark_token(span: Span, mark: Mark) -> Token {
    Token {
        span,
        kind: TokenKind::Mark(mark),
        word: WordId::UNKNOWN,
        possessive: false,
        capital: false,
        capitals: false,
        joined: false,
    }
}

fn mark_of(piece: &str) -> Option<Mark> {
    Some(match piece.chars().next()? {
        ',' => Mark::Comma,
        ';' => Mark::Semicolon,
        ':' => Mark::Colon,
        '-' | '–' | '—' | '―' | '−' => Mark::Dash,
        '.' | '…' => Mark::Stop,
        '?' => Mark::Question,
        '!' => Mark::Exclamation,
        '(' | '[' => Mark::Open,
        ')' | ']' => Mark::Close,
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '\'' | '‘' | '’' | '‚' | '`' | '´' => {
            Mark::Quote
        }
        _ => Mark::Other,
    })
}

/// Whether two single quotation marks side by side are one double mark.
fn doubles(one: &str, other: &str) -> bool {
    one == other && matches!(one, "'" | "`" | "’" | "‘" | "´")
}

/// Whether nothing stands first in `rest` that can belong to a sign before it, as an accent does.
fn is_plain(rest: &[u8]) -> bool {
    let first = rest.first().is_none_or(u8::is_ascii);
    first || matches!(after(rest, false), Some((After::End, _)))
}

/// What stands first in `rest`, and how many bytes it has; `in_word` tells whether a letter stands
/// before.
fn after(rest: &[u8], in_word: bool) -> Option<(After, usize)> {
    let first = *rest.first()?;
    let goes_on = |at: usize| {
        rest.get(at)
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_' || !b.is_ascii())
    };
    Some(match (first, rest) {
        (b'_', _) => (After::Joiner, 1),
        (b' ', _) => (After::End, rest.iter().take_while(|b| **b == b' ').count()),
        (b'.' | b'\'' | b':' | b',' | b';', _) if in_word && goes_on(1) => (After::Joiner, 1),
        (0..=0x7f, _) => (After::End, 1),
        // No-break space.
        (_, [0xc2, 0xa0, ..]) => (After::End, 2),
        // Single quotation marks, one of which is an apostrophe.
        (_, [0xe2, 0x80, 0x98 | 0x99, ..]) if in_word && goes_on(3) => (After::Joiner, 3),
        // Dashes, quotation marks, bullet, ellipsis.
        (
            _,
            [
                0xe2,
                0x80,
                0x90..=0x95 | 0x98 | 0x99 | 0x9c..=0x9f | 0xa2 | 0xa6,
                ..,
            ],
        ) => (After::End, 3),
        (_, _) => (After::Joiner, 1),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Contractions;
    use super::*;

    fn known() -> Words {
        let list = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
        let mut words = Words::new(Contractions {
            possessive: list(&["'s"]),
            endings: vec![("n't".to_owned(), "not".to_owned())],
            whole: [
                ("cannot".to_owned(), list(&["can", "not"])),
                ("won't".to_owned(), list(&["will", "not"])),
            ]
            .into(),
            verbal: list(&["it"]),
            verbal_word: "is".to_owned(),
        });
        for word in [
            "can", "not", "will", "it", "is", "us", "u.s", "a", "b", "orban", "3.5",
        ] {
            words.intern(word);
        }
        words
    }

    /// The same tokens as by the Unicode rules alone.
    #[track_caller]
    fn check(text: &str) {
        let words = known();
        let span = Span::new(0, text.len());
        let mut cutter = Cutter::new(&words, text, 0);
        cutter.pieces(span);
        assert_eq!(words.tokens(text, span), cutter.finish(), "{text:?}");
    }

    #[test]
    fn plain_words_are_cut_by_the_unicode_rules() {
        for text in [
            "He can. It\u{2019}s \u{2018}US\u{2019} policy: a,b c;d.",
            "(well-known) A- b -- \"c\"--d... e -f- U.S.-led \u{301}  \u{ad} -\u{301} .5 \u{e9}t\u{e9}-x!",
            "cannot won't WON\u{2019}T didn't it's US's U.S. 3.5 10,000 10b 5US 3.5a a_b _c 'a' b'",
            "Orb\u{e1}n, Orba\u{301}n a\u{ad}b \u{2014}a\u{2013}b\u{2026}c a\u{a0}b a\u{200b}b \u{3b1}a",
            "",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn any_text_is_cut_by_the_unicode_rules(text in "[abUS35 .,:;'_’‘“—é\u{301}\u{ad}\n\u{a0}-]{0,14}") {
            check(&text);
        }
    }
}
