//! The stages in order: an article in, a reading out.

mod assemble;
mod attributions;
mod holders;
mod traces;

use crate::article::{Article, BlockKind};
use crate::attribution::{self, Attributed};
use crate::matching::{self, Dropped, Match};
use crate::reading::{AttributionRecord, PackInfo, PositionInfo, Reading};
use crate::rules::{Pack, Rules};
use crate::stance::{self, Judge, Verdict};
use crate::text::Text;

pub use attributions::Recorded;

/// Reads articles by rules. Built once, then shared by all threads.
#[derive(Debug)]
pub struct Analyzer {
    rules: Rules,
    packs: Vec<PackInfo>,
}

/// Everything that was found in an article, stage by stage, for those who want to see why.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// Its parts.
    pub text: Text<'a>,
    /// Who speaks.
    pub attributed: Attributed,
    /// For each pack, what was matched and what became of it.
    pub packs: Vec<PackAnalysis<'a>>,
}

/// What one pack finds in an article.
#[derive(Debug)]
pub struct PackAnalysis<'a> {
    /// The pack.
    pub pack: &'a Pack,
    /// Matches with their verdicts, by place.
    pub judged: Vec<(Match, Verdict)>,
    /// Matches that do not count.
    pub dropped: Vec<Dropped>,
}

impl Analyzer {
    /// An analyzer for compiled rules.
    #[must_use]
    pub fn new(rules: Rules) -> Self {
        let packs = rules.packs.iter().map(pack_info).collect();
        Self { rules, packs }
    }

    /// The packs, in the order of their columns.
    #[must_use]
    pub fn packs(&self) -> &[PackInfo] {
        &self.packs
    }

    /// The rules it reads by.
    #[must_use]
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Who takes which stance in an article.
    #[must_use]
    pub fn read(&self, article: &Article) -> Reading {
        let analysis = self.analyze(article);
        assemble::reading(&self.rules, article, &analysis)
    }

    /// Who says, thinks or wants what in an article, whatever it is about.
    #[must_use]
    pub fn attributions(&self, article: &Article, recorded: Recorded) -> Vec<AttributionRecord> {
        let text = Text::new(article, &self.rules.words, &self.rules.grammar);
        let attributed = attribution::find(&self.rules, &text, article.date);
        attributions::records(&self.rules, article, &text, &attributed, recorded)
    }

    /// Every stage's findings in an article.
    #[must_use]
    pub fn analyze<'a>(&'a self, article: &'a Article) -> Analysis<'a> {
        let rules = &self.rules;
        let text = Text::new(article, &rules.words, &rules.grammar);
        let attributed = attribution::find(rules, &text, article.date);
        let packs = rules
            .packs
            .iter()
            .filter(|pack| concerns(pack, &text, article))
            .map(|pack| judge(rules, pack, &text, &attributed))
            .collect();
        Analysis {
            text,
            attributed,
            packs,
        }
    }
}

/// Whether a pack's debate can be an article's: by the date, or, without one, by what it names.
fn concerns(pack: &Pack, text: &Text<'_>, article: &Article) -> bool {
    match article.date {
        Some(day) => pack.covers(day),
        None => pack.about.is_empty() || !pack.about.find(&text.tokens).is_empty(),
    }
}

fn judge<'a>(
    rules: &'a Rules,
    pack: &'a Pack,
    text: &Text<'_>,
    attributed: &Attributed,
) -> PackAnalysis<'a> {
    let (mut matches, dropped) = matching::find(pack, text);
    matches.extend(stance::references(rules, text, attributed, &matches));
    matches.sort_by_key(|m| (m.tokens.start, m.position, m.phrase));
    let judge = Judge {
        rules,
        pack,
        matters: &matches,
        text,
        attributed,
    };
    let judged = matches
        .iter()
        .map(|matter| {
            let verdict = judge.judge(matter);
            (matter.clone(), verdict)
        })
        .collect();
    PackAnalysis {
        pack,
        judged,
        dropped,
    }
}

fn pack_info(pack: &Pack) -> PackInfo {
    PackInfo {
        id: pack.id.clone(),
        version: pack.version.clone(),
        digest: pack.digest.clone(),
        title: pack.title.clone(),
        built_in: pack.built_in,
        positions: pack
            .positions
            .iter()
            .map(|position| PositionInfo {
                id: position.id.clone(),
                short: position.short.clone(),
                claim: position.claim.clone(),
                supports: position.supports.clone(),
                opposes: position.opposes.clone(),
            })
            .collect(),
    }
}

/// Whether a sentence is the article's headline.
fn is_headline(text: &Text<'_>, sentence: usize) -> bool {
    text.paragraphs[text.sentences[sentence].paragraph].kind == BlockKind::Headline
}
