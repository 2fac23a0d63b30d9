//! `stances rules schema`: JSON Schema for every kind of rule file.

use std::io;
use std::path::PathBuf;

use stances::rules;

use crate::hint::did_you_mean;
use crate::{Outcome, Streams, whole};

#[derive(Debug, clap::Args)]
pub(crate) struct SchemaArgs {
    /// Of this kind of file only, as `position` [default: all, in one object by kind].
    #[arg(value_name = "KIND")]
    kind: Option<String>,
    /// Write a file for each kind into this folder, in place of what is there.
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    write: Option<PathBuf>,
}

/// Prints or writes schemas.
pub(crate) fn run(args: &SchemaArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let schemas = rules::schemas();
    if let Some(folder) = &args.write {
        for (kind, schema) in &schemas {
            let path = folder.join(format!("{kind}.json"));
            let text = format!("{schema:#}\n");
            if let Err(error) = whole::replace(&path, &text) {
                let path = path.display();
                writeln!(streams.notices, "error: {path}: cannot be written: {error}")?;
                return Ok(Outcome::Failed);
            }
        }
        return Ok(Outcome::Done);
    }
    let Some(asked) = &args.kind else {
        let all: serde_json::Map<_, _> = schemas
            .into_iter()
            .map(|(kind, schema)| (kind.to_owned(), schema))
            .collect();
        writeln!(streams.results, "{:#}", serde_json::Value::Object(all))?;
        return Ok(Outcome::Done);
    };
    if let Some((_, schema)) = schemas.iter().find(|(kind, _)| kind == asked) {
        writeln!(streams.results, "{schema:#}")?;
        return Ok(Outcome::Done);
    }
    let kinds: Vec<&str> = schemas.iter().map(|(kind, _)| *kind).collect();
    let hint = did_you_mean(asked, kinds.iter().copied());
    writeln!(
        streams.notices,
        "error: no kind of rule file is called `{asked}`{hint}; there are {}",
        kinds.join(", ")
    )?;
    Ok(Outcome::Failed)
}
