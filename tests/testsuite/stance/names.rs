//! Whom names, titles and pronouns stand for.

use super::check;

#[test]
fn whom_the_article_is_about() {
    check(
        "Fico likes to talk. Fico won in autumn. Fico fired a minister. Fico left Prague angry. Orbán was alone in refusing, and Fico went along. He also wrote that sanctions on Russia must be lifted.",
        &["fico sanctions against"],
    );
}

#[test]
fn strangers_with_an_office() {
    check(
        "Ukraine's ambassador to Canada, Yuliya Kovaliv, spoke first. She said a truce would only benefit Russia, that sanctions on Russia must stay and that talks could wait.",
        &["kovaliv ceasefire-first against", "kovaliv sanctions for"],
    );
    check(
        "Sen. Lindsey Graham, R-S.C., who backs sanctions on Russia, left early.",
        &["graham sanctions for"],
    );
    check(
        "Vance has circulated a memo that argues Ukraine cannot get back its land.",
        &["vance territorial-integrity against"],
    );
}

#[test]
fn who_is_beside_and_who_reports() {
    check(
        "Trump met Rubio. The president, Rubio said, wants Russia to agree to a ceasefire.",
        &["trump ceasefire-first for via rubio"],
    );
    check(
        "Merz thanks Trump for his help, and urges Moscow to agree to a ceasefire.",
        &["merz ceasefire-first for"],
    );
    check(
        "Kaptur heads the group. The congresswoman Marcy Kaptur said the White House had erred when it left in March and called for sanctions on Russia.",
        &["kaptur sanctions for"],
    );
    check(
        "Szijjarto came too. Hungary wants an immediate ceasefire and negotiations, he said, and it would not send weapons to Ukraine.",
        &[
            "szijjarto aid-to-ukraine against",
            "szijjarto ceasefire-first for",
            "szijjarto immediate-negotiations for",
        ],
    );
    check(
        "Rasmussen, the Danish foreign minister, said that Europe would send weapons to Ukraine.",
        &["rasmussen aid-to-ukraine for"],
    );
}

#[test]
fn a_headline_is_no_given_name() {
    check(
        "Leaders meet in Leipzig\n\nMerz said that sanctions on Russia must stay.",
        &["merz sanctions for"],
    );
}

#[test]
fn leaders_of_several_countries() {
    check(
        "The leaders of Estonia, Latvia and Lithuania issued a joint statement in Yerevan warning against any easing of sanctions on Russia.",
        &["baltic-states sanctions for"],
    );
    check(
        "The leaders of France, Germany, Spain and the UK went to Kyiv, where, together with Zelensky, they called for a ceasefire.",
        &["european-leaders ceasefire-first for"],
    );
    check(
        "The foreign ministers of France and Germany said sanctions on Russia must stay.",
        &["barrot sanctions for", "wadephul sanctions for"],
    );
}

#[test]
fn offices_that_only_one_country_has() {
    check(
        "The Taoiseach said sanctions on Russia must stay.",
        &["martin sanctions for"],
    );
    check(
        "The foreign secretary said sanctions on Russia must be tightened.",
        &["lammy sanctions for"],
    );
}

#[test]
fn members_of_a_list_with_their_states() {
    let both = ["brown sanctions for", "jones sanctions for"];
    check(
        "Sens. Ann Brown (R-Iowa) and Tom Jones (D-Ohio) said that Washington should impose sanctions on Russia.",
        &both,
    );
    check(
        "Sens. Ann Brown of Iowa and Tom Jones of Ohio said that Washington should impose sanctions on Russia.",
        &both,
    );
    check(
        "Sens. Ann Brown, R-Iowa, and Tom Jones, D-Ohio, said that Washington should impose sanctions on Russia.",
        &both,
    );
}

#[test]
fn a_title_that_runs_on_into_the_name() {
    check(
        "The former judge and now Lithuanian Minister of Defence Ann Brown wants to send peacekeepers to Ukraine.",
        &["brown peacekeeping-force for"],
    );
    check(
        "On a visit to Kyiv, US Deputy Secretary of State Ann Brown called for a ceasefire in Ukraine.",
        &["brown ceasefire-first for"],
    );
}

#[test]
fn who_stands_beside_a_name() {
    check(
        "Rep. Ann Brown, R-Iowa, a longtime critic who has vowed to send weapons to Ukraine, called him naive.",
        &["brown aid-to-ukraine for"],
    );
}

#[test]
fn initials_in_names() {
    check(
        "Donald J. Trump called for a ceasefire in Ukraine.",
        &["trump ceasefire-first for"],
    );
    check(
        "Speaker Ann A. Brown, Ohio Republican, urged the president to send weapons to Ukraine.",
        &["brown aid-to-ukraine for"],
    );
}

