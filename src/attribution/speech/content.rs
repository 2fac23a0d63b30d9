//! What is said: the clauses and quotation marks that a cue takes.

use std::ops::Range;

use crate::attribution::CueAt;
use crate::attribution::speech::Speech;
use crate::clause::{Link, Tag};
use crate::rules::{Cue, CueHolder};
use crate::span::overlap;
use crate::statement::CueKind;
use crate::words::{Mark, Token};

/// Quotations of fewer words are scare quotes, titles or parts of a sentence: no speech by themselves.
pub(super) const SHORTEST_SPEECH: usize = 4;

impl Speech<'_> {
    /// What is said: the rest of the sentence where the report is set beside it, else what the cue
    /// takes; and quotations.
    pub(super) fn content(&self, at: &CueAt, cue: &Cue, verb: Option<usize>) -> Vec<Range<usize>> {
        let shape = self.shape();
        let clause = shape.clause_at(at.tokens.start);
        let framed = shape.clauses[clause].link == Link::Frame || self.echoes(clause, cue);
        let prepositional = !cue.noun && verb.is_none();
        let mut runs: Vec<Range<usize>> = Vec::new();
        if framed || prepositional {
            let own = if framed {
                self.subtree(clause)
            } else {
                self.set_phrase(at, cue)
            };
            push(&mut runs, shape.tokens.start..own.start);
            push(&mut runs, own.end..shape.tokens.end);
        } else {
            self.add_taken(at, cue, &mut runs);
            for run in &mut runs {
                run.end = self.report_beside(run).unwrap_or(run.end);
            }
        }
        self.add_quotes(at, &mut runs, clause, framed);
        if cue.takes.quote && verb.is_some() {
            runs.extend(self.quote_before(clause, runs.is_empty()));
        }
        merge(runs)
    }

    /// "told Rome that it would, the mayor said": where a report that is set beside all that stands before it begins
    /// among tokens.
    fn report_beside(&self, run: &Range<usize>) -> Option<usize> {
        let shape = self.shape();
        let inside = |at: usize| run.start < at && at < run.end;
        let framed = shape.clauses.iter().find_map(|clause| {
            let set_beside = clause.link == Link::Frame && inside(clause.tokens.start);
            let own = clause
                .parent
                .is_some_and(|above| shape.clauses[above].tokens.start < run.start);
            (set_beside && own && clause.tokens.end >= shape.tokens.end - 1)
                .then_some(clause.tokens.start)
        });
        // ", according to the mayor."
        let phrase = || {
            self.line.cues.iter().find_map(|at| {
                let cue = &self.rules.lexicon.cues[at.cue];
                let start = at.tokens.start;
                let plain = !cue.noun && shape.verb_at(start).is_none();
                let says = cue.kind == CueKind::Says && cue.holder == CueHolder::Object && plain;
                let apart = inside(start) && shape.tag_at(start - 1) == Tag::Mark(Mark::Comma);
                let last = says && apart && self.set_phrase(at, cue).end + 1 >= shape.tokens.end;
                last.then_some(start)
            })
        };
        framed.or_else(phrase)
    }

    /// "according to Smith": a set phrase with the speaker it names.
    fn set_phrase(&self, at: &CueAt, cue: &Cue) -> Range<usize> {
        let mut nouns = self.shape().nouns.iter();
        let named = nouns
            .find(|noun| noun.tokens.start >= at.tokens.end)
            .filter(|_| cue.holder == CueHolder::Object);
        at.tokens.start..named.map_or(at.tokens.end, |noun| noun.tokens.end)
    }

    /// The clauses that a cue takes; without one, its object to the end of the clause.
    fn add_taken(&self, at: &CueAt, cue: &Cue, runs: &mut Vec<Range<usize>>) {
        let shape = self.shape();
        let head = at.tokens.start;
        let clause = shape.clause_at(head);
        // "quoted Smith as saying that": a cue of two clauses takes what either does.
        let last = shape.clause_at(at.tokens.end - 1);
        for (at, child) in shape.clauses.iter().enumerate() {
            let takes = match child.link {
                Link::Complement => true,
                Link::Infinitive => cue.takes.to_verb,
                _ => false,
            };
            let own = child.parent == Some(clause) || child.parent == Some(last);
            if takes && own && child.tokens.start >= head {
                push(runs, self.subtree(at));
            }
        }
        if !cue.takes.noun || !runs.is_empty() || at.tokens.end >= shape.tokens.end {
            return;
        }
        // "after Smith's speech, Jones"
        if cue.noun && shape.tag_at(at.tokens.end) == Tag::Mark(Mark::Comma) {
            return;
        }
        let has_object = shape.nouns.iter().any(|noun| {
            (at.tokens.end..=at.tokens.end + 1).contains(&noun.tokens.start)
                && shape.clause_at(noun.head) == clause
        });
        // "called sending troops reckless"
        let names = !cue.takes.that_clause || cue.kind == CueKind::Thinks;
        let has_gerund = shape.clauses.iter().any(|child| {
            child.parent == Some(clause)
                && child.link == Link::Gerund
                && child.tokens.start == at.tokens.end
        });
        if has_object || names && has_gerund {
            // "called the plan to send troops reckless"
            let plans = shape.clauses.iter().filter(|child| {
                !cue.gives_nothing
                    && child.parent == Some(clause)
                    && matches!(child.link, Link::Infinitive | Link::Gerund)
                    && child.tokens.start >= at.tokens.end
            });
            let end = shape.clauses[clause].tokens.end.max(at.tokens.end);
            let end = plans.map(|child| child.tokens.end).fold(end, usize::max);
            push(runs, at.tokens.end..end);
        }
    }

    /// "As Smith pointed out, ...": a report that a conjunction sets beside what it reports.
    fn echoes(&self, clause: usize, cue: &Cue) -> bool {
        let shape = self.shape();
        let opener = shape.clauses[clause].opener;
        let takes_more = shape
            .clauses
            .iter()
            .any(|child| child.parent == Some(clause) && child.link == Link::Complement);
        cue.takes.that_clause
            && !cue.gives_nothing
            && shape.clauses[clause].link == Link::Adverbial
            && !takes_more
            && opener.is_some_and(|at| self.rules.grammar.echo.contains(&self.text.tokens[at].word))
    }

    /// The quotation that ends right before the subject and verb of a clause: *"...", he said*. Where
    /// a question mark or full stop ended its sentence, only for a cue that takes nothing else.
    fn quote_before(&self, clause: usize, alone: bool) -> Option<Range<usize>> {
        let shape = &self.line.shape;
        let verb = shape.verb_of(clause)?.tokens.start;
        let subjects = shape.clauses[clause].subjects.iter();
        let start = subjects
            .map(|&noun| shape.nouns[noun].tokens.start)
            .fold(verb, usize::min);
        let quote = self
            .text
            .quotes
            .iter()
            .rev()
            .find(|quote| quote.tokens.end < start)?;
        let is_word = |token: usize| self.text.tokens[token].is_word();
        let adjoins = quote.closed && !(quote.tokens.end..start).any(is_word);
        let same = self.text.sentences[self.sentence].paragraph
            == self.text.sentences[self.text.sentence_at(quote.tokens.start)].paragraph;
        let within = quote.tokens.end > shape.tokens.start;
        let fits = if within {
            self.pauses(quote.tokens.end)
        } else {
            alone
        };
        (adjoins && same && fits).then(|| quote.tokens.clone())
    }

    /// Whether a comma, question mark or the like stands beside a closing quotation mark.
    fn pauses(&self, close: usize) -> bool {
        let beside = [close.checked_sub(1), Some(close + 1)];
        beside.into_iter().flatten().any(|at| {
            let mark = self.text.tokens.get(at).and_then(Token::mark);
            mark.is_some_and(|mark| mark != Mark::Quote)
        })
    }

    /// Quotations that begin or end in the sentence belong to its speaker; they bring the
    /// sentences before and after that they run over.
    fn add_quotes(&self, at: &CueAt, runs: &mut Vec<Range<usize>>, clause: usize, framed: bool) {
        let shape = self.shape();
        let tokens = shape.tokens.clone();
        let inside = self.text.quote_at(at.tokens.start);
        for (number, quote) in self.text.quotes.iter().enumerate() {
            if !overlap(&quote.tokens, &tokens) || Some(number) == inside {
                continue;
            }
            let words = quote
                .tokens
                .clone()
                .filter(|&t| self.text.tokens[t].is_word())
                .count();
            let whole = words >= SHORTEST_SPEECH;
            let overlaps = runs.iter().any(|run| overlap(run, &quote.tokens));
            let follows = quote.tokens.start >= at.tokens.end
                && self.first_cue_of_root(at)
                && !self.is_told_above(clause, quote.tokens.start);
            let in_clause = shape.clause_at(quote.tokens.start.clamp(tokens.start, tokens.end - 1));
            let own = in_clause == clause || shape.is_content_of(in_clause, clause);
            let beyond = quote.tokens.start < tokens.start || quote.tokens.end > tokens.end;
            if overlaps && beyond
                || whole
                    && (framed || follows || own && quote.tokens.start > at.tokens.start || beyond)
            {
                push(runs, quote.tokens.clone());
            }
        }
    }

    /// "Asked about it, he said '...'": whether the verb above a participle reports, and stands between it and a quotation.
    fn is_told_above(&self, clause: usize, quote: usize) -> bool {
        let shape = self.shape();
        let own = &shape.clauses[clause];
        let above = own.parent.filter(|_| own.link == Link::Participle);
        above
            .and_then(|above| shape.verb_of(above))
            .is_some_and(|verb| {
                let between = own.tokens.end <= verb.tokens.start && verb.tokens.end <= quote;
                between
                    && self.line.cues.iter().any(|at| {
                        let kind = self.rules.lexicon.cues[at.cue].kind;
                        at.tokens.start == verb.head && kind == CueKind::Says
                    })
            })
    }

    /// Whether no other reporting cue stands before this one in the sentence.
    fn first_cue_of_root(&self, at: &CueAt) -> bool {
        let link = self.shape().clauses[self.shape().clause_at(at.tokens.start)].link;
        matches!(link, Link::Root | Link::Beside | Link::Participle)
    }

    /// All tokens of a clause and of those that hang on it, as one run.
    pub(super) fn subtree(&self, clause: usize) -> Range<usize> {
        let shape = self.shape();
        let mut run = shape.clauses[clause].tokens.clone();
        for (at, other) in shape.clauses.iter().enumerate() {
            // "said sending troops would be": its subject stands before it.
            let below = at != clause
                && other.link != Link::Frame
                && shape.ancestors(at).any(|a| a == clause);
            let sibling = at > clause
                && other.link == Link::Complement
                && other.parent == shape.clauses[clause].parent
                && other.tokens.start >= run.end;
            if below || sibling && other.tokens.start <= run.end + 1 {
                run = run.start.min(other.tokens.start)..run.end.max(other.tokens.end);
            }
        }
        run
    }

    pub(super) fn is_direct(&self, content: &[Range<usize>]) -> bool {
        let words = content
            .iter()
            .flat_map(Clone::clone)
            .filter(|&t| self.text.tokens.get(t).is_some_and(Token::is_word));
        let (mut all, mut quoted) = (0, 0);
        for token in words {
            all += 1;
            quoted += usize::from(self.text.quote_at(token).is_some());
        }
        quoted * 10 >= all * 8
    }
}

pub(super) fn push(runs: &mut Vec<Range<usize>>, run: Range<usize>) {
    if run.start < run.end {
        runs.push(run);
    }
}

pub(super) fn merge(mut runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    runs.sort_by_key(|run| (run.start, run.end));
    let mut merged: Vec<Range<usize>> = Vec::new();
    for run in runs {
        match merged.last_mut() {
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ => merged.push(run),
        }
    }
    merged
}
