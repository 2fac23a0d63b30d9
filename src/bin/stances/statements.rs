//! `stances statements`: the long form, for other programs.

use std::io;

use stances::reading::ArticleInfo;
use stances::render;
use stances::statement::Statement;

use crate::args::{CopiesArg, StatementsArgs};
use crate::copybook::Copybook;
use crate::desk::Desk;
use crate::{Outcome, Streams, articles, rulebook};

/// Writes every statement as a line, article by article.
///
/// A header names all articles, so that with one they are all read before the first line is written.
pub(crate) fn run(args: &StatementsArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let mut infos = Vec::new();
    let mut waiting = Vec::new();
    let desk = Desk::default();
    let mut copybook = Copybook::new(args.copies);
    let mut copies = 0;
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| rulebook.analyzer.read_matched(article),
        &mut |article, reading, streams| {
            let original = copybook.as_mut().and_then(|book| book.original(&article));
            let original = original.map(str::to_owned);
            copies += usize::from(original.is_some());
            if original.is_some() && args.copies == CopiesArg::Drop {
                return Ok(());
            }
            let statements = desk.correct(&article, reading).statements;
            if args.header {
                infos.push(ArticleInfo::of(&article));
                waiting.push((statements, original));
                return Ok(());
            }
            write(&statements, original.as_deref(), streams)
        },
    )?;
    if args.header {
        render::header(streams.results, rulebook.analyzer.packs(), &infos)?;
    }
    for (statements, original) in &waiting {
        write(statements, original.as_deref(), streams)?;
    }
    tell_copies(args.copies, copies, streams)?;
    let outcome = tally.finish(streams)?;
    let outcome = desk.finish(outcome, streams);
    // The program ends here; to free every phrase by itself would take a tenth of a short run.
    std::mem::forget(rulebook);
    outcome
}

/// Writes the statements of an article, which may be a copy of another.
fn write(
    statements: &[Statement],
    original: Option<&str>,
    streams: &mut Streams,
) -> io::Result<()> {
    let out = &mut streams.results;
    statements.iter().try_for_each(|one| match original {
        Some(original) => render::copied_statement(out, one, original),
        None => render::statement(out, one),
    })
}

fn tell_copies(choice: CopiesArg, copies: usize, streams: &mut Streams) -> io::Result<()> {
    let what = match choice {
        CopiesArg::Drop => "left out",
        CopiesArg::Count | CopiesArg::Keep => "their statements say `copy_of`",
    };
    match copies {
        0 => Ok(()),
        1 => writeln!(
            streams.notices,
            "note: 1 article is a copy of another: {what}"
        ),
        _ => writeln!(
            streams.notices,
            "note: {copies} articles are copies of others: {what}"
        ),
    }
}
