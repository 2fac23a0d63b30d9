//! Where what was read is corrected: the `corrections.toml` beside each article.
//!
//! In: readings of articles. Out: readings with the corrections made, and which those were. Files are read
//! once; one that cannot be used is said, and so is a correction that finds nothing to correct.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use stances::article::Article;
use stances::corrections::{Correction, Corrections, FILE};
use stances::reading::Reading;

use crate::{Outcome, Streams};

/// The corrections of the folders met so far.
#[derive(Debug, Default)]
pub(crate) struct Desk {
    folders: RefCell<BTreeMap<PathBuf, Corrections>>,
    tally: RefCell<Tally>,
}

/// What came of the corrections.
#[derive(Debug, Default)]
struct Tally {
    made: Vec<Correction>,
    stale: Vec<String>,
    broken: Vec<String>,
}

impl Desk {
    /// Corrects what was read in an article.
    pub(crate) fn correct(&self, article: &Article, mut reading: Reading) -> Reading {
        let path = Path::new(&article.path);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let mut folders = self.folders.borrow_mut();
        let mut tally = self.tally.borrow_mut();
        let corrections = folders.entry(folder).or_insert_with_key(|folder| {
            open(folder).unwrap_or_else(|problem| {
                tally.broken.push(problem);
                Corrections::default()
            })
        });
        let applied = corrections.apply(&mut reading);
        tally.made.extend(applied.made.into_iter().cloned());
        tally.stale.extend(applied.stale.iter().map(|one| {
            format!(
                "{}: correction {} of {} on {} finds nothing to correct any more",
                one.article, one.id, one.holder, one.position
            )
        }));
        reading
    }

    /// The corrections that were made.
    pub(crate) fn made(&self) -> Vec<Correction> {
        self.tally.borrow().made.clone()
    }

    /// Says what is stale or broken, after the results; what is broken fails the command.
    pub(crate) fn finish(&self, outcome: Outcome, streams: &mut Streams) -> io::Result<Outcome> {
        let tally = self.tally.borrow();
        for stale in &tally.stale {
            writeln!(streams.notices, "note: {stale}")?;
        }
        for broken in &tally.broken {
            writeln!(streams.notices, "error: {broken}; nothing was corrected")?;
        }
        Ok(if tally.broken.is_empty() {
            outcome
        } else {
            Outcome::Failed
        })
    }
}

/// The corrections of a folder; none where it has no such file.
pub(crate) fn open(folder: &Path) -> Result<Corrections, String> {
    let path = folder.join(FILE);
    let shown = path.display();
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Corrections::default()),
        Err(error) => return Err(format!("{shown}: cannot be read: {error}")),
    };
    Corrections::parse(&text).map_err(|error| {
        let before = error.span.as_ref().and_then(|span| text.get(..span.start));
        let line = before.map_or(1, |before| before.matches('\n').count() + 1);
        format!("{shown}:{line}: {error}")
    })
}
