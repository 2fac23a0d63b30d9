//! Invented articles about an invented strait.

use stances::id::{PackId, PositionId};
use stances::reading::{PackInfo, PositionInfo, Reading};
use stances::statement::Grade;

use crate::story::Story;

/// id, column heading, claim.
const POSITIONS: &[(&str, &str, &str)] = &[
    (
        "truce-first",
        "Truce",
        "The shooting in the strait stops before anything else",
    ),
    (
        "open-harbours",
        "Harbours",
        "All harbours of the strait open to ships of every flag",
    ),
    ("toll", "Toll", "Ships that pass the strait pay a toll"),
    (
        "mine-clearing",
        "Mines",
        "The mines in the strait are cleared by a joint fleet",
    ),
    (
        "at-the-table",
        "At table",
        "No talks on the strait without the islanders",
    ),
    (
        "summit",
        "Summit",
        "The leaders of both shores meet in person",
    ),
];

/// The invented debate.
pub(crate) fn packs() -> Vec<PackInfo> {
    let position = |(id, short, claim): &(&str, &str, &str)| PositionInfo {
        id: PositionId::parse(id).unwrap(),
        short: (*short).to_owned(),
        claim: (*claim).to_owned(),
        supports: "wants it".to_owned(),
        opposes: "rejects it".to_owned(),
    };
    vec![PackInfo {
        id: PackId::parse("strait").unwrap(),
        version: "1.0".to_owned(),
        digest: "5eab0a7d".to_owned(),
        title: "The strait".to_owned(),
        built_in: true,
        positions: POSITIONS.iter().map(position).collect(),
    }]
}

/// Four articles: two with dates, one without, and one of another debate.
pub(crate) fn four() -> Vec<Reading> {
    let fourth = Story::new("brief-04", "A good year for apples").quotes("vey");
    [guns(), cooling(), ports(), fourth]
        .into_iter()
        .map(Story::read)
        .collect()
}

/// Own words, hearsay, a condition, both sides, a spokesperson, a matter without a side.
fn guns() -> Story {
    Story::new(
        "brief-01",
        "Orlan and Tesk trade words as the guns in the strait go on",
    )
    .dated("2025-02-10", "The Harbour Post")
    .says(
        "orlan truce-first for",
        "President Jory Orlan said the <truce> {must come} \"before any talk of money\".",
    )
    .explained(
        "Shells fell on the quay again on Sunday.",
        "Nobody was hurt.",
        [
            "\"President Jory Orlan\" = Orlan, by name",
            "\"must come\": wants it  english/wanting.toml:12",
            "\"truce\"  strait/positions/truce-first.toml:8",
        ],
    )
    .says(
        "orlan toll for",
        "He {backed} a <toll> if the islanders get a share of it.",
    )
    .on_condition("the islanders get a share of it")
    .grade(Grade::B)
    .says(
        "orlan open-harbours for",
        "\"<Harbours> must {never be closed} to grain ships by force,\" Orlan said.",
    )
    .says(
        "tesk truce-first for",
        "Tesk, Orlan said, had {warmed to} a <truce>.",
    )
    .via(&["orlan"])
    .grade(Grade::D)
    .says(
        "tesk toll against",
        "Prime Minister Mara Tesk {rejected} any <toll>.",
    )
    .says(
        "tesk-office open-harbours for",
        "Her office said it {wanted} the <harbours> open.",
    )
    .says(
        "tesk mine-clearing for",
        "Tesk {welcomed} a joint <fleet> against the mines.",
    )
    .says(
        "tesk mine-clearing against",
        "But she {ruled out} <foreign divers> in home waters.",
    )
    .says(
        "brandt truce-first for",
        "Chancellor Brandt {called for} a <truce>.",
    )
    .says(
        "brandt at-the-table for",
        "There could be no talks {without} the <islanders>, Brandt said.",
    )
    .names("brandt", "toll")
    .says(
        "kolb summit for",
        "An invitation to a <summit> {lay} on the table, it was said.",
    )
    .in_doubt()
    .quotes("vey")
    .quotes("council-of-ports")
    .mentions("summit")
}

/// A former stance and a turn.
fn cooling() -> Story {
    Story::new("brief-02", "Kolb: Orlan cools on truce")
        .dated("2025-03-01", "Tidewater Daily")
        .says("orlan truce-first against", "Orlan no longer {sees the use} of a <truce>, envoy Piet Kolb said.")
        .via(&["kolb"])
        .says("orlan toll against", "\"A <toll> is {robbery},\" Orlan told sailors.")
        .says("tesk truce-first for", "Tesk {once backed} a <truce>.")
        .formerly()
        .says("tesk truce-first against", "Now Tesk {wants no} <truce> before the prisoners are home.")
        .says("vey open-harbours for", "\"The <harbours> must {never be closed} to grain ships by force,\" Aino Vey said in her speech.")
        .says("brandt truce-first for", "Brandt {urged} a <truce> once more.")
        .says("brandt toll against", "Brandt {turned down} a <toll>.")
}

/// A joint statement, a disputed cell, words heard before.
fn ports() -> Story {
    Story::new("brief-03", "Ports speak with one voice")
        .says(
            "council-of-ports open-harbours for",
            "The ports said <harbours> must {never be closed} to grain ships.",
        )
        .says(
            "orlan open-harbours for",
            "Orlan and Brandt {want} all <harbours> open.",
        )
        .and("brandt")
        .says(
            "orlan at-the-table for",
            "Orlan {insisted on} a seat for the <islanders>.",
        )
        .says(
            "orlan truce-first for",
            "Orlan {said yes} to a <truce>, the council reported.",
        )
        .says(
            "orlan truce-first against",
            "Orlan {is against} a <truce>, Kolb said.",
        )
        .via(&["kolb"])
}
