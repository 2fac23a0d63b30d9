//! Many patterns, of which few fit any text: a search for letters tells which to try.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind};
use regex::Regex;

use super::pattern::LateRegex;
use crate::span::Span;

/// How far around letters words may stand that a pattern fits, in bytes, all of their lines counted.
const NEAR: usize = 400;

/// Patterns of which those that fit a text are asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Family {
    patterns: Vec<LateRegex>,
    /// Letters that patterns need.
    needles: Vec<String>,
    /// The patterns that need the letters, each by its place.
    needed_by: Vec<Vec<usize>>,
    /// Finds the letters; made when a text is first looked at, as not every command does.
    letters: OnceLock<Option<AhoCorasick>>,
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
        Self {
            needles: needles.into_iter().map(str::to_owned).collect(),
            patterns,
            needed_by,
            letters: OnceLock::new(),
            free,
            is_anchored,
        }
    }

    /// What finds the letters; nothing where no pattern needs any.
    fn letters(&self) -> Option<&AhoCorasick> {
        let build = || {
            let mut builder = AhoCorasick::builder();
            builder.ascii_case_insensitive(true);
            builder.kind(Some(AhoCorasickKind::DFA));
            builder.build(&self.needles).ok()
        };
        if self.needles.is_empty() {
            return None;
        }
        self.letters.get_or_init(build).as_ref()
    }

    /// The places of the patterns that may fit the text, in order.
    pub(super) fn may_fit(&self, text: &str) -> Vec<usize> {
        let Some(first) = text.as_bytes().first() else {
            return Vec::new();
        };
        let free = self.free.get(usize::from(*first));
        let mut may_fit = free.cloned().unwrap_or_default();
        let found = self
            .letters()
            .map(|letters| letters.find_overlapping_iter(text));
        for found in found.into_iter().flatten() {
            let needed_by = &self.needed_by[found.pattern().as_usize()];
            let can_start =
                |at: &&usize| !self.is_anchored || self.patterns[**at].can_start_with(*first);
            may_fit.extend(needed_by.iter().filter(can_start));
        }
        may_fit.sort_unstable();
        may_fit.dedup();
        may_fit
    }

    /// Where patterns fit words inside a text: pattern after pattern, each from the text's start.
    pub(super) fn find_all<'a>(
        &'a self,
        text: &'a str,
    ) -> impl Iterator<Item = (usize, Span)> + 'a {
        let mut places: Vec<(usize, Span)> = Vec::new();
        if let Some(letters) = self.letters() {
            for found in letters.find_overlapping_iter(text) {
                let place = Span::new(found.start(), found.end());
                let needed_by = &self.needed_by[found.pattern().as_usize()];
                places.extend(needed_by.iter().map(|at| (*at, place)));
            }
        }
        let all = Span::new(0, text.len());
        places.extend(self.free.iter().flatten().map(|at| (*at, all)));
        places.sort_unstable();
        places.dedup();
        let mut areas: Vec<(usize, Span)> = Vec::new();
        for (at, place) in places {
            match areas.last_mut() {
                Some((last, area)) if *last == at && place.end <= area.end => {}
                Some((last, area)) if *last == at && place.start <= area.end + NEAR => {
                    *area = area.join(lines_around(text, place));
                }
                _ => areas.push((at, lines_around(text, place))),
            }
        }
        areas.into_iter().flat_map(move |(at, area)| {
            let mut start = area.start;
            std::iter::from_fn(move || {
                let found = self.regex(at)?.find_at(&text[..area.end], start)?;
                start = found.end();
                Some((at, Span::new(found.start(), found.end())))
            })
        })
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

/// The lines around a place, and those near it.
fn lines_around(text: &str, place: Span) -> Span {
    let start = text.floor_char_boundary(place.start.saturating_sub(NEAR));
    let end = text.ceil_char_boundary((place.end + NEAR).min(text.len()));
    let line_start = memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..start]);
    let line_end = memchr::memchr2(b'\n', b'\r', &text.as_bytes()[end..]);
    Span::new(
        line_start.map_or(0, |at| at + 1),
        line_end.map_or(text.len(), |at| end + at),
    )
}
