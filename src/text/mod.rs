//! The shape of an article's text: paragraphs, sentences, words and quotations.
//!
//! In: an article and what its language's words can be. Out: spans of the article, made once and
//! used by every later stage. Who speaks, and what is meant, is left to them.

mod quotes;
mod sentences;

use std::ops::Range;

use crate::article::{Article, BlockKind};
use crate::grammar::Grammar;
use crate::span::Span;
use crate::words::{Token, Words};

pub use quotes::Quote;

/// An article cut into its parts.
#[derive(Clone, Debug)]
pub struct Text<'a> {
    /// The decoded source that all spans lie in.
    pub source: &'a str,
    /// The words and marks of all blocks, in order.
    pub tokens: Vec<Token>,
    /// The blocks.
    pub paragraphs: Vec<Paragraph>,
    /// The sentences, in order.
    pub sentences: Vec<Sentence>,
    /// The quotations, outermost only, in order.
    pub quotes: Vec<Quote>,
}

/// A block of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// Headline, heading or paragraph.
    pub kind: BlockKind,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// A sentence. The sentences of a paragraph tile its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, from its first token to its last.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its paragraph.
    pub paragraph: usize,
}

impl<'a> Text<'a> {
    /// Cuts an article into its parts.
    #[must_use]
    pub fn new(article: &'a Article, words: &Words, grammar: &Grammar) -> Self {
        let source: &str = &article.source;
        let mut text = Self {
            source,
            tokens: Vec::new(),
            paragraphs: Vec::new(),
            sentences: Vec::new(),
            quotes: Vec::new(),
        };
        for block in &article.blocks {
            let first = text.tokens.len();
            let tokens = words.tokens(source, block.span);
            text.tokens
                .extend(sentences::join_abbreviations(source, &tokens, grammar));
            let tokens = first..text.tokens.len();
            if tokens.is_empty() {
                continue;
            }
            let first_sentence = text.sentences.len();
            let paragraph = text.paragraphs.len();
            for range in sentences::split(source, &text.tokens, tokens.clone(), grammar) {
                let span = text.tokens[range.start]
                    .span
                    .join(text.tokens[range.end - 1].span);
                text.sentences.push(Sentence {
                    span,
                    tokens: range,
                    paragraph,
                });
            }
            text.paragraphs.push(Paragraph {
                span: block.span,
                kind: block.kind,
                sentences: first_sentence..text.sentences.len(),
                tokens,
            });
        }
        text.quotes = quotes::find(source, &text.tokens, &text.paragraphs);
        text
    }

    /// The words at `span`.
    #[must_use]
    pub fn slice(&self, span: Span) -> &'a str {
        span.of(self.source)
    }

    /// The span of a run of tokens, which must not be empty.
    #[must_use]
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start]
            .span
            .join(self.tokens[tokens.end - 1].span)
    }

    /// The sentence that holds a token.
    #[must_use]
    pub fn sentence_at(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.tokens.end <= token)
    }

    /// The quotation that holds a token between its marks.
    #[must_use]
    pub fn quote_at(&self, token: usize) -> Option<usize> {
        let after = self
            .quotes
            .partition_point(|quote| quote.tokens.end <= token);
        self.quotes
            .get(after)
            .filter(|quote| quote.tokens.contains(&token))
            .map(|_| after)
    }
}
