//! Matters referred back to: "rejected the idea", "voted for the package", "ruled it out".

mod implied;
mod pronouns;
mod topic;

use std::ops::Range;

use crate::attribution::{Attributed, Line};
use crate::clause::{Link, Mood, Tag};
use crate::grammar::Class;
use crate::matching::Match;
use crate::phrase::PhraseSet;
use crate::rules::Rules;
use crate::span::overlap;
use crate::stance::chain::Climber;
use crate::stance::judge::references::pronouns::Pronouns;
use crate::stance::judge::references::topic::topic;
use crate::statement::CueKind;
use crate::text::Text;
use crate::words::WordId;

/// How many sentences back a matter can stand that is referred to.
const FAR_BACK: usize = 2;

/// How many words after the reference can name its matter: "the idea of any such truce".
const OWN_MATTER: usize = 4;

/// How many words can part a cue from the reference after it: "rejected outright the idea".
const CUE_BEFORE: usize = 2;

/// How many words can part a cue from the reference before it: "the idea was flatly rejected".
const CUE_AFTER: usize = 3;

/// Matters referred back to. "Rejected the idea" takes the matter named last before it, at most two
/// sentences back in the same or the previous paragraph, or else what the article is about; "voted for the package" the
/// last one that the same noun named, however far back; "ruled it out" the only one of the sentence or of the one before.
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
        let find = |phrases: &PhraseSet| {
            let found = phrases.find(&text.tokens[tokens.clone()]);
            let places = found
                .iter()
                .map(|at| tokens.start + at.start..tokens.start + at.end);
            places.collect::<Vec<_>>()
        };
        let recurring = find(&rules.lexicon.recurring);
        let others = find(&rules.lexicon.references);
        let only_other = others.iter().filter(|place| !recurring.contains(place));
        for place in recurring.iter().chain(only_other) {
            let own = matches.iter().any(|m| {
                m.sentence == sentence
                    && m.tokens.start < tokens.end
                    && overlap(&m.tokens, &noun_of(line, place))
            });
            if own || !governed(rules, line, place) || has_content(rules, text, line, place) {
                continue;
            }
            let mut before = matches
                .iter()
                .rev()
                .filter(|m| m.tokens.end <= place.start && m.kind.only_names());
            let near = |m: &&Match| {
                sentence - m.sentence <= FAR_BACK
                    && text.sentences[m.sentence].paragraph + 1
                        >= text.sentences[sentence].paragraph
            };
            let matter = if recurring.contains(place) {
                let word = text.tokens[place.end - 1].word;
                let mut named = before.clone();
                let same =
                    named.find(|m| names_by(rules, &attributed.lines[m.sentence], text, m, word));
                same.or_else(|| before.find(near).filter(|_| others.contains(place)))
            } else {
                before.find(near).or_else(|| topic(matches, place.start))
            };
            if let Some(matter) = matter {
                let named = matter.referred(sentence, place.clone());
                let ends =
                    !names_things(rules, text, place) && is_ended(rules, text, attributed, matter);
                referred.push(if ends { named.ended() } else { named });
            }
        }
        let pronouns = Pronouns {
            rules,
            text,
            attributed,
            matches,
            sentence,
        };
        let pronouns = pronouns.referred();
        let implied = implied::implied(rules, text, line, sentence, matches);
        let stands_for = |at: &Match| pronouns.iter().any(|m| m.tokens == at.tokens);
        referred.extend(implied.into_iter().filter(|at| !stands_for(at)));
        referred.extend(pronouns);
    }
    referred
}

/// "the measures", "the deliveries": whether a reference means the matter itself, and nothing that is said of it.
fn names_things(rules: &Rules, text: &Text, place: &Range<usize>) -> bool {
    let last = &text.tokens[place.end - 1];
    rules.grammar.looks_plural(text.slice(last.span)) && !rules.grammar.is(last, Class::Expression)
}

