//! `stances rules test`: rule files judged by their own examples.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use stances::analyze::Analyzer;
use stances::examples::{self, Case, Fired, Judgement, Missing, Noisy, Tried};
use stances::rules::{self, Fault, Origin, Source};

use super::{Folder, count};
use crate::{Outcome, Streams};

#[derive(Debug, clap::Args)]
pub(crate) struct TestArgs {
    #[command(flatten)]
    folder: Folder,
    /// Run the examples that come with the program as well, where a folder is named.
    #[arg(long)]
    all: bool,
    /// List the phrases and cues that no example fires and no frame carries; to have some is a
    /// difference.
    #[arg(long)]
    coverage: bool,
}

/// How many examples came out how.
#[derive(Default)]
struct Count {
    agree: usize,
    differ: usize,
    missing: usize,
    noisy: usize,
    /// Known gaps that are still open, and those that are closed.
    gaps: usize,
    closed: usize,
    /// Examples of files that have faults, or of positions that no pack at hand has.
    untested: usize,
}

/// Runs the examples and writes what differs.
pub(crate) fn run(args: &TestArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(sources) = args.folder.sources(streams)? else {
        return Ok(Outcome::Failed);
    };
    let (rules, faults) = rules::load_sound(&sources);
    tell_faults(&faults, &sources, streams)?;
    let analyzer = Analyzer::new(rules);
    let rules = analyzer.rules();
    let is_asked = |origin: &Origin| args.all || args.folder.is_about(&origin.file, &sources);
    let broken: BTreeSet<&str> = faults.iter().map(|fault| fault.file.as_str()).collect();
    let mut fired = Fired::default();
    let mut counts = Count::default();
    for case in examples::all(rules) {
        if args.coverage {
            fired.add(&analyzer.analyze(&case.article()));
        }
        if is_asked(&case.example.origin) {
            judge(&case, &analyzer, &broken, &mut counts, streams)?;
        }
    }
    counts.write(streams.results)?;
    let mut silent = 0;
    if args.coverage {
        silent = coverage(&mut fired, &analyzer, &is_asked, streams.results)?;
    }
    Ok(if !faults.is_empty() {
        Outcome::Failed
    } else if counts.differ + silent > 0 {
        Outcome::Differs
    } else {
        Outcome::Done
    })
}

/// Says which files have faults, so that what is tested is what is left.
fn tell_faults(faults: &[Fault], sources: &[Source], streams: &mut Streams) -> io::Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    write!(streams.notices, "{}", rules::report(faults, sources))?;
    writeln!(
        streams.notices,
        "note: what has a fault is left out, and the examples of its file; the others are tested"
    )
}

fn judge(
    case: &Case<'_>,
    analyzer: &Analyzer,
    broken: &BTreeSet<&str>,
    counts: &mut Count,
    streams: &mut Streams,
) -> io::Result<()> {
    let example = case.example;
    if broken.contains(example.origin.file.as_str())
        || case.unknown_position(analyzer.rules()).is_some()
    {
        counts.untested += 1;
        return Ok(());
    }
    let judgement = case.judge(analyzer);
    let place = format!("{}:{}", example.origin.file, example.origin.line);
    match (judgement.agrees(), example.todo) {
        (true, false) => counts.agree += 1,
        (true, true) => {
            counts.closed += 1;
            let text = &example.text;
            writeln!(
                streams.results,
                "{place}: {text}\n  passes now: `todo = true` can go\n"
            )?;
        }
        (false, true) => counts.gaps += 1,
        (false, false) => {
            counts.differ += 1;
            counts.missing += judgement.missing.len();
            counts.noisy += judgement.noisy.len();
            writeln!(streams.results, "{place}: {}", example.text)?;
            differences(case, &judgement, streams.results)?;
            writeln!(streams.results)?;
        }
    }
    Ok(())
}

