//! The test suite: one module for each area.
