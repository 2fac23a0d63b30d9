//! The articles that a command reads, one by one, and what is said about those that it cannot.
//!
//! In: paths. Out: articles with what was made of them, handed on in order as soon as they are
//! read, so that no command has to hold them all. Problems and notes go to the notices as they are
//! met; what concerns all articles is said once, at the end.

use std::io;
use std::slice;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use jiff::civil::Date;
use stances::analyze::Analyzer;
use stances::article::{Article, Language};
use stances::corpus::{self, Contents, Context, Entries, Entry, Ids, Loss, Note};

use crate::args::Sources;
use crate::input::{self, Input, Problem};
use crate::progress::Progress;
use crate::rulebook::Rulebook;
use crate::{Outcome, Streams, pipeline};

/// About how many bytes a worker takes at a time; a record is never cut.
const PARCEL: usize = 32 << 10;

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

/// Does `work` on every article that the paths name, by several threads, and hands the article
/// and what came of it to `visit`, in the order given.
pub(crate) fn each<T: Send>(
    sources: &Sources,
    rulebook: &Rulebook,
    streams: &mut Streams,
    work: &(impl Fn(&Article) -> T + Sync),
    visit: &mut dyn FnMut(Article, T, &mut Streams) -> io::Result<()>,
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
    let context = sources.files.context(&rulebook.outlets);
    let parcels = Parcels {
        files: inputs.files.iter(),
        context,
        count: Arc::clone(&progress.count),
        open: None,
    };
    let hands = Hands {
        analyzer: &rulebook.analyzer,
        context,
        date: sources.date,
        work,
    };
    let mut ids = Ids::default();
    pipeline::in_order(
        sources.jobs.number(),
        parcels,
        &|parcel| hands.parcel(parcel),
        &mut |done| {
            let (file, entries) = match done {
                Ok(done) => done,
                Err(problem) => {
                    tally.complete = false;
                    return writeln!(streams.notices, "error: {problem}");
                }
            };
            for Done { mut contents, made } in entries {
                let made = if ids.settle(&mut contents) {
                    // The work was done on an article of another id.
                    hands.all(&contents.articles)
                } else {
                    made
                };
                tally.tell(file, &contents.notes, sources.files.strict, streams)?;
                for (article, made) in contents.articles.into_iter().zip(made) {
                    tally.visit(article, made, language, streams, visit)?;
                }
            }
            progress.draw(streams.notices)
        },
    )?;
    streams.notices.draw("")?;
    Ok(tally)
}

/// Entries of one file, or why it could not be opened.
type Parcel<'a> = Result<(&'a Input, Vec<Result<Entry, Note>>), Problem>;

/// Cuts files into parcels.
struct Parcels<'a> {
    files: slice::Iter<'a, Input>,
    context: Context<'a>,
    /// The bytes of files that were read.
    count: Arc<AtomicU64>,
    open: Option<(&'a Input, Entries<'static>)>,
}

impl<'a> Iterator for Parcels<'a> {
    type Item = Parcel<'a>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((file, entries)) = &mut self.open {
                let mut parcel = Vec::new();
                let mut size = 0;
                while size < PARCEL
                    && let Some(entry) = entries.next()
                {
                    size += entry.as_ref().map_or(0, Entry::size);
                    parcel.push(entry);
                }
                if !parcel.is_empty() {
                    return Some(Ok((*file, parcel)));
                }
            }
            let file = self.files.next()?;
            match file.open(&file.context(self.context), &self.count) {
                Ok(entries) => self.open = Some((file, entries)),
                Err(problem) => return Some(Err(problem)),
            }
        }
    }
}

/// What came of an entry.
struct Done<T> {
    contents: Contents,
    /// For each article what was made of it, or the language for which it is left out.
    made: Vec<Result<T, Language>>,
}

/// What is done on each article.
struct Hands<'a, F> {
    analyzer: &'a Analyzer,
    context: Context<'a>,
    /// The date of those that carry none.
    date: Option<Date>,
    work: &'a F,
}

impl<F> Hands<'_, F> {
    fn parcel<'f, T>(&self, parcel: Parcel<'f>) -> Result<(&'f Input, Vec<Done<T>>), Problem>
    where
        F: Fn(&Article) -> T,
    {
        let (file, entries) = parcel?;
        let context = file.context(self.context);
        let done = entries.into_iter().map(|entry| {
            let mut contents = Contents::of(entry, &context);
            for article in &mut contents.articles {
                article.date = article.date.or(self.date);
            }
            let made = self.all(&contents.articles);
            Done { contents, made }
        });
        Ok((file, done.collect()))
    }

    fn all<T>(&self, articles: &[Article]) -> Vec<Result<T, Language>>
    where
        F: Fn(&Article) -> T,
    {
        // What is plainly of the rules' language is not asked for it, which takes its time.
        let expected = &self.analyzer.rules().grammar.language;
        let foreign = |article| {
            let is_plain = self.analyzer.is_plain(article);
            (!is_plain).then(|| corpus::foreign(article, expected))?
        };
        let one = |article| foreign(article).map_or_else(|| Ok((self.work)(article)), Err);
        articles.iter().map(one).collect()
    }
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

    fn visit<T>(
        &mut self,
        article: Article,
        made: Result<T, Language>,
        expected: &str,
        streams: &mut Streams,
        visit: &mut dyn FnMut(Article, T, &mut Streams) -> io::Result<()>,
    ) -> io::Result<()> {
        match made {
            Err(language) => writeln!(
                streams.notices,
                "note: {}: skipped: `{}` is in {}, and only {} is read",
                article.path,
                article.id,
                language.name,
                corpus::language_name(expected)
            ),
            Ok(made) => {
                self.read += 1;
                self.undated += usize::from(article.date.is_none());
                visit(article, made, streams)
            }
        }
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
