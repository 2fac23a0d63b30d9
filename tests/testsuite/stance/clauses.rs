//! How sentences are cut where it decides whose a wish is, and what it takes.

use super::{check, check_all};

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

#[test]
fn whose_judgement_stands_behind_it_or_before() {
    for (text, expected) in [
        (
            "Territorial concessions are unacceptable to Kyiv.",
            "ukraine-government territorial-integrity for",
        ),
        (
            "NATO membership for Ukraine is unacceptable to Moscow, Rubio said.",
            "russia-government nato-membership against via rubio",
        ),
        (
            "For Merz, sanctions against Russia are essential.",
            "merz sanctions for",
        ),
        (
            "A ceasefire in Ukraine is out of the question for Putin.",
            "putin ceasefire-first against",
        ),
        (
            "Lifting sanctions on Russia would be bad for Ukraine, Rubio said.",
            "rubio sanctions for",
        ),
        (
            "The Kremlin said NATO membership for Ukraine was unacceptable to Russia.",
            "kremlin nato-membership against",
        ),
        (
            "A ceasefire in Ukraine is Merz's priority.",
            "merz ceasefire-first for",
        ),
        (
            "Zelensky called giving up the Donbas a non-starter.",
            "zelensky territorial-integrity for",
        ),
        (
            "Merz called lifting sanctions on Russia wrong.",
            "merz sanctions for",
        ),
        (
            "McConnell said aid to Ukraine was the No. 1 priority for Washington.",
            "mcconnell aid-to-ukraine for",
        ),
    ] {
        check(text, &[expected]);
    }
}

#[test]
fn what_somebody_is_glad_or_angry_about() {
    for (text, side) in [
        (
            "was disappointed that sanctions on Russia had been lifted",
            "for",
        ),
        ("is glad that sanctions on Russia were extended", "for"),
        ("blamed the EU for imposing sanctions on Russia", "against"),
        ("deplored the lack of sanctions on Russia", "for"),
        (
            "expressed regret that sanctions on Russia had been extended",
            "against",
        ),
    ] {
        check(
            &format!("Merz {text}."),
            &[&format!("merz sanctions {side}")],
        );
    }
}

#[test]
fn a_noun_that_opens_an_aside_as_a_verb() {
    check(
        "Meeting his aides at the White House, Merz called for new sanctions on Russia.",
        &["merz sanctions for"],
    );
}

#[test]
fn what_somebody_is_helped_to_do() {
    check(
        "Merz said the EU must make Russia withdraw its troops from Ukraine.",
        &["merz territorial-integrity for"],
    );
    check(
        "Merz said Ukraine joining NATO would be wrong.",
        &["merz nato-membership against"],
    );
}

#[test]
fn what_commas_set_between_a_subject_and_its_verb() {
    check(
        "Biden, Sullivan said, supports sanctions on Russia.",
        &["biden sanctions for via sullivan"],
    );
    check(
        "Trump, the White House told editors, \"stressed the need for more arms for Ukraine.\"",
        &["trump aid-to-ukraine for"],
    );
    check(
        "Merkel said she, too, backs sanctions on Russia.",
        &["merkel sanctions for"],
    );
    check(
        "Serbia, though a candidate for the EU, rejects sanctions on Russia.",
        &["serbia-government sanctions against"],
    );
    check(
        "The summit closed late, with Western leaders, some of them by telephone, calling for sanctions on Russia.",
        &["western-leaders sanctions for"],
    );
    check(
        "On the far right, Alternative for Germany (AfD) co-leader Tino Chrupalla said his party rejected any delivery of weapons to Ukraine.",
        &["chrupalla aid-to-ukraine against"],
    );
}

#[test]
fn whose_verb_it_is_behind_a_relative_clause() {
    check(
        "Moscow is ready for talks with Kyiv, but a ceasefire that ignores the root causes would be of no use, Peskov said.",
        &[
            "peskov ceasefire-first against",
            "peskov immediate-negotiations for",
        ],
    );
    check(
        "Merz flew to Serbia, which buys Russian gas and still opposes sanctions on Russia.",
        &["serbia-government sanctions against"],
    );
    check(
        "Zelensky will not sign any plan of Trump that includes handing land to Russia.",
        &["zelensky territorial-integrity for"],
    );
    check(
        "Stubb sees no road to harmony that requires Kyiv ceding land.",
        &["stubb territorial-integrity for"],
    );
}

#[test]
fn lists_of_verbs_and_what_parts_them() {
    check(
        "Tusk has refused to send soldiers to Ukraine — but vowed to send more arms to Kyiv.",
        &["tusk aid-to-ukraine for", "tusk peacekeeping-force against"],
    );
    check(
        "Scholz has called talk of troops premature while the war rages, and Tusk has refused to send soldiers to Ukraine.",
        &["tusk peacekeeping-force against"],
    );
    check(
        "Sybiha criticised the allies for not listening and for refusing to give Ukraine missiles.",
        &["sybiha aid-to-ukraine for"],
    );
    check(
        "Moscow wants to break the Ukrainians, to redraw their borders by force.",
        &["russia-government territorial-integrity against"],
    );
    check(
        "The Senate backed a law that limits the president's freedom to ease sanctions on Russia.",
        &["us-senate sanctions for"],
    );
}

