//! Whom the noun groups of a sentence name: by name, title, country, pronoun.

mod groups;
mod pronouns;
mod strangers;
mod titles;

use std::ops::Range;

use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::names::{self, NameAt, Names};
use crate::attribution::{Attribution, Line, Mention};
use crate::clause::{Clause, Link, NounGroup, Shape, Tag};
use crate::grammar::{Class, Gender};
use crate::id::ActorId;
use crate::rules::{ActorKind, NameKind, Rules, Title};
use crate::statement::Grade;
use crate::text::Text;
use crate::words::{Mark, fold};

struct Resolver<'a> {
    rules: &'a Rules,
    text: &'a Text<'a>,
    shape: &'a Shape,
    names: &'a Names,
    before: &'a [Attribution],
}

/// For each noun group of a sentence, whom it names.
pub(super) fn sentence(
    rules: &Rules,
    text: &Text,
    line: &Line,
    names: &Names,
    cast: &mut Cast,
    before: &[Attribution],
) -> Vec<Vec<Mention>> {
    let resolver = Resolver {
        rules,
        text,
        shape: &line.shape,
        names,
        before,
    };
    let nouns = &line.shape.nouns;
    let mut mentions: Vec<Vec<Mention>> = Vec::with_capacity(nouns.len());
    for (noun, group) in nouns.iter().enumerate() {
        let who = if group.pronoun || group.time {
            Vec::new()
        } else {
            resolver.noun(noun, &mentions, cast)
        };
        mentions.push(who);
    }
    resolver.introduce(&mut mentions, cast);
    resolver.name_subjects(&mut mentions);
    resolver.name_counted(&mut mentions, cast);
    resolver.name_instances(&mut mentions);
    for noun in (0..nouns.len()).filter(|&noun| nouns[noun].pronoun) {
        mentions[noun] = resolver.pronoun(noun, &mentions, cast);
    }
    mentions
}

/// Whether a sentence is about one person whom nobody knows: its first subject has a title and no
/// name, or is a pronoun for such a one, and nobody else of its subjects is known.
pub(super) fn leaves_unknown(
    rules: &Rules,
    text: &Text,
    line: &Line,
    names: &Names,
    mentions: &[Vec<Mention>],
) -> bool {
    let shape = &line.shape;
    let main = shape
        .clauses
        .iter()
        .find(|clause| matches!(clause.link, Link::Root | Link::Frame) && clause.verb.is_some());
    let Some(&subject) = main.and_then(|clause| clause.subjects.first()) else {
        return false;
    };
    let group = &shape.nouns[subject];
    let is_known = |clause: &Clause| {
        let nouns = clause.subjects.iter().chain(&clause.appositions);
        nouns.into_iter().any(|&noun| !mentions[noun].is_empty())
    };
    if shape.clauses.iter().any(is_known) || text.quote_at(group.head).is_some() {
        return false;
    }
    let titled = names
        .titles_within(&group.tokens)
        .iter()
        .any(|(at, number)| {
            at.contains(&group.head)
                && !matches!(names::title(rules, *number), Title::Spokesperson)
                && !rules
                    .grammar
                    .looks_plural(text.slice(text.tokens[group.head].span))
        });
    let pronoun = rules.grammar.pronoun(text.tokens[group.head].word);
    let lost = group.pronoun
        && pronoun.is_some_and(|p| {
            p.person == 3 && !p.many && matches!(p.gender, Gender::He | Gender::She)
        });
    titled || lost
}

/// For each noun group of a sentence, whom its possessive names.
pub(super) fn owners(
    rules: &Rules,
    text: &Text,
    line: &Line,
    names: &Names,
    mentions: &[Vec<Mention>],
    cast: &mut Cast,
) -> Vec<Vec<Mention>> {
    let resolver = Resolver {
        rules,
        text,
        shape: &line.shape,
        names,
        before: &[],
    };
    (0..line.shape.nouns.len())
        .map(|noun| {
            let owners = resolver.owner(noun, mentions, cast);
            let head = line.shape.nouns[noun].head;
            let mut cues = line.cues.iter();
            let is_wish = cues.any(|at| at.tokens.start == head && rules.lexicon.cues[at.cue].noun);
            if owners.is_empty() && is_wish {
                resolver.owning_body(noun, mentions, cast)
            } else {
                owners
            }
        })
        .collect()
}

