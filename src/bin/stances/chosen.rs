//! The one statement that an id, or the beginning of one, names.

use std::io;
use std::path::PathBuf;

use jiff::civil::Date;
use stances::statement::Statement;

use crate::args::{FileChoice, RuleChoice, Sources, day};
use crate::jobs::Jobs;
use crate::rulebook::{self, Rulebook};
use crate::{Streams, articles};

/// An id shorter than this names nothing.
const SHORTEST: usize = 4;

/// Which statement, of which articles.
#[derive(Debug, clap::Args)]
pub(crate) struct Chosen {
    /// The statement's id, as `stances statements` prints it, or the beginning of it.
    #[arg(value_name = "ID")]
    id: String,
    /// The articles.
    #[arg(required = true, value_name = "PATHS")]
    paths: Vec<PathBuf>,
    /// The day of articles that carry none.
    #[arg(long, value_name = "DAY", value_parser = day)]
    date: Option<Date>,
    #[command(flatten)]
    files: FileChoice,
}

/// A statement, those beside it, and the rules it was read by.
pub(crate) struct Statements {
    pub(crate) rulebook: Rulebook,
    pub(crate) statement: Statement,
    /// Those that the same sentence of the same article shows, itself among them.
    pub(crate) beside: Vec<Statement>,
}

/// Finds the statement as the rules give it, before any correction; where there is none, or more than
/// one, that is said and nothing returned.
pub(crate) fn find(
    chosen: &Chosen,
    rules: &RuleChoice,
    streams: &mut Streams,
) -> io::Result<Option<Statements>> {
    let Some(rulebook) = rulebook::open(rules, streams)? else {
        return Ok(None);
    };
    let sources = Sources {
        paths: chosen.paths.clone(),
        date: chosen.date,
        jobs: Jobs::default(),
        files: chosen.files.clone(),
        rules: rules.clone(),
    };
    let mut all = Vec::new();
    let tally = articles::each(
        &sources,
        &rulebook,
        streams,
        &|article| rulebook.analyzer.read_matched(article).statements,
        &mut |_, statements, _| {
            all.extend(statements);
            Ok(())
        },
    )?;
    // What could not be read is said; it matters only where the id is not found.
    let _ = tally.finish(streams)?;
    let long_enough = chosen.id.len() >= SHORTEST;
    let meant = all
        .iter()
        .filter(|one| long_enough && one.id.starts_with(&chosen.id));
    let meant: Vec<&Statement> = meant.collect();
    match meant[..] {
        [statement] => {
            let statement = statement.clone();
            let is_beside = |one: &Statement| {
                one.path == statement.path
                    && one.article == statement.article
                    && one.evidence == statement.evidence
            };
            all.retain(is_beside);
            Ok(Some(Statements {
                rulebook,
                statement,
                beside: all,
            }))
        }
        [] => {
            let id = &chosen.id;
            writeln!(
                streams.notices,
                "error: no statement in these articles has the id `{id}`"
            )?;
            Ok(None)
        }
        [_, _, ..] => {
            writeln!(
                streams.notices,
                "error: `{}` names {} statements:",
                chosen.id,
                meant.len()
            )?;
            for one in meant {
                writeln!(
                    streams.notices,
                    "  {}  {}: {} {} {}",
                    one.id, one.path, one.holder, one.stance, one.position
                )?;
            }
            Ok(None)
        }
    }
}
