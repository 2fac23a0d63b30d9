//! Many phrases as one set, found in one pass over the tokens.

mod anchors;
mod compile;
mod wordings;

use std::sync::Arc;

use self::anchors::{Anchors, Mask, Needs, Reach};
use self::compile::{Emitted, Emitter};
use crate::phrase::Phrase;
use crate::words::{Mark, Token, WordId};

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
    /// What `word` accepts.
    fn word(&mut self, word: &str, pinned: bool) -> Accepted;
    /// The phrases of a set; nothing where there is no such set.
    fn set(&mut self, name: &str) -> Option<Arc<[Arc<Phrase<'static>>]>>;
}

/// What a word of a phrase accepts.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// Every form.
    pub forms: Arc<[WordId]>,
    /// About how often they stand in texts. Phrases are looked for where their rarest word is.
    pub weight: u32,
}

/// Phrases that are found together.
#[derive(Clone, Debug, Default)]
pub struct PhraseSet {
    programs: Box<[Program]>,
    anchors: Anchors,
}

#[derive(Clone, Debug)]
struct Program {
    steps: Box<[Step]>,
    gaps: bool,
    /// The rarest words of which every match has one.
    anchor: Arc<[WordId]>,
}

#[derive(Clone, Debug)]
enum Step {
    Word(Mask, Arc<[WordId]>, Case),
    Split(Arc<[(Mask, Ahead)]>),
    /// A split of many ways, each with the words it can begin with, by word.
    Choice(Arc<[(WordId, Ahead)]>),
    Jump(Ahead),
    Gap(u8, bool),
    Done,
}

/// How many steps further on a way goes on. Where that is told from the step itself, steps can
/// stand in any phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Ahead(u32);

impl Ahead {
    fn between(step: usize, target: usize) -> Self {
        Self(u32::try_from(target - step).expect("fewer than four billion steps"))
    }

    /// The step that is meant, counted from `step`.
    fn of(self, step: usize) -> usize {
        step + self.0 as usize
    }
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
    reaches: Vec<Reach>,
    sets: Emitted,
    needs: Needs,
    /// Where the steps of the phrase at hand are written.
    steps: Vec<Step>,
}

impl PhraseSetBuilder {
    /// Adds a phrase whose capitals do not matter.
    pub fn add(&mut self, phrase: &Phrase<'_>, resolve: &mut impl Resolve) -> PhraseId {
        self.push(phrase, false, resolve)
    }

    /// Adds a name: capitals that it is written with are asked for.
    pub fn add_name(&mut self, phrase: &Phrase<'_>, resolve: &mut impl Resolve) -> PhraseId {
        self.push(phrase, true, resolve)
    }

    fn push(&mut self, phrase: &Phrase<'_>, cased: bool, resolve: &mut impl Resolve) -> PhraseId {
        let mut emitter = Emitter {
            resolve,
            steps: &mut self.steps,
            sets: &mut self.sets,
        };
        let (program, reach) = emitter.program(phrase, cased, &mut self.needs);
        self.programs.push(program);
        self.reaches.push(reach);
        PhraseId(u32::try_from(self.programs.len() - 1).expect("fewer than four billion phrases"))
    }

    /// The set.
    #[must_use]
    pub fn build(self) -> PhraseSet {
        let anchors = self.programs.iter().map(|program| &*program.anchor);
        PhraseSet {
            anchors: Anchors::new(self.reaches, anchors, &self.needs),
            programs: self.programs.into(),
        }
    }
}

impl Program {
    fn firsts(&self, at: usize, firsts: &mut Vec<WordId>) {
        match &self.steps[at] {
            Step::Word(_, forms, _) => firsts.extend_from_slice(forms),
            Step::Split(targets) => {
                for (_, target) in targets.iter() {
                    self.firsts(target.of(at), firsts);
                }
            }
            Step::Choice(ways) => firsts.extend(ways.iter().map(|(word, _)| *word)),
            Step::Jump(to) => self.firsts(to.of(at), firsts),
            Step::Gap(..) => self.firsts(at + 1, firsts),
            Step::Done => {}
        }
    }

    /// The match from token `start` that takes the most words of the phrase, of those the shortest: a gap
    /// swallows nothing that it need not.
    fn best(&self, tokens: &[Token], start: usize, seen: &mut Vec<(usize, usize)>) -> Option<Way> {
        seen.clear();
        let mut walk = Walk {
            tokens,
            start,
            best: None,
            seen,
        };
        self.walk(0, start, 0, &mut walk);
        walk.best
    }

    fn walk(&self, mut step: usize, mut at: usize, mut literal: u64, walk: &mut Walk<'_>) {
        loop {
            match &self.steps[step] {
                Step::Word(mask, forms, case) => {
                    at = transparent(walk.tokens, at);
                    let Some(token) = walk.tokens.get(at) else {
                        return;
                    };
                    let is_meant = token.is_word()
                        && mask.may_hold(token.word)
                        && forms.contains(&token.word)
                        && case.admits(token);
                    if !is_meant {
                        return;
                    }
                    let offset = at - walk.start;
                    if offset < 64 {
                        literal |= 1 << offset;
                    }
                    step += 1;
                    at += 1;
                }
                Step::Jump(to) => step = to.of(step),
                Step::Split(targets) => {
                    let next = walk.tokens.get(transparent(walk.tokens, at));
                    let next = next.map_or(WordId::UNKNOWN, |token| token.word);
                    for (first, target) in targets.iter() {
                        if first.may_hold(next) {
                            self.walk(target.of(step), at, literal, walk);
                        }
                    }
                    return;
                }
                Step::Choice(ways) => {
                    let next = walk.tokens.get(transparent(walk.tokens, at));
                    let Some(next) = next.map(|token| token.word) else {
                        return;
                    };
                    let first = ways.partition_point(|(word, _)| *word < next);
                    let meant = ways[first..].iter();
                    for (_, target) in meant.take_while(|(word, _)| *word == next) {
                        self.walk(target.of(step), at, literal, walk);
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
                    let own = literal.count_ones();
                    let better = |best: Way| {
                        let known = best.literal.count_ones();
                        known < own || known == own && at < best.end
                    };
                    if walk.best.is_none_or(better) {
                        walk.best = Some(Way { end: at, literal });
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
struct Way {
    end: usize,
    literal: u64,
}

/// A phrase's way through the tokens from one start.
struct Walk<'a> {
    tokens: &'a [Token],
    start: usize,
    best: Option<Way>,
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
    /// Every phrase at every token, at most one match for each phrase and start: that of the most words of its own,
    /// of those the one with the shortest gaps.
    ///
    /// The order is by start, then by phrase.
    #[must_use]
    pub fn find(&self, tokens: &[Token]) -> Vec<Found> {
        let mut seen = Vec::new();
        let mut found = Vec::new();
        for (start, number) in self.anchors.places(tokens) {
            let program = &self.programs[number as usize];
            if let Some(Way { end, literal }) = program.best(tokens, start, &mut seen) {
                found.push(Found {
                    phrase: PhraseId(number),
                    start,
                    end,
                    literal,
                });
            }
        }
        found
    }

    /// The phrases that begin at token `start`.
    #[must_use]
    pub fn find_at(&self, tokens: &[Token], start: usize) -> Vec<Found> {
        let mut found = self.find(tokens.get(start..).unwrap_or_default());
        found.retain(|found| found.start == 0);
        for one in &mut found {
            one.start += start;
            one.end += start;
        }
        found
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
