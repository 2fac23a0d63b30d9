//! From a text to the articles in it: parted, laid out, and named.

use std::sync::Arc;

use super::entry::{Place, file_name};
use super::{Contents, Context, Index, Metadata, NoteKind};
use super::{blocks, furniture, names, parts};
use crate::article::{Article, Block};

/// A line longer than this, in bytes, has lost its paragraphs.
const LONG_LINE: usize = 20_000;

/// A text with one article, or with several that are not parted yet, and what is known of it.
#[derive(Clone, Debug)]
pub struct Record {
    pub(super) id: String,
    pub(super) text: Arc<str>,
    /// Where the text starts, after front matter.
    pub(super) start: usize,
    /// What the record or the front matter says.
    pub(super) said: Metadata,
    /// What the name of the file says.
    pub(super) named: Metadata,
    /// Whether the text was extracted from another format.
    pub(super) is_extracted: bool,
    pub(super) place: Place,
}

impl Record {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.get(self.start..).unwrap_or_default()
    }

    /// The articles of the text, and notes on it.
    #[must_use]
    pub fn contents(&self, context: &Context<'_>) -> Contents {
        let outlets = context.outlets;
        let text: &str = &self.text;
        let mut contents = Contents::default();
        let furniture = furniture::find(outlets, text);
        let areas = parts::find(outlets, text, self.start);
        let whole = self.known(&self.id, context).or(self.said.clone());
        let mut laid: Vec<_> = areas
            .iter()
            .enumerate()
            .map(|(at, area)| {
                let title = whole
                    .title
                    .as_deref()
                    .filter(|_| at == 0 && area.title.is_none());
                blocks::lay_out(outlets, text, area, &furniture, title)
            })
            .filter(|layout| !layout.blocks.is_empty())
            .collect();
        let mut note = |kind| contents.notes.push(self.place.note(kind));
        if laid.is_empty() {
            note(NoteKind::OnlyFurniture);
        }
        let several = laid.len() > 1;
        for (number, layout) in (1..).zip(laid.drain(..)) {
            let (id, own) = if several {
                let id = format!("{}#{number}", self.id);
                let own = self.known(&id, context);
                (id, own)
            } else {
                (self.id.clone(), Metadata::default())
            };
            let of_first = |known: &Metadata| {
                if number == 1 {
                    known.clone()
                } else {
                    Metadata::default()
                }
            };
            let said = of_first(&whole);
            let metadata = own.or(said).or(layout.metadata).or(of_first(&self.named));
            if let (None, Some(date)) = (metadata.date, &metadata.unread_date) {
                note(NoteKind::UnreadDate(date.clone()));
            }
            if let Some(characters) = self.long_line(&layout.blocks) {
                note(NoteKind::LongLine(characters));
            }
            contents.articles.push(Article {
                id,
                title: metadata.title,
                date: metadata.date,
                outlet: metadata.outlet,
                author: metadata.author,
                path: self.place.path.to_string(),
                line: self.place.line,
                source: Arc::clone(&self.text),
                blocks: layout.blocks,
                extracted: self.is_extracted,
            });
        }
        contents
    }

    /// What the list of dates and the index say of an article.
    fn known(&self, id: &str, context: &Context<'_>) -> Metadata {
        let file = file_name(&self.place.path);
        let own = if *id == *self.place.id {
            [file, names::stem(file)]
        } else {
            [id, id]
        };
        let names = [id, own[0], own[1]];
        let of = |index: Option<&Index>| index.and_then(|index| index.get(names)).cloned();
        let dates = of(context.dates).unwrap_or_default();
        dates.or(of(context.index).unwrap_or_default())
    }

    /// How many characters the longest line has, where it is too long for a paragraph.
    fn long_line(&self, blocks: &[Block]) -> Option<usize> {
        let spans = blocks.iter().map(|block| block.span);
        let longest = spans.max_by_key(|span| span.len())?;
        (longest.len() > LONG_LINE).then(|| longest.of(&self.text).chars().count())
    }
}
