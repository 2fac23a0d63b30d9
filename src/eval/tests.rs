//! Scores of small codings, each cell one line: `article holder position side`.

use super::*;
use crate::statement::Stance;

fn coding(lines: &[&str]) -> Coding {
    let mut rows = String::new();
    for line in lines {
        let parts: Vec<&str> = line.split(' ').collect();
        let [article, rest @ ..] = parts.as_slice() else {
            continue;
        };
        let row = match rest {
            [holder, position, side, flags @ ..] => format!(
                "{{\"article\":\"{article}\",\"holder\":\"{holder}\",\"position\":\"{position}\",\
                 \"stance\":\"{side}\",\"required\":{},\"conditional\":{},\"via\":{}}}\n",
                !flags.contains(&"optional"),
                flags.contains(&"if"),
                if flags.contains(&"via") {
                    "[\"kolb\"]"
                } else {
                    "[]"
                },
            ),
            _ => format!("{{\"article\":\"{article}\",\"none\":true}}\n"),
        };
        rows.push_str(&row);
    }
    Coding::parse(&rows, &Holders::default(), None).unwrap_or_default()
}

#[track_caller]
fn check(coded: &[&str], shown: &[&str]) -> Score {
    score(&coding(coded), &coding(shown).rows)
}

#[test]
fn cells_are_found_missing_and_noisy() {
    let score = check(
        &[
            "one orlan truce supports",
            "one vey truce opposes",
            "one vey tolls opposes optional",
            "two",
        ],
        &[
            "one orlan truce supports",
            "one vey tolls opposes",
            "one orlan truce opposes",
            "one tesk truce supports",
            "two kolb tolls supports",
            "three kolb tolls supports",
        ],
    );
    let total = Tally {
        found: 1,
        noisy: 3,
        missing: 1,
    };
    assert_eq!(score.total, total);
    assert_eq!(score.optional, (1, 1));
    assert_eq!(score.seen, (2, 2));
    let kinds = [
        DisagreementKind::Missing,
        DisagreementKind::Turned,
        DisagreementKind::Misheld,
        DisagreementKind::Invented,
    ];
    assert_eq!(kinds.map(|kind| score.count(kind)), [1; 4]);
}

#[test]
fn a_part_of_an_article_is_known_by_its_file_where_that_is_coded() {
    let score = check(
        &["one orlan truce supports"],
        &["one#1 orlan truce supports"],
    );
    assert_eq!(score.total.found, 1);
    let score = check(
        &["one#1 orlan truce supports"],
        &["one orlan truce supports"],
    );
    assert_eq!(score.total.found, 1);
}

#[test]
fn conditions_and_reporters_count_for_the_full_measure_only() {
    let cases = [
        ("both plain", "", "", 1.0),
        ("condition overlooked", "if", "", 0.0),
        ("condition wrongly set", "", "if", 0.0),
        ("same reporter", "via", "via", 1.0),
        ("reporter overlooked", "via", "", 0.0),
    ];
    for (name, coded, shown, expected) in cases {
        let line = |flag: &str| format!("one orlan truce supports {flag}");
        let score = check(&[&line(coded)], &[&line(shown)]);
        assert_eq!(score.total.found, 1, "{name}");
        assert!((score.full_f1 - expected).abs() < f64::EPSILON, "{name}");
    }
}

#[test]
fn a_row_that_cannot_be_read_names_its_line() {
    let cases = [
        ("{\"article\":\"one\"}", "1: no `stance`"),
        (
            "\n{\"article\":\"one\",\"holder\":\"orlan\",\"position\":\"truce\",\"stance\":\"for\"}",
            "2: stance `for` is neither `supports` nor `opposes`",
        ),
    ];
    for (text, expected) in cases {
        let error = Coding::parse(text, &Holders::default(), None).map_err(|e| e.to_string());
        assert_eq!(error, Err(expected.to_owned()));
    }
}

#[test]
fn traps_catch_false_alarms_only() {
    let sentence = "Orlan spoke of the truce for an hour.";
    let trap = format!("{{\"article\":\"one\",\"evidence\":\"{sentence}\"}}");
    let traps = Traps::parse(&trap).unwrap_or_default();
    let mut shown = coding(&["one orlan truce supports"]).rows;
    shown[0].words = Words::of(sentence);
    assert_eq!(shown[0].stance, Stance::Supports);
    assert_eq!(traps.caught(&coding(&["one"]), &shown).len(), 1);
    let coded = coding(&["one orlan truce supports optional"]);
    assert_eq!(traps.caught(&coded, &shown).len(), 0);
}
