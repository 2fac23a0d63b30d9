//! The place in the rules that would change what became of a match.

use stances::analyze::PackAnalysis;
use stances::matching::Match;
use stances::stance::Gate;

use super::matters::around;
use super::{Explained, words};

/// The place in the rules that would let a match through a gate.
pub(super) fn remedy(of: &Explained, pack: &PackAnalysis, matter: &Match, gate: Gate) -> String {
    let position = &pack.pack.positions[matter.position];
    let file = file_of(of, position.id.as_str());
    match gate {
        Gate::Question => "nothing: a question takes no side".to_owned(),
        Gate::Void => {
            let around = around(of, matter);
            let void = around.iter().find(|one| one.void);
            let cue = void.and_then(|one| one.cue.as_ref());
            let origin = cue.map(|at| &of.rules.lexicon.cues[at.cue].origin);
            let english = || "the negation or condition in english/".to_owned();
            origin.map_or_else(english, words::place)
        }
        Gate::Condition => {
            format!("english/condition.toml, or the whole phrase as `for` or `against` in {file}")
        }
        Gate::Price => {
            format!(
                "`price` in english/condition.toml, or the whole phrase as `for` or `against` in {file}"
            )
        }
        Gate::Waits => "`waiting` in english/grammar.toml".to_owned(),
        Gate::Reason => "`reasons` in english/condition.toml".to_owned(),
        Gate::Wish => format!(
            "{}, or the whole phrase as `for` or `against` in {file}",
            cues_near(of, matter)
        ),
        Gate::Possible => "`possible` in english/grammar.toml".to_owned(),
        Gate::Unreal => format!(
            "a cue in english/wanting.toml for the verb above it, or the whole phrase as `for` or `against` in {file}"
        ),
        Gate::Deed => format!("`deeds` in {file}"),
        Gate::Tally => "`tallies` in english/reference.toml".to_owned(),
        Gate::Told => {
            format!(
                "a wish in english/wanting.toml for what is done, or the whole phrase as `for` or `against` in {file}"
            )
        }
        Gate::Holder => "names or roles in actors/, titles in english/titles.toml".to_owned(),
        Gate::Private => {
            "the speaker's title or party in english/titles.toml, or actors/".to_owned()
        }
        Gate::Barred => format!("`not-holders` or `not-for` in {file}"),
        Gate::Outweighed => format!("a longer phrase, or one under `ignore`, in {file}"),
    }
}

/// The cues of the sentence, one of which may have to take more than it does.
fn cues_near(of: &Explained, matter: &Match) -> String {
    let line = &of.analysis.attributed.lines[matter.sentence];
    let cues = line.cues.iter().filter_map(|at| {
        let cue = &of.rules.lexicon.cues[at.cue];
        let words = of.words(&at.tokens);
        (!cue.kind.is_reporting()).then(|| format!("\"{words}\" {}", words::place(&cue.origin)))
    });
    let cues: Vec<_> = cues.collect();
    if cues.is_empty() {
        "a cue in english/wanting.toml or judging.toml".to_owned()
    } else {
        format!("what a cue takes: {}", cues.join(", "))
    }
}

/// The file that a position's phrases stand in.
pub(super) fn file_of(of: &Explained, position: &str) -> String {
    let packs = of.rules.packs.iter();
    let mut files = packs.flat_map(|pack| {
        let phrases = pack.phrases.iter();
        let of_position =
            phrases.filter(|phrase| pack.positions[phrase.position].id.as_str() == position);
        of_position.map(|phrase| phrase.origin.file.clone())
    });
    files
        .next()
        .unwrap_or_else(|| format!("positions/{position}.toml"))
}
