//! The rules that a command reads by: those that come with the program, and a user's folders.
//!
//! In: what was typed. Out: an analyzer and the rules for pages. Faults go to the notices.

use std::fs;
use std::io;
use std::path::Path;

use ignore::WalkBuilder;
use stances::analyze::Analyzer;
use stances::corpus::Outlets;
use stances::eval::Holders;
use stances::rules::{self, Replaced, Replacement, Rules, Source, SourceRole};

use crate::Streams;
use crate::args::RuleChoice;
use crate::hint::did_you_mean;

/// Beyond this many things replaced they are counted, not named.
const FEW: usize = 5;

/// Compiled rules.
pub(crate) struct Rulebook {
    /// Reads articles.
    pub(crate) analyzer: Analyzer,
    /// What is furniture on a page, and where articles part.
    pub(crate) outlets: Outlets,
    /// Which ids of a coding are one holder.
    pub(crate) holders: Holders,
}

/// Reads and compiles the rules that were asked for.
///
/// Nothing is returned where they cannot be used: why is written already.
pub(crate) fn open(choice: &RuleChoice, streams: &mut Streams) -> io::Result<Option<Rulebook>> {
    let Some(mut sources) = sources(choice, streams)? else {
        return Ok(None);
    };
    sources.retain(Source::is_for_reading);
    let mut rules = match rules::load_packs(&sources, &choice.pack) {
        Ok(rules) => rules,
        Err(faults) => {
            write!(streams.notices, "{}", rules::report(&faults, &sources))?;
            return Ok(None);
        }
    };
    let outlets = match outlets(&sources) {
        Ok(outlets) => outlets,
        Err(faults) => {
            for fault in faults {
                writeln!(streams.notices, "error: {fault}")?;
            }
            return Ok(None);
        }
    };
    let holders = match Holders::parse(&texts(&sources, SourceRole::Eval)) {
        Ok(holders) => holders,
        Err(fault) => {
            writeln!(streams.notices, "error: {fault}")?;
            return Ok(None);
        }
    };
    tell_replaced(&rules.replaced, &sources, streams)?;
    if let Some(unknown) = keep_packs(&mut rules, &choice.pack) {
        writeln!(streams.notices, "error: {unknown}")?;
        return Ok(None);
    }
    Ok(Some(Rulebook {
        analyzer: Analyzer::new(rules),
        outlets,
        holders,
    }))
}

/// The files of all layers: those of the program first, then the folders as they were named.
pub(crate) fn sources(
    choice: &RuleChoice,
    streams: &mut Streams,
) -> io::Result<Option<Vec<Source>>> {
    let mut sources = if choice.only_rules {
        Vec::new()
    } else {
        rules::embedded()
    };
    let mut complete = true;
    for (layer, folder) in (1..).zip(&choice.rules) {
        let before = sources.len();
        if let Err(problem) = add_folder(folder, layer, &mut sources) {
            complete = false;
            writeln!(streams.notices, "error: {problem}")?;
        } else if sources.len() == before {
            complete = false;
            let folder = folder.display();
            writeln!(streams.notices, "error: {folder}: no `.toml` file in it")?;
        }
    }
    Ok(complete.then_some(sources))
}

fn add_folder(folder: &Path, layer: u32, sources: &mut Vec<Source>) -> Result<(), String> {
    let shown = folder.display();
    if folder.is_file() {
        return Err(format!(
            "{shown}: a file, where a folder of rules is asked for"
        ));
    }
    if !folder.exists() {
        return Err(format!("{shown}: no such folder"));
    }
    let walk = WalkBuilder::new(folder)
        .standard_filters(false)
        .hidden(true)
        .sort_by_file_name(Ord::cmp)
        .build();
    for entry in walk {
        let path = entry.map_err(|error| error.to_string())?.into_path();
        if path.extension().is_none_or(|ending| ending != "toml") || !path.is_file() {
            continue;
        }
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy();
        let path_shown = path.to_string_lossy();
        let bytes =
            fs::read(&path).map_err(|error| format!("{path_shown}: cannot be read: {error}"))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let sound = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = sound.split(|byte| *byte == b'\n').count();
            format!("{path_shown}:{line}: not UTF-8: save the file in that encoding")
        })?;
        sources.push(Source::added(&name, &path_shown, &text, layer));
    }
    Ok(())
}

/// The rules for pages; a file replaces one of the same name in a lower layer.
pub(crate) fn outlets(sources: &[Source]) -> Result<Outlets, Vec<stances::corpus::OutletError>> {
    Outlets::parse(&texts(sources, SourceRole::Outlet))
}

/// The files of a role; a file replaces one of the same name in a lower layer.
fn texts<'a>(sources: &'a [Source], role: SourceRole<'_>) -> Vec<(&'a str, &'a str)> {
    let is_replaced = |source: &Source| {
        sources
            .iter()
            .any(|other| other.name == source.name && other.layer > source.layer)
    };
    let files = sources
        .iter()
        .filter(|source| source.role() == role && !is_replaced(source));
    files
        .map(|source| (source.path.as_str(), source.text.as_str()))
        .collect()
}

/// Says what a user's folder puts in place of something else. A copy that says the same, file by
/// file, is no replacement.
fn tell_replaced(
    replaced: &[Replacement],
    sources: &[Source],
    streams: &mut Streams,
) -> io::Result<()> {
    let text = |path: &str| {
        let source = sources.iter().find(|source| source.path == path);
        source.map(|source| &source.text)
    };
    let mut changed: Vec<&Replacement> = replaced
        .iter()
        .filter(|one| text(&one.old) != text(&one.new))
        .collect();
    changed.sort_by_key(|one| (&one.new, *one));
    for of_file in changed.chunk_by(|one, other| one.new == other.new && one.what == other.what) {
        let [first, ..] = of_file else { continue };
        let (one, many) = kind(first.what);
        let what = match of_file.len() {
            1 => format!("{one} `{}`", first.id),
            2..=FEW => {
                let ids: Vec<_> = of_file.iter().map(|one| format!("`{}`", one.id)).collect();
                format!("{many} {}", ids.join(", "))
            }
            number => format!("{number} {many}"),
        };
        writeln!(streams.notices, "note: {}: replaces {what}", first.new)?;
    }
    Ok(())
}

fn kind(what: Replaced) -> (&'static str, &'static str) {
    match what {
        Replaced::File => ("file", "files"),
        Replaced::Country => ("country", "countries"),
        Replaced::Office => ("office", "offices"),
        Replaced::Actor => ("actor", "actors"),
        Replaced::Set => ("set", "sets"),
        Replaced::Position => ("position", "positions"),
    }
}

/// Leaves out the packs that were not asked for; tells of one that there is not.
pub(crate) fn keep_packs(rules: &mut Rules, asked: &[String]) -> Option<String> {
    for typed in asked {
        if !rules.packs.iter().any(|pack| pack.id.as_str() == typed) {
            let known = rules.packs.iter().map(|pack| pack.id.as_str());
            let hint = did_you_mean(typed, known.clone());
            let list: Vec<_> = known.map(|id| format!("`{id}`")).collect();
            let rest = if hint.is_empty() {
                format!("; there are {}", list.join(", "))
            } else {
                hint
            };
            return Some(format!("no pack is called `{typed}`{rest}"));
        }
    }
    if !asked.is_empty() {
        rules
            .packs
            .retain(|pack| asked.iter().any(|typed| typed == pack.id.as_str()));
    }
    None
}
