//! Names of actors in a text: as the files write them, or transliterated another way.

use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

use crate::grammar::{Class, VerbForm};
use crate::phrase::{Found, PhraseSet};
use crate::rules::{ActorKind, Letters, NameKind, Rules, SHORTEST_ALIKE, Title, transliterated};
use crate::text::Text;
use crate::words::{Token, fold};

/// A name in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NameAt {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// Those whose name it is: several where a family name is shared.
    pub(super) actors: Vec<usize>,
    /// What kind of name.
    pub(super) kind: NameKind,
}

/// Names, words of origin and titles, each in order and none within another.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) known: Vec<NameAt>,
    /// Words of origin with the body they name.
    pub(super) origins: Vec<(Range<usize>, String)>,
    /// Titles, with their numbers in `Actors::titles`.
    pub(super) titles: Vec<(Range<usize>, usize)>,
    /// Epithets, those within others too, with their numbers in `Actors::epithets`.
    epithets: Vec<(Range<usize>, usize)>,
}

/// What name phrases and words of origin stand in a text, those within others too.
#[derive(Debug)]
pub(super) struct Spelled {
    names: Vec<Found>,
    origins: Vec<Found>,
}

impl Spelled {
    pub(super) fn find(rules: &Rules, text: &Text) -> Self {
        Self {
            names: rules.actors.name_phrases.find(&text.tokens),
            origins: rules.actors.adjective_phrases.find(&text.tokens),
        }
    }

    /// The name phrases in a sentence.
    pub(super) fn names_in(
        &self,
        rules: &Rules,
        text: &Text,
        sentence: &Range<usize>,
    ) -> Vec<Found> {
        within(&self.names, &rules.actors.name_phrases, text, sentence)
    }

    /// The words of origin in a sentence.
    pub(super) fn origins_in(
        &self,
        rules: &Rules,
        text: &Text,
        sentence: &Range<usize>,
    ) -> Vec<Found> {
        within(
            &self.origins,
            &rules.actors.adjective_phrases,
            text,
            sentence,
        )
    }
}

/// Those of the phrases found in a text that a sentence has; where one goes on after its end, the
/// sentence alone is searched.
fn within(all: &[Found], set: &PhraseSet, text: &Text, sentence: &Range<usize>) -> Vec<Found> {
    let rest = &all[all.partition_point(|found| found.start < sentence.start)..];
    let own = &rest[..rest.partition_point(|found| found.start < sentence.end)];
    if own.iter().all(|found| found.end <= sentence.end) {
        own.to_vec()
    } else {
        super::offset(set.find(&text.tokens[sentence.clone()]), sentence.start)
    }
}

/// How alike two transliterations of a family name must be, by normalised Damerau-Levenshtein
/// distance after folding what transliterations differ in. One letter of nine may differ.
const ALIKE: f64 = 0.88;

/// The same of given names, before a family name that is known: one letter of five may differ.
const ALIKE_GIVEN: f64 = 0.8;

pub(super) fn find(rules: &Rules, text: &Text, spelled: Spelled) -> Names {
    let actors = &rules.actors;
    let tokens = &text.tokens;
    let titles = longest(actors.title_phrases.find(tokens))
        .into_iter()
        .map(|found| (found.start..found.end, found.phrase.0 as usize))
        .collect();
    // "Russian-backed authorities": no authorities of Russia.
    let alone = |found: &Found| {
        let next = tokens.get(found.end);
        next.is_none_or(|next| !next.joined || next.capital)
    };
    let origins = longest(spelled.origins)
        .into_iter()
        .filter(alone)
        .map(|found| {
            (
                found.start..found.end,
                actors.adjectives[found.phrase.0 as usize].clone(),
            )
        })
        .collect();
    let mut epithets: Vec<(Range<usize>, usize)> = actors
        .epithet_phrases
        .find(tokens)
        .into_iter()
        .map(|found| (found.start..found.end, found.phrase.0 as usize))
        .collect();
    epithets.sort_by_key(|(at, number)| (at.start, at.end, *number));
    let mut names = Names {
        known: Vec::new(),
        origins,
        titles,
        epithets,
    };
    let mut free = 0;
    for of_start in spelled
        .names
        .chunk_by(|one, other| one.start == other.start)
    {
        let at = of_start[0].start;
        let longest = of_start.iter().map(|found| found.end).max();
        let Some(end) = longest.filter(|_| at >= free) else {
            continue;
        };
        let these = of_start.iter().filter(|found| found.end == end);
        let mut owners: Vec<usize> = Vec::new();
        let mut kind = NameKind::Family;
        for found in these {
            let name = actors.names[found.phrase.0 as usize];
            kind = name.kind;
            owners.push(name.actor);
        }
        owners.sort_unstable();
        owners.dedup();
        let of_other = kind == NameKind::Family
            && (!fits_given(rules, text, &names, at, &owners)
                || is_given_name(rules, text, at..end));
        if !of_other {
            names.known.push(NameAt {
                tokens: at..end,
                actors: owners,
                kind,
            });
        }
        free = end;
    }
    add_alike(rules, text, &mut names);
    names
        .known
        .retain(|name| !is_compounded(rules, text, name.tokens.end));
    names
}