impl Resolver<'_> {
    /// The owner named inside a noun group or right after it: *Merz's call*, *his call*, *a call by Merz*.
    fn owner(&self, noun: usize, mentions: &[Vec<Mention>], cast: &mut Cast) -> Vec<Mention> {
        let group = self.group(noun);
        let Some(words) = self
            .shape
            .owner_words(self.text, &self.rules.grammar, group.head)
        else {
            return Vec::new();
        };
        if let Some(named) = self.shape.noun_at(words.start).filter(|&at| at != noun) {
            return mentions.get(named).cloned().unwrap_or_default();
        }
        if let Some(pronoun) = self
            .rules
            .grammar
            .pronoun(self.text.tokens[words.start].word)
        {
            return self.owner_pronoun(noun, words.start, pronoun, mentions, cast);
        }
        let Some(name) = self.names.within(&words).next_back().cloned() else {
            // "the chancellor's priority"
            let title = self.names.titles_within(&words).pop();
            let bearer = title.and_then(|(at, number)| self.titled(noun, at, number, cast));
            return bearer.into_iter().collect();
        };
        let who = self.owner_of(name.kind, &name.actors, &words, cast);
        who.map(|who| Mention {
            who,
            grade: Grade::A,
            tokens: name.tokens,
        })
        .into_iter()
        .collect()
    }

    /// "the German refusal", "the EU plan": the country or body named before a wish, where the words name
    /// nobody themselves.
    fn owning_body(&self, noun: usize, mentions: &[Vec<Mention>], cast: &mut Cast) -> Vec<Mention> {
        let group = self.group(noun);
        let before = group.tokens.start..group.head;
        if mentions.get(noun).is_none_or(|named| !named.is_empty()) {
            return Vec::new();
        }
        let actors = &self.rules.actors;
        let body = self.names.body_within(self.rules, &before);
        let actor = body.and_then(|body| actors.bodies.get(&body).copied());
        let owner = actor.map(|actor| Mention {
            who: cast.actor(actor, &actors.list[actor]),
            grade: Grade::B,
            tokens: before,
        });
        owner.into_iter().collect()
    }

    /// "hawks like Smith said", "countries including Norway and Sweden": those that a noun for several has
    /// for instances.
    fn name_instances(&self, mentions: &mut [Vec<Mention>]) {
        for noun in 1..mentions.len() {
            let several = noun - 1;
            if self.brings_instance(noun)
                && mentions[several].is_empty()
                && !self.is_one(self.group(several).head)
            {
                mentions[several] = self.listed_from(noun, mentions);
            }
        }
    }

    /// Whether a noun group stands behind a word for instances, right after another group: "like Smith",
    /// "such as Smith", ", including Smith".
    fn brings_instance(&self, noun: usize) -> bool {
        let is_instance = |at: usize| {
            let word = self.text.tokens[at].word;
            self.rules.grammar.instance.contains(&word)
        };
        let before = self.group(noun - 1).tokens.end;
        let Some(at) = self.group(noun).preposition.filter(|&at| at >= before) else {
            return false;
        };
        let comma = self.shape.tag_at(before) == Tag::Mark(Mark::Comma);
        let start = before + usize::from(comma);
        let echo = &self.rules.grammar.echo;
        let such_as = start + 1 == at && echo.contains(&self.text.tokens[at].word);
        (start == at || such_as) && is_instance(start)
    }

    /// Whom a noun group and those listed after it name.
    fn listed_from(&self, noun: usize, mentions: &[Vec<Mention>]) -> Vec<Mention> {
        let mut named = mentions[noun].clone();
        let mut end = self.group(noun).tokens.end;
        for (next, others) in mentions.iter().enumerate().skip(noun + 1) {
            let group = self.group(next);
            let between = end..group.tokens.start;
            if group.preposition.is_some()
                || between.is_empty()
                || !between.clone().all(|at| self.lists(at))
            {
                break;
            }
            named.extend(others.iter().cloned());
            end = group.tokens.end;
        }
        named
    }

    /// "His main rival, Ann Smith, said": a subject that names no one is the one set beside it.
    fn name_subjects(&self, mentions: &mut [Vec<Mention>]) {
        for clause in &self.shape.clauses {
            let [subject] = clause.subjects.as_slice() else {
                continue;
            };
            let unnamed = mentions[*subject].is_empty() && !self.group(*subject).pronoun;
            if !unnamed || clause.link == Link::Relative {
                continue;
            }
            let beside = clause.appositions.iter().filter(|&&noun| noun != *subject);
            let named: Vec<Mention> = beside.flat_map(|&noun| mentions[noun].clone()).collect();
            mentions[*subject] = named;
        }
        // "Ann Smith, a critic who had vowed, said": who stands for what is set beside a name.
        for clause in &self.shape.clauses {
            let (Link::Relative, [subject], Some(parent)) =
                (clause.link, clause.subjects.as_slice(), clause.parent)
            else {
                continue;
            };
            let is_beside = self.shape.clauses[parent].appositions.contains(subject);
            let personal = clause.opener.is_some_and(|at| {
                let opener = &self.text.tokens[at];
                self.rules.grammar.is(opener, Class::Personal)
            });
            if let [main] = self.shape.clauses[parent].subjects.as_slice()
                && is_beside
                && personal
                && mentions[*subject].is_empty()
            {
                let named = mentions[*main].clone();
                mentions[*subject] = named;
            }
        }
    }

    /// "Two senators, Ann Smith and Tom Jones, voted", "Two voted against it: Ann Smith and Tom Jones.": those
    /// who are counted are as many persons set beside them, or those listed behind a colon, and have their office.
    fn name_counted(&self, mentions: &mut [Vec<Mention>], cast: &mut Cast) {
        for at in 0..self.shape.clauses.len() {
            let clause = &self.shape.clauses[at];
            let ([subject], Some(verb)) = (&clause.subjects[..], clause.verb) else {
                continue;
            };
            let Some(count) = self.count_of(*subject) else {
                continue;
            };
            let verb = &self.shape.verbs[verb].tokens;
            let beside = self.persons_in(at, self.group(*subject).tokens.end..verb.start);
            let named = |nouns: &[usize]| -> Vec<Mention> {
                let person = |mention: &&Mention| {
                    mention.grade == Grade::A && cast.get(mention.who).kind == ActorKind::Person
                };
                let nouns = nouns.iter().flat_map(|&noun| &mentions[noun]);
                nouns.filter(person).cloned().collect()
            };
            let (beside, behind) = (named(&beside), named(&self.listed_behind(at, verb.end)));
            let named = if beside.len() == count {
                beside
            } else if (2..=count).contains(&behind.len()) {
                behind
            } else {
                continue;
            };
            let titles = self.names.titles_within(&self.group(*subject).tokens);
            let mut titles = titles
                .iter()
                .map(|(_, title)| names::title(self.rules, *title));
            if !mentions[*subject].is_empty() || titles.any(Title::makes_public) {
                for mention in &named {
                    cast.members[mention.who.0].public = true;
                }
            }
            mentions[*subject] = named;
        }
    }

    /// How many a noun group speaks of, where it begins with a number of two or more.
    fn count_of(&self, noun: usize) -> Option<usize> {
        let first = &self.text.tokens[self.group(noun).tokens.start];
        let written = fold(self.text.slice(first.span));
        let words = &self.rules.grammar.counts;
        let count = words
            .iter()
            .position(|&word| word == first.word)
            .map(|at| at + 2);
        count
            .or_else(|| written.parse().ok())
            .filter(|&count| count > 1)
    }

    /// The noun groups of a clause in these tokens that no preposition brings in.
    fn persons_in(&self, clause: usize, tokens: Range<usize>) -> Vec<usize> {
        let nouns = (0..self.shape.nouns.len()).filter(|&noun| {
            let group = self.group(noun);
            group.preposition.is_none()
                && tokens.contains(&group.head)
                && self.shape.clause_at(group.head) == clause
        });
        nouns.collect()
    }

    /// The noun groups of a list behind a colon, which ends the sentence and has no verb.
    fn listed_behind(&self, clause: usize, from: usize) -> Vec<usize> {
        let end = self.shape.tokens.end;
        let is_colon = |&at: &usize| self.shape.tag_at(at) == Tag::Mark(Mark::Colon);
        let Some(colon) = (from..end).find(is_colon) else {
            return Vec::new();
        };
        let verbless = self.shape.verbs.iter().all(|verb| verb.tokens.end <= from);
        let Some(list) = (colon + 1 < end && verbless).then(|| self.shape.clause_at(colon + 1))
        else {
            return Vec::new();
        };
        if self.shape.clauses[list].parent == Some(clause) {
            self.persons_in(list, colon..end)
        } else {
            Vec::new()
        }
    }

    fn group(&self, noun: usize) -> &NounGroup {
        &self.shape.nouns[noun]
    }

    fn noun(&self, noun: usize, before: &[Vec<Mention>], cast: &mut Cast) -> Vec<Mention> {
        let group = self.group(noun);
        if let Some(pair) = self.plural(noun, before, cast) {
            return pair;
        }
        let tokens = self.with_title(group);
        let titles = self.names.titles_within(&tokens);
        if let Some(several) = self.joint(group, &titles, cast) {
            return several;
        }
        if let Some(several) = self.leaders(noun, &titles, cast) {
            return several;
        }
        // A name at the end of the group is its bearer: "Kremlin spokesman Dmitry Peskov".
        // "ambassador to the United Nations": a name that only ends a title is not.
        let in_title = |name: &NameAt| {
            titles
                .iter()
                .any(|(at, _)| at.start < name.tokens.start && name.tokens.end <= at.end)
        };
        let last = self.names.within(&tokens).next_back();
        let last = last.filter(|name| !in_title(name)).cloned();
        if let Some(name) = &last
            && (name.tokens.contains(&group.head)
                || bears(&name.tokens, group, &titles)
                || tokens.end > group.tokens.end && name.tokens.end == tokens.end)
            && (!self.text.tokens[name.tokens.end - 1].possessive || name.tokens.end == tokens.end)
        {
            if let Some(who) = self.owner_of(name.kind, &name.actors, &tokens, cast) {
                return vec![Mention {
                    who,
                    grade: Grade::A,
                    tokens: name.tokens.clone(),
                }];
            }
            return Vec::new();
        }
        if let Some(mention) = self.named_after(noun, &titles, cast) {
            return vec![mention];
        }
        // "Secretary of State Ann Smith": the title runs on into the group that ends with the name.
        let runs_on = tokens.end > group.tokens.end
            && titles
                .iter()
                .any(|(at, _)| (group.tokens.end + 1..tokens.end).contains(&at.end));
        let bearer = NounGroup {
            tokens: tokens.clone(),
            head: tokens.end - 1,
            ..group.clone()
        };
        let named = if runs_on { &bearer } else { group };
        if let Some(mention) = self.stranger(named, &titles, cast) {
            return vec![mention];
        }
        let at_head = |at: &Range<usize>| at.contains(&group.head) || at.end > group.tokens.end;
        if let Some((at, number)) = titles.iter().rev().find(|(at, _)| at_head(at)).cloned() {
            return self.titled(noun, at, number, cast).into_iter().collect();
        }
        Vec::new()
    }

    /// The group's tokens; where a title or name in it runs on, "US Secretary | of State Ann
    /// Smith", "the Bank | of England", up to the end of the group it runs into.
    fn with_title(&self, group: &NounGroup) -> Range<usize> {
        let tokens = group.tokens.clone();
        let Some(beyond) = self.names.beyond(&tokens) else {
            return tokens;
        };
        let last = beyond.end - 1;
        let end = self
            .shape
            .noun_at(last)
            .map_or(beyond.end, |noun| self.group(noun).tokens.end);
        tokens.start..end
    }

    /// Which of those who share a name is meant.
    fn owner_of(
        &self,
        kind: NameKind,
        actors: &[usize],
        tokens: &Range<usize>,
        cast: &mut Cast,
    ) -> Option<MemberId> {
        let list = &self.rules.actors.list;
        let actor = if let [only] = actors {
            *only
        } else {
            // The one whose id is the bare family name is the one the name alone calls up.
            let plain = |actor: &usize| {
                ActorId::from_name(&list[*actor].family).is_some_and(|id| id == list[*actor].id)
            };
            let in_cast = |actor: &usize| cast.has_actor(*actor);
            let named = actors.iter().copied().find(|a| in_cast(a) && plain(a));
            let named = named.or_else(|| actors.iter().copied().find(in_cast));
            let given = actors.iter().copied().find(|&actor| {
                tokens.clone().any(|at| {
                    let word = fold(self.text.slice(self.text.tokens[at].span));
                    list[actor].given.contains(&word)
                })
            });
            let in_office = || {
                let day = cast.date?;
                actors
                    .iter()
                    .copied()
                    .find(|&actor| list[actor].roles.iter().any(|role| role.covers(day)))
            };
            given
                .or(named)
                .or_else(|| actors.iter().copied().find(plain))
                .or_else(in_office)
                .or_else(|| actors.first().copied())?
        };
        if kind == NameKind::Family
            && let Some(stranger) = cast.stranger(&list[actor].family)
            && !cast.has_actor(actor)
        {
            return Some(stranger);
        }
        Some(cast.actor(actor, &list[actor]))
    }
}

/// Whether a person's name stands in the group although another word is taken for its head.
fn bears(name: &Range<usize>, group: &NounGroup, titles: &[(Range<usize>, usize)]) -> bool {
    name.end == group.tokens.end
        || titles
            .iter()
            .any(|(title, _)| title.end == name.start && name.end > group.head)
}
