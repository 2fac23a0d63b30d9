//! From a wish to what is found: holders, how they said it, and who reports it.

use std::ops::Range;

use crate::attribution::{Attribution, MemberId, Mention};
use crate::grammar::Class;
use crate::matching::Match;
use crate::stance::holder::Holders;
use crate::stance::judge::{Judge, Wish};
use crate::stance::{Finding, Gate};
use crate::statement::{CueKind, Manner, Stance};

impl<'a> Judge<'a> {
    pub(super) fn findings(
        &self,
        matter: &Match,
        wish: &Wish<'a>,
        around: &[&'a Attribution],
        depends: Option<&Range<usize>>,
    ) -> Result<Vec<Finding>, Gate> {
        let holders = &self.holders(matter);
        let cast = &self.attributed.cast;
        if wish.held.holders.is_empty() {
            return Err(Gate::Holder);
        }
        let public: Vec<&Mention> = wish
            .held
            .holders
            .iter()
            .filter(|m| cast.get(m.who).public)
            .collect();
        if public.is_empty() {
            return Err(Gate::Private);
        }
        let phrase = &self.pack.phrases[matter.phrase];
        let wanted = wish.side == Stance::Supports;
        let wants = |holder: &Mention, sides: &[String]| wanted && self.is_of(holder, sides);
        let public: Vec<&Mention> = public
            .into_iter()
            .filter(|m| {
                let barred = phrase.not_holders.contains(&cast.get(m.who).id);
                !barred && !wants(m, &phrase.not_for)
            })
            .collect();
        if public.is_empty() {
            return Err(Gate::Barred);
        }
        if around.is_empty() && self.sums_up(matter, wish) {
            return Err(Gate::Tally);
        }
        let speaker = around
            .iter()
            .find(|a| !a.speakers.is_empty())
            .and_then(|a| a.speakers.first())
            .cloned();
        let past = self.is_past(matter, wish);
        let findings = public.into_iter().map(|holder| {
            let others = around.iter().filter(|a| {
                // "Merz and European leaders said": each for themselves.
                a.speakers.iter().all(|s| s.who != holder.who)
            });
            let mut speakers = others.flat_map(|a| a.speakers.iter());
            let stated = speakers.find(|s| holders.speaks_for(s.who, holder.who));
            let holder = stated.unwrap_or(holder).clone();
            let via = via(holder.who, around, holders);
            // "liberate the town", as those call it who would take it
            let turned = wants(&holder, &phrase.turned_for);
            Finding {
                at: matter.clone(),
                speaker: speaker.clone(),
                stance: if turned {
                    wish.side.negated()
                } else {
                    wish.side
                },
                condition: depends.cloned(),
                basis: wish.kind,
                force: wish.act.as_ref().and_then(|act| act.cue.force),
                manner: self.manner(matter, wish, around),
                past,
                cue: wish.act.as_ref().map(|act| act.at.tokens.clone()),
                cue_rule: wish.act.as_ref().map(|act| act.at.cue),
                via,
                holder,
            }
        });
        // "Rome sends them arms, Moscow said": a stance is what another is said to hold, not what he is said to do.
        let said = |who: MemberId| {
            let mut speakers = around.iter().flat_map(|a| a.speakers.iter());
            speakers.any(|speaker| holders.is_or_speaks_for(speaker.who, who))
        };
        let told = |finding: &Finding| {
            let done = match finding.basis {
                CueKind::Does => finding.force.is_none(),
                CueKind::Threatens => true,
                _ => false,
            };
            done && !finding.via.is_empty() && !said(finding.holder.who)
        };
        let kept: Vec<Finding> = findings.filter(|finding| !told(finding)).collect();
        if kept.is_empty() {
            return Err(Gate::Told);
        }
        Ok(kept)
    }

    fn manner(&self, matter: &Match, wish: &Wish<'_>, around: &[&Attribution]) -> Manner {
        // What somebody wrote stands in that person's own words.
        let written = wish.held.holders.iter().any(Mention::is_author);
        let direct = written
            || around.iter().any(|a| a.direct)
            || self.text.quote_at(matter.tokens.start).is_some() && !around.is_empty();
        if around.first().is_some_and(|a| a.speakers.len() > 1) {
            Manner::Joint
        } else if direct {
            Manner::Direct
        } else if !around.is_empty() {
            Manner::Indirect
        } else if wish.kind == CueKind::Does {
            Manner::Deed
        } else {
            Manner::Narrated
        }
    }

    /// "Rome has sent Kyiv 40 tanks so far": whether a deed for the matter, in the perfect, is counted up over a time. What
    /// has not been done since is refused.
    fn sums_up(&self, matter: &Match, wish: &Wish<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let Some(verb) = shape.verb_of(wish.clause) else {
            return false;
        };
        let mut group = verb.tokens.clone();
        let done = wish.kind == CueKind::Does && wish.side == Stance::Supports;
        let perfect = done && group.any(|at| self.is(at, Class::Have));
        let tallies = &self.rules.lexicon.tallies;
        perfect
            && tallies
                .find(&self.text.tokens[verb.tokens.end..shape.tokens.end])
                .iter()
                .map(|found| shape.clause_at(verb.tokens.end + found.start))
                .any(|clause| {
                    let own = &shape.clauses[clause];
                    clause == wish.clause || own.parent == Some(wish.clause)
                })
    }

    /// Whether the stance is a former one: *previously*, *had once*.
    fn is_past(&self, matter: &Match, wish: &Wish<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let tokens = shape.tokens.clone();
        self.rules
            .lexicon
            .prior
            .find(&self.text.tokens[tokens.clone()])
            .iter()
            .any(|found| {
                let clause = shape.clause_at(tokens.start + found.start);
                clause == wish.clause || shape.ancestors(wish.clause).any(|at| at == clause)
            })
    }
}

/// Who reports it: speakers around the act other than the holder, outermost first.
fn via(holder: MemberId, around: &[&Attribution], holders: &Holders<'_>) -> Vec<MemberId> {
    let mut via: Vec<MemberId> = Vec::new();
    for attribution in around.iter().rev() {
        for speaker in attribution.speakers.iter().take(1) {
            let own = holders.is_or_speaks_for(holder, speaker.who)
                || attribution.speakers.iter().any(|s| s.who == holder);
            if !own && !via.contains(&speaker.who) {
                via.push(speaker.who);
            }
        }
    }
    via
}
