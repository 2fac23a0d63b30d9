//! JSON: the values of an array, one after the other, or values without an array around them.
//!
//! Only strings and brackets are told apart here; what a value says is for a parser to read.

use std::io::{self, BufRead as _};
use std::sync::Arc;

use super::super::unpack::Bytes;
use super::{Cut, Limits, Mapping, NoteKind, Piece};

/// The values of a file.
pub(super) struct Values<'a> {
    /// Nothing after the end and after a fault.
    bytes: Option<Bytes<'a>>,
    mapping: Arc<Mapping>,
    limits: Limits,
    line: usize,
    in_array: bool,
    value: Value,
}

/// A value on its way.
#[derive(Default)]
struct Value {
    bytes: Vec<u8>,
    /// The line it begins on, where it has begun.
    line: Option<usize>,
    is_too_large: bool,
    depth: usize,
    in_string: bool,
    after_backslash: bool,
}

impl<'a> Values<'a> {
    pub(super) fn new(bytes: Bytes<'a>, mapping: Arc<Mapping>, limits: Limits) -> Self {
        Self {
            bytes: Some(bytes),
            mapping,
            limits,
            line: 1,
            in_array: false,
            value: Value::default(),
        }
    }

    /// Reads on until a value is complete; nothing at the end of the file.
    fn read(&mut self) -> io::Result<Option<Value>> {
        let Some(bytes) = &mut self.bytes else {
            return Ok(None);
        };
        loop {
            let buffer = bytes.fill_buf()?;
            if buffer.is_empty() {
                return Ok(None);
            }
            for (at, byte) in buffer.iter().enumerate() {
                self.line += usize::from(*byte == b'\n');
                if self.value.line.is_none() {
                    match byte {
                        b']' => self.in_array = false,
                        b'[' if !self.in_array => self.in_array = true,
                        byte if *byte == b',' || byte.is_ascii_whitespace() => {}
                        _ => self.value.line = Some(self.line),
                    }
                }
                if self.value.line.is_none() {
                    continue;
                }
                let step = self.value.step(*byte);
                if step != Step::Before {
                    self.value.push(*byte, self.limits.record);
                }
                if step != Step::Inside {
                    // A comma, a bracket or a line's end is looked at again.
                    let taken = at + usize::from(step == Step::Last);
                    self.line -= usize::from(step == Step::Before && *byte == b'\n');
                    bytes.consume(taken);
                    return Ok(Some(std::mem::take(&mut self.value)));
                }
            }
            let taken = buffer.len();
            bytes.consume(taken);
        }
    }

    fn cut(&self, value: Value) -> Cut {
        let piece = if value.is_too_large {
            Err(NoteKind::TooLarge(self.limits.record))
        } else {
            Ok(Piece::Json(value.bytes, Arc::clone(&self.mapping)))
        };
        (value.line, piece)
    }
}

/// Where a byte stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// In the value.
    Inside,
    /// At its end, and is part of it.
    Last,
    /// After its end.
    Before,
}

impl Value {
    fn step(&mut self, byte: u8) -> Step {
        if self.in_string {
            match byte {
                _ if self.after_backslash => self.after_backslash = false,
                b'\\' => self.after_backslash = true,
                b'"' => {
                    self.in_string = false;
                    return if self.depth == 0 {
                        Step::Last
                    } else {
                        Step::Inside
                    };
                }
                _ => {}
            }
            return Step::Inside;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                return if self.depth == 0 {
                    Step::Last
                } else {
                    Step::Inside
                };
            }
            b',' | b']' if self.depth == 0 => return Step::Before,
            byte if self.depth == 0 && byte.is_ascii_whitespace() => return Step::Before,
            _ => {}
        }
        Step::Inside
    }

    fn push(&mut self, byte: u8, limit: usize) {
        self.is_too_large |= self.bytes.len() == limit;
        if self.is_too_large {
            self.bytes = Vec::new();
        } else {
            self.bytes.push(byte);
        }
    }
}

impl Iterator for Values<'_> {
    type Item = Cut;

    fn next(&mut self) -> Option<Cut> {
        match self.read() {
            Ok(Some(value)) => Some(self.cut(value)),
            Err(error) => {
                self.bytes = None;
                Some((Some(self.line), Err(NoteKind::of_io(&error))))
            }
            Ok(None) if self.value.line.is_some() => {
                let value = std::mem::take(&mut self.value);
                Some(self.cut(value))
            }
            Ok(None) => {
                self.bytes = None;
                let is_open = std::mem::take(&mut self.in_array);
                let kind = NoteKind::Damaged("the array does not end".to_owned());
                is_open.then_some((Some(self.line), Err(kind)))
            }
        }
    }
}
