//! Web pages where the program was built without the feature `html`: they are skipped.

use super::{Format, Metadata, NoteKind};

pub(super) struct Page {
    pub(super) text: String,
    pub(super) metadata: Metadata,
}

pub(super) fn words(html: &str) -> Result<String, NoteKind> {
    if html.contains(['<', '&']) {
        return Err(NoteKind::Skipped(Format::Html));
    }
    Ok(html.to_owned())
}

pub(super) fn read(_: &str) -> Result<Page, NoteKind> {
    Err(NoteKind::Skipped(Format::Html))
}
