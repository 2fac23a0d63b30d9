//! Where phrases are looked for: at their rarest word, and only where their other words stand too.

use std::sync::Arc;

use crate::words::{BySpelling, Token, WordId};

/// The number of a list of words of which every match of a phrase has one.
pub(super) type Need = u32;

/// Numbers the lists of words that phrases need: many phrases share a set, or a word's forms.
#[derive(Debug, Default)]
pub(super) struct Needs {
    numbers: BySpelling<Arc<[WordId]>, Need>,
    lists: Vec<Arc<[WordId]>>,
}

impl Needs {
    /// The number of a list, given one if it has none.
    pub(super) fn number(&mut self, list: &Arc<[WordId]>) -> Need {
        if let Some(&number) = self.numbers.get(list) {
            return number;
        }
        let number = u32::try_from(self.lists.len()).expect("fewer than four billion lists");
        self.lists.push(Arc::clone(list));
        self.numbers.insert(Arc::clone(list), number);
        number
    }
}

/// For each word, the phrases that are looked for at it, and the needs that it meets.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    phrases: ByWord,
    needs: ByWord,
    /// How many needs there are.
    count: usize,
}

/// Which needs some tokens meet.
pub(super) struct Met(Vec<u64>);

impl Met {
    pub(super) fn holds(&self, needs: &[Need]) -> bool {
        let is_met = |need: &Need| self.0[*need as usize / 64] & (1 << (need % 64)) != 0;
        needs.iter().all(is_met)
    }
}

impl Anchors {
    /// Of anchors with the numbers of their phrases, and of needs.
    pub(super) fn new(anchors: impl Iterator<Item = (WordId, u32)>, needs: &Needs) -> Self {
        let words = |(need, list): (Need, &Arc<[WordId]>)| -> Vec<_> {
            list.iter().map(|word| (*word, need)).collect()
        };
        Self {
            phrases: ByWord::new(anchors.collect()),
            needs: ByWord::new((0..).zip(&needs.lists).flat_map(words).collect()),
            count: needs.lists.len(),
        }
    }

    /// The needs that the tokens meet.
    pub(super) fn met(&self, tokens: &[Token]) -> Met {
        let mut bits = vec![0; self.count.div_ceil(64)];
        for token in tokens {
            for need in self.needs.of(token.word) {
                bits[*need as usize / 64] |= 1 << (need % 64);
            }
        }
        Met(bits)
    }

    /// The phrases that have the word for an anchor.
    pub(super) fn of(&self, word: WordId) -> &[u32] {
        self.phrases.of(word)
    }
}

/// Numbers by word.
#[derive(Clone, Debug, Default)]
struct ByWord {
    /// For each 64 words, those that have any, as bits, and how many such words are before them.
    blocks: Box<[(u64, u32)]>,
    /// For each word that has any, where its numbers begin; at the end, where the last ones end.
    starts: Box<[u32]>,
    numbers: Box<[u32]>,
}

impl ByWord {
    fn new(mut entries: Vec<(WordId, u32)>) -> Self {
        entries.sort_unstable();
        entries.dedup();
        let bits = entries.last().map_or(0, |(word, _)| word.index() + 1);
        let mut blocks = vec![(0, 0); bits.div_ceil(64)];
        let mut starts = Vec::new();
        let mut at = 0;
        for of_word in entries.chunk_by(|one, other| one.0 == other.0) {
            let word = of_word[0].0.index();
            blocks[word / 64].0 |= 1 << (word % 64);
            starts.push(at);
            at += u32::try_from(of_word.len()).expect("fewer than four billion entries");
        }
        starts.push(at);
        let mut before = 0;
        for (bits, rank) in &mut blocks {
            *rank = before;
            before += u64::count_ones(*bits);
        }
        Self {
            blocks: blocks.into(),
            starts: starts.into(),
            numbers: entries.into_iter().map(|(_, number)| number).collect(),
        }
    }

    #[inline]
    fn of(&self, word: WordId) -> &[u32] {
        let block = self.blocks.get(word.index() / 64);
        let (bits, rank) = block.copied().unwrap_or_default();
        let bit = 1 << (word.index() % 64);
        if bits & bit == 0 {
            return &[];
        }
        let at = rank as usize + (bits & (bit - 1)).count_ones() as usize;
        &self.numbers[self.starts[at] as usize..self.starts[at + 1] as usize]
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
