//! Words between those that belong together, and openings that look like something else.

use super::check_all;

#[test]
fn phrases_inside_a_verb() {
    check_all(&[
        (
            "Macron has for weeks refused to send weapons to Ukraine.",
            &["macron aid-to-ukraine against"],
        ),
        (
            "Berlin did, however, announce another €2 billion in weapons for Ukraine.",
            &["germany-government aid-to-ukraine for"],
        ),
        (
            "Macron once more rejected sanctions on Russia.",
            &["macron sanctions against"],
        ),
    ]);
}

#[test]
fn subjects_and_openings() {
    check_all(&[
        (
            "Stubb said every day without new sanctions on Russia was a gift to Moscow.",
            &["stubb sanctions for"],
        ),
        (
            "Meloni would back a further round of sanctions on Russia.",
            &["meloni sanctions for"],
        ),
        (
            "Tusk said he knew why people wanted peace, but dismissed the idea of a truce in Ukraine.",
            &["tusk ceasefire-first against"],
        ),
        (
            "Penny Wong announced sanctions on forty men linked to Russia's army.",
            &["wong sanctions for"],
        ),
        (
            "Vance's proposals include halting aid to Ukraine and barring Ukraine from joining NATO.",
            &[
                "vance aid-to-ukraine against",
                "vance nato-membership against",
            ],
        ),
        (
            "\"Lift the sanctions on Russia and start peace talks with Moscow,\" Weidel said.",
            &[
                "weidel immediate-negotiations for",
                "weidel sanctions against",
            ],
        ),
        (
            "\"Tighten sanctions on Russia, don't loosen them - and send more weapons to Ukraine,\" Lammy said.",
            &["lammy aid-to-ukraine for", "lammy sanctions for"],
        ),
    ]);
}

#[test]
fn whose_words_and_whose_state() {
    check_all(&[
        (
            "Giorgia Meloni also confirmed Italy's refusal to send troops to Ukraine.",
            &["meloni peacekeeping-force against"],
        ),
        (
            "Farage said Zelensky had \"walked into it\" but admitted Ukraine would need some form of security guarantee.",
            &["farage security-guarantees for"],
        ),
        (
            "Fico wrote to Costa saying Bratislava would not support any loan for weapons for Ukraine.",
            &["fico aid-to-ukraine against"],
        ),
        (
            "Macron repeated that Ukraine should get \"strong, concrete and clear\" security guarantees.",
            &["macron security-guarantees for"],
        ),
        (
            "Truss mocked those who, she said, would be happy to see Kyiv hand over territory.",
            &["truss territorial-integrity for"],
        ),
        (
            "Türkiye is ready to bring Russia and Ukraine back to the table and will keep up its efforts for a ceasefire, Erdogan said.",
            &[
                "erdogan ceasefire-first for",
                "erdogan immediate-negotiations for",
            ],
        ),
        (
            "Trump said that Ukraine could forget about getting back Crimea.",
            &["trump territorial-integrity against"],
        ),
        (
            "Robert Golob did not announce new deliveries of arms to Ukraine.",
            &[],
        ),
        (
            "Party rivals quarrel over tax as both vow to stand by Ukraine.",
            &[],
        ),
    ]);
}

#[test]
fn what_is_judged() {
    check_all(&[
        (
            "Moscow considers a truce in Ukraine to be pointless, Peskov said.",
            &["peskov ceasefire-first against"],
        ),
        (
            "Lavrov said a lasting peace was impossible without Ukraine's neutral status.",
            &["lavrov nato-membership against"],
        ),
        (
            "Scholz said weapons deliveries to Ukraine were right but diplomacy was too.",
            &["scholz aid-to-ukraine for"],
        ),
        (
            "In supplying Ukraine with weapons, the United States has diminished its own stocks.",
            &[],
        ),
        (
            "Costa was determined that no leader would go home without a decision on money for Ukraine.",
            &["costa aid-to-ukraine for"],
        ),
        (
            "Trump gave Putin two weeks to agree to a ceasefire in Ukraine.",
            &["trump ceasefire-first for"],
        ),
    ]);
}

#[test]
fn a_report_between_the_parts_of_what_it_reports() {
    check_all(&[
        (
            "It would be wrong, Merz told reporters in Berlin, to lift the sanctions on Russia.",
            &["merz sanctions for"],
        ),
        (
            "Russia would not accept, Lavrov said, any European troops in Ukraine.",
            &["lavrov peacekeeping-force against"],
        ),
        (
            "Germany had decided, Merz said on Monday, to send troops to Ukraine.",
            &["merz peacekeeping-force for"],
        ),
        // What goes on behind it is the speaker's own.
        (
            "Sanctions on Russia must stay, Merz said, adding that more weapons would be sent to Ukraine.",
            &["merz aid-to-ukraine for", "merz sanctions for"],
        ),
    ]);
}

#[test]
fn a_past_form_behind_an_aside_is_the_main_verb() {
    check_all(&[
        (
            "Starmer, speaking in Downing Street with his ministers, called for tougher sanctions on Russia.",
            &["starmer sanctions for"],
        ),
        (
            "Starmer and Macron, but not Meloni, promised to send peacekeepers to Ukraine.",
            &[
                "macron peacekeeping-force for",
                "starmer peacekeeping-force for",
            ],
        ),
        // A participle beside the subject.
        (
            "Merz, asked in Berlin about Orban, backed the sanctions on Russia.",
            &["merz sanctions for"],
        ),
    ]);
}

#[test]
fn whom_a_verb_has_for_its_object_reports_nothing() {
    check_all(&[(
        "Macron embraced Zelensky, promised him more weapons for Ukraine and demanded new sanctions on Russia.",
        &["macron aid-to-ukraine for", "macron sanctions for"],
    )]);
}
