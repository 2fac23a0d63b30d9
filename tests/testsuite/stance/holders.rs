//! Whose stance it is, and who only reports it.

use super::check;

#[test]
fn whose_words_across_what_stands_between() {
    check(
        "While he backs sanctions on Russia, Merz rejects Nato membership for Ukraine.",
        &["merz nato-membership against", "merz sanctions for"],
    );
    check(
        "Fico came late. Hungary's Viktor Orbán, who missed the debate to speak in Budapest, told supporters he would not send weapons to Ukraine.",
        &["orban aid-to-ukraine against"],
    );
    check(
        "Medvedev spoke first. The Kremlin spokesperson, Dmitry Peskov, said he hoped Europe would not pump more arms into Ukraine.",
        &["peskov aid-to-ukraine against"],
    );
    check(
        "Trzaskowski spoke first. His main rival, Karol Nawrocki, went further, saying he could not imagine Ukraine in Nato.",
        &["nawrocki nato-membership against"],
    );
    check(
        "Putin sent a note. Blinken took the floor. Without drones, he said, Putin would be lost. He said Ukraine must receive more arms.",
        &["blinken aid-to-ukraine for"],
    );
    check(
        "Chancellor Olaf Scholz of Germany, who has resisted an invitation to Kyiv to join Nato, left early.",
        &["scholz nato-membership against"],
    );
    check(
        "A bill in the US Senate that would impose sanctions on Russia has no date.",
        &[],
    );
}

#[test]
fn who_speaks_beyond_a_relative_clause() {
    check(
        "Starmer would urge the president, who believes that Kyiv could win back all it has lost, to tighten sanctions on Russia.",
        &["starmer sanctions for"],
    );
    check(
        "Sahra Wagenknecht, whose party is hovering around the share of votes needed to enter parliament, said sanctions on Russia must be lifted.",
        &["wagenknecht sanctions against"],
    );
    check(
        "Starmer spoke later. According to a Downing Street read-out, he said that sanctions on Russia must be tightened.",
        &["starmer sanctions for"],
    );
}

#[test]
fn reported_speech_goes_on_in_a_sentence_of_its_own() {
    check(
        "Putin set out his terms. He will stop, he said, if Kyiv gives in. All sanctions on Russia would have to be lifted.",
        &["putin sanctions against"],
    );
}

#[test]
fn a_suggestion_of_no_one_is_rejected() {
    check(
        "Officials in New Delhi bristle at the suggestion that they should join in sanctions on Russia.",
        &["india-government sanctions against"],
    );
}

#[test]
fn what_demands_and_priorities_are_said_to_be() {
    check(
        "Putin's demands have changed little: a withdrawal from Donetsk, an end to sanctions on Russia and no Nato membership for Ukraine.",
        &[
            "putin nato-membership against",
            "putin sanctions against",
            "putin territorial-integrity against",
        ],
    );
    check(
        "Zelensky's priorities are an immediate ceasefire and new sanctions on Russia.",
        &["zelensky ceasefire-first for", "zelensky sanctions for"],
    );
    check(
        "Kornelius says the chancellor's priority is new sanctions on Russia.",
        &["merz sanctions for via kornelius"],
    );
}

#[test]
fn what_another_should_do_or_is_not_ready_for() {
    check(
        "Fico said that Kyiv and Moscow should sit down to negotiate straight away.",
        &["fico immediate-negotiations for"],
    );
    check(
        "Sullivan says Ukraine is not ready for Nato membership.",
        &["sullivan nato-membership against"],
    );
    check(
        "Putin aide Yury Ushakov said Russia wanted the negotiations with Ukraine to continue.",
        &["ushakov immediate-negotiations for"],
    );
}

#[test]
fn whoever_says_what_nobody_known_is_to_do() {
    check(
        "Rutte said security guarantees will be given to Ukraine.",
        &["rutte security-guarantees for"],
    );
    check(
        "Nor would Ukraine be joining NATO, Trump said.",
        &["trump nato-membership against"],
    );
    check(
        "Without security guarantees for Ukraine, Stubb said, a deal would be worth little.",
        &["stubb security-guarantees for"],
    );
}

#[test]
fn whose_wish_a_modal_is() {
    check(
        "\"Sanctions on Russia must stay,\" said Kallas.",
        &["kallas sanctions for"],
    );
    check(
        "Kallas said sanctions on Russia should be tightened.",
        &["kallas sanctions for"],
    );
    check(
        "It is vital that Ukraine gets security guarantees, Stubb said.",
        &["stubb security-guarantees for"],
    );
    check(
        "The key to peace is a ceasefire in Ukraine, Macron said.",
        &["macron ceasefire-first for"],
    );
    check(
        "Fico said his government would not send weapons to Ukraine.",
        &["fico aid-to-ukraine against"],
    );
    check(
        "As long as the war lasts, Frederiksen said, Denmark would send weapons to Ukraine.",
        &["frederiksen aid-to-ukraine for"],
    );
    check(
        "\"We'll keep sanctions on Russia in place,\" Kallas said.",
        &["kallas sanctions for"],
    );
}

