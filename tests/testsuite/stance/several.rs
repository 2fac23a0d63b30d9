//! Holders named together, or by a word for several of them.

use super::check;

#[test]
fn several_holders() {
    check(
        "Starmer, Macron and Merz called for a ceasefire in Ukraine.",
        &[
            "starmer ceasefire-first for",
            "macron ceasefire-first for",
            "merz ceasefire-first for",
        ],
    );
    check(
        "European leaders have called for new sanctions on Russia.",
        &["european-leaders sanctions for"],
    );
    check(
        "In a joint statement, Starmer and Macron backed security guarantees for Ukraine.",
        &[
            "starmer security-guarantees for",
            "macron security-guarantees for",
        ],
    );
}

#[test]
fn the_two_of_one_sentence() {
    check(
        "Lavrov left. Macron said that Merz had met Starmer and that the two had demanded sanctions on Russia.",
        &[
            "merz sanctions for via macron",
            "starmer sanctions for via macron",
        ],
    );
}

#[test]
fn three_leaders() {
    check(
        "Macron, Merz and Starmer met. Peskov left. The three leaders agreed that sanctions on Russia must stay.",
        &[
            "macron sanctions for",
            "merz sanctions for",
            "starmer sanctions for",
        ],
    );
    // Whom two others name between them are none of the three.
    check(
        "Macron, Merz and Starmer met. Rubio told Peskov that Rubio had heard the three had demanded sanctions on Russia.",
        &[
            "macron sanctions for via rubio",
            "merz sanctions for via rubio",
            "starmer sanctions for via rubio",
        ],
    );
    // Too few are known.
    check(
        "Macron met Merz. The three leaders agreed that sanctions on Russia must stay.",
        &[],
    );
    // It tells itself who they are.
    check(
        "Macron met Merz. The ministers of Norway and Sweden said that sanctions on Russia must stay.",
        &[],
    );
}

#[test]
fn a_speaker_who_leads_is_one_of_two() {
    check(
        "Modi telephoned. Zelensky said the two had agreed that sanctions on Russia must stay.",
        &["modi sanctions for via zelensky", "zelensky sanctions for"],
    );
}

#[test]
fn those_that_a_noun_has_for_an_instance() {
    check(
        "Hawks like Lindsey Graham said sanctions on Russia must stay.",
        &["graham sanctions for"],
    );
}

#[test]
fn instances_of_a_noun() {
    check(
        "Several countries, including Norway and Sweden, want sanctions on Russia.",
        &[
            "norway-government sanctions for",
            "sweden-government sanctions for",
        ],
    );
    check(
        "Countries such as Norway are preparing to impose sanctions on Russia.",
        &["norway-government sanctions for"],
    );
    check(
        "Sanctions on Russia, including those of Norway, want care.",
        &[],
    );
}

#[test]
fn those_who_are_counted_are_named_beside_or_behind_a_colon() {
    check(
        "Two Republicans, Sens. Dale Roundtree of Nebraska and Carla Meyers of Arizona, voted for the Ukraine aid bill.",
        &["roundtree aid-to-ukraine for", "meyers aid-to-ukraine for"],
    );
    check(
        "Three senators voted against the Ukraine aid bill: Ann Barrow of Ohio, Josh Hawley of Missouri and Rand Paul of Kentucky.",
        &[
            "barrow aid-to-ukraine against",
            "hawley aid-to-ukraine against",
            "paul aid-to-ukraine against",
        ],
    );
}

#[test]
fn offices_of_countries_that_are_listed() {
    check(
        "The French and German leaders called for new sanctions on Russia.",
        &["macron sanctions for", "merz sanctions for"],
    );
}

#[test]
fn who_is_counted_is_not_just_anybody_named_later() {
    check(
        "Four envoys want a truce, but one thing is clear: Putin and Trump have the last word.",
        &[],
    );
    check(
        "Critics, including in Germany, oppose sanctions on Russia.",
        &[],
    );
}

#[test]
fn who_joins_a_subject() {
    for text in [
        "Merz, along with Macron, called for new sanctions on Russia.",
        "Merz as well as Macron called for new sanctions on Russia.",
        "Merz, together with Macron, called for new sanctions on Russia.",
    ] {
        check(text, &["macron sanctions for", "merz sanctions for"]);
    }
    check(
        "German officials, including Merz, called for new sanctions on Russia.",
        &["germany-government sanctions for", "merz sanctions for"],
    );
    check(
        "Macron called for new sanctions on Russia, as did Merz.",
        &["macron sanctions for", "merz sanctions for"],
    );
}

#[test]
fn several_of_one_name_take_a_plural_verb() {
    for (text, expected) in [
        (
            "EU leaders support the sanctions on Russia.",
            "european-union sanctions for",
        ),
        (
            "European leaders back sanctions on Russia.",
            "european-leaders sanctions for",
        ),
        (
            "Republicans demand the lifting of sanctions on Russia.",
            "republicans sanctions against",
        ),
        (
            "Western leaders support tougher sanctions on Russia.",
            "western-leaders sanctions for",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn members_of_a_group_and_those_it_includes() {
    check(
        "Members of the bloc, including Estonia and Latvia, have come out for sanctions on Russia.",
        &[
            "estonia-government sanctions for",
            "latvia-government sanctions for",
        ],
    );
}

#[test]
fn its_after_an_owner_is_the_owners() {
    check(
        "Norwegian ministers condemned Russia's call-up of pilots and its plans for a vote in Crimea.",
        &["russia-government territorial-integrity against"],
    );
}
