//! What somebody answers: "asked whether the ban should go, she said no".

use crate::clause::{Link, Shape, Tag};
use crate::grammar::Class;
use crate::matching::Match;
use crate::stance::chain::Chain;
use crate::stance::judge::{Judge, Wish};
use crate::statement::CueKind;
use crate::words::Mark;

impl<'a> Judge<'a> {
    /// The wish that a yes or no gives to what was asked.
    pub(super) fn answered(&self, matter: &Match, chain: &Chain<'a>) -> Option<Wish<'a>> {
        if !self.is_in_question(matter, chain) {
            return None;
        }
        let (clause, agrees) = self.answer(matter)?;
        let held = self.holders(matter).subject(clause, None, &[]);
        let side = self.side(matter, &chain.acts, &chain.clauses);
        let side = if agrees { side } else { side.negated() };
        Some(Wish::unspoken(CueKind::Wants, clause, side, held))
    }

    /// "Should we ban it? No," she said: the wish that a yes or no in the sentence after a question gives to what is
    /// asked.
    pub(super) fn answered_after(&self, matter: &Match, chain: &Chain<'a>) -> Option<Wish<'a>> {
        let next = self.attributed.lines.get(matter.sentence + 1)?;
        let [here, there] = [matter.sentence, matter.sentence + 1]
            .map(|sentence| self.text.sentences[sentence].paragraph);
        let mut words = next.shape.tokens.clone();
        let first = words.find(|&at| self.text.tokens[at].is_word())?;
        let word = &self.text.tokens[first].word;
        let grammar = &self.rules.grammar;
        let follows = next.shape.tag_at(first + 1);
        let ends = first + 1 >= next.shape.tokens.end || matches!(follows, Tag::Mark(_));
        let agrees = match follows {
            _ if grammar.denial.contains(word) && ends => false,
            _ if grammar.yes.contains(word) && ends => true,
            // "absolutely not"
            Tag::Not if grammar.yes.contains(word) => false,
            _ => return None,
        };
        let holders = self.holders(matter);
        let held = holders.speaker(&holders.around(first));
        let side = self.side(matter, &chain.acts, &chain.clauses);
        let side = if agrees { side } else { side.negated() };
        let wish = Wish::unspoken(CueKind::Wants, chain.clauses[0], side, held);
        (here == there && !wish.held.holders.is_empty()).then_some(wish)
    }

    /// Whether a match stands in what somebody is asked.
    fn is_in_question(&self, matter: &Match, chain: &Chain<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let first = chain.clauses.first();
        let mut above = first.into_iter().flat_map(|&first| shape.ancestors(first));
        above.any(|at| {
            let clause = &shape.clauses[at];
            let whether = clause
                .opener
                .is_some_and(|opener| self.is(opener, Class::Complementiser));
            let asked = clause.parent.and_then(|above| shape.verb_of(above));
            let asking = &self.rules.grammar.asking;
            whether && asked.is_some_and(|verb| asking.contains(&self.text.tokens[verb.head].word))
        })
    }

    /// The clause that reports a yes or no, and which it is.
    fn answer(&self, matter: &Match) -> Option<(usize, bool)> {
        let shape = &self.line(matter).shape;
        let grammar = &self.rules.grammar;
        let told = |token: usize| {
            let word = &self.text.tokens[token].word;
            let next = token + 1;
            let alone = next >= shape.tokens.end || matches!(shape.tag_at(next), Tag::Mark(_));
            let agrees = grammar.yes.contains(word);
            (alone && (agrees || grammar.denial.contains(word))).then_some(agrees)
        };
        let word = |at: &usize| self.text.tokens[*at].is_word();
        let opening = shape.tokens.clone().find(word).and_then(told);
        shape.clauses.iter().enumerate().find_map(|(at, clause)| {
            let verb = clause.verb.map(|verb| &shape.verbs[verb])?;
            let main =
                matches!(clause.link, Link::Root | Link::Frame) && !clause.subjects.is_empty();
            let next = (verb.tokens.end..shape.tokens.end)
                .find(word)
                .and_then(told);
            let agrees = next
                .or(opening)
                .or_else(|| self.short_answer(shape, at))
                .filter(|_| main)?;
            Some((at, agrees))
        })
    }

    /// "said he did", "said it would not": the yes or no of an auxiliary that is all the verb of what a clause reports.
    fn short_answer(&self, shape: &Shape, report: usize) -> Option<bool> {
        let told = shape
            .clauses
            .iter()
            .find(|clause| clause.parent == Some(report) && clause.link == Link::Complement)?;
        let verb = told.verb.map(|verb| &shape.verbs[verb])?;
        let [subject] = told.subjects[..] else {
            return None;
        };
        let bare = matches!(shape.tag_at(verb.head), Tag::Aux | Tag::Modal);
        let next = verb.tokens.end;
        let alone = next >= shape.tokens.end
            || matches!(shape.tag_at(next), Tag::Mark(Mark::Stop | Mark::Comma));
        let quoted = self.text.quote_at(verb.head).is_some();
        // "said it might"
        let open = self.is(verb.head, Class::Possible) && verb.nots.is_empty();
        (bare && alone && !open && !quoted && shape.nouns[subject].pronoun)
            .then_some(verb.nots.len() % 2 == 0)
    }
}
