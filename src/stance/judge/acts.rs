//! What kind of act governs a match: a wish, an intention, a deed, or none of anyone.

use crate::attribution::Attribution;
use crate::clause::{Link, Mood, Tag, VerbGroup};
use crate::grammar::{Class, Gender, Pronoun};
use crate::matching::Match;
use crate::rules::{Cue, CueHolder, PhraseKind, Title};
use crate::span::overlap;
use crate::stance::chain::{Act, Chain};
use crate::stance::holder::{Held, Holders};
use crate::stance::judge::Judge;
use crate::statement::{CueKind, Force};

impl<'a> Judge<'a> {
    /// Which act of the chain is the outermost that shows a stance.
    pub(super) fn outermost(&self, matter: &Match, chain: &Chain<'a>) -> Option<usize> {
        let holders = &self.holders(matter);
        let mut outer = None;
        for (place, act) in chain.acts.iter().enumerate() {
            match act.cue.kind {
                CueKind::Says | CueKind::Thinks => {
                    // What is said or thought is judged by the wish within; another's wish about
                    // saying it changes nothing. "the suggestion that" of no one says nothing.
                    let told = outer.is_some() && !self.is_ownerless(act, holders);
                    if told || self.tells_clause(matter, chain, act) {
                        break;
                    }
                }
                CueKind::Wants | CueKind::Judges => {
                    let modal = self.is_modal(act);
                    let prior: Option<&Act<'_>> = outer.map(|o: usize| &chain.acts[o]);
                    // "will" over a wish leaves the wish its holder; "must" takes it over; "is going
                    // to have to" is whoever says so's.
                    let must = prior.is_some_and(|prior| prior.cue.holder == CueHolder::Speaker);
                    let weak = modal && act.cue.holder == CueHolder::Subject && prior.is_some()
                        || must && self.is_intention(act);
                    // "will", "going to": a wish only of what someone does or changes, or of what the
                    // matter itself comes to: "soldiers will not go".
                    let foretold = modal
                        && act.at.tokens.len() == 1
                        && act.cue.holder == CueHolder::Subject
                        && !self.comes_about(matter, act.clause);
                    let idle = (self.is_intention(act) || foretold)
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
                    let own = act.cue.kind == CueKind::Changes
                        && outer.is_some_and(|o: usize| is_of_same(&chain.acts[o], act, holders));
                    // "overturned Smith's decision to": the end of another's wish is a deed of its own.
                    let ends = act.cue.kind == CueKind::Changes
                        && !act.cue.noun
                        && outer.is_some_and(|o: usize| self.takes_whole(act, &chain.acts[o]));
                    if outer.is_none() && self.is_deed(matter, act)
                        || ends
                        || ownerless && !act.cue.noun && act.cue.kind == CueKind::Changes
                        || own
                    {
                        outer = Some(place);
                    }
                }
            }
        }
        outer
    }

    /// Whether a verb has the noun of another act for its object, right after it.
    fn takes_whole(&self, verb: &Act<'_>, noun: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(verb)].shape;
        let group = shape.noun_at(noun.at.tokens.start);
        let starts = group.map(|group| shape.nouns[group].tokens.start);
        noun.cue.noun && starts == Some(verb.at.tokens.end)
    }

    /// "want to say that": whether the match stands in a clause that the verb of an act tells.
    fn tells_clause(&self, matter: &Match, chain: &Chain<'_>, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let mut clauses = chain.clauses.windows(2);
        act.cue.kind == CueKind::Says
            && !act.cue.noun
            && clauses.any(|pair| {
                pair[1] == act.clause && shape.clauses[pair[0]].link == Link::Complement
            })
    }

