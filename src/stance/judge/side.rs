//! The side of a match: its own, turned by acts and negations on the way.

mod opposed;

use std::ops::Range;

use crate::attribution::Mention;
use crate::clause::{Link, Mood, Shape, Tag};
use crate::grammar::Class;
use crate::matching::Match;
use crate::rules::{CueHolder, PhraseKind};
use crate::stance::chain::Act;
use crate::stance::judge::Judge;
use crate::statement::{CueKind, Stance};
use crate::words::Mark;

impl Judge<'_> {
    /// The side of a match under acts: its own, turned by every cue against, every change, and
    /// every negation of a verb on the way and of the match's own noun.
    pub(super) fn side(&self, matter: &Match, acts: &[Act<'_>], clauses: &[usize]) -> Stance {
        let line = self.line(matter);
        let shape = &line.shape;
        if self.comes_first(matter) {
            return base(matter);
        }
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
                    let opposes = act.cue.side == Some(Stance::Opposes);
                    turn(opposes && !self.spells_out(act, matter));
                }
                CueKind::Says | CueKind::Thinks => {}
            }
        }
        let in_cue = |token: usize| {
            acts.iter()
                .any(|act| act.at.tokens.contains(&token) && self.spells_negation(act, token))
        };
        // "nothing without Rome, and nothing about Kyiv without Kyiv"
        let says_no = matches!(matter.kind, PhraseKind::For | PhraseKind::Against)
            && self.is_no(matter.tokens.start)
            && matter.owns(matter.tokens.start);
        // "did not budge despite Kyiv's calls for": what is denied beside a circumstance leaves it what it is.
        let apart = acts.iter().find(|act| self.is_in_circumstance(shape, act));
        let counted = apart.and_then(|act| clauses.iter().position(|&at| at == act.clause));
        for &clause in &clauses[..counted.unwrap_or(clauses.len())] {
            // "their demand for it has not changed": what its noun wants is none the less wanted.
            let predicate = acts
                .iter()
                .any(|act| act.cue.noun && is_subject_of(shape, act, clause));
            let verb = shape.verb_of(clause);
            if let Some(verb) = verb.filter(|verb| verb.copula || !predicate) {
                for &not in &verb.nots {
                    turn(!matter.owns(not) && !in_cue(not) && !self.is_contrasted(matter, clause));
                }
            }
            // "not one soldier, and none from the allies": what is listed with the match is not over it.
            let subjects = &shape.clauses[clause].subjects;
            let is_subject = self.is_subject(matter, clause);
            let verbless = shape.clauses[clause].verb.is_none();
            // "no leaders back lifting": the subject of the clause above is counted there.
            let shared = shape.clauses[clause].link == Link::Gerund
                && shape.clauses[clause].parent.is_some_and(|above| {
                    clauses.contains(&above) && shape.clauses[above].subjects == *subjects
                });
            let inherits = shared || shape.clauses[clause].link == Link::Infinitive;
            if is_subject || verbless || inherits {
                continue;
            }
            for &noun in subjects {
                let group = &shape.nouns[noun];
                let denied = [group.tokens.start, group.head]
                    .into_iter()
                    .find(|&at| self.is_no(at))
                    .or_else(|| self.not_before(shape, clause, group.tokens.start));
                turn(denied.is_some_and(|no| !matter.owns(no) && !in_cue(no) && !says_no));
            }
        }
        let repeats = |token: usize| acts.iter().any(|act| self.repeats_denial(act, token));
        let ready =
            |act: &Act<'_>| act.cue.kind == CueKind::Wants && act.cue.holder == CueHolder::Subject;
        if !acts.iter().any(ready) {
            turn(acts.iter().any(|act| self.is_put_off(shape, act)));
        }
        for act in acts {
            turn(
                self.denied_act(act)
                    .is_some_and(|no| !in_cue(no) && !matter.owns(no) && !repeats(no)),
            );
        }
        let failed = self.failures(shape).filter(|&start| {
            clauses.contains(&shape.clause_at(start)) && start < matter.tokens.start
        });
        for start in failed {
            turn(!acts.iter().any(|act| act.at.tokens.contains(&start)));
        }
        // "there would be no aid and no more weapons": the match says no itself, as the cue before it does.
        let start = matter.tokens.start;
        turn(says_no && acts.iter().any(|act| self.lists_denial(act, start)));
        turn(
            acts.iter().any(|act| {
                act.cue.kind == CueKind::Judges && self.denied_above(shape, act, clauses)
            }),
        );
        turn(self.is_opposed(matter, acts));
        turn(self.opposed_inside(matter, acts));
        turn(self.denied_noun(matter, &|token| in_cue(token) || repeats(token)));
        turn(
            self.denied_inside(matter)
                .is_some_and(|no| !in_cue(no) && !repeats(no)),
        );
        // "did not believe it, hours after Rome said that": of reports in each other the innermost.
        let around = self.holders(matter).around(matter.tokens.start);
        for attribution in around.into_iter().take(1) {
            let below = acts
                .last()
                .is_none_or(|act| attribution.covers(act.at.tokens.start));
            turn(attribution.negated && below && apart.is_none());
        }
        side
    }

    /// "despite calls for": whether the noun of a cue tells of a circumstance of its clause's verb.
    fn is_in_circumstance(&self, shape: &Shape, act: &Act<'_>) -> bool {
        let noun = shape
            .noun_at(act.at.tokens.start)
            .map(|noun| &shape.nouns[noun]);
        let verb = shape.verb_of(act.clause);
        act.cue.noun
            && noun
                .and_then(|noun| noun.preposition)
                .is_some_and(|preposition| {
                    let word = self.text.tokens[preposition].word;
                    self.is(preposition, Class::Adjunct)
                        && !self.rules.grammar.echo.contains(&word)
                        && verb.is_some_and(|verb| verb.tokens.end <= preposition)
                })
    }

    /// Where verbs begin that negate what follows: "failed to".
    fn failures(&self, shape: &Shape) -> impl Iterator<Item = usize> + use<> {
        let first = shape.tokens.start;
        let found = self
            .rules
            .lexicon
            .fails
            .find(&self.text.tokens[shape.tokens.clone()]);
        found.into_iter().map(move |found| first + found.start)
    }

    /// "needs not arms but talks": whether the negation of a clause is not the match's, but that of
    /// what it is set against.
    fn is_contrasted(&self, matter: &Match, clause: usize) -> bool {
        let shape = &self.line(matter).shape;
        let Some(verb) = shape.verb_of(clause) else {
            return false;
        };
        let contrast = (verb.tokens.end..shape.tokens.end).find(|&at| {
            // "anything but a mistake" denies.
            shape.tag_at(at) != Tag::Adv
                && self
                    .rules
                    .grammar
                    .contrast
                    .contains(&self.text.tokens[at].word)
                && shape.clause_at(at) == clause
        });
        let Some(contrast) = contrast else {
            return false;
        };
        // "... but he will": a clause of its own.
        let goes_on = (contrast + 1..shape.tokens.end)
            .take_while(|&at| !matches!(shape.tag_at(at), Tag::Mark(_)))
            .any(|at| matches!(shape.tag_at(at), Tag::Aux | Tag::Modal | Tag::Verb(_)));
        !goes_on && (matter.tokens.start > contrast || matter.tokens.end <= verb.tokens.start)
    }

    /// "no right to", "no plan for": the negation that opens the noun group of a cue which is no
    /// subject; those of subjects are counted with their clauses. "Rome not ready for": the one that stands
    /// in for a verb.
    fn denied_act(&self, act: &Act<'_>) -> Option<usize> {
        let sentence = self.text.sentence_at(act.at.tokens.start);
        let shape = &self.attributed.lines[sentence].shape;
        // "play no part in": in the gap of a cue.
        let denies = |at: usize| {
            let told = act.cue.holder == CueHolder::Object && shape.tag_at(at) == Tag::Not;
            self.is_no(at) || told && !self.spells_negation(act, at)
        };
        if !act.cue.noun
            && let Some(no) = act.at.tokens.clone().find(|&at| denies(at))
        {
            return Some(no);
        }
        if let Some(not) = denied_predicate(shape, act) {
            return Some(not);
        }
        let noun = shape.noun_at(act.at.tokens.start)?;
        if shape.clauses[act.clause].subjects.contains(&noun) {
            return None;
        }
        let group = &shape.nouns[noun];
        (group.tokens.start..act.at.tokens.start).find(|&at| self.is_no(at))
    }

    /// Whether a token opens a group as *no* does, and no number: "No. 1", "No 10".
    pub(super) fn is_no(&self, token: usize) -> bool {
        let is_digit = |c: char| c.is_ascii_digit();
        let numbers = || {
            let behind = &self.text.source[self.text.tokens[token].span.start..];
            let stop = behind
                .find('.')
                .filter(|&at| behind[..at].chars().all(char::is_alphabetic));
            stop.is_some_and(|at| behind[at + 1..].trim_start().starts_with(is_digit))
        };
        let mentions = || self.attributed.mentions[self.text.sentence_at(token)].iter();
        let in_name = |mention: &Mention| {
            let last = &self.text.tokens[mention.tokens.end - 1];
            let numbered = last.span.of(self.text.source).starts_with(is_digit);
            numbered && mention.tokens.contains(&token)
        };
        self.is(token, Class::No) && !numbers() && !mentions().flatten().any(in_name)
    }

    /// Whether the cue's own phrase holds the negation, so that its side counts it already.
    fn spells_negation(&self, act: &Act<'_>, token: usize) -> bool {
        let word = self.rules.words.spelling(self.text.tokens[token].word);
        act.cue
            .text
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .any(|part| part == word)
    }

    /// "a red line: no troops in Kyiv": whether a match that says no itself is what a cue before a colon
    /// names.
    fn spells_out(&self, act: &Act<'_>, matter: &Match) -> bool {
        let (cue, first) = (&act.at.tokens, matter.tokens.start);
        let mut between = cue.end..first.max(cue.end);
        let colon = between.any(|at| self.text.tokens[at].mark() == Some(Mark::Colon));
        colon && self.is_no(first) && matter.owns(first)
    }

    /// "there will be no truce, no talks", "there can be no truce and no talks", "a red line: no troops": whether
    /// a negation says once more what the cue before it says already.
    fn repeats_denial(&self, act: &Act<'_>, token: usize) -> bool {
        let opposes = act.cue.side == Some(Stance::Opposes);
        let named = opposes && self.is_parted(act.at.tokens.end..token, Mark::Colon);
        self.lists_denial(act, token) || named
    }

    /// "there will be no truce, no talks": whether a negation goes on with that of a cue.
    fn lists_denial(&self, act: &Act<'_>, token: usize) -> bool {
        let end = act.at.tokens.end;
        let joined = token > end && self.is(token - 1, Class::Coordinator);
        self.is_no(end - 1) && (joined || self.is_parted(end..token, Mark::Comma))
    }

    /// Whether a mark stands among tokens; a range that ends before it begins has none.
    fn is_parted(&self, mut between: Range<usize>, mark: Mark) -> bool {
        between.any(|at| self.text.tokens[at].mark() == Some(mark))
    }

    /// "not one more round will": the negation right before the subject of a verb.
    fn not_before(&self, shape: &Shape, clause: usize, start: usize) -> Option<usize> {
        shape.verb_of(clause)?;
        let before = start
            .checked_sub(1)
            .filter(|&at| at >= shape.tokens.start)?;
        let counts = self.text.tokens.get(start);
        let is_number = counts.is_some_and(|token| {
            self.rules.grammar.is(token, Class::Number)
                || self.rules.grammar.is(token, Class::Determiner)
        });
        // "Neither Rome nor Paris"
        let neither = self.is_no(before) && shape.noun_at(before).is_none();
        (shape.tag_at(before) == Tag::Not && is_number || neither).then_some(before)
    }

    /// "send no weapons to Kyiv": a negation in a gap of a phrase that says no itself nowhere.
    fn denied_inside(&self, matter: &Match) -> Option<usize> {
        let shape = &self.line(matter).shape;
        let denies = |at: usize| self.is_no(at) || shape.tag_at(at) == Tag::Not;
        let says_no = matter
            .tokens
            .clone()
            .any(|at| matter.owns(at) && denies(at));
        let mut gaps = matter.tokens.clone().filter(|&at| !matter.owns(at));
        // "commit to not sending arms", "send envoys, not arms"
        let head = shape.verb_at(matter.tokens.start);
        let own = |at: usize| {
            let verb = shape.verb_at(at);
            let below = head.is_some()
                && verb != head
                && verb.is_some_and(|verb| shape.verbs[verb].mood == Mood::Ing);
            // "wants [Kyiv not to join]"
            let told = head.is_none()
                && verb.is_some_and(|verb| {
                    let verb = &shape.verbs[verb];
                    verb.mood == Mood::Infinitive && matter.owns(verb.head)
                });
            self.is_no(at) || denies(at) && (verb.is_none() || below || told)
        };
        gaps.find(|&at| own(at)).filter(|_| !says_no)
    }

    /// "backs talks, not part of the sanctions", "not arms and tanks": whether *not* after a comma opens the nouns that
    /// hold the match, or list it.
    fn is_set_against(&self, matter: &Match) -> bool {
        let shape = &self.line(matter).shape;
        let mut nominal = (shape.tokens.start + 1..matter.tokens.start).rev();
        let lists = |at: usize| {
            let contrast = &self.rules.grammar.contrast;
            shape.tag_at(at) == Tag::Coord && !self.is_among(at, contrast)
        };
        let opens = nominal.find(|&at| {
            let tag = shape.tag_at(at);
            !tag.is_nominal() && tag != Tag::Prep && !lists(at)
        });
        opens.is_some_and(|at| {
            shape.tag_at(at) == Tag::Not
                && shape.verb_at(at).is_none()
                && at + 1 < matter.tokens.start
                && match shape.tag_at(at - 1) {
                    Tag::Mark(Mark::Comma) => true,
                    // "and not a truce", but "and not in a truce" denies what is interested
                    before => before == Tag::Coord && shape.tag_at(at + 1) != Tag::Prep,
                }
        })
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
        if self.is_set_against(matter) {
            return true;
        }
        let subject = self.is_subject(matter, shape.clause_at(matter.tokens.start));
        let from = start.saturating_sub(1).max(shape.tokens.start);
        (from..matter.tokens.start.max(from)).any(|at| {
            // "neither arms nor talks were wise"
            let listed = shape.tag_at(at) == Tag::Coord && self.is(at, Class::Not);
            let no = self.is_no(at) && shape.verb_at(at).is_none();
            (no || listed && subject) && !in_cue(at)
                || (at + 1 == matter.tokens.start || at + 1 == start)
                    && shape.tag_at(at) == Tag::Not
                    && shape.verb_at(at).is_none()
                    && !in_cue(at)
        })
    }
}

