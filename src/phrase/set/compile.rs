//! From a phrase to the steps that match it, and the words that it is found by.

use std::sync::Arc;

use super::{Case, Mask, Program, Resolve, Step};
use crate::phrase::{Phrase, Piece};
use crate::words::{BySpelling, WordId};

/// Sets that hold sets are followed this deep; the loader reports cycles before.
const DEEPEST_SET: usize = 8;

impl Program {
    pub(super) fn compile(
        phrase: &Phrase,
        cased: bool,
        resolve: &mut impl Resolve,
        sets: &mut Emitted,
    ) -> Self {
        let mut steps = Vec::new();
        let run = emit(&phrase.pieces, cased, resolve, &mut steps, sets, 0);
        steps.push(Step::Done);
        let gaps = steps.iter().any(|step| matches!(step, Step::Gap(..)));
        choose(&mut steps);
        // A phrase without an anchor has no word, and is never found.
        let anchor = run.anchor.unwrap_or_default();
        Self {
            steps,
            gaps,
            anchor: anchor.words.into_vec(),
            before: anchor.before,
            first: run.first,
        }
    }
}

/// Of splits that are wider, not every way is tried.
const WIDE: usize = 8;

/// Makes choices of wide splits, so that only the ways are tried that begin with the word at hand.
fn choose(steps: &mut [Step]) {
    for at in (0..steps.len()).rev() {
        let Step::Split(targets) = &steps[at] else {
            continue;
        };
        if targets.len() <= WIDE {
            continue;
        }
        let mut ways = Vec::new();
        let begin = |&(_, target): &(Mask, usize)| {
            let mut words = Vec::new();
            let is_told = begins(steps, target, &mut words);
            ways.extend(words.into_iter().map(|word| (word, target)));
            is_told
        };
        if targets.iter().all(begin) {
            ways.sort_unstable();
            ways.dedup();
            steps[at] = Step::Choice(ways.into());
        }
    }
}

/// Collects the words that what follows can begin with; false where it can begin with any, or end.
fn begins(steps: &[Step], at: usize, words: &mut Vec<WordId>) -> bool {
    match &steps[at] {
        Step::Word(_, forms, _) => {
            words.extend_from_slice(forms);
            true
        }
        Step::Split(targets) => {
            let mut targets = targets.iter();
            targets.all(|&(_, target)| begins(steps, target, words))
        }
        Step::Choice(ways) => {
            words.extend(ways.iter().map(|(word, _)| *word));
            true
        }
        Step::Jump(to) => begins(steps, *to, words),
        Step::Gap(..) | Step::Done => false,
    }
}

/// The steps of sets, which stand in many phrases, by their names; those of names apart.
#[derive(Debug, Default)]
pub(super) struct Emitted([BySpelling<String, (Vec<Step>, Run)>; 2]);

impl Emitted {
    /// Puts the steps of a set to others, if they are known.
    fn repeat(&self, name: &str, cased: bool, steps: &mut Vec<Step>) -> Option<Run> {
        let (known, run) = self.0[usize::from(cased)].get(name)?;
        let start = steps.len();
        steps.extend(known.iter().map(|step| match step {
            Step::Jump(to) => Step::Jump(to + start),
            Step::Split(targets) => {
                let moved = targets.iter().map(|(mask, to)| (*mask, to + start));
                Step::Split(moved.collect())
            }
            Step::Word(..) | Step::Choice(_) | Step::Gap(..) | Step::Done => step.clone(),
        }));
        Some(run.clone())
    }

    /// Keeps the steps of a set, which stand from `start` on.
    fn keep(&mut self, name: &str, cased: bool, steps: &[Step], start: usize, run: &Run) {
        let steps = steps[start..].iter().map(|step| match step {
            Step::Jump(to) => Step::Jump(to - start),
            Step::Split(targets) => {
                let moved = targets.iter().map(|(mask, to)| (*mask, to - start));
                Step::Split(moved.collect())
            }
            Step::Word(..) | Step::Choice(_) | Step::Gap(..) | Step::Done => step.clone(),
        });
        self.0[usize::from(cased)].insert(name.to_owned(), (steps.collect(), run.clone()));
    }
}

/// What is known of a run of pieces.
#[derive(Clone, Debug)]
struct Run {
    anchor: Option<Anchor>,
    /// How many words it can take.
    width: usize,
    /// What it can begin with.
    first: Mask,
    /// Whether it can take no word at all.
    is_empty: bool,
}

