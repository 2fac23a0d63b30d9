//! What a stance depends on: conditions, threats, questions and what is only supposed.

use super::{check, check_all};
use crate::reader::{analyzer, article};

#[test]
fn plans_and_what_they_depend_on() {
    check(
        "Putin said there would be no ceasefire until Kyiv stopped its mobilisation.",
        &["putin ceasefire-first against if"],
    );
    check(
        "Should Moscow refuse a truce, Starmer said, sanctions on Russia must be tightened.",
        &["starmer sanctions for if"],
    );
}

#[test]
fn only_if() {
    check(
        "Meloni would back sanctions on Russia only if Washington joined in.",
        &["meloni sanctions for if"],
    );
    check(
        "Putin said he would agree to a ceasefire only if Kyiv withdrew its army.",
        &["putin ceasefire-first for if"],
    );
    check(
        "Merz would send peacekeepers to Ukraine if a truce held.",
        &["merz peacekeeping-force for if"],
    );
}

#[test]
fn unless() {
    check(
        "Fico said he would not support sanctions against Russia unless Brussels lowered gas prices.",
        &["fico sanctions against if"],
    );
    check(
        "Starmer will back further sanctions on Russia unless Putin agrees to a deal.",
        &["starmer sanctions for if"],
    );
}

#[test]
fn not_until() {
    check(
        "Lavrov rejected a meeting between Putin and Zelensky until the experts had finished.",
        &["lavrov leaders-summit against if"],
    );
}

#[test]
fn no_one_thing_without_another() {
    check(
        "\"Nothing about Ukraine without Ukraine,\" Costa said.",
        &["costa ukraine-at-the-table for"],
    );
    check(
        "Tusk said there should be no decision on Ukraine without Ukraine.",
        &["tusk ukraine-at-the-table for"],
    );
}

#[test]
fn inverted_conditions() {
    check(
        "Had Moscow accepted, Merz said, sanctions on Russia would have been eased.",
        &[],
    );
}

#[test]
fn threats() {
    check(
        "Trump threatened new sanctions on Russia if Putin did not agree to a deal.",
        &["trump sanctions for if"],
    );
    check(
        "Macron threatened Moscow with tougher sanctions.",
        &["macron sanctions for"],
    );
}

#[test]
fn questions() {
    check(
        "\"Should we lift the sanctions on Russia?\" Merz asked.",
        &[],
    );
    check("Does Trump want a ceasefire in Ukraine?", &[]);
    check(
        "Reporters asked whether Starmer would send troops to Ukraine.",
        &[],
    );
    check(
        "Merz wanted the government to explain how many soldiers would go to Ukraine.",
        &[],
    );
    check(
        "Merz asked which sanctions on Russia should be lifted.",
        &[],
    );
}

#[test]
fn what_must_hold_of_any_of_a_kind() {
    check(
        "Lavrov said any meeting of Putin and Zelensky would have to be prepared with care.",
        &[],
    );
    check(
        "Merz said any remaining sanctions on Russia must be lifted.",
        &["merz sanctions against"],
    );
}

#[test]
fn hypotheticals() {
    check(
        "A ceasefire would help Russia to regroup, analysts say.",
        &[],
    );
    check(
        "If Trump were to call for a ceasefire in Ukraine, the front would fall silent.",
        &[],
    );
    check(
        "Any lifting of sanctions on Russia would need the votes of all members.",
        &[],
    );
}

#[test]
fn conditions_that_leave_the_side() {
    check(
        "Merz said a peace deal would need security guarantees for Ukraine.",
        &["merz security-guarantees for"],
    );
    check(
        "Trump is open to a meeting with Putin and Zelensky.",
        &["trump leaders-summit for"],
    );
    check(
        "Merz said Germany would back a ceasefire in Ukraine, provided that it could be monitored.",
        &["merz ceasefire-first for if"],
    );
}

/// What a stance depends on is kept in the article's words.
#[test]
fn conditions_are_kept_as_text() {
    let cases = [
        (
            "Merz would send peacekeepers to Ukraine if a truce held.",
            "a truce held",
        ),
        (
            "Fico said he would not support sanctions against Russia unless Brussels lowered gas prices.",
            "Brussels lowered gas prices",
        ),
        (
            "Meloni would back sanctions on Russia only if Washington joined in.",
            "Washington joined in",
        ),
    ];
    for (text, expected) in cases {
        let reading = analyzer().read(&article(text));
        let conditions = reading
            .statements
            .iter()
            .map(|one| one.condition.as_deref());
        assert_eq!(conditions.collect::<Vec<_>>(), [Some(expected)], "{text}");
    }
}

