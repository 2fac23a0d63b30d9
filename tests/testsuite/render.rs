//! Every view in every form, at two widths.

use crate::stories::{four, packs};
use crate::story::Story;
use crate::support::{FORMATS, VIEWS, drawing, drawn, evidence, snapshot};
use stances::reading::Reading;
use stances::render::{Drawing, Format, View};
use stances::table::{Options, build};

/// What is shown: the sentences and whose stance they show.
fn about(readings: &[Reading]) -> String {
    let statements = readings.iter().flat_map(|reading| &reading.statements);
    let lines = statements.map(|one| evidence(&one.article, one));
    lines.collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(name: &str, readings: &[Reading], options: Options, drawing: Drawing) {
    let packs = packs();
    let table = build(&packs, readings, options);
    let text = drawn(name, &table, drawing);
    if drawing.format == Format::Table {
        assert!(text.is_ascii(), "{name}: not in plain signs: {text}");
    }
    snapshot("render", name, &about(readings), &text);
}

#[test]
fn views_at_two_widths() {
    for (name, view) in VIEWS {
        for width in [80, 140] {
            check(
                &format!("{name}-{width}"),
                &four(),
                Options::default(),
                drawing(view, width),
            );
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
        check(
            &format!("{name}-markdown"),
            &four(),
            Options::default(),
            drawing,
        );
    }
}

#[test]
fn cells_for_other_programs() {
    for (name, format) in FORMATS {
        check(
            name,
            &four(),
            Options::default(),
            Drawing {
                format,
                ..drawing(View::Article, 80)
            },
        );
    }
}

#[test]
fn options_change_the_table() {
    let rolled = Options {
        roll_up: true,
        ..Options::default()
    };
    check("roll-up-80", &four(), rolled, drawing(View::Article, 80));
    check("roll-up-140", &four(), rolled, drawing(View::Article, 140));
    let doubtful = Options {
        doubtful: true,
        ..Options::default()
    };
    check("doubtful-80", &four(), doubtful, drawing(View::Article, 80));
}

#[test]
fn evidence_on_request() {
    let first: Vec<_> = four().into_iter().take(1).collect();
    let why = Drawing {
        why: true,
        ..drawing(View::Article, 80)
    };
    check("why-80", &first, Options::default(), why);
    check(
        "why-markdown",
        &first,
        Options::default(),
        Drawing {
            format: Format::Markdown,
            ..why
        },
    );
}

#[test]
fn columns_that_do_not_fit_stand_in_a_second_block() {
    for width in [40, 60] {
        check(
            &format!("article-{width}"),
            &four(),
            Options::default(),
            drawing(View::Article, width),
        );
    }
}

#[test]
fn a_matter_without_a_side_is_no_table_of_dots() {
    let readings = [Story::new("brief", "Toll talks end early")
        .names("vey", "toll")
        .read()];
    check(
        "no-side",
        &readings,
        Options::default(),
        drawing(View::Article, 80),
    );
}

#[test]
fn twice_gives_the_same() {
    let (packs, readings) = (packs(), four());
    let table = build(&packs, &readings, Options::default());
    for (name, view) in VIEWS {
        assert_eq!(
            drawn(name, &table, drawing(view, 80)),
            drawn(name, &table, drawing(view, 80)),
            "{name}"
        );
    }
}
