//! Results as they are compared: read from lines of JSON, or made from statements.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Deserialize;

use super::CellKey;
use crate::reading::{PackInfo, Reading};
use crate::statement::{SCHEMA, Stance, Statement, When};

/// A result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Results {
    /// The version of the program that wrote it, where a header tells.
    pub program: Option<String>,
    /// The packs it was read by, where a header tells.
    pub packs: Option<BTreeMap<String, PackMark>>,
    /// The articles it was read from, where a header tells.
    pub articles: Option<BTreeSet<String>>,
    /// Its statements.
    pub records: Vec<Record>,
}

/// Which rules a pack has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackMark {
    /// The version its author gave it.
    pub version: String,
    /// Over every rule its answers depend on.
    pub digest: String,
}

impl fmt::Display for PackMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.version, self.digest)
    }
}

/// What a comparison needs of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Record {
    schema: u32,
    article: String,
    holder: String,
    position: String,
    pack: String,
    /// Which side.
    pub stance: Stance,
    /// Whether it depends on something.
    pub conditional: bool,
    /// Who reports it.
    pub via: Vec<String>,
    when: When,
    /// The sentences that show it.
    pub evidence: Vec<Sentence>,
}

/// A sentence of the evidence.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Sentence {
    /// Its words.
    pub text: String,
}

/// Why a result cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ResultsError {
    /// A line, by its number, that is no statement.
    Line(usize, serde_json::Error),
    /// A line, by its number, of a schema that this program does not know.
    Schema(usize, u32),
}

impl fmt::Display for ResultsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line, error) => {
                write!(f, "line {line} is no line of `stances statements`: {error}")
            }
            Self::Schema(line, schema) => write!(
                f,
                "line {line} has schema {schema}, and only schema {SCHEMA} can be compared"
            ),
        }
    }
}

impl std::error::Error for ResultsError {}

/// The first line of `stances statements --header`, or all of `stances compare --format json`.
#[derive(Deserialize)]
struct Header {
    stances: Option<String>,
    #[serde(default)]
    statements: Vec<serde_json::Value>,
    packs: Vec<HeaderPack>,
    articles: Vec<HeaderArticle>,
}

#[derive(Deserialize)]
struct HeaderPack {
    id: String,
    version: String,
    digest: String,
}

#[derive(Deserialize)]
struct HeaderArticle {
    id: String,
}

impl Results {
    /// Reads what `stances statements` writes, with or without a header, or
    /// `stances compare --format json`.
    ///
    /// # Errors
    ///
    /// Returns the first line that cannot be compared.
    pub fn parse(text: &str) -> Result<Self, ResultsError> {
        let mut results = Self::default();
        for (number, line) in (1..).zip(text.lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let value: serde_json::Value =
                serde_json::from_str(line).map_err(|error| ResultsError::Line(number, error))?;
            if value.get("packs").is_some() && value.get("holder").is_none() {
                let header = Header::deserialize(value)
                    .map_err(|error| ResultsError::Line(number, error))?;
                results.packs = Some(header.packs.into_iter().map(HeaderPack::mark).collect());
                let articles = header.articles.into_iter().map(|article| article.id);
                results.articles = Some(articles.collect());
                results.program = header.stances;
                for value in header.statements {
                    results.records.push(Record::read(value, number)?);
                }
                continue;
            }
            results.records.push(Record::read(value, number)?);
        }
        Ok(results)
    }

    /// An empty result that was read by these packs.
    #[must_use]
    pub fn by(packs: &[PackInfo]) -> Self {
        let mark = |pack: &PackInfo| {
            let mark = PackMark {
                version: pack.version.clone(),
                digest: pack.digest.clone(),
            };
            (pack.id.to_string(), mark)
        };
        Self {
            program: None,
            packs: Some(packs.iter().map(mark).collect()),
            articles: Some(BTreeSet::new()),
            records: Vec::new(),
        }
    }

    /// Adds what was read out of an article.
    pub fn add(&mut self, reading: &Reading) {
        let articles = self.articles.get_or_insert_default();
        articles.insert(reading.article.id.clone());
        self.records
            .extend(reading.statements.iter().map(Record::of));
    }
}

impl HeaderPack {
    fn mark(self) -> (String, PackMark) {
        let mark = PackMark {
            version: self.version,
            digest: self.digest,
        };
        (self.id, mark)
    }
}

impl Record {
    fn read(value: serde_json::Value, line: usize) -> Result<Self, ResultsError> {
        let schema = value.get("schema").and_then(serde_json::Value::as_u64);
        if let Some(schema) = schema.filter(|schema| *schema != u64::from(SCHEMA)) {
            let schema = u32::try_from(schema).unwrap_or(u32::MAX);
            return Err(ResultsError::Schema(line, schema));
        }
        Self::deserialize(value).map_err(|error| ResultsError::Line(line, error))
    }

    fn of(statement: &Statement) -> Self {
        let sentences = statement.evidence.iter().map(|evidence| Sentence {
            text: evidence.text.clone(),
        });
        Self {
            schema: statement.schema,
            article: statement.article.clone(),
            holder: statement.holder.to_string(),
            position: statement.position.to_string(),
            pack: statement.pack.to_string(),
            stance: statement.stance,
            conditional: statement.conditional,
            via: statement.via.iter().map(ToString::to_string).collect(),
            when: statement.when,
            evidence: sentences.collect(),
        }
    }

    pub(super) fn key(&self) -> CellKey {
        CellKey {
            article: self.article.clone(),
            pack: self.pack.clone(),
            position: self.position.clone(),
            holder: self.holder.clone(),
        }
    }

    pub(super) fn is_past(&self) -> bool {
        self.when == When::Past
    }
}
