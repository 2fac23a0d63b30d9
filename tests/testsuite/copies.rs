//! Copies of articles: found, counted apart, listed, left out.

use crate::desk::{Desk, Ended, STANCE};

/// A story of some length, in which somebody takes a stance.
fn story() -> String {
    let rest = "The ministers had met in the old town hall of Oslo for the first time since the long winter. \
                Outside, a few hundred people waited in the rain and sang. Nobody said when the talks would \
                be held again, or where, and the hall was locked at nine in the evening as on any other day.\n";
    format!("{STANCE}\n{rest}")
}

/// A story, another one between, and the story again as two papers print it.
fn desk() -> Desk {
    let story = story();
    let edited =
        story.replace("a few hundred people", "some people") + "\nReporting by the agency.\n";
    Desk::new(&[
        ("agency.txt", story.as_bytes()),
        (
            "brief.txt",
            b"Emmanuel Macron said on Friday that sanctions on Russia must be tightened.\n",
        ),
        ("herald.txt", edited.as_bytes()),
        ("post.txt", story.as_bytes()),
    ])
}

fn run(arguments: &[&str]) -> Ended {
    let files = ["agency.txt", "brief.txt", "herald.txt", "post.txt"];
    let ended = desk().run(&[arguments, &files].concat());
    assert_eq!(ended.code, 0, "{}", ended.notices);
    ended
}

#[test]
fn a_table_counts_copies_apart_and_lists_them() {
    let counted = run(&["compare"]).results;
    let foot = "2 utterances, 4 carriers: 2 articles are copies of others and counted apart.\n\
                Copies: herald, post of agency.\n";
    assert!(counted.contains(foot), "{counted}");
    assert!(
        counted.contains("2 of 2 articles carry no date"),
        "{counted}"
    );
    let dropped = run(&["compare", "--copies", "drop"]).results;
    let foot = "Left out: 2 copies of other articles (--copies count lists them).";
    assert!(dropped.contains(foot), "{dropped}");
    let kept = run(&["compare", "--copies", "keep"]).results;
    assert!(kept.contains("4 of 4 articles carry no date"), "{kept}");
    assert!(!kept.contains("carriers"), "{kept}");
    let json = run(&["compare", "--format", "json"]).results;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let copies = json["copies"].as_array().unwrap();
    let copies: Vec<_> = copies
        .iter()
        .map(|copy| (&copy["id"], &copy["copy_of"]))
        .collect();
    assert_eq!(
        copies,
        [
            (&"herald".into(), &"agency".into()),
            (&"post".into(), &"agency".into())
        ]
    );
}

#[test]
fn statements_of_copies_say_so_or_are_left_out() {
    let originals = |arguments: &[&str]| -> Vec<String> {
        let ended = run(arguments);
        let shown = |line: &str| {
            let one: serde_json::Value = serde_json::from_str(line).unwrap();
            format!("{} {}", one["article"], one["copy_of"])
        };
        ended.results.lines().map(shown).collect()
    };
    assert_eq!(originals(&["statements"]).len(), 4);
    let marked = [
        "\"agency\" null",
        "\"brief\" null",
        "\"herald\" \"agency\"",
        "\"post\" \"agency\"",
    ];
    assert_eq!(originals(&["statements", "--copies", "count"]), marked);
    assert_eq!(originals(&["statements", "--copies", "drop"]), marked[..2]);
    let told = run(&["statements", "--copies", "drop"]).notices;
    assert!(
        told.contains("note: 2 articles are copies of others: left out"),
        "{told}"
    );
}

#[test]
fn inputs_name_copies() {
    let told = run(&["inputs"]).results;
    assert!(told.contains("  herald.txt: copy of `agency`"), "{told}");
    assert!(
        told.contains("4 files: 4 articles, 2 of them copies"),
        "{told}"
    );
    let dropped = run(&["inputs", "--copies", "drop"]).results;
    assert!(
        dropped.contains("4 files: 2 articles, no date"),
        "{dropped}"
    );
}

#[test]
fn a_copy_stands_for_an_original_that_was_not_asked_for() {
    let story = story();
    let desk = Desk::new(&[
        ("2025-03-01_agency.txt", story.as_bytes()),
        ("2025-03-02_post.txt", story.as_bytes()),
    ]);
    let ended = desk.run(&["compare", "--from", "2025-03-02", "."]);
    assert_eq!(ended.code, 0, "{}", ended.notices);
    assert!(
        ended.results.contains("2025-03-02_post"),
        "{}",
        ended.results
    );
}
