//! What turns a side: negations, verbs that end or weaken, contrasts.

use super::check;

#[test]
fn negations_of_several_words_and_inside_a_phrase() {
    check(
        "Vance no longer backs military aid to Ukraine.",
        &["vance aid-to-ukraine against"],
    );
    check(
        "Merz said Germany would by no means send troops to Ukraine.",
        &["merz peacekeeping-force against"],
    );
    check(
        "Germany will send no further weapons to Ukraine, Weidel said.",
        &["weidel aid-to-ukraine against"],
    );
    check(
        "Stubb said Donald Trump, whom he met on Sunday, no longer believed that Ukraine had to give up land.",
        &["trump territorial-integrity for via stubb"],
    );
}

#[test]
fn what_is_said_to_a_claim_and_not_what_it_is_to() {
    check(
        "Zelensky will never accept Russian claims to a single inch of Ukrainian land.",
        &["zelensky territorial-integrity for"],
    );
}

#[test]
fn none_of_a_list() {
    check(
        "Not one soldier, and none from the allies, will go to Ukraine, Olaf Scholz said.",
        &["scholz peacekeeping-force against"],
    );
}

#[test]
fn negation_ends_where_its_clause_ends() {
    check(
        "Merz wants no truce, but sanctions on Russia.",
        &["merz ceasefire-first against", "merz sanctions for"],
    );
    check(
        "Zelensky said Kyiv would not cede land.",
        &["zelensky territorial-integrity for"],
    );
    check(
        "\"We will not give up our land, and we want a ceasefire,\" Zelensky said.",
        &[
            "zelensky territorial-integrity for",
            "zelensky ceasefire-first for",
        ],
    );
    check(
        "Meloni did not attend the dinner and called for a ceasefire in Ukraine.",
        &["meloni ceasefire-first for"],
    );
    check(
        "Putin said he would never accept European troops in Ukraine.",
        &["putin peacekeeping-force against"],
    );
}

#[test]
fn double_negation() {
    check(
        "Stubb said Europe must never stop supplying Ukraine with weapons.",
        &["stubb aid-to-ukraine for"],
    );
    check(
        "Macron said sanctions on Russia must not be lifted.",
        &["macron sanctions for"],
    );
    check(
        "Kallas said nobody should block further sanctions on Russia.",
        &["kallas sanctions for"],
    );
    check(
        "Merz opposed lifting the sanctions on Russia.",
        &["merz sanctions for"],
    );
    check(
        "Starmer warned against cutting military aid to Ukraine.",
        &["starmer aid-to-ukraine for"],
    );
}

#[test]
fn negated_thinking_negates_what_is_thought() {
    check(
        "Rubio does not believe Nato membership for Ukraine is realistic.",
        &["rubio nato-membership against"],
    );
    check(
        "Merz does not think that sanctions on Russia should be lifted.",
        &["merz sanctions for"],
    );
    check(
        "Orban does not want sanctions on Russia.",
        &["orban sanctions against"],
    );
}

#[test]
fn verbs_that_weaken_turn_the_side() {
    check(
        "Tusk rejected every draft that could compromise Ukraine's territorial integrity.",
        &["tusk territorial-integrity for"],
    );
    check(
        "Orban wants to scrap the sanctions on Russia.",
        &["orban sanctions against"],
    );
    check(
        "Kallas condemned the easing of sanctions on Russia.",
        &["kallas sanctions for"],
    );
    check(
        "Vance called for a halt to arms deliveries to Ukraine.",
        &["vance aid-to-ukraine against"],
    );
}

#[test]
fn contrast() {
    check(
        "Meloni favours security guarantees but opposes sending troops to Ukraine.",
        &[
            "meloni security-guarantees for",
            "meloni peacekeeping-force against",
        ],
    );
    check(
        "Macron called for a ceasefire, whereas Putin rejected a ceasefire.",
        &[
            "macron ceasefire-first for",
            "putin ceasefire-first against",
        ],
    );
}

#[test]
fn a_denial_said_twice() {
    check(
        "There will be no ceasefire in Ukraine, no truce and no freezing of the front, Lavrov said.",
        &["lavrov ceasefire-first against"],
    );
    check(
        "\"That is a red line for all of us: no boots on the ground in Ukraine,\" Fico said.",
        &["fico peacekeeping-force against"],
    );
}

