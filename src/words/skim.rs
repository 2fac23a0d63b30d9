//! The words of a text, and nothing else: several times as fast as all of its tokens.
//!
//! Plain words of ASCII letters between spaces and plain punctuation are most of any English text,
//! and no table of characters is needed to tell where they end. All else is cut as ever.

use crate::span::Span;
use crate::words::{Token, TokenKind, Words};

/// What follows a word.
enum After {
    /// Something that ends it.
    End,
    /// Something that may belong to it.
    Joiner,
}

impl Words {
    /// The words at `span` of `text`: what [`Words::tokens`] gives without the marks. Whether a
    /// hyphen joins them is not told.
    #[must_use]
    pub fn skim(&self, text: &str, span: Span) -> Vec<Token> {
        let bytes = text.as_bytes();
        let mut words = Vec::with_capacity(span.len() / 5);
        let mut folded = String::new();
        let mut at = span.start;
        while at < span.end {
            let rest = &bytes[at..span.end];
            let length = rest
                .iter()
                .take_while(|b| b.is_ascii_alphanumeric())
                .count();
            let after = after(&rest[length..], length > 0);
            match (length, after) {
                (0, Some((After::End, mark))) => at += mark,
                (_, Some((After::Joiner, _))) => {
                    let chunk = rest.iter().take_while(|b| !b.is_ascii_whitespace()).count();
                    let chunk = Span::new(at, at + chunk);
                    let tokens = self.tokens(text, chunk).into_iter();
                    words.extend(tokens.filter(Token::is_word).map(|token| Token {
                        joined: false,
                        ..token
                    }));
                    at = chunk.end;
                }
                (0, None) => break,
                (_, Some((After::End, _)) | None) => {
                    let place = Span::new(at, at + length);
                    self.plain(&text[at..at + length], place, &mut folded, &mut words);
                    at += length;
                }
            }
        }
        words
    }

    /// A word of ASCII letters and digits.
    fn plain(&self, word: &str, span: Span, folded: &mut String, words: &mut Vec<Token>) {
        folded.clear();
        folded.push_str(word);
        folded.make_ascii_lowercase();
        let has_unit = word.as_bytes()[0].is_ascii_digit();
        if has_unit || self.unmarked.iter().any(|whole| **whole == *folded) {
            return self.push_words(word, span, folded, words);
        }
        let mut letters = word.bytes().filter(u8::is_ascii_alphabetic);
        words.push(Token {
            span,
            kind: TokenKind::Word,
            word: self.get(folded),
            possessive: false,
            capital: word.as_bytes()[0].is_ascii_uppercase(),
            capitals: letters.all(|letter| letter.is_ascii_uppercase())
                && word
                    .bytes()
                    .filter(u8::is_ascii_alphabetic)
                    .nth(1)
                    .is_some(),
            joined: false,
        });
    }
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

    #[track_caller]
    fn check(text: &str) {
        let words = known();
        let span = Span::new(0, text.len());
        let tokens = words.tokens(text, span);
        let skimmed = words.skim(text, span);
        let of = |tokens: &[Token]| -> Vec<_> {
            let words = tokens.iter().filter(|token| token.is_word());
            words
                .map(|one| {
                    (
                        one.span,
                        one.word,
                        one.capital,
                        one.capitals,
                        one.possessive,
                    )
                })
                .collect()
        };
        assert_eq!(of(&skimmed), of(&tokens), "{text:?}");
    }

    #[test]
    fn the_same_words_as_ever() {
        for text in [
            "He can. It\u{2019}s \u{2018}US\u{2019} policy: a,b c;d.",
            "cannot won't WON\u{2019}T didn't it's US's U.S. 3.5 10,000 10b 5US 3.5a a_b _c 'a' b'",
            "Orb\u{e1}n, Orba\u{301}n a\u{ad}b \u{2014}a\u{2013}b\u{2026}c a\u{a0}b a\u{200b}b \u{3b1}a",
            "",
        ] {
            check(text);
        }
    }

    proptest! {
        #[test]
        fn the_same_words_in_any_text(text in "[abUS35 .,:;'_’‘“—é\u{301}\u{ad}\n\u{a0}-]{0,14}") {
            check(&text);
        }
    }
}
