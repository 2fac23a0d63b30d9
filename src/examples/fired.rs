//! Which phrases and cues did something in what was read.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::Analysis;
use crate::id::PackId;
use crate::matching::Reason;
use crate::rules::{Cue, PositionPhrase, Rules};

/// Phrases and cues that fired, gathered over many texts.
///
/// A phrase fires where it counts: it stands there, with what it needs beside it, and no other phrase
/// takes its words. A phrase of `ignore` fires where it hides another. A cue fires where it stands.
#[derive(Clone, Debug, Default)]
pub struct Fired {
    phrases: BTreeMap<PackId, BTreeSet<usize>>,
    cues: BTreeSet<usize>,
}

impl Fired {
    /// Adds what fires in a text.
    pub fn add(&mut self, analysis: &Analysis<'_>) {
        for pack in &analysis.packs {
            let phrases = self.phrases.entry(pack.pack.id.clone()).or_default();
            phrases.extend(pack.judged.iter().map(|(at, _)| at.phrase));
            phrases.extend(pack.dropped.iter().filter_map(|one| match one.reason {
                Reason::Ignored(phrase) => Some(phrase),
                Reason::Alone | Reason::Unless | Reason::Shorter => None,
            }));
        }
        let lines = &analysis.attributed.lines;
        let cues = lines.iter().flat_map(|line| &line.cues);
        self.cues.extend(cues.map(|at| at.cue));
    }

    /// The phrases that never fired, in the order of packs and files.
    pub fn silent_phrases<'r>(&self, rules: &'r Rules) -> impl Iterator<Item = &'r PositionPhrase> {
        rules.packs.iter().flat_map(|pack| {
            let fired = self.phrases.get(&pack.id);
            let phrases = pack.phrases.iter().enumerate();
            phrases
                .filter(move |(number, _)| !fired.is_some_and(|fired| fired.contains(number)))
                .map(|(_, phrase)| phrase)
        })
    }

    /// The cues that never fired, in the order of files.
    pub fn silent_cues<'r>(&self, rules: &'r Rules) -> impl Iterator<Item = &'r Cue> {
        let cues = rules.lexicon.cues.iter().enumerate();
        cues.filter(|(number, _)| !self.cues.contains(number))
            .map(|(_, cue)| cue)
    }
}