#[test]
fn an_inverted_condition_behind_its_main_clause() {
    check(
        "Merz said Berlin would tighten sanctions on Russia should Moscow reject a deal.",
        &["merz sanctions for if"],
    );
}

#[test]
fn what_something_is_given_for_is_wanted() {
    check_all(&[
        (
            "Stubb would agree to ease sanctions on Russia in exchange for a ceasefire in Ukraine.",
            &["stubb ceasefire-first for", "stubb sanctions against if"],
        ),
        // What is given, and not what is got.
        (
            "Stubb wants money in exchange for a ceasefire in Ukraine.",
            &[],
        ),
    ]);
}

#[test]
fn what_is_to_wait_for_something_else() {
    check_all(&[
        (
            "Putin wants the flights to Ukraine halted before he would agree to a ceasefire.",
            &["putin ceasefire-first against"],
        ),
        (
            "Putin wants the flights to Ukraine halted before any ceasefire.",
            &[],
        ),
    ]);
}

#[test]
fn deeds_that_come_with_others_and_those_only_foreseen() {
    check_all(&[
        (
            "Sweden waited for a year before sending tanks to Ukraine.",
            &["sweden-government aid-to-ukraine for"],
        ),
        (
            "Norway changed course, sending tanks to Ukraine.",
            &["norway-government aid-to-ukraine for"],
        ),
        ("Sweden must be asked before sending tanks to Ukraine.", &[]),
        ("Under the Norwegian draft, Ukraine would cede Donbas.", &[]),
        (
            "Stubb's paper envisages that Ukraine give up Donbas.",
            &["stubb territorial-integrity against"],
        ),
        (
            "\"They would not send tanks to Ukraine,\" Stubb said of his critics.",
            &[],
        ),
    ]);
}

#[test]
fn a_condition_right_behind_a_report() {
    check(
        "Stubb said if Europe wants peace, it must send weapons to Ukraine.",
        &["stubb aid-to-ukraine for if"],
    );
}

#[test]
fn what_somebody_is_talking_about_doing() {
    check_all(&[
        (
            "Stubb is talking about sending soldiers to Ukraine, Orban said.",
            &["stubb peacekeeping-force for via orban"],
        ),
        (
            "Nobody is talking about sending soldiers to Ukraine, Stubb said.",
            &[],
        ),
    ]);
}

#[test]
fn what_another_has_to_do_for_an_offer() {
    check_all(&[
        (
            "Putin said he would order a ceasefire if Kyiv withdrew its troops from the Donbas.",
            &[
                "putin ceasefire-first for if",
                "putin territorial-integrity against",
            ],
        ),
        (
            "Putin spoke of peace. He will start talks tomorrow, he says, if Ukraine renounces its bid to join NATO.",
            &[
                "putin immediate-negotiations for if",
                "putin nato-membership against",
            ],
        ),
        (
            "Putin said he would order a ceasefire once Kyiv gave up its plan to join NATO.",
            &["putin ceasefire-first for", "putin nato-membership against"],
        ),
        (
            "Putin said he would order a ceasefire as soon as Ukraine dropped its bid to join NATO.",
            &["putin ceasefire-first for", "putin nato-membership against"],
        ),
        // No offer of his own, no offer at all, and a refusal that is answered.
        (
            "Stubb said that Russia could start talks if it withdrew its troops from Ukraine.",
            &[],
        ),
        (
            "Putin said he would strike back if Ukraine joined NATO.",
            &[],
        ),
        (
            "Trump said he would accept new sanctions if Russia refused a ceasefire.",
            &["trump sanctions for if"],
        ),
    ]);
}

#[test]
fn what_is_possible_only_after_something_else() {
    check_all(&[
        (
            "Talks with Russia are possible only after the withdrawal of its troops, Zelensky said.",
            &["zelensky immediate-negotiations against"],
        ),
        (
            "Talks with Russia will be possible only after its troops have left, Zelensky said.",
            &["zelensky immediate-negotiations against if"],
        ),
    ]);
}
