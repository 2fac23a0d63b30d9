//! The stages in order: an article in, a reading out.

mod assemble;
mod attributions;
mod holders;
mod traces;

use crate::article::{Article, BlockKind};
use crate::attribution::{self, Attributed};
use crate::grammar::Class;
use crate::matching::{self, Dropped, Match};
use crate::reading::{ArticleInfo, AttributionRecord, PackInfo, PositionInfo, Reading};
use crate::rules::{Pack, Rules};
use crate::span::Span;
use crate::stance::{self, Judge, Verdict};
use crate::text::Text;
use crate::words::Token;

pub use attributions::Recorded;

/// In a longer article, in bytes, a look is taken first whether any phrase may count, block by block,
/// so that its words are not all held where none does.
const LONG: usize = 64 << 10;

/// How many bytes of an article are looked at for its language.
const PLAIN_SAMPLE: usize = 400;

/// Fewer words say nothing of the language.
const PLAIN_WORDS: usize = 20;

/// The small words that are no verbs: about one of four in English prose, and few in any other
/// language, though one or the other stands there too.
const SMALL: [Class; 6] = [
    Class::Determiner,
    Class::Preposition,
    Class::Coordinator,
    Class::Subordinator,
    Class::Complementiser,
    Class::Relative,
];

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

    /// Who takes which stance in an article, where the matter of a position is named in it; in others,
    /// most of which cost no more than a look, nobody is looked for.
    #[must_use]
    pub fn read_matched(&self, article: &Article) -> Reading {
        let is_of_its_time = |pack: &&Pack| article.date.is_none_or(|day| pack.covers(day));
        let packs: Vec<&Pack> = self.rules.packs.iter().filter(is_of_its_time).collect();
        let length: usize = article.blocks.iter().map(|block| block.span.len()).sum();
        if length <= LONG || matching::may_match(&self.rules.words, article, &packs) {
            let text = self.text(article);
            let matched = self.matched(article, &text);
            if matched.iter().any(|pack| !pack.matters.is_empty()) {
                let analysis = self.judged(article, text, matched);
                return assemble::reading(&self.rules, article, &analysis);
            }
        }
        Reading::empty(ArticleInfo::of(article))
    }

    /// Whether an article begins in words that are so plainly of the rules' language that no other
    /// need be thought of.
    #[must_use]
    pub fn is_plain(&self, article: &Article) -> bool {
        let paragraphs = article.blocks.iter();
        let paragraphs = paragraphs.filter(|block| block.kind == BlockKind::Paragraph);
        let mut left = PLAIN_SAMPLE;
        let (mut all, mut small) = (0, 0);
        for block in paragraphs {
            let text = block.span.of(&article.source);
            let end = text.floor_char_boundary(left);
            let span = Span::new(block.span.start, block.span.start + end);
            let words = self.rules.words.skim(&article.source, span);
            let is_small = |token: &&Token| self.rules.grammar.info(token.word).is_any(&SMALL);
            small += words.iter().filter(is_small).count();
            all += words.len();
            left -= end;
            if end < text.len() {
                break;
            }
        }
        all >= PLAIN_WORDS && small * 5 >= all
    }

    /// Who says, thinks or wants what in an article, whatever it is about.
    #[must_use]
    pub fn attributions(&self, article: &Article, recorded: Recorded) -> Vec<AttributionRecord> {
        let text = self.text(article);
        let attributed = self.attributed(article, &text);
        attributions::records(&self.rules, article, &text, &attributed, recorded)
    }

    /// Every stage's findings in an article.
    #[must_use]
    pub fn analyze<'a>(&'a self, article: &'a Article) -> Analysis<'a> {
        let text = self.text(article);
        let matched = self.matched(article, &text);
        self.judged(article, text, matched)
    }

    fn text<'a>(&self, article: &'a Article) -> Text<'a> {
        Text::new(article, &self.rules.words, &self.rules.grammar)
    }

    fn attributed(&self, article: &Article, text: &Text<'_>) -> Attributed {
        attribution::find(&self.rules, text, article.date, article.author.as_deref())
    }

    /// Where the matters of each pack are named whose debate can be the article's.
    fn matched(&self, article: &Article, text: &Text<'_>) -> Vec<Matched<'_>> {
        let packs = self.rules.packs.iter();
        let packs = packs.filter(|pack| concerns(pack, text, article));
        packs
            .map(|pack| {
                let (matters, dropped) = matching::find(pack, &self.rules.grammar, text);
                Matched {
                    pack,
                    matters,
                    dropped,
                }
            })
            .collect()
    }

    /// What the matches show, by who speaks in the article.
    fn judged<'a>(
        &'a self,
        article: &Article,
        text: Text<'a>,
        matched: Vec<Matched<'a>>,
    ) -> Analysis<'a> {
        let attributed = self.attributed(article, &text);
        let packs = matched.into_iter();
        let packs = packs.map(|matched| judge(&self.rules, matched, &text, &attributed));
        let packs = packs.collect();
        Analysis {
            text,
            attributed,
            packs,
        }
    }
}

/// What one pack names in an article.
struct Matched<'a> {
    pack: &'a Pack,
    matters: Vec<Match>,
    dropped: Vec<Dropped>,
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
    matched: Matched<'a>,
    text: &Text<'_>,
    attributed: &Attributed,
) -> PackAnalysis<'a> {
    let Matched {
        pack,
        mut matters,
        dropped,
    } = matched;
    matters.extend(stance::references(rules, text, attributed, &matters));
    matters.sort_by_key(|m| (m.tokens.start, m.position, m.phrase));
    let judge = Judge {
        rules,
        pack,
        matters: &matters,
        text,
        attributed,
    };
    let mut judged: Vec<(Match, Verdict)> = matters
        .iter()
        .map(|matter| {
            let verdict = judge.judge(matter);
            (matter.clone(), verdict)
        })
        .collect();
    stance::settle(attributed, &mut judged);
    judged.extend(stance::joined(rules, text, attributed, &judged));
    judged.sort_by_key(|(matter, _)| (matter.tokens.start, matter.position, matter.phrase));
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
