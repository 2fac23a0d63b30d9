//! Which phrases and cues did something in what was read.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::{Analysis, PackAnalysis};
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
            phrases.extend(Self::hidden(pack));
        }
        let lines = &analysis.attributed.lines;
        let cues = lines.iter().flat_map(|line| &line.cues);
        self.cues.extend(cues.map(|at| at.cue));
    }

    /// The phrases of `ignore` that hide something.
    pub(super) fn hidden(pack: &PackAnalysis<'_>) -> impl Iterator<Item = usize> {
        pack.dropped.iter().filter_map(|one| match one.reason {
            Reason::Ignored(phrase) => Some(phrase),
            Reason::Alone
            | Reason::Unless
            | Reason::OffTopic
            | Reason::Shorter
            | Reason::Joined
            | Reason::Parted => None,
        })
    }

    pub(super) fn has_phrase(&self, pack: &PackId, phrase: usize) -> bool {
        let fired = self.phrases.get(pack);
        fired.is_some_and(|fired| fired.contains(&phrase))
    }

    pub(super) fn add_phrase(&mut self, pack: &PackId, phrase: usize) {
        self.phrases.entry(pack.clone()).or_default().insert(phrase);
    }

    pub(super) fn has_cue(&self, cue: usize) -> bool {
        self.cues.contains(&cue)
    }

    pub(super) fn add_cue(&mut self, cue: usize) {
        self.cues.insert(cue);
    }

    /// The phrases that never fired, in the order of packs and files, with their pack and number.
    pub fn silent_phrases<'r>(
        &self,
        rules: &'r Rules,
    ) -> impl Iterator<Item = (&'r PackId, usize, &'r PositionPhrase)> {
        rules.packs.iter().flat_map(|pack| {
            let fired = self.phrases.get(&pack.id);
            let phrases = pack.phrases.iter().enumerate();
            phrases
                .filter(move |(number, _)| !fired.is_some_and(|fired| fired.contains(number)))
                .map(|(number, phrase)| (&pack.id, number, phrase))
        })
    }

    /// The cues that never fired, in the order of files, with their number. Those that the program
    /// makes of others are not among them.
    pub fn silent_cues<'r>(&self, rules: &'r Rules) -> impl Iterator<Item = (usize, &'r Cue)> {
        let cues = rules.lexicon.cues.iter().enumerate();
        cues.filter(|(number, cue)| !cue.made && !self.cues.contains(number))
    }
}
