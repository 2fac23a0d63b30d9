//! Which rules articles are read by.

use std::fs;
use std::path::Path;

use crate::desk::{Desk, STANCE};

#[test]
fn a_pack_is_chosen_by_its_id() {
    let desk = Desk::new(&[("a.txt", STANCE.as_bytes())]);
    let ended = desk.run(&["statements", "--pack", "ukraine-peas", "a.txt"]);
    assert_eq!((ended.code, &*ended.results), (2, ""));
    assert!(
        ended
            .notices
            .contains("no pack is called `ukraine-peas`: did you mean `ukraine-peace`?"),
        "{}",
        ended.notices
    );
}

#[test]
fn rules_with_faults_give_no_result() {
    let position = "id = \"truce\"\nshrt = \"Truce\"\nnames = [\"(\"]\n";
    let desk = Desk::new(&[
        ("a.txt", STANCE.as_bytes()),
        (
            "mine/ukraine-peace/positions/truce.toml",
            position.as_bytes(),
        ),
    ]);
    let ended = desk.run(&["statements", "--rules", "mine", "a.txt"]);
    assert_eq!((ended.code, &*ended.results), (2, ""));
    for told in [
        "unknown key `shrt`",
        "did you mean `short`?",
        "truce.toml:2:1",
    ] {
        assert!(ended.notices.contains(told), "{told}: {}", ended.notices);
    }
    let none = desk.run(&["statements", "--rules", "nowhere", "a.txt"]);
    assert_eq!((none.code, &*none.results), (2, ""));
    assert_eq!(none.notices, "error: nowhere: no such folder\n");
}

#[test]
fn a_rule_file_in_another_encoding_is_told_with_its_line() {
    let actor = b"[[person]]\nid = \"jose\"\nname = \"Jos\xe9 Ruiz\"\n";
    let desk = Desk::new(&[
        ("a.txt", STANCE.as_bytes()),
        ("mine/actors/mine.toml", actor),
    ]);
    let ended = desk.run(&["statements", "--rules", "mine", "a.txt"]);
    assert_eq!((ended.code, &*ended.results), (2, ""));
    assert_eq!(
        ended.notices.replace('\\', "/"),
        "error: mine/actors/mine.toml:3: not UTF-8: save the file in that encoding\n"
    );
}

#[test]
fn a_position_of_ones_own_replaces_the_one_that_ships() {
    let shipped =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/ukraine-peace/positions/sanctions.toml");
    let text = fs::read_to_string(shipped).unwrap();
    let other = text.replacen("\nnames = [", "\ndeeds = true\nnames = [", 1);
    let path = "mine/ukraine-peace/positions/sanctions.toml";
    for (name, text, said) in [("a copy", &text, false), ("a change", &other, true)] {
        let desk = Desk::new(&[("a.txt", STANCE.as_bytes()), (path, text.as_bytes())]);
        let ended = desk.run(&["statements", "--rules", "mine", "a.txt"]);
        let told = format!("note: {path}: replaces position `sanctions`");
        assert_eq!(
            ended.notices.contains(&told),
            said,
            "{name}: {}",
            ended.notices
        );
    }
}
