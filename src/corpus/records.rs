//! Files that hold a record for each article: JSON Lines, JSON, CSV and TSV.
//!
//! Columns and keys are guessed from common names. A bad record costs that record.

use serde_json::Value;

use super::metadata::Metadata;
use super::note::NoteKind;

/// What a column of a table or a key of a record holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// The article's id.
    Id,
    /// Its text.
    Text,
    /// Its headline.
    Title,
    /// The day of publication.
    Date,
    /// The paper or site.
    Outlet,
}

impl Column {
    /// The column of that name, in any letter case.
    #[must_use]
    pub(super) fn named(name: &str) -> Option<Self> {
        let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{FEFF}'));
        NAMES
            .iter()
            .find(|(_, names)| names.iter().any(|known| known.eq_ignore_ascii_case(name)))
            .map(|(column, _)| *column)
    }
}

/// Names of columns, the surest first.
const NAMES: &[(Column, &[&str])] = &[
    (Column::Id, &["id", "article_id", "doc_id", "uuid", "guid"]),
    (
        Column::Text,
        &[
            "text",
            "body",
            "content",
            "article",
            "fulltext",
            "full_text",
            "maintext",
        ],
    ),
    (Column::Title, &["title", "headline", "head"]),
    (
        Column::Date,
        &[
            "date",
            "published",
            "published_at",
            "publish_date",
            "date_publish",
            "pubdate",
            "day",
        ],
    ),
    (
        Column::Outlet,
        &[
            "outlet",
            "source",
            "publisher",
            "publication",
            "site",
            "site_name",
            "newspaper",
            "domain",
        ],
    ),
];

/// One article as a record gives it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    /// Its own id.
    pub(super) id: Option<String>,
    /// Its text, which may be blank.
    pub(super) text: Option<String>,
    /// What else it says.
    pub(super) metadata: Metadata,
}

impl Record {
    /// Reads a JSON object; other values are no record.
    #[must_use]
    pub(super) fn of_json(value: &Value) -> Option<Self> {
        let object = value.as_object()?;
        let cell = |column: Column| {
            let names = NAMES.iter().filter(|(known, _)| *known == column);
            let mut keys = names.flat_map(|(_, names)| names.iter());
            keys.find_map(|name| {
                let entry = object
                    .iter()
                    .find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
                entry.and_then(|(_, value)| plain(value))
            })
        };
        let mut record = Self {
            id: cell(Column::Id),
            text: cell(Column::Text),
            metadata: Metadata::default(),
        };
        for column in [Column::Title, Column::Date, Column::Outlet] {
            record
                .metadata
                .set(column, &cell(column).unwrap_or_default());
        }
        Some(record)
    }
}

/// A record or what was wrong with it, and the line of the file, from 1, where it starts.
pub(super) type Read = (usize, Result<Record, NoteKind>);

/// The records of a file with one JSON object a line.
pub(super) fn json_lines(text: &str) -> impl Iterator<Item = Read> {
    let lines = (1..)
        .zip(text.split('\n'))
        .filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(number, line)| {
        let value = serde_json::from_str::<Value>(line).map_err(|error| bad_json(&error));
        (number, value.and_then(|value| of_value(&value)))
    })
}

/// The records of a JSON array of objects, or of one object.
#[must_use]
pub(super) fn json(text: &str) -> Vec<Read> {
    match serde_json::from_str(text) {
        Ok(Value::Array(values)) => values.iter().map(|value| (1, of_value(value))).collect(),
        Ok(value) => vec![(1, of_value(&value))],
        Err(error) => vec![(error.line(), Err(bad_json(&error)))],
    }
}

