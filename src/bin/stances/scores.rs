//! How far results and a coding agree, as lines of text.

use std::collections::BTreeMap;
use std::io::{self, Write};

use stances::eval::{
    Cell, Coded, Coding, Disagreement, DisagreementKind, Flags, Score, Tally, Traps,
};
use stances::statement::{Grade, Manner};

/// Writes a score: every disagreement, the tallies, and the measures last.
pub(crate) fn write(
    out: &mut dyn Write,
    score: &Score,
    sentences: bool,
    by_article: bool,
) -> io::Result<()> {
    for one in &score.disagreements {
        disagreement(out, one, sentences)?;
    }
    tallies(out, "holder", &score.holders)?;
    let manners = score.manners.iter();
    tallies(
        out,
        "manner",
        &manners.map(|(key, tally)| (manner(*key), *tally)).collect(),
    )?;
    let grades = score.grades.iter();
    tallies(
        out,
        "grade",
        &grades.map(|(key, tally)| (grade(*key), *tally)).collect(),
    )?;
    if by_article {
        let with_cells = score
            .articles
            .iter()
            .filter(|(_, tally)| **tally != Tally::default());
        let with_cells = with_cells.map(|(name, tally)| (name.clone(), *tally));
        tallies(out, "article", &with_cells.collect())?;
    }
    tallies(out, "position", &score.positions)?;
    writeln!(out)?;
    summary(out, score)
}

/// Writes which traps gave a statement, and their share.
pub(crate) fn traps(
    out: &mut dyn Write,
    traps: &Traps,
    coding: &Coding,
    statements: &[Coded],
    sentences: bool,
) -> io::Result<()> {
    let caught = traps.caught(coding, statements);
    for one in &caught {
        line(out, "trap", &one.cell)?;
        if sentences {
            writeln!(out, "    {}", one_line(one.sentence))?;
        }
    }
    let share = 100.0 * number(caught.len()) / number(traps.len().max(1));
    writeln!(
        out,
        "hard negatives {}, wrongly yielding a statement {} ({share:.1} %)",
        traps.len(),
        caught.len()
    )
}

fn disagreement(out: &mut dyn Write, one: &Disagreement, sentences: bool) -> io::Result<()> {
    let kind = match one.kind {
        DisagreementKind::Missing => "missed",
        DisagreementKind::Turned => "turned",
        DisagreementKind::Misheld => "other holder",
        DisagreementKind::Invented => "from nothing",
        DisagreementKind::Condition => "condition",
        DisagreementKind::Reporter => "reporter",
    };
    line(out, kind, &one.cell)?;
    if sentences && !one.sentence.is_empty() {
        writeln!(out, "    {}", one_line(&one.sentence))?;
    }
    Ok(())
}

fn line(out: &mut dyn Write, kind: &str, cell: &Cell) -> io::Result<()> {
    let Cell {
        article,
        holder,
        position,
        stance,
    } = cell;
    writeln!(out, "{kind:12} {article}  {holder} {position} {stance}")
}

fn one_line(sentence: &str) -> String {
    sentence.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn tallies(out: &mut dyn Write, by: &str, tallies: &BTreeMap<String, Tally>) -> io::Result<()> {
    writeln!(out, "\nby {by}")?;
    for (name, tally) in tallies {
        let Tally {
            found,
            noisy,
            missing,
        } = tally;
        writeln!(
            out,
            "{name:28} found {found:3} false {noisy:3} missed {missing:3}"
        )?;
    }
    Ok(())
}

fn summary(out: &mut dyn Write, score: &Score) -> io::Result<()> {
    let (seen, matters) = score.seen;
    writeln!(
        out,
        "position and stance seen, whoever holds it: {seen}/{matters}"
    )?;
    let (right, compared) = score.evidence;
    if compared > 0 {
        writeln!(out, "evidence right {right}/{compared}")?;
    }
    flags(out, "conditional", score.conditional)?;
    flags(out, "via", score.via)?;
    let Tally {
        found,
        noisy,
        missing,
    } = score.total;
    let (hit, optional) = score.optional;
    writeln!(
        out,
        "of {} cells shown, {found} required and {hit} that one coder found; {} turned, {} given to \
         the wrong holder, {} from nothing",
        score.shown,
        score.count(DisagreementKind::Turned),
        score.count(DisagreementKind::Misheld),
        score.count(DisagreementKind::Invented),
    )?;
    let full = score.full_f1;
    writeln!(
        out,
        "full F1 (condition and second-hand right too) {full:.3}"
    )?;
    let required = found + missing;
    writeln!(
        out,
        "required {required} found {found} missed {missing} false {noisy} (optional hit {hit}/{optional})"
    )?;
    let (low, high) = score.interval;
    writeln!(
        out,
        "95 % of resampled article sets: F1 {low:.3} to {high:.3}"
    )?;
    let measures = score.measures;
    writeln!(
        out,
        "precision {:.3} recall {:.3} F1 {:.3}",
        measures.precision, measures.recall, measures.f1
    )
}

fn flags(out: &mut dyn Write, name: &str, flags: Flags) -> io::Result<()> {
    let Flags {
        right,
        wrongly_set,
        overlooked,
    } = flags;
    writeln!(
        out,
        "{name}: right {right}, wrongly set {wrongly_set}, overlooked {overlooked}"
    )
}

fn manner(manner: Manner) -> String {
    let name = match manner {
        Manner::Direct => "direct",
        Manner::Indirect => "indirect",
        Manner::Narrated => "narrated",
        Manner::Deed => "deed",
        Manner::Joint => "joint",
    };
    name.to_owned()
}

fn grade(grade: Grade) -> String {
    format!("{grade:?}")
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::INFINITY, f64::from)
}