/// "Rome not ready for", "called it 'costly and not effective'": the negation right before a cue, where no verb
/// has it.
fn denied_predicate(shape: &Shape, act: &Act<'_>) -> Option<usize> {
    let mut before = (shape.clauses[act.clause].tokens.start..act.at.tokens.start).rev();
    let not = before.find(|&at| shape.tag_at(at) != Tag::Adv)?;
    let counted = shape.verbs.iter().any(|verb| verb.nots.contains(&not));
    let predicate =
        shape.clauses[act.clause].verb.is_none() || shape.tag_at(act.at.tokens.start) == Tag::Adj;
    (predicate && shape.tag_at(not) == Tag::Not && !counted).then_some(not)
}

/// Whether the noun of a cue is the subject of a clause.
fn is_subject_of(shape: &Shape, act: &Act<'_>, clause: usize) -> bool {
    let noun = shape.noun_at(act.at.tokens.start);
    noun.is_some_and(|noun| shape.clauses[clause].subjects.contains(&noun))
}

pub(super) fn base(matter: &Match) -> Stance {
    match matter.kind {
        PhraseKind::Names | PhraseKind::For | PhraseKind::Ignore => Stance::Supports,
        PhraseKind::Opposite | PhraseKind::Against => Stance::Opposes,
    }
}
