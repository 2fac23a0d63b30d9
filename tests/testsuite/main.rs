//! The test suite: one module for each area.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod faults;
mod support;
