//! An article as later stages see it: its words, and where each of them came from.

use jiff::civil::Date;

use crate::span::Span;

/// One article of a file or record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// `name`, `name#1`, or the record's own id: the key that results are joined on.
    pub id: String,
    /// The headline, where one is known.
    pub title: Option<String>,
    /// The day of publication, where one is known.
    pub date: Option<Date>,
    /// The paper or site, where one is known.
    pub outlet: Option<String>,
    /// Who wrote it, where it is a piece of opinion: its own words are then this person's.
    pub author: Option<String>,
    /// The path or name the article was read from.
    pub path: String,
    /// The line of the file, from 1, that its record begins on.
    pub line: Option<usize>,
    /// The whole decoded text of the file or record, before anything is cleaned away.
    pub source: std::sync::Arc<str>,
    /// The blocks of `source` that are this article's own words, in order, furniture left out.
    pub blocks: Vec<Block>,
    /// Whether offsets count in text that was extracted from another format.
    pub extracted: bool,
}

/// A language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// Its code of three letters, as in `deu`.
    pub code: &'static str,
    /// Its name in English.
    pub name: &'static str,
}

/// A run of an article's words with no furniture inside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands in the article's `source`.
    pub span: Span,
    /// What it is in the article.
    pub kind: BlockKind,
}

/// What a block is in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The headline.
    Headline,
    /// A paragraph of the body.
    Paragraph,
    /// A heading inside the body: a speaker's name in a factbox, a section's title.
    Heading,
}
