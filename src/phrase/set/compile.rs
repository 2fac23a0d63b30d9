//! From a phrase to the steps that match it, and the words that it is found by.

use std::sync::Arc;

use super::anchors::{Mask, NOTHING, Need, Needs, Reach};
use super::{Accepted, Ahead, Case, Program, Resolve, Step};
use crate::phrase::notation::runs;
use crate::phrase::{Phrase, Piece};
use crate::words::{Spelled, WordId};

/// Sets that hold sets are followed this deep; the loader reports cycles before.
const DEEPEST_SET: usize = 8;

/// Lists of words that stand in nearly every sentence are not worth a look.
const EVERYWHERE: u32 = 1000;

/// The two rarest lists of words beside the anchor's of which a phrase needs one each.
fn others(runs: &[Run], anchor: &Anchor, needs: &mut Needs) -> [Need; 2] {
    let anchors = runs.iter().filter_map(|run| run.anchor.as_ref());
    let rare = |other: &&Anchor| other.weight < EVERYWHERE && other.words != anchor.words;
    let mut others: Vec<&Anchor> = anchors.filter(rare).collect();
    others.sort_by_key(|other| other.weight);
    others.dedup_by(|one, other| one.words == other.words);
    let mut numbers = others.iter().map(|other| needs.number(&other.words));
    std::array::from_fn(|_| numbers.next().unwrap_or(NOTHING))
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
        let begin = |(_, target): &(Mask, Ahead)| {
            let mut words = Vec::new();
            let is_told = begins(steps, target.of(at), &mut words);
            ways.extend(words.into_iter().map(|word| (word, *target)));
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
    match steps.get(at) {
        Some(Step::Word(_, forms, _)) => {
            words.extend_from_slice(forms);
            true
        }
        Some(Step::Split(targets)) => {
            let mut targets = targets.iter();
            targets.all(|(_, target)| begins(steps, target.of(at), words))
        }
        Some(Step::Choice(ways)) => {
            words.extend(ways.iter().map(|(word, _)| *word));
            true
        }
        Some(Step::Jump(to)) => begins(steps, to.of(at), words),
        Some(Step::Gap(..) | Step::Done) | None => false,
    }
}

/// The steps of sets, which stand in many phrases, by their names; those of names apart.
#[derive(Debug, Default)]
pub(super) struct Emitted([Spelled<(Box<[Step]>, Run)>; 2]);

impl Emitted {
    /// Puts the steps of a set to others, if they are known.
    fn repeat(&self, name: &str, cased: bool, steps: &mut Vec<Step>) -> Option<Run> {
        let (known, run) = self.0[usize::from(cased)].get(name)?;
        steps.extend_from_slice(known);
        Some(run.clone())
    }

    /// Keeps the steps of a set.
    fn keep(&mut self, name: &str, cased: bool, steps: &[Step], run: &Run) {
        self.0[usize::from(cased)].insert(name, (steps.into(), run.clone()));
    }
}

/// What is known of a run of pieces.
#[derive(Clone, Debug)]
struct Run {
    anchor: Option<Anchor>,
    /// How many words it takes, at least and at most.
    width: (usize, usize),
    /// What it can begin with.
    first: Mask,
}

/// Words of which every match has one.
#[derive(Clone, Debug, Default)]
struct Anchor {
    words: Arc<[WordId]>,
    /// How often they stand in texts, all together.
    weight: u32,
    /// How many words stand before it, at least and at most.
    before: (usize, usize),
}

/// "US", "EU": two capitals are a name whose small letters can be another word.
fn is_short_name(text: &str) -> bool {
    let mut letters = text.chars();
    let mut is_capital = || letters.next().is_some_and(char::is_uppercase);
    is_capital() && is_capital() && letters.next().is_none()
}

/// Writes the steps of a phrase.
pub(super) struct Emitter<'a, R> {
    pub(super) resolve: &'a mut R,
    pub(super) steps: &'a mut Vec<Step>,
    pub(super) sets: &'a mut Emitted,
}

