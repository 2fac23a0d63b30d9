//! `stances explain` and `stances try`: how each sentence was read, stage by stage.

use std::io::{self, Write};
use std::ops::Range;

use stances::analyze::{Analysis, Analyzer};
use stances::clause::Shape;
use stances::rules::Rules;
use stances::stance::Verdict;

use crate::args::Sources;
use crate::{Outcome, Streams, articles, rulebook};

/// Writes how every sentence was read.
pub(crate) fn run(sources: &Sources, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let tally = articles::each(sources, &rulebook, streams, &mut |article, streams| {
        writeln!(streams.results, "\n# {}", article.id)?;
        let analysis = rulebook.analyzer.analyze(&article);
        write(streams.results, &rulebook.analyzer, &analysis)
    })?;
    tally.finish(streams)
}

/// Writes every sentence of an analysis with its clauses, speakers, cues, matches and verdicts.
fn write(out: &mut dyn Write, analyzer: &Analyzer, analysis: &Analysis<'_>) -> io::Result<()> {
    for number in 0..analysis.text.sentences.len() {
        sentence(out, analyzer.rules(), analysis, number)?;
    }
    Ok(())
}

fn sentence(
    out: &mut dyn Write,
    rules: &Rules,
    analysis: &Analysis<'_>,
    number: usize,
) -> io::Result<()> {
    let text = &analysis.text;
    let words = |tokens: &Range<usize>| {
        if tokens.is_empty() {
            String::new()
        } else {
            text.slice(text.span(tokens.clone())).replace('\n', " ")
        }
    };
    writeln!(
        out,
        "\n> {}",
        text.slice(text.sentences[number].span).replace('\n', " ")
    )?;
    let line = &analysis.attributed.lines[number];
    let shape = &line.shape;
    for (at, clause) in shape.clauses.iter().enumerate() {
        let parent = clause
            .parent
            .map_or_else(String::new, |parent| format!(" of {parent}"));
        let verb = clause
            .verb
            .map_or_else(String::new, |verb| words(&shape.verbs[verb].tokens));
        writeln!(
            out,
            "  clause {at} {:?}{parent}: {} | {verb} | {}",
            clause.link,
            subjects(analysis, number, shape, &clause.subjects, &words),
            words(&clause.tokens)
        )?;
    }
    for cue in &line.cues {
        let meaning = &rules.lexicon.cues[cue.cue];
        let side = meaning
            .side
            .map_or_else(String::new, |side| format!(" {side}"));
        writeln!(
            out,
            "  cue \"{}\" {:?}{side} {:?}  {}:{}",
            words(&cue.tokens),
            meaning.kind,
            meaning.holder,
            meaning.origin.file,
            meaning.origin.line
        )?;
    }
    let cast = &analysis.attributed.cast;
    for attribution in analysis
        .attributed
        .attributions
        .iter()
        .filter(|a| a.sentence == number)
    {
        let speakers: Vec<&str> = attribution
            .speakers
            .iter()
            .map(|m| cast.get(m.who).id.as_str())
            .collect();
        let content: Vec<String> = attribution.content.iter().map(&words).collect();
        let void = if attribution.void { " void" } else { "" };
        writeln!(
            out,
            "  {:?}{void} by [{}]: {}",
            attribution.kind,
            speakers.join(", "),
            content.join(" // ")
        )?;
    }
    for pack in &analysis.packs {
        for (matter, verdict) in pack.judged.iter().filter(|(m, _)| m.sentence == number) {
            let phrase = &pack.pack.phrases[matter.phrase];
            write!(
                out,
                "  match \"{}\" {}: ",
                words(&matter.tokens),
                phrase.rule
            )?;
            match verdict {
                Verdict::Closed(gate) => writeln!(out, "nothing: {gate}")?,
                Verdict::Found(findings) => {
                    for finding in findings {
                        let via: Vec<&str> = finding
                            .via
                            .iter()
                            .map(|&who| cast.get(who).id.as_str())
                            .collect();
                        let condition = finding
                            .condition
                            .as_ref()
                            .map_or_else(String::new, |c| format!(" if \"{}\"", words(c)));
                        let by = if via.is_empty() {
                            String::new()
                        } else {
                            format!(" via {}", via.join(", "))
                        };
                        write!(
                            out,
                            "{} {}{condition}{by}; ",
                            cast.get(finding.holder.who).id,
                            finding.stance
                        )?;
                    }
                    writeln!(out)?;
                }
            }
        }
        for dropped in pack.dropped.iter().filter(|d| d.at.sentence == number) {
            let phrase = &pack.pack.phrases[dropped.at.phrase];
            writeln!(
                out,
                "  dropped \"{}\" {}: {:?}",
                words(&dropped.at.tokens),
                phrase.rule,
                dropped.reason
            )?;
        }
    }
    Ok(())
}

fn subjects(
    analysis: &Analysis<'_>,
    number: usize,
    shape: &Shape,
    subjects: &[usize],
    words: &dyn Fn(&Range<usize>) -> String,
) -> String {
    let cast = &analysis.attributed.cast;
    let named: Vec<String> = subjects
        .iter()
        .map(|&noun| {
            let who: Vec<&str> = analysis.attributed.mentions[number][noun]
                .iter()
                .map(|m| cast.get(m.who).id.as_str())
                .collect();
            format!("{} = {}", words(&shape.nouns[noun].tokens), who.join("+"))
        })
        .collect();
    named.join(", ")
}
