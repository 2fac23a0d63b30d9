//! `stances compare --watch`: the table again, whenever what it is made from is saved.
//!
//! In: what was typed, and word of each save. Out: a table for each, with marks on what changed.
//! Where rules have a fault, or nothing can be read, that is said and the last table stays. Files
//! are looked at over and over rather than watched by the system: that works on every disk, and
//! through everything that editors do to save a file.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::thread;
use std::time::{Duration, SystemTime};

use ignore::WalkBuilder;
use stances::corrections;
use stances::render::{self, Format};
use stances::table::changes;

use super::{Read, drawing};
use crate::args::CompareArgs;
use crate::input::{INDEX, STDIN};
use crate::notices::Notices;
use crate::{Outcome, Streams};

/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// How long nothing must change before a save counts as finished.
const SETTLED: Duration = Duration::from_millis(50);

/// Empties a terminal and goes to its first line.
const CLEAR: &str = "\x1b[2J\x1b[3J\x1b[H";

/// Draws the table over and over, until the program is ended.
pub(super) fn run(args: &CompareArgs, streams: &mut Streams) -> io::Result<Outcome> {
    if let Some(problem) = refusal(args) {
        writeln!(streams.notices, "error: {problem}")?;
        return Ok(Outcome::Failed);
    }
    let mut saves = Saves::of(watched(args));
    let clears = io::stdout().is_terminal();
    each(args, clears, &mut || saves.next(), streams)
}

/// Why this cannot be watched, if it cannot.
fn refusal(args: &CompareArgs) -> Option<&'static str> {
    let is_drawn = matches!(Format::from(args.format), Format::Table | Format::Markdown);
    if !is_drawn {
        Some("--watch draws tables: --format table or markdown")
    } else if args
        .sources
        .paths
        .iter()
        .any(|path| path.as_os_str() == STDIN)
    {
        Some("--watch reads files again and again, and standard input can be read once")
    } else {
        None
    }
}

/// Draws a table now and after each save, until there is none to come.
fn each(
    args: &CompareArgs,
    clears: bool,
    next: &mut dyn FnMut() -> Option<Vec<PathBuf>>,
    streams: &mut Streams,
) -> io::Result<Outcome> {
    let mut last: Option<Read> = None;
    let mut drawn: Vec<u8> = Vec::new();
    let mut saved: Option<Vec<PathBuf>> = None;
    loop {
        let told = Kept::default();
        let mut notices = Notices::kept(told.clone());
        for path in saved.iter().flatten() {
            writeln!(notices, "note: {} was saved", path.display())?;
        }
        let mut results: Vec<u8> = Vec::new();
        let mut round = Streams {
            results: &mut results,
            notices: &mut notices,
        };
        let outcome = match Read::open(args, &mut round)? {
            Ok((read, ending)) => {
                draw(args, &read, last.as_ref(), round.results)?;
                last = Some(read);
                ending.finish(&mut round)?
            }
            Err(outcome) => outcome,
        };
        let is_new = !results.is_empty();
        if is_new {
            drawn = results;
        } else if last.is_some() {
            writeln!(notices, "note: the table is the one from before")?;
        }
        if clears {
            write!(streams.results, "{CLEAR}")?;
        }
        if clears || is_new {
            streams.results.write_all(&drawn)?;
        }
        streams.results.flush()?;
        streams.notices.write_all(&told.take())?;
        if saved.is_none() {
            writeln!(streams.notices, "note: waiting for saves; Ctrl-C ends")?;
        }
        streams.notices.flush()?;
        saved = next();
        if saved.is_none() {
            return Ok(outcome);
        }
    }
}

/// What was written so far, shared with whoever takes it away.
#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Kept {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

/// Draws the table, with what changed since the last one.
fn draw(
    args: &CompareArgs,
    read: &Read,
    last: Option<&Read>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut table = read.table(args);
    if let Some(last) = last {
        table.changes = Some(changes::between(&last.table(args), &table));
    }
    render::write(out, &table, drawing(args, read))
}

