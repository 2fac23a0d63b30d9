//! The articles that a command reads, one by one, and what is said about those that it cannot.
//!
//! In: paths. Out: articles, handed on as soon as they are read, so that no command has to hold
//! them all. Problems and notes go to the notices as they are met; what concerns all articles is
//! said once, at the end.

use std::io;

use jiff::civil::Date;
use stances::article::Article;
use stances::corpus::{self, Contents, Ids};

use crate::args::Sources;
use crate::input::{self, Input};
use crate::rulebook::Rulebook;
use crate::{Outcome, Streams};

/// What came of reading the paths of a command.
#[derive(Debug)]
#[must_use = "the exit code hangs on it"]
pub(crate) struct Tally {
    /// Articles handed on.
    read: usize,
    /// Those of them that carry no date.
    undated: usize,
    /// Whether all that the command names could be read.
    complete: bool,
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
        complete: inputs.problems.is_empty(),
    };
    for problem in &inputs.problems {
        writeln!(streams.notices, "error: {problem}")?;
    }
    let language = &rulebook.analyzer.rules().grammar.language;
    let mut ids = Ids::default();
    for file in &inputs.files {
        let context = file.context(&rulebook.outlets);
        let entries = match file.open(&context) {
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
            tally.complete &= tell(file, &contents, streams)?;
            for article in contents.articles {
                tally.visit(article, language, sources.date, streams, visit)?;
            }
        }
    }
    Ok(tally)
}

/// Writes the notes on a file; tells whether nothing was lost that the command names.
fn tell(file: &Input, contents: &Contents, streams: &mut Streams) -> io::Result<bool> {
    let mut complete = true;
    for note in &contents.notes {
        let lost = note.kind.is_loss() && file.named;
        complete &= !lost;
        let level = if lost { "error" } else { "note" };
        writeln!(streams.notices, "{level}: {note}")?;
    }
    Ok(complete)
}

impl Tally {
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
    pub(crate) fn finish(self, streams: &mut Streams) -> io::Result<Outcome> {
        streams.results.flush()?;
        if self.read == 0 {
            writeln!(streams.notices, "error: no article was read")?;
            return Ok(Outcome::Failed);
        }
        if self.undated > 0 {
            writeln!(
                streams.notices,
                "note: {} of {} articles carry no date, so who held an office is known only from \
                 the text; --date DAY gives one",
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
