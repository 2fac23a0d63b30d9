//! How long it takes to read and compile the shipped rules: the best of several rounds.
//!
//! `loading [ROUNDS]`; `--pack` in the program leaves more out.

use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use stances::rules::{self, Source};

fn main() -> io::Result<()> {
    let rounds = std::env::args().find_map(|rounds| rounds.parse().ok());
    let mut best = Duration::MAX;
    for _ in 0..rounds.unwrap_or(20_u32) {
        let start = Instant::now();
        let mut sources = rules::embedded();
        sources.retain(Source::is_for_reading);
        let rules = rules::load_sound(&sources);
        best = best.min(start.elapsed());
        drop(rules);
    }
    writeln!(io::stdout(), "{} us", best.as_micros())
}