    /// "Kyiv is never going to join," he said: what someone says another will never do is the
    /// speaker's own judgement, unless he speaks for the other.
    pub(super) fn foretells(
        &self,
        matter: &Match,
        clause: usize,
        held: &Held,
        around: &[&Attribution],
    ) -> bool {
        let holders = &self.holders(matter);
        let shape = &self.line(matter).shape;
        let denied = shape
            .verb_of(clause)
            .is_some_and(|verb| !verb.nots.is_empty());
        let Some(speaker) = around.iter().find_map(|a| a.speakers.first()) else {
            // What somebody unknown says another will never do is not the other's either; nor is what he will be given,
            // but "will have talks".
            let has = shape
                .verb_of(clause)
                .is_some_and(|verb| self.is(verb.head, Class::Have));
            let given = self.receives(matter, clause) && !has;
            return (given || denied && !around.is_empty()) && matter.kind == PhraseKind::Names;
        };
        let own = held
            .holders
            .iter()
            .any(|m| holders.is_or_speaks_for(speaker.who, m.who));
        let names = matter.kind == PhraseKind::Names;
        let given = self.receives(matter, clause) && matter.kind.only_names();
        (denied && names || given) && !own
    }

    /// Whether the match is a subject of a clause.
    pub(super) fn is_subject(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let mut subjects = shape.clauses[clause].subjects.iter();
        subjects.any(|&noun| overlap(&shape.nouns[noun].tokens, &matter.tokens))
    }

    /// "soldiers will go", "guarantees will be given", "they will get guarantees": whether the match is
    /// the subject of a clause whose verb has no object, or what someone is given. What it does to
    /// something else is foretold and wished by no one.
    fn comes_about(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        let is_subject = self.is_subject(matter, clause);
        let object = shape.has_object(clause, verb);
        let given = self.receives(matter, clause) && matter.tokens.start >= verb.head;
        is_subject && (verb.passive || verb.copula || !object) || given
    }

    /// "Kyiv will get a seat": what another will be given is the speaker's wish.
    pub(super) fn receives(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        shape
            .verb_of(clause)
            .is_some_and(|verb| verb.modal.is_some() && self.is(verb.head, Class::Receiving))
    }

