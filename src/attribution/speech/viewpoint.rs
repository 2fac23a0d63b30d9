//! Whose view a sentence gives that opens with a name: "For Smith, the ban is a mistake."

use crate::attribution::Attribution;
use crate::attribution::speech::Speech;
use crate::clause::{Link, Tag};
use crate::statement::CueKind;
use crate::words::Mark;

impl Speech<'_> {
    /// "For Smith, the ban is a mistake": the rest of a sentence in the reporter's words that opens with the one in whose
    /// view it holds, and in which nobody reports anything.
    pub(super) fn viewpoint(&self) -> Option<Attribution> {
        let shape = self.shape();
        let tokens = shape.tokens.clone();
        let opener = &self.text.tokens[tokens.start];
        if !self.rules.grammar.viewpoint.contains(&opener.word) {
            return None;
        }
        let first = shape.nouns.first()?;
        let opens = first.preposition == Some(tokens.start);
        let comma = shape.tag_at(first.tokens.end) == Tag::Mark(Mark::Comma);
        let told = shape
            .clauses
            .iter()
            .any(|clause| clause.link == Link::Frame);
        let speakers = self.mentions[0].clone();
        let content = first.tokens.end + 1..tokens.end;
        let acts = content.clone().any(|at| shape.verb_at(at).is_some());
        if !opens || !comma || told || !acts || speakers.is_empty() {
            return None;
        }
        let runs = vec![content];
        Some(Attribution {
            sentence: self.sentence,
            kind: CueKind::Thinks,
            cue: None,
            speakers,
            source: Some(first.tokens.clone()),
            direct: self.is_direct(&runs),
            content: runs,
            void: false,
            negated: false,
        })
    }
}