#[test]
fn adjectives_from_verbs() {
    check(
        "Trump said he would consider lifting crippling sanctions on Russia.",
        &["trump sanctions against"],
    );
}

#[test]
fn judgements_in_a_list_are_one() {
    check(
        "Orban said sanctions on Russia were wrong and dangerous.",
        &["orban sanctions against"],
    );
    check(
        "It is wrong and dangerous to lift sanctions on Russia, Tusk said.",
        &["tusk sanctions for"],
    );
    check(
        "Lifting sanctions on Russia would be a mistake and a gift to Putin, Tusk said.",
        &["tusk sanctions for"],
    );
}

#[test]
fn neither_of_two() {
    check(
        "Neither Merz nor Macron supports a ceasefire in Ukraine.",
        &[
            "macron ceasefire-first against",
            "merz ceasefire-first against",
        ],
    );
    check(
        "Neither Merz nor Macron wants to lift the sanctions on Russia.",
        &["merz sanctions for", "macron sanctions for"],
    );
}

#[test]
fn an_adjective_right_after_a_verb() {
    check(
        "Orban denounced open borders and sanctions on Russia.",
        &["orban sanctions against"],
    );
}

#[test]
fn an_adverb_that_is_a_verb_too() {
    check(
        "Merz said sending peacekeepers to Ukraine would only further inflame the crisis.",
        &["merz peacekeeping-force against"],
    );
}

#[test]
fn anything_that_would_undo_it() {
    check(
        "Stubb will never consider anything that undermines the territorial integrity of Ukraine.",
        &["stubb territorial-integrity for"],
    );
}

#[test]
fn nothing_that_is_decided_is_no_doer() {
    check(
        "Merz said nothing will be decided without Ukraine.",
        &["merz ukraine-at-the-table for"],
    );
}

#[test]
fn what_not_sets_apart() {
    check(
        "Merz called for sanctions on Russia, not talks with Russia.",
        &["merz immediate-negotiations against", "merz sanctions for"],
    );
    check(
        "\"We should be sending diplomats to Moscow, not billions to Kyiv,\" Orban said.",
        &["orban aid-to-ukraine against"],
    );
    check(
        "Gaetz said that Congress would have to commit to not bringing aid to Ukraine to the floor.",
        &["gaetz aid-to-ukraine against"],
    );
}

#[test]
fn an_end_to_the_second_of_two() {
    check(
        "Weidel demanded a halt to arms deliveries to Ukraine and an end to the sanctions on Russia.",
        &["weidel aid-to-ukraine against", "weidel sanctions against"],
    );
}

#[test]
fn words_said_to_deny_each_item_of_a_list() {
    check(
        "\"No more sanctions on Russia, no more weapons for Ukraine,\" Bannon said.",
        &["bannon sanctions against", "bannon aid-to-ukraine against"],
    );
    check(
        "Zelensky says no talks with Russia before spring",
        &["zelensky immediate-negotiations against"],
    );
}

#[test]
fn of_reports_in_each_other_the_innermost_is_denied() {
    check(
        "The Pentagon did not believe it was wise, hours after Poland said it would send \
         weapons to Ukraine.",
        &["poland-government aid-to-ukraine for via pentagon"],
    );
}

#[test]
fn means_and_ways_are_not_what_a_verb_ends() {
    check(
        "Putin is ready to end the war with a ceasefire in Ukraine.",
        &["putin ceasefire-first for"],
    );
    check(
        "Trump said the country is draining its stocks by sending weapons to Ukraine.",
        &[],
    );
}

#[test]
fn nothing_that_would_do_it() {
    check(
        "\"There will be no treaty in which we cede our land,\" Kuleba said.",
        &["kuleba territorial-integrity for"],
    );
    check(
        "Poroshenko said Ukraine must not sign any text that rules out sanctions on Russia.",
        &["poroshenko sanctions for"],
    );
}

#[test]
fn the_end_of_it_has_to_be_part_of_the_deal() {
    check(
        "Grushko said the removal of sanctions on Russia would have to be part of the deal.",
        &["grushko sanctions against"],
    );
}

