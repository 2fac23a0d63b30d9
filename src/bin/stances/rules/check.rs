//! `stances rules check`: what is wrong with rules, what is doubtful, and what to mend first.

use std::io::{self, Write};

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use stances::analyze::Analyzer;
use stances::rules;
use stances::warnings::{self, Warning, WarningKind};

use super::{Folder, count};
use crate::args::day;
use crate::{Outcome, Streams, rulebook};

/// So many warnings of a kind are listed, unless all are asked for.
const FEW: usize = 5;

#[derive(Debug, clap::Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    folder: Folder,
    /// List every warning.
    #[arg(long)]
    all: bool,
    /// The day on which offices must have a holder [default: today].
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
}

/// Writes faults, else warnings; the last line is the first fix to make.
pub(crate) fn run(args: &CheckArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(sources) = args.folder.sources(streams)? else {
        return Ok(Outcome::Failed);
    };
    let outlets = rulebook::outlets(&sources).err().unwrap_or_default();
    let rules = rules::load(&sources);
    for fault in &outlets {
        writeln!(streams.results, "error: {fault}")?;
    }
    let rules = match rules {
        Ok(rules) if outlets.is_empty() => rules,
        rules => {
            let faults = rules.err().unwrap_or_default();
            if !faults.is_empty() {
                write!(streams.results, "{}", rules::report(&faults, &sources))?;
            }
            let first = faults.first().map(ToString::to_string);
            let first = first.or(outlets.first().map(ToString::to_string));
            writeln!(streams.results, "mend first: {}", first.unwrap_or_default())?;
            return Ok(Outcome::Failed);
        }
    };
    let day = args
        .date
        .unwrap_or_else(|| Timestamp::now().to_zoned(TimeZone::UTC).date());
    let mut warnings = warnings::find(&Analyzer::new(rules), &sources, day);
    warnings.retain(|warning| args.folder.is_about(&warning.origin.file, &sources));
    for of_kind in warnings.chunk_by(|one, other| one.kind.rank() == other.kind.rank()) {
        list(of_kind, args.all, streams.results)?;
    }
    match warnings.first() {
        None => writeln!(streams.results, "no fault, no warning")?,
        Some(first) => {
            let number = count(warnings.len(), "warning");
            writeln!(streams.results, "no fault, {number}")?;
            writeln!(streams.results, "mend first: {}", line(first))?;
        }
    }
    Ok(Outcome::Done)
}

/// Lists warnings of one kind; silent phrases, which are many, are counted.
fn list(warnings: &[Warning], all: bool, out: &mut dyn Write) -> io::Result<()> {
    let is_silent = |warning: &Warning| matches!(warning.kind, WarningKind::SilentPhrase(_));
    let shown = match warnings {
        warnings if all => warnings,
        [first, ..] if is_silent(first) => &[],
        warnings => &warnings[..warnings.len().min(FEW)],
    };
    for warning in shown {
        writeln!(out, "warning: {}", line(warning))?;
    }
    let rest = warnings.len() - shown.len();
    if rest > 0 && shown.is_empty() {
        let phrases = count(rest, "phrase");
        writeln!(
            out,
            "warning: {phrases} fired by no example, only by a frame or by none (--all lists them)"
        )?;
    } else if rest > 0 {
        writeln!(out, "         {rest} more like these (--all lists them)")?;
    }
    Ok(())
}

fn line(warning: &Warning) -> String {
    let origin = &warning.origin;
    if origin.file.is_empty() {
        warning.kind.to_string()
    } else {
        format!("{}:{}: {}", origin.file, origin.line, warning.kind)
    }
}
