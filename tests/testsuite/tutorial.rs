//! `docs/writing-rules.md`, followed to the letter.

use crate::support;
use crate::workshop::Workshop;

const PAGE: &str = include_str!("../../docs/writing-rules.md");

/// The fenced blocks of the page: their language and lines.
fn blocks() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut blocks = Vec::new();
    let mut lines = PAGE.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            let inner = lines.by_ref().take_while(|line| *line != "```");
            blocks.push((language, inner.collect()));
        }
    }
    blocks
}

#[test]
fn the_tutorial_works_to_the_letter() {
    let workshop = Workshop::empty();
    let mut said = String::new();
    for (language, lines) in blocks() {
        match language {
            "sh" => {
                said = lines
                    .iter()
                    .map(|line| workshop.says(line.strip_prefix("stances ").unwrap(), 0))
                    .collect();
            }
            "text" => assert_eq!(said.trim_end(), lines.join("\n")),
            "toml" => {
                let name = lines[0].strip_prefix("# ").unwrap();
                workshop.write(name, &(lines[1..].join("\n") + "\n"));
            }
            _ => {}
        }
    }
    // The last line has a digest of all rules, which every edit of one changes.
    let table = said.split("Rules: ").next().unwrap();
    let about = "the article of docs/writing-rules.md";
    support::snapshot("tutorial", "table", about, table);
    let said = workshop.says("rules test town --coverage", 0);
    assert_eq!(
        said,
        "12 examples: 12 agree\n0 of 10 phrases fired by no example or frame\n"
    );
}
