//! Statements beside a coding: which cells agree, and how the others differ.

use std::collections::{BTreeMap, BTreeSet};

use super::score::{Cell, Disagreement, DisagreementKind, Flags, Measures, Score, Tally};
use super::{Coded, Coding, resample};

/// The share of words that two texts of evidence must have in common to be the same.
const SAME: f64 = 0.5;

/// Compares statements with a coding. Statements on other articles do not count.
#[must_use]
pub fn score(coding: &Coding, statements: &[Coded]) -> Score {
    let statements = statements
        .iter()
        .filter_map(|one| Some((coding.known_as(&one.article)?, one)));
    let mut shown: BTreeMap<Cell, Vec<&Coded>> = BTreeMap::new();
    for (article, one) in statements {
        let cell = Cell {
            article: article.into_owned(),
            ..Cell::of(one)
        };
        shown.entry(cell).or_default().push(one);
    }
    let mut rows: BTreeMap<Cell, Vec<&Coded>> = BTreeMap::new();
    for row in &coding.rows {
        rows.entry(Cell::of(row)).or_default().push(row);
    }
    Comparison {
        coding,
        shown,
        rows,
    }
    .score()
}

struct Comparison<'a> {
    coding: &'a Coding,
    shown: BTreeMap<Cell, Vec<&'a Coded>>,
    rows: BTreeMap<Cell, Vec<&'a Coded>>,
}

impl Comparison<'_> {
    fn is_required(&self, cell: &Cell) -> bool {
        let rows = self.rows.get(cell);
        rows.is_some_and(|rows| rows.iter().any(|row| row.required))
    }

    fn score(&self) -> Score {
        let (required, optional): (Vec<&Cell>, Vec<&Cell>) =
            self.rows.keys().partition(|cell| self.is_required(cell));
        let (found, missing): (Vec<&Cell>, Vec<&Cell>) = required
            .iter()
            .partition(|cell| self.shown.contains_key(cell));
        let noisy: Vec<&Cell> = self
            .shown
            .keys()
            .filter(|cell| !self.rows.contains_key(cell))
            .collect();
        let mut disagreements: Vec<Disagreement> = Vec::new();
        disagreements.extend(missing.iter().map(|cell| self.missing(cell)));
        disagreements.extend(noisy.iter().map(|cell| self.noisy(cell)));
        let mut flags = FoundFlags::default();
        for cell in &found {
            let differs = flags.add(&self.rows[cell], &self.shown[cell]);
            disagreements.extend(differs.map(|kind| self.disagreement(kind, cell)));
        }
        disagreements.sort_by(|one, other| (&one.cell, one.kind).cmp(&(&other.cell, other.kind)));
        let total = Tally {
            found: found.len(),
            noisy: noisy.len(),
            missing: missing.len(),
        };
        let half_right = total.found - flags.full;
        let full = Tally {
            found: flags.full,
            noisy: total.noisy + half_right,
            missing: total.missing + half_right,
        };
        let count = Counted {
            found: &found,
            noisy: &noisy,
            missing: &missing,
        };
        let articles = self.by_article(&count);
        let tallies: Vec<Tally> = articles.values().copied().collect();
        Score {
            positions: count.by(|cell| Some(cell.position.clone())),
            holders: count.by(|cell| Some(cell.holder.clone())),
            manners: count.by(|cell| self.shown.get(cell)?.first()?.manner),
            grades: count.by(|cell| self.shown.get(cell)?.first()?.grade),
            interval: resample::interval(&tallies),
            articles,
            seen: self.seen(&required),
            evidence: self.evidence(&found),
            conditional: flags.conditional,
            via: flags.via,
            total,
            shown: self.shown.len(),
            optional: (
                optional
                    .iter()
                    .filter(|cell| self.shown.contains_key(cell))
                    .count(),
                optional.len(),
            ),
            measures: Measures::of(total),
            full_f1: Measures::of(full).f1,
            disagreements,
        }
    }

    fn by_article(&self, count: &Counted<'_>) -> BTreeMap<String, Tally> {
        let mut articles = count.by(|cell| Some(cell.article.clone()));
        for article in &self.coding.articles {
            articles.entry(article.clone()).or_default();
        }
        articles
    }

    fn seen(&self, required: &[&Cell]) -> (usize, usize) {
        let shown: BTreeSet<_> = self.shown.keys().map(Cell::matter).collect();
        let wanted: BTreeSet<_> = required.iter().map(|cell| cell.matter()).collect();
        (wanted.intersection(&shown).count(), wanted.len())
    }

    fn evidence(&self, found: &[&Cell]) -> (usize, usize) {
        let (mut right, mut compared) = (0, 0);
        for cell in found {
            let texts: Vec<_> = self.rows[cell]
                .iter()
                .map(|row| &row.words)
                .filter(|words| !words.is_empty())
                .collect();
            let same = |one: &&Coded| texts.iter().any(|text| one.words.shared(text) >= SAME);
            compared += usize::from(!texts.is_empty());
            right += usize::from(self.shown[cell].iter().any(same));
        }
        (right, compared)
    }

    fn missing(&self, cell: &Cell) -> Disagreement {
        let rows = &self.rows[cell];
        Disagreement {
            kind: DisagreementKind::Missing,
            cell: cell.clone(),
            sentence: rows[0].evidence.clone(),
        }
    }

    fn noisy(&self, cell: &Cell) -> Disagreement {
        let kind = if self.rows.contains_key(&cell.turned()) {
            DisagreementKind::Turned
        } else if self.rows.keys().any(|row| row.matter() == cell.matter()) {
            DisagreementKind::Misheld
        } else {
            DisagreementKind::Invented
        };
        self.disagreement(kind, cell)
    }

    fn disagreement(&self, kind: DisagreementKind, cell: &Cell) -> Disagreement {
        Disagreement {
            kind,
            cell: cell.clone(),
            sentence: self.shown[cell][0].evidence.clone(),
        }
    }
}

