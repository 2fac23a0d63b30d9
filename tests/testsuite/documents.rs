//! What the documents list is what there is: modules in the map, commands in the README.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::desk::stances;

const MAP: &str = include_str!("../../docs/architecture.md");
const README: &str = include_str!("../../README.md");
const FORMAT: &str = include_str!("../../docs/rule-format.md");
const PAGES: &str = include_str!("../../rules/outlets/README.md");

/// The words between backticks in the first cells of a table.
fn listed(table: &str) -> BTreeSet<String> {
    let rows = table.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.filter_map(|row| row.split(" | ").next());
    let words = cells.flat_map(|cell| cell.split('`').skip(1).step_by(2));
    words.map(str::to_owned).collect()
}

/// The modules in a folder, by their paths without `.rs`.
fn modules(folder: &Path, below: bool) -> BTreeSet<String> {
    let mut modules = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(one) = folders.pop() {
        for entry in fs::read_dir(one).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && below {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(folder).unwrap().with_extension("");
                let name = name.to_string_lossy().replace('\\', "/");
                modules.insert(name.trim_end_matches("/mod").to_owned());
            }
        }
    }
    // The folder's own page, and what tests it from within.
    modules.retain(|name| !["lib", "mod", "tests"].contains(&name.as_str()));
    modules
}

#[test]
fn the_map_names_every_module_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut mapped = BTreeSet::new();
    for section in MAP.split("\n### ").skip(1) {
        let heading = section.lines().next().unwrap();
        let folders: Vec<&str> = heading.split('`').skip(1).step_by(2).collect();
        if folders.is_empty() {
            continue; // what stands beside the code
        }
        let there: BTreeSet<String> = folders
            .iter()
            .flat_map(|folder| modules(&root.join(folder), *folder != "src/"))
            .collect();
        let table = section.split("\n## ").next().unwrap();
        assert_eq!(listed(table), there, "{heading}");
        mapped.extend(folders.into_iter().map(str::to_owned));
    }
    for entry in fs::read_dir(root.join("src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "bin" {
            assert!(mapped.contains(&format!("src/{name}/")), "{name}");
        }
    }
}

/// The keys of a schema and of all within it.
fn keys(schema: &serde_json::Value, found: &mut BTreeSet<String>) {
    if let Some(properties) = schema.get("properties").and_then(|keys| keys.as_object()) {
        found.extend(properties.keys().cloned());
    }
    let inner: Vec<&serde_json::Value> = match schema {
        serde_json::Value::Object(object) => object.values().collect(),
        serde_json::Value::Array(list) => list.iter().collect(),
        _ => Vec::new(),
    };
    for schema in inner {
        keys(schema, found);
    }
}

#[test]
fn every_key_of_rule_files_is_described() {
    let output = stances().args(["rules", "schema"]).output().unwrap();
    let schemas = serde_json::from_slice(&output.stdout).unwrap();
    let mut found = BTreeSet::new();
    keys(&schemas, &mut found);
    assert!(found.len() > 100, "{}", found.len());
    let is_word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let pages = FORMAT.to_owned() + PAGES;
    let words: BTreeSet<&str> = pages.split(|c| !is_word(c)).collect();
    let missing: Vec<_> = found
        .iter()
        .filter(|key| !words.contains(key.as_str()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_readme_names_every_command() {
    for (asked, prefix) in [(&["--help"][..], ""), (&["rules", "--help"], "rules ")] {
        let output = stances().args(asked).output().unwrap();
        let help = String::from_utf8(output.stdout).unwrap();
        let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1);
        for line in commands.take_while(|line| !line.is_empty()) {
            let Some(command) = line
                .strip_prefix("  ")
                .filter(|line| !line.starts_with(' '))
            else {
                continue; // the rest of a long line
            };
            let command = command.split(' ').next().unwrap();
            let named = format!("`stances {prefix}{command}");
            assert!(command == "help" || README.contains(&named), "{named}");
        }
    }
}
