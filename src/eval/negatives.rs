//! Sentences that a coder marked as traps, and those among them that give a statement.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::rows::{Row, objects};
use super::score::Cell;
use super::{Coded, Coding, CodingError, Words};

/// The share of words that a statement's evidence must have in common with a trap.
const SAME: f64 = 0.7;

/// Sentences that look like a stance and are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traps {
    sentences: Vec<Trap>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Trap {
    article: String,
    text: String,
}

/// A trap that a statement fell into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught<'a> {
    /// The sentence.
    pub sentence: &'a str,
    /// The cell of the statement.
    pub cell: Cell,
}

impl Traps {
    /// Reads traps: one JSON object a line, with `article` and `evidence`.
    ///
    /// # Errors
    ///
    /// Returns the first line that cannot be read.
    pub fn parse(text: &str) -> Result<Self, CodingError> {
        let traps = objects(text).map(|object| {
            let (line, object) = object?;
            let row = Row { line, object };
            Ok(Trap {
                article: row.article()?,
                text: row.evidence(),
            })
        });
        let sentences = traps.collect::<Result<_, _>>()?;
        Ok(Self { sentences })
    }

    /// Leaves out the traps of other articles.
    pub fn keep(&mut self, articles: &BTreeSet<String>) {
        self.sentences
            .retain(|trap| articles.contains(&trap.article));
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// Those that wrongly give a statement: its evidence is the trap, and no coder has its cell.
    #[must_use]
    pub fn caught<'a>(&'a self, coding: &Coding, statements: &[Coded]) -> Vec<Caught<'a>> {
        let cells: BTreeSet<Cell> = coding.rows.iter().map(Cell::of).collect();
        let named = statements.iter().map(|one| {
            let article = coding.known_as(&one.article);
            let article = article.unwrap_or(Cow::Borrowed(&one.article)).into_owned();
            let cell = Cell {
                article,
                ..Cell::of(one)
            };
            (cell, one)
        });
        let noisy: Vec<_> = named.filter(|(cell, _)| !cells.contains(cell)).collect();
        let fell_into = |trap: &'a Trap| {
            let words = Words::of(&trap.text);
            let mut here = noisy
                .iter()
                .filter(|(cell, _)| cell.article == trap.article);
            let (cell, _) = here.find(|(_, one)| one.words.shared(&words) >= SAME)?;
            Some(Caught {
                sentence: &trap.text,
                cell: cell.clone(),
            })
        };
        self.sentences.iter().filter_map(fell_into).collect()
    }
}
