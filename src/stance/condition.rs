//! What a stance depends on, and what stands in a condition.

use std::ops::Range;

use crate::attribution::Line;
use crate::clause::Link;
use crate::grammar::Class;
use crate::phrase::Found;
use crate::rules::{Condition, Rules};
use crate::text::Text;
use crate::words::Mark;

/// The condition that the act in `clauses` hangs on, as tokens without its conjunction; clauses
/// that hold `matter` itself are none.
pub(super) fn of(
    rules: &Rules,
    text: &Text,
    line: &Line,
    clauses: &[usize],
    matter: &Range<usize>,
) -> Option<Range<usize>> {
    let shape = &line.shape;
    let all: Vec<usize> = clauses
        .iter()
        .flat_map(|&clause| shape.ancestors(clause))
        .collect();
    let found = shape.clauses.iter().enumerate().find(|(at, clause)| {
        clause.link == Link::Condition
            && clause.verb.is_some()
            && !clause.tokens.contains(&matter.start)
            && clause.parent.is_none_or(|parent| all.contains(&parent))
            && !all.contains(at)
            && meaning(rules, text, line, *at).is_some_and(|condition| !condition.time)
    });
    if let Some((at, clause)) = found {
        let end = subtree_end(line, at);
        let start = clause.opener.map_or(clause.tokens.start, |opener| {
            let opening = opening(rules, text, line, opener);
            opening.map_or(opener + 1, |found| shape.tokens.start + found.end)
        });
        return (start < end).then(|| trimmed(rules, text, start..end));
    }
    phrase(rules, text, line, clauses, matter)
}

/// "on condition that", "in exchange for": conditions that no conjunction opens.
fn phrase(
    rules: &Rules,
    text: &Text,
    line: &Line,
    clauses: &[usize],
    matter: &Range<usize>,
) -> Option<Range<usize>> {
    let shape = &line.shape;
    let tokens = shape.tokens.clone();
    let all = rules
        .lexicon
        .condition_phrases
        .find(&text.tokens[tokens.clone()]);
    let is_time = |at: &&Found| rules.lexicon.conditions[at.phrase.0 as usize].time;
    let phrase = all.iter().find(|found| {
        let start = tokens.start + found.start;
        let long = found.end - found.start > 1;
        let clause = shape.clause_at(start);
        let reaches = clauses.contains(&clause)
            || shape.clauses[clause]
                .parent
                .is_some_and(|p| clauses.contains(&p));
        // "as long as it takes" is no "as long as".
        let covers = |at: &Found| at.start <= found.start && found.end < at.end;
        let time = all.iter().filter(is_time).any(covers);
        long && start >= matter.end
            && !time
            && reaches
            && !rules.lexicon.conditions[found.phrase.0 as usize].only
            && !rules.lexicon.conditions[found.phrase.0 as usize].time
    })?;
    let start = tokens.start + phrase.end;
    let stop = (start..tokens.end).find(|&t| {
        matches!(
            text.tokens[t].mark(),
            Some(Mark::Comma | Mark::Semicolon | Mark::Stop)
        )
    });
    let end = stop.unwrap_or(tokens.end);
    (start < end).then(|| trimmed(rules, text, start..end))
}

/// Where words among `tokens` end that bring in a price: "in exchange for".
pub(super) fn prices(rules: &Rules, text: &Text, tokens: Range<usize>) -> Vec<usize> {
    let lexicon = &rules.lexicon;
    let found = lexicon.condition_phrases.find(&text.tokens[tokens.clone()]);
    found
        .iter()
        .filter(|found| lexicon.conditions[found.phrase.0 as usize].price)
        .map(|found| tokens.start + found.end)
        .collect()
}

/// Where words among `tokens` end that bring in a reason: "in response to".
pub(super) fn reasons(rules: &Rules, text: &Text, tokens: Range<usize>) -> Vec<usize> {
    let found = rules.lexicon.reasons.find(&text.tokens[tokens.clone()]);
    found.iter().map(|found| tokens.start + found.end).collect()
}

/// What the condition clause's conjunction means.
pub(super) fn meaning(rules: &Rules, text: &Text, line: &Line, clause: usize) -> Option<Condition> {
    let opener = line.shape.clauses[clause].opener?;
    let conditions = &rules.lexicon.conditions;
    let opening = opening(rules, text, line, opener);
    Some(opening.map_or_else(Condition::default, |found| {
        conditions[found.phrase.0 as usize]
    }))
}

/// The longest words for a condition that hold its opener: "as long as".
fn opening(rules: &Rules, text: &Text, line: &Line, opener: usize) -> Option<Found> {
    let tokens = line.shape.tokens.clone();
    let start = tokens.start;
    let found = rules.lexicon.condition_phrases.find(&text.tokens[tokens]);
    let opening = found
        .into_iter()
        .filter(|f| (start + f.start..start + f.end).contains(&opener));
    opening.max_by_key(|f| f.end - f.start)
}

fn subtree_end(line: &Line, clause: usize) -> usize {
    let shape = &line.shape;
    (clause..shape.clauses.len())
        .filter(|&at| {
            at == clause
                || shape.clauses[at].link != Link::Frame && shape.ancestors(at).any(|a| a == clause)
        })
        .map(|at| shape.clauses[at].tokens.end)
        .max()
        .unwrap_or(shape.tokens.end)
}

/// Without marks and conjunctions at the end.
fn trimmed(rules: &Rules, text: &Text, range: Range<usize>) -> Range<usize> {
    let joins = |at: usize| {
        !text.tokens[at].is_word() || rules.grammar.is(&text.tokens[at], Class::Coordinator)
    };
    let mut end = range.end;
    while end > range.start + 1 && joins(end - 1) {
        end -= 1;
    }
    let mut start = range.start;
    while start + 1 < end && !text.tokens[start].is_word() {
        start += 1;
    }
    start..end
}