/// The files and folders that a table is made from.
fn watched(args: &CompareArgs) -> Vec<PathBuf> {
    let mut paths = args.sources.rules.rules.clone();
    for path in &args.sources.paths {
        paths.push(path.clone());
        if !path.is_dir() {
            let folder = path.parent().unwrap_or(Path::new(""));
            paths.extend([corrections::FILE, INDEX].map(|name| folder.join(name)));
        }
    }
    paths
}

/// When each file was saved, and how long it is.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// Word of saves, from looking at files again and again.
struct Saves {
    paths: Vec<PathBuf>,
    seen: Stamps,
}

impl Saves {
    fn of(paths: Vec<PathBuf>) -> Self {
        let seen = stamps(&paths);
        Self { paths, seen }
    }

    /// Waits for files to be saved, made or deleted, and tells which.
    fn next(&mut self) -> Option<Vec<PathBuf>> {
        loop {
            let mut now = stamps(&self.paths);
            if now == self.seen {
                thread::sleep(PAUSE);
                continue;
            }
            loop {
                thread::sleep(SETTLED);
                let later = stamps(&self.paths);
                if later == now {
                    break;
                }
                now = later;
            }
            let saved = differing(&self.seen, &now);
            self.seen = now;
            if !saved.is_empty() {
                return Some(saved);
            }
        }
    }
}

/// The files below the paths; what cannot be looked at is left out.
fn stamps(paths: &[PathBuf]) -> Stamps {
    let files = paths.iter().flat_map(|path| {
        let walk = WalkBuilder::new(path)
            .standard_filters(false)
            .hidden(true)
            .follow_links(true)
            .build();
        walk.filter_map(Result::ok).map(ignore::DirEntry::into_path)
    });
    let stamped = files.filter_map(|path| {
        let known = fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
        Some((path, (known.modified().ok(), known.len())))
    });
    stamped.collect()
}

