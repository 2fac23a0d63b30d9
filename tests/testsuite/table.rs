//! Cells, filters and views as plain data.

use crate::stories::{four, packs};
use crate::story::Story;
use stances::reading::Reading;
use stances::statement::{Grade, Stance};
use stances::table::filter::Filter;
use stances::table::{Options, Table, build};

/// The rows of the first article, as `orlan: truce-first for, toll for if`.
fn cells(table: &Table) -> Vec<String> {
    let article = &table.articles[0];
    let rows = article.rows().into_iter().map(|row| {
        let on = table.positions().filter_map(|position| {
            let entry = article.entry(row.holder, &position.id)?;
            Some(format!("{} {}", position.id, entry.cell))
        });
        let lead = if row.below { "- " } else { "" };
        format!(
            "{lead}{}: {}",
            row.holder,
            on.collect::<Vec<_>>().join(", ")
        )
    });
    rows.collect()
}

#[track_caller]
fn check(name: &str, story: Story, options: Options, expected: &[&str]) {
    let (packs, readings) = (packs(), [story.read()]);
    assert_eq!(
        cells(&build(&packs, &readings, options)),
        expected,
        "{name}"
    );
}

fn story() -> Story {
    Story::new("brief", "A day at the strait")
}

#[test]
fn rows_stand_by_number_of_cells_and_then_by_id() {
    check(
        "three holders",
        story()
            .says("vey toll for", "Vey {wants} a <toll>.")
            .says("tesk toll for", "Tesk {wants} a <toll>.")
            .says("tesk summit for", "Tesk {wants} a <summit>.")
            .says("brandt toll against", "Brandt {hates} a <toll>.")
            .names("kolb", "toll"),
        Options::default(),
        &[
            "tesk: toll for, summit for",
            "brandt: toll against",
            "vey: toll for",
            "kolb: toll named",
        ],
    );
}

#[test]
fn spokespeople_stand_below_whom_they_speak_for() {
    let spoken = || {
        story()
            .says("tesk toll for", "Tesk {wants} a <toll>.")
            .says("tesk-office summit for", "Her office {wants} a <summit>.")
    };
    check(
        "as read",
        spoken(),
        Options::default(),
        &["tesk: toll for", "- tesk-office: summit for"],
    );
    let rolled = Options {
        roll_up: true,
        ..Options::default()
    };
    check(
        "rolled up",
        spoken(),
        rolled,
        &["tesk: toll for, summit (for)", "- tesk-office: summit for"],
    );
    let alone = || story().says("tesk-office toll against", "Her office {rejects} a <toll>.");
    check(
        "alone",
        alone(),
        Options::default(),
        &["tesk-office: toll against"],
    );
    check(
        "alone, rolled up",
        alone(),
        rolled,
        &["tesk: toll (against)", "- tesk-office: toll against"],
    );
    check(
        "own words stand",
        alone().says("tesk toll for", "Tesk {wants} a <toll>."),
        rolled,
        &["tesk: toll for", "- tesk-office: toll against"],
    );
}

#[test]
fn doubtful_statements_count_only_where_asked_for() {
    let thin = || {
        story()
            .says("vey toll for", "Vey {wants} a <toll>.")
            .says("vey summit for", "A <summit> {was seen} as likely.")
            .in_doubt()
    };
    check("left out", thin(), Options::default(), &["vey: toll for"]);
    check(
        "asked for",
        thin(),
        Options {
            doubtful: true,
            ..Options::default()
        },
        &["vey: toll for, summit for?"],
    );
    let (packs, readings) = (packs(), [thin().read()]);
    assert_eq!(
        build(&packs, &readings, Options::default()).articles[0].left_out,
        1
    );
}

#[test]
fn filters_keep_what_was_asked_for() {
    let filter = Filter::default;
    let cases: &[(&str, Filter, usize)] = &[
        ("everything", filter(), 23),
        (
            "a leader by id",
            Filter {
                leaders: vec!["vey".into()],
                ..filter()
            },
            1,
        ),
        (
            "a leader by name",
            Filter {
                leaders: vec!["Aino Vey".into()],
                ..filter()
            },
            1,
        ),
        (
            "a position",
            Filter {
                positions: vec!["at-the-table".into()],
                ..filter()
            },
            2,
        ),
        (
            "from a day",
            Filter {
                from: "2025-03-01".parse().ok(),
                ..filter()
            },
            7,
        ),
        (
            "to a day",
            Filter {
                to: "2025-02-28".parse().ok(),
                ..filter()
            },
            10,
        ),
        (
            "a grade",
            Filter {
                grade: Some(Grade::A),
                ..filter()
            },
            21,
        ),
        (
            "first hand",
            Filter {
                first_hand: true,
                ..filter()
            },
            20,
        ),
    ];
    for (name, filter, expected) in cases {
        let kept: usize = filter
            .apply(four())
            .iter()
            .map(|reading: &Reading| reading.statements.len())
            .sum();
        assert_eq!(kept, *expected, "{name}");
    }
}

#[test]
fn a_side_keeps_cells_on_both() {
    let (packs, readings) = (packs(), four());
    let mut table = build(&packs, &readings, Options::default());
    table.keep_side(Stance::Opposes);
    assert_eq!(cells(&table), ["tesk: toll against, mine-clearing both"]);
}
