//! What was read out of one article: the statements, and what was seen beside them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::article::Article;
use crate::id::{ActorId, PackId, PositionId};
use crate::span::{Offsets, Span};
use crate::statement::Statement;

/// An article as results name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleInfo {
    /// The key that results are joined on.
    pub id: String,
    /// The headline, where one is known.
    pub title: Option<String>,
    /// The day of publication, where one is known.
    pub date: Option<Date>,
    /// The paper or site, where one is known.
    pub outlet: Option<String>,
    /// The path or name it was read from.
    pub path: String,
    /// Its first and last line in that file, from 1.
    pub lines: (usize, usize),
}

impl ArticleInfo {
    /// What results say of an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let offsets = Offsets::new(&article.source);
        let line = |at: usize| offsets.place(&article.source, Span::new(at, at)).line;
        let first = article.blocks.first().map_or(0, |block| block.span.start);
        let last = article.blocks.last().map_or(0, |block| block.span.end);
        // A block may end with the end of its line, which belongs to that line.
        let ends = article.source[..last].trim_end_matches(['\n', '\r']).len();
        Self {
            id: article.id.clone(),
            title: article.title.clone(),
            date: article.date,
            outlet: article.outlet.clone(),
            path: article.path.clone(),
            lines: (line(first), line(ends.max(first))),
        }
    }
}

/// Someone says, thinks or wants something, as other programs read it.
///
/// Spans are first and last-but-one characters in the decoded text, as Python slices it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributionRecord {
    /// The article.
    pub doc: String,
    /// What is said.
    pub content: Vec<[usize; 2]>,
    /// The words that name who says it; empty where nobody is named.
    pub source: Vec<[usize; 2]>,
    /// The words that signal it; empty for a quotation that only stands near its speaker.
    pub cue: Vec<[usize; 2]>,
    /// Who says it, where that is known.
    pub holder: Option<ActorId>,
}

/// A matter that stands in someone's words although no side could be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Named {
    /// In whose words.
    pub holder: ActorId,
    /// Which matter.
    pub position: PositionId,
}

/// Someone an article quotes or names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Holder {
    /// The id.
    pub id: ActorId,
    /// The full name: `Friedrich Merz`, `Downing Street`.
    pub name: String,
    /// The name a table row shows: `Merz`, `Downing St`.
    pub short: String,
    /// Country and office on the article's date: `Germany, chancellor`.
    pub role: Option<String>,
    /// Whose words theirs are, where they speak for someone: Downing Street for the prime minister.
    pub speaks_for: Option<ActorId>,
    /// Whether the actor files name them.
    pub on_roster: bool,
}

/// What was read out of one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The article.
    pub article: ArticleInfo,
    /// Who takes which stance, in the order of the text.
    pub statements: Vec<Statement>,
    /// Matters in someone's words without a side.
    pub named: BTreeSet<Named>,
    /// Everyone quoted or named, holders of statements included.
    pub holders: BTreeSet<Holder>,
    /// Positions whose matter the article names at all, whoever speaks.
    pub positions_named: BTreeSet<PositionId>,
    /// How many private persons are quoted; they are counted, not named.
    pub private_speakers: usize,
    /// Statements too thin to count, in the order of the text: shown only where asked for.
    pub doubtful: Vec<Statement>,
    /// The sentences around each statement's evidence, by the statement's id.
    pub contexts: BTreeMap<String, Context>,
    /// How each statement was read, by its id.
    pub traces: BTreeMap<String, Trace>,
}

impl Reading {
    /// The reading of an article in which nothing was found.
    #[must_use]
    pub fn empty(article: ArticleInfo) -> Self {
        Self {
            article,
            statements: Vec::new(),
            named: BTreeSet::new(),
            holders: BTreeSet::new(),
            positions_named: BTreeSet::new(),
            private_speakers: 0,
            doubtful: Vec::new(),
            contexts: BTreeMap::new(),
            traces: BTreeMap::new(),
        }
    }
}

/// The sentences around a statement's evidence, verbatim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Context {
    /// The sentence before, in the same article.
    pub before: Option<String>,
    /// The sentence after.
    pub after: Option<String>,
}

/// How a statement was read, in one line for each question: what an editor checks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Trace {
    /// How the holder was found: `"The minister" = Orlan, named in line 6`.
    pub who: String,
    /// Which words took the side, and the rule that says so: `"must grow": wants it  english/wanting.toml:41`.
    pub side: String,
    /// Which words named the matter, and the rule: `"sanctions"  positions/sanctions.toml:8`.
    pub what: String,
    /// Which words made it conditional, and the rule.
    pub condition: Option<String>,
}

/// A pack as results name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackInfo {
    /// The id.
    pub id: PackId,
    /// The version its author gave it.
    pub version: String,
    /// Eight hexadecimal digits over everything the answers depend on.
    pub digest: String,
    /// The debate's name.
    #[serde(skip)]
    pub title: String,
    /// Whether it ships with the program, unchanged.
    #[serde(skip)]
    pub built_in: bool,
    /// Its positions, in the order of its tables.
    #[serde(skip)]
    pub positions: Vec<PositionInfo>,
}

/// A position as tables name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PositionInfo {
    /// The id.
    pub id: PositionId,
    /// The column heading, at most ten letters.
    pub short: String,
    /// A full sentence one can be for or against.
    pub claim: String,
    /// What being for it means.
    pub supports: String,
    /// What being against it means.
    pub opposes: String,
}
