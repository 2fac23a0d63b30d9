//! Many phrases as one set, found in one pass over the tokens.

mod wordings;

use std::sync::Arc;

use crate::phrase::{Phrase, Piece};
use crate::words::{Mark, Token, WordId, Words};

pub use wordings::{Slot, Wording, Wordings};

/// The number of a phrase in its set, in the order it was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PhraseId(pub u32);

/// Where a phrase stands: tokens `start` up to `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which phrase.
    pub phrase: PhraseId,
    /// The first token.
    pub start: usize,
    /// The token after the last.
    pub end: usize,
    /// The tokens that words of the phrase took, as bits counted from `start`; those in gaps are
    /// not among them. Beyond 64 tokens nothing is told.
    pub literal: u64,
}

impl Found {
    /// Whether a word of the phrase, and not a gap, took the token.
    #[must_use]
    pub fn is_literal(&self, token: usize) -> bool {
        let offset = token.wrapping_sub(self.start);
        offset < 64 && self.literal & (1 << offset) != 0
    }
}

/// Answers what the words and sets of a phrase stand for.
pub trait Resolve {
    /// Every form that `word` accepts.
    fn forms(&mut self, word: &str, pinned: bool) -> Arc<[WordId]>;
    /// The phrases of a set; nothing where there is no such set.
    fn set(&mut self, name: &str) -> Option<Arc<[Phrase]>>;
}

/// Phrases that are found together.
#[derive(Clone, Debug, Default)]
pub struct PhraseSet {
    programs: Vec<Program>,
    /// For each word, the phrases that can begin with it.
    starts: Vec<Vec<u32>>,
}

#[derive(Clone, Debug)]
struct Program {
    steps: Vec<Step>,
    gaps: bool,
}

#[derive(Clone, Debug)]
enum Step {
    Word(Arc<[WordId]>, Case),
    Split(Box<[usize]>),
    Jump(usize),
    Gap(u8, bool),
    Done,
}

/// Which capitals a word of a name asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Case {
    Free,
    Capital,
    Capitals,
}

impl Case {
    fn of(word: &str) -> Self {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if letters > 1 && word.chars().all(|c| !c.is_lowercase()) {
            Self::Capitals
        } else if word.chars().next().is_some_and(char::is_uppercase) {
            Self::Capital
        } else {
            Self::Free
        }
    }

    fn admits(self, token: &Token) -> bool {
        match self {
            Self::Free => true,
            Self::Capital => token.capital,
            Self::Capitals => token.capitals,
        }
    }
}

/// Collects phrases for a [`PhraseSet`].
#[derive(Debug, Default)]
pub struct PhraseSetBuilder {
    programs: Vec<Program>,
}

impl PhraseSetBuilder {
    /// Adds a phrase whose capitals do not matter.
    pub fn add(&mut self, phrase: &Phrase, resolve: &mut impl Resolve) -> PhraseId {
        self.push(phrase, false, resolve)
    }

    /// Adds a name: capitals that it is written with are asked for.
    pub fn add_name(&mut self, phrase: &Phrase, resolve: &mut impl Resolve) -> PhraseId {
        self.push(phrase, true, resolve)
    }

    fn push(&mut self, phrase: &Phrase, cased: bool, resolve: &mut impl Resolve) -> PhraseId {
        let mut steps = Vec::new();
        emit(&phrase.pieces, cased, resolve, &mut steps, 0);
        steps.push(Step::Done);
        let gaps = steps.iter().any(|step| matches!(step, Step::Gap(..)));
        self.programs.push(Program { steps, gaps });
        PhraseId(u32::try_from(self.programs.len() - 1).expect("fewer than four billion phrases"))
    }

    /// The set; `words` must hold every form that the phrases were resolved to.
    #[must_use]
    pub fn build(self, words: &Words) -> PhraseSet {
        let mut starts = vec![Vec::new(); words.len()];
        for (number, program) in (0..).zip(&self.programs) {
            let mut firsts = Vec::new();
            program.firsts(0, &mut firsts);
            firsts.sort_unstable();
            firsts.dedup();
            for word in firsts {
                starts[word.index()].push(number);
            }
        }
        PhraseSet {
            programs: self.programs,
            starts,
        }
    }
}

