//! Whom the noun groups of a sentence name: by name, title, country, pronoun.

use std::ops::Range;

use crate::attribution::cast::{Cast, Member, MemberId};
use crate::attribution::names::{self, Names};
use crate::attribution::{Attribution, Line, Mention};
use crate::clause::{Link, NounGroup, Shape, Tag};
use crate::grammar::Gender;
use crate::id::{ActorId, OfficeId};
use crate::rules::{ActorKind, NameKind, Rules, Title};
use crate::statement::Grade;
use crate::text::Text;
use crate::words::fold;

struct Resolver<'a> {
    rules: &'a Rules,
    text: &'a Text<'a>,
    sentence: usize,
    shape: &'a Shape,
    names: &'a Names,
    before: &'a [Attribution],
}

/// For each noun group of a sentence, whom it names.
pub(super) fn sentence(
    rules: &Rules,
    text: &Text,
    sentence: usize,
    line: &Line,
    names: &Names,
    cast: &mut Cast,
    before: &[Attribution],
) -> Vec<Vec<Mention>> {
    let resolver = Resolver {
        rules,
        text,
        sentence,
        shape: &line.shape,
        names,
        before,
    };
    let mut mentions: Vec<Vec<Mention>> = Vec::with_capacity(line.shape.nouns.len());
    for noun in 0..line.shape.nouns.len() {
        let group = &line.shape.nouns[noun];
        let who = if group.pronoun {
            resolver.pronoun(noun, &mentions, cast)
        } else if group.time {
            Vec::new()
        } else {
            resolver.noun(noun, cast)
        };
        mentions.push(who);
    }
    resolver.introduce(&mut mentions, cast);
    mentions
}

