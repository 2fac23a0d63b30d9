//! The program: the only place that reads files, prints and exits.
fn main() {}
