//! RSS and Atom: the items of a feed.
//!
//! In: a feed. Out: what each item says, the whole text where there is one and the summary
//! otherwise, without markup; and what kept the rest from being read.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use super::columns::{Column, Fields};
use super::{NoteKind, html};

/// What an item of a feed says in one element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Id,
    Title,
    Date,
    /// The day of the last change.
    Update,
    Text,
    Summary,
}

impl Part {
    /// The part that an element of an item holds.
    fn named(name: &str) -> Option<Self> {
        match name {
            "guid" | "id" => Some(Self::Id),
            "title" => Some(Self::Title),
            "pubDate" | "published" | "date" | "issued" => Some(Self::Date),
            "updated" | "modified" => Some(Self::Update),
            "encoded" | "content" => Some(Self::Text),
            "description" | "summary" => Some(Self::Summary),
            _ => None,
        }
    }
}

/// Reads the items of a feed.
pub(super) fn items(xml: &str) -> Vec<Result<Fields, NoteKind>> {
    let mut feed = Feed::default();
    if let Err(fault) = feed.read(xml) {
        feed.found.push(Err(fault));
    }
    feed.found
}

#[derive(Default)]
struct Feed {
    found: Vec<Result<Fields, NoteKind>>,
    /// Its title.
    title: String,
    /// How many elements are open.
    depth: usize,
    item: Option<Item>,
    /// The element whose words are read, and how deep it stands.
    open: Option<(Part, usize)>,
    words: String,
}

/// An item on its way.
#[derive(Default)]
struct Item {
    /// How deep its element stands.
    depth: usize,
    parts: Vec<(Part, String)>,
}

impl Feed {
    fn read(&mut self, xml: &str) -> Result<(), NoteKind> {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        loop {
            let event = reader.read_event();
            match event.map_err(|error| NoteKind::Damaged(error.to_string()))? {
                Event::Start(tag) => self.start(tag.local_name().as_ref()),
                Event::End(tag) => self.end(tag.local_name().as_ref()),
                Event::Text(words) if self.open.is_some() => self.words.push_str(&words),
                Event::CData(words) if self.open.is_some() => self.words.push_str(&words),
                Event::GeneralRef(name) if self.open.is_some() => self.push_entity(&name),
                Event::Eof if self.depth > 0 => {
                    return Err(NoteKind::Damaged("the feed does not end".to_owned()));
                }
                Event::Eof => return Ok(()),
                Event::Text(_)
                | Event::CData(_)
                | Event::GeneralRef(_)
                | Event::Empty(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_) => {}
            }
        }
    }

    fn start(&mut self, name: &str) {
        self.depth += 1;
        if self.open.is_some() {
            // Atom may hold markup as it is.
            self.words.extend(["<", name, ">"]);
            return;
        }
        let part = match (&self.item, name) {
            (None, "item" | "entry") => {
                self.item = Some(Item {
                    depth: self.depth,
                    parts: Vec::new(),
                });
                None
            }
            (None, "title") if self.title.is_empty() => Some(Part::Title),
            (Some(item), name) if self.depth == item.depth + 1 => Part::named(name),
            (None | Some(_), _) => None,
        };
        self.open = part.map(|part| (part, self.depth));
    }

    fn end(&mut self, name: &str) {
        match self.open {
            Some((part, depth)) if depth == self.depth => {
                let words = std::mem::take(&mut self.words).trim().to_owned();
                match &mut self.item {
                    Some(item) => item.parts.push((part, words)),
                    None => self.title = words,
                }
                self.open = None;
            }
            Some(_) => self.words.extend(["</", name, ">"]),
            None if self
                .item
                .as_ref()
                .is_some_and(|item| item.depth == self.depth) =>
            {
                let item = self.item.take().unwrap_or_default();
                self.found.push(item.fields(&self.title));
            }
            None => {}
        }
        self.depth -= 1;
    }

    fn push_entity(&mut self, name: &BytesRef<'_>) {
        match name.resolve_char_ref() {
            Ok(Some(character)) => self.words.push(character),
            Ok(None) | Err(_) => self
                .words
                .push_str(resolve_xml_entity(name).unwrap_or_default()),
        }
    }
}

impl Item {
    fn fields(&self, outlet: &str) -> Result<Fields, NoteKind> {
        let part = |part: Part| {
            let found = self
                .parts
                .iter()
                .find(|(own, words)| *own == part && !words.is_empty());
            found.map(|(_, words)| words.as_str())
        };
        let text = part(Part::Text).or(part(Part::Summary));
        let mut fields = Fields {
            id: part(Part::Id).map(str::to_owned),
            text: text.map(html::words).transpose()?,
            ..Fields::default()
        };
        let title = part(Part::Title).map(html::words).transpose()?;
        fields
            .metadata
            .set(Column::Title, &title.unwrap_or_default());
        let date = part(Part::Date).or(part(Part::Update));
        fields.metadata.set(Column::Date, date.unwrap_or_default());
        fields.metadata.set(Column::Outlet, outlet);
        Ok(fields)
    }
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::*;

    #[track_caller]
    fn check(xml: &str, expected: &[&str]) {
        let or_none = |cell: Option<String>| cell.unwrap_or_else(|| "-".to_owned());
        let shown = |item: Result<Fields, NoteKind>| match item {
            Ok(fields) => format!(
                "{}; {}; {}; {}: {}",
                or_none(fields.id),
                or_none(fields.metadata.title),
                or_none(fields.metadata.date.map(|date| date.to_string())),
                or_none(fields.metadata.outlet),
                or_none(fields.text),
            ),
            Err(kind) => kind.to_string(),
        };
        assert_eq!(
            items(xml).into_iter().map(shown).collect::<Vec<_>>(),
            expected
        );
    }

    #[test]
    fn the_whole_text_goes_before_the_summary() {
        check(
            "<rss><channel><title>The Paper</title><image><title>Logo</title></image><item><title>They &amp; we</title>\
             <description>In short.</description><content:encoded><![CDATA[<p>They met.</p><p>They left.</p>]]>\
             </content:encoded><pubDate>Sat, 01 Mar 2025 09:30:00 GMT</pubDate><guid>7</guid></item>\
             <item><title/><description>They &lt;b&gt;came&lt;/b&gt;.</description></item></channel></rss>",
            &[
                "7; They & we; 2025-03-01; The Paper: They met.\n\nThey left.",
                "-; -; -; The Paper: They came.",
            ],
        );
    }

    #[test]
    fn atom_may_hold_markup_and_other_titles() {
        check(
            "<feed><title>The Paper</title><entry><source><title>Other</title></source><title>They met</title><id>a</id>\
             <updated>2025-03-02T00:00:00Z</updated><published>2025-03-01T00:00:00Z</published>\
             <content type='xhtml'><div><p>They met.</p><p>They left.</p></div></content></entry></feed>",
            &["a; They met; 2025-03-01; The Paper: They met.\n\nThey left."],
        );
    }

    #[test]
    fn a_feed_that_does_not_end_is_damaged() {
        check(
            "<rss><channel><item><title>A</title></item><item><title>B",
            &[
                "-; A; -; -: -",
                "damaged, the rest is not read: the feed does not end; another copy of the file may be whole",
            ],
        );
    }
}
