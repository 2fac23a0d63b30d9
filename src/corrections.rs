//! Statements that people corrected: not every error is a rule.
//!
//! In: the text of a `corrections.toml` beside articles, and readings. Out: readings with the
//! corrections made, and which corrections no longer find what they correct. A correction knows its
//! statement by id and, where another run gives another id, by article, holder, position and the
//! words of the evidence.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::id::ActorId;
use crate::reading::{Holder, Reading};
use crate::statement::{Stance, Statement};

/// The name of the file.
pub const FILE: &str = "corrections.toml";

/// The corrections of a folder of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Corrections {
    /// In the order of the file.
    #[serde(default, rename = "correction")]
    pub list: Vec<Correction>,
}

/// What is known to be otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Correction {
    /// The statement's id.
    pub id: String,
    /// The article's id.
    pub article: String,
    /// The holder, as it was read.
    pub holder: String,
    /// The position.
    pub position: String,
    /// The sentence that was read.
    pub words: String,
    /// Whether it is no statement at all.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub drop: bool,
    /// The right side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right_stance: Option<Stance>,
    /// The right holder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right_holder: Option<RightHolder>,
    /// Why.
    pub because: String,
}

/// Whose stance it is in truth.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RightHolder {
    /// The id.
    pub id: String,
    /// The name that tables show.
    pub name: String,
}

/// Why a file of corrections cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionsError {
    /// Where in the file, in bytes.
    pub span: Option<Range<usize>>,
    /// Why.
    pub kind: CorrectionsErrorKind,
}

/// What is wrong with a file of corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CorrectionsErrorKind {
    /// It is not TOML, or has other keys, for the reason that the parser gives.
    Toml(String),
    /// The id of the right holder is not lower-case words joined by hyphens.
    BadHolder(String),
    /// A correction, by its id, that corrects nothing.
    Nothing(String),
}

impl fmt::Display for CorrectionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            CorrectionsErrorKind::Toml(message) => f.write_str(message),
            CorrectionsErrorKind::BadHolder(id) => {
                write!(f, "`{id}` is not lower-case words joined by hyphens")
            }
            CorrectionsErrorKind::Nothing(id) => write!(
                f,
                "correction `{id}` has none of `drop`, `right-stance` and `right-holder`"
            ),
        }
    }
}

impl std::error::Error for CorrectionsError {}

impl Corrections {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// Returns the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, CorrectionsError> {
        let corrections: Self = toml::from_str(text).map_err(|error| CorrectionsError {
            span: error.span(),
            kind: CorrectionsErrorKind::Toml(error.message().replace('\n', ", ")),
        })?;
        for one in &corrections.list {
            let wrong = match &one.right_holder {
                Some(holder) if ActorId::parse(&holder.id).is_err() => {
                    Some(CorrectionsErrorKind::BadHolder(holder.id.clone()))
                }
                None if !one.drop && one.right_stance.is_none() => {
                    Some(CorrectionsErrorKind::Nothing(one.id.clone()))
                }
                _ => None,
            };
            if let Some(kind) = wrong {
                return Err(CorrectionsError { span: None, kind });
            }
        }
        Ok(corrections)
    }

    /// Corrects what was read out of an article.
    pub fn apply(&self, reading: &mut Reading) -> Applied<'_> {
        let mut applied = Applied::default();
        for correction in &self.list {
            if correction.article != reading.article.id {
                continue;
            }
            if correction.apply(reading) {
                applied.made.push(correction);
            } else {
                applied.stale.push(correction);
            }
        }
        applied
    }
}

/// What came of an article's corrections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied<'c> {
    /// Those that were made.
    pub made: Vec<&'c Correction>,
    /// Those that found nothing to correct.
    pub stale: Vec<&'c Correction>,
}

impl fmt::Display for Correction {
    /// `orlan on toll: no statement, because ...`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} on {}: ", self.holder, self.position)?;
        if self.drop {
            f.write_str("no statement")?;
        } else {
            let side = self.right_stance.map(|stance| stance.to_string());
            let holder = self.right_holder.as_ref();
            let holder = holder.map(|holder| format!("the holder is {}", holder.id));
            let told: Vec<String> = [side, holder].into_iter().flatten().collect();
            f.write_str(&told.join(", "))?;
        }
        write!(f, ", because: {}", self.because)
    }
}

impl Correction {
    /// A correction of a statement that so far corrects nothing.
    #[must_use]
    pub fn of(statement: &Statement, because: &str) -> Self {
        Self {
            id: statement.id.clone(),
            article: statement.article.clone(),
            holder: statement.holder.to_string(),
            position: statement.position.to_string(),
            words: words(statement),
            drop: false,
            right_stance: None,
            right_holder: None,
            because: because.to_owned(),
        }
    }

    /// Makes the correction; tells whether what it corrects is there.
    fn apply(&self, reading: &mut Reading) -> bool {
        let has_id = reading.statements.iter().any(|one| one.id == self.id);
        let is_meant = |one: &Statement| {
            if has_id {
                one.id == self.id
            } else {
                self.is_like(one)
            }
        };
        let right = self.right_holder.as_ref().and_then(RightHolder::holder);
        let mut found = false;
        for statement in reading.statements.iter_mut().filter(|one| is_meant(one)) {
            found = true;
            statement.stance = self.right_stance.unwrap_or(statement.stance);
            if let Some(holder) = &right {
                statement.holder = holder.id.clone();
                statement.holder_name.clone_from(&holder.name);
                statement.via.retain(|reporter| *reporter != holder.id);
            }
        }
        if self.drop {
            let dropped: Vec<Statement> = reading
                .statements
                .extract_if(.., |one| is_meant(one))
                .collect();
            for one in dropped {
                reading.contexts.remove(&one.id);
                reading.traces.remove(&one.id);
            }
        }
        if let (true, Some(holder)) = (found, right)
            && !reading.holders.iter().any(|known| known.id == holder.id)
        {
            reading.holders.insert(holder);
        }
        found
    }

    fn is_like(&self, statement: &Statement) -> bool {
        self.holder == statement.holder.as_str()
            && self.position == statement.position.as_str()
            && self.words == words(statement)
    }
}

impl RightHolder {
    fn holder(&self) -> Option<Holder> {
        Some(Holder {
            id: ActorId::parse(&self.id).ok()?,
            name: self.name.clone(),
            short: self.name.clone(),
            role: None,
            speaks_for: None,
            on_roster: true,
        })
    }
}

/// The words of the evidence, however their lines are broken.
fn words(statement: &Statement) -> String {
    let sentences = statement.evidence.iter().map(|evidence| &evidence.text);
    let words = sentences.flat_map(|sentence| sentence.split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}
