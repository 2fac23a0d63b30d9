//! `stances correct`: a statement that is wrong in this article, and stays corrected.

use std::io;
use std::path::Path;

use clap::ArgGroup;
use stances::corrections::{Correction, FILE, RightHolder};
use stances::statement::Statement;

use crate::args::{RuleChoice, SideArg};
use crate::chosen::{self, Chosen, Statements};
use crate::rulebook::Rulebook;
use crate::{Outcome, Streams, desk, whole};

#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("what").required(true).multiple(true).args(["drop", "stance", "holder"])))]
pub(crate) struct CorrectArgs {
    /// It is no statement at all.
    #[arg(long, conflicts_with_all = ["stance", "holder"])]
    drop: bool,
    /// The right side.
    #[arg(long)]
    stance: Option<SideArg>,
    /// The right holder, by id.
    #[arg(long, value_name = "WHO")]
    holder: Option<String>,
    /// Why.
    #[arg(long, value_name = "REASON")]
    because: String,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    rules: RuleChoice,
}

/// Writes the correction beside the article.
pub(crate) fn run(args: &CorrectArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(Statements {
        rulebook,
        statement,
        ..
    }) = chosen::find(&args.chosen, &args.rules, streams)?
    else {
        return Ok(Outcome::Failed);
    };
    let written = correction(args, &rulebook, &statement).and_then(|one| write(one, &statement));
    match written {
        Ok(path) => {
            writeln!(streams.results, "{path}: 1 correction more")?;
            Ok(Outcome::Done)
        }
        Err(problem) => {
            writeln!(streams.notices, "error: {problem}")?;
            Ok(Outcome::Failed)
        }
    }
}

fn correction(
    args: &CorrectArgs,
    rulebook: &Rulebook,
    statement: &Statement,
) -> Result<Correction, String> {
    let mut correction = Correction::of(statement, &args.because);
    correction.drop = args.drop;
    correction.right_stance = args.stance.map(Into::into);
    if let Some(typed) = &args.holder {
        let actors = &rulebook.analyzer.rules().actors;
        let known = actors.by_id.iter().find(|(id, _)| id.as_str() == typed);
        let Some((_, &actor)) = known else {
            let ids = actors.by_id.keys().map(stances::id::ActorId::as_str);
            let hint = crate::hint::did_you_mean(typed, ids);
            return Err(format!("no actor has the id `{typed}`{hint}"));
        };
        let actor = &actors.list[actor];
        correction.right_holder = Some(RightHolder {
            id: actor.id.to_string(),
            name: actor.short.clone(),
        });
    }
    Ok(correction)
}

/// Adds the correction to those of the folder, in place of an earlier one of the same statement.
fn write(correction: Correction, statement: &Statement) -> Result<String, String> {
    let folder = Path::new(&statement.path).parent();
    let folder = folder.unwrap_or(Path::new(""));
    let mut corrections = desk::open(folder)?;
    corrections.list.retain(|one| one.id != correction.id);
    corrections.list.push(correction);
    let path = folder.join(FILE);
    let shown = path.display().to_string();
    let text = toml::to_string_pretty(&corrections)
        .map_err(|error| format!("{shown}: cannot be written: {error}"))?;
    whole::replace(&path, &text).map_err(|error| format!("{shown}: cannot be written: {error}"))?;
    Ok(shown)
}
