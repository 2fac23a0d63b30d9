//! The numbers of word forms, by how they are written, and the other way round.

use crate::words::{BySpelling, WordId};

/// The numbers of word forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// Those of a few letters, as most words of any text are: found without a look at the letters.
    short: BySpelling<u64, WordId>,
    /// Those of up to twice as many.
    middle: BySpelling<u128, WordId>,
    long: BySpelling<Box<str>, WordId>,
}

impl Ids {
    pub(super) fn get(&self, spelling: &str) -> Option<WordId> {
        let id = if let Some(letters) = packed(spelling) {
            self.short.get(&u64::from_le_bytes(letters))
        } else if let Some(letters) = packed(spelling) {
            self.middle.get(&u128::from_le_bytes(letters))
        } else {
            self.long.get(spelling)
        };
        id.copied()
    }

    pub(super) fn insert(&mut self, spelling: &str, id: WordId) {
        if let Some(letters) = packed(spelling) {
            self.short.insert(u64::from_le_bytes(letters), id);
        } else if let Some(letters) = packed(spelling) {
            self.middle.insert(u128::from_le_bytes(letters), id);
        } else {
            self.long.insert(spelling.into(), id);
        }
    }
}

/// A word of a few bytes as one number; what it lacks is filled with a byte that no text has.
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
