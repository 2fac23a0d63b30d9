//! Files that are written whole: whoever reads them finds the old text or the new, never a part.
//!
//! What is begun stands under another name beside the file until it is whole. Where the program is ended
//! before, it is taken away.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::{Mutex, Once};

use tempfile::NamedTempFile;

use crate::{Outcome, Streams};

/// What shells say of a program that was ended from the keyboard.
const ENDED: i32 = 130;

/// What is begun and not yet whole.
static BEGUN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Writes a file that must not be there yet, and the folders it stands in.
pub(crate) fn create(path: &Path, text: &str) -> io::Result<()> {
    let begun = written(path, text)?;
    let name = begun.path().to_owned();
    begun.persist_noclobber(path)?;
    forget(&name);
    Ok(())
}

/// Writes a file in place of what is there.
pub(crate) fn replace(path: &Path, text: &str) -> io::Result<()> {
    put(written(path, text)?, path)
}

/// Runs a command whose results go to a file, where one is named. A command that fails without any
/// leaves the file as it was.
pub(crate) fn results(
    path: Option<&Path>,
    streams: &mut Streams,
    run: impl FnOnce(&mut Streams) -> io::Result<Outcome>,
) -> io::Result<Outcome> {
    let Some(path) = path else {
        return run(streams);
    };
    let begun = match begin(path) {
        Ok(begun) => begun,
        Err(error) => {
            let path = path.display();
            writeln!(streams.notices, "error: {path}: cannot be written: {error}")?;
            return Ok(Outcome::Failed);
        }
    };
    let mut file = BufWriter::new(begun);
    let outcome = run(&mut Streams {
        results: &mut file,
        notices: streams.notices,
    })?;
    let begun = file.into_inner().map_err(io::IntoInnerError::into_error)?;
    let is_empty = begun.as_file().metadata()?.len() == 0;
    if outcome != Outcome::Failed || !is_empty {
        begun.as_file().sync_all()?;
        put(begun, path)?;
    }
    Ok(outcome)
}

/// The text in a file of another name in the same folder.
fn written(path: &Path, text: &str) -> io::Result<NamedTempFile> {
    fs::create_dir_all(folder_of(path))?;
    let mut file = begin(path)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Begins a file under another name.
fn begin(path: &Path) -> io::Result<NamedTempFile> {
    static HANDLER: Once = Once::new();
    // Where no handler can be set, what is begun stays behind, under its other name.
    HANDLER.call_once(|| drop(ctrlc::set_handler(take_away)));
    let begun = builder().tempfile_in(folder_of(path))?;
    if let Ok(mut all) = BEGUN.lock() {
        all.insert(begun.path().to_owned());
    }
    Ok(begun)
}

fn put(begun: NamedTempFile, path: &Path) -> io::Result<()> {
    let name = begun.path().to_owned();
    begun.persist(path)?;
    forget(&name);
    Ok(())
}

fn forget(name: &Path) {
    if let Ok(mut all) = BEGUN.lock() {
        all.remove(name);
    }
}

/// Takes away what is begun, and ends the program.
fn take_away() {
    if let Ok(all) = BEGUN.lock() {
        for name in all.iter() {
            let _ = fs::remove_file(name);
        }
    }
    process::exit(ENDED);
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// A temporary file is its owner's alone, unless it is to become a file like others.
#[cfg(unix)]
fn builder() -> tempfile::Builder<'static, 'static> {
    use std::os::unix::fs::PermissionsExt as _;
    const LIKE_OTHERS: u32 = 0o666;
    let mut builder = tempfile::Builder::new();
    builder.permissions(fs::Permissions::from_mode(LIKE_OTHERS));
    builder
}

#[cfg(not(unix))]
fn builder() -> tempfile::Builder<'static, 'static> {
    tempfile::Builder::new()
}
