//! What holds for every article, whatever stands in it.

use std::sync::OnceLock;

use proptest::prelude::*;
use stances::analyze::{Analyzer, Recorded};
use stances::article::{Article, BlockKind};
use stances::reading::Reading;
use stances::rules::{self, Source};
use stances::span::Span;
use stances::statement::{Passage, Statement};

use crate::reader::{analyzer, article, of_debate, own_articles};

/// Awkward marks and words that mean something to the reader, put together at random.
const PIECES: &[&str] = &[
    ".",
    "?",
    "!",
    ",",
    ":",
    ";",
    " - ",
    "\u{2014}",
    "...",
    "\"",
    "'",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "``",
    "''",
    "(",
    ")",
    "[",
    "]",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n\r\n",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "é",
    "ß",
    "İ",
    "漢字",
    "🇺🇦",
    "\u{feff}",
    "\0",
    "1.5",
    "U.S.",
    "Mr. ",
    "Zelensky",
    "Zelensky's",
    " Trump ",
    " Putin and Merz ",
    "The Kremlin",
    " he ",
    " who ",
    " said ",
    " said that ",
    "according to ",
    " rejected ",
    " called for ",
    " wants ",
    " not ",
    " no ",
    " without ",
    " if ",
    " unless ",
    " only if ",
    "should ",
    " must ",
    " and ",
    " or ",
    " but ",
    " while ",
    " a ceasefire ",
    " sanctions on Russia ",
    " Nato membership ",
    " peacekeepers ",
    " to cede land ",
    "KYIV: ",
    "it",
    " both ",
    " neither ",
    " by ",
    " to ",
];

fn awkward() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..40);
    pieces.prop_map(|pieces| pieces.concat())
}

/// A slice of the article, as characters are counted.
fn is_slice(source: &str, passage: (&str, usize, usize)) -> Result<(), TestCaseError> {
    let (text, start, end) = passage;
    let slice: String = source.chars().take(end).skip(start).collect();
    prop_assert_eq!(text, slice);
    Ok(())
}

fn is_passage(source: &str, passage: &Passage) -> Result<(), TestCaseError> {
    is_slice(source, (&passage.text, passage.start, passage.end))
}

/// Everything that a statement quotes stands in the article, and its condition in its evidence.
fn is_verbatim(source: &str, statement: &Statement) -> Result<(), TestCaseError> {
    for evidence in &statement.evidence {
        let place = evidence.place;
        is_slice(source, (&evidence.text, place.start, place.end))?;
        let before = source.chars().take(place.start);
        prop_assert_eq!(place.line, 1 + before.filter(|sign| *sign == '\n').count());
    }
    let parts = [&statement.speaker, &statement.mention, &statement.cue];
    for passage in parts.into_iter().flatten() {
        is_passage(source, passage)?;
    }
    is_passage(source, &statement.matched)?;
    let condition = statement.condition.as_ref();
    prop_assert!(condition.is_none_or(|words| source.contains(words)));
    prop_assert_eq!(statement.conditional, condition.is_some());
    Ok(())
}

/// Spans keep to characters, sentences tile the tokens of their paragraph, tokens stand in order.
fn is_tiled(analyzer: &Analyzer, article: &Article) -> Result<(), TestCaseError> {
    let analysis = analyzer.analyze(article);
    let text = &analysis.text;
    let source = &article.source;
    let keeps = |span: Span| source.get(span.start..span.end).is_some();
    let mut last = 0;
    for token in &text.tokens {
        prop_assert!(keeps(token.span) && !token.span.is_empty());
        prop_assert!(token.span.start >= last, "tokens overlap");
        last = token.span.end;
    }
    let mut next_token = 0;
    let mut next_sentence = 0;
    for (number, paragraph) in text.paragraphs.iter().enumerate() {
        prop_assert!(keeps(paragraph.span));
        prop_assert_eq!(paragraph.tokens.start, next_token);
        prop_assert_eq!(paragraph.sentences.start, next_sentence);
        for sentence in &text.sentences[paragraph.sentences.clone()] {
            prop_assert_eq!(sentence.paragraph, number);
            prop_assert_eq!(sentence.tokens.start, next_token);
            prop_assert!(!sentence.tokens.is_empty());
            prop_assert!(keeps(sentence.span) && paragraph.span.contains(sentence.span));
            next_token = sentence.tokens.end;
        }
        prop_assert_eq!(paragraph.tokens.end, next_token);
        next_sentence = paragraph.sentences.end;
    }
    prop_assert_eq!(next_token, text.tokens.len());
    prop_assert_eq!(next_sentence, text.sentences.len());
    let mut last = 0;
    for quote in &text.quotes {
        prop_assert!(keeps(quote.span) && quote.tokens.start >= last);
        last = quote.tokens.end;
    }
    prop_assert!(last <= text.tokens.len());
    for attribution in &analysis.attributed.attributions {
        prop_assert!(attribution.sentence < text.sentences.len());
        for run in &attribution.content {
            prop_assert!(run.start <= run.end && run.end <= text.tokens.len());
        }
    }
    Ok(())
}

