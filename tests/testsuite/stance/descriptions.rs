//! People told by what they are, several at once, and names in unusual places.

use crate::stance::{check, check_all};

#[test]
fn the_one_the_sentence_before_is_about() {
    check_all(&[
        (
            "Podolyak spoke to reporters. The presidential adviser rejected any territorial concessions to Russia.",
            &["podolyak territorial-integrity for"],
        ),
        (
            "Medvedev wrote on Telegram. The former president said Russia would not agree to any foreign troops in Ukraine.",
            &["medvedev peacekeeping-force against"],
        ),
        (
            "Anna Smith met reporters in Riga. The Latvian lawmaker called for more sanctions on Russia.",
            &["smith sanctions for"],
        ),
        (
            "Merz faces criticism at home. The 69-year-old wants to send more weapons to Ukraine.",
            &["merz aid-to-ukraine for"],
        ),
        (
            "Erdogan received Lavrov in Ankara, where the Russian minister said sanctions had to be lifted.",
            &["lavrov sanctions against"],
        ),
        // A title that he does not have is somebody else's.
        (
            "Rutte came late. The mayor called for sanctions on Russia.",
            &[],
        ),
        (
            "Merz spoke first. Stubb was not so sure: the minister called for a ceasefire.",
            &[],
        ),
    ]);
}

#[test]
fn all_of_several() {
    check_all(&[
        (
            "Zelensky and Macron spoke on Monday. They agreed that sanctions on Russia had to be tightened.",
            &["macron sanctions for", "zelensky sanctions for"],
        ),
        (
            "The leaders of Britain and France said they would send troops to Ukraine.",
            &[
                "macron peacekeeping-force for",
                "starmer peacekeeping-force for",
            ],
        ),
        (
            "The leaders of Britain, Italy, Poland, Finland and the EU called for more sanctions on Russia.",
            &["european-leaders sanctions for"],
        ),
        (
            "A majority of Republicans voted against the aid bill for Ukraine.",
            &["republicans aid-to-ukraine against"],
        ),
        (
            "More than 100 House Republicans voted against the aid bill for Ukraine.",
            &["house-republicans aid-to-ukraine against"],
        ),
    ]);
}

#[test]
fn whose_words_of_two_reports() {
    check_all(&[
        (
            "Putin told Orban that a truce was out of the question, the Hungarian leader said.",
            &["putin ceasefire-first against via orban"],
        ),
        (
            "Macron claimed after Putin's statement that there could be no talks with Russia while the shooting went on.",
            &["macron immediate-negotiations against"],
        ),
    ]);
}

#[test]
fn phrases_that_open_a_sentence() {
    check_all(&[
        (
            "Ahead of the summit Kallas urged ministers to agree on new sanctions on Russia.",
            &["kallas sanctions for"],
        ),
        (
            "At a press conference with Trump Macron called for a ceasefire in Ukraine.",
            &["macron ceasefire-first for"],
        ),
        (
            "Sybiha on Sept. 5 called on partners to impose tougher sanctions on Russia.",
            &["sybiha sanctions for"],
        ),
        (
            "In a statement issued on Monday, Stubb called for more sanctions on Russia.",
            &["stubb sanctions for"],
        ),
        (
            "Although Hungary has blocked many packages, it did not veto this one on sanctions against Russia.",
            &["hungary-government sanctions for"],
        ),
    ]);
}

#[test]
fn long_titles_behind_what_is_said() {
    check(
        "Sanctions on Russia are illegal and must be lifted, Russian Ambassador to the US Alexander Darchiev said.",
        &["darchiev sanctions against"],
    );
    check(
        "Kyiv will not agree to neutrality or to the loss of Crimea, Sybiha said.",
        &[
            "sybiha nato-membership for",
            "sybiha territorial-integrity for",
        ],
    );
}

#[test]
fn headlines_without_a_verb_and_with_two() {
    check_all(&[
        (
            "Nato membership for Ukraine 'not realistic', Hegseth says",
            &["hegseth nato-membership against"],
        ),
        (
            "Sanctions on Russia a mistake, Orban says",
            &["orban sanctions against"],
        ),
        (
            "Kremlin not ready for ceasefire in Ukraine",
            &["kremlin ceasefire-first against"],
        ),
        (
            "Italy, Poland decline to send troops to Ukraine",
            &[
                "italy-government peacekeeping-force against",
                "poland-government peacekeeping-force against",
            ],
        ),
        (
            "Ukraine ready for ceasefire, up to Russia now: Zelensky",
            &["zelensky ceasefire-first for"],
        ),
        (
            "Russia demands Ukraine cede Donbas for peace",
            &["russia-government territorial-integrity against"],
        ),
        (
            "Zelensky says 'no' to land swaps",
            &["zelensky territorial-integrity for"],
        ),
    ]);
}

#[test]
fn whose_view_a_sentence_gives_that_opens_with_a_name() {
    check(
        "For Stubb, sanctions on Russia are the right answer.",
        &["stubb sanctions for"],
    );
}

#[test]
fn a_label_may_tell_to_whom_somebody_speaks() {
    check(
        "Stubb to Orban: no deal without Ukraine at the table",
        &["stubb ukraine-at-the-table for"],
    );
    check(
        "Stubb: sanctions on Russia to stay",
        &["stubb sanctions for"],
    );
}

#[test]
fn words_without_a_verb_call_for_more() {
    check(
        "\"More sanctions on Russia, more tanks for Ukraine,\" Stubb said.",
        &["stubb aid-to-ukraine for", "stubb sanctions for"],
    );
}

#[test]
fn somebody_answers_their_own_question() {
    check_all(&[
        (
            "\"Would I send soldiers to Ukraine? No,\" Stubb said.",
            &["stubb peacekeeping-force against"],
        ),
        (
            "\"Would I lift the sanctions on Russia? Certainly not,\" Stubb said.",
            &["stubb sanctions for"],
        ),
    ]);
}

#[test]
fn who_speaks_for_a_party() {
    for (text, read) in [
        (
            "Kemi Badenoch said the Conservatives wanted to send troops to Ukraine.",
            "badenoch peacekeeping-force for",
        ),
        (
            "Mitch McConnell said Republicans wanted to send weapons to Ukraine.",
            "mcconnell aid-to-ukraine for",
        ),
        (
            "Keir Starmer said the Conservatives wanted to send troops to Ukraine.",
            "conservatives peacekeeping-force for via starmer",
        ),
        (
            "Friedrich Merz said the AfD wanted to lift sanctions on Russia.",
            "afd sanctions against via merz",
        ),
        (
            "Donald Trump said the White House wanted to lift sanctions on Russia.",
            "trump sanctions against",
        ),
    ] {
        check(text, &[read]);
    }
}