/// Sets that hold sets are followed this deep; the loader reports cycles before.
const DEEPEST_SET: usize = 8;

fn emit(
    pieces: &[Piece],
    cased: bool,
    resolve: &mut impl Resolve,
    steps: &mut Vec<Step>,
    depth: usize,
) {
    for piece in pieces {
        match piece {
            Piece::Word { text, pinned } => {
                let case = if cased { Case::of(text) } else { Case::Free };
                steps.push(Step::Word(resolve.forms(text, *pinned), case));
            }
            Piece::Gap { words, across } => steps.push(Step::Gap(*words, *across)),
            Piece::Any(runs) => {
                let runs: Vec<&[Piece]> = runs.iter().map(Vec::as_slice).collect();
                emit_any(&runs, cased, resolve, steps, depth);
            }
            Piece::Set(name) => {
                let phrases = if depth < DEEPEST_SET {
                    resolve.set(name)
                } else {
                    None
                };
                let phrases = phrases.as_deref().unwrap_or_default();
                let runs: Vec<&[Piece]> = phrases.iter().map(|p| p.pieces.as_slice()).collect();
                // An actor's name keeps its capitals, so that "us" is not the US.
                emit_any(
                    &runs,
                    cased || name.starts_with('@'),
                    resolve,
                    steps,
                    depth + 1,
                );
            }
        }
    }
}

fn emit_any(
    runs: &[&[Piece]],
    cased: bool,
    resolve: &mut impl Resolve,
    steps: &mut Vec<Step>,
    depth: usize,
) {
    // Runs of one free word each are one step.
    let single = |run: &&[Piece]| matches!(run, [Piece::Word { .. }]);
    if !cased && !runs.is_empty() && runs.iter().all(single) {
        let mut forms = Vec::new();
        for run in runs {
            if let [Piece::Word { text, pinned }] = run {
                forms.extend_from_slice(&resolve.forms(text, *pinned));
            }
        }
        forms.sort_unstable();
        forms.dedup();
        steps.push(Step::Word(forms.into(), Case::Free));
        return;
    }
    let split = steps.len();
    steps.push(Step::Split(Box::default()));
    let mut targets = Vec::new();
    let mut jumps = Vec::new();
    for run in runs {
        targets.push(steps.len());
        emit(run, cased, resolve, steps, depth);
        jumps.push(steps.len());
        steps.push(Step::Jump(0));
    }
    let end = steps.len();
    for jump in jumps {
        steps[jump] = Step::Jump(end);
    }
    steps[split] = Step::Split(targets.into());
}

impl Program {
    fn firsts(&self, at: usize, firsts: &mut Vec<WordId>) {
        match &self.steps[at] {
            Step::Word(forms, _) => firsts.extend_from_slice(forms),
            Step::Split(targets) => {
                for &target in targets {
                    self.firsts(target, firsts);
                }
            }
            Step::Jump(to) => self.firsts(*to, firsts),
            Step::Gap(..) => self.firsts(at + 1, firsts),
            Step::Done => {}
        }
    }

    /// The longest match that begins at token `start`.
    fn longest(
        &self,
        tokens: &[Token],
        start: usize,
        seen: &mut Vec<(usize, usize)>,
    ) -> Option<Longest> {
        seen.clear();
        let mut walk = Walk {
            tokens,
            start,
            longest: None,
            seen,
        };
        self.walk(0, start, 0, &mut walk);
        walk.longest
    }

