//! `stances rules show`: what a phrase, position, actor or cue stands for, where it is written, and
//! what it costs.

mod entry;
mod found;

use std::collections::BTreeSet;
use std::io;

use stances::rules::{self, Rules, Source};

use crate::args::RuleChoice;
use crate::{Outcome, Streams, rulebook};
use entry::Writer;
use found::Found;

/// So many wordings of a phrase are written out, unless all are asked for.
const FEW: usize = 12;
/// More than these are never written out.
const MOST: usize = 10_000;
/// Where a phrase that no file has is written down to be compiled.
const SLIP: &str = "positions/shown-by-the-program.toml";

#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// A phrase as a file has it or in a new wording, words that phrases or cues match, or the id
    /// or name of a position or actor.
    #[arg(value_name = "WHAT", required_unless_present = "literals")]
    what: Option<String>,
    /// Only words, one a line, of which every match has one: what another tool can search for.
    #[arg(long)]
    literals: bool,
    /// Write out every wording.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    rules: RuleChoice,
}

/// Writes what is known by the name or words.
pub(crate) fn run(args: &ShowArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(mut sources) = rulebook::sources(&args.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let mut rules = match rules::load(&sources) {
        Ok(rules) => rules,
        Err(faults) => {
            write!(streams.notices, "{}", rules::report(&faults, &sources))?;
            return Ok(Outcome::Failed);
        }
    };
    if let Some(unknown) = rulebook::keep_packs(&mut rules, &args.rules.pack) {
        writeln!(streams.notices, "error: {unknown}")?;
        return Ok(Outcome::Failed);
    }
    let mut found = match &args.what {
        None => found::all_phrases(&rules),
        Some(what) => found::by_name(&rules, what),
    };
    if let (true, Some(what)) = (found.is_empty(), &args.what) {
        match with_slip(&mut sources, &rules, what) {
            Ok(with_slip) => rules = with_slip,
            Err(report) => {
                write!(streams.notices, "{report}")?;
                return Ok(Outcome::Failed);
            }
        }
        found = found::slip(&rules, SLIP);
    }
    if args.literals {
        return literals(&rules, &found, streams);
    }
    let most = if args.all { MOST } else { FEW };
    let mut writer = Writer {
        rules: &rules,
        sources: &sources,
        most,
        out: streams.results,
    };
    for one in &found {
        writer.entry(one)?;
    }
    Ok(Outcome::Done)
}

fn literals(rules: &Rules, found: &[Found], streams: &mut Streams) -> io::Result<Outcome> {
    let forms: BTreeSet<&str> = found
        .iter()
        .flat_map(|one| found::literals(rules, one))
        .collect();
    for form in forms {
        writeln!(streams.results, "{form}")?;
    }
    Ok(Outcome::Done)
}

/// The rules with a phrase that no file has, as if a position of the first pack that can read it
/// had it; or what is wrong with it.
fn with_slip(sources: &mut Vec<Source>, rules: &Rules, phrase: &str) -> Result<Rules, String> {
    let mut problem = "error: no pack is there to read a phrase for\n".to_owned();
    for pack in rules.packs.iter().rev() {
        let file = format!(
            "id = \"shown-by-the-program\"\nshort = \"\"\nclaim = \"\"\nsupports = \"\"\nopposes = \"\"\nnames = [{}]\n",
            toml::Value::from(phrase)
        );
        let name = format!("{}/{SLIP}", pack.id);
        sources.push(Source::added(&name, SLIP, &file, u32::MAX));
        match rules::load(sources) {
            Ok(rules) => return Ok(rules),
            Err(faults) => {
                let lines = faults
                    .into_iter()
                    .map(|fault| format!("error: {}\n", fault.kind));
                problem = lines.collect::<Vec<_>>().concat();
            }
        }
        sources.pop();
    }
    Err(problem)
}
