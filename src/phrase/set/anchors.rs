//! Where phrases are looked for: at their rarest word.

use crate::words::WordId;

/// For each anchor, the phrases that cannot match without it.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    /// A bit for each word that is an anchor, so that the others cost one look.
    marked: Vec<u64>,
    /// Words with numbers of phrases, by word.
    entries: Vec<(WordId, u32)>,
}

impl Anchors {
    pub(super) fn new(entries: impl Iterator<Item = (WordId, u32)>) -> Self {
        let mut entries: Vec<_> = entries.collect();
        entries.sort_unstable();
        entries.dedup();
        let bits = entries.last().map_or(0, |(word, _)| word.index() + 1);
        let mut marked = vec![0; bits.div_ceil(64)];
        for (word, _) in &entries {
            marked[word.index() / 64] |= 1 << (word.index() % 64);
        }
        Self { marked, entries }
    }

    /// The phrases that have the word for an anchor.
    #[inline]
    pub(super) fn of(&self, word: WordId) -> &[(WordId, u32)] {
        let bits = self.marked.get(word.index() / 64).copied();
        if bits.unwrap_or_default() & (1 << (word.index() % 64)) == 0 {
            return &[];
        }
        self.found(word)
    }

    fn found(&self, word: WordId) -> &[(WordId, u32)] {
        let first = self.entries.partition_point(|(other, _)| *other < word);
        let rest = &self.entries[first..];
        let more = rest.iter().take_while(|(other, _)| *other == word).count();
        &rest[..more]
    }
}

/// Words, roughly: of those that are not among them, most are told at one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mask(u64);

impl Mask {
    pub(super) const NONE: Self = Self(0);
    pub(super) const ALL: Self = Self(u64::MAX);

    pub(super) fn of(words: &[WordId]) -> Self {
        Self(words.iter().fold(0, |mask, word| mask | bit(*word)))
    }

    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn may_hold(self, word: WordId) -> bool {
        self.0 & bit(word) != 0
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word.index() % 64)
}
