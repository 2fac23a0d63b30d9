//! The test suite: one module for each area.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets nothing where something should be has failed"
)]

mod corpus;
mod desk;
mod explain;
mod faults;
mod formats;
mod input;
mod program;
mod render;
mod rulebook;
mod rules_check;
mod rules_init;
mod rules_show;
mod rules_test;
mod scoring;
mod stories;
mod story;
mod support;
mod table;
mod workshop;
