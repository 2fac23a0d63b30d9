//! How the parts of a sentence hang together: what a wish, a judgement or a denial reaches.

use super::check;

#[test]
fn adjectives_that_look_like_verbs() {
    check(
        "Putin proposed direct talks between Russia and Ukraine in Istanbul.",
        &["putin immediate-negotiations for"],
    );
    check(
        "The Security Council, chaired by Sweden, firebombed no one, and Merz backed sanctions on Russia.",
        &["merz sanctions for"],
    );
}

#[test]
fn what_comes_along_with_a_subject_of_its_own() {
    check(
        "Rubio said any deal would have to involve Ukraine giving up some territory.",
        &["rubio territorial-integrity against"],
    );
    check(
        "Vance suggested that the fighting be stopped, with Ukraine staying out of Nato.",
        &["vance ceasefire-first for", "vance nato-membership against"],
    );
    check(
        "Trump telephoned Putin, with the Russian president consenting to negotiations with Ukraine.",
        &["putin immediate-negotiations for"],
    );
}

#[test]
fn verbs_that_an_aside_parts_from_their_modal() {
    check(
        "Macron told them why sending soldiers to Ukraine should not, in his view, be ruled out.",
        &["macron peacekeeping-force for"],
    );
}

#[test]
fn speakers_with_an_aside() {
    check(
        "Deputy Foreign Minister Sergei Ryabkov, for his part, said on Monday that sanctions on Russia were absurd.",
        &["ryabkov sanctions against"],
    );
    check(
        "Zelensky himself has said that Ukraine wants security guarantees.",
        &["zelensky security-guarantees for"],
    );
    check(
        "Donald Tusk, whose country borders Ukraine, called for an immediate ceasefire along the front line as it stands.",
        &["tusk ceasefire-first for"],
    );
}

#[test]
fn participles_behind_a_noun() {
    check(
        "Merz said the sanctions imposed on Russian banks and insurers must be tightened.",
        &["merz sanctions for"],
    );
    check(
        "Harris told leaders gathered in Geneva that Ireland will continue to give Ukraine military aid.",
        &["harris aid-to-ukraine for"],
    );
}

#[test]
fn relative_clauses_of_things() {
    check(
        "Peskov said Ukraine's membership of Nato was something that Moscow would never tolerate.",
        &["peskov nato-membership against"],
    );
    check(
        "Trump helped to sink a border deal that Republicans had demanded as the price of the Ukraine money.",
        &[],
    );
    check(
        "Trump called for a ceasefire, which Putin rejected.",
        &["trump ceasefire-first for", "putin ceasefire-first against"],
    );
    check(
        "Kyiv accepted a ceasefire proposed by Trump.",
        &[
            "ukraine-government ceasefire-first for",
            "trump ceasefire-first for",
        ],
    );
}

#[test]
fn who_must_and_who_will() {
    check(
        "\"Ukraine is going to have to cede some territory,\" Vance said.",
        &["vance territorial-integrity against"],
    );
    check(
        "Szijjártó said Hungary expected China to use its weight in Moscow to bring about a ceasefire in Ukraine.",
        &[],
    );
}

#[test]
fn what_an_adjective_judges() {
    check(
        "Peskov said that Nato soldiers in Ukraine would make a clash unavoidable.",
        &["peskov peacekeeping-force against"],
    );
}

#[test]
fn denials_that_deny_and_those_that_do_not() {
    check(
        "Martin said that Ireland should play no part in sending weapons to Ukraine.",
        &["martin aid-to-ukraine against"],
    );
    check(
        "Merz said that sanctions on Russia were not only right but wise.",
        &["merz sanctions for"],
    );
}

#[test]
fn second_verbs_of_one_subject() {
    check(
        "Merz said that arms deliveries to Ukraine would go ahead and would be stepped up.",
        &["merz aid-to-ukraine for"],
    );
}

#[test]
fn what_is_only_asked_or_rumoured() {
    check(
        "Thornberry asked about reports that the plan would keep Ukraine out of Nato.",
        &[],
    );
    check(
        "Downing Street declined to put a figure on sending troops to Ukraine.",
        &[],
    );
}

#[test]
fn what_is_to_be_done_to_the_object_of_a_wish() {
    check(
        "Lavrov wants the sanctions on Russia to be lifted.",
        &["lavrov sanctions against"],
    );
    check(
        "Lavrov said Moscow would expect the whole edifice of sanctions to be dismantled.",
        &["lavrov sanctions against"],
    );
    check(
        "Merz wants sanctions on Russia to be tightened.",
        &["merz sanctions for"],
    );
}