/// The cells of a comparison, by how they count.
struct Counted<'a> {
    found: &'a [&'a Cell],
    noisy: &'a [&'a Cell],
    missing: &'a [&'a Cell],
}

impl Counted<'_> {
    fn by<K: Ord>(&self, key: impl Fn(&Cell) -> Option<K>) -> BTreeMap<K, Tally> {
        let mut tallies: BTreeMap<K, Tally> = BTreeMap::new();
        let mut add = |cells: &[&Cell], one: Tally| {
            for key in cells.iter().filter_map(|cell| key(cell)) {
                let tally = tallies.entry(key).or_default();
                *tally = tally.plus(one);
            }
        };
        let none = Tally::default();
        add(self.found, Tally { found: 1, ..none });
        add(self.noisy, Tally { noisy: 1, ..none });
        add(self.missing, Tally { missing: 1, ..none });
        tallies
    }
}

/// How condition and second hand agree over the cells found.
#[derive(Default)]
struct FoundFlags {
    conditional: Flags,
    via: Flags,
    /// Cells with both right.
    full: usize,
}

impl FoundFlags {
    /// Counts one cell; tells in what it differs.
    fn add(
        &mut self,
        rows: &[&Coded],
        shown: &[&Coded],
    ) -> impl Iterator<Item = DisagreementKind> + use<> {
        let named: BTreeSet<_> = rows.iter().flat_map(|row| &row.via).collect();
        let is_named = |one: &&Coded| one.via.iter().any(|id| named.contains(id));
        let condition = self.conditional.add(
            agreed(rows.iter().map(|row| row.conditional)),
            shown.iter().any(|one| one.conditional),
            shown.iter().all(|one| one.conditional),
        );
        let reporter = self.via.add(
            agreed(rows.iter().map(|row| !row.via.is_empty())),
            shown.iter().any(is_named),
            shown.iter().all(|one| !one.via.is_empty()),
        );
        self.full += usize::from(condition && reporter);
        let kinds = [
            (!condition).then_some(DisagreementKind::Condition),
            (!reporter).then_some(DisagreementKind::Reporter),
        ];
        kinds.into_iter().flatten()
    }
}

/// What all coders say; nothing where one has it and another has not.
fn agreed(mut coders: impl Iterator<Item = bool>) -> Option<bool> {
    let first = coders.next()?;
    coders.all(|other| other == first).then_some(first)
}

impl Flags {
    /// Counts one cell: whether coders want the flag, whether a statement has it as they do, and
    /// whether all statements have it. Tells whether that agrees.
    fn add(&mut self, wanted: Option<bool>, has: bool, all_have: bool) -> bool {
        match wanted {
            Some(true) if has => self.right += 1,
            Some(true) => self.overlooked += 1,
            Some(false) if all_have => self.wrongly_set += 1,
            // Where coders differ either is right.
            Some(false) | None => {}
        }
        match wanted {
            Some(true) => has,
            Some(false) => !all_have,
            None => true,
        }
    }
}
