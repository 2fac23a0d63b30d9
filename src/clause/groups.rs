//! Noun groups and verb groups: runs of tagged words with a head.

use std::ops::Range;

use crate::clause::Heads;
use crate::clause::tags::Tag;
use crate::grammar::{Class, Grammar, VerbForm};
use crate::text::Text;
use crate::words::Mark;

/// A run of words with a noun, name or pronoun as its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NounGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The head's token.
    pub head: usize,
    /// The preposition right before it.
    pub preposition: Option<usize>,
    /// Whether its head is a noun of time.
    pub time: bool,
    /// Whether it is a personal pronoun.
    pub pronoun: bool,
    /// Whether it is one of the first person.
    pub first_person: bool,
}

/// How a verb stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// With a tense: *said*, *has said*, *will say*.
    Finite,
    /// *to say*
    Infinitive,
    /// *saying*
    Ing,
    /// *(was) said* without its auxiliary: *troops sent by*
    Participle,
}

/// Auxiliaries, negations and a main verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The main verb's token; the last auxiliary's where there is none.
    pub head: usize,
    /// How it stands.
    pub mood: Mood,
    /// Whether it is passive.
    pub passive: bool,
    /// Its modal.
    pub modal: Option<usize>,
    /// Its negations.
    pub nots: Vec<usize>,
    /// Whether its main verb is a form of *be*, or one that links as *be* does.
    pub copula: bool,
    /// Whether it speaks of the past.
    pub past: bool,
}

/// The parts of a sentence in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Noun(usize),
    Verb(usize),
    /// A preposition that no noun group follows directly.
    Prep(usize),
    Coord(usize),
    Subord(usize),
    Comp(usize),
    Rel(usize),
    Mark(usize),
}

/// Units, noun groups and verb groups of a sentence.
#[derive(Debug, Default)]
pub(super) struct Groups {
    pub(super) units: Vec<Unit>,
    pub(super) nouns: Vec<NounGroup>,
    pub(super) verbs: Vec<VerbGroup>,
}

/// Groups the words of a sentence that begins at token `first`.
pub(super) fn group(
    text: &Text,
    first: usize,
    tags: &[Tag],
    grammar: &Grammar,
    heads: &Heads<'_>,
) -> Groups {
    let mut groups = Groups::default();
    let mut at = 0;
    let mut preposition = None;
    while at < tags.len() {
        let token = first + at;
        match tags[at] {
            Tag::Mark(Mark::Quote) => {
                groups.units.push(Unit::Mark(token));
                at += 1;
                continue;
            }
            Tag::Mark(_) => groups.units.push(Unit::Mark(token)),
            Tag::Coord => groups.units.push(Unit::Coord(token)),
            Tag::Subord => groups.units.push(Unit::Subord(token)),
            Tag::Comp => groups.units.push(Unit::Comp(token)),
            Tag::Rel => groups.units.push(Unit::Rel(token)),
            Tag::Prep => {
                preposition = Some(token);
                groups.units.push(Unit::Prep(token));
                at += 1;
                continue;
            }
            Tag::Adv | Tag::Not if !verb_follows(tags, at) => {
                at += 1;
                continue;
            }
            // ", long opposed by Rome,"
            Tag::Adj
                if tags.get(at + 1) == Some(&Tag::Verb(VerbForm::Participle))
                    && at > 0
                    && tags[at - 1] == Tag::Mark(Mark::Comma) =>
            {
                at += 1;
                continue;
            }
            Tag::Aux | Tag::Modal | Tag::To | Tag::Verb(_) | Tag::Adv | Tag::Not => {
                let end = verb_end(tags, at);
                let verb = verb_group(text, first, tags, at..end, grammar);
                groups.units.push(Unit::Verb(groups.verbs.len()));
                groups.verbs.push(verb);
                preposition = None;
                at = end;
                continue;
            }
            Tag::Det | Tag::Adj | Tag::Noun | Tag::Name | Tag::Time | Tag::Pron => {
                let end = noun_end(text, first, tags, at, grammar);
                let end = preposition
                    .and_then(|preposition| {
                        name_after(text, first, tags, at..end, preposition, grammar)
                    })
                    .unwrap_or(end);
                // "in Rome Ann Smith said", but "the president of France Ann Smith"
                let place =
                    preposition.is_some_and(|at| !grammar.of.contains(&text.tokens[at].word));
                // "On the way to Rome Smith said": what opens the sentence ends where a name has a verb of its own.
                let opens = preposition.is_some()
                    && groups.verbs.iter().all(|verb| verb.mood == Mood::Ing)
                    && groups.nouns.iter().all(|noun| noun.preposition.is_some());
                let acts = |inner: usize| {
                    let name = opens.then(|| (heads.person_at)(first + inner)).flatten();
                    let verb = name
                        .and_then(|end| tags[end - first..].iter().find(|tag| **tag != Tag::Adv));
                    matches!(
                        verb,
                        Some(Tag::Verb(VerbForm::Past | VerbForm::Third) | Tag::Aux | Tag::Modal)
                    )
                };
                let end = (at + 1..end)
                    .find(|&inner| place && (heads.begins_name)(first + inner) || acts(inner))
                    .unwrap_or(end);
                let head = head(text, first, tags, at..end);
                groups.units.push(Unit::Noun(groups.nouns.len()));
                groups.nouns.push(NounGroup {
                    tokens: first + at..first + end,
                    head: first + head,
                    preposition,
                    time: tags[head] == Tag::Time,
                    pronoun: tags[head] == Tag::Pron,
                    first_person: grammar
                        .pronoun(text.tokens[first + head].word)
                        .is_some_and(|pronoun| pronoun.person == 1),
                });
                preposition = None;
                at = end;
                continue;
            }
        }
        preposition = None;
        at += 1;
    }
    groups
}

