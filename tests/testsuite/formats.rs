//! Files of every format, sound and damaged: what is read from them, and that nothing breaks.
//!
//! The files are in `tests/fixtures/corpus`, whose `make.py` makes them; each has a snapshot.

use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use stances::article::BlockKind;
use stances::corpus::{Contents, Context, Limits, Outlets, Source, read};

use crate::corpus::{is_sound, shipped};
use crate::support;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpus")
}

/// The files, as their names in the folder and their bytes.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for (prefix, folder) in [("", folder()), ("damaged/", folder().join("damaged"))] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_file() && name != "make.py" {
                files.push((format!("{prefix}{name}"), fs::read(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

fn read_as(name: &str, bytes: &[u8], outlets: &Outlets) -> Contents {
    let path = name.rsplit('/').next().unwrap();
    let (id, _) = path.split_once('.').unwrap();
    read(&Source { path, id, bytes }, &Context::new(outlets))
}

/// Notes, then articles: what is known of each, and its blocks, `=` before a headline, `#` before a
/// heading.
fn shown(contents: &Contents) -> String {
    let mut shown: Vec<_> = contents
        .notes
        .iter()
        .map(|note| format!("! {note}"))
        .collect();
    for article in &contents.articles {
        shown.push(format!(
            "\n[{}] {}; {}; {}{}{}",
            article.id,
            article.title.as_deref().unwrap_or("-"),
            article.date.map_or("-".to_owned(), |date| date.to_string()),
            article.outlet.as_deref().unwrap_or("-"),
            article
                .line
                .map_or(String::new(), |line| format!("; line {line}")),
            if article.extracted { "; extracted" } else { "" },
        ));
        for block in &article.blocks {
            let sign = match block.kind {
                BlockKind::Headline => "= ",
                BlockKind::Heading => "# ",
                BlockKind::Paragraph => "",
            };
            shown.push(format!("{sign}{}", block.span.of(&article.source)));
        }
    }
    shown.join("\n")
}

#[test]
fn every_format_is_read_and_damage_is_named() {
    let outlets = shipped();
    for (name, bytes) in files() {
        let contents = read_as(&name, &bytes, &outlets);
        is_sound(&contents).unwrap();
        let about = format!("tests/fixtures/corpus/{name}");
        support::snapshot("corpus", &name.replace('/', "-"), &about, &shown(&contents));
    }
}

#[test]
fn every_file_has_a_damaged_twin() {
    let files = files();
    let (damaged, sound): (Vec<_>, Vec<_>) = files
        .iter()
        .map(|(name, _)| name)
        .partition(|name| name.starts_with("damaged/"));
    let twins: Vec<_> = sound.iter().map(|name| format!("damaged/{name}")).collect();
    assert_eq!(damaged, twins.iter().collect::<Vec<_>>());
}

#[test]
fn limits_are_named() {
    let outlets = Outlets::default();
    let context = Context {
        limits: Limits {
            record: 50,
            ..Limits::default()
        },
        ..Context::new(&outlets)
    };
    let notes = |path: &str, bytes: &[u8]| -> Vec<String> {
        let contents = read(
            &Source {
                path,
                id: "a",
                bytes,
            },
            &context,
        );
        contents.notes.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        notes("a.txt", "They met. ".repeat(9).as_bytes()),
        ["a.txt: larger than 50 bytes, skipped; `--max-record SIZE` reads larger ones"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Every file, cut off anywhere and with any byte changed, is read without breaking, and twice
    /// the same.
    #[test]
    fn no_damage_makes_it_break(cut in 0..=100_usize, at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let outlets = crate::corpus::OUTLETS.get_or_init(shipped);
        for (name, mut bytes) in files() {
            let place = at.index(bytes.len());
            bytes[place] = byte;
            bytes.truncate(bytes.len() * cut / 100);
            let contents = read_as(&name, &bytes, outlets);
            is_sound(&contents)?;
            prop_assert_eq!(&contents, &read_as(&name, &bytes, outlets));
        }
    }
}
