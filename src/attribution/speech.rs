//! Speech: which words are whose, by cue, quotation marks and nearness.

mod content;
mod interview;
mod labels;
mod uncued;
mod viewpoint;

use std::ops::Range;

use crate::attribution::{Attribution, CueAt, Line, Mention};
use crate::clause::{Link, Shape, Tag};
use crate::grammar::Class;
use crate::rules::{Cue, CueHolder, Rules};
use crate::statement::CueKind;
use crate::text::Text;

use self::content::{merge, push};

pub(super) use interview::interview;
pub(super) use labels::{label, name_before, name_behind};
pub(super) use uncued::{carry, go_on};

struct Speech<'a> {
    rules: &'a Rules,
    text: &'a Text<'a>,
    sentence: usize,
    line: &'a Line,
    mentions: &'a [Vec<Mention>],
    owners: &'a [Vec<Mention>],
}

/// The attributions whose cue stands in a sentence.
pub(super) fn sentence(
    rules: &Rules,
    text: &Text,
    sentence: usize,
    line: &Line,
    mentions: &[Vec<Mention>],
    owners: &[Vec<Mention>],
) -> Vec<Attribution> {
    let speech = Speech {
        rules,
        text,
        sentence,
        line,
        mentions,
        owners,
    };
    let mut found: Vec<Attribution> = Vec::new();
    for attribution in line.cues.iter().filter_map(|cue| speech.attribution(cue)) {
        // Two entries of one word say the same here, and "wrote in a post" says it once.
        let is_noun = |one: &Attribution| {
            let cue = one.cue.as_ref();
            cue.is_some_and(|at| rules.lexicon.cues[at.cue].noun)
        };
        let twin = found.iter().any(|other| {
            let same = other.cue.as_ref().map(|c| &c.tokens)
                == attribution.cue.as_ref().map(|c| &c.tokens);
            other.content == attribution.content
                && (same || is_noun(&attribution) && other.source == attribution.source)
        });
        if !twin {
            found.push(attribution);
        }
    }
    if found.is_empty() {
        found.extend(speech.viewpoint());
    }
    let kept = found.iter().filter(|one| !speech.is_occasion(one, &found));
    kept.cloned().collect()
}

