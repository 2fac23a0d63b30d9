//! From paths to readings.

use std::io;

use stances::analyze::Analyzer;
use stances::corpus::{self, Outlets};
use stances::reading::{PackInfo, Reading};
use stances::rules;

use crate::Streams;
use crate::args::Sources;

/// What was read.
pub(crate) struct Readings {
    /// The packs, in the order of their columns.
    pub(crate) packs: Vec<PackInfo>,
    /// The articles, in the order given.
    pub(crate) articles: Vec<Reading>,
    /// Whether every named path could be read.
    pub(crate) complete: bool,
}

/// Reads the rules and the articles; notices go to `streams.notices`.
///
/// Nothing is returned where the rules cannot be used: their faults are written already.
pub(crate) fn readings(sources: &Sources, streams: &mut Streams) -> io::Result<Option<Readings>> {
    let mut readings = Vec::new();
    let Some(analyzer) = analyzer(streams)? else { return Ok(None) };
    for article in articles(sources, &analyzer.1)? {
        readings.push(analyzer.0.read(&article));
    }
    Ok(Some(Readings { packs: analyzer.0.packs().to_vec(), articles: readings, complete: true }))
}

/// Writes how every sentence was read.
pub(crate) fn explain(sources: &Sources, streams: &mut Streams) -> io::Result<crate::Outcome> {
    let Some(analyzer) = analyzer(streams)? else { return Ok(crate::Outcome::Failed) };
    for article in articles(sources, &analyzer.1)? {
        writeln!(streams.results, "\n# {}", article.id)?;
        let analysis = analyzer.0.analyze(&article);
        crate::explain::write(streams.results, &analyzer.0, &analysis)?;
    }
    Ok(crate::Outcome::Done)
}

fn analyzer(streams: &mut Streams) -> io::Result<Option<(Analyzer, Outlets)>> {
    let embedded = rules::embedded();
    let rules = match rules::load(&embedded) {
        Ok(rules) => rules,
        Err(faults) => {
            for fault in faults {
                writeln!(streams.notices, "{fault:?}")?;
            }
            return Ok(None);
        }
    };
    let outlet_files: Vec<(&str, &str)> = embedded
        .iter()
        .filter(|s| s.name.starts_with("outlets/"))
        .map(|s| (s.name.as_str(), s.text.as_str()))
        .collect();
    let Ok(outlets) = Outlets::parse(&outlet_files) else { return Ok(None) };
    Ok(Some((Analyzer::new(rules), outlets)))
}

fn articles(sources: &Sources, outlets: &Outlets) -> io::Result<Vec<stances::article::Article>> {
    let mut articles = Vec::new();
    for path in &sources.paths {
        let path = path.to_string_lossy().to_string();
        let bytes = std::fs::read(&path)?;
        let stem = std::path::Path::new(&path).file_stem().map(|s| s.to_string_lossy().to_string()).unwrap_or_default();
        let folder = std::path::Path::new(&path).parent().map(|p| p.join("index.jsonl"));
        let index = folder.and_then(|p| std::fs::read_to_string(p).ok()).and_then(|t| corpus::Index::of_json_lines(&t));
        let context = corpus::Context { index: index.as_ref(), ..corpus::Context::new(outlets) };
        let contents = corpus::read(&corpus::Source { path: &path, id: &stem, bytes: &bytes }, &context);
        articles.extend(contents.articles);
    }
    Ok(articles)
}
