//! Results against a coding by hand, cell by cell.
//!
//! In: the rows of a coding, and statements. Out: which cells agree, the measures over them, and
//! every disagreement with its kind. A cell is an article, a holder, a position and a side. A
//! required cell that is not there is *missed*, a cell that no row has is *false*, and an optional
//! one counts neither way. Files are read by others.

mod coding;
mod compare;
mod holders;
mod mersenne;
mod negatives;
mod resample;
mod rows;
mod score;
mod words;

pub use coding::{Coded, Coding, CodingError, CodingErrorKind};
pub use compare::score;
pub use holders::{Holders, HoldersError};
pub use negatives::{Caught, Traps};
pub use score::{Cell, Disagreement, DisagreementKind, Flags, Measures, Score, Tally};
pub use words::Words;

#[cfg(test)]
mod tests;
