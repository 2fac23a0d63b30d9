//! What goes by a name, or matches some words.

use stances::phrase::{PhraseId, PhraseSet};
use stances::rules::{Pack, PhraseKind, Rules};
use stances::span::Span;
use stances::words::Token;

/// Something that can be shown: numbers into the rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A position of a pack.
    Position { pack: usize, position: usize },
    /// An actor.
    Actor(usize),
    /// A cue.
    Cue(usize),
    /// A phrase of a pack.
    Phrase { pack: usize, phrase: usize },
}

/// Every phrase of every pack that can show something.
pub(super) fn all_phrases(rules: &Rules) -> Vec<Found> {
    phrases(rules, |pack, phrase| {
        rules.packs[pack].phrases[phrase].kind != PhraseKind::Ignore
    })
}

/// Everything that goes by a name or matches the words as a whole.
pub(super) fn by_name(rules: &Rules, what: &str) -> Vec<Found> {
    let tokens = rules.words.tokens(what, Span::new(0, what.len()));
    let mut found = Vec::new();
    for (number, pack) in rules.packs.iter().enumerate() {
        let named = pack.positions.iter().enumerate().filter(|(_, position)| {
            position.id.as_str() == what || position.short.eq_ignore_ascii_case(what)
        });
        found.extend(named.map(|(position, _)| Found::Position {
            pack: number,
            position,
        }));
    }
    let named_here = matching(&rules.actors.name_phrases, &tokens);
    let actors = rules.actors.list.iter().enumerate();
    found.extend(
        actors
            .filter(|(number, actor)| {
                let is_named = |name: &usize| rules.actors.names[*name].actor == *number;
                actor.id.as_str() == what
                    || actor.name.eq_ignore_ascii_case(what)
                    || actor.short.eq_ignore_ascii_case(what)
                    || named_here.iter().any(is_named)
            })
            .map(|(number, _)| Found::Actor(number)),
    );
    let matched = matching(&rules.lexicon.cue_phrases, &tokens);
    let cues = rules.lexicon.cues.iter().enumerate();
    found.extend(
        cues.filter(|(number, cue)| cue.text == what || matched.contains(number))
            .map(|(number, _)| Found::Cue(number)),
    );
    let matched: Vec<Vec<usize>> = rules
        .packs
        .iter()
        .map(|pack| matching(&pack.phrase_set, &tokens))
        .collect();
    found.extend(phrases(rules, |pack, phrase| {
        rules.packs[pack].phrases[phrase].text == what || matched[pack].contains(&phrase)
    }));
    found
}

/// The phrases of the file of this name.
pub(super) fn slip(rules: &Rules, file: &str) -> Vec<Found> {
    phrases(rules, |pack, phrase| {
        rules.packs[pack].phrases[phrase].origin.file == file
    })
}

/// The forms of which each match of it has one.
pub(super) fn literals<'r>(rules: &'r Rules, found: &Found) -> Vec<&'r str> {
    let of_set = |set: &PhraseSet, phrase: usize| set.literals(id(phrase), &rules.words);
    match *found {
        Found::Phrase { pack, phrase } => of_set(&rules.packs[pack].phrase_set, phrase),
        Found::Cue(cue) => of_set(&rules.lexicon.cue_phrases, cue),
        Found::Position { pack, position } => {
            let pack: &Pack = &rules.packs[pack];
            let phrases = pack.phrases.iter().enumerate();
            phrases
                .filter(|(_, phrase)| phrase.position == position)
                .filter(|(_, phrase)| phrase.kind != PhraseKind::Ignore)
                .flat_map(|(number, _)| of_set(&pack.phrase_set, number))
                .collect()
        }
        Found::Actor(actor) => {
            let names = rules.actors.names.iter().enumerate();
            names
                .filter(|(_, name)| name.actor == actor)
                .flat_map(|(number, _)| of_set(&rules.actors.name_phrases, number))
                .collect()
        }
    }
}

/// The number of a phrase in its set.
pub(super) fn id(number: usize) -> PhraseId {
    PhraseId(u32::try_from(number).expect("sets hold fewer than four billion phrases"))
}

fn phrases(rules: &Rules, is_meant: impl Fn(usize, usize) -> bool) -> Vec<Found> {
    let mut found = Vec::new();
    for (pack, of) in rules.packs.iter().enumerate() {
        let meant = (0..of.phrases.len()).filter(|&phrase| is_meant(pack, phrase));
        found.extend(meant.map(|phrase| Found::Phrase { pack, phrase }));
    }
    found
}

/// The phrases of a set that match all of the tokens.
fn matching(set: &PhraseSet, tokens: &[Token]) -> Vec<usize> {
    let found = set.find_at(tokens, 0).into_iter();
    found
        .filter(|found| found.end == tokens.len())
        .map(|found| found.phrase.0 as usize)
        .collect()
}
