//! Verbs in a list: what a second verb shares with the one before.

use crate::clause::build::Builder;
use crate::clause::groups::Mood;
use crate::clause::{Clause, Link, NounGroup, Tag};
use crate::grammar::{Class, VerbForm};
use crate::words::Mark;

impl Builder<'_> {
    /// "... and refused": a verb that shares the subject of one before.
    pub(super) fn beside(&mut self, verb: usize) {
        let bare = self.is_bare(verb);
        let fits = |builder: &Self, at: usize| {
            builder.shape.verb_of(at).is_some_and(|other| {
                let subjunctive = other.tokens.len() == 1
                    && matches!(builder.shape.tag_at(other.head), Tag::Verb(VerbForm::Base));
                let plain = other.mood == Mood::Infinitive || other.modal.is_some() || subjunctive;
                if bare {
                    plain
                } else {
                    other.mood == Mood::Finite
                }
            })
        };
        // "Kyiv, which seeks arms and opposes talks", but "Kyiv, which seeks arms, and opposed talks"
        let goes_on = |builder: &Self, at: usize| builder.is_set_off(at) && !builder.comma;
        // "knew why Rome hesitated, but refused": nor is it of what was known or asked.
        let asked = |builder: &Self, at: usize| builder.is_question(at) && builder.comma;
        let at = self
            .reports_on(verb)
            .or_else(|| {
                self.stack.iter().rposition(|&at| {
                    let inner = self.in_relative(at) || asked(self, at);
                    fits(self, at) && (!inner || goes_on(self, at))
                })
            })
            .or_else(|| self.stack.iter().rposition(|&at| fits(self, at)))
            .unwrap_or(self.stack.len() - 1);
        let sibling = self.stack[at];
        // "neither backs it nor sends arms": the conjunction denies, too.
        let denial = self.coord.filter(|&coord| {
            let word = &self.text.tokens[coord];
            self.grammar.is(word, Class::Not)
        });
        self.shape.verbs[verb].nots.extend(denial);
        let clause = self.open_beside(at, verb);
        if bare {
            self.inherit(sibling, clause);
        }
    }

    /// Opens a clause for a verb beside the clause at stack place `at`, which it is like in all else.
    pub(super) fn open_beside(&mut self, at: usize, verb: usize) -> usize {
        let Clause {
            parent,
            link,
            subjects,
            ..
        } = self.shape.clauses[self.stack[at]].clone();
        self.stack.truncate(at);
        let clause = self.open(parent, link, self.coord);
        self.clause(clause).subjects = subjects;
        self.fill(clause, verb);
        clause
    }

    /// "knew why Rome hesitated": whether a word of asking opens a clause of content.
    fn is_question(&self, clause: usize) -> bool {
        let Clause { link, opener, .. } = self.shape.clauses[clause];
        let asks = |at: usize| self.grammar.is(&self.text.tokens[at], Class::Question);
        link == Link::Complement && opener.is_some_and(asks)
    }

    /// Whether a clause is a relative one or hangs on one.
    fn in_relative(&self, clause: usize) -> bool {
        self.shape
            .ancestors(clause)
            .any(|at| self.shape.clauses[at].link == Link::Relative)
    }

    /// "said that Kyiv would yield, and called it": a second report goes with the first where the
    /// clause between only says what will be.
    fn reports_on(&self, verb: usize) -> Option<usize> {
        let group = &self.shape.verbs[verb];
        // "said Rome must not be allowed to win, and pledged": an infinitive has the modal of its clause.
        let mut open = self.stack.iter().rev();
        let nearest = open.find_map(|&at| {
            let verb = self.shape.verb_of(at)?;
            (verb.mood != Mood::Infinitive).then_some(verb)
        })?;
        let foretold = nearest.modal.is_some() || nearest.copula;
        // "said that it erred when it left, and called for": nor is it of what happened then.
        let aside = self.shape.clauses[self.top()].link == Link::Adverbial;
        // "said that it must stay, and voiced": what shares a modal would have no past form.
        let past = self.shape.tag_at(group.head) == Tag::Verb(VerbForm::Past);
        let apart = past && nearest.modal.is_some() && self.coordinated();
        // "said that it had erred but admitted": nor is it of what had been.
        let contrast = self.coord.is_some_and(|coord| {
            let word = &self.text.tokens[coord].word;
            self.grammar.contrast.contains(word)
        });
        let had = self
            .grammar
            .is(&self.text.tokens[nearest.tokens.start], Class::Have);
        let unlike = past && contrast && had && nearest.tokens.len() > 1;
        let reports = self.is_report(verb) && (foretold || self.comma || aside || unlike);
        // "would not stop or agree", "to stop and talk": a bare form shares the modal or *to*.
        let infinitive = self.shape.clauses[self.top()].link == Link::Infinitive;
        let shares = (nearest.modal.is_some() || infinitive) && self.is_bare(verb);
        if group.modal.is_some() || shares || !(reports || apart) {
            return None;
        }
        self.stack.iter().position(|&at| {
            self.shape.clauses[at].verb.is_some_and(|other| {
                self.is_report(other) && self.shape.verbs[other].mood == Mood::Finite
            })
        })
    }

    /// A bare second verb takes over the modal and negation of the first: "will not cede or swap".
    fn inherit(&mut self, from: usize, to: usize) {
        let Some(source) = self.shape.verb_of(from).cloned() else {
            return;
        };
        let Some(target) = self.shape.clauses[to].verb else {
            return;
        };
        // "Do not send words, send arms", "don't stop - and send arms": a comma alone, or a dash, sets an order against what
        // is denied.
        let dash = self.coord.is_some_and(|at| {
            at > self.shape.tokens.start && self.shape.tag_at(at - 1) == Tag::Mark(Mark::Dash)
        });
        let apart = dash || self.coord.is_none() && !self.is_listed_on(target);
        if apart && !source.nots.is_empty() {
            return;
        }
        let verb = &mut self.shape.verbs[target];
        verb.modal = verb.modal.or(source.modal);
        if verb.nots.is_empty() {
            verb.nots = source.nots;
        }
        verb.mood = source.mood;
    }

    /// "will not bend, break or yield": whether a list of bare verbs goes on behind the verb.
    fn is_listed_on(&self, verb: usize) -> bool {
        let behind = self.shape.verbs[verb].tokens.end - self.shape.tokens.start;
        let joins = |pair: &[Tag]| matches!(pair, [Tag::Coord, Tag::Verb(VerbForm::Base)]);
        self.shape.tags[behind..].windows(2).any(joins)
    }

    fn is_bare(&self, verb: usize) -> bool {
        let verb = &self.shape.verbs[verb];
        let at = verb.head - self.shape.tokens.start;
        verb.modal.is_none()
            && verb.tokens.len() <= 2
            && matches!(self.shape.tags[at], Tag::Verb(VerbForm::Base))
    }

    /// "A did, and B did": a clause with a subject of its own, beside the one before.
    pub(super) fn sibling(&mut self, noun: usize, verb: usize, outer: bool) {
        let level = if outer && (self.is_report(verb) || !self.in_content()) {
            0
        } else {
            // "did not want it to be lifted, but he wanted": a finite clause stands beside a finite one.
            let finite = |&at: &usize| {
                let link = self.shape.clauses[at].link;
                !matches!(link, Link::Infinitive | Link::Gerund | Link::Participle)
            };
            self.stack
                .iter()
                .rposition(finite)
                .unwrap_or(self.stack.len() - 1)
        };
        let beside = self.stack[level];
        self.stack.truncate(level);
        let Clause { parent, link, .. } = self.shape.clauses[beside].clone();
        let link = match link {
            Link::Infinitive | Link::Gerund | Link::Participle | Link::Relative => Link::Complement,
            other => other,
        };
        let opener = self.shape.nouns[noun].tokens.start;
        let clause = self.open(parent, link, Some(opener));
        self.clause(clause).subjects.push(noun);
        self.assign_group(noun, clause);
        self.fill(clause, verb);
    }

    /// "said if we want peace, we must arm": a report and the condition right behind it, which a comma parts from what
    /// is reported.
    pub(super) fn condition_told(&self) -> Option<(usize, usize)> {
        let report = self.top();
        let verb = self.shape.clauses[report].verb?;
        let group = &self.shape.verbs[verb];
        let mut clauses = self.shape.clauses.iter();
        let condition = clauses.rposition(|clause| {
            clause.link == Link::Condition
                && clause.parent == Some(report)
                && clause.opener == Some(group.tokens.end)
        })?;
        let told = self.is_report(verb) && group.mood == Mood::Finite;
        told.then_some((report, condition))
    }

    /// The clause that is reported under a condition.
    pub(super) fn tell_under(&mut self, report: usize, condition: usize, noun: usize, verb: usize) {
        let place = self.stack.iter().position(|&at| at == report);
        self.stack.truncate(place.map_or(1, |place| place + 1));
        let opener = self.shape.nouns[noun].tokens.start;
        let clause = self.open(Some(report), Link::Complement, Some(opener));
        self.clause(clause).subjects.push(noun);
        self.assign_group(noun, clause);
        self.fill(clause, verb);
        self.clause(condition).parent = Some(clause);
    }

    fn in_content(&self) -> bool {
        self.stack
            .iter()
            .any(|&at| self.shape.clauses[at].link == Link::Complement)
    }

    /// "thanked them for the arms, asked for more": whether a pronoun is never a subject.
    pub(super) fn is_object_only(&self, noun: usize) -> bool {
        let word = self.text.tokens[self.shape.nouns[noun].head].word;
        let pronoun = self.grammar.pronoun(word);
        pronoun.is_some_and(|pronoun| pronoun.object && !pronoun.subject)
    }

    /// "Smith, not Jones, said": whether a name is only denied, and takes no part in its clause.
    pub(super) fn is_contrasted(&self, group: &NounGroup) -> bool {
        let start = group.tokens.start;
        let first = self.shape.tokens.start;
        // "neither Smith nor Jones" are both subjects.
        let both = |at: usize| self.grammar.is(&self.text.tokens[at], Class::Determiner);
        let denied = start > first && self.shape.tag_at(start - 1) == Tag::Not && !both(start - 1);
        let apart =
            start < first + 2 || matches!(self.shape.tag_at(start - 2), Tag::Mark(_) | Tag::Coord);
        denied && apart && self.shape.tag_at(start) == Tag::Name
    }
}