/// Words of which every match has one.
#[derive(Clone, Debug, Default)]
struct Anchor {
    words: Words,
    /// How often they stand in texts, all together.
    weight: u32,
    /// How many words can stand before.
    before: usize,
}

/// Words of an anchor: those of one word of the phrase, or of several.
#[derive(Clone, Debug)]
enum Words {
    One(Arc<[WordId]>),
    Several(Vec<WordId>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Several(Vec::new())
    }
}

impl Words {
    fn into_vec(self) -> Vec<WordId> {
        match self {
            Self::One(words) => words.to_vec(),
            Self::Several(words) => words,
        }
    }

    fn extend(self, other: &Self) -> Self {
        let mut words = self.into_vec();
        match other {
            Self::One(other) => words.extend_from_slice(other),
            Self::Several(other) => words.extend_from_slice(other),
        }
        Self::Several(words)
    }
}

fn emit(
    pieces: &[Piece],
    cased: bool,
    resolve: &mut impl Resolve,
    steps: &mut Vec<Step>,
    sets: &mut Emitted,
    depth: usize,
) -> Run {
    let mut whole = Run {
        anchor: None,
        width: 0,
        first: Mask::NONE,
        is_empty: true,
    };
    for piece in pieces {
        let run = match piece {
            Piece::Word { text, pinned } => {
                let case = if cased { Case::of(text) } else { Case::Free };
                let forms = resolve.forms(text, *pinned);
                let run = word(&forms, resolve.weight(text));
                steps.push(Step::Word(run.first, forms, case));
                run
            }
            Piece::Gap { words, across } => {
                steps.push(Step::Gap(*words, *across));
                Run {
                    anchor: None,
                    width: usize::from(*words),
                    first: Mask::ALL,
                    is_empty: true,
                }
            }
            Piece::Any(runs) => {
                let runs: Vec<&[Piece]> = runs.iter().map(Vec::as_slice).collect();
                emit_any(&runs, cased, resolve, steps, sets, depth)
            }
            Piece::Set(name) => {
                // An actor's name keeps its capitals, so that "us" is not the US.
                let cased = cased || name.starts_with('@');
                let known = (depth == 0).then(|| sets.repeat(name, cased, steps));
                known.flatten().unwrap_or_else(|| {
                    let phrases = if depth < DEEPEST_SET {
                        resolve.set(name)
                    } else {
                        None
                    };
                    let phrases = phrases.as_deref().unwrap_or_default();
                    let runs: Vec<&[Piece]> = phrases.iter().map(|p| p.pieces.as_slice()).collect();
                    let start = steps.len();
                    let run = emit_any(&runs, cased, resolve, steps, sets, depth + 1);
                    if depth == 0 {
                        sets.keep(name, cased, steps, start, &run);
                    }
                    run
                })
            }
        };
        whole.push(run);
    }
    whole
}

fn emit_any(
    runs: &[&[Piece]],
    cased: bool,
    resolve: &mut impl Resolve,
    steps: &mut Vec<Step>,
    sets: &mut Emitted,
    depth: usize,
) -> Run {
    // Runs of one free word each are one step.
    let single = |run: &&[Piece]| matches!(run, [Piece::Word { .. }]);
    if !cased && !runs.is_empty() && runs.iter().all(single) {
        let mut forms = Vec::new();
        let mut weight: u32 = 0;
        for run in runs {
            if let [Piece::Word { text, pinned }] = run {
                forms.extend_from_slice(&resolve.forms(text, *pinned));
                weight = weight.saturating_add(resolve.weight(text));
            }
        }
        forms.sort_unstable();
        forms.dedup();
        let forms = forms.into();
        let run = word(&forms, weight);
        steps.push(Step::Word(run.first, forms, Case::Free));
        return run;
    }
    let split = steps.len();
    steps.push(Step::Split(Box::default()));
    let mut whole = Run {
        anchor: Some(Anchor::default()),
        width: 0,
        first: Mask::NONE,
        is_empty: false,
    };
    let mut targets = Vec::new();
    let mut jumps = Vec::new();
    for run in runs {
        let target = steps.len();
        let run = emit(run, cased, resolve, steps, sets, depth);
        let first = if run.is_empty { Mask::ALL } else { run.first };
        targets.push((first, target));
        jumps.push(steps.len());
        steps.push(Step::Jump(0));
        whole.or(run);
    }
    let end = steps.len();
    for jump in jumps {
        steps[jump] = Step::Jump(end);
    }
    steps[split] = Step::Split(targets.into());
    whole
}