#[test]
fn aides_told_by_a_frame_and_by_a_paper() {
    check(
        "A return to Ukraine's 1991 borders was \"an unrealistic objective\", the US defence secretary, Pete Hegseth, told allies.",
        &["hegseth territorial-integrity against"],
    );
    check(
        "Forcing Kyiv to cede territory would be a grave mistake, said Jens Stoltenberg.",
        &["stoltenberg territorial-integrity for"],
    );
    check(
        "It would not, Budanov said, be hurried into ceding the Donbas.",
        &["budanov territorial-integrity for"],
    );
}

#[test]
fn the_same_noun_names_its_matter_again() {
    check(
        "Brussels wants a package that would impose new sanctions on Russia. It rained. Nobody spoke. Fico said he would support the package.",
        &["european-union sanctions for", "fico sanctions for"],
    );
}

#[test]
fn a_plural_noun_after_a_fronted_phrase_is_the_subject() {
    check(
        "According to Friedrich Merz, sanctions against Russia must be tightened.",
        &["merz sanctions for"],
    );
}

#[test]
fn not_before_the_matter_turns_what_should_be_done_with_it() {
    check(
        "Orban said not a cent more should go to Ukraine.",
        &["orban aid-to-ukraine against"],
    );
    check(
        "Merz warned against cutting aid to Ukraine.",
        &["merz aid-to-ukraine for"],
    );
    check(
        "Macron said the fighting in Ukraine must stop.",
        &["macron ceasefire-first for"],
    );
}

#[test]
fn whom_another_quotes_is_the_speaker() {
    for sentence in [
        "Orban was quoted as saying that the sanctions on Russia must be lifted.",
        "Orban was quoted by a local newspaper as saying sanctions on Russia must be lifted.",
        "A local newspaper quoted Orban as saying that sanctions on Russia must be lifted.",
        "\"Sanctions on Russia must be lifted,\" the agency quoted Orban as saying.",
        "Sanctions on Russia must be lifted, Orban was quoted as saying.",
    ] {
        check(sentence, &["orban sanctions against"]);
    }
    // Whoever quotes or hears him, it is his.
    check(
        "Lavrov heard Orban say that the sanctions on Russia must be lifted.",
        &["orban sanctions against"],
    );
    check(
        "Zelensky quoted Trump as saying that sanctions on Russia had to stay.",
        &["trump sanctions for"],
    );
}

#[test]
fn what_must_go_is_not_wanted_and_what_must_go_on_is() {
    for end in ["must go", "had to go", "would have to go"] {
        let sentence = format!("Orban said sanctions on Russia {end}.");
        check(&sentence, &["orban sanctions against"]);
    }
    for end in ["must go on", "would have to go much further"] {
        let sentence = format!("Merz said sanctions on Russia {end}.");
        check(&sentence, &["merz sanctions for"]);
    }
    check(
        "Merz said weapons must go to Kyiv.",
        &["merz aid-to-ukraine for"],
    );
}

#[test]
fn a_participle_behind_what_a_verb_takes_is_only_told() {
    check(
        "Merz called on Brussels to seize Russian state assets frozen in Belgium.",
        &["merz sanctions for"],
    );
}

#[test]
fn nouns_that_are_verbs_after_an_auxiliary() {
    check(
        "Canada was drawing up sanctions on Russia.",
        &["canada-government sanctions for"],
    );
    check(
        "The European Union has been funding arms for Ukraine.",
        &["european-union aid-to-ukraine for"],
    );
    check("The priority is funding for schools in Ukraine.", &[]);
}

#[test]
fn an_adjective_before_a_modal() {
    check(
        "Merz said the front could not be frozen without security guarantees for Ukraine.",
        &["merz security-guarantees for"],
    );
}

#[test]
fn what_somebody_calls_it_is_still_it() {
    check(
        "Merz called for what he described as tough sanctions on Russia.",
        &["merz sanctions for"],
    );
}

#[test]
fn a_report_set_into_another() {
    check(
        "Merz has argued in private, aides said, that sanctions on Russia must stay.",
        &["merz sanctions for"],
    );
}

#[test]
fn a_participle_before_the_first_name() {
    check(
        "Retired Gen. Keith Kellogg, the envoy, told reporters that sanctions on Russia must stay.",
        &["kellogg sanctions for"],
    );
}

#[test]
fn and_that_goes_on_with_what_that_opened() {
    check(
        "Zakharova said that a deal would not be worth the paper it was written on and that Nato troops in Ukraine were ruled out.",
        &["zakharova peacekeeping-force against"],
    );
}

#[test]
fn without_it_something_cannot_end() {
    check(
        "Merz said the war cannot end without security guarantees for Ukraine.",
        &["merz security-guarantees for"],
    );
}

