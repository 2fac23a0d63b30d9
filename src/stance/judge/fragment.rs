//! Sentences without a verb, which go on with what was wanted right before: "We need help. Arms, money, time."

use crate::attribution::{Attribution, CueAt};
use crate::clause::{Link, Tag};
use crate::grammar::Class;
use crate::matching::Match;
use crate::stance::judge::Judge;
use crate::statement::{CueKind, Stance};

impl Judge<'_> {
    /// Whether a match stands in a sentence without a main verb, or in one of several, right after one in which the same
    /// speaker tells what *we* want or need, or asks it.
    pub(super) fn goes_on_wish(
        &self,
        matter: &Match,
        clause: usize,
        around: &[&Attribution],
    ) -> bool {
        let shape = &self.line(matter).shape;
        let verbless = |sentence: usize| {
            let root = self.attributed.lines[sentence].shape.clauses.first();
            root.is_some_and(|root| root.verb.is_none())
        };
        let mut sentences = (0..matter.sentence).rev();
        let told = sentences.find(|&before| !verbless(before));
        // "For all these arms": what a preposition opens is not what is needed.
        let noun = shape.noun_at(matter.tokens.start);
        let bare = noun.is_none_or(|noun| shape.nouns[noun].preposition.is_none());
        let root = bare && shape.clauses[clause].link == Link::Root;
        let Some(before) = told.filter(|_| root && verbless(matter.sentence)) else {
            return false;
        };
        let [here, there] = [matter.sentence, before].map(|at| self.text.sentences[at].paragraph);
        let said = |token: usize| {
            let mut runs = around.first().into_iter().flat_map(|inner| &inner.content);
            runs.any(|run| run.contains(&token))
        };
        let line = &self.attributed.lines[before];
        here == there
            && matter.kind.only_names()
            && line
                .cues
                .iter()
                .any(|cue| said(cue.tokens.start) && self.tells_need(before, cue))
    }

    /// "We need", "I want", "what do we need": whether a cue's verb tells what whoever speaks wants to have.
    fn tells_need(&self, sentence: usize, at: &CueAt) -> bool {
        let shape = &self.attributed.lines[sentence].shape;
        let cue = &self.rules.lexicon.cues[at.cue];
        let clause = shape.clause_at(at.tokens.start);
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        let own = shape.clauses[clause]
            .subjects
            .iter()
            .any(|&noun| shape.nouns[noun].first_person);
        let next = at.tokens.end;
        let has_object = next >= shape.tokens.end
            || matches!(shape.tag_at(next), Tag::Mark(_))
            || shape.tag_at(next).is_nominal() && !self.is(next, Class::Infinitive);
        cue.kind == CueKind::Wants
            && cue.side != Some(Stance::Opposes)
            && cue.takes.noun
            && !cue.noun
            && at.tokens.contains(&verb.head)
            && verb.nots.is_empty()
            && own
            && has_object
    }
}
