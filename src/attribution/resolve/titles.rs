//! Whom a title names: by the office and its body, or by a name beside it.

use std::ops::Range;

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::names;
use crate::attribution::resolve::Resolver;
use crate::clause::{Link, NounGroup, Tag};
use crate::grammar::{Class, Gender};
use crate::id::OfficeId;
use crate::rules::{ActorKind, Title};
use crate::statement::Grade;
use crate::words::{Mark, WordId};

impl Resolver<'_> {
    /// A title without a name: "the German chancellor", "a Kremlin spokesman", "Ukrainian officials".
    pub(super) fn titled(
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
        // "the NATO head of policy": whose head it is stands behind *of*.
        let ends_in_of = self.is_of(at.end - 1);
        let body = self
            .names
            .body_within(self.rules, &before)
            .filter(|_| !ends_in_of)
            .or_else(|| self.body_after(noun))
            .or_else(|| self.body_of_owner(&before, cast));
        let mention = |who, grade| {
            Some(Mention {
                who,
                grade,
                tokens: group.tokens.clone(),
            })
        };
        let word = self.text.tokens[at.end - 1].word;
        // "the foreign ministers of the group"
        let last = at.end - 1;
        let several =
            !self.is_one(last) && !self.text.tokens[last].possessive && self.is_definite(&before);
        match names::title(self.rules, number) {
            Title::Office { .. } if several => None,
            Title::Office { id: office, of } => {
                let who = match body.or_else(|| of.clone()) {
                    Some(body) => self
                        .office_holder(office, &body, cast)
                        .or_else(|| (at.len() == 1).then(|| self.head_of(&body, cast)).flatten()),
                    None => self
                        .bearer_of_speaker(office, at.start, cast)
                        .or_else(|| self.bearer_named(office, cast))
                        .or_else(|| (at.len() == 1).then(|| cast.titled(word)).flatten()),
                };
                mention(who?, Grade::B)
            }
            Title::Leader => {
                let body = body?;
                let who = match actors.leaders.get(&body) {
                    Some(office) => self.office_holder(office, &body, cast),
                    None => self.head_of(&body, cast),
                };
                mention(who?, Grade::B)
            }
            Title::Spokesperson { of_owner } => {
                let office = of_owner.then(|| self.office_of_owner(noun, cast)).flatten();
                let one = office.is_none() && self.is_definite(&before) && self.is_one(group.head);
                if let Some(who) = one
                    .then(|| self.last_bearer(noun, &before, word, cast))
                    .flatten()
                {
                    return mention(who, Grade::B);
                }
                let number = office.or_else(|| self.organisation(noun, &before))?;
                let who = cast.actor(number, &actors.list[number]);
                let collective = self
                    .rules
                    .grammar
                    .is(&self.text.tokens[group.head], Class::Collective);
                if self.is_one(group.head) && !collective && self.is_main_subject(noun) {
                    cast.give_voice(who);
                }
                mention(who, Grade::A)
            }
            Title::Bearer if body.is_none() && self.is_definite(&before) => {
                mention(cast.titled(word)?, Grade::B)
            }
            title @ Title::Bearer if self.is_definite(&before) => mention(
                self.compatriot(title, &body?, noun, &before, cast)?,
                Grade::B,
            ),
            Title::Bearer | Title::Private => None,
        }
    }

    /// "the French diplomat": whoever of them was spoken of.
    fn last_bearer(
        &self,
        noun: usize,
        before: &Range<usize>,
        word: WordId,
        cast: &Cast,
    ) -> Option<MemberId> {
        let head = self.group(noun).head;
        // "the statement" is nobody's by name.
        if self
            .rules
            .grammar
            .is(&self.text.tokens[head], Class::Expression)
        {
            return None;
        }
        match self.names.body_within(self.rules, before) {
            Some(body) => cast.last_of(&body, &self.rules.actors.list),
            None => cast.titled(word),
        }
    }

    /// "the Kremlin chief": whoever a body speaks for.
    pub(super) fn head_of(&self, body: &str, cast: &mut Cast) -> Option<MemberId> {
        let actors = &self.rules.actors;
        let (office, of) = actors.list[*actors.bodies.get(body)?].speaks_for.clone()?;
        self.office_holder(&office, &of, cast)
    }

    pub(super) fn is_of(&self, token: usize) -> bool {
        let word = self.text.tokens[token].word;
        self.rules.grammar.of.contains(&word)
    }

    /// Whether a word names one person or thing, as far as its form tells.
    pub(super) fn is_one(&self, token: usize) -> bool {
        let written = self.text.slice(self.text.tokens[token].span);
        !self
            .rules
            .grammar
            .looks_plural(written.trim_end_matches('.'))
    }

    /// "the ambassador", and not "an ambassador".
    pub(super) fn is_definite(&self, tokens: &Range<usize>) -> bool {
        let first = &self.text.tokens[tokens.start];
        self.rules.grammar.definite.contains(&first.word)
    }

    /// "the president of France": the body named right after the title.
    fn body_after(&self, noun: usize) -> Option<String> {
        self.body_behind(self.group(noun).tokens.end)
    }

    /// The body that *of* at a token brings in: "of France", and not "of France's far right".
    pub(super) fn body_behind(&self, of: usize) -> Option<String> {
        let group = self.group(self.shape.noun_at(of + 1)?);
        let links = group.preposition == Some(of) && self.is_of(of);
        links.then(|| self.body_at_head(group)).flatten()
    }

    /// The body that a group names with its head, also where the name goes on behind the group: "the
    /// coalition | of the willing".
    pub(super) fn body_at_head(&self, group: &NounGroup) -> Option<String> {
        let beyond = self.names.beyond(&group.tokens);
        let end = beyond.map_or(group.head + 1, |name| name.end);
        let named = group.tokens.start..end;
        self.names.body_at_end(self.rules, &named)
    }

    /// "Zelensky's chief of staff": the country of the owner.
    pub(super) fn body_of_owner(&self, before: &Range<usize>, cast: &mut Cast) -> Option<String> {
        let owner = self.names.within(before).find(|name| {
            name.tokens.end < before.end && self.text.tokens[name.tokens.end - 1].possessive
        })?;
        let who = self.owner_of(owner.kind, &owner.actors, &owner.tokens, cast)?;
        cast.get(who).of.clone()
    }

    /// Who held the office on the article's date; without a date, whoever of them was named.
    pub(super) fn office_holder(
        &self,
        office: &OfficeId,
        body: &str,
        cast: &mut Cast,
    ) -> Option<MemberId> {
        let list = &self.rules.actors.list;
        // Without a date an office that somebody left for another one is not theirs.
        let holds = |number: usize, day: Option<jiff::civil::Date>| {
            let roles = &list[number].roles;
            roles.iter().any(|role| {
                let is_latest = || roles.iter().all(|other| other.from <= role.from);
                let current = || day.map_or_else(is_latest, |day| role.covers(day));
                role.of == body && role.office == *office && current()
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

    pub(super) fn named_anywhere(&self, actor: usize) -> bool {
        self.names
            .known
            .iter()
            .any(|name| name.actors.contains(&actor))
    }

    /// "The president has said so," his spokesman said: in a quotation, the one of the speaker's country.
    fn bearer_of_speaker(
        &self,
        office: &OfficeId,
        token: usize,
        cast: &mut Cast,
    ) -> Option<MemberId> {
        let Some(quote) = self.text.quote_at(token) else {
            return self.bearer_of_reporter(office, token, cast);
        };
        let actors = &self.rules.actors.list;
        let named = self.names.within(&self.shape.tokens).find_map(|name| {
            let actor = *name.actors.first()?;
            let outside = self.text.quote_at(name.tokens.start) != Some(quote);
            (outside && actors[actor].kind == ActorKind::Person).then(|| actors[actor].side.clone())
        });
        let earlier = || {
            let last = self.before.iter().rfind(|a| a.speakers.len() == 1)?;
            cast.get(last.speakers.first()?.who).of.clone()
        };
        let side = named.unwrap_or_else(earlier)?;
        self.office_holder(office, &side, cast)
    }

    /// "Peskov said the president would": the one of the reporter's country, where that one is known here.
    fn bearer_of_reporter(
        &self,
        office: &OfficeId,
        token: usize,
        cast: &mut Cast,
    ) -> Option<MemberId> {
        let clause = self.shape.clause_at(token);
        let reports = self.shape.ancestors(clause).skip(1);
        let mut subjects = reports.flat_map(|at| &self.shape.clauses[at].subjects);
        let side = subjects.find_map(|&noun| self.side_of(noun, cast))?;
        let who = self.office_holder(office, &side, cast)?;
        let known = cast
            .get(who)
            .actor
            .is_some_and(|actor| self.named_anywhere(actor));
        known.then_some(who)
    }

    /// The country of the official who is a noun group's person: by name, or as *he*.
    fn side_of(&self, noun: usize, cast: &mut Cast) -> Option<String> {
        let group = self.group(noun);
        if group.pronoun {
            let pronoun = self
                .rules
                .grammar
                .pronoun(self.text.tokens[group.head].word)?;
            let who = cast.antecedent(pronoun, &[])?;
            return cast.get(who).of.clone();
        }
        let list = &self.rules.actors.list;
        let mut people = self.names.within(&group.tokens).filter_map(|name| {
            let actor = *name.actors.first()?;
            (list[actor].kind == ActorKind::Person).then_some(actor)
        });
        list[people.next_back()?].side.clone()
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
                let recent = cast.antecedent(pronoun, &[])?;
                many.contains(&recent).then_some(recent)
            }
        }
    }

    /// A title and a name set beside each other are one person: "John Healey, the defence
    /// secretary", "the defence secretary, John Healey, said". It makes a stranger public.
    pub(super) fn introduce(&self, mentions: &mut [Vec<Mention>], cast: &mut Cast) {
        for noun in 0..mentions.len() {
            let group = self.group(noun);
            let titles = self.names.titles_within(&self.with_title(group));
            let Some((at, number)) = titles.last().cloned() else {
                continue;
            };
            let word = self.text.tokens[at.end - 1].word;
            let body = self
                .names
                .body_within(self.rules, &group.tokens)
                .or_else(|| self.body_after(noun));
            if let Some(named) = self.named_beside(noun, &at, mentions, cast) {
                self.bestow(named.who, (word, number), body.as_deref(), cast);
                let own = &mut mentions[noun];
                let other = |m: &Mention| m.grade != Grade::A || m.who != named.who;
                if own.len() < 2 && own.first().is_none_or(other) {
                    *own = vec![named];
                }
            }
            for m in &mentions[noun] {
                if m.grade == Grade::A && m.tokens.start >= at.end {
                    cast.entitle(m.who, word);
                }
            }
            for other in self.beside(noun).into_iter().chain(self.sharers(noun, &at)) {
                let stranger =
                    |m: &&Mention| m.grade == Grade::A && cast.get(m.who).actor.is_none();
                if let Some(m) = mentions[other].first().filter(stranger) {
                    self.bestow(m.who, (word, number), body.as_deref(), cast);
                }
            }
        }
    }

    /// "Senators Ann Smith and Tom Jones": the other subjects that a title in the plural is for.
    fn sharers(&self, noun: usize, title: &Range<usize>) -> Vec<usize> {
        let many = !self.is_one(title.end - 1) && title.end <= self.group(noun).head;
        let mut clauses = self.shape.clauses.iter();
        let clause = clauses.find(|clause| many && clause.subjects.first() == Some(&noun));
        clause.map_or_else(Vec::new, |clause| clause.subjects[1..].to_vec())
    }

    /// Gives someone a title; it can make a stranger public, as an official of a body.
    fn bestow(
        &self,
        who: MemberId,
        (word, number): (WordId, usize),
        body: Option<&str>,
        cast: &mut Cast,
    ) {
        cast.entitle(who, word);
        let member = &mut cast.members[who.0];
        if member.actor.is_some() {
            return;
        }
        member.public |= names::title(self.rules, number).makes_public();
        if member.of.is_none() {
            member.of = body.map(str::to_owned);
        }
    }

    /// The person whose name follows a title between commas.
    fn named_beside(
        &self,
        noun: usize,
        title: &Range<usize>,
        mentions: &[Vec<Mention>],
        cast: &Cast,
    ) -> Option<Mention> {
        let group = self.group(noun);
        let is_last = title.contains(&group.head) || title.end > group.tokens.end;
        // "the president of France, Emmanuel Macron, said"
        let of =
            |next: usize| self.group(next).preposition == Some(self.group(next - 1).tokens.end);
        let mut next = noun + 1;
        while next < mentions.len() && of(next) {
            next += 1;
        }
        let name = self.shape.nouns.get(next)?;
        let [only] = mentions.get(next)?.as_slice() else {
            return None;
        };
        let person = cast.get(only.who).kind == ActorKind::Person && only.grade == Grade::A;
        let closes = !matches!(self.shape.tag_at(name.tokens.end), Tag::Coord);
        let beside = self.comma_between(self.group(next - 1).tokens.end, name);
        // "The president, Smith said, wants": who reports is not the one beside.
        let reports = self.shape.clauses[self.shape.clause_at(name.head)].link == Link::Frame;
        // "ambassador to the United Nations": one, whatever the last word.
        let is_one = self.is_one(group.head.min(title.end - 1)) && !reports;
        (is_last && is_one && person && closes && beside).then(|| only.clone())
    }

    /// The noun groups that only a comma parts from one.
    fn beside(&self, noun: usize) -> Vec<usize> {
        let apart = |left: usize, right: usize| {
            let right = self.shape.nouns.get(right)?;
            self.comma_between(self.group(left).tokens.end, right)
                .then_some(())
        };
        let before = noun.checked_sub(1).filter(|&at| apart(at, noun).is_some());
        let after = Some(noun + 1).filter(|&at| apart(noun, at).is_some());
        before.into_iter().chain(after).collect()
    }

    fn comma_between(&self, end: usize, right: &NounGroup) -> bool {
        let between = end..right.tokens.start;
        between.len() == 1 && matches!(self.shape.tag_at(end), Tag::Mark(Mark::Comma))
    }
}
