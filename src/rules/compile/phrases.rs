//! Phrases of rules: read from their notation, and resolved to word forms, sets and names.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::forms::Forms;
use crate::phrase::{Accepted, Phrase, Piece, Resolve, parse};
use crate::rules::fault::{At, FaultKind, Faults};
use crate::rules::file::Text;
use crate::words::{Words, fold};

/// Phrases by the name that `<name>` uses.
pub(crate) type Sets = BTreeMap<String, Arc<[Arc<Phrase<'static>>]>>;

/// Answers what words and sets of phrases stand for.
pub(crate) struct Resolver<'a> {
    pub(crate) words: &'a mut Words,
    pub(crate) forms: &'a mut Forms,
    /// Names of actors and sides: `@zelensky`, `@side:russia`.
    pub(crate) names: &'a Sets,
    /// The pack's own sets.
    pub(crate) sets: &'a Sets,
}

impl Resolve for Resolver<'_> {
    fn word(&mut self, word: &str, pinned: bool) -> Accepted {
        self.forms.accepted(word, pinned, self.words)
    }

    fn set(&mut self, name: &str) -> Option<Arc<[Arc<Phrase<'static>>]>> {
        let sets = if name.starts_with('@') {
            self.names
        } else {
            self.sets
        };
        sets.get(name).cloned()
    }
}

/// Reads a phrase; a fault is reported at its place.
pub(crate) fn read<'t>(
    text: &'t Text,
    source: usize,
    faults: &mut Faults<'_>,
) -> Option<Phrase<'t>> {
    match parse(text.get_ref()) {
        Ok(phrase) => Some(phrase),
        Err(error) => {
            let at = error.at();
            let width = text
                .get_ref()
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8);
            let at = within(text, source, at..at + width, faults);
            faults.push(at, FaultKind::Phrase(text.get_ref().clone(), error));
            None
        }
    }
}

/// The place of some bytes of a string, or of the whole string where it is written with escapes.
pub(crate) fn within(text: &Text, source: usize, bytes: Range<usize>, faults: &Faults<'_>) -> At {
    let span = text.span();
    let written = faults.text(source).get(span.clone()).unwrap_or_default();
    let plain = written.get(1..written.len().saturating_sub(1)) == Some(text.get_ref());
    if plain && !bytes.is_empty() {
        let start = span.start + 1;
        At::new(source, start + bytes.start..start + bytes.end)
    } else {
        At::new(source, span)
    }
}

/// Takes contractions apart as tokens are, so that `can't` is two words.
pub(crate) fn part_contractions(
    phrase: &mut Phrase<'_>,
    whole: &BTreeMap<String, Vec<String>>,
    endings: &[(String, String)],
) {
    part(&mut phrase.pieces, whole, endings);
}

fn part(
    pieces: &mut Vec<Piece<'_>>,
    whole: &BTreeMap<String, Vec<String>>,
    endings: &[(String, String)],
) {
    let mut parted = Vec::with_capacity(pieces.len());
    for piece in pieces.drain(..) {
        match piece {
            Piece::Word { text, pinned } => {
                let folded = fold(&text);
                let ending = endings.iter().find_map(|(ending, word)| {
                    let stem = folded
                        .strip_suffix(ending.as_str())
                        .filter(|stem| !stem.is_empty())?;
                    Some(vec![stem.to_owned(), word.clone()])
                });
                match whole.get(&folded).cloned().or(ending) {
                    Some(halves) => {
                        parted.extend(halves.into_iter().map(|text| Piece::Word {
                            text: text.into(),
                            pinned: true,
                        }));
                    }
                    None => parted.push(Piece::Word { text, pinned }),
                }
            }
            Piece::Any(mut inner) => {
                part(&mut inner, whole, endings);
                parted.push(Piece::Any(inner));
            }
            Piece::Gap { .. } | Piece::Set(_) | Piece::Bar => parted.push(piece),
        }
    }
    *pieces = parted;
}

/// The words of a phrase as written, those to choose from among them.
pub(crate) fn words<'p>(pieces: &'p [Piece<'_>]) -> Vec<&'p str> {
    let mut all = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Word { text, .. } => all.push(text.as_ref()),
            Piece::Any(pieces) => all.extend(words(pieces)),
            Piece::Gap { .. } | Piece::Set(_) | Piece::Bar => {}
        }
    }
    all
}

/// Takes the capitalised words of a name as they are written: names do not inflect.
pub(crate) fn pin(pieces: &mut [Piece<'_>]) {
    for piece in pieces {
        match piece {
            Piece::Word { text, pinned } => *pinned |= !text.starts_with(char::is_lowercase),
            Piece::Any(pieces) => pin(pieces),
            Piece::Gap { .. } | Piece::Set(_) | Piece::Bar => {}
        }
    }
}
