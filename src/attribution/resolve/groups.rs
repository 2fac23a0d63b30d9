//! Several at once: *the pair*, a joint statement, the leaders of several countries.

use std::ops::Range;

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::names;
use crate::attribution::resolve::Resolver;
use crate::clause::{NounGroup, Tag};
use crate::phrase::PhraseSet;
use crate::rules::{ActorKind, Title};
use crate::statement::Grade;
use crate::words::Mark;

/// The leaders of so many countries and more are spoken of as one group.
const MANY: usize = 3;

impl Resolver<'_> {
    /// "some Labour lawmakers", "a third of Labour" are not Labour: whom a noun group names, but for those of whom it tells a part.
    pub(super) fn whole(&self, noun: usize, named: Vec<Mention>, cast: &Cast) -> Vec<Mention> {
        let few = |at: usize| self.rules.grammar.few.contains(&self.text.tokens[at].word);
        // "a third of Labour"
        let above = self.hangs_on(noun).map(|above| self.group(above));
        let of = above.is_some_and(|above| self.is_of(above.tokens.end) && few(above.head));
        let part = of || few(self.group(noun).tokens.start);
        let is_kept = |m: &Mention| !part || cast.get(m.who).kind == ActorKind::Person;
        named.into_iter().filter(is_kept).collect()
    }

    /// "a joint US-Ukraine statement": two bodies joined by a hyphen, before what speaks for them.
    pub(super) fn joint(
        &self,
        group: &NounGroup,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Vec<Mention>> {
        let speaks = titles.iter().any(|(at, number)| {
            at.contains(&group.head)
                && matches!(
                    names::title(self.rules, *number),
                    Title::Spokesperson { .. } | Title::Bearer
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

    /// "the leaders of Britain, France and Poland": the smallest collective that has them all for
    /// members; of two countries, and of other offices, each holder; of one, that one.
    pub(super) fn leaders(
        &self,
        noun: usize,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Vec<Mention>> {
        let group = self.group(noun);
        let at_head = |(at, _): &&(Range<usize>, usize)| at.contains(&group.head);
        let (_, number) = titles.iter().rev().find(at_head)?;
        let office = match names::title(self.rules, *number) {
            Title::Office { id, .. } => Some(id),
            Title::Leader => None,
            Title::Bearer | Title::Private | Title::Spokesperson { .. } => return None,
        };
        let mut bodies = self.bodies_after(noun);
        if bodies.is_empty() {
            bodies = self.bodies_before(noun);
        }
        if self.is_one(group.head) || bodies.is_empty() {
            return None;
        }
        let actors = &self.rules.actors;
        let mention = |who| Mention {
            who,
            grade: Grade::B,
            tokens: group.tokens.clone(),
        };
        if let [only] = bodies.as_slice() {
            // "foreign ministers of the Group of Seven"
            let number = *actors.bodies.get(only)?;
            return Some(vec![mention(cast.actor(number, &actors.list[number]))]);
        }
        let leads = |body: &String| {
            let leader = actors.leaders.get(body);
            office.is_none_or(|office| leader == Some(office))
        };
        // "the leaders of Britain, Italy, Finland and the EU"
        let country = |body: &&String| {
            let known = actors.bodies.get(*body).map(|&at| actors.list[at].kind);
            known == Some(ActorKind::Country)
        };
        let countries: Vec<&String> = bodies.iter().filter(country).collect();
        let collectives = actors.list.iter().enumerate().filter(|(_, actor)| {
            let mut countries = countries.iter();
            actor.kind == ActorKind::Collective
                && countries.all(|&body| actor.members.contains(body))
        });
        let smallest = collectives.min_by_key(|(_, actor)| actor.members.len());
        let several = match smallest {
            Some((number, actor)) if countries.len() >= MANY && bodies.iter().any(leads) => {
                vec![cast.actor(number, actor)]
            }
            _ => bodies
                .iter()
                .filter_map(|body| match office.or_else(|| actors.leaders.get(body)) {
                    Some(office) => self.office_holder(office, body, cast),
                    None => self.head_of(body, cast),
                })
                .collect(),
        };
        Some(several.into_iter().map(mention).collect())
    }

    /// The countries or bodies in the list that *of* brings in after a noun group.
    fn bodies_after(&self, noun: usize) -> Vec<String> {
        let mut bodies = Vec::new();
        let mut end = self.group(noun).tokens.end;
        for next in &self.shape.nouns[noun + 1..] {
            let joined = match next.preposition {
                Some(preposition) => bodies.is_empty() && preposition == end && self.is_of(end),
                None => !bodies.is_empty() && (end..next.tokens.start).all(|at| self.lists(at)),
            };
            let Some(body) = self.body_at_head(next).filter(|_| joined) else {
                break;
            };
            bodies.push(body);
            end = next.tokens.end;
        }
        bodies
    }

    /// "the French and German leaders": the countries or bodies listed before a noun group that begins with
    /// one of them; the others' groups have no noun of their own.
    fn bodies_before(&self, noun: usize) -> Vec<String> {
        let group = self.group(noun);
        let before = group.tokens.start.checked_sub(1);
        if !before.is_some_and(|at| self.shape.tokens.contains(&at) && self.lists(at)) {
            return Vec::new();
        }
        let own = group.tokens.start..group.head;
        let mut bodies: Vec<String> = self.names.origin_within(&own).into_iter().collect();
        let mut start = group.tokens.start;
        for before in self.shape.nouns[..noun].iter().rev() {
            let listed = before.tokens.end + 1 == start && self.lists(before.tokens.end);
            let short = before.tokens.len() <= 2;
            let body = self.names.body_at_end(self.rules, &before.tokens);
            let Some(body) = body.filter(|_| listed && short && !bodies.is_empty()) else {
                break;
            };
            bodies.insert(0, body);
            start = before.tokens.start;
        }
        if bodies.len() > 1 { bodies } else { Vec::new() }
    }

    /// Those of the groups before a noun group whose countries it takes for its own, as of "the French and
    /// German leaders" the first: they name nobody themselves.
    pub(super) fn name_joined(&self, mentions: &mut [Vec<Mention>]) {
        for noun in 1..mentions.len() {
            let several = mentions[noun].len() > 1;
            let joined = if several {
                self.bodies_before(noun).len()
            } else {
                0
            };
            if joined > 1 && mentions[noun].len() == joined {
                for before in &mut mentions[noun + 1 - joined..noun] {
                    before.clear();
                }
            }
        }
    }

    /// Whether a token parts the members of a list.
    pub(super) fn lists(&self, token: usize) -> bool {
        matches!(
            self.shape.tag_at(token),
            Tag::Coord | Tag::Mark(Mark::Comma)
        )
    }

    /// "the pair", "both leaders": the last two persons before it in the sentence, else in view.
    pub(super) fn plural(
        &self,
        noun: usize,
        before: &[Vec<Mention>],
        cast: &Cast,
    ) -> Option<Vec<Mention>> {
        let group = self.group(noun);
        let tokens = &self.text.tokens[group.tokens.clone()];
        let offset = group.head - group.tokens.start;
        let at_head = |phrases: &PhraseSet| {
            let found = phrases.find(tokens);
            found.iter().any(|f| (f.start..f.end).contains(&offset))
        };
        if !self.bodies_after(noun).is_empty() {
            // "the ministers of Norway and Sweden" tells who they are.
            return None;
        }
        let lexicon = &self.rules.lexicon;
        let several: Vec<MemberId> = if at_head(&lexicon.groups) {
            cast.last_group().into_iter().collect()
        } else {
            Vec::new()
        };
        // What an official tells of the union or party is the official's.
        let body = self.is_main_subject(noun) && at_head(&lexicon.bodies);
        let several = if several.is_empty() && body {
            cast.last_body(&self.rules.actors.list)
                .into_iter()
                .collect()
        } else {
            several
        };
        let plural = || {
            let found = lexicon.plurals.find(tokens);
            let at = found.iter().find(|f| (f.start..f.end).contains(&offset))?;
            Some(lexicon.several[at.phrase.0 as usize])
        };
        let several = match plural().filter(|_| several.is_empty()) {
            Some(several) => {
                let here = before.iter().flatten().map(|mention| mention.who);
                cast.last_several(self.rules, several, here)
            }
            None => several,
        };
        if several.is_empty() {
            return None;
        }
        Some(
            several
                .into_iter()
                .map(|who| Mention {
                    who,
                    grade: Grade::C,
                    tokens: group.tokens.clone(),
                })
                .collect(),
        )
    }
}
