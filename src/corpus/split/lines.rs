//! JSON Lines: a piece on each line.

use std::sync::Arc;

use super::super::unpack::Bytes;
use super::{Cut, Limits, Line, Mapping, NoteKind, Piece, read_line};

/// The lines of a file that are not blank.
pub(super) struct Lines<'a> {
    /// Nothing after a fault.
    bytes: Option<Bytes<'a>>,
    mapping: Arc<Mapping>,
    limits: Limits,
    number: usize,
}

impl<'a> Lines<'a> {
    pub(super) fn new(bytes: Bytes<'a>, mapping: Arc<Mapping>, limits: Limits) -> Self {
        Self {
            bytes: Some(bytes),
            mapping,
            limits,
            number: 0,
        }
    }
}

impl Iterator for Lines<'_> {
    type Item = Cut;

    fn next(&mut self) -> Option<Cut> {
        let mut line = Vec::new();
        loop {
            let read = read_line(self.bytes.as_mut()?, &mut line, self.limits.record);
            self.number += 1;
            let piece = match read {
                Ok(Line::End) => return None,
                Ok(Line::Read) if line.trim_ascii().is_empty() => continue,
                Ok(Line::Read) => Ok(Piece::Json(line, Arc::clone(&self.mapping))),
                Ok(Line::TooLarge) => Err(NoteKind::TooLarge(self.limits.record)),
                Err(error) => {
                    self.bytes = None;
                    Err(NoteKind::of_io(&error))
                }
            };
            return Some((Some(self.number), piece));
        }
    }
}
