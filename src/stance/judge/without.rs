//! "No X without Y": who wants Y.

use std::ops::Range;

use crate::attribution::{Attribution, CueAt};
use crate::clause::{Link, Tag};
use crate::grammar::Class;
use crate::matching::Match;
use crate::phrase::{Found, PhraseSet};
use crate::stance::Gate;
use crate::stance::chain::{Act, Chain};
use crate::stance::judge::side::base;
use crate::stance::judge::{Judge, Wish};
use crate::statement::{CueKind, Stance};

/// How many words can stand between *without* and the noun group: "without any new truce".
const BEFORE_NOUN: usize = 2;

/// How many words can stand there where the match hangs on them: "without a decision on money".
const FAR_NOUN: usize = 4;

/// What is told of a match that something else is to be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lack {
    /// "No X without Y": Y is wanted.
    Needed,
    /// "X without Y": X is, and Y is not.
    Missed,
    /// "X instead of Y"
    Replaced,
}

impl<'a> Judge<'a> {
    /// What words such as *without* and *instead of* right before a match tell of it.
    pub(super) fn without(&self, matter: &Match) -> Option<Lack> {
        let shape = &self.line(matter).shape;
        let tokens = shape.tokens.clone();
        let noun = shape.noun_at(matter.tokens.start);
        let start = noun.map_or(matter.tokens.start, |noun| {
            shape.nouns[noun].tokens.start.min(matter.tokens.start)
        });
        let lexicon = &self.rules.lexicon;
        let clause = &shape.clauses[shape.clause_at(matter.tokens.start)];
        let before = |set: &PhraseSet| {
            let found = set.find(&self.text.tokens[tokens.clone()]);
            found.into_iter().find(|f| {
                let end = tokens.start + f.end;
                // "without making it a member"
                let doing =
                    clause.link == Link::Gerund && clause.opener.map(|at| at + 1) == Some(end);
                doing
                    || end <= matter.tokens.start && (start..=matter.tokens.start).contains(&end)
                    || end <= start
                        && start - end <= BEFORE_NOUN
                        && self.nothing_between(end, start)
                    || end <= start && self.hangs_behind(matter, end..start)
            })
        };
        // "rather than send arms": nothing wants what is not to be.
        // "prefers talks to arms", but "prefers Kyiv to talk"
        let infinitive = |word: &Found| shape.tag_at(tokens.start + word.end - 1) == Tag::To;
        if let Some(word) = before(&lexicon.instead).filter(|word| !infinitive(word)) {
            return (!matter.owns(tokens.start + word.start)).then_some(Lack::Replaced);
        }
        let word = before(&lexicon.without)?;
        let place = tokens.start + word.start;
        // "a law barring them": the verb is a cue already.
        if matter.owns(place) || matches!(shape.tag_at(place), Tag::Verb(_)) {
            return None;
        }
        let negated = self.holds_negation(tokens.start..place)
            || self.holds_negation(matter.tokens.end..tokens.end);
        let needed = negated || self.is_fronted(place) || self.is_condemned(matter, place);
        Some(if needed { Lack::Needed } else { Lack::Missed })
    }

    /// "talks without a truce would be pointless", "talks are impossible without a truce": whether what goes without the
    /// match is judged to be no good.
    fn is_condemned(&self, matter: &Match, without: usize) -> bool {
        let line = self.line(matter);
        let clause = line.shape.clause_at(matter.tokens.start);
        line.cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            cue.kind == CueKind::Judges
                && cue.side == Some(Stance::Opposes)
                && (matter.tokens.end <= at.tokens.start || at.tokens.end == without)
                && line.shape.clause_at(at.tokens.start) == clause
        })
    }

    /// "Without a backstop, the deal is worth little": what opens a statement says what would lack.
    fn is_fronted(&self, place: usize) -> bool {
        let start = self.text.sentences[self.text.sentence_at(place)]
            .tokens
            .start;
        (start..place).all(|at| !self.text.tokens[at].is_word())
    }

    /// "without a decision on money": whether the match only hangs on a noun group right behind the word, that is no word
    /// for its end.
    fn hangs_behind(&self, matter: &Match, between: Range<usize>) -> bool {
        let line = self.line(matter);
        let nominal = |at: usize| matches!(line.shape.tag_at(at), Tag::Det | Tag::Adj | Tag::Noun);
        let last = between.end.saturating_sub(1);
        let cue = |at: &CueAt| {
            at.tokens.start < between.end
                && between.start < at.tokens.end
                && self.rules.lexicon.cues[at.cue].kind != CueKind::Says
        };
        between.len() <= FAR_NOUN
            && between.len() > 1
            && (between.start..last).all(nominal)
            && line.shape.tag_at(last) == Tag::Prep
            && !line.cues.iter().any(cue)
    }

    fn nothing_between(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            !self.text.tokens[at].is_word()
                || [Class::Determiner, Class::Adjective, Class::Quantifier]
                    .into_iter()
                    .any(|class| self.is(at, class))
        })
    }

    /// Who wants what stands behind *without*: with a negation whoever says so, else whoever does or
    /// wants the rest is against it.
    pub(super) fn wish_without(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
        lack: Lack,
    ) -> Result<Wish<'a>, Gate> {
        let holders = &self.holders(matter);
        if lack == Lack::Needed {
            let held = match self.outermost(matter, chain) {
                Some(place) if !self.is_modal(&chain.acts[place]) => {
                    let act = &chain.acts[place];
                    let doers = holders.of(act, &holders.around(act.at.tokens.start));
                    // "the war cannot end without": what is done by no one is told by the speaker.
                    let ends = act.cue.kind == CueKind::Changes && doers.holders.is_empty();
                    if ends { holders.speaker(around) } else { doers }
                }
                _ => holders.speaker(around),
            };
            // "was determined that none would leave without it"
            let tells =
                |act: &&Act<'_>| act.cue.kind == CueKind::Wants && act.cue.takes.that_clause;
            let determined = chain.acts.iter().rfind(tells);
            let held = match determined {
                Some(act) if held.holders.is_empty() => holders.of(act, around),
                _ => held,
            };
            let clause = chain.clauses[0];
            return Ok(Wish::unspoken(CueKind::Wants, clause, base(matter), held));
        }
        let Some(place) = self.outermost(matter, chain) else {
            // "Rather than sending arms, Rome should push for talks": against it is whoever says so.
            let held = holders.speaker(around);
            let instead = lack == Lack::Replaced && !held.holders.is_empty();
            let side = base(matter).negated();
            let wish = || Wish::unspoken(CueKind::Wants, chain.clauses[0], side, held);
            return instead.then(wish).ok_or(Gate::Wish);
        };
        let act = chain.acts[place].clone();
        let side = self
            .side(matter, &chain.acts[..=place], &chain.clauses)
            .negated();
        let held = holders.of(&act, &holders.around(act.at.tokens.start));
        Ok(Wish {
            kind: act.cue.kind,
            clause: act.clause,
            side,
            held,
            act: Some(act),
        })
    }
}
