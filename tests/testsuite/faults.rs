//! Every kind of fault in rule files, as people read it.

use std::fs;
use std::path::Path;

use stances::rules::{self, Source};

use crate::support;

/// The folder without a fault, with the broken file of this name in place.
fn folder(broken: &str) -> Vec<Source> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let text = fs::read_to_string(fixtures.join("broken").join(broken)).unwrap();
    let name = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# as "))
        .unwrap()
        .to_owned();
    let mut sources = sound();
    sources.retain(|source| source.name != name);
    sources.push(Source::shipped(&name, &text));
    sources
}

fn sound() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(&root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                sources.push(Source::shipped(&name, &fs::read_to_string(&path).unwrap()));
            }
        }
    }
    sources
}

#[test]
fn the_sound_folder_has_no_fault() {
    let faults = rules::load(&sound()).err().unwrap_or_default();
    assert!(faults.is_empty(), "{}", rules::report(&faults, &sound()));
}

#[test]
fn every_fault_is_shown_where_it_stands() {
    let broken = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/broken");
    let mut names: Vec<String> = fs::read_dir(broken)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    for name in names {
        let sources = folder(&name);
        let faults = rules::load(&sources).err().unwrap_or_default();
        let about = format!("tests/fixtures/broken/{name}");
        support::snapshot(
            "faults",
            name.trim_end_matches(".toml"),
            &about,
            &rules::report(&faults, &sources),
        );
    }
}

#[test]
fn the_order_of_sources_changes_nothing() {
    for name in ["several-faults.toml", "unknown-office.toml"] {
        let mut sources = folder(name);
        let forward = rules::load(&sources).err();
        sources.reverse();
        assert_eq!(rules::load(&sources).err(), forward, "{name}");
    }
}

#[test]
fn a_broken_file_hides_no_fault_of_another() {
    let mut sources = folder("curly-quotes.toml");
    sources.extend(
        folder("unknown-office.toml")
            .into_iter()
            .filter(|source| source.name == "actors/others.toml"),
    );
    let files: Vec<String> = rules::load(&sources)
        .err()
        .unwrap_or_default()
        .into_iter()
        .map(|fault| fault.file)
        .collect();
    assert!(
        files.contains(&"debate/positions/peace.toml".to_owned()),
        "{files:?}"
    );
    assert!(
        files.contains(&"actors/others.toml".to_owned()),
        "{files:?}"
    );
}

#[test]
fn a_later_folder_replaces_by_id_and_says_so() {
    let mut sources = sound();
    let person = "[[person]]\nid = \"meyer\"\nname = \"Anna Meyer-Lang\"\n";
    sources.push(Source::added(
        "actors/mine.toml",
        "mine/actors/mine.toml",
        person,
        1,
    ));
    let rules = rules::load(&sources).unwrap();
    let names: Vec<&str> = rules
        .actors
        .list
        .iter()
        .map(|actor| actor.name.as_str())
        .collect();
    assert_eq!(names, ["Freedonia", "Anna Meyer-Lang"]);
    let replaced: Vec<(&str, &str)> = rules
        .replaced
        .iter()
        .map(|one| (one.id.as_str(), one.new.as_str()))
        .collect();
    assert_eq!(replaced, [("meyer", "mine/actors/mine.toml")]);
}
