//! Attributions as other programs read them: characters of the decoded text.
//!
//! In: who speaks in an article. Out: one record for each act of saying or thinking, and for each
//! wish whose subject is named. Nothing new is found here. What stands in quotation marks is one
//! speaker's words, so a cue inside them gives no record of its own, and a quotation that goes on
//! after its cue belongs to the record of that cue. An act of which nobody is named gives none.

use std::collections::BTreeSet;
use std::iter;
use std::ops::Range;

use crate::article::Article;
use crate::attribution::{Attributed, Attribution, CueAt, Line, MemberId, Mention};
use crate::clause::{Link, Tag};
use crate::id::ActorId;
use crate::reading::AttributionRecord;
use crate::rules::{CueHolder, Rules};
use crate::span::Offsets;
use crate::statement::CueKind;
use crate::text::Text;
use crate::words::Token;

/// An attribution in tokens, on its way to a record.
struct Said {
    content: Vec<Range<usize>>,
    source: Range<usize>,
    cue: Option<Range<usize>>,
    holders: Vec<Mention>,
}

/// Which attributions are recorded, and whom they name.
#[derive(Clone, Copy, Debug, Default)]
pub struct Recorded {
    /// Those within what another says too: *X said Y wanted*.
    pub nested: bool,
    /// Private persons by name.
    pub private: bool,
}

/// The attributions of an article, by the place of their content.
pub(super) fn records(
    rules: &Rules,
    article: &Article,
    text: &Text<'_>,
    attributed: &Attributed,
    recorded: Recorded,
) -> Vec<AttributionRecord> {
    let speakers = Speakers {
        rules,
        article,
        text,
        attributed,
        offsets: Offsets::new(&article.source),
        recorded,
    };
    let mut said = speakers.said();
    let heads: BTreeSet<usize> = said
        .iter()
        .filter_map(|one| one.cue.as_ref().map(|cue| cue.start))
        .collect();
    for (sentence, line) in attributed.lines.iter().enumerate() {
        // A verb that says and wants is one act.
        let wishes = line
            .cues
            .iter()
            .filter(|at| !heads.contains(&at.tokens.start));
        said.extend(wishes.filter_map(|at| speakers.wished(sentence, line, at)));
    }
    if !recorded.nested {
        said = outermost(said);
    }
    let mut records: Vec<_> = said.iter().filter_map(|one| speakers.record(one)).collect();
    records.sort_by(|one, other| (&one.content, &one.cue).cmp(&(&other.content, &other.cue)));
    records.dedup();
    records
}

struct Speakers<'a> {
    rules: &'a Rules,
    article: &'a Article,
    text: &'a Text<'a>,
    attributed: &'a Attributed,
    offsets: Offsets,
    recorded: Recorded,
}

