//! What is otherwise than in the table before: marks in cells, and a list below.

use super::page::{Block, Field};
use crate::diff::How;
use crate::table::Table;
use crate::table::changes::Change;

/// The field with the sign of its change after its first word.
pub(super) fn marked(mut field: Field, change: Option<&Change>) -> Field {
    if let (Some(change), Some(word)) = (change, field.words.first_mut()) {
        word.push(' ');
        word.push(sign(change.how()));
    }
    field
}

/// The changes one by one, and how many of each kind; nothing where there was no table before.
pub(super) fn blocks(table: &Table) -> Vec<Block> {
    let Some(changes) = &table.changes else {
        return Vec::new();
    };
    let mut blocks = vec![Block::Gap, Block::text(summary(changes))];
    let item = |change: &Change| Block::Item {
        label: format!(" {}", sign(change.how())),
        text: line(change),
        tail: String::new(),
    };
    blocks.extend(changes.iter().map(item));
    blocks
}

fn summary(changes: &[Change]) -> String {
    let count = |how: How| changes.iter().filter(|one| one.how() == how).count();
    let counts = [
        (count(How::Gained), "gained (+)"),
        (count(How::Lost), "lost (-)"),
        (count(How::Turned), "turned (~)"),
        (count(How::Changed), "otherwise changed (*)"),
    ];
    let told = counts.iter().filter(|(number, _)| *number > 0);
    let told: Vec<_> = told
        .map(|(number, how)| format!("{number} {how}"))
        .collect();
    if told.is_empty() {
        "No cell changed.".to_owned()
    } else {
        format!("Cells that changed: {}.", told.join(", "))
    }
}

/// `brief: Merz, Bike lanes: for, was against`.
fn line(change: &Change) -> String {
    let (old, new) = (change.old, change.new);
    let cell = match change.how() {
        How::Gained => new.to_string(),
        How::Lost => format!("was {old}"),
        How::Turned | How::Changed => format!("{new}, was {old}"),
    };
    let Change {
        article,
        name,
        short,
        ..
    } = change;
    format!("{article}: {name}, {short}: {cell}")
}

fn sign(how: How) -> char {
    match how {
        How::Gained => '+',
        How::Lost => '-',
        How::Turned => '~',
        How::Changed => '*',
    }
}