/// "Moscow-backed administrations": whether a participle is joined to the name that ends at a token, so
/// that it is not who is spoken of.
fn is_compounded(rules: &Rules, text: &Text, end: usize) -> bool {
    text.tokens.get(end).is_some_and(|next| {
        next.joined && rules.grammar.info(next.word).can_be(VerbForm::Participle)
    })
}

fn longest(mut all: Vec<Found>) -> Vec<Found> {
    all.sort_by_key(|found| (found.start, std::cmp::Reverse(found.end)));
    let mut kept: Vec<Found> = Vec::new();
    for found in all {
        if kept.last().is_none_or(|last| last.end <= found.start) {
            kept.push(found);
        }
    }
    kept
}

/// Whether what stands before a family name is no other person's given name.
fn fits_given(rules: &Rules, text: &Text, names: &Names, at: usize, owners: &[usize]) -> bool {
    let start = text.sentences[text.sentence_at(at)].tokens.start;
    // "Ann B. Smith": the given name stands before the initials.
    let mut words = (start..at).rev();
    let Some(place) = words.find(|&at| !is_initial(rules, text, at)) else {
        return true;
    };
    let before = &text.tokens[place];
    if !before.is_word()
        || !before.capital
        || before.possessive
        || apart(text, before, &text.tokens[place + 1])
    {
        return true;
    }
    let info = rules.grammar.info(before.word);
    if info.is_any(&[
        Class::Honorific,
        Class::Temporal,
        Class::Determiner,
        Class::Preposition,
        Class::Coordinator,
    ]) {
        return true;
    }
    let known =
        names.is_titled(at - 1) || names.known.last().is_some_and(|name| name.tokens.end == at);
    if known {
        return true;
    }
    let word = fold(text.slice(before.span));
    let given = owners.iter().any(|&owner| {
        rules.actors.list[owner].given.iter().any(|given| {
            word.len() == 1
                || given.starts_with(word.trim_end_matches('.'))
                || same_given(given, &word)
        })
    });
    given || !info.is_open()
}

/// "Martin Holm": whether a family name is only the given name of someone with another family name.
fn is_given_name(rules: &Rules, text: &Text, name: Range<usize>) -> bool {
    let [given, next] = [name.start, name.end].map(|at| text.tokens.get(at));
    let (Some(given), Some(next)) = (given, next) else {
        return false;
    };
    let common = rules
        .actors
        .given
        .contains_key(&fold(text.slice(given.span)));
    let goes_on = next.is_word() && next.capital && !given.possessive && !apart(text, given, next);
    common && name.len() == 1 && goes_on && rules.grammar.info(next.word).is_open()
}

/// "Ann B. Smith", "Ann B Smith": a letter that stands for a name.
fn is_initial(rules: &Rules, text: &Text, at: usize) -> bool {
    let token = &text.tokens[at];
    let letter = text.slice(token.span).chars().count() == 1;
    let open = rules.grammar.info(token.word).is_open();
    token.is_initial(text.source) || token.is_word() && token.capital && letter && open
}

