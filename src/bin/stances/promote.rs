//! `stances promote`: a statement that somebody looked at becomes an example of its position.

use std::fs;
use std::io;

use stances::analyze::Analyzer;
use stances::examples::{Case, Judgement};
use stances::rules::{self, Example, Expectation, Origin, Source};
use stances::statement::Statement;
use stances::warnings::Places;

use crate::args::RuleChoice;
use crate::chosen::{self, Chosen, Statements};
use crate::{Outcome, Streams, rulebook, whole};

#[derive(Debug, clap::Args)]
pub(crate) struct PromoteArgs {
    /// It must not be found.
    #[arg(long, requires = "because")]
    not: bool,
    /// A sentence in place of the article's, which may be another's property.
    #[arg(long, value_name = "SENTENCE")]
    text: Option<String>,
    /// Why.
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
    #[command(flatten)]
    chosen: Chosen,
    #[command(flatten)]
    rules: RuleChoice,
}

/// Adds the example to the end of the position's file.
pub(crate) fn run(args: &PromoteArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(found) = chosen::find(&args.chosen, &args.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let Some(mut sources) = rulebook::sources(&args.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    match promote(args, &found, &mut sources) {
        Ok((origin, judgement)) => {
            let Origin { file, line } = origin;
            writeln!(streams.results, "{file}:{line}: 1 example more")?;
            if !judgement.agrees() {
                writeln!(
                    streams.notices,
                    "note: by itself the sentence is not read so: `stances rules test` shows how"
                )?;
            }
            Ok(Outcome::Done)
        }
        Err(problem) => {
            writeln!(streams.notices, "error: {problem}")?;
            Ok(Outcome::Failed)
        }
    }
}

/// Writes the example; says where it stands, and how it is read.
fn promote(
    args: &PromoteArgs,
    found: &Statements,
    sources: &mut [Source],
) -> Result<(Origin, Judgement), String> {
    let statement = &found.statement;
    let position = statement.position.as_str();
    let file = Places::of(sources, |role| {
        role == rules::SourceRole::Position(statement.pack.as_str())
    })
    .get(position)
    .file;
    let source = sources.iter_mut().find(|source| source.path == file);
    let Some(source) = source.filter(|source| source.layer > 0) else {
        return Err(format!(
            "`{position}` comes with the program and cannot be written to: `stances rules init DIR --all` \
             makes a copy, which --rules DIR --only-rules reads"
        ));
    };
    let example = example(args, found, &source.text);
    let old = source.text.clone();
    source.text = format!(
        "{}\n{example}",
        old.trim_end_matches('\n').to_owned() + "\n"
    );
    let new = source.text.clone();
    let rules = rules::load(sources).map_err(|faults| rules::report(&faults, sources))?;
    let analyzer = Analyzer::new(rules);
    let added = last_example(&analyzer, &file).ok_or_else(|| format!("{file}: has no example"))?;
    let mut packs = analyzer.rules().packs.iter();
    let judgement = Case {
        example: &added,
        day: packs
            .find(|pack| pack.id == statement.pack)
            .and_then(|pack| pack.from),
        of: Some((&statement.pack, &statement.position)),
    }
    .judge(&analyzer);
    let unchanged = fs::read_to_string(&file).is_ok_and(|text| text == old);
    if !unchanged {
        return Err(format!(
            "{file}: was changed meanwhile; nothing was written"
        ));
    }
    whole::replace(file.as_ref(), &new)
        .map_err(|error| format!("{file}: cannot be written: {error}"))?;
    Ok((added.origin, judgement))
}

/// The example as its file has it: everything on the position that the sentence shows, or, with
/// `--not`, everything but the statement.
fn example(args: &PromoteArgs, found: &Statements, file: &str) -> String {
    let Statements {
        statement, beside, ..
    } = found;
    let is_expected = |one: &&Statement| {
        one.position == statement.position && !(args.not && one.id == statement.id)
    };
    let mut lines: Vec<String> = beside
        .iter()
        .filter(is_expected)
        .map(|one| Expectation::of(one).written(Some(&one.position)))
        .collect();
    lines.sort();
    lines.dedup();
    let sentence = args.text.clone().unwrap_or_else(|| {
        let sentences = statement.evidence.iter().map(|evidence| &evidence.text);
        let words = sentences.flat_map(|sentence| sentence.split_whitespace());
        words.collect::<Vec<_>>().join(" ")
    });
    // Files written with Windows line ends keep them.
    let end = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let string = |text: &str| toml::Value::from(text).to_string();
    let expect: Vec<String> = lines.iter().map(|line| string(line)).collect();
    let mut example = vec![
        "[[example]]".to_owned(),
        format!("text   = {}", string(&sentence)),
        format!("expect = [{}]", expect.join(", ")),
    ];
    example.extend(
        args.because
            .as_ref()
            .map(|why| format!("why    = {}", string(why))),
    );
    example.extend(statement.date.as_ref().map(|day| format!("date   = {day}")));
    example.join(end) + end
}

fn last_example(analyzer: &Analyzer, file: &str) -> Option<Example> {
    let positions = analyzer
        .rules()
        .packs
        .iter()
        .flat_map(|pack| &pack.positions);
    let examples = positions.flat_map(|position| &position.examples);
    examples
        .filter(|example| example.origin.file == file)
        .max_by_key(|example| example.origin.line)
        .cloned()
}
