//! The lines of a coding: JSON objects whose shapes differ from coder to coder.

use serde_json::{Map, Value};

use super::{Coded, CodingError, CodingErrorKind, Holders, Words};
use crate::statement::Stance;

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

    pub(super) fn coded(&self, holders: &Holders) -> Result<Coded, CodingError> {
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

/// Whether a field says yes.
pub(super) fn truth(value: Option<&Value>) -> bool {
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
pub(super) fn plain(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    }
}
