//! Which side: what turns it, and what only looks as if it did.

use crate::stance::{check, check_all};

#[test]
fn a_noun_against_in_the_way() {
    check_all(&[
        (
            "Hungary maintained its veto on military aid for Ukraine.",
            &["hungary-government aid-to-ukraine against"],
        ),
        (
            "The Slovak parliament adopted a resolution against sending weapons to Ukraine.",
            &["slovakia-parliament aid-to-ukraine against"],
        ),
        (
            "Orban renewed his threat to veto the aid for Ukraine.",
            &["orban aid-to-ukraine against"],
        ),
        (
            "Poland's opposition to sending troops to Ukraine has not changed.",
            &["poland-government peacekeeping-force against"],
        ),
        (
            "Johnson then dropped his opposition to aid for Ukraine.",
            &["johnson aid-to-ukraine for"],
        ),
    ]);
}

#[test]
fn prepositions_for_and_against() {
    check_all(&[
        (
            "Meloni is against sending troops to Ukraine and for security guarantees.",
            &[
                "meloni peacekeeping-force against",
                "meloni security-guarantees for",
            ],
        ),
        (
            "Orban is for a ceasefire and against sanctions on Russia.",
            &["orban ceasefire-first for", "orban sanctions against"],
        ),
        (
            "Stubb is sceptical about a ceasefire in Ukraine but backs security guarantees.",
            &[
                "stubb ceasefire-first against",
                "stubb security-guarantees for",
            ],
        ),
    ]);
}

#[test]
fn denials_that_go_on_and_those_of_others() {
    check_all(&[
        (
            "Tusk said there would be no return to normal trade and no easing of sanctions on Russia.",
            &["tusk sanctions for"],
        ),
        (
            "Putin said he would not stop the war or agree to a truce.",
            &["putin ceasefire-first against"],
        ),
        (
            "EU leaders failed to overcome Hungary's opposition to sanctions on Russia.",
            &[
                "european-union sanctions for",
                "hungary-government sanctions against",
            ],
        ),
        (
            "Scholz failed to answer Macron's call for sanctions on Russia.",
            &["macron sanctions for"],
        ),
        (
            "Meloni called the deployment of European soldiers to Ukraine \"very complex and not very effective\".",
            &["meloni peacekeeping-force against"],
        ),
    ]);
}

#[test]
fn only_after_something_else() {
    check_all(&[
        (
            "Tusk said sanctions on Russia would be eased only after Moscow withdrew.",
            &["tusk sanctions for if"],
        ),
        (
            "\"Sanctions on Russia will only be lifted when it withdraws,\" Tusk said.",
            &["tusk sanctions for"],
        ),
        (
            "Moscow said the truce could begin only when sanctions on its bank were lifted.",
            &[
                "russia-government ceasefire-first against if",
                "russia-government sanctions against",
            ],
        ),
    ]);
}

#[test]
fn lists_beside_an_end_to_something() {
    check_all(&[
        (
            "Zelensky named his priorities: an end to the war, security guarantees and more weapons.",
            &[
                "zelensky aid-to-ukraine for",
                "zelensky security-guarantees for",
            ],
        ),
        (
            "Zelensky called for an end to the war and tougher sanctions on Russia.",
            &["zelensky sanctions for"],
        ),
        (
            "Orban called for an end to sanctions and isolation of Russia.",
            &["orban sanctions against"],
        ),
    ]);
}

#[test]
fn nothing_less_and_nothing_before() {
    check_all(&[
        (
            "\"We cannot accept anything less than the full withdrawal of Russian forces,\" Zelensky said.",
            &["zelensky territorial-integrity for"],
        ),
        (
            "Zelensky refused to meet Putin before a ceasefire.",
            &[
                "zelensky ceasefire-first for",
                "zelensky leaders-summit against",
            ],
        ),
        (
            "\"A peace without security guarantees for Ukraine would be worthless,\" Stubb said.",
            &["stubb security-guarantees for"],
        ),
    ]);
}

#[test]
fn two_infinitives_under_one_wish() {
    check(
        "Kallas wants the war to end and the talks with Russia to begin now.",
        &["kallas immediate-negotiations for"],
    );
}

