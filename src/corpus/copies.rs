//! Which articles are copies of others: the same text, or nearly, as an agency's story in ten papers.
//!
//! In: articles, one by one. Out: for each copy, the first article that it is a copy of. What is
//! kept of an article is a signature of fixed size: of the runs of five words in its paragraphs,
//! each is put by its hash into one of 64 bins, and each bin keeps its smallest. Texts are as alike
//! as the share of bins in which they agree.

use std::collections::HashMap;

use crate::article::{Article, BlockKind};

/// How many words a run has.
const RUN: usize = 5;
/// How many bins a signature has.
const BINS: usize = 64;
/// In how many bins copies agree at least: seven of ten runs are the same.
const ALIKE: usize = 45;
/// How many bins are looked up together: few enough that copies agree in one group at least.
const GROUP: usize = 4;

/// What is kept of an article to know its copies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// The smallest hash of each bin.
    bins: [u32; BINS],
}

impl Signature {
    /// The signature of an article's paragraphs; nothing where they have no words.
    #[must_use]
    pub fn of(article: &Article) -> Option<Self> {
        let body = article
            .blocks
            .iter()
            .filter(|block| block.kind == BlockKind::Paragraph);
        let words = body.flat_map(|block| {
            let words = block
                .span
                .of(&article.source)
                .split(|c: char| !c.is_alphanumeric());
            words.filter(|word| !word.is_empty()).map(hash)
        });
        let mut bins = [u32::MAX; BINS];
        let mut last = [0; RUN];
        let mut read = 0;
        for word in words {
            last.rotate_left(1);
            last[RUN - 1] = word;
            read += 1;
            if read >= RUN {
                put(&mut bins, &last);
            }
        }
        if read == 0 {
            return None;
        }
        if read < RUN {
            put(&mut bins, &last);
        }
        fill(&mut bins);
        Some(Self { bins })
    }

    /// Whether two articles are copies of each other.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        let pairs = self.bins.iter().zip(&other.bins);
        pairs.filter(|(one, other)| one == other).count() >= ALIKE
    }
}

/// The articles so far that are no copies.
#[derive(Clone, Debug, Default)]
pub struct Originals {
    /// Their places in the order read, and their signatures.
    known: Vec<(usize, Signature)>,
    /// For each group of bins and what they hold, the first of `known` that holds it.
    groups: HashMap<u64, u32>,
    /// How many articles were read.
    read: usize,
}

impl Originals {
    /// Adds the next article; returns the place of the first that it is a copy of, if of any.
    pub fn add(&mut self, signature: Option<Signature>) -> Option<usize> {
        let place = self.read;
        self.read += 1;
        let signature = signature?;
        let groups: Vec<u64> = (0..)
            .zip(signature.bins.chunks(GROUP))
            .map(|(group, bins)| mix(bins).wrapping_add(group))
            .collect();
        let agreeing = groups.iter().filter_map(|group| self.groups.get(group));
        let mut agreeing: Vec<u32> = agreeing.copied().collect();
        agreeing.sort_unstable();
        agreeing.dedup();
        let agreeing = agreeing
            .into_iter()
            .filter_map(|at| self.known.get(at as usize));
        if let Some((original, _)) = { agreeing }.find(|(_, known)| known.is_alike(&signature)) {
            return Some(*original);
        }
        let at = u32::try_from(self.known.len()).unwrap_or(u32::MAX);
        for group in groups {
            self.groups.entry(group).or_insert(at);
        }
        self.known.push((place, signature));
        None
    }
}

/// Puts a run of words into its bin.
fn put(bins: &mut [u32; BINS], run: &[u32; RUN]) {
    let [a, b, c, d, bin, ..] = mix(run).to_be_bytes();
    let bin = &mut bins[usize::from(bin) % BINS];
    *bin = u32::from_be_bytes([a, b, c, d]).min(*bin);
}

/// Gives each empty bin what the next one holds, told apart by how far away that is.
fn fill(bins: &mut [u32; BINS]) {
    let found = *bins;
    for (at, bin) in bins
        .iter_mut()
        .enumerate()
        .filter(|(_, bin)| **bin == u32::MAX)
    {
        let next = (1..BINS).find(|step| found[(at + step) % BINS] != u32::MAX);
        let step = next.unwrap_or_default();
        let far = u32::try_from(step).unwrap_or_default();
        *bin = found[(at + step) % BINS].wrapping_add(far.wrapping_mul(0x9E37_79B9));
    }
}

/// The hash of a word in any letter case.
fn hash(word: &str) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    for c in word.chars() {
        let c = if c.is_ascii() {
            c.to_ascii_lowercase()
        } else {
            c.to_lowercase().next().unwrap_or(c)
        };
        hash = (hash ^ u32::from(c)).wrapping_mul(0x0100_0193);
    }
    hash
}

/// One hash of several, in their order.
fn mix(hashes: &[u32]) -> u64 {
    let mut mixed = 0xCBF2_9CE4_8422_2325_u64;
    for hash in hashes {
        mixed = (mixed ^ u64::from(*hash)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
        mixed ^= mixed >> 32;
    }
    mixed
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Outlets, Source, read};
    use super::*;

    /// A text of so many words, made from a seed.
    fn words(seed: u32, count: u32) -> Vec<String> {
        (0..count)
            .map(|at| format!("w{}", mix(&[seed, at]) % 5000))
            .collect()
    }

    fn originals(texts: &[String]) -> Vec<Option<usize>> {
        let outlets = Outlets::default();
        let mut originals = Originals::default();
        let add = |text: &String| {
            let source = Source {
                path: "a.txt",
                id: "a",
                bytes: text.as_bytes(),
            };
            let contents = read(&source, &Context::new(&outlets));
            originals.add(contents.articles.first().and_then(Signature::of))
        };
        texts.iter().map(add).collect()
    }

    #[test]
    fn nearly_the_same_text_is_a_copy() {
        let story = words(1, 400);
        let mut edited = story.clone();
        for at in [20, 150, 300] {
            edited[at] = "other".to_owned();
        }
        let half = [&story[..200], &words(2, 200)[..]].concat();
        let texts = [
            story.join(" "),
            words(3, 400).join(" "),
            edited.join(" ").to_uppercase(),
            half.join(" "),
            story[..340].join(", "),
            "They met.".to_owned(),
            "They left.".to_owned(),
            "They met!".to_owned(),
            String::new(),
        ]
        .map(|text| format!("{text}.\n"));
        assert_eq!(
            originals(&texts),
            [
                None,
                None,
                Some(0),
                None,
                Some(0),
                None,
                None,
                Some(5),
                None
            ]
        );
    }
}
