//! Who was in view in the sentences before: *the pair*, *the lawmaker*, *it*.

use crate::attribution::cast::{Cast, Focus, MAIN, Member, MemberId, agrees};
use crate::grammar::Pronoun;
use crate::rules::{Actor, ActorKind, Holding, Rules, Several};

impl Cast {
    /// Everyone in the sentence before.
    fn last_sentence(&self) -> impl DoubleEndedIterator<Item = &Focus> {
        let first = self
            .focus
            .partition_point(|focus| focus.sentence + 1 < self.read);
        let before = |focus: &&Focus| focus.sentence + 1 == self.read;
        self.focus[first..].iter().filter(before)
    }

    /// The main subjects and speakers of the sentence before.
    fn last_subjects(&self) -> impl DoubleEndedIterator<Item = &Focus> {
        self.last_sentence().filter(|focus| focus.weight >= MAIN)
    }

    /// The body that *it* or *they* stands for: the subject or speaker of the sentence before, where
    /// that is one. A report, a plan or a people in between takes the pronoun for itself.
    #[must_use]
    pub fn body_in_view(&self, pronoun: Pronoun, not: &[MemberId]) -> Option<MemberId> {
        let focus = self.last_subjects().next_back()?;
        let fits = agrees(self.get(focus.who), pronoun, focus.many) && !not.contains(&focus.who);
        fits.then_some(focus.who)
    }

    /// The one person who was a main subject of the sentence before, or spoke in it.
    pub(in crate::attribution) fn person_in_view(&self) -> Option<MemberId> {
        let mut persons = self.last_subjects().map(|focus| focus.who);
        let first = persons.next()?;
        let person = self.get(first).kind == ActorKind::Person;
        (person && persons.all(|other| other == first)).then_some(first)
    }

    /// Those who were the main subjects of the sentence before together: persons, and whom one noun names with others.
    pub(in crate::attribution) fn several_in_view(&self) -> Vec<MemberId> {
        let together = |focus: &&Focus| focus.many || self.get(focus.who).kind == ActorKind::Person;
        let mut several: Vec<MemberId> = Vec::new();
        // "Smith hosted Jones. They called for"
        let acts = |focus: &&Focus| focus.weight >= MAIN || focus.met;
        for focus in self.last_sentence().filter(acts).filter(together) {
            if !several.contains(&focus.who) {
                several.push(focus.who);
            }
        }
        several
    }

    /// The last person in view who is an official of a body, by the country or by an office there.
    #[must_use]
    pub fn last_of(&self, body: &str, roster: &[Actor]) -> Option<MemberId> {
        let serves = |member: &Member| {
            let roles = member.actor.map(|actor| roster[actor].roles.as_slice());
            roles
                .unwrap_or_default()
                .iter()
                .any(|role| role.of == body && self.date.is_none_or(|day| role.covers(day)))
        };
        self.focus
            .iter()
            .rev()
            .take_while(|focus| self.nearness(focus).is_some())
            .map(|focus| focus.who)
            .find(|&who| {
                let member = self.get(who);
                member.kind == ActorKind::Person
                    && (member.of.as_deref() == Some(body) || serves(member))
            })
    }

    /// The last holders, as many as *the pair*, *the three leaders*, *both sides* stand for: of those named
    /// `here`, then of those in view. One alone who is named here may only tell of the others, unless he
    /// leads a country: "the spokesman said the two had agreed".
    #[must_use]
    pub fn last_several(
        &self,
        rules: &Rules,
        several: Several,
        here: impl Iterator<Item = MemberId>,
    ) -> Vec<MemberId> {
        let Several { of, count } = several;
        let person = |who: MemberId| self.get(who).kind == ActorKind::Person;
        let body = |who: MemberId| {
            let kind = self.get(who).kind;
            matches!(kind, ActorKind::Country | ActorKind::Institution)
        };
        let leader = |who: MemberId| self.leading(rules, who).is_some();
        let mut named: Vec<MemberId> = Vec::new();
        for who in here.filter(|&who| person(who)) {
            named.retain(|other| *other != who);
            named.push(who);
        }
        if named.len() < count {
            named.retain(|&who| leader(who));
        }
        match of {
            Holding::Leaders => self.latest(rules, count, &named, leader),
            Holding::Persons => self.latest(rules, count, &named, person),
            Holding::Bodies => self.latest(rules, count, &[], body),
            Holding::Either => {
                let persons = self.latest(rules, count, &named, person);
                if persons.is_empty() {
                    self.latest(rules, count, &[], body)
                } else {
                    persons
                }
            }
        }
    }

    /// The group that was a subject or spoke in the sentence before, for *the countries*.
    #[must_use]
    pub fn last_group(&self) -> Option<MemberId> {
        let near = |focus: &&Focus| focus.sentence + 2 >= self.read && focus.weight >= MAIN;
        let is_group = |who: &MemberId| self.get(*who).kind == ActorKind::Collective;
        let mut recent = self.focus.iter().rev().filter(near).map(|focus| focus.who);
        recent.find(is_group)
    }

    /// The body, no office of a state, that was a subject or spoke in the last two sentences, or the only one named in
    /// the last, for *the union*.
    pub(in crate::attribution) fn last_body(&self, roster: &[Actor]) -> Option<MemberId> {
        let is_body = |who: MemberId| {
            let member = self.get(who);
            let free = member
                .actor
                .is_none_or(|at| roster[at].speaks_for.is_none());
            member.kind == ActorKind::Institution && free
        };
        let near = |focus: &&Focus| focus.sentence + 2 >= self.read && focus.weight >= MAIN;
        let mut recent = self.focus.iter().rev().filter(near);
        let acting = recent.find(|focus| is_body(focus.who));
        if let Some(focus) = acting {
            return Some(focus.who);
        }
        let mut named = self.last_sentence().map(|focus| focus.who);
        let only = named.find(|who| is_body(*who))?;
        named
            .all(|who| who == only || !is_body(who))
            .then_some(only)
    }

    /// "the White House" and "Washington": whether two bodies belong to one country.
    fn are_of_one_side(&self, rules: &Rules, one: MemberId, other: MemberId) -> bool {
        let side = |who: MemberId| {
            let member = self.get(who);
            let actor = member.actor.map(|at| &rules.actors.list[at])?;
            (member.kind != ActorKind::Person).then_some(actor.side.as_ref())?
        };
        side(one).is_some_and(|one| side(other) == Some(one))
    }

    /// The last ones that fit, of those named here and then of those in view, where there are as many.
    fn latest(
        &self,
        rules: &Rules,
        count: usize,
        here: &[MemberId],
        fits: impl Fn(MemberId) -> bool,
    ) -> Vec<MemberId> {
        let view = self.focus.iter().rev();
        let view = view.take_while(|focus| self.nearness(focus).is_some());
        let view = view.filter(|focus| focus.weight > 1).map(|focus| focus.who);
        let mut found: Vec<MemberId> = Vec::new();
        for who in here.iter().rev().copied().chain(view) {
            let apart =
                |other: &MemberId| *other != who && !self.are_of_one_side(rules, *other, who);
            if fits(who) && found.iter().all(apart) {
                found.push(who);
                if found.len() == count {
                    found.reverse();
                    return found;
                }
            }
        }
        Vec::new()
    }
}
