//! The shape of one sentence: noun groups, verb groups and clauses, found by closed word classes.
//!
//! In: a sentence of a text and the grammar of its language. Out: a tree of clauses, and answers to
//! the questions that attribution and stance ask of it. The questions are the seam: a better
//! parser replaces this one by answering them.

mod build;
mod groups;
mod tags;

use std::ops::Range;

use crate::grammar::Grammar;
use crate::text::Text;
use crate::words::Mark;

pub use groups::{Mood, NounGroup, VerbGroup};
pub use tags::Tag;

/// How a clause hangs on another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Stands by itself.
    Root,
    /// Is what the other says, wants or thinks: *that ...*
    Complement,
    /// *to do ...*
    Infinitive,
    /// *for doing ...*, *stopped doing ...*
    Gerund,
    /// *with Kyiv ceding ...*, *would mean Kyiv ceding ...*: what comes along, with a subject of its own.
    Absolute,
    /// *..., saying ...*
    Participle,
    /// *who ...*, *which ...*, *troops sent to ...*
    Relative,
    /// *because ...*, *while ...*
    Adverbial,
    /// *if ...*, *unless ...*
    Condition,
    /// *and did ...*: stands beside the other, under the same parent.
    Beside,
    /// *..., he said*
    Frame,
}

/// A clause: at most one verb group, its subjects, and how it hangs on another clause.
#[derive(Clone, Debug)]
pub struct Clause {
    /// The clause it hangs on.
    pub parent: Option<usize>,
    /// How.
    pub link: Link,
    /// The word that opens it, a conjunction or relative.
    pub opener: Option<usize>,
    /// Its verb group.
    pub verb: Option<usize>,
    /// Its subjects: several where they are listed.
    pub subjects: Vec<usize>,
    /// Noun groups set beside the subject: *Merz, the chancellor, said*.
    pub appositions: Vec<usize>,
    /// Its tokens, from the first to the last; tokens of other clauses may lie between.
    pub tokens: Range<usize>,
}

/// What the rules tell of words that head clauses.
pub struct Heads<'a> {
    /// Whether a token heads a reporting or thinking cue.
    pub reports: &'a dyn Fn(usize) -> bool,
    /// Whether a token heads a cue whose object is to do something: *urge Kyiv to*.
    pub commands: &'a dyn Fn(usize) -> bool,
    /// Whether a token heads a cue, a verb or a noun, whose clause tells its content: *demand that*.
    pub contents: &'a dyn Fn(usize) -> bool,
    /// Whether a token begins a full name right after another name: *in Rome Ann Smith*.
    pub begins_name: &'a dyn Fn(usize) -> bool,
    /// Where a known person's name ends that begins at a token.
    pub person_at: &'a dyn Fn(usize) -> Option<usize>,
    /// Whether a token belongs to the name of a country or another body, and to no person's.
    pub names_body: &'a dyn Fn(usize) -> bool,
    /// Whether a conjunction opens a condition.
    pub conditions: &'a dyn Fn(usize) -> bool,
}

/// A sentence's groups and clauses.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The sentence's tokens.
    pub tokens: Range<usize>,
    /// A tag for each.
    pub tags: Vec<Tag>,
    /// Noun groups, in order.
    pub nouns: Vec<NounGroup>,
    /// Verb groups, in order.
    pub verbs: Vec<VerbGroup>,
    /// Clauses; the first is the root.
    pub clauses: Vec<Clause>,
    /// The clause of each token.
    clause_of: Vec<usize>,
}

impl Shape {
    /// Reads the shape of the sentence at `tokens`; `names` tells what names and words of origin are
    /// tagged.
    #[must_use]
    pub fn read(
        text: &Text,
        tokens: Range<usize>,
        grammar: &Grammar,
        heads: &Heads<'_>,
        names: &dyn Fn(usize) -> Option<Tag>,
    ) -> Self {
        let tags = tags::tag(text, tokens.clone(), grammar, heads.reports, names);
        let groups = groups::group(text, tokens.start, &tags, grammar, heads);
        build::build(text, tokens, tags, groups, grammar, heads)
    }

    /// The clause of a token of the sentence.
    #[must_use]
    pub fn clause_at(&self, token: usize) -> usize {
        self.clause_of
            .get(token.wrapping_sub(self.tokens.start))
            .copied()
            .unwrap_or(0)
    }

    /// The tag of a token of the sentence.
    #[must_use]
    pub fn tag_at(&self, token: usize) -> Tag {
        self.tags
            .get(token.wrapping_sub(self.tokens.start))
            .copied()
            .unwrap_or(Tag::Noun)
    }

    /// Whether a comma stands right before a token of the sentence.
    #[must_use]
    pub fn follows_comma(&self, token: usize) -> bool {
        let before = token.checked_sub(1);
        before.is_some_and(|at| self.tag_at(at) == Tag::Mark(Mark::Comma))
    }

