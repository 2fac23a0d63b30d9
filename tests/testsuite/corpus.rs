//! Files of every kind become articles whose blocks are in order and on character boundaries.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use stances::article::{Article, BlockKind};
use stances::corpus::{Contents, Context, Index, Outlets, Source, language, read};

pub(crate) fn shipped() -> Outlets {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/outlets");
    let mut sources = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            sources.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    sources.sort();
    let borrowed: Vec<_> = sources
        .iter()
        .map(|(name, text)| (&**name, &**text))
        .collect();
    match Outlets::parse(&borrowed) {
        Ok(outlets) => outlets,
        Err(faults) => panic!(
            "{}",
            faults.iter().map(ToString::to_string).collect::<String>()
        ),
    }
}

fn articles_in(path: &str, bytes: &[u8], outlets: &Outlets, index: Option<&Index>) -> Contents {
    let (id, _) = path.rsplit_once('.').unwrap_or((path, ""));
    let context = Context {
        index,
        ..Context::new(outlets)
    };
    read(&Source { path, id, bytes }, &context)
}

/// One line for each article: id, title, date, outlet, and its blocks with `|` between them.
fn shown(article: &Article) -> String {
    let blocks: Vec<_> = article
        .blocks
        .iter()
        .map(|block| block.span.of(&article.source))
        .collect();
    format!(
        "{}; {}; {}; {}: {}",
        article.id,
        article.title.as_deref().unwrap_or("-"),
        article.date.map_or("-".to_owned(), |date| date.to_string()),
        article.outlet.as_deref().unwrap_or("-"),
        blocks.join("|")
    )
}

#[track_caller]
fn check(path: &str, bytes: &[u8], articles: &[&str], notes: &[&str]) {
    let contents = articles_in(path, bytes, &shipped(), None);
    assert_eq!(
        contents.articles.iter().map(shown).collect::<Vec<_>>(),
        articles
    );
    assert_eq!(
        contents
            .notes
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        notes
    );
}

#[test]
fn an_aggregator_page_is_parted() {
    let page = "Leaders meet in Oslo\r\nThey met. More Trending They left.\r\nMORE: Ten best lamps\r\n\
                Comments\r\nNo comments yet...\r\nRelated Articles\r\n\r\nThe Paper\r\n4 minutes ago\r\n\
                - The Paper\r\nTalks to go on in spring\r\nTalks to go on in spring Both sides said so. \
                The hall (Image: A. B.) They will meet. Sign up here.\r\n";
    check(
        "2025-03-01_page.txt",
        page.as_bytes(),
        &[
            "2025-03-01_page#1; Leaders meet in Oslo; 2025-03-01; -: Leaders meet in Oslo|They met.|They left.",
            "2025-03-01_page#2; Talks to go on in spring; -; The Paper: Talks to go on in spring|Both sides said so.|They will meet.",
        ],
        &[],
    );
}

#[test]
fn appeals_of_any_outlet_are_cut_and_thanks_are_not() {
    check(
        "a.txt",
        "Leaders meet in Oslo\n\n\
         Every contribution keeps our reporters on the road. Find out more Donate now\n\n\
         In uncertain times like these, readers deserve independent journalism. Every gift counts.\n\n\
         From the coast to the hills, The Paper has been there for years. Any donation matters.\n\n\
         They met. Please switch on cookies, and try moving to a newer browser that plays films They left.\n\n\
         \"Your support helps us report war crimes. Every pound counts,\" she said.\n"
            .as_bytes(),
        &["a; Leaders meet in Oslo; -; -: Leaders meet in Oslo|They met.|They left.|\
           \"Your support helps us report war crimes. Every pound counts,\" she said."],
        &[],
    );
}

