//! What names and set phrases tell of the words in them, before a sentence is read.

use crate::clause::Tag;
use crate::grammar::Class;
use crate::phrase::Found;
use crate::rules::{ActorKind, Rules};
use crate::text::Text;
use crate::words::Mark;

/// Phrases of a sentence whose words are told by them: numbers of tokens.
pub(super) struct Phrases<'a> {
    /// The sentence's first token.
    pub(super) first: usize,
    pub(super) names: &'a [Found],
    pub(super) origins: &'a [Found],
    pub(super) denials: &'a [Found],
    pub(super) conditions: &'a [Found],
}

impl Phrases<'_> {
    /// "a minister, retired General Ann Smith": whether a word for what somebody was stands between a comma and a name
    /// or title.
    fn is_former(&self, rules: &Rules, text: &Text, token: usize) -> bool {
        let former = rules.actors.former.contains(&text.tokens[token].word);
        let parted = token > self.first && text.tokens[token - 1].mark() == Some(Mark::Comma);
        let named = text.tokens.get(token + 1).is_some_and(|next| next.capital);
        former && parted && named
    }

    /// The tag of a word that one of the phrases tells.
    pub(super) fn tag(&self, rules: &Rules, text: &Text, token: usize) -> Option<Tag> {
        let within = |found: &Found| (found.start..found.end).contains(&token);
        // "no longer", "by no means"; single words are told by their class.
        let denial = |found: &&Found| found.end - found.start > 1 && within(found);
        if let Some(found) = self.denials.iter().find(denial) {
            let opens = found.start == token;
            return Some(if opens { Tag::Not } else { Tag::Adv });
        }
        // "as long as": the first word alone opens the clause.
        let joins = |at: usize| rules.grammar.is(&text.tokens[at], Class::Subordinator);
        let goes_on = |found: &Found| {
            let mut rest = found.start + 1..found.end;
            let last = rest.rfind(|&at| joins(at)).filter(|_| joins(found.start));
            last.is_some_and(|last| found.start < token && token <= last)
        };
        if self.conditions.iter().any(goes_on) {
            return Some(Tag::Adv);
        }
        if self.is_former(rules, text, token) {
            return Some(Tag::Adj);
        }
        let open = rules.grammar.info(text.tokens[token].word).is_open();
        let is_name = self.names.iter().any(|found| {
            let inner = found.end - found.start > 1 || token > self.first;
            // "the coalition of the willing"
            let last = found.end - found.start > 1 && token + 1 == found.end;
            within(found) && (open || last || inner && text.tokens[token].capital)
        });
        // "the Greeks": an article before the word is none of its origin.
        let article = rules.grammar.definite.contains(&text.tokens[token].word);
        let of_origin = |found: &Found| within(found) && !(article && found.start == token);
        let is_origin = || self.origins.iter().any(of_origin);
        match (is_name, is_origin) {
            (true, _) => Some(Tag::Name),
            (false, is_origin) => is_origin().then_some(Tag::Adj),
        }
    }
}

/// Where a known person's name ends that begins at a token and that no other name runs into.
pub(super) fn person_at(rules: &Rules, names: &[Found], token: usize) -> Option<usize> {
    let person = names.iter().find(|name| {
        let actor = rules.actors.names[name.phrase.0 as usize].actor;
        name.start == token && rules.actors.list[actor].kind == ActorKind::Person
    });
    person
        .map(|name| name.end)
        .filter(|_| is_apart(names, token))
}

/// Whether no name runs into a token from before it.
pub(super) fn is_apart(names: &[Found], token: usize) -> bool {
    names
        .iter()
        .all(|name| name.start >= token || name.end <= token)
}

/// Whether a token stands in the name of a country or another body, and in no person's.
pub(super) fn is_body(rules: &Rules, names: &[Found], token: usize) -> bool {
    let actors = &rules.actors;
    let of_token = |name: &&Found| (name.start..name.end).contains(&token);
    let kind = |name: &Found| actors.list[actors.names[name.phrase.0 as usize].actor].kind;
    let mut kinds = names.iter().filter(of_token).map(kind).peekable();
    kinds.peek().is_some() && kinds.all(|kind| kind != ActorKind::Person)
}