fn word(forms: &Arc<[WordId]>, weight: u32) -> Run {
    Run {
        anchor: Some(Anchor {
            words: Words::One(Arc::clone(forms)),
            weight,
            before: 0,
        }),
        width: 1,
        first: Mask::of(forms),
        is_empty: false,
    }
}

impl Run {
    /// Puts what follows to it: the rarest anchor counts.
    fn push(&mut self, next: Self) {
        if self.is_empty {
            self.first = self.first.or(next.first);
        }
        self.is_empty &= next.is_empty;
        if let Some(mut anchor) = next.anchor {
            let is_rarer = |old: &Anchor| anchor.weight < old.weight;
            if self.anchor.as_ref().is_none_or(is_rarer) {
                anchor.before += self.width;
                self.anchor = Some(anchor);
            }
        }
        self.width += next.width;
    }

    /// Puts another to it that can stand in its place: the anchors of both count.
    fn or(&mut self, other: Self) {
        self.first = self.first.or(other.first);
        self.is_empty |= other.is_empty;
        self.width = self.width.max(other.width);
        self.anchor = match (self.anchor.take(), other.anchor) {
            (Some(mut anchor), Some(other)) => {
                anchor.words = anchor.words.extend(&other.words);
                anchor.weight = anchor.weight.saturating_add(other.weight);
                anchor.before = anchor.before.max(other.before);
                Some(anchor)
            }
            (None, _) | (_, None) => None,
        };
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::phrase::{PhraseSetBuilder, parse};
    use crate::span::Span;
    use crate::words::Words as Known;

    /// Words have no forms but themselves; the set `<c>` holds one phrase with an option.
    struct Bare(Known);

    impl Resolve for Bare {
        fn forms(&mut self, word: &str, _: bool) -> Arc<[WordId]> {
            Arc::new([self.0.intern(word)])
        }

        fn set(&mut self, _: &str) -> Option<Arc<[Phrase]>> {
            parse("c [d] (e|a a)")
                .ok()
                .map(|phrase| Arc::from([phrase]))
        }

        fn weight(&self, word: &str) -> u32 {
            u32::from(word.as_bytes()[0])
        }
    }

    const PHRASES: &[&str] = &[
        "a",
        "a b",
        "[a] b",
        "b [a] [c] d",
        "(a|b) c",
        "(a b|c) (d|e)",
        "d ...1 a",
        "d ...3 (c|[b] a) ...1 e",
        "<c> a",
        "e ...2 <c>",
        "b ...1 (a b|a|b|c [d] e|c c|d|e a|[f] b|f [a] c) d",
        "(a b|a|b|c|c c|d|e a|f f|[e] d|a [c] b) [d] (a a|b|c|d d|d e|[f] f|f a|f b|f c)",
    ];

    proptest! {
        /// What is found at anchors is what is found when every phrase is tried at every token.
        #[test]
        fn no_match_is_lost(text in "([a-f]|[a-f],|\\([a-f]\\)|[a-f]\\.)( ([a-f]|[a-f],|\"[a-f]\"|[a-f];)){0,12}") {
            let mut bare = Bare(Known::new(crate::words::Contractions::default()));
            let mut builder = PhraseSetBuilder::default();
            for phrase in PHRASES.iter().flat_map(|phrase| parse(phrase)) {
                builder.add(&phrase, &mut bare);
            }
            let set = builder.build();
            prop_assert_eq!(set.len(), PHRASES.len());
            let tokens = bare.0.tokens(&text, Span::new(0, text.len()));
            let found: Vec<_> = set
                .find(&tokens)
                .into_iter()
                .map(|found| (found.start, found.phrase.0, found.end))
                .collect();
            let mut expected = Vec::new();
            for start in (0..tokens.len()).filter(|at| tokens[*at].is_word()) {
                for (number, program) in (0..).zip(&set.programs) {
                    let longest = program.longest(&tokens, start, &mut Vec::new());
                    expected.extend(longest.map(|longest| (start, number, longest.end)));
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
