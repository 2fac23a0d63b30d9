//! From paths to readings. The integrator connects corpus, rules and analysis here.

use std::io;

use stances::reading::{PackInfo, Reading};

use crate::Streams;
use crate::args::Sources;

/// What was read.
pub(crate) struct Readings {
    /// The packs, in the order of their columns.
    pub(crate) packs: Vec<PackInfo>,
    /// The articles, in the order given.
    pub(crate) articles: Vec<Reading>,
    /// Whether every named path could be read.
    pub(crate) complete: bool,
}

/// Reads the rules and the articles; notices go to `streams.notices`.
///
/// Nothing is returned where the rules cannot be used: their faults are written already.
// TO CONNECT: `input::articles(&sources.paths, sources.date)` and `Analyzer::builder().rules(rules).build()`.
#[expect(
    clippy::unnecessary_wraps,
    reason = "reading rules and writing notices can fail once they are connected"
)]
pub(crate) fn readings(_sources: &Sources, _streams: &mut Streams) -> io::Result<Option<Readings>> {
    Ok(Some(Readings {
        packs: Vec::new(),
        articles: Vec::new(),
        complete: true,
    }))
}
