//! The verb of the matter itself, as an act of its subject.

use crate::attribution::Attribution;
use crate::clause::{Link, Mood, Tag, VerbGroup};
use crate::grammar::Class;
use crate::matching::Match;
use crate::rules::{CueHolder, PhraseKind};
use crate::span::overlap;
use crate::stance::Gate;
use crate::stance::chain::Chain;
use crate::stance::holder::{Held, Holders};
use crate::stance::judge::{Judge, Wish};
use crate::statement::CueKind;

impl<'a> Judge<'a> {
    /// "Kyiv needs more arms": whether the verb at `head` is a wish of whoever says so.
    fn is_speakers(&self, matter: &Match, head: usize) -> bool {
        self.line(matter).cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            at.tokens.start == head
                && cue.kind == CueKind::Wants
                && cue.holder == CueHolder::Speaker
        })
    }

    /// The match's own verb as an act of its subject: "Kyiv will not cede land".
    pub(super) fn own_deed(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
    ) -> Result<Wish<'a>, Gate> {
        let holders = &self.holders(matter);
        let shape = &self.line(matter).shape;
        let Some(verb) = chain.own_verb.map(|verb| &shape.verbs[verb]) else {
            return Err(Gate::Wish);
        };
        let active_participle = verb.mood == Mood::Participle && !verb.passive;
        let clause = chain.clauses[0];
        if verb.mood != Mood::Finite && !active_participle && !self.is_done_besides(matter, clause)
        {
            return Err(Gate::Wish);
        }
        let before = verb.past && self.is_before_or_to_come(matter, clause);
        let mut held = holders.subject(clause, Some(verb.head), around);
        if self.never_was(matter, clause) || before || self.is_foreseen(matter, verb, &held) {
            return Err(Gate::Unreal);
        }
        let negated = verb.nots.len() % 2 == 1;
        // "No one may cede it": what nobody is allowed is forbidden by whoever says so.
        let forbidden = self.is_possible(verb)
            && matter.kind == PhraseKind::Opposite
            && self.is_denied(matter, clause);
        if self.is_possible(verb) && !negated && !forbidden {
            return Err(Gate::Possible);
        }
        // "Moscow cannot take the city": what somebody else is unable to do, or is thought to do one day.
        let unable = self.is_possible(verb) && !verb.passive && matter.kind == PhraseKind::Opposite;
        // "Kyiv should sit down": so does a modal among the match's own words.
        let wanted = [Some(verb.head), verb.modal].into_iter().flatten();
        let wanted = wanted.into_iter().any(|at| self.is_speakers(matter, at))
            || self.is_to_be_let(matter, clause, holders);
        let expected = verb.modal.is_some() && !wanted && is_thought(around);
        if (unable && !forbidden || expected) && !is_own(holders, &held, around) {
            return Err(Gate::Possible);
        }
        if held.holders.is_empty() && self.is_by_matter(matter, clause) {
            return Err(Gate::Wish);
        }
        let nobody = held.holders.is_empty() && !self.is_denied(matter, clause);
        // "a freeze would leave the town to Moscow": what a thing would lead to.
        let subjects = &shape.clauses[clause].subjects;
        let leads = nobody && !verb.passive && matter.kind == PhraseKind::Opposite;
        if leads && !negated && verb.modal.is_some() && !subjects.is_empty() {
            return Err(Gate::Possible);
        }
        let foretold =
            verb.modal.is_some() && (nobody || self.foretells(matter, clause, &held, around));
        let theirs = held.holders.is_empty() && !verb.passive && self.is_theirs(matter, clause);
        if theirs && !wanted {
            return Err(Gate::Holder);
        }
        if foretold || wanted || forbidden {
            held = holders.speaker(around);
        }
        let deeds = self.pack.positions[matter.position].deeds;
        if !deeds && verb.modal.is_none() && !held.own_words {
            return Err(Gate::Deed);
        }
        let side = self.side(matter, &chain.acts, &chain.clauses[..1]);
        let kind = if verb.modal.is_some() {
            CueKind::Wants
        } else {
            CueKind::Does
        };
        Ok(Wish::unspoken(kind, clause, side, held))
    }

    /// "Let them sit down": whether the clause tells what somebody is told to let happen.
    fn is_to_be_let(&self, matter: &Match, clause: usize, holders: &Holders<'a>) -> bool {
        let shape = &self.line(matter).shape;
        let own = &shape.clauses[clause];
        let above = own.parent.filter(|_| own.link == Link::Complement);
        above.is_some_and(|above| {
            shape.clauses[above].subjects.is_empty() && holders.is_imperative(above)
        })
    }

    /// "They would not back it": whether the subject is a pronoun for several others.
    fn is_theirs(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        shape.clauses[clause].subjects.iter().any(|&noun| {
            let group = &shape.nouns[noun];
            let pronoun = self
                .rules
                .grammar
                .pronoun(self.text.tokens[group.head].word);
            group.pronoun && !group.first_person && pronoun.is_some_and(|pronoun| pronoun.many)
        })
    }

    /// "Under the draft, Kyiv would cede land": what a paper that is not the subject's own foresees.
    fn is_foreseen(&self, matter: &Match, verb: &VerbGroup, held: &Held) -> bool {
        let shape = &self.line(matter).shape;
        let owners = &self.attributed.owners[matter.sentence];
        let under = |at: usize| self.is_among(at, &self.rules.grammar.terms);
        // "the plan, under which Kyiv would"
        let own = &shape.clauses[shape.clause_at(verb.head)];
        let opened = own.opener.and_then(|at| at.checked_sub(1));
        let relative =
            own.link == Link::Relative && opened.is_some_and(under) && !held.holders.is_empty();
        verb.modal.is_some()
            && (relative
                || shape.nouns.iter().zip(owners).any(|(noun, owners)| {
                    noun.tokens.end <= verb.tokens.start
                        && !owners
                            .iter()
                            .any(|owner| held.holders.iter().any(|m| m.who == owner.who))
                        && noun.preposition.is_some_and(under)
                        && self.is(noun.head, Class::Expression)
                }))
    }

    /// "waited a year before sending arms", "changed its course, sending arms": what the subject of a past
    /// act did, too.
    fn is_done_besides(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let own = &shape.clauses[clause];
        let sequence = |at: usize| self.is_among(at, &self.rules.grammar.sequence);
        let above = own.parent.and_then(|above| shape.verb_of(above));
        let besides = match own.link {
            Link::Gerund => own.opener.is_some_and(sequence),
            Link::Participle => own.opener.is_none_or(|at| shape.follows_comma(at)),
            _ => false,
        };
        besides
            && above.is_some_and(|verb| {
                verb.past
                    && verb.mood == Mood::Finite
                    && verb.modal.is_none()
                    && verb.nots.is_empty()
            })
    }

    /// "after it handed over its tanks", "as soon as it withdrew": what had been done when something else
    /// was, or what that waits for.
    fn is_before_or_to_come(&self, matter: &Match, clause: usize) -> bool {
        let clause = &self.line(matter).shape.clauses[clause];
        let sequence = |at: usize| self.is_among(at, &self.rules.grammar.sequence);
        clause.link == Link::Adverbial
            && clause
                .opener
                .is_some_and(|at| sequence(at) || at.checked_sub(1).is_some_and(sequence))
    }

    /// "sanctions will not bring them to the table": what one matter does to another is no one's wish.
    fn is_by_matter(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let plain = |other: &Match| {
            let mut tokens = other.tokens.clone();
            !tokens.any(|at| matches!(shape.tag_at(at), Tag::Verb(_)))
        };
        shape.clauses[clause].subjects.iter().any(|&noun| {
            let group = &shape.nouns[noun].tokens;
            self.matters.iter().any(|other| {
                other.sentence == matter.sentence
                    && plain(other)
                    && other.tokens.end <= matter.tokens.start
                    && overlap(&other.tokens, group)
            })
        })
    }
}

/// "I think Rome will": whether the innermost report is only what somebody thinks.
pub(super) fn is_thought(around: &[&Attribution]) -> bool {
    around
        .first()
        .is_some_and(|inner| inner.kind == CueKind::Thinks)
}

/// Whether somebody speaks of an act of their own, or of those they speak for.
pub(super) fn is_own(holders: &Holders<'_>, held: &Held, around: &[&Attribution]) -> bool {
    let mut speakers = around.iter().flat_map(|a| a.speakers.iter());
    held.own_words
        || speakers.any(|speaker| {
            let mut who = held.holders.iter();
            who.any(|m| holders.is_or_speaks_for(speaker.who, m.who))
        })
}