/// "During the campaign Smith said": where a name begins that a circumstance without its comma stands
/// before.
fn name_after(
    text: &Text,
    first: usize,
    tags: &[Tag],
    range: Range<usize>,
    preposition: usize,
    grammar: &Grammar,
) -> Option<usize> {
    let circumstance = grammar.is(&text.tokens[preposition], Class::Adjunct)
        || preposition == first && tags[range.start] == Tag::Det;
    let name = (range.start + 1..range.end).find(|&at| text.tokens[first + at].capital)?;
    let common = tags[name - 1] == Tag::Noun && !text.tokens[first + name - 1].capital;
    let to_end = (name..range.end).all(|at| text.tokens[first + at].capital)
        && tags[range.end - 1] == Tag::Name;
    let owned = text.tokens[first + range.end - 1].possessive
        || text.tokens[first + name - 1].possessive
        || text.tokens[first + name].joined;
    let mut after = tags[range.end..].iter();
    let acts = matches!(
        after.find(|tag| **tag != Tag::Mark(Mark::Quote)),
        Some(Tag::Verb(_) | Tag::Aux | Tag::Modal | Tag::Adv | Tag::Mark(Mark::Comma))
    );
    let definite = tags[range.start] == Tag::Det;
    (circumstance && common && to_end && !owned && acts && definite).then_some(name)
}

/// Whether an adverb or negation at `at` belongs to the verb group after it.
fn verb_follows(tags: &[Tag], at: usize) -> bool {
    tags[at..]
        .iter()
        .find(|tag| !matches!(tag, Tag::Adv | Tag::Not))
        .is_some_and(|tag| matches!(tag, Tag::Aux | Tag::Modal | Tag::To | Tag::Verb(_)))
        && tags[at..]
            .iter()
            .take_while(|tag| matches!(tag, Tag::Adv | Tag::Not))
            .any(|tag| *tag == Tag::Not)
}

