//! `stances rules init`: a folder of rules to start from.

use std::io;
use std::path::{Path, PathBuf};

use stances::id::PackId;
use stances::rules;

use super::count;
use crate::{Outcome, Streams, whole};

#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// The folder; what is in it stays as it is.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// A copy of all rules that come with the program, to be read with --only-rules.
    #[arg(long)]
    all: bool,
    /// Start a debate with this id: lower-case words joined by hyphens.
    #[arg(long, value_name = "NAME", conflicts_with = "all")]
    new_pack: Option<String>,
}

/// Writes the folder, unless a file of it is there already.
pub(crate) fn run(args: &InitArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let files = match &args.new_pack {
        Some(name) => match new_id(name) {
            Ok(id) => new_pack(&id),
            Err(problem) => {
                writeln!(streams.notices, "error: {problem}")?;
                return Ok(Outcome::Failed);
            }
        },
        None if args.all => copy(),
        None => small(),
    };
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| args.dir.join(name)).collect();
    if let Some(taken) = paths.iter().find(|path| path.exists()) {
        let taken = taken.display();
        writeln!(
            streams.notices,
            "error: {taken}: is there already; nothing was written"
        )?;
        return Ok(Outcome::Failed);
    }
    for (path, (_, text)) in paths.iter().zip(&files) {
        if let Err(error) = whole::create(path, text) {
            let path = path.display();
            writeln!(streams.notices, "error: {path}: cannot be written: {error}")?;
            return Ok(Outcome::Failed);
        }
    }
    tell(args, &paths, streams)?;
    Ok(Outcome::Done)
}

/// Says what was written, and what to type next.
fn tell(args: &InitArgs, paths: &[PathBuf], streams: &mut Streams) -> io::Result<()> {
    let dir = args.dir.display();
    let out = &mut streams.results;
    if args.all {
        writeln!(out, "{dir}: {} written", count(paths.len(), "file"))?;
        return writeln!(
            out,
            "next: stances compare ARTICLES --rules {dir} --only-rules"
        );
    }
    for path in paths {
        writeln!(out, "{}", path.display())?;
    }
    writeln!(out, "next: stances rules check {dir}")?;
    writeln!(out, "      stances rules test {dir}")?;
    writeln!(out, "      stances compare ARTICLES --rules {dir}")
}

/// The id of a new debate, or why it cannot be one.
fn new_id(name: &str) -> Result<PackId, String> {
    let id = PackId::parse(name).map_err(|name| {
        format!("`{name}` is not lower-case words joined by hyphens, as in `city-traffic`")
    })?;
    let folder = format!("{id}/");
    let mut sources = rules::embedded().into_iter();
    if sources.any(|source| source.name.starts_with(&folder)) {
        return Err(format!("the program's rules have a folder `{id}` already"));
    }
    Ok(id)
}

/// The program's own rules.
fn copy() -> Vec<(String, String)> {
    let sources = rules::embedded().into_iter();
    sources.map(|source| (source.name, source.text)).collect()
}

/// A folder to which rules can be added.
fn small() -> Vec<(String, String)> {
    [
        ("README.md", include_str!("skeleton/README.md")),
        ("actors/ours.toml", include_str!("skeleton/actors.toml")),
    ]
    .map(|(name, text)| (name.to_owned(), text.to_owned()))
    .to_vec()
}

/// A debate with a position that is there to be written over.
fn new_pack(id: &PackId) -> Vec<(String, String)> {
    let files = [
        ("pack.toml", include_str!("skeleton/pack.toml")),
        ("sets.toml", include_str!("skeleton/sets.toml")),
        (
            "positions/bike-lanes.toml",
            include_str!("skeleton/position.toml"),
        ),
    ];
    let title = title(id);
    let fill = |text: &str| {
        text.replace("{pack}", id.as_str())
            .replace("{title}", &title)
    };
    let place = |name: &str| Path::new(id.as_str()).join(name).display().to_string();
    files.map(|(name, text)| (place(name), fill(text))).to_vec()
}

/// `city-traffic` as `City traffic`.
fn title(id: &PackId) -> String {
    let words = id.as_str().replace('-', " ");
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
