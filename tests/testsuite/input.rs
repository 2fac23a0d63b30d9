//! What is read, what is not, and what is said about it.

#[cfg(unix)]
use std::fs;

use crate::desk::{Desk, STANCE, stances};

/// Long enough for its language to be told.
const GERMAN: &str = "Die beiden Regierungschefs trafen sich am Montag im alten Rathaus und sagten \
    danach, dass sie ihre Gespräche im Frühjahr fortsetzen wollten, wenn das Wetter besser sei. \
    Bis dahin werde man sich schreiben.";

#[test]
fn bad_input_is_named_and_the_rest_is_read() {
    let desk = Desk::new(&[
        ("good.txt", STANCE.as_bytes()),
        ("empty.txt", b""),
        ("film.bin", b"\x7fELF\x01\x00\x00\x02"),
        ("report.pdf", b"%PDF-1.7 and so on"),
        ("german.txt", GERMAN.as_bytes()),
        ("hollow/.keep", b""),
    ]);
    // The input beside a good one, what is said, and the exit code.
    let cases = [
        ("gone.txt", "error: gone.txt: no such file or folder", 2),
        ("empty.txt", "note: empty.txt: empty file", 0),
        ("film.bin", "error: film.bin: skipped: no text", 2),
        ("report.pdf", "pdftotext", 2),
        (
            "german.txt",
            "`german` is in German, and only English is read",
            0,
        ),
        ("hollow", "error: hollow: folder without files", 2),
    ];
    for (name, said, code) in cases {
        let ended = desk.run(&["statements", name, "good.txt"]);
        assert_eq!(ended.code, code, "{name}: {}", ended.notices);
        assert!(ended.notices.contains(said), "{name}: {}", ended.notices);
        assert_eq!(
            ended.results.lines().count(),
            1,
            "{name}: {}",
            ended.results
        );
        let alone = desk.run(&["statements", name]);
        assert_eq!((alone.code, &*alone.results), (2, ""), "{name} alone");
        assert!(
            alone.notices.contains("error: no article was read"),
            "{name}"
        );
    }
}

#[test]
fn a_folder_is_read_although_one_file_in_it_is_none() {
    let desk = Desk::new(&[
        ("news/a.txt", STANCE.as_bytes()),
        ("news/report.pdf", b"%PDF-1.7 and so on"),
    ]);
    let ended = desk.run(&["statements", "news"]);
    assert_eq!(ended.code, 0, "{}", ended.notices);
    assert_eq!(ended.results.lines().count(), 1, "{}", ended.results);
    assert!(
        ended.notices.contains("note: news/report.pdf"),
        "{}",
        ended.notices
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::new(&[("good.txt", STANCE.as_bytes()), ("secret.txt", b"Hush.")]);
    let secret = desk.folder.path().join("secret.txt");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&secret).is_ok() {
        // Whoever runs the tests may read everything.
        return;
    }
    let ended = desk.run(&["statements", "secret.txt", "good.txt"]);
    assert_eq!(ended.code, 2, "{}", ended.notices);
    assert!(
        ended.notices.contains("secret.txt: cannot be read"),
        "{}",
        ended.notices
    );
    assert_eq!(ended.results.lines().count(), 1, "{}", ended.results);
}

