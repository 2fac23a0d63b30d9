//! `stances explain` and `stances try`: how each sentence was read, and why a cell is as it is.

mod ladder;
mod matters;
mod place;
mod remedy;
mod sentence;
mod shape;
mod unread;
mod words;

use std::io::{self, Write};
use std::sync::Arc;

use jiff::civil::Date;
use stances::analyze::Analysis;
use stances::article::{Article, Block, BlockKind};
use stances::corrections::Correction;
use stances::rules::Rules;
use stances::span::{Offsets, Span};

use crate::args::{CellChoice, ExplainArgs, TryArgs};
use crate::desk::Desk;
use crate::hint::did_you_mean;
use crate::rulebook::{self, Rulebook};
use crate::{Outcome, Streams, articles};

/// An article with all that was found in it.
struct Explained<'a> {
    rules: &'a Rules,
    article: &'a Article,
    analysis: &'a Analysis<'a>,
    offsets: Offsets,
}

/// Explains articles.
pub(crate) fn run(args: &ExplainArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    if let Some(unknown) = unknown_position(&rulebook, &args.cell) {
        writeln!(streams.notices, "error: {unknown}")?;
        return Ok(Outcome::Failed);
    }
    let desk = Desk::default();
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| {
            let mut explained = Vec::new();
            heading(article, &mut explained)?;
            explain(&rulebook, article, &args.cell, args.clauses, &mut explained)?;
            Ok::<_, io::Error>((explained, rulebook.analyzer.read(article)))
        },
        &mut |article, made, streams| {
            let (explained, reading) = made?;
            streams.results.write_all(&explained)?;
            desk.correct(&article, reading);
            corrected(&desk.made(), &article, &args.cell, streams)
        },
    )?;
    let outcome = tally.finish(streams)?;
    desk.finish(outcome, streams)
}

/// Which statements of the article were corrected: rules alone do not tell why a cell is as it is.
fn corrected(
    made: &[Correction],
    article: &Article,
    cell: &CellChoice,
    streams: &mut Streams,
) -> io::Result<()> {
    let is_asked = |one: &&Correction| {
        one.article == article.id && cell.position.as_ref().is_none_or(|id| *id == one.position)
    };
    for (number, one) in made.iter().filter(is_asked).enumerate() {
        if number == 0 {
            writeln!(streams.results, "\ncorrected, as `corrections.toml` says:")?;
        }
        writeln!(streams.results, "   {one}\n      {}", one.words)?;
    }
    Ok(())
}

/// Explains one sentence.
pub(crate) fn run_try(args: &TryArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    if let Some(unknown) = unknown_position(&rulebook, &args.cell) {
        writeln!(streams.notices, "error: {unknown}")?;
        return Ok(Outcome::Failed);
    }
    if !args.sentence.chars().any(char::is_alphanumeric) {
        writeln!(streams.notices, "error: no word to read")?;
        return Ok(Outcome::Failed);
    }
    let article = article_of(&args.sentence, args.date);
    let out = &mut streams.results;
    explain(&rulebook, &article, &args.cell, args.clauses, out)?;
    if args.cell.holder.is_none() {
        verdict(&rulebook, &article, streams)?;
    }
    // The program ends here; to free every phrase by itself would take longer than the sentence.
    std::mem::forget(rulebook);
    Ok(Outcome::Done)
}

fn explain(
    rulebook: &Rulebook,
    article: &Article,
    cell: &CellChoice,
    clauses: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    let analysis = rulebook.analyzer.analyze(article);
    let explained = Explained {
        rules: rulebook.analyzer.rules(),
        article,
        analysis: &analysis,
        offsets: Offsets::new(&article.source),
    };
    if let (Some(holder), Some(position)) = (&cell.holder, &cell.position) {
        return ladder::write(out, &explained, holder, position);
    }
    for number in 0..analysis.text.sentences.len() {
        sentence::write(out, &explained, number)?;
        if clauses {
            shape::write(out, &explained, number)?;
        }
    }
    Ok(())
}

fn heading(article: &Article, out: &mut dyn Write) -> io::Result<()> {
    let title = article.title.as_deref().unwrap_or("no title");
    let date = article.date.map(|date| date.to_string());
    let date = date.as_deref().unwrap_or("no date");
    writeln!(out, "\n{}: {title} ({date})", article.id)
}

/// What a sentence gives, all in all.
fn verdict(rulebook: &Rulebook, article: &Article, streams: &mut Streams) -> io::Result<()> {
    let reading = rulebook.analyzer.read(article);
    writeln!(streams.results)?;
    if reading.statements.is_empty() {
        writeln!(streams.results, "Nobody takes a stance.")?;
        return others(rulebook, article, streams);
    }
    for one in &reading.statements {
        let side = words::side(one.stance);
        let condition = one.condition.as_deref();
        let condition = condition.map_or_else(String::new, |words| format!(" if \"{words}\""));
        let via: Vec<_> = one.via.iter().map(ToString::to_string).collect();
        let via = if via.is_empty() {
            String::new()
        } else {
            format!(" via {}", via.join(", "))
        };
        let (holder, position) = (&one.holder, &one.position);
        writeln!(
            streams.results,
            "{holder} {side} {position}{condition}{via}"
        )?;
    }
    Ok(())
}

/// Which packs were not read for a sentence, and why.
fn others(rulebook: &Rulebook, article: &Article, streams: &mut Streams) -> io::Result<()> {
    let analysis = rulebook.analyzer.analyze(article);
    for pack in &rulebook.analyzer.rules().packs {
        if let Some((told, _)) = unread::why(pack, &analysis, article.date) {
            writeln!(streams.results, "Not read for {}: {told}.", pack.id)?;
        }
    }
    Ok(())
}

fn article_of(sentence: &str, date: Option<Date>) -> Article {
    Article {
        id: "sentence".to_owned(),
        title: None,
        date,
        outlet: None,
        author: None,
        line: None,
        path: "sentence".to_owned(),
        source: Arc::from(sentence),
        blocks: vec![Block {
            span: Span::new(0, sentence.len()),
            kind: BlockKind::Paragraph,
        }],
        extracted: false,
    }
}

/// The position that was asked for, where no pack has it.
fn unknown_position(rulebook: &Rulebook, cell: &CellChoice) -> Option<String> {
    let typed = cell.position.as_ref()?;
    let packs = rulebook.analyzer.packs().iter();
    let mut ids = packs.flat_map(|pack| pack.positions.iter().map(|one| one.id.as_str()));
    let known: Vec<&str> = ids.by_ref().collect();
    let hint = did_you_mean(typed, known.iter().copied());
    (!known.contains(&typed.as_str())).then(|| format!("no position is called `{typed}`{hint}"))
}
