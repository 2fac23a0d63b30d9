//! One clause, one side: where matches of one clause, or of one and what describes it, contradict
//! each other.

use crate::attribution::Attributed;
use crate::clause::{Link, Tag};
use crate::matching::Match;
use crate::span::overlap;
use crate::stance::{Gate, Verdict};

/// Of two matches of a position in one clause that give a holder both sides, one with a verb counts
/// before what follows it, "never accept claims to an inch of land"; else the longer. What a
/// relative clause tells of a matter counts before the matter: "a bill that would bar aid".
pub fn settle(attributed: &Attributed, judged: &mut [(Match, Verdict)]) {
    for later in 1..judged.len() {
        let (before, rest) = judged.split_at_mut(later);
        let (matter, verdict) = &mut rest[0];
        for (other, decided) in before.iter_mut().rev() {
            if other.sentence != matter.sentence {
                break;
            }
            if other.position != matter.position || !contradict(decided, verdict) {
                continue;
            }
            let told = describes(attributed, matter, other);
            if !told && !same_clause(attributed, other, matter) {
                continue;
            }
            let outweighed = if !told && counts_first(attributed, other, matter) {
                &mut *verdict
            } else {
                decided
            };
            *outweighed = Verdict::Closed(Gate::Outweighed);
        }
    }
}

/// Whether the first of two matches of a clause counts, and not the second.
fn counts_first(attributed: &Attributed, one: &Match, other: &Match) -> bool {
    let verbs = [one, other].map(|matter| holds_verb(attributed, matter));
    match verbs {
        [true, false] if one.tokens.start < other.tokens.start => true,
        [false, true] if other.tokens.start < one.tokens.start => false,
        _ => one.tokens.len() >= other.tokens.len(),
    }
}

/// Whether a verb is among a match's words.
fn holds_verb(attributed: &Attributed, matter: &Match) -> bool {
    let shape = &attributed.lines[matter.sentence].shape;
    let mut tokens = matter.tokens.clone();
    tokens.any(|at| matches!(shape.tag_at(at), Tag::Verb(_)))
}

fn same_clause(attributed: &Attributed, one: &Match, other: &Match) -> bool {
    let shape = &attributed.lines[one.sentence].shape;
    shape.clause_at(one.tokens.start) == shape.clause_at(other.tokens.start)
}

/// Whether a match stands in a relative clause on the words of another.
fn describes(attributed: &Attributed, matter: &Match, other: &Match) -> bool {
    let shape = &attributed.lines[matter.sentence].shape;
    shape
        .ancestors(shape.clause_at(matter.tokens.start))
        .any(|at| {
            let clause = &shape.clauses[at];
            let mut told = clause.subjects.iter().chain(&clause.appositions);
            clause.link == Link::Relative
                && told.any(|&noun| overlap(&shape.nouns[noun].tokens, &other.tokens))
        })
}

fn contradict(one: &Verdict, other: &Verdict) -> bool {
    let (Verdict::Found(one), Verdict::Found(other)) = (one, other) else {
        return false;
    };
    one.iter().any(|a| {
        other
            .iter()
            .any(|b| a.holder.who == b.holder.who && a.stance != b.stance)
    })
}
