//! The program set to work in a folder of its own.

use std::fs;

use assert_cmd::Command;
use tempfile::TempDir;

/// A sentence that gives exactly one statement.
pub(crate) const STANCE: &str =
    "Keir Starmer said on Monday that sanctions on Russia must be tightened.\n";

/// The program.
pub(crate) fn stances() -> Command {
    Command::new(env!("CARGO_BIN_EXE_stances"))
}

/// A folder with files, and the program set to work in it.
pub(crate) struct Desk {
    pub(crate) folder: TempDir,
}

/// How a command ended.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    pub(crate) code: i32,
    pub(crate) results: String,
    pub(crate) notices: String,
}

impl Desk {
    pub(crate) fn new(files: &[(&str, &[u8])]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        Self { folder }
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let mut command = stances();
        let output = command.current_dir(&self.folder).args(arguments).output();
        let output = output.unwrap();
        Ended {
            code: output.status.code().unwrap(),
            results: String::from_utf8(output.stdout).unwrap(),
            notices: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
