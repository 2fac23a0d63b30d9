//! `stances correct` and `stances promote`: what somebody looked at stays looked at.

use crate::support;
use crate::workshop::Workshop;

const ARTICLE: &str = "Merz and Macron on traffic\n\n\
    Friedrich Merz called for more bike lanes.\n\n\
    Emmanuel Macron rejected a lane for cyclists in Paris.\n";
const RULES: &str = "--rules ours --pack city-traffic --date 2025-06-01";
const POSITION: &str = "ours/city-traffic/positions/bike-lanes.toml";

/// A folder with the article, and a debate that reads it.
fn workshop() -> Workshop {
    let workshop = Workshop::empty();
    workshop
        .run("rules init ours --new-pack city-traffic")
        .success();
    workshop.write("articles/a.txt", ARTICLE);
    workshop
}

/// The id of the statement of this holder.
fn id(workshop: &Workshop, holder: &str) -> String {
    let said = workshop.says(&format!("statements articles {RULES} --header"), 0);
    let line = said
        .lines()
        .find(|line| line.contains(&format!("\"holder\":\"{holder}\"")))
        .unwrap();
    let at = line.find("\"id\":\"").unwrap() + 6;
    line[at..at + 8].to_owned()
}

#[track_caller]
fn correct(workshop: &Workshop, id: &str, what: &[&str], code: i32) {
    let words = [
        &["correct", id, "articles", "--because", "read again"],
        what,
    ]
    .concat();
    let rules: Vec<&str> = RULES.split(' ').collect();
    workshop
        .run_words(&[&words[..], &rules].concat())
        .code(code);
}

#[test]
fn a_dropped_cell_stays_dropped_after_a_rule_edit() {
    let workshop = workshop();
    correct(&workshop, &id(&workshop, "macron"), &["--drop"], 0);
    let file = workshop.read("articles/corrections.toml");
    support::snapshot("correcting", "file", "after `correct ID --drop`", &file);
    let dropped = workshop.says(&format!("compare articles {RULES}"), 0);
    assert!(dropped.contains("1 correction made"), "{dropped}");
    assert!(!dropped.contains("Macron  "), "{dropped}");
    let json = workshop.says(&format!("compare articles {RULES} --format json"), 0);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["corrections"][0]["holder"], "macron");
    assert_eq!(json["corrections"][0]["drop"], true);
    let told = workshop.says(&format!("explain articles {RULES}"), 0);
    let (_, told) = told.split_once("\n\ncorrected").unwrap();
    support::snapshot("correcting", "explained", "the end of `explain`", told);

    // The edit turns what was read, and so gives it another id.
    let text = workshop.read(POSITION);
    let text = text.replace("\"lane for cyclists\"]", "\"lane for nobody\"]");
    let text = text.replace("opposite = [", "opposite = [\"lane for cyclists\", ");
    workshop.write(POSITION, &text);
    let edited = workshop.says(&format!("compare articles {RULES}"), 0);
    assert!(edited.contains("1 correction made"), "{edited}");
    assert!(!edited.contains("Macron  "), "{edited}");

    workshop.write(POSITION, &text.replace("\"lane for cyclists\", ", ""));
    let stale = workshop.says(&format!("compare articles {RULES}"), 0);
    assert!(
        stale.contains("finds nothing to correct any more"),
        "{stale}"
    );
}

#[test]
fn a_side_and_a_holder_are_corrected() {
    let workshop = workshop();
    let what = ["--stance", "for", "--holder", "starmer"];
    correct(&workshop, &id(&workshop, "macron"), &what, 0);
    let said = workshop.says(&format!("statements articles {RULES}"), 0);
    let starmer = said
        .lines()
        .find(|line| line.contains("\"holder\":\"starmer\""))
        .unwrap();
    assert!(starmer.contains("\"stance\":\"supports\""), "{starmer}");
    assert!(!said.contains("\"holder\":\"macron\""), "{said}");
}

#[test]
fn what_is_not_one_statement_is_refused() {
    let workshop = workshop();
    correct(&workshop, "ffff0000", &["--drop"], 2);
    correct(&workshop, "", &["--drop"], 2);
    let merz = id(&workshop, "merz");
    correct(&workshop, &merz, &["--holder", "mertz"], 2);
    assert!(!workshop.path("articles/corrections.toml").exists());
}

#[test]
fn a_broken_file_of_corrections_is_said_and_corrects_nothing() {
    let workshop = workshop();
    workshop.write("articles/corrections.toml", "[[correction]]\nid = 7\n");
    let said = workshop.says(&format!("compare articles {RULES}"), 2);
    assert!(said.contains("articles/corrections.toml:2: "), "{said}");
    assert!(said.contains("nothing was corrected"), "{said}");
}

#[test]
fn a_promoted_statement_is_an_example_of_its_position() {
    let workshop = workshop();
    let before = workshop.read(POSITION);
    let merz = id(&workshop, "merz");
    workshop
        .run(&format!("promote {merz} articles {RULES}"))
        .success();
    let after = workshop.read(POSITION);
    let added = after.strip_prefix(&before).unwrap();
    support::snapshot(
        "correcting",
        "promoted",
        "the lines after the others",
        added,
    );
    let said = workshop.says("rules test ours", 0);
    assert_eq!(said, "8 examples: 8 agree\n");

    let macron = id(&workshop, "macron");
    let words = format!("promote {macron} articles {RULES} --not --because test");
    let said = workshop.says(&words, 0);
    assert!(said.contains("is not read so"), "{said}");
    let file = workshop.read(POSITION);
    assert!(file.contains("expect = []\nwhy    = \"test\"\n"), "{file}");
    workshop.run("rules test ours").code(1);
}

#[test]
fn a_position_of_the_program_is_not_written_to() {
    let workshop = Workshop::empty();
    workshop.write(
        "a.txt",
        "Macron on Russia\n\nEmmanuel Macron called for new sanctions on Russia.\n",
    );
    let said = workshop.says("statements a.txt", 0);
    let at = said.find("\"id\":\"").unwrap() + 6;
    let said = workshop.says(&format!("promote {} a.txt", &said[at..at + 8]), 2);
    assert!(said.contains("comes with the program"), "{said}");
}
