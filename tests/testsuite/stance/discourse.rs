//! What one sentence leaves to another: who joins in, what is left unsaid, whose paper it is, who *he* is.

use super::{check, check_all};

#[test]
fn who_agrees_and_who_does_not() {
    let merz_and = |who: &'static str| ["merz sanctions for", who];
    for (text, other) in [
        (
            "Merz wants sanctions on Russia to stay, as does Macron.",
            "macron sanctions for",
        ),
        (
            "Merz wants sanctions on Russia to stay. So does Macron.",
            "macron sanctions for",
        ),
        (
            "Merz wants sanctions on Russia to stay, and Macron agreed on Monday.",
            "macron sanctions for",
        ),
        (
            "Merz wants sanctions on Russia to stay. Macron does, too.",
            "macron sanctions for",
        ),
        (
            "Merz wants more sanctions on Russia, but Orban does not.",
            "orban sanctions against",
        ),
        (
            "Merz called for sanctions on Russia. Orban was having none of it.",
            "orban sanctions against",
        ),
        (
            "Merz wants sanctions on Russia to stay, while Orban wants them lifted.",
            "orban sanctions against",
        ),
    ] {
        check(text, &merz_and(other));
    }
    check_all(&[
        (
            "Merz called for sanctions on Russia. Orban agreed to meet him.",
            &["merz sanctions for"],
        ),
        (
            "Merz called for sanctions on Russia. Not all leaders agree.",
            &["merz sanctions for"],
        ),
    ]);
}

#[test]
fn what_is_needed_and_not_said_again() {
    check_all(&[
        (
            "\"We need two things: sanctions on Russia and weapons for Ukraine,\" Stubb said.",
            &["stubb aid-to-ukraine for", "stubb sanctions for"],
        ),
        (
            "\"We need help. Weapons for Ukraine, money, time,\" Zelensky said.",
            &["zelensky aid-to-ukraine for"],
        ),
        (
            "\"What do we need? Sanctions on Russia. Weapons for Ukraine,\" Zelensky said.",
            &["zelensky aid-to-ukraine for", "zelensky sanctions for"],
        ),
        (
            "\"We want to thank America. Weapons for Ukraine, money, everything,\" Zelensky said.",
            &[],
        ),
        (
            "The EU agreed new sanctions against Moscow. \"That would be a mistake,\" Orban said.",
            &["european-union sanctions for", "orban sanctions against"],
        ),
    ]);
}

#[test]
fn whose_paper_it_is() {
    check_all(&[
        (
            "China published a document in May. The document called for a ceasefire in Ukraine.",
            &["china-government ceasefire-first for"],
        ),
        (
            "Zelensky's peace formula provides for the withdrawal of Russian soldiers from Ukraine.",
            &["zelensky territorial-integrity for"],
        ),
        (
            "Modi backed a plan that includes a ceasefire in Ukraine.",
            &["modi ceasefire-first for"],
        ),
        (
            "Moscow's demands include the recognition of Crimea as Russian.",
            &["russia-government territorial-integrity against"],
        ),
    ]);
}

#[test]
fn who_he_is() {
    check_all(&[
        (
            "Scholz said sanctions on Russia had to end. His remarks were criticised by Merz. He said: \"Sanctions on Russia must stay.\"",
            &["merz sanctions for", "scholz sanctions against"],
        ),
        (
            "Jaishankar met diplomats. On the war, he said that Modi had told Putin to stop. \"We want a ceasefire in Ukraine,\" he said.",
            &["jaishankar ceasefire-first for"],
        ),
        (
            "Ryabkov came late. A Kremlin spokesman said that the day was long. \"Sanctions against Moscow must be lifted,\" he said.",
            &["kremlin sanctions against"],
        ),
        (
            "Roger Wicker was worried. Retiring Rep. Don Bacon of Nebraska was angry. \"We ought to be sending Ukraine more weapons,\" he said.",
            &["bacon aid-to-ukraine for"],
        ),
        (
            "Marine Le Pen spoke of prices. Left-wing leader Jean-Luc Mélenchon said he was against more weapons for Ukraine.",
            &["melenchon aid-to-ukraine against"],
        ),
        (
            "Starmer hosted Macron in London. They called for a ceasefire in Ukraine.",
            &["macron ceasefire-first for", "starmer ceasefire-first for"],
        ),
        (
            "Macron spoke with Putin urging a ceasefire in Ukraine.",
            &["macron ceasefire-first for"],
        ),
        (
            "Stubb said that Putin had been offered a ceasefire in Ukraine.",
            &[],
        ),
    ]);
}

#[test]
fn what_is_said_of_those_who_want_it() {
    check_all(&[
        (
            "\"Anyone who wants to lift sanctions on Russia is naive,\" Kallas said.",
            &["kallas sanctions for"],
        ),
        (
            "\"Anyone who believes that sanctions on Russia do not work is wrong,\" Kallas said.",
            &["kallas sanctions for"],
        ),
        (
            "\"Anyone who wants peace should stop sending weapons to Ukraine,\" Orban said.",
            &["orban aid-to-ukraine against"],
        ),
    ]);
}

#[test]
fn whoever_leads_an_interview_is_nobodys_voice() {
    let talk = |asks: &str| {
        format!(
            "Talking to the minister\n\n{asks}: France wants to send troops to Ukraine. Is that wise?\n\nPistorius: We back security guarantees for Ukraine.\n\n\
             {asks}: The chancellor threatened Moscow with sanctions.\n\nPistorius: We want tougher sanctions on Russia.\n"
        )
    };
    let minister = &[
        "pistorius sanctions for",
        "pistorius security-guarantees for",
    ];
    check(&talk("DIE WELTZEIT"), minister);
    check(&talk("Ann Smith"), minister);
}
