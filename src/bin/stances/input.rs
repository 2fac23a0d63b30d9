//! The files that the paths of a command name, and what stands in them.
//!
//! In: paths as typed. Out: files in order, each to be read when its turn comes, and the problems
//! met. Nothing is printed here.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use ignore::WalkBuilder;
use stances::corpus::{self, Context, Entries, Index, Loss, Note};
use stances::corrections;

use crate::progress::Counted;

/// The name of standard input as a path.
pub(crate) const STDIN: &str = "-";
/// The name of the file that tells about the texts beside it.
pub(crate) const INDEX: &str = "index.jsonl";

/// A file to read articles from.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    /// Its path, as it is shown.
    pub(crate) path: String,
    /// The id of the article in it.
    pub(crate) id: String,
    /// Whether the command names it, rather than a folder around it.
    pub(crate) named: bool,
    index: Option<Arc<Index>>,
}

/// What the paths of a command name.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// The files, in the order of the paths; those of a folder by name.
    pub(crate) files: Vec<Input>,
    /// Paths that lead to nothing.
    pub(crate) problems: Vec<Problem>,
}

/// A path that cannot be read.
#[derive(Debug)]
pub(crate) struct Problem {
    /// The path.
    pub(crate) path: String,
    /// Why not.
    pub(crate) kind: ProblemKind,
}

/// Why a path cannot be read.
#[derive(Debug)]
pub(crate) enum ProblemKind {
    /// The system says so.
    Io(io::Error),
    /// A folder could not be walked.
    Walk(ignore::Error),
    /// A folder holds no files.
    NoFiles,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ProblemKind::Io(error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "{}: no such file or folder", self.path)
            }
            ProblemKind::Io(error) => write!(f, "{}: cannot be read: {error}", self.path),
            ProblemKind::Walk(error) => write!(f, "{}: cannot be read: {error}", self.path),
            ProblemKind::NoFiles => write!(f, "{}: folder without files", self.path),
        }
    }
}

/// Finds the files that `paths` name; folders are walked, `-` is standard input.
///
/// Hidden files and those that an `.ignore` file names are left out; `.gitignore` does not count,
/// as articles are often kept out of a repository on purpose.
pub(crate) fn find(paths: &[PathBuf]) -> Inputs {
    let mut inputs = Inputs::default();
    let mut found: Vec<(PathBuf, bool)> = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN {
            found.push((path.clone(), true));
            continue;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => {
                let before = found.len();
                walk(path, &mut found, &mut inputs.problems);
                if found.len() == before {
                    inputs.problems.push(problem(path, ProblemKind::NoFiles));
                }
            }
            Ok(_) => found.push((path.clone(), true)),
            Err(error) => inputs.problems.push(problem(path, ProblemKind::Io(error))),
        }
    }
    let mut seen = BTreeSet::new();
    found.retain(|(path, _)| seen.insert(path.clone()));
    inputs.files = with_ids(found);
    inputs
}

impl Input {
    /// Opens the file: what stands in it comes entry by entry, its bytes counted as they are read.
    pub(crate) fn open(
        &self,
        context: &Context<'_>,
        count: &Arc<AtomicU64>,
    ) -> Result<Entries<'static>, Problem> {
        let bytes: Box<dyn Read + Send> = if self.path == STDIN {
            Box::new(io::stdin())
        } else {
            let file = fs::File::open(&self.path);
            let to_problem = |error| problem(Path::new(&self.path), ProblemKind::Io(error));
            Box::new(file.map_err(to_problem)?)
        };
        let counted = Counted::new(bytes, Arc::clone(count));
        Ok(corpus::open(&self.path, &self.id, counted, context))
    }

    /// Whether a command fails over what a note on the file says: that the file could not be read,
    /// where the command names it, or that anything could not, where it is strict.
    pub(crate) fn fails_over(&self, note: &Note, is_strict: bool) -> bool {
        match note.loss() {
            None => false,
            Some(Loss::Record) => is_strict,
            Some(Loss::File) => is_strict || self.named,
        }
    }

    /// What the file is read with: what all are, and the index beside it.
    pub(crate) fn context<'a>(&'a self, all: Context<'a>) -> Context<'a> {
        Context {
            index: self.index.as_deref(),
            ..all
        }
    }
}