impl Speech<'_> {
    fn shape(&self) -> &Shape {
        &self.line.shape
    }

    fn attribution(&self, at: &CueAt) -> Option<Attribution> {
        let cue = &self.rules.lexicon.cues[at.cue];
        if !cue.kind.is_reporting() {
            return None;
        }
        let shape = self.shape();
        let head = at.tokens.start;
        let verb = shape
            .verb_at(head)
            .filter(|&verb| shape.verbs[verb].head == head || !cue.noun);
        let owner = (cue.noun || cue.holder == CueHolder::Possessor)
            .then(|| shape.noun_at(if cue.noun { head } else { at.tokens.end - 1 }))
            .flatten()
            .filter(|&noun| !self.owners[noun].is_empty());
        let phrase = matches!(cue.holder, CueHolder::Object | CueHolder::Possessor);
        if verb.is_none() && !cue.noun && !phrase {
            return self.predicate(at, cue);
        }
        let (source, negated) = if cue.noun || verb.is_none() {
            (self.noun_source(at, cue), false)
        } else {
            let source = if cue.holder == CueHolder::Object {
                self.quoted(verb?)
            } else {
                self.verb_source(verb?)
            };
            let nobody = source.as_ref().is_some_and(|nouns| self.is_nobody(nouns));
            // "does not hide that": a negation that the cue spells out is its own.
            let nots = shape.verbs[verb?].nots.iter();
            let nots = nots.filter(|not| !at.tokens.contains(not)).count();
            let negated = nots % 2 == 1 || nobody;
            // "nobody should think that", "Rome should not think that": denied by whoever says so.
            match self.is_required(verb?) {
                true if !(negated && cue.raises) => return None,
                true => (None, negated),
                false => (source, negated),
            }
        };
        let content = self.content(at, cue, verb);
        if content.is_empty() {
            return None;
        }
        let direct = self.is_direct(&content);
        let speakers = match owner {
            Some(noun) => self.owners[noun].clone(),
            None => source
                .as_ref()
                .map(|nouns| self.named(nouns))
                .unwrap_or_default(),
        };
        Some(Attribution {
            sentence: self.sentence,
            kind: cue.kind,
            cue: Some(at.clone()),
            speakers,
            source: source.and_then(|nouns| self.source_span(&nouns)),
            content,
            direct,
            void: cue.gives_nothing || negated && !cue.raises || self.hypothetical(head),
            negated: negated && cue.raises,
        })
    }

    /// "Rome must realise that it cannot win": whether whoever says so wants it said or thought, and so
    /// thinks it.
    fn is_required(&self, verb: usize) -> bool {
        let group = &self.shape().verbs[verb];
        self.line.cues.iter().any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            cue.kind == CueKind::Wants
                && cue.holder == CueHolder::Speaker
                && at.tokens.start < group.head
                && (group.tokens.start..=group.head).contains(&at.tokens.end)
        })
    }

    /// "In an interview from Rome, she said", "claimed after Smith's statement that": whether a noun is only the
    /// occasion on which the subject of its clause speaks.
    fn is_occasion(&self, one: &Attribution, all: &[Attribution]) -> bool {
        let shape = self.shape();
        let noun = one.cue.as_ref().and_then(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            shape
                .noun_at(at.tokens.start)
                .filter(|_| cue.noun && cue.kind == one.kind)
        });
        let Some(group) = noun.map(|noun| &shape.nouns[noun]) else {
            return false;
        };
        let clause = shape.clause_at(group.head);
        let adjunct = group
            .preposition
            .is_some_and(|at| self.rules.grammar.is(&self.text.tokens[at], Class::Adjunct));
        let told = all
            .iter()
            .filter(|other| other.source.is_some())
            .any(|other| {
                other.cue.as_ref().is_some_and(|at| {
                    !self.rules.lexicon.cues[at.cue].noun
                        && shape.clause_at(at.tokens.start) == clause
                        && shape.verb_at(at.tokens.start).is_some()
                        && (at.tokens.start > group.head || adjunct && other.content == one.content)
                })
            });
        group.preposition.is_some() && told
    }

    /// "is adamant that", "are worried that": what the subject of a copula thinks.
    fn predicate(&self, at: &CueAt, cue: &Cue) -> Option<Attribution> {
        let shape = self.shape();
        let head = at.tokens.start;
        let clause = shape.clause_at(head);
        let verb = shape
            .verb_of(clause)
            .filter(|verb| verb.copula && verb.tokens.end <= head)?;
        let negated = verb.nots.len() % 2 == 1;
        let subjects = shape.clauses[clause].subjects.clone();
        let mut content: Vec<Range<usize>> = Vec::new();
        for (number, child) in shape.clauses.iter().enumerate() {
            let taken = child.link == Link::Complement && child.parent == Some(clause);
            if taken && child.tokens.start >= head {
                push(&mut content, self.subtree(number));
            }
        }
        // "two things are clear": nobody is clear.
        let things = subjects.iter().any(|&noun| {
            let head = &self.text.tokens[shape.nouns[noun].head];
            self.rules.grammar.placeholder.contains(&head.word)
        });
        if content.is_empty() || subjects.is_empty() || things {
            return None;
        }
        Some(Attribution {
            sentence: self.sentence,
            kind: cue.kind,
            cue: Some(at.clone()),
            speakers: self.named(&subjects),
            source: self.source_span(&subjects),
            direct: self.is_direct(&content),
            content: merge(content),
            void: cue.gives_nothing || negated && !cue.raises || self.hypothetical(head),
            negated: negated && cue.raises,
        })
    }

    /// *no one*, *no official*: whether nobody says it.
    fn is_nobody(&self, nouns: &[usize]) -> bool {
        let mut nouns = nouns.iter().map(|&noun| &self.shape().nouns[noun]);
        nouns.any(|group| {
            let first = &self.text.tokens[group.tokens.start];
            self.rules.grammar.is(first, Class::No)
        })
    }

    /// Whether the saying itself is only supposed: under *if*.
    fn hypothetical(&self, head: usize) -> bool {
        self.shape().in_condition(head)
    }

    fn named(&self, nouns: &[usize]) -> Vec<Mention> {
        let mut named: Vec<Mention> = Vec::new();
        for &noun in nouns {
            // "a memo that argues": whoever wrote it.
            let own = &self.mentions[noun];
            let head = &self.text.tokens[self.shape().nouns[noun].head];
            let paper = own.is_empty() && self.rules.grammar.is(head, Class::Expression);
            for mention in if paper { &self.owners[noun] } else { own } {
                if named.iter().all(|m| m.who != mention.who) {
                    named.push(mention.clone());
                }
            }
        }
        named
    }

    fn source_span(&self, nouns: &[usize]) -> Option<Range<usize>> {
        let first = nouns
            .iter()
            .map(|&n| self.shape().nouns[n].tokens.start)
            .min()?;
        let last = nouns
            .iter()
            .map(|&n| self.shape().nouns[n].tokens.end)
            .max()?;
        Some(first..last)
    }

    fn verb_source(&self, verb: usize) -> Option<Vec<usize>> {
        let shape = self.shape();
        let group = &shape.verbs[verb];
        if group.passive {
            let agents = shape.agents(self.text, &self.rules.grammar, verb);
            return (!agents.is_empty()).then_some(agents);
        }
        let clause = &shape.clauses[shape.clause_at(group.head)];
        let mut nouns = clause.subjects.clone();
        if nouns.len() == 1 && self.mentions[nouns[0]].is_empty() {
            // "The leader of the party, Ann Smith, said".
            nouns.extend(
                clause
                    .appositions
                    .iter()
                    .copied()
                    .filter(|&n| !self.mentions[n].is_empty()),
            );
        }
        (!nouns.is_empty()).then_some(nouns)
    }

    /// "The paper quoted Smith as saying", "Smith was quoted as saying": whose words another passes on.
    fn quoted(&self, verb: usize) -> Option<Vec<usize>> {
        let shape = self.shape();
        let group = &shape.verbs[verb];
        let subjects = shape.clauses[shape.clause_at(group.head)].subjects.clone();
        let mut nouns = shape.nouns.iter();
        let object = nouns
            .position(|noun| noun.tokens.start >= group.tokens.end)
            .filter(|&noun| shape.nouns[noun].tokens.start - group.tokens.end <= 1)
            .filter(|&noun| !group.passive && !self.mentions[noun].is_empty());
        match object {
            Some(object) => Some(vec![object]),
            None => (!subjects.is_empty()).then_some(subjects),
        }
    }

    /// The speaker of a noun or set phrase: its owner, *according to X*, *comments from X*.
    fn noun_source(&self, at: &CueAt, cue: &Cue) -> Option<Vec<usize>> {
        let shape = self.shape();
        if !cue.noun && cue.holder == CueHolder::Possessor {
            // "in his view"
            let noun = shape.noun_at(at.tokens.end - 1)?;
            if shape.tag_at(at.tokens.end) == Tag::Prep {
                // "in his assessment of the harvest"
                return None;
            }
            return (!self.owners[noun].is_empty()).then(|| vec![noun]);
        }
        if !cue.noun || cue.holder == CueHolder::Object {
            let next = shape
                .nouns
                .iter()
                .position(|noun| noun.tokens.start >= at.tokens.end)?;
            let near = shape.nouns[next].tokens.start - at.tokens.end <= 1;
            return near.then(|| vec![next]);
        }
        if let Some(words) = shape.owner_words(self.text, &self.rules.grammar, at.tokens.start) {
            let noun = shape
                .nouns
                .iter()
                .position(|noun| noun.tokens.contains(&words.start))?;
            return Some(vec![noun]);
        }
        // "had the view that": the subject of the verb that has it.
        let clause = shape.clause_at(at.tokens.start);
        shape
            .verb_of(clause)
            .filter(|verb| verb.tokens.end <= at.tokens.start && !verb.passive && !verb.copula)?;
        let subjects = shape.clauses[clause].subjects.clone();
        (!subjects.is_empty()).then_some(subjects)
    }
}