/// For each noun group of a sentence, whom its possessive names.
pub(super) fn owners(
    rules: &Rules,
    text: &Text,
    sentence: usize,
    line: &Line,
    names: &Names,
    mentions: &[Vec<Mention>],
    cast: &mut Cast,
) -> Vec<Vec<Mention>> {
    let resolver = Resolver {
        rules,
        text,
        sentence,
        shape: &line.shape,
        names,
        before: &[],
    };
    (0..line.shape.nouns.len())
        .map(|noun| resolver.owner(noun, mentions, cast))
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
            return Vec::new();
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

    /// *his*, *their*: the subject of the clause where that fits, else whoever was in view.
    fn owner_pronoun(
        &self,
        noun: usize,
        token: usize,
        pronoun: crate::grammar::Pronoun,
        mentions: &[Vec<Mention>],
        cast: &Cast,
    ) -> Vec<Mention> {
        if pronoun.person != 3 {
            return Vec::new();
        }
        let clause = self.shape.clause_at(token);
        let subjects = self
            .shape
            .ancestors(clause)
            .flat_map(|at| self.shape.clauses[at].subjects.clone());
        for subject in subjects.filter(|&subject| subject != noun) {
            let fits = mentions
                .get(subject)
                .into_iter()
                .flatten()
                .find(|m| cast.agrees(m.who, pronoun));
            if let Some(m) = fits {
                return vec![Mention {
                    who: m.who,
                    grade: Grade::B,
                    tokens: token..token + 1,
                }];
            }
        }
        let who = cast.antecedent(pronoun, self.sentence, &[]);
        who.map(|who| Mention {
            who,
            grade: Grade::B,
            tokens: token..token + 1,
        })
        .into_iter()
        .collect()
    }

    fn group(&self, noun: usize) -> &NounGroup {
        &self.shape.nouns[noun]
    }

    fn noun(&self, noun: usize, cast: &mut Cast) -> Vec<Mention> {
        let group = self.group(noun);
        if let Some(pair) = self.plural(noun, cast) {
            return pair;
        }
        let tokens = self.with_title(group);
        let titles = self.names.titles_within(&tokens);
        if let Some(several) = self.joint(group, &titles, cast) {
            return several;
        }
        // A name at the end of the group is its bearer: "Kremlin spokesman Dmitry Peskov".
        let last = self.names.within(&tokens).next_back().cloned();
        if let Some(name) = &last
            && (name.tokens.contains(&group.head)
                || bears(&name.tokens, group, &titles)
                || tokens.end > group.tokens.end)
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
        if let Some(mention) = self.stranger(group, &titles, cast) {
            return vec![mention];
        }
        let at_head = |at: &Range<usize>| at.contains(&group.head) || at.end > group.tokens.end;
        if let Some((at, number)) = titles.iter().rev().find(|(at, _)| at_head(at)).cloned() {
            return self.titled(noun, at, number, cast).into_iter().collect();
        }
        Vec::new()
    }

    /// "a joint US-Ukraine statement": two bodies joined by a hyphen, before what speaks for them.
    fn joint(
        &self,
        group: &NounGroup,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Vec<Mention>> {
        let speaks = titles.iter().any(|(at, number)| {
            at.contains(&group.head)
                && matches!(
                    names::title(self.rules, *number),
                    Title::Spokesperson | Title::Bearer
                )
        });
        let names: Vec<_> = self.names.within(&group.tokens).cloned().collect();
        let [one, other] = names.as_slice() else {
            return None;
        };
        if !speaks
            || one.tokens.end != other.tokens.start
            || !self.text.tokens[other.tokens.start].joined
        {
            return None;
        }
        let list = &self.rules.actors.list;
        let mut mentions = Vec::new();
        for name in [one, other] {
            let actor = *name.actors.first()?;
            if list[actor].kind == ActorKind::Person {
                return None;
            }
            mentions.push(Mention {
                who: cast.actor(actor, &list[actor]),
                grade: Grade::B,
                tokens: name.tokens.clone(),
            });
        }
        Some(mentions)
    }

    /// The group's tokens; where a title or name in it runs on, "US Secretary | of State Marco
    /// Rubio", "the Bank | of England", up to the end of the group it runs into.
    fn with_title(&self, group: &NounGroup) -> Range<usize> {
        let tokens = group.tokens.clone();
        let titles = self.names.titles.iter().map(|(title, _)| title);
        let names = self.names.known.iter().map(|name| &name.tokens);
        let beyond = titles
            .chain(names)
            .find(|at| tokens.contains(&at.start) && at.end > tokens.end);
        let Some(beyond) = beyond else { return tokens };
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

    /// "the pair", "both leaders": the last two persons in view.
    fn plural(&self, noun: usize, cast: &Cast) -> Option<Vec<Mention>> {
        let group = self.group(noun);
        let tokens = &self.text.tokens[group.tokens.clone()];
        let found = self.rules.lexicon.plurals.find(tokens);
        let offset = group.head - group.tokens.start;
        found.iter().find(|f| (f.start..f.end).contains(&offset))?;
        let pair = cast.last_two(self.sentence);
        if pair.is_empty() {
            return None;
        }
        Some(
            pair.into_iter()
                .map(|who| Mention {
                    who,
                    grade: Grade::C,
                    tokens: group.tokens.clone(),
                })
                .collect(),
        )
    }

    /// A name that no file knows: one met before, or a new one with a given name.
    fn stranger(
        &self,
        group: &NounGroup,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Mention> {
        if self.shape.tag_at(group.head) != Tag::Name {
            return None;
        }
        let mut start = group.head;
        while start > group.tokens.start
            && self.is_name(start - 1, titles)
            && !self.text.tokens[start - 1].possessive
        {
            start -= 1;
        }
        let tokens = start..group.head + 1;
        if self.names.within(&tokens).next().is_some() {
            return None;
        }
        let written = self.text.slice(self.text.span(tokens.clone()));
        let written = written
            .strip_suffix("'s")
            .or_else(|| written.strip_suffix("’s"))
            .unwrap_or(written);
        let last = fold(self.text.slice(self.text.tokens[group.head].span));
        let family = last.strip_suffix("'s").unwrap_or(&last).to_owned();
        let title = titles
            .iter()
            .rev()
            .find(|(at, _)| at.end <= start)
            .map(|(_, number)| names::title(self.rules, *number));
        if tokens.len() == 1 {
            if let Some(who) = cast.stranger(&family) {
                return Some(Mention {
                    who,
                    grade: Grade::A,
                    tokens,
                });
            }
            if !matches!(title, Some(Title::Office(_) | Title::Bearer)) {
                return None;
            }
        }
        if tokens.len() > 5 {
            return None;
        }
        let full = self.family_name(&tokens);
        let id = ActorId::from_name(&full)?;
        let existing = cast.stranger(&fold(&full));
        let body = self.names.body_within(self.rules, &group.tokens);
        let public = matches!(
            title,
            Some(Title::Office(_) | Title::Bearer | Title::Leader | Title::Spokesperson)
        );
        let who = existing.unwrap_or_else(|| {
            cast.push(Member {
                id,
                name: written.to_owned(),
                actor: None,
                kind: ActorKind::Person,
                gender: Gender::Any,
                family: fold(&full),
                public,
                of: body,
                titles: Vec::new(),
            })
        });
        if public {
            cast.members[who.0].public = true;
        }
        for (_, number) in titles {
            if !cast.members[who.0].titles.contains(number) {
                cast.members[who.0].titles.push(*number);
            }
        }
        Some(Mention {
            who,
            grade: Grade::A,
            tokens,
        })
    }

    /// The family name of a full name: its last word, with particles such as *von* and *de* before.
    fn family_name(&self, tokens: &Range<usize>) -> String {
        let mut start = tokens.end - 1;
        while start > tokens.start + 1 {
            let token = &self.text.tokens[start - 1];
            let particle = !token.capital || self.text.tokens[start].joined;
            if !particle {
                break;
            }
            start -= 1;
        }
        let span = self.text.span(start..tokens.end);
        let written = self.text.slice(span);
        written
            .strip_suffix("'s")
            .or_else(|| written.strip_suffix("’s"))
            .unwrap_or(written)
            .to_owned()
    }

    fn is_name(&self, at: usize, titles: &[(Range<usize>, usize)]) -> bool {
        self.shape.tag_at(at) == Tag::Name
            && !titles.iter().any(|(title, _)| title.contains(&at))
            && !self
                .names
                .origins
                .iter()
                .any(|(origin, _)| origin.contains(&at))
            && !self
                .rules
                .grammar
                .info(self.text.tokens[at].word)
                .is(crate::grammar::Class::Honorific)
            && self.names.within(&(at..at + 1)).next().is_none()
    }

    /// A title without a name: "the German chancellor", "a Kremlin spokesman", "Ukrainian officials".
    fn titled(
        &self,
        noun: usize,
        at: Range<usize>,
        number: usize,
        cast: &mut Cast,
    ) -> Option<Mention> {
        let group = self.group(noun);
        let actors = &self.rules.actors;
        let former = (group.tokens.start..at.start)
            .any(|t| actors.former.contains(&self.text.tokens[t].word));
        if former {
            return None;
        }
        let before = group.tokens.start..at.end;
        let body = self
            .names
            .body_within(self.rules, &before)
            .or_else(|| self.body_after(noun))
            .or_else(|| self.body_of_owner(&before, cast));
        let mention = |who, grade| {
            Some(Mention {
                who,
                grade,
                tokens: group.tokens.clone(),
            })
        };
        match names::title(self.rules, number) {
            Title::Office(office) => {
                let who = match body {
                    Some(body) => self.office_holder(office, &body, cast),
                    None => self
                        .bearer_named(office, cast)
                        .or_else(|| cast.titled(number)),
                };
                mention(who?, Grade::B)
            }
            Title::Leader => {
                let body = body?;
                let office = actors.leaders.get(&body)?;
                let who = self.office_holder(office, &body, cast)?;
                mention(who, Grade::B)
            }
            Title::Spokesperson if self.is_definite(&before) && self.is_one(group.head) => {
                // "the Russian diplomat": whoever of them was spoken of.
                let country = self.names.body_within(self.rules, &before);
                let person = country.and_then(|body| cast.last_of(&body, self.sentence));
                if let Some(who) = person {
                    return mention(who, Grade::B);
                }
                let number = self.organisation(noun, &before)?;
                let who = cast.actor(number, &actors.list[number]);
                mention(who, Grade::A)
            }
            Title::Spokesperson => {
                let number = self.organisation(noun, &before)?;
                let who = cast.actor(number, &actors.list[number]);
                mention(who, Grade::A)
            }
            Title::Bearer if body.is_none() && self.is_definite(&before) => {
                mention(cast.titled(number)?, Grade::B)
            }
            Title::Bearer | Title::Private => None,
        }
    }

    /// Whether a word names one person or thing, as far as its form tells.
    fn is_one(&self, token: usize) -> bool {
        !self.text.slice(self.text.tokens[token].span).ends_with('s')
    }

    /// "the ambassador", and not "an ambassador".
    fn is_definite(&self, tokens: &Range<usize>) -> bool {
        let first = &self.text.tokens[tokens.start];
        self.rules.grammar.definite.contains(&first.word)
    }

    /// "the deputy head of Russia's Security Council Dmitry Medvedev": a title, its body, and the
    /// bearer's full name at the end of the body's group.
    fn named_after(
        &self,
        noun: usize,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Mention> {
        let group = self.group(noun);
        titles
            .iter()
            .find(|(at, _)| at.contains(&group.head) || at.end == group.tokens.end)?;
        let next = self.shape.nouns.get(noun + 1)?;
        if next
            .preposition
            .is_none_or(|p| p < group.tokens.end || p > group.tokens.end + 1)
        {
            return None;
        }
        let name = self.names.within(&next.tokens).next_back()?.clone();
        let person = name.kind == NameKind::Full
            && name
                .actors
                .iter()
                .all(|&actor| self.rules.actors.list[actor].kind == ActorKind::Person);
        if !person || name.tokens.end != next.tokens.end || name.tokens.start == next.tokens.start {
            return None;
        }
        let who = self.owner_of(name.kind, &name.actors, &name.tokens, cast)?;
        Some(Mention {
            who,
            grade: Grade::A,
            tokens: name.tokens,
        })
    }

    /// The body that someone unnamed speaks for: named before, or right after with a preposition.
    fn organisation(&self, noun: usize, before: &Range<usize>) -> Option<usize> {
        let actors = &self.rules.actors;
        let named = |range: &Range<usize>| {
            self.names.within(range).find_map(|name| {
                let actor = *name.actors.first()?;
                (actors.list[actor].kind != ActorKind::Person).then_some(actor)
            })
        };
        let after = self.shape.nouns.get(noun + 1).filter(|next| {
            next.preposition
                .is_some_and(|p| p == self.group(noun).tokens.end)
        });
        named(before)
            .or_else(|| after.and_then(|next| named(&self.with_title(next))))
            .or_else(|| {
                self.names
                    .body_within(self.rules, before)
                    .and_then(|body| actors.bodies.get(&body).copied())
            })
    }

    /// "the president of France": the body named right after the title.
    fn body_after(&self, noun: usize) -> Option<String> {
        let next = self.shape.nouns.get(noun + 1)?;
        let links = next.preposition == Some(self.group(noun).tokens.end);
        links
            .then(|| self.names.body_within(self.rules, &next.tokens))
            .flatten()
    }

    /// "Zelensky's chief of staff": the country of the owner.
    fn body_of_owner(&self, before: &Range<usize>, cast: &mut Cast) -> Option<String> {
        let owner = self.names.within(before).find(|name| {
            name.tokens.end < before.end && self.text.tokens[name.tokens.end - 1].possessive
        })?;
        let who = self.owner_of(owner.kind, &owner.actors, &owner.tokens, cast)?;
        cast.get(who).of.clone()
    }

    /// Who held the office on the article's date; without a date, whoever of them was named.
    fn office_holder(&self, office: &OfficeId, body: &str, cast: &mut Cast) -> Option<MemberId> {
        let list = &self.rules.actors.list;
        let holds = |number: usize, day: Option<jiff::civil::Date>| {
            list[number].roles.iter().any(|role| {
                role.office == *office && role.of == body && day.is_none_or(|day| role.covers(day))
            })
        };
        let holders: Vec<usize> = (0..list.len())
            .filter(|&number| holds(number, cast.date))
            .collect();
        let number = match (cast.date, holders.as_slice()) {
            (_, [only]) => Some(*only),
            (Some(_), [first, ..]) => holders
                .iter()
                .copied()
                .find(|&n| cast.has_actor(n))
                .or(Some(*first)),
            (None, many) => {
                let named: Vec<usize> = many
                    .iter()
                    .copied()
                    .filter(|&n| cast.has_actor(n) || self.named_anywhere(n))
                    .collect();
                match named.as_slice() {
                    [only] => Some(*only),
                    _ => None,
                }
            }
            (Some(_), []) => None,
        };
        if let Some(number) = number {
            return Some(cast.actor(number, &list[number]));
        }
        // An office that no file fills: someone off the roster of that body.
        cast.members
            .iter()
            .rposition(|m| m.actor.is_none() && m.of.as_deref() == Some(body))
            .map(MemberId)
            .filter(|_| holders.is_empty() && cast.date.is_some())
    }

    fn named_anywhere(&self, actor: usize) -> bool {
        self.names
            .known
            .iter()
            .any(|name| name.actors.contains(&actor))
    }

    /// "the prime minister": whoever of the cast held such an office, the latest named first.
    fn bearer_named(&self, office: &OfficeId, cast: &Cast) -> Option<MemberId> {
        let list = &self.rules.actors.list;
        let bearers: Vec<MemberId> = (0..cast.members.len())
            .map(MemberId)
            .filter(|&who| {
                cast.get(who).actor.is_some_and(|actor| {
                    list[actor].roles.iter().any(|role| {
                        role.office == *office && cast.date.is_none_or(|day| role.covers(day))
                    })
                })
            })
            .collect();
        match bearers.as_slice() {
            [] => None,
            [only] => Some(*only),
            many => {
                let pronoun = crate::grammar::Pronoun {
                    person: 3,
                    many: false,
                    gender: Gender::Any,
                    subject: true,
                    object: true,
                    possessive: false,
                };
                let recent = cast.antecedent(pronoun, self.sentence, &[])?;
                many.contains(&recent).then_some(recent)
            }
        }
    }

    /// Whom a pronoun of the third person stands for.
    fn pronoun(&self, noun: usize, mentions: &[Vec<Mention>], cast: &mut Cast) -> Vec<Mention> {
        let group = self.group(noun);
        let Some(pronoun) = self
            .rules
            .grammar
            .pronoun(self.text.tokens[group.head].word)
        else {
            return Vec::new();
        };
        if pronoun.person != 3 || pronoun.possessive && !pronoun.object {
            return Vec::new();
        }
        let mention = |who, grade| {
            vec![Mention {
                who,
                grade,
                tokens: group.tokens.clone(),
            }]
        };
        let clause = self.shape.clause_at(group.head);
        if pronoun.gender == Gender::It && !pronoun.many && self.is_expletive(clause) {
            return Vec::new();
        }
        let own_subjects = &self.shape.clauses[clause].subjects;
        let is_subject = own_subjects.contains(&noun);
        let in_quote = self.text.quote_at(group.head);
        // The subject of the clause that this one is the content of speaks of himself.
        let above = self.shape.ancestors(clause).skip(1);
        let mut out: Vec<MemberId> = Vec::new();
        if !is_subject {
            let others = own_subjects
                .iter()
                .filter_map(|&n| mentions.get(n))
                .flatten();
            out.extend(others.map(|m| m.who));
        }
        for parent in above {
            let reported = self.shape.clauses[parent].verb.is_some();
            for &subject in &self.shape.clauses[parent].subjects {
                if subject == noun {
                    continue;
                }
                let Some(named) = mentions.get(subject) else {
                    continue;
                };
                let same_place = self.text.quote_at(self.group(subject).head) == in_quote;
                let owner = if named.is_empty() {
                    self.owner(subject, mentions, cast)
                } else {
                    Vec::new()
                };
                let fits = named
                    .iter()
                    .chain(&owner)
                    .find(|m| cast.agrees(m.who, pronoun) && !out.contains(&m.who));
                if let Some(m) = fits.filter(|_| same_place && reported) {
                    return mention(m.who, Grade::B);
                }
                out.extend(named.iter().map(|m| m.who));
            }
        }
        // Named before in this sentence, subjects first.
        let same = |m: &&Mention| cast.agrees(m.who, pronoun) && !out.contains(&m.who);
        let earlier: Vec<&Mention> = mentions
            .iter()
            .enumerate()
            .filter(|(n, _)| {
                self.shape.clauses[self.shape.clause_at(self.group(*n).head)]
                    .subjects
                    .contains(n)
                    && (in_quote.is_none() || self.text.quote_at(self.group(*n).head) == in_quote)
            })
            .flat_map(|(_, named)| named.iter())
            .filter(same)
            .collect();
        if let Some(m) = earlier.first()
            && !matches!(self.shape.clauses[clause].link, Link::Root)
        {
            return mention(m.who, Grade::B);
        }
        if in_quote.is_some() {
            // In a quotation *he* is not its speaker, and who is meant lies outside the words.
            let inside = |m: &&Mention| self.text.quote_at(m.tokens.start) == in_quote;
            if let Some(m) = mentions.iter().flatten().filter(inside).rfind(same) {
                return mention(m.who, Grade::C);
            }
            out.extend(self.speakers_of(group.head, mentions));
            let other = cast.antecedent(pronoun, self.sentence, &out);
            return other.map(|who| mention(who, Grade::C)).unwrap_or_default();
        }
        let of_body = pronoun.gender == Gender::It || pronoun.many;
        let found = if of_body {
            cast.body_in_view(pronoun, self.sentence, &out)
        } else {
            cast.antecedent(pronoun, self.sentence, &out)
        };
        match found {
            Some(who) if of_body => mention(who, Grade::C),
            Some(who) => mention(who, Grade::B),
            None => earlier
                .first()
                .map(|m| mention(m.who, Grade::B))
                .unwrap_or_default(),
        }
    }

    /// Those who may speak the quotation that holds a token: speakers known already, and everyone
    /// named outside it in the sentence.
    fn speakers_of(&self, token: usize, mentions: &[Vec<Mention>]) -> Vec<MemberId> {
        let quote = self.text.quote_at(token);
        let known = self
            .before
            .iter()
            .filter(|a| a.covers(token))
            .flat_map(|a| a.speakers.iter());
        let beside = mentions
            .iter()
            .flatten()
            .filter(|m| self.text.quote_at(m.tokens.start) != quote);
        let mut speakers: Vec<MemberId> = known.chain(beside).map(|m| m.who).collect();
        if speakers.is_empty()
            && let Some(last) = self
                .before
                .iter()
                .rfind(|a| a.direct && !a.speakers.is_empty())
        {
            speakers.extend(last.speakers.iter().map(|m| m.who));
        }
        speakers
    }

    /// "it is believed", "it is vital": stands for no one.
    fn is_expletive(&self, clause: usize) -> bool {
        self.shape
            .verb_of(clause)
            .is_none_or(|verb| verb.copula || verb.passive)
    }

    /// A name set beside a title makes its bearer public: "John Healey, the defence secretary".
    fn introduce(&self, mentions: &mut [Vec<Mention>], cast: &mut Cast) {
        for noun in 0..mentions.len() {
            let group = self.group(noun);
            let titles = self.names.titles_within(&group.tokens);
            let Some((_, number)) = titles.last() else {
                continue;
            };
            let title = names::title(self.rules, *number);
            let body = self
                .names
                .body_within(self.rules, &group.tokens)
                .or_else(|| self.body_after(noun));
            let beside = [noun.checked_sub(1), Some(noun + 1)];
            for other in beside.into_iter().flatten() {
                let Some(neighbour) = self.shape.nouns.get(other) else {
                    continue;
                };
                let (left, right) = if other < noun {
                    (neighbour, group)
                } else {
                    (group, neighbour)
                };
                if !self.comma_between(left.tokens.end, right) {
                    continue;
                }
                let Some(m) = mentions[other].first() else {
                    continue;
                };
                let member = &mut cast.members[m.who.0];
                if member.actor.is_some() || m.grade != Grade::A {
                    continue;
                }
                if !member.titles.contains(number) {
                    member.titles.push(*number);
                }
                member.public |= matches!(
                    title,
                    Title::Office(_) | Title::Bearer | Title::Leader | Title::Spokesperson
                );
                if member.of.is_none() {
                    member.of.clone_from(&body);
                }
            }
        }
    }

    fn comma_between(&self, end: usize, right: &NounGroup) -> bool {
        let between = end..right.tokens.start;
        between.len() == 1 && matches!(self.shape.tag_at(end), Tag::Mark(crate::words::Mark::Comma))
    }
}

/// Whether a person's name stands in the group although another word is taken for its head.
fn bears(name: &Range<usize>, group: &NounGroup, titles: &[(Range<usize>, usize)]) -> bool {
    name.end == group.tokens.end
        || titles
            .iter()
            .any(|(title, _)| title.end == name.start && name.end > group.head)
}
