//! Words as numbers: every form that a rule knows has an id, and a text is cut into tokens once.
//!
//! In: text. Out: tokens with spans, word ids and marks. What a word can be in a sentence is
//! `grammar`'s matter, which words a phrase accepts is `phrase`'s.

mod cut;
mod spelled;

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

pub(crate) use self::spelled::Spelled;
use self::spelled::Spellings;
use crate::span::Span;

/// A word form that rules know; [`WordId::UNKNOWN`] is every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(u32);

impl WordId {
    /// A word that no rule knows.
    pub const UNKNOWN: Self = Self(0);

    /// The number behind the id, dense from 1.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The word forms that rules know.
#[derive(Clone, Debug, Default)]
pub struct Words {
    ids: Spelled<WordId>,
    spellings: Spellings,
    contractions: Contractions,
    /// How many contractions are written without an apostrophe, as `cannot` is; they come first.
    unmarked: usize,
}

/// Something by words of rules.
pub(crate) type BySpelling<K, V> = HashMap<K, V, BuildHasherDefault<Spelling>>;

/// Hashes short words fast; rule files are no place for an attack on a hash table.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Spelling(u64);

/// A factor that spreads the bits of what is hashed.
const ODD: u64 = 0x517c_c1b7_2722_0a95;

impl Hasher for Spelling {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.0 = (self.0.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(ODD);
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(ODD);
    }

    fn finish(&self) -> u64 {
        // The table takes its low bits from here, where multiplication leaves the least mixed.
        self.0 ^ (self.0 >> 32)
    }
}

/// How words that are two in one come apart.
#[derive(Clone, Debug, Default)]
pub struct Contractions {
    /// Endings that mark a possessive: `'s`.
    pub possessive: Vec<String>,
    /// Endings that are words of their own, with the word they stand for: `n't`, `not`.
    pub endings: Vec<(String, String)>,
    /// Whole words, with the words they stand for: `won't`, `will not`.
    pub whole: HashMap<String, Vec<String>>,
    /// Words after which `'s` is a verb and no possessive: `it`, `he`, `that`.
    pub verbal: Vec<String>,
    /// The verb that `'s` then stands for.
    pub verbal_word: String,
}

/// A punctuation mark that the shape of a sentence hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// A dash between words, not a hyphen inside one.
    Dash,
    /// `.`, `…`
    Stop,
    /// `?`
    Question,
    /// `!`
    Exclamation,
    /// `(`, `[`
    Open,
    /// `)`, `]`
    Close,
    /// A quotation mark of any kind, or an apostrophe that stands alone.
    Quote,
    /// Any other sign.
    Other,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or number.
    Word,
    /// A punctuation mark.
    Mark(Mark),
}

/// A word or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a mark of how the word is written, and any of them can hold together"
)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Word or mark.
    pub kind: TokenKind,
    /// Which word; unknown for marks.
    pub word: WordId,
    /// Whether a possessive ending was cut off.
    pub possessive: bool,
    /// Whether the first letter is a capital.
    pub capital: bool,
    /// Whether it has two letters or more, all of them capitals.
    pub capitals: bool,
    /// Whether a hyphen joins it to the word before.
    pub joined: bool,
}

impl Token {
    /// Whether this is the first letter of a name with its stop: the *J.* of "Ann J. Smith".
    #[must_use]
    pub fn is_initial(&self, source: &str) -> bool {
        let written = self.span.of(source);
        let letter = written.strip_suffix('.').unwrap_or_default();
        self.is_word() && self.capital && letter.chars().count() == 1
    }

    /// Whether this is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// The mark, if this is one.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        match self.kind {
            TokenKind::Word => None,
            TokenKind::Mark(mark) => Some(mark),
        }
    }
}

impl Words {
    /// No words yet.
    #[must_use]
    pub fn new(contractions: Contractions) -> Self {
        let mut words = Self {
            ids: Spelled::default(),
            spellings: Spellings::default(),
            unmarked: 0,
            contractions,
        };
        words.spellings.push("");
        let whole = words.contractions.whole.keys();
        let unmarked = whole.filter(|whole| !whole.contains('\''));
        for whole in unmarked.cloned().collect::<BTreeSet<String>>() {
            words.unmarked = words.intern_folded(&whole).index();
        }
        words
    }

