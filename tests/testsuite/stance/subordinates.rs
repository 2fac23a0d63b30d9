//! What hangs on a clause or stands inside it: relatives, participles, infinitives, asides, answers.

use super::check_all;

#[test]
fn what_stands_between_a_subject_and_its_verb() {
    check_all(&[
        (
            "Kuleba said that Ukraine above all needed ammunition.",
            &["kuleba aid-to-ukraine for"],
        ),
        (
            "Zelensky's plan calls among other things for the withdrawal of all Russian troops.",
            &["zelensky territorial-integrity for"],
        ),
        (
            "Merz warned that Ukraine - which is short of men - needs more weapons.",
            &["merz aid-to-ukraine for"],
        ),
    ]);
}

#[test]
fn a_thing_that_a_clause_tells_of_without_a_relative() {
    check_all(&[
        (
            "Ukrainian membership of NATO is something Moscow cannot tolerate, Peskov said.",
            &["peskov nato-membership against"],
        ),
        (
            "Leavitt said that a meeting between Putin and Zelensky was something Trump would like to see.",
            &["trump leaders-summit for via leavitt"],
        ),
    ]);
}

#[test]
fn what_a_wished_for_thing_does() {
    check_all(&[
        (
            "Merz wants a deal that respects Ukraine's territorial integrity.",
            &["merz territorial-integrity for"],
        ),
        (
            "Merz wants a peace that includes security guarantees for Ukraine.",
            &["merz security-guarantees for"],
        ),
        (
            "Merz said he wanted a peace in which Ukraine keeps its territory.",
            &["merz territorial-integrity for"],
        ),
        // Not wished for, only told of.
        ("Merz signed a law that respects Ukraine's borders.", &[]),
    ]);
}

#[test]
fn an_infinitive_that_is_the_same_as_another() {
    check_all(&[
        (
            "\"To send troops to Ukraine would be to invite disaster,\" Fico said.",
            &["fico peacekeeping-force against"],
        ),
        (
            "\"To lift sanctions on Russia now would be to reward the aggressor,\" Kallas said.",
            &["kallas sanctions for"],
        ),
    ]);
}

#[test]
fn what_somebody_is_told_to_let_happen() {
    check_all(&[
        (
            "\"Let the two sides sit down and talk,\" Modi said of Russia and Ukraine.",
            &["modi immediate-negotiations for"],
        ),
        (
            "Merz thinks that Ukraine must get the missiles.",
            &["merz aid-to-ukraine for"],
        ),
    ]);
}

#[test]
fn who_does_what_a_relative_clause_or_a_participle_tells() {
    check_all(&[
        (
            "Merz was one of 15 lawmakers who voted against sanctions on Russia.",
            &["merz sanctions against"],
        ),
        (
            "Merz was among the lawmakers who voted for sanctions on Russia.",
            &["merz sanctions for"],
        ),
        (
            "Merz was not among the lawmakers who voted for sanctions on Russia.",
            &[],
        ),
        (
            "Merz, one of the few leaders who oppose sanctions on Russia, left early.",
            &["merz sanctions against"],
        ),
        (
            "Merz sent a memo to colleagues that calls for sanctions on Russia.",
            &["merz sanctions for"],
        ),
        (
            "Nawrocki has sought to win over voters, while insisting that sanctions on Russia must stay.",
            &["nawrocki sanctions for"],
        ),
    ]);
}

#[test]
fn verbs_of_one_subject_in_a_row() {
    check_all(&[
        (
            "Umerov thanked them for the launchers, asked for more weapons for Ukraine and said Kyiv was ready for a ceasefire.",
            &["umerov aid-to-ukraine for", "umerov ceasefire-first for"],
        ),
        (
            "Trump criticized that position and said that sanctions on Russia must be lifted.",
            &["trump sanctions against"],
        ),
        (
            "Merz, whose list is polling above 20 percent, said sanctions on Russia should stay.",
            &["merz sanctions for"],
        ),
    ]);
}

#[test]
fn an_instance_ends_with_what_it_is_one_of() {
    check_all(&[
        (
            "Orban said the obstacles must be removed, including the sanctions on Russia.",
            &["orban sanctions against"],
        ),
        (
            "Orban called for an end to many things, including the sanctions on Russia.",
            &["orban sanctions against"],
        ),
        (
            "Merz called for many things, including sanctions on Russia.",
            &["merz sanctions for"],
        ),
    ]);
}

#[test]
fn an_act_that_a_report_parts_from_its_verb() {
    check_all(&[
        (
            "Lifting sanctions on Russia, Merz argued, would be a mistake.",
            &["merz sanctions for"],
        ),
        (
            "\"Lifting sanctions on Russia,\" Merz argued, \"would be a mistake.\"",
            &["merz sanctions for"],
        ),
        (
            "Merz, while praising Trump, said sanctions on Russia must stay.",
            &["merz sanctions for"],
        ),
        (
            "When asked about sanctions on Russia, Merz said they must stay.",
            &["merz sanctions for"],
        ),
    ]);
}

