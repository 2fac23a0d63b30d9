//! CSV and TSV: a piece in each row under the head line.

use std::borrow::Cow;
use std::io::{self, BufRead as _};
use std::sync::Arc;

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::super::columns::Columns;
use super::super::unpack::{Bytes, Opened};
use super::{Cut, Limits, Mapping, NoteKind, Piece};

/// The most cells of a row.
const CELLS: usize = 1 << 16;

/// The cells of a row.
#[derive(Debug)]
pub(in super::super) struct Row {
    bytes: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
}

impl Row {
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// The cells as text; bytes that are no UTF-8 become U+FFFD.
    pub(in super::super) fn cells(&self) -> Vec<Cow<'_, str>> {
        let mut start = 0;
        let cell = |end: &usize| {
            let cell = &self.bytes[start..*end];
            start = *end;
            String::from_utf8_lossy(cell)
        };
        self.ends.iter().map(cell).collect()
    }
}

/// The rows of a table.
pub(super) struct Rows<'a> {
    /// Nothing after a fault.
    bytes: Option<Bytes<'a>>,
    reader: Reader,
    columns: Option<Arc<Columns>>,
    mapping: Arc<Mapping>,
    limits: Limits,
}

impl<'a> Rows<'a> {
    /// The rows of a file; where no delimiter is given, the head line shows it.
    pub(super) fn new(
        opened: Opened<'a>,
        delimiter: Option<u8>,
        mapping: Arc<Mapping>,
        limits: Limits,
    ) -> Self {
        let head = opened
            .head
            .split(|byte| *byte == b'\n')
            .next()
            .unwrap_or_default();
        let count = |sign: u8| memchr::memchr_iter(sign, head).count();
        let shown = if count(b';') > count(b',') {
            b';'
        } else {
            b','
        };
        Self {
            bytes: Some(opened.bytes),
            reader: ReaderBuilder::new()
                .delimiter(delimiter.unwrap_or(shown))
                .build(),
            columns: None,
            mapping,
            limits,
        }
    }

    /// The next row and its line; no cells where it is larger than the limit.
    fn read(&mut self) -> io::Result<Option<(usize, Option<Row>)>> {
        let Some(bytes) = &mut self.bytes else {
            return Ok(None);
        };
        let line = usize::try_from(self.reader.line()).unwrap_or(usize::MAX);
        let first = self.limits.record.min(4096);
        let (mut cells, mut ends) = (vec![0; first], vec![0; 32]);
        let (mut filled, mut ended) = (0, 0);
        let mut is_too_large = false;
        loop {
            let input = bytes.fill_buf()?;
            let (result, read, written, new_ends) =
                self.reader
                    .read_record(input, &mut cells[filled..], &mut ends[ended..]);
            bytes.consume(read);
            filled += written;
            ended += new_ends;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull if cells.len() >= self.limits.record => {
                    is_too_large = true;
                    filled = 0;
                }
                ReadRecordResult::OutputFull => {
                    cells.resize((cells.len() * 2).min(self.limits.record), 0);
                }
                ReadRecordResult::OutputEndsFull if ends.len() >= CELLS => {
                    is_too_large = true;
                    ended = 0;
                }
                ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
                ReadRecordResult::Record if is_too_large => return Ok(Some((line, None))),
                ReadRecordResult::Record => {
                    cells.truncate(filled);
                    ends.truncate(ended);
                    return Ok(Some((line, Some(Row { bytes: cells, ends }))));
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Cut;

    fn next(&mut self) -> Option<Cut> {
        loop {
            let (line, row) = match self.read() {
                Ok(row) => row?,
                Err(error) => {
                    self.bytes = None;
                    let line = usize::try_from(self.reader.line()).ok();
                    return Some((line, Err(NoteKind::of_io(&error))));
                }
            };
            let Some(row) = row else {
                return Some((Some(line), Err(NoteKind::TooLarge(self.limits.record))));
            };
            if let Some(columns) = &self.columns {
                return Some((Some(line), Ok(Piece::Row(row, Arc::clone(columns)))));
            }
            let head = row.cells();
            match Columns::of_head(&head, &self.mapping) {
                Ok(columns) => {
                    self.columns = Some(Arc::new(columns));
                    let absent = self.mapping.absent(&head);
                    if !absent.is_empty() {
                        return Some((Some(line), Err(NoteKind::NoColumn(absent))));
                    }
                }
                Err(kind) => {
                    self.bytes = None;
                    return Some((Some(line), Err(kind)));
                }
            }
        }
    }
}
