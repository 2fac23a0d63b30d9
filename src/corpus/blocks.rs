//! The blocks of one article: its headline, paragraphs and headings, without whole-line furniture.

use super::dates;
use super::furniture::Furniture;
use super::headline::{self, is_sentence};
use super::lines::{self, Piece};
use super::metadata::{Metadata, words};
use super::opinion;
use super::outlets::{Outlets, Stamp};
use super::paragraphs::{is_heading, is_wrapped, join_wrapped};
use super::parts::Area;
use crate::article::{Block, BlockKind};
use crate::span::Span;

/// The longest line that can be one of a list of links, in bytes.
const LINK: usize = 220;
/// The longest line that can be a date or an outlet as a whole, in bytes.
const STAMP: usize = 160;
/// How many lines near the top may hold a date or an outlet.
const STAMPED: usize = 10;

/// An article's blocks, and what its text says of it.
#[derive(Debug, Default)]
pub(super) struct Layout {
    pub(super) blocks: Vec<Block>,
    pub(super) metadata: Metadata,
}

/// Finds the blocks of the article in `area`; `title` is its headline where that is known already.
pub(super) fn lay_out(
    outlets: &Outlets,
    text: &str,
    area: &Area,
    furniture: &[Furniture<'_>],
    title: Option<&str>,
) -> Layout {
    let mut metadata = Metadata {
        title: area.title.map(|title| words(text, title)),
        date: area.date,
        outlet: area.outlet.clone(),
        author: None,
        unread_date: None,
    };
    let mut pieces = lines::pieces(text, area.span, furniture);
    metadata.author = opinion::author(&outlets.opinions, text, area);
    read_stamps(&outlets.stamps, text, &mut pieces, &mut metadata);
    // "Opinion: ..." is a link in a report, and the headline of a piece of opinion.
    let kept = usize::from(metadata.author.is_some());
    drop_furniture(outlets, text, &mut pieces, kept);

    let known = title
        .or(metadata.title.as_deref())
        .map(|title| headline::without_site(title).to_owned());
    let mut blocks: Vec<_> = area
        .title
        .map(|span| Block {
            span,
            kind: BlockKind::Headline,
        })
        .into_iter()
        .collect();
    if let Some(span) = take_headline(text, &mut pieces, known.as_deref()) {
        let line = words(text, span);
        if blocks.is_empty() {
            let end = span.start + headline::without_site(span.of(text)).len();
            blocks.push(Block {
                span: Span::new(span.start, end),
                kind: BlockKind::Headline,
            });
        }
        metadata.outlet = metadata.outlet.or(headline::site(&line).map(str::to_owned));
        let head = headline::without_site(&line)
            .trim_end_matches(';')
            .to_owned();
        metadata.title = metadata.title.or(Some(head));
    }
    let head = known.or_else(|| metadata.title.clone());
    if let Some(head) = head {
        drop_repeated(text, &mut pieces, &head);
    }
    blocks.extend(join_wrapped(text, pieces).into_iter().map(|piece| Block {
        span: piece.span,
        kind: if is_heading(text, piece) {
            BlockKind::Heading
        } else {
            BlockKind::Paragraph
        },
    }));
    Layout { blocks, metadata }
}

/// Reads the dates and outlets that stand near the top, and takes them out of the text.
fn read_stamps(stamps: &[Stamp], text: &str, pieces: &mut Vec<Piece>, metadata: &mut Metadata) {
    let mut top = 0;
    pieces.retain_mut(|piece| {
        top += 1;
        if top > STAMPED {
            return true;
        }
        let line = piece.span.of(text);
        let found = stamps
            .iter()
            .filter(|stamp| stamp.keeps_rest || line.len() <= STAMP)
            .filter(|stamp| stamp.regex.fits(line))
            .find_map(|stamp| Some((stamp, stamp.regex.get()?.captures(line)?)));
        let Some((stamp, captures)) = found else {
            return true;
        };
        let group = |name: &str| captures.name(name).map(|group| group.as_str());
        let own = |name: &str| group(name).map(|name| name.trim().to_owned());
        metadata.date = metadata.date.or(group("date").and_then(dates::first_in));
        metadata.outlet = metadata.outlet.take().or(own("outlet"));
        metadata.title = metadata.title.take().or(own("title"));
        let end = captures.get(0).map_or(0, |stamp| stamp.end());
        let rest = &line[end..];
        piece.span.start = piece.span.end - rest.trim_start().len();
        stamp.keeps_rest && rest.contains(char::is_alphanumeric)
    });
}

/// Drops lines that are furniture, and the lists of links that some of them open; the first `kept` lines
/// stay.
fn drop_furniture(outlets: &Outlets, text: &str, pieces: &mut Vec<Piece>, kept: usize) {
    let mut in_list = false;
    let mut dropped = false;
    let mut left = kept;
    pieces.retain_mut(|piece| {
        if left > 0 {
            left -= 1;
            return true;
        }
        let line = piece.span.of(text);
        in_list = outlets.known_list(line).is_some()
            || (in_list && line.len() <= LINK && !is_sentence(line));
        let drop = in_list || outlets.known_line(line).is_some();
        piece.apart |= dropped;
        dropped = drop;
        !drop
    });
}

/// Takes the headline from the first piece: the known one, or what looks like one.
fn take_headline(text: &str, pieces: &mut Vec<Piece>, known: Option<&str>) -> Option<Span> {
    let first = *pieces.first()?;
    let repeated = known.and_then(|title| headline::repeated(title, first.span.of(text)));
    let wrapped_on = is_wrapped(text, pieces) && pieces.get(1).is_some_and(|next| !next.apart);
    match repeated {
        Some(_) => {
            let end = cut_start(text, pieces, repeated?);
            Some(Span::new(first.span.start, end))
        }
        None if !wrapped_on && headline::is_first(text, pieces) => Some(pieces.remove(0).span),
        None => None,
    }
}

/// Drops a second copy of the headline.
fn drop_repeated(text: &str, pieces: &mut Vec<Piece>, title: &str) {
    let repeated = pieces
        .first()
        .and_then(|first| headline::repeated(title, first.span.of(text)));
    if let Some(length) = repeated {
        cut_start(text, pieces, length);
    }
}

/// Cuts the first bytes of the first piece, and all of it where no words remain; returns where the
/// cut ends. A site's name after a bar goes with the headline.
fn cut_start(text: &str, pieces: &mut Vec<Piece>, length: usize) -> usize {
    let span = pieces[0].span;
    let rest = &span.of(text)[length..];
    let words = rest.trim_start();
    if words.contains(char::is_alphanumeric) && !words.starts_with('|') {
        pieces[0].span.start = span.end - words.len();
        pieces[0].apart = true;
        span.start + length
    } else {
        pieces.remove(0);
        if words.is_empty() {
            span.start + length
        } else {
            span.end
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{furniture, parts};

    const RULES: &str = r"
        [[stamp]]
        id = 'published'
        lines = ['published <date>']
        starts = ['date <date>']
        [[furniture]]
        id = 'share'
        lines = ['share this', 'advertisement']
        sentences = ['sign up here\.']
        lists = ['related:?']
    ";

    /// Blocks as lines: `=` before a headline, `#` before a heading, `|` where lines were joined.
    #[track_caller]
    fn check(text: &str, title: Option<&str>, expected: &str) -> Metadata {
        let outlets = Outlets::parse(&[("page.toml", RULES)]).unwrap_or_default();
        let furniture = furniture::find(&outlets, text);
        let areas = parts::find(&outlets, text, 0);
        let layout = lay_out(&outlets, text, &areas[0], &furniture, title);
        let shown = layout.blocks.iter().map(|block| {
            let sign = match block.kind {
                BlockKind::Headline => "= ",
                BlockKind::Heading => "# ",
                BlockKind::Paragraph => "",
            };
            format!("{sign}{}", block.span.of(text).replace('\n', "|"))
        });
        assert_eq!(shown.collect::<Vec<_>>().join("\n"), expected);
        layout.metadata
    }

    #[test]
    fn lines_are_blocks() {
        check(
            "Leaders meet in Oslo\n\nThey met.\nADVERTISEMENT\nWhat was said?\nA lot.",
            None,
            "= Leaders meet in Oslo\nThey met.\n# What was said?\nA lot.",
        );
    }

    #[test]
    fn furniture_inside_a_line_parts_it() {
        check(
            "They met. Sign up here. They left.",
            None,
            "They met.\nThey left.",
        );
    }

    #[test]
    fn a_list_of_links_ends_where_sentences_start() {
        check(
            "They met.\nRelated\nOne link\nAnother link\nThey left.",
            None,
            "They met.\nThey left.",
        );
    }

    #[test]
    fn a_headline_said_twice_counts_once() {
        let title = Some("Leaders meet in Oslo | The Paper");
        check(
            "Leaders meet in Oslo They met.",
            title,
            "= Leaders meet in Oslo\nThey met.",
        );
        check(
            "Leaders meet in Oslo\nLeaders meet in Oslo\nThey met.",
            None,
            "= Leaders meet in Oslo\nThey met.",
        );
    }

    #[test]
    fn lines_of_one_width_are_paragraphs() {
        let lines = [
            "The leaders of both countries met on Monday in",
            "the old town hall of Oslo, for the first time since",
            "the long winter, and they were said to have left",
            "at noon.",
        ];
        let text = format!("{}\n\nThey said nothing.", lines.join("\n"));
        check(
            &text,
            None,
            &format!("{}\nThey said nothing.", lines.join("|")),
        );
    }

    #[test]
    fn stamps_give_dates_and_are_no_text() {
        let dated = |text: &str, expected: &str| {
            let metadata = check(text, None, expected);
            assert_eq!(
                metadata.date.map(|date| date.to_string()).as_deref(),
                Some("2025-12-28")
            );
        };
        dated(
            "Leaders meet in Oslo\nPublished 28 December 2025\nThey met.",
            "= Leaders meet in Oslo\nThey met.",
        );
        dated(
            " date 2025-12-28 They met.\nThey left.",
            "They met.\nThey left.",
        );
    }

    #[test]
    fn headings_are_told_from_paragraphs() {
        check(
            "They met.\nKEY POINTS\nAnna Svensson:\nShe said:\n‘We met.’\n“No”\nA talk held in ‘Oslo’\nIt ended.",
            None,
            "They met.\n# KEY POINTS\n# Anna Svensson:\nShe said:\n‘We met.’\n“No”\n# A talk held in ‘Oslo’\nIt ended.",
        );
    }
}
