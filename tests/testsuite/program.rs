//! The program as it is typed: what it says, and how it ends.

use assert_cmd::Command;

fn stances() -> Command {
    Command::new(env!("CARGO_BIN_EXE_stances"))
}

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
    ] {
        stances().args(arguments).assert().code(2).stdout("");
    }
}