#[test]
fn who_is_contrasted_with_whom() {
    let merz = &["merz sanctions for"];
    check_all(&[
        (
            "It was Merz, not Macron, who called for sanctions on Russia.",
            merz,
        ),
        ("Merz, not Macron, called for sanctions on Russia.", merz),
        ("Not Macron but Merz called for sanctions on Russia.", merz),
        (
            "Merz agreed with Macron that sanctions on Russia must stay.",
            merz,
        ),
        (
            "After Putin's speech, Merz demanded new sanctions on Russia.",
            merz,
        ),
        (
            "In Merz's words, lifting sanctions on Russia would be a mistake.",
            merz,
        ),
        ("It is not Merz who wants sanctions on Russia.", &[]),
    ]);
}

#[test]
fn short_answers() {
    check_all(&[
        (
            "Asked if he backed sanctions on Russia, Merz said he did.",
            &["merz sanctions for"],
        ),
        (
            "Asked whether Germany would send troops to Ukraine, Merz said it would not.",
            &["merz peacekeeping-force against"],
        ),
        (
            "Asked whether Germany would send troops to Ukraine, Merz said it might.",
            &[],
        ),
        (
            "Asked whether Germany would send troops to Ukraine, Merz said it was \"no secret\".",
            &[],
        ),
    ]);
}

#[test]
fn a_quotation_behind_a_question_that_is_told() {
    check_all(&[
        (
            "Asked if he would go to Paris, Lavrov told a radio station that he \"sees no point in negotiations with Kyiv\".",
            &["lavrov immediate-negotiations against"],
        ),
        (
            "Orban refused to condemn Russia while sending weapons to Ukraine.",
            &["orban aid-to-ukraine for"],
        ),
    ]);
}

#[test]
fn what_is_said_of_a_thing_that_a_participle_tells_of() {
    check_all(&[
        (
            "Peskov said the sanctions imposed by the West must be removed.",
            &["peskov sanctions against"],
        ),
        (
            "The restrictions imposed by the West on insurance have to be removed, Peskov said.",
            &["peskov sanctions against"],
        ),
        (
            "Merz said a ceasefire agreed on in Jeddah must be kept in Ukraine.",
            &["merz ceasefire-first for"],
        ),
        // Frozen is what the money is, not what is done to the aid.
        (
            "Merz said that the money frozen in Belgium must go to Ukraine's army.",
            &["merz aid-to-ukraine for"],
        ),
        (
            "Merz said people who want to lift sanctions on Russia are naive.",
            &["merz sanctions for"],
        ),
    ]);
}

#[test]
fn what_somebody_calls_a_plan() {
    check_all(&[
        (
            "Merz called a plan to send troops to Ukraine \"madness\".",
            &["merz peacekeeping-force against"],
        ),
        (
            "Merz described the plan to send troops to Ukraine as madness.",
            &["merz peacekeeping-force against"],
        ),
        (
            "Merz called calls to lift sanctions on Russia naive.",
            &["merz sanctions for"],
        ),
        (
            "Merz called Macron's plan to send troops to Ukraine reckless.",
            &[
                "macron peacekeeping-force for via merz",
                "merz peacekeeping-force against",
            ],
        ),
    ]);
}

#[test]
fn what_somebody_is_said_to_be_one_of() {
    check_all(&[
        (
            "Merz is one of the leaders pushing for security guarantees for Ukraine.",
            &["merz security-guarantees for"],
        ),
        (
            "Hungary is among the countries blocking new sanctions on Russia.",
            &["hungary-government sanctions against"],
        ),
        (
            "Among those calling for a ceasefire in Ukraine was the Turkish president, Recep Tayyip Erdogan.",
            &["erdogan ceasefire-first for"],
        ),
        (
            "Among the leaders who back sanctions on Russia are Merz and Tusk.",
            &["merz sanctions for", "tusk sanctions for"],
        ),
        (
            "Among Putin's demands are the lifting of sanctions and a ban on NATO membership for Ukraine.",
            &["putin nato-membership against", "putin sanctions against"],
        ),
    ]);
}

#[test]
fn what_a_clause_tells_is_no_subject_of_the_verb_behind_it() {
    check_all(&[
        (
            "A proposal that Ukraine cede territory has been rejected by Zelensky.",
            &["zelensky territorial-integrity for"],
        ),
        (
            "Putin's demand that Kyiv cede land was dismissed by Zelensky.",
            &[
                "putin territorial-integrity against",
                "zelensky territorial-integrity for",
            ],
        ),
        (
            "It is sanctions on Russia that Kallas wants.",
            &["kallas sanctions for"],
        ),
        (
            "New sanctions on Russia were called for by Petteri Orpo.",
            &["orpo sanctions for"],
        ),
    ]);
}
