//! Reading by several threads: the same results as by one.

use std::fmt::Write as _;

use crate::desk::{Desk, STANCE};

/// Records of several parcels: most in English, some foreign, without text, broken, or of an id
/// that was taken.
fn stream() -> Vec<u8> {
    let english = "They met again in the old town hall and talked about the harbour for hours. ";
    let german = "Die beiden Regierungschefs trafen sich am Montag im alten Rathaus und sagten \
                  danach, dass sie ihre Gespräche im Frühjahr fortsetzen wollten, wenn das Wetter besser sei. Der \
                  Bürgermeister hatte sie zuvor auf der Treppe begrüßt.";
    let mut lines = String::new();
    for number in 0..90_usize {
        let (id, text) = match number % 9 {
            4 => (number, format!("{STANCE}\n\n{}", english.repeat(60))),
            5 => (number, german.to_owned()),
            6 => (number - 2, format!("{}\n\n{STANCE}", english.repeat(3))),
            7 => (number, String::new()),
            _ => (number, english.repeat(number)),
        };
        let record = serde_json::json!({"id": format!("a{id}"), "text": text});
        writeln!(lines, "{record}").unwrap();
        if number % 9 == 8 {
            lines.push_str("{\"id\": \"broken\n");
        }
    }
    lines.into_bytes()
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let desk = Desk::new(&[("stream.jsonl", &stream()), ("a.txt", STANCE.as_bytes())]);
    for command in ["statements", "explain"] {
        let by = |jobs| desk.run(&[command, "-j", jobs, "stream.jsonl", "gone.txt", "a.txt"]);
        let (one, eight) = (by("1"), by("8"));
        assert!(
            one.results.lines().count() > 9,
            "{command}: {}",
            one.results
        );
        assert!(one.notices.contains("in German"), "{}", one.notices);
        assert!(one.notices.contains("second article"), "{}", one.notices);
        assert_eq!(one, eight, "{command}");
    }
}