fn verb_end(tags: &[Tag], start: usize) -> usize {
    let mut end = start;
    let mut main = false;
    let mut seen_to = false;
    // "what Rome opposes is lifting the ban": right after another verb it is no progressive.
    let clefts = start.checked_sub(1).is_some_and(|before| {
        matches!(
            tags[before],
            Tag::Verb(VerbForm::Third | VerbForm::Past | VerbForm::Base)
        )
    });
    if clefts && matches!(tags[start..], [Tag::Aux, Tag::Verb(VerbForm::Ing), ..]) {
        return start + 1;
    }
    while end < tags.len() {
        match tags[end] {
            Tag::Mark(Mark::Quote) if !main && end > start => {
                // "would 'prolong'": a partial quotation that begins with the verb.
                let next = tags.get(end + 1);
                // "were 'never' useful"
                if let [_, Tag::Not, Tag::Mark(Mark::Quote), ..] = tags[end..] {
                    return end + 3;
                }
                if !matches!(next, Some(Tag::Verb(_) | Tag::Adv | Tag::Not))
                    || !tags[end + 1..]
                        .iter()
                        .take(3)
                        .any(|t| matches!(t, Tag::Verb(_)))
                {
                    break;
                }
            }
            Tag::Verb(_) | Tag::Aux | Tag::Modal if main => break,
            Tag::Verb(_) => main = true,
            Tag::To
                if main
                    || end > start
                        && !seen_to
                        && tags[start..end]
                            .iter()
                            .any(|t| matches!(t, Tag::Aux | Tag::Modal)) =>
            {
                break;
            }
            Tag::To => seen_to = true,
            Tag::Aux | Tag::Modal => {}
            Tag::Adv | Tag::Not if main => {
                // "agreed not to": the negation belongs to what follows.
                break;
            }
            Tag::Adv | Tag::Not => {
                // "would not 'yield'": also where a partial quotation begins with the verb.
                let next = tags[end..]
                    .iter()
                    .find(|tag| !matches!(tag, Tag::Adv | Tag::Not | Tag::Mark(Mark::Quote)));
                let goes_on = matches!(next, Some(Tag::Aux | Tag::Modal | Tag::Verb(_)))
                    || matches!(next, Some(Tag::To))
                        && !tags[start..end]
                            .iter()
                            .any(|t| matches!(t, Tag::Aux | Tag::Modal));
                if !goes_on {
                    // A bare "is not", "is simply not": the negation stays with its auxiliary.
                    let adverbs = tags[end..]
                        .iter()
                        .take_while(|tag| matches!(tag, Tag::Adv | Tag::Not))
                        .count();
                    let nots = tags[end..end + adverbs]
                        .iter()
                        .rposition(|tag| *tag == Tag::Not);
                    return end + nots.map_or(0, |last| last + 1);
                }
            }
            _ => break,
        }
        end += 1;
    }
    end
}

fn verb_group(
    text: &Text,
    first: usize,
    tags: &[Tag],
    range: Range<usize>,
    grammar: &Grammar,
) -> VerbGroup {
    let info = |at: usize| grammar.info(text.tokens[first + at].word);
    let main = range
        .clone()
        .rev()
        .find(|&at| matches!(tags[at], Tag::Verb(_)));
    let auxiliary = range
        .clone()
        .rev()
        .find(|&at| matches!(tags[at], Tag::Aux | Tag::Modal));
    let head = main.or(auxiliary).unwrap_or(range.start);
    let infinitive = range.clone().any(|at| tags[at] == Tag::To);
    let modal = range
        .clone()
        .find(|&at| tags[at] == Tag::Modal)
        .map(|at| first + at);
    let auxiliaries: Vec<usize> = range
        .clone()
        .filter(|&at| tags[at] == Tag::Aux && Some(at) != main)
        .collect();
    let being = auxiliaries.last().is_some_and(|&at| info(at).is(Class::Be));
    let form = match tags[head] {
        Tag::Verb(form) => Some(form),
        _ => None,
    };
    let passive = form == Some(VerbForm::Participle) && (being || auxiliaries.is_empty());
    let finite = modal.is_some()
        || auxiliaries
            .iter()
            .any(|&at| is_finite(text, first + at, grammar))
        || matches!(
            form,
            Some(VerbForm::Past | VerbForm::Third | VerbForm::Base) | None
        );
    let lead = auxiliaries.first().copied();
    let mood = if infinitive {
        Mood::Infinitive
    } else if form == Some(VerbForm::Ing) && auxiliaries.is_empty()
        || lead.is_some_and(|at| info(at).can_be(VerbForm::Ing) && modal.is_none())
    {
        Mood::Ing
    } else if form == Some(VerbForm::Participle) && auxiliaries.is_empty() && modal.is_none() {
        Mood::Participle
    } else if finite {
        Mood::Finite
    } else {
        Mood::Ing
    };
    VerbGroup {
        tokens: first + range.start..first + range.end,
        head: first + head,
        mood,
        passive,
        modal,
        nots: range
            .clone()
            .filter(|&at| tags[at] == Tag::Not)
            .map(|at| first + at)
            .collect(),
        copula: !passive
            && info(head).is_any(&[Class::Be, Class::Linking])
            && (main.is_none() || info(head).is(Class::Linking)),
        past: form == Some(VerbForm::Past),
    }
}