#[test]
fn hearsay() {
    check(
        "Zelensky said Trump supported a ceasefire.",
        &["trump ceasefire-first for via zelensky"],
    );
    check(
        "According to Rubio, Putin wants Kyiv to cede land.",
        &["putin territorial-integrity against via rubio"],
    );
    check(
        "Witkoff said that Putin had agreed to security guarantees for Ukraine.",
        &["putin security-guarantees for via witkoff"],
    );
    check(
        "Macron said Merz had told him Putin rejected a ceasefire.",
        &["putin ceasefire-first against via macron via merz"],
    );
}

#[test]
fn accusations_are_no_stance_of_the_accused() {
    check("Zelensky accused Putin of wanting to prolong the war.", &[]);
    check(
        "Orban accused Kallas of pushing for sanctions on Russia.",
        &[],
    );
    check(
        "Vance accused Starmer of blocking a ceasefire in Ukraine.",
        &[],
    );
}

#[test]
fn officials_for_their_own_government() {
    check(
        "Meloni said Italy would not send troops to Ukraine.",
        &["meloni peacekeeping-force against"],
    );
    check(
        "Healey said Britain backed a ceasefire in Ukraine.",
        &["healey ceasefire-first for"],
    );
    check(
        "Peskov said Russia opposed European troops in Ukraine.",
        &["peskov peacekeeping-force against"],
    );
}

#[test]
fn whose_attempts_they_are() {
    check(
        "\"The figures undercut attempts to lift the sanctions on Russia,\" Rutte said.",
        &[],
    );
    check(
        "Rutte said he disagreed with efforts to lift the sanctions on Russia.",
        &["rutte sanctions for"],
    );
}

#[test]
fn a_past_form_after_a_modal_goes_with_the_report() {
    check(
        "Stubb said that the plan must be clear and demanded a ceasefire in Ukraine.",
        &["stubb ceasefire-first for"],
    );
}

#[test]
fn plans_that_a_report_speaks_of() {
    check(
        "Lavrov said plans to send peacekeepers to Ukraine would be unacceptable.",
        &["lavrov peacekeeping-force against"],
    );
}

#[test]
fn what_is_said_belongs_to_the_report() {
    check(
        "Trump told reporters as he left for Florida that Zelensky should make a deal with Russia.",
        &["trump immediate-negotiations for"],
    );
}

#[test]
fn a_circumstance_without_its_comma() {
    check(
        "During the campaign Orban, goaded by Vance, came out against sanctions on Russia.",
        &["orban sanctions against"],
    );
    check(
        "After the meeting Stubb called for a ceasefire in Ukraine.",
        &["stubb ceasefire-first for"],
    );
}

#[test]
fn an_idea_that_somebody_raised() {
    check(
        "A Ukrainian official said Witkoff had again raised the idea that Kyiv cede the Donbas.",
        &["witkoff territorial-integrity against via ukraine-government"],
    );
}

#[test]
fn what_a_noun_tells_is_wanted_by_whoever_wants_the_noun() {
    check(
        "Lavrov demanded a pledge that Ukraine will not join NATO.",
        &["lavrov nato-membership against"],
    );
}

#[test]
fn a_time_inside_what_is_owned() {
    check(
        "Orban's Monday call for a ceasefire in Ukraine surprised the hosts.",
        &["orban ceasefire-first for"],
    );
}

#[test]
fn what_another_will_get_is_wished_by_whoever_says_so() {
    check(
        "Hegseth said Ukraine will not get NATO membership.",
        &["hegseth nato-membership against"],
    );
    check(
        "Starmer said Ukraine will get security guarantees.",
        &["starmer security-guarantees for"],
    );
}

#[test]
fn a_second_report_in_a_headline() {
    check(
        "Starmer tells allies to hurry, says Kyiv will not join NATO",
        &["starmer nato-membership against"],
    );
}

#[test]
fn who_after_the_office_of_a_body_is_its_holder() {
    check(
        "\"Enough,\" said Pål Jonson, the defence minister of Sweden, who called for sanctions on Russia.",
        &["jonson sanctions for"],
    );
}

#[test]
fn where_somebody_speaks_tells_not_who() {
    check(
        "In an interview from Brussels, where he met ministers, Merz said that sanctions on Russia must stay.",
        &["merz sanctions for"],
    );
}

#[test]
fn a_list_in_a_relative_clause_is_no_subject() {
    check(
        "The states that brokered the deal between Russia and Ukraine are promoting a ceasefire.",
        &[],
    );
}

