//! What turns a side besides cues and denials: prepositions, nouns in a gap, and what is put off.

use crate::attribution::CueAt;
use crate::clause::{Clause, Link, Shape, Tag};
use crate::grammar::Class;
use crate::matching::Match;
use crate::stance::chain::Act;
use crate::stance::judge::Judge;
use crate::stance::judge::acts::intends;
use crate::statement::{CueKind, Stance};

impl Judge<'_> {
    /// "adopted a motion against talks", "is for a truce and against talks", "is against talks and for a truce":
    /// whether the preposition of a match says the opposite of what the acts over it say.
    pub(super) fn is_opposed(&self, matter: &Match, acts: &[Act<'_>]) -> bool {
        let shape = &self.line(matter).shape;
        let grammar = &self.rules.grammar;
        let start = matter.tokens.start;
        let noun = shape.noun_at(start).map(|noun| &shape.nouns[noun]);
        // "passed a motion against sending arms"
        let clause = &shape.clauses[shape.clause_at(start)];
        let gerund = clause.link == Link::Gerund;
        let opener = clause
            .opener
            .filter(|&at| gerund && at < start && at > shape.tokens.start);
        if let Some(at) = opener
            && shape.tag_at(at - 1) == Tag::Noun
            && grammar.against.contains(&self.text.tokens[at].word)
        {
            let above = acts.iter().any(|act| act.at.tokens.end <= at);
            return above
                && self.is(at - 1, Class::Expression)
                && !acts.iter().any(|act| act.at.tokens.contains(&at));
        }
        let before = noun.map_or(start, |noun| noun.tokens.start).checked_sub(1);
        let Some(at) = noun.and_then(|noun| noun.preposition).or(before) else {
            return false;
        };
        let word = |at: usize| &self.text.tokens[at].word;
        let own = |act: &Act<'_>| act.at.tokens.contains(&at);
        let above = acts.iter().any(|act| act.at.tokens.end <= at);
        if grammar.against.contains(word(at)) {
            // "a motion against", but "efforts against the fleet"
            let told = at > shape.tokens.start
                && (shape.tag_at(at - 1) == Tag::Coord || self.is(at - 1, Class::Expression));
            return told && above && !acts.iter().any(own);
        }
        // The cue that the preposition goes on with: "is against".
        let opposes = |act: &Act<'_>| {
            let last = act.at.tokens.end - 1;
            last < at && grammar.against.contains(word(last))
        };
        grammar.doing.contains(word(at))
            && acts.iter().any(opposes)
            && shape.tag_at(at - 1) == Tag::Coord
    }

    /// "maintained its veto on aid for": whether a cue against stands in a gap of the match.
    pub(super) fn opposed_inside(&self, matter: &Match, acts: &[Act<'_>]) -> bool {
        let own = |at: &CueAt| acts.iter().any(|act| act.at.tokens == at.tokens);
        let within = |at: &CueAt| {
            let mut tokens = at.tokens.clone();
            matter.tokens.contains(&at.tokens.start)
                && tokens.all(|token| matter.tokens.contains(&token) && !matter.owns(token))
        };
        self.line(matter).cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            cue.noun && cue.side == Some(Stance::Opposes) && within(at) && !own(at)
        })
    }

    /// "lifted only after", "will only be lifted once", "possible only when": whether a change or a matter is not to
    /// be before something else.
    pub(super) fn is_put_off(&self, shape: &Shape, act: &Act<'_>) -> bool {
        let possible = act.cue.kind == CueKind::Judges && act.cue.side == Some(Stance::Supports);
        if act.cue.kind != CueKind::Changes && !possible {
            return false;
        }
        let grammar = &self.rules.grammar;
        let word = |at: usize| &self.text.tokens[at].word;
        // "only when restrictions are lifted": what something else waits for is put off by nothing.
        let above = |at: usize| {
            let mut clauses = shape.ancestors(act.clause);
            clauses.any(|clause| shape.clauses[clause].opener == Some(at))
        };
        let conditions = |at: usize| {
            let opens =
                |clause: &Clause| clause.opener == Some(at) && clause.link == Link::Condition;
            shape.clauses.iter().any(opens)
        };
        let waits =
            |at: usize| (grammar.sequence.contains(word(at)) || conditions(at)) && !above(at);
        let verb = shape.verb_at(act.at.tokens.start);
        let group = verb.map_or(act.at.tokens.clone(), |verb| {
            shape.verbs[verb].tokens.clone()
        });
        let mut only = shape
            .tokens
            .clone()
            .filter(|&at| grammar.only.contains(word(at)));
        only.any(|at| {
            let mut rest = at + 1..shape.tokens.end;
            let beside = group.start <= at + 1 && at < group.end;
            if beside {
                rest.any(waits)
            } else {
                rest.next().is_some_and(waits)
            }
        })
    }

    /// "refused to meet before a truce": whether something else is to wait for the match.
    pub(super) fn comes_first(&self, matter: &Match) -> bool {
        let shape = &self.line(matter).shape;
        let noun = shape
            .noun_at(matter.tokens.start)
            .map(|noun| &shape.nouns[noun]);
        let preposition = noun
            .and_then(|noun| noun.preposition)
            .filter(|&at| at < matter.tokens.start);
        matter.kind.only_names()
            && preposition.is_some_and(|at| {
                self.rules
                    .grammar
                    .sequence
                    .contains(&self.text.tokens[at].word)
            })
    }

    /// "was not going to be on the table": the denial of what is to be, which stands a clause above.
    pub(super) fn denied_above(&self, shape: &Shape, act: &Act<'_>, clauses: &[usize]) -> bool {
        let clause = &shape.clauses[act.clause];
        let above = clause.parent.filter(|above| {
            let same = shape.clauses[*above].subjects == clause.subjects;
            clause.link == Link::Infinitive && same && !clauses.contains(above)
        });
        let Some(verb) = above.and_then(|above| shape.verb_of(above)) else {
            return false;
        };
        let sentence = self.text.sentence_at(act.at.tokens.start);
        let mut cues = self.attributed.lines[sentence].cues.iter();
        let to_come = cues.any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            at.tokens.start == verb.head && intends(cue)
        });
        to_come && verb.nots.len() % 2 == 1
    }
}
