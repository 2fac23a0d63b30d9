//! The program as it is typed: what it says, and how it ends.

use std::fs;

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
fn what_was_mistyped_is_answered_with_what_to_type() {
    let desk = Desk::new(&[("a.txt", STANCE.as_bytes())]);
    for (arguments, told) in [
        (&["a.txt"][..], "to read it, type: stances compare a.txt"),
        (&["compar", "a.txt"], "'compare'"),
        (
            &["rules", "test", "--rules", "mine"],
            "stances rules test DIR",
        ),
        (&["diff", "a.txt", "--rules", "mine"], "'--rules-"),
        (
            &["compare", "a.txt", "--date", "1.3.2025"],
            "as in 2025-03-01",
        ),
        (
            &["compare", "a.txt", "--leader", "stamer"],
            "did you mean `starmer`?",
        ),
        (
            &["compare", "a.txt", "--position", "sanction"],
            "did you mean `sanctions`?",
        ),
    ] {
        let ended = desk.run(arguments);
        assert_eq!((ended.code, &*ended.results), (2, ""), "{arguments:?}");
        assert!(
            ended.notices.contains(told),
            "{arguments:?}: {}",
            ended.notices
        );
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

#[test]
fn results_go_to_a_file_when_they_are_complete() {
    let desk = Desk::new(&[("a.txt", STANCE.as_bytes()), ("out.jsonl", b"old")]);
    let at = |name: &str| desk.folder.path().join(name);
    let printed = desk.run(&["statements", "a.txt"]).results;
    let ended = desk.run(&["statements", "-o", "out.jsonl", "a.txt"]);
    assert_eq!((ended.code, &*ended.results), (0, ""));
    assert_eq!(fs::read_to_string(at("out.jsonl")).unwrap(), printed);
    let failed = desk.run(&["statements", "-o", "out.jsonl", "gone.txt"]);
    assert_eq!(failed.code, 2);
    assert_eq!(fs::read_to_string(at("out.jsonl")).unwrap(), printed);
    let nowhere = desk.run(&["compare", "-o", "gone/out.txt", "a.txt"]);
    assert_eq!(nowhere.code, 2);
    assert!(
        nowhere
            .notices
            .contains("error: gone/out.txt: cannot be written"),
        "{}",
        nowhere.notices
    );
    assert_eq!(fs::read_dir(desk.folder.path()).unwrap().count(), 2);
}

#[cfg(unix)]
#[test]
fn an_end_from_the_keyboard_leaves_no_part_of_a_file() {
    use std::process::{Command, Stdio};
    use std::time::Duration;
    use std::{io::Write as _, thread};
    let desk = Desk::new(&[("out.jsonl", b"old")]);
    let mut running = Command::new(env!("CARGO_BIN_EXE_stances"))
        .current_dir(&desk.folder)
        .args(["statements", "-o", "out.jsonl", "-"])
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // It reads on and on; meanwhile what it has begun stands beside the file.
    let mut input = running.stdin.take().unwrap();
    let line = format!("{{\"text\": {STANCE:?}}}\n");
    input.write_all(line.repeat(3000).as_bytes()).unwrap();
    let files = || fs::read_dir(desk.folder.path()).unwrap().count();
    let is_begun = (0..600).any(|_| {
        thread::sleep(Duration::from_millis(50));
        files() == 2
    });
    assert!(is_begun, "nothing was begun");
    let killed = Command::new("kill")
        .args(["-INT", &running.id().to_string()])
        .status();
    assert!(killed.unwrap().success());
    assert_eq!(running.wait().unwrap().code(), Some(130));
    assert_eq!(files(), 1);
    let kept = fs::read_to_string(desk.folder.path().join("out.jsonl"));
    assert_eq!(kept.unwrap(), "old");
}
