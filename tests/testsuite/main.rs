//! The test suite: one module for each area.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets nothing where something should be has failed"
)]

mod corpus;
mod correcting;
mod diff;
mod faults;
mod formats;
mod program;
mod render;
mod rules_check;
mod rules_health;
mod rules_init;
mod rules_schema;
mod rules_show;
mod rules_test;
mod stories;
mod story;
mod support;
mod table;
mod tutorial;
mod workshop;
