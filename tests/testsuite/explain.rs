//! How a sentence was read, and why a cell is as it is.

use std::path::Path;

use crate::desk::stances;
use crate::support;

/// Each explanation as a snapshot: its name, the sentence, and the leader whose cell is asked for.
const CASES: [(&str, &str, Option<&str>); 10] = [
    ("stance", "Meyer rejects a truce.", None),
    ("hearsay", "Orlan reports that Meyer demands a truce.", None),
    ("named", "Meyer and the truce.", None),
    ("ignored", "Meyer rejects the truce of 1914.", None),
    (
        "cell",
        "Orlan reports that Meyer demands a truce.",
        Some("meyer"),
    ),
    (
        "cell-of-another",
        "Orlan reports that Meyer demands a truce.",
        Some("orlan"),
    ),
    ("cell-question", "Does Orlan reject a truce?", Some("orlan")),
    ("cell-nobody", "Meyer rejects a truce.", Some("kolb")),
    ("cell-misspelt", "Meyer rejects a truce.", Some("meier")),
    ("cell-nothing", "Meyer rejects a deal.", Some("meyer")),
];

#[test]
fn a_sentence_is_explained_gate_by_gate() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folder = |name: &str| fixtures.join(name).to_string_lossy().into_owned();
    for (name, sentence, holder) in CASES {
        let mut command = stances();
        command.args(["try", sentence, "--only-rules"]);
        command.args(["--rules", &folder("rules"), "--rules", &folder("explained")]);
        if let Some(holder) = holder {
            command.args(["--holder", holder, "--position", "truce"]);
        }
        let output = command.assert().success().get_output().stdout.clone();
        let text = String::from_utf8(output).unwrap();
        let text = text.replace(&folder("rules"), "rules");
        let text = text.replace(&folder("explained"), "mine");
        let about = holder.map_or_else(String::new, |holder| format!(", the cell of {holder}"));
        support::snapshot("explain", name, &format!("{sentence}{about}"), &text);
    }
}

#[test]
fn a_debate_that_is_not_read_says_why() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let folder = |name: &str| fixtures.join(name).to_string_lossy().into_owned();
    let tried = |more: &[&str]| {
        let mut command = stances();
        command.args(["try", "Meyer rejects a truce.", "--only-rules"]);
        command.args(["--rules", &folder("rules"), "--rules", &folder("dated")]);
        let output = command.args(more).assert().success().get_output().clone();
        String::from_utf8(output.stdout).unwrap()
    };
    let cell = ["--holder", "meyer", "--position", "truce"];
    let undated = tried(&[]);
    assert!(undated.ends_with(
        "Nobody takes a stance.\nNot read for debate: it has no date, and no `about` phrase stands in it.\n"
    ));
    let undated = tried(&cell);
    assert!(undated.contains("named     NO: not read for debate: it has no date"));
    assert!(undated.ends_with("change    `about` in debate/pack.toml\n"));
    let late = ["--date", "2025-01-01"];
    let late = tried(&[&cell[..], &late[..]].concat());
    assert!(late.contains("2025-01-01 is not within 2024-01-01 to 2024-12-31"));
    assert!(late.ends_with("change    `from` and `to` in debate/pack.toml\n"));
    assert!(tried(&["--date", "2024-05-01"]).ends_with("meyer against truce\n"));
}
