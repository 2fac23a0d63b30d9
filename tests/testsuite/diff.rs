//! `stances diff`: results side by side, and articles under two rule folders.

use crate::support;
use crate::workshop::Workshop;

fn header(version: &str, articles: &[&str]) -> String {
    let articles: Vec<String> = articles
        .iter()
        .map(|id| format!("{{\"id\":\"{id}\"}}"))
        .collect();
    format!(
        "{{\"stances\":\"0.1.0\",\"packs\":[{{\"id\":\"strait\",\"version\":\"{version}\",\"digest\":\"{version}\"}}],\
         \"articles\":[{}]}}\n",
        articles.join(",")
    )
}

fn statement(article: &str, holder: &str, stance: &str, evidence: &str) -> String {
    format!(
        "{{\"schema\":1,\"article\":\"{article}\",\"holder\":\"{holder}\",\"position\":\"toll\",\
         \"stance\":\"{stance}\",\"conditional\":false,\"via\":[],\"when\":\"now\",\
         \"evidence\":[{{\"text\":\"{evidence}\"}}],\"pack\":\"strait\"}}\n"
    )
}

#[test]
fn every_cell_that_differs_is_shown_with_its_evidence() {
    let workshop = Workshop::empty();
    let same = statement("a", "vey", "supports", "Vey wants a toll.");
    let old = [
        header("1.0", &["a", "b", "gone"]),
        same.clone(),
        statement("a", "orlan", "supports", "Orlan said ships must pay."),
        statement("b", "tesk", "opposes", "Tesk called it robbery."),
        statement("gone", "tesk", "opposes", "Tesk said no."),
    ];
    let new = [
        header("1.1", &["a", "b"]),
        same,
        statement("a", "orlan", "opposes", "Orlan said ships must not pay."),
        statement("b", "kolb", "supports", "Kolb backs it."),
    ];
    workshop.write("old.jsonl", &old.concat());
    workshop.write("new.jsonl", &new.concat());
    let said = workshop.says("diff old.jsonl new.jsonl", 1);
    support::snapshot("diff", "results", "two results", &said);
    workshop
        .run("diff new.jsonl new.jsonl")
        .success()
        .stdout("0 gained, 0 lost, 0 turned, 0 changed, 3 the same\n");
}

#[test]
fn what_cannot_be_compared_is_said() {
    let workshop = Workshop::empty();
    workshop.write("old.jsonl", "{\"schema\":2}\n");
    workshop.write("new.jsonl", "not JSON\n");
    let said = workshop.says("diff old.jsonl new.jsonl", 2);
    support::snapshot("diff", "unreadable", "a newer schema, and no JSON", &said);
    let said = workshop.says("diff old.jsonl", 2);
    assert!(said.contains("--rules-old"), "{said}");
}

#[test]
fn results_that_share_nothing_are_no_agreement() {
    let workshop = Workshop::empty();
    let old = header("1", &["a"]) + &statement("a", "vey", "supports", "Vey wants a toll.");
    let newer = header("1", &["b"]).replace("0.1.0", "0.2.0");
    workshop.write("old.jsonl", &old);
    workshop.write("other.jsonl", &newer);
    let said = workshop.says("diff old.jsonl other.jsonl", 2);
    support::snapshot(
        "diff",
        "nothing-shared",
        "one article each, by two versions",
        &said,
    );
    workshop.write("pack.jsonl", &old.replace("strait", "harbour"));
    let said = workshop.says("diff old.jsonl pack.jsonl", 2);
    assert!(said.contains("no pack or no article"), "{said}");
    let more = header("1", &["a", "b"]) + &statement("b", "vey", "supports", "Vey wants a toll.");
    workshop.write("more.jsonl", &more);
    let said = workshop.says("diff old.jsonl more.jsonl", 1);
    assert!(
        said.contains("1 lost, 0 turned, 0 changed, 0 the same, 1 not compared"),
        "{said}"
    );
}

#[test]
fn what_compare_writes_as_json_is_a_result_too() {
    let workshop = Workshop::with_rules();
    let compare = "compare a.txt --rules rules --only-rules --date 2025-06-01 --format json";
    workshop.write("a.txt", "Talks\n\nAnna Meyer rejects a truce.\n");
    workshop.write("old.json", &workshop.says(compare, 0));
    workshop.write("a.txt", "Talks\n\nAnna Meyer spoke.\n");
    workshop.write("new.json", &workshop.says(compare, 0));
    let said = workshop.says("diff old.json new.json", 1);
    assert!(
        said.contains("- lost    a  meyer  truce: against"),
        "{said}"
    );
}

#[test]
fn rule_folders_alone_and_some_packs_are_compared() {
    let workshop = Workshop::with_rules();
    workshop.write("a.txt", "Talks\n\nAnna Meyer rejects a truce.\n");
    let diff = "diff a.txt --rules-old rules --rules-new rules --date 2025-06-01";
    let said = workshop.says(&format!("{diff} --only-rules"), 0);
    assert!(said.contains("0 changed, 1 the same"), "{said}");
    let said = workshop.says(&format!("{diff} --pack ukraine-peace"), 0);
    assert!(said.contains("0 changed, 0 the same"), "{said}");
    workshop
        .run("diff a.txt --rules-new rules --only-rules")
        .code(2);
}

#[test]
fn two_rule_folders_read_the_same_articles() {
    let workshop = Workshop::empty();
    workshop
        .run("rules init ours --new-pack city-traffic")
        .success();
    workshop
        .run("rules init theirs --new-pack city-traffic")
        .success();
    let position = "theirs/city-traffic/positions/bike-lanes.toml";
    let text = workshop
        .read(position)
        .replace("lane for cyclists", "bicycle way");
    workshop.write(position, &text);
    workshop.write(
        "a.txt",
        "Merz and Macron on traffic\n\nFriedrich Merz called for more bike lanes.\n\n\
         Emmanuel Macron rejected a lane for cyclists in Paris.\n",
    );
    let said = workshop.says(
        "diff a.txt --rules-old ours --rules-new theirs --date 2025-06-01",
        1,
    );
    let said = said
        .lines()
        .filter(|line| !line.contains("has other rules"));
    let said: Vec<&str> = said.collect();
    support::snapshot(
        "diff",
        "rules",
        "the new rules lack `lane for cyclists`",
        &said.join("\n"),
    );
}
