//! Which side a holder takes on what, sentence by sentence, by the rules that ship.
//!
//! An expectation has the form of a rule file's: `holder position for`, with ` if` where the stance
//! depends on something, and ` via reporter` where another says so.

mod asides;
mod clauses;
mod conditions;
mod descriptions;
mod discourse;
mod gates;
mod holders;
mod known_gaps;
mod names;
mod negation;
mod references;
mod several;
mod shapes;
mod sides;
mod subordinates;

use std::collections::BTreeSet;

use stances::rules::Expectation;
use stances::statement::When;

use crate::reader::{analyzer, article};

/// Everything that is found in a text.
fn found(text: &str) -> BTreeSet<String> {
    let reading = analyzer().read(&article(text));
    let statements = reading.statements.iter();
    statements
        .map(|statement| Expectation::of(statement).written(None))
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let expected = expected.iter().map(ToString::to_string).collect();
    assert_eq!(found(text), expected, "{text}");
}

#[track_caller]
fn check_all(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        check(text, expected);
    }
}

#[test]
fn plain_wishes() {
    check(
        "Zelensky called for new sanctions on Russia.",
        &["zelensky sanctions for"],
    );
    check(
        "Starmer backed a ceasefire in Ukraine.",
        &["starmer ceasefire-first for"],
    );
    check(
        "Orban rejected Nato membership for Ukraine.",
        &["orban nato-membership against"],
    );
    check(
        "Lavrov ruled out foreign troops in Ukraine.",
        &["lavrov peacekeeping-force against"],
    );
    check(
        "Macron wants security guarantees for Ukraine.",
        &["macron security-guarantees for"],
    );
    check(
        "Merz urged a meeting between Putin and Zelensky.",
        &["merz leaders-summit for"],
    );
    check(
        "Fico demanded an end to military aid for Ukraine.",
        &["fico aid-to-ukraine against"],
    );
}

#[test]
fn a_report_set_into_its_own_words() {
    check(
        "Arms deliveries to Ukraine, Merz said, must not stop.",
        &["merz aid-to-ukraine for"],
    );
    check(
        "Sanctions on Russia, Kallas told reporters on Monday, must stay.",
        &["kallas sanctions for"],
    );
    check(
        "In the end, Rutte said, Ukraine must receive security guarantees.",
        &["rutte security-guarantees for"],
    );
    check(
        "Kallas told reporters that Putin would have to move, and said sanctions on Russia must stay.",
        &["kallas sanctions for"],
    );
}

#[test]
fn what_papers_and_openers_say() {
    check(
        "Merz is against easing sanctions on Russia.",
        &["merz sanctions for"],
    );
    check(
        "Merz dropped his opposition to sanctions on Russia.",
        &["merz sanctions for"],
    );
    check(
        "Merz said the sanctions on Russia had to be lifted.",
        &["merz sanctions against"],
    );
    check(
        "De Wever said confiscating Russian assets would be illegal.",
        &["de-wever sanctions against"],
    );
    check(
        "Vance ruled out Ukraine joining Nato.",
        &["vance nato-membership against"],
    );
    check(
        "Lula said the war in Ukraine had to stop at once, and the guns had to fall silent.",
        &["lula ceasefire-first for"],
    );
    check(
        "Zelensky signed a decree ruling out negotiations with Putin.",
        &["zelensky immediate-negotiations against"],
    );
    check(
        "Putin rejected Trump's call for a ceasefire in Ukraine.",
        &["putin ceasefire-first against", "trump ceasefire-first for"],
    );
    check(
        "Starmer met Macron in London. Both called for a ceasefire in Ukraine.",
        &["starmer ceasefire-first for", "macron ceasefire-first for"],
    );
    check(
        "Putin made a ceasefire conditional on an end to Western arms deliveries.",
        &[
            "putin ceasefire-first for if",
            "putin aid-to-ukraine against",
        ],
    );
}

#[test]
fn times_between_a_cue_and_what_it_takes() {
    check(
        "Scholz called on Thursday for the guns in Ukraine to fall silent.",
        &["scholz ceasefire-first for"],
    );
    check(
        "Tusk insisted once again on security guarantees for Ukraine.",
        &["tusk security-guarantees for"],
    );
}

#[test]
fn what_an_infinitive_is_for() {
    check(
        "Pavel used his speech to demand new sanctions on Russia.",
        &["pavel sanctions for"],
    );
    check(
        "Pavel urged Kyiv to demand new sanctions on Russia.",
        &["pavel sanctions for"],
    );
    check(
        "Putin wants the sanctions on Russia lifted.",
        &["putin sanctions against"],
    );
}

#[test]
fn judgements_without_a_verb() {
    check(
        "Kremlin: foreign soldiers in Ukraine 'unacceptable'",
        &["kremlin peacekeeping-force against"],
    );
}

