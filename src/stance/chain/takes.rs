//! What a cue can take.

use std::ops::Range;

use crate::clause::{Link, Mood, Shape, Tag};
use crate::grammar::VerbForm;
use crate::rules::Takes;
use crate::stance::chain::Below;

/// Whether a cue can take what is below it.
///
/// `doing` tells whether the place begins with the *-ing* form of a verb, whatever it stands for, and
/// `subjunctive` whether its verb is one: "that it be lifted".
pub(super) fn takes(
    takes: Takes,
    below: Below,
    place: &Range<usize>,
    shape: &Shape,
    doing: bool,
    subjunctive: bool,
) -> bool {
    if takes == Takes::default() {
        return true;
    }
    match below {
        Below::Matter => {
            takes.noun
                || takes.verb_ing && (doing || matches!(shape.tag_at(place.start), Tag::Verb(_)))
                || takes.to_verb && heads_infinitive(shape, place)
                || takes.object_to_verb && holds_infinitive(shape, place)
        }
        Below::Child(Link::Complement) => {
            takes.that_clause
                || takes.quote
                || takes.object_to_verb && (subjunctive || bare(shape, place))
        }
        Below::Child(Link::Infinitive) => takes.to_verb || takes.object_to_verb,
        Below::Child(Link::Gerund) => takes.verb_ing || takes.noun || takes.to_verb,
        Below::Child(Link::Relative) => takes.noun,
        Below::Child(_) => false,
    }
}

/// Whether a clause has a base form and no *that*: "have our teams start", not "told them it will".
pub(super) fn bare(shape: &Shape, place: &Range<usize>) -> bool {
    let at = shape
        .clauses
        .iter()
        .position(|clause| clause.tokens == *place);
    let base = at.and_then(|at| shape.verb_of(at)).is_some_and(|verb| {
        verb.modal.is_none() && shape.tag_at(verb.tokens.start) == Tag::Verb(VerbForm::Base)
    });
    base && shape.tag_at(place.start) != Tag::Comp
}

/// "called on [Rome to withdraw]": whether the place is somebody and what that one is to do.
fn holds_infinitive(shape: &Shape, place: &Range<usize>) -> bool {
    let mut verbs = shape.verbs.iter();
    shape.noun_at(place.start).is_some()
        && verbs.any(|verb| verb.mood == Mood::Infinitive && place.contains(&verb.tokens.start))
}

/// Whether the place begins with a verb that a cue's own *to* or modal opens.
fn heads_infinitive(shape: &Shape, place: &Range<usize>) -> bool {
    shape.verb_at(place.start).is_some_and(|verb| {
        let verb = &shape.verbs[verb];
        matches!(verb.mood, Mood::Infinitive) || verb.modal.is_some()
    })
}
