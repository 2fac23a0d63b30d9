//! The rows of a coding, and statements in the same shape.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

use super::rows::{Row, article_name, objects, plain, truth};
use super::{Holders, Words};
use crate::statement::{Grade, Manner, Stance, Statement};

/// A statement or a row, as far as the two can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The article: the last part of its path, without its ending.
    pub article: String,
    /// The holder under its one name.
    pub holder: String,
    /// The position.
    pub position: String,
    /// The side.
    pub stance: Stance,
    /// Whether the stance depends on something.
    pub conditional: bool,
    /// Who reports it; empty for first-hand.
    pub via: BTreeSet<String>,
    /// Whether a coder is sure of it; statements always are.
    pub required: bool,
    /// The sentences that show it.
    pub evidence: String,
    /// The words of the evidence.
    pub words: Words,
    /// How the words are given, for statements.
    pub manner: Option<Manner>,
    /// How surely the holder is named, for statements.
    pub grade: Option<Grade>,
}

impl Coded {
    /// A statement as it is compared.
    #[must_use]
    pub fn of(statement: &Statement, holders: &Holders) -> Self {
        let sentences = statement.evidence.iter();
        let evidence = sentences.map(|one| one.text.as_str()).collect::<Vec<_>>();
        let evidence = evidence.join(" ");
        let via = statement.via.iter();
        Self {
            article: article_name(&statement.article),
            holder: holders.canonical(statement.holder.as_str()),
            position: statement.position.to_string(),
            stance: statement.stance,
            conditional: statement.conditional,
            via: via.map(|id| holders.canonical(id.as_str())).collect(),
            required: true,
            words: Words::of(&evidence),
            evidence,
            manner: Some(statement.manner),
            grade: Some(statement.grade),
        }
    }
}

/// What people coded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// The articles they coded, those in which nobody takes a stance as well.
    pub articles: BTreeSet<String>,
    /// What they found.
    pub rows: Vec<Coded>,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodingError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub kind: CodingErrorKind,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum CodingErrorKind {
    /// It is no JSON object.
    Json(String),
    /// A field that every row needs.
    Missing(&'static str),
    /// A side that is neither `supports` nor `opposes`.
    Side(String),
}

impl fmt::Display for CodingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.line)?;
        match &self.kind {
            CodingErrorKind::Json(reason) => write!(f, "no JSON object: {reason}"),
            CodingErrorKind::Missing(field) => write!(f, "no `{field}`"),
            CodingErrorKind::Side(side) => {
                write!(f, "stance `{side}` is neither `supports` nor `opposes`")
            }
        }
    }
}

impl std::error::Error for CodingError {}

impl Coding {
    /// Reads a coding: one JSON object a line. Of its rows those count in which the field `only`
    /// names has the value it gives.
    ///
    /// # Errors
    ///
    /// Returns the first row that cannot be read.
    pub fn parse(
        text: &str,
        holders: &Holders,
        only: Option<(&str, &str)>,
    ) -> Result<Self, CodingError> {
        let mut coding = Self::default();
        for object in objects(text) {
            let (line, object) = object?;
            let counts = only.is_none_or(|(field, value)| plain(object.get(field)) == value);
            if !counts {
                continue;
            }
            let row = Row { line, object };
            coding.articles.insert(row.article()?);
            if !truth(row.object.get("none")) {
                coding.rows.push(row.coded(holders)?);
            }
        }
        Ok(coding)
    }
}

impl Coding {
    /// The name under which an article is coded: `name` and `name#1` are the same where only one
    /// of them is.
    #[must_use]
    pub fn known_as<'a>(&self, name: &'a str) -> Option<Cow<'a, str>> {
        if self.articles.contains(name) {
            return Some(Cow::Borrowed(name));
        }
        let other = match name.strip_suffix("#1") {
            Some(file) => Cow::Borrowed(file),
            None => Cow::Owned(format!("{name}#1")),
        };
        self.articles.contains(&*other).then_some(other)
    }

    /// Leaves out all articles but those of a list such as `101-116,118,brief`.
    pub fn keep(&mut self, list: &str) {
        let is_meant = |article: &str| {
            list.split(',').any(|part| {
                let range = part
                    .split_once('-')
                    .and_then(|(low, high)| Some(low.parse::<u64>().ok()?..=high.parse().ok()?));
                match (range, article.parse()) {
                    (Some(range), Ok(number)) => range.contains(&number),
                    (Some(_), Err(_)) => false,
                    (None, _) => part == article,
                }
            })
        };
        self.articles.retain(|article| is_meant(article));
        self.rows.retain(|row| is_meant(&row.article));
    }
}
