//! A second language, invented: that the program reads it shows that `rules/english/` is only data.

use crate::desk::stances;
use crate::support;

const RULES: &[&str] = &["--rules", "rules", "--only-rules"];

/// What the program writes about the toy language, as it is typed in its folder.
#[track_caller]
fn says(words: &[&str]) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/toy-language");
    let run = stances().current_dir(folder).args(words).assert().success();
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

#[test]
fn articles_in_another_language_give_a_table() {
    let about =
        "three articles in an invented language, by tests/fixtures/toy-language/rules alone";
    let table = says(&[&["compare", "articles", "--date", "2025-06-01"], RULES].concat());
    support::snapshot("toy-language", "table", about, &table);
}

#[test]
fn its_rules_are_sound_and_tested() {
    let said = says(&["rules", "check", "rules", "--only-rules"]);
    assert_eq!(said, "no fault, no warning\n");
    says(&["rules", "test", "rules", "--only-rules"]);
}
