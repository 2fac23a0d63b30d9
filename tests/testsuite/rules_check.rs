//! `stances rules check`: faults, warnings, and the first fix to make.

use crate::support;
use crate::workshop::Workshop;

const COMMAND: &str = "rules check rules --only-rules --date 2025-06-01";

/// Compares what the command says of the sound rules with these lines at the end of files.
#[track_caller]
fn check(name: &str, added: &[(&str, &str)], flags: &str, code: i32) {
    let workshop = Workshop::with_rules();
    let mut about = "tests/fixtures/rules".to_owned();
    for (file, lines) in added {
        if workshop.path(file).exists() {
            workshop.append(file, lines);
        } else {
            workshop.write(file, lines);
        }
        about = format!("{about}, and in {file}:\n{lines}");
    }
    let said = workshop.says(&format!("{COMMAND} {flags}"), code);
    support::snapshot("rules-check", name, &about, &said);
}

#[test]
fn warnings_end_with_the_first_fix() {
    check("sound", &[], "", 0);
    check("all", &[], "--all", 0);
}

#[test]
fn a_fault_is_shown_and_is_to_be_mended_first() {
    let group = "[[group]]\nkind = \"names\"\nphrases = [\"(cease\"]\n";
    check(
        "fault",
        &[("rules/debate/positions/truce.toml", group)],
        "",
        2,
    );
}

#[test]
fn phrases_that_never_count_are_named() {
    let position = r#"
id = "talks"
short = "Talks"
claim = "They talk"
supports = "wants talks"
opposes = "wants none"
names = ["(talk|negotiation)", "<talks>", "peace talks", "truce", "(talk|parley) now"]
ignore = ["peace"]
[[example]]
text = "Meyer spoke of talks."
expect = []
"#;
    check(
        "hidden",
        &[("rules/debate/positions/talks.toml", position)],
        "",
        0,
    );
}

#[test]
fn names_and_offices_are_doubted() {
    let people = r#"
[[person]]
id = "reject"
name = "Otto Reject"
roles = [{ office = "president", of = "freedonia", from = 2020-01-01, to = 2022-01-01 }]
[[person]]
id = "meyer"
name = "Anna Meyer"
"#;
    let workshop = Workshop::with_rules();
    workshop.write("rules/actors/people.toml", people);
    let said = workshop.says(COMMAND, 0);
    support::snapshot("rules-check", "actors", people, &said);
}
