//! `stances statements`: the long form, for other programs.

use std::io;

use stances::reading::ArticleInfo;
use stances::render;

use crate::args::StatementsArgs;
use crate::desk::Desk;
use crate::{Outcome, Streams, articles, rulebook};

/// Writes every statement as a line, article by article.
///
/// A header names all articles, so that with one they are all read before the first line is written.
pub(crate) fn run(args: &StatementsArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let analyzer = &rulebook.analyzer;
    let mut infos = Vec::new();
    let mut waiting = Vec::new();
    let desk = Desk::default();
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| analyzer.read_matched(article),
        &mut |article, reading, streams| {
            let statements = desk.correct(&article, reading).statements;
            if args.header {
                infos.push(ArticleInfo::of(&article));
                waiting.extend(statements);
                return Ok(());
            }
            let mut statements = statements.iter();
            statements.try_for_each(|statement| render::statement(streams.results, statement))
        },
    )?;
    if args.header {
        render::header(streams.results, analyzer.packs(), &infos)?;
    }
    for statement in &waiting {
        render::statement(streams.results, statement)?;
    }
    let outcome = tally.finish(streams)?;
    desk.finish(outcome, streams)
}
