//! Noun groups in a list: behind a preposition, or waiting for a verb.

use crate::clause::build::{Builder, Loose};
use crate::clause::groups::Unit;
use crate::words::Mark;

impl Builder<'_> {
    /// "the leaders of Britain, France and Poland": a member of a list that a preposition opened
    /// right after the subject that waits.
    pub(super) fn lists_in_phrase(&mut self, number: usize, noun: usize) -> bool {
        let top = self.top();
        let clause = &self.shape.clauses[top];
        let waits =
            !self.has_verb(top) && clause.subjects.len() <= 1 && clause.appositions.is_empty();
        let after = noun > 0
            && (self.shape.nouns[noun - 1].preposition.is_some()
                || self.phrase_list == Some(noun - 1));
        let parted = self.comma || self.coordinated();
        if !waits || !after || !parted || self.shape.nouns[noun].preposition.is_some() {
            return false;
        }
        let goes_on = self.units[number + 1..]
            .iter()
            .take_while(|unit| match unit {
                Unit::Mark(token) => self.text.tokens[*token].mark() == Some(Mark::Comma),
                Unit::Noun(noun) => self.shape.nouns[*noun].preposition.is_none(),
                _ => false,
            });
        let length = goes_on.count();
        let coordinated = matches!(self.units.get(number + 1 + length), Some(Unit::Coord(_)));
        let opens = !clause.subjects.is_empty()
            || self.phrase_list == Some(noun - 1)
            || coordinated && self.ends_before_mark(number + 2 + length);
        let member =
            opens && coordinated || self.phrase_list == Some(noun - 1) && self.coordinated();
        if member {
            self.phrase_list = Some(noun);
        }
        member
    }

    /// "After calls with Britain, France and Poland, Merz said": whether a mark comes right after the
    /// noun group of a unit and what its prepositions bring in, so that it is no subject.
    fn ends_before_mark(&self, number: usize) -> bool {
        let mut rest = self.units.iter().skip(number);
        let is_noun = matches!(rest.next(), Some(Unit::Noun(_)));
        let mut rest = rest.skip_while(|unit| {
            matches!(unit, Unit::Noun(noun) if self.shape.nouns[*noun].preposition.is_some())
        });
        is_noun && matches!(rest.next(), Some(Unit::Mark(_)))
    }

    /// A noun group that could be the subject of a verb to come. Right after a reporting verb a
    /// coordinated one makes a list with the one before.
    pub(super) fn loosened(&self, noun: usize) -> Loose {
        let plain = Loose {
            first: noun,
            noun,
            comma: self.comma,
            coord: self.coord.is_some(),
            apposed: None,
        };
        if let Some(before) = self.loose.filter(|_| self.comma && self.coord.is_none()) {
            let beside = self.shape.nouns[before.noun].tokens.end + 1;
            let starts = self.shape.nouns[noun].tokens.start;
            let name = !self.shape.nouns[noun].pronoun;
            if name && before.coord && before.first == before.noun && beside == starts {
                return Loose {
                    apposed: Some(noun),
                    ..before
                };
            }
        }
        let Some(before) = self.loose.filter(|_| self.coord.is_some()) else {
            return plain;
        };
        let reported = self.shape.clauses[self.top()].verb.is_some_and(|verb| {
            let end = self.shape.verbs[verb].tokens.end;
            self.is_report(verb) && self.shape.nouns[before.first].tokens.start <= end + 1
        });
        // "called the plan absurd, and Rome agreed": a comma before *and* parts no two members of a list.
        if reported && !before.comma && !before.coord && !self.comma {
            Loose {
                first: before.first,
                noun,
                ..before
            }
        } else {
            plain
        }
    }

    /// The members of a list that ends with a loose noun group.
    pub(super) fn members(&self, loose: Loose) -> Vec<usize> {
        (loose.first..=loose.noun)
            .filter(|&noun| noun == loose.first || self.shape.nouns[noun].preposition.is_none())
            .collect()
    }
}
