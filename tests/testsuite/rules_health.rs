//! `stances rules health` and `suggest`: what phrases do in articles, and what they leave out.

use crate::support;
use crate::workshop::Workshop;

fn workshop() -> Workshop {
    let workshop = Workshop::empty();
    workshop
        .run("rules init ours --new-pack city-traffic")
        .success();
    for (name, text) in [
        (
            "a",
            "Friedrich Merz called for more bike lanes.\n\nEmmanuel Macron called for a tram line.",
        ),
        (
            "b",
            "Friedrich Merz rejected a street without a bike lane.\n\nEmmanuel Macron backed the tram line.",
        ),
    ] {
        let text = format!("A day of traffic in town\n\n{text}\n");
        workshop.write(&format!("articles/{name}.txt"), &text);
    }
    workshop
}

const FLAGS: &str = "articles --rules ours --pack city-traffic --date 2025-06-01";

#[test]
fn phrases_are_told_apart_by_what_they_do() {
    let said = workshop().says(&format!("rules health {FLAGS} --all"), 0);
    support::snapshot(
        "rules-health",
        "health",
        "two articles on bike lanes",
        &said,
    );
}

#[test]
fn what_no_phrase_covers_is_suggested() {
    let said = workshop().says(&format!("rules suggest {FLAGS}"), 0);
    support::snapshot(
        "rules-health",
        "suggest",
        "two articles on bike lanes and a tram",
        &said,
    );
}
