//! Rule files judged by their own examples.
//!
//! In: rules with the sentences that their files give, and what must be read from each. Out: for
//! every sentence what is missing and what is noisy, with the way that each was read; and which
//! phrases and cues no sentence fires. Nothing is printed here.

mod fired;
mod frames;
mod ladder;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use jiff::civil::Date;

use crate::analyze::Analyzer;
use crate::article::{Article, Block, BlockKind};
use crate::id::{PackId, PositionId};
use crate::reading::Trace;
use crate::rules::{Example, Expectation, Rules};
use crate::span::Span;
use crate::statement::{Stance, Statement};

pub use fired::Fired;
pub use frames::{Failures, Tried, fill};
pub use ladder::{Fate, Rung};

/// An example, and which positions it speaks of.
#[derive(Clone, Debug)]
pub struct Case<'r> {
    /// The example.
    pub example: &'r Example,
    /// The position in whose file it stands; none in files of cues and constructions.
    pub of: Option<(&'r PackId, &'r PositionId)>,
    /// The first day of its pack's debate, where it has one: the date of examples without one.
    pub day: Option<Date>,
}

/// What became of an example: it agrees where both lists are empty.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// Expected and overlooked.
    pub missing: Vec<Missing>,
    /// Found and not expected.
    pub noisy: Vec<Noisy>,
}

/// An expectation that was overlooked.
#[derive(Clone, Debug)]
pub struct Missing {
    /// What was expected.
    pub expected: Expectation,
    /// What became of each phrase of the position that stands in the sentence.
    pub ladder: Vec<Rung>,
}

/// A stance that was found and that the example does not expect.
#[derive(Clone, Debug)]
pub struct Noisy {
    /// What was found.
    pub found: Expectation,
    /// How it was read.
    pub trace: Trace,
}

impl Judgement {
    /// Whether exactly what was expected was found.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.missing.is_empty() && self.noisy.is_empty()
    }
}

/// All examples: those of positions in the order of the tables, then those of `english/`.
#[must_use]
pub fn all(rules: &Rules) -> Vec<Case<'_>> {
    let of_positions = rules.packs.iter().flat_map(|pack| {
        pack.positions.iter().flat_map(|position| {
            position.examples.iter().map(|example| Case {
                example,
                of: Some((&pack.id, &position.id)),
                day: pack.from,
            })
        })
    });
    let of_language = rules.lexicon.examples.iter().map(|example| Case {
        example,
        of: None,
        day: None,
    });
    of_positions.chain(of_language).collect()
}

impl Case<'_> {
    /// A position that the example names and that none of the rules' packs has.
    #[must_use]
    pub fn unknown_position(&self, rules: &Rules) -> Option<&PositionId> {
        let known = |id: &PositionId| {
            let mut positions = rules.packs.iter().flat_map(|pack| &pack.positions);
            positions.any(|position| position.id == *id)
        };
        let named = self.example.expect.iter().map(|line| &line.position);
        named.into_iter().find(|id| !known(id))
    }

    /// The sentence as an article of one paragraph, with the example's date.
    #[must_use]
    pub fn article(&self) -> Article {
        let text = &self.example.text;
        Article {
            id: "example".to_owned(),
            title: None,
            date: self.example.date.or(self.day),
            outlet: None,
            author: None,
            line: None,
            path: self.example.origin.file.clone(),
            source: Arc::from(text.as_str()),
            blocks: vec![Block {
                span: Span::new(0, text.len()),
                kind: BlockKind::Paragraph,
            }],
            extracted: false,
        }
    }

    /// Reads the sentence and compares.
    #[must_use]
    pub fn judge(&self, analyzer: &Analyzer) -> Judgement {
        let article = self.article();
        let reading = analyzer.read(&article);
        let expected: BTreeSet<&Expectation> = self.example.expect.iter().collect();
        let found: Vec<(Expectation, &Statement)> = reading
            .statements
            .iter()
            .filter(|statement| self.counts(statement))
            .map(|statement| (Expectation::of(statement), statement))
            .collect();
        let missing: Vec<&Expectation> = expected
            .iter()
            .copied()
            .filter(|line| found.iter().all(|(found, _)| found != *line))
            .collect();
        let mut noisy: Vec<Noisy> = Vec::new();
        for (found, statement) in &found {
            let known = noisy.iter().any(|one| one.found == *found);
            if !expected.contains(found) && !known {
                noisy.push(Noisy {
                    found: found.clone(),
                    trace: reading
                        .traces
                        .get(&statement.id)
                        .cloned()
                        .unwrap_or_default(),
                });
            }
        }
        let analysis = (!missing.is_empty()).then(|| analyzer.analyze(&article));
        let missing = missing.into_iter().map(|line| Missing {
            expected: line.clone(),
            ladder: analysis
                .iter()
                .flat_map(|analysis| ladder::of(analysis, &line.position))
                .collect(),
        });
        Judgement {
            missing: missing.collect(),
            noisy,
        }
    }

    /// Whether a statement is about what the example speaks of. One that expects nothing at all, in
    /// a file of cues, speaks of every position.
    fn counts(&self, statement: &Statement) -> bool {
        let expect = &self.example.expect;
        match self.of {
            Some((pack, position)) => {
                statement.pack == *pack && statement.position == *position
                    || expect
                        .iter()
                        .any(|line| line.position == statement.position)
            }
            None => {
                expect.is_empty()
                    || expect
                        .iter()
                        .any(|line| line.position == statement.position)
            }
        }
    }
}

impl Expectation {
    /// What a statement would have to be expected as.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        Self {
            holder: statement.holder.clone(),
            position: statement.position.clone(),
            stance: statement.stance,
            conditional: statement.conditional,
            via: statement.via.clone(),
        }
    }

    /// The line as a rule file has it; a position's own file leaves the position out.
    #[must_use]
    pub fn written(&self, own: Option<&PositionId>) -> String {
        let mut line = self.holder.to_string();
        if own != Some(&self.position) {
            let _ = write!(line, " {}", self.position);
        }
        line.push_str(match self.stance {
            Stance::Supports => " for",
            Stance::Opposes => " against",
        });
        if self.conditional {
            line.push_str(" if");
        }
        for reporter in &self.via {
            let _ = write!(line, " via {reporter}");
        }
        line
    }
}
