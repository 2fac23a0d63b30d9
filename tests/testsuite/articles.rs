//! The project's own articles, read by the rules that ship, in every view and form.
//!
//! A snapshot here is a claim about what somebody is reported to have said: read the article beside
//! it before accepting a change.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use stances::reading::{PackInfo, Reading};
use stances::render::{Drawing, Format, View};
use stances::table::{Options, build};

use crate::reader::{analyzer, own_articles};
use crate::support::{FORMATS, VIEWS, drawing, drawn, evidence, snapshot};

/// What is shown: the sentences that cells rest on.
fn about() -> String {
    let statements = readings().iter().flat_map(|reading| &reading.statements);
    let sentences = statements.map(|one| {
        let line = one.evidence[0].place.line;
        (&one.path, line, evidence(&one.path, one))
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

fn check(name: &str, drawing: Drawing) {
    let table = build(packs(), readings(), Options::default());
    let text = drawn(name, &table, drawing);
    snapshot("articles", name, &about(), &unnumbered(&text));
}

#[test]
fn views_at_two_widths() {
    for (name, view) in VIEWS {
        for width in [80, 140] {
            check(&format!("{name}-{width}"), drawing(view, width));
        }
    }
}

#[test]
fn views_in_markdown() {
    for (name, view) in VIEWS {
        let drawing = Drawing {
            format: Format::Markdown,
            ..drawing(view, 80)
        };
        check(&format!("{name}-markdown"), drawing);
    }
}

#[test]
fn cells_for_other_programs() {
    for (name, format) in FORMATS {
        let drawing = Drawing {
            format,
            ..drawing(View::Article, 80)
        };
        check(name, drawing);
    }
}

#[test]
fn evidence_on_request() {
    for (name, format, width) in [
        ("why-80", Format::Table, 80),
        ("why-140", Format::Table, 140),
        ("why-markdown", Format::Markdown, 80),
    ] {
        let drawing = Drawing {
            format,
            why: true,
            ..drawing(View::Article, width)
        };
        check(name, drawing);
    }
}
