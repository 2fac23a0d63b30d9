//! The fuzz targets, on the project's own files, changed at random: no input makes anything panic.
//!
//! The changes are the same in every run. A few run with the other tests; with `STANCES_FUZZ=SECONDS`
//! they go on for so long, and with `STANCES_FUZZ_SEED` from another beginning. Bytes that break a target
//! are kept in the folder for temporary files, and the message names the file.

mod targets;

use std::env;
use std::fs;
use std::panic;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use targets::TARGETS;

/// How many changed files each target meets where nobody asks for more.
const FEW: u64 = 12;
/// The longest that bytes as few as these may take, where they are fuzzed for long; much more than they
/// need, as the program may be a slow one and the machine a busy one.
const SLOW: Duration = Duration::from_mins(1);

/// What takes longer never ends: a phrase with a loose `|` once did not.
const ENDLESS: Duration = Duration::from_mins(3);

/// Bytes and words that formats and language turn on.
const PIECES: &[&str] = &[
    "\0",
    "\u{FEFF}",
    "\n",
    "\r\n",
    "\r",
    "\"",
    "\\",
    "\\u0041",
    "\\ud800",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "\t",
    ":",
    "<",
    ">",
    "</p>",
    "<p>",
    "<div>",
    "<table><tr><td>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&#xD800;",
    "&#0;",
    "&x;",
    "<w:p>",
    "</w:p>",
    "<w:t>",
    "<item>",
    "</item>",
    "<entry>",
    "WARC/1.0\r\n",
    "\r\n\r\n",
    "Content-Length: 99999999999999999999\r\n",
    "Content-Length: 0\r\n",
    "Transfer-Encoding: chunked\r\n",
    "HTTP/1.1 200 OK\r\n",
    "---\n",
    "+++\n",
    "# ",
    "**",
    "- ",
    "date: ",
    "title = ",
    "\"text\":",
    "2025-03-01",
    "99/99/9999",
    "31 February 2025",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "'",
    "\u{2028}",
    "\u{a0}",
    "\u{200b}",
    "\u{301}",
    "İ",
    "ß",
    "漢字",
    "🇺🇦",
    "Mr. ",
    "U.S. ",
    "Zelensky",
    "Zelensky's ",
    " Trump ",
    "Putin and Merz ",
    "Keir Starmer ",
    "The Kremlin ",
    " said ",
    " said that ",
    " rejected ",
    " called for ",
    " wants ",
    " must ",
    " not ",
    " no ",
    " without ",
    " if ",
    " unless ",
    "only if ",
    " and ",
    " or ",
    " who ",
    " he ",
    " they ",
    " both ",
    " by ",
    " to ",
    " a ceasefire ",
    " sanctions on Russia ",
    "1 of 2 DOCUMENTS\n",
    "End of Document\n",
    "4 minutes ago\n",
    "= [",
    "]]",
    "[[example]]\n",
    "names = [\"(a|b) [c] ...12 <x> =y\"]\n",
    "<@side:russia>",
    "(",
    ")",
    "|",
    "...",
    "1e999",
    "-",
    "\u{10FFFF}",
    "      ",
];

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `most`, which is not 0.
    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % most as u64).unwrap()
    }
}

/// Changes bytes in one to eight places.
fn change(bytes: &mut Vec<u8>, other: &[u8], numbers: &mut Numbers) {
    const MOST: usize = 200_000;
    for _ in 0..=numbers.below(8) {
        let at = numbers.below(bytes.len() + 1);
        let end = at + numbers.below((bytes.len() - at).min(200) + 1);
        match numbers.below(8) {
            0 if at < bytes.len() => bytes[at] = numbers.next().to_be_bytes()[0],
            1 if at < bytes.len() => bytes[at] ^= 1 << numbers.below(8),
            2 => drop(bytes.drain(at..end)),
            3 => {
                let again = bytes[at..end].repeat(1 + numbers.below(20));
                bytes.splice(at..at, again);
            }
            4 => bytes.truncate(at),
            5 if !other.is_empty() => {
                let from = numbers.below(other.len());
                let to = from + numbers.below((other.len() - from).min(500) + 1);
                bytes.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
                let times = if numbers.below(10) == 0 { 300 } else { 1 };
                bytes.splice(at..at, piece.repeat(times).into_bytes());
            }
        }
        bytes.truncate(MOST);
    }
}

