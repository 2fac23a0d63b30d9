//! `stances rules schema`: the schemas in `docs/schemas` are those of the code, and fit what ships.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use stances::corpus::Outlets;
use stances::rules::{self, Source, SourceRole};

use crate::workshop::Workshop;

#[test]
fn the_schemas_in_docs_are_those_of_the_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
    let files = fs::read_dir(&folder).unwrap();
    let files: BTreeSet<String> = files
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut kinds = BTreeSet::new();
    for (kind, schema) in rules::schemas() {
        let text = fs::read_to_string(folder.join(format!("{kind}.json"))).unwrap_or_default();
        assert!(
            text == format!("{schema:#}\n"),
            "docs/schemas/{kind}.json is old: `stances rules schema --write docs/schemas`"
        );
        kinds.insert(format!("{kind}.json"));
    }
    assert_eq!(files, kinds);
}

#[test]
fn one_schema_or_all_are_printed() {
    let workshop = Workshop::empty();
    let said = workshop.says("rules schema position", 0);
    assert!(said.contains("\"stances: position\""), "{said}");
    workshop.run("rules schema").success();
    let said = workshop.says("rules schema positon", 2);
    assert!(said.contains("did you mean `position`?"), "{said}");
}

/// What is wrong with a value, by the few keywords that the schemas use.
fn misfit(value: &toml::Value, schema: &serde_json::Value, place: &str) -> Option<String> {
    if let Some(words) = schema.get("enum") {
        let known = words.as_array().unwrap();
        let fits = known.iter().any(|word| word.as_str() == value.as_str());
        return (!fits).then(|| format!("{place}: {value}"));
    }
    match (value, schema["type"].as_str().unwrap()) {
        (toml::Value::String(_) | toml::Value::Datetime(_), "string")
        | (toml::Value::Boolean(_), "boolean")
        | (toml::Value::Integer(_), "integer") => None,
        (toml::Value::Array(items), "array") => items
            .iter()
            .find_map(|item| misfit(item, &schema["items"], place)),
        (toml::Value::Table(table), "object") => {
            let required = schema.get("required").and_then(|list| list.as_array());
            let lacks = required
                .into_iter()
                .flatten()
                .find(|key| !table.contains_key(key.as_str().unwrap()));
            let wrong = table.iter().find_map(|(key, value)| {
                let place = format!("{place}.{key}");
                match schema.get("properties").and_then(|all| all.get(key)) {
                    Some(schema) => misfit(value, schema, &place),
                    None if schema["additionalProperties"].is_object() => {
                        misfit(value, &schema["additionalProperties"], &place)
                    }
                    None => Some(place),
                }
            });
            lacks.map(|key| format!("{place} lacks {key}")).or(wrong)
        }
        _ => Some(format!("{place}: {value}")),
    }
}

#[test]
fn every_shipped_file_fits_its_schema() {
    let schemas = rules::schemas();
    for source in rules::embedded() {
        let kind = kind(&source);
        let Some((_, schema)) = schemas.iter().find(|(name, _)| *name == kind) else {
            assert_eq!(kind, "none", "{}", source.name);
            continue;
        };
        let value = toml::from_str(&source.text).unwrap();
        assert_eq!(misfit(&value, schema, &source.name), None);
    }
}

#[test]
fn every_key_of_an_outlet_is_one_that_the_corpus_reads() {
    let schemas = rules::schemas();
    let schema = &schemas
        .iter()
        .find(|(kind, _)| *kind == "outlets")
        .unwrap()
        .1;
    for (table, list) in schema["properties"].as_object().unwrap() {
        for (key, shape) in list["items"]["properties"].as_object().unwrap() {
            let value = match (key.as_str(), shape["type"].as_str()) {
                ("id", _) => continue,
                ("passages", _) => "[{ from = \"a\", to = \"b\" }]",
                (_, Some("boolean")) => "true",
                _ => "[\"words\"]",
            };
            let text = format!("[[{table}]]\nid = \"x\"\n{key} = {value}\n");
            let said = match Outlets::parse(&[("outlets/x.toml", &text)]) {
                Ok(_) => String::new(),
                Err(faults) => faults[0].to_string(),
            };
            assert!(!said.contains("unknown"), "{table}.{key}: {said}");
        }
    }
}

/// The schema of a file; tables of `stances eval`, which people who write rules leave alone, have none.
fn kind(source: &Source) -> &'static str {
    match source.role() {
        SourceRole::Grammar => "grammar",
        SourceRole::Forms => "forms",
        SourceRole::Cues => "cues",
        SourceRole::Negation => "negation",
        SourceRole::Condition => "condition",
        SourceRole::Reference => "reference",
        SourceRole::Countries => "countries",
        SourceRole::Titles => "titles",
        SourceRole::Actors => "actors",
        SourceRole::Outlet => "outlets",
        SourceRole::Pack(_) => "pack",
        SourceRole::Sets(_) => "sets",
        SourceRole::Position(_) => "position",
        SourceRole::Examples(_) => "examples",
        SourceRole::LanguageExamples => "language-examples",
        SourceRole::Eval | SourceRole::Unknown => "none",
    }
}
