//! From a match and the acts that govern it to a verdict.

mod acts;
mod conditional;
mod findings;
mod references;
mod settle;
mod side;
mod without;

use crate::attribution::{Attributed, Attribution, Line};
use crate::clause::{Clause, Link, Mood, Shape};
use crate::grammar::{Class, VerbForm};
use crate::matching::Match;
use crate::rules::{CueHolder, Pack, PhraseKind, Rules};
use crate::span::overlap;
use crate::stance::chain::{Act, Chain, Climber};
use crate::stance::holder::{Held, Holders};
use crate::stance::{Finding, Gate, Verdict, condition};
use crate::statement::{CueKind, Stance};
use crate::text::Text;
use crate::words::Mark;

pub use references::references;
pub use settle::settle;

/// Judges matches of one article.
#[derive(Debug)]
pub struct Judge<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The pack the matches are of.
    pub pack: &'a Pack,
    /// All matches of the pack in the text.
    pub matters: &'a [Match],
    /// The text.
    pub text: &'a Text<'a>,
    /// Who speaks in it.
    pub attributed: &'a Attributed,
}

/// A wish, judgement or deed: what decides holder and side.
struct Wish<'a> {
    act: Option<Act<'a>>,
    kind: CueKind,
    clause: usize,
    side: Stance,
    held: Held,
}

impl<'a> Judge<'a> {
    /// What a match shows.
    #[must_use]
    pub fn judge(&self, matter: &Match) -> Verdict {
        match self.find(matter) {
            Ok(findings) => Verdict::Found(findings),
            Err(gate) => Verdict::Closed(gate),
        }
    }