    /// The id of a form, given one if it has none. Case is folded.
    pub fn intern(&mut self, form: &str) -> WordId {
        // Most forms come folded; the others cost a copy.
        if form.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.intern_folded(form);
        }
        self.intern_folded(&fold(form))
    }

    fn intern_folded(&mut self, folded: &str) -> WordId {
        if let Some(id) = self.ids.get(folded) {
            return *id;
        }
        let next = u32::try_from(self.spellings.len()).expect("fewer than four billion word forms");
        let id = WordId(next);
        self.ids.insert(folded, id);
        self.spellings.push(folded);
        id
    }

    /// The id of a form in folded case, [`WordId::UNKNOWN`] if no rule knows it.
    #[must_use]
    pub fn get(&self, folded: &str) -> WordId {
        self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// How a known word is written, in lower case.
    #[must_use]
    pub fn spelling(&self, word: WordId) -> &str {
        self.spellings.get(word.index()).unwrap_or_default()
    }

    /// How many word forms there are, [`WordId::UNKNOWN`] counted.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Whether no word is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spellings.len() <= 1
    }

    /// Whether a word without an apostrophe is several in one: *cannot*.
    fn is_contraction(&self, word: WordId) -> bool {
        (1..=self.unmarked).contains(&word.index())
    }

    /// A word without the ending that marks a possessive, if it has one: *Orlan's* is *Orlan*.
    #[must_use]
    pub fn without_possessive<'w>(&self, written: &'w str) -> &'w str {
        let stem = |ending: &String| {
            let (cut, _) = written
                .char_indices()
                .rev()
                .nth(ending.chars().count() - 1)?;
            (cut > 0 && fold(&written[cut..]) == *ending).then(|| &written[..cut])
        };
        let mut stems = self.contractions.possessive.iter().filter_map(stem);
        stems.next().unwrap_or(written)
    }

    /// Pushes the word at `place`, cut where it is two words in one.
    fn push_words(&self, piece: &str, place: Span, buffer: &mut String, tokens: &mut Vec<Token>) {
        fold_into(piece, buffer);
        let capital = piece.chars().next().is_some_and(char::is_uppercase);
        let capitals = in_capitals(piece);
        let token = |span, word, possessive| Token {
            span,
            kind: TokenKind::Word,
            word,
            possessive,
            capital,
            capitals,
            joined: false,
        };
        if let Some(unit) = unit_of(piece) {
            let cut = place.start + unit;
            fold_into(&piece[..unit], buffer);
            tokens.push(token(Span::new(place.start, cut), self.get(buffer), false));
            fold_into(&piece[unit..], buffer);
            tokens.push(token(Span::new(cut, place.end), self.get(buffer), false));
            return;
        }
        let word = self.get(buffer);
        if !buffer.contains('\'') && !self.is_contraction(word) {
            tokens.push(token(place, word, false));
            return;
        }
        if let Some(words) = self.contractions.whole.get(buffer.as_str()) {
            let cut = halves(piece, place, words.len());
            for (number, (word, span)) in words.iter().zip(cut).enumerate() {
                let capital = capital && (number == 0 || capitals);
                tokens.push(Token {
                    capital,
                    ..token(span, self.get(word), false)
                });
            }
            return;
        }
        let cut = |ending: &str| {
            let kept = piece.chars().count() - ending.chars().count();
            let at = piece
                .char_indices()
                .nth(kept)
                .map_or(piece.len(), |(at, _)| at);
            place.start + at
        };
        for (ending, word) in &self.contractions.endings {
            if let Some(stem) = buffer
                .strip_suffix(ending.as_str())
                .filter(|stem| !stem.is_empty())
            {
                let at = cut(ending);
                tokens.push(token(Span::new(place.start, at), self.get(stem), false));
                // "We'll": the capital is the first word's.
                tokens.push(Token {
                    capital: capitals,
                    ..token(Span::new(at, place.end), self.get(word), false)
                });
                return;
            }
        }
        for ending in &self.contractions.possessive {
            if let Some(stem) = buffer
                .strip_suffix(ending.as_str())
                .filter(|stem| !stem.is_empty())
            {
                let at = cut(ending);
                if self.contractions.verbal.iter().any(|word| word == stem) {
                    tokens.push(token(Span::new(place.start, at), self.get(stem), false));
                    let verb = self.get(&self.contractions.verbal_word);
                    tokens.push(Token {
                        capital: capitals,
                        ..token(Span::new(at, place.end), verb, false)
                    });
                } else {
                    // "the UN's": the ending is no part of how the word is written.
                    let stem_capitals = in_capitals(&piece[..at - place.start]);
                    tokens.push(Token {
                        capitals: stem_capitals,
                        ..token(place, self.get(stem), true)
                    });
                }
                return;
            }
        }
        tokens.push(token(place, self.get(buffer), false));
    }
}

/// Whether a word of several letters is written in capitals.
fn in_capitals(piece: &str) -> bool {
    piece.chars().filter(|c| c.is_alphabetic()).count() > 1
        && piece.chars().all(|c| !c.is_lowercase())
}

/// Letters that no decomposition takes the stroke from.
fn unstroked(c: char) -> char {
    match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        other => other,
    }
}

/// Lower case, without accents, with straight apostrophes: *Orbán* and *Orban* are one word.
#[must_use]
pub fn fold(form: &str) -> String {
    let mut folded = String::with_capacity(form.len());
    fold_into(form, &mut folded);
    folded
}

fn fold_into(form: &str, buffer: &mut String) {
    buffer.clear();
    for c in form.chars() {
        match c {
            '’' | '‘' | 'ʼ' => buffer.push('\''),
            '\u{ad}' => {}
            _ if c.is_ascii() => buffer.push(c.to_ascii_lowercase()),
            _ => buffer.extend(
                c.to_lowercase()
                    .nfd()
                    .filter(|c| !is_combining_mark(*c))
                    .map(unstroked),
            ),
        }
    }
}

/// Cuts a contraction's span into as many pieces as it has words.
fn halves(piece: &str, place: Span, count: usize) -> Vec<Span> {
    let length = piece.chars().count();
    let bound = |n: usize| {
        let at = length * n / count.max(1);
        place.start
            + piece
                .char_indices()
                .nth(at)
                .map_or(piece.len(), |(at, _)| at)
    };
    (0..count)
        .map(|n| Span::new(bound(n), bound(n + 1)))
        .collect()
}

/// Where the unit of a number begins that is written with it: *24bn*, *500m*.
fn unit_of(piece: &str) -> Option<usize> {
    let unit = piece.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')?;
    let letters = piece[unit..].chars().all(char::is_alphabetic);
    (unit > 0 && letters).then_some(unit)
}
