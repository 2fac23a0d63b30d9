//! `stances rules show`: phrases, positions, actors and cues written out.

use crate::support;
use crate::workshop::Workshop;

#[track_caller]
fn check(name: &str, what: &[&str]) {
    let words = [&["rules", "show", "--rules", "rules", "--only-rules"], what].concat();
    let run = Workshop::with_rules().run_words(&words).success();
    let said = String::from_utf8(run.get_output().stdout.clone()).unwrap();
    let about = format!("stances rules show {}", what.join(" "));
    support::snapshot("rules-show", name, &about, &said);
}

#[test]
fn whatever_goes_by_the_name_is_written_out() {
    check("position", &["Truce"]);
    check("actor", &["Anna Meyer"]);
    check("cue", &["rejects"]);
    check("words-of-a-phrase", &["talks on a truce"]);
    check("new-phrase", &["(end|halt) ...3 [the] <talks>"]);
    check("literals", &["--literals"]);
}

#[test]
fn a_phrase_that_cannot_be_read_is_a_fault() {
    let words = ["rules", "show", "(end", "--rules", "rules", "--only-rules"];
    let run = Workshop::with_rules().run_words(&words).code(2);
    run.stderr("error: phrase `(end`: `(` is never closed\n");
}