#[test]
fn exports_of_news_archives_are_parted() {
    let counted = "1 of 2 DOCUMENTS\n\nThe Paper (London)\n\nMarch 1, 2025 Saturday\nFinal Edition\n\n\
                   Leaders meet in Oslo\n\nBYLINE: Anna Svensson\n\nLENGTH: 12 words\n\nThey met.\n\n\
                   LOAD-DATE: March 2, 2025\n\nLANGUAGE: ENGLISH\n\nCopyright 2025 The Paper\nAll Rights Reserved\n\
                   2 of 2 DOCUMENTS\n\nThe Herald\n\nMarch 4, 2025\n\nTalks to go on in spring\n\nSECTION: NEWS\n\nThey left.\n";
    check(
        "set.txt",
        counted.as_bytes(),
        &[
            "set#1; Leaders meet in Oslo; 2025-03-01; The Paper (London): Leaders meet in Oslo|They met.",
            "set#2; Talks to go on in spring; 2025-03-04; The Herald: Talks to go on in spring|They left.",
        ],
        &[],
    );
    let coded = "Leaders meet in Oslo\nAnna Svensson in Oslo\n12 words\n1 March 2025\n09:30\nThe Paper\nPAPR\nEnglish\n\
                 © 2025 The Paper Limited. All rights reserved.\n\nThey met.\n\nDocument PAPR000020250301el33001ab\n\n\
                 Talks to go on in spring\n9 words\n4 March 2025\nThe Herald\nHERLD\nEnglish\nCopyright 2025, The Herald\n\n\
                 They left.\n\nDocument HERLD00020250304el34\n\nSearch Summary\n";
    check(
        "set.txt",
        coded.as_bytes(),
        &[
            "set#1; Leaders meet in Oslo; 2025-03-01; The Paper: Leaders meet in Oslo|They met.",
            "set#2; Talks to go on in spring; 2025-03-04; The Herald: Talks to go on in spring|They left.",
        ],
        &[],
    );
}

#[test]
fn front_matter_is_no_text() {
    check(
        "day.md",
        b"---\ntitle: Day two\ndate: 1 March 2025\nsource: The Paper\n---\n# Day two\n\nThey **met**.\n\n## Why\n\n- A point.\n",
        &["day; Day two; 2025-03-01; The Paper: Day two|They **met**.|Why|A point."],
        &[],
    );
}

#[test]
fn records_keep_their_ids_and_bad_ones_are_named() {
    check(
        "set.jsonl",
        b"{\"id\": \"x\", \"title\": \"T\", \"date\": \"soon\", \"text\": \"They met.\"}\n{broken\n{\"body\": \"They left.\"}\n{\"id\": 1}\n",
        &["x; T; -; -: They met.", "set#3; -; -; -: They left."],
        &[
            "set.jsonl:1: date `soon` cannot be read; the article has none",
            "set.jsonl:2: record skipped, no JSON: key must be a string",
            "set.jsonl:4: record without text",
        ],
    );
    check(
        "set.csv",
        b"id,headline,published,publisher,body\n7,T,2025-03-01,The Paper,\"They met,\nand left.\"\n",
        &["7; T; 2025-03-01; The Paper: They met,|and left."],
        &[],
    );
}

#[test]
fn bad_input_gets_a_clear_answer() {
    check("a.txt", b"", &[], &["a.txt: empty file"]);
    check(
        "a.txt",
        b" \n\t\r\n",
        &[],
        &["a.txt: nothing but white space"],
    );
    check(
        "a.txt",
        b"%PDF-1.4",
        &[],
        &["a.txt: skipped: PDF; turn it into text with `pdftotext -layout FILE`"],
    );
    check(
        "a.txt",
        b"\x00\x01\x02\x00\x00\x05",
        &[],
        &["a.txt: skipped: no text"],
    );
    check(
        "a.txt",
        b"They said \x93no\x94 \x96 and left.",
        &["a; -; -; -: They said “no” – and left."],
        &["a.txt: not UTF-8, read as windows-1252 (a guess)"],
    );
    check(
        "a.txt",
        b"Sign up here.\n",
        &[],
        &["a.txt: nothing but page furniture"],
    );
}

