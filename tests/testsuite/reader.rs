//! The rules that ship, and the project's own articles read by them.

use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use jiff::civil::date;
use stances::analyze::Analyzer;
use stances::article::{Article, Block, BlockKind};
use stances::corpus::{Context, Index, Source, read};
use stances::rules::{self, Rules};
use stances::span::Span;

use crate::corpus::shipped;

/// The debate that the examples of these tests are about.
pub(crate) const PACK: &str = "ukraine-peace";

/// The rules that ship, for the debate of these tests.
pub(crate) fn analyzer() -> &'static Analyzer {
    static ANALYZER: OnceLock<Analyzer> = OnceLock::new();
    ANALYZER.get_or_init(|| {
        let rules = rules::load(&rules::embedded()).unwrap();
        Analyzer::new(of_debate(rules))
    })
}

/// Leaves the other debates out.
pub(crate) fn of_debate(mut rules: Rules) -> Rules {
    rules.packs.retain(|pack| pack.id.as_str() == PACK);
    rules
}

/// The articles in `articles/`, with what its index says of them.
pub(crate) fn own_articles() -> &'static [Article] {
    static ARTICLES: OnceLock<Vec<Article>> = OnceLock::new();
    ARTICLES.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
        let index = fs::read_to_string(folder.join("index.jsonl")).unwrap();
        let index = Index::of_json_lines(&index).unwrap();
        let outlets = shipped();
        let context = Context {
            index: Some(&index),
            ..Context::new(&outlets)
        };
        let files = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.retain(|name| {
            Path::new(name)
                .extension()
                .is_some_and(|ending| ending == "txt")
        });
        names.sort();
        let articles = names.iter().flat_map(|name| {
            let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("articles");
            let bytes = fs::read(folder.join(name)).unwrap();
            let source = Source {
                path: &format!("articles/{name}"),
                id: name.strip_suffix(".txt").unwrap(),
                bytes: &bytes,
            };
            read(&source, &context).articles
        });
        articles.collect()
    })
}

/// An article of one day in June 2025; an empty line parts its paragraphs.
pub(crate) fn article(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for part in text.split("\n\n") {
        let words = part.trim();
        if !words.is_empty() {
            let from = start + (part.len() - part.trim_start().len());
            blocks.push(Block {
                span: Span::new(from, from + words.len()),
                kind: BlockKind::Paragraph,
            });
        }
        start += part.len() + 2;
    }
    Article {
        id: "example".to_owned(),
        title: None,
        date: Some(date(2025, 6, 19)),
        outlet: None,
        line: None,
        path: "example.txt".to_owned(),
        source: Arc::from(text),
        blocks,
        extracted: false,
    }
}
