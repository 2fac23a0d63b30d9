//! `stances eval`: results against a coding by hand.

use std::fs;
use std::io;
use std::path::Path;

use stances::eval::{self, Coded, Coding, CodingError, Holders, Traps};

use crate::args::EvalArgs;
use crate::desk::Desk;
use crate::{Outcome, Streams, articles, rulebook, scores};

/// Reads the articles, compares what comes out with the coding, and writes how far they agree.
pub(crate) fn run(args: &EvalArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let opened = open(args, &rulebook.holders);
    let (coding, traps) = match opened {
        Ok(opened) => opened,
        Err(problem) => {
            writeln!(streams.notices, "error: {problem}")?;
            return Ok(Outcome::Failed);
        }
    };
    let mut statements = Vec::new();
    let desk = Desk::default();
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| rulebook.analyzer.read_matched(article),
        &mut |article, reading, _| {
            let reading = desk.correct(&article, reading);
            let coded = reading.statements.iter();
            statements.extend(coded.map(|one| Coded::of(one, &rulebook.holders)));
            Ok(())
        },
    )?;
    let sentences = !args.no_sentences;
    if let Some(traps) = traps {
        scores::traps(streams.results, &traps, &coding, &statements, sentences)?;
        let outcome = tally.finish(streams)?;
        return desk.finish(outcome, streams);
    }
    let score = eval::score(&coding, &statements);
    scores::write(streams.results, &score, sentences, args.by_article)?;
    let outcome = tally.finish(streams)?;
    let outcome = desk.finish(outcome, streams)?;
    let reached = args.min_f1.is_none_or(|least| score.measures.f1 >= least);
    Ok(match outcome {
        Outcome::Done if !reached => Outcome::Differs,
        outcome => outcome,
    })
}

fn open(args: &EvalArgs, holders: &Holders) -> Result<(Coding, Option<Traps>), String> {
    let only = match &args.r#where {
        None => None,
        Some(typed) => Some(
            typed
                .split_once('=')
                .ok_or_else(|| format!("`{typed}` is no FIELD=VALUE"))?,
        ),
    };
    let parse = |text: &str| Coding::parse(text, holders, only);
    let mut coding = read(&args.gold, parse)?;
    if coding.articles.is_empty() {
        return Err(format!("{}: no row to compare with", args.gold.display()));
    }
    if let Some(list) = &args.articles {
        coding.keep(list);
    }
    let mut traps = match &args.negatives {
        None => None,
        Some(path) => Some(read(path, Traps::parse)?),
    };
    if let (Some(traps), Some(_)) = (&mut traps, &args.articles) {
        traps.keep(&coding.articles);
    }
    Ok((coding, traps))
}

fn read<T>(path: &Path, parse: impl Fn(&str) -> Result<T, CodingError>) -> Result<T, String> {
    let shown = path.display();
    let text =
        fs::read_to_string(path).map_err(|error| format!("{shown}: cannot be read: {error}"))?;
    parse(&text).map_err(|error| format!("{shown}:{error}"))
}
