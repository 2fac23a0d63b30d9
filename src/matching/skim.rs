//! Whether a position's matter may be named in an article at all, without reading it.

use crate::article::Article;
use crate::phrase::PhraseId;
use crate::rules::{Pack, PhraseKind, Within};
use crate::words::{Token, Words};

/// Whether a phrase of the pack may count somewhere in an article: false only where [`super::find`]
/// has nothing that does.
#[must_use]
pub fn may_match(pack: &Pack, words: &[Vec<Token>]) -> bool {
    words.iter().any(|block| {
        let found = pack.phrase_set.find(block);
        let mut context = None;
        found.iter().any(|found| {
            let phrase = &pack.phrases[found.phrase.0 as usize];
            if phrase.kind == PhraseKind::Ignore {
                return false;
            }
            if phrase.with.is_empty() || phrase.within == Within::Article {
                return true;
            }
            // Nearer than the block there is no telling without sentences.
            let context = context.get_or_insert_with(|| pack.context_set.find(block));
            let is_met = |PhraseId(number): PhraseId| phrase.with.contains(&number);
            context.iter().any(|found| is_met(found.phrase))
        })
    })
}

/// The words of an article, block by block.
#[must_use]
pub fn skim(words: &Words, article: &Article) -> Vec<Vec<Token>> {
    let blocks = article.blocks.iter();
    blocks
        .map(|block| words.skim(&article.source, block.span))
        .collect()
}
