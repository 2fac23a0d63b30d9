//! Compiles examples: a sentence, and what must be read from it.

use std::ops::Range;

use super::Compiler;
use super::phrases::within;
use crate::id::{ActorId, PositionId};
use crate::rules::fault::{FaultKind, did_you_mean};
use crate::rules::file::{ExampleFile, Text};
use crate::rules::{Actors, Example, Expectation};
use crate::statement::Stance;

/// Compiles an example, or one for each of the words that fill its place; in a position's file
/// every line is about that position.
pub(crate) fn compile(
    file: &ExampleFile,
    source: usize,
    position: Option<&PositionId>,
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Vec<Example> {
    let text = file.text.get_ref();
    if file.fill.is_empty() == text.contains(SLOT) {
        let kind = FaultKind::Slot(text.clone());
        compiler.fault(source, Text::span(&file.text), kind);
        return Vec::new();
    }
    let expect = expectations(&file.expect, text, source, position, actors, compiler);
    let date = match &file.date {
        Some(day) => match compiler.date(source, day) {
            Some(day) => Some(day),
            None => return Vec::new(),
        },
        None => None,
    };
    let one = |text: String, at: usize, compiler: &Compiler<'_, '_>| Example {
        text,
        expect: expect.clone(),
        why: file.why.clone(),
        date,
        todo: file.todo,
        origin: compiler.origin(source, at),
    };
    if file.fill.is_empty() {
        return vec![one(text.clone(), Text::span(&file.text).start, compiler)];
    }
    let filled = file.fill.iter().map(|words| {
        let text = text.replace(SLOT, words.get_ref());
        one(text, words.span().start, compiler)
    });
    filled.collect()
}

/// Where words are put into a sentence.
pub(super) const SLOT: &str = "{}";

/// Reads the lines of `expect`; what is wrong with one is reported.
pub(super) fn expectations(
    lines: &[Text],
    sentence: &str,
    source: usize,
    position: Option<&PositionId>,
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Vec<Expectation> {
    let mut expect = Vec::new();
    for text in lines {
        let line = Line {
            text,
            source,
            sentence,
            position,
        };
        expect.extend(line.read(actors, compiler));
    }
    expect
}

/// A line of `expect`.
struct Line<'f> {
    text: &'f Text,
    source: usize,
    sentence: &'f str,
    position: Option<&'f PositionId>,
}

impl Line<'_> {
    /// Reads `holder [position] side [if] [via X]`; what is wrong is reported.
    fn read(&self, actors: &Actors, compiler: &mut Compiler<'_, '_>) -> Option<Expectation> {
        let expectation = self.parts(actors);
        match expectation {
            Ok(expectation) => {
                self.check_position(&expectation.position, compiler);
                Some(expectation)
            }
            Err(Wrong::Shape) => {
                let kind = FaultKind::BadExpectation(self.text.get_ref().clone());
                let hint = match self.position {
                    Some(_) => {
                        "write `holder for` or `holder against`, then `if` and `via someone` where they apply"
                    }
                    None => "write `holder position for` or `holder position against`",
                };
                compiler.fault_with(self.source, self.text.span(), kind, Some(hint.to_owned()));
                None
            }
            Err(Wrong::Actor(id)) => {
                if !compiler.lost.actors {
                    let span = self.word(&id, compiler);
                    compiler.unknown_actor(self.source, &toml::Spanned::new(span, id), actors);
                }
                None
            }
        }
    }

    fn parts(&self, actors: &Actors) -> Result<Expectation, Wrong> {
        let mut words = self.text.get_ref().split_whitespace().peekable();
        let holder = self.actor(words.next().ok_or(Wrong::Shape)?, actors)?;
        let position = match words.next_if(|word| side(word).is_none()) {
            Some(id) => PositionId::parse(id).map_err(|_| Wrong::Shape)?,
            None => self.position.ok_or(Wrong::Shape)?.clone(),
        };
        let stance = words.next().and_then(side).ok_or(Wrong::Shape)?;
        let conditional = words.next_if_eq(&"if").is_some();
        let mut via = Vec::new();
        while let Some(word) = words.next() {
            let id = if word == "via" {
                words.next().ok_or(Wrong::Shape)?
            } else {
                word
            };
            via.push(self.actor(id, actors)?);
        }
        Ok(Expectation {
            holder,
            position,
            stance,
            conditional,
            via,
        })
    }

    /// The id that statements give the actor: ids of one actor are one.
    fn actor(&self, written: &str, actors: &Actors) -> Result<ActorId, Wrong> {
        let id = ActorId::parse(written).map_err(|_| Wrong::Shape)?;
        match actors.by_id.get(&id) {
            Some(&place) => Ok(actors.list[place].id.clone()),
            None if named(self.sentence, &id) => Ok(id),
            None => Err(Wrong::Actor(written.to_owned())),
        }
    }

    fn check_position(&self, id: &PositionId, compiler: &mut Compiler<'_, '_>) {
        if compiler.lost.positions
            || compiler.lost.packs
            || compiler.positions.is_empty()
            || compiler.positions.contains(id.as_str())
        {
            return;
        }
        let hint = did_you_mean(id.as_str(), compiler.positions.iter().map(String::as_str));
        let span = self.word(id.as_str(), compiler);
        compiler.fault_with(
            self.source,
            span,
            FaultKind::UnknownPosition(id.to_string()),
            hint,
        );
    }

    /// Where a word of the line stands.
    fn word(&self, word: &str, compiler: &Compiler<'_, '_>) -> Range<usize> {
        let at = self.text.get_ref().find(word).unwrap_or(0);
        within(self.text, self.source, at..at + word.len(), compiler.faults).bytes
    }
}

/// What is wrong with a line.
enum Wrong {
    Shape,
    Actor(String),
}

fn side(word: &str) -> Option<Stance> {
    match word {
        "for" => Some(Stance::Supports),
        "against" => Some(Stance::Opposes),
        _ => None,
    }
}

/// Whether words of a sentence give this id to someone whom no file names.
fn named(sentence: &str, id: &ActorId) -> bool {
    const LONGEST_NAME: usize = 4;
    let words: Vec<&str> = sentence
        .split_whitespace()
        .map(|word| {
            word.trim_end_matches("'s")
                .trim_matches(|c: char| !c.is_alphanumeric())
        })
        .collect();
    (0..words.len()).any(|start| {
        let longest = (words.len() - start).min(LONGEST_NAME);
        (1..=longest).any(|count| {
            ActorId::from_name(&words[start..start + count].join(" ")).as_ref() == Some(id)
        })
    })
}

impl Compiler<'_, '_> {
    /// Reports an actor whom no file names.
    pub(crate) fn unknown_actor(&mut self, source: usize, id: &Text, actors: &Actors) {
        let hint = did_you_mean(id.get_ref(), actors.by_id.keys().map(ActorId::as_str));
        self.fault_with(
            source,
            id.span(),
            FaultKind::UnknownActor(id.get_ref().clone()),
            hint,
        );
    }
}
