//! Why a matter that is named shows no stance.

use super::{check, check_all};
use stances::stance::Gate::{
    self, Condition, Deed, Holder, Outweighed, Possible, Price, Private, Question, Unreal, Void,
    Wish,
};
use stances::stance::Verdict;

use crate::reader::{analyzer, article};

/// The gates that closed in a text, in its order.
fn closed(text: &str) -> Vec<Gate> {
    let article = article(text);
    let analysis = analyzer().analyze(&article);
    let judged = analysis.packs.iter().flat_map(|pack| &pack.judged);
    let gates = judged.filter_map(|(_, verdict)| match verdict {
        Verdict::Closed(gate) => Some(*gate),
        Verdict::Found(_) => None,
    });
    gates.collect()
}

#[test]
fn gates_close_on_what_they_say() {
    let cases = [
        (
            "The ceasefire lasted two days in Ukraine, Trump noted.",
            Wish,
        ),
        (
            "It was said that there must be a ceasefire in Ukraine.",
            Holder,
        ),
        ("Will Putin accept a ceasefire in Ukraine?", Question),
        (
            "If Putin accepts a ceasefire, Trump will visit Moscow.",
            Condition,
        ),
        (
            "Putin wants Trump's respect in exchange for a ceasefire.",
            Price,
        ),
        ("Lavrov denied that Putin had rejected a ceasefire.", Void),
        ("Merz could send peacekeepers to Ukraine.", Possible),
        ("The EU would have eased the sanctions on Russia.", Unreal),
        (
            "Olha Shevchenko, a teacher, called for a ceasefire in Ukraine.",
            Private,
        ),
        ("Ukraine's forces hold the Donbas.", Deed),
        (
            "Zelensky will never accept Russian claims to a single inch of Ukrainian land.",
            Outweighed,
        ),
    ];
    for (text, gate) in cases {
        assert_eq!(closed(text), [gate], "{text}");
    }
}

#[test]
fn a_mere_reason_is_wanted_by_no_one() {
    check(
        "Russia stopped buying Danish cheese in response to the sanctions.",
        &[],
    );
    check(
        "Orban refused to sign because of the sanctions on Russia.",
        &[],
    );
}

#[test]
fn what_is_only_foretold() {
    check(
        "Lavrov said the next round of talks on Ukraine will take place on Friday.",
        &[],
    );
    check(
        "Merz said sanctions on Russia will not change the price of bread.",
        &[],
    );
    check(
        "Merz said no German soldiers will go to Ukraine.",
        &["merz peacekeeping-force against"],
    );
}

#[test]
fn what_is_only_spoken_of() {
    check(
        "Rubio said sanctions on Russia were an important issue.",
        &[],
    );
    check(
        "It is not clear that Putin wants a ceasefire in Ukraine.",
        &[],
    );
    check(
        "Even the prospect of Washington lifting sanctions on Russia worried Warsaw.",
        &[],
    );
    check(
        "Tusk called Orban a liar for saying he had backed a ceasefire in Ukraine.",
        &[],
    );
    check(
        "Costa acknowledged that the sanctions have yet to stop the Russian army.",
        &[],
    );
}

#[test]
fn part_of_a_longer_word() {
    check(
        "Moscow announced counter-sanctions after weeks of behind-the-scenes work.",
        &[],
    );
}

#[test]
fn harm_done_by_a_thing() {
    check(
        "Tusk warned that the new tariffs could undermine the ceasefire in Ukraine.",
        &[],
    );
}

#[test]
fn what_no_one_says_and_any_decision() {
    check(
        "No one is saying that NATO will send ground troops to Ukraine.",
        &[],
    );
    check(
        "There was no sign that Merz will send peacekeepers to Ukraine.",
        &[],
    );
    check(
        "Peskov spoke of any decision by Washington to supply weapons to Ukraine.",
        &[],
    );
}

#[test]
fn what_is_said_behind_a_reference() {
    check(
        "Sanctions on Russia have been costly. Baerbock said that the measures would remain in place.",
        &["baerbock sanctions for"],
    );
    check(
        "Sanctions on Russia have been costly. Orban said the idea was wrong.",
        &["orban sanctions against"],
    );
}

#[test]
fn what_one_only_hears_is_nobodys() {
    check(
        "\"I hear that a truce in Ukraine would be worthless,\" Lula said.",
        &[],
    );
}

#[test]
fn an_article_about_a_matter_need_not_name_it_in_each_sentence() {
    let of_ukraine = "Ukraine asked its partners for more in Kyiv on Monday.\n\n\
         Trade was the other matter that ministers talked of there.\n\n\
         Wadephul said Berlin wanted negotiations as soon as the weather allows.";
    let of_trade = of_ukraine.replace(
        "Ukraine asked its partners for more in Kyiv",
        "Customs were raised again",
    );
    check(of_ukraine, &["wadephul immediate-negotiations for"]);
    check(&of_trade, &[]);
}

#[test]
fn what_unknown_others_believe() {
    check(
        "\"They believe our soldiers die to get us into NATO,\" Zelensky said.",
        &[],
    );
}

#[test]
fn what_others_want_is_not_the_speakers() {
    for others in ["critics", "the protesters", "the company", "voters"] {
        check(
            &format!("Merz said {others} opposed sanctions on Russia."),
            &[],
        );
    }
    check(
        "Merz said the government opposed sanctions on Russia.",
        &["merz sanctions against"],
    );
    check(
        "Merz said the plan called for an end to sanctions on Russia.",
        &["merz sanctions against"],
    );
}

