//! What all areas share: where snapshots are kept, and how tables are drawn for them.

use std::path::Path;

use stances::render::{Drawing, Format, View, write};
use stances::statement::Statement;
use stances::table::Table;

/// Every view, by the name of its snapshots.
pub(crate) const VIEWS: [(&str, View); 6] = [
    ("article", View::Article),
    ("leader", View::Leader),
    ("position", View::Position),
    ("agreement", View::Agreement),
    ("claims", View::Claims),
    ("summary", View::Summary),
];

/// Every form for other programs, by the name of its snapshot.
pub(crate) const FORMATS: [(&str, Format); 4] = [
    ("csv", Format::Csv),
    ("csv-wide", Format::CsvWide),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
];

/// A view as plain text.
pub(crate) fn drawing(view: View, width: usize) -> Drawing {
    Drawing {
        view,
        format: Format::Table,
        width,
        why: false,
    }
}

/// A table as it is drawn; plain text keeps to its width.
#[track_caller]
pub(crate) fn drawn(name: &str, table: &Table, drawing: Drawing) -> String {
    let mut out = Vec::new();
    write(&mut out, table, drawing).unwrap();
    let text = String::from_utf8(out).unwrap();
    let is_wide = |line: &&str| line.chars().count() > drawing.width;
    if let Some(line) = text.lines().find(is_wide)
        && drawing.format == Format::Table
    {
        panic!("{name}: wider than {}: {line}", drawing.width);
    }
    text
}

/// The sentence that shows a statement, with its line and where that is.
pub(crate) fn evidence(place: &str, statement: &Statement) -> String {
    let evidence = &statement.evidence[0];
    format!("{place} l.{}: {}", evidence.place.line, evidence.text)
}

/// Compares `text` with `snapshots/AREA/NAME.snap`; `about` says what is shown, so that it can be judged alone.
#[track_caller]
pub(crate) fn snapshot(area: &str, name: &str, about: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("snapshots")
            .join(area),
    );
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_description(about);
    settings.bind(|| insta::assert_snapshot!(name, text));
}
