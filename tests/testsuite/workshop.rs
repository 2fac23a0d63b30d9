//! A folder in which the program is run: a copy of the sound rules, and whatever a test writes.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

/// A folder of its own for one test.
pub(crate) struct Workshop(TempDir);

impl Workshop {
    /// An empty one.
    pub(crate) fn empty() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// One with the sound rules in `rules`.
    pub(crate) fn with_rules() -> Self {
        let workshop = Self::empty();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/rules");
        copy(&from, &workshop.path("rules"));
        workshop
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn append(&self, name: &str, text: &str) {
        let old = fs::read_to_string(self.path(name)).unwrap();
        self.write(name, &(old + text));
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs `stances` with these words.
    #[track_caller]
    pub(crate) fn run(&self, words: &str) -> Assert {
        let words: Vec<&str> = words.split_whitespace().collect();
        self.run_words(&words)
    }

    #[track_caller]
    pub(crate) fn run_words(&self, words: &[&str]) -> Assert {
        Command::new(env!("CARGO_BIN_EXE_stances"))
            .args(words)
            .current_dir(self.0.path())
            .assert()
    }

    /// What a run that must end with `code` writes: results, then notices.
    #[track_caller]
    pub(crate) fn says(&self, words: &str, code: i32) -> String {
        let run = self.run(words).code(code);
        let output = run.get_output();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let (results, notices) = (text(&output.stdout), text(&output.stderr));
        if notices.is_empty() {
            results
        } else {
            format!("{results}--- notices\n{notices}")
        }
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(path, target).unwrap();
        }
    }
}
