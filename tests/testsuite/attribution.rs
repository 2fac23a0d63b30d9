//! Who speaks, in which words.
//!
//! Each test is marked text. `<words>` name a speaker, whose id is the last word; `<id=words>` are
//! words for whom the text does not say it. `[words]` are what they say. A `|`, which is no part of
//! the text, parts one act of speech from the next. In a text without marks nobody says anything.

use std::collections::BTreeSet;

use stances::analyze::Analysis;
use stances::attribution::Attribution;

use crate::reader::{analyzer, article};

/// One act of speech, as it is marked.
#[derive(Debug, Default)]
struct Act {
    /// Who speaks.
    speakers: BTreeSet<String>,
    /// What they say.
    content: Vec<String>,
}

/// The text without its marks, and what they say.
fn unmark(marked: &str) -> (String, Vec<Act>) {
    let mut text = String::new();
    let mut acts = vec![Act::default()];
    let (mut start, mut id) = (0, None);
    for sign in marked.chars() {
        let act = acts.last_mut().unwrap();
        match sign {
            '<' => (start, id) = (text.len(), None),
            '=' => id = Some(text.split_off(start)),
            '>' => {
                let family = || text[start..].split(' ').next_back().map(str::to_lowercase);
                act.speakers.extend(id.take().or_else(family));
            }
            '[' => start = text.len(),
            ']' => act.content.push(text[start..].to_owned()),
            '|' => acts.push(Act::default()),
            sign => text.push(sign),
        }
    }
    acts.retain(|act| !act.content.is_empty());
    (text, acts)
}

/// Words without the marks and spaces around them, and without the *that* that opens them.
fn bare(words: &str) -> &str {
    let is_mark = |sign: char| sign.is_whitespace() || "\"'`“”‘’.,;:!?—-".contains(sign);
    let words = words.trim_matches(is_mark);
    words.strip_prefix("that ").unwrap_or(words)
}

/// An attribution's words: all of them, and each run by itself.
fn contents<'a>(analysis: &Analysis<'a>, attribution: &Attribution) -> Vec<&'a str> {
    let (first, last) = (attribution.content.first(), attribution.content.last());
    let whole = first.zip(last).map(|(first, last)| first.start..last.end);
    let runs = attribution.content.iter().cloned().chain(whole);
    let runs = runs.filter(|run| run.start < run.end);
    runs.map(|run| bare(analysis.text.slice(analysis.text.span(run))))
        .collect()
}

/// The ids of those who speak.
fn speakers(analysis: &Analysis<'_>, attribution: &Attribution) -> BTreeSet<String> {
    let cast = &analysis.attributed.cast;
    let speakers = attribution.speakers.iter();
    speakers
        .map(|one| cast.get(one.who).id.to_string())
        .collect()
}

/// What is found in a text, where it is not what the marks say.
fn differs(marked: &str) -> Option<String> {
    let (text, acts) = unmark(marked);
    let article = article(&text);
    let analysis = analyzer().analyze(&article);
    let said: Vec<&Attribution> = analysis
        .attributed
        .attributions
        .iter()
        .filter(|one| !one.void && !one.content.is_empty())
        .collect();
    let is_met = |act: &Act| {
        act.content.iter().all(|words| {
            said.iter().any(|one| {
                speakers(&analysis, one) == act.speakers
                    && contents(&analysis, one).contains(&bare(words))
            })
        })
    };
    let is_right = if acts.is_empty() {
        said.iter().all(|one| one.speakers.is_empty())
    } else {
        acts.iter().all(is_met)
    };
    let shown = said.iter().map(|one| {
        format!(
            "  {:?}: {:?}\n",
            speakers(&analysis, one),
            contents(&analysis, one)
        )
    });
    (!is_right).then(|| shown.collect())
}

#[track_caller]
fn check(marked: &str) {
    if let Some(found) = differs(marked) {
        panic!("{marked}\nfound:\n{found}");
    }
}

#[test]
fn before_and_after_and_inside_what_is_said() {
    check("<Zelensky> said [Kyiv would not cede land].");
    check("<Zelensky> said that [Kyiv would not cede land].");
    check("[Kyiv would not cede land], <Zelensky> said on Friday.");
    check("\"[Kyiv will not cede land],\" <Zelensky> said.");
    check("<Zelensky> said: \"[Kyiv will not cede land].\"");
    check("\"[We have said it before],\" <Zelensky> said, \"[and we will not cede land].\"");
}

