//! Many patterns, of which few fit any text: a search for letters tells which to try.

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::Regex;

use super::pattern::LateRegex;

/// Patterns of which those that fit a text are asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Family {
    patterns: Vec<LateRegex>,
    /// Finds letters that patterns need.
    letters: Option<AhoCorasick>,
    /// The patterns that need the letters, each by its place.
    needed_by: Vec<Vec<usize>>,
    /// The patterns that need no letters, by the first byte of what they fit.
    free: Vec<Vec<usize>>,
    /// Whether patterns fit from the start of a text on only.
    is_anchored: bool,
}

impl Family {
    pub(super) fn new(patterns: Vec<LateRegex>, is_anchored: bool) -> Self {
        let mut needles: Vec<&str> = patterns.iter().flat_map(LateRegex::letters).collect();
        needles.sort_unstable();
        needles.dedup();
        let mut needed_by = vec![Vec::new(); needles.len()];
        let mut free = vec![Vec::new(); 256];
        for (at, pattern) in patterns.iter().enumerate() {
            for letters in pattern.letters() {
                if let Ok(needle) = needles.binary_search(&letters) {
                    needed_by[needle].push(at);
                }
            }
            if pattern.letters().next().is_none() {
                for byte in 0..=u8::MAX {
                    if !is_anchored || pattern.can_start_with(byte) {
                        free[usize::from(byte)].push(at);
                    }
                }
            }
        }
        let letters = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&needles)
            .ok();
        Self {
            patterns,
            letters,
            needed_by,
            free,
            is_anchored,
        }
    }

    /// The places of the patterns that may fit the text, in order.
    pub(super) fn may_fit(&self, text: &str) -> Vec<usize> {
        let (Some(first), Some(letters)) = (text.as_bytes().first(), &self.letters) else {
            return Vec::new();
        };
        let mut may_fit = self.free[usize::from(*first)].clone();
        for found in letters.find_overlapping_iter(text) {
            let needed_by = &self.needed_by[found.pattern().as_usize()];
            let can_start =
                |at: &&usize| !self.is_anchored || self.patterns[**at].can_start_with(*first);
            may_fit.extend(needed_by.iter().filter(can_start));
        }
        may_fit.sort_unstable();
        may_fit.dedup();
        may_fit
    }

    /// The pattern at that place.
    pub(super) fn regex(&self, at: usize) -> Option<&Regex> {
        self.patterns.get(at)?.get()
    }

    /// Whether the pattern at that place fits.
    pub(super) fn fits(&self, at: usize, text: &str) -> bool {
        self.regex(at).is_some_and(|regex| regex.is_match(text))
    }
}
