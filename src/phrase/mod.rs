//! Phrases: the notation rule files use, and sets of them that are found in one pass.
//!
//! In: phrases as written and the word forms of a language. Out: where in a run of tokens each
//! phrase stands. What a phrase means is its owner's matter; this module knows only words.

mod notation;
mod set;

pub use notation::{NotationError, Phrase, Piece, parse};
pub use set::{
    Accepted, Found, PhraseId, PhraseSet, PhraseSetBuilder, Resolve, Slot, Wording, Wordings,
};
