//! Whom the noun groups of a sentence name: by name, title, country, pronoun.

mod bearers;
mod epithets;
mod groups;
mod members;
mod papers;
mod partisans;
mod pronouns;
mod strangers;
mod titles;

use std::ops::Range;

use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::names::{self, NameAt, Names};
use crate::attribution::{Attribution, Line, Mention};
use crate::clause::{Clause, Link, Mood, NounGroup, Shape, Tag};
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
            resolver.whole(noun, resolver.noun(noun, &mentions, cast), cast)
        };
        mentions.push(who);
    }
    resolver.introduce(&mut mentions, cast);
    resolver.enlist(&mentions, cast);
    resolver.name_subjects(&mut mentions);
    resolver.name_joined(&mut mentions);
    resolver.name_shares(&mut mentions, cast);
    resolver.name_counted(&mut mentions, cast);
    resolver.name_instances(&mut mentions);
    resolver.name_companions(&mut mentions);
    resolver.name_alike(&mut mentions);
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
                && !matches!(names::title(rules, *number), Title::Spokesperson { .. })
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
    let mut found: Vec<Vec<Mention>> = Vec::new();
    for noun in 0..line.shape.nouns.len() {
        let listed = resolver.owner_of_list(noun).map(|first| &found[first]);
        if let Some(owners) = listed.filter(|owners| !owners.is_empty()).cloned() {
            found.push(owners);
            continue;
        }
        let owners = resolver.owner(noun, mentions, cast);
        let head = line.shape.nouns[noun].head;
        let mut cues = line.cues.iter();
        let is_wish = cues.any(|at| at.tokens.start == head && rules.lexicon.cues[at.cue].noun);
        found.push(if owners.is_empty() && is_wish {
            resolver.owning_body(noun, mentions, cast)
        } else {
            owners
        });
    }
    resolver.own_papers(mentions, &mut found, cast);
    found
}

