//! The main text of a web page, and what the page says of itself.
//!
//! In: a page. Out: its title and main text, a blank line between paragraphs, and its date and site.
//! Offsets count in that text.

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability, TextMode};

use super::columns::Column;
use super::{Metadata, NoteKind, headline};

/// The deepest page that is read: finding the main text takes long in deeper ones.
const DEPTH: usize = 400;
/// The most elements of a page that is read.
const ELEMENTS: usize = 200_000;

/// Where pages keep their date, besides what `dom_smoothie` knows.
const DATES: [(&str, &str); 5] = [
    ("meta[itemprop=datePublished]", "content"),
    ("meta[name=date]", "content"),
    ("meta[name=pubdate]", "content"),
    ("article time[datetime]", "datetime"),
    ("time[datetime]", "datetime"),
];

/// A page's own words, and what it says of itself.
pub(super) struct Page {
    pub(super) text: String,
    pub(super) metadata: Metadata,
}

/// Finds the main text of a page.
pub(super) fn read(html: &str) -> Result<Page, NoteKind> {
    let page = Document::from(html);
    if is_deep(&page.root()) {
        return Err(NoteKind::TooDeep(DEPTH));
    }
    let date = DATES.iter().find_map(|(place, key)| {
        let found = page.try_select(place)?;
        found.attr(key).map(|date| date.to_string())
    });
    let config = Config {
        max_elements_to_parse: ELEMENTS,
        text_mode: TextMode::Formatted,
        ..Config::default()
    };
    let article = Readability::with_document(page, None, Some(config))
        .and_then(|mut readability| readability.parse())
        .map_err(|_| NoteKind::NoText)?;
    let body = article.text_content.trim();
    if body.is_empty() {
        return Err(NoteKind::NoText);
    }
    let site = article.site_name.unwrap_or_default();
    let title = without_site(article.title.trim(), site.trim());
    let mut metadata = Metadata::default();
    let date = article.published_time.or(date);
    metadata.set(Column::Title, title);
    metadata.set(Column::Date, &date.unwrap_or_default());
    metadata.set(Column::Outlet, &site);
    let text = if title.is_empty() {
        body.to_owned()
    } else {
        format!("{title}\n\n{body}")
    };
    Ok(Page { text, metadata })
}

/// The words of a piece of a page, a blank line between paragraphs.
pub(super) fn words(html: &str) -> Result<String, NoteKind> {
    if !html.contains(['<', '&']) {
        return Ok(html.to_owned());
    }
    let piece = Document::fragment(html);
    if is_deep(&piece.root()) {
        return Err(NoteKind::TooDeep(DEPTH));
    }
    piece.select("script, style").remove();
    Ok(piece.formatted_text().trim().to_owned())
}

/// The title without the name of the site that follows it.
fn without_site<'a>(title: &'a str, site: &str) -> &'a str {
    let parts = |c: char| c.is_whitespace() || matches!(c, '|' | '-' | '–' | '—' | '·' | ':');
    let head = title
        .strip_suffix(site)
        .filter(|head| head.ends_with(parts));
    let head = head.map_or(title, |head| head.trim_end_matches(parts));
    headline::without_site(if head.is_empty() { title } else { head })
}

fn is_deep(root: &NodeRef<'_>) -> bool {
    let mut nodes = vec![(*root, 0)];
    while let Some((node, depth)) = nodes.pop() {
        if depth > DEPTH {
            return true;
        }
        nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, expected: Result<(&str, &str, &str), &str>) {
        let shown = |page: Page| {
            let title = page.metadata.title.unwrap_or_default();
            let date = page.metadata.date.map(|date| date.to_string());
            (title, date.unwrap_or_default(), page.text)
        };
        let found = read(page).map(shown).map_err(|kind| kind.to_string());
        let own = |(title, date, text): (&str, &str, &str)| {
            (title.to_owned(), date.to_owned(), text.to_owned())
        };
        assert_eq!(found, expected.map(own).map_err(str::to_owned));
    }

    #[test]
    fn a_page_gives_title_date_and_text() {
        check(
            "<title>They met - The Paper</title><meta property='og:site_name' content='The Paper'>\
             <time datetime='2025-03-01'></time><article><p>They met in Oslo.<p>They left.",
            Ok((
                "They met",
                "2025-03-01",
                "They met\n\nThey met in Oslo.\n\nThey left.",
            )),
        );
        check("<p>They met.</p>", Ok(("", "", "They met.")));
    }

    #[test]
    fn pages_without_text_and_endless_nesting_are_faults() {
        check("<html><body></body></html>", Err("record without text"));
        let deep = "<table><tr><td>".repeat(50_000);
        check(&deep, Err("elements nested more than 400 deep, skipped"));
    }
}