/// "proposed lifting the sanctions": whether what is spoken of is the end of a matter.
fn is_ended(rules: &Rules, text: &Text, attributed: &Attributed, matter: &Match) -> bool {
    let line = &attributed.lines[matter.sentence];
    let climber = Climber {
        rules,
        text,
        line,
        cues: line.cues_beside(&|token| matter.owns(token)),
    };
    let chains = climber.chains(matter);
    let acts = chains.iter().take(1).flat_map(|chain| &chain.acts);
    let changes = acts.take_while(|act| act.cue.kind == CueKind::Changes);
    changes.count() % 2 == 1
}

/// "a package of sanctions", "a bill that would lift sanctions": whether a noun group with the word
/// for its head holds the match, or the match hangs on it by a preposition or as its relative clause; not "a loan
/// backed by seized assets", where it is the means.
fn names_by(rules: &Rules, line: &Line, text: &Text, matter: &Match, word: WordId) -> bool {
    let shape = &line.shape;
    let clause = &shape.clauses[shape.clause_at(matter.tokens.start)];
    let own = shape.noun_at(matter.tokens.start);
    let preposition = own.and_then(|noun| shape.nouns[noun].preposition);
    let is_means = preposition.is_some_and(|at| rules.grammar.by.contains(&text.tokens[at].word));
    shape.nouns.iter().enumerate().any(|(noun, group)| {
        let between = group.tokens.end..matter.tokens.start.max(group.tokens.end);
        let plain = |at: usize| shape.tag_at(at).is_nominal() || shape.tag_at(at) == Tag::Prep;
        let hangs = group.tokens.end <= matter.tokens.start
            && between.len() <= OWN_MATTER
            && between.clone().all(plain);
        let relative = clause.link == Link::Relative
            && !is_means
            && (clause.appositions.contains(&noun) || clause.subjects.contains(&noun));
        text.tokens[group.head].word == word
            && (overlap(&group.tokens, &matter.tokens) || hangs || relative)
    })
}

/// "the notion that", "the proposal to", "his call for": whether the words after the reference tell what
/// it is.
fn has_content(rules: &Rules, text: &Text, line: &Line, place: &Range<usize>) -> bool {
    let shape = &line.shape;
    let next = place.end;
    let is_for = |at: usize| {
        let thing = shape.nouns.iter().find(|noun| noun.preposition == Some(at));
        rules.grammar.doing.contains(&text.tokens[at].word) && thing.is_some_and(|noun| !noun.time)
    };
    next < shape.tokens.end
        && (matches!(shape.tag_at(next), Tag::Comp | Tag::To)
            || rules.grammar.of.contains(&text.tokens[next].word)
            || is_for(next)
            || is_told_later(line, place))
}

/// "the idea floated by Rome that": whether a participle beside the reference has a clause that tells what
/// it is.
fn is_told_later(line: &Line, place: &Range<usize>) -> bool {
    let shape = &line.shape;
    let beside = |at: usize| {
        let clause = &shape.clauses[at];
        let participle = shape
            .verb_of(at)
            .is_some_and(|verb| verb.mood == Mood::Participle);
        let own = clause
            .subjects
            .iter()
            .any(|&noun| shape.nouns[noun].tokens.end == place.end);
        clause.link == Link::Relative && participle && own
    };
    shape.clauses.iter().any(|clause| {
        clause.link == Link::Complement
            && clause
                .opener
                .is_some_and(|at| shape.tag_at(at) == Tag::Comp)
            && clause.parent.is_some_and(beside)
    })
}

fn noun_of(line: &Line, place: &Range<usize>) -> Range<usize> {
    let last = place.end - 1;
    let end = line
        .shape
        .nouns
        .get(line.shape.noun_at(last).unwrap_or(usize::MAX))
        .map_or(place.end, |noun| noun.tokens.end);
    // "the idea of a truce" names its matter itself.
    place.start..end + OWN_MATTER
}

/// Whether a wanting or judging cue stands close before or after.
fn governed(rules: &Rules, line: &Line, place: &Range<usize>) -> bool {
    line.cues.iter().any(|at| {
        let kind = rules.lexicon.cues[at.cue].kind;
        matches!(kind, CueKind::Wants | CueKind::Judges)
            && (at.tokens.end <= place.start && place.start - at.tokens.end <= CUE_BEFORE
                || at.tokens.start >= place.end && at.tokens.start - place.end <= CUE_AFTER)
    })
}