#[test]
fn they_of_several() {
    check(
        "Hungary and Slovakia told the council on Tuesday that they would oppose the Commission's sanctions on Russia.",
        &[
            "hungary-government sanctions against",
            "slovakia-government sanctions against",
        ],
    );
    check(
        "Foreign ministers from the north said that Russia should pay more, and they called for sanctions on Moscow.",
        &[],
    );
}

#[test]
fn the_official_of_a_body_is_the_one_just_named() {
    check(
        "Dmitry Peskov met the press. The Kremlin official said foreign troops in Ukraine were unacceptable.",
        &["peskov peacekeeping-force against"],
    );
}

#[test]
fn an_object_pronoun_is_no_subject() {
    check(
        "\"Then give us guarantees as strong as a treaty,\" Zelensky said of the peace plan for Ukraine.",
        &["zelensky security-guarantees for"],
    );
}

#[test]
fn a_name_with_stops_in_it() {
    check(
        "The U.S. wants a ceasefire in Ukraine.",
        &["united-states ceasefire-first for"],
    );
}

#[test]
fn a_relatives_name_takes_no_pronoun() {
    check(
        "Jean-Noël Barrot spoke first. His father, Jacques Barrot, was a minister. He called for sanctions on Russia.",
        &["barrot sanctions for"],
    );
}

#[test]
fn a_word_of_a_name_is_no_cue() {
    check(
        "Zakharova spoke of the coalition of the willing to dispatch troops to Ukraine.",
        &[],
    );
}

#[test]
fn names_beside_other_names() {
    check(
        "In Bratislava Emmanuel Macron called for a ceasefire in Ukraine.",
        &["macron ceasefire-first for"],
    );
    check(
        "Trump was late, and by the evening Zelensky had endorsed a ceasefire in Ukraine.",
        &["zelensky ceasefire-first for"],
    );
    check(
        "Martin Holm, a senator, called for a ceasefire in Ukraine.",
        &["holm ceasefire-first for"],
    );
    check(
        "Deputy Foreign Minister Igor Lapin-Orlov rejected a ceasefire in Ukraine.",
        &["lapin-orlov ceasefire-first against"],
    );
    check(
        "Sweden's ambassador to the United Nations, Per Holm, called for a ceasefire in Ukraine.",
        &["holm ceasefire-first for"],
    );
}

#[test]
fn nations_and_those_they_back() {
    check(
        "The Americans want Ukraine to cede the Donbas, Zelensky told reporters.",
        &["united-states territorial-integrity against via zelensky"],
    );
    check(
        "Moscow-backed administrations demanded recognition of the annexation of Crimea.",
        &[],
    );
}

#[test]
fn who_he_is_in_the_clause_beside() {
    check(
        "Merz spoke first. Putin told Trump that he would think about it, but he did not agree to a ceasefire in Ukraine.",
        &["putin ceasefire-first against"],
    );
}

#[test]
fn an_honorific_and_a_given_name() {
    check(
        "Sir Ben Morris, a lawmaker, met reporters. Sir Ben said sanctions on Russia must stay.",
        &["morris sanctions for"],
    );
    check(
        "Ben Morris, a lawmaker, met reporters. Sir Dan said sanctions on Russia must stay.",
        &[],
    );
}

#[test]
fn bodies_of_one_name_in_several_countries() {
    for (body, holder) in [
        ("Sweden's Ministry of Defence", "sweden-government"),
        ("The Swedish Ministry of Defence", "sweden-government"),
        ("The Ministry of Defence of Sweden", "sweden-government"),
        ("The foreign ministry in Stockholm", "sweden-government"),
        ("The Swedish embassy in Kyiv", "sweden-government"),
        ("The British Ministry of Defence", "united-kingdom"),
        ("The Swedish parliament", "sweden-parliament"),
        ("The House of Representatives", "us-house"),
        ("The House of Commons", "house-of-commons"),
    ] {
        check(
            &format!("{body} called for new sanctions on Russia."),
            &[&format!("{holder} sanctions for")],
        );
    }
    check("The Spanish Senate voted for new sanctions on Russia.", &[]);
}

#[test]
fn who_reports_a_quotation_is_nobody_named_in_it() {
    check(
        "Peskov spoke first. \"We are ready to go on with the talks, and we thank President Trump for all he does,\" he said.",
        &["peskov immediate-negotiations for"],
    );
    check(
        "Starmer spoke first. \"There are those who say President Zelensky should give up land,\" he said.",
        &[],
    );
}

#[test]
fn a_title_has_no_bearer_with_a_title_of_his_own() {
    check(
        "The German chancellor after talks with French President Emmanuel Macron called for new sanctions on Russia.",
        &["merz sanctions for"],
    );
    check(
        "The Moscow-friendly White House rejected sanctions on Russia.",
        &["white-house sanctions against"],
    );
}