    fn walk(&self, mut step: usize, mut at: usize, mut literal: u64, walk: &mut Walk<'_>) {
        loop {
            match &self.steps[step] {
                Step::Word(forms, case) => {
                    at = transparent(walk.tokens, at);
                    let Some(token) = walk.tokens.get(at) else {
                        return;
                    };
                    if !token.is_word() || !forms.contains(&token.word) || !case.admits(token) {
                        return;
                    }
                    let offset = at - walk.start;
                    if offset < 64 {
                        literal |= 1 << offset;
                    }
                    step += 1;
                    at += 1;
                }
                Step::Jump(to) => step = *to,
                Step::Split(targets) => {
                    for &target in targets {
                        self.walk(target, at, literal, walk);
                    }
                    return;
                }
                Step::Gap(words, across) => {
                    if walk.seen.contains(&(step, at)) {
                        return;
                    }
                    walk.seen.push((step, at));
                    self.gap(step, at, (*words, *across), literal, walk);
                    return;
                }
                Step::Done => {
                    if walk.longest.is_none_or(|longest| longest.end < at) {
                        walk.longest = Some(Longest { end: at, literal });
                    }
                    return;
                }
            }
        }
    }

    /// Goes on after a gap of every width.
    fn gap(
        &self,
        step: usize,
        mut at: usize,
        (words, across): (u8, bool),
        literal: u64,
        walk: &mut Walk<'_>,
    ) {
        self.walk(step + 1, at, literal, walk);
        let mut passed = 0;
        while passed < words {
            at = transparent(walk.tokens, at);
            let Some(token) = walk.tokens.get(at) else {
                return;
            };
            match token.mark() {
                None => passed += 1,
                Some(Mark::Comma | Mark::Dash | Mark::Colon) if across => {}
                Some(Mark::Other) => {}
                Some(_) => return,
            }
            at += 1;
            self.walk(step + 1, at, literal, walk);
        }
    }
}

/// A match from its phrase's first token on.
#[derive(Clone, Copy, Debug)]
struct Longest {
    end: usize,
    literal: u64,
}

/// A phrase's way through the tokens from one start.
struct Walk<'a> {
    tokens: &'a [Token],
    start: usize,
    longest: Option<Longest>,
    /// Gaps entered before, so that none is tried twice at one token.
    seen: &'a mut Vec<(usize, usize)>,
}

/// The next token that counts in a match: brackets and quotation marks do not.
fn transparent(tokens: &[Token], mut at: usize) -> usize {
    while let Some(Mark::Quote | Mark::Open | Mark::Close) = tokens.get(at).and_then(Token::mark) {
        at += 1;
    }
    at
}

impl PhraseSet {
    /// Every phrase at every token, at most one match (the longest) for each phrase and start.
    ///
    /// The order is by start, then by phrase.
    #[must_use]
    pub fn find(&self, tokens: &[Token]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut seen = Vec::new();
        for (start, token) in tokens.iter().enumerate() {
            let Some(candidates) = self
                .starts
                .get(token.word.index())
                .filter(|_| token.is_word())
            else {
                continue;
            };
            for &number in candidates {
                let program = &self.programs[number as usize];
                if let Some(Longest { end, literal }) = program.longest(tokens, start, &mut seen) {
                    found.push(Found {
                        phrase: PhraseId(number),
                        start,
                        end,
                        literal,
                    });
                }
            }
        }
        found
    }

    /// The phrases that begin at token `start`.
    #[must_use]
    pub fn find_at(&self, tokens: &[Token], start: usize) -> Vec<Found> {
        let mut seen = Vec::new();
        let Some(token) = tokens.get(start).filter(|token| token.is_word()) else {
            return Vec::new();
        };
        let Some(candidates) = self.starts.get(token.word.index()) else {
            return Vec::new();
        };
        candidates
            .iter()
            .filter_map(|&number| {
                let Longest { end, literal } =
                    self.programs[number as usize].longest(tokens, start, &mut seen)?;
                Some(Found {
                    phrase: PhraseId(number),
                    start,
                    end,
                    literal,
                })
            })
            .collect()
    }

    /// How many phrases there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.programs.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.programs.is_empty()
    }

    /// How many steps a phrase has, and whether it holds a gap: its cost.
    #[must_use]
    pub fn cost(&self, phrase: PhraseId) -> (usize, bool) {
        self.programs
            .get(phrase.0 as usize)
            .map_or((0, false), |program| (program.steps.len(), program.gaps))
    }
}
