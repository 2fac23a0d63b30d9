//! What phrases do in real articles: which never fire, always lose, or carry a position alone.
//!
//! In: analyses and readings of articles. Out: ailments of phrases, by place. Nothing is printed here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::analyze::Analysis;
use crate::reading::Reading;
use crate::rules::{Origin, PhraseKind, Rules};

/// Below so many matches, where a phrase stands says nothing.
const FEW_MATCHES: usize = 5;
/// Below so many cells, who carries a position says nothing.
const FEW_CELLS: usize = 5;

/// What was seen of phrases, gathered over many articles.
#[derive(Clone, Debug, Default)]
pub struct Health {
    uses: BTreeMap<String, Use>,
    /// The cells of each position, by pack and position.
    cells: BTreeMap<String, BTreeSet<Cell>>,
}

/// An article and a holder.
type Cell = (String, String);

/// What was seen of one phrase.
#[derive(Clone, Debug, Default)]
struct Use {
    counted: usize,
    lost: usize,
    articles: BTreeSet<String>,
    outlets: BTreeSet<Option<String>>,
    cells: BTreeSet<Cell>,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ailment {
    /// The phrase as written.
    pub phrase: String,
    /// Where it stands.
    pub origin: Origin,
    /// What is the matter.
    pub kind: AilmentKind,
}

/// What can be the matter with a phrase.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AilmentKind {
    /// It carries so many of a position's cells, more than half.
    Carries {
        /// Cells it shows.
        cells: usize,
        /// All cells of the position.
        of: usize,
    },
    /// It stands there so often, and another phrase always takes its words.
    AlwaysLoses(usize),
    /// It stands so often in one article and nowhere else.
    OneArticle(usize, String),
    /// It stands so often in one outlet and nowhere else.
    OneOutlet(usize, String),
    /// It never stands there.
    NeverFires,
}

impl fmt::Display for AilmentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Carries { cells, of } => {
                write!(f, "carries {cells} of the position's {of} cells")
            }
            Self::AlwaysLoses(times) => write!(
                f,
                "never counts: others take its words, or what it needs is lacking ({times} of {times})"
            ),
            Self::OneArticle(times, article) => {
                write!(f, "fires {times} times, all in `{article}`")
            }
            Self::OneOutlet(times, outlet) => write!(f, "fires {times} times, all in {outlet}"),
            Self::NeverFires => f.write_str("never fires"),
        }
    }
}

impl Health {
    /// What was seen in an article.
    #[must_use]
    pub fn of(analysis: &Analysis<'_>, reading: &Reading) -> Self {
        let mut health = Self::default();
        let article = &reading.article;
        for pack in &analysis.packs {
            for (at, _) in &pack.judged {
                let seen = health.used(&pack.pack.phrases[at.phrase].rule);
                seen.counted += 1;
                seen.articles.insert(article.id.clone());
                seen.outlets.insert(article.outlet.clone());
            }
            for dropped in &pack.dropped {
                health.used(&pack.pack.phrases[dropped.at.phrase].rule).lost += 1;
            }
        }
        for one in &reading.statements {
            let cell = (article.id.clone(), one.holder.to_string());
            health.used(&one.rule).cells.insert(cell.clone());
            let position = format!("{}/{}", one.pack, one.position);
            health.cells.entry(position).or_default().insert(cell);
        }
        health
    }

    /// Adds what was seen in other articles.
    pub fn add(&mut self, other: Self) {
        for (rule, one) in other.uses {
            let seen = self.used(&rule);
            seen.counted += one.counted;
            seen.lost += one.lost;
            seen.articles.extend(one.articles);
            seen.outlets.extend(one.outlets);
            seen.cells.extend(one.cells);
        }
        for (position, cells) in other.cells {
            self.cells.entry(position).or_default().extend(cells);
        }
    }

    fn used(&mut self, rule: &str) -> &mut Use {
        self.uses.entry(rule.to_owned()).or_default()
    }

    /// What is the matter with the phrases of the rules, the gravest kind first, then by place. How a
    /// phrase of `ignore` fares is not told.
    #[must_use]
    pub fn ailments(&self, rules: &Rules) -> Vec<Ailment> {
        let nothing = Use::default();
        let mut ailments = Vec::new();
        for pack in &rules.packs {
            let phrases = pack.phrases.iter();
            for phrase in phrases.filter(|phrase| phrase.kind != PhraseKind::Ignore) {
                let position = format!("{}/{}", pack.id, pack.positions[phrase.position].id);
                let of = self.cells.get(&position).map_or(0, BTreeSet::len);
                let seen = self.uses.get(&phrase.rule).unwrap_or(&nothing);
                ailments.extend(seen.ailment(of).map(|kind| Ailment {
                    phrase: phrase.text.clone(),
                    origin: phrase.origin.clone(),
                    kind,
                }));
            }
        }
        ailments.sort_by(|one, other| {
            let rank = |ailment: &Ailment| ailment.kind.rank();
            (rank(one), &one.origin).cmp(&(rank(other), &other.origin))
        });
        ailments
    }
}

impl Use {
    fn ailment(&self, of: usize) -> Option<AilmentKind> {
        let only = |names: &BTreeSet<String>| match names.len() {
            1 => names.first().cloned(),
            _ => None,
        };
        if self.counted == 0 {
            return Some(match self.lost {
                0 => AilmentKind::NeverFires,
                lost => AilmentKind::AlwaysLoses(lost),
            });
        }
        if of >= FEW_CELLS && self.cells.len() * 2 > of {
            let cells = self.cells.len();
            return Some(AilmentKind::Carries { cells, of });
        }
        if self.counted < FEW_MATCHES {
            return None;
        }
        if let Some(article) = only(&self.articles) {
            return Some(AilmentKind::OneArticle(self.counted, article));
        }
        let outlet = self.outlets.first().filter(|_| self.outlets.len() == 1);
        let outlet = outlet.and_then(Clone::clone);
        outlet.map(|outlet| AilmentKind::OneOutlet(self.counted, outlet))
    }
}

impl AilmentKind {
    /// Ailments of a kind have one rank; the gravest is the lowest.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Carries { .. } => 0,
            Self::AlwaysLoses(_) => 1,
            Self::OneArticle(..) => 2,
            Self::OneOutlet(..) => 3,
            Self::NeverFires => 4,
        }
    }
}