#[test]
fn reports_after_a_quotation() {
    check("\"[Kyiv],\" <Zelensky> said, \"[will not cede land].\"");
    check("\"[So the harbour stays shut until spring],\" <tusk=Tusk> said.");
    check("\"[We'll wait as long as we must],\" <tusk=Tusk>, 68, told Polish radio.");
    check("\"[Who would want this harbour?]\" <Tusk> said.");
    check("\"[What kept us going],\" <Tusk> said, \"[was the thought of spring].\"");
    check("\"[Quiet],\" <Tusk> demanded.");
    check(
        "\"[It's a good harbour for the farmers to sell in, and how it runs is easy to see],\" <Tusk> said.",
    );
}

#[test]
fn reports_set_into_what_they_report() {
    check("[The harbour], <Tusk> said, [would open in spring].");
    check("[Without a harbour], <Tusk> said, [there was no trade to speak of].");
    check("[And the farmers had lost a harvest that nobody paid for], <Tusk> said.");
}

#[test]
fn names_and_titles_side_by_side() {
    check("The Kremlin's spokesman, <Dmitry Peskov>, said [the talks had gone well].");
    check(
        "The Russian foreign ministry's spokeswoman, <Maria Zakharova>, said [the talks had gone well].",
    );
    check("Putin met Trump in Alaska. <putin=The Kremlin chief> said [the talks had gone well].");
    check(
        "Kremlin spokesman Dmitry Peskov was asked twice. <peskov=The spokesman> said [the talks had gone well].",
    );
    check("\"[The harbour is open],\" said one of its deputies, <Anneli Kask>, on Friday.");
    check("Deputy trade minister <hu=Hu Bolin> said [the harbour was open].");
    check(
        "Trade minister Anneli Kask came with the mayor, Toomas Rebane. <kask=She> said [the harbour was open].",
    );
}

#[test]
fn names_before_a_colon() {
    check("The fishermen waited. <Tusk>: \"[The harbour will open in spring].\"");
    check("STILL NO HARBOUR - <Donald Tusk>: \"[It will open in spring].\"");
    check("<Tusk>: [I saw the harbour.]");
}

#[test]
fn phrases_of_opinion() {
    check("Tusk left early. [The harbour], in <tusk=his> opinion, [was a folly].");
}

#[test]
fn the_verb_first_of_all() {
    check("Said <Merz>: \"[We shall keep the pressure up].\"");
}

#[test]
fn as_somebody_said() {
    check("As <Tusk> pointed out in May, [the harbour has no cranes].");
}

#[test]
fn someone_unknown_in_between() {
    check("Rutte came late. The mayor was angry. He said [the quay had sunk].");
}

#[test]
fn whose_president_it_is() {
    check("Macron had called at noon. \"[The president has said so],\" <Peskov> told reporters.");
}

#[test]
fn groups_just_named() {
    check(
        "Starmer and Macron met in London. <starmer=Both> <macron=> said [the guns had to fall silent].",
    );
    check(
        "European leaders met in Paris. <european-leaders=The leaders> said [the guns had to fall silent].",
    );
}

#[test]
fn who_was_in_view_last() {
    check(
        "\"[The stocks are running low],\" <Rutte> told reporters on Monday. Tusk, who sat beside him, was of another mind. |<tusk=He> said [the stocks were full].",
    );
}

#[test]
fn the_verb_before_its_speaker() {
    check("\"[We shall keep the pressure up],\" said <Merz>.");
    check("\"[We shall keep the pressure up],\" said the German chancellor, <Friedrich Merz>.");
    check("\"[The harbour is open again],\" added <Starmer>, who had come by train.");
}

#[test]
fn speakers_without_a_verb() {
    check("According to <Rutte>, [the stocks are running low].");
    check("[The stocks are running low], according to <Rutte>.");
    check("<Peskov>: \"[Nobody has sent us a letter].\"");
}

#[test]
fn to_whom_and_where_it_is_said() {
    check("<Tusk> told reporters in Warsaw that [the border would be guarded].");
    check("<Tusk> told Macron [the border would be guarded].");
    check("In a post on X, <Tusk> wrote that [the border would be guarded].");
    check("Asked about the border, <Tusk> said [it would be guarded].");
    check("\"[The border will be guarded],\" <Tusk> told Polish radio.");
}

#[test]
fn verbs_in_other_forms() {
    check("<Rutte> left the room, saying [the stocks were running low].");
    check("<Rutte> has warned that [the stocks are running low].");
    check("<Merz> thanked his hosts, adding that [the work had only begun].");
    check("It was announced by <Starmer> that [the talks would go on].");
}

#[test]
fn clauses_between_speaker_and_verb() {
    check("<Merz>, a lawyer who had advised Scholz on the budget, said [the work had only begun].");
    check("<Merz>, the aide to a chancellor once, said [his boss was asleep].");
    check(
        "The talks went on, but the Dutch prime minister, <Mark Rutte>, said [the stocks were low].",
    );
    check("<Merz>, who had joined by telephone, said [the work had only begun].");
    check("<Merz>, speaking in Berlin, said [the work had only begun].");
    check("<Merz> - a lawyer by training - said [the work had only begun].");
    check("Speaking in Berlin after a long night, <Merz> said [the work had only begun].");
}

