//! `stances inputs`: what would be read, as what, and what would not, before any analysis.

use std::collections::BTreeMap;
use std::fmt;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use stances::article::Article;
use stances::corpus::{Contents, Context, Entry, Format, Ids, Note, NoteKind, language};

use crate::args::{CopiesArg, FileChoice, RuleChoice};
use crate::copybook::Copybook;
use crate::input::{self, Input, Problem};
use crate::progress::Progress;
use crate::{Outcome, Streams, rulebook};

/// The most notes that are written for a file; the rest is counted.
const NOTES: usize = 10;

#[derive(Debug, clap::Args)]
pub(crate) struct InputsArgs {
    /// Files or folders with articles; `-` reads standard input.
    #[arg(required = true, value_name = "PATHS")]
    paths: Vec<PathBuf>,
    /// Print the texts that offsets of statements count in.
    #[arg(long)]
    text: bool,
    /// What becomes of articles whose text is that of an earlier one, or nearly: they are articles like
    /// others (keep), named (count), or named and not counted (drop).
    #[arg(
        long,
        hide_possible_values = true,
        value_name = "keep|count|drop",
        default_value = "count"
    )]
    copies: CopiesArg,
    #[command(flatten)]
    files: FileChoice,
    #[command(flatten)]
    rules: RuleChoice,
}

