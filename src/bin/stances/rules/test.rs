//! `stances rules test`: rule files judged by their own examples.

use std::collections::BTreeSet;
use std::io::{self, Write};

use stances::analyze::Analyzer;
use stances::examples::{self, Case, Fired, Judgement, Missing, Noisy};
use stances::rules::{self, Fault, Origin, Rules, Source};

use super::{Folder, count};
use crate::{Outcome, Streams};

#[derive(Debug, clap::Args)]
pub(crate) struct TestArgs {
    #[command(flatten)]
    folder: Folder,
    /// Run the examples that come with the program as well, where a folder is named.
    #[arg(long)]
    all: bool,
    /// List the phrases that no example fires; to have some is a difference.
    #[arg(long)]
    coverage: bool,
    /// List the cues that no example fires; to have some is a difference.
    #[arg(long)]
    cues: bool,
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
        if args.coverage || args.cues {
            fired.add(&analyzer.analyze(&case.article()));
        }
        if is_asked(&case.example.origin) {
            judge(&case, &analyzer, &broken, &mut counts, streams)?;
        }
    }
    counts.write(streams.results)?;
    let mut silent = 0;
    if args.coverage {
        silent += phrases(&fired, rules, &is_asked, streams.results)?;
    }
    if args.cues {
        silent += cues(&fired, rules, &is_asked, streams.results)?;
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

/// Lists the phrases that no example fires; says how many.
fn phrases(
    fired: &Fired,
    rules: &Rules,
    is_asked: &dyn Fn(&Origin) -> bool,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let silent: Vec<_> = fired
        .silent_phrases(rules)
        .filter(|phrase| is_asked(&phrase.origin))
        .collect();
    for phrase in &silent {
        let Origin { file, line } = &phrase.origin;
        writeln!(out, "{file}:{line}: no example fires `{}`", phrase.text)?;
    }
    let phrases = rules.packs.iter().flat_map(|pack| &pack.phrases);
    let all = phrases.filter(|phrase| is_asked(&phrase.origin)).count();
    let number = silent.len();
    writeln!(
        out,
        "{number} of {} fired by no example",
        count(all, "phrase")
    )?;
    Ok(number)
}

/// Lists the cues that no example fires; says how many.
fn cues(
    fired: &Fired,
    rules: &Rules,
    is_asked: &dyn Fn(&Origin) -> bool,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let silent: Vec<_> = fired
        .silent_cues(rules)
        .filter(|cue| is_asked(&cue.origin))
        .collect();
    for cue in &silent {
        let Origin { file, line } = &cue.origin;
        writeln!(
            out,
            "{file}:{line}: no example fires the cue `{}`",
            cue.text
        )?;
    }
    let cues = rules.lexicon.cues.iter();
    let all = cues.filter(|cue| is_asked(&cue.origin)).count();
    let number = silent.len();
    writeln!(out, "{number} of {} fired by no example", count(all, "cue"))?;
    Ok(number)
}
