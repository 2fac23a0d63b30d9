//! `stances rules test`: what differs, what passes, what is broken.

use crate::support;
use crate::workshop::Workshop;

const TRUCE: &str = "rules/debate/positions/truce.toml";

/// Compares what `stances rules test` says of the sound rules and these lines below the position.
#[track_caller]
fn check(name: &str, added: &str, flags: &str, code: i32) {
    let workshop = Workshop::with_rules();
    workshop.append(TRUCE, added);
    let said = workshop.says(&format!("rules test rules --only-rules {flags}"), code);
    let about = format!("tests/fixtures/rules, and in positions/truce.toml:\n{added}");
    support::snapshot("rules-test", name, &about, &said);
}

#[test]
fn examples_that_agree_are_counted() {
    check("agrees", "", "", 0);
}

#[test]
fn what_differs_is_shown_with_its_way() {
    let added = r#"
[[example]]
text = "Meyer rejects the plan."
expect = ["meyer against"]
[[example]]
text = "Meyer spoke of a truce."
expect = ["meyer for"]
[[example]]
text = "Meyer rejects a truce."
expect = []
why = "for the sake of the test"
"#;
    check("differs", added, "", 1);
}

#[test]
fn a_known_gap_fails_nothing_and_is_said_to_be_closed() {
    let added = r#"
[[example]]
text = "Meyer spoke of a truce."
expect = ["meyer for"]
todo = true
[[example]]
text = "Meyer rejects a truce."
expect = ["meyer against"]
todo = true
"#;
    check("known-gaps", added, "", 0);
}

#[test]
fn phrases_that_no_example_fires_are_a_difference() {
    check("coverage", "", "--coverage --cues", 1);
}

#[test]
fn a_broken_file_leaves_the_others_tested() {
    let workshop = Workshop::with_rules();
    workshop.append(
        TRUCE,
        "[[group]]\nkind = \"names\"\nphrases = [\"(cease\"]\n",
    );
    workshop.append(
        "rules/english/wanting.toml",
        "[[example]]\ntext = \"Meyer spoke.\"\nexpect = [\"meyer truce for\"]\n",
    );
    let said = workshop.says("rules test rules --only-rules", 2);
    let about = "a phrase of positions/truce.toml is broken, an example of wanting.toml differs";
    support::snapshot("rules-test", "broken-file", about, &said);
}
