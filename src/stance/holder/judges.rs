//! Whom words beside a judgement name as the one who judges.

use std::ops::Range;

use crate::attribution::Attribution;
use crate::clause::Tag;
use crate::stance::chain::Act;
use crate::stance::holder::{Held, Holders};
use crate::words::Mark;

impl Holders<'_> {
    /// "unacceptable to Kyiv", "drew fire from Rome and Paris": whom the cue's last word brings in. Where that names
    /// nobody, whoever speaks, if the cue can judge a clause: "unacceptable for talks to go on".
    pub(super) fn judge(&self, act: &Act<'_>, around: &[&Attribution]) -> Held {
        let shape = &self.attributed.lines[self.sentence].shape;
        let named = shape.noun_at(act.at.tokens.end);
        let held = named.map(|noun| self.groups(&shape.list_from(noun), around));
        let speaks = act.cue.takes.that_clause;
        held.filter(|held| !speaks || !held.holders.is_empty())
            .unwrap_or_else(|| self.speaker(around))
    }

    /// "unacceptable to Moscow", "for Moscow, it is a red line": whom a preposition right behind a judgement, or
    /// at the start of the sentence, names as the one who judges. In somebody's words what is good or bad *for*
    /// another is the speaker's view.
    pub(in crate::stance) fn judge_beside(
        &self,
        end: usize,
        around: &[&Attribution],
    ) -> Option<Held> {
        let grammar = &self.rules.grammar;
        let shape = &self.attributed.lines[self.sentence].shape;
        let brought = |at: usize| {
            let word = self.text.tokens.get(at).map(|token| token.word)?;
            let told = around.is_empty() && grammar.doing.contains(&word);
            // "unacceptable to Kyiv", and not "a gift to Kyiv"
            let adjective = at > 0 && shape.tag_at(at - 1) == Tag::Adj;
            let links = grammar.judging.contains(&word) && adjective || told;
            let noun = shape.noun_at(at + 1).filter(|_| links)?;
            (shape.nouns[noun].preposition == Some(at)).then_some(noun)
        };
        let before = || {
            let noun = brought(shape.tokens.start)?;
            let after = self.text.tokens.get(shape.nouns[noun].tokens.end);
            let apart = after.is_some_and(|token| token.mark() == Some(Mark::Comma));
            apart.then_some(noun)
        };
        let held = self.group(brought(end).or_else(before)?, around);
        (!held.holders.is_empty()).then_some(held)
    }

    /// "was called for by Smith", "is needed by Kyiv": whom *by* names right behind a wish.
    pub(in crate::stance) fn agent_beside(
        &self,
        end: usize,
        around: &[&Attribution],
    ) -> Option<Held> {
        let shape = &self.attributed.lines[self.sentence].shape;
        let by = self.text.tokens.get(end).map(|token| token.word)?;
        let noun = shape
            .noun_at(end + 1)
            .filter(|_| self.rules.grammar.by.contains(&by))?;
        let held = self.group(noun, around);
        (!held.holders.is_empty()).then_some(held)
    }

    /// "is a red line for Moscow", all of it one phrase: whom a preposition in it names as the one who judges.
    pub(in crate::stance) fn judge_within(
        &self,
        matter: &Range<usize>,
        around: &[&Attribution],
    ) -> Option<Held> {
        let grammar = &self.rules.grammar;
        let nouns = &self.attributed.lines[self.sentence].shape.nouns;
        let last = (0..nouns.len()).rfind(|&noun| nouns[noun].tokens.end == matter.end)?;
        let preposition = nouns[last].preposition.filter(|at| matter.contains(at))?;
        let word = self.text.tokens[preposition].word;
        let links = around.is_empty() && grammar.doing.contains(&word);
        let held = links.then(|| self.group(last, around))?;
        (!held.holders.is_empty()).then_some(held)
    }
}
