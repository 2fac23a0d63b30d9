//! Attributions as other programs read them: characters of the decoded text.
//!
//! In: who speaks in an article. Out: one record for each act of saying or thinking, and for each
//! wish whose subject is named. Nothing new is found here; spans get the edges a reader expects.

use std::ops::Range;

use crate::article::Article;
use crate::attribution::{Attributed, Attribution, CueAt, Line, MemberId, Mention};
use crate::clause::{Link, Tag};
use crate::id::ActorId;
use crate::reading::AttributionRecord;
use crate::rules::{CueHolder, Rules};
use crate::span::{Offsets, Span};
use crate::statement::CueKind;
use crate::text::Text;

struct Recorder<'a> {
    rules: &'a Rules,
    article: &'a Article,
    text: &'a Text<'a>,
    attributed: &'a Attributed,
    offsets: Offsets,
    private: bool,
}

/// Every attribution of an article, by the place of its content.
pub(super) fn records(
    rules: &Rules,
    article: &Article,
    text: &Text<'_>,
    attributed: &Attributed,
    private: bool,
) -> Vec<AttributionRecord> {
    let offsets = Offsets::new(&article.source);
    let recorder = Recorder {
        rules,
        article,
        text,
        attributed,
        offsets,
        private,
    };
    let mut records: Vec<AttributionRecord> = attributed
        .attributions
        .iter()
        .filter_map(|attribution| recorder.said(attribution))
        .collect();
    for (sentence, line) in attributed.lines.iter().enumerate() {
        let wishes = line.cues.iter();
        records.extend(wishes.filter_map(|at| recorder.wished(sentence, line, at)));
    }
    records.sort_by(|one, other| (&one.content, &one.cue).cmp(&(&other.content, &other.cue)));
    records.dedup();
    records
}

impl Recorder<'_> {
    fn said(&self, said: &Attribution) -> Option<AttributionRecord> {
        let source = said.source.iter().cloned().collect();
        let cue = said.cue.as_ref().map(|at| at.tokens.clone());
        self.record(&said.content, source, cue, &said.speakers)
    }

    /// A wish of a named subject, with what it takes.
    fn wished(&self, sentence: usize, line: &Line, at: &CueAt) -> Option<AttributionRecord> {
        let cue = &self.rules.lexicon.cues[at.cue];
        let shape = &line.shape;
        let is_modal = matches!(shape.tag_at(at.tokens.start), Tag::Modal | Tag::Aux);
        if cue.kind != CueKind::Wants || cue.noun || cue.holder != CueHolder::Subject || is_modal {
            return None;
        }
        let clause = shape.clause_at(at.tokens.start);
        let verb = shape.verb_at(at.tokens.start)?;
        if shape.verbs[verb].passive {
            return None;
        }
        let subjects = &shape.clauses[clause].subjects;
        let groups = subjects.iter().map(|&noun| &shape.nouns[noun].tokens);
        let source = groups
            .cloned()
            .reduce(|one, other| one.start.min(other.start)..one.end.max(other.end))?;
        let end = (clause..shape.clauses.len())
            .filter(|&other| is_taken(line, other, clause))
            .map(|other| shape.clauses[other].tokens.end)
            .max()?;
        let holders: Vec<Mention> = subjects
            .iter()
            .flat_map(|&noun| self.attributed.mentions[sentence][noun].iter().cloned())
            .collect();
        let content = [at.tokens.end..end];
        self.record(&content, vec![source], Some(at.tokens.clone()), &holders)
    }

    fn record(
        &self,
        content: &[Range<usize>],
        source: Vec<Range<usize>>,
        cue: Option<Range<usize>>,
        holders: &[Mention],
    ) -> Option<AttributionRecord> {
        let content: Vec<_> = content
            .iter()
            .filter_map(|run| self.words_of(run))
            .collect();
        (!content.is_empty()).then(|| AttributionRecord {
            doc: self.article.id.clone(),
            content,
            source: source.iter().filter_map(|run| self.words_of(run)).collect(),
            cue: cue.iter().filter_map(|run| self.words_of(run)).collect(),
            holder: holders.first().and_then(|mention| self.named(mention.who)),
        })
    }

    fn named(&self, who: MemberId) -> Option<ActorId> {
        let member = self.attributed.cast.get(who);
        (member.public || self.private).then(|| member.id.clone())
    }

    /// The characters of a run of tokens from its first word to its last, and with the quotation
    /// marks right around them.
    fn words_of(&self, run: &Range<usize>) -> Option<[usize; 2]> {
        let tokens = &self.text.tokens;
        let is_word = |at: &usize| tokens.get(*at).is_some_and(crate::words::Token::is_word);
        let first = run.clone().find(is_word)?;
        let last = run.clone().rev().find(is_word)?;
        let mut span = self.text.span(first..last + 1);
        if let Some(quote) = self.text.quote_at(first) {
            let quote = &self.text.quotes[quote];
            let whole = quote.tokens.end <= run.end && quote.closed;
            if quote.tokens.start == first && whole {
                span = span.join(quote.span);
            }
        }
        let place = self
            .offsets
            .place(&self.article.source, Span::new(span.start, span.end));
        Some([place.start, place.end])
    }
}

/// Whether a clause is part of what a wish in `clause` takes.
fn is_taken(line: &Line, other: usize, clause: usize) -> bool {
    let shape = &line.shape;
    other == clause
        || shape
            .ancestors(other)
            .take_while(|&at| at != clause)
            .all(|at| match shape.clauses[at].link {
                Link::Complement | Link::Infinitive | Link::Gerund | Link::Relative => true,
                Link::Root
                | Link::Participle
                | Link::Adverbial
                | Link::Condition
                | Link::Beside
                | Link::Frame => false,
            })
            && shape.ancestors(other).any(|at| at == clause)
}