    fn line(&self, matter: &Match) -> &'a Line {
        &self.attributed.lines[matter.sentence]
    }

    /// Whether a token is a word of a class.
    fn is(&self, token: usize, class: Class) -> bool {
        self.rules.grammar.is(&self.text.tokens[token], class)
    }

    fn holders(&self, matter: &Match) -> Holders<'a> {
        Holders {
            rules: self.rules,
            text: self.text,
            attributed: self.attributed,
            sentence: matter.sentence,
        }
    }

    fn find(&self, matter: &Match) -> Result<Vec<Finding>, Gate> {
        let line = self.line(matter);
        let holders = self.holders(matter);
        if self.is_question(matter) {
            return Err(Gate::Question);
        }
        if self.is_price(matter) {
            return Err(Gate::Price);
        }
        let cues = line.cues_beside(&|token| matter.owns(token));
        let climber = Climber {
            rules: self.rules,
            text: self.text,
            line,
            cues,
        };
        let mut first = None;
        for chain in climber.chains(matter) {
            match self.find_by(matter, &chain, &holders) {
                Ok(findings) => return Ok(findings),
                Err(gate) => first = first.or(Some(gate)),
            }
        }
        Err(first.unwrap_or(Gate::Wish))
    }

    /// What a match shows by one chain of acts.
    fn find_by(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        holders: &Holders<'a>,
    ) -> Result<Vec<Finding>, Gate> {
        let line = self.line(matter);
        let around = holders.around(matter.tokens.start);
        if is_void(matter, chain, &around) {
            return Err(Gate::Void);
        }
        let conditional = self.condition_over(matter, chain);
        let wish = match conditional {
            Some(clause) => self.wish_in_condition(matter, chain, clause, &around, holders)?,
            None => self.wish(matter, chain, &around, holders)?,
        };
        let around_wish = match &wish.act {
            Some(act) => holders.around(act.at.tokens.start),
            None => around,
        };
        let mut clauses = chain.clauses.clone();
        clauses.push(wish.clause);
        let depends = if conditional.is_some() || self.makes_condition(matter) {
            None
        } else {
            condition::of(self.rules, self.text, line, &clauses, &matter.tokens)
        };
        let mut found = self.findings(matter, &wish, &around_wish, depends.as_ref(), holders)?;
        for owned in self.owned_wishes(matter, chain, &wish, holders) {
            let others = self
                .findings(matter, &owned, &around_wish, None, holders)
                .unwrap_or_default();
            found.extend(others);
        }
        Ok(found)
    }

    /// "rejected Trump's call": wishes below the deciding one that are said to be another's.
    fn owned_wishes(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        wish: &Wish<'_>,
        holders: &Holders<'a>,
    ) -> Vec<Wish<'a>> {
        let Some(outer) = &wish.act else {
            return Vec::new();
        };
        let shape = &self.line(matter).shape;
        let inner = chain.acts.iter().enumerate();
        let inner = inner.take_while(|(_, act)| act.at != outer.at);
        let owned = inner.filter(|(_, act)| act.cue.noun && act.cue.kind == CueKind::Wants);
        owned
            .filter_map(|(place, act)| {
                let noun = shape.noun_at(act.at.tokens.start)?;
                let owners = &self.attributed.owners[holders.sentence][noun];
                let another = owners
                    .iter()
                    .all(|owner| wish.held.holders.iter().all(|held| held.who != owner.who));
                // The negations of the noun's own clause are those of its verb: "did not heed Trump's
                // call" leaves the call what it is.
                let below = chain.clauses.iter().position(|&at| at == act.clause)?;
                (another && !owners.is_empty()).then(|| Wish {
                    kind: CueKind::Wants,
                    clause: act.clause,
                    side: self.side(matter, &chain.acts[..=place], &chain.clauses[..below]),
                    held: Held {
                        holders: owners.clone(),
                        own_words: false,
                    },
                    act: Some(act.clone()),
                })
            })
            .collect()
    }

    /// Whether the match itself is what something else depends on: "no deal without X".
    fn makes_condition(&self, matter: &Match) -> bool {
        self.without(matter).is_some()
    }

    /// "in return for a truce": what is given for something else is wanted by whoever asks for it,
    /// which the words do not tell.
    fn is_price(&self, matter: &Match) -> bool {
        let shape = &self.line(matter).shape;
        let start = shape
            .noun_at(matter.tokens.start)
            .map_or(matter.tokens.start, |noun| {
                shape.nouns[noun].tokens.start.min(matter.tokens.start)
            });
        let prices = condition::prices(self.rules, self.text, shape.tokens.start..start);
        prices.contains(&start)
    }

    fn is_question(&self, matter: &Match) -> bool {
        let tokens = &self.text.sentences[matter.sentence].tokens;
        tokens
            .clone()
            .rev()
            .map(|at| self.text.tokens[at].mark())
            .take_while(Option::is_some)
            .any(|mark| mark == Some(Mark::Question))
    }

    /// The condition clause that holds the match, if one does.
    fn condition_over(&self, matter: &Match, chain: &Chain<'_>) -> Option<usize> {
        let shape = &self.line(matter).shape;
        let clause = *chain.clauses.first()?;
        shape.ancestors(clause).find(|&at| {
            // "for as long as it takes" is itself the matter.
            shape.clauses[at].link == Link::Condition
                && !shape.clauses[at]
                    .opener
                    .is_some_and(|opener| matter.owns(opener))
        })
    }

    /// The outermost wish, judgement or deed, its side with all that turns it, and whose it is.
    fn wish(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
        holders: &Holders<'a>,
    ) -> Result<Wish<'a>, Gate> {
        if let Some(negated) = self.without(matter) {
            return self.wish_without(matter, chain, around, holders, negated);
        }
        if self.is_asked(matter, chain) {
            return Err(Gate::Question);
        }
        let outer = self.outermost(matter, chain, holders);
        let decided = outer.is_some_and(|place| {
            !matches!(chain.acts[place].cue.kind, CueKind::Does | CueKind::Changes)
        });
        if let Some(&clause) = chain
            .clauses
            .iter()
            .find(|&&clause| !decided && self.is_subjunctive(matter, clause))
        {
            let side = self.side(matter, &chain.acts, &chain.clauses);
            let held = Held::speaker(around);
            return Ok(Wish {
                act: None,
                kind: CueKind::Wants,
                clause,
                side,
                held,
            });
        }
        if let Some(place) = outer {
            let act = chain.acts[place].clone();
            if self.is_unreal(matter, &act) {
                return Err(Gate::Unreal);
            }
            let clause_place = self.reach(matter, chain, act.clause);
            let side = self.side(
                matter,
                &chain.acts[..=place],
                &chain.clauses[..=clause_place],
            );
            let act_around = holders.around(act.at.tokens.start);
            let mut held = holders.of(&act, &act_around);
            if held.holders.is_empty() && self.is_nobodys(matter, &act) {
                // "guarantees will be given", "the army would have to leave": where nobody known is
                // to do it, whoever says so wants it.
                held = Held::speaker(&act_around);
            }
            if self.is_intention(&act)
                && self.foretells(matter, act.clause, &held, &act_around, holders)
            {
                held = Held::speaker(&act_around);
            }
            let own_side = held.holders.iter().all(|m| {
                act_around
                    .iter()
                    .flat_map(|a| a.speakers.iter())
                    .any(|s| s.who == m.who || holders.speaks_for(s.who, m.who))
            });
            if self.only_possible(&act) && !held.own_words && !own_side {
                return Err(Gate::Possible);
            }
            let kind = if act.cue.kind == CueKind::Changes {
                CueKind::Does
            } else {
                act.cue.kind
            };
            return Ok(Wish {
                kind,
                clause: act.clause,
                side,
                held,
                act: Some(act),
            });
        }
        if matches!(matter.kind, PhraseKind::For | PhraseKind::Against) {
            let side = self.side(matter, &chain.acts, &chain.clauses);
            let mut held = Held::speaker(around);
            if around.is_empty() {
                held = holders.subject(chain.clauses[0], None, around);
            }
            return Ok(Wish {
                act: None,
                kind: CueKind::Says,
                clause: chain.clauses[0],
                side,
                held,
            });
        }
        self.own_deed(matter, chain, around, holders)
    }

    /// How far up the clauses of a chain count for the side of an act in `clause`: those above it that
    /// hold no act and report nothing, too, so that "it cannot mean that Kyiv must yield" is denied.
    fn reach(&self, matter: &Match, chain: &Chain<'_>, clause: usize) -> usize {
        let line = self.line(matter);
        let own = chain.clauses.iter().position(|&c| c == clause).unwrap_or(0);
        let acts = |at: usize| {
            let head = line.shape.verb_of(at).map(|verb| verb.head);
            chain.acts.iter().any(|act| act.clause == at)
                || line.cues.iter().any(|cue| {
                    let kind = self.rules.lexicon.cues[cue.cue].kind;
                    Some(cue.tokens.start) == head && kind.is_reporting()
                })
        };
        let above = chain.clauses[own + 1..].iter();
        own + above.take_while(|&&at| !acts(at)).count()
    }

    /// "insisted that Kyiv give up": a base form where the subject asks for another is a wish.
    fn is_subjunctive(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let Clause {
            link,
            verb,
            subjects,
            opener,
            ..
        } = &shape.clauses[clause];
        let Some(verb) = verb.map(|verb| &shape.verbs[verb]) else {
            return false;
        };
        let first = self
            .rules
            .grammar
            .info(self.text.tokens[verb.tokens.start].word);
        let base = first.can_be(VerbForm::Base)
            && !first.can_be(VerbForm::Past)
            && !first.is(Class::Modal);
        let plain = first.is_any(&[Class::Be, Class::Have, Class::Do]);
        let opened = opener.is_some_and(|at| self.is(at, Class::Complementiser));
        *link == Link::Complement
            && opened
            && verb.mood == Mood::Finite
            && verb.modal.is_none()
            && (base
                || plain
                    && self
                        .rules
                        .grammar
                        .bases
                        .contains(&self.text.tokens[verb.tokens.start].word))
            && matches!(subjects.as_slice(), [one] if self.is_singular(shape, *one))
    }

    /// Whether a noun group is one thing or person, as far as its form tells.
    fn is_singular(&self, shape: &Shape, noun: usize) -> bool {
        let head = shape.nouns[noun].head;
        let word = self.text.tokens[head].word;
        let grammar = &self.rules.grammar;
        let pronoun = grammar.pronoun(word);
        if let Some(pronoun) = pronoun.filter(|_| shape.nouns[noun].pronoun) {
            pronoun.person == 3 && !pronoun.many
        } else {
            !grammar.looks_plural(self.text.slice(self.text.tokens[head].span))
        }
    }

    /// Whether a clause on the way is what someone asks or wonders: *whether*, *what*, *how many*.
    fn is_asked(&self, matter: &Match, chain: &Chain<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let info = |at: usize| self.rules.grammar.info(self.text.tokens[at].word);
        chain.clauses.iter().any(|&clause| {
            let clause = &shape.clauses[clause];
            let opener = clause.opener.unwrap_or(clause.tokens.start);
            let asking = info(opener);
            let open = asking.is_any(&[Class::Complementiser, Class::Determiner, Class::Personal])
                || opener + 1 < clause.tokens.end && info(opener + 1).is(Class::Quantifier);
            // "what is needed is a truce" is a wish of its own.
            let in_cue = || chain.acts.iter().any(|act| act.at.tokens.contains(&opener));
            clause.link == Link::Complement && asking.is(Class::Question) && open && !in_cue()
        })
    }

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
    fn own_deed(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
        holders: &Holders<'a>,
    ) -> Result<Wish<'a>, Gate> {
        let shape = &self.line(matter).shape;
        let Some(verb) = chain.own_verb.map(|verb| &shape.verbs[verb]) else {
            return Err(Gate::Wish);
        };
        let active_participle = verb.mood == Mood::Participle && !verb.passive;
        if verb.mood != Mood::Finite && !active_participle {
            return Err(Gate::Wish);
        }
        let possible = verb
            .modal
            .is_some_and(|modal| self.is(modal, Class::Possible));
        let negated = verb.nots.len() % 2 == 1;
        if self.never_was(matter, chain.clauses[0]) {
            return Err(Gate::Unreal);
        }
        if possible && !negated {
            return Err(Gate::Possible);
        }
        let clause = chain.clauses[0];
        let mut held = holders.subject(clause, Some(verb.head), around);
        // "a truce would only freeze the war": what one matter does to another is no one's wish.
        let subjects = &shape.clauses[clause].subjects;
        let is_matter = subjects.iter().any(|&noun| {
            let group = &shape.nouns[noun].tokens;
            self.matters.iter().any(|other| {
                other.position == matter.position
                    && other.tokens.end <= matter.tokens.start
                    && overlap(&other.tokens, group)
            })
        });
        let nobody = held.holders.is_empty() && !is_matter && !self.is_denied(matter, clause);
        let foretold = verb.modal.is_some()
            && (nobody || self.foretells(matter, clause, &held, around, holders));
        if foretold || !around.is_empty() && self.is_speakers(matter, verb.head) {
            held = Held::speaker(around);
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
        Ok(Wish {
            act: None,
            kind,
            clause,
            side,
            held,
        })
    }
}

fn is_void(matter: &Match, chain: &Chain<'_>, around: &[&Attribution]) -> bool {
    if matches!(matter.kind, PhraseKind::For | PhraseKind::Against) {
        // A fear or concern takes the side of its own words; a denial does not.
        return around.iter().any(|a| a.void && a.kind == CueKind::Says);
    }
    around.first().is_some_and(|a| a.void)
        || around.iter().any(|a| a.void && a.cue.is_some())
        || chain.acts.iter().any(|act| act.cue.gives_nothing)
}