#[test]
fn a_denial_behind_an_adverb() {
    check(
        "Rubio said he was simply not ready to send troops to Ukraine.",
        &["rubio peacekeeping-force against"],
    );
}

#[test]
fn reduced_to_saying_so() {
    check(
        "Biden was reduced to telling Zelensky that Washington would keep sending weapons to \
         Ukraine.",
        &["biden aid-to-ukraine for"],
    );
}

#[test]
fn a_denial_before_a_quotation_holds_within_it() {
    check(
        "Macron said he would not \"send troops to Ukraine\".",
        &["macron peacekeeping-force against"],
    );
}

#[test]
fn a_denial_that_is_listed_counts_once() {
    check(
        "\"There can be no ceasefire and no talks with Kyiv,\" Medvedev said.",
        &[
            "medvedev ceasefire-first against",
            "medvedev immediate-negotiations against",
        ],
    );
}

#[test]
fn what_nobody_should_think() {
    check(
        "Nobody should think that sanctions on Russia are a mistake, Kallas said.",
        &["kallas sanctions for"],
    );
}

#[test]
fn no_agreement_among_several_is_no_refusal() {
    for words in [
        "Macron said there was no consensus on sending troops to Ukraine.",
        "EU ministers disagreed over new sanctions on Russia.",
    ] {
        check(words, &[]);
    }
}

#[test]
fn a_motto_that_says_no_itself() {
    check(
        "Stubb said nothing could be decided \"without Europe, and nothing about Ukraine without Ukraine\".",
        &["stubb ukraine-at-the-table for"],
    );
}

#[test]
fn what_somebody_should_not_think() {
    check(
        "Merz said Putin should not think that sanctions on Russia will be lifted.",
        &["merz sanctions for"],
    );
}

#[test]
fn what_some_are_said_to_say() {
    check(
        "\"There are those who say Ukraine should give up land,\" Merz said.",
        &[],
    );
    check(
        "\"As many have said, Ukraine needs a ceasefire,\" Merz said.",
        &["merz ceasefire-first for"],
    );
}

#[test]
fn a_denial_before_a_contrast_is_not_that_of_what_follows() {
    check(
        "\"We are not going to send troops, but we will send weapons to Ukraine,\" Merz said.",
        &["merz aid-to-ukraine for", "merz peacekeeping-force against"],
    );
}

#[test]
fn who_does_not_leave_a_goal_keeps_it() {
    check(
        "Putin did not deviate from his goal to take the whole of Donetsk.",
        &["putin territorial-integrity against"],
    );
}

#[test]
fn a_denial_counted_once() {
    for (text, expected) in [
        (
            "No European leaders back lifting sanctions on Russia.",
            "european-leaders sanctions for",
        ),
        (
            "Orban has not stopped blocking sanctions on Russia.",
            "orban sanctions against",
        ),
        (
            "Orban has stopped blocking sanctions on Russia.",
            "orban sanctions for",
        ),
    ] {
        check(text, &[expected]);
    }
    check(
        "Merz said he did not want sanctions on Russia to be lifted, but he wanted talks with Putin to begin at once.",
        &["merz immediate-negotiations for", "merz sanctions for"],
    );
    check(
        "Zelensky rejected Putin's plan to liberate the Donbas.",
        &[
            "putin territorial-integrity against",
            "zelensky territorial-integrity for",
        ],
    );
}

#[test]
fn neither_and_nor_deny_two_verbs_and_two_subjects() {
    for (words, expected) in [
        (
            "Orban neither backs sanctions on Russia nor sends weapons to Ukraine.",
            vec!["orban aid-to-ukraine against", "orban sanctions against"],
        ),
        (
            "Asked about Ukraine, Orban said neither a ceasefire nor talks with Russia were realistic.",
            vec![
                "orban ceasefire-first against",
                "orban immediate-negotiations against",
            ],
        ),
        (
            "Orban said Hungary would send no soldiers to Ukraine but would send weapons.",
            vec![
                "orban aid-to-ukraine for",
                "orban peacekeeping-force against",
            ],
        ),
        (
            "Orban said the sanctions on Russia must not be lifted too early.",
            vec!["orban sanctions for"],
        ),
    ] {
        check(words, &expected);
    }
}
