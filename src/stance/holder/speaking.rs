//! For whom somebody speaks: an official for a government, a party's own people for the party.

use crate::attribution::MemberId;
use crate::rules::{Actor, ActorKind};
use crate::stance::holder::Holders;

impl Holders<'_> {
    /// Whether what a speaker states is the holder's own, as the same one or as an official of theirs.
    pub(crate) fn is_or_speaks_for(&self, speaker: MemberId, holder: MemberId) -> bool {
        speaker == holder || self.speaks_for(speaker, holder)
    }

    /// Whether a speaker who states the holder's view holds it, as an official of that body or a member of that party.
    pub(crate) fn speaks_for(&self, speaker: MemberId, holder: MemberId) -> bool {
        let cast = &self.attributed.cast;
        let (one, other) = (cast.get(speaker), cast.get(holder));
        // "The Kremlin said it was unacceptable to Russia"
        let body = one.kind == ActorKind::Institution && other.kind == ActorKind::Country;
        if one.kind != ActorKind::Person && !body || other.kind == ActorKind::Person {
            return false;
        }
        let list = &self.rules.actors.list;
        let Some(actor) = other.actor else {
            return false;
        };
        let known = one.actor.map(|one| &list[one]);
        if known.is_some_and(|one| one.parties.contains(other.id.as_str())) {
            return true;
        }
        if other.kind == ActorKind::Collective {
            return one
                .of
                .as_ref()
                .is_some_and(|of| list[actor].members.contains(of));
        }
        let bodies = self.bodies(actor);
        let roles = known.map(|one| one.roles.as_slice()).unwrap_or_default();
        let in_office = roles
            .iter()
            .any(|role| bodies.contains(&&role.of) && cast.date.is_none_or(|day| role.covers(day)));
        let official = || one.of.as_ref().is_some_and(|of| bodies.contains(&of));
        in_office || !self.is_within_country(&list[actor]) && official()
    }

    /// The ids by which roles and officials can name a body: one body can go by several.
    fn bodies(&self, actor: usize) -> Vec<&String> {
        let actors = &self.rules.actors;
        let body = &actors.list[actor];
        let ids = actors.bodies.iter().filter(|&(_, &at)| at == actor);
        let seat = body.speaks_for.as_ref().map(|(_, of)| of);
        let side = body.side.as_ref().filter(|_| !self.is_within_country(body));
        ids.map(|(id, _)| id).chain(seat).chain(side).collect()
    }

    /// Whether a body is one of a country's, a party or a council: "the opposition wants", the chancellor said.
    fn is_within_country(&self, body: &Actor) -> bool {
        let actors = &self.rules.actors;
        let of = body.side.as_ref().and_then(|side| actors.bodies.get(side));
        let country = of.is_some_and(|&at| actors.list[at].kind == ActorKind::Country);
        body.kind == ActorKind::Institution && country
    }
}
