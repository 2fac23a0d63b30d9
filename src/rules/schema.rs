//! JSON Schema for every kind of rule file, so that editors complete and check.
//!
//! In: the keys that `shape` knows. Out: schemas of draft 7, the one that editors of TOML read.

use serde_json::{Map, Value, json};

use super::shape::{self, Key, Shape, key, needed};
use super::source::Role;

/// The kinds of rule files, by the name of their schema.
const KINDS: &[(&str, Role<'static>)] = &[
    ("actors", Role::Actors),
    ("condition", Role::Condition),
    ("countries", Role::Countries),
    ("cues", Role::Cues),
    ("examples", Role::Examples("")),
    ("forms", Role::Forms),
    ("grammar", Role::Grammar),
    ("language-examples", Role::LanguageExamples),
    ("negation", Role::Negation),
    ("outlets", Role::Outlet),
    ("pack", Role::Pack("")),
    ("position", Role::Position("")),
    ("reference", Role::Reference),
    ("sets", Role::Sets("")),
    ("titles", Role::Titles),
];

/// What `corpus` reads in files of outlets.
const OUTLETS: &[Key] = &[
    key(
        "part",
        Shape::Tables(&[
            needed("id", Shape::Text),
            key("exact-case", Shape::Flag),
            key("begins", Shape::Texts),
            key("ends", Shape::Texts),
        ]),
    ),
    key(
        "stamp",
        Shape::Tables(&[
            needed("id", Shape::Text),
            key("exact-case", Shape::Flag),
            key("lines", Shape::Texts),
            key("starts", Shape::Texts),
        ]),
    ),
    key(
        "opinion",
        Shape::Tables(&[
            needed("id", Shape::Text),
            key("exact-case", Shape::Flag),
            key("lines", Shape::Texts),
            key("starts", Shape::Texts),
            key("authors", Shape::Texts),
        ]),
    ),
    key(
        "furniture",
        Shape::Tables(&[
            needed("id", Shape::Text),
            key("exact-case", Shape::Flag),
            key("lines", Shape::Texts),
            key("starts", Shape::Texts),
            key("contains", Shape::Texts),
            key("sentences", Shape::Texts),
            key("captions", Shape::Texts),
            key(
                "passages",
                Shape::Tables(&[needed("from", Shape::Text), needed("to", Shape::Text)]),
            ),
            key("lists", Shape::Texts),
        ]),
    ),
];

/// The schema of each kind of rule file, by the name of the kind.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Value)> {
    KINDS
        .iter()
        .map(|&(kind, role)| (kind, schema(kind, keys(role))))
        .collect()
}

fn keys(role: Role<'_>) -> &'static [Key] {
    match role {
        Role::Outlet => OUTLETS,
        role => shape::keys(role),
    }
}

fn schema(kind: &str, keys: &'static [Key]) -> Value {
    let mut schema = table(keys);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(format!("stances: {kind}"));
    schema
}

fn table(keys: &'static [Key]) -> Value {
    let properties: Map<String, Value> = keys
        .iter()
        .map(|key| (key.name.to_owned(), value(&key.shape)))
        .collect();
    let needed = keys.iter().filter(|key| key.needed);
    let needed: Vec<&str> = needed.map(|key| key.name).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": needed,
        "additionalProperties": false,
    })
}

fn value(shape: &Shape) -> Value {
    let text = json!({ "type": "string" });
    match shape {
        Shape::Text => text,
        Shape::Texts => list(text),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Number(least, most) => {
            json!({ "type": "integer", "minimum": least, "maximum": most })
        }
        Shape::Day => json!({ "type": "string", "format": "date" }),
        Shape::OneOf(words) => json!({ "enum": words }),
        Shape::ListOf(words) => list(json!({ "enum": words })),
        Shape::Table(keys) => table(keys),
        Shape::Tables(keys) => list(table(keys)),
        Shape::TextByName => json!({ "type": "object", "additionalProperties": text }),
        Shape::TextsByName => json!({ "type": "object", "additionalProperties": list(text) }),
    }
}

fn list(items: Value) -> Value {
    let mut list = json!({ "type": "array" });
    list["items"] = items;
    list
}
