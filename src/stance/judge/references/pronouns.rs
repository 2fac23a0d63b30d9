//! Matters that a pronoun stands for: "rejected it", "ruled that out", "called them madness".

use std::ops::Range;

use crate::attribution::{Attributed, CueAt, Line};
use crate::clause::{Clause, Link, Mood, Tag, VerbGroup};
use crate::matching::Match;
use crate::rules::{Cue, CueHolder, Rules};
use crate::span::overlap;
use crate::stance::judge::references::is_ended;
use crate::statement::CueKind;
use crate::text::Text;

/// Finds what the pronouns of one sentence stand for.
pub(super) struct Pronouns<'a> {
    pub(super) rules: &'a Rules,
    pub(super) text: &'a Text<'a>,
    pub(super) attributed: &'a Attributed,
    pub(super) matches: &'a [Match],
    pub(super) sentence: usize,
}

impl<'a> Pronouns<'a> {
    /// The matters that pronouns of the sentence stand for, each at its pronoun. Only a pronoun that a
    /// cue takes for its object counts, as *it* before a verb often announces what follows, or one that takes up
    /// what a report is about.
    pub(super) fn referred(&self) -> Vec<Match> {
        let tokens = self.line().shape.tokens.clone();
        let pronouns = &self.rules.lexicon.reference_pronouns;
        let found = pronouns.find(&self.text.tokens[tokens.clone()]);
        let places = found.iter().map(|found| tokens.start + found.start);
        let objects = places.filter(|&place| {
            self.line().shape.tag_at(place) == Tag::Pron
                && (self.is_object(place)
                    && self.line().cues.iter().any(|cue| self.takes(cue, place))
                    || self.takes_up(place)
                    || self.is_judged(place)
                    || self.told_of(place).is_some())
        });
        objects
            .filter_map(|place| {
                let told_of = self.told_of(place);
                let matter = told_of.or_else(|| self.antecedent(place))?;
                let named = matter.referred(self.sentence, place..place + 1);
                let ends = is_ended(self.rules, self.text, self.attributed, matter);
                if told_of.is_some() || self.takes_up(place) {
                    return Some(if ends { named.ended() } else { named });
                }
                // "proposed lifting it. Merz rejected that": the act, but of *it* nobody can tell.
                let personal = self.rules.grammar.pronoun(self.text.tokens[place].word);
                match (ends, personal) {
                    (true, None) => Some(named.ended()),
                    (true, Some(pronoun)) if !pronoun.many => None,
                    _ => Some(named),
                }
            })
            .collect()
    }