/// The files that are changed: articles of every format, sound and damaged, and rule files.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut seeds = Vec::new();
    for folder in [
        "tests/fixtures/corpus",
        "tests/fixtures/corpus/damaged",
        "tests/fixtures/broken",
        "tests/fixtures/rules/english",
        "tests/fixtures/rules/debate/positions",
        "articles",
        "rules/outlets",
        "rules/ukraine-peace/positions",
        "rules/actors",
    ] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() && path.extension().is_none_or(|ending| ending != "py") {
                let bytes = fs::read(&path).unwrap();
                // What is packed is changed unpacked too.
                if let Some(unpacked) = unpacked(&bytes) {
                    seeds.push((format!("{} unpacked", path.display()), unpacked));
                }
                seeds.push((path.display().to_string(), bytes));
            }
        }
    }
    seeds.sort();
    seeds
}

/// What is packed by gzip, or the text in a Word file.
fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    use std::io::{Cursor, Read as _};
    let mut unpacked = Vec::new();
    if bytes.starts_with(b"PK") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut words = archive.by_name("word/document.xml").ok()?;
        words.read_to_end(&mut unpacked).ok()?;
    } else if bytes.starts_with(b"\x1F\x8B") {
        flate2::read::MultiGzDecoder::new(bytes)
            .read_to_end(&mut unpacked)
            .ok()?;
    }
    Some(unpacked).filter(|unpacked| !unpacked.is_empty())
}

/// Which files a target is given first of all; it meets the others more seldom.
fn is_for(target: &str, seed: &str) -> bool {
    let endings: &[&str] = match target {
        "text" | "whole" => &[".txt"],
        "markdown" => &[".md"],
        "jsonl" => &["records.jsonl", "members.jsonl.gz unpacked"],
        "json" => &["array.json"],
        "csv" => &[".csv"],
        "tsv" => &[".tsv"],
        "html" => &[".html"],
        "docx" => &[".docx"],
        "words" => &[".docx unpacked"],
        "feed" => &[".xml"],
        "warc" => &[".warc.gz unpacked"],
        "told" => &[".gz", ".zst", ".docx", ".tsv"],
        "lists" => &[".csv", ".jsonl", ".toml"],
        "rules" => &[".toml"],
        _ => panic!("{target} has no files to begin with"),
    };
    endings.iter().any(|ending| seed.ends_with(ending))
}

/// Gives a target one changed file; says which where it breaks.
fn try_once(name: &str, seeds: &[(String, Vec<u8>)], seed: u64, is_long: bool) {
    let mut numbers = Numbers(seed);
    let own: Vec<_> = seeds
        .iter()
        .filter(|(path, _)| is_for(name, path))
        .collect();
    assert!(!own.is_empty(), "{name} has no files to begin with");
    let (path, bytes) = if numbers.below(8) == 0 {
        &seeds[numbers.below(seeds.len())]
    } else {
        own[numbers.below(own.len())]
    };
    let (_, other) = &seeds[numbers.below(seeds.len())];
    let mut bytes = bytes.clone();
    change(&mut bytes, other, &mut numbers);
    let start = Instant::now();
    // In a thread of its own, so that one that never ends is told as well.
    let (ended, end) = mpsc::channel();
    let (target, given) = (name.to_owned(), bytes.clone());
    thread::spawn(move || {
        let run = panic::catch_unwind(|| targets::run(&target, &given));
        // Nobody listens any more where it took too long.
        let _ = ended.send(run.is_ok());
    });
    let end = end.recv_timeout(ENDLESS);
    let took = start.elapsed();
    let what = match end {
        Ok(true) if is_long && took > SLOW => Some("takes long"),
        Ok(true) => None,
        Ok(false) => Some("panics"),
        Err(_) => Some("does not end"),
    };
    if let Some(what) = what {
        let kept = env::temp_dir().join(format!("stances-{name}-{seed:x}"));
        fs::write(&kept, &bytes).unwrap();
        panic!(
            "{name} {what} on {path}, changed by {seed:#x}: {} ({took:?})",
            kept.display()
        );
    }
}

#[test]
fn no_change_of_a_file_breaks_a_target() {
    let seeds = seeds();
    let number = |name: &str| {
        env::var(name)
            .ok()
            .and_then(|value| value.parse::<u64>().ok())
    };
    let seconds = number("STANCES_FUZZ");
    let first = number("STANCES_FUZZ_SEED").unwrap_or_default();
    let only = env::var("STANCES_FUZZ_TARGET").ok();
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    let targets = || {
        let all = TARGETS.iter().map(|(name, _)| *name);
        all.filter(|name| only.as_ref().is_none_or(|only| only == name))
    };
    // What is loaded once is loaded before time is taken.
    targets().for_each(|name| targets::run(name, b""));
    for round in first.. {
        let goes_on = end.map_or(round - first < FEW, |end| Instant::now() < end);
        if !goes_on {
            break;
        }
        for (number, target) in (0..).zip(targets()) {
            try_once(target, &seeds, (round << 8) | number, end.is_some());
        }
    }
}
