//! Matters that a pronoun stands for.

use super::check;

#[test]
fn a_pronoun_that_a_cue_takes_for_its_object() {
    check(
        "Starmer proposed sending troops to Ukraine. Meloni ruled that out.",
        &[
            "meloni peacekeeping-force against",
            "starmer peacekeeping-force for",
        ],
    );
    check(
        "Macron proposed a ceasefire. Lavrov poured cold water on it, and Merz welcomed it.",
        &[
            "lavrov ceasefire-first against",
            "macron ceasefire-first for",
            "merz ceasefire-first for",
        ],
    );
    check(
        "Ministers talked about sanctions on Russia, and Orban vowed to block them.",
        &["orban sanctions against"],
    );
}

#[test]
fn a_pronoun_that_stands_for_nothing() {
    // It announces a clause.
    check(
        "Ministers talked about a ceasefire. Merz made it clear that winter was near.",
        &[],
    );
    // Somebody is given something.
    check(
        "Ministers talked about a ceasefire. Merz offered it flowers.",
        &[],
    );
    // Of another number.
    check(
        "Ministers talked about a ceasefire. Merz rejected them.",
        &[],
    );
    // Something else is named between.
    check(
        "Ministers talked about a ceasefire. Merz read a novel and rejected it.",
        &[],
    );
    // Two matters that it could stand for.
    check(
        "Ministers talked about a ceasefire and Nato membership for Ukraine. Merz rejected it.",
        &[],
    );
    // Too far back.
    check(
        "Ministers talked about a ceasefire. The rain went on. Merz rejected it.",
        &[],
    );
}

#[test]
fn a_deed_denied_on_what_a_pronoun_stands_for() {
    check(
        "Ministers talked about sanctions on Russia. Merz did not introduce them.",
        &[],
    );
}

#[test]
fn that_before_a_noun_or_alone_after_a_verb() {
    check(
        "Macron proposed a ceasefire. Putin rejected that proposal.",
        &[
            "macron ceasefire-first for",
            "putin ceasefire-first against",
        ],
    );
    check(
        "Merz brushed that aside and demanded that sanctions on Russia stay.",
        &["merz sanctions for"],
    );
}

#[test]
fn what_is_spoken_of_can_be_the_end_of_a_matter() {
    check(
        "Trump proposed lifting sanctions on Russia. Merz rejected the idea.",
        &["merz sanctions for", "trump sanctions against"],
    );
    check(
        "Trump proposed to lift sanctions on Russia. Merz ruled that out.",
        &["merz sanctions for", "trump sanctions against"],
    );
    // The plural stands for the sanctions themselves.
    check(
        "Trump proposed to lift sanctions on Russia. Merz defended them.",
        &["merz sanctions for", "trump sanctions against"],
    );
    // Whether he backs the aid or its end, nobody can tell.
    check(
        "Trump proposed to end aid to Ukraine. Merz defended it.",
        &["trump aid-to-ukraine against"],
    );
}

#[test]
fn a_call_that_tells_what_it_is_for_refers_to_nothing() {
    check(
        "Merz called for sanctions on Russia. But Weidel rejected his call for a new tax.",
        &["merz sanctions for"],
    );
}

#[test]
fn what_a_report_takes_up() {
    check(
        "Asked about the sanctions on Russia, Merz said they must stay.",
        &["merz sanctions for"],
    );
    check(
        "Asked about a ceasefire in Ukraine, Merz said it was too early to tell.",
        &[],
    );
}

#[test]
fn what_is_judged_of_a_pronoun() {
    let told = "The cabinet was told of a new shipment of weapons for Ukraine.";
    check(
        &format!("{told} \"That would be a mistake,\" Fico said."),
        &["fico aid-to-ukraine against"],
    );
    // What would follow from something else is judged.
    check(
        &format!("{told} \"If we stop, it will be more expensive,\" Fico said."),
        &[],
    );
    // The limit is what was just ruled out, or the ruling out.
    check(
        "Starmer will not send soldiers to Ukraine. \"That is our red line,\" he said.",
        &["starmer peacekeeping-force against"],
    );
}

#[test]
fn a_vote_on_what_the_article_is_about() {
    let about = |text: &str| {
        format!(
            "The Senate debates a bill that would send weapons to Ukraine. Soldiers are waiting. \
             Rain fell on the capital. {text}"
        )
    };
    for (text, read) in [
        (
            "Josh Hawley said he would vote against.",
            "hawley aid-to-ukraine against",
        ),
        (
            "Josh Hawley, who also voted no, left early.",
            "hawley aid-to-ukraine against",
        ),
        (
            "\"I couldn't vote for it,\" Josh Hawley said.",
            "hawley aid-to-ukraine against",
        ),
        (
            "Mitch McConnell urged his members to vote yes.",
            "mcconnell aid-to-ukraine for",
        ),
        (
            "\"We need Congress to act, and soon,\" John Kirby said.",
            "kirby aid-to-ukraine for",
        ),
        (
            "Mitch McConnell told reporters that his party would back it.",
            "mcconnell aid-to-ukraine for",
        ),
        (
            "\"We have to let members vote,\" Chuck Schumer said.",
            "schumer aid-to-ukraine for",
        ),
        (
            "Josh Hawley does not believe such assistance would be useful.",
            "hawley aid-to-ukraine against",
        ),
    ] {
        check(&about(text), &[read]);
    }
    // Another thing is voted on, or nothing yet.
    for text in [
        "Josh Hawley voted for the tax cut.",
        "Josh Hawley voted against \"a charade\".",
    ] {
        check(&about(text), &[]);
    }
    check(
        "Josh Hawley said he would vote against. The bill sends weapons to Ukraine.",
        &[],
    );
}
