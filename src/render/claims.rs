//! The same words in several places.

use super::notes::side;
use super::page::Block;
use super::words::count;
use crate::table::Table;
use crate::table::claims::{Claim, Passage, claims};
use crate::table::wording::{Change, FEWEST_WORDS, SAME_WORDING, changes};

/// A block for each wording that stands in more than one place.
pub(super) fn page(table: &Table) -> Vec<Block> {
    let claims = claims(table);
    let mut page: Vec<_> = claims
        .iter()
        .flat_map(|claim| block(table, claim))
        .collect();
    if claims.is_empty() {
        page.push(Block::text("No wording stands in more than one place."));
        page.push(Block::Gap);
    }
    page.push(Block::text(format!(
        "The same wording: {SAME_WORDING} of the shorter passage's content words, {FEWEST_WORDS} at the least, \
         stand in the longer one in the same order. {{+added+}} and [-left out-] are against the first passage \
         of each block. Words in quotation marks are quoted, others are the reporter's.",
    )));
    page.push(Block::Gap);
    page.extend(super::leader::articles(table));
    page
}

fn block(table: &Table, claim: &Claim) -> Vec<Block> {
    let (articles, speakers) = (claim.articles(), claim.speakers());
    let speakers = match speakers {
        1 => table.name(claim.passages[0].holder).to_owned(),
        many if claim.passages.iter().any(|passage| passage.quoted) => {
            format!("{many} SPEAKERS: same words, other speaker")
        }
        many => format!("{many} speakers, in reporters' words"),
    };
    let mut blocks = vec![Block::Case {
        text: format!("{}, {}", claim.position.short, side(claim.stance)),
        tail: format!("{}, {speakers}", count(articles, "article", "articles")),
    }];
    let first = &claim.passages[0];
    for (at, passage) in claim.passages.iter().enumerate() {
        let words = if at == 0 {
            passage.words.clone()
        } else {
            marked(&first.words, &passage.words)
        };
        blocks.push(item(table, passage, &words));
    }
    blocks.push(Block::Gap);
    blocks
}

fn item(table: &Table, passage: &Passage, words: &str) -> Block {
    let words = if passage.quoted {
        format!("\"{}\"", words.trim())
    } else {
        words.to_owned()
    };
    Block::Item {
        label: format!("{:<9}", format!("  {} l.{}", passage.article, passage.line)),
        text: format!("{}: {words}", table.name(passage.holder)),
        tail: String::new(),
    }
}

fn marked(first: &str, second: &str) -> String {
    let words = changes(first, second)
        .into_iter()
        .map(|change| match change {
            Change::Kept(words) => words,
            Change::Added(words) => format!("{{+{words}+}}"),
            Change::LeftOut(words) => format!("[-{words}-]"),
        });
    words.collect::<Vec<_>>().join(" ")
}