#[test]
fn answers_of_an_interview_are_those_of_whom_its_introduction_names() {
    let interview = "Petr Pavel has been president of the Czech Republic since 2023. He received us in Prague.\n\n\
        **Do you back sanctions on Russia?**\n\nI do. I want them to be tougher.\n\n\
        **Should Germany lift sanctions on Russia?**\n\nI think that sanctions on Russia must stay.\n\n\
        **Were you tired of it?**\n\nI sleep well.";
    check(interview, &["pavel sanctions for"]);
}

#[test]
fn what_is_done_to_several_things_together() {
    for words in [
        "Orban called for sanctions on Russian airlines and shipyards to be scrapped.",
        "Orban wants sanctions on Russian airlines and shipyards scrapped.",
    ] {
        check(words, &["orban sanctions against"]);
    }
}

#[test]
fn whose_relative_clause_follows_a_place() {
    check(
        "\"That is a shame,\" said Rand Paul, a doctor from Ohio who opposes weapons for Ukraine.",
        &["paul aid-to-ukraine against"],
    );
}

#[test]
fn a_past_verb_goes_with_the_report_and_not_with_a_modal() {
    check(
        "Stubb said Moscow must not be allowed to gain and announced new tanks for Ukraine.",
        &["stubb aid-to-ukraine for"],
    );
}

#[test]
fn a_noun_of_meeting_is_what_several_do() {
    check(
        "Baltic ministers meeting in Riga demanded sanctions on Russia.",
        &["baltic-states sanctions for"],
    );
}

#[test]
fn words_of_a_region_are_no_names() {
    check(
        "Stubb rejected European demands for sanctions on Russia.",
        &["stubb sanctions against"],
    );
}

#[test]
fn clauses_of_others_beside_what_is_said() {
    check(
        "As Emmanuel Macron prepared to meet Putin in Geneva, Scholz said the winter had been cold.",
        &["macron leaders-summit for"],
    );
    check(
        "Merz spoke to Stubb, a supporter of more sanctions on Russia.",
        &["stubb sanctions for"],
    );
    for words in [
        "Stubb proposed a truce in Ukraine, which Moscow rejected.",
        "Stubb proposed a truce in Ukraine, a step rejected by Moscow.",
    ] {
        check(
            words,
            &[
                "russia-government ceasefire-first against",
                "stubb ceasefire-first for",
            ],
        );
    }
    for words in [
        "Macron said of Trump that he wanted a truce in Ukraine.",
        "Macron said of Trump: \"He wants a truce in Ukraine.\"",
        "\"He wants a truce in Ukraine,\" Macron said of Trump.",
    ] {
        check(words, &["trump ceasefire-first for via macron"]);
    }
    for words in [
        "\"He wants a truce in Ukraine,\" Macron said of him.",
        "\"They want a truce in Ukraine,\" Macron, who came with an aide and a minister, said of the pair.",
    ] {
        check(words, &[]);
    }
    check(
        "Merz is, like Stubb, a critic of sanctions on Russia.",
        &["merz sanctions against"],
    );
    check(
        "Marcin Przydacz said that Karol Nawrocki does not see Ukraine in NATO.",
        &["nawrocki nato-membership against via przydacz"],
    );
    check(
        "Ann Greene, a senator who has broken with Trump and announced she is leaving Congress, wrote that Americans should not send money to Ukraine.",
        &["greene aid-to-ukraine against"],
    );
    check(
        "Hungary, which has much to lose, again refused to back sanctions on Russia.",
        &["hungary-government sanctions against"],
    );
    check(
        "Orban said Kyiv's declared wish to join NATO was a threat.",
        &[
            "orban nato-membership against",
            "ukraine-government nato-membership for via orban",
        ],
    );
    check(
        "Fico thanked Japan for its help in Kharkiv and its readiness to join the sanctions against Russia.",
        &["fico sanctions for", "japan-government sanctions for"],
    );
}

#[test]
fn verbs_that_are_nouns_too() {
    check_all(&[
        (
            "Lavrov spoke of Ukraine. He said that foreign soldiers there were out of the question.",
            &["lavrov peacekeeping-force against"],
        ),
        (
            "Draghi said that Italy stood by the sanctions on Russia and that this was his policy.",
            &["draghi sanctions for"],
        ),
        (
            "\"This means that we must keep sanctions on Russia,\" Stubb said.",
            &["stubb sanctions for"],
        ),
        (
            "The crisis shows that sanctions on Russia must stay, Stubb said.",
            &["stubb sanctions for"],
        ),
    ]);
}
