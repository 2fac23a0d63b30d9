//! What the columns of a table and the keys of a record hold, guessed from common names.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::mapping::Mapping;
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
    /// Every column.
    pub(super) const ALL: [Self; 5] = [Self::Id, Self::Text, Self::Title, Self::Date, Self::Outlet];

    /// What it holds, in one word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Text => "text",
            Self::Title => "title",
            Self::Date => "date",
            Self::Outlet => "outlet",
        }
    }

    /// The column of that name, in any letter case.
    #[must_use]
    pub(super) fn named(name: &str) -> Option<Self> {
        Self::ranked(name).map(|(column, _)| column)
    }

    /// The names it goes by, the surest first.
    pub(super) fn known(self) -> &'static [&'static str] {
        let named = NAMES.iter().find(|(column, _)| *column == self);
        named.map_or(&[], |(_, names)| names)
    }

    /// A name without what stands around it.
    pub(super) fn bare(name: &str) -> &str {
        name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\u{FEFF}'))
    }

    /// The column of that name, and how sure the name is: the less, the surer.
    pub(super) fn ranked(name: &str) -> Option<(Self, usize)> {
        let name = Self::bare(name);
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
    pub(super) fn of_json(text: &str, mapping: &Mapping) -> Result<Self, NoteKind> {
        let mut json = serde_json::Deserializer::from_str(text);
        let fields = json.deserialize_map(FieldsVisitor(mapping));
        let fields = fields.and_then(|fields| json.end().map(|()| fields));
        fields.map_err(|error| {
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

struct FieldsVisitor<'m>(&'m Mapping);

impl<'de> Visitor<'de> for FieldsVisitor<'_> {
    type Value = Fields;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Fields, M::Error> {
        let mut best: [Option<(usize, String)>; NAMES.len()] = Default::default();
        while let Some(key) = map.next_key_seed(Key(self.0))? {
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

/// Reads a key as what stands under it, where that is known.
struct Key<'m>(&'m Mapping);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<(Column, usize)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<(Column, usize)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.ranked(name))
    }
}

/// Where the columns of a table stand.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    places: Vec<(Column, usize)>,
}

impl Columns {
    /// Reads the head line of a table.
    pub(super) fn of_head(head: &[Cow<'_, str>], mapping: &Mapping) -> Result<Self, NoteKind> {
        let ranked = (0..)
            .zip(head)
            .filter_map(|(at, cell)| Some((mapping.ranked(cell)?, at)));
        let ranked: Vec<((Column, usize), usize)> = ranked.collect();
        let place = |column: Column| {
            let named = ranked.iter().filter(|((known, _), _)| *known == column);
            named.min_by_key(|((_, rank), _)| *rank)
        };
        let places = Column::ALL.into_iter().filter_map(place);
        let places: Vec<_> = places.map(|((column, _), at)| (*column, *at)).collect();
        if places.iter().any(|(column, _)| *column == Column::Text) {
            Ok(Self { places })
        } else {
            Err(NoteKind::NoTextColumn {
                sought: mapping.sought(Column::Text),
                columns: head.iter().map(|cell| cell.clone().into_owned()).collect(),
            })
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
                Err("record skipped, no JSON: invalid type: sequence, expected an object"),
            ),
            (
                "{\"id\":",
                Err("record skipped, no JSON: EOF while parsing a value"),
            ),
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
            let read = Fields::of_json(text, &Mapping::default())
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
        let guessed = Mapping::default();
        let columns = Columns::of_head(&head(&["ID", "Article"]), &guessed);
        let fields = columns.map(|columns| columns.read(&head(&["a", "Words.", "more"])));
        assert_eq!(
            fields.map(|fields| fields.text),
            Ok(Some("Words.".to_owned()))
        );
        let given = Mapping::parse("text=words").unwrap_or_default();
        for (mapping, sought) in [
            (guessed, "`text`, `body`, `content` or `article`"),
            (given, "`words`"),
        ] {
            let none = Columns::of_head(&head(&["name", "value"]), &mapping);
            assert_eq!(
                none.map(drop).map_err(|kind| kind.to_string()),
                Err(format!(
                    "no column {sought} among `name`, `value`; `--map text=NAME` says which it is"
                ))
            );
        }
    }
}
