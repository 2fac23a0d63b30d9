//! Title, date and outlet of articles, as front matter, an index beside the texts or a list of
//! dates gives them.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::columns::{Column, Fields};
use super::dates;
use super::mapping::Mapping;
use crate::span::Span;

/// What is known about an article besides its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The day of publication.
    pub date: Option<Date>,
    /// The paper or site.
    pub outlet: Option<String>,
    /// Who wrote it, where it is a piece of opinion.
    pub author: Option<String>,
    /// What stood where a date was due and cannot be read as one.
    pub unread_date: Option<String>,
}

impl Metadata {
    /// Takes over what `other` knows and this does not.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            title: self.title.or(other.title),
            date: self.date.or(other.date),
            outlet: self.outlet.or(other.outlet),
            author: self.author.or(other.author),
            unread_date: self.unread_date.or(other.unread_date),
        }
    }

    /// Sets what the column or key says, unless it is blank.
    pub(super) fn set(&mut self, column: Column, value: &str) {
        let value = value.trim();
        if value.is_empty() {
            return;
        }
        match column {
            Column::Title => self.title = Some(value.to_owned()),
            Column::Outlet => self.outlet = Some(value.to_owned()),
            Column::Date => {
                self.date = dates::first_in(value);
                self.unread_date = self.date.is_none().then(|| value.to_owned());
            }
            Column::Id | Column::Text => {}
        }
    }
}

/// Articles' metadata by name: an `index.jsonl` beside texts, or a list of dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    entries: BTreeMap<String, Metadata>,
}

impl Index {
    /// Reads `index.jsonl`; returns nothing where the file is none: a record has no id, or has text.
    #[must_use]
    pub fn of_json_lines(text: &str) -> Option<Self> {
        let mut entries = BTreeMap::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let fields = Fields::of_json(line, &Mapping::default()).ok()?;
            if fields.text.is_some() {
                return None;
            }
            entries.insert(fields.id?, fields.metadata);
        }
        (!entries.is_empty()).then_some(Self { entries })
    }

    /// Reads lines of name, date and, if there is one, outlet; a head line is left out.
    ///
    /// # Errors
    ///
    /// Returns the line, from 1, and the words of the first date that cannot be read.
    pub fn of_dates(text: &str) -> Result<Self, (usize, String)> {
        let head = text.lines().next().unwrap_or_default();
        let parting = [b'\t', b';']
            .into_iter()
            .find(|c| head.as_bytes().contains(c));
        let mut rows = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .delimiter(parting.unwrap_or(b','))
            .from_reader(text.as_bytes());
        let mut entries = BTreeMap::new();
        let mut row = csv::StringRecord::new();
        let broken = |error: csv::Error| (1, error.to_string());
        while rows.read_record(&mut row).map_err(broken)? {
            let line = row
                .position()
                .map_or(1, |place| line_at(text, place.byte()));
            let cell = |at: usize| row.get(at).unwrap_or_default();
            let mut metadata = Metadata::default();
            metadata.set(Column::Date, cell(1));
            metadata.set(Column::Outlet, cell(2));
            match metadata.unread_date {
                Some(_) if line == 1 && Column::named(cell(1)) == Some(Column::Date) => {}
                Some(unread) => return Err((line, unread)),
                None => drop(entries.insert(cell(0).to_owned(), metadata)),
            }
        }
        Ok(Self { entries })
    }

    /// What is known of the first of these names that is listed.
    #[must_use]
    pub fn get<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Option<&Metadata> {
        names.into_iter().find_map(|name| self.entries.get(name))
    }
}

/// The line of the first words from that byte on.
fn line_at(text: &str, byte: u64) -> usize {
    let at = usize::try_from(byte).unwrap_or(usize::MAX);
    let rest = text.get(at..).unwrap_or_default().trim_start();
    let before = &text[..text.len() - rest.len()];
    1 + memchr::memchr_iter(b'\n', before.as_bytes()).count()
}

