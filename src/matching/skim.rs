//! Whether a position's matter may be named in an article at all, without reading it.

use std::ops::Range;

use crate::article::Article;
use crate::rules::{Pack, PhraseKind, Within};
use crate::words::{Token, Words};

/// The words of an article, and which of them are each block's.
#[derive(Clone, Debug)]
pub struct Skimmed {
    words: Vec<Token>,
    blocks: Vec<Range<usize>>,
}

impl Skimmed {
    /// Skims an article.
    #[must_use]
    pub fn new(words: &Words, article: &Article) -> Self {
        let mut skimmed = Self {
            words: Vec::new(),
            blocks: Vec::new(),
        };
        for block in &article.blocks {
            let start = skimmed.words.len();
            skimmed
                .words
                .extend(words.skim(&article.source, block.span));
            skimmed.blocks.push(start..skimmed.words.len());
        }
        skimmed
    }

    /// Whether a phrase of the pack may count somewhere: false only where [`super::find`] has none
    /// that does.
    #[must_use]
    pub fn may_match(&self, pack: &Pack) -> bool {
        let mut context = None;
        self.blocks.iter().any(|block| {
            let found = pack.phrase_set.find(&self.words[block.clone()]);
            found.iter().any(|found| {
                let phrase = &pack.phrases[found.phrase.0 as usize];
                if phrase.kind == PhraseKind::Ignore {
                    return false;
                }
                if phrase.with.is_empty() || phrase.within == Within::Article {
                    return true;
                }
                // Nearer than in its paragraph there is no telling without sentences.
                let context = context.get_or_insert_with(|| pack.context_set.find(&self.words));
                let mut near = context.iter().filter(|other| block.contains(&other.start));
                near.any(|other| phrase.with.contains(&other.phrase.0))
            })
        })
    }
}
