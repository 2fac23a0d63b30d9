//! The numbers of word forms, by how they are written.

use std::sync::Arc;

use crate::words::{BySpelling, WordId};

/// The numbers of word forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    /// Those of a few letters, as most words of any text are: found without a look at the letters.
    short: BySpelling<u64, WordId>,
    long: BySpelling<Arc<str>, WordId>,
}

impl Ids {
    pub(super) fn get(&self, spelling: &str) -> Option<WordId> {
        let id = match packed(spelling) {
            Some(letters) => self.short.get(&letters),
            None => self.long.get(spelling),
        };
        id.copied()
    }

    pub(super) fn insert(&mut self, spelling: &Arc<str>, id: WordId) {
        match packed(spelling) {
            Some(letters) => self.short.insert(letters, id),
            None => self.long.insert(Arc::clone(spelling), id),
        };
    }
}

/// A word of up to eight bytes as one number; what it lacks is filled with a byte that no text has.
fn packed(spelling: &str) -> Option<u64> {
    let mut bytes = [0xff; 8];
    let letters = bytes.get_mut(..spelling.len())?;
    letters.copy_from_slice(spelling.as_bytes());
    Some(u64::from_le_bytes(bytes))
}
