//! What the columns of a table and the keys of a record hold, guessed from common names.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
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
        Self::ranked(name).map(|(column, _)| column)
    }

    /// The column of that name, and how sure the name is: the less, the surer.
    fn ranked(name: &str) -> Option<(Self, usize)> {
        let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{FEFF}'));
        NAMES.iter().find_map(|(column, names)| {
            let rank = names
                .iter()
                .position(|known| known.eq_ignore_ascii_case(name))?;
            Some((*column, rank))
        })
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
pub(super) struct Fields {
    /// Its own id.
    pub(super) id: Option<String>,
    /// Its text, which may be blank.
    pub(super) text: Option<String>,
    /// What else it says.
    pub(super) metadata: Metadata,
}

impl Fields {
    /// Reads a JSON object.
    pub(super) fn of_json(text: &str) -> Result<Self, NoteKind> {
        serde_json::from_str(text).map_err(|error| {
            let message = error.to_string();
            let reason = message
                .rsplit_once(" at line ")
                .map_or(message.as_str(), |(reason, _)| reason);
            NoteKind::BadJson(reason.to_owned())
        })
    }

    fn set(&mut self, column: Column, value: String) {
        match column {
            Column::Id => self.id = Some(value).filter(|id| !id.trim().is_empty()),
            Column::Text => self.text = Some(value),
            Column::Title | Column::Date | Column::Outlet => self.metadata.set(column, &value),
        }
    }
}

impl<'de> Deserialize<'de> for Fields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields, M::Error> {
        let mut best: [Option<(usize, String)>; NAMES.len()] = Default::default();
        while let Some(Key(key)) = map.next_key()? {
            let Some((column, rank)) = key else {
                map.next_value::<IgnoredAny>()?;
                continue;
            };
            let found = plain(map.next_value()?);
            let place = &mut best[column as usize];
            if let Some(value) =
                found.filter(|_| place.as_ref().is_none_or(|(known, _)| rank < *known))
            {
                *place = Some((rank, value));
            }
        }
        let mut fields = Fields::default();
        for ((column, _), found) in NAMES.iter().zip(best) {
            if let Some((_, value)) = found {
                fields.set(*column, value);
            }
        }
        Ok(fields)
    }
}

/// A key, and what stands under it, where that is known.
struct Key(Option<(Column, usize)>);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct KeyVisitor;
        impl Visitor<'_> for KeyVisitor {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            fn visit_str<E>(self, name: &str) -> Result<Key, E> {
                Ok(Key(Column::ranked(name)))
            }
        }
        deserializer.deserialize_str(KeyVisitor)
    }
}

/// Where the columns of a table stand.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    places: Vec<(Column, usize)>,
}

impl Columns {
    /// Reads the head line of a table.
    pub(super) fn of_head(head: &[Cow<'_, str>]) -> Result<Self, NoteKind> {
        let place = |column: Column, names: &[&str]| {
            let known = |name: &&str| {
                let of = |cell: &Cow<'_, str>| cell.trim().eq_ignore_ascii_case(name);
                head.iter().position(of)
            };
            Some((column, names.iter().find_map(known)?))
        };
        let places: Vec<_> = NAMES
            .iter()
            .filter_map(|(column, names)| place(*column, names))
            .collect();
        if places.iter().any(|(column, _)| *column == Column::Text) {
            Ok(Self { places })
        } else {
            let columns = head.iter().map(|cell| cell.clone().into_owned()).collect();
            Err(NoteKind::NoTextColumn { columns })
        }
    }

    /// Reads a row.
    pub(super) fn read(&self, row: &[Cow<'_, str>]) -> Fields {
        let mut fields = Fields::default();
        for (column, at) in &self.places {
            if let Some(cell) = row.get(*at) {
                fields.set(*column, cell.clone().into_owned());
            }
        }
        fields
    }
}

/// What a value says in words.
fn plain(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(parts) => {
            let parts: Option<Vec<_>> = parts.iter().map(Value::as_str).collect();
            parts.map(|parts| parts.join("\n"))
        }
        Value::Object(mut object) => object.remove("name").and_then(plain),
        Value::Null | Value::Bool(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_known_in_any_case_and_the_surest_counts() {
        let cases = [
            (
                "{\"ID\": 1, \"Headline\": \"T\", \"body\": \"B\"}",
                Ok("1 T B"),
            ),
            (
                "{\"body\": \"B\", \"text\": \"C\", \"x\": [{}]}",
                Ok("- - C"),
            ),
            (
                "{\"text\": [\"A\", \"B\"], \"title\": null}",
                Ok("- - A\nB"),
            ),
            ("{\"source\": {\"name\": \"The Paper\"}}", Ok("- - -")),
            (
                "[]",
                Err("no JSON: invalid type: sequence, expected an object"),
            ),
            ("{\"id\":", Err("no JSON: EOF while parsing a value")),
        ];
        for (text, expected) in cases {
            let or_none = |cell: Option<String>| cell.unwrap_or_else(|| "-".to_owned());
            let shown = |f: Fields| {
                format!(
                    "{} {} {}",
                    or_none(f.id),
                    or_none(f.metadata.title),
                    or_none(f.text)
                )
            };
            let read = Fields::of_json(text)
                .map(shown)
                .map_err(|kind| kind.to_string());
            assert_eq!(read.as_deref().map_err(String::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_table_needs_a_column_of_text() {
        let head = |cells: &[&'static str]| -> Vec<Cow<'static, str>> {
            cells.iter().copied().map(Cow::Borrowed).collect()
        };
        let columns = Columns::of_head(&head(&["ID", "Article"]));
        let fields = columns.map(|columns| columns.read(&head(&["a", "Words.", "more"])));
        assert_eq!(
            fields.map(|fields| fields.text),
            Ok(Some("Words.".to_owned()))
        );
        let none = Columns::of_head(&head(&["name", "value"]));
        assert_eq!(
            none.map(drop).map_err(|kind| kind.to_string()),
            Err(
                "no column `text`, `body`, `content` or `article` among `name`, `value`".to_owned()
            )
        );
    }
}
