//! Speech: which words are whose, by cue, quotation marks and nearness.

use std::ops::Range;

use crate::attribution::{Attribution, CueAt, Line, Mention};
use crate::clause::{Link, Shape, Tag};
use crate::rules::{Cue, CueHolder, Rules};
use crate::statement::{CueKind, Grade};
use crate::text::Text;
use crate::words::{Mark, Token};

/// Quotations of fewer words are scare quotes, titles or parts of a sentence: no speech by themselves.
const SHORTEST_SPEECH: usize = 4;

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
        // Two entries of one word say the same here.
        let twin = found.iter().any(|other| {
            other.content == attribution.content
                && other.cue.as_ref().map(|c| &c.tokens)
                    == attribution.cue.as_ref().map(|c| &c.tokens)
        });
        if !twin {
            found.push(attribution);
        }
    }
    found
}

impl Speech<'_> {
    fn shape(&self) -> &Shape {
        &self.line.shape
    }

    fn attribution(&self, at: &CueAt) -> Option<Attribution> {
        let cue = &self.rules.lexicon.cues[at.cue];
        if !matches!(cue.kind, CueKind::Says | CueKind::Thinks) {
            return None;
        }
        let shape = self.shape();
        let head = at.tokens.start;
        let verb = shape
            .verb_at(head)
            .filter(|&verb| shape.verbs[verb].head == head || !cue.noun);
        let owner = cue
            .noun
            .then(|| shape.noun_at(head))
            .flatten()
            .filter(|&noun| !self.owners[noun].is_empty());
        let (source, negated) = if cue.noun || verb.is_none() {
            (self.noun_source(at, cue), false)
        } else {
            (
                self.verb_source(verb?),
                shape.verbs[verb?].nots.len() % 2 == 1,
            )
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

    /// Whether the saying itself is only supposed: under *if*, or with *could*, *should*.
    fn hypothetical(&self, head: usize) -> bool {
        self.shape().in_condition(head)
    }

    fn named(&self, nouns: &[usize]) -> Vec<Mention> {
        let mut named: Vec<Mention> = Vec::new();
        for &noun in nouns {
            for mention in &self.mentions[noun] {
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

    /// The speaker of a noun or set phrase: its owner, *according to X*, *comments from X*.
    fn noun_source(&self, at: &CueAt, cue: &Cue) -> Option<Vec<usize>> {
        let shape = self.shape();
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

    fn content(&self, at: &CueAt, cue: &Cue, verb: Option<usize>) -> Vec<Range<usize>> {
        let shape = self.shape();
        let head = at.tokens.start;
        let clause = shape.clause_at(head);
        let tokens = shape.tokens.clone();
        let mut runs: Vec<Range<usize>> = Vec::new();
        let framed = shape.clauses[clause].link == Link::Frame;
        let prepositional = !cue.noun && verb.is_none();
        if framed || prepositional {
            let own = if framed {
                self.subtree(clause)
            } else {
                let end = shape
                    .nouns
                    .iter()
                    .find(|n| n.tokens.start >= at.tokens.end)
                    .map_or(at.tokens.end, |n| n.tokens.end);
                head..end
            };
            push(&mut runs, tokens.start..own.start);
            push(&mut runs, own.end..tokens.end);
        } else {
            for (at, child) in shape.clauses.iter().enumerate() {
                let takes = match child.link {
                    Link::Complement => true,
                    Link::Infinitive => cue.takes.to_verb,
                    _ => false,
                };
                if takes && child.parent == Some(clause) && child.tokens.start >= head {
                    push(&mut runs, self.subtree(at));
                }
            }
            if cue.takes.noun && runs.is_empty() && at.tokens.end < tokens.end {
                let object = shape.nouns.iter().find(|n| {
                    n.tokens.start >= at.tokens.end
                        && n.tokens.start <= at.tokens.end + 1
                        && shape.clause_at(n.head) == clause
                });
                if object.is_some() {
                    push(
                        &mut runs,
                        at.tokens.end..shape.clauses[clause].tokens.end.max(at.tokens.end),
                    );
                }
            }
        }
        self.add_quotes(at, &mut runs, clause, framed);
        merge(runs)
    }

    /// Quotations that begin or end in the sentence belong to its speaker; they bring the
    /// sentences before and after that they run over.
    fn add_quotes(&self, at: &CueAt, runs: &mut Vec<Range<usize>>, clause: usize, framed: bool) {
        let shape = self.shape();
        let tokens = shape.tokens.clone();
        let inside = self.text.quote_at(at.tokens.start);
        for (number, quote) in self.text.quotes.iter().enumerate() {
            let touches = quote.tokens.start < tokens.end && tokens.start < quote.tokens.end;
            if !touches || Some(number) == inside {
                continue;
            }
            let words = quote
                .tokens
                .clone()
                .filter(|&t| self.text.tokens[t].is_word())
                .count();
            let whole = words >= SHORTEST_SPEECH;
            let overlaps = runs
                .iter()
                .any(|run| run.start < quote.tokens.end && quote.tokens.start < run.end);
            let follows = quote.tokens.start >= at.tokens.end && self.first_cue_of_root(at);
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

    /// Whether no other reporting cue stands before this one in the sentence.
    fn first_cue_of_root(&self, at: &CueAt) -> bool {
        let link = self.shape().clauses[self.shape().clause_at(at.tokens.start)].link;
        matches!(link, Link::Root | Link::Beside | Link::Participle)
    }

    /// All tokens of a clause and of those that hang on it, as one run.
    fn subtree(&self, clause: usize) -> Range<usize> {
        let shape = self.shape();
        let mut run = shape.clauses[clause].tokens.clone();
        for (at, other) in shape.clauses.iter().enumerate() {
            let below = at > clause
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

    fn is_direct(&self, content: &[Range<usize>]) -> bool {
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

fn push(runs: &mut Vec<Range<usize>>, run: Range<usize>) {
    if run.start < run.end {
        runs.push(run);
    }
}

fn merge(mut runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
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

/// Gives quotations that no cue took to whoever spoke right before: in the same paragraph, or in
/// the one before where the quotation fills its own.
pub(super) fn carry(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &mut Vec<Attribution>,
) {
    for quote in &text.quotes {
        let words = quote
            .tokens
            .clone()
            .filter(|&t| text.tokens[t].is_word())
            .count();
        if words < SHORTEST_SPEECH || attributions.iter().any(|a| a.covers(quote.tokens.start)) {
            continue;
        }
        let sentence = text.sentence_at(quote.tokens.start);
        let paragraph = text.sentences[sentence].paragraph;
        let found = speaker_before(
            text,
            lines,
            mentions,
            attributions,
            sentence,
            paragraph,
            quote.tokens.start,
        );
        let Some((speakers, source)) = found else {
            continue;
        };
        let speakers = speakers
            .into_iter()
            .map(|m| Mention {
                grade: m.grade.max(Grade::C),
                ..m
            })
            .collect();
        attributions.push(Attribution {
            sentence,
            kind: CueKind::Says,
            cue: None,
            speakers,
            source,
            content: vec![quote.tokens.clone()],
            direct: true,
            void: false,
            negated: false,
        });
    }
    attributions.sort_by_key(|a| (a.content.first().map_or(0, |run| run.start), a.sentence));
}

/// Words after a speaker's name and a colon, as in a transcript, and quotations followed by a dash
/// and a name.
pub(super) fn label(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &mut Vec<Attribution>,
) {
    for paragraph in &text.paragraphs {
        let Some(sentence) = paragraph.sentences.clone().next() else {
            continue;
        };
        let shape = &lines[sentence].shape;
        let Some(first) = shape.nouns.first() else {
            continue;
        };
        let start = paragraph.tokens.start;
        let colon = first.tokens.end;
        let labelled = first.tokens.start <= start + 1
            && first.tokens.len() <= LONGEST_LABEL
            && text.tokens.get(colon).and_then(Token::mark) == Some(Mark::Colon)
            && colon + 1 < paragraph.tokens.end;
        let named = mentions[sentence]
            .first()
            .filter(|named| labelled && !named.is_empty());
        let Some(named) = named else { continue };
        let content = colon + 1..paragraph.tokens.end;
        if attributions
            .iter()
            .any(|a| a.covers(content.start) && a.sentence == sentence)
        {
            continue;
        }
        attributions.push(Attribution {
            sentence,
            kind: CueKind::Says,
            cue: None,
            speakers: named.clone(),
            source: Some(first.tokens.clone()),
            content: vec![content],
            direct: true,
            void: false,
            negated: false,
        });
    }
}

/// The most tokens a speaker's label has: *SENATOR ANN SMITH (D-OH)*.
const LONGEST_LABEL: usize = 6;

type Source = (Vec<Mention>, Option<Range<usize>>);

fn speaker_before(
    text: &Text,
    lines: &[Line],
    mentions: &[Vec<Vec<Mention>>],
    attributions: &[Attribution],
    sentence: usize,
    paragraph: usize,
    start: usize,
) -> Option<Source> {
    // The subject of the sentence the quotation stands in or follows, before a colon or full stop.
    let same = text.paragraphs[paragraph].sentences.start..=sentence;
    for at in same.rev() {
        let last = attributions.iter().rfind(|a| {
            a.sentence == at
                && !a.speakers.is_empty()
                && !a.void
                && a.content.first().is_some_and(|run| run.start < start)
        });
        if let Some(attribution) = last {
            return Some((attribution.speakers.clone(), attribution.source.clone()));
        }
        if let Some(subject) = root_subject(&lines[at], &mentions[at], start) {
            return Some(subject);
        }
    }
    let fills = text.paragraphs[paragraph].tokens.start + 1 >= start;
    if !fills || paragraph == 0 {
        return None;
    }
    for before in (paragraph.saturating_sub(2)..paragraph).rev() {
        for at in text.paragraphs[before].sentences.clone().rev() {
            let last = attributions
                .iter()
                .rfind(|a| a.sentence == at && !a.speakers.is_empty() && !a.void);
            if let Some(attribution) = last {
                return Some((attribution.speakers.clone(), attribution.source.clone()));
            }
        }
        let last = text.paragraphs[before].sentences.clone().next_back()?;
        let tokens = text.sentences[last].tokens.clone();
        let colon = tokens
            .clone()
            .rev()
            .find(|&t| text.tokens[t].mark() != Some(Mark::Quote));
        let introduces = colon.is_some_and(|t| text.tokens[t].mark() == Some(Mark::Colon));
        let heading = text.paragraphs[before].kind == crate::article::BlockKind::Heading;
        if introduces || heading {
            let named = root_subject(&lines[last], &mentions[last], usize::MAX).or_else(|| {
                mentions[last]
                    .iter()
                    .find(|m| !m.is_empty())
                    .map(|m| (m.clone(), Some(m[0].tokens.clone())))
            });
            if named.is_some() {
                return named;
            }
        }
        let quoted = text.quotes.iter().any(|q| {
            text.paragraphs[before].tokens.start + 1 >= q.tokens.start
                && q.tokens.start < tokens.end
                && q.tokens.end + 2 >= tokens.end
        });
        if !quoted {
            return None;
        }
    }
    None
}

fn root_subject(line: &Line, mentions: &[Vec<Mention>], before: usize) -> Option<Source> {
    let shape = &line.shape;
    let clause = shape
        .clauses
        .iter()
        .find(|c| matches!(c.link, Link::Root | Link::Beside) && c.verb.is_some())?;
    let noun = *clause.subjects.first()?;
    if shape.nouns[noun].tokens.start >= before
        || matches!(shape.tag_at(shape.nouns[noun].head), Tag::Time)
    {
        return None;
    }
    let named = &mentions[noun];
    (!named.is_empty()).then(|| (named.clone(), Some(shape.nouns[noun].tokens.clone())))
}
