//! Standard error: what is said besides results, and, where a person watches, how far the work is.
//!
//! The line that says how far it is gives way to whatever else is written.

use std::fmt;
use std::io::{self, IsTerminal as _, Write};
use std::path::Path;

/// Standard error.
pub(crate) struct Notices<'a> {
    out: Box<dyn Write + 'a>,
    is_watched: bool,
    /// How many columns the line takes that says how far the work is.
    drawn: usize,
}

impl Notices<'_> {
    /// Standard error. A person watches where it is a terminal.
    pub(crate) fn new() -> Self {
        Self {
            out: Box::new(io::stderr().lock()),
            is_watched: io::stderr().is_terminal(),
            drawn: 0,
        }
    }

    /// What is said, written elsewhere; nobody watches.
    pub(crate) fn kept(out: impl Write + 'static) -> Self {
        Self {
            out: Box::new(out),
            is_watched: false,
            drawn: 0,
        }
    }

    /// Draws nothing where results are written meanwhile, and to the terminal too.
    pub(crate) fn give_way(&mut self, output: Option<&Path>) {
        self.is_watched &= output.is_some() || !io::stdout().is_terminal();
    }

    /// Whether a person watches.
    pub(crate) fn is_watched(&self) -> bool {
        self.is_watched
    }

    /// What `writeln!` calls.
    pub(crate) fn write_fmt(&mut self, words: fmt::Arguments<'_>) -> io::Result<()> {
        Write::write_fmt(self, words)
    }

    /// Writes a line that the next one takes the place of; an empty one takes it away.
    pub(crate) fn draw(&mut self, line: &str) -> io::Result<()> {
        let columns = line.chars().count();
        let rest = self.drawn.saturating_sub(columns);
        if columns + rest > 0 {
            write!(self.out, "\r{line}{:rest$}", "")?;
        }
        if columns == 0 && rest > 0 {
            write!(self.out, "\r")?;
        }
        self.drawn = columns;
        self.out.flush()
    }
}

impl Write for Notices<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.drawn > 0 {
            self.draw("")?;
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
