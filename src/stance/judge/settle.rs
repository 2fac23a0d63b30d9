//! One clause, one side: where matches of one clause contradict each other.

use crate::attribution::Attributed;
use crate::matching::Match;
use crate::stance::{Gate, Verdict};

/// Of two matches of a position in one clause that give a holder both sides, the longer counts:
/// in "never accept Russian claims to an inch of land" both are named, and only one is denied.
pub fn settle(attributed: &Attributed, judged: &mut [(Match, Verdict)]) {
    for later in 1..judged.len() {
        let (before, rest) = judged.split_at_mut(later);
        let (matter, verdict) = &mut rest[0];
        for (other, decided) in before.iter_mut().rev() {
            if other.sentence != matter.sentence {
                break;
            }
            if other.position != matter.position
                || !same_clause(attributed, other, matter)
                || !contradict(decided, verdict)
            {
                continue;
            }
            let shorter = if other.tokens.len() >= matter.tokens.len() {
                &mut *verdict
            } else {
                decided
            };
            *shorter = Verdict::Closed(Gate::Outweighed);
        }
    }
}

fn same_clause(attributed: &Attributed, one: &Match, other: &Match) -> bool {
    let shape = &attributed.lines[one.sentence].shape;
    shape.clause_at(one.tokens.start) == shape.clause_at(other.tokens.start)
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
