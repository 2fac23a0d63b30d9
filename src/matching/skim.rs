//! Whether a position's matter may be named in an article at all, without reading it.

use crate::article::Article;
use crate::phrase::Found;
use crate::rules::{Pack, PhraseKind, Within};
use crate::words::{Token, Words};

/// How many words after its block a context phrase may go on for, at most.
const AHEAD: usize = 64;

/// Whether a phrase of one of the packs may count somewhere in an article: false only where
/// [`super::find`] has none that does.
///
/// Block by block, so that the words of a long article are not all held at once.
#[must_use]
pub fn may_match(words: &Words, article: &Article, packs: &[&Pack]) -> bool {
    (0..article.blocks.len()).any(|block| {
        let tokens = words.skim(&article.source, article.blocks[block].span);
        packs.iter().any(|pack| {
            let mut context = None;
            let found = pack.phrase_set.find(&tokens);
            found.iter().any(|found| {
                let phrase = &pack.phrases[found.phrase.0 as usize];
                if phrase.kind == PhraseKind::Ignore {
                    return false;
                }
                if phrase.with.is_empty() || phrase.within == Within::Article {
                    return true;
                }
                // Nearer than in its paragraph there is no telling without sentences.
                let context =
                    context.get_or_insert_with(|| contexts(pack, words, article, block, &tokens));
                let mut numbers = context.iter().map(|context| context.phrase.0);
                numbers.any(|number| phrase.with.contains(&number))
            })
        })
    })
}

/// The context phrases that begin in a block of these tokens; they may go on in the blocks after it.
fn contexts(
    pack: &Pack,
    words: &Words,
    article: &Article,
    block: usize,
    tokens: &[Token],
) -> Vec<Found> {
    let mut all = tokens.to_vec();
    for next in &article.blocks[block + 1..] {
        if all.len() >= tokens.len() + AHEAD {
            break;
        }
        all.extend(words.skim(&article.source, next.span));
    }
    let mut found = pack.context_set.find(&all);
    found.retain(|context| context.start < tokens.len());
    found
}
