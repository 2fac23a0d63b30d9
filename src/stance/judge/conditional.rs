//! Matches inside a condition: under a threat, under *only*, or asked in return.

use std::ops::Range;

use crate::attribution::{Attribution, CueAt, Line};
use crate::clause::Link;
use crate::grammar::Class;
use crate::matching::Match;
use crate::rules::{Condition, CueHolder};
use crate::stance::chain::{Act, Chain};
use crate::stance::holder::{Held, Holders};
use crate::stance::judge::deed::is_own;
use crate::stance::judge::{Judge, Wish};
use crate::stance::{Gate, condition};
use crate::statement::{CueKind, Force, Stance};

impl<'a> Judge<'a> {
    /// A match in a condition shows a stance only under a threat, or where what depends on it is
    /// denied until then: "no talks unless", "only if".
    pub(super) fn wish_in_condition(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        condition: usize,
        around: &[&'a Attribution],
    ) -> Result<Wish<'a>, Gate> {
        let holders = &self.holders(matter);
        let line = self.line(matter);
        let shape = &line.shape;
        let meaning =
            condition::meaning(self.rules, self.text, line, condition).unwrap_or_default();
        let inner = self.side(matter, &chain.acts, &chain.clauses);
        let parent = shape.clauses[condition].parent.unwrap_or(0);
        let threat = line.cues.iter().find_map(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            let outside = shape.clause_at(at.tokens.start) != condition
                && !chain.clauses.contains(&shape.clause_at(at.tokens.start));
            (cue.kind == CueKind::Threatens && outside).then(|| Act {
                cue,
                at: at.clone(),
                clause: shape.clause_at(at.tokens.start),
            })
        });
        if let Some(act) = threat {
            let held = holders.of(&act, &holders.around(act.at.tokens.start));
            let side = if meaning.negates {
                inner
            } else {
                inner.negated()
            };
            return Ok(Wish {
                kind: CueKind::Threatens,
                clause: act.clause,
                side,
                held,
                act: Some(act),
            });
        }
        let asked = self.asked_in_return(chain, parent, meaning, holders);
        let denied = meaning.negates || meaning.time;
        let offer = || self.asked_for_offer(chain, condition, holders, around);
        let asked = asked.or_else(|| offer().filter(|_| !denied));
        if let Some(held) = asked {
            return Ok(Wish::unspoken(CueKind::Wants, parent, inner, held));
        }
        let main_negated = shape
            .verb_of(parent)
            .is_some_and(|verb| verb.nots.len() % 2 == 1)
            || self.holds_negation(
                shape.clauses[parent].tokens.start..shape.clauses[condition].tokens.start,
            );
        if meaning.only || meaning.negates && main_negated {
            let mut held = holders.subject(parent, None, around);
            if held.holders.is_empty() || !around.is_empty() {
                held = holders.speaker(around);
            }
            return Ok(Wish::unspoken(CueKind::Wants, parent, inner, held));
        }
        Err(Gate::Condition)
    }

    /// "would drop its bid in exchange for arms", "offered to leave in return for a truce": what somebody is ready to give
    /// something for is wanted.
    pub(super) fn wish_for_price(
        &self,
        matter: &Match,
        around: &[&'a Attribution],
    ) -> Option<Wish<'a>> {
        let holders = &self.holders(matter);
        let line = self.line(matter);
        let shape = &line.shape;
        let above: Vec<usize> = shape
            .ancestors(shape.clause_at(matter.tokens.start))
            .collect();
        let giving = *above
            .iter()
            .find(|&&at| shape.verb_of(at).is_some() && !shape.clauses[at].subjects.is_empty())?;
        // "pressed Kyiv to cede it in return": not its own offer.
        let own = &shape.clauses[giving];
        let brought = own.link == Link::Infinitive
            && own
                .parent
                .is_some_and(|above| shape.clauses[above].subjects != own.subjects);
        let offers = line.cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            let clause = shape.clause_at(at.tokens.start);
            cue.kind == CueKind::Wants
                && cue.side == Some(Stance::Supports)
                && cue.holder == CueHolder::Subject
                && at.tokens.start < matter.tokens.start
                && above.contains(&clause)
                && is_gift(line, at, giving)
                && shape.clauses[clause].subjects == shape.clauses[giving].subjects
        });
        let held = holders.subject(giving, None, around);
        let held = if !around.is_empty() && is_own(holders, &held, around) {
            holders.speaker(around)
        } else {
            held
        };
        let mut verbs = above.iter().filter_map(|&at| shape.verb_of(at));
        let denied = verbs.any(|verb| !verb.nots.is_empty());
        let asked = offers && !brought && !denied && !held.holders.is_empty();
        let side = self.side(matter, &[], &[]);
        asked.then(|| Wish::unspoken(CueKind::Wants, giving, side, held))
    }

    /// "ready to talk if Kyiv withdraws": what someone makes the condition of his own readiness is
    /// wanted.
    pub(super) fn asked_in_return(
        &self,
        chain: &Chain<'a>,
        parent: usize,
        meaning: Condition,
        holders: &Holders<'a>,
    ) -> Option<Held> {
        let shape = &self.attributed.lines[holders.sentence].shape;
        let negated = shape
            .verb_of(parent)
            .is_some_and(|verb| !verb.nots.is_empty());
        if meaning.negates || negated {
            return None;
        }
        let ready = self.attributed.lines[holders.sentence]
            .cues
            .iter()
            .find_map(|at| {
                let cue = &self.rules.lexicon.cues[at.cue];
                let act = Act {
                    cue,
                    at: at.clone(),
                    clause: shape.clause_at(at.tokens.start),
                };
                let open = cue.kind == CueKind::Wants
                    && cue.side == Some(Stance::Supports)
                    && cue.force == Some(Force::OpenTo)
                    && act.clause == parent
                    && !chain.clauses.contains(&act.clause)
                    && !self.is_intention(&act);
                open.then_some(act)
            })?;
        let held = holders.of(&ready, &holders.around(ready.at.tokens.start));
        (!held.holders.is_empty()).then_some(held)
    }

    /// "would order a truce as soon as Kyiv withdrew": what has to come first is asked for, as by a condition.
    pub(super) fn wish_before_offer(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
    ) -> Option<Wish<'a>> {
        let shape = &self.line(matter).shape;
        let grammar = &self.rules.grammar;
        // "as soon as Kyiv withdrew"
        let follows = |opener: usize| {
            let words = opener.saturating_sub(1).max(shape.tokens.start)..=opener;
            words
                .into_iter()
                .any(|at| self.is_among(at, &grammar.sequence))
                && !self.is_among(opener, &grammar.waiting)
        };
        let first = shape.ancestors(*chain.clauses.first()?).find(|&at| {
            let clause = &shape.clauses[at];
            clause.link == Link::Adverbial
                && clause.verb.is_some()
                && clause.opener.is_some_and(follows)
        })?;
        let holders = &self.holders(matter);
        let held = self.asked_for_offer(chain, first, holders, around)?;
        let side = self.side(matter, &chain.acts, &chain.clauses);
        Some(Wish::unspoken(
            CueKind::Wants,
            shape.clauses[first].parent.unwrap_or(0),
            side,
            held,
        ))
    }

    /// "would order a truce if Kyiv withdrew": what another has to do before somebody gives way is wanted, where it is no
    /// refusal: "would accept new curbs if Moscow refused a truce".
    fn asked_for_offer(
        &self,
        chain: &Chain<'a>,
        condition: usize,
        holders: &Holders<'a>,
        around: &[&'a Attribution],
    ) -> Option<Held> {
        let shape = &self.attributed.lines[holders.sentence].shape;
        let parent = shape.clauses[condition].parent?;
        let giving = shape.ancestors(parent).find(|&at| {
            let subjects = &shape.clauses[at].subjects;
            shape.verb_of(at).is_some() && !subjects.is_empty()
        })?;
        let promised = shape
            .verb_of(giving)
            .is_some_and(|verb| verb.modal.is_some() && verb.nots.is_empty());
        let start = shape.clauses[giving].tokens.start;
        let words = &self.text.tokens[start..shape.tokens.end];
        let offered = self.rules.lexicon.offers.find(words).iter().any(|at| {
            let clause = shape.clause_at(start + at.start);
            shape.ancestors(clause).any(|above| above == giving)
                && !shape.ancestors(clause).any(|above| above == condition)
        });
        let refuses =
            chain.acts.iter().any(|act| {
                act.cue.side == Some(Stance::Opposes) && act.cue.kind != CueKind::Changes
            }) || self.holds_negation(shape.clauses[condition].tokens.clone());
        let another = shape.clauses[condition].subjects != shape.clauses[giving].subjects;
        if !promised || !offered || refuses || !another {
            return None;
        }
        let held = holders.subject(giving, None, around);
        if around.is_empty() {
            return (!held.holders.is_empty()).then_some(held);
        }
        // "Kyiv could talk if it withdrew", Smith said: not his to promise.
        is_own(holders, &held, around).then(|| holders.speaker(around))
    }

    /// Whether a negation stands among tokens; a range that ends before it begins has none.
    pub(super) fn holds_negation(&self, tokens: Range<usize>) -> bool {
        let tokens = self.text.tokens.get(tokens).unwrap_or_default();
        self.rules.grammar.any_is(tokens, &[Class::Not, Class::No])
    }
}

/// "offered to leave", "would leave", but "wants respect": whether a cue is over what is given, and does not itself take
/// what is got.
fn is_gift(line: &Line, at: &CueAt, giving: usize) -> bool {
    let shape = &line.shape;
    shape
        .verb_of(giving)
        .is_some_and(|verb| verb.modal.is_some() || !at.tokens.contains(&verb.head))
}
