//! People whom no file knows, and whom the party or country they are named with makes public.

use std::ops::Range;

use crate::attribution::Mention;
use crate::attribution::cast::Cast;
use crate::attribution::names::{self, NameAt};
use crate::attribution::resolve::Resolver;
use crate::clause::Tag;
use crate::phrase::PhraseSet;
use crate::rules::{ActorKind, Title};
use crate::statement::Grade;
use crate::words::Mark;

impl Resolver<'_> {
    /// "Ann Smith of the Left Party", "Ann Smith (Kenya)", "Norway's Ann Smith", "Ann Smith, who heads the Green group": makes
    /// those public of whom so much is told.
    pub(super) fn enlist(&self, mentions: &[Vec<Mention>], cast: &mut Cast) {
        for (noun, named) in mentions.iter().enumerate() {
            let [one] = named.as_slice() else {
                continue;
            };
            let member = cast.get(one.who);
            let person = member.actor.is_none() && member.kind == ActorKind::Person;
            let unknown = person && !member.public && one.grade == Grade::A;
            let private = !member.titles.is_empty();
            if unknown && (self.is_described(noun) || !private && self.is_partisan(noun)) {
                cast.members[one.who.0].public = true;
            }
        }
    }

    fn is_partisan(&self, noun: usize) -> bool {
        let group = &self.group(noun).tokens;
        let before = group.start..self.group(noun).head;
        self.names_party(&before)
            || self.is_countrys(&before)
            || self.is_set_in_brackets(group.end)
            || self.belongs_to_party(noun)
            || self.is_set_beside_party(noun)
    }

    /// Whether the words name a party or a wing of politics, and no private title.
    fn names_party(&self, tokens: &Range<usize>) -> bool {
        let titles = self.names.titles_within(tokens);
        let mut titles = titles
            .iter()
            .map(|(_, title)| names::title(self.rules, *title));
        self.finds(&self.rules.actors.parties, tokens)
            && !titles.any(|title| matches!(title, Title::Private))
    }

    fn finds(&self, phrases: &PhraseSet, tokens: &Range<usize>) -> bool {
        let tokens = self.text.tokens.get(tokens.clone()).unwrap_or_default();
        !phrases.find(tokens).is_empty()
    }

    fn is_country(&self, name: &NameAt) -> bool {
        let mut actors = name
            .actors
            .iter()
            .map(|&actor| &self.rules.actors.list[actor]);
        actors.any(|actor| actor.kind == ActorKind::Country)
    }

    /// "Norway's Ann Smith".
    fn is_countrys(&self, before: &Range<usize>) -> bool {
        let mut names = self.names.within(before);
        names.any(|name| self.text.tokens[name.tokens.end - 1].possessive && self.is_country(name))
    }

    /// "Ann Smith (Greens)", "Ann Smith (Green, Ohio)", "Ann Smith (Kenya)".
    fn is_set_in_brackets(&self, at: usize) -> bool {
        let end = self.shape.tokens.end;
        let is = |at: usize, mark: Mark| self.shape.tag_at(at) == Tag::Mark(mark);
        if at >= end || !is(at, Mark::Open) {
            return false;
        }
        let ends = |&at: &usize| is(at, Mark::Close) || is(at, Mark::Comma);
        let Some(inside) = (at + 1..end).find(ends).map(|close| at + 1..close) else {
            return false;
        };
        let mut names = self.names.within(&inside);
        self.names_party(&inside)
            || names.any(|name| name.tokens == inside && self.is_country(name))
    }

    /// "Ann Smith of the hard-left Unity list", "Ann Smith, from the Green group".
    fn belongs_to_party(&self, noun: usize) -> bool {
        let end = self.group(noun).tokens.end;
        let Some(next) = self.shape.nouns.get(noun + 1) else {
            return false;
        };
        next.preposition.is_some_and(|at| {
            let word = self.text.tokens[at].word;
            let adjoins = at == end || at == end + 1 && self.shape.follows_comma(at);
            adjoins
                && self.rules.grammar.belonging.contains(&word)
                && self.names_party(&next.tokens)
        })
    }

    /// "Ann Smith, a Green".
    fn is_set_beside_party(&self, noun: usize) -> bool {
        let start = self.group(noun).tokens.end + 1;
        let mut nouns = self.shape.nouns.iter();
        let beside = nouns.find(|group| group.preposition.is_none() && group.tokens.start == start);
        beside.is_some_and(|group| {
            let described = self.shape.follows_comma(start) && self.shape.tag_at(start) == Tag::Det;
            described && self.names_party(&group.tokens)
        })
    }

    /// "Ann Smith, one of the leaders of", "Ann Smith, who chairs the group".
    fn is_described(&self, noun: usize) -> bool {
        let start = self.group(noun).tokens.end + 1;
        let end = self.shape.tokens.end;
        if start >= end || !self.shape.follows_comma(start) {
            return false;
        }
        let found = self
            .rules
            .actors
            .describing
            .find(&self.text.tokens[start..end]);
        found.iter().any(|found| found.start == 0)
    }
}