impl Speakers<'_> {
    /// What is said and thought, in the order of the cues.
    fn said(&self) -> Vec<Said> {
        let mut found: Vec<&Attribution> = self
            .attributed
            .attributions
            .iter()
            .filter(|one| self.stands_outside_quotes(one.cue.as_ref()))
            .collect();
        found.sort_by_key(|one| place_of(one));
        let mut said: Vec<Said> = Vec::new();
        for one in found {
            let Some(source) = one.source.clone() else {
                continue;
            };
            let content = self.only_quoted(one);
            let goes_on = said.last_mut().filter(|last| {
                one.cue.is_none() && last.source == source && self.is_quoted(&last.content)
            });
            if let Some(last) = goes_on {
                last.content.extend(content);
                continue;
            }
            said.push(Said {
                content,
                source,
                cue: one.cue.as_ref().map(|at| at.tokens.clone()),
                holders: one.speakers.clone(),
            });
        }
        said
    }

    fn stands_outside_quotes(&self, cue: Option<&CueAt>) -> bool {
        cue.is_none_or(|at| self.text.quote_at(at.tokens.start).is_none())
    }

    fn is_quoted(&self, content: &[Range<usize>]) -> bool {
        let last = content.last();
        last.is_some_and(|run| self.text.quote_at(run.start).is_some())
    }

    /// The content; of direct speech only what stands between quotation marks.
    fn only_quoted(&self, one: &Attribution) -> Vec<Range<usize>> {
        if !one.direct && !self.follows_quote(one) {
            return one.content.clone();
        }
        let quotes = self.text.quotes.iter().map(|quote| &quote.tokens);
        let within = quotes.flat_map(|quote| {
            one.content.iter().filter_map(|run| {
                let common = run.start.max(quote.start)..run.end.min(quote.end);
                (common.start < common.end).then_some(common)
            })
        });
        within.collect()
    }

    /// Whether the cue follows a quotation that fills what is said before it: `"...", she said`.
    fn follows_quote(&self, one: &Attribution) -> bool {
        let (Some(run), Some(at)) = (one.content.first(), &one.cue) else {
            return false;
        };
        let is_word = |token: &usize| self.text.tokens.get(*token).is_some_and(Token::is_word);
        let mut words = run.clone().filter(is_word);
        run.end <= at.tokens.start && words.all(|token| self.text.quote_at(token).is_some())
    }

    /// A wish of a named subject, with what it takes.
    fn wished(&self, sentence: usize, line: &Line, at: &CueAt) -> Option<Said> {
        let cue = &self.rules.lexicon.cues[at.cue];
        let shape = &line.shape;
        let is_modal = matches!(shape.tag_at(at.tokens.start), Tag::Modal | Tag::Aux);
        let is_wish = cue.kind == CueKind::Wants && !cue.noun && !is_modal;
        if !is_wish || cue.holder != CueHolder::Subject || !self.stands_outside_quotes(Some(at)) {
            return None;
        }
        let verb = shape.verb_at(at.tokens.start)?;
        if shape.verbs[verb].passive {
            return None;
        }
        let clause = shape.clause_at(at.tokens.start);
        let subjects = &shape.clauses[clause].subjects;
        let groups = subjects.iter().map(|&noun| &shape.nouns[noun].tokens);
        let source = groups
            .cloned()
            .reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))?;
        let takes_only_verb = (cue.takes.object_to_verb || cue.takes.to_verb)
            && !cue.takes.noun
            && !cue.takes.that_clause;
        let taken = || (clause + 1..shape.clauses.len()).filter(|&at| is_taken(line, at, clause));
        if takes_only_verb && !taken().any(|at| shape.clauses[at].link == Link::Infinitive) {
            return None;
        }
        let end = (clause..shape.clauses.len())
            .filter(|&other| is_taken(line, other, clause))
            .map(|other| shape.clauses[other].tokens.end)
            .max()?;
        let mentions = &self.attributed.mentions[sentence];
        Some(Said {
            content: iter::once(at.tokens.end..end).collect(),
            source,
            cue: Some(at.tokens.clone()),
            holders: subjects
                .iter()
                .flat_map(|&noun| mentions[noun].iter().cloned())
                .collect(),
        })
    }

    fn record(&self, said: &Said) -> Option<AttributionRecord> {
        let characters = |run: &Range<usize>| self.characters(run);
        let content: Vec<_> = said.content.iter().filter_map(characters).collect();
        (!content.is_empty()).then(|| AttributionRecord {
            doc: self.article.id.clone(),
            content,
            source: characters(&said.source).into_iter().collect(),
            cue: said.cue.iter().filter_map(characters).collect(),
            holder: said
                .holders
                .first()
                .and_then(|mention| self.named(mention.who)),
        })
    }

    fn named(&self, who: MemberId) -> Option<ActorId> {
        let member = self.attributed.cast.get(who);
        (member.public || self.recorded.private).then(|| member.id.clone())
    }

    /// The characters of a run of tokens from its first word to its last; a whole quotation keeps
    /// its marks.
    fn characters(&self, run: &Range<usize>) -> Option<[usize; 2]> {
        let tokens = &self.text.tokens;
        let is_word = |at: &usize| tokens.get(*at).is_some_and(Token::is_word);
        let first = run.clone().find(is_word)?;
        let last = run.clone().rev().find(is_word)?;
        let mut span = self.text.span(first..last + 1);
        if let Some(quote) = self.text.quote_at(first) {
            let quote = &self.text.quotes[quote];
            if quote.tokens.start == first && quote.tokens.end <= run.end && quote.closed {
                span = span.join(quote.span);
            }
        }
        let place = self.offsets.place(&self.article.source, span);
        Some([place.start, place.end])
    }
}

/// Those whose cue stands in nobody else's content.
fn outermost(mut said: Vec<Said>) -> Vec<Said> {
    let contents: Vec<_> = said.iter().map(|one| one.content.clone()).collect();
    let is_nested = |cue: &Range<usize>| {
        let mut runs = contents.iter().flatten();
        runs.any(|run| run.start <= cue.start && cue.end <= run.end)
    };
    said.retain(|one| !one.cue.as_ref().is_some_and(is_nested));
    said
}

/// Where an attribution stands for those that go on after it: at its cue, or its content.
fn place_of(one: &Attribution) -> (usize, usize) {
    let content = one.content.first().map_or(0, |run| run.start);
    match &one.cue {
        Some(at) => (at.tokens.start.min(content), at.tokens.start),
        None => (content, content),
    }
}

/// Whether a clause is part of what a wish in `clause` takes.
fn is_taken(line: &Line, other: usize, clause: usize) -> bool {
    let shape = &line.shape;
    let mut above = shape.ancestors(other).take_while(|&at| at != clause);
    let hangs = shape.ancestors(other).any(|at| at == clause);
    hangs
        && above.all(|at| match shape.clauses[at].link {
            Link::Complement
            | Link::Infinitive
            | Link::Gerund
            | Link::Absolute
            | Link::Relative => true,
            Link::Root
            | Link::Participle
            | Link::Adverbial
            | Link::Condition
            | Link::Beside
            | Link::Frame => false,
        })
}
