//! `stances statements`: the long form, for other programs.

use std::io;

use stances::reading::ArticleInfo;
use stances::render;

use crate::args::StatementsArgs;
use crate::desk::Desk;
use crate::{Outcome, Streams, articles, rulebook};

/// Writes every statement as a line, article by article.
///
/// A header names all articles, so that with one they are all read before the first is analysed.
pub(crate) fn run(args: &StatementsArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let analyzer = &rulebook.analyzer;
    let mut waiting = Vec::new();
    let desk = Desk::default();
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &mut |article, streams| {
            if args.header {
                waiting.push(article);
                return Ok(());
            }
            let reading = desk.read(analyzer, &article);
            let mut statements = reading.statements.iter();
            statements.try_for_each(|statement| render::statement(streams.results, statement))
        },
    )?;
    if args.header {
        let articles: Vec<_> = waiting.iter().map(ArticleInfo::of).collect();
        render::header(streams.results, analyzer.packs(), &articles)?;
    }
    for article in &waiting {
        for statement in &desk.read(analyzer, article).statements {
            render::statement(streams.results, statement)?;
        }
    }
    let outcome = tally.finish(streams)?;
    desk.finish(outcome, streams)
}
