//! One sentence: its quotations, who speaks, cues, matches, and what came of them.

use std::io::{self, Write};

use stances::analyze::PackAnalysis;
use stances::attribution::{Attribution, CueAt};
use stances::matching::{Match, Reason};
use stances::stance::{Finding, Verdict};

use super::{Explained, words};

/// Writes how a sentence was read.
pub(super) fn write(out: &mut dyn Write, of: &Explained, number: usize) -> io::Result<()> {
    let sentence = &of.analysis.text.sentences[number];
    writeln!(
        out,
        "\nline {}: {}",
        of.line(number),
        of.words(&sentence.tokens)
    )?;
    for quote in &of.analysis.text.quotes {
        let start = quote.tokens.start;
        if sentence.tokens.contains(&start) {
            let goes_on = if quote.tokens.end > sentence.tokens.end {
                ", goes on in the next sentence"
            } else {
                ""
            };
            let own = start..quote.tokens.end.min(sentence.tokens.end);
            item(out, "quoted", &format!("\"{}\"{goes_on}", of.words(&own)))?;
        }
    }
    let attributions = of.analysis.attributed.attributions.iter();
    for attribution in attributions.filter(|one| one.sentence == number) {
        item(out, "speech", &speech(of, attribution))?;
    }
    let cues = &of.analysis.attributed.lines[number].cues;
    for same in cues.chunk_by(|one, other| one.tokens == other.tokens) {
        for told in meanings(of, same) {
            item(out, "cue", &told)?;
        }
    }
    for pack in &of.analysis.packs {
        matches(out, of, pack, number)?;
    }
    Ok(())
}

fn item(out: &mut dyn Write, what: &str, told: &str) -> io::Result<()> {
    writeln!(out, "   {what:8} {told}")
}

/// Who says or thinks what, by which cue.
fn speech(of: &Explained, one: &Attribution) -> String {
    let who = match (one.speakers.as_slice(), &one.source) {
        ([], Some(source)) => format!("\"{}\", nobody known,", of.words(source)),
        ([], None) => "nobody named".to_owned(),
        (speakers, _) => of.mentions(speakers),
    };
    let act = words::kind(one.kind);
    let cue = match &one.cue {
        Some(at) => {
            let origin = &of.rules.lexicon.cues[at.cue].origin;
            let place = words::place(origin);
            format!("by \"{}\"  {place}", of.words(&at.tokens))
        }
        None if one.direct => "as the quotation stands near".to_owned(),
        None => "as reported speech goes on".to_owned(),
    };
    let content: Vec<_> = one.content.iter().map(|run| of.words(run)).collect();
    let void = if one.void {
        "  (denied or only supposed: gives nothing)"
    } else {
        ""
    };
    format!("{who} {act}: {} -- {cue}{void}", content.join(" ... "))
}

/// What words that are a cue mean: one line for each meaning, with the rules that give it. Cues of
/// saying and thinking stand with the speech.
fn meanings(of: &Explained, same: &[CueAt]) -> Vec<String> {
    let mut meanings: Vec<(String, Vec<String>)> = Vec::new();
    for at in same {
        let cue = &of.rules.lexicon.cues[at.cue];
        if cue.kind.is_reporting() {
            continue;
        }
        let (meaning, whose) = (words::meaning(cue), words::whose(cue));
        let told = format!("\"{}\": {meaning}, {whose}", of.words(&at.tokens));
        let place = words::place(&cue.origin);
        match meanings.iter_mut().find(|(other, _)| *other == told) {
            Some((_, places)) => places.push(place),
            None => meanings.push((told, vec![place])),
        }
    }
    let lines = meanings.into_iter();
    lines
        .map(|(told, places)| format!("{told}  {}", places.join(", ")))
        .collect()
}

fn matches(
    out: &mut dyn Write,
    of: &Explained,
    pack: &PackAnalysis,
    number: usize,
) -> io::Result<()> {
    for (matter, verdict) in &pack.judged {
        if matter.sentence != number {
            continue;
        }
        item(out, "matter", &named(of, pack, matter))?;
        match verdict {
            Verdict::Closed(gate) => item(out, "nothing", &gate.to_string())?,
            Verdict::Found(findings) => {
                for one in findings {
                    item(out, "STANCE", &finding(of, pack, one))?;
                }
            }
        }
    }
    for dropped in &pack.dropped {
        if dropped.at.sentence == number && dropped.reason != Reason::Shorter {
            let why = words::reason(&dropped.reason, pack.pack);
            item(out, "matter", &named(of, pack, &dropped.at))?;
            item(out, "nothing", &why)?;
        }
    }
    Ok(())
}

/// Which words name which position, by which phrase.
pub(super) fn named(of: &Explained, pack: &PackAnalysis, matter: &Match) -> String {
    let phrase = &pack.pack.phrases[matter.phrase];
    let position = &pack.pack.positions[matter.position];
    format!(
        "\"{}\" of {}  {}",
        of.words(&matter.tokens),
        position.id,
        words::place(&phrase.origin)
    )
}

/// A stance that was found, with all that qualifies it.
pub(super) fn finding(of: &Explained, pack: &PackAnalysis, one: &Finding) -> String {
    let position = &pack.pack.positions[one.at.position];
    let cue = one.cue.as_ref();
    let condition = one.condition.as_ref();
    let via: Vec<_> = one
        .via
        .iter()
        .map(|&who| of.member(who).id.as_str())
        .collect();
    let said_by = format!("as {} says", via.join(" says that "));
    let parts = [
        Some(format!(
            "{} {} {}",
            of.mention(&one.holder),
            words::side(one.stance),
            position.id
        )),
        cue.map(|cue| format!("by \"{}\"", of.words(cue))),
        condition.map(|words| format!("if \"{}\"", of.words(words))),
        (!via.is_empty()).then_some(said_by),
        one.past.then(|| "formerly".to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