/// Reads front matter (`key: value` lines between `---` lines, or `key = value` between `+++`).
///
/// Returns what it says and where the text after it starts.
#[must_use]
pub(super) fn front_matter(text: &str) -> Option<(Metadata, usize)> {
    const MOST_LINES: usize = 60;
    let mut metadata = Metadata::default();
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').take(MOST_LINES);
    let fence = lines.next()?;
    at += fence.len();
    let (fence, parting) = match fence.trim_end() {
        "---" => ("---", ':'),
        "+++" => ("+++", '='),
        _ => return None,
    };
    let mut keys = 0;
    for line in lines {
        at += line.len();
        if line.trim_end() == fence {
            return (keys > 0).then_some((metadata, at));
        }
        if let Some((key, value)) = line.split_once(parting) {
            keys += 1;
            if let Some(column) = Column::named(key) {
                metadata.set(column, value.trim().trim_matches(['"', '\'']));
            }
        }
    }
    None
}

/// Whether the text begins as front matter does, which may not end.
#[must_use]
pub(super) fn opens_front_matter(text: &str) -> bool {
    let mut lines = text.lines();
    let parting = match lines.next().map(str::trim_end) {
        Some("---") => ':',
        Some("+++") => '=',
        Some(_) | None => return false,
    };
    let key = lines.next().and_then(|line| line.split_once(parting));
    key.is_some_and(|(key, _)| Column::named(key).is_some())
}

/// The words at `span`, white space in one piece.
pub(super) fn words(text: &str, span: Span) -> String {
    span.of(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<Date> {
        text.parse().ok()
    }

    #[test]
    fn an_index_has_ids_and_no_text() {
        let index = Index::of_json_lines(
            "{\"id\": \"a\", \"title\": \"Talks\", \"date\": \"2025-03-01T10:00:00Z\"}\n\n{\"id\": 7}\n",
        );
        let entry = index.as_ref().and_then(|index| index.get(["a.txt", "a"]));
        assert_eq!(
            entry.and_then(|entry| entry.title.as_deref()),
            Some("Talks")
        );
        assert_eq!(entry.and_then(|entry| entry.date), date("2025-03-01"));
        assert!(index.is_some_and(|index| index.get(["7"]).is_some()));
        for text in [
            "{\"id\": \"a\", \"text\": \"Words.\"}",
            "{\"title\": \"a\"}",
            "no json",
            "",
        ] {
            assert_eq!(Index::of_json_lines(text), None, "{text}");
        }
    }

    #[test]
    fn a_list_of_dates_may_have_a_head_and_outlets() {
        let index = Index::of_dates("name,date,outlet\na,2025-03-01,The Paper\nb,1 April 2025\n");
        let index = index.unwrap_or_default();
        assert_eq!(
            index.get(["a"]).and_then(|entry| entry.outlet.as_deref()),
            Some("The Paper")
        );
        assert_eq!(
            index.get(["b"]).and_then(|entry| entry.date),
            date("2025-04-01")
        );
        assert_eq!(
            Index::of_dates("a,2025-03-01\n\nb,soon\n"),
            Err((3, "soon".to_owned()))
        );
    }

    #[test]
    fn front_matter_gives_title_date_and_outlet() {
        let text = "---\ntitle: \"Talks: day two\"\ndate: 2025-03-01\ntags: [a]\nsource: The Paper\n---\nWords.";
        let (metadata, start) = front_matter(text).unwrap_or_default();
        assert_eq!(metadata.title.as_deref(), Some("Talks: day two"));
        assert_eq!(metadata.date, date("2025-03-01"));
        assert_eq!(metadata.outlet.as_deref(), Some("The Paper"));
        assert_eq!(text.get(start..), Some("Words."));
        for text in [
            "---\n\nA rule above.\n---\n",
            "---\ntitle: open",
            "Words.",
            "",
        ] {
            assert_eq!(front_matter(text), None, "{text}");
            let is_open = text == "---\ntitle: open";
            assert_eq!(opens_front_matter(text), is_open, "{text}");
        }
    }
}
