//! Compiles examples: a sentence, and what must be read from it.

use super::Compiler;
use crate::id::{ActorId, PositionId};
use crate::rules::fault::FaultKind;
use crate::rules::file::{ExampleFile, Text};
use crate::rules::{Actors, Example, Expectation};
use crate::statement::Stance;

/// Compiles an example; in a position's file every line is about that position.
pub(crate) fn compile(
    file: &ExampleFile,
    source: usize,
    position: Option<&PositionId>,
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Option<Example> {
    let mut expect = Vec::new();
    for text in &file.expect {
        match expectation(text.get_ref(), position, actors) {
            Some(expectation) => expect.push(expectation),
            None => compiler.fault(
                source,
                text.span(),
                FaultKind::BadExpectation(text.get_ref().clone()),
            ),
        }
    }
    Some(Example {
        text: file.text.get_ref().clone(),
        expect,
        why: file.why.clone(),
        date: match &file.date {
            Some(day) => Some(compiler.date(source, day)?),
            None => None,
        },
        todo: file.todo,
        origin: compiler.origin(source, Text::span(&file.text).start),
    })
}

/// Reads `holder [position] side [if] [via X]`.
fn expectation(text: &str, position: Option<&PositionId>, actors: &Actors) -> Option<Expectation> {
    let mut words = text.split_whitespace().peekable();
    let holder = actor(words.next()?, actors)?;
    let named = words.next_if(|word| side(word).is_none());
    let position = match named {
        Some(id) => PositionId::parse(id).ok()?,
        None => position?.clone(),
    };
    let stance = side(words.next()?)?;
    let conditional = words.next_if_eq(&"if").is_some();
    let mut via = Vec::new();
    while let Some(word) = words.next() {
        let id = if word == "via" { words.next()? } else { word };
        via.push(actor(id, actors)?);
    }
    Some(Expectation {
        holder,
        position,
        stance,
        conditional,
        via,
    })
}

fn side(word: &str) -> Option<Stance> {
    match word {
        "for" => Some(Stance::Supports),
        "against" => Some(Stance::Opposes),
        _ => None,
    }
}

/// The id that statements give the actor: ids of one actor are one.
fn actor(id: &str, actors: &Actors) -> Option<ActorId> {
    let id = ActorId::parse(id).ok()?;
    Some(
        actors
            .by_id
            .get(&id)
            .map_or(id, |&place| actors.list[place].id.clone()),
    )
}