#[test]
fn who_is_no_companion_and_whose_words_are_nobodys() {
    check(
        "Putin, speaking alongside Trump, rejected a ceasefire in Ukraine.",
        &["putin ceasefire-first against"],
    );
    check(
        "Merz, attacked along with Macron by Putin, demanded sanctions on Russia.",
        &["merz sanctions for"],
    );
    for text in [
        "\"Some say we should lift sanctions on Russia,\" Merz said.",
        "\"Critics say we should stop sending arms to Ukraine,\" Starmer said.",
        "Investors were glad that sanctions on Russia were lifted, Merz said.",
        "Not all EU leaders back new sanctions on Russia.",
        "Few European leaders back sending troops to Ukraine.",
    ] {
        check(text, &[]);
    }
}

/// Paragraphs about a school bill, then this one.
fn beside_schools(last: &str) -> String {
    let schools = "The school bill would give every district money for teachers and for books.";
    format!("{schools}\n\n{schools}\n\n{schools}\n\n{schools}\n\n{last}")
}

#[test]
fn in_an_article_about_something_else_the_debate_is_named_near() {
    check(
        &beside_schools("Sunak said that he would send more weapons to Ukraine."),
        &["sunak aid-to-ukraine for"],
    );
    let vote = beside_schools("Sunak said that he would vote for the aid package.");
    let apart = format!("The school board met.\n\nUkraine was not on its agenda.\n\n{vote}");
    check(&apart, &[]);
    let headline = format!("Sunak would vote for schools and Ukraine\n\n{vote}");
    check(&headline, &["sunak aid-to-ukraine for"]);
    let before =
        "Ukraine's army needs more aid.\n\nSunak said that he would vote for the aid package.";
    check(&beside_schools(before), &["sunak aid-to-ukraine for"]);
}

#[test]
fn a_sentence_on_another_war_is_no_stance_on_this_one() {
    check(
        "The war in Ukraine went on. Guterres called for an immediate ceasefire to protect the Kurds.",
        &[],
    );
    check(
        "Guterres called for an immediate ceasefire in Ukraine and to protect the Kurds.",
        &["guterres ceasefire-first for"],
    );
}

#[test]
fn the_end_of_a_month_ends_no_talks() {
    check(
        "Merz proposed the end of June for a summit of Putin and Zelensky.",
        &["merz leaders-summit for"],
    );
}

#[test]
fn what_the_same_preposition_brings_in_again_is_not_what_the_noun_takes() {
    check(
        "Budrys called for a ban on Russian gas and for Russian banks to be cut off from the payments system.",
        &["budrys sanctions for"],
    );
}

#[test]
fn what_others_say_are_given_or_will_do() {
    for words in [
        "\"There are colleagues who say that troops should be sent to Ukraine,\" Fico said.",
        "Britain will receive more missiles from Ukraine's allies.",
        "Stubb said he believed the next cabinet would raise sanctions on Russia.",
        "Poland asked for a meeting on more aid for Ukraine.",
        "Bodnar said he had never received a request from Kyiv for Polish troops in Ukraine.",
        "Stubb said Europe had to choose between sanctions on Russia and cheap gas.",
        "\"It is not for me to settle a truce in Ukraine,\" Stubb said.",
        "Russian-backed officials in Donetsk announced plans for a referendum on joining Russia.",
        "All but Hungary voted for sanctions on Russia.",
        "Stubb asked Merz why he would not send tanks to Ukraine.",
        "Merz doubted that Putin wanted a truce in Ukraine.",
        "Merz dismissed Trump's plan, under which Ukraine would give up Crimea.",
        "With Trump ready to move to Florida in January, Stubb spoke of sanctions on Russia.",
        "Stubb is yet to decide on sending soldiers to Ukraine.",
        "Rand Paul wants an inspector to track the money for Ukraine.",
        "Scholz said Germany would never act alone on weapons deliveries to Ukraine.",
        "Beijing's wish to see a parallel between Taiwan and Ukraine's entry into NATO was mocked.",
    ] {
        check(words, &[]);
    }
}

#[test]
fn what_another_is_only_said_to_do() {
    check_all(&[
        ("Peskov said Germany was sending weapons to Ukraine.", &[]),
        // Its own spokesman, or what it is said to want.
        (
            "Pistorius said Germany was sending weapons to Ukraine.",
            &["pistorius aid-to-ukraine for"],
        ),
        (
            "Peskov said Germany wanted to send weapons to Ukraine.",
            &["germany-government aid-to-ukraine for via peskov"],
        ),
    ]);
}

#[test]
fn what_is_only_summed_up() {
    check_all(&[
        (
            "Poland has sent Ukraine more than 40 tanks since 2022.",
            &[],
        ),
        ("Poland has sent Ukraine tanks in ten packages so far.", &[]),
        (
            "Poland has sent tanks to Ukraine.",
            &["poland-government aid-to-ukraine for"],
        ),
        (
            "Slovakia has sent no weapons to Ukraine since 2023.",
            &["slovakia-government aid-to-ukraine against"],
        ),
        (
            "Tusk said that Ukraine had to have a seat at the table.",
            &["tusk ukraine-at-the-table for"],
        ),
        (
            "Since the invasion Tusk has refused to send troops to Ukraine.",
            &["tusk peacekeeping-force against"],
        ),
    ]);
}