/// Says what the paths hold, or prints the texts.
pub(crate) fn run(args: &InputsArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(sources) = rulebook::sources(&args.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let outlets = match rulebook::outlets(&sources) {
        Ok(outlets) => outlets,
        Err(faults) => {
            for fault in faults {
                writeln!(streams.notices, "error: {fault}")?;
            }
            return Ok(Outcome::Failed);
        }
    };
    let inputs = input::find(&args.paths);
    for problem in &inputs.problems {
        writeln!(streams.notices, "error: {problem}")?;
    }
    let mut is_complete = inputs.problems.is_empty();
    let mut known = Known {
        progress: Progress::new(&inputs.files, streams.notices),
        ids: Ids::default(),
        copybook: Copybook::new(args.copies),
        is_dropped: args.copies == CopiesArg::Drop,
        is_strict: args.files.strict,
    };
    let mut texts = Texts::default();
    let mut all = Summary::default();
    for file in &inputs.files {
        let context = file.context(args.files.context(&outlets));
        let read = if args.text {
            texts.print(file, &context, &mut known, streams)?
        } else {
            let summary = Summary::of(file, &context, &mut known, streams)?;
            if let Ok(summary) = &summary {
                summary.write(&file.path, streams)?;
                all.add(summary);
            }
            summary.map(|summary| summary.failed)
        };
        match read {
            Ok(failed) => is_complete &= !failed,
            Err(problem) => {
                is_complete = false;
                writeln!(streams.notices, "error: {problem}")?;
            }
        }
    }
    streams.notices.draw("")?;
    if args.text {
        texts.finish(streams)?;
    } else if inputs.files.len() > 1 {
        writeln!(streams.results, "{} files: {all}", inputs.files.len())?;
    }
    let is_done = is_complete && (args.text || all.articles > 0);
    Ok(if is_done {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}

/// The articles so far.
struct Known {
    progress: Progress,
    ids: Ids,
    /// Where copies are looked for.
    copybook: Option<Copybook>,
    /// Whether copies are left out.
    is_dropped: bool,
    /// Whether whatever could not be read counts.
    is_strict: bool,
}

impl Known {
    /// What an entry holds, copies noted.
    fn contents(&mut self, entry: Result<Entry, Note>, context: &Context<'_>) -> Contents {
        let mut contents = Contents::of(entry, context);
        self.ids.settle(&mut contents);
        let Some(copybook) = &mut self.copybook else {
            return contents;
        };
        let notes = &mut contents.notes;
        contents.articles.retain(|article| {
            let Some(original) = copybook.original(article) else {
                return true;
            };
            notes.push(Note {
                path: article.path.clone(),
                line: article.line,
                kind: NoteKind::CopyOf(original.to_owned()),
            });
            !self.is_dropped
        });
        contents
    }
}

/// What a file holds.
#[derive(Default)]
struct Summary {
    format: Option<Format>,
    is_packed: bool,
    articles: usize,
    undated: usize,
    /// How many of the articles are copies of earlier ones.
    copies: usize,
    /// The first and the last day.
    days: Option<(Date, Date)>,
    /// How many articles are in each language; those too short to tell are in none.
    languages: BTreeMap<&'static str, usize>,
    notes: Vec<Note>,
    /// How many notes there are besides `notes`.
    more: usize,
    /// Whether something was not read over which the command fails.
    failed: bool,
}

impl Summary {
    fn of(
        file: &Input,
        context: &Context<'_>,
        known: &mut Known,
        streams: &mut Streams,
    ) -> io::Result<Result<Self, Problem>> {
        let entries = match file.open(context, &known.progress.count) {
            Ok(entries) => entries,
            Err(problem) => return Ok(Err(problem)),
        };
        let mut summary = Self {
            format: entries.format(),
            is_packed: entries.is_packed(),
            ..Self::default()
        };
        for entry in entries {
            let contents = known.contents(entry, context);
            for article in &contents.articles {
                summary.add_article(article);
            }
            for note in contents.notes {
                summary.failed |= file.fails_over(&note, known.is_strict);
                let is_copy = matches!(note.kind, NoteKind::CopyOf(_));
                summary.copies += usize::from(is_copy && !known.is_dropped);
                if summary.notes.len() < NOTES {
                    summary.notes.push(note);
                } else {
                    summary.more += 1;
                }
            }
            known.progress.draw(streams.notices)?;
        }
        Ok(Ok(summary))
    }

    fn add_article(&mut self, article: &Article) {
        self.articles += 1;
        self.undated += usize::from(article.date.is_none());
        self.days = self.with_days(article.date.map(|day| (day, day)));
        if let Some(language) = language(article) {
            *self.languages.entry(language.name).or_default() += 1;
        }
    }

    fn with_days(&self, days: Option<(Date, Date)>) -> Option<(Date, Date)> {
        let Some((from, to)) = days else {
            return self.days;
        };
        let (first, last) = self.days.unwrap_or((from, to));
        Some((first.min(from), last.max(to)))
    }

    fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.undated += other.undated;
        self.copies += other.copies;
        self.days = self.with_days(other.days);
        for (language, articles) in &other.languages {
            *self.languages.entry(language).or_default() += articles;
        }
    }

    fn write(&self, path: &str, streams: &mut Streams) -> io::Result<()> {
        let is_skip = |note: &Note| matches!(note.kind, NoteKind::Skipped(_));
        let is_skipped = self.articles == 0 && self.notes.iter().any(is_skip);
        if !is_skipped {
            write!(streams.results, "{path}: ")?;
            if let Some(format) = self.format {
                let packed = if self.is_packed { ", packed" } else { "" };
                write!(streams.results, "{format}{packed}; ")?;
            }
            writeln!(streams.results, "{self}")?;
        }
        let indent = if is_skipped { "" } else { "  " };
        for note in &self.notes {
            writeln!(streams.results, "{indent}{note}")?;
        }
        if self.more > 0 {
            writeln!(streams.results, "  ... and {} more", self.more)?;
        }
        Ok(())
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.articles {
            0 => return f.write_str("no article"),
            1 => f.write_str("1 article")?,
            articles => write!(f, "{articles} articles")?,
        }
        match self.copies {
            0 => {}
            1 if self.articles == 1 => f.write_str(", a copy")?,
            1 => f.write_str(", 1 of them a copy")?,
            copies => write!(f, ", {copies} of them copies")?,
        }
        match self.days {
            None => f.write_str(", no date")?,
            Some((first, last)) if first == last => write!(f, ", {first}")?,
            Some((first, last)) => write!(f, ", {first} to {last}")?,
        }
        if self.days.is_some() && self.undated > 0 {
            write!(f, " ({} without date)", self.undated)?;
        }
        let told: usize = self.languages.values().sum();
        for (language, articles) in &self.languages {
            if *articles == self.articles {
                write!(f, ", {language}")?;
            } else {
                write!(f, ", {articles} {language}")?;
            }
        }
        match self.articles - told {
            0 => Ok(()),
            untold if told == 0 && untold == 1 => f.write_str(", too short to tell its language"),
            untold => write!(f, ", {untold} too short to tell the language"),
        }
    }
}

/// Prints texts: one as it is, several each under its id.
#[derive(Default)]
struct Texts {
    last: Option<(String, Arc<str>)>,
    printed: usize,
}

impl Texts {
    /// Prints the texts of a file; tells whether something was not read over which the command fails.
    fn print(
        &mut self,
        file: &Input,
        context: &Context<'_>,
        known: &mut Known,
        streams: &mut Streams,
    ) -> io::Result<Result<bool, Problem>> {
        let entries = match file.open(context, &known.progress.count) {
            Ok(entries) => entries,
            Err(problem) => return Ok(Err(problem)),
        };
        let mut failed = false;
        for entry in entries {
            let contents = known.contents(entry, context);
            for note in &contents.notes {
                failed |= file.fails_over(note, known.is_strict);
                writeln!(streams.notices, "note: {note}")?;
            }
            for article in contents.articles {
                let is_same = |(_, text): &(String, Arc<str>)| Arc::ptr_eq(text, &article.source);
                if !self.last.as_ref().is_some_and(is_same)
                    && let Some(last) = self.last.replace((article.id, article.source))
                {
                    self.print_headed(&last, streams)?;
                }
            }
        }
        Ok(Ok(failed))
    }

    fn print_headed(
        &mut self,
        (id, text): &(String, Arc<str>),
        streams: &mut Streams,
    ) -> io::Result<()> {
        self.printed += 1;
        let end = if text.ends_with('\n') { "" } else { "\n" };
        write!(streams.results, "==> {id} <==\n{text}{end}")
    }

    fn finish(mut self, streams: &mut Streams) -> io::Result<()> {
        match self.last.take() {
            None => Ok(()),
            Some((_, text)) if self.printed == 0 => write!(streams.results, "{text}"),
            Some(last) => self.print_headed(&last, streams),
        }
    }
}
