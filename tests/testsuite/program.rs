//! The program as it is typed: what it says, and how it ends.

use crate::desk::{Desk, STANCE, stances};
use crate::support;

#[test]
fn bare_it_says_what_to_type_in_five_lines() {
    let output = stances().assert().success().get_output().stdout.clone();
    let text = String::from_utf8(output).unwrap();
    assert_eq!(text.lines().count(), 5, "{text}");
    assert!(text.contains("stances compare"), "{text}");
}

#[test]
fn what_cannot_run_ends_in_two_and_prints_no_result() {
    for arguments in [
        &["compare"][..],
        &["compare", "--view", "nothing", "x"],
        &["compare", "--width", "3", "x"],
        &["compare", "--only-rules", "x"],
        &["explain", "--holder", "starmer", "x"],
        &["eval", "gone.jsonl", "x"],
        &["try", "..."],
        &["try", "Hello.", "--holder", "x", "--position", "nothing"],
    ] {
        stances().args(arguments).assert().code(2).stdout("");
    }
}

#[test]
fn help_of_every_command() {
    for command in [
        "",
        "compare",
        "statements",
        "attributions",
        "inputs",
        "explain",
        "try",
        "eval",
        "diff",
        "correct",
        "promote",
    ] {
        let arguments: &[&str] = if command.is_empty() {
            &["--help"]
        } else {
            &[command, "--help"]
        };
        let output = stances().args(arguments).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        let name = if command.is_empty() {
            "stances"
        } else {
            command
        };
        support::snapshot(
            "help",
            name,
            &format!("stances {}", arguments.join(" ")),
            &text,
        );
    }
}

#[test]
fn a_header_names_packs_and_articles_first() {
    let desk = Desk::new(&[("a.txt", STANCE.as_bytes())]);
    let ended = desk.run(&["statements", "--header", "a.txt"]);
    let lines: Vec<serde_json::Value> = ended
        .results
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines[0]["articles"][0]["id"], "a");
    assert_eq!(lines[1]["article"], "a");
}

#[test]
fn attributions_give_characters_of_the_file() {
    let text = "\u{feff}Caf\u{e9} owners wept. \u{201c}We will not close our doors again,\u{201d} Keir Starmer said.\n";
    let desk = Desk::new(&[("a.txt", text.as_bytes())]);
    let ended = desk.run(&["attributions", "a.txt"]);
    let record: serde_json::Value = serde_json::from_str(&ended.results).unwrap();
    let characters: Vec<char> = text.chars().skip(1).collect();
    let words = |key: &str| {
        let at = |end: usize| {
            record[key][0][end]
                .as_u64()
                .and_then(|at| usize::try_from(at).ok())
        };
        let range = at(0).unwrap()..at(1).unwrap();
        characters[range].iter().collect::<String>()
    };
    assert_eq!(
        words("content"),
        "\u{201c}We will not close our doors again,\u{201d}"
    );
    assert_eq!(words("source"), "Keir Starmer");
    assert_eq!(words("cue"), "said");
    assert_eq!(record["holder"], "starmer");
}