#[test]
fn who_condemns_those_who_want_it_is_against_it() {
    check(
        "Merz condemned those who call for lifting sanctions on Russia.",
        &["merz sanctions for"],
    );
    check(
        "Merz told those who call for sanctions on Russia to wait.",
        &[],
    );
}

#[test]
fn a_counterpart_speaks_for_a_country() {
    check(
        "Lavrov met his Algerian counterpart, Karim Haddad. Haddad said Algeria was in favor of a ceasefire in Ukraine.",
        &["haddad ceasefire-first for"],
    );
}

#[test]
fn said_to_somebodys_face() {
    check("\"You refuse to send weapons to Ukraine,\" Merz said.", &[]);
}

#[test]
fn whose_readiness_another_tells() {
    check(
        "Aides to Rubio left. The Kremlin said Putin was open to further talks with Ukraine.",
        &["putin immediate-negotiations for"],
    );
}

#[test]
fn what_others_must_see_is_what_the_speaker_sees() {
    check(
        "Milley said Ukraine will have to realize that there must be a ceasefire.",
        &["milley ceasefire-first for"],
    );
    check(
        "Davey said Starmer must make clear that sanctions on Russia should stay.",
        &["davey sanctions for"],
    );
    check(
        "Merz said India should be demanding that sanctions on Russia stay.",
        &["merz sanctions for"],
    );
}

#[test]
fn while_somebody_said_so_he_did_something_else() {
    check(
        "Trump said Zelensky should rest as he pushed Putin to accept a ceasefire in Ukraine.",
        &["trump ceasefire-first for"],
    );
}

#[test]
fn a_verb_that_takes_no_words_is_no_report() {
    check(
        "The vote came a day after the Polish leader, Karol Nawrocki, addressed members of \
         Congress, as he renewed his appeals for weapons for Ukraine.",
        &["nawrocki aid-to-ukraine for"],
    );
}

#[test]
fn a_country_or_body_before_a_wish() {
    check(
        "Orban deplored the German refusal to ease the sanctions on Russia.",
        &[
            "orban sanctions against",
            "germany-government sanctions for",
        ],
    );
}

#[test]
fn whom_somebody_blames_for_it() {
    check(
        "Trump slammed Zelensky for requesting weapons for Ukraine.",
        &[
            "trump aid-to-ukraine against",
            "zelensky aid-to-ukraine for",
        ],
    );
}

#[test]
fn what_others_are_only_thought_to_do() {
    check(
        "\"I think Putin will accept a ceasefire in Ukraine,\" Trump said.",
        &[],
    );
    check(
        "Analysts at a London bank said Russia will likely seize Ukrainian land.",
        &[],
    );
    check("\"The Russians cannot conquer Ukraine,\" Rubio said.", &[]);
}

#[test]
fn somebody_else_who_is_ready_is_not_the_speaker() {
    check(
        "Two countries are ready to send soldiers to Ukraine, Fico said.",
        &[],
    );
    check(
        "Shaheen said she had heard that they were ready to accept a ceasefire in Ukraine.",
        &[],
    );
}

#[test]
fn who_acts_in_a_headline() {
    for (headline, expected) in [
        (
            "US opposes Nato membership for Ukraine",
            "united-states nato-membership against",
        ),
        (
            "US pauses military aid to Ukraine",
            "united-states aid-to-ukraine against",
        ),
        (
            "Senate rejects Ukraine aid bill",
            "us-senate aid-to-ukraine against",
        ),
        (
            "'We will not give up our land': Zelensky",
            "zelensky territorial-integrity for",
        ),
        (
            "Zelensky vows not to give up 'an inch' of land",
            "zelensky territorial-integrity for",
        ),
        (
            "Medvedev threatens to hit European troops in Ukraine",
            "medvedev peacekeeping-force against",
        ),
        (
            "Trump threatens sanctions on Russia over Ukraine",
            "trump sanctions for",
        ),
    ] {
        check(headline, &[expected]);
    }
    check(
        "Macron, Barrot press Washington not to ease sanctions on Russia",
        &["barrot sanctions for", "macron sanctions for"],
    );
    for (headline, expected) in [
        (
            "UN chief urges ceasefire in Ukraine",
            "guterres ceasefire-first for",
        ),
        (
            "No deal without Ukraine, says Merz",
            "merz ukraine-at-the-table for",
        ),
        (
            "Kremlin rules out Putin-Zelensky summit",
            "kremlin leaders-summit against",
        ),
    ] {
        check(headline, &[expected]);
    }
    check("Johnson faces calls to put Ukraine aid to a vote", &[]);
}

#[test]
fn whom_a_countrys_name_owns_in_a_list_of_instances() {
    check(
        "Leaders like the UK's Keir Starmer and Macron backed an immediate ceasefire in Ukraine.",
        &["macron ceasefire-first for", "starmer ceasefire-first for"],
    );
}
