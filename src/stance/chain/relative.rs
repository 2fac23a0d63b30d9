//! Relative clauses and clauses that name on the way up: where they are left, and where the way goes on.

use std::ops::Range;

use crate::clause::{Link, Mood, Tag, VerbGroup};
use crate::grammar::Class;
use crate::matching::Match;
use crate::stance::chain::{Act, Climber};
use crate::statement::CueKind;

impl<'a> Climber<'a> {
    /// "which Norway wants to lift": the infinitive below a relative clause that lacks its object, which is
    /// what the relative stands for.
    pub(super) fn gap_below(&self, relative: usize) -> usize {
        let shape = self.shape();
        let lacks_object = |clause: usize| {
            let verb = shape.verb_of(clause);
            verb.is_some_and(|verb| !verb.passive && !shape.has_object(clause, verb))
        };
        let below = |&above: &usize| {
            let mut clauses = 0..shape.clauses.len();
            clauses.find(|&at| {
                let clause = &shape.clauses[at];
                at != above
                    && clause.link == Link::Infinitive
                    && clause.parent == Some(above)
                    && lacks_object(at)
            })
        };
        let way = std::iter::successors(Some(relative), below);
        way.take(shape.clauses.len()).last().unwrap_or(relative)
    }

    /// "condemned those who call for", "anyone who calls for it is naive": the words for whoever does what a relative clause
    /// tells, of whom the clause above speaks.
    pub(super) fn whoever(&self, clause: usize) -> Option<Range<usize>> {
        let shape = self.shape();
        let own = &shape.clauses[clause];
        let opener = &self.text.tokens[own.opener?];
        let noun = own.appositions.first().or(own.subjects.first())?;
        let group = &shape.nouns[*noun];
        let head = &self.text.tokens[group.head];
        let is_doer = own
            .parent
            .is_some_and(|above| self.is_subject(above, &group.tokens));
        let stands_for = if is_doer {
            self.grammar().anyone.contains(&head.word)
        } else {
            self.grammar().is(head, Class::Determiner)
        };
        let anyone = group.tokens.len() == 1 && stands_for;
        (anyone && self.grammar().is(opener, Class::Personal)).then(|| group.tokens.clone())
    }

