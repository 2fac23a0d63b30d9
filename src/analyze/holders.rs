//! Everyone an article names, as tables show them.

use super::assemble::Assembler;
use crate::attribution::Member;
use crate::reading::Holder;
use crate::rules::ActorKind;

impl Assembler<'_> {
    /// Someone of the cast: name, office on the article's date, and whom they speak for.
    pub(super) fn holder(&self, member: &Member) -> Holder {
        let actor = member.actor.map(|number| &self.rules.actors.list[number]);
        let cast = &self.analysis.attributed.cast;
        let role = actor.and_then(|actor| {
            let role = actor
                .roles
                .iter()
                .find(|role| cast.date.is_some_and(|day| role.covers(day)))?;
            Some(format!(
                "{}, {}",
                self.body_name(&role.of),
                role.office.as_str().replace('-', " ")
            ))
        });
        let speaks_for =
            actor
                .and_then(|actor| actor.speaks_for.as_ref())
                .and_then(|(office, of)| {
                    let day = cast.date?;
                    let holder = self.rules.actors.list.iter().find(|other| {
                        other.roles.iter().any(|role| {
                            role.office == *office && role.of == *of && role.covers(day)
                        })
                    })?;
                    Some(holder.id.clone())
                });
        let short = actor.map_or_else(|| short_name(member), |actor| actor.short.clone());
        Holder {
            id: member.id.clone(),
            name: member.name.clone(),
            short,
            role,
            speaks_for,
            on_roster: actor.is_some(),
        }
    }

    fn body_name(&self, body: &str) -> String {
        self.rules.actors.bodies.get(body).map_or_else(
            || body.to_owned(),
            |&number| self.rules.actors.list[number].name.clone(),
        )
    }
}

fn short_name(member: &Member) -> String {
    match member.kind {
        ActorKind::Person => member
            .name
            .split_whitespace()
            .next_back()
            .unwrap_or(&member.name)
            .to_owned(),
        ActorKind::Institution | ActorKind::Collective | ActorKind::Country => member.name.clone(),
    }
}
