//! Whom an epithet stands for: "the Bavarian leader" for somebody whom the article names.

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::resolve::Resolver;
use crate::clause::{NounGroup, Tag};
use crate::statement::Grade;

impl Resolver<'_> {
    /// "Smith flew to Rome. The Bavarian leader said": the one person named in the article who is called so on its day.
    pub(super) fn by_epithet(&self, group: &NounGroup, cast: &mut Cast) -> Option<Mention> {
        let actors = &self.rules.actors;
        if !self.is_definite(&group.tokens) || !self.is_one(group.head) {
            return None;
        }
        let is_former = |at: usize| actors.former.contains(&self.text.tokens[at].word);
        let mut called: Vec<usize> = Vec::new();
        for (at, number) in self.names.epithets_in(&group.tokens) {
            let epithet = actors.epithets[*number];
            let mut before = group.tokens.start + 1..at.start;
            let plain = before.all(|at| !is_former(at) && self.shape.tag_at(at) != Tag::Name);
            let current = cast.date.is_none_or(|day| epithet.covers(day));
            let named = cast.has_actor(epithet.actor) || self.named_anywhere(epithet.actor);
            if at.contains(&group.head) && plain && current && named {
                called.push(epithet.actor);
            }
        }
        called.dedup();
        let [actor] = called[..] else {
            return None;
        };
        Some(Mention {
            who: cast.actor(actor, &actors.list[actor]),
            grade: Grade::B,
            tokens: group.tokens.clone(),
        })
    }

    /// "the Ohio senator", "the senator": whom a title without a name means, instead of whoever is in view but is
    /// never called so.
    pub(super) fn rightly_called(
        &self,
        group: &NounGroup,
        mention: Mention,
        cast: &Cast,
    ) -> Option<Mention> {
        let words = &self.rules.actors.epithet_words;
        let Some(own) = cast.get(mention.who).actor.and_then(|who| words.get(&who)) else {
            return Some(mention);
        };
        if (group.tokens.start..group.head).any(|at| self.is_unknown_name(at)) {
            return None;
        }
        let title = self.text.tokens[group.head].word;
        let calls = |who: &MemberId| {
            let actor = cast.get(*who).actor;
            actor.is_some_and(|actor| words.get(&actor).is_some_and(|own| own.contains(&title)))
        };
        let mut others = (0..cast.members.len()).map(MemberId).filter(calls);
        if own.contains(&title) {
            return Some(mention);
        }
        match (others.next(), others.next()) {
            (None, _) => Some(mention),
            (Some(who), None) => Some(Mention { who, ..mention }),
            _ => None,
        }
    }

    fn is_unknown_name(&self, at: usize) -> bool {
        self.shape.tag_at(at) == Tag::Name
            && !self.names.is_titled(at)
            && self.names.within(&(at..at + 1)).next().is_none()
    }
}