#[test]
fn an_index_names_the_texts_beside_it() {
    let index = Index::of_json_lines(
        "{\"id\": \"a\", \"title\": \"They met\", \"date\": \"2025-03-01T00:00:00Z\", \"outlet\": \"The Paper\"}",
    );
    let contents = articles_in(
        "texts/a.txt",
        b"They met.\nThey left.",
        &Outlets::default(),
        index.as_ref(),
    );
    let articles: Vec<_> = contents.articles.iter().map(shown).collect();
    assert_eq!(
        articles,
        ["texts/a; They met; 2025-03-01; The Paper: They met.|They left."]
    );
}

#[test]
fn another_language_is_named() {
    let german = "Die beiden Regierungschefs trafen sich am Montag im alten Rathaus und sagten danach, \
                  dass sie ihre Gespräche im Frühjahr fortsetzen wollten, wenn das Wetter besser sei.";
    let contents = articles_in("a.txt", german.as_bytes(), &shipped(), None);
    let language = contents.articles.first().and_then(language);
    assert_eq!(language.map(|language| language.name), Some("German"));
}

#[test]
fn a_long_line_is_read_in_linear_time() {
    let line = "The leaders met in Oslo (again). They said “no”, and left. ".repeat(100_000);
    let contents = articles_in("a.txt", line.as_bytes(), &shipped(), None);
    let notes: Vec<_> = contents.notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        ["a.txt: one line of 5899999 characters: paragraphs seem to be lost"]
    );
}

/// Blocks are trimmed words, in order, on character boundaries; a headline comes first, if any.
pub(crate) fn is_sound(contents: &Contents) -> Result<(), TestCaseError> {
    for article in &contents.articles {
        let mut end = 0;
        prop_assert!(!article.blocks.is_empty());
        for (at, block) in article.blocks.iter().enumerate() {
            let words = article.source.get(block.span.start..block.span.end);
            prop_assert!(words.is_some_and(|words| !words.is_empty() && words.trim() == words));
            prop_assert!(block.span.start >= end);
            prop_assert!(at == 0 || block.kind != BlockKind::Headline);
            end = block.span.end;
        }
    }
    Ok(())
}

/// Pieces that pages are made of, awkward ones among them.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Leaders meet in Oslo",
        "They met. ",
        "“No,” she said. ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\u{2028}",
        "é",
        "\u{a0}",
        "'",
        "# ",
        "**",
        "- ",
        "The Paper",
        "\n4 minutes ago\n- The Paper\n",
        "MORE: Lamps",
        "Sign up here. ",
        "(Image: A)",
        "Photograph: Someone",
        "open image in gallery ",
        "( AP )",
        "---\n",
        "title: x\n",
        "date 2025-03-01 ",
        "1 March 2025",
        "Related:\n",
        "=====================",
        " | The Paper",
        "\u{FEFF}",
        "every gift keeps our reporters on the road ",
        "read more ",
        "All rights reserved",
        "{\"text\": \"x\"}",
        "a,b\n",
        "text\tdate\n",
        "\"",
    ])
}

proptest! {
    #[test]
    fn pages_of_any_pieces_are_sound(pieces in prop::collection::vec(piece(), 0..40)) {
        let outlets = OUTLETS.get_or_init(shipped);
        for name in ["a.txt", "a.md", "a", "a.csv"] {
            let text = pieces.concat();
            let contents = articles_in(name, text.as_bytes(), outlets, None);
            is_sound(&contents)?;
            prop_assert_eq!(&contents, &articles_in(name, text.as_bytes(), outlets, None));
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let outlets = OUTLETS.get_or_init(shipped);
        for name in ["a.txt", "a.jsonl", "a.json", "a.csv", "a.tsv"] {
            is_sound(&articles_in(name, &bytes, outlets, None))?;
        }
    }
}

pub(crate) static OUTLETS: std::sync::OnceLock<Outlets> = std::sync::OnceLock::new();
