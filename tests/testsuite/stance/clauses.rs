//! How sentences are cut where it decides whose a wish is, and what it takes.

use super::check;

#[test]
fn an_amount_is_part_of_its_noun_group() {
    for words in [
        "The Senate passed a roughly $9 billion bill that arms Ukraine.",
        "A €2 billion aid package the Senate approved includes drones for Ukraine.",
    ] {
        check(words, &["us-senate aid-to-ukraine for"]);
    }
}

#[test]
fn what_links_as_be_does() {
    for words in [
        "Merz's goal remains a ceasefire in Ukraine.",
        "Merz's priority has become a ceasefire in Ukraine.",
    ] {
        check(words, &["merz ceasefire-first for"]);
    }
}

#[test]
fn who_goes_or_meets_does_what_follows() {
    for words in [
        "Starmer addressed Congress to urge new sanctions on Russia.",
        "Starmer visited Rome to demand new sanctions on Russia.",
        "Starmer flew to Rome hoping for new sanctions on Russia.",
        "Starmer travelled to Rome in a bid to get new sanctions on Russia.",
    ] {
        check(words, &["starmer sanctions for"]);
    }
    check(
        "Starmer called on Congress to back new sanctions on Russia.",
        &["starmer sanctions for"],
    );
}

#[test]
fn coordination_of_like_with_like() {
    check(
        "Modi called for an end to fighting in Ukraine and a return to negotiations with Russia.",
        &[
            "modi ceasefire-first for",
            "modi immediate-negotiations for",
        ],
    );
    check(
        "Cruz said the Senate must stop waiting and pass a bill with new sanctions on Russia.",
        &["us-senate sanctions for via cruz"],
    );
}

#[test]
fn what_is_set_behind_stands_for_the_matter() {
    check(
        "Vance favours recognising Russian control of Crimea, a step that Kyiv rejects.",
        &[
            "vance territorial-integrity against",
            "ukraine-government territorial-integrity for",
        ],
    );
    check(
        "Macron backed a European force in Ukraine, a move that Moscow has rejected.",
        &[
            "macron peacekeeping-force for",
            "russia-government peacekeeping-force against",
        ],
    );
}

#[test]
fn what_is_set_behind_stands_for_the_deed() {
    check(
        "Trump lifted sanctions on Russia, a move that Kallas condemned.",
        &["trump sanctions against", "kallas sanctions for"],
    );
    check(
        "Rubio declined to impose sanctions on Russia, a move that Orban welcomed.",
        &["rubio sanctions against", "orban sanctions against"],
    );
}

#[test]
fn what_comes_from_somebody_is_theirs() {
    check(
        "Rutte received a letter from Fico demanding an end to sanctions on Russia.",
        &["fico sanctions against"],
    );
}

#[test]
fn a_quantity_after_an_auxiliary() {
    check(
        "Norway, Spain and Portugal have all said that they will not send troops to Ukraine.",
        &[
            "norway-government peacekeeping-force against",
            "portugal-government peacekeeping-force against",
            "spain-government peacekeeping-force against",
        ],
    );
}

#[test]
fn an_imperative_before_an_article() {
    check(
        "Orban said: \"Lift the sanctions on Russia and be done with it.\"",
        &["orban sanctions against"],
    );
}

#[test]
fn what_is_called_for_to_end() {
    check(
        "Fico called for all deliveries of arms to Ukraine to stop.",
        &["fico aid-to-ukraine against"],
    );
    check(
        "Tusk repeated a call for further EU sanctions on Moscow.",
        &["tusk sanctions for"],
    );
}

#[test]
fn what_somebody_calls_a_plan() {
    check(
        "Merz called the plan to lift the sanctions on Russia reprehensible.",
        &["merz sanctions for"],
    );
}

#[test]
fn a_report_that_a_relative_clause_tells() {
    check(
        "Merz, who said sanctions on Russia must stay, left early.",
        &["merz sanctions for"],
    );
    check(
        "Trump, who believes Ukraine must give up land, met Merz.",
        &["trump territorial-integrity against"],
    );
}
