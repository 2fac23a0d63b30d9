//! Whose act it is: its subject, its owner, or whoever speaks.

mod judges;
mod speaking;

use crate::attribution::{Attributed, Attribution, Mention};
use crate::clause::{Link, Mood, Tag};
use crate::grammar::{Class, Gender, VerbForm};
use crate::rules::{ActorKind, CueHolder, Rules};
use crate::stance::chain::Act;
use crate::statement::{CueKind, Grade, Stance};
use crate::text::Text;
use crate::words::Mark;

pub(super) struct Holders<'a> {
    pub(super) rules: &'a Rules,
    pub(super) text: &'a Text<'a>,
    pub(super) attributed: &'a Attributed,
    pub(super) sentence: usize,
    /// Where the matter begins.
    pub(super) place: usize,
}

/// Those whose act it is, and who of the speakers around says so.
#[derive(Clone, Debug, Default)]
pub(super) struct Held {
    pub(super) holders: Vec<Mention>,
    /// Whether the holder is the one who speaks.
    pub(super) own_words: bool,
}

impl<'a> Holders<'a> {
    /// Whoever speaks the words, by the innermost attribution that names someone; in a piece of
    /// opinion, where nobody else does, its author.
    pub(super) fn speaker(&self, around: &[&Attribution]) -> Held {
        let named = around.iter().find(|a| !a.speakers.is_empty());
        let Some(inner) = named.or(around.first()) else {
            return self.author().unwrap_or_default();
        };
        if around
            .first()
            .is_some_and(|inner| self.is_others_belief(inner) || self.is_others_words(inner))
        {
            return Held::default();
        }
        Held {
            holders: inner.speakers.clone(),
            own_words: true,
        }
    }

    /// "They think we want": a belief of others whom nobody knows.
    fn is_others_belief(&self, inner: &Attribution) -> bool {
        let pronoun = inner.source.as_ref().and_then(|source| {
            let word = self.text.tokens[source.end - 1].word;
            self.rules.grammar.pronoun(word)
        });
        inner.kind == CueKind::Thinks
            && inner.speakers.is_empty()
            && pronoun.is_some_and(|pronoun| pronoun.person == 3 && pronoun.gender != Gender::It)
    }

    /// "there are those who say", "colleagues who say", "some people tell me": words of several whom nobody knows.
    fn is_others_words(&self, inner: &Attribution) -> bool {
        let Some(source) = inner.source.clone().filter(|_| inner.speakers.is_empty()) else {
            return false;
        };
        let grammar = &self.rules.grammar;
        let first_person = |at: usize| {
            let pronoun = grammar.pronoun(self.text.tokens[at].word);
            pronoun.is_some_and(|pronoun| pronoun.person == 1)
        };
        let first = &self.text.tokens[source.start];
        // "critics say we should"
        let last = &self.text.tokens[source.end - 1];
        let plural = inner.cue.is_some()
            && grammar.looks_plural(self.text.slice(last.span))
            && !grammar.definite.contains(&first.word)
            && !grammar.is(last, Class::Collective);
        let several = plural
            || grammar.is(first, Class::Quantifier)
            || source.len() == 1 && grammar.is(first, Class::Determiner);
        // "as many have said"
        let before = source.start.checked_sub(1);
        let echoed = before.is_some_and(|at| grammar.echo.contains(&self.text.tokens[at].word));
        // "there are colleagues who say"
        let shape = &self.attributed.lines[inner.sentence].shape;
        let relative = inner.cue.as_ref().is_some_and(|cue| {
            shape.clauses[shape.clause_at(cue.tokens.start)].link == Link::Relative
        });
        inner.kind == CueKind::Says
            && (several || relative)
            && !echoed
            && !source.clone().any(first_person)
    }

    /// Who wrote the article, where it is opinion and the words are no quotation.
    fn author(&self) -> Option<Held> {
        let who = self.attributed.author?;
        let quoted = self.text.quote_at(self.place).is_some();
        (!quoted).then(|| Held {
            holders: vec![Mention::of_author(who, self.place)],
            own_words: true,
        })
    }

