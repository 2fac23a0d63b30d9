//! Where several articles in one text part, by the marks of `rules/outlets/`.

use jiff::civil::Date;

use super::dates;
use super::lines::{self, Line};
use super::metadata::words;
use super::outlets::{Outlets, Part};
use crate::span::Span;

/// The longest line that can be a mark, in bytes.
const MARK: usize = 300;

/// One of several articles in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Area {
    /// Where its text stands.
    pub(super) span: Span,
    /// The headline that its mark holds.
    pub(super) title: Option<Span>,
    /// The paper that its mark holds.
    pub(super) outlet: Option<String>,
    /// The date that its mark holds.
    pub(super) date: Option<Date>,
}

impl Area {
    fn new(span: Span) -> Self {
        Self {
            span,
            title: None,
            outlet: None,
            date: None,
        }
    }
}

/// The areas of `text` from `start` on, in order; without marks, one.
pub(super) fn find(outlets: &Outlets, text: &str, start: usize) -> Vec<Area> {
    let whole = Area::new(Span::new(start, text.len()));
    if outlets.parts.is_empty() {
        return vec![whole];
    }
    let lines: Vec<_> = lines::of(text, whole.span)
        .filter(|line| line.span.len() <= MARK)
        .collect();
    let mut areas = vec![whole];
    let mut at = 0;
    while at < lines.len() {
        let mark = outlets
            .parts
            .iter()
            .find_map(|part| mark(part, text, &lines[at..]));
        let Some((taken, mut next)) = mark else {
            at += 1;
            continue;
        };
        if let Some(last) = areas.last_mut() {
            last.span.end = lines[at].span.start;
        }
        next.span = Span::new(lines[at + taken - 1].span.end, text.len());
        areas.push(next);
        at += taken;
    }
    areas
}

/// The mark at the first of `lines`: how many lines it takes, and what it says of the next article.
fn mark(part: &Part, text: &str, lines: &[Line]) -> Option<(usize, Area)> {
    let nothing = || Area::new(Span::new(0, 0));
    let first = lines.first()?;
    if part.ends.iter().any(|end| end.fits(first.span.of(text))) {
        return Some((1, nothing()));
    }
    let rarest = part.begins.get(part.rarest)?;
    if part.begins.len() > lines.len() || !rarest.fits(lines[part.rarest].span.of(text)) {
        return None;
    }
    let mut area = nothing();
    for (regex, line) in part.begins.iter().zip(lines) {
        let captures = regex.get()?.captures(line.span.of(text))?;
        let group = |name: &str| {
            let group = captures.name(name)?;
            let start = line.span.start;
            Some(Span::new(start + group.start(), start + group.end()))
        };
        area.title = area.title.or(group("title"));
        if let Some(outlet) = group("outlet").map(|span| words(text, span)) {
            if area.outlet.as_ref().is_some_and(|known| *known != outlet) {
                return None;
            }
            area.outlet = Some(outlet);
        }
        let date = group("date").and_then(|span| dates::first_in(span.of(text)));
        area.date = area.date.or(date);
    }
    Some((part.begins.len(), area))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: &str = r"
        [[part]]
        id = 'related'
        begins = ['(?<outlet>.{2,60})', '\d+ minutes ago', '- (?<outlet>.{2,60})', '(?<title>.{10,200})']
        [[part]]
        id = 'end'
        ends = ['end of document']
    ";

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Option<&str>, Option<&str>)]) {
        let outlets = Outlets::parse(&[("page.toml", RULES)]).unwrap_or_default();
        let areas = find(&outlets, text, 0);
        let shown: Vec<_> = areas
            .iter()
            .map(|area| {
                let title = area.title.map(|title| title.of(text));
                (area.span.of(text).trim(), area.outlet.as_deref(), title)
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn marks_part_articles_and_name_them() {
        check(
            "One.\n\nThe Paper\r\n4 minutes ago\n- The Paper\nTalks to go on\nTwo.",
            &[
                ("One.", None, None),
                ("Two.", Some("The Paper"), Some("Talks to go on")),
            ],
        );
    }

    #[test]
    fn a_mark_has_one_outlet() {
        let text = "One.\nThe Paper\n4 minutes ago\n- Another\nTalks to go on\nTwo.";
        check(text, &[(text, None, None)]);
    }

    #[test]
    fn a_last_line_parts_too() {
        check(
            "One.\nEnd of Document\nTwo.",
            &[("One.", None, None), ("Two.", None, None)],
        );
    }
}
