//! Bytes as they come from a file, unpacked where gzip or zstd packed them.
//!
//! In: a reader. Out: the unpacked bytes, and the first of them to look at. What is packed is told
//! by content, never by name; all members of a file are read.

use std::fmt;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use flate2::bufread::MultiGzDecoder;

use super::{Format, Limits};

/// How much of a file is looked at to tell its format and encoding.
pub(super) const HEAD: usize = 64 * 1024;
/// How often a file may be packed in itself.
const LAYERS: usize = 3;

/// A file's bytes.
pub(super) type Bytes<'a> = Box<dyn BufRead + Send + 'a>;

/// A file that is open.
pub(super) struct Opened<'a> {
    /// Its first bytes.
    pub(super) head: Vec<u8>,
    /// Whether `head` is all of it.
    pub(super) is_whole: bool,
    /// Whether it was packed.
    pub(super) is_packed: bool,
    /// All of its bytes, those of `head` among them.
    pub(super) bytes: Bytes<'a>,
}

/// Opens a file, and unpacks it as often as it is packed.
pub(super) fn open<'a>(reader: impl Read + Send + 'a, limits: Limits) -> io::Result<Opened<'a>> {
    let packed = Arc::new(AtomicU64::new(0));
    let counted = Counted {
        inner: reader,
        count: Arc::clone(&packed),
    };
    let mut opened = Opened::new(counted);
    for _ in 0..LAYERS {
        let unpacking: Box<dyn Read + Send + 'a> = match Format::of_bytes(&opened.head) {
            Some(Format::Gzip) => Box::new(MultiGzDecoder::new(opened.bytes)),
            Some(Format::Zstd) => Box::new(zstd::Decoder::with_buffer(opened.bytes)?),
            Some(_) | None => break,
        };
        opened = Opened::new(Bounded {
            inner: unpacking,
            packed: Arc::clone(&packed),
            unpacked: 0,
            limits,
        });
        opened.is_packed = true;
    }
    Ok(opened)
}

impl<'a> Opened<'a> {
    fn new(reader: impl Read + Send + 'a) -> Self {
        let mut reader = BufReader::with_capacity(HEAD, reader);
        let mut head = Vec::new();
        let read = reader.by_ref().take(HEAD as u64).read_to_end(&mut head);
        let start = Cursor::new(head.clone());
        Self {
            is_packed: false,
            is_whole: head.len() < HEAD && read.is_ok(),
            head,
            // What could be read before the fault is read, and then the fault is met.
            bytes: match read {
                Ok(_) => Box::new(start.chain(reader)),
                Err(error) => Box::new(start.chain(BufReader::new(Fault(Some(error))))),
            },
        }
    }
}

/// A fault that is met when it is read.
struct Fault(Option<io::Error>);

impl Read for Fault {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

/// Counts the bytes that are read.
struct Counted<R> {
    inner: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Ends where more is unpacked than the limits allow.
struct Bounded<R> {
    inner: R,
    packed: Arc<AtomicU64>,
    unpacked: u64,
    limits: Limits,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.unpacked += read as u64;
        let packed = self.packed.load(Ordering::Relaxed);
        let most = packed.saturating_mul(self.limits.unpacking);
        if self.unpacked > most.max(self.limits.record as u64) {
            return Err(io::Error::other(TooDense(self.limits.unpacking)));
        }
        Ok(read)
    }
}

/// A file unpacks to more than this many times its size.
#[derive(Debug)]
pub(super) struct TooDense(pub(super) u64);

impl std::error::Error for TooDense {}

impl fmt::Display for TooDense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "it unpacks to more than {} times its size", self.0)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::super::{Context, Outlets, Source, read};
    use super::*;

    fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes)?;
        encoder.finish()
    }

    fn unpacked(bytes: &[u8], limits: Limits) -> Result<String, String> {
        let opened = open(bytes, limits).map_err(|error| error.to_string())?;
        let mut text = String::new();
        let read = { opened.bytes }.read_to_string(&mut text);
        read.map(|_| text).map_err(|error| error.to_string())
    }

    #[test]
    fn all_members_are_read_and_layers_are_undone() -> io::Result<()> {
        let two = [gzip(b"They met. ")?, gzip(b"They left.")?].concat();
        let frames = [
            zstd::encode_all(&b"They met. "[..], 1)?,
            zstd::encode_all(&b"They left."[..], 1)?,
        ]
        .concat();
        for packed in [&two, &frames, &zstd::encode_all(&two[..], 1)?] {
            assert_eq!(
                unpacked(packed, Limits::default()).as_deref(),
                Ok("They met. They left.")
            );
        }
        Ok(())
    }

    #[test]
    fn what_unpacks_to_too_much_ends() -> io::Result<()> {
        let line = "{\"text\": \"They met.\"}\n";
        let dense = gzip(line.repeat(10_000).as_bytes())?;
        let outlets = Outlets::default();
        let source = Source {
            path: "a.gz",
            id: "a",
            bytes: &dense,
        };
        let limits = Limits {
            record: 1000,
            unpacking: 10,
        };
        let contents = read(
            &source,
            &Context {
                limits,
                ..Context::new(&outlets)
            },
        );
        let notes: Vec<_> = contents.notes.iter().map(ToString::to_string).collect();
        assert_eq!(notes.len(), 1);
        assert!(
            notes[0].contains(": unpacks to more than 10 times its size, the rest is not read")
        );
        let contents = read(&source, &Context::new(&outlets));
        assert_eq!((contents.articles.len(), contents.notes.len()), (10_000, 0));
        Ok(())
    }
}
