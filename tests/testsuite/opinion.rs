//! Pieces of opinion: what they say in their own words is their author's.

use stances::article::Article;
use stances::corpus::{Context, Source, read};

use crate::corpus::shipped;
use crate::reader::analyzer;

fn written(text: &str) -> Article {
    let outlets = shipped();
    let source = Source {
        path: "piece.txt",
        id: "piece",
        bytes: text.as_bytes(),
    };
    let mut articles = read(&source, &Context::new(&outlets)).articles;
    articles.pop().unwrap()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let reading = analyzer().read(&written(text));
    let mut stances: Vec<String> = reading
        .statements
        .iter()
        .map(|s| format!("{} {} {}", s.holder, s.position, s.stance))
        .collect();
    stances.sort();
    stances.dedup();
    assert_eq!(stances, expected);
}

const BODY: &str = "The war in Ukraine goes on. Europe should send Ukraine more weapons this year.\n\n\
    Viktor Orban has said that the sanctions on Russia should be lifted. He is wrong.\n\n\
    \"There must be a ceasefire in Ukraine,\" one banner read.\n";

#[test]
fn its_own_words_are_its_authors() {
    check(
        &format!("Opinion: Why Europe must not blink\nBy Ann Brown\n3 June 2025\n\n{BODY}"),
        &["brown aid-to-ukraine supports", "orban sanctions opposes"],
    );
    check(
        &format!(
            "Why Europe must not blink\n\n{BODY}\n\
             Tony Smith is a former ambassador to Kyiv. The views expressed here are his own.\n"
        ),
        &["orban sanctions opposes", "smith aid-to-ukraine supports"],
    );
}

#[test]
fn an_author_of_the_roster_goes_by_the_rosters_id() {
    check(
        &format!("Why Europe must not blink | Opinion\nBy Boris Johnson\n3 June 2025\n\n{BODY}"),
        &["johnson aid-to-ukraine supports", "orban sanctions opposes"],
    );
}

#[test]
fn what_a_report_says_in_its_own_words_is_nobodys() {
    check(
        &format!("A long evening in the hall\nBy Ann Brown\n3 June 2025\n\n{BODY}"),
        &["orban sanctions opposes"],
    );
}

#[test]
fn a_paper_is_no_author() {
    check(
        &format!(
            "Opinion: Why Europe must not blink\nBy The Chesapeake Ledger\n3 June 2025\n\n{BODY}"
        ),
        &["orban sanctions opposes"],
    );
}

#[test]
fn the_headline_of_an_opinion_is_kept() {
    let article = written(&format!(
        "Opinion: Why Europe must not blink\nBy Ann Brown\n3 June 2025\n\n{BODY}"
    ));
    assert_eq!(
        article.title.as_deref(),
        Some("Opinion: Why Europe must not blink")
    );
    assert_eq!(article.author.as_deref(), Some("Ann Brown"));
}