    fn line(&self) -> &'a Line {
        &self.attributed.lines[self.sentence]
    }

    /// Whether a pronoun is no subject, and nobody to whom something else is given: "supply it with".
    fn is_object(&self, place: usize) -> bool {
        let shape = &self.line().shape;
        let subject = shape.noun_at(place).is_some_and(|noun| {
            let mut clauses = shape.clauses.iter();
            // "wants them lifted"
            let acts = |clause: &Clause| {
                let verb = clause.verb.map(|verb| &shape.verbs[verb]);
                verb.is_none_or(|verb| verb.mood != Mood::Participle)
            };
            clauses.any(|clause| clause.subjects.contains(&noun) && acts(clause))
        });
        let next = place + 1;
        let receives = next < shape.tokens.end
            && (self
                .rules
                .grammar
                .absolute
                .contains(&self.text.tokens[next].word)
                || shape
                    .noun_at(next)
                    .is_some_and(|noun| !shape.nouns[noun].time));
        !subject && !receives
    }

    /// "Asked about the ban, Smith said it must stay": whether a pronoun is the subject of what is reported, where a
    /// participle before the report tells what it is about.
    fn takes_up(&self, place: usize) -> bool {
        let shape = &self.line().shape;
        let clause = shape.clause_at(place);
        let own = &shape.clauses[clause];
        let subject = shape.noun_at(place);
        let Some(report) = own.parent.filter(|_| own.link == Link::Complement) else {
            return false;
        };
        let is_subject = subject.is_some_and(|subject| own.subjects.contains(&subject));
        let opened = shape.verb_of(report).is_some_and(|verb| {
            shape.clauses.iter().any(|fronted| {
                fronted.link == Link::Participle
                    && fronted.parent == Some(report)
                    && fronted.tokens.end <= verb.tokens.start
            })
        });
        is_subject && opened && !self.announces(clause, place)
    }

    /// "'That would be a mistake,' Smith said": whether a pronoun is the subject of a judgement in somebody's words,
    /// the predicate itself and no part of another thing's name: "it was a good talk".
    fn is_judged(&self, place: usize) -> bool {
        let line = self.line();
        let shape = &line.shape;
        let clause = shape.clause_at(place);
        let own = &shape.clauses[clause];
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        let subject = shape.noun_at(place);
        let is_subject = subject.is_some_and(|subject| own.subjects.contains(&subject));
        let told = self.text.quote_at(place).is_some() || own.link == Link::Complement;
        // "If we stop, it will cost more" judges the stopping.
        let supposed = shape
            .clauses
            .iter()
            .any(|clause| clause.link == Link::Condition && clause.tokens.start < place);
        let predicate = |at: &CueAt| {
            let after = |token: usize| shape.tag_at(token - 1) != Tag::Prep;
            let mut nouns = shape
                .nouns
                .iter()
                .filter(|noun| noun.preposition.is_none() && noun.tokens.start >= verb.tokens.end);
            let another = nouns.any(|noun| {
                shape.clause_at(noun.head) == clause
                    && !noun.time
                    && !overlap(&noun.tokens, &at.tokens)
            });
            verb.copula && !another && at.tokens.start > place && after(at.tokens.start)
        };
        let judged = self.is_demanded(verb)
            || line.cues.iter().any(|at| {
                let head = shape
                    .noun_at(at.tokens.start)
                    .map(|noun| shape.nouns[noun].head);
                self.rules.lexicon.cues[at.cue].kind == CueKind::Judges
                    && shape.clause_at(at.tokens.start) == clause
                    && (predicate(at) || overlap(&at.tokens, &verb.tokens))
                    && head.is_none_or(|head| head < at.tokens.end)
            });
        is_subject && told && judged && !supposed && !self.announces(clause, place)
    }

    /// "They must be lifted": whether a verb tells what whoever speaks wants done to its subject.
    fn is_demanded(&self, verb: &VerbGroup) -> bool {
        let is = |token: usize, fits: &dyn Fn(&Cue) -> bool| {
            let mut cues = self.line().cues.iter();
            cues.any(|at| at.tokens.start == token && fits(&self.rules.lexicon.cues[at.cue]))
        };
        let wants = |cue: &Cue| cue.kind == CueKind::Wants && cue.holder == CueHolder::Speaker;
        let does = |cue: &Cue| matches!(cue.kind, CueKind::Changes | CueKind::Does);
        verb.passive && verb.modal.is_some_and(|modal| is(modal, &wants)) && is(verb.head, &does)
    }

    /// "'It is unacceptable,' Smith said of the plan": the matter that the report says the words are about, where a
    /// pronoun is a subject in them.
    fn told_of(&self, place: usize) -> Option<&'a Match> {
        let shape = &self.line().shape;
        self.text.quote_at(place)?;
        let clause = &shape.clauses[shape.clause_at(place)];
        shape
            .noun_at(place)
            .filter(|noun| clause.subjects.contains(noun))?;
        let mut frames = shape
            .clauses
            .iter()
            .filter(|clause| clause.link == Link::Frame);
        let report = frames.find_map(|frame| frame.verb.map(|verb| &shape.verbs[verb]))?;
        let behind = |matter: &&Match| {
            let start = matter.tokens.start;
            let noun = shape.noun_at(start).map(|noun| &shape.nouns[noun]);
            let first = noun.map_or(start, |noun| noun.tokens.start.min(start));
            let brings = |at: usize| {
                self.rules
                    .grammar
                    .gerund
                    .contains(&self.text.tokens[at].word)
            };
            // "of lifting the ban"
            let links = noun.and_then(|noun| noun.preposition).is_some_and(brings)
                || (first.saturating_sub(2).max(shape.tokens.start)..first).any(brings);
            matter.sentence == self.sentence
                && matter.kind.only_names()
                && start >= report.tokens.end
                && self.text.quote_at(start).is_none()
                && links
        };
        self.matches.iter().find(behind)
    }

    /// Whether a clause follows that a pronoun may only announce: "made it clear that".
    fn announces(&self, clause: usize, place: usize) -> bool {
        let mut clauses = self.line().shape.clauses.iter();
        clauses.any(|below| {
            below.parent == Some(clause)
                && below.tokens.start > place
                && matches!(below.link, Link::Complement | Link::Infinitive)
        })
    }

    /// Whether a cue is about a pronoun: the pronoun follows the cue or stands in its gap, and no clause
    /// follows that it only announces, "made it clear that".
    fn takes(&self, at: &CueAt, place: usize) -> bool {
        let shape = &self.line().shape;
        let cue = &self.rules.lexicon.cues[at.cue];
        let told = matches!(
            cue.kind,
            CueKind::Says | CueKind::Thinks | CueKind::Threatens
        );
        // "We did not introduce them": a deed denied is no stance on what it would have done it to.
        let undone = cue.kind == CueKind::Does
            && shape
                .verb_at(at.tokens.start)
                .is_some_and(|verb| !shape.verbs[verb].nots.is_empty());
        let after = at.tokens.end == place && cue.takes.noun;
        let within = at.tokens.start < place && place < at.tokens.end;
        let clause = shape.clause_at(place);
        !told && !undone && (after || within) && !self.announces(clause, place)
    }

    /// The matter that a pronoun stands for: of those of its number that are named before it in the
    /// sentence or, if none is, in the sentence before, the last, where all are of one position.
    fn antecedent(&self, place: usize) -> Option<&'a Match> {
        let named = self.named_in(self.sentence, place);
        let named = if named.is_empty() {
            let before = self.sentence.checked_sub(1)?;
            let [here, there] = [self.sentence, before].map(|at| self.text.sentences[at].paragraph);
            if there + 1 < here || self.names_another(place) {
                return None;
            }
            self.named_in(before, place)
        } else {
            named
        };
        let last = *named.last()?;
        if self.is_judged(place) && !self.is_plainly_meant(last, place) {
            return None;
        }
        let mut all = named.iter();
        all.all(|matter| matter.position == last.position)
            .then_some(last)
    }

    /// The matters that a sentence names before a pronoun and that are of its number. An act on
    /// several is one: "sending troops".
    fn named_in(&self, sentence: usize, pronoun: usize) -> Vec<&'a Match> {
        let shape = &self.attributed.lines[sentence].shape;
        let many = self.is_many(pronoun);
        // "That is a mistake": what was just done to several is one thing as well.
        let [here, there] = [self.sentence, sentence].map(|at| self.text.sentences[at].paragraph);
        let personal = self.rules.grammar.pronoun(self.text.tokens[pronoun].word);
        let whatever = personal.is_none() && here == there;
        let fits = |matter: &&Match| {
            let noun = shape.noun_at(matter.tokens.start);
            let plural = noun.is_some_and(|noun| self.looks_plural(shape.nouns[noun].head));
            let clause = shape.clause_at(matter.tokens.start);
            let act = matches!(shape.clauses[clause].link, Link::Gerund | Link::Infinitive);
            matter.sentence == sentence
                && matter.tokens.end <= pronoun
                && matter.kind.only_names()
                && (plural == many || (act || whatever) && !many)
        };
        self.matches.iter().filter(fits).collect()
    }

    /// "drew up a plan and called it fair": whether an object before a pronoun in its sentence, no one's
    /// name and no part of a cue, can be what it stands for.
    fn names_another(&self, place: usize) -> bool {
        let line = self.line();
        let shape = &line.shape;
        // "poured cold water on it"
        let in_cue = |tokens: &Range<usize>| {
            let mut cues = line.cues.iter();
            cues.any(|at| !self.rules.lexicon.cues[at.cue].noun && overlap(&at.tokens, tokens))
        };
        let after_verb = |at: usize| shape.verbs.iter().any(|verb| verb.tokens.end <= at);
        let mentions = &self.attributed.mentions[self.sentence];
        let mut nouns = shape.nouns.iter().zip(mentions);
        nouns.any(|(noun, named)| {
            noun.tokens.end <= place
                && noun.preposition.is_none()
                && !noun.time
                && !noun.pronoun
                && named.is_empty()
                && after_verb(noun.tokens.start)
                && !in_cue(&noun.tokens)
                && self.looks_plural(noun.head) == self.is_many(place)
        })
    }

    /// Whether the subject of a judgement can only stand for a matter: nothing else of its number is named between
    /// them, and the matter is not denied, as "that is our limit" may mean the denial.
    fn is_plainly_meant(&self, matter: &Match, place: usize) -> bool {
        let shape = &self.attributed.lines[matter.sentence].shape;
        let clause = shape.clause_at(matter.tokens.start);
        let denied = shape
            .ancestors(clause)
            .filter_map(|clause| shape.verb_of(clause))
            .any(|verb| !verb.nots.is_empty());
        let start = self.line().shape.tokens.start;
        let other = |m: &Match| m.tokens.start >= start && m.tokens.end <= place;
        let here = matter.sentence == self.sentence || !self.matches.iter().any(other);
        here && !denied && !self.names_after(matter, place)
    }

    /// "backed the ban in a talk; it was long": whether a thing of the number of a pronoun is named between a matter
    /// and the pronoun.
    fn names_after(&self, matter: &Match, place: usize) -> bool {
        let line = &self.attributed.lines[matter.sentence];
        let mentions = &self.attributed.mentions[matter.sentence];
        let mut nouns = line.shape.nouns.iter().zip(mentions);
        nouns.any(|(noun, named)| {
            noun.tokens.start >= matter.tokens.end
                && noun.tokens.end <= place
                && !noun.time
                && !noun.pronoun
                && named.is_empty()
                && self.looks_plural(noun.head) == self.is_many(place)
        })
    }

    fn is_many(&self, pronoun: usize) -> bool {
        let pronoun = self.rules.grammar.pronoun(self.text.tokens[pronoun].word);
        pronoun.is_some_and(|pronoun| pronoun.many)
    }

    fn looks_plural(&self, noun: usize) -> bool {
        let written = self.text.slice(self.text.tokens[noun].span);
        self.rules.grammar.looks_plural(written)
    }
}
