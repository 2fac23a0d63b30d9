//! The wish that decides: by an act, by the form of a verb, or by the matter's own words.

use crate::attribution::{Attribution, Mention};
use crate::clause::{Clause, Link, Mood, Shape, Tag, VerbGroup};
use crate::grammar::{Class, Gender, VerbForm};
use crate::matching::Match;
use crate::rules::{ActorKind, CueHolder, PhraseKind};
use crate::stance::Gate;
use crate::stance::chain::{Act, Chain};
use crate::stance::holder::{Held, Holders};
use crate::stance::judge::deed::{is_own, is_thought};
use crate::stance::judge::{Judge, Wish};
use crate::statement::CueKind;
use crate::words::Mark;

impl<'a> Judge<'a> {
    /// The outermost wish, judgement or deed, its side with all that turns it, and whose it is.
    pub(super) fn wish(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&'a Attribution],
    ) -> Result<Wish<'a>, Gate> {
        let holders = &self.holders(matter);
        let line = self.line(matter);
        if let Some(lack) = self.without(matter) {
            return self.wish_without(matter, chain, around, lack);
        }
        if self.is_asked(matter, chain) {
            return Err(Gate::Question);
        }
        let outer = self.outermost(matter, chain);
        let decided = outer.is_some_and(|place| {
            !matches!(chain.acts[place].cue.kind, CueKind::Does | CueKind::Changes)
        });
        let mut clauses = chain.clauses.iter();
        let subjunctive = clauses.find(|&&clause| !decided && self.is_subjunctive(matter, clause));
        if let Some(&clause) = subjunctive {
            let side = self.side(matter, &chain.acts, &chain.clauses);
            let held = self
                .raiser(clause, around, holders)
                .unwrap_or_else(|| holders.speaker(around));
            return Ok(Wish::unspoken(CueKind::Wants, clause, side, held));
        }
        let outer = outer.filter(|&place| !self.is_inside_judged(matter, &chain.acts[place]));
        if let Some(place) = outer {
            return self.wish_of_act(matter, chain, place);
        }
        let clause = chain.clauses[0];
        if self.is_outright(matter, clause, around)
            || self.is_to_be(matter, clause, around)
            || self.goes_on_wish(matter, clause, around)
        {
            let side = self.side(matter, &[], &[]);
            let held = holders.speaker(around);
            return Ok(Wish::unspoken(CueKind::Wants, clause, side, held));
        }
        if matches!(matter.kind, PhraseKind::For | PhraseKind::Against) {
            let side = self.side(matter, &chain.acts, &chain.clauses);
            // "The ally is killing us": whom the words are about does not say them.
            let mut subjects = line.shape.clauses[chain.clauses[0]].subjects.iter();
            let about = subjects.any(|&noun| matter.owns(line.shape.nouns[noun].head));
            let clause = chain.clauses[0];
            // "the motto has been forgotten by Rome": what somebody does to the words is not known.
            let passive = line
                .shape
                .verb_of(clause)
                .is_some_and(|verb| verb.passive && matter.tokens.end <= verb.tokens.start);
            if passive && around.is_empty() {
                return Err(Gate::Wish);
            }
            let subject = holders.subject(clause, None, around);
            let judge = line
                .shape
                .verb_of(clause)
                .filter(|verb| verb.copula)
                .and_then(|_| {
                    let beside = holders.judge_beside(matter.tokens.end, around);
                    beside.or_else(|| holders.judge_within(&matter.tokens, around))
                });
            let held = if let Some(judge) = judge {
                judge
            } else if around.is_empty() && about {
                Held::default()
            } else if around.is_empty() || self.tells_wish(matter, clause, &subject) {
                subject
            } else {
                holders.speaker(around)
            };
            return Ok(Wish::unspoken(CueKind::Says, clause, side, held));
        }
        self.own_deed(matter, chain, around)
    }

    /// "their hope of membership is unrealistic": whether an act only stands in the subject of what the match
    /// itself judges.
    fn is_inside_judged(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let judges = matches!(matter.kind, PhraseKind::For | PhraseKind::Against);
        let own = shape
            .verb_of(act.clause)
            .is_some_and(|verb| matter.owns(verb.head) && verb.mood == Mood::Finite);
        judges && own && act.cue.noun && act.at.tokens.end <= matter.tokens.start
    }

    /// "No talks with Rome", he said; "says no talks"; "More arms, more tanks": whether somebody's words, without a verb
    /// of their own, begin with a denial of the match or with a call for more of it, or list it so.
    fn is_outright(&self, matter: &Match, clause: usize, around: &[&Attribution]) -> bool {
        let shape = &self.line(matter).shape;
        // "no deal behind its back": the group that the match hangs on.
        let hangs = || {
            let mut nouns = shape.nouns.iter();
            nouns.position(|noun| noun.tokens.end == matter.tokens.start)
        };
        let Some(noun) = shape.noun_at(matter.tokens.start).or_else(hangs) else {
            return false;
        };
        let start = shape.nouns[noun].tokens.start;
        let denied = self.is_no(start) && !matter.owns(start);
        let more = self.is_among(start, &self.rules.grammar.more);
        let said = around.first().is_some_and(|inner| {
            let begins = inner.content.iter().any(|run| {
                let mut before = run.start..start;
                let listed = matches!(
                    shape.tag_at(start.saturating_sub(1)),
                    Tag::Coord | Tag::Mark(Mark::Comma)
                ) && !before.clone().any(|at| shape.verb_at(at).is_some());
                run.contains(&start) && (listed || !before.any(|at| self.text.tokens[at].is_word()))
            });
            inner.kind == CueKind::Says && !inner.void && begins
        });
        let verbless = shape
            .verb_of(clause)
            .is_none_or(|verb| verb.tokens.end == start);
        (denied || more) && said && verbless && matter.kind.only_names()
    }

    /// "Smith: sanctions to stay": whether a label says who has it that the match, or what it does, is to be.
    fn is_to_be(&self, matter: &Match, clause: usize, around: &[&Attribution]) -> bool {
        let shape = &self.line(matter).shape;
        let said = around
            .first()
            .is_some_and(|inner| inner.kind == CueKind::Says && inner.cue.is_none() && !inner.void);
        let is_fragment = |below: &Clause| {
            let above = below.parent.map(|above| &shape.clauses[above]);
            below.link == Link::Infinitive
                && above.is_some_and(|above| above.verb.is_none() && !above.subjects.is_empty())
        };
        let own = &shape.clauses[clause];
        let stays = || {
            let mut below = shape
                .clauses
                .iter()
                .filter(|below| below.parent == Some(clause));
            below.any(|below| is_fragment(below) && matter.tokens.end <= below.tokens.start)
        };
        let does = own
            .verb
            .is_some_and(|verb| matter.tokens.contains(&shape.verbs[verb].head));
        let quoted = self.text.quote_at(matter.tokens.start).is_some();
        said && !quoted && (is_fragment(own) && does || own.verb.is_none() && stays())
    }

    /// "Putin was ready for talks", "Smith does not see it in the alliance": whether the words of the match tell what a
    /// person who is their clause's subject wants or thinks.
    fn tells_wish(&self, matter: &Match, clause: usize, subject: &Held) -> bool {
        let line = self.line(matter);
        let cast = &self.attributed.cast;
        let person = |mention: &Mention| cast.get(mention.who).kind == ActorKind::Person;
        let told = line.cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            matter.owns(at.tokens.start)
                && matches!(cue.kind, CueKind::Wants | CueKind::Thinks)
                && cue.holder == CueHolder::Subject
                && line.shape.tag_at(at.tokens.start) != Tag::Modal
                && line.shape.clause_at(at.tokens.start) == clause
        });
        matches!(matter.kind, PhraseKind::For | PhraseKind::Against)
            && told
            && !subject.holders.is_empty()
            && subject.holders.iter().all(person)
    }

    /// The wish, judgement or deed that the act at `place` of the chain is.
    fn wish_of_act(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        place: usize,
    ) -> Result<Wish<'a>, Gate> {
        let line = self.line(matter);
        let holders = &self.holders(matter);
        let act = chain.acts[place].clone();
        if self.is_unreal(matter, &act) || self.is_never_made(&act) || self.is_weighed(matter, &act)
        {
            return Err(Gate::Unreal);
        }
        if self.is_only_supposed(matter, &chain.acts[..=place]) {
            return Err(Gate::Wish);
        }
        let clauses = match self.below_anothers(matter, chain, &act) {
            Some(below) => &chain.clauses[..below],
            None => &chain.clauses[..=self.reach(matter, chain, act.clause)],
        };
        let mut side = self.side(matter, &chain.acts[..=place], clauses);
        if self.is_given_up(&act, chain.acts.get(place + 1)) {
            side = side.negated();
        }
        let around = holders.around(act.at.tokens.start);
        let held = self.held(matter, &act, &around);
        let speakers = around.iter().flat_map(|a| a.speakers.iter());
        let is_speakers = |holder: &Mention| {
            let mut speakers = speakers.clone();
            speakers.any(|speaker| holders.is_or_speaks_for(speaker.who, holder.who))
        };
        if self.only_possible(&act) && !held.own_words && !held.holders.iter().all(is_speakers) {
            return Err(Gate::Possible);
        }
        let to_come = line
            .shape
            .verb_of(act.clause)
            .is_some_and(|verb| verb.modal.is_some());
        // "believed the next cabinet would raise them"
        let thinker = around.first().is_some_and(|a| !a.speakers.is_empty());
        let unknown = || thinker && holders.of(&act, &around).holders.is_empty();
        if to_come
            && act.cue.holder == CueHolder::Subject
            && is_thought(&around)
            && (!is_own(holders, &held, &around) || unknown())
        {
            return Err(Gate::Possible);
        }
        let kind = if act.cue.kind == CueKind::Changes {
            CueKind::Does
        } else {
            act.cue.kind
        };
        Ok(Wish {
            kind,
            clause: act.clause,
            side,
            held,
            act: Some(act),
        })
    }

    /// "it is a strange idea to ask for", "it is not his job to demand": whether an act is only what *it* stands for, of
    /// which something is said that no cue tells.
    fn is_weighed(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let clause = &shape.clauses[act.clause];
        let Some(parent) = clause.parent.filter(|_| clause.link == Link::Infinitive) else {
            return false;
        };
        let impersonal = |&noun: &usize| {
            let head = shape.nouns[noun].head;
            let pronoun = self.rules.grammar.pronoun(self.text.tokens[head].word);
            shape.nouns[noun].pronoun && pronoun.is_some_and(|pronoun| pronoun.gender == Gender::It)
        };
        let copula = shape.verb_of(parent).is_some_and(|verb| verb.copula);
        let mut subjects = shape.clauses[parent].subjects.iter();
        copula && act.cue.holder == CueHolder::Subject && subjects.any(impersonal)
    }

    /// "did not overcome Rome's veto", "failed to heed Smith's call": how many clauses lie below a noun for the
    /// wish of another than the subject of its clause, whose denials are that subject's.
    fn below_anothers(&self, matter: &Match, chain: &Chain<'a>, act: &Act<'_>) -> Option<usize> {
        let shape = &self.line(matter).shape;
        let noun = act.cue.noun.then(|| shape.noun_at(act.at.tokens.start))??;
        let owners = &self.attributed.owners[matter.sentence][noun];
        let clause = &shape.clauses[act.clause];
        let mut subjects = clause
            .subjects
            .iter()
            .flat_map(|&subject| &self.attributed.mentions[matter.sentence][subject]);
        let own = subjects.any(|subject| owners.iter().any(|owner| owner.who == subject.who));
        let another = !owners.is_empty() && !own && !clause.subjects.contains(&noun);
        let below = chain.clauses.iter().position(|&at| at == act.clause)?;
        (another && !clause.subjects.is_empty()).then_some(below)
    }

    /// "had never received a request for": whether somebody is said not to have got what another asks for.
    fn is_never_made(&self, act: &Act<'_>) -> bool {
        let sentence = self.text.sentence_at(act.at.tokens.start);
        let shape = &self.attributed.lines[sentence].shape;
        let verb = shape.verb_of(act.clause);
        act.cue.noun
            && verb.is_some_and(|verb| {
                verb.nots.len() % 2 == 1
                    && self.is(verb.head, Class::Receiving)
                    && verb.tokens.end <= act.at.tokens.start
            })
    }

    /// "has stopped opposing sanctions": whether the next act above a wish ends it.
    fn is_given_up(&self, wish: &Act<'_>, above: Option<&Act<'_>>) -> bool {
        let sentence = self.text.sentence_at(wish.at.tokens.start);
        let shape = &self.attributed.lines[sentence].shape;
        let clause = &shape.clauses[wish.clause];
        let verbs = !wish.cue.noun && clause.link == Link::Gerund;
        verbs
            && wish.cue.kind == CueKind::Wants
            && above.is_some_and(|above| {
                let ends = above.cue.kind == CueKind::Changes && !above.cue.noun;
                let done = shape
                    .verb_of(above.clause)
                    .is_some_and(|verb| verb.nots.is_empty());
                ends && done && clause.parent == Some(above.clause)
            })
    }

    /// "any truce must be guarded": whether the match is what something must hold of, should it be, and
    /// nothing is to be done to it.
    fn is_only_supposed(&self, matter: &Match, acts: &[Act<'_>]) -> bool {
        let Some((act, inner)) = acts.split_last() else {
            return false;
        };
        let shape = &self.line(matter).shape;
        let is_any = |noun: usize| self.is(shape.nouns[noun].tokens.start, Class::Supposing);
        // "any decision by Rome to"
        if act.cue.noun && shape.noun_at(act.at.tokens.start).is_some_and(is_any) {
            return true;
        }
        let subjects = &shape.clauses[act.clause].subjects;
        let supposed = shape
            .noun_at(matter.tokens.start)
            .is_some_and(|noun| subjects.contains(&noun) && is_any(noun));
        let holds = act.cue.kind == CueKind::Wants && act.cue.holder == CueHolder::Speaker;
        supposed && holds && inner.is_empty() && matter.kind == PhraseKind::Names
    }

    /// Whose an act is: its own holder's, or whoever says so, where that is who wants it.
    fn held(&self, matter: &Match, act: &Act<'a>, around: &[&'a Attribution]) -> Held {
        let holders = &self.holders(matter);
        let held = holders.of(act, around);
        // "guarantees will be given", "the army would have to leave": where nobody known is to do
        // it, whoever says so wants it.
        let named = act.cue.holder == CueHolder::Object;
        let ownerless = held.holders.is_empty()
            && !named
            && self.is_nobodys(matter, act)
            && !self.is_given(matter, act);
        let foretold = (self.is_intention(act) || self.receives(matter, act.clause))
            && self.foretells(matter, act.clause, &held, around);
        if (ownerless || foretold) && around.is_empty() {
            // What somebody unknown is said to do is not the author's wish either.
            Held::default()
        } else if ownerless || foretold {
            holders.speaker(around)
        } else {
            held
        }
    }

    /// "Smith has been offered a truce": whether a passive tells what somebody is offered, asked or promised, and not by whom.
    fn is_given(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let clause = &shape.clauses[act.clause];
        let mentions = &self.attributed.mentions[matter.sentence];
        let somebody = |&noun: &usize| {
            let cast = &self.attributed.cast;
            mentions[noun]
                .iter()
                .any(|one| cast.get(one.who).kind == ActorKind::Person)
        };
        shape.verb_of(act.clause).is_some_and(|verb| {
            verb.passive && verb.modal.is_none() && verb.head == act.at.tokens.start
        }) && clause.subjects.iter().any(somebody)
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

    /// "raised the idea that Kyiv pull out": where a noun brings in the clause in base form, it is of whoever
    /// does something with the noun.
    fn raiser(
        &self,
        clause: usize,
        around: &[&Attribution],
        holders: &Holders<'a>,
    ) -> Option<Held> {
        let shape = &self.attributed.lines[holders.sentence].shape;
        let own = &shape.clauses[clause];
        let before = own.opener?.checked_sub(1)?;
        let held = holders.subject(own.parent?, None, around);
        let by_noun = before >= shape.tokens.start && shape.tag_at(before) == Tag::Noun;
        (by_noun && !held.holders.is_empty()).then_some(held)
    }

    /// "insisted that Kyiv give up": a base form where the subject asks for another is a wish.
    fn is_subjunctive(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let Clause {
            link,
            subjects,
            opener,
            ..
        } = &shape.clauses[clause];
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        let grammar = &self.rules.grammar;
        let first = self.text.tokens[verb.tokens.start].word;
        let info = grammar.info(first);
        let base =
            info.can_be(VerbForm::Base) && !info.can_be(VerbForm::Past) && !info.is(Class::Modal);
        let auxiliary = info.is_any(&[Class::Be, Class::Have, Class::Do]);
        *link == Link::Complement
            && opener.is_some_and(|at| self.is(at, Class::Complementiser))
            && verb.mood == Mood::Finite
            && verb.modal.is_none()
            && (base || auxiliary && grammar.bases.contains(&first))
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
            // "asked Smith why he would not", but "explained why he would"
            let above = clause.parent.and_then(|above| shape.verb_of(above));
            let asks = |verb: &VerbGroup| self.is_among(verb.head, &self.rules.grammar.asking);
            let open = open || above.is_some_and(asks);
            // "what is needed is a truce" is a wish of its own.
            let in_cue = || chain.acts.iter().any(|act| act.at.tokens.contains(&opener));
            clause.link == Link::Complement && asking.is(Class::Question) && open && !in_cue()
        })
    }
}