/// Whether two given names are one, as transliterated one way or the other: *Yury*, *Yuri*, *Yuriy*.
fn same_given(one: &str, other: &str) -> bool {
    let (one, other) = (transliterated(one), transliterated(other));
    let same_start = one.chars().next() == other.chars().next();
    same_start && strsim::normalized_damerau_levenshtein(&one, &other) >= ALIKE_GIVEN
}

/// Whether anything but one space stands between two tokens.
fn apart(text: &Text, one: &Token, other: &Token) -> bool {
    text.source[one.span.end..other.span.start]
        .chars()
        .any(|c| !c.is_whitespace())
}

/// Adds family names that no file spells so, by likeness.
fn add_alike(rules: &Rules, text: &Text, names: &mut Names) {
    let mut cache: HashMap<String, Option<usize>> = HashMap::new();
    let mut added = Vec::new();
    for (at, token) in text.tokens.iter().enumerate() {
        let info = rules.grammar.info(token.word);
        if !token.is_word() || !token.capital || !info.is_open() {
            continue;
        }
        let next = names.known.partition_point(|name| name.tokens.end <= at);
        let next = names.known.get(next);
        let known = next.is_some_and(|name| name.tokens.contains(&at));
        if known || is_given_name(rules, text, at..at + 1) {
            continue;
        }
        let written = fold(text.slice(token.span));
        let written = rules.words.without_possessive(&written).to_owned();
        if written.chars().count() < SHORTEST_ALIKE {
            continue;
        }
        let owner = *cache
            .entry(written)
            .or_insert_with_key(|written| alike(rules, written));
        if let Some(owner) = owner
            && fits_given(rules, text, names, at, &[owner])
        {
            let given = at.checked_sub(1).filter(|&before| {
                let word = fold(text.slice(text.tokens[before].span));
                text.tokens[before].capital && rules.actors.list[owner].given.contains(&word)
            });
            let kind = if given.is_some() {
                NameKind::Full
            } else {
                NameKind::Family
            };
            added.push(NameAt {
                tokens: given.unwrap_or(at)..at + 1,
                actors: vec![owner],
                kind,
            });
        }
    }
    names.known.extend(added);
    names.known.sort_by_key(|name| name.tokens.start);
}

fn alike(rules: &Rules, written: &str) -> Option<usize> {
    let first = written.chars().next()?;
    let folded = transliterated(written);
    let length = folded.chars().count();
    let letters = Letters::of(&folded);
    let mut best: Option<(f64, usize)> = None;
    for family in rules.actors.families.starting_with(first) {
        // Edits are only counted where a glance does not show that they are too many.
        let longer = length.max(family.length);
        let shown = letters.distance(family.letters);
        let shown = shown.max(u32::from(family.folded != folded));
        if likeness(shown, longer) < ALIKE {
            continue;
        }
        let likeness = strsim::normalized_damerau_levenshtein(&folded, &family.folded);
        if likeness >= ALIKE && best.is_none_or(|(other, _)| likeness > other) {
            best = Some((likeness, family.actor));
        }
    }
    best.map(|(_, number)| number)
}

/// The likeness of two names that differ so much, by the length of the longer.
fn likeness(distance: u32, longer: usize) -> f64 {
    let longer = u32::try_from(longer).unwrap_or(u32::MAX);
    1.0 - f64::from(distance) / f64::from(longer.max(1))
}

/// How often the one whom an article is about is named, at least.
const PROTAGONIST: usize = 5;

impl Names {
    /// The person of the roster whom the article is about: named twice as often as any other.
    pub(super) fn protagonist(&self, rules: &Rules) -> Option<usize> {
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        let people = self.known.iter().filter_map(|name| {
            let actor = *name.actors.first()?;
            (rules.actors.list[actor].kind == ActorKind::Person).then_some(actor)
        });
        for actor in people {
            *counts.entry(actor).or_default() += 1;
        }
        let (&actor, &most) = counts.iter().max_by_key(|&(_, count)| count)?;
        let others = counts.iter().filter(|&(&other, _)| other != actor);
        let next = others.map(|(_, &count)| count).max().unwrap_or(0);
        (most >= PROTAGONIST && most >= next * 2).then_some(actor)
    }

