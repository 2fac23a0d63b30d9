//! The words of two sentences, and how many they share.

use std::collections::BTreeMap;

/// How often each word of a text stands in it, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<String, usize>);

impl Words {
    /// Counts the words of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let mut counts = BTreeMap::new();
        for word in lower.split(|c: char| !c.is_alphanumeric() && c != '_') {
            if !word.is_empty() {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The share of the shorter text's words that the longer has too.
    #[must_use]
    pub fn shared(&self, other: &Self) -> f64 {
        let size = |words: &Self| words.0.values().sum::<usize>();
        let small = size(self).min(size(other));
        let both = self.0.iter().map(|(word, count)| {
            let there = other.0.get(word).copied().unwrap_or_default();
            there.min(*count)
        });
        if small == 0 {
            0.0
        } else {
            ratio(both.sum(), small)
        }
    }
}

/// One number over another that is not 0.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    number(part) / number(whole)
}
