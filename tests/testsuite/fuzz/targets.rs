//! What is fuzzed: bytes come in, and whatever they are, nothing panics and what comes out is sound.
//!
//! Each target is a plain function. `cargo fuzz` runs them on bytes that it finds by coverage (see
//! `fuzz/README.md`); the test suite runs them on files of the project, changed at random.

use std::io::{self, Write as _};
use std::sync::OnceLock;

use stances::analyze::{Analyzer, Recorded};
use stances::article::{Article, BlockKind};
use stances::corpus::{Contents, Context, Format, Index, Limits, Mapping, Outlets, Source, read};
use stances::corrections::Corrections;
use stances::reading::Reading;
use stances::render::{self, Drawing, View};
use stances::rules::{self, SourceRole};
use stances::statement::Passage;
use stances::table::{self, Options};
use zip::write::SimpleFileOptions;

/// A target: its name, and what it does with bytes.
pub(crate) type Target = (&'static str, fn(&[u8]));

/// Every target: a reader for each format, what is told by content, and the whole way.
pub(crate) const TARGETS: &[Target] = &[
    ("text", |bytes| forced(Format::Text, bytes)),
    ("markdown", |bytes| forced(Format::Markdown, bytes)),
    ("jsonl", |bytes| forced(Format::JsonLines, bytes)),
    ("json", |bytes| forced(Format::Json, bytes)),
    ("csv", |bytes| forced(Format::Csv, bytes)),
    ("tsv", |bytes| forced(Format::Tsv, bytes)),
    ("html", |bytes| forced(Format::Html, bytes)),
    ("docx", |bytes| forced(Format::Docx, bytes)),
    ("words", words),
    ("feed", |bytes| forced(Format::Feed, bytes)),
    ("warc", |bytes| forced(Format::Warc, bytes)),
    ("told", told),
    ("lists", lists),
    ("rules", rule_file),
    ("whole", whole),
];

/// Gives bytes to the target of that name.
pub(crate) fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name);
    let (_, run) = target.expect("every target that is run is listed");
    run(bytes);
}

/// How much is read: less than the program does, so that a run is short.
const LIMITS: Limits = Limits {
    record: 1 << 20,
    unpacking: 50,
};

/// Bytes as a file of that format.
fn forced(format: Format, bytes: &[u8]) {
    let contents = contents(Some(format), bytes);
    contents.articles.iter().for_each(is_sound);
}

/// Bytes as a file whose format is told by its content: also what is packed.
fn told(bytes: &[u8]) {
    let contents = contents(None, bytes);
    contents.articles.iter().for_each(is_sound);
}

/// Bytes as the text in a Word file, which is sound but for that.
fn words(bytes: &[u8]) {
    let mut archive = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let packed = archive
        .start_file("word/document.xml", options)
        .map_err(io::Error::other)
        .and_then(|()| archive.write_all(bytes))
        .and_then(|()| archive.finish().map_err(io::Error::other));
    if let Ok(packed) = packed {
        forced(Format::Docx, &packed.into_inner());
    }
}

/// Bytes as the lists that stand beside articles.
fn lists(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let _ = Index::of_dates(&text);
    let _ = Index::of_json_lines(&text);
    let _ = Mapping::parse(&text);
    let _ = Corrections::parse(&text);
}

/// Bytes as a rule file of each kind.
fn rule_file(bytes: &[u8]) {
    const NAMES: [&str; 5] = [
        "ukraine-peace/positions/aid.toml",
        "english/wanting.toml",
        "english/grammar.toml",
        "actors/people.toml",
        "ukraine-peace/sets.toml",
    ];
    let text = String::from_utf8_lossy(bytes);
    let _ = Outlets::parse(&[("outlets/page.toml", &text)]);
    for name in NAMES {
        let own = rules::Source::added(name, name, &text, 1);
        if let Err(faults) = rules::load(std::slice::from_ref(&own)) {
            let _ = rules::report(&faults, &[own]);
        }
    }
}