/// All of the above for one article, and that reading it twice gives the same.
fn is_sound(analyzer: &Analyzer, article: &Article) -> Result<Reading, TestCaseError> {
    is_tiled(analyzer, article)?;
    let reading = analyzer.read(article);
    for statement in reading.statements.iter().chain(&reading.doubtful) {
        is_verbatim(&article.source, statement)?;
    }
    prop_assert_eq!(&reading, &analyzer.read(article));
    let matched = analyzer.read_matched(article);
    if matched != reading {
        // Nobody is looked for where no phrase stands, and nothing else is lost.
        prop_assert!(reading.positions_named.is_empty());
        prop_assert_eq!(matched, Reading::empty(reading.article.clone()));
    }
    let recorded = Recorded {
        nested: true,
        private: true,
    };
    let length = article.source.chars().count();
    for record in analyzer.attributions(article, recorded) {
        let parts = [&record.content, &record.source, &record.cue];
        for [start, end] in parts.into_iter().flatten() {
            prop_assert!(start < end && *end <= length, "{:?}", record);
        }
    }
    Ok(reading)
}

/// The rules that ship, their files in the opposite order.
fn backwards() -> &'static Analyzer {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    ANALYZER.get_or_init(|| {
        let sources: Vec<Source> = rules::embedded().into_iter().rev().collect();
        Analyzer::new(of_debate(rules::load(&sources).unwrap()))
    })
}

#[test]
fn own_articles_are_sound() {
    for article in own_articles() {
        is_sound(analyzer(), article).unwrap();
    }
}

#[test]
fn the_order_of_rule_files_changes_nothing() {
    assert_eq!(analyzer().packs(), backwards().packs());
    for article in own_articles() {
        assert_eq!(analyzer().read(article), backwards().read(article));
    }
}

#[test]
fn articles_are_read_alike_in_any_order() {
    let forwards: Vec<Reading> = own_articles().iter().map(|a| analyzer().read(a)).collect();
    let mut back: Vec<Reading> = own_articles()
        .iter()
        .rev()
        .map(|a| analyzer().read(a))
        .collect();
    back.reverse();
    assert_eq!(forwards, back);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// Words and marks in any order.
    #[test]
    fn awkward_articles_are_sound(text in awkward()) {
        let article = article(&text);
        prop_assert_eq!(&is_sound(analyzer(), &article)?, &backwards().read(&article));
    }

    /// Any string at all, as a paragraph or a headline.
    #[test]
    fn no_string_breaks_the_reader(text in any::<String>(), kind in 0..3_usize) {
        let mut article = article(&text);
        for block in &mut article.blocks {
            block.kind = [BlockKind::Paragraph, BlockKind::Headline, BlockKind::Heading][kind];
        }
        is_sound(analyzer(), &article)?;
    }

    /// An article of the project's own with something awkward in the middle of it.
    #[test]
    fn damaged_articles_are_sound(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        length in 0..30_usize,
        put in awkward(),
    ) {
        let whole: Vec<char> = which.get(own_articles()).source.chars().collect();
        let start = at.index(whole.len());
        let from = start.saturating_sub(300);
        let till = (start + length).min(whole.len());
        let before: String = whole[from..start].iter().collect();
        let after: String = whole[till..(till + 300).min(whole.len())].iter().collect();
        is_sound(analyzer(), &article(&format!("{before}{put}{after}")))?;
    }
}
