//! The test suite: one module for each area.
#![expect(
    clippy::unwrap_used,
    reason = "a test that meets nothing where something should be has failed"
)]

mod articles;
mod attribution;

mod copies;
mod corpus;
mod correcting;
mod desk;
mod diff;
mod documents;
mod explain;
mod faults;
mod formats;
mod fuzz;
mod input;
mod inputs;
mod jobs;
mod opinion;
mod program;
mod properties;
mod reader;
mod render;
mod rulebook;
mod rules_check;
mod rules_health;
mod rules_init;
mod rules_schema;
mod rules_show;
mod rules_test;
mod scoring;
mod stance;
mod stories;
mod story;
mod support;
mod table;
mod toy_language;
mod tutorial;
mod workshop;