impl Resolver<'_> {
    /// "Moscow's call-up of men and its plans": the group listed before one that a possessive pronoun opens, where it
    /// has a name for its owner.
    fn owner_of_list(&self, noun: usize) -> Option<usize> {
        let group = self.group(noun);
        let opener = self.text.tokens[group.tokens.start].word;
        let possessive = self
            .rules
            .grammar
            .pronoun(opener)
            .is_some_and(|p| p.possessive);
        let listed = group.preposition.is_none()
            && group
                .tokens
                .start
                .checked_sub(1)
                .is_some_and(|at| self.shape.tag_at(at) == Tag::Coord);
        let mut first = noun.checked_sub(1)?;
        let ends = self.group(first).tokens.end + 1 == group.tokens.start;
        while let Some(above) = self.hangs_on(first) {
            first = above;
        }
        let mut tokens = self.group(first).tokens.clone();
        let named =
            tokens.any(|at| self.text.tokens[at].possessive && self.shape.tag_at(at) == Tag::Name);
        (possessive && listed && ends && named).then_some(first)
    }

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
        // "UN chief calls for": the bearer of a title right before it.
        let title = self.names.titles_within(&before).pop();
        if let Some((at, number)) = title.filter(|(at, _)| at.end == group.head) {
            return self.titled(noun, at, number, cast).into_iter().collect();
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
        // "Ann Smith, a critic who had vowed, said", "is one of the leaders pushing for": a relative clause tells of what is
        // set beside a name, or said of it.
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
            if !mentions[*subject].is_empty() {
                continue;
            }
            let counted = self.one_of(*subject);
            let doing = clause
                .verb
                .is_some_and(|verb| self.shape.verbs[verb].mood == Mood::Ing);
            let above = &self.shape.clauses[parent].subjects;
            let main: Vec<usize> = match above.as_slice() {
                subjects if self.is_told_of(parent, counted) => subjects.to_vec(),
                [main] if is_beside && personal => vec![*main],
                _ if personal || doing => self.set_beside(counted).into_iter().collect(),
                _ => Vec::new(),
            };
            let main = main.iter().filter(|noun| *noun != subject);
            let named: Vec<Mention> = main.flat_map(|&noun| mentions[noun].clone()).collect();
            mentions[*subject] = named;
        }
    }

    /// "said Ann Smith, a critic who had vowed": the name that a comma parts from a group beside it.
    fn set_beside(&self, noun: usize) -> Option<usize> {
        let before = noun.checked_sub(1)?;
        let (name, group) = (self.group(before), self.group(noun));
        let comma = self.shape.tag_at(name.tokens.end) == Tag::Mark(Mark::Comma);
        let beside = comma && name.tokens.end + 1 == group.tokens.start;
        let named = self.shape.tag_at(name.head) == Tag::Name;
        let first = group.tokens.start;
        let one = self
            .rules
            .grammar
            .is(&self.text.tokens[first], Class::Number);
        let described = one || self.shape.tag_at(first) == Tag::Det;
        (beside && named && described).then_some(before)
    }

    /// "members of the bloc": the group right before a noun group that its preposition joins it to.
    fn hangs_on(&self, noun: usize) -> Option<usize> {
        let above = noun.checked_sub(1)?;
        let joined = self.group(noun).preposition == Some(self.group(above).tokens.end);
        joined.then_some(above)
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
        let last = last
            .filter(|name| !in_title(name) && !self.is_of_another(noun, name))
            .cloned();
        if let Some(name) = &last
            && (name.tokens.contains(&group.head)
                || bears(&name.tokens, group, &titles)
                || tokens.end > group.tokens.end && name.tokens.end == tokens.end)
            && (!self.text.tokens[name.tokens.end - 1].possessive || name.tokens.end == tokens.end)
        {
            // "The Finn said": a family name behind an article is no name.
            let plain = name.kind == NameKind::Family
                && name.tokens == (group.tokens.start + 1..group.tokens.end)
                && self.is_definite(&group.tokens);
            if plain && !name.actors.iter().any(|&actor| cast.has_actor(actor)) {
                return Vec::new();
            }
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
        if let Some(mention) = self.by_epithet(group, cast) {
            return vec![mention];
        }
        let at_head = |at: &Range<usize>| at.contains(&group.head) || at.end > group.tokens.end;
        if let Some((at, number)) = titles.iter().rev().find(|(at, _)| at_head(at)).cloned() {
            let named = self.titled(noun, at.clone(), number, cast);
            let named = named.or_else(|| self.government_of_owner(noun, number, before, cast));
            let named = named.or_else(|| self.described(noun, &at, number, cast));
            let named = named.and_then(|m| self.rightly_called(group, m, cast));
            return named.into_iter().collect();
        }
        self.aged(noun, cast).into_iter().collect()
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

    /// "the Italian Senate", "the House of Representatives of Japan": whether an institution's name stands
    /// beside another country than its own.
    fn is_of_another(&self, noun: usize, name: &NameAt) -> bool {
        let actors = &self.rules.actors;
        let country_of = |body: &String| {
            let at = actors.bodies.get(body)?;
            (actors.list[*at].kind == ActorKind::Country).then_some(*at)
        };
        let own = name.actors.first().and_then(|&actor| {
            let owner = &actors.list[actor];
            let institution = owner.kind != ActorKind::Person;
            country_of(owner.side.as_ref().filter(|_| institution)?)
        });
        let Some(own) = own else {
            return false;
        };
        // "the Moscow-friendly White House": a part of a word is no country beside it.
        let adjective = |&at: &usize| {
            let plain = !self.text.tokens[at - 1].joined && !self.names.is_origin(at - 1);
            self.shape.tag_at(at - 1) == Tag::Adj && plain
        };
        let start = self.group(noun).tokens.start;
        let end = (start + 1..=name.tokens.start)
            .rev()
            .find(|at| !adjective(at))
            .unwrap_or(start);
        let beside = self
            .names
            .body_at_end(self.rules, &(start..end))
            .or_else(|| self.body_behind(name.tokens.end));
        beside.is_some_and(|body| country_of(&body).is_some_and(|other| other != own))
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
            && let gender = self.gender_of(&(tokens.end - 1..tokens.end), tokens)
            && let Some(stranger) = cast.stranger(&list[actor].family, gender)
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