    /// Attributions whose content holds the token, the innermost first.
    pub(super) fn around(&self, token: usize) -> Vec<&'a Attribution> {
        let mut around: Vec<&Attribution> = self
            .attributed
            .attributions
            .iter()
            .filter(|a| a.covers(token))
            .collect();
        around.sort_by_key(|a| {
            let size: usize = a.content.iter().map(ExactSizeIterator::len).sum();
            (size, std::cmp::Reverse(a.sentence), distance(a))
        });
        around
    }

    /// Whose act it is.
    pub(super) fn of(&self, act: &Act<'_>, around: &[&Attribution]) -> Held {
        match act.cue.holder {
            CueHolder::Speaker => {
                let end = act.at.tokens.end;
                let named = match act.cue.kind {
                    CueKind::Judges => self.judge_beside(end, around),
                    _ => self.agent_beside(end, around),
                };
                named.unwrap_or_else(|| self.speaker(around))
            }
            CueHolder::Possessor => self.owner(act, around),
            CueHolder::Object if act.cue.kind == CueKind::Judges => self.judge(act, around),
            CueHolder::Object if act.cue.kind == CueKind::Wants => self.inside(act, around),
            CueHolder::Subject | CueHolder::By | CueHolder::Object => {
                if act.cue.noun {
                    return self.owner(act, around);
                }
                if let Some(apposed) = self.apposed(act) {
                    return self.group(apposed, around);
                }
                self.subject(act.clause, Some(act.at.tokens.start), around)
            }
        }
    }

    /// "met Smith, a supporter of": the group that a description behind a comma is set beside.
    fn apposed(&self, act: &Act<'_>) -> Option<usize> {
        let shape = &self.attributed.lines[self.sentence].shape;
        let start = act.at.tokens.start;
        let comma = start.checked_sub(1)?;
        // "is, like Smith, a supporter of"
        let verb = shape.verb_of(act.clause);
        if verb.is_some_and(|verb| verb.copula && verb.tokens.end <= start) {
            return None;
        }
        let described = shape.tag_at(start) == Tag::Det
            && comma >= shape.tokens.start
            && shape.tag_at(comma) == Tag::Mark(Mark::Comma);
        let mut nouns = shape.nouns.iter();
        let noun = nouns.position(|noun| noun.tokens.end == comma)?;
        (described && !self.mentions(noun).is_empty()).then_some(noun)
    }

    /// "what Kyiv wants is": whom the gap of a cue names first; where it names nobody, whoever speaks.
    fn inside(&self, act: &Act<'_>, around: &[&Attribution]) -> Held {
        let nouns = &self.attributed.lines[self.sentence].shape.nouns;
        let own = &act.at.tokens;
        let mut inside = (0..nouns.len())
            .filter(|&noun| own.contains(&nouns[noun].head) && nouns[noun].tokens.end < own.end)
            .filter(|&noun| {
                let head = &self.text.tokens[nouns[noun].head];
                !self.rules.grammar.is(head, Class::Question)
            });
        inside
            .next()
            .map_or_else(|| self.speaker(around), |noun| self.group(noun, around))
    }

    /// The subject of a clause; for a passive, whom *by* names.
    pub(super) fn subject(
        &self,
        clause: usize,
        at: Option<usize>,
        around: &[&Attribution],
    ) -> Held {
        let shape = &self.attributed.lines[self.sentence].shape;
        let verb = shape.clauses[clause].verb;
        let in_verb =
            at.is_none_or(|at| verb.is_some_and(|verb| shape.verbs[verb].tokens.contains(&at)));
        if let Some(verb) = verb.filter(|&verb| in_verb && shape.verbs[verb].passive) {
            return self.groups(&shape.agents(self.text, &self.rules.grammar, verb), around);
        }
        let subjects = &shape.clauses[clause].subjects;
        if self.is_cleft_denied(clause) {
            return Held::default();
        }
        let held = self.groups(subjects, around);
        if held.holders.is_empty()
            && let Some(parent) = self.signer(clause)
        {
            return self.groups(&shape.clauses[parent].subjects, around);
        }
        if held.holders.is_empty() && subjects.is_empty() && self.is_imperative(clause) {
            return self.speaker(around);
        }
        held
    }

    /// "It is not Smith who wants it": whether a clause tells of whom it is denied.
    fn is_cleft_denied(&self, clause: usize) -> bool {
        let shape = &self.attributed.lines[self.sentence].shape;
        let own = &shape.clauses[clause];
        let ([subject], Some(parent)) = (&own.subjects[..], own.parent) else {
            return false;
        };
        let start = shape.nouns[*subject].tokens.start;
        own.link == Link::Relative
            && shape.verb_of(parent).is_some_and(|verb| {
                verb.copula && verb.nots.len() % 2 == 1 && verb.tokens.end == start
            })
    }

    /// A finite verb in base form without a subject, in somebody's words: *make the deal*.
    pub(super) fn is_imperative(&self, clause: usize) -> bool {
        let shape = &self.attributed.lines[self.sentence].shape;
        shape.clauses[clause].link != Link::Infinitive
            && shape.verb_of(clause).is_some_and(|verb| {
                verb.modal.is_none() && shape.tag_at(verb.head) == Tag::Verb(VerbForm::Base)
            })
    }

    fn mentions(&self, noun: usize) -> &'a [Mention] {
        &self.attributed.mentions[self.sentence][noun]
    }

    fn groups(&self, nouns: &[usize], around: &[&Attribution]) -> Held {
        let mut held = Held::default();
        for &noun in nouns {
            let one = self.group(noun, around);
            held.own_words |= one.own_words;
            for mention in one.holders {
                if held.holders.iter().all(|m| m.who != mention.who) {
                    held.holders.push(mention);
                }
            }
        }
        held
    }

    /// Whom a noun group names; *I* and *we* are whoever speaks.
    fn group(&self, noun: usize, around: &[&Attribution]) -> Held {
        let group = &self.attributed.lines[self.sentence].shape.nouns[noun];
        let word = self.text.tokens[group.head].word;
        let pronoun = group
            .pronoun
            .then(|| self.rules.grammar.pronoun(word))
            .flatten();
        if pronoun.is_some_and(|pronoun| pronoun.person == 1) {
            return self.speaker(around);
        }
        if let Some(own) = self.own_body(noun, around) {
            return own;
        }
        if self.is_excepted(group.tokens.start) {
            return Held::default();
        }
        let named = self.mentions(noun);
        let shape = &self.attributed.lines[self.sentence].shape;
        let written = named.is_empty()
            && self.rules.grammar.info(word).is(Class::Expression)
            && !self.is_refused(shape.clause_at(group.head));
        let holders = if written {
            &self.attributed.owners[self.sentence][noun]
        } else {
            named
        };
        // "no president would": a title after *no* is nobody's; a name is somebody's.
        let words = &self.text.tokens[group.tokens.clone()];
        let denied = self.rules.grammar.any_is(words, &[Class::No]);
        // "not all of them": some of them, and not the body.
        let start = group.tokens.start;
        let partly = |mention: &Mention| {
            let person = self.attributed.cast.get(mention.who).kind == ActorKind::Person;
            !person && self.is_part(start)
        };
        let named = holders
            .iter()
            .filter(|mention| !denied || mention.grade == Grade::A)
            .filter(|mention| !partly(mention));
        Held {
            holders: named.cloned().collect(),
            own_words: false,
        }
    }

    /// "all but Norway": whether a word of contrast behind a quantity takes a group out of those it speaks of.
    fn is_excepted(&self, start: usize) -> bool {
        let grammar = &self.rules.grammar;
        start >= 2
            && grammar.contrast.contains(&self.text.tokens[start - 1].word)
            && grammar.is(&self.text.tokens[start - 2], Class::Quantifier)
    }

    /// "not all leaders": whether a group begins with words for a part of those it names.
    fn is_part(&self, start: usize) -> bool {
        let grammar = &self.rules.grammar;
        let first = &self.text.tokens[start];
        let before = start.checked_sub(1).map(|at| &self.text.tokens[at]);
        let denied = before.is_some_and(|before| grammar.is(before, Class::Not));
        denied && grammar.is(first, Class::Quantifier)
    }

    /// "signed a decree ruling out": the clause of whoever does something with a paper that says so.
    fn signer(&self, clause: usize) -> Option<usize> {
        let shape = &self.attributed.lines[self.sentence].shape;
        let own = &shape.clauses[clause];
        let paper = own.subjects.iter().chain(&own.appositions).any(|&noun| {
            let word = self.text.tokens[shape.nouns[noun].head].word;
            self.rules.grammar.info(word).is(Class::Expression)
        });
        let parent = own
            .parent
            .filter(|&parent| own.link == Link::Relative && paper && parent != clause)?;
        (!self.is_refused(parent)).then_some(parent)
    }

    /// "refused to sign", "did not sign": whether what a clause tells is not done.
    fn is_refused(&self, clause: usize) -> bool {
        let line = &self.attributed.lines[self.sentence];
        let shape = &line.shape;
        let denied = |at: usize| {
            shape
                .verb_of(at)
                .is_some_and(|verb| verb.nots.len() % 2 == 1)
        };
        let above = shape.clauses[clause]
            .parent
            .filter(|_| shape.clauses[clause].link == Link::Infinitive);
        let refuses = above
            .and_then(|above| shape.verb_of(above))
            .is_some_and(|verb| {
                line.cues.iter().any(|at| {
                    let cue = &self.rules.lexicon.cues[at.cue];
                    cue.side == Some(Stance::Opposes) && verb.tokens.contains(&at.tokens.start)
                })
            });
        denied(clause) || refuses || above.is_some_and(denied)
    }

    /// "his government would": whoever it is the government of, "our country": whoever speaks.
    fn own_body(&self, noun: usize, around: &[&Attribution]) -> Option<Held> {
        let group = &self.attributed.lines[self.sentence].shape.nouns[noun];
        let tokens = &self.text.tokens[group.tokens.clone()];
        let head = group.head - group.tokens.start;
        let bodies = self.rules.lexicon.own_bodies.find(tokens);
        bodies.iter().find(|found| found.end == head + 1)?;
        // "His administration has approved it", told by nobody: it is the government's.
        if around.is_empty() && !self.mentions(noun).is_empty() {
            return None;
        }
        let first = |token: usize| {
            let pronoun = self.rules.grammar.pronoun(self.text.tokens[token].word);
            pronoun.is_some_and(|pronoun| pronoun.person == 1)
        };
        if group.tokens.clone().any(first) {
            return Some(self.speaker(around));
        }
        let owners = self.attributed.owners[self.sentence][noun].clone();
        let official =
            |owner: &Mention| self.attributed.cast.get(owner.who).kind == ActorKind::Person;
        (!owners.is_empty() && owners.iter().all(official)).then_some(Held {
            holders: owners,
            own_words: false,
        })
    }

    /// The owner of a noun cue; without one, the subject of the verb it is the object of.
    fn owner(&self, act: &Act<'_>, around: &[&Attribution]) -> Held {
        let shape = &self.attributed.lines[self.sentence].shape;
        let start = act.at.tokens.start;
        let Some(noun) = shape
            .noun_at(start)
            .or_else(|| shape.noun_at(act.at.tokens.end - 1))
        else {
            return self.subject(act.clause, None, around);
        };
        let owners = &self.attributed.owners[self.sentence][noun];
        // "Smith confirmed Norway's refusal": an official of Norway's tells it.
        let subjects = &shape.clauses[act.clause].subjects;
        let officials = subjects.iter().flat_map(|&subject| self.mentions(subject));
        let mut officials = officials.filter(|one| {
            !owners.is_empty()
                && owners
                    .iter()
                    .all(|owner| self.speaks_for(one.who, owner.who))
        });
        if let Some(official) = officials.next() {
            return Held {
                holders: vec![official.clone()],
                own_words: false,
            };
        }
        if !owners.is_empty() {
            return Held {
                holders: owners.clone(),
                own_words: false,
            };
        }
        let group = &shape.nouns[noun];
        let first_person = group.tokens.clone().any(|token| {
            self.rules
                .grammar
                .pronoun(self.text.tokens[token].word)
                .is_some_and(|p| p.person == 1)
        });
        if first_person {
            return self.speaker(around);
        }
        // "a vow to stand by X" is not X's.
        let passes = |at: usize| {
            let verb = shape.verb_at(at).map(|verb| &shape.verbs[verb]);
            verb.is_none_or(|verb| verb.mood == Mood::Participle)
        };
        // "comments by X": the owner may follow the whole phrase.
        let after = shape.nouns.iter().position(|n| {
            n.tokens.start >= act.at.tokens.end
                && n.tokens.start <= act.at.tokens.end + 2
                && n.preposition
                    .is_some_and(|p| self.rules.grammar.by.contains(&self.text.tokens[p].word))
                && (act.at.tokens.end..n.tokens.start).all(passes)
        });
        if let Some(after) = after {
            return Held {
                holders: self.mentions(after).to_vec(),
                own_words: false,
            };
        }
        let verb = shape.verb_of(act.clause);
        match verb {
            // "listened to arguments for": what a preposition brings in is not its own.
            Some(verb) if verb.tokens.end <= start && !verb.copula && self.is_foreign(noun) => {
                Held::default()
            }
            Some(verb) if verb.tokens.end <= start && !verb.passive => {
                if verb.copula {
                    return self.speaker(around);
                }
                self.subject(act.clause, None, around)
            }
            Some(verb) if verb.tokens.end <= start => Held::default(),
            _ => {
                let named = self.mentions(noun);
                if named.is_empty() {
                    Held::default()
                } else {
                    Held {
                        holders: named.to_vec(),
                        own_words: false,
                    }
                }
            }
        }
    }

    /// Whether a noun group is what a preposition other than *of* brings in.
    fn is_foreign(&self, noun: usize) -> bool {
        let group = &self.attributed.lines[self.sentence].shape.nouns[noun];
        group.preposition.is_some_and(|preposition| {
            let word = self.text.tokens[preposition].word;
            !self.rules.grammar.of.contains(&word)
        })
    }
}

/// How far a report's cue is from what is said: of two reports of the same words the nearer is the inner one.
fn distance(attribution: &Attribution) -> usize {
    let first = attribution.content.first().map(|run| run.start);
    let cue = attribution.cue.as_ref().map(|cue| cue.tokens.start);
    let (Some(first), Some(cue)) = (first, cue) else {
        return 0;
    };
    first.abs_diff(cue)
}
