//! Where phrases are looked for: at their rarest word, and only where their other words stand too.

use std::sync::Arc;

use crate::words::{BySpelling, Token, WordId};

/// The number of a list of words of which every match of a phrase has one, from 1.
pub(super) type Need = u32;

/// What is needed where nothing else is: every text meets it.
pub(super) const NOTHING: Need = 0;

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
        self.lists.push(Arc::clone(list));
        let number = u32::try_from(self.lists.len()).expect("fewer than four billion lists");
        self.numbers.insert(Arc::clone(list), number);
        number
    }
}

/// Where matches of a phrase can begin, told from where its anchor stands.
#[derive(Clone, Debug)]
pub(super) struct Reach {
    /// What they can begin with.
    first: Mask,
    /// How many words stand before the anchor, at least and at most.
    before: (usize, usize),
    /// The rarest other lists of words of which every match has one.
    needs: [Need; 2],
}

impl Reach {
    pub(super) fn new(first: Mask, before: (usize, usize), needs: [Need; 2]) -> Self {
        Self {
            first,
            before,
            needs,
        }
    }

    /// Where matches can begin that have their anchor at a token.
    fn starts(&self, tokens: &[Token], at: usize) -> impl Iterator<Item = usize> {
        let words = (0..=at).rev().filter(|at| tokens[*at].is_word());
        let (least, most) = self.before;
        let words = words.take(most + 1).skip(least);
        words.filter(|at| self.first.may_hold(tokens[*at].word))
    }
}

/// For each word, the phrases that are looked for at it, and the needs that it meets.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchors {
    phrases: ByWord,
    reaches: Box<[Reach]>,
    needs: ByWord,
    /// How many needs there are.
    count: usize,
}

/// Which needs some tokens meet.
struct Met(Vec<u64>);

impl Met {
    fn holds(&self, need: Need) -> bool {
        self.0[need as usize / 64] & (1 << (need % 64)) != 0
    }
}

impl Anchors {
    /// Of phrases, where they reach and their anchors, in the order of their numbers; and of what
    /// they need.
    pub(super) fn new<'w>(
        reaches: Vec<Reach>,
        anchors: impl Iterator<Item = &'w [WordId]> + Clone,
        needs: &Needs,
    ) -> Self {
        let lists = needs.lists.iter().map(|list| &**list);
        Self {
            phrases: ByWord::new((0..).zip(anchors)),
            reaches: reaches.into(),
            needs: ByWord::new((NOTHING + 1..).zip(lists)),
            count: needs.lists.len(),
        }
    }

    /// Where matches can begin, and of which phrases, in this order: at every anchor of a phrase
    /// whose other words stand somewhere too.
    pub(super) fn places(&self, tokens: &[Token]) -> Vec<(usize, u32)> {
        let mut places = Vec::new();
        let met = self.met(tokens);
        for (at, token) in tokens.iter().enumerate() {
            for &number in self.phrases.of(token.word) {
                let reach = &self.reaches[number as usize];
                if reach.needs.iter().all(|need| met.holds(*need)) {
                    let starts = reach.starts(tokens, at);
                    places.extend(starts.map(|start| (start, number)));
                }
            }
        }
        places.sort_unstable();
        places.dedup();
        places
    }

    /// The needs that the tokens meet.
    fn met(&self, tokens: &[Token]) -> Met {
        let mut bits = vec![0; self.count / 64 + 1];
        let mut meet = |need: Need| bits[need as usize / 64] |= 1 << (need % 64);
        meet(NOTHING);
        for token in tokens {
            self.needs
                .of(token.word)
                .iter()
                .copied()
                .for_each(&mut meet);
        }
        Met(bits)
    }
}

/// Numbers by word.
#[derive(Clone, Debug, Default)]
struct ByWord {
    words: Places,
    /// For each word, by its place, where its numbers begin; at the end, where the last ones end.
    starts: Box<[u32]>,
    numbers: Box<[u32]>,
}

impl ByWord {
    /// Of numbers in their order, each with its words. How many numbers each word has is counted
    /// first, so that nothing has to be sorted.
    fn new<'w>(lists: impl Iterator<Item = (u32, &'w [WordId])> + Clone) -> Self {
        let entries =
            lists.flat_map(|(number, words)| words.iter().map(move |word| (word, number)));
        let words = Places::of(entries.clone().map(|(word, _)| *word));
        let placed = entries.filter_map(|(word, number)| Some((words.of_word(*word)?, number)));
        let mut starts = vec![0; words.count + 1];
        for (place, _) in placed.clone() {
            starts[place + 1] += 1;
        }
        for place in 0..words.count {
            starts[place + 1] += starts[place];
        }
        let mut next = starts.clone();
        let mut numbers = vec![0; starts[words.count] as usize];
        for (place, number) in placed {
            numbers[next[place] as usize] = number;
            next[place] += 1;
        }
        Self {
            words,
            starts: starts.into(),
            numbers: numbers.into(),
        }
    }

    #[inline]
    fn of(&self, word: WordId) -> &[u32] {
        self.words.of_word(word).map_or(&[], |place| {
            &self.numbers[self.starts[place] as usize..self.starts[place + 1] as usize]
        })
    }
}

/// Some words, each with its place among them.
#[derive(Clone, Debug, Default)]
struct Places {
    /// For each 64 words that there are, the ones that are meant, as bits, and how many of those
    /// are before them.
    blocks: Box<[(u64, u32)]>,
    /// How many words are meant.
    count: usize,
}

impl Places {
    fn of(words: impl Iterator<Item = WordId>) -> Self {
        let mut blocks: Vec<(u64, u32)> = Vec::new();
        for word in words {
            let block = word.index() / 64;
            if blocks.len() <= block {
                blocks.resize(block + 1, (0, 0));
            }
            blocks[block].0 |= 1 << (word.index() % 64);
        }
        let mut before = 0;
        for (bits, rank) in &mut blocks {
            *rank = before;
            before += u64::count_ones(*bits);
        }
        Self {
            blocks: blocks.into(),
            count: before as usize,
        }
    }

    #[inline]
    fn of_word(&self, word: WordId) -> Option<usize> {
        let (bits, rank) = *self.blocks.get(word.index() / 64)?;
        let bit = 1 << (word.index() % 64);
        (bits & bit != 0).then(|| rank as usize + (bits & (bit - 1)).count_ones() as usize)
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