    /// "wants sanctions lifted", "wants the arms handled apart": a participle right after the matter that ends or weakens
    /// it, or does nothing to it.
    pub(super) fn changed_beside(&self, noun: usize, matter: &Match) -> Vec<Act<'a>> {
        let shape = self.shape();
        let mut acts = Vec::new();
        // "the money frozen in Rome must go": what it is, and not what is done to it.
        let acts_itself = (0..shape.clauses.len()).any(|at| {
            let finite = shape
                .verb_of(at)
                .is_some_and(|verb| verb.mood == Mood::Finite);
            finite && shape.clauses[at].subjects.contains(&noun)
        });
        if acts_itself {
            return acts;
        }
        for (at, clause) in shape.clauses.iter().enumerate() {
            let Some(verb) = shape.verb_of(at) else {
                continue;
            };
            let beside = clause.link == Link::Relative
                && clause
                    .opener
                    .is_none_or(|opener| opener == verb.tokens.start)
                && clause.subjects.contains(&noun)
                && verb.mood == Mood::Participle;
            if !beside || matter.owns(verb.head) {
                continue;
            }
            acts.extend(
                self.cues
                    .iter()
                    .filter(|cue| cue.tokens.contains(&verb.head))
                    .find_map(|cue| {
                        let meaning = &self.rules.lexicon.cues[cue.cue];
                        let counts = meaning.kind == CueKind::Changes || meaning.gives_nothing;
                        counts.then_some(Act {
                            cue: meaning,
                            at: cue.clone(),
                            clause: at,
                        })
                    }),
            );
        }
        acts
    }

    /// "announced what he called a package": the clause only gives the matter a name.
    pub(super) fn is_naming(&self, clause: usize) -> bool {
        let shape = self.shape();
        let own = &shape.clauses[clause];
        let asks = |at: usize| {
            let info = self.grammar().info(self.text.tokens[at].word);
            info.is(Class::Question) && !info.is(Class::Subordinator)
        };
        let verb = own.verb.map(|verb| shape.verbs[verb].head);
        // "called for what he called": *what* stands before the clause, after a preposition or verb.
        let before = own.tokens.start.checked_sub(1);
        let before = before.filter(|&at| at >= shape.tokens.start);
        (own.opener.is_some_and(asks) || asks(own.tokens.start) || before.is_some_and(asks))
            && self.cues.iter().any(|cue| {
                let meaning = &self.rules.lexicon.cues[cue.cue];
                Some(cue.tokens.start) == verb && meaning.kind.is_reporting() && meaning.takes.noun
            })
    }

    /// "ruled out Kyiv joining", "want the shooting stopped": whether the match holds the verb of a
    /// relative clause and the noun before it.
    pub(super) fn holds_subject(
        &self,
        matter: &Match,
        clause: usize,
        own_verb: Option<usize>,
    ) -> bool {
        let shape = self.shape();
        shape.clauses[clause].link == Link::Relative
            && own_verb.is_some_and(|verb| {
                let verb = &shape.verbs[verb];
                matches!(verb.mood, Mood::Ing | Mood::Participle)
                    && matter.tokens.start < verb.tokens.start
            })
    }

    /// "Ukraine joining NATO is unrealistic": the clause is what the verb of its parent speaks of.
    pub(super) fn is_subject_gerund(&self, clause: usize, parent: usize) -> bool {
        let shape = self.shape();
        let doing = shape
            .verb_of(clause)
            .is_some_and(|verb| verb.mood == Mood::Ing);
        let before = shape
            .verb_of(parent)
            .is_some_and(|verb| verb.tokens.start >= shape.clauses[clause].tokens.end);
        let beside = shape.clauses[clause]
            .subjects
            .iter()
            .any(|noun| shape.clauses[parent].subjects.contains(noun));
        doing && before && beside
    }

    /// *includes*, *involves*: whether a verb tells what its subject holds.
    pub(super) fn holds_things(&self, verb: &VerbGroup) -> bool {
        let word = self.text.tokens[verb.head].word;
        self.grammar().containing.contains(&word)
    }

    /// "backed a plan that includes a truce": whether a relative clause only tells what a paper or demand holds.
    pub(super) fn tells_contents(&self, clause: usize) -> bool {
        let shape = self.shape();
        let own = &shape.clauses[clause];
        let verb = shape.verb_of(clause);
        let mut told = own.appositions.iter().chain(&own.subjects);
        let paper = |&noun: &usize| {
            let head = shape.nouns[noun].head;
            let wish = self
                .cues
                .iter()
                .any(|cue| cue.tokens.start == head && self.rules.lexicon.cues[cue.cue].noun);
            wish || self
                .grammar()
                .is(&self.text.tokens[head], Class::Expression)
        };
        own.link == Link::Relative
            && verb.is_some_and(|verb| self.holds_things(verb))
            && !self.is_set_off(clause)
            && told.any(|noun| paper(noun) || self.is_wished_for(*noun))
    }

    /// "any deal that would undermine": what the relative clause says is only supposed, so that it
    /// falls under what is said of the deal.
    pub(super) fn is_supposed(&self, clause: usize) -> bool {
        let shape = self.shape();
        let own = &shape.clauses[clause];
        let antecedents = own.appositions.iter().chain(&own.subjects);
        let any = antecedents.clone().any(|&noun| {
            let first = &self.text.tokens[shape.nouns[noun].tokens.start];
            self.grammar().is(first, Class::Supposing) || self.grammar().is(first, Class::No)
        });
        // "a resolution calling for": what a paper wants is wanted by who backs it.
        let mut papers = antecedents.map(|&noun| &self.text.tokens[shape.nouns[noun].head]);
        let reduced = own
            .opener
            .is_none_or(|at| matches!(shape.tag_at(at), Tag::Verb(_)));
        if reduced && papers.any(|head| self.grammar().is(head, Class::Expression)) {
            return true;
        }
        if self.tells_contents(clause) {
            return true;
        }
        let modal = |clause: usize| {
            let verb = shape.verb_of(clause);
            verb.is_some_and(|verb| verb.modal.is_some())
        };
        // "a deal that gives it away would be a disaster"
        let indefinite = own.appositions.iter().chain(&own.subjects).any(|&noun| {
            let first = &self.text.tokens[shape.nouns[noun].tokens.start];
            self.grammar().is(first, Class::Determiner)
                && !self.grammar().definite.contains(&first.word)
                && !self.grammar().is(first, Class::Possessive)
        });
        let wished = || {
            let mut nouns = own.appositions.iter().chain(&own.subjects);
            // "a truce proposed by Rome" is proposed.
            let finite = shape
                .verb_of(clause)
                .is_some_and(|verb| verb.mood == Mood::Finite);
            finite && !self.is_set_off(clause) && nouns.any(|&noun| self.is_wished_for(noun))
        };
        let supposed = indefinite && (own.parent.is_some_and(modal) || wished());
        own.opener.is_some() && (modal(clause) || any || supposed)
    }

    /// "wants a peace that lasts": whether a cue that tells what somebody wants stands right before a noun group.
    fn is_wished_for(&self, noun: usize) -> bool {
        let start = self.shape().nouns[noun].tokens.start;
        let mut cues = self.cues.iter();
        cues.any(|at| {
            let cue = &self.rules.lexicon.cues[at.cue];
            cue.kind == CueKind::Wants && cue.takes.noun && at.tokens.end == start
        })
    }

    /// "a zone, from which they would": whether a comma stands before what opens a clause.
    pub(super) fn is_set_off(&self, clause: usize) -> bool {
        let shape = self.shape();
        shape.clauses[clause].opener.is_some_and(|at| {
            let preposed = at
                .checked_sub(1)
                .filter(|&at| shape.tag_at(at) == Tag::Prep);
            shape.follows_comma(at) || preposed.is_some_and(|at| shape.follows_comma(at))
        })
    }
}