#[test]
fn answers_to_a_question() {
    check_all(&[
        (
            "Asked whether sanctions on Russia should be lifted, Macron said no.",
            &["macron sanctions for"],
        ),
        (
            "\"No,\" said Merz when he was asked if Germany would deliver Taurus missiles to Ukraine.",
            &["merz aid-to-ukraine against"],
        ),
        (
            "\"Yes, absolutely,\" Macron said when asked whether French troops could be sent to Ukraine.",
            &["macron peacekeeping-force for"],
        ),
        (
            "Asked whether he would support sanctions on Russia, Fico said he would decide later.",
            &[],
        ),
    ]);
}

#[test]
fn what_a_judgement_is_said_of() {
    check_all(&[
        (
            "\"It's unacceptable,\" Lavrov said of the plan to send European troops to Ukraine.",
            &["lavrov peacekeeping-force against"],
        ),
        (
            "\"That would be a grave mistake,\" Kallas said of lifting sanctions on Russia.",
            &["kallas sanctions for"],
        ),
        (
            "\"It would be a mistake,\" said Stubb, \"to lift sanctions on Russia now.\"",
            &["stubb sanctions for"],
        ),
    ]);
}

#[test]
fn something_else_instead() {
    check_all(&[
        (
            "Rather than sending more arms to Ukraine, Conte said, Italy should push for talks with Russia.",
            &[
                "conte aid-to-ukraine against",
                "conte immediate-negotiations for",
            ],
        ),
        (
            "Zelensky wants security guarantees instead of NATO membership.",
            &[
                "zelensky nato-membership against",
                "zelensky security-guarantees for",
            ],
        ),
    ]);
}

#[test]
fn a_plan_one_is_against() {
    check_all(&[
        (
            "Tokayev is against a plan to lift sanctions on Russia.",
            &["tokayev sanctions for"],
        ),
        (
            "Rubio said Ukraine's NATO membership was not going to be on the table.",
            &["rubio nato-membership against"],
        ),
        (
            "Tokayev is in favour of the plan to lift sanctions on Russia.",
            &["tokayev sanctions against"],
        ),
        (
            "Tokayev called for the sanctions on Russia decided by Brussels to be lifted.",
            &["tokayev sanctions against"],
        ),
        (
            "\"America must end its aid to Ukraine,\" Gaetz said.",
            &["gaetz aid-to-ukraine against"],
        ),
        (
            "Aid to Ukraine must end, Gaetz said.",
            &["gaetz aid-to-ukraine against"],
        ),
    ]);
}

#[test]
fn forecasts_fears_and_questions() {
    check_all(&[
        (
            "A truce in Ukraine before the winter is unlikely, Pistorius said.",
            &[],
        ),
        (
            "Fears grow in Kyiv that Trump will trade land for peace with Russia.",
            &[],
        ),
        (
            "\"Why should we pay for this war in Ukraine?\" asked Vance.",
            &[],
        ),
        (
            "Starmer cut the foreign aid budget to pay for defence.",
            &[],
        ),
    ]);
}

#[test]
fn what_is_not_wanted_beside_what_is() {
    check_all(&[
        (
            "Stubb wants sanctions on Russia without sending soldiers to Ukraine.",
            &["stubb peacekeeping-force against", "stubb sanctions for"],
        ),
        (
            "Stubb wants talks with Russia, not weapons for Ukraine and sanctions on Russia.",
            &[
                "stubb aid-to-ukraine against",
                "stubb immediate-negotiations for",
                "stubb sanctions against",
            ],
        ),
        (
            "Orban would rather see talks with Russia than more weapons for Ukraine.",
            &[
                "orban aid-to-ukraine against",
                "orban immediate-negotiations for",
            ],
        ),
        (
            "Stubb would prefer Ukraine to stay out of NATO.",
            &["stubb nato-membership against"],
        ),
    ]);
}

