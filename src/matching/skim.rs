//! Whether a position's matter may be named in an article at all, without reading it.

use std::ops::Range;

use crate::article::Article;
use crate::phrase::Found;
use crate::rules::{Pack, PhraseKind, PositionPhrase, Within};
use crate::words::{Token, Words};

/// Whether a phrase of one of the packs may count somewhere in an article: false only where
/// [`super::find`] has none that does.
///
/// Block by block, so that the words of a long article are not all held at once.
#[must_use]
pub fn may_match(words: &Words, article: &Article, packs: &[&Pack]) -> bool {
    let mut contexts: Vec<Option<Context>> = packs.iter().map(|_| None).collect();
    article.blocks.iter().enumerate().any(|(number, block)| {
        let tokens = words.skim(&article.source, block.span);
        packs.iter().zip(&mut contexts).any(|(pack, context)| {
            let found = pack.phrase_set.find(&tokens);
            found.iter().any(|found| {
                let phrase = &pack.phrases[found.phrase.0 as usize];
                if phrase.kind == PhraseKind::Ignore {
                    return false;
                }
                // Nearer than in its paragraph there is no telling without sentences.
                phrase.with.is_empty()
                    || phrase.within == Within::Article
                    || context
                        .get_or_insert_with(|| Context::new(words, article, pack))
                        .stands_in(number, phrase)
            })
        })
    })
}

/// Where the context phrases of a pack stand.
struct Context {
    found: Vec<Found>,
    /// The words of each block.
    blocks: Vec<Range<usize>>,
}

impl Context {
    fn new(words: &Words, article: &Article, pack: &Pack) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut blocks = Vec::with_capacity(article.blocks.len());
        for block in &article.blocks {
            let start = tokens.len();
            tokens.extend(words.skim(&article.source, block.span));
            blocks.push(start..tokens.len());
        }
        Self {
            found: pack.context_set.find(&tokens),
            blocks,
        }
    }

    /// Whether one that a phrase asks for stands in a block.
    fn stands_in(&self, block: usize, phrase: &PositionPhrase) -> bool {
        let words = &self.blocks[block];
        let mut near = self.found.iter().filter(|c| words.contains(&c.start));
        near.any(|context| phrase.with.contains(&context.phrase.0))
    }
}
