//! Where a cue stands to what it may take: before or after the verb, as object, subject or complement.

use std::ops::Range;

use crate::attribution::CueAt;
use crate::clause::{Link, Mood, Tag};
use crate::grammar::Class;
use crate::rules::Cue;
use crate::stance::chain::Climber;
use crate::stance::condition;
use crate::statement::CueKind;
use crate::words::Mark;

/// How many words can part a matter from what it is called: "called the plan of the two presidents,
/// in short, unrealistic".
const FAR_JUDGEMENT: usize = 6;

/// How long noun groups joined by prepositions and coordinators can be and still be one thing.
const LONGEST_PHRASE: usize = 12;

impl Climber<'_> {
    /// "by sanctions": what a passive's agent names is not what the verb takes.
    pub(super) fn by_phrase(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let grammar = self.grammar();
        (at.tokens.end..place.start).any(|t| grammar.by.contains(&self.text.tokens[t].word))
    }

    /// Whether the place is an object or what follows it, and no circumstance.
    pub(super) fn object_side(&self, at: &CueAt, place: &Range<usize>) -> bool {
        if at.tokens.end > place.start {
            return at.tokens.start < place.start;
        }
        let between = at.tokens.end..place.start;
        let grammar = self.grammar();
        // "at the talks", but "at least 60"
        let counts = |token: usize| {
            let next = grammar.info(self.text.tokens[token + 1].word);
            next.is_any(&[Class::Quantifier, Class::Adverb])
        };
        let adjunct = between.clone().any(|token| {
            let info = grammar.info(self.text.tokens[token].word);
            self.shape().tag_at(token) == Tag::Prep && info.is(Class::Adjunct) && !counts(token)
        });
        !adjunct
            && !self.is_means(at, &between)
            && !self.is_beside_name(place)
            && condition::prices(self.rules, self.text, between.clone()).is_empty()
            && condition::reasons(self.rules, self.text, between).is_empty()
    }

    /// "end the war with a truce": whether the place is the means by which a verb changes something else.
    fn is_means(&self, at: &CueAt, between: &Range<usize>) -> bool {
        let shape = self.shape();
        let changes = self.cues.iter().any(|cue| {
            cue.tokens == at.tokens && self.rules.lexicon.cues[cue.cue].kind == CueKind::Changes
        });
        let means = |token: usize| {
            let word = &self.text.tokens[token].word;
            shape.tag_at(token) == Tag::Prep
                && (self.grammar().absolute.contains(word) || self.grammar().by.contains(word))
        };
        let object = |token: usize| matches!(shape.tag_at(token), Tag::Noun | Tag::Name);
        let mut tokens = between.clone();
        changes && tokens.any(object) && tokens.any(means)
    }

    /// "aid to fight Moscow, a package that": whether the place is set beside a name that it cannot stand for,
    /// as one thing and no member of a list.
    fn is_beside_name(&self, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let Some(noun) = shape.noun_at(place.start).filter(|&noun| noun > 0) else {
            return false;
        };
        let (group, before) = (&shape.nouns[noun], &shape.nouns[noun - 1]);
        let parted = group.tokens.start == before.tokens.end + 1
            && shape.tag_at(before.tokens.end) == Tag::Mark(Mark::Comma);
        let end = shape.clauses[shape.clause_at(group.head)].tokens.end;
        let first = self.text.tokens[group.tokens.start].word;
        let indefinite = shape.tag_at(group.tokens.start) == Tag::Det
            && !self.grammar().definite.contains(&first);
        let listed = || (group.tokens.end..end).any(|at| shape.tag_at(at) == Tag::Coord);
        parted
            && indefinite
            && shape.tag_at(before.head) == Tag::Name
            && shape.tag_at(before.tokens.start) != Tag::Det
            && shape.tag_at(group.head) == Tag::Noun
            && !listed()
    }

    /// Whether the place stands before the verb of its clause and is, or belongs to, its subject.
    pub(super) fn subject_side(
        &self,
        verb: Option<usize>,
        clause: usize,
        place: &Range<usize>,
    ) -> bool {
        let shape = self.shape();
        let verb = verb.or(shape.clauses[clause].verb);
        let Some(verb) = verb else { return false };
        if place.start >= shape.verbs[verb].tokens.start {
            return false;
        }
        let subjects = &shape.clauses[clause].subjects;
        let Some(noun) = shape.noun_at(place.start) else {
            return false;
        };
        if subjects.contains(&noun) {
            return true;
        }
        // "the idea of a truce is ...": the matter hangs on the subject by a preposition.
        let last = subjects
            .iter()
            .rev()
            .find(|&&s| shape.nouns[s].tokens.end <= place.start);
        last.is_some_and(|&subject| {
            let between = shape.nouns[subject].tokens.end..place.start;
            self.nominal_between(&between)
        })
    }

    /// "that deliveries end": the matter is the subject, and nothing follows as object.
    pub(super) fn ends_by_itself(
        &self,
        verb: Option<usize>,
        clause: usize,
        place: &Range<usize>,
    ) -> bool {
        let shape = self.shape();
        let alone = verb.is_some_and(|at| !shape.has_object(clause, &shape.verbs[at]));
        alone && self.subject_side(verb, clause, place)
    }

    /// "the treaty he wants": the place is what the relative clause's verb takes.
    pub(super) fn antecedent_object(&self, clause: usize, place: &Range<usize>) -> bool {
        let shape = self.shape();
        // "which Norway wants to lift"
        let mut above = shape.ancestors(clause);
        let relative = above.find(|&at| shape.clauses[at].link != Link::Infinitive);
        let relative = &shape.clauses[relative.unwrap_or(clause)];
        let taken = |noun: usize| {
            relative.appositions.contains(&noun) && !relative.subjects.contains(&noun)
        };
        // "a step rejected by Rome"
        let passive = shape.verb_of(clause).is_some_and(|verb| verb.passive);
        let done = |noun: usize| passive && relative.subjects.contains(&noun);
        let stands_for = || {
            let subject = shape.noun_at(place.start);
            subject
                .and_then(|subject| self.placeholder_for(subject))
                .or_else(|| self.set_behind(place))
        };
        let own = shape.noun_at(place.end - 1);
        // "a truce in Ukraine, which Moscow rejected"
        let trails = || own.and_then(|noun| self.named_behind(noun));
        let first = shape.noun_at(place.start);
        relative.link == Link::Relative
            && (own.is_some_and(taken)
                || first.is_some_and(taken)
                || stands_for().is_some_and(|noun| taken(noun) || done(noun))
                || trails().is_some_and(taken))
    }

    /// "called the plan unrealistic": the judgement follows the matter.
    pub(super) fn object_complement(
        &self,
        at: &CueAt,
        clause: usize,
        place: &Range<usize>,
    ) -> bool {
        let shape = self.shape();
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        // "help Kyiv repel Moscow's aggression": somebody's is no judgement.
        let owned = shape.noun_at(at.tokens.start).is_some_and(|noun| {
            let mut before = shape.nouns[noun].tokens.start..at.tokens.start;
            before.any(|at| self.text.tokens[at].possessive)
        });
        verb.tokens.end <= place.start
            && place.end <= at.tokens.start
            && !verb.copula
            && !owned
            && at.tokens.start - place.end <= FAR_JUDGEMENT
            && self.cues.iter().any(|cue| {
                let kind = self.rules.lexicon.cues[cue.cue].kind;
                cue.tokens.contains(&verb.head) && kind.is_reporting()
            })
    }

    /// "called the plan to send troops reckless", "called sending troops a mistake": whether a judgement behind
    /// the clause of an object tells what somebody calls the object.
    pub(super) fn trails(
        &self,
        cue: &Cue,
        at: &CueAt,
        clause: usize,
        place: &Range<usize>,
    ) -> bool {
        let shape = self.shape();
        let calls = |cue: &CueAt| {
            let meaning = &self.rules.lexicon.cues[cue.cue];
            let head = shape.verb_of(clause).map(|verb| verb.head);
            Some(cue.tokens.start) == head && meaning.kind.is_reporting() && meaning.takes.noun
        };
        cue.kind == CueKind::Judges
            && cue.takes.subject
            && place.start < at.tokens.start
            && at.tokens.end <= place.end
            && (at.tokens.end..place.end).all(|token| matches!(shape.tag_at(token), Tag::Mark(_)))
            && matches!(
                shape.tag_at(at.tokens.start),
                Tag::Adj | Tag::Det | Tag::Noun
            )
            && !self.is_attributive(at)
            && self.cues.iter().any(calls)
    }

    /// "troops would make a war inevitable": whether an adjective tells what becomes of the verb's object.
    pub(super) fn judges_object(&self, at: &CueAt, clause: usize) -> bool {
        let shape = self.shape();
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        at.tokens.len() == 1
            && shape.tag_at(at.tokens.start) == Tag::Adj
            && !verb.copula
            && shape.nouns.iter().any(|noun| {
                let object = noun.preposition.is_none() && !noun.time && !noun.pronoun;
                object
                    && noun.tokens.start >= verb.tokens.end
                    && noun.head < at.tokens.start
                    && shape.clause_at(noun.head) == clause
            })
    }

    /// "Troops 'unacceptable'", "Troops 'a mistake'": the judgement follows the matter, as in headlines,
    /// without a verb.
    pub(super) fn verbless(&self, at: &CueAt, clause: usize, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let between = place.end..at.tokens.start;
        let comma = |token: usize| shape.tag_at(token) == Tag::Mark(Mark::Comma);
        let mut told = at.tokens.clone().map(|token| shape.tag_at(token));
        let first = told.find(|tag| !matches!(tag, Tag::Not));
        // "Giving up land 'a mistake'"
        let quoted = matches!(shape.tag_at(at.tokens.start - 1), Tag::Mark(Mark::Quote));
        let gerund = shape.verb_of(clause).is_some_and(|verb| {
            verb.mood == Mood::Ing && verb.tokens.start == shape.tokens.start && quoted
        });
        (shape.clauses[clause].verb.is_none() || gerund)
            && (first == Some(Tag::Adj) || first == Some(Tag::Det) && !between.clone().any(comma))
            && self.nominal_between(&between)
    }

    /// "the key to peace is X": the judgement stands before.
    pub(super) fn named_judgement(&self, at: &CueAt, place: &Range<usize>) -> bool {
        let shape = self.shape();
        let clause = shape.clause_at(at.tokens.start);
        let inverted = shape.verb_of(clause).is_some_and(|verb| {
            verb.copula
                && at.tokens.start < verb.tokens.end
                && verb.tokens.end <= place.start
                && at.tokens.end <= verb.tokens.end + 1
        });
        inverted && self.object_side(at, place)
    }

    /// Whether only noun groups, prepositions and coordinators stand between.
    pub(super) fn nominal_between(&self, between: &Range<usize>) -> bool {
        let shape = self.shape();
        between.len() <= LONGEST_PHRASE
            && between.clone().all(|token| match shape.tag_at(token) {
                Tag::Det
                | Tag::Adj
                | Tag::Noun
                | Tag::Name
                | Tag::Coord
                | Tag::Adv
                | Tag::Pron
                | Tag::Not
                | Tag::Time => true,
                Tag::Prep => {
                    let word = self.text.tokens[token].word;
                    // ", with talks to begin": what comes along.
                    let along = self.grammar().absolute.contains(&word)
                        && token > between.start
                        && shape.tag_at(token - 1) == Tag::Mark(Mark::Comma);
                    !along && !self.grammar().info(word).is(Class::Adjunct)
                }
                Tag::Mark(mark) => matches!(
                    mark,
                    Mark::Quote | Mark::Comma | Mark::Other | Mark::Open | Mark::Close
                ),
                Tag::Verb(_)
                | Tag::Aux
                | Tag::Modal
                | Tag::To
                | Tag::Comp
                | Tag::Rel
                | Tag::Subord => false,
            })
    }

    pub(super) fn verb_between(&self, between: &Range<usize>) -> bool {
        between.clone().any(|token| {
            matches!(
                self.shape().tag_at(token),
                Tag::Verb(_) | Tag::Aux | Tag::Modal
            )
        })
    }
}