#[test]
fn line_ends_and_encodings_change_no_answer() {
    let quoted = "\u{201c}Sanctions on Russia must be tightened,\u{201d} Keir Starmer said.\n";
    let windows: Vec<u8> = quoted
        .chars()
        .map(|letter| match letter {
            '\u{201c}' => 0x93,
            '\u{201d}' => 0x94,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect();
    let wide: Vec<u8> = [0xff, 0xfe]
        .into_iter()
        .chain(quoted.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let marked = format!("\u{feff}{quoted}");
    let crlf = quoted.replace('\n', "\r\n");
    let cases = [
        ("plain", quoted.as_bytes()),
        ("windows", &windows),
        ("wide", &wide),
        ("marked", marked.as_bytes()),
        ("crlf", crlf.as_bytes()),
    ];
    for (name, bytes) in cases {
        let desk = Desk::new(&[("one.txt", bytes)]);
        let ended = desk.run(&["statements", "one.txt"]);
        assert_eq!(ended.code, 0, "{name}: {}", ended.notices);
        let statement: serde_json::Value = serde_json::from_str(&ended.results).unwrap();
        let place = &statement["evidence"][0];
        assert_eq!(place["start"], 0, "{name}");
        assert_eq!(place["text"], quoted.trim_end(), "{name}");
        let is_noted = ended.notices.contains("note: one.txt: ");
        assert_eq!(is_noted, ["windows", "wide"].contains(&name), "{name}");
    }
}

#[test]
fn standard_input_is_an_article() {
    let mut command = stances();
    command.args(["statements", "-"]).write_stdin(STANCE);
    let output = command.assert().success().get_output().stdout.clone();
    let statement: serde_json::Value = serde_json::from_slice(&output).unwrap();
    assert_eq!(statement["article"], "stdin");
}

#[test]
fn missing_dates_are_told_once_and_can_be_given() {
    let desk = Desk::new(&[("a.txt", STANCE.as_bytes()), ("b.txt", STANCE.as_bytes())]);
    let ended = desk.run(&["statements", "a.txt", "b.txt"]);
    let told = "note: 2 of 2 articles carry no date";
    assert_eq!(ended.notices.matches(told).count(), 1, "{}", ended.notices);
    let dated = desk.run(&["statements", "--date", "2025-03-01", "a.txt"]);
    assert_eq!(dated.notices, "");
    assert!(
        dated.results.contains("\"date\":\"2025-03-01\""),
        "{}",
        dated.results
    );
}

#[test]
fn another_debate_is_told_without_a_table() {
    let weather = "The council of the old town said it would mend the roof before the winter.\n";
    let desk = Desk::new(&[("weather.txt", weather.as_bytes())]);
    let ended = desk.run(&["compare", "--pack", "ukraine-peace", "weather.txt"]);
    assert_eq!(ended.code, 0, "{}", ended.notices);
    assert!(
        ended.results.contains("another debate?"),
        "{}",
        ended.results
    );
    assert!(!ended.results.contains("---"), "{}", ended.results);
}

/// The articles of a command's results, as id, date and outlet.
fn dated(results: &str) -> Vec<String> {
    let shown = |line: &str| {
        let one: serde_json::Value = serde_json::from_str(line).unwrap();
        let word = |key: &str| one[key].as_str().unwrap_or("-").to_owned();
        format!("{} {} {}", word("article"), word("date"), word("outlet"))
    };
    results.lines().map(shown).collect()
}

#[test]
fn columns_and_keys_can_be_named() {
    let stance = STANCE.trim();
    let table = format!("story,seen,paper\n\"{stance}\",2025-03-01,The Paper\n");
    let lines =
        format!("{{\"story\": \"{stance}\", \"seen\": \"1 March 2025\", \"body\": \"x\"}}\n");
    let desk = Desk::new(&[("a.csv", table.as_bytes()), ("b.jsonl", lines.as_bytes())]);
    let map = "text=story,date=seen,outlet=paper";
    let ended = desk.run(&["statements", "--map", map, "a.csv", "b.jsonl"]);
    assert_eq!((ended.code, &*ended.notices), (0, ""));
    assert_eq!(
        dated(&ended.results),
        ["a#1 2025-03-01 The Paper", "b#1 2025-03-01 -"]
    );
    let guessed = desk.run(&["statements", "a.csv"]);
    let advice = "error: a.csv:1: no column `text`, `body`, `content` or `article` among `story`, \
                  `seen`, `paper`; `--map text=NAME` says which it is";
    assert!(guessed.notices.contains(advice), "{}", guessed.notices);
    let absent = desk.run(&["statements", "--map", "text=story,date=day", "a.csv"]);
    assert!(
        absent.notices.contains("note: a.csv:1: no column `day`"),
        "{}",
        absent.notices
    );
    assert_eq!(dated(&absent.results), ["a#1 - -"]);
    let wrong = desk.run(&["statements", "--map", "words=story", "a.csv"]);
    assert_eq!(wrong.code, 2);
    assert!(
        wrong.notices.contains("an article has no `words`"),
        "{}",
        wrong.notices
    );
}

#[test]
fn a_list_gives_dates_and_outlets() {
    let dates =
        "name,date,outlet\na.txt,1 March 2025,The Paper\n\nsub/a,2 March 2025\nc#2,3 March 2025\n";
    let lines = format!("{{\"text\": {STANCE:?}, \"date\": \"2024-01-01\"}}\n").repeat(2);
    let desk = Desk::new(&[
        ("a.txt", STANCE.as_bytes()),
        ("sub/a.txt", STANCE.as_bytes()),
        ("c.jsonl", lines.as_bytes()),
        ("dates.txt", dates.as_bytes()),
        ("wrong.txt", b"a,2025-03-01\n\nb,soon\n"),
    ]);
    let ended = desk.run(&[
        "statements",
        "--dates",
        "dates.txt",
        "a.txt",
        "sub",
        "c.jsonl",
    ]);
    assert_eq!((ended.code, &*ended.notices), (0, ""));
    assert_eq!(
        dated(&ended.results),
        [
            "a 2025-03-01 The Paper",
            "sub/a 2025-03-02 -",
            "c#1 2024-01-01 -",
            "c#2 2025-03-03 -",
        ]
    );
    let told = desk.run(&["inputs", "--dates", "dates.txt", "a.txt"]);
    assert!(told.results.contains("2025-03-01"), "{}", told.results);
    let cases = [
        ("wrong.txt", "line 3: `soon` is no date"),
        ("gone.txt", "cannot be read"),
    ];
    for (name, said) in cases {
        let ended = desk.run(&["statements", "--dates", name, "a.txt"]);
        assert_eq!(ended.code, 2, "{name}");
        assert!(ended.notices.contains(said), "{name}: {}", ended.notices);
    }
}

#[test]
fn a_format_can_be_forced() {
    let lines = format!("{{\"text\": {STANCE:?}}}\n");
    let page = format!("<p>{STANCE}</p><p>They left.</p>");
    let desk = Desk::new(&[
        ("a.txt", lines.as_bytes()),
        ("b.log", page.as_bytes()),
        ("c.txt", STANCE.as_bytes()),
    ]);
    let cases = [
        ("jsonl", "a.txt", "JSON Lines; 1 article"),
        ("text", "a.txt", "plain text; 1 article"),
        ("html", "b.log", "a web page (HTML); 1 article"),
        ("docx", "c.txt", "a Word file (DOCX); no article"),
        ("warc", "c.txt", "a web archive (WARC); no article"),
    ];
    for (format, name, said) in cases {
        let ended = desk.run(&["inputs", "--input-format", format, name]);
        let shown = format!("{}{}", ended.results, ended.notices);
        assert!(ended.results.contains(said), "{format}: {shown}");
        let is_read = !said.ends_with("no article");
        assert_eq!(ended.code, if is_read { 0 } else { 2 }, "{format}: {shown}");
    }
}

#[test]
fn a_bad_record_costs_that_record_and_is_an_error_where_asked() {
    let good = format!("{{\"text\": {STANCE:?}}}\n");
    let lines = format!("{good}{{\"text\": \"open\n{good}[]\n{good}");
    let desk = Desk::new(&[
        ("a.jsonl", lines.as_bytes()),
        ("sub/report.pdf", b"%PDF-1.7"),
        ("sub/good.txt", STANCE.as_bytes()),
    ]);
    let ended = desk.run(&["statements", "a.jsonl"]);
    assert_eq!(ended.code, 0, "{}", ended.notices);
    assert_eq!(ended.results.lines().count(), 3, "{}", ended.results);
    let said = "note: a.jsonl:2: record skipped, no JSON: ";
    assert!(ended.notices.contains(said), "{}", ended.notices);
    let counted = "note: 2 records could not be read; --strict makes that an error\n";
    assert!(ended.notices.contains(counted), "{}", ended.notices);
    let strict = desk.run(&["statements", "--strict", "a.jsonl"]);
    assert_eq!((strict.code, strict.results), (2, ended.results));
    let said = "error: a.jsonl:4: record skipped, no JSON: ";
    assert!(strict.notices.contains(said), "{}", strict.notices);
    for command in ["statements", "inputs"] {
        assert_eq!(desk.run(&[command, "sub"]).code, 0, "{command}");
        assert_eq!(desk.run(&[command, "--strict", "sub"]).code, 2, "{command}");
        assert_eq!(desk.run(&[command, "a.jsonl"]).code, 0, "{command}");
        assert_eq!(
            desk.run(&[command, "--strict", "a.jsonl"]).code,
            2,
            "{command}"
        );
    }
}

#[test]
fn records_beyond_a_size_are_named() {
    let long = "They met. ".repeat(30);
    let lines = format!("{{\"text\": {long:?}}}\n{{\"text\": {STANCE:?}}}\n");
    let desk = Desk::new(&[("a.jsonl", lines.as_bytes())]);
    let ended = desk.run(&["statements", "--max-record", "200", "a.jsonl"]);
    assert_eq!(ended.results.lines().count(), 1, "{}", ended.results);
    let said =
        "note: a.jsonl:1: larger than 200 bytes, skipped; `--max-record SIZE` reads larger ones";
    assert!(ended.notices.contains(said), "{}", ended.notices);
    let ended = desk.run(&["statements", "--max-record", "2K", "a.jsonl"]);
    assert!(!ended.notices.contains("larger"), "{}", ended.notices);
}

#[test]
fn many_remarks_on_a_file_are_counted() {
    let line = format!("{{\"text\": {STANCE:?}, \"date\": \"soon\"}}\n");
    let desk = Desk::new(&[("a.jsonl", line.repeat(13).as_bytes())]);
    let ended = desk.run(&["statements", "a.jsonl"]);
    assert!(
        ended.notices.contains("note: a.jsonl: ... and 3 more\n"),
        "{}",
        ended.notices
    );
}
