//! The same words in several mouths: wording compared across articles and holders.

use std::collections::{BTreeMap, BTreeSet};

use super::wording::{content_words, same_wording};
use super::{ArticleCells, Table, note};
use crate::id::ActorId;
use crate::reading::PositionInfo;
use crate::statement::{Stance, Statement};

/// Passages with the same wording on one side of one position.
#[derive(Clone, Debug)]
pub struct Claim<'a> {
    /// The position.
    pub position: &'a PositionInfo,
    /// The side.
    pub stance: Stance,
    /// The passages, in the order of the articles.
    pub passages: Vec<Passage<'a>>,
}

/// Words of one holder in one article.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// The article's number.
    pub article: usize,
    /// The line.
    pub line: usize,
    /// Whose stance the words show.
    pub holder: &'a ActorId,
    /// The quoted words, or the sentence where nothing is quoted.
    pub words: String,
    /// Whether the words are quoted, not the reporter's.
    pub quoted: bool,
    /// The words that are compared: of the reporter's, those that name who speaks are left aside.
    compared: Vec<String>,
}

impl Claim<'_> {
    /// How many articles have these words.
    #[must_use]
    pub fn articles(&self) -> usize {
        self.passages
            .iter()
            .map(|passage| passage.article)
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// How many holders they are given to.
    #[must_use]
    pub fn speakers(&self) -> usize {
        self.passages
            .iter()
            .map(|passage| passage.holder)
            .collect::<BTreeSet<_>>()
            .len()
    }
}

/// The wordings that stand in more than one place, by position.
#[must_use]
pub fn claims<'a>(table: &Table<'a>) -> Vec<Claim<'a>> {
    let mut claims = Vec::new();
    for position in table.positions() {
        for stance in [Stance::Supports, Stance::Opposes] {
            let groups = groups(passages(table, position, stance));
            claims.extend(groups.into_iter().map(|passages| Claim {
                position,
                stance,
                passages,
            }));
        }
    }
    claims
}

fn passages<'a>(table: &Table<'a>, position: &PositionInfo, stance: Stance) -> Vec<Passage<'a>> {
    let mut passages = Vec::new();
    for article in &table.articles {
        let entries = article.entries.values().flat_map(|entry| &entry.grounds);
        let mut grounds: Vec<_> = entries.map(|ground| ground.statement).collect();
        grounds.retain(|one| one.position == position.id && one.stance == stance);
        grounds.sort_by_key(|one| {
            (
                one.evidence.first().map(|evidence| evidence.place),
                &one.holder,
            )
        });
        grounds.dedup_by_key(|one| &one.id);
        for statement in grounds {
            let (words, quoted) = told(statement);
            let line = statement
                .evidence
                .first()
                .map_or(0, |evidence| evidence.place.line);
            let compared = if quoted {
                content_words(&words)
            } else {
                without_names(&words, article, statement)
            };
            passages.push(Passage {
                article: article.number,
                line,
                holder: &statement.holder,
                words,
                quoted,
                compared,
            });
        }
    }
    passages
}

/// Groups passages that share their wording, directly or through another one.
fn groups(passages: Vec<Passage>) -> Vec<Vec<Passage>> {
    let words: Vec<_> = passages
        .iter()
        .map(|passage| passage.compared.clone())
        .collect();
    let mut group: Vec<usize> = (0..passages.len()).collect();
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, list) in words.iter().enumerate() {
        // Only passages that share a word, spelt alike, are compared.
        let mut others = BTreeSet::new();
        for word in list {
            let known = places.entry(word).or_default();
            others.extend(known.iter().copied());
            known.push(at);
        }
        for other in others {
            if other != at
                && !one_place(&passages[other], &passages[at])
                && same_wording(&words[other], list)
            {
                let (from, to) = (group[at], group[other]);
                group
                    .iter_mut()
                    .filter(|id| **id == from)
                    .for_each(|id| *id = to);
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<Passage>> = BTreeMap::new();
    for (passage, id) in passages.into_iter().zip(group) {
        groups.entry(id).or_default().push(passage);
    }
    groups
        .into_values()
        .filter(|passages| passages.len() > 1)
        .collect()
}

/// Whether two passages are one sentence of one article: a joint statement's holders share it.
fn one_place(one: &Passage, other: &Passage) -> bool {
    one.article == other.article && one.line == other.line && one.words == other.words
}

/// The content words of a sentence but for the names of the holder and of those who report.
fn without_names(sentence: &str, article: &ArticleCells, statement: &Statement) -> Vec<String> {
    let actors = statement
        .via
        .iter()
        .chain([&statement.holder])
        .filter_map(|id| article.holder(id));
    let names = actors.flat_map(|holder| [&holder.name, &holder.short]);
    let spoken = [&statement.speaker, &statement.mention]
        .into_iter()
        .flatten()
        .map(|passage| &passage.text);
    let names: BTreeSet<_> = names
        .chain(spoken)
        .flat_map(|name| content_words(name))
        .collect();
    content_words(sentence)
        .into_iter()
        .filter(|word| !names.contains(word))
        .collect()
}

/// The quoted words that show a statement, or its whole sentence.
fn told(statement: &Statement) -> (String, bool) {
    let Some(evidence) = statement.evidence.first() else {
        return (note::excerpt(statement), false);
    };
    let quotes = quotes(&evidence.text);
    let matched = statement.matched.start.saturating_sub(evidence.place.start);
    let around = quotes
        .iter()
        .find(|(start, words)| *start <= matched && matched < start + words.chars().count());
    let longest = || quotes.iter().max_by_key(|(_, words)| words.chars().count());
    match around.or_else(longest) {
        Some((_, words)) if statement.manner.is_quoted() => (words.clone(), true),
        _ if statement.manner.is_quoted() => (evidence.text.clone(), true),
        Some((_, words)) if around.is_some() => (words.clone(), true),
        _ => (evidence.text.clone(), false),
    }
}

/// The stretches between quotation marks, each with its first character.
fn quotes(text: &str) -> Vec<(usize, String)> {
    let characters: Vec<char> = text.chars().collect();
    let mut quotes = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in characters.iter().copied().enumerate() {
        let before = at.checked_sub(1).map(|at| characters[at]);
        match open {
            Some((start, close)) if c == close && ends_word(&characters, at, c) => {
                quotes.push((start, characters[start..at].iter().collect()));
                open = None;
            }
            None if before.is_none_or(|c| !c.is_alphanumeric()) => {
                open = closing(c).map(|close| (at + 1, close));
            }
            Some(_) | None => {}
        }
    }
    // A quotation that runs on into the next sentence is open at the end.
    if let Some((start, '"' | '”' | '»' | '’')) = open {
        quotes.push((start, characters[start..].iter().collect()));
    }
    quotes
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '"' => '"',
        '\'' => '\'',
        '“' => '”',
        '‘' => '’',
        '«' => '»',
        _ => return None,
    })
}

/// Whether the sign ends a quotation rather than standing inside a word: *Kyiv's*.
fn ends_word(characters: &[char], at: usize, close: char) -> bool {
    !matches!(close, '\'' | '’')
        || characters
            .get(at + 1)
            .is_none_or(|next| !next.is_alphanumeric())
}
