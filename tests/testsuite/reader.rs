//! The rules that ship, and the project's own articles read by them.

use std::fs;
use std::path::{Path, PathBuf};
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
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
            .collect();
        paths.sort();
        let articles = paths.iter().flat_map(|path| {
            let id = path.file_stem().unwrap().to_str().unwrap();
            let source = Source {
                path: &format!("articles/{id}.txt"),
                id,
                bytes: &fs::read(path).unwrap(),
            };
            read(&source, &context).articles
        });
        articles.collect()
    })
}

/// An article of one day in June 2025. An empty line parts its paragraphs; `# ` opens a heading.
pub(crate) fn article(text: &str) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for part in text.split("\n\n") {
        let heading = part.strip_prefix("# ");
        let words = heading.unwrap_or(part);
        let from = start + part.len() - words.trim_start().len();
        let words = words.trim();
        if !words.is_empty() {
            blocks.push(Block {
                span: Span::new(from, from + words.len()),
                kind: heading.map_or(BlockKind::Paragraph, |_| BlockKind::Heading),
            });
        }
        start += part.len() + 2;
    }
    Article {
        id: "example".to_owned(),
        title: None,
        date: Some(date(2025, 6, 19)),
        outlet: None,
        author: None,
        line: None,
        path: "example.txt".to_owned(),
        source: Arc::from(text),
        blocks,
        extracted: false,
    }
}
