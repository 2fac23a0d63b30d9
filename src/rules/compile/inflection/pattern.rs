//! Patterns of inflection, most of them matched without an automaton: they are a few letters at the
//! end of a word.

use std::cmp::Reverse;

use regex::bytes::{CaptureLocations, Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// Where the whole match and each group stand in a word.
pub(super) type Groups = Vec<Option<(usize, usize)>>;

/// A compiled pattern.
pub(super) enum Pattern {
    /// A few letters at the end of a word: the ways in which they can be written, the longest
    /// first, as it begins further left.
    Ending(Vec<Way>),
    /// Anything else that a regular expression can say.
    Other(Box<(Regex, CaptureLocations)>),
}

/// One of the ways in which a word can end.
#[derive(Clone, Default)]
pub(super) struct Way {
    /// What each letter can be.
    letters: Vec<Bytes>,
    /// Whether the letters are the whole word.
    is_whole: bool,
    /// Whether the end of the word is asked for.
    is_ended: bool,
    /// Where the groups stand, counted from the first letter; the first is the whole.
    groups: Groups,
}

/// The most ways of a pattern.
const MOST_WAYS: usize = 64;

/// A set of bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Bytes([u64; 4]);

impl Bytes {
    fn has(self, byte: u8) -> bool {
        self.0[usize::from(byte / 64)] & (1 << (byte % 64)) != 0
    }
}

impl FromIterator<u8> for Bytes {
    fn from_iter<I: IntoIterator<Item = u8>>(bytes: I) -> Self {
        let mut set = Self::default();
        for byte in bytes {
            set.0[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
        set
    }
}

impl Pattern {
    /// Compiles a pattern; nothing where it is no regular expression. Bytes instead of characters
    /// keep it small; letters beyond ASCII pass through.
    pub(super) fn new(pattern: &str) -> Option<Self> {
        let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
        let hir = parser.parse(pattern).ok()?;
        if let Some(ways) = ways(&hir) {
            return Some(Self::Ending(ways));
        }
        let regex = RegexBuilder::new(pattern).unicode(false).build().ok()?;
        let groups = regex.capture_locations();
        Some(Self::Other(Box::new((regex, groups))))
    }

    /// Whether a word can fit that ends with `byte`.
    pub(super) fn may_end(&self, byte: u8) -> bool {
        match self {
            Self::Ending(ways) => ways
                .iter()
                .any(|way| way.letters.last().is_none_or(|last| last.has(byte))),
            Self::Other(_) => true,
        }
    }

    /// Finds the first match in a word, and tells whether there is one.
    pub(super) fn find(&mut self, word: &[u8], found: &mut Groups) -> bool {
        found.clear();
        match self {
            Self::Ending(ways) => {
                let way = ways.iter().find(|way| way.fits(word));
                if let Some(way) = way {
                    let start = word.len() - way.letters.len();
                    let group = |(from, to)| (start + from, start + to);
                    found.extend(way.groups.iter().map(|place| place.map(group)));
                }
                way.is_some()
            }
            Self::Other(other) => {
                let (regex, groups) = &mut **other;
                let is_found = regex.captures_read(groups, word).is_some();
                found.extend((0..groups.len()).map(|number| groups.get(number)));
                is_found
            }
        }
    }
}

impl Way {
    /// Whether a word ends so.
    fn fits(&self, word: &[u8]) -> bool {
        let length = self.letters.len();
        let fits_in = length == word.len() || length < word.len() && !self.is_whole;
        let mut pairs = self.letters.iter().rev().zip(word.iter().rev());
        fits_in && pairs.all(|(letter, byte)| letter.has(*byte))
    }

    /// The way with another letter; nothing behind the end of the word.
    fn with(mut self, letter: Bytes) -> Option<Self> {
        self.letters.push(letter);
        (!self.is_ended).then_some(self)
    }
}

/// All ways of a pattern; nothing where it says more than letters at the end of a word need.
fn ways(pattern: &Hir) -> Option<Vec<Way>> {
    let groups = pattern.properties().explicit_captures_len() + 1;
    let start = Way {
        groups: vec![None; groups],
        ..Way::default()
    };
    let mut ways = extended(start, pattern)?;
    for way in &mut ways {
        way.groups[0] = Some((0, way.letters.len()));
    }
    // Of those that are as long, the first one counts.
    ways.sort_by_key(|way| Reverse(way.letters.len()));
    ways.iter().all(|way| way.is_ended).then_some(ways)
}

/// The ways in which one way can go on, in the order in which they are tried.
fn extended(mut way: Way, pattern: &Hir) -> Option<Vec<Way>> {
    let ways = match pattern.kind() {
        HirKind::Empty => vec![way],
        HirKind::Literal(literal) => {
            let mut letters = literal.0.iter().map(|byte| Bytes::from_iter([*byte]));
            letters.try_fold(way, Way::with).into_iter().collect()
        }
        HirKind::Class(Class::Bytes(class)) => {
            let ranges = class.ranges().iter();
            let bytes = ranges.flat_map(|range| range.start()..=range.end());
            way.with(bytes.collect()).into_iter().collect()
        }
        // What asks for the start behind a letter never fits.
        HirKind::Look(Look::Start) if !way.letters.is_empty() => Vec::new(),
        HirKind::Look(Look::Start) => {
            way.is_whole = true;
            vec![way]
        }
        HirKind::Look(Look::End) => {
            way.is_ended = true;
            vec![way]
        }
        HirKind::Repetition(some) if (some.min, some.max) == (0, Some(1)) => {
            let without = vec![way.clone()];
            let with = extended(way, &some.sub)?;
            let both = if some.greedy {
                [with, without]
            } else {
                [without, with]
            };
            both.concat()
        }
        HirKind::Capture(group) => {
            let start = way.letters.len();
            let mut ways = extended(way, &group.sub)?;
            for way in &mut ways {
                way.groups[group.index as usize] = Some((start, way.letters.len()));
            }
            ways
        }
        HirKind::Concat(parts) => {
            let mut ways = vec![way];
            for part in parts {
                let longer = ways.into_iter().map(|way| extended(way, part));
                ways = few(longer)?;
            }
            ways
        }
        HirKind::Alternation(parts) => few(parts.iter().map(|part| extended(way.clone(), part)))?,
        HirKind::Class(Class::Unicode(_)) | HirKind::Look(_) | HirKind::Repetition(_) => {
            return None;
        }
    };
    (ways.len() <= MOST_WAYS).then_some(ways)
}

/// All of these ways; nothing, and no more of them are made, where they are too many.
fn few(parts: impl Iterator<Item = Option<Vec<Way>>>) -> Option<Vec<Way>> {
    let mut all = Vec::new();
    for ways in parts {
        all.append(&mut ways?);
        if all.len() > MOST_WAYS {
            return None;
        }
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PATTERNS: &[&str] = &[
        "([^aeiou])y$",
        "(s|x|z|ch|sh)$",
        "(^|[^aeiou]|qu)([aeiou])b$",
        "(l|r|ea|oa|ie|ife|el)fe?$",
        "(a|ab)(c|bcd)?(d??|e)$",
        "([a-z])woman$",
        "e$",
        "^a|b$",
        "(^a+|b)(c$)",
        "x",
        "$",
    ];

    proptest! {
        #[test]
        fn groups_stand_where_the_automaton_finds_them(
            word in "[abcdefqué]{0,4}(ea|ife|ch|qu|woman|b|y|s|c|x)?",
        ) {
            for pattern in PATTERNS {
                let regex = RegexBuilder::new(pattern).unicode(false).build().expect("sound");
                let mut locations = regex.capture_locations();
                let is_found = regex.captures_read(&mut locations, word.as_bytes()).is_some();
                let mut own = Pattern::new(pattern).expect("sound");
                let mut groups = Groups::new();
                let last = word.bytes().last();
                let may_end = last.is_none_or(|last| own.may_end(last));
                prop_assert_eq!(own.find(word.as_bytes(), &mut groups), is_found, "{}", pattern);
                prop_assert!(may_end || !is_found, "{}", pattern);
                if is_found {
                    let expected: Groups = (0..locations.len()).map(|n| locations.get(n)).collect();
                    prop_assert_eq!(groups, expected, "{} in {}", pattern, word);
                }
            }
        }
    }
}
