//! The project's own articles, read by the rules that ship, in every view and form.
//!
//! A snapshot here is a claim about what somebody is reported to have said: read the article beside
//! it before accepting a change.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use stances::reading::{PackInfo, Reading};
use stances::render::{Drawing, Format, View, write};
use stances::table::{Options, build};

use crate::reader::{analyzer, own_articles};
use crate::support::snapshot;

const VIEWS: [(&str, View); 6] = [
    ("article", View::Article),
    ("leader", View::Leader),
    ("position", View::Position),
    ("agreement", View::Agreement),
    ("claims", View::Claims),
    ("summary", View::Summary),
];

const FORMATS: [(&str, Format); 4] = [
    ("csv", Format::Csv),
    ("csv-wide", Format::CsvWide),
    ("json", Format::Json),
    ("jsonl", Format::Jsonl),
];

/// What is shown: the sentences that cells rest on.
fn about() -> String {
    let statements = readings().iter().flat_map(|reading| &reading.statements);
    let sentences = statements.map(|one| {
        let evidence = &one.evidence[0];
        let line = evidence.place.line;
        (
            &one.path,
            line,
            format!("{} l.{line}: {}", one.path, evidence.text),
        )
    });
    let sentences: BTreeSet<_> = sentences.collect();
    let lines: Vec<_> = sentences.into_iter().map(|(_, _, shown)| shown).collect();
    lines.join("\n")
}

/// The text without the lines of rule files, which move with every edit above them.
fn unnumbered(text: &str) -> String {
    let mut parts = text.split(".toml:");
    let mut shown = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        shown.push_str(".toml:N");
        shown.push_str(part.trim_start_matches(|sign: char| sign.is_ascii_digit()));
    }
    shown
}

fn readings() -> &'static [Reading] {
    static READINGS: OnceLock<Vec<Reading>> = OnceLock::new();
    READINGS.get_or_init(|| {
        let read = |article| analyzer().read(article);
        own_articles().iter().map(read).collect()
    })
}

/// The packs. Every edit of a rule changes the digest of its pack, so it is left out.
fn packs() -> &'static [PackInfo] {
    static PACKS: OnceLock<Vec<PackInfo>> = OnceLock::new();
    PACKS.get_or_init(|| {
        let undigested = |pack: &PackInfo| PackInfo {
            digest: "digest".to_owned(),
            ..pack.clone()
        };
        analyzer().packs().iter().map(undigested).collect()
    })
}

fn draw(drawing: Drawing) -> String {
    let table = build(packs(), readings(), Options::default());
    let mut out = Vec::new();
    write(&mut out, &table, drawing).unwrap();
    String::from_utf8(out).unwrap()
}

fn check(name: &str, drawing: Drawing) {
    let text = draw(drawing);
    if drawing.format == Format::Table {
        for line in text.lines() {
            assert!(line.chars().count() <= drawing.width, "{name}: {line}");
        }
    }
    snapshot("articles", name, &about(), &unnumbered(&text));
}

fn drawing(view: View, format: Format, width: usize) -> Drawing {
    Drawing {
        view,
        format,
        width,
        why: false,
    }
}

#[test]
fn views_at_two_widths() {
    for (name, view) in VIEWS {
        for width in [80, 140] {
            check(
                &format!("{name}-{width}"),
                drawing(view, Format::Table, width),
            );
        }
    }
}

#[test]
fn views_in_markdown() {
    for (name, view) in VIEWS {
        check(
            &format!("{name}-markdown"),
            drawing(view, Format::Markdown, 80),
        );
    }
}

#[test]
fn cells_for_other_programs() {
    for (name, format) in FORMATS {
        check(name, drawing(View::Article, format, 80));
    }
}

#[test]
fn evidence_on_request() {
    for width in [80, 140] {
        let drawing = Drawing {
            why: true,
            ..drawing(View::Article, Format::Table, width)
        };
        check(&format!("why-{width}"), drawing);
    }
    let drawing = Drawing {
        why: true,
        ..drawing(View::Article, Format::Markdown, 80)
    };
    check("why-markdown", drawing);
}