#[test]
fn what_stands_in_the_way_is_got_over() {
    check_all(&[
        (
            "Stubb tried to overcome Hungary's veto on sanctions on Russia.",
            &["stubb sanctions for"],
        ),
        (
            "There will be no change in our support for Ukraine, Stubb said.",
            &["stubb aid-to-ukraine for"],
        ),
        (
            "Stubb said the tanks for Ukraine came far too late.",
            &["stubb aid-to-ukraine for"],
        ),
        (
            "Stubb said this was no time to push Ukraine into talks with Russia.",
            &["stubb immediate-negotiations against"],
        ),
        (
            "Stubb said there was no time to lose in arming Ukraine.",
            &[],
        ),
        (
            "No one may give away Ukrainian land, Stubb said.",
            &["stubb territorial-integrity for"],
        ),
        (
            "A deal that gives away land in Ukraine would be a disaster, Stubb said.",
            &["stubb territorial-integrity for"],
        ),
        (
            "Stubb said Europe must do the heavy lifting with soldiers on the ground in Ukraine.",
            &["stubb peacekeeping-force for"],
        ),
    ]);
}

#[test]
fn what_a_comma_sets_against_what_is_denied() {
    check_all(&[
        (
            "\"We will send no soldiers, we will send weapons to Ukraine,\" Stubb said.",
            &[
                "stubb aid-to-ukraine for",
                "stubb peacekeeping-force against",
            ],
        ),
        (
            "\"Do not give us speeches, give us ammunition,\" Zelensky said.",
            &["zelensky aid-to-ukraine for"],
        ),
        (
            "\"We will not bend, break or cede land to Russia,\" Zelensky said.",
            &["zelensky territorial-integrity for"],
        ),
        (
            "Officials did not believe that the front would move, despite Ukrainian requests for more tanks.",
            &["ukraine-government aid-to-ukraine for"],
        ),
        (
            "Stubb signs limited sanctions against Russia.",
            &["stubb sanctions for"],
        ),
        (
            "Stubb has not asked for money or sought more sanctions on Russia.",
            &["stubb sanctions against"],
        ),
        (
            "Stubb backed a motion against sending troops to Ukraine.",
            &["stubb peacekeeping-force against"],
        ),
    ]);
}

#[test]
fn what_is_let_and_what_goes_on() {
    check_all(&[
        (
            "Orban would not let the EU send money to Ukraine.",
            &["orban aid-to-ukraine against"],
        ),
        (
            "Kuleba said a freeze would allow Russia to keep what it had stolen.",
            &[],
        ),
        ("Stubb said a freeze would let Russia keep Crimea.", &[]),
        (
            "Japan will continue its sanctions against Russia.",
            &["japan-government sanctions for"],
        ),
        (
            "Stubb said a freeze would leave Crimea in Russian hands.",
            &[],
        ),
        (
            "Stubb said peace did not mean giving up land in Ukraine.",
            &["stubb territorial-integrity for"],
        ),
        (
            "Stubb wants less money for Ukraine.",
            &["stubb aid-to-ukraine against"],
        ),
        (
            "Stubb prefers sanctions on Russia over talks with Putin.",
            &[
                "stubb immediate-negotiations against",
                "stubb sanctions for",
            ],
        ),
        (
            "Stubb called for a withdrawal of Russian soldiers and security guarantees for Kyiv.",
            &[
                "stubb security-guarantees for",
                "stubb territorial-integrity for",
            ],
        ),
        (
            "Stubb wants sanctions on Russia and, above all, security guarantees for Ukraine.",
            &["stubb sanctions for", "stubb security-guarantees for"],
        ),
        (
            "Stubb warned the others not to throw a wrench into the peace talks with Russia.",
            &["stubb immediate-negotiations for"],
        ),
        (
            "\"Ukraine will lose Donbas,\" Stubb said.",
            &["stubb territorial-integrity against"],
        ),
        (
            "\"We will not let Russia bully its way out of the sanctions,\" Stubb said.",
            &["stubb sanctions for"],
        ),
        (
            "Stubb wants sanctions on Russia gone.",
            &["stubb sanctions against"],
        ),
        (
            "Stubb said aid to Kyiv and aid to Kharkiv must be handled apart.",
            &[],
        ),
    ]);
}

#[test]
fn what_only_tells_how_or_denies_a_judgement() {
    check_all(&[
        (
            "Merz said ending sanctions on Russia too early would be a mistake.",
            &["merz sanctions for"],
        ),
        (
            "Merz said sanctions on Russia were anything but a mistake.",
            &["merz sanctions for"],
        ),
        (
            "Merz rejected suggestions that sanctions on Russia should be lifted.",
            &["merz sanctions for"],
        ),
    ]);
}
