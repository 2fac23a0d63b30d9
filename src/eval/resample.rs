//! How far a measure would move with other articles.

use super::mersenne::Mersenne;
use super::score::{Measures, Tally};

/// How many sets of articles are drawn.
const SETS: usize = 1000;
/// Where every draw begins, so that all runs give the same.
const SEED: u32 = 1;

/// The F1 between which 95 of 100 resampled sets of articles lie.
///
/// `articles` are the tallies of all articles, in the order of their names. Every set draws as
/// many articles as there are, each as often as it comes.
pub(super) fn interval(articles: &[Tally]) -> (f64, f64) {
    let Some(end) = u32::try_from(articles.len()).ok().filter(|&end| end > 0) else {
        return (0.0, 0.0);
    };
    let mut draw = Mersenne::new(SEED);
    let mut scores: Vec<f64> = (0..SETS)
        .map(|_| {
            let drawn = (0..end).map(|_| articles[draw.below(end) as usize]);
            Measures::of(drawn.fold(Tally::default(), Tally::plus)).f1
        })
        .collect();
    scores.sort_by(f64::total_cmp);
    (scores[SETS / 40], scores[SETS - SETS / 40])
}
