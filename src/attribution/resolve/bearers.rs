//! Who bears a title: the person named at the end of it, or the body that an unnamed bearer speaks for.

use std::ops::Range;

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::names::{self, NameAt};
use crate::attribution::resolve::Resolver;
use crate::clause::{Link, NounGroup, Tag};
use crate::grammar::Class;
use crate::rules::{ActorKind, NameKind, Role, Title};
use crate::statement::Grade;

/// So many groups a title goes on for: "Minister | of Foreign Affairs | of Estonia Margus Tsahkna".
const LONGEST_TITLE: usize = 3;

impl Resolver<'_> {
    /// "the deputy head of Russia's Security Council Dmitry Medvedev": a title, its body, and the
    /// bearer's full name at the end of the body's group.
    pub(super) fn named_after(
        &self,
        noun: usize,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Mention> {
        let group = self.group(noun);
        let at_head = |(at, _): &&(Range<usize>, usize)| {
            at.contains(&group.head) || at.end == group.tokens.end
        };
        let (title, _) = titles.iter().find(at_head)?;
        let mut end = group.tokens.end;
        for next in self.shape.nouns.iter().skip(noun + 1).take(LONGEST_TITLE) {
            next.preposition.filter(|&at| at == end || at == end + 1)?;
            let bearer = self
                .bearer_at_end(&next.tokens, titles, cast)
                .or_else(|| self.unknown_behind(title.end, next, titles, cast));
            if bearer.is_some() {
                return bearer;
            }
            end = next.tokens.end;
        }
        None
    }

    /// "Former chief of staff Ann Smith": whoever no file knows, by a full name behind the last word of a title.
    fn unknown_behind(
        &self,
        end: usize,
        group: &NounGroup,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Mention> {
        let rest = end..group.tokens.end;
        let named = end > group.tokens.start
            && rest.len() > 1
            && rest.clone().all(|at| self.shape.tag_at(at) == Tag::Name);
        let bearer = NounGroup {
            tokens: rest,
            preposition: None,
            ..group.clone()
        };
        named
            .then(|| self.stranger(&bearer, titles, cast))
            .flatten()
    }

    /// "the Security Council Dmitry Medvedev": the person whose name ends a group that has no title of its own.
    fn bearer_at_end(
        &self,
        tokens: &Range<usize>,
        titles: &[(Range<usize>, usize)],
        cast: &mut Cast,
    ) -> Option<Mention> {
        let name = self.names.within(tokens).next_back()?.clone();
        if !self.names.titles_within(tokens).is_empty() {
            return None;
        }
        let list = &self.rules.actors.list;
        let mut actors = name.actors.iter().map(|&actor| &list[actor]);
        let person = actors.all(|actor| actor.kind == ActorKind::Person);
        if person && name.kind == NameKind::Full {
            let at_end = name.tokens.end == tokens.end && name.tokens.start > tokens.start;
            let who = self
                .owner_of(name.kind, &name.actors, &name.tokens, cast)
                .filter(|_| at_end)?;
            return Some(Mention {
                who,
                grade: Grade::A,
                tokens: name.tokens,
            });
        }
        let rest = name.tokens.end..tokens.end;
        let unknown = !person
            && !self.text.tokens[name.tokens.end - 1].possessive
            && rest.len() > 1
            && rest.clone().all(|at| self.shape.tag_at(at) == Tag::Name);
        let bearer = NounGroup {
            head: rest.end.checked_sub(1)?,
            tokens: rest,
            preposition: None,
            time: false,
            pronoun: false,
            first_person: false,
        };
        unknown
            .then(|| self.stranger(&bearer, titles, cast))
            .flatten()
    }

    /// Whether a noun group alone is the subject of the sentence, or of the report set in it.
    pub(super) fn is_main_subject(&self, noun: usize) -> bool {
        let clause = &self.shape.clauses[self.shape.clause_at(self.group(noun).head)];
        matches!(clause.link, Link::Root | Link::Frame) && clause.subjects == [noun]
    }

    /// "Ann Smith flew to Riga. The lawmaker said": the one whom the sentence before is about, by a title that can
    /// be theirs, and that makes a stranger public.
    pub(super) fn described(
        &self,
        noun: usize,
        at: &Range<usize>,
        number: usize,
        cast: &mut Cast,
    ) -> Option<Mention> {
        let group = self.group(noun);
        let before = group.tokens.start..at.end;
        let title = names::title(self.rules, number);
        if !self.is_main_subject(noun)
            || !self.is_definite(&before)
            || !self.is_one(group.head)
            || self.text.quote_at(group.head).is_some()
            || !matches!(title, Title::Office { .. } | Title::Leader | Title::Bearer)
        {
            return None;
        }
        let who = cast.person_in_view()?;
        let member = cast.get(who);
        let body = self.names.body_within(self.rules, &before);
        let body = body.or_else(|| self.body_behind(group.tokens.end));
        // "Jones was not so sure: the senator": whoever the sentence names before is nearer.
        let mut named = self.names.within(&self.shape.tokens);
        let other = named.any(|name| {
            let is_person = |&actor: &usize| {
                self.rules.actors.list[actor].kind == ActorKind::Person
                    && (name.tokens.start < group.tokens.start || member.actor == Some(actor))
            };
            name.actors.iter().any(is_person)
        });
        let fits = if let Some(actor) = member.actor {
            self.can_be(actor, title, &before, body.as_deref(), cast)
        } else {
            // "Ann Smith, a consultant, ... The nominee": a private person is no official.
            let of = body.is_none() || member.of.is_none() || member.of == body;
            of && (member.public || member.titles.is_empty())
        };
        if !fits || other {
            return None;
        }
        cast.members[who.0].public = true;
        Some(Mention {
            who,
            grade: Grade::B,
            tokens: group.tokens.clone(),
        })
    }

    /// "Smith received Jones, where the Russian minister said": the last one of a country whose title that can be.
    pub(super) fn compatriot(
        &self,
        title: &Title,
        body: &str,
        noun: usize,
        words: &Range<usize>,
        cast: &mut Cast,
    ) -> Option<MemberId> {
        let actors = &self.rules.actors;
        let start = self.group(noun).tokens.start;
        let before = self.shape.tokens.start..start;
        let here = self.names.within(&before);
        let person = |name: &NameAt| {
            let actor = *name.actors.first()?;
            (actors.list[actor].kind == ActorKind::Person).then_some(actor)
        };
        let fits = |actor: usize, cast: &Cast| {
            let of = actors.list[actor].side.as_deref() == Some(body);
            of && self.can_be(actor, title, words, Some(body), cast)
        };
        let mut known = here.rev().filter_map(person);
        if let Some(actor) = known.find(|&actor| fits(actor, cast)) {
            return Some(cast.actor(actor, &actors.list[actor]));
        }
        let last = cast.last_of(body, &actors.list)?;
        let actor = cast.get(last).actor;
        actor.is_none_or(|actor| fits(actor, cast)).then_some(last)
    }

    /// "Ann Smith flew to Riga. The 60-year-old said": the one whom the sentence before is about, by an age.
    pub(super) fn aged(&self, noun: usize, cast: &Cast) -> Option<Mention> {
        let group = self.group(noun);
        let aged = &self.rules.grammar.aged;
        let head = &self.text.tokens[group.head];
        let first = &self.text.tokens[group.tokens.start + 1..group.tokens.end].first()?;
        let counts = first
            .span
            .of(self.text.source)
            .starts_with(|c: char| c.is_ascii_digit());
        let told = head.joined && aged.contains(&head.word) && counts;
        if !told || !self.is_main_subject(noun) || !self.is_definite(&group.tokens) {
            return None;
        }
        Some(Mention {
            who: cast.person_in_view()?,
            grade: Grade::B,
            tokens: group.tokens.clone(),
        })
    }

    /// Whether a title can be that of someone of the roster: an office that they hold, or held where it says
    /// so; any other where they hold none. A leader of what leads no country, "the Labour leader", can be anyone.
    fn can_be(
        &self,
        actor: usize,
        title: &Title,
        words: &Range<usize>,
        body: Option<&str>,
        cast: &Cast,
    ) -> bool {
        let actors = &self.rules.actors;
        let person = &actors.list[actor];
        let is_former = |at: usize| actors.former.contains(&self.text.tokens[at].word);
        let former = words.clone().any(is_former);
        let current = |role: &&Role| cast.date.is_none_or(|day| role.covers(day));
        let mut held = person
            .roles
            .iter()
            .filter(|role| body.is_none_or(|body| role.of == body));
        match title {
            Title::Office { id, .. } => held.any(|role| {
                role.office == *id && (former != current(&role) || cast.date.is_none())
            }),
            // "the Labour leader"
            Title::Leader => body.is_none_or(|body| !actors.leaders.contains_key(body)),
            Title::Bearer => {
                // "the minister" of a defence minister; of those without an office any title may be theirs.
                let last = self.text.tokens[words.end - 1].word;
                let named = |role: &Role| {
                    let short = actors.called.get(&role.office);
                    short.is_some_and(|short| short.contains(&last))
                };
                let mut offices = person.roles.iter().filter(current).peekable();
                let of = body.is_none_or(|body| person.side.as_deref() == Some(body));
                of && (offices.peek().is_none() || offices.any(named))
            }
            Title::Private | Title::Spokesperson { .. } => false,
        }
    }

    /// The body that someone unnamed speaks for: named before, or right after with a preposition.
    pub(super) fn organisation(&self, noun: usize, before: &Range<usize>) -> Option<usize> {
        let actors = &self.rules.actors;
        let named = |range: &Range<usize>| {
            let names = self.names.within(range);
            let mut own = names.filter(|name| !self.is_of_another(noun, name));
            own.find_map(|name| {
                let actor = *name.actors.first()?;
                (actors.list[actor].kind != ActorKind::Person).then_some(actor)
            })
        };
        // "officials in Kyiv" speak for it, "a statement in Kyiv" may be anyone's.
        let group = self.group(noun);
        let head = self.rules.grammar.info(self.text.tokens[group.head].word);
        // A title can run on beyond its group: "the ministry | of defence | of France".
        let end = group.tokens.end.max(before.end);
        let links = |p: usize| p == end && (!head.is(Class::Expression) || self.is_of(p));
        let after = self.shape.noun_at(end + 1).map(|next| self.group(next));
        let after = after.filter(|next| next.preposition.is_some_and(links));
        named(before)
            .or_else(|| {
                let mut within = self.names.within(before);
                let foreign = within.find(|name| self.is_of_another(noun, name));
                let end = foreign.map_or(before.end, |name| name.tokens.start);
                let body = self.names.origin_within(&(before.start..end))?;
                actors.bodies.get(&body).copied()
            })
            .or_else(|| after.and_then(|next| named(&self.with_title(next))))
    }

    /// "Starmer's spokesman", "a spokesman for Starmer": the body that speaks for a person's office.
    pub(super) fn office_of_owner(&self, noun: usize, cast: &mut Cast) -> Option<usize> {
        let actors = &self.rules.actors;
        let owner = self.owner(noun, &[], cast).pop().or_else(|| {
            let end = self.group(noun).tokens.end;
            let next = self.shape.noun_at(end + 1)?;
            let behind = self.group(next);
            let word = self.text.tokens[behind.preposition.filter(|&at| at == end)?].word;
            self.rules.grammar.doing.contains(&word).then_some(())?;
            self.noun(next, &[], cast).pop()
        })?;
        let person = cast.get(owner.who).actor.map(|actor| &actors.list[actor])?;
        let day = cast.date;
        let held = person
            .roles
            .iter()
            .rev()
            .find(|role| day.is_none_or(|day| role.covers(day)))?;
        actors.list.iter().position(|body| {
            let speaks_for = body.speaks_for.as_ref();
            speaks_for.is_some_and(|(office, of)| *office == held.office && *of == held.of)
        })
    }

    /// "his administration": the country that the owner leads.
    pub(super) fn government_of_owner(
        &self,
        noun: usize,
        title: usize,
        before: &[Vec<Mention>],
        cast: &mut Cast,
    ) -> Option<Mention> {
        let actors = &self.rules.actors;
        let group = self.group(noun);
        let first = group.tokens.start;
        let pronoun = self.rules.grammar.pronoun(self.text.tokens[first].word)?;
        if !matches!(names::title(self.rules, title), Title::Spokesperson { .. }) {
            return None;
        }
        let owners = self.owner_pronoun(noun, first, pronoun, before, cast);
        let held = cast.leading(self.rules, owners.last()?.who)?;
        let number = actors.bodies.get(&held.of).copied()?;
        Some(Mention {
            who: cast.actor(number, &actors.list[number]),
            grade: Grade::B,
            tokens: group.tokens.clone(),
        })
    }
}