/// The records of a table with a head line; cells are parted by tabs, or by what the head shows.
#[must_use]
pub(super) fn table(text: &str, tabs: bool) -> Vec<Read> {
    let head = text.lines().next().unwrap_or_default();
    let delimiter = match (tabs, head.matches(';').count() > head.matches(',').count()) {
        (true, _) => b'\t',
        (false, true) => b';',
        (false, false) => b',',
    };
    let mut rows = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let Ok(head) = rows.headers().cloned() else {
        return vec![(
            1,
            Err(NoteKind::NoTextColumn {
                columns: Vec::new(),
            }),
        )];
    };
    let place = |column: Column| {
        let names = NAMES.iter().filter(|(known, _)| *known == column);
        let mut names = names.flat_map(|(_, names)| names.iter());
        names.find_map(|name| {
            head.iter()
                .position(|cell| cell.trim().eq_ignore_ascii_case(name))
        })
    };
    let Some(text_place) = place(Column::Text) else {
        let columns = head.iter().map(str::to_owned).collect();
        return vec![(1, Err(NoteKind::NoTextColumn { columns }))];
    };
    let others =
        [Column::Title, Column::Date, Column::Outlet].map(|column| (column, place(column)));
    let id_place = place(Column::Id);
    let read = |row: &csv::StringRecord| {
        let cell = |at: usize| row.get(at).map(str::to_owned);
        let mut record = Record {
            text: cell(text_place),
            ..Record::default()
        };
        record.id = id_place.and_then(cell).filter(|id| !id.trim().is_empty());
        for (column, at) in others {
            record
                .metadata
                .set(column, &at.and_then(cell).unwrap_or_default());
        }
        record
    };
    rows.records()
        .map(|row| match row {
            Ok(row) => (line_of(row.position()), Ok(read(&row))),
            Err(error) => (
                line_of(error.position()),
                Err(NoteKind::BadRow(error.to_string())),
            ),
        })
        .collect()
}

fn line_of(position: Option<&csv::Position>) -> usize {
    position
        .and_then(|position| usize::try_from(position.line()).ok())
        .unwrap_or(1)
}

fn of_value(value: &Value) -> Result<Record, NoteKind> {
    Record::of_json(value).ok_or_else(|| NoteKind::BadJson("a record must be an object".to_owned()))
}

fn bad_json(error: &serde_json::Error) -> NoteKind {
    let message = error.to_string();
    let reason = message
        .rsplit_once(" at line ")
        .map_or(message.as_str(), |(reason, _)| reason);
    NoteKind::BadJson(reason.to_owned())
}

fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(Value::as_str).collect();
            parts.map(|parts| parts.join("\n"))
        }
        Value::Object(object) => object.get("name").and_then(plain),
        Value::Null | Value::Bool(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(read: impl IntoIterator<Item = Read>) -> Vec<String> {
        let shown = |(line, record): Read| match record {
            Ok(record) => format!(
                "{line} {} {} {}",
                record.id.unwrap_or_default(),
                record.metadata.title.unwrap_or_default(),
                record.text.unwrap_or_default()
            ),
            Err(kind) => format!("{line} {kind}"),
        };
        read.into_iter().map(shown).collect()
    }

    #[test]
    fn a_bad_line_costs_that_line() {
        let text = "{\"ID\": 1, \"Headline\": \"T\", \"body\": \"B\"}\r\n\n{\"id\":\n[]\n{\"text\": \"C\"}";
        assert_eq!(
            titles(json_lines(text)),
            [
                "1 1 T B",
                "3 no JSON: EOF while parsing a value",
                "4 no JSON: a record must be an object",
                "5   C",
            ]
        );
    }

    #[test]
    fn arrays_and_single_objects_are_records() {
        assert_eq!(
            titles(json("[{\"text\": \"A\"}, {\"content\": \"B\"}]")),
            ["1   A", "1   B"]
        );
        assert_eq!(titles(json("{\"text\": [\"A\", \"B\"]}")), ["1   A\nB"]);
        assert_eq!(
            titles(json("[{\"text\": \"A\"},")),
            ["1 no JSON: EOF while parsing a value"]
        );
    }

    #[test]
    fn tables_are_read_by_the_names_of_their_columns() {
        assert_eq!(
            titles(table("id,title,text\n7,T,\"two\nlines\"\n,,B\n", false)),
            ["2 7 T two\nlines", "4   B"]
        );
        assert_eq!(
            titles(table("ID;Article\na;one, two\n", false)),
            ["2 a  one, two"]
        );
        assert_eq!(
            titles(table("name\tvalue\n1\t2\n", true)),
            ["1 no column `text`, `body`, `content` or `article` among `name`, `value`"]
        );
    }
}
