//! `stances rules health`: what phrases do in real articles.

use std::io;

use stances::health::{AilmentKind, Health};

use super::count;
use crate::args::Sources;
use crate::{Outcome, Streams, articles, rulebook};

#[derive(Debug, clap::Args)]
pub(crate) struct HealthArgs {
    /// List the phrases that never fire.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    sources: Sources,
}

/// Writes what is the matter with phrases.
pub(crate) fn run(args: &HealthArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let analyzer = &rulebook.analyzer;
    let mut health = Health::default();
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| Health::of(&analyzer.analyze(article), &analyzer.read(article)),
        &mut |_, one, _| {
            health.add(one);
            Ok(())
        },
    )?;
    let mut never = 0;
    for ailment in health.ailments(analyzer.rules()) {
        never += usize::from(ailment.kind == AilmentKind::NeverFires);
        if args.all || ailment.kind != AilmentKind::NeverFires {
            let (origin, phrase) = (&ailment.origin, &ailment.phrase);
            writeln!(
                streams.results,
                "{}:{}: `{phrase}` {}",
                origin.file, origin.line, ailment.kind
            )?;
        }
    }
    let packs = analyzer.rules().packs.iter();
    let all = packs.map(|pack| pack.phrases.len()).sum();
    let hint = if args.all || never == 0 {
        ""
    } else {
        " (--all lists them)"
    };
    writeln!(
        streams.results,
        "{never} of {} never fire in these articles{hint}",
        count(all, "phrase")
    )?;
    tally.finish(streams)
}
