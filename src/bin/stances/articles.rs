//! The articles that a command reads, one by one, and what is said about those that it cannot.
//!
//! In: paths. Out: articles, handed on as soon as they are read, so that no command has to hold
//! them all. Problems and notes go to the notices as they are met; what concerns all articles is
//! said once, at the end.

use std::io;

use jiff::civil::Date;
use stances::article::Article;
use stances::corpus::{self, Contents, Ids, Loss, Note};

use crate::args::Sources;
use crate::input::{self, Input};
use crate::progress::Progress;
use crate::rulebook::Rulebook;
use crate::{Outcome, Streams};

/// The most notes that are written for a file, besides those on what was lost.
const REMARKS: usize = 10;

/// What came of reading the paths of a command.
#[derive(Debug)]
#[must_use = "the exit code hangs on it"]
pub(crate) struct Tally {
    /// Articles handed on.
    read: usize,
    /// Those of them that carry no date.
    undated: usize,
    /// Records that could not be read.
    lost: usize,
    /// The notes on the file at hand that say of no loss.
    remarks: Remarks,
    /// Whether all that the command names could be read.
    complete: bool,
}

/// Notes on one file that say of no loss.
#[derive(Debug, Default)]
struct Remarks {
    path: String,
    number: usize,
}

impl Remarks {
    /// Says how many were not written.
    fn finish(&mut self, streams: &mut Streams) -> io::Result<()> {
        let more = std::mem::take(&mut self.number).saturating_sub(REMARKS);
        if more > 0 {
            writeln!(streams.notices, "note: {}: ... and {more} more", self.path)?;
        }
        Ok(())
    }
}

/// Hands every article that the paths name to `visit`, in the order given.
pub(crate) fn each(
    sources: &Sources,
    rulebook: &Rulebook,
    streams: &mut Streams,
    visit: &mut dyn FnMut(Article, &mut Streams) -> io::Result<()>,
) -> io::Result<Tally> {
    let inputs = input::find(&sources.paths);
    let mut tally = Tally {
        read: 0,
        undated: 0,
        lost: 0,
        remarks: Remarks::default(),
        complete: inputs.problems.is_empty(),
    };
    for problem in &inputs.problems {
        writeln!(streams.notices, "error: {problem}")?;
    }
    let language = &rulebook.analyzer.rules().grammar.language;
    let mut progress = Progress::new(&inputs.files, streams.notices);
    let mut ids = Ids::default();
    for file in &inputs.files {
        let context = file.context(sources.files.context(&rulebook.outlets));
        let entries = match file.open(&context, &progress.count) {
            Ok(entries) => entries,
            Err(problem) => {
                tally.complete = false;
                writeln!(streams.notices, "error: {problem}")?;
                continue;
            }
        };
        for entry in entries {
            let mut contents = Contents::of(entry, &context);
            ids.settle(&mut contents);
            tally.tell(file, &contents.notes, sources.files.strict, streams)?;
            for article in contents.articles {
                tally.visit(article, language, sources.date, streams, visit)?;
            }
            progress.draw(streams.notices)?;
        }
    }
    streams.notices.draw("")?;
    Ok(tally)
}

impl Tally {
    /// Writes the notes on a file. Whatever was lost is named; of other notes, some for each file.
    fn tell(
        &mut self,
        file: &Input,
        notes: &[Note],
        is_strict: bool,
        streams: &mut Streams,
    ) -> io::Result<()> {
        for note in notes {
            let fails = file.fails_over(note, is_strict);
            self.complete &= !fails;
            match note.loss() {
                Some(Loss::Record) => self.lost += 1,
                Some(Loss::File) => {}
                None => {
                    if self.remarks.path != file.path {
                        self.remarks.finish(streams)?;
                        file.path.clone_into(&mut self.remarks.path);
                    }
                    self.remarks.number += 1;
                    if self.remarks.number > REMARKS {
                        continue;
                    }
                }
            }
            let level = if fails { "error" } else { "note" };
            writeln!(streams.notices, "{level}: {note}")?;
        }
        Ok(())
    }

    fn visit(
        &mut self,
        mut article: Article,
        expected: &str,
        date: Option<Date>,
        streams: &mut Streams,
        visit: &mut dyn FnMut(Article, &mut Streams) -> io::Result<()>,
    ) -> io::Result<()> {
        if let Some(language) = corpus::foreign(&article, expected) {
            return writeln!(
                streams.notices,
                "note: {}: skipped: `{}` is in {}, and only {} is read",
                article.path,
                article.id,
                language.name,
                corpus::language_name(expected)
            );
        }
        article.date = article.date.or(date);
        self.read += 1;
        self.undated += usize::from(article.date.is_none());
        visit(article, streams)
    }

    /// Leaves dates unsaid, where the results tell of them.
    pub(crate) fn dates_told(mut self) -> Self {
        self.undated = 0;
        self
    }

    /// Says what concerns all articles, after the results, and how the command ends.
    pub(crate) fn finish(mut self, streams: &mut Streams) -> io::Result<Outcome> {
        streams.results.flush()?;
        self.remarks.finish(streams)?;
        if self.lost > 0 {
            let records = if self.lost == 1 { "record" } else { "records" };
            writeln!(
                streams.notices,
                "note: {} {records} could not be read; --strict makes that an error",
                self.lost
            )?;
        }
        if self.read == 0 {
            writeln!(streams.notices, "error: no article was read")?;
            return Ok(Outcome::Failed);
        }
        if self.undated > 0 {
            writeln!(
                streams.notices,
                "note: {} of {} articles carry no date, so who held an office is known only from \
                 the text; --date DAY gives one, --dates FILE many",
                self.undated, self.read
            )?;
        }
        Ok(if self.complete {
            Outcome::Done
        } else {
            Outcome::Failed
        })
    }
}
