//! What a comparison says: cells that agree and that do not, and the measures over them.

use std::collections::BTreeMap;

use super::Coded;
use super::words::ratio;
use crate::statement::{Grade, Manner, Stance};

/// An article, a holder, a position and a side.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// The article.
    pub article: String,
    /// The holder, under the one name.
    pub holder: String,
    /// The position.
    pub position: String,
    /// The side.
    pub stance: Stance,
}

impl Cell {
    /// The cell of a row or statement.
    #[must_use]
    pub fn of(coded: &Coded) -> Self {
        Self {
            article: coded.article.clone(),
            holder: coded.holder.clone(),
            position: coded.position.clone(),
            stance: coded.stance,
        }
    }

    pub(super) fn turned(&self) -> Self {
        Self {
            stance: self.stance.negated(),
            ..self.clone()
        }
    }

    /// The cell, whoever holds it.
    pub(super) fn matter(&self) -> (&str, &str, Stance) {
        (&self.article, &self.position, self.stance)
    }
}

/// How many cells agree and how many do not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Required and there.
    pub found: usize,
    /// There, and in no row.
    pub noisy: usize,
    /// Required and not there.
    pub missing: usize,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            found: self.found + other.found,
            noisy: self.noisy + other.noisy,
            missing: self.missing + other.missing,
        }
    }
}

/// Precision, recall and their harmonic mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures {
    /// Found of all shown that count.
    pub precision: f64,
    /// Found of all required.
    pub recall: f64,
    /// Both.
    pub f1: f64,
}

impl Measures {
    /// The measures of a tally.
    #[must_use]
    pub fn of(tally: Tally) -> Self {
        let share = |rest: usize, of_nothing: f64| match tally.found + rest {
            0 => of_nothing,
            whole => ratio(tally.found, whole),
        };
        let (precision, recall) = (share(tally.noisy, 0.0), share(tally.missing, 1.0));
        let f1 = if precision + recall > 0.0 {
            2.0 * precision * recall / (precision + recall)
        } else {
            0.0
        };
        Self {
            precision,
            recall,
            f1,
        }
    }
}

/// How a yes or no about the cells found agrees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// Set, and rightly so.
    pub right: usize,
    /// Set where no coder has it.
    pub wrongly_set: usize,
    /// Not set where every coder has it.
    pub overlooked: usize,
}

/// Why a cell is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DisagreementKind {
    /// Required and not there.
    Missing,
    /// There, where a row has the other side.
    Turned,
    /// There, where a row gives the stance to someone else.
    Misheld,
    /// There, and nothing like it in any row.
    Invented,
    /// Found, but conditional where no row is, or the reverse.
    Condition,
    /// Found, but reported by another than in the rows, or first-hand where they are not.
    Reporter,
}

/// A cell on which coding and results differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disagreement {
    /// How they differ.
    pub kind: DisagreementKind,
    /// On which cell.
    pub cell: Cell,
    /// The sentence that shows it: the coder's for what is missing, else the program's.
    pub sentence: String,
}

/// All that a comparison says.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// By position.
    pub positions: BTreeMap<String, Tally>,
    /// By article; those in which all is right, and nothing is there, as well.
    pub articles: BTreeMap<String, Tally>,
    /// By holder.
    pub holders: BTreeMap<String, Tally>,
    /// By the manner of the statement: what is missing has none.
    pub manners: BTreeMap<Manner, Tally>,
    /// By the grade of the mention, likewise.
    pub grades: BTreeMap<Grade, Tally>,
    /// Of the required matters, whoever holds them: how many are seen, and how many there are.
    pub seen: (usize, usize),
    /// Of the cells found: how many rest on the coder's sentence, and how many have one to compare.
    pub evidence: (usize, usize),
    /// Whether a stance is conditional.
    pub conditional: Flags,
    /// Whether a stance is second-hand, and by whom.
    pub via: Flags,
    /// All cells.
    pub total: Tally,
    /// Cells shown.
    pub shown: usize,
    /// Those of them that are optional, and how many optional cells there are.
    pub optional: (usize, usize),
    /// The measures.
    pub measures: Measures,
    /// The F1 where a cell counts only with condition and second hand right too.
    pub full_f1: f64,
    /// The F1 between which 95 % of resampled sets of articles lie.
    pub interval: (f64, f64),
    /// Every cell on which coding and results differ, by article.
    pub disagreements: Vec<Disagreement>,
}

impl Score {
    /// How many disagreements are of a kind.
    #[must_use]
    pub fn count(&self, kind: DisagreementKind) -> usize {
        let of_kind = |one: &&Disagreement| one.kind == kind;
        self.disagreements.iter().filter(of_kind).count()
    }
}
