//! The acts that govern a match, from the innermost to the outermost.
//!
//! A cue governs a match that it takes: as its object, in the clause it opens, or, for judgements
//! and modals, as its subject. Going up from clause to clause, each verb group on the way is a
//! link, whether or not it is a cue, because its negation counts.

mod governs;
mod places;
mod relative;
mod starts;
mod takes;

use std::ops::Range;

use crate::attribution::{CueAt, Line};
use crate::clause::{Link, Mood, Shape, Tag, VerbGroup};
use crate::grammar::{Class, Gender, Grammar};
use crate::matching::Match;
use crate::rules::{Cue, CueHolder, Rules};
use crate::statement::CueKind;
use crate::text::Text;
use crate::words::Mark;

/// One act on the way up.
#[derive(Clone, Debug)]
pub(super) struct Act<'a> {
    /// What the cue means.
    pub(super) cue: &'a Cue,
    /// Where it stands.
    pub(super) at: CueAt,
    /// Its clause.
    pub(super) clause: usize,
}

/// The acts and verb groups that govern a match.
#[derive(Clone, Debug, Default)]
pub(super) struct Chain<'a> {
    /// Innermost first.
    pub(super) acts: Vec<Act<'a>>,
    /// The clauses on the way, the match's own first.
    pub(super) clauses: Vec<usize>,
    /// The verb group inside the match that heads its clause.
    pub(super) own_verb: Option<usize>,
}

impl Chain<'_> {
    /// "lifted the ban, a move that Rome condemned": this chain, as far as nobody reports it, and above it that
    /// of a word which stands for what it tells.
    fn below(&self, above: Self) -> Self {
        let mut joined = self.clone();
        let reported = joined
            .acts
            .iter()
            .position(|act| act.cue.kind.is_reporting());
        joined.acts.truncate(reported.unwrap_or(joined.acts.len()));
        joined.acts.extend(above.acts);
        joined.clauses.extend(above.clauses);
        joined
    }
}

pub(super) struct Climber<'a> {
    pub(super) rules: &'a Rules,
    pub(super) text: &'a Text<'a>,
    pub(super) line: &'a Line,
    /// The cues that the match leaves.
    pub(super) cues: Vec<CueAt>,
}

/// How the match or the clause below hangs on a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Below {
    Matter,
    Child(Link),
}