#[test]
fn a_title_of_his_own_in_a_quotation() {
    check(
        "Starmer went to Kyiv. \"As prime minister, I will never accept Ukraine giving up land,\" he said.",
        &["starmer territorial-integrity for"],
    );
}

#[test]
fn who_speaks_for_the_office_of_somebody() {
    for words in [
        "Starmer's spokesman called for new sanctions on Russia.",
        "A spokeswoman for Starmer called for new sanctions on Russia.",
    ] {
        check(words, &["downing-street sanctions for"]);
    }
}

#[test]
fn a_building_is_nobody() {
    check(
        "Tusk arrived. Lancaster House, where he spoke, was cold. He wants new sanctions on Russia.",
        &["tusk sanctions for"],
    );
}

#[test]
fn a_name_at_the_end_of_a_long_title() {
    for (title, holder) in [
        (
            "Minister of Foreign Affairs of Estonia Margus Tsahkna",
            "tsahkna",
        ),
        (
            "Chairman of the State Duma Committee on International Affairs Leonid Slutsky",
            "slutsky",
        ),
        (
            "Deputy Secretary of the Russian Security Council Pavel Zimin",
            "zimin",
        ),
    ] {
        check(
            &format!("{title} spoke out against new sanctions on Russia."),
            &[&format!("{holder} sanctions against")],
        );
    }
}

#[test]
fn whose_something_is_after_who_is_named_before() {
    check(
        "Berlin was calm. According to the Kremlin, its goal is an end to sanctions on Russia.",
        &["kremlin sanctions against"],
    );
}

#[test]
fn whose_office_a_title_with_of_is() {
    let holds = |title: &str, expected: &[&str]| {
        let text = format!("{title} called for tougher sanctions on Russia.");
        check(&text, expected);
    };
    for (title, holder) in [
        ("The head of NATO", "rutte"),
        ("The boss of Nato", "rutte"),
        ("The head of the United Nations", "guterres"),
        ("The president of the European Commission", "von-der-leyen"),
        ("The Commission president", "von-der-leyen"),
        ("The head of the EU executive", "von-der-leyen"),
        ("The EU's foreign policy chief", "kallas"),
        ("The bloc's top diplomat", "kallas"),
        ("The UK's prime minister", "starmer"),
        ("The head of German diplomacy", "wadephul"),
        ("The French head of state", "macron"),
        ("The president of the French Republic", "macron"),
        ("The head of Ukraine's presidential office", "yermak"),
        ("A German diplomat", "germany-government"),
        ("Kyiv's negotiators", "ukraine-government"),
        ("Congress", "us-congress"),
        ("No 10", "downing-street"),
    ] {
        holds(title, &[&format!("{holder} sanctions for")]);
    }
    for title in [
        "The leader of Ukraine's opposition",
        "The leader of the German opposition",
        "The president of the German industry federation",
        "The president of the German Bundestag",
        "The prime minister of Poland's previous government",
        "The head of Russia's central bank",
        "The leader of the Russian delegation",
    ] {
        holds(title, &[]);
    }
    check(
        "No Kremlin official wants a ceasefire in Ukraine.",
        &["kremlin ceasefire-first against"],
    );
}

#[test]
fn the_state_of_a_head_of_state_is_no_adjective() {
    check(
        "The secretary of state wants tougher sanctions on Russia.",
        &["rubio sanctions for"],
    );
}

#[test]
fn whoever_is_named_with_a_party_is_public() {
    for who in [
        "Piotr Kowal of the hard-left Unity Now",
        "Piotr Kowal, of the Green Party,",
        "Piotr Kowal (Liberal, Ottawa)",
        "Piotr Kowal (SPD)",
        "Fellow Conservative Piotr Kowal",
        "Labour veteran Piotr Kowal",
        "The Socialist Piotr Kowal",
        "Her party colleague Piotr Kowal",
        "Piotr Kowal, a CDU foreign policy specialist,",
        "Piotr Kowal, one of the leaders of the Homeland League,",
        "Piotr Kowal, who chairs the foreign affairs committee,",
        "Piotr Kowal (Kenya)",
        "India's Piotr Kowal",
    ] {
        check(
            &format!("{who} called for a ceasefire in Ukraine."),
            &["kowal ceasefire-first for"],
        );
    }
    for who in [
        "Piotr Kowal",
        "Piotr Kowal, a baker from Kyiv,",
        "Piotr Kowal of Oxford University",
        "Piotr Kowal, an analyst at the Institute for War Studies,",
        "Piotr Kowal (34)",
    ] {
        check(&format!("{who} called for a ceasefire in Ukraine."), &[]);
    }
}

#[test]
fn names_behind_long_titles() {
    for who in [
        "Former army chief of staff Hans Brandt",
        "A former minister, retired General Hans Brandt,",
    ] {
        check(
            &format!("{who} called for a ceasefire in Ukraine."),
            &["brandt ceasefire-first for"],
        );
    }
}
