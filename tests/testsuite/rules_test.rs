//! `stances rules test`: what differs, what passes, what is broken.

use std::fs;
use std::path::Path;

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
    check("coverage", "", "--coverage", 1);
}

#[test]
fn an_example_is_filled_with_each_of_its_words() {
    let added = r#"
[[example]]
text = "Meyer rejects {}."
fill = ["a truce", "talks on a truce", "a plan"]
expect = ["meyer against"]
"#;
    check("fill", added, "", 1);
}

#[test]
fn a_phrase_that_no_frame_carries_is_listed_with_what_was_tried() {
    let added = r#"
[[frame]]
list = "names"
text = ["Meyer spoke of a {}."]
expect = ["meyer against"]
"#;
    check("frames", added, "--coverage", 1);
}

#[test]
fn examples_in_files_of_their_own_count_too() {
    let workshop = Workshop::with_rules();
    workshop.write(
        "rules/debate/examples/truce.toml",
        "position = \"truce\"\n[[frame]]\nlist = \"names\"\n\
         text = [\"Meyer rejects a {}.\", \"Meyer rejects a {} in Freedonia.\"]\n\
         expect = [\"meyer against\"]\n",
    );
    workshop.write(
        "rules/english/examples/wanting.toml",
        "[[frame]]\nkind = \"wants\"\nside = \"against\"\n\
         text = [\"Meyer {third} a truce.\"]\nexpect = [\"meyer truce against\"]\n",
    );
    let said = workshop.says("rules test rules --only-rules --coverage", 0);
    assert!(said.contains("0 of 3 phrases"), "{said}");
    assert!(said.contains("0 of 1 cue "), "{said}");
    // Reading does not need them, and so does not fail on them.
    workshop.write("rules/debate/examples/truce.toml", "position = \"truc\"\n");
    workshop.write("a.txt", "Talks\n\nAnna Meyer rejects a truce.\n");
    let compare = "compare a.txt --rules rules --only-rules --date 2025-06-01";
    workshop.run(compare).success();
    let said = workshop.says("rules check rules --only-rules", 2);
    assert!(said.contains("did you mean `truce`?"), "{said}");
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

#[test]
fn an_example_file_stands_in_place_of_the_programs_own_of_that_name() {
    const POSITION: &str = "ukraine-peace/positions/leaders-summit.toml";
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    let workshop = Workshop::empty();
    workshop.write(
        &format!("ours/{POSITION}"),
        &fs::read_to_string(shipped.join(POSITION)).unwrap(),
    );
    workshop.run("rules test ours --coverage").success();
    let own = "ours/ukraine-peace/examples/leaders-summit.toml";
    workshop.write(own, "position = \"leaders-summit\"\n");
    workshop.run("rules test ours --coverage").code(1);
}
