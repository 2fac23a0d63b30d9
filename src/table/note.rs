//! What a qualified cell has to say for itself: why it is not plain, in the source's own words.

use std::collections::BTreeSet;

use super::cell::Cell;
use super::taken::{Hand, Side};
use super::{ArticleCells, Entry, Ground};
use crate::statement::{Stance, Statement};

/// A reservation, and the lines that show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What is reserved.
    pub kind: NoteKind,
    /// The lines of the article, from 1.
    pub lines: BTreeSet<usize>,
}

/// What is reserved about a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// The stance depends on this.
    Condition(String),
    /// Somebody else says so.
    Says {
        /// Who, outermost first.
        by: Vec<String>,
        /// In which words.
        words: String,
    },
    /// Somebody else says the contrary.
    Disputed {
        /// Who, outermost first.
        by: Vec<String>,
        /// What they say of the holder.
        stance: Stance,
    },
    /// The words of one side, of two.
    Side {
        /// Which side.
        stance: Stance,
        /// In which words.
        words: String,
    },
    /// Speaker or side were inferred from these words.
    Inferred(String),
    /// These words may say the contrary.
    Perhaps {
        /// What they may say.
        stance: Stance,
        /// The words.
        words: String,
    },
    /// A former stance.
    Formerly {
        /// Which.
        stance: Stance,
        /// In which words.
        words: String,
    },
}

/// The reservations about a cell: its conditions first, then who says so, and last what speaks against it.
#[must_use]
pub fn notes(article: &ArticleCells, entry: &Entry) -> Vec<Note> {
    let Cell::Taken(taken) = entry.cell else {
        return Vec::new();
    };
    let mut notes = Notes::default();
    let (counted, others): (Vec<_>, Vec<_>) = entry
        .grounds
        .iter()
        .partition(|ground| counts(ground, entry.cell));
    if taken.is_conditional() && taken.side() != Side::Both {
        for ground in &counted {
            if let Some(condition) = &ground.statement.condition {
                notes.add(NoteKind::Condition(condition.clone()), ground);
            }
        }
    }
    for ground in &counted {
        let (stance, words) = (ground.statement.stance, excerpt(ground.statement));
        if taken.hand() == Hand::Second {
            notes.says(reporters(article, ground), words, ground);
        } else if taken.side() == Side::Both {
            notes.add(NoteKind::Side { stance, words }, ground);
        } else if taken.is_doubtful() {
            notes.add(NoteKind::Inferred(words), ground);
        } else if taken.is_past() {
            notes.add(NoteKind::Formerly { stance, words }, ground);
        }
    }
    for ground in others {
        let (stance, words) = (ground.statement.stance, excerpt(ground.statement));
        if taken.side().includes(stance) {
            continue;
        }
        let kind = if !ground.via.is_empty() {
            NoteKind::Disputed {
                by: reporters(article, ground),
                stance,
            }
        } else if ground.taken.is_past() {
            NoteKind::Formerly { stance, words }
        } else {
            NoteKind::Perhaps { stance, words }
        };
        notes.add(kind, ground);
    }
    notes.0
}

/// The words of the evidence from the cue to the matter: what a footnote quotes.
///
/// Words between the holder's name and these are quoted too, for they may turn them: *no longer sees a use*.
#[must_use]
pub fn excerpt(statement: &Statement) -> String {
    const LONGEST: usize = 120;
    let matched = &statement.matched;
    let Some(cue) = &statement.cue else {
        return matched.text.clone();
    };
    let (start, end) = (cue.start.min(matched.start), cue.end.max(matched.end));
    let name = statement.mention.as_ref().map(|mention| mention.end);
    let outer = name
        .filter(|name| *name <= start && end - name <= LONGEST)
        .unwrap_or(start);
    let within = statement
        .evidence
        .iter()
        .find(|one| one.place.start <= start && end <= one.place.end);
    match within {
        Some(evidence) if end - start <= LONGEST => {
            let lead = outer.max(evidence.place.start);
            let words = slice(
                &evidence.text,
                lead - evidence.place.start,
                start - evidence.place.start,
            );
            let words = words
                .rsplit([',', '"', '“', '”', ';', ':', '('])
                .next()
                .unwrap_or_default();
            format!(
                "{words}{}",
                slice(
                    &evidence.text,
                    start - evidence.place.start,
                    end - evidence.place.start
                )
            )
            .trim()
            .to_owned()
        }
        _ if cue.start <= matched.start => format!("{} ... {}", cue.text, matched.text),
        _ => format!("{} ... {}", matched.text, cue.text),
    }
}

fn slice(text: &str, start: usize, end: usize) -> String {
    text.chars()
        .skip(start)
        .take(end.saturating_sub(start))
        .collect()
}

/// Whether a ground carries the cell, rather than speaking against it or adding nothing.
#[must_use]
pub fn counts(ground: &Ground, cell: Cell) -> bool {
    cell.taken().is_some_and(|taken| {
        ground.taken.hand() == taken.hand()
            && taken.side().includes(ground.statement.stance)
            && (taken.is_doubtful() || !ground.taken.is_doubtful())
    })
}

fn reporters(article: &ArticleCells, ground: &Ground) -> Vec<String> {
    ground
        .via
        .iter()
        .map(|id| article.name(id).to_owned())
        .collect()
}

/// Notes in the order in which they came up, each once, with all of its lines.
#[derive(Default)]
struct Notes(Vec<Note>);

impl Notes {
    fn add(&mut self, kind: NoteKind, ground: &Ground) {
        let lines = ground
            .statement
            .evidence
            .first()
            .map(|evidence| evidence.place.line);
        match self.0.iter_mut().find(|note| note.kind == kind) {
            Some(note) => note.lines.extend(lines),
            None => self.0.push(Note {
                kind,
                lines: lines.into_iter().collect(),
            }),
        }
    }

    /// One note for each reporter, with the first words and all the lines.
    fn says(&mut self, by: Vec<String>, words: String, ground: &Ground) {
        let known = self.0.iter().find_map(|note| match &note.kind {
            NoteKind::Says { by: others, .. } if *others == by => Some(note.kind.clone()),
            _ => None,
        });
        self.add(known.unwrap_or(NoteKind::Says { by, words }), ground);
    }
}