#[test]
fn signs_of_quotation() {
    check("“[Kyiv will not cede land],” <Zelensky> said.");
    check("‘[Kyiv will not cede land],’ <Zelensky> said.");
    check("'[Kyiv will not cede land],' <Zelensky> said.");
    check("``[Kyiv will not cede land],'' <Zelensky> said.");
    check("''[Kyiv will not cede land],'' <Zelensky> said.");
    check("<Zelensky> called the plan ''[a trap that Kyiv will not enter].''");
    check("'[It's not Kyiv's land to give, and we won't],' <Zelensky> said.");
    check("<Zelensky> said [the leaders' talks had shown that Kyiv wouldn't cede land].");
    check("\"[He told me 'never' and I believed him],\" <Merz> said.");
    check("\"[The farmers’ land is Ukraine’s],\" <Zelensky> said.");
}

#[test]
fn parts_of_a_quotation() {
    check("<Macron> said [the talks were \"a chair, not a postcard\"].");
    check("<Macron> said [the guarantees had to be \"robust, and soon\"].");
}

#[test]
fn quotations_over_paragraphs() {
    check("\"[The stocks are running low],\" <Rutte> said. \"[Winter is no time to be slow].\"");
    check(
        "\"[The stocks are running low],\" <Rutte> said.\n\n|<rutte=>\"[Winter is no time to be slow.]\"",
    );
    check("<Rutte> spoke first. \"[Winter is no time to be slow].\"");
    check(
        "<Rutte> said: \"[The stocks are running low, and nobody should sleep.]\n\nThe talks lasted nine hours.",
    );
}

#[test]
fn references() {
    check("Zelensky came to Berlin. <zelensky=He> said [Kyiv would not cede land].");
    check("Merz met Meloni in Rome. <meloni=She> said [the talks had gone well].");
    check(
        "Merz met Zelensky in Berlin. The <zelensky=Ukrainian president> said [Kyiv would not cede land].",
    );
    check("<merz=The German chancellor> said [the work had only begun].");
    check(
        "Starmer met Macron in London. <starmer=The prime minister> said [Britain would not wait].",
    );
    check("Merz met Meloni in Rome. <merz=He> said [the talks had gone well].");
    check("\"He is tired,\" <Merz> said of Putin. <merz=He> added that [the talks would go on].");
    check(
        "Sergei Lavrov spoke in Moscow. <lavrov=The Russian foreign minister> said [the talks had gone well].",
    );
}

#[test]
fn whose_words_these_are() {
    check("Trump's envoy <Steve Witkoff> said [the talks had gone well].");
    check("<Peskov>, Putin's spokesman, said [the talks had gone well].");
    check("<Anneli Kask>, the Estonian trade minister, said [the harbour was open].");
    check("<The Kremlin> said [it had taken note].");
    check("<russia-government=Moscow> said [it had taken note].");
}

#[test]
fn several_speakers() {
    check("<Starmer> and <Macron> said [the guns had to fall silent].");
    check("<Starmer>, <Macron> and <Merz> said [the guns had to fall silent].");
    check(
        "Starmer met Macron in London. <starmer=The pair> <macron=> said [the guns had to fall silent].",
    );
}

#[test]
fn hearsay_has_two_speakers() {
    check("According to <Rubio>, [Putin said the talks would fail].");
    check("According to Rubio, <Putin> said [the talks would fail].");
    check("<Zelensky> said [Trump believed the talks would fail].");
    check("Zelensky said <Trump> believed [the talks would fail].");
}

#[test]
fn headings_name_the_next_speaker() {
    check("# FRIEDRICH MERZ, GERMAN CHANCELLOR\n\n<merz=>\"[This plan needs a lot of work].\"");
    check("# DONALD TUSK: NO HURRY\n\n<tusk=>\"[This plan needs a lot of work].\"");
}

#[test]
fn no_speech() {
    check("The so-called \"ceasefire\" lasted an hour.");
    check("The film \"Winter on Fire\" was shown in the hall.");
    check("The talks lasted nine hours.");
    check("Neither leader said a word.");
    check("Nobody knows what 'peace' means in the '90s film.");
}

/// What is not found today, marked as it should be. A line that fails here belongs above.
const KNOWN_GAPS: &[&str] = &[
    "The plan was short, <Stubb> noted, and [nobody had signed it].",
    "<Rutte> said: \"[The stocks are running low.]\n\n\"[Nobody should sleep.]\"",
];

#[test]
fn known_gaps_are_still_open() {
    for marked in KNOWN_GAPS {
        assert!(differs(marked).is_some(), "closed, move it up: {marked}");
    }
}