impl<'a> Climber<'a> {
    fn shape(&self) -> &'a Shape {
        &self.line.shape
    }

    fn grammar(&self) -> &'a Grammar {
        &self.rules.grammar
    }

    /// Whether a cue for a wish begins at a token.
    fn is_wish(&self, token: usize) -> bool {
        self.cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            at.tokens.start == token && cue.kind == CueKind::Wants
        })
    }

    /// The chain of a match; then, for every relative clause that speaks of it, the chain from there:
    /// "the treaty he wants", "monitors, who were proposed by Rome".
    pub(super) fn chains(&self, matter: &Match) -> Vec<Chain<'a>> {
        let shape = self.shape();
        let own_verb = self.own_verb(matter);
        let clause = own_verb.map_or_else(
            || shape.clause_at(matter.tokens.start),
            |verb| shape.clause_at(shape.verbs[verb].head),
        );
        let noun = shape
            .noun_at(matter.tokens.end - 1)
            .or_else(|| shape.noun_at(matter.tokens.start));
        let start = match own_verb {
            None => self
                .under_modal(clause, matter)
                .or_else(|| self.under_command(clause, matter))
                .unwrap_or(clause),
            Some(_) => clause,
        };
        let mut main = self.climb(matter, start, own_verb);
        if start != clause {
            // "the lifting of sanctions has to be part of it"
            let mut beside = self.acts_in(clause, &matter.tokens, Below::Matter, own_verb);
            beside.retain(|act| {
                act.cue.noun
                    && main
                        .acts
                        .iter()
                        .all(|other| other.at.tokens != act.at.tokens)
            });
            main.acts.splice(0..0, beside);
        }
        let first = shape.noun_at(matter.tokens.start);
        // "seize the assets frozen in May": what a verb of the match takes is only told of.
        let beside = first.into_iter().chain(noun.filter(|_| noun != first));
        for noun in beside.filter(|_| own_verb.is_none()) {
            let changed = self.changed_beside(noun, matter);
            main.acts.splice(0..0, changed);
        }
        let mut chains = vec![main];
        if let Some(noun) = noun.filter(|_| own_verb.is_none()) {
            // "the sanctions hurt the poor and should go": a second verb of the same subject.
            for (at, beside) in shape.clauses.iter().enumerate() {
                let of = |noun: &usize| beside.subjects.contains(noun);
                let shares =
                    (of(&noun) || first.is_some_and(|first| of(&first))) && beside.verb.is_some();
                let plain = !matches!(
                    beside.link,
                    Link::Relative | Link::Infinitive | Link::Gerund | Link::Participle
                );
                // "considers a truce to be pointless"
                let raised = |above: usize| shape.clauses[above].subjects == beside.subjects;
                let told = beside.link == Link::Infinitive
                    && shape.verb_of(at).is_some_and(|verb| verb.copula)
                    && !beside.parent.is_some_and(raised);
                // "a truce, long opposed by Rome": what is said to be wanted by another.
                let wished = beside.link == Link::Participle
                    && shape
                        .verb_of(at)
                        .is_some_and(|verb| verb.passive && self.is_wish(verb.head));
                if at != clause && shares && (plain || told || wished) {
                    chains.push(self.climb(matter, at, None));
                }
            }
            let stand_in = first.and_then(|first| self.placeholder_for(first));
            for (at, relative) in shape.clauses.iter().enumerate() {
                let of = |noun: &usize| {
                    relative.appositions.contains(noun) || relative.subjects.contains(noun)
                };
                let of_noun = |other: &usize| *other == noun || first == Some(*other);
                // "a truce in Ukraine, which Moscow rejected"
                let trails = || {
                    let named = self.named_behind(noun);
                    named.is_some_and(|named| relative.appositions.contains(&named))
                        && self.is_set_off(at)
                };
                // "a veto on who joins" speaks of no veto.
                let asked = relative
                    .opener
                    .is_some_and(|at| at > shape.tokens.start && shape.tag_at(at - 1) == Tag::Prep);
                let behind = relative.tokens.start >= matter.tokens.end && !asked;
                let speaks_of = of(&noun)
                    || behind && first.is_some_and(|first| of(&first))
                    || stand_in.is_some_and(|noun| of(&noun))
                    || trails();
                let gerund = shape.verb_of(at).is_some_and(|verb| verb.mood == Mood::Ing);
                if relative.link == Link::Relative && speaks_of && !gerund {
                    let object = !relative.subjects.iter().any(of_noun);
                    let start = if object { self.gap_below(at) } else { at };
                    chains.push(self.climb(matter, start, None));
                }
            }
        }
        if let Some(noun) = self.set_behind(&matter.tokens) {
            for (at, relative) in shape.clauses.iter().enumerate() {
                let passive = shape.verb_of(at).is_some_and(|verb| verb.passive);
                let lacks = relative.subjects.contains(&noun) == passive
                    && (passive || relative.appositions.contains(&noun));
                if relative.link == Link::Relative && lacks {
                    chains.push(chains[0].below(self.climb(matter, self.gap_below(at), None)));
                }
            }
        }
        chains
    }

    /// Climbs from a match in `clause` to the outermost act that governs it.
    fn climb(&self, matter: &Match, mut clause: usize, own_verb: Option<usize>) -> Chain<'a> {
        let shape = self.shape();
        let mut chain = Chain {
            own_verb,
            ..Chain::default()
        };
        let mut place = matter.tokens.clone();
        let mut below = Below::Matter;
        let mut doer = false;
        for _ in 0..=shape.clauses.len() {
            chain.clauses.push(clause);
            let mut acts = self.acts_in(clause, &place, below, own_verb);
            if std::mem::take(&mut doer) {
                acts.retain(|act| act.cue.kind == CueKind::Judges);
                if acts.is_empty() {
                    break;
                }
            }
            if below == Below::Matter {
                self.keep_nearest_of_list(&mut acts, &place);
                let whole = self.acts_on_whole(clause, &place, own_verb);
                let new = |act: &Act<'_>| acts.iter().all(|other| other.at != act.at);
                let whole: Vec<Act<'a>> = whole.into_iter().filter(new).collect();
                acts.extend(whole);
            }
            acts.sort_by_key(|act| self.closeness(act, &place));
            chain.acts.extend(acts);
            let (link, parent) = (shape.clauses[clause].link, shape.clauses[clause].parent);
            let whole = below == Below::Matter && self.holds_subject(matter, clause, own_verb);
            let whoever = (link == Link::Relative && !chain.acts.is_empty())
                .then(|| self.whoever(clause))
                .flatten();
            if let (Some(antecedent), Some(parent)) = (whoever, parent) {
                // "those who want peace must arm" tells nothing of what they want.
                doer = self.is_subject(parent, &antecedent);
                (place, below, clause) = (antecedent, Below::Matter, parent);
                continue;
            }
            let gerund = whole
                || link == Link::Relative
                    && parent.is_some_and(|parent| self.is_subject_gerund(clause, parent));
            let Some(parent) = parent.filter(|_| {
                gerund
                    || matches!(
                        link,
                        Link::Complement | Link::Infinitive | Link::Gerund | Link::Absolute
                    )
                    || link == Link::Relative
                        && (!chain.acts.is_empty()
                            || self.tells_contents(clause)
                            || own_verb.is_some()
                                && matter.kind.only_names()
                                && !self.is_set_off(clause))
                        && self.is_supposed(clause)
            }) else {
                break;
            };
            place = shape.clauses[clause].tokens.clone();
            below = if self.is_naming(clause) {
                Below::Matter
            } else {
                Below::Child(if gerund { Link::Gerund } else { link })
            };
            clause = parent;
        }
        chain
    }

    /// "restrictions imposed by Rome": whether a participle behind the noun of a match only tells whose it is.
    fn tells_doer(&self, matter: &Match, verb: &VerbGroup) -> bool {
        let next = verb.head + 1;
        verb.mood == Mood::Participle
            && matter.tokens.start < verb.tokens.start
            && matter.tokens.contains(&next)
            && self.grammar().by.contains(&self.text.tokens[next].word)
    }

    /// The verb group whose main verb a word of the match takes, where it heads the match.
    fn own_verb(&self, matter: &Match) -> Option<usize> {
        let shape = self.shape();
        shape.verbs.iter().position(|verb| {
            matter.tokens.contains(&verb.head)
                && matter.owns(verb.head)
                && !self.is_set_phrase(matter, verb.head)
                && !self.is_content(matter, verb)
                && !self.tells_doer(matter, verb)
                && matches!(shape.tag_at(verb.head), Tag::Verb(_))
                && (verb.head <= matter.tokens.start + 1 || verb.mood == Mood::Finite)
        })
    }

    /// "a guarantee that he will not come back": whether the verb only tells what the noun is that the match
    /// begins with.
    fn is_content(&self, matter: &Match, verb: &VerbGroup) -> bool {
        let shape = self.shape();
        let (whole, own) = (
            shape.clause_at(matter.tokens.start),
            shape.clause_at(verb.head),
        );
        let link = shape.clauses[own].link;
        own != whole
            && matter.kind.only_names()
            && verb.mood == Mood::Finite
            && matches!(link, Link::Complement | Link::Relative)
            && shape.ancestors(own).any(|at| at == whole)
    }

    /// "whatever it takes": whether the verb's subject is an *it* that the match holds itself.
    fn is_set_phrase(&self, matter: &Match, verb: usize) -> bool {
        let shape = self.shape();
        let subjects = &shape.clauses[shape.clause_at(verb)].subjects;
        subjects.iter().any(|&noun| {
            let group = &shape.nouns[noun];
            let word = self.text.tokens[group.head].word;
            let thing = self
                .grammar()
                .pronoun(word)
                .is_some_and(|p| p.gender == Gender::It && !p.many);
            group.pronoun && thing && group.tokens.end <= verb && matter.owns(group.head)
        })
    }

    /// Acts nearer the match come first: nouns and adjectives by place, the verb, then its modal.
    fn closeness(&self, act: &Act<'_>, place: &Range<usize>) -> (usize, usize) {
        let shape = self.shape();
        let inside = place.start < act.at.tokens.start && act.at.tokens.end <= place.end;
        let distance = if inside {
            // "called the plan to send troops reckless": over the plan.
            usize::MAX
        } else if act.at.tokens.end <= place.start {
            place.start - act.at.tokens.end
        } else {
            act.at.tokens.start.saturating_sub(place.end)
        };
        let head = shape.verb_of(act.clause);
        let in_verb = head.is_some_and(|verb| verb.tokens.contains(&act.at.tokens.start));
        let modal = act.cue.holder == CueHolder::Speaker || self.is_auxiliary(act.at.tokens.start);
        // "against easing": what opens the clause governs its verb.
        let opens = head.is_some_and(|verb| {
            act.at.tokens.end <= verb.tokens.start && place.start >= verb.tokens.end
        });
        let rank = match (in_verb, modal) {
            (false, _) if opens => 3,
            (false, _) => 0,
            (true, false) => 1,
            (true, true) => 2,
        };
        (rank, distance)
    }

    fn is_auxiliary(&self, token: usize) -> bool {
        matches!(self.shape().tag_at(token), Tag::Modal | Tag::Aux)
    }

    fn acts_in(
        &self,
        clause: usize,
        place: &Range<usize>,
        below: Below,
        own_verb: Option<usize>,
    ) -> Vec<Act<'a>> {
        let shape = self.shape();
        let mut acts: Vec<Act<'a>> = Vec::new();
        for at in &self.cues {
            let cue = &self.rules.lexicon.cues[at.cue];
            let ends_here = !cue.noun
                && at.tokens.len() > 1
                && shape.clause_at(at.tokens.end - 1) == clause
                && at.tokens.end <= place.start
                && !shape
                    .ancestors(clause)
                    .any(|above| above == shape.clause_at(at.tokens.start));
            let held = matches!(
                below,
                Below::Matter | Below::Child(Link::Infinitive | Link::Gerund)
            );
            let trails = held && self.trails(cue, at, clause, place);
            if shape.clause_at(at.tokens.start) != clause && !ends_here && !trails {
                continue;
            }
            let governs = if trails {
                true
            } else if cue.noun {
                self.noun_governs(cue, at, place, below)
            } else {
                self.verb_governs(cue, at, clause, place, below, own_verb)
            };
            if !governs {
                continue;
            }
            // Of two meanings of the same words a wish counts before a mere saying, and where somebody is
            // said to do it before a deed: "announced a truce".
            match acts.iter_mut().find(|act| act.at.tokens == at.tokens) {
                Some(twin)
                    if twin.cue.kind.is_reporting() && !cue.kind.is_reporting()
                        || twin.cue.kind == CueKind::Does
                            && cue.kind == CueKind::Wants
                            && shape.verb_of(clause).is_some_and(|verb| !verb.passive) =>
                {
                    *twin = Act {
                        cue,
                        at: at.clone(),
                        clause,
                    }
                }
                Some(_) => {}
                None => acts.push(Act {
                    cue,
                    at: at.clone(),
                    clause,
                }),
            }
        }
        self.add_takers(&mut acts, clause, below, own_verb);
        // "wrong and dangerous": judgements in a list are one.
        let mut judged = false;
        acts.retain(|act| {
            let again = act.cue.kind == CueKind::Judges && judged;
            judged |= act.cue.kind == CueKind::Judges;
            !again
        });
        let judgement = acts.iter().find(|act| act.cue.kind == CueKind::Judges);
        let judged = judgement.map(|act| act.at.tokens.start);
        acts.retain(|act| !self.is_mere_label(act, judged, place));
        acts
    }

    /// "dismissed it as useless": whether a verb only gives the name that is judged from `judged` on, or gives
    /// it to something else than `place`. By itself it tells a side: "dismissed it as a policy of the past".
    fn is_mere_label(&self, act: &Act<'_>, judged: Option<usize>, place: &Range<usize>) -> bool {
        let at = &act.at.tokens;
        let names = |cue: &CueAt| {
            let cue = &self.rules.lexicon.cues[cue.cue];
            cue.kind.is_reporting() && cue.takes.noun
        };
        let mut twins = self.cues.iter();
        // "dismissed as" and "dismissed the plan as": more than a verb, and something in its gap.
        let gives_name = act.cue.kind == CueKind::Wants
            && at.len() > 1
            && twins.any(|cue| cue.tokens == *at && names(cue));
        let of_other = at.len() > 2 && at.end <= place.start;
        gives_name && (of_other || judged.is_some_and(|judged| at.end <= judged))
    }

    /// "disagrees with efforts to": the verbs that take the noun which governs the clause below.
    fn add_takers(
        &self,
        acts: &mut Vec<Act<'a>>,
        clause: usize,
        below: Below,
        own_verb: Option<usize>,
    ) {
        let shape = self.shape();
        if below == Below::Matter {
            return;
        }
        let nouns = acts.iter().filter(|act| act.cue.noun);
        let Some(place) = nouns
            .filter_map(|act| shape.noun_at(act.at.tokens.start))
            .map(|noun| shape.nouns[noun].tokens.clone())
            .next_back()
        else {
            return;
        };
        for at in &self.cues {
            let cue = &self.rules.lexicon.cues[at.cue];
            let new = acts.iter().all(|act| act.at.tokens != at.tokens);
            if new
                && !cue.noun
                && shape.clause_at(at.tokens.start) == clause
                && self.verb_governs(cue, at, clause, &place, Below::Matter, own_verb)
            {
                acts.push(Act {
                    cue,
                    at: at.clone(),
                    clause,
                });
            }
        }
    }

    /// "a withdrawal from the east and an end to sanctions": of nouns in a list only the nearest
    /// governs what follows it, and none of them an item that begins with *no*.
    fn keep_nearest_of_list(&self, acts: &mut Vec<Act<'a>>, place: &Range<usize>) {
        let shape = self.shape();
        let first = shape.noun_at(place.start).map_or(place.start, |noun| {
            shape.nouns[noun].tokens.start.min(place.start)
        });
        let denies = self
            .grammar()
            .info(self.text.tokens[first].word)
            .is(Class::No);
        let parts = |at: usize| matches!(shape.tag_at(at), Tag::Coord | Tag::Mark(Mark::Comma));
        let nouns: Vec<Range<usize>> = acts
            .iter()
            .filter(|act| act.cue.noun)
            .map(|act| act.at.tokens.clone())
            .collect();
        acts.retain(|act| {
            let listed = |next: usize| (act.at.tokens.end..next).any(parts);
            let ended = nouns.iter().any(|next| listed(next.start)) || denies && listed(first);
            !act.cue.noun || act.cue.takes.naming || !ended
        });
    }
}
