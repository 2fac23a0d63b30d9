//! `stances rules init`: what it writes can be used at once, and nothing is written over.

use crate::workshop::Workshop;

#[test]
fn a_small_folder_adds_to_the_program() {
    let workshop = Workshop::empty();
    workshop.run("rules init ours").success();
    workshop
        .run("rules check ours")
        .success()
        .stdout("no fault, no warning\n");
}

#[test]
fn a_new_pack_passes_check_and_test_at_once() {
    let workshop = Workshop::empty();
    workshop
        .run("rules init ours --new-pack city-traffic")
        .success();
    workshop
        .run("rules check ours")
        .success()
        .stdout("no fault, no warning\n");
    let said = workshop.says("rules test ours --coverage", 0);
    assert_eq!(
        said,
        "7 examples: 7 agree\n0 of 6 phrases fired by no example or frame\n"
    );
    assert!(
        workshop
            .read("ours/city-traffic/pack.toml")
            .contains("title   = \"City traffic\"")
    );
}

#[test]
fn a_full_copy_stands_by_itself() {
    let workshop = Workshop::empty();
    workshop.run("rules init ours --all").success();
    workshop.run("rules check ours --only-rules").success();
}

#[test]
fn nothing_is_written_over() {
    let workshop = Workshop::empty();
    workshop.write("ours/actors/ours.toml", "# mine\n");
    workshop
        .run("rules init ours")
        .code(2)
        .stdout("")
        .stderr("error: ours/actors/ours.toml: is there already; nothing was written\n");
    assert!(!workshop.path("ours/README.md").exists());
    assert_eq!(workshop.read("ours/actors/ours.toml"), "# mine\n");
}

#[test]
fn a_pack_needs_an_id_of_its_own() {
    let workshop = Workshop::empty();
    for name in ["City", "ukraine-peace", "english"] {
        workshop
            .run(&format!("rules init ours --new-pack {name}"))
            .code(2);
        assert!(!workshop.path("ours").exists(), "{name}");
    }
}
