//! `stances inputs`: what would be read, and the texts that offsets count in.

use std::fs;
use std::path::Path;

use crate::desk::{Desk, STANCE};
use crate::support;

#[test]
fn every_format_is_told_before_it_is_read() {
    let desk = Desk::new(&[
        ("film.bin", b"\x7fELF\x01\x00\x00\x02"),
        ("report.pdf", b"%PDF-1.7"),
    ]);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpus");
    for entry in fs::read_dir(fixtures).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_file() && name != "make.py" {
            fs::copy(&path, desk.folder.path().join(name)).unwrap();
        }
    }
    let ended = desk.run(&["inputs", "."]);
    assert_eq!((ended.code, &*ended.notices), (0, ""));
    support::snapshot(
        "corpus",
        "inputs",
        "stances inputs, in a folder of all formats",
        &ended.results,
    );
}

#[test]
fn texts_are_printed_as_offsets_count_in_them() {
    let desk = Desk::new(&[
        ("a.txt", STANCE.as_bytes()),
        ("b.txt", b"They met.\r\nThey left."),
    ]);
    assert_eq!(
        desk.run(&["inputs", "--text", "b.txt"]).results,
        "They met.\r\nThey left."
    );
    let both = desk.run(&["inputs", "--text", "a.txt", "b.txt"]);
    assert_eq!(
        both.results,
        format!("==> a <==\n{STANCE}==> b <==\nThey met.\r\nThey left.\n")
    );
}

#[test]
fn what_is_named_and_cannot_be_read_ends_in_two() {
    let desk = Desk::new(&[("good.txt", STANCE.as_bytes()), ("report.pdf", b"%PDF-1.7")]);
    for name in ["gone.txt", "report.pdf"] {
        assert_eq!(desk.run(&["inputs", "good.txt", name]).code, 2, "{name}");
    }
    assert_eq!(desk.run(&["inputs", "good.txt"]).code, 0);
}
