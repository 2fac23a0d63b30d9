//! Web pages where the program was built without the feature `html`: they are skipped.

use super::{Format, Metadata, NoteKind};

pub(super) struct Page {
    pub(super) text: String,
    pub(super) metadata: Metadata,
}

pub(super) fn read(_: &str) -> Result<Page, NoteKind> {
    Err(NoteKind::Skipped(Format::Html))
}
