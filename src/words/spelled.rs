//! Something by how a word is written, and the spellings of words by their numbers.

use crate::words::BySpelling;

/// Something by how a word is written. Most words have few letters: those are found as numbers,
/// without a look at a text that lies elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Spelled<V> {
    /// Words of up to eight bytes.
    short: BySpelling<u64, V>,
    /// Words of up to sixteen.
    middle: BySpelling<u128, V>,
    long: BySpelling<Box<str>, V>,
}

impl<V> Default for Spelled<V> {
    fn default() -> Self {
        Self {
            short: BySpelling::default(),
            middle: BySpelling::default(),
            long: BySpelling::default(),
        }
    }
}

impl<V> Spelled<V> {
    pub(crate) fn get(&self, spelling: &str) -> Option<&V> {
        if let Some(letters) = in_eight(spelling) {
            self.short.get(&letters)
        } else if let Some(letters) = in_sixteen(spelling) {
            self.middle.get(&letters)
        } else {
            self.long.get(spelling)
        }
    }

    pub(crate) fn insert(&mut self, spelling: &str, value: V) {
        if let Some(letters) = in_eight(spelling) {
            self.short.insert(letters, value);
        } else if let Some(letters) = in_sixteen(spelling) {
            self.middle.insert(letters, value);
        } else {
            self.long.insert(spelling.into(), value);
        }
    }
}

/// A word of up to eight bytes as one number.
fn in_eight(spelling: &str) -> Option<u64> {
    packed(spelling).map(u64::from_le_bytes)
}

/// A word of up to sixteen bytes as one number.
fn in_sixteen(spelling: &str) -> Option<u128> {
    packed(spelling).map(u128::from_le_bytes)
}

/// A word's bytes; what it lacks is filled with a byte that no text has.
fn packed<const N: usize>(spelling: &str) -> Option<[u8; N]> {
    let mut bytes = [0xff; N];
    let letters = bytes.get_mut(..spelling.len())?;
    letters.copy_from_slice(spelling.as_bytes());
    Some(bytes)
}

/// How word forms are written, in the order of their numbers: one text, and where each ends in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Spellings {
    text: String,
    ends: Vec<usize>,
}

impl Spellings {
    pub(super) fn push(&mut self, spelling: &str) {
        self.text.push_str(spelling);
        self.ends.push(self.text.len());
    }

    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}
