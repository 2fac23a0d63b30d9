//! `stances eval`: results beside a coding of our own.

use std::fs;

use assert_cmd::Command;

use crate::support;

const ARTICLES: &[(&str, &str)] = &[
    (
        "a.txt",
        "Keir Starmer said that sanctions on Russia must be tightened.\n\nEmmanuel Macron called for a \
         ceasefire in Ukraine.\n",
    ),
    (
        "b.txt",
        "Friedrich Merz rejected a ceasefire in Ukraine.\n\nKeir Starmer spoke of the weather.\n",
    ),
];

const GOLD: &str = r#"{"article": "a", "holder": "starmer", "position": "sanctions", "stance": "supports", "required": true, "half": "tune", "evidence": "Keir Starmer said that sanctions on Russia must be tightened."}
{"article": "a", "holder": "zelensky", "position": "ceasefire-first", "stance": "supports", "required": true, "half": "tune", "evidence": "The coder's own sentence."}
{"article": "b", "holder": "merz", "position": "ceasefire-first", "stance": "supports", "required": false, "half": "check"}
{"article": "c", "none": true, "half": "check"}
"#;

const TRAPS: &str = r#"{"article": "a", "evidence": "Emmanuel Macron called for a ceasefire in Ukraine."}
{"article": "b", "evidence": "Keir Starmer spoke of the weather."}
"#;

/// Runs `stances eval` on the articles; gives its exit code and what it prints.
fn eval(more: &[&str]) -> (i32, String) {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    for (name, text) in ARTICLES {
        write(name, text);
    }
    write("gold.jsonl", GOLD);
    write("traps.jsonl", TRAPS);
    let output = Command::new(env!("CARGO_BIN_EXE_stances"))
        .current_dir(&folder)
        .args(["eval", "gold.jsonl", "a.txt", "b.txt"])
        .args(["--pack", "ukraine-peace", "--date", "2025-06-01"])
        .args(more)
        .output()
        .unwrap();
    let code = output.status.code().unwrap();
    (code, String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_measure_and_every_disagreement_is_printed() {
    let (code, text) = eval(&["--by-article"]);
    assert_eq!(code, 0);
    support::snapshot("eval", "score", "stances eval --by-article", &text);
}

#[test]
fn sentences_can_be_left_out() {
    let (_, text) = eval(&["--no-sentences"]);
    assert!(!text.contains("sentence."), "{text}");
    assert!(
        text.contains("missed       a  zelensky ceasefire-first supports"),
        "{text}"
    );
}

#[test]
fn a_floor_decides_the_exit_code() {
    assert_eq!(eval(&["--min-f1", "0.1"]).0, 0);
    assert_eq!(eval(&["--min-f1", "0.99"]).0, 1);
}

#[test]
fn rows_and_articles_are_chosen() {
    let (_, text) = eval(&["--where", "half=check"]);
    assert!(text.contains("required 0 found 0"), "{text}");
    let (_, text) = eval(&["--articles", "a"]);
    assert!(text.contains("of 2 cells shown"), "{text}");
    assert_eq!(eval(&["--where", "half"]), (2, String::new()));
}

#[test]
fn traps_are_counted() {
    let (_, text) = eval(&["--negatives", "traps.jsonl"]);
    assert!(
        text.ends_with("hard negatives 2, wrongly yielding a statement 1 (50.0 %)\n"),
        "{text}"
    );
}