    /// The verb group of a clause.
    #[must_use]
    pub fn verb_of(&self, clause: usize) -> Option<&VerbGroup> {
        self.clauses.get(clause)?.verb.map(|verb| &self.verbs[verb])
    }

    /// The clauses from `clause` up to the root, itself first.
    pub fn ancestors(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(clause), |&at| {
            // A parent always stands before its child, but for a clause that precedes its main one.
            self.clauses[at].parent.filter(|&parent| parent != at)
        })
        .take(self.clauses.len() + 1)
    }

    /// Whether `clause` is `ancestor` or hangs on it through complements only.
    #[must_use]
    pub fn is_content_of(&self, clause: usize, ancestor: usize) -> bool {
        let mut at = clause;
        for _ in 0..=self.clauses.len() {
            if at == ancestor {
                return true;
            }
            match (self.clauses[at].link, self.clauses[at].parent) {
                (Link::Complement | Link::Infinitive | Link::Gerund, Some(parent)) => at = parent,
                _ => return false,
            }
        }
        false
    }

    /// The noun group that holds a token.
    #[must_use]
    pub fn noun_at(&self, token: usize) -> Option<usize> {
        self.nouns
            .iter()
            .position(|noun| noun.tokens.contains(&token))
    }

    /// Whether a noun group without preposition follows the verb in the clause: its object, or one of them.
    #[must_use]
    pub fn has_object(&self, clause: usize, verb: &VerbGroup) -> bool {
        self.nouns.iter().any(|noun| {
            noun.tokens.start >= verb.tokens.end
                && noun.preposition.is_none()
                && !noun.time
                && self.clause_at(noun.head) == clause
        })
    }

    /// The verb group that holds a token.
    #[must_use]
    pub fn verb_at(&self, token: usize) -> Option<usize> {
        self.verbs
            .iter()
            .position(|verb| verb.tokens.contains(&token))
    }

    /// Whether a condition holds the token: it, or what it hangs on, lies under *if*.
    #[must_use]
    pub fn in_condition(&self, token: usize) -> bool {
        self.ancestors(self.clause_at(token))
            .any(|at| self.clauses[at].link == Link::Condition)
    }

    /// The noun groups that *by* brings in as the doers of a passive verb group: *by A and B*.
    #[must_use]
    pub fn agents(&self, text: &Text, grammar: &Grammar, verb: usize) -> Vec<usize> {
        let after = self.verbs[verb].tokens.end;
        let clause = self.clause_at(self.verbs[verb].head);
        let first = self.nouns.iter().position(|noun| {
            noun.tokens.start >= after
                && self.clause_at(noun.head) == clause
                && noun
                    .preposition
                    .is_some_and(|p| grammar.by.contains(&text.tokens[p].word))
        });
        first.map(|noun| self.list_from(noun)).unwrap_or_default()
    }

    /// A noun group and those that a comma or coordinator joins to it.
    #[must_use]
    pub fn list_from(&self, noun: usize) -> Vec<usize> {
        let mut list = vec![noun];
        let mut coordinated = false;
        for next in noun + 1..self.nouns.len() {
            let between = self.nouns[next - 1].tokens.end..self.nouns[next].tokens.start;
            let joins = |tag: Tag| matches!(tag, Tag::Coord | Tag::Mark(Mark::Comma));
            if between.is_empty() || !between.clone().all(|at| joins(self.tag_at(at))) {
                break;
            }
            list.push(next);
            if between.into_iter().any(|at| self.tag_at(at) == Tag::Coord) {
                coordinated = true;
                break;
            }
        }
        if coordinated { list } else { vec![noun] }
    }

    /// The noun group's owner: *Merz's*, *his*, or with `of` and `from` after it.
    #[must_use]
    pub fn owner_words(&self, text: &Text, grammar: &Grammar, head: usize) -> Option<Range<usize>> {
        let noun = self.noun_at(head)?;
        let group = &self.nouns[noun];
        let before = group.tokens.start..head.min(group.tokens.end);
        if let Some(last) = before.clone().rev().find(|&at| text.tokens[at].possessive) {
            return Some(group.tokens.start..last + 1);
        }
        if let Some(pronoun) = before.clone().find(|&at| {
            grammar
                .pronoun(text.tokens[at].word)
                .is_some_and(|p| p.possessive)
        }) {
            return Some(pronoun..pronoun + 1);
        }
        let next = self.nouns.get(noun + 1)?;
        let links = next.preposition.is_some_and(|p| {
            p == group.tokens.end
                && (grammar.by.contains(&text.tokens[p].word)
                    || grammar.of.contains(&text.tokens[p].word))
        });
        links.then(|| next.tokens.clone())
    }
}
