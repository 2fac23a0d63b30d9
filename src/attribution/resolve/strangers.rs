//! Names that no file knows.

use std::ops::Range;

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, Member, MemberId};
use crate::attribution::names;
use crate::attribution::resolve::Resolver;
use crate::clause::{NounGroup, Tag};
use crate::grammar::{Class, Gender};
use crate::id::ActorId;
use crate::rules::{ActorKind, Title};
use crate::statement::Grade;
use crate::words::fold;

impl Resolver<'_> {
    /// A name that no file knows: one met before, or a new one with a given name.
    pub(super) fn stranger(
        &self,
        group: &NounGroup,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Mention> {
        // "the Ohio Republican": a title names nobody.
        let is_title = titles.iter().any(|(at, _)| at.contains(&group.head));
        if self.shape.tag_at(group.head) != Tag::Name || is_title {
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
        let written = self.rules.words.without_possessive(written);
        let last = fold(self.text.slice(self.text.tokens[group.head].span));
        let family = self.rules.words.without_possessive(&last).to_owned();
        let title = titles
            .iter()
            .rev()
            .find(|(at, _)| at.end <= start)
            .map(|(_, number)| names::title(self.rules, *number));
        if tokens.len() == 1 {
            let gender = self.gender_of(&tokens, &group.tokens);
            if let Some(who) = cast.stranger(&family, gender) {
                return Some(Mention {
                    who,
                    grade: Grade::A,
                    tokens,
                });
            }
            if let Some(who) = self.honoured(start, &family, group, cast) {
                return Some(Mention {
                    who,
                    grade: Grade::A,
                    tokens,
                });
            }
            if !matches!(title, Some(Title::Office { .. } | Title::Bearer)) {
                return None;
            }
        }
        let impersonal = self.rules.actors.impersonal.contains(&family);
        let odd = tokens.len() > 5 || impersonal || self.is_abbreviation(group.head);
        if odd || self.is_work(group, start) {
            return None;
        }
        let full = self.family_name(&tokens);
        let gender = self.gender_of(&tokens, &group.tokens);
        let id = ActorId::from_name(&full)?;
        let existing = cast.stranger(&fold(&full), Gender::Any);
        let body = self
            .body_that_posts(group, cast)
            .or_else(|| self.names.body_within(self.rules, &group.tokens))
            .or_else(|| self.body_of_owner(&group.tokens, cast));
        let public = title.is_some_and(Title::makes_public);
        let who = existing.unwrap_or_else(|| {
            cast.push(Member {
                id,
                name: written.to_owned(),
                actor: None,
                kind: ActorKind::Person,
                gender,
                family: fold(&full),
                public,
                of: body,
                titles: Vec::new(),
            })
        });
        if public {
            cast.members[who.0].public = true;
        }
        for (at, _) in titles {
            cast.entitle(who, self.text.tokens[at.end - 1].word);
        }
        Some(Mention {
            who,
            grade: Grade::A,
            tokens,
        })
    }

    /// "Norway's ambassador to Rome Ann Smith": the body whose title stands before the place that a name follows.
    fn body_that_posts(&self, group: &NounGroup, cast: &mut Cast) -> Option<String> {
        let to = group.preposition?;
        let posted = self.shape.nouns.iter().find(|noun| noun.tokens.end == to)?;
        let titled = self
            .names
            .titles_within(&posted.tokens)
            .iter()
            .any(|(at, number)| at.end == to && names::title(self.rules, *number).makes_public());
        let place = self.names.within(&group.tokens).next()?;
        if !titled || place.tokens.start != group.tokens.start {
            return None;
        }
        self.names
            .body_within(self.rules, &posted.tokens)
            .or_else(|| self.body_of_owner(&posted.tokens, cast))
    }

    /// "Sir Ed": whom an honorific for given names stands for, of those named before.
    fn honoured(&self, at: usize, given: &str, group: &NounGroup, cast: &Cast) -> Option<MemberId> {
        let before = at.checked_sub(1).filter(|&at| at >= group.tokens.start)?;
        let title = self.text.tokens[before].word;
        let dubbed = self.rules.grammar.dubbed.contains(&title);
        let who = cast
            .called(given, &self.rules.actors.list)
            .filter(|_| dubbed)?;
        let gender = self.rules.actors.gendered.get(&title).copied();
        let own = cast.get(who).gender;
        let fits = own == Gender::Any || gender.is_none_or(|gender| gender == own);
        fits.then_some(who)
    }

    /// "a friend of The Evening Star": whether an article in capitals makes a name that of a work or paper.
    fn is_work(&self, group: &NounGroup, name: usize) -> bool {
        let before = name.checked_sub(1).filter(|&at| group.tokens.contains(&at));
        before.is_some_and(|at| {
            let token = &self.text.tokens[at];
            let inside = at > self.shape.tokens.start;
            inside && token.capital && self.rules.grammar.is(token, Class::Determiner)
        })
    }

    /// "R-S.C.": letters with stops between them are the family name of no one.
    fn is_abbreviation(&self, token: usize) -> bool {
        let written = self.text.slice(self.text.tokens[token].span);
        let stopped = written.trim_end_matches('.').contains('.');
        stopped || written.ends_with('.') && written.chars().count() <= 3
    }

    /// Which pronouns fit a name, by the titles before it and its given name.
    pub(super) fn gender_of(&self, name: &Range<usize>, group: &Range<usize>) -> Gender {
        let actors = &self.rules.actors;
        let titles = (group.start..name.start).map(|at| self.text.tokens[at].word);
        let by_title = titles
            .filter_map(|word| actors.gendered.get(&word))
            .next_back();
        let given = || {
            let first = fold(self.text.slice(self.text.tokens[name.start].span));
            (name.len() > 1).then(|| actors.given.get(&first)).flatten()
        };
        by_title.or_else(given).copied().unwrap_or(Gender::Any)
    }

    /// The family name of a full name: its last word, with particles such as *von* and *de* before;
    /// the first word where that is a family name that stands first.
    fn family_name(&self, tokens: &Range<usize>) -> String {
        let first = fold(self.text.slice(self.text.tokens[tokens.start].span));
        let actors = &self.rules.actors;
        let is_given = tokens.clone().skip(1).any(|at| {
            actors
                .given
                .contains_key(&fold(self.text.slice(self.text.tokens[at].span)))
        });
        if tokens.len() > 1 && actors.family_first.contains(&first) && !is_given {
            return self
                .text
                .slice(self.text.tokens[tokens.start].span)
                .to_owned();
        }
        let mut start = tokens.end - 1;
        while start > tokens.start {
            let particle = start > tokens.start + 1 && !self.text.tokens[start - 1].capital;
            if !particle && !self.text.tokens[start].joined {
                break;
            }
            start -= 1;
        }
        let span = self.text.span(start..tokens.end);
        let written = self.text.slice(span);
        self.rules.words.without_possessive(written).to_owned()
    }

    fn is_name(&self, at: usize, titles: &[(Range<usize>, usize)]) -> bool {
        self.shape.tag_at(at) == Tag::Name
            && !titles.iter().any(|(title, _)| title.contains(&at))
            && !self.names.is_origin(at)
            && !self
                .rules
                .grammar
                .info(self.text.tokens[at].word)
                .is(Class::Honorific)
            && self.names.within(&(at..at + 1)).next().is_none()
    }
}
