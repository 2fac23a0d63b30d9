//! The rows of a coding, and statements in the same shape.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde_json::{Map, Value};

use super::Holders;
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

/// How often each word of a text stands in it, in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(BTreeMap<String, usize>);

impl Words {
    /// Counts the words of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let lower = text.to_lowercase();
        let mut counts = BTreeMap::new();
        for word in lower.split(|c: char| !c.is_alphanumeric() && c != '_') {
            if !word.is_empty() {
                *counts.entry(word.to_owned()).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The share of the shorter text's words that the longer has too.
    #[must_use]
    pub fn shared(&self, other: &Self) -> f64 {
        let size = |words: &Self| words.0.values().sum::<usize>();
        let small = size(self).min(size(other));
        let both = self.0.iter().map(|(word, count)| {
            let there = other.0.get(word).copied().unwrap_or_default();
            there.min(*count)
        });
        if small == 0 {
            0.0
        } else {
            ratio(both.sum(), small)
        }
    }
}

/// One number over another that is not 0.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| u32::try_from(count).map_or(f64::INFINITY, f64::from);
    number(part) / number(whole)
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

/// The objects of the lines of a text, each with its line.
pub(super) fn objects(
    text: &str,
) -> impl Iterator<Item = Result<(usize, Map<String, Value>), CodingError>> {
    let lines = (1..).zip(text.lines());
    let lines = lines.filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| match serde_json::from_str(line) {
        Ok(object) => Ok((number, object)),
        Err(error) => Err(CodingError {
            line: number,
            kind: CodingErrorKind::Json(error.to_string()),
        }),
    })
}

/// An object of a coding with its line.
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) object: Map<String, Value>,
}

impl Row {
    pub(super) fn article(&self) -> Result<String, CodingError> {
        self.text("article").map(article_name)
    }

    /// The words that show it, whatever their shape: a text, a list, objects with `text`.
    pub(super) fn evidence(&self) -> String {
        let text = |value: &Value| match value {
            Value::Object(object) => plain(object.get("text")),
            other => plain(Some(other)),
        };
        match self.object.get("evidence") {
            None => String::new(),
            Some(Value::Array(parts)) => parts.iter().map(text).collect::<Vec<_>>().join(" "),
            Some(value) => text(value),
        }
    }

    fn coded(&self, holders: &Holders) -> Result<Coded, CodingError> {
        let stance = match self.text("stance")? {
            "supports" => Stance::Supports,
            "opposes" => Stance::Opposes,
            other => return Err(self.wrong(CodingErrorKind::Side(other.to_owned()))),
        };
        let via = match self.object.get("via") {
            Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
            Some(Value::String(name)) if !name.is_empty() => vec![name.as_str()],
            _ => Vec::new(),
        };
        let evidence = self.evidence();
        Ok(Coded {
            article: self.article()?,
            holder: holders.canonical(self.text("holder")?),
            position: self.text("position")?.to_owned(),
            stance,
            conditional: truth(self.object.get("conditional")),
            via: via
                .into_iter()
                .map(|name| holders.canonical(name))
                .collect(),
            required: self.object.get("required").is_none_or(|it| truth(Some(it))),
            words: Words::of(&evidence),
            evidence,
            manner: None,
            grade: None,
        })
    }

    fn text(&self, field: &'static str) -> Result<&str, CodingError> {
        let value = self.object.get(field).and_then(Value::as_str);
        value.ok_or_else(|| self.wrong(CodingErrorKind::Missing(field)))
    }

    fn wrong(&self, kind: CodingErrorKind) -> CodingError {
        CodingError {
            line: self.line,
            kind,
        }
    }
}

/// The last part of an article's path, without its ending: `news/brief.txt#2` is `brief#2`.
pub(super) fn article_name(name: &str) -> String {
    const ENDINGS: [&str; 6] = [".txt", ".md", ".html", ".htm", ".jsonl", ".json"];
    let name = name.rsplit('/').next().unwrap_or(name);
    let (file, part) = match name.find('#') {
        Some(at) => name.split_at(at),
        None => (name, ""),
    };
    let stem = ENDINGS.iter().find_map(|ending| file.strip_suffix(ending));
    format!("{}{part}", stem.unwrap_or(file))
}

fn truth(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => false,
        Some(Value::Bool(it)) => *it,
        Some(Value::Number(number)) => number.as_f64() != Some(0.0),
        Some(Value::String(text)) => !text.is_empty(),
        Some(Value::Array(list)) => !list.is_empty(),
        Some(Value::Object(object)) => !object.is_empty(),
    }
}

/// A value as it is typed: a text without its quotation marks.
fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