/// Bytes as a file, by the rules that ship: to statements, attributions and tables.
fn whole(bytes: &[u8]) {
    static ANALYZER: OnceLock<Option<Analyzer>> = OnceLock::new();
    let shipped = || rules::load(&rules::embedded()).ok().map(Analyzer::new);
    let analyzer = ANALYZER.get_or_init(shipped);
    let analyzer = analyzer.as_ref().expect("the rules that ship are sound");
    let contents = contents(None, bytes);
    let mut readings = Vec::new();
    for article in contents.articles.iter().take(8) {
        is_sound(article);
        let reading = analyzer.read(article);
        is_verbatim(article, &reading);
        let recorded = Recorded {
            nested: true,
            private: true,
        };
        let characters = article.source.chars().count();
        for attribution in analyzer.attributions(article, recorded) {
            let spans = [attribution.content, attribution.source, attribution.cue];
            for [start, end] in spans.concat() {
                assert!(start < end && end <= characters, "{start}-{end}");
            }
        }
        readings.push(reading);
    }
    let table = table::build(analyzer.packs(), &readings, Options::default());
    for view in [
        View::Article,
        View::Leader,
        View::Position,
        View::Agreement,
        View::Claims,
        View::Summary,
    ] {
        for format in [render::Format::Table, render::Format::Json] {
            let drawing = Drawing {
                view,
                format,
                width: 80,
                why: true,
            };
            let written = render::write(&mut io::sink(), &table, drawing);
            assert!(
                written.is_ok(),
                "nothing keeps a sink from being written to"
            );
        }
    }
}

fn contents(format: Option<Format>, bytes: &[u8]) -> Contents {
    static OUTLETS: OnceLock<Outlets> = OnceLock::new();
    let outlets = OUTLETS.get_or_init(|| {
        let sources = rules::embedded();
        let pages = sources
            .iter()
            .filter(|source| source.role() == SourceRole::Outlet);
        let pages = pages.map(|source| (source.path.as_str(), source.text.as_str()));
        Outlets::parse(&pages.collect::<Vec<_>>()).unwrap_or_default()
    });
    let context = Context {
        format,
        limits: LIMITS,
        ..Context::new(outlets)
    };
    let source = Source {
        path: "fuzz",
        id: "fuzz",
        bytes,
    };
    let contents = read(&source, &context);
    for note in &contents.notes {
        let _ = (note.to_string(), note.loss());
    }
    contents
}

/// Blocks are trimmed words, in order, on character boundaries; a headline comes first, if any.
fn is_sound(article: &Article) {
    let mut end = 0;
    assert!(!article.blocks.is_empty(), "an article without words");
    for (at, block) in article.blocks.iter().enumerate() {
        let words = article.source.get(block.span.start..block.span.end);
        let words = words.expect("a block is on character boundaries");
        assert!(!words.is_empty() && words.trim() == words, "{words:?}");
        assert!(block.span.start >= end, "blocks are in order");
        assert!(at == 0 || block.kind != BlockKind::Headline, "{words:?}");
        end = block.span.end;
    }
}

/// Everything that a statement quotes stands where it says.
fn is_verbatim(article: &Article, reading: &Reading) {
    let characters: Vec<char> = article.source.chars().collect();
    let check = |text: &str, start: usize, end: usize| {
        let found: Option<String> = characters
            .get(start..end)
            .map(|words| words.iter().collect());
        assert_eq!(found.as_deref(), Some(text));
    };
    for statement in reading.statements.iter().chain(&reading.doubtful) {
        for evidence in &statement.evidence {
            check(&evidence.text, evidence.place.start, evidence.place.end);
        }
        let parts: [&Option<Passage>; 3] = [&statement.speaker, &statement.mention, &statement.cue];
        for part in parts.into_iter().flatten() {
            check(&part.text, part.start, part.end);
        }
    }
}
