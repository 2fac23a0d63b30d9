//! From a match and the acts that govern it to a verdict.

use std::ops::Range;

use crate::attribution::{Attributed, Attribution, Line, MemberId, Mention};
use crate::clause::{Clause, Link, Mood, Tag};
use crate::grammar::{Class, VerbForm};
use crate::matching::Match;
use crate::rules::{Pack, PhraseKind, Rules};
use crate::stance::chain::{Act, Chain, Climber};
use crate::stance::holder::{Held, Holders};
use crate::stance::{Finding, Gate, Verdict, condition};
use crate::statement::{CueKind, Manner, Stance};
use crate::text::Text;
use crate::words::Mark;

/// Judges matches of one article.
#[derive(Debug)]
pub struct Judge<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The pack the matches are of.
    pub pack: &'a Pack,
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
        self.findings(matter, &wish, &around_wish, depends.as_ref(), holders)
    }

    /// Whether the match itself is what something else depends on: "no deal without X".
    fn makes_condition(&self, matter: &Match) -> bool {
        self.without(matter).is_some()
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
        shape
            .ancestors(clause)
            .find(|&at| shape.clauses[at].link == Link::Condition)
    }

    /// A match in a condition shows a stance only under a threat, or where what depends on it is
    /// denied until then: "no talks unless", "only if".
    fn wish_in_condition(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        condition: usize,
        around: &[&'a Attribution],
        holders: &Holders<'a>,
    ) -> Result<Wish<'a>, Gate> {
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
        let main_negated = shape
            .verb_of(parent)
            .is_some_and(|verb| verb.nots.len() % 2 == 1)
            || self.negation_before(
                shape.clauses[parent].tokens.start,
                shape.clauses[condition].tokens.start,
            );
        if meaning.only || meaning.negates && main_negated {
            let mut held = holders.subject(parent, None, around);
            if held.holders.is_empty() || !around.is_empty() {
                held = Held::speaker(around);
            }
            return Ok(Wish {
                act: None,
                kind: CueKind::Wants,
                clause: parent,
                side: inner,
                held,
            });
        }
        Err(Gate::Condition)
    }

    fn negation_before(&self, start: usize, end: usize) -> bool {
        (start..end).any(|at| {
            self.rules
                .grammar
                .info(self.text.tokens[at].word)
                .is_any(&[Class::Not, Class::No])
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
        if self.in_whether(matter, chain) {
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
                return Err(Gate::Wish);
            }
            let clause_place = chain
                .clauses
                .iter()
                .position(|&c| c == act.clause)
                .unwrap_or(0);
            let side = self.side(
                matter,
                &chain.acts[..=place],
                &chain.clauses[..=clause_place],
            );
            let act_around = holders.around(act.at.tokens.start);
            let mut held = holders.of(&act, &act_around);
            if held.holders.is_empty() && self.has_no_doer(matter, &act) {
                held = Held::speaker(&act_around);
            }
            if self.is_intention(&act) && self.foretells(matter, &act, &held, &act_around, holders)
            {
                held = Held::speaker(&act_around);
            }
            if self.only_possible(&act) && !held.own_words {
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
        let opened = opener.is_some_and(|at| {
            self.rules
                .grammar
                .info(self.text.tokens[at].word)
                .is(Class::Complementiser)
        });
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
    fn is_singular(&self, shape: &crate::clause::Shape, noun: usize) -> bool {
        let head = shape.nouns[noun].head;
        let word = self.text.tokens[head].word;
        match self
            .rules
            .grammar
            .pronoun(word)
            .filter(|_| shape.nouns[noun].pronoun)
        {
            Some(pronoun) => pronoun.person == 3 && !pronoun.many,
            None => !self.text.slice(self.text.tokens[head].span).ends_with('s'),
        }
    }

    /// Whether a clause on the way is what someone asks or wonders: *whether ...*.
    fn in_whether(&self, matter: &Match, chain: &Chain<'_>) -> bool {
        let shape = &self.line(matter).shape;
        chain.clauses.iter().any(|&clause| {
            shape.clauses[clause].link == Link::Complement
                && shape.clauses[clause].opener.is_some_and(|opener| {
                    let info = self.rules.grammar.info(self.text.tokens[opener].word);
                    info.is(Class::Complementiser) && !info.is(Class::Determiner)
                })
        })
    }

    /// "get Moscow to agree to a truce": what someone else is brought to do, by a verb that is no
    /// cue, is not said to be done or wanted by anyone.
    fn is_unreal(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let clause = &shape.clauses[act.clause];
        let Some(parent) = clause
            .parent
            .filter(|_| matches!(clause.link, Link::Infinitive | Link::Gerund))
        else {
            return false;
        };
        let verbal = shape
            .verb_of(act.clause)
            .is_some_and(|verb| verb.tokens.contains(&act.at.tokens.start));
        verbal
            && act.cue.holder == crate::rules::CueHolder::Subject
            && !clause.subjects.is_empty()
            && shape.clauses[parent].verb.is_some()
            && clause.subjects != shape.clauses[parent].subjects
    }

    /// "priorities like ensuring no decision without them": an act of no one in particular is a
    /// wish of whoever speaks.
    fn has_no_doer(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let clause = &shape.clauses[act.clause];
        let impersonal = clause.subjects.iter().all(|&noun| {
            let word = self.text.tokens[shape.nouns[noun].head].word;
            self.rules.grammar.info(word).is(Class::Expletive)
        });
        impersonal && matches!(clause.link, Link::Gerund | Link::Infinitive)
    }

    /// Which act of the chain is the outermost that shows a stance.
    fn outermost(&self, matter: &Match, chain: &Chain<'a>, holders: &Holders<'a>) -> Option<usize> {
        let mut outer = None;
        for (place, act) in chain.acts.iter().enumerate() {
            match act.cue.kind {
                CueKind::Says | CueKind::Thinks => {
                    // What is said or thought is judged by the wish within; another's wish about
                    // saying it changes nothing.
                    if outer.is_some() {
                        break;
                    }
                }
                CueKind::Wants | CueKind::Judges => {
                    let modal = self.is_modal(act);
                    let prior: Option<&Act<'_>> = outer.map(|o: usize| &chain.acts[o]);
                    // "will" over a wish leaves the wish its holder; "must" takes it over.
                    let weak = modal
                        && act.cue.holder == crate::rules::CueHolder::Subject
                        && prior.is_some();
                    // "will", "going to": a wish only of what someone does or changes.
                    let idle = self.is_intention(act)
                        && prior.is_none()
                        && chain.own_verb.is_none()
                        && !chain.acts[..place].iter().any(|inner| {
                            matches!(inner.cue.kind, CueKind::Does | CueKind::Changes)
                        });
                    if !weak && !idle {
                        outer = Some(place);
                    }
                }
                CueKind::Threatens => outer = Some(place),
                CueKind::Does | CueKind::Changes => {
                    // "torpedoed the idea of a truce": an idea of no one's leaves the deed its doer.
                    let ownerless =
                        outer.is_some_and(|o: usize| self.is_ownerless(&chain.acts[o], holders));
                    if outer.is_none() && self.is_deed(matter, act, holders)
                        || ownerless && !act.cue.noun && act.cue.kind == CueKind::Changes
                    {
                        outer = Some(place);
                    }
                }
            }
        }
        outer
    }

    /// "Kyiv is never going to join," he said: what someone says another will never do is the
    /// speaker's own judgement, unless he speaks for the other.
    fn foretells(
        &self,
        matter: &Match,
        act: &Act<'_>,
        held: &Held,
        around: &[&Attribution],
        holders: &Holders<'_>,
    ) -> bool {
        let shape = &self.line(matter).shape;
        let denied = shape
            .verb_of(act.clause)
            .is_some_and(|verb| !verb.nots.is_empty());
        let Some(speaker) = around.iter().find_map(|a| a.speakers.first()) else {
            return false;
        };
        let own = held
            .holders
            .iter()
            .any(|m| m.who == speaker.who || holders.speaks_for(speaker.who, m.who));
        denied && !own && matter.kind == PhraseKind::Names
    }

    /// *will*, *going to*: says what its subject is about to do.
    fn is_intention(&self, act: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(act)].shape;
        let takes = act.cue.takes;
        act.cue.holder == crate::rules::CueHolder::Subject
            && act.cue.force == Some(crate::statement::Force::OpenTo)
            && takes.to_verb
            && !takes.noun
            && shape
                .verb_of(act.clause)
                .is_some_and(|verb| verb.tokens.contains(&act.at.tokens.start))
    }

    fn is_modal(&self, act: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(act)].shape;
        matches!(shape.tag_at(act.at.tokens.start), Tag::Modal | Tag::Aux)
            && shape
                .verb_of(act.clause)
                .is_some_and(|verb| verb.tokens.contains(&act.at.tokens.start))
    }

    fn sentence_of(&self, act: &Act<'_>) -> usize {
        self.text.sentence_at(act.at.tokens.start)
    }

    /// Whether an act is a noun whose owner is not named: *the idea of*.
    fn is_ownerless(&self, act: &Act<'_>, holders: &Holders<'_>) -> bool {
        let shape = &self.attributed.lines[holders.sentence].shape;
        act.cue.noun
            && shape
                .noun_at(act.at.tokens.start)
                .is_none_or(|noun| self.attributed.owners[holders.sentence][noun].is_empty())
    }

    /// Whether a verb of doing or changing is a finite act of somebody.
    fn is_deed(&self, matter: &Match, act: &Act<'_>, holders: &Holders<'a>) -> bool {
        let shape = &self.line(matter).shape;
        let position = &self.pack.positions[matter.position];
        let Some(verb) = shape.verb_of(act.clause) else {
            return false;
        };
        let in_verb = verb.tokens.contains(&act.at.tokens.start);
        let planned = verb.modal.is_some();
        if !position.deeds && !planned || verb.mood == Mood::Infinitive {
            return false;
        }
        if act.cue.noun || !in_verb && !verb.copula {
            return false;
        }
        let around = holders.around(act.at.tokens.start);
        !holders.of(act, &around).holders.is_empty()
    }

    fn only_possible(&self, act: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(act)].shape;
        shape.verb_of(act.clause).is_some_and(|verb| {
            verb.nots.is_empty()
                && verb.modal.is_some_and(|modal| {
                    self.rules
                        .grammar
                        .info(self.text.tokens[modal].word)
                        .is(Class::Possible)
                })
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
        let possible = verb.modal.is_some_and(|modal| {
            self.rules
                .grammar
                .info(self.text.tokens[modal].word)
                .is(Class::Possible)
        });
        let negated = verb.nots.len() % 2 == 1;
        if possible && !negated {
            return Err(Gate::Possible);
        }
        let clause = chain.clauses[0];
        let held = holders.subject(clause, Some(verb.head), around);
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

    /// "No X without Y": Y is wanted by whoever says so. Tells whether the rest is negated.
    fn without(&self, matter: &Match) -> Option<bool> {
        let shape = &self.line(matter).shape;
        let tokens = shape.tokens.clone();
        let noun = shape.noun_at(matter.tokens.start);
        let start = noun.map_or(matter.tokens.start, |noun| {
            shape.nouns[noun].tokens.start.min(matter.tokens.start)
        });
        let found = self
            .rules
            .lexicon
            .without
            .find(&self.text.tokens[tokens.clone()]);
        let word = found.iter().find(|f| {
            let end = tokens.start + f.end;
            end <= matter.tokens.start && (start..=matter.tokens.start).contains(&end)
                || end <= start && start - end <= 2 && self.nothing_between(end, start)
        })?;
        let place = tokens.start + word.start;
        if matter.owns(place) {
            return None;
        }
        let rest = (tokens.start..place).chain(matter.tokens.end..tokens.end);
        let negated = rest.into_iter().any(|at| {
            self.rules
                .grammar
                .info(self.text.tokens[at].word)
                .is_any(&[Class::Not, Class::No])
        });
        Some(negated)
    }

    fn nothing_between(&self, from: usize, to: usize) -> bool {
        (from..to).all(|at| {
            !self.text.tokens[at].is_word()
                || self.rules.grammar.info(self.text.tokens[at].word).is_any(&[
                    Class::Determiner,
                    Class::Adjective,
                    Class::Quantifier,
                ])
        })
    }

    fn wish_without(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
        holders: &Holders<'a>,
        negated: bool,
    ) -> Result<Wish<'a>, Gate> {
        let inner = base(matter);
        if negated {
            let held = match self.outermost(matter, chain, holders) {
                Some(place) if !self.is_modal(&chain.acts[place]) => {
                    let act = &chain.acts[place];
                    holders.of(act, &holders.around(act.at.tokens.start))
                }
                _ => Held::speaker(around),
            };
            return Ok(Wish {
                act: None,
                kind: CueKind::Wants,
                clause: chain.clauses[0],
                side: inner,
                held,
            });
        }
        let Some(place) = self.outermost(matter, chain, holders) else {
            return Err(Gate::Wish);
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

    /// The side of a match under acts: its own, turned by every cue against, every change, and
    /// every negation of a verb on the way and of the match's own noun.
    fn side(&self, matter: &Match, acts: &[Act<'_>], clauses: &[usize]) -> Stance {
        let line = self.line(matter);
        let shape = &line.shape;
        let mut side = base(matter);
        let mut turn = |on: bool| {
            if on {
                side = side.negated();
            }
        };
        for act in acts {
            match act.cue.kind {
                CueKind::Changes => turn(true),
                CueKind::Wants | CueKind::Judges | CueKind::Does | CueKind::Threatens => {
                    turn(act.cue.side == Some(Stance::Opposes));
                }
                CueKind::Says | CueKind::Thinks => {}
            }
        }
        let in_cue = |token: usize| {
            acts.iter()
                .any(|act| act.at.tokens.contains(&token) && self.spells_negation(act, token))
        };
        for &clause in clauses {
            if let Some(verb) = shape.verb_of(clause) {
                for &not in &verb.nots {
                    turn(!matter.owns(not) && !in_cue(not));
                }
            }
            for noun in &shape.clauses[clause].subjects {
                let group = &shape.nouns[*noun];
                let denied = group.tokens.clone().find(|&t| self.is_no(t));
                let holds_matter = group.tokens.contains(&matter.tokens.start);
                turn(
                    denied.is_some_and(|t| !matter.owns(t) && !in_cue(t))
                        && !holds_matter
                        && shape.clauses[clause].link != Link::Infinitive
                        && self.is_negative_subject(group.head, group.tokens.start),
                );
            }
        }
        for found in self
            .rules
            .lexicon
            .fails
            .find(&self.text.tokens[shape.tokens.clone()])
        {
            let start = shape.tokens.start + found.start;
            let in_path = clauses.contains(&shape.clause_at(start));
            turn(
                in_path
                    && start < matter.tokens.start
                    && !in_cue(start)
                    && !acts.iter().any(|act| act.at.tokens.contains(&start)),
            );
        }
        turn(self.denied_noun(matter, &in_cue));
        for attribution in self.holders(matter).around(matter.tokens.start) {
            let below = acts
                .last()
                .is_none_or(|act| attribution.covers(act.at.tokens.start));
            turn(attribution.negated && below);
        }
        side
    }

    fn is_negative_subject(&self, head: usize, start: usize) -> bool {
        self.is_no(head) || self.is_no(start)
    }

    fn is_no(&self, token: usize) -> bool {
        self.rules
            .grammar
            .info(self.text.tokens[token].word)
            .is(Class::No)
    }

    /// Whether the cue's own phrase holds the negation, so that its side counts it already.
    fn spells_negation(&self, act: &Act<'_>, token: usize) -> bool {
        let word = self.rules.words.spelling(self.text.tokens[token].word);
        act.cue
            .text
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .any(|part| part == word)
    }

    /// "no truce", "no role for": a negation opens the noun group of the match.
    fn denied_noun(&self, matter: &Match, in_cue: &dyn Fn(usize) -> bool) -> bool {
        let shape = &self.line(matter).shape;
        if shape.tag_at(matter.tokens.start) == Tag::Prep
            && let Some(noun) = shape
                .nouns
                .iter()
                .find(|noun| noun.tokens.end == matter.tokens.start)
            && let Some(no) = noun.tokens.clone().find(|&at| self.is_no(at))
        {
            // "no decision behind its back": the negation opens what the matter hangs on.
            return !in_cue(no);
        }
        let start = shape
            .noun_at(matter.tokens.start)
            .map_or(matter.tokens.start, |noun| shape.nouns[noun].tokens.start);
        let from = start.saturating_sub(1).max(shape.tokens.start);
        (from..matter.tokens.start.max(from)).any(|at| {
            self.is_no(at) && !in_cue(at)
                || at + 1 == matter.tokens.start
                    && shape.tag_at(at) == Tag::Not
                    && shape.verb_at(at).is_none()
                    && !in_cue(at)
        })
    }

    fn findings(
        &self,
        matter: &Match,
        wish: &Wish<'a>,
        around: &[&'a Attribution],
        depends: Option<&Range<usize>>,
        holders: &Holders<'a>,
    ) -> Result<Vec<Finding>, Gate> {
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
        let barred = &self.pack.positions[matter.position].not_holders;
        let public: Vec<&Mention> = public
            .into_iter()
            .filter(|m| !barred.contains(&cast.get(m.who).id))
            .collect();
        if public.is_empty() {
            return Err(Gate::Barred);
        }
        let speaker = around
            .iter()
            .find(|a| !a.speakers.is_empty())
            .and_then(|a| a.speakers.first())
            .cloned();
        let past = self.is_past(matter, wish);
        let findings = public.into_iter().map(|holder| {
            let stated = around
                .iter()
                .flat_map(|a| a.speakers.iter())
                .find(|s| s.who != holder.who && holders.speaks_for(s.who, holder.who));
            let holder = stated.unwrap_or(holder).clone();
            let via = via(holder.who, around, holders);
            Finding {
                at: matter.clone(),
                speaker: speaker.clone(),
                stance: wish.side,
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
        Ok(findings.collect())
    }

    fn manner(&self, matter: &Match, wish: &Wish<'_>, around: &[&Attribution]) -> Manner {
        let direct = around.iter().any(|a| a.direct)
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

fn is_void(matter: &Match, chain: &Chain<'_>, around: &[&Attribution]) -> bool {
    if matches!(matter.kind, PhraseKind::For | PhraseKind::Against) {
        // A fear or concern takes the side of its own words; a denial does not.
        return around.iter().any(|a| a.void && a.kind == CueKind::Says);
    }
    around.first().is_some_and(|a| a.void)
        || around.iter().any(|a| a.void && a.cue.is_some())
        || chain.acts.iter().any(|act| act.cue.gives_nothing)
}

/// Who reports it: speakers around the act other than the holder, outermost first.
fn via(holder: MemberId, around: &[&Attribution], holders: &Holders<'_>) -> Vec<MemberId> {
    let mut via: Vec<MemberId> = Vec::new();
    for attribution in around.iter().rev() {
        for speaker in attribution.speakers.iter().take(1) {
            let own = speaker.who == holder
                || holders.speaks_for(holder, speaker.who)
                || attribution.speakers.iter().any(|s| s.who == holder);
            if !own && !via.contains(&speaker.who) {
                via.push(speaker.who);
            }
        }
    }
    via
}

fn base(matter: &Match) -> Stance {
    match matter.kind {
        PhraseKind::Names | PhraseKind::For | PhraseKind::Ignore => Stance::Supports,
        PhraseKind::Opposite | PhraseKind::Against => Stance::Opposes,
    }
}

/// Matters referred back to: "rejected the idea" takes the matter named last before it, at most
/// two sentences back in the same or the previous paragraph.
#[must_use]
pub fn references(
    rules: &Rules,
    text: &Text,
    attributed: &Attributed,
    matches: &[Match],
) -> Vec<Match> {
    let mut referred = Vec::new();
    for (sentence, line) in attributed.lines.iter().enumerate() {
        let tokens = line.shape.tokens.clone();
        let found = rules.lexicon.references.find(&text.tokens[tokens.clone()]);
        for reference in found {
            let place = tokens.start + reference.start..tokens.start + reference.end;
            let own = matches.iter().any(|m| {
                m.sentence == sentence
                    && m.tokens.start < tokens.end
                    && overlaps(&m.tokens, &noun_of(line, &place))
            });
            if own || !governed(rules, line, &place) {
                continue;
            }
            let before = matches.iter().rev().find(|m| {
                m.tokens.end <= place.start
                    && sentence - m.sentence <= 2
                    && text.sentences[m.sentence].paragraph + 1
                        >= text.sentences[sentence].paragraph
                    && matches!(m.kind, PhraseKind::Names | PhraseKind::Opposite)
            });
            if let Some(matter) = before {
                referred.push(matter.referred(sentence, place));
            }
        }
    }
    referred
}

fn noun_of(line: &Line, place: &Range<usize>) -> Range<usize> {
    let last = place.end - 1;
    let end = line
        .shape
        .nouns
        .get(line.shape.noun_at(last).unwrap_or(usize::MAX))
        .map_or(place.end, |noun| noun.tokens.end);
    // "the idea of a truce" names its matter itself.
    place.start..end + 4
}

/// Whether a wanting or judging cue stands close before or after.
fn governed(rules: &Rules, line: &Line, place: &Range<usize>) -> bool {
    line.cues.iter().any(|at| {
        let kind = rules.lexicon.cues[at.cue].kind;
        matches!(kind, CueKind::Wants | CueKind::Judges)
            && (at.tokens.end <= place.start && place.start - at.tokens.end <= 2
                || at.tokens.start >= place.end && at.tokens.start - place.end <= 3)
    })
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