fn is_finite(text: &Text, token: usize, grammar: &Grammar) -> bool {
    !grammar.info(text.tokens[token].word).can_be(VerbForm::Ing)
}

/// Where the noun group that starts at `start` ends.
fn noun_end(text: &Text, first: usize, tags: &[Tag], start: usize, grammar: &Grammar) -> usize {
    if tags[start] == Tag::Pron {
        return start + 1;
    }
    // "something Rome wants"
    let stands_alone = |at: usize| grammar.anything.contains(&text.tokens[first + at].word);
    let mut end = start;
    let mut head = false;
    while end < tags.len() {
        let tag = tags[end];
        let quote = matches!(tag, Tag::Mark(Mark::Quote));
        if quote
            && end > start
            && tags.get(end + 1).is_some_and(|next| next.is_nominal())
            && tags[end - 1] != Tag::Time
        {
            // A partial quotation inside a noun group.
            if head && tags[end + 1] == Tag::Det {
                break;
            }
            end += 1;
            continue;
        }
        // "a roughly $3 billion loan", "a nearly two-hour call"
        let counts = |at: usize| {
            let token = &text.tokens[first + at];
            !token.is_word() || grammar.is(token, Class::Number)
        };
        let owner = end > start && text.tokens[first + end - 1].possessive;
        let open_adverb = tag == Tag::Adv
            && end > start
            && tags.get(end + 1).is_some_and(|next| match next {
                Tag::Adj | Tag::Noun => true,
                Tag::Det => counts(end + 1),
                _ => false,
            })
            && (!head || owner);
        let named_behind = tag == Tag::Name && end > start && stands_alone(end - 1);
        if !tag.is_nominal() && !open_adverb || named_behind {
            break;
        }
        if head && !owner {
            match tag {
                Tag::Det => break,
                Tag::Time if !text.tokens[first + end].possessive => break,
                _ => {}
            }
            // "Smith's Tuesday call": the time of what is owned.
            let of_owned = end > start + 1 && text.tokens[first + end - 2].possessive;
            let after_time = tags[end - 1] == Tag::Time && tag != Tag::Time;
            // "by the evening Smith had": no day of the week, and no name of its own.
            let common = !text.tokens[first + end - 1].capital && tag == Tag::Name;
            if after_time && !of_owned && (common || !starts_with_det(tags, start)) {
                break;
            }
        }
        head |= matches!(tag, Tag::Noun | Tag::Name | Tag::Time);
        end += 1;
    }
    end.max(start + 1)
}

fn starts_with_det(tags: &[Tag], start: usize) -> bool {
    matches!(tags[start], Tag::Det | Tag::Adj)
}

/// The head of a noun group: its last noun or name, a possessive one only where there is no other.
fn head(text: &Text, first: usize, tags: &[Tag], range: Range<usize>) -> usize {
    let noun = |at: &usize| matches!(tags[*at], Tag::Noun | Tag::Name | Tag::Time | Tag::Pron);
    let owned = |at: &usize| !text.tokens[first + at].possessive;
    range
        .clone()
        .rev()
        .find(|at| noun(at) && owned(at))
        .or_else(|| range.clone().rev().find(noun))
        .unwrap_or(range.end - 1)
}
