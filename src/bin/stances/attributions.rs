//! `stances attributions`: who says, thinks or wants what, whatever it is about.

use std::io::{self, Write as _};

use stances::analyze::Recorded;
use stances::reading::AttributionRecord;

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
        &|article| lines(&rulebook.analyzer.attributions(article, recorded)),
        &mut |_, lines, streams| streams.results.write_all(&lines?),
    )?;
    tally.finish(streams)
}

/// The lines of one article.
fn lines(attributions: &[AttributionRecord]) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for attribution in attributions {
        serde_json::to_writer(&mut lines, attribution)?;
        writeln!(lines)?;
    }
    Ok(lines)
}