fn differences(case: &Case<'_>, judgement: &Judgement, out: &mut dyn Write) -> io::Result<()> {
    let own = case.of.map(|(_, position)| position);
    for Missing { expected, ladder } in &judgement.missing {
        writeln!(out, "  missing  {}", expected.written(own))?;
        if ladder.is_empty() {
            writeln!(
                out,
                "             no phrase of `{}` stands in it",
                expected.position
            )?;
        }
        for rung in ladder {
            let (words, rule) = (&rung.words, &rung.rule);
            writeln!(out, "             \"{words}\" ({rule}): {}", rung.fate)?;
        }
    }
    for Noisy { found, trace } in &judgement.noisy {
        writeln!(out, "  noisy    {}", found.written(own))?;
        let lines = [&trace.who, &trace.side, &trace.what];
        for line in lines.into_iter().chain(&trace.condition) {
            writeln!(out, "             {line}")?;
        }
    }
    if let (Some(why), false) = (&case.example.why, judgement.noisy.is_empty()) {
        writeln!(out, "  the example says why not: {why}")?;
    }
    Ok(())
}

impl Count {
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let all = self.agree + self.differ + self.gaps + self.closed + self.untested;
        write!(out, "{}: {} agree", count(all, "example"), self.agree)?;
        if self.differ > 0 {
            let (missing, noisy) = (self.missing, self.noisy);
            write!(
                out,
                ", {} differ ({missing} missing, {noisy} noisy)",
                self.differ
            )?;
        }
        if self.gaps > 0 {
            write!(out, ", {}", count(self.gaps, "known gap"))?;
        }
        if self.closed > 0 {
            write!(out, ", {} closed", count(self.closed, "known gap"))?;
        }
        if self.untested > 0 {
            write!(out, ", {} not tested", self.untested)?;
        }
        writeln!(out)
    }
}

/// A rule that no example fires, and what was tried.
struct Silent<'r> {
    origin: &'r Origin,
    text: &'r str,
    tried: Option<&'r Tried>,
}

/// Lists rules that no example fires, and how many there are in which file; says how many in all.
fn list(what: &str, silent: &[Silent<'_>], all: usize, out: &mut dyn Write) -> io::Result<usize> {
    let mut files: BTreeMap<&str, usize> = BTreeMap::new();
    for Silent {
        origin: Origin { file, line },
        text,
        tried,
    } in silent
    {
        *files.entry(file).or_default() += 1;
        writeln!(out, "{file}:{line}: no example fires `{text}`")?;
        if let Some(Tried { sentence, why }) = tried {
            writeln!(out, "  tried  {sentence}\n         {why}")?;
        }
    }
    if files.len() > 1 {
        for (file, number) in files {
            writeln!(out, "{number:>6}  {file}")?;
        }
    }
    let number = silent.len();
    writeln!(
        out,
        "{number} of {} fired by no example or frame",
        count(all, what)
    )?;
    Ok(number)
}

/// Lists the phrases and cues that no example and no frame fires; says how many.
fn coverage(
    fired: &mut Fired,
    analyzer: &Analyzer,
    is_asked: &dyn Fn(&Origin) -> bool,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let failures = examples::fill(analyzer, fired, is_asked);
    let rules = analyzer.rules();
    let phrases = fired.silent_phrases(rules);
    let phrases = phrases.map(|(pack, number, phrase)| Silent {
        origin: &phrase.origin,
        text: &phrase.text,
        tried: failures.of_phrase(pack, number),
    });
    let phrases: Vec<_> = phrases.filter(|one| is_asked(one.origin)).collect();
    let all = rules.packs.iter().flat_map(|pack| &pack.phrases);
    let all = all.filter(|phrase| is_asked(&phrase.origin)).count();
    let number = list("phrase", &phrases, all, out)?;
    let cues = fired.silent_cues(rules).map(|(number, cue)| Silent {
        origin: &cue.origin,
        text: &cue.text,
        tried: failures.of_cue(number),
    });
    let cues: Vec<_> = cues.filter(|one| is_asked(one.origin)).collect();
    let all = rules.lexicon.cues.iter().filter(|cue| !cue.made);
    let all = all.filter(|cue| is_asked(&cue.origin)).count();
    if all == 0 {
        return Ok(number);
    }
    Ok(number + list("cue", &cues, all, out)?)
}
