//! `stances attributions`: who says, thinks or wants what, whatever it is about.

use std::io;

use stances::analyze::Recorded;

use crate::args::AttributionsArgs;
use crate::{Outcome, Streams, articles, rulebook};

/// Writes every attribution as a line, article by article.
pub(crate) fn run(args: &AttributionsArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let recorded = Recorded {
        nested: args.nested,
        private: args.private,
    };
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &mut |article, streams| {
            for attribution in rulebook.analyzer.attributions(&article, recorded) {
                serde_json::to_writer(&mut *streams.results, &attribution)?;
                writeln!(streams.results)?;
            }
            Ok(())
        },
    )?;
    tally.finish(streams)
}