#[test]
fn two_positions_in_a_sentence() {
    check(
        "Starmer called for a ceasefire and for tougher sanctions on Russia.",
        &["starmer ceasefire-first for", "starmer sanctions for"],
    );
    check(
        "Zelensky demanded security guarantees and Nato membership for Ukraine.",
        &[
            "zelensky security-guarantees for",
            "zelensky nato-membership for",
        ],
    );
    check(
        "Sanctions on Russia must stay and arms deliveries to Ukraine must go on, Kallas said.",
        &["kallas sanctions for", "kallas aid-to-ukraine for"],
    );
}

#[test]
fn lists_and_alternatives() {
    check(
        "Orban opposes sanctions on Russia, military aid to Ukraine and Nato membership for Ukraine.",
        &[
            "orban sanctions against",
            "orban aid-to-ukraine against",
            "orban nato-membership against",
        ],
    );
    check(
        "Fico will not send weapons to Ukraine or back sanctions on Russia.",
        &["fico aid-to-ukraine against", "fico sanctions against"],
    );
    check(
        "Lavrov rejected both a ceasefire and European troops in Ukraine.",
        &[
            "lavrov ceasefire-first against",
            "lavrov peacekeeping-force against",
        ],
    );
}

#[test]
fn silence_and_mentions() {
    check("Trump did not mention sanctions on Russia.", &[]);
    check("Merz and Macron discussed sanctions on Russia.", &[]);
    check("Starmer spoke of a ceasefire in Ukraine for an hour.", &[]);
    check("Neither leader mentioned Nato membership for Ukraine.", &[]);
    check("Zelensky declined to comment on a ceasefire.", &[]);
    check(
        "The sanctions on Russia were adopted in 2022, said Kallas.",
        &[],
    );
}

#[test]
fn past_stances() {
    check(
        "Merz had once rejected security guarantees for Ukraine.",
        &["merz security-guarantees against"],
    );
}

#[test]
fn references_back() {
    check(
        "Macron proposed a ceasefire. Putin rejected the idea.",
        &[
            "macron ceasefire-first for",
            "putin ceasefire-first against",
        ],
    );
    check(
        "Starmer suggested sending troops to Ukraine. Merz backed the proposal.",
        &[
            "starmer peacekeeping-force for",
            "merz peacekeeping-force for",
        ],
    );
}

#[test]
fn deeds() {
    check(
        "Starmer announced more military aid for Ukraine.",
        &["starmer aid-to-ukraine for"],
    );
    check(
        "The European Union adopted new sanctions on Russia.",
        &["european-union sanctions for"],
    );
    check(
        "Germany delivered more air defence systems to Ukraine.",
        &["germany-government aid-to-ukraine for"],
    );
    check(
        "Trump imposed tariffs on buyers of Russian oil.",
        &["trump sanctions for"],
    );
    check(
        "Orban vetoed the sanctions on Russia.",
        &["orban sanctions against"],
    );
}

#[test]
fn nominals_and_passives() {
    check(
        "Merz's call for a ceasefire in Ukraine went unheard.",
        &["merz ceasefire-first for"],
    );
    check(
        "Trump repeated his refusal to send troops to Ukraine.",
        &["trump peacekeeping-force against"],
    );
    check(
        "A ceasefire was rejected by Putin.",
        &["putin ceasefire-first against"],
    );
}

#[test]
fn judgements() {
    check(
        "Hegseth called Nato membership for Ukraine unrealistic.",
        &["hegseth nato-membership against"],
    );
    check(
        "Medvedev said a ceasefire in Ukraine would only prolong the war.",
        &["medvedev ceasefire-first against"],
    );
    check(
        "Erdogan said a meeting between Putin and Zelensky would be useful.",
        &["erdogan leaders-summit for"],
    );
}

#[test]
fn another_matter_of_the_same_name() {
    check("Merz called for a ceasefire in Gaza.", &[]);
    check("Trump wants to impose sanctions on Iran.", &[]);
    check("Stubb praised Finland's entry into Nato.", &[]);
}

#[test]
fn participles_and_imperatives() {
    check(
        "Kallas spoke in Tallinn, calling for tougher sanctions on Russia.",
        &["kallas sanctions for"],
    );
    check(
        "\"Lift the sanctions on Russia,\" Orban said.",
        &["orban sanctions against"],
    );
    check(
        "Tusk left early, saying Poland would not send troops to Ukraine.",
        &["tusk peacekeeping-force against"],
    );
    check(
        "Zelensky urged Trump to impose new sanctions on Russia.",
        &["zelensky sanctions for"],
    );
}

/// A stance given up is reported as a past one.
#[test]
fn what_is_past_is_marked() {
    let cases = [
        (
            "Merz had once rejected security guarantees for Ukraine.",
            When::Past,
        ),
        ("Merz rejected security guarantees for Ukraine.", When::Now),
    ];
    for (text, expected) in cases {
        let reading = analyzer().read(&article(text));
        let when: Vec<_> = reading.statements.iter().map(|one| one.when).collect();
        assert_eq!(when, [expected], "{text}");
    }
}