impl<R: Resolve> Emitter<'_, R> {
    /// The steps of a phrase, and where its matches begin.
    pub(super) fn program(
        &mut self,
        phrase: &Phrase<'_>,
        cased: bool,
        needs: &mut Needs,
    ) -> (Program, Reach) {
        let pieces = phrase.pieces.iter();
        let runs: Vec<Run> = pieces.map(|piece| self.piece(piece, cased, 0)).collect();
        self.steps.push(Step::Done);
        choose(self.steps);
        let mut run = Run::EMPTY;
        for next in &runs {
            run.push(next.clone());
        }
        // A phrase without an anchor has no word, and is never found.
        let anchor = run.anchor.unwrap_or_default();
        let needs = others(&runs, &anchor, needs);
        let reach = Reach::new(run.first, anchor.before, needs);
        let program = Program {
            gaps: self.steps.iter().any(|step| matches!(step, Step::Gap(..))),
            steps: self.steps.drain(..).collect(),
            anchor: anchor.words,
        };
        (program, reach)
    }

    /// Several pieces, one after another.
    fn all(&mut self, pieces: &[Piece<'_>], cased: bool, depth: usize) -> Run {
        let mut whole = Run::EMPTY;
        for piece in pieces {
            whole.push(self.piece(piece, cased, depth));
        }
        whole
    }

    /// One piece; `depth` is how many sets it stands in.
    fn piece(&mut self, piece: &Piece<'_>, cased: bool, depth: usize) -> Run {
        match piece {
            Piece::Word { text, pinned } => {
                let case = if cased {
                    Case::of(text)
                } else if is_short_name(text) {
                    Case::Capital
                } else {
                    Case::Free
                };
                let Accepted { forms, weight } = self.resolve.word(text, *pinned);
                let run = word(&forms, weight);
                self.steps.push(Step::Word(run.first, forms, case));
                run
            }
            Piece::Gap { words, across } => {
                self.steps.push(Step::Gap(*words, *across));
                Run {
                    anchor: None,
                    width: (0, usize::from(*words)),
                    first: Mask::ALL,
                }
            }
            Piece::Any(pieces) => self.any(runs(pieces), cased, depth),
            Piece::Bar => Run::EMPTY,
            Piece::Set(name) => {
                // An actor's name keeps its capitals, so that "us" is not the US.
                let cased = cased || name.starts_with('@');
                let known = (depth == 0).then(|| self.sets.repeat(name, cased, self.steps));
                known.flatten().unwrap_or_else(|| {
                    let phrases = if depth < DEEPEST_SET {
                        self.resolve.set(name)
                    } else {
                        None
                    };
                    let phrases = phrases.as_deref().unwrap_or_default();
                    let runs = phrases.iter().map(|phrase| phrase.pieces.as_slice());
                    let start = self.steps.len();
                    let run = self.any(runs, cased, depth + 1);
                    if depth == 0 {
                        let steps = &mut self.steps[start..];
                        choose(steps);
                        self.sets.keep(name, cased, steps, &run);
                    }
                    run
                })
            }
        }
    }

    /// Any one of several runs.
    fn any<'p, 't: 'p>(
        &mut self,
        runs: impl Iterator<Item = &'p [Piece<'t>]> + Clone,
        cased: bool,
        depth: usize,
    ) -> Run {
        // Runs of one free word each are one step.
        let is_single = |run: &[Piece<'_>]| matches!(run, [Piece::Word { .. }]);
        let count = runs.clone().count();
        if !cased && count > 0 && runs.clone().all(is_single) {
            let mut forms = Vec::new();
            let mut weight: u32 = 0;
            for run in runs {
                if let [Piece::Word { text, pinned }] = run {
                    let accepted = self.resolve.word(text, *pinned);
                    forms.extend_from_slice(&accepted.forms);
                    weight = weight.saturating_add(accepted.weight);
                }
            }
            forms.sort_unstable();
            forms.dedup();
            let forms = forms.into();
            let run = word(&forms, weight);
            self.steps.push(Step::Word(run.first, forms, Case::Free));
            return run;
        }
        let split = self.steps.len();
        self.steps.push(Step::Split(Arc::default()));
        let mut ways = Vec::with_capacity(count);
        let mut targets = Vec::with_capacity(count);
        let mut jumps = Vec::with_capacity(count);
        for run in runs {
            let target = Ahead::between(split, self.steps.len());
            let run = self.all(run, cased, depth);
            let first = if run.is_empty() { Mask::ALL } else { run.first };
            targets.push((first, target));
            jumps.push(self.steps.len());
            self.steps.push(Step::Jump(Ahead::default()));
            ways.push(run);
        }
        let end = self.steps.len();
        for jump in jumps {
            self.steps[jump] = Step::Jump(Ahead::between(jump, end));
        }
        self.steps[split] = Step::Split(targets.into());
        Run::any(&ways)
    }
}

