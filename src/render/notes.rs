//! Reservations as footnotes.

use super::page::Footnote;
use crate::statement::Stance;
use crate::table::note::{self, Note, NoteKind};
use crate::table::{ArticleCells, Entry};

/// The footnotes of a cell.
pub(super) fn footnotes(article: &ArticleCells, entry: &Entry) -> Vec<Footnote> {
    let footnote = |note: Note| Footnote {
        text: text(&note.kind),
        places: note
            .lines
            .iter()
            .map(|line| (article.number, *line))
            .collect(),
    };
    note::notes(article, entry)
        .into_iter()
        .map(footnote)
        .collect()
}

/// A reservation in words.
pub(super) fn text(kind: &NoteKind) -> String {
    match kind {
        NoteKind::Condition(words) => {
            format!("if {}", quoted(words.strip_prefix("if ").unwrap_or(words)))
        }
        NoteKind::Says { by, words } => format!("{} says so: {}", through(by), quoted(words)),
        NoteKind::Disputed { by, stance } => {
            format!("disputed: {} says {}", through(by), side(*stance))
        }
        NoteKind::Side { stance, words } => format!("{}: {}", side(*stance), quoted(words)),
        NoteKind::Inferred(words) => format!("inferred from {}", quoted(words)),
        NoteKind::Perhaps { stance, words } => {
            format!("perhaps {}: {}", side(*stance), quoted(words))
        }
        NoteKind::Formerly { stance, words } => {
            format!("formerly {}: {}", side(*stance), quoted(words))
        }
    }
}

/// The word that tables print for a stance.
pub(super) fn side(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for",
        Stance::Opposes => "against",
    }
}

/// `Zelensky`, or `Zelensky, citing Witkoff,`.
pub(super) fn through(by: &[String]) -> String {
    match by {
        [] => String::new(),
        [one] => one.clone(),
        [outer, inner @ ..] => format!("{outer}, citing {},", inner.join(", ")),
    }
}

/// The words in quotation marks; those inside become single ones.
pub(super) fn quoted(words: &str) -> String {
    let inner = super::words::line(words).replace('"', "'");
    format!("\"{inner}\"")
}
