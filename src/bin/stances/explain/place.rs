//! Words and people of an explained article.

use std::ops::Range;

use stances::attribution::{Member, MemberId, Mention};

use super::{Explained, words};

impl Explained<'_> {
    /// The words of a run of tokens, on one line.
    pub(super) fn words(&self, tokens: &Range<usize>) -> String {
        if tokens.is_empty() {
            return String::new();
        }
        let text = &self.analysis.text;
        let words = text.slice(text.span(tokens.clone())).split_whitespace();
        words.collect::<Vec<_>>().join(" ")
    }

    /// The line on which a sentence begins.
    pub(super) fn line(&self, sentence: usize) -> usize {
        let span = self.analysis.text.sentences[sentence].span;
        self.offsets.place(&self.article.source, span).line
    }

    /// Someone of the article's cast.
    pub(super) fn member(&self, who: MemberId) -> &Member {
        self.analysis.attributed.cast.get(who)
    }

    /// Someone with the words that name them: `merz ("The chancellor", by a title or pronoun)`.
    pub(super) fn mention(&self, mention: &Mention) -> String {
        let member = self.member(mention.who);
        let private = if member.public {
            ""
        } else {
            ", a private person"
        };
        if mention.is_author() {
            return format!("{} (who wrote it{private})", member.id);
        }
        let grade = words::grade(mention.grade);
        format!(
            "{} (\"{}\", {grade}{private})",
            member.id,
            self.words(&mention.tokens)
        )
    }

    /// Several of them.
    pub(super) fn mentions(&self, mentions: &[Mention]) -> String {
        let named = mentions.iter().map(|mention| self.mention(mention));
        named.collect::<Vec<_>>().join(" and ")
    }
}