fn word(forms: &Arc<[WordId]>, weight: u32) -> Run {
    Run {
        anchor: Some(Anchor {
            words: Arc::clone(forms),
            weight,
            before: (0, 0),
        }),
        width: (1, 1),
        first: Mask::of(forms),
    }
}

impl Run {
    const EMPTY: Self = Self {
        anchor: None,
        width: (0, 0),
        first: Mask::NONE,
    };

    /// Whether it can take no word at all.
    fn is_empty(&self) -> bool {
        self.width.0 == 0
    }

    /// Puts what follows to it: the rarest anchor counts.
    fn push(&mut self, next: Self) {
        if self.is_empty() {
            self.first = self.first.or(next.first);
        }
        if let Some(mut anchor) = next.anchor {
            let is_rarer = |old: &Anchor| anchor.weight < old.weight;
            if self.anchor.as_ref().is_none_or(is_rarer) {
                anchor.before = sum(anchor.before, self.width);
                self.anchor = Some(anchor);
            }
        }
        self.width = sum(self.width, next.width);
    }

    /// Any one of several, which can stand in the same place.
    fn any(ways: &[Self]) -> Self {
        let anchors: Option<Vec<&Anchor>> = ways.iter().map(|way| way.anchor.as_ref()).collect();
        Self {
            anchor: anchors.map(|anchors| Anchor::any(&anchors)),
            width: widest(ways.iter().map(|way| way.width)),
            first: ways.iter().fold(Mask::NONE, |mask, way| mask.or(way.first)),
        }
    }
}

impl Anchor {
    /// The words of all of several.
    fn any(anchors: &[&Self]) -> Self {
        let words = anchors.iter().flat_map(|anchor| anchor.words.iter());
        let mut words: Vec<WordId> = words.copied().collect();
        words.sort_unstable();
        words.dedup();
        let weights = anchors.iter().map(|anchor| anchor.weight);
        Self {
            words: words.into(),
            weight: weights.fold(0, u32::saturating_add),
            before: widest(anchors.iter().map(|anchor| anchor.before)),
        }
    }
}

/// How many words two stretches have together, at least and at most.
fn sum(one: (usize, usize), other: (usize, usize)) -> (usize, usize) {
    (one.0 + other.0, one.1 + other.1)
}

/// How many words one of several stretches has, at least and at most.
fn widest(stretches: impl Iterator<Item = (usize, usize)>) -> (usize, usize) {
    let both =
        |one: (usize, usize), other: (usize, usize)| (one.0.min(other.0), one.1.max(other.1));
    stretches.reduce(both).unwrap_or_default()
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
        fn word(&mut self, word: &str, _: bool) -> Accepted {
            Accepted {
                forms: Arc::new([self.0.intern(word)]),
                weight: u32::from(word.as_bytes()[0]),
            }
        }

        fn set(&mut self, _: &str) -> Option<Arc<[Arc<Phrase<'static>>]>> {
            parse("c [d] (e|a a)")
                .ok()
                .map(|phrase| Arc::from([Arc::new(phrase)]))
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
                    let best = program.best(&tokens, start, &mut Vec::new());
                    expected.extend(best.map(|best| (start, number, best.end)));
                }
            }
            prop_assert_eq!(found, expected);
        }
    }
}
