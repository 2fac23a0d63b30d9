//! Where quotations begin and end.
//!
//! Straight, curly, single, doubled and backtick marks; apostrophes that are none; quotations
//! inside others (part of the outer one); a quotation that runs on in the next paragraph, which
//! opens with a mark of its own; one that never closes, which costs that quotation only.

use std::ops::Range;

use crate::span::Span;
use crate::text::Paragraph;
use crate::words::{Mark, Token};

/// A quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The tokens between its marks.
    pub tokens: Range<usize>,
    /// The bytes from its opening mark to its closing one, both included.
    pub span: Span,
    /// Whether it goes on a quotation that the one before left open.
    pub continues: bool,
    /// Whether a closing mark ends it.
    pub closed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Double,
    Single,
}

/// What one mark can do where it stands.
#[derive(Clone, Copy, Debug)]
struct Sign {
    token: usize,
    style: Style,
    opens: bool,
    closes: bool,
}

/// The outermost quotations of all paragraphs.
pub(super) fn find(source: &str, tokens: &[Token], paragraphs: &[Paragraph]) -> Vec<Quote> {
    let mut quotes: Vec<Quote> = Vec::new();
    let mut left_open = false;
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let signs = signs(source, tokens, paragraph.tokens.clone());
        let first = signs
            .first()
            .filter(|sign| sign.token == paragraph.tokens.start && sign.opens);
        let continues = left_open && first.is_some();
        let next_reopens = paragraphs.get(number + 1).is_some_and(|next| {
            let token = &tokens[next.tokens.start];
            token.mark() == Some(Mark::Quote) && sign(source, tokens, next.tokens.start).opens
        });
        left_open = pair(
            tokens,
            paragraph,
            &signs,
            continues,
            next_reopens,
            &mut quotes,
        );
    }
    quotes
}

/// Pairs the marks of one paragraph; tells whether its last quotation runs on.
fn pair(
    tokens: &[Token],
    paragraph: &Paragraph,
    signs: &[Sign],
    mut continues: bool,
    next_reopens: bool,
    quotes: &mut Vec<Quote>,
) -> bool {
    let mut open: Option<Sign> = None;
    let mut inner = false;
    let push =
        |open: Sign, end: usize, close: Option<usize>, continues: bool, quotes: &mut Vec<Quote>| {
            let last = close.unwrap_or(end.saturating_sub(1)).max(open.token);
            if open.token + 1 < end {
                quotes.push(Quote {
                    tokens: open.token + 1..end,
                    span: tokens[open.token].span.join(tokens[last].span),
                    continues,
                    closed: close.is_some(),
                });
            }
        };
    for (number, sign) in signs.iter().enumerate() {
        let Some(opened) = open else {
            if sign.opens && !sign.closes {
                open = Some(*sign);
                inner = false;
            }
            continue;
        };
        if sign.style != opened.style {
            inner = if inner { !sign.closes } else { sign.opens };
            continue;
        }
        if sign.closes && !(sign.style == Style::Single && is_apostrophe(signs, number)) {
            push(opened, sign.token, Some(sign.token), continues, quotes);
            continues = false;
            open = None;
        } else if sign.opens && sign.style == Style::Double {
            // A second opening mark: the paragraph break before it was lost.
            push(opened, sign.token, None, continues, quotes);
            continues = true;
            open = Some(*sign);
        }
    }
    let Some(opened) = open else { return false };
    let runs_on =
        next_reopens && (opened.style == Style::Double || opened.token == paragraph.tokens.start);
    let whole = opened.token == paragraph.tokens.start || continues;
    if runs_on || whole && opened.style == Style::Double {
        push(opened, paragraph.tokens.end, None, continues, quotes);
    }
    runs_on
}

/// Whether a closing single mark is rather the apostrophe of a plural possessive: another one
/// that can close follows before any opens.
fn is_apostrophe(signs: &[Sign], number: usize) -> bool {
    let sign = signs[number];
    if !sign.opens && !sign.closes {
        return true;
    }
    // `followed by a small letter` is folded into `closes` being doubtful by `sign`.
    sign.opens
        && signs[number + 1..]
            .iter()
            .find(|s| s.style == Style::Single)
            .is_some_and(|s| s.closes && !s.opens)
}

fn signs(source: &str, tokens: &[Token], range: Range<usize>) -> Vec<Sign> {
    let quotes = range.filter(|&at| tokens[at].mark() == Some(Mark::Quote));
    quotes.map(|at| sign(source, tokens, at)).collect()
}

fn sign(source: &str, tokens: &[Token], at: usize) -> Sign {
    let span = tokens[at].span;
    let written = span.of(source);
    // Two single marks side by side are one double mark.
    let doubled = written.chars().nth(1).is_some();
    let before = source[..span.start].chars().next_back();
    let after = source[span.end..].chars().next();
    let free_before = before.is_none_or(|c| c.is_whitespace() || "([-–—/“\"‘'`«".contains(c));
    let word_before = before.is_some_and(|c| !c.is_whitespace());
    let word_after = after.is_some_and(char::is_alphanumeric);
    let tight_after = after.is_some_and(|c| !c.is_whitespace() && !",.;:!?)”".contains(c));
    let mark = written.chars().next().unwrap_or_default();
    let style = match mark {
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' => Style::Double,
        _ if doubled => Style::Double,
        _ => Style::Single,
    };
    let ends = before.is_some_and(|c| ",.?!".contains(c)) && after.is_none_or(char::is_whitespace);
    let (opens, closes) = match mark {
        // A closing mark that was typed as an opening one.
        '“' if ends => (false, true),
        '“' | '„' | '«' | '‘' | '‚' | '`' => (true, false),
        '”' | '»' | '´' => (false, true),
        '’' => (false, word_before && !word_after),
        _ => {
            let opens = free_before && tight_after
                || style == Style::Double && tight_after && !word_after_word(before, after);
            (
                opens && !(word_before && !free_before && !tight_after),
                word_before && !(free_before && tight_after)
                    || style == Style::Double && !word_before && !tight_after,
            )
        }
    };
    // An apostrophe after a plural's s, before a small letter, may be a possessive.
    let doubtful = style == Style::Single
        && closes
        && before == Some('s')
        && source[span.end..]
            .trim_start()
            .chars()
            .next()
            .is_some_and(char::is_lowercase)
        && after == Some(' ');
    Sign {
        token: at,
        style,
        opens: opens || doubtful,
        closes,
    }
}

fn word_after_word(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric)
}
