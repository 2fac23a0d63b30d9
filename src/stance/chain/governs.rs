//! Whether a cue governs a place: what it takes, and where that stands.

use std::ops::Range;

use crate::attribution::CueAt;
use crate::clause::{Link, Mood, Tag};
use crate::grammar::{Class, Gender, VerbForm};
use crate::rules::{Cue, CueHolder};
use crate::stance::chain::takes::{bare, takes};
use crate::stance::chain::{Below, Climber};
use crate::statement::CueKind;
use crate::words::Mark;

/// How many words can part a noun from its clause: "the demand, made in Rome on Monday, that".
const FAR_CLAUSE: usize = 8;

impl Climber<'_> {
    fn takes(&self, cue: &Cue, below: Below, place: &Range<usize>) -> bool {
        // "needs three things: arms, talks and time"
        if below == Below::Child(Link::Complement) && self.is_list(place) {
            return cue.takes.noun;
        }
        let first = self.grammar().info(self.text.tokens[place.start].word);
        takes(
            cue.takes,
            below,
            place,
            self.shape(),
            first.can_be(VerbForm::Ing),
            self.is_subjunctive(place),
        )
    }

    /// Whether the clause at a place is what stands behind a colon, and has no verb.
    fn is_list(&self, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let colon = shape.tag_at(place.start) == Tag::Mark(Mark::Colon);
        let mut clauses = shape.clauses.iter();
        colon && clauses.any(|clause| clause.tokens == *place && clause.verb.is_none())
    }

    /// "that it be lifted": whether the clause at a place has a bare auxiliary for its verb.
    fn is_subjunctive(&self, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let mut clauses = shape
            .clauses
            .iter()
            .filter(|clause| clause.tokens == *place);
        let verb = clauses.find_map(|clause| clause.verb);
        verb.is_some_and(|verb| {
            let group = &shape.verbs[verb];
            let first = self.text.tokens[group.tokens.start].word;
            group.modal.is_none() && self.grammar().bases.contains(&first)
        })
    }

    /// A noun governs what follows it with a preposition or as its clause.
    pub(super) fn noun_governs(
        &self,
        cue: &Cue,
        at: &CueAt,
        place: &Range<usize>,
        below: Below,
    ) -> bool {
        if at.tokens.start >= place.start {
            return cue.takes.naming && below == Below::Matter && self.is_named_by(at, place);
        }
        if cue.takes.naming && self.names_it(at, place) {
            return true;
        }
        if !self.takes(cue, below, place) {
            return false;
        }
        let between = at.tokens.end..place.start.max(at.tokens.end);
        match below {
            Below::Matter => {
                let listed = cue.kind == CueKind::Changes && self.is_listed_beside(at, place);
                let beside =
                    listed || self.takes_time(at, place) || self.is_taken_beside(at, place);
                let over = self.nominal_between(&between) && !beside;
                at.tokens.end <= place.start && (over || self.names_it(at, place))
            }
            Below::Child(_) => {
                between.len() <= FAR_CLAUSE && !self.verb_between(&between)
                    || self.names_it(at, place)
            }
        }
    }

    /// "the end of June for talks": whether a time before the place is what a cue's noun takes.
    fn takes_time(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let group = self.shape().noun_at(at.tokens.end);
        let group = group.map(|noun| &self.shape().nouns[noun]);
        group.is_some_and(|group| group.time && group.tokens.end <= place.start)
    }

    /// "for a ban on arms and for talks": whether a conjunction and the preposition that brings in the cue's noun
    /// bring in the place as well.
    fn is_taken_beside(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let word = |at: usize| self.text.tokens[at].word;
        let own = shape.noun_at(at.tokens.start);
        let Some(preposition) = own.and_then(|noun| shape.nouns[noun].preposition) else {
            return false;
        };
        (at.tokens.end..place.start.saturating_sub(1))
            .any(|token| shape.tag_at(token) == Tag::Coord && word(token + 1) == word(preposition))
    }

    /// "an end to strikes and a return to talks", "the end of the war, fair talks": whether the place is listed with
    /// a cue's noun, and not with what the noun takes.
    fn is_listed_beside(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let opens = |token: usize| shape.tag_at(token) == Tag::Det;
        let parts =
            |token: usize| matches!(shape.tag_at(token), Tag::Coord | Tag::Mark(Mark::Comma));
        let mut members = (at.tokens.end..place.start)
            .filter(|&token| parts(token) && !parts(token + 1))
            .map(|token| token + 1);
        // "a cessation of hostilities, and then talks"
        let then = |member: usize| {
            let adverb = shape.tag_at(member) == Tag::Coord && shape.tag_at(member + 1) == Tag::Adv
                || shape.tag_at(member) == Tag::Adv;
            adverb && member < place.start
        };
        if (at.tokens.end..place.start).any(|token| parts(token) && then(token + 1)) {
            return true;
        }
        if opens(at.tokens.end) {
            // What the noun takes has an article, so that a bare group is no second one of it.
            return members.any(|member| !opens(member));
        }
        let indefinite = |token: usize| {
            let definite = &self.grammar().definite;
            opens(token) && !definite.contains(&self.text.tokens[token].word)
        };
        // "the lifting of sanctions and a ban on arms"
        members.next_back().is_some_and(indefinite)
    }

    /// "his priority is a truce", "among his aims is a truce", "he named his terms: a truce": the noun is the subject of a
    /// copula whose complement is the place, or what opens its sentence, or a colon after the noun's clause brings the
    /// place in.
    fn names_it(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let clause = &shape.clauses[shape.clause_at(at.tokens.start)];
        let Some(noun) = shape.noun_at(at.tokens.start) else {
            return false;
        };
        let is_subject = clause.subjects.contains(&noun);
        let verb = clause.verb.map(|verb| &shape.verbs[verb]);
        let leads = shape.nouns[noun].preposition.is_some_and(|at| {
            at == shape.tokens.start && self.grammar().among.contains(&self.text.tokens[at].word)
        });
        let is_complement = (is_subject || leads)
            && verb.is_some_and(|verb| {
                // "his plan includes a truce"
                let holds = self.holds_things(verb);
                (verb.copula && shape.tag_at(verb.tokens.end) != Tag::Prep || holds)
                    && at.tokens.start < verb.tokens.start
                    && verb.tokens.end <= place.start
                    && self.nominal_between(&(verb.tokens.end..place.start))
            });
        is_complement || self.lists_after_colon(noun, place)
    }

    /// "a truce is Smith's priority": the place is the subject of a copula whose complement is the noun of an owner
    /// named before it.
    fn is_named_by(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let clause = &shape.clauses[shape.clause_at(at.tokens.start)];
        let is_subject = |noun| clause.subjects.contains(&noun);
        let Some(group) = shape
            .noun_at(at.tokens.start)
            .map(|noun| &shape.nouns[noun])
        else {
            return false;
        };
        let owned = group.tokens.clone().any(|token| {
            let word = &self.text.tokens[token];
            word.possessive || self.grammar().is(word, Class::Possessive)
        });
        let complement = shape
            .verb_of(shape.clause_at(at.tokens.start))
            .is_some_and(|verb| {
                verb.copula && verb.tokens.end == group.tokens.start && group.preposition.is_none()
            });
        owned && complement && shape.noun_at(place.start).is_some_and(is_subject)
    }

    /// Whether a colon brings the place in, and the noun group is the subject of what stands before
    /// the colon, or its last noun group.
    fn lists_after_colon(&self, noun: usize, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let mut before = (shape.tokens.start..=place.start).rev();
        let is_colon = |at: &usize| shape.tag_at(*at) == Tag::Mark(Mark::Colon);
        let Some(colon) = before.find(is_colon) else {
            return false;
        };
        let group = &shape.nouns[noun].tokens;
        let subject = shape.clauses[shape.clause_at(group.start)]
            .subjects
            .contains(&noun);
        group.end <= colon
            && (subject || group.end == colon)
            && !self.verb_between(&(colon..place.start))
    }

    /// A verb, or an adjective of one, governs its object or complement; judgements and modals also
    /// their subject.
    pub(super) fn verb_governs(
        &self,
        cue: &Cue,
        at: &CueAt,
        clause: usize,
        place: &Range<usize>,
        below: Below,
        own_verb: Option<usize>,
    ) -> bool {
        let shape = self.shape();
        let verb = shape.clauses[clause]
            .verb
            .filter(|&verb| shape.verbs[verb].tokens.contains(&at.tokens.start));
        let inside = place.start < at.tokens.start && at.tokens.end < place.end;
        if below == Below::Matter && inside && is_speakers_wish(cue) {
            // "the shooting had to stop": a wish in the gap of the match.
            return true;
        }
        if self.is_modal_cue(cue, at, verb) {
            // "must": over everything in its clause, and over the verb inside the match.
            let own =
                own_verb.is_some_and(|own| shape.verbs[own].tokens.contains(&at.tokens.start));
            return match below {
                Below::Matter => {
                    own || self.object_side(at, place)
                        || self.subject_side(verb, clause, place)
                            && (cue.holder == CueHolder::Speaker || self.is_subject(clause, place))
                }
                // "will be hard to regain": what follows an adjective is its own.
                Below::Child(link) => {
                    let hard = cue.holder == CueHolder::Subject
                        && link == Link::Infinitive
                        && verb.is_some_and(|verb| shape.verbs[verb].copula);
                    // "should help Kyiv regain": a base form is to be done, and not told.
                    let told =
                        link == Link::Complement && !self.demands(verb) && !bare(shape, place);
                    at.tokens.start < place.start && !told && !hard
                }
            };
        }
        let judges = cue.kind == CueKind::Judges;
        if judges && (at.tokens.start < place.start && self.is_attributive(at) || self.is_topic(at))
        {
            return false;
        }
        let told = matches!(
            below,
            Below::Matter | Below::Child(Link::Relative | Link::Gerund)
        );
        if told && self.has_infinitive_before(at, place) {
            return false;
        }
        let after = at.tokens.end <= place.start
            || at.tokens.start < place.start && place.end <= at.tokens.end;
        let before = place.end <= at.tokens.start;
        let passive = verb.is_some_and(|verb| shape.verbs[verb].passive);
        // "arming Kyiv diminished the stocks": what ends is the object.
        let ends_object = cue.kind == CueKind::Changes
            && verb.is_some_and(|verb| shape.has_object(clause, &shape.verbs[verb]));
        let about_subject = cue.takes.subject && !ends_object;
        match below {
            Below::Matter if after => {
                self.takes_after(cue, at, place, passive)
                    || cue.takes.subject && self.named_judgement(at, place)
            }
            Below::Matter if before => {
                let named = about_subject || passive && cue.takes.noun;
                named
                    && !(judges && (self.is_behind_preposition(at) || self.tells_how(at, clause)))
                    && (self.subject_side(verb, clause, place) && !self.judges_object(at, clause)
                        || self.object_complement(at, clause, place)
                        || self.verbless(at, clause, place))
                    || cue.takes.noun && self.antecedent_object(clause, place)
                    || cue.kind == CueKind::Changes
                        && !passive
                        && self.ends_by_itself(verb, clause, place)
            }
            // "should be frozen, with Kyiv staying out": only a wish takes what comes along.
            Below::Matter | Below::Child(Link::Absolute) => false,
            Below::Child(_) if at.tokens.start < place.start => {
                let parted = cue.kind == CueKind::Changes
                    && (self.leads_to(at, place) || self.is_way(place))
                    || self.is_circumstance(place)
                    || judges && self.is_somebodys(at, clause);
                let extraposed = cue.takes.subject && self.is_extraposed(clause, below);
                !parted && (self.takes(cue, below, place) || extraposed)
            }
            // "sending troops should not be ruled out"
            Below::Child(Link::Gerund) if before && passive => {
                cue.takes.subject || cue.takes.noun || cue.takes.verb_ing
            }
            Below::Child(_) => before && about_subject,
        }
    }

    /// "must not be lifted too early": whether a judgement only tells how something is done.
    fn tells_how(&self, at: &CueAt, clause: usize) -> bool {
        let shape = self.shape();
        let opens = shape.tag_at(at.tokens.start) == Tag::Adv;
        let calls = |head: usize| {
            let mut cues = self.cues.iter();
            cues.any(|cue| {
                let meaning = &self.rules.lexicon.cues[cue.cue];
                cue.tokens.contains(&head) && meaning.kind.is_reporting() && meaning.takes.noun
            })
        };
        shape.verb_of(clause).is_some_and(|verb| {
            let passive = verb.passive && verb.tokens.end == at.tokens.start;
            // "ending it too early", but "calling it too early"
            let act = verb.mood == Mood::Ing && !verb.copula && !calls(verb.head);
            opens && (passive || act)
        })
    }

    /// "will pay for an invasion": whether a judgement is no predicate, but what a preposition other than *as*
    /// brings in.
    fn is_behind_preposition(&self, at: &CueAt) -> bool {
        let start = at.tokens.start;
        let noun = self.shape().noun_at(start);
        let group = noun.map(|noun| &self.shape().nouns[noun]);
        group
            .and_then(|group| group.preposition)
            .is_some_and(|preposition| {
                let word = self.text.tokens[preposition].word;
                preposition + 1 == start && !self.grammar().echo.contains(&word)
            })
    }

    /// "drained its stocks by sending arms": whether a clause tells by what something is done.
    fn is_way(&self, place: &Range<usize>) -> bool {
        let first = self.text.tokens[place.start].word;
        self.shape().tag_at(place.start) == Tag::Prep && self.grammar().by.contains(&first)
    }

    /// "amid growing calls", "despite sending arms": whether a clause only tells of a circumstance.
    fn is_circumstance(&self, place: &Range<usize>) -> bool {
        let first = self.text.tokens[place.start].word;
        self.shape().tag_at(place.start) == Tag::Prep
            && self.grammar().info(first).is(Class::Adjunct)
            && !self.grammar().echo.contains(&first)
    }

    /// "it would prolong the war to": whether what follows can be what a clause judges, and not "a pause would
    /// let them regroup, and we will not yield".
    fn is_extraposed(&self, clause: usize, below: Below) -> bool {
        let shape = self.shape();
        let it = |&noun: &usize| {
            let group = &shape.nouns[noun];
            let word = self.text.tokens[group.head].word;
            let pronoun = self.grammar().pronoun(word).filter(|_| group.pronoun);
            pronoun.is_some_and(|p| p.gender == Gender::It && !p.many)
        };
        // "a truce is needed to reach a deal": what something is needed for.
        let passive = shape.verb_of(clause).is_some_and(|verb| verb.passive);
        let apart = below == Below::Child(Link::Infinitive) && passive;
        !apart && below != Below::Child(Link::Complement)
            || shape.clauses[clause].subjects.iter().all(it)
    }

    /// "she is working to": whether the verb of a judgement is what somebody does, and judges nothing that
    /// follows: "it works to".
    fn is_somebodys(&self, at: &CueAt, clause: usize) -> bool {
        let shape = self.shape();
        let in_verb = shape
            .verb_of(clause)
            .is_some_and(|verb| verb.head == at.tokens.start && !verb.copula);
        let person = |&noun: &usize| {
            let group = &shape.nouns[noun];
            let word = self.text.tokens[group.head].word;
            let pronoun = self.grammar().pronoun(word).filter(|_| group.pronoun);
            pronoun.is_some_and(|p| p.gender != Gender::It || p.many)
                || shape.tag_at(group.head) == Tag::Name
        };
        in_verb && shape.clauses[clause].subjects.iter().any(person)
    }

    /// "should be demanding that": whether a verb wants what its clause tells.
    fn demands(&self, verb: Option<usize>) -> bool {
        let head = verb.map(|verb| self.shape().verbs[verb].head);
        self.cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            Some(at.tokens.start) == head && cue.kind == CueKind::Wants && cue.takes.that_clause
        })
    }

    /// "was reduced to asking": whether *to* alone stands between a verb and what follows.
    fn leads_to(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let is_to = |at: usize| {
            self.grammar()
                .info(self.text.tokens[at].word)
                .is(Class::Infinitive)
        };
        place.start == at.tokens.end + 1 && is_to(at.tokens.end)
            || place.start == at.tokens.end && is_to(place.start)
    }

    /// "With Smith ready to move in May, Rome spoke of a truce": whether a cue ends with an infinitive's *to*, and its verb
    /// stands before the place.
    fn has_infinitive_before(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let end = at.tokens.end;
        self.shape().tag_at(end - 1) == Tag::To
            && end < place.start
            && self.verb_between(&(end..place.start))
    }

    /// Whether a verb takes the matter after it as its object. What follows a passive is no object,
    /// but for its agent: "is backed by sanctions".
    fn takes_after(&self, cue: &Cue, at: &CueAt, place: &Range<usize>, passive: bool) -> bool {
        // "was hit with sanctions": what its preposition takes.
        let prepositional =
            cue.kind == CueKind::Does && self.shape().tag_at(at.tokens.end - 1) == Tag::Prep;
        let objectless = passive && cue.takes.noun && cue.kind != CueKind::Says && !prepositional;
        self.takes(cue, Below::Matter, place)
            && (!objectless || self.by_phrase(at, place))
            && self.object_side(at, place)
    }

    /// "is an important issue": an adjective before what is only spoken of judges nothing.
    fn is_topic(&self, at: &CueAt) -> bool {
        let shape = self.shape();
        let head = shape
            .noun_at(at.tokens.start)
            .map(|noun| shape.nouns[noun].head);
        at.tokens.len() == 1
            && shape.tag_at(at.tokens.start) == Tag::Adj
            && head.is_some_and(|head| self.grammar().is(&self.text.tokens[head], Class::Topic))
    }

    /// "a good road to": an adjective inside a noun group judges its noun, not what follows.
    pub(super) fn is_attributive(&self, at: &CueAt) -> bool {
        let shape = self.shape();
        at.tokens.len() == 1
            && shape.tag_at(at.tokens.start) == Tag::Adj
            && shape.noun_at(at.tokens.start).is_some_and(|noun| {
                let head = shape.nouns[noun].head;
                head > at.tokens.start && matches!(shape.tag_at(head), Tag::Noun | Tag::Name)
            })
    }

    /// "the point of sanctions is to": whether the place is in a subject itself, and does not only hang on it.
    pub(super) fn is_subject(&self, clause: usize, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let subjects = &shape.clauses[clause].subjects;
        shape
            .noun_at(place.start)
            .is_some_and(|noun| subjects.contains(&noun))
    }

    /// Whether the cue is a modal or an auxiliary of its verb group: *must*, *will*, *has to*.
    fn is_modal_cue(&self, cue: &Cue, at: &CueAt, verb: Option<usize>) -> bool {
        let shape = self.shape();
        cue.kind == CueKind::Wants
            && verb.is_some_and(|verb| {
                shape.verbs[verb].head >= at.tokens.end && self.is_auxiliary(at.tokens.start)
            })
    }
}

/// *must*, *it is time to*: whether whoever says so wants it.
fn is_speakers_wish(cue: &Cue) -> bool {
    cue.holder == CueHolder::Speaker && cue.kind == CueKind::Wants
}
