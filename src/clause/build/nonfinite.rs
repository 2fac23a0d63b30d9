//! Clauses of infinitives and participles, and whose act they are.

use crate::clause::build::Builder;
use crate::clause::groups::{Mood, Unit};
use crate::clause::{Link, Tag};
use crate::grammar::Class;
use crate::words::Mark;

impl Builder<'_> {
    pub(super) fn infinitive(&mut self, verb: usize) {
        if self.coordinated()
            && let Some(at) = self
                .stack
                .iter()
                .rposition(|&at| self.shape.clauses[at].link == Link::Infinitive)
        {
            self.open_beside(at, verb);
            return;
        }
        if self.lists_infinitives(verb) {
            self.open_beside(self.stack.len() - 1, verb);
            return;
        }
        let object = self.close_set_off().or(self.loose.map(|loose| loose.noun));
        // "wanted the war to end and the talks to begin": both are wanted.
        let twin = self.shape.clauses[self.top()].link == Link::Infinitive
            && self.loose.is_some_and(|loose| loose.coord)
            && self.has_own_subject(self.top());
        let parted = self.subject_before_participle(verb);
        if twin || parted.is_some() {
            self.stack.pop();
        }
        let top = self.top();
        let done_to = parted.or_else(|| self.subject_behind_for(verb));
        let subjects = match object {
            _ if done_to.is_some() => done_to.into_iter().collect(),
            Some(object) if twin || self.commands(top, object) => vec![object],
            _ => self.shape.clauses[top].subjects.clone(),
        };
        let start = self.shape.verbs[verb].tokens.start;
        let clause = self.open(Some(top), Link::Infinitive, Some(start));
        self.clause(clause).subjects = subjects;
        if let Some(object) = object.filter(|_| twin) {
            for at in self.shape.nouns[object].tokens.start..start {
                self.assign(at, clause);
            }
        }
        self.fill(clause, verb);
    }

    /// "to starve the town, to take the port": whether a comma parts an infinitive from the open one at the top.
    fn lists_infinitives(&self, verb: usize) -> bool {
        let open = self.shape.clauses[self.top()].link == Link::Infinitive;
        open && self
            .shape
            .follows_comma(self.shape.verbs[verb].tokens.start)
    }

    /// Whether a clause has another subject than the one above it.
    fn has_own_subject(&self, clause: usize) -> bool {
        let clause = &self.shape.clauses[clause];
        let above = clause
            .parent
            .map(|above| &self.shape.clauses[above].subjects);
        above.is_some_and(|above| *above != clause.subjects)
    }

    /// "called for the ban on arms to be lifted", "for the shelling to stop": the noun group behind *for* that
    /// an infinitive right after it, or after what hangs on it, has for its subject, where it has no object.
    fn subject_behind_for(&self, verb: usize) -> Option<usize> {
        let group = &self.shape.verbs[verb];
        let objectless = || {
            let mut rest = self
                .units
                .iter()
                .skip_while(|&&unit| unit != Unit::Verb(verb));
            !matches!(rest.nth(1), Some(Unit::Noun(_) | Unit::Verb(_)))
        };
        let head = self
            .head_before(group.tokens.start)
            .filter(|_| group.passive || objectless())?;
        self.is_doer(head).then_some(head)
    }

    /// "called for the sanctions imposed by Rome to be lifted": the noun group behind *for* whose participle stands
    /// before the infinitive.
    fn subject_before_participle(&self, verb: usize) -> Option<usize> {
        let top = self.top();
        let reduced = self.shape.verb_of(top).filter(|verb| {
            self.shape.clauses[top].link == Link::Relative && verb.mood == Mood::Participle
        })?;
        let head = self.head_before(reduced.tokens.start)?;
        let passive = self.shape.verbs[verb].passive;
        (passive && self.is_doer(head)).then_some(head)
    }

    /// "for sanctions to be lifted": whether the noun group's preposition makes it the subject of an infinitive.
    fn is_doer(&self, noun: usize) -> bool {
        let preposition = self.shape.nouns[noun].preposition;
        preposition.is_some_and(|at| self.grammar.doing.contains(&self.text.tokens[at].word))
    }

    /// The noun group right before a token, or that which it hangs on by prepositions, alone or last of several:
    /// "the ban on arms", "the ban on tanks and shells". A preposition of that one is no part of it.
    pub(super) fn head_before(&self, token: usize) -> Option<usize> {
        let nouns = &self.shape.nouns;
        let mut head = nouns.iter().position(|noun| noun.tokens.end == token)?;
        while let Some(before) = head.checked_sub(1)
            && nouns[head].preposition.is_none()
            && nouns[before].tokens.end + 1 == nouns[head].tokens.start
            && matches!(
                self.shape.tag_at(nouns[before].tokens.end),
                Tag::Coord | Tag::Mark(Mark::Comma)
            )
        {
            head = before;
        }
        while let Some(above) = head.checked_sub(1)
            && nouns[head].preposition == Some(nouns[above].tokens.end)
            && nouns[above]
                .preposition
                .is_none_or(|at| at + 1 >= nouns[above].tokens.start)
            && !nouns[above].pronoun
        {
            if self.is_doer(head) {
                break;
            }
            head = above;
        }
        Some(head)
    }

    /// Whether the clause's verb makes its object do what the infinitive says: "urged Kyiv to yield",
    /// not "used a speech to urge". A person or body that a verb acts upon is taken to act.
    fn commands(&self, clause: usize, object: usize) -> bool {
        let Some(verb) = self.shape.verb_of(clause) else {
            return false;
        };
        let acts = self.shape.tag_at(self.shape.nouns[object].head) == Tag::Name
            || self.shape.nouns[object].pronoun;
        (self.commands)(verb.head)
            || acts && !self.visits(clause)
            || self.shape.clauses[clause].subjects.is_empty()
    }

    /// Whether a clause tells of going, meeting and the like, and not of what its object is to do.
    fn visits(&self, clause: usize) -> bool {
        let verb = self.shape.verb_of(clause).filter(|verb| !verb.passive);
        verb.is_some_and(|verb| {
            self.grammar
                .is(&self.text.tokens[verb.head], Class::Visiting)
        })
    }

    pub(super) fn ing(&mut self, number: usize, verb: usize) {
        let top = self.top();
        let before = number.checked_sub(1).map(|at| self.units[at]);
        let start = self.shape.verbs[verb].tokens.start;
        let subjects = self.shape.clauses[top].subjects.clone();
        if let Some(Unit::Prep(token)) = before
            && let Some(at) = self.gerund_of(token)
        {
            let clause = self.open_beside(at, verb);
            return self.assign(token, clause);
        }
        if let Some(Unit::Prep(token)) = before {
            let blamed = self.blamed_before(number, token);
            let clause = self.open(Some(top), Link::Gerund, Some(token));
            self.clause(clause).subjects = blamed.map_or(subjects, |noun| vec![noun]);
            self.assign(token, clause);
            return self.fill(clause, verb);
        }
        if self.coordinated()
            && let Some(at) = self.stack.iter().rposition(|&at| {
                self.shape
                    .verb_of(at)
                    .is_some_and(|other| other.mood == Mood::Ing)
            })
        {
            self.open_beside(at, verb);
            return;
        }
        if self.comma
            && !self.coordinated()
            && let Some(at) = self.gerund_list(number)
        {
            self.open_beside(at, verb);
            return;
        }
        let after_noun = matches!(before, Some(Unit::Noun(_)));
        let (link, parent, subjects) = if let Some(doer) = self.doer_before_aside(number) {
            (Link::Absolute, top, vec![doer])
        } else if (self.comma || self.coordinated()) && !after_noun {
            // "..., he said, adding that": beside a report the participle is its speaker's.
            let framed = self
                .stack
                .iter()
                .position(|&at| self.shape.clauses[at].link == Link::Frame);
            let at = framed.or_else(|| {
                self.stack.iter().position(|&at| {
                    self.shape
                        .verb_of(at)
                        .is_none_or(|verb| verb.mood == Mood::Finite)
                })
            });
            let at = at.unwrap_or(0);
            self.stack.truncate(at + 1);
            let parent = self.top();
            (
                Link::Participle,
                parent,
                self.shape.clauses[parent].subjects.clone(),
            )
        } else if let Some(head) = self
            .head_before(start)
            .filter(|_| after_noun && !self.comma && self.shape.verbs[verb].passive)
        {
            // "against the ban on arms being lifted"
            (Link::Gerund, top, vec![head])
        } else if after_noun
            && (self.visits(top) && self.follows_goal(top, start) || self.follows_state(top, start))
        {
            // "flew to Rome hoping for more"
            (Link::Participle, top, subjects)
        } else if let Some((link, doer)) = self.doer_before(number, start) {
            (link, top, vec![doer])
        } else if after_noun {
            let antecedent = self.antecedent(start);
            (Link::Relative, top, antecedent.into_iter().collect())
        } else if self.has_verb(top) {
            (Link::Gerund, top, subjects)
        } else {
            (Link::Participle, top, Vec::new())
        };
        let clause = self.open(Some(parent), link, Some(start));
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
    }

    /// "for not acting and for failing to": the open clause of an *-ing* form that the same preposition as the one at
    /// `token` opens, where a conjunction stands before that.
    fn gerund_of(&self, token: usize) -> Option<usize> {
        let word = |at: usize| self.text.tokens[at].word;
        let alike = |opener: usize| word(opener) == word(token);
        let at = self.stack.iter().rposition(|&at| {
            let clause = &self.shape.clauses[at];
            clause.link == Link::Gerund && clause.opener.is_some_and(alike)
        });
        at.filter(|_| self.coord.is_some_and(|coord| coord + 1 == token))
    }

    /// "is on record opposing it", "was in Rome meeting Smith": whether the word right before a token is all that tells
    /// where or how the subject of a clause is.
    fn follows_state(&self, clause: usize, token: usize) -> bool {
        let Some(verb) = self.shape.verb_of(clause).filter(|verb| verb.copula) else {
            return false;
        };
        self.shape.nouns.iter().any(|noun| {
            let state = noun.preposition == Some(verb.tokens.end) && noun.tokens.len() == 1;
            state && noun.tokens.end == token
        })
    }

    /// Whether the name right before a token is what the verb of a clause takes, or where it leads to.
    fn follows_goal(&self, clause: usize, token: usize) -> bool {
        let Some(end) = self.shape.verb_of(clause).map(|verb| verb.tokens.end) else {
            return false;
        };
        let source = |at: usize| self.grammar.of.contains(&self.text.tokens[at].word);
        self.shape.nouns.iter().any(|noun| {
            let named = self.shape.tag_at(noun.head) == Tag::Name;
            let directly = match noun.preposition {
                Some(preposition) => preposition == end && !source(preposition),
                None => noun.tokens.start == end,
            };
            noun.tokens.end == token && named && directly
        })
    }

    /// "slammed Smith for sending": the object that has done what *for* tells.
    fn blamed_before(&self, number: usize, preposition: usize) -> Option<usize> {
        let Some(Unit::Noun(noun)) = number.checked_sub(2).map(|at| self.units[at]) else {
            return None;
        };
        let group = &self.shape.nouns[noun];
        let object = self
            .shape
            .verb_of(self.top())
            .is_some_and(|verb| verb.tokens.end == group.tokens.start && !verb.copula);
        let named = self.shape.tag_at(group.head) == Tag::Name;
        let word = &self.text.tokens[preposition].word;
        let adjoins = group.tokens.end == preposition;
        (object && named && adjoins && self.grammar.doing.contains(word)).then_some(noun)
    }

    /// The noun group right before an *-ing* form that is its doer, and not what it describes: "with Kyiv
    /// ceding land", "would mean Kyiv ceding land", "against Kyiv ceding land".
    fn doer_before(&self, number: usize, start: usize) -> Option<(Link, usize)> {
        let Some(Unit::Noun(noun)) = number.checked_sub(1).map(|at| self.units[at]) else {
            return None;
        };
        let group = &self.shape.nouns[noun];
        let named = self.shape.tag_at(group.head) == Tag::Name || group.pronoun;
        if group.tokens.end != start {
            return None;
        }
        let Some(preposition) = group.preposition else {
            return (named && self.has_verb(self.top())).then_some((Link::Gerund, noun));
        };
        let word = self.text.tokens[preposition].word;
        if named && self.grammar.gerund.contains(&word) {
            return Some((Link::Gerund, noun));
        }
        self.comes_along(noun).then_some((Link::Absolute, noun))
    }

    /// "with Kyiv ceding land", ", with soldiers leaving": whether a preposition brings in what comes along with
    /// the rest of the sentence.
    fn comes_along(&self, noun: usize) -> bool {
        let group = &self.shape.nouns[noun];
        let named = self.shape.tag_at(group.head) == Tag::Name || group.pronoun;
        group.preposition.is_some_and(|preposition| {
            let word = self.text.tokens[preposition].word;
            let apart = preposition > self.shape.tokens.start
                && matches!(self.shape.tag_at(preposition - 1), Tag::Mark(_));
            self.grammar.absolute.contains(&word) && (named || apart)
        })
    }

    /// "with some senators, among them Ann Smith, calling for": the doer of an *-ing* form that commas part from it.
    fn doer_before_aside(&self, number: usize) -> Option<usize> {
        let is_comma = |unit: &Unit| matches!(unit, Unit::Mark(at) if self.text.tokens[*at].mark() == Some(Mark::Comma));
        let (closing, before) = self.units[..number].split_last()?;
        let opened = before.iter().rposition(is_comma)?;
        let aside = |unit: &Unit| matches!(unit, Unit::Noun(_) | Unit::Prep(_) | Unit::Coord(_));
        let Some(Unit::Noun(noun)) = opened.checked_sub(1).map(|at| before[at]) else {
            return None;
        };
        let set_off = is_comma(closing) && before[opened + 1..].iter().all(aside);
        (set_off && self.comes_along(noun)).then_some(noun)
    }

    /// "by banning them, raising tariffs and lifting the cap": the open clause at the head of a list of
    /// *-ing* forms that goes on with the verb and ends with *and*.
    fn gerund_list(&self, number: usize) -> Option<usize> {
        let doing = |unit: &Unit| matches!(unit, Unit::Verb(verb) if self.shape.verbs[*verb].mood == Mood::Ing);
        let rest = &self.units[number + 1..];
        let finite = |unit: &Unit| matches!(unit, Unit::Verb(verb) if self.shape.verbs[*verb].mood == Mood::Finite);
        let until = rest.iter().position(finite).unwrap_or(rest.len());
        let ends = rest[..until]
            .windows(2)
            .any(|pair| matches!(pair[0], Unit::Coord(_)) && doing(&pair[1]));
        let open = self.stack.iter().rposition(|&at| {
            self.shape.clauses[at].link == Link::Gerund
                && self
                    .shape
                    .verb_of(at)
                    .is_some_and(|verb| verb.mood == Mood::Ing)
        });
        open.filter(|_| ends)
    }

    /// "while praising it", "when asked": whether a conjunction that opens no condition only brings in the participle right
    /// behind it. A past form there is one.
    pub(super) fn brings_participle(&mut self, number: usize) -> bool {
        let (Unit::Subord(token), Some(&Unit::Verb(verb))) =
            (self.units[number], self.units.get(number + 1))
        else {
            return false;
        };
        let group = &self.shape.verbs[verb];
        let adjoins = group.tokens.start == token + 1;
        // "when asked" is told to have been.
        let asked = self
            .grammar
            .asking
            .contains(&self.text.tokens[group.head].word);
        if !adjoins || (self.conditions)(token) && !asked {
            return false;
        }
        let past = self.may_be_participle(verb);
        let group = &mut self.shape.verbs[verb];
        match group.mood {
            Mood::Finite if past => group.passive = true,
            // No gerund of a verb before: "refused to condemn it while sending arms".
            Mood::Ing => {}
            mood => return mood == Mood::Participle,
        }
        group.mood = Mood::Participle;
        true
    }

    pub(super) fn participle(&mut self, number: usize, verb: usize) {
        let top = self.top();
        let start = self.shape.verbs[verb].tokens.start;
        if self.coordinated() && self.has_verb(top) {
            return self.beside(verb);
        }
        let after_noun = matches!(
            number.checked_sub(1).map(|at| self.units[at]),
            Some(Unit::Noun(_))
        );
        let subjects = if after_noun {
            self.last_noun_before(start).into_iter().collect()
        } else {
            Vec::new()
        };
        let link = if after_noun {
            Link::Relative
        } else {
            Link::Participle
        };
        // "said the sanctions imposed by Rome must": what is told is still to come.
        let told = self
            .loose
            .filter(|loose| subjects == [loose.noun] && !loose.comma && !loose.coord);
        if let Some(told) = told {
            self.deferred = Some((top, told));
        }
        let clause = self.open(Some(top), link, Some(start));
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
    }
}