#[test]
fn a_number_that_stands_for_persons() {
    check(
        "Macron met Merz. The two said sanctions on Russia must stay.",
        &["macron sanctions for", "merz sanctions for"],
    );
}

#[test]
fn that_after_the_particle_of_a_verb() {
    check(
        "Merz pointed out that sanctions on Russia must stay.",
        &["merz sanctions for"],
    );
}

#[test]
fn what_comes_along_with_what_is_to_end() {
    check(
        "Merz backed an end to the fighting in Ukraine, with negotiations between Russia and Ukraine to begin.",
        &[
            "merz ceasefire-first for",
            "merz immediate-negotiations for",
        ],
    );
}

#[test]
fn an_infinitive_after_a_name_announces() {
    check(
        "Germany to send tanks to Ukraine",
        &["germany-government aid-to-ukraine for"],
    );
    check("A plan to send tanks to Ukraine", &[]);
}

#[test]
fn what_somebody_wants_to_do_to_what_a_relative_stands_for() {
    check(
        "The sanctions on Russia, which Trump wants to lift, are known.",
        &["trump sanctions against"],
    );
    check(
        "The sanctions on Russia, which Kallas hopes to extend, are known.",
        &["kallas sanctions for"],
    );
}

#[test]
fn all_after_those_it_counts() {
    check(
        "Merz, Macron and Tusk all want sanctions on Russia.",
        &[
            "macron sanctions for",
            "merz sanctions for",
            "tusk sanctions for",
        ],
    );
}

#[test]
fn a_relative_clause_tells_what_a_bill_would_do() {
    check(
        "Gaetz introduced an amendment to the defense bill that would bar military aid to Ukraine.",
        &["gaetz aid-to-ukraine against"],
    );
}

#[test]
fn wanting_to_say_is_no_wish_for_what_is_said() {
    check(
        "\"I want to say that people are talking about sanctions on Russia,\" Scholz said.",
        &[],
    );
}

#[test]
fn a_thing_set_beside_a_name() {
    check(
        "Biden announced weapons for Ukraine to resist Russia, a package with shells.",
        &["biden aid-to-ukraine for"],
    );
}

#[test]
fn what_a_paper_calls_for() {
    check(
        "Washington opposed a resolution calling for sanctions on Russia.",
        &["united-states sanctions against"],
    );
}

#[test]
fn a_participle_joined_to_a_body_is_no_verb() {
    check(
        "On Tuesday Kyiv accepted a U.S.-proposed ceasefire.",
        &["ukraine-government ceasefire-first for"],
    );
}

#[test]
fn a_participle_after_an_object_without_a_comma() {
    check(
        "China is opposed to new sanctions imposed on Russia.",
        &["china-government sanctions against"],
    );
}

#[test]
fn a_time_between_a_noun_and_its_relative() {
    check(
        "Graham presented a bill last week that would lift the sanctions on Russia.",
        &["graham sanctions against"],
    );
}

#[test]
fn participles_that_only_describe() {
    check(
        "Trump threatened Putin with crippling new sanctions on Russia.",
        &["trump sanctions for"],
    );
    check(
        "Merz and Macron said they \"want strong and legally binding security guarantees for \
         Ukraine\".",
        &[
            "merz security-guarantees for",
            "macron security-guarantees for",
        ],
    );
}

#[test]
fn a_circumstance_is_no_object() {
    check(
        "Milley pushed for talks with Russia amid hardening fronts and a ceasefire in Ukraine.",
        &["milley immediate-negotiations for"],
    );
}

#[test]
fn what_one_matter_does_to_another_is_no_wish_for_it() {
    check(
        "Vance said sanctions would not bring Russia to the negotiating table.",
        &["vance sanctions against"],
    );
}

#[test]
fn what_is_hoped_for_is_judged_by_who_speaks() {
    check(
        "Merz said that Kyiv's dream of joining NATO was not realistic for now.",
        &["merz nato-membership against"],
    );
}

#[test]
fn what_a_dismissal_calls_its_object() {
    for words in [
        "Fidan dismissed the sanctions on Russia as a policy that has emptied factories.",
        "Fidan dismissed the sanctions on Russia as useless.",
        "Fidan dismissed as theatre the sanctions that Norway imposed on Russia.",
        "The sanctions on Russia, which Fidan dismissed as useless, hurt trade.",
    ] {
        check(words, &["fidan sanctions against"]);
    }
    check(
        "Scholz denounced Orban as an enemy of sanctions on Russia.",
        &[],
    );
}

#[test]
fn an_object_that_begins_with_a_name() {
    check(
        "Orban supported EU sanctions on Russia.",
        &["orban sanctions for"],
    );
    check(
        "Lavrov rejected a truce during talks of his own with Fidan in Antalya.",
        &["lavrov ceasefire-first against"],
    );
}
