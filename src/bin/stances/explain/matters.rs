//! The places that name the matter of a position, whether or not they count.

use stances::analyze::PackAnalysis;
use stances::attribution::Attribution;
use stances::matching::{Dropped, Match, Reason};
use stances::stance::{Finding, Verdict};

use super::Explained;

/// A place that names a matter, and what became of it.
pub(super) struct Place<'a> {
    pub(super) pack: &'a PackAnalysis<'a>,
    pub(super) matter: &'a Match,
    pub(super) outcome: Result<&'a Verdict, &'a Reason>,
}

impl<'a> Place<'a> {
    /// The stances it shows.
    pub(super) fn findings(&self) -> impl Iterator<Item = &'a Finding> + use<'a> {
        let findings = match self.outcome {
            Ok(Verdict::Found(findings)) => findings.as_slice(),
            Ok(Verdict::Closed(_)) | Err(_) => &[],
        };
        findings.iter()
    }
}

/// The places that name a position's matter, in the order of the text; parts of longer ones are
/// none.
pub(super) fn places<'a>(of: &'a Explained, position: &str) -> Vec<Place<'a>> {
    let mut places = Vec::new();
    for pack in &of.analysis.packs {
        let judged = pack.judged.iter().map(|(matter, verdict)| Place {
            pack,
            matter,
            outcome: Ok(verdict),
        });
        let counts = |dropped: &&Dropped| dropped.reason != Reason::Shorter;
        let dropped = pack.dropped.iter().filter(counts).map(|dropped| Place {
            pack,
            matter: &dropped.at,
            outcome: Err(&dropped.reason),
        });
        places.extend(judged.chain(dropped).filter(|place| {
            let number = place.matter.position;
            pack.pack.positions[number].id.as_str() == position
        }));
    }
    places.sort_by_key(|place| place.matter.tokens.start);
    places
}

/// Attributions whose content holds a match, the innermost first.
pub(super) fn around<'a>(of: &'a Explained, matter: &Match) -> Vec<&'a Attribution> {
    let attributions = of.analysis.attributed.attributions.iter();
    let mut around: Vec<_> = attributions
        .filter(|one| one.covers(matter.tokens.start))
        .collect();
    around.sort_by_key(|one| {
        one.content
            .iter()
            .map(ExactSizeIterator::len)
            .sum::<usize>()
    });
    around
}
