//! How far a command is in what it reads: how much of how much, how fast, how long still.

use std::fs;
use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::input::Input;
use crate::notices::Notices;

/// Work shorter than this needs no line.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line is drawn at most.
const OFTEN: Duration = Duration::from_millis(100);
/// How many columns the bar takes.
const BAR: usize = 20;

/// How far a command is.
pub(crate) struct Progress {
    /// The bytes of files that were read.
    pub(crate) count: Arc<AtomicU64>,
    /// The bytes of all files, where that is known.
    all: Option<u64>,
    start: Instant,
    /// When the line was drawn last; nothing where nobody watches.
    drawn: Option<Instant>,
}

impl Progress {
    /// At the beginning of these files.
    pub(crate) fn new(files: &[Input], notices: &Notices<'_>) -> Self {
        let start = Instant::now();
        let size = |file: &Input| fs::metadata(&file.path).ok().map(|file| file.len());
        let is_watched = notices.is_watched();
        Self {
            count: Arc::default(),
            all: files
                .iter()
                .map(size)
                .sum::<Option<u64>>()
                .filter(|_| is_watched),
            start,
            drawn: is_watched.then_some(start),
        }
    }

    /// Draws the line, where it is due.
    pub(crate) fn draw(&mut self, notices: &mut Notices<'_>) -> io::Result<()> {
        let Some(drawn) = self.drawn else {
            return Ok(());
        };
        let took = self.start.elapsed();
        if took < PATIENCE || drawn.elapsed() < OFTEN {
            return Ok(());
        }
        self.drawn = Some(Instant::now());
        let read = self.count.load(Ordering::Relaxed);
        notices.draw(&line(read, self.all, took))
    }
}

/// Counts the bytes that are read.
pub(crate) struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    pub(crate) fn new(inner: R, count: Arc<AtomicU64>) -> Self {
        Self { inner, count }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// How far it is after some time.
fn line(read: u64, all: Option<u64>, took: Duration) -> String {
    let millis = u64::try_from(took.as_millis()).unwrap_or(u64::MAX).max(1);
    let per_second = read.saturating_mul(1000) / millis;
    let rate = format!("{}/s", size(per_second));
    let Some(all) = all.filter(|all| *all > 0) else {
        return format!("{}  {rate}", size(read));
    };
    let read = read.min(all);
    let percent = read.saturating_mul(100) / all;
    let filled = usize::try_from(percent).unwrap_or_default() * BAR / 100;
    let bar = format!("{:=<filled$}{:rest$}", "", "", rest = BAR - filled);
    let left = match per_second {
        0 => String::new(),
        rate => format!("  {} left", time((all - read).div_ceil(rate))),
    };
    format!("[{bar}] {percent:>3}% of {}  {rate}{left}", size(all))
}

/// A number of bytes in megabytes, with one digit after the point.
fn size(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// A number of seconds as hours, minutes and seconds.
fn time(seconds: u64) -> String {
    match (seconds / 3600, seconds / 60 % 60, seconds % 60) {
        (0, 0, seconds) => format!("{seconds} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_much_how_fast_and_how_long() {
        let cases = [
            (
                0,
                Some(10_000_000),
                1,
                "[                    ]   0% of 10.0 MB  0.0 MB/s",
            ),
            (
                2_500_000,
                Some(10_000_000),
                2,
                "[=====               ]  25% of 10.0 MB  1.2 MB/s  6 s left",
            ),
            (
                1_000_000,
                Some(1_000_000_000),
                2,
                "[                    ]   0% of 1000.0 MB  0.5 MB/s  33 min 18 s left",
            ),
            (
                10_000_001,
                Some(10_000_000),
                5,
                "[====================] 100% of 10.0 MB  2.0 MB/s  0 s left",
            ),
            (2_500_000, None, 2, "2.5 MB  1.2 MB/s"),
        ];
        for (read, all, seconds, expected) in cases {
            assert_eq!(line(read, all, Duration::from_secs(seconds)), expected);
        }
        assert_eq!(time(7384), "2 h 3 min");
    }
}