fn differing(old: &Stamps, new: &Stamps) -> Vec<PathBuf> {
    let changed = new
        .iter()
        .filter(|(path, stamp)| old.get(*path) != Some(*stamp));
    let gone = old.keys().filter(|path| !new.contains_key(*path));
    let mut paths: Vec<_> = changed.map(|(path, _)| path).chain(gone).cloned().collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        reason = "a test may stop where its files cannot be written"
    )]

    use clap::Parser as _;

    use super::*;
    use crate::args::{Args, Command};

    const ARTICLE: &str = "articles/a.txt";
    const POSITION: &str = "rules/debate/positions/truce.toml";

    /// What is done to the folder between two tables, in which the articles and the rules are.
    type Step<'s> = &'s dyn Fn(&Path);

    /// Watches a debate and an article; tells what is written at first and after each step.
    fn watch(steps: &[Step<'_>]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        save(
            root,
            "rules/actors/otto.toml",
            "[[person]]\nid = \"kurz\"\nname = \"Otto Kurz\"\n",
        );
        save(root, POSITION, &position("truce"));
        save(
            root,
            ARTICLE,
            "Talks\n\nAnna Meyer rejects a truce. Otto Kurz rejects a tram.\n",
        );
        let at = |name: &str| root.join(name).to_string_lossy().into_owned();
        let (articles, rules) = (at("articles"), at("rules"));
        let sound = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/rules");
        let typed = [
            &["stances", "compare", &articles, "--watch", "--only-rules"][..],
            &["--rules", sound, "--rules", &rules],
        ];
        let Some(Command::Compare(args)) = Args::parse_from(typed.concat()).command else {
            panic!("`compare` is a command");
        };
        let written = Kept::default();
        let mut results = written.clone();
        let mut notices = Notices::kept(written.clone());
        let mut streams = Streams {
            results: &mut results,
            notices: &mut notices,
        };
        let mut told = Vec::new();
        let mut left = steps.iter();
        let mut next = || {
            told.push(String::from_utf8(written.take()).unwrap());
            left.next().map(|step| {
                step(root);
                Vec::new()
            })
        };
        each(&args, false, &mut next, &mut streams).unwrap();
        told
    }

    fn save(root: &Path, name: &str, text: &str) {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn position(phrase: &str) -> String {
        format!(
            "id = \"truce\"\nshort = \"Truce\"\nclaim = \"A truce now\"\n\
             supports = \"wants one\"\nopposes = \"wants none\"\nnames = [\"{phrase}\"]\n"
        )
    }

    #[track_caller]
    fn has(text: &str, expected: &[&str]) {
        for words in expected {
            assert!(text.contains(words), "`{words}` is not in:\n{text}");
        }
    }

    #[test]
    fn a_saved_rule_is_read_again_and_what_changed_is_marked() {
        let told = watch(&[
            &|root| save(root, POSITION, &position("tram")),
            &|root| save(root, POSITION, &position("(tram|truce)")),
            &|root| {
                let turned = position("tram") + "opposite = [\"truce\"]\n";
                save(root, POSITION, &turned);
            },
            &|root| save(root, ARTICLE, "Anna Meyer rejects a truce.\n"),
            &|root| save(root, ARTICLE, "Yes, Anna Meyer rejects a truce.\n"),
        ]);
        has(&told[0], &["Meyer  against\n", "Ctrl-C ends"]);
        assert!(!told[0].contains("changed"), "{}", told[0]);
        let counted = "Cells that changed: 1 gained (+), 1 lost (-).";
        has(&told[1], &["Kurz  against +", counted]);
        has(&told[1], &[" -  a: Meyer, Truce: was against"]);
        has(&told[2], &["Meyer  against +", "Kurz   against\n"]);
        has(&told[3], &["Meyer  for ~"]);
        has(&told[3], &[" ~  a: Meyer, Truce: for, was against"]);
        has(
            &told[4],
            &["Meyer  for\n", " -  a: Kurz, Truce: was against"],
        );
        has(&told[5], &["Meyer  for\n", "No cell changed."]);
    }

    #[test]
    fn a_fault_is_shown_and_the_last_table_stays() {
        let told = watch(
            &[&|root| save(root, POSITION, &position("(tram")), &|root| {
                save(root, POSITION, &position("tram"));
            }],
        );
        has(
            &told[1],
            &["truce.toml:6", "the table is the one from before"],
        );
        assert!(!told[1].contains("Meyer"), "{}", told[1]);
        // What changed is told against the last table that could be drawn.
        has(&told[2], &["Kurz  against +", "1 lost"]);
    }

    #[test]
    fn a_deleted_folder_is_waited_for() {
        let told = watch(&[
            &|root| fs::remove_dir_all(root.join("rules")).unwrap(),
            &|root| fs::remove_dir_all(root.join("articles")).unwrap(),
            &|root| {
                save(root, POSITION, &position("truce"));
                save(root, ARTICLE, "Anna Meyer rejects a truce.\n");
            },
        ]);
        for gone in &told[1..3] {
            has(gone, &["error: ", "the table is the one from before"]);
        }
        has(&told[3], &["Meyer  against\n", "No cell changed."]);
    }

    #[test]
    fn a_save_is_a_file_that_is_new_gone_or_other() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        save(root, "a", "1");
        save(root, "b", "1");
        let watched = [root.to_owned(), root.join("not-there")];
        let old = stamps(&watched);
        assert_eq!(
            differing(&old, &stamps(&watched)),
            [""; 0].map(PathBuf::from)
        );
        save(root, "a", "12");
        fs::remove_file(root.join("b")).unwrap();
        save(root, "folder/c", "1");
        let new = stamps(&watched);
        let expected = ["a", "b", "folder/c"].map(|name| root.join(name));
        assert_eq!(differing(&old, &new), expected);
        // A save is told once it was seen, and once only.
        let mut saves = Saves {
            paths: watched.to_vec(),
            seen: old,
        };
        assert_eq!(saves.next().as_deref(), Some(&expected[..]));
        assert_eq!(saves.seen, new);
    }
}