    /// *will*, *going to*: says what its subject is about to do.
    pub(super) fn is_intention(&self, act: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(act)].shape;
        intends(act.cue)
            && shape
                .verb_of(act.clause)
                .is_some_and(|verb| verb.tokens.contains(&act.at.tokens.start))
    }

    pub(super) fn is_modal(&self, act: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(act)].shape;
        let tokens = &act.at.tokens;
        // "is against": what somebody is, and no auxiliary of what follows.
        let predicate = |at: usize| shape.tag_at(at) == Tag::Prep;
        matches!(shape.tag_at(tokens.start), Tag::Modal | Tag::Aux)
            && !predicate(tokens.end - 1)
            && shape
                .verb_of(act.clause)
                .is_some_and(|verb| verb.tokens.contains(&tokens.start))
    }

    fn sentence_of(&self, act: &Act<'_>) -> usize {
        self.text.sentence_at(act.at.tokens.start)
    }

    /// "would have been eased": what did not come to be.
    pub(super) fn never_was(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let Some((verb, modal)) = shape
            .verb_of(clause)
            .and_then(|verb| verb.modal.map(|modal| (verb, modal)))
        else {
            return false;
        };
        let perfect = (modal + 1..verb.head).any(|at| self.is(at, Class::Have));
        perfect && !self.is(modal, Class::Possible)
    }

    /// Whether an act is of no one in particular, so that whoever says it can want it: not what
    /// "those who urge it" do, nor what "nobody asks for".
    pub(super) fn is_nobodys(&self, matter: &Match, act: &Act<'_>) -> bool {
        let link = self.line(matter).shape.clauses[act.clause].link;
        link != Link::Relative
            && !self.is_denied(matter, act.clause)
            && !self.is_strangers(matter, act)
            && !self.is_things(matter, act)
    }

    /// "Many disagree with attempts to", "the tariffs could undermine": what somebody or something else
    /// wants or does harm to, which is no wish of whoever says so.
    fn is_things(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let clause = &shape.clauses[act.clause];
        let Some(verb) = shape.verb_of(act.clause).filter(|verb| !verb.passive) else {
            return false;
        };
        let is_matter = |&noun: &usize| overlap(&shape.nouns[noun].tokens, &matter.tokens);
        let mentions = &self.attributed.mentions[matter.sentence];
        let unknown = |&noun: &usize| mentions[noun].is_empty() && !is_matter(&noun);
        let another = !clause.subjects.is_empty() && clause.subjects.iter().all(unknown);
        let object = act.cue.noun && !verb.copula && verb.tokens.end <= act.at.tokens.start;
        let in_verb = verb.tokens.contains(&act.at.tokens.start);
        let harm = act.cue.kind == CueKind::Changes && in_verb;
        // "one country has tried", "some want"
        let indefinite = clause.subjects.iter().any(|&noun| {
            let first = &self.text.tokens[shape.nouns[noun].tokens.start];
            let grammar = &self.rules.grammar;
            grammar.is(first, Class::Number)
                || grammar.is(first, Class::Quantifier)
                || grammar.is(first, Class::Determiner)
                    && !grammar.is(first, Class::Possessive)
                    && !grammar.definite.contains(&first.word)
        });
        let told = in_verb || verb.copula && verb.tokens.end <= act.at.tokens.start;
        // "critics want", and not "the party wants", "his voters want", "the plan calls for"
        let of_others = |&noun: &usize| {
            let group = &shape.nouns[noun].tokens;
            let head = &self.text.tokens[shape.nouns[noun].head];
            let grammar = &self.rules.grammar;
            let owner = grammar.pronoun(self.text.tokens[group.start].word);
            !shape.nouns[noun].pronoun
                && !grammar
                    .info(head.word)
                    .is_any(&[Class::Expression, Class::Collective])
                && owner.is_none()
        };
        // "voters were glad that", and not "the need was for"
        let feels = verb.copula && !act.cue.noun && act.cue.takes.that_clause;
        let wants = (in_verb && !verb.copula || told && feels)
            && act.cue.kind == CueKind::Wants
            && act.cue.holder == CueHolder::Subject
            && clause.subjects.iter().all(of_others);
        let somebodys = told && verb.modal.is_none() && (indefinite || wants);
        // "a freeze would let Moscow keep it": what a thing makes another do.
        let below = shape.clause_at(matter.tokens.end - 1);
        let own = &shape.clauses[below].subjects;
        let makes_do = act.cue.kind == CueKind::Does
            && in_verb
            && below != act.clause
            && (shape.has_object(act.clause, verb) || !own.is_empty() && own != &clause.subjects)
            && clause.subjects.iter().all(of_others);
        another && (object || harm || somebodys || makes_do)
    }

    /// "The president, Rubio said, wants", "they are begging": whether an act is that of someone who was
    /// not found.
    fn is_strangers(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let active = shape.verb_of(act.clause).is_some_and(|verb| {
            let predicate = verb.copula && verb.tokens.end <= act.at.tokens.start;
            let told = predicate || verb.tokens.contains(&act.at.tokens.start);
            !verb.passive && told && verb.modal.is_none()
        });
        let titled = |noun: &usize| {
            let group = &shape.nouns[*noun];
            let actors = &self.rules.actors;
            let found = actors
                .title_phrases
                .find(&self.text.tokens[group.tokens.clone()]);
            let head = group.head - group.tokens.start;
            found.iter().any(|at| {
                let title = &actors.titles[at.phrase.0 as usize];
                let person = matches!(title, Title::Office { .. } | Title::Leader | Title::Bearer);
                person && (at.start..at.end).contains(&head)
            })
        };
        let pronoun = |noun: &usize| {
            let group = &shape.nouns[*noun];
            let pronoun = self
                .rules
                .grammar
                .pronoun(self.text.tokens[group.head].word);
            // "you refuse to", said to somebody's face
            let another = |p: Pronoun| p.person == 2 || p.person == 3 && p.gender != Gender::It;
            group.pronoun && pronoun.is_some_and(another)
        };
        let mut subjects = shape.clauses[act.clause].subjects.iter();
        active && subjects.any(|noun| titled(noun) || pronoun(noun))
    }

    /// Whether the subject of a clause is *nobody*, *no one of them*, who does not do what its verb
    /// tells; "nothing will be decided" is no doer.
    pub(super) fn is_denied(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let passive = shape.verb_of(clause).is_some_and(|verb| verb.passive);
        let mut subjects = shape.clauses[clause].subjects.iter();
        !passive
            && subjects.any(|&noun| {
                // "no soldiers will go": a phrase that says no itself counts it already.
                let mut group = shape.nouns[noun].tokens.clone();
                group.any(|at| self.is_no(at) && !matter.owns(at))
            })
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
    fn is_deed(&self, matter: &Match, act: &Act<'_>) -> bool {
        let holders = &self.holders(matter);
        let shape = &self.line(matter).shape;
        let position = &self.pack.positions[matter.position];
        let Some(verb) = shape.verb_of(act.clause) else {
            return false;
        };
        let in_verb = verb.tokens.contains(&act.at.tokens.start);
        let planned = verb.modal.is_some();
        let subjects = &shape.clauses[act.clause].subjects;
        // "the prospect of Rome lifting": of what is only spoken of.
        let spoken_of = |&noun: &usize| {
            let preposition = shape.nouns[noun].preposition;
            preposition.is_some_and(|at| self.rules.grammar.of.contains(&self.text.tokens[at].word))
        };
        let gerund = verb.mood == Mood::Ing
            && (shape.clauses[act.clause].link == Link::Gerund || subjects.iter().any(spoken_of));
        if !position.deeds && !planned || verb.mood == Mood::Infinitive || gerund {
            return false;
        }
        // "the plan shrinks": what happens to the matter is no one's deed.
        let happens = !verb.passive
            && subjects
                .iter()
                .any(|&noun| overlap(&shape.nouns[noun].tokens, &matter.tokens));
        if act.cue.noun || !in_verb && !verb.copula || happens {
            return false;
        }
        let around = holders.around(act.at.tokens.start);
        !holders.of(act, &around).holders.is_empty() || planned && !around.is_empty()
    }

    pub(super) fn only_possible(&self, act: &Act<'_>) -> bool {
        let shape = &self.attributed.lines[self.sentence_of(act)].shape;
        shape
            .verb_of(act.clause)
            .is_some_and(|verb| verb.nots.is_empty() && self.is_possible(verb))
    }

    /// *could*, *might*, *will likely*
    pub(super) fn is_possible(&self, verb: &VerbGroup) -> bool {
        verb.modal.is_some_and(|modal| {
            let mut words = modal..verb.head;
            words.any(|at| self.is(at, Class::Possible))
        })
    }

    /// Whether an act of a subject did not come to be, or is that of someone who is yet to be brought
    /// to it.
    pub(super) fn is_unreal(&self, matter: &Match, act: &Act<'_>) -> bool {
        let deed = matches!(act.cue.kind, CueKind::Does | CueKind::Changes);
        act.cue.holder == CueHolder::Subject
            && ((deed || self.is_modal(act)) && self.never_was(matter, act.clause)
                || self.is_brought_about(matter, act))
    }

    /// "get Moscow to agree to a truce": what someone else is brought to do, by a verb that is no
    /// cue, is not said to be done or wanted by anyone.
    fn is_brought_about(&self, matter: &Match, act: &Act<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let verbal = shape
            .verb_of(act.clause)
            .is_some_and(|verb| verb.tokens.contains(&act.at.tokens.start));
        // "expects Kyiv to use its weight to bring about": through what it does for that.
        let mut ways = shape
            .ancestors(act.clause)
            .take_while(|&at| matches!(shape.clauses[at].link, Link::Infinitive | Link::Gerund));
        let brought = ways.any(|at| {
            let clause = &shape.clauses[at];
            clause.parent.is_some_and(|parent| {
                !clause.subjects.is_empty()
                    && shape.clauses[parent].verb.is_some()
                    && clause.subjects != shape.clauses[parent].subjects
            })
        });
        verbal && brought
    }
}

/// "dropped his opposition": whether a verb ends a wish that is its own subject's.
fn is_of_same(wish: &Act<'_>, change: &Act<'_>, holders: &Holders<'_>) -> bool {
    let around = holders.around(change.at.tokens.start);
    let (owners, doers) = (holders.of(wish, &around), holders.of(change, &around));
    wish.cue.noun
        && !change.cue.noun
        && !owners.holders.is_empty()
        && owners
            .holders
            .iter()
            .map(|m| m.who)
            .eq(doers.holders.iter().map(|m| m.who))
}

/// "will", "is going to": whether a cue only tells what somebody is about to do.
pub(super) fn intends(cue: &Cue) -> bool {
    cue.holder == CueHolder::Subject
        && cue.force == Some(Force::OpenTo)
        && cue.takes.to_verb
        && !cue.takes.noun
}