    /// The names that lie within a run of tokens.
    pub(super) fn within(&self, range: &Range<usize>) -> impl DoubleEndedIterator<Item = &NameAt> {
        let end = range.end;
        let names = self.beginning_in(range).iter();
        names.filter(move |name| name.tokens.end <= end)
    }

    /// The names that begin in a run of tokens.
    fn beginning_in(&self, range: &Range<usize>) -> &[NameAt] {
        let first = self
            .known
            .partition_point(|name| name.tokens.start < range.start);
        let names = &self.known[first..];
        &names[..names.partition_point(|name| name.tokens.start < range.end)]
    }

    /// The title that begins in a run of tokens and goes on after it; without one, the name.
    pub(super) fn beyond(&self, range: &Range<usize>) -> Option<&Range<usize>> {
        let titles = beginning_in(&self.titles, range).iter();
        let names = self.beginning_in(range).iter();
        let mut all = titles
            .map(|(title, _)| title)
            .chain(names.map(|name| &name.tokens));
        all.find(|at| at.end > range.end)
    }

    /// The titles that lie within a run of tokens.
    pub(super) fn titles_within(&self, range: &Range<usize>) -> Vec<(Range<usize>, usize)> {
        let titles = beginning_in(&self.titles, range).iter();
        let titles = titles.filter(|(title, _)| title.end <= range.end);
        titles.cloned().collect()
    }

    /// The epithets that begin in a run of tokens.
    pub(super) fn epithets_in(&self, range: &Range<usize>) -> &[(Range<usize>, usize)] {
        let first = self
            .epithets
            .partition_point(|(at, _)| at.start < range.start);
        let from = &self.epithets[first..];
        &from[..from.partition_point(|(at, _)| at.start < range.end)]
    }

    /// Whether a title or a word of origin holds a token.
    pub(super) fn is_titled(&self, token: usize) -> bool {
        self.is_origin(token) || holds(&self.titles, token)
    }

    /// Whether a word of origin holds a token.
    pub(super) fn is_origin(&self, token: usize) -> bool {
        holds(&self.origins, token)
    }

    /// The body named by a word of origin, or by a country's or body's name, within a run of tokens.
    pub(super) fn body_within(&self, rules: &Rules, range: &Range<usize>) -> Option<String> {
        let mut names = self.within(range);
        self.origin_within(range)
            .or_else(|| names.find_map(|name| body_named(rules, name)))
    }

    /// The body named by a word of origin within a run of tokens.
    pub(super) fn origin_within(&self, range: &Range<usize>) -> Option<String> {
        let mut origins = beginning_in(&self.origins, range).iter();
        let origin = origins.find(|(at, _)| at.end <= range.end);
        origin.map(|(_, body)| body.clone())
    }

    /// The body named last within a run of tokens, where its words end the run.
    pub(super) fn body_at_end(&self, rules: &Rules, range: &Range<usize>) -> Option<String> {
        let mut origins = beginning_in(&self.origins, range).iter();
        let origin = origins.find(|(at, _)| at.end == range.end);
        let mut names = self.within(range);
        origin.map(|(_, body)| body.clone()).or_else(|| {
            let name = names.find(|name| name.tokens.end == range.end)?;
            body_named(rules, name)
        })
    }
}

/// The country or body that a name names.
fn body_named(rules: &Rules, name: &NameAt) -> Option<String> {
    let actor = name.actors.first().copied()?;
    rules.actors.body_of.get(&actor).cloned()
}

/// Those of runs of tokens, none of which overlap, that begin in a range.
fn beginning_in<'r, T>(
    runs: &'r [(Range<usize>, T)],
    range: &Range<usize>,
) -> &'r [(Range<usize>, T)] {
    let runs = &runs[runs.partition_point(|(run, _)| run.start < range.start)..];
    &runs[..runs.partition_point(|(run, _)| run.start < range.end)]
}

/// Whether one of runs of tokens, none of which overlap, holds a token.
fn holds<T>(runs: &[(Range<usize>, T)], token: usize) -> bool {
    let at = runs.partition_point(|(run, _)| run.end <= token);
    runs.get(at).is_some_and(|(run, _)| run.contains(&token))
}

/// What a title phrase is.
pub(super) fn title(rules: &Rules, number: usize) -> &Title {
    &rules.actors.titles[number]
}