fn walk(folder: &Path, found: &mut Vec<(PathBuf, bool)>, problems: &mut Vec<Problem>) {
    let walk = WalkBuilder::new(folder)
        .git_ignore(false)
        .git_global(false)
        .git_exclude(false)
        .parents(false)
        .follow_links(true)
        .sort_by_file_name(Ord::cmp)
        .build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                found.push((entry.into_path(), false));
            }
            Ok(_) => {}
            Err(error) => problems.push(problem(folder, ProblemKind::Walk(error))),
        }
    }
}

/// Gives each file its id and the index beside it; an index itself is no input.
fn with_ids(mut found: Vec<(PathBuf, bool)>) -> Vec<Input> {
    let mut indexes: BTreeMap<PathBuf, Option<Arc<Index>>> = BTreeMap::new();
    for (path, _) in &found {
        let folder = folder_of(path);
        indexes
            .entry(folder.clone())
            .or_insert_with(|| read_index(&folder).map(Arc::new));
    }
    let index_beside = |path: &Path| indexes.get(&folder_of(path)).cloned().flatten();
    found.retain(|(path, named)| {
        let is = |file: &str| path.file_name().is_some_and(|name| name == file);
        let is_index = is(INDEX) && index_beside(path).is_some();
        let is_correction = is(corrections::FILE) && !named;
        !is_index && !is_correction
    });
    let names: Vec<_> = found.iter().map(|(path, _)| shown(path)).collect();
    let ids = corpus::ids(&names.iter().map(String::as_str).collect::<Vec<_>>());
    found
        .iter()
        .zip(names.iter().zip(ids))
        .map(|((path, named), (name, id))| Input {
            path: name.clone(),
            id: if name == STDIN {
                "stdin".to_owned()
            } else {
                id
            },
            named: *named,
            index: index_beside(path),
        })
        .collect()
}

fn read_index(folder: &Path) -> Option<Index> {
    fs::read_to_string(folder.join(INDEX))
        .ok()
        .and_then(|text| Index::of_json_lines(&text))
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_owned()
}

fn problem(path: &Path, kind: ProblemKind) -> Problem {
    Problem {
        path: shown(path),
        kind,
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        reason = "a test may stop where its files cannot be written"
    )]

    use stances::corpus::{Contents, Outlets};

    use super::*;

    #[test]
    fn folders_are_walked_in_order_and_an_index_is_no_input() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("sub")).unwrap();
        fs::write(at("b.txt"), "The leaders met.").unwrap();
        fs::write(at("a.txt"), "The leaders left.").unwrap();
        fs::write(at("sub/a.txt"), "They came back.").unwrap();
        fs::write(at(".hidden"), "Not this.").unwrap();
        fs::write(at(INDEX), "{\"id\": \"a\", \"date\": \"2025-03-01\"}").unwrap();
        let inputs = find(&[folder.path().to_owned(), at("gone.txt")]);
        let ids: Vec<_> = inputs
            .files
            .iter()
            .map(|file| file.id.rsplit('/').next().unwrap())
            .collect();
        assert_eq!(ids, ["a", "b", "a"]);
        assert!(inputs.files[2].id.ends_with("sub/a"));
        let outlets = Outlets::default();
        let file = &inputs.files[0];
        let context = file.context(Context::new(&outlets));
        let entry = file
            .open(&context, &Arc::default())
            .unwrap()
            .next()
            .unwrap();
        let contents = Contents::of(entry, &context);
        let date = contents.articles[0].date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), Some("2025-03-01"));
        let problems: Vec<_> = inputs.problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [format!(
                "{}: no such file or folder",
                shown(&at("gone.txt"))
            )]
        );
    }

    #[test]
    fn a_folder_without_files_is_a_problem() {
        let folder = tempfile::tempdir().unwrap();
        let inputs = find(&[folder.path().to_owned()]);
        assert_eq!(inputs.files.len(), 0);
        assert!(
            inputs.problems[0]
                .to_string()
                .ends_with("folder without files")
        );
    }
}
