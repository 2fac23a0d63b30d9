//! A plain loop of the `aho-corasick` crate: what it costs to find literals in lines, and no more.
//!
//! `literals LITERALS FILE` counts them; `benches/compare.py` runs it beside `stances statements`.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, Write as _};

use aho_corasick::AhoCorasick;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let (Some(literals), Some(file)) = (arguments.next(), arguments.next()) else {
        return Ok(());
    };
    let literals = fs::read_to_string(literals)?;
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .build(literals.lines())
        .map_err(io::Error::other)?;
    let mut lines = BufReader::with_capacity(1 << 16, File::open(file)?);
    let mut line = Vec::new();
    let mut found = 0;
    while lines.read_until(b'\n', &mut line)? > 0 {
        found += automaton.find_iter(&line).count();
        line.clear();
    }
    writeln!(io::stdout(), "{found}")
}
