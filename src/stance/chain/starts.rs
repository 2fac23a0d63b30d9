//! Where the way up from a match begins, if not in its own clause.

use std::ops::Range;

use crate::clause::{Link, Tag, VerbGroup};
use crate::grammar::Class;
use crate::matching::Match;
use crate::span::overlap;
use crate::stance::chain::{Act, Below, Climber};
use crate::statement::CueKind;
use crate::words::Mark;

/// How many words can part what is done from the matter: "the whole edifice of all these sanctions".
const NEAR: usize = 3;

impl<'a> Climber<'a> {
    /// "the treaty is something that": the word behind *be* that stands for its subject.
    pub(super) fn placeholder_for(&self, subject: usize) -> Option<usize> {
        let shape = self.shape();
        let clause = shape
            .clauses
            .iter()
            .find(|clause| clause.subjects.contains(&subject))?;
        let verb = clause.verb.map(|verb| &shape.verbs[verb])?;
        let named = shape
            .noun_at(verb.tokens.end)
            .filter(|_| verb.copula && verb.nots.is_empty())?;
        let head = self.text.tokens[shape.nouns[named].head].word;
        self.grammar().placeholder.contains(&head).then_some(named)
    }

    /// "a truce in Ukraine, which": the name that hangs on a noun group, where a comma follows it.
    pub(super) fn named_behind(&self, noun: usize) -> Option<usize> {
        let shape = self.shape();
        let own = &shape.nouns[noun];
        let named = shape.nouns.get(noun + 1)?;
        let hangs = named.preposition == Some(own.tokens.end);
        let name = shape.tag_at(named.head) == Tag::Name && shape.tag_at(own.head) == Tag::Noun;
        let comma = shape.tokens.contains(&named.tokens.end)
            && shape.tag_at(named.tokens.end) == Tag::Mark(Mark::Comma);
        (hangs && name && comma).then_some(noun + 1)
    }

    /// "recognise the annexation, a step that Kyiv rejects": the word that stands for what is told, or for what
    /// somebody says or writes, set behind a place.
    pub(super) fn set_behind(&self, place: &Range<usize>) -> Option<usize> {
        let shape = self.shape();
        let named = shape.nouns.iter().position(|noun| {
            let head = &self.text.tokens[noun.head];
            let grammar = self.grammar();
            let stands =
                grammar.placeholder.contains(&head.word) || grammar.is(head, Class::Expression);
            noun.tokens.start > place.end && noun.preposition.is_none() && stands
        })?;
        let start = shape.nouns[named].tokens.start;
        let comma = shape.tag_at(start - 1) == Tag::Mark(Mark::Comma);
        let article = shape.tag_at(start) == Tag::Det || shape.nouns[named].tokens.len() == 1;
        let near = self.nominal_between(&(place.end..start - 1));
        (comma && article && near).then_some(named)
    }

    /// "the obstacles must go, including the sanctions": what ends that of which the place is an instance.
    pub(super) fn acts_on_whole(
        &self,
        clause: usize,
        place: &Range<usize>,
        own_verb: Option<usize>,
    ) -> Vec<Act<'a>> {
        let Some(whole) = self.whole_of(clause, place) else {
            return Vec::new();
        };
        let whole = &self.shape().nouns[whole].tokens;
        let mut acts = self.acts_in(clause, whole, Below::Matter, own_verb);
        acts.retain(|act| act.cue.kind == CueKind::Changes);
        acts
    }

    /// The noun group before a word that brings in one of several: the last, or the subject of a passive that stands
    /// between them.
    fn whole_of(&self, clause: usize, place: &Range<usize>) -> Option<usize> {
        let shape = self.shape();
        let brings = shape.nouns[shape.noun_at(place.start)?].preposition?;
        let word = self.text.tokens[brings].word;
        if !self.grammar().instance.contains(&word) {
            return None;
        }
        let last = shape
            .nouns
            .iter()
            .rposition(|noun| noun.tokens.end <= brings)?;
        let passed = |verb: &&VerbGroup| {
            verb.passive && (shape.nouns[last].tokens.end..brings).contains(&verb.tokens.start)
        };
        match shape.verb_of(clause).filter(passed) {
            Some(_) => shape.clauses[clause].subjects.first().copied(),
            None => Some(last),
        }
    }

    /// "the sanctions had to be lifted": the infinitive that a wish of several words opens, where the
    /// matter is the subject of both.
    pub(super) fn under_modal(&self, clause: usize, matter: &Match) -> Option<usize> {
        let shape = self.shape();
        let verb = shape.verb_of(clause)?;
        let before = matter.tokens.end <= verb.tokens.start;
        (0..shape.clauses.len()).find(|&at| {
            let child = &shape.clauses[at];
            let opened = self.cues.iter().any(|cue| {
                verb.tokens.contains(&cue.tokens.start) && cue.tokens.end > child.tokens.start
            });
            before
                && child.parent == Some(clause)
                && child.link == Link::Infinitive
                && child.subjects == shape.clauses[clause].subjects
                && opened
        })
    }

    /// "wants the sanctions to be lifted", "against sanctions being lifted": the infinitive or gerund
    /// whose subject the matter is, or hangs on, as the object of a verb of wishing.
    pub(super) fn under_command(&self, clause: usize, matter: &Match) -> Option<usize> {
        let shape = self.shape();
        let verb = shape.verb_of(clause)?;
        let is_object = verb.tokens.end <= matter.tokens.start;
        (0..shape.clauses.len()).find(|&at| {
            let child = &shape.clauses[at];
            let done_to = |&noun: &usize| {
                let group = &shape.nouns[noun].tokens;
                let between = group.end..matter.tokens.start.max(group.end);
                overlap(group, &matter.tokens)
                    || group.end <= matter.tokens.start
                        && group.start >= verb.tokens.end
                        && between.len() <= NEAR
                        && shape.tag_at(shape.nouns[noun].head) != Tag::Name
                        && self.nominal_between(&between)
            };
            is_object
                && child.parent == Some(clause)
                && matches!(child.link, Link::Infinitive | Link::Gerund)
                && shape
                    .verb_of(at)
                    .is_some_and(|verb| verb.passive || self.ends(at, verb))
                && child.tokens.start >= matter.tokens.end
                && child.subjects != shape.clauses[clause].subjects
                && child.subjects.iter().any(done_to)
        })
    }

    /// "wants the sanctions to end": whether a verb without an object ends or weakens its subject, which
    /// no preposition but one of infinitives brings in.
    fn ends(&self, clause: usize, verb: &VerbGroup) -> bool {
        let shape = self.shape();
        let changes = self.cues.iter().any(|cue| {
            cue.tokens.contains(&verb.head)
                && self.rules.lexicon.cues[cue.cue].kind == CueKind::Changes
        });
        let free = shape.clauses[clause].subjects.iter().all(|&noun| {
            shape.nouns[noun]
                .preposition
                .is_none_or(|at| self.grammar().doing.contains(&self.text.tokens[at].word))
        });
        changes && free && !shape.has_object(clause, verb)
    }
}
