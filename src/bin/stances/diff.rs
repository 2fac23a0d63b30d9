//! `stances diff`: two results, or the same articles under two rule folders.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use stances::diff::{self, Comparison, Difference, How, Limit, Results};

use crate::args::{FileChoice, RuleChoice, Sources, day};
use crate::desk::Desk;
use crate::jobs::Jobs;
use crate::{Outcome, Streams, articles, rulebook};

/// Beyond this many limits of a comparison they are counted.
const FEW: usize = 5;

#[derive(Debug, clap::Args)]
pub(crate) struct DiffArgs {
    /// Two results of `stances statements`, old and new; or articles, with rules to read them by.
    #[arg(required = true, value_name = "OLD NEW | PATHS")]
    paths: Vec<PathBuf>,
    /// Read the articles by the rules in this folder too, for the old side.
    #[arg(long, value_name = "DIR")]
    rules_old: Option<PathBuf>,
    /// Read the articles by the rules in this folder too, for the new side.
    #[arg(long, value_name = "DIR")]
    rules_new: Option<PathBuf>,
    /// Leave out the rules that come with the program, on both sides.
    #[arg(long, requires = "rules_old", requires = "rules_new")]
    only_rules: bool,
    /// Compare these debates only.
    #[arg(long, value_name = "ID")]
    pack: Vec<String>,
    /// The day of articles that carry none.
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
    #[command(flatten)]
    jobs: Jobs,
    #[command(flatten)]
    files: FileChoice,
}

/// Writes every cell that differs.
pub(crate) fn run(args: &DiffArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let compared = if args.rules_old.is_none() && args.rules_new.is_none() {
        files(&args.paths, streams)?
    } else {
        rules(args, streams)?
    };
    let Some((comparison, reading)) = compared else {
        return Ok(Outcome::Failed);
    };
    if comparison.is_void() {
        tell(&comparison.limits, streams)?;
        writeln!(
            streams.notices,
            "error: the two results share no pack or no article, so nothing is compared"
        )?;
        return Ok(Outcome::Failed);
    }
    write(&comparison, streams)?;
    Ok(match reading {
        Outcome::Done if comparison.differences.is_empty() => Outcome::Done,
        Outcome::Done | Outcome::Differs => Outcome::Differs,
        Outcome::Failed => Outcome::Failed,
    })
}

/// Compares two results.
fn files(paths: &[PathBuf], streams: &mut Streams) -> io::Result<Option<(Comparison, Outcome)>> {
    let [old, new] = paths else {
        writeln!(
            streams.notices,
            "error: two results are compared, and {} were named; articles are compared under two \
             rule folders with --rules-old and --rules-new",
            paths.len()
        )?;
        return Ok(None);
    };
    match (read(old), read(new)) {
        (Ok(old), Ok(new)) => Ok(Some((diff::compare(&old, &new), Outcome::Done))),
        (old, new) => {
            for problem in [old.err(), new.err()].into_iter().flatten() {
                writeln!(streams.notices, "error: {problem}")?;
            }
            Ok(None)
        }
    }
}

fn read(path: &Path) -> Result<Results, String> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).map_err(|error| format!("{shown}: cannot be read: {error}"))?;
    Results::parse(&text).map_err(|error| format!("{shown}: {error}"))
}

/// Reads the articles under both rule folders and compares.
fn rules(args: &DiffArgs, streams: &mut Streams) -> io::Result<Option<(Comparison, Outcome)>> {
    let choice = |folder: &Option<PathBuf>| RuleChoice {
        rules: folder.iter().cloned().collect(),
        only_rules: args.only_rules,
        pack: args.pack.clone(),
    };
    let Some(old) = rulebook::open(&choice(&args.rules_old), streams)? else {
        return Ok(None);
    };
    let Some(new) = rulebook::open(&choice(&args.rules_new), streams)? else {
        return Ok(None);
    };
    let mut old_results = Results::by(old.analyzer.packs());
    let mut new_results = Results::by(new.analyzer.packs());
    let sources = Sources {
        paths: args.paths.clone(),
        date: args.date,
        jobs: args.jobs,
        files: args.files.clone(),
        rules: choice(&args.rules_new),
    };
    let desk = Desk::default();
    let tally = articles::each(
        &sources,
        &new,
        streams,
        &|article| (old.analyzer.read(article), new.analyzer.read(article)),
        &mut |article, (old, new), _| {
            old_results.add(&desk.correct(&article, old));
            new_results.add(&desk.correct(&article, new));
            Ok(())
        },
    )?;
    let comparison = diff::compare(&old_results, &new_results);
    let outcome = tally.finish(streams)?;
    Ok(Some((comparison, desk.finish(outcome, streams)?)))
}

/// Says what could not be compared.
fn tell(limits: &[Limit], streams: &mut Streams) -> io::Result<()> {
    for limit in limits.iter().take(FEW) {
        writeln!(streams.notices, "note: {limit}")?;
    }
    if limits.len() > FEW {
        writeln!(streams.notices, "note: and {} more", limits.len() - FEW)?;
    }
    Ok(())
}

fn write(comparison: &Comparison, streams: &mut Streams) -> io::Result<()> {
    tell(&comparison.limits, streams)?;
    let out = &mut streams.results;
    for difference in &comparison.differences {
        one(difference, out)?;
    }
    let count = |how: How| {
        let differences = comparison.differences.iter();
        differences.filter(|one| one.how() == how).count()
    };
    write!(
        out,
        "{} gained, {} lost, {} turned, {} changed, {} the same",
        count(How::Gained),
        count(How::Lost),
        count(How::Turned),
        count(How::Changed),
        comparison.same
    )?;
    if comparison.beyond > 0 {
        write!(out, ", {} not compared", comparison.beyond)?;
    }
    writeln!(out)
}

fn one(difference: &Difference, out: &mut dyn Write) -> io::Result<()> {
    let (sign, how) = match difference.how() {
        How::Gained => ('+', "gained"),
        How::Lost => ('-', "lost"),
        How::Turned => ('~', "turned"),
        How::Changed => ('~', "changed"),
    };
    let key = &difference.key;
    let cells = [&difference.old, &difference.new].into_iter().flatten();
    let cells: Vec<String> = cells.map(ToString::to_string).collect();
    writeln!(
        out,
        "{sign} {how:<8}{}  {}  {}: {}",
        key.article,
        key.holder,
        key.position,
        cells.join(" -> ")
    )?;
    for (sign, cell) in [('-', &difference.old), ('+', &difference.new)] {
        for sentence in cell.iter().flat_map(|cell| &cell.evidence) {
            writeln!(out, "    {sign} {}", sentence.replace('\n', " "))?;
        }
    }
    Ok(())
}
