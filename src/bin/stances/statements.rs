//! `stances statements`: the long form, for other programs.

use std::io;

use stances::render;

use crate::args::StatementsArgs;
use crate::readings::readings;
use crate::{Outcome, Streams};

/// Writes every statement as a line.
pub(crate) fn run(args: &StatementsArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(read) = readings(&args.sources, streams)? else {
        return Ok(Outcome::Failed);
    };
    if args.header {
        render::header(streams.results, &read.packs, &read.articles)?;
    }
    for statement in read.articles.iter().flat_map(|reading| &reading.statements) {
        render::statement(streams.results, statement)?;
    }
    Ok(if read.complete {
        Outcome::Done
    } else {
        Outcome::Failed
    })
}
