//! Who wrote a piece of opinion.

use super::outlets::Opinion;
use super::parts::Area;

/// How many lines at the top and at the end may tell that a piece is opinion, and whose.
const LINES: usize = 12;

/// The longest line that can tell it, in bytes.
const LONGEST: usize = 400;

/// The author of the article in `area`, where a line there marks it as opinion.
pub(super) fn author(rules: &[Opinion], text: &str, area: &Area) -> Option<String> {
    let all: Vec<&str> = area.span.of(text).lines().collect();
    let lines: Vec<&str> = all
        .iter()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .collect();
    let title = area.title.map(|title| title.of(text));
    let end = lines
        .len()
        .saturating_sub(LINES)
        .max(LINES.min(lines.len()));
    let told = title
        .into_iter()
        .chain(lines.iter().take(LINES).chain(&lines[end..]).copied());
    let told: Vec<&str> = told.filter(|line| line.len() <= LONGEST).collect();
    let marked = told.iter().any(|line| {
        rules
            .iter()
            .flat_map(|rule| &rule.marks)
            .any(|mark| mark.fits(line))
    });
    let named = || {
        let authors = rules.iter().flat_map(|rule| &rule.authors);
        let mut found = authors.filter_map(|author| {
            let line = told.iter().find(|line| author.fits(line))?;
            let captures = author.get()?.captures(line)?;
            Some(captures.name("author")?.as_str().trim().to_owned())
        });
        found.next()
    };
    marked.then(named).flatten()
}
