//! From findings to the reading of an article: statements with their evidence, and what was seen
//! beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::analyze::{Analysis, PackAnalysis, is_headline};
use crate::article::Article;
use crate::id::ActorId;
use crate::reading::{ArticleInfo, Context, Named, Reading};
use crate::rules::{PhraseKind, Rules};
use crate::span::Offsets;
use crate::stance::{Finding, Gate, Verdict};
use crate::statement::{Evidence, Grade, Passage, SCHEMA, Statement, When, stable_id};
use crate::text::Text;

/// Puts a reading together.
pub(super) struct Assembler<'a> {
    pub(super) rules: &'a Rules,
    pub(super) article: &'a Article,
    pub(super) analysis: &'a Analysis<'a>,
    pub(super) offsets: Offsets,
}

/// The reading of an article.
pub(super) fn reading(rules: &Rules, article: &Article, analysis: &Analysis<'_>) -> Reading {
    let offsets = Offsets::new(&article.source);
    let assembler = Assembler {
        rules,
        article,
        analysis,
        offsets,
    };
    assembler.reading()
}

impl Assembler<'_> {
    pub(super) fn text(&self) -> &Text<'_> {
        &self.analysis.text
    }

    fn reading(&self) -> Reading {
        let mut statements: Vec<Statement> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut contexts = BTreeMap::new();
        let mut traces = BTreeMap::new();
        let mut named = BTreeSet::new();
        let mut positions_named = BTreeSet::new();
        for pack in &self.analysis.packs {
            for (matter, verdict) in &pack.judged {
                let position = &pack.pack.positions[matter.position];
                positions_named.insert(position.id.clone());
                match verdict {
                    Verdict::Found(findings) => {
                        for finding in findings {
                            let statement = self.statement(pack, finding);
                            let id = statement.id.clone();
                            if seen.insert(id.clone()) {
                                contexts.insert(id.clone(), self.context(matter.sentence));
                                traces.insert(id, self.trace(pack, finding));
                                statements.push(statement);
                            }
                        }
                    }
                    Verdict::Closed(gate)
                        if is_spoken_of(*gate) && matter.kind != PhraseKind::Ignore =>
                    {
                        named.extend(self.speakers_at(matter.tokens.start).map(|holder| Named {
                            holder,
                            position: position.id.clone(),
                        }));
                    }
                    Verdict::Closed(_) => {}
                }
            }
        }
        let cast = &self.analysis.attributed.cast;
        Reading {
            article: ArticleInfo::of(self.article),
            statements,
            named,
            holders: cast
                .members
                .iter()
                .filter(|m| m.public)
                .map(|m| self.holder(m))
                .collect(),
            positions_named,
            private_speakers: cast.members.iter().filter(|m| !m.public).count(),
            doubtful: Vec::new(),
            contexts,
            traces,
        }
    }

    fn speakers_at(&self, token: usize) -> impl Iterator<Item = ActorId> + '_ {
        let attributed = &self.analysis.attributed;
        attributed
            .attributions
            .iter()
            .filter(move |a| !a.void && a.covers(token))
            .flat_map(|a| a.speakers.iter())
            .map(|m| attributed.cast.get(m.who))
            .filter(|member| member.public)
            .map(|member| member.id.clone())
    }

    pub(super) fn passage(&self, tokens: &Range<usize>) -> Passage {
        let span = self.text().span(tokens.clone());
        let place = self.offsets.place(&self.article.source, span);
        Passage {
            text: self.text().slice(span).to_owned(),
            start: place.start,
            end: place.end,
        }
    }

    fn statement(&self, pack: &PackAnalysis<'_>, finding: &Finding) -> Statement {
        let text = self.text();
        let cast = &self.analysis.attributed.cast;
        let member = cast.get(finding.holder.who);
        let position = &pack.pack.positions[finding.at.position];
        let sentence = &text.sentences[finding.at.sentence];
        let evidence = Evidence {
            text: text.slice(sentence.span).to_owned(),
            place: self.offsets.place(&self.article.source, sentence.span),
        };
        let via: Vec<ActorId> = finding
            .via
            .iter()
            .map(|&who| cast.get(who).id.clone())
            .collect();
        let vias: Vec<&str> = via.iter().map(ActorId::as_str).collect();
        let id = stable_id(&[
            &self.article.id,
            member.id.as_str(),
            position.id.as_str(),
            &finding.stance.to_string(),
            &vias.join("+"),
            &evidence.text,
        ]);
        let article = self.article;
        Statement {
            schema: SCHEMA,
            id,
            article: article.id.clone(),
            title: article.title.clone(),
            date: article.date.map(|date| date.to_string()),
            outlet: article.outlet.clone(),
            path: article.path.clone(),
            holder: member.id.clone(),
            holder_name: member.name.clone(),
            on_roster: member.actor.is_some(),
            position: position.id.clone(),
            stance: finding.stance,
            conditional: finding.condition.is_some(),
            condition: finding
                .condition
                .as_ref()
                .map(|tokens| self.passage(tokens).text),
            via,
            manner: finding.manner,
            basis: finding.basis,
            force: finding.force,
            when: if finding.past { When::Past } else { When::Now },
            grade: self.grade(finding),
            speaker: finding.speaker.as_ref().map(|m| self.passage(&m.tokens)),
            mention: (!finding.holder.is_author()).then(|| self.passage(&finding.holder.tokens)),
            cue: finding.cue.as_ref().map(|tokens| self.passage(tokens)),
            matched: self.passage(&finding.at.tokens),
            rule: pack.pack.phrases[finding.at.phrase].rule.clone(),
            pack: pack.pack.id.clone(),
            evidence: vec![evidence],
            offsets: article.extracted.then_some("extracted"),
        }
    }

    /// The mention's grade; carried over where it stands in another sentence, inferred where only
    /// the headline says so.
    fn grade(&self, finding: &Finding) -> Grade {
        let text = self.text();
        let elsewhere = text.sentence_at(finding.holder.tokens.start) != finding.at.sentence;
        let grade = if elsewhere {
            finding.holder.grade.max(Grade::C)
        } else {
            finding.holder.grade
        };
        if is_headline(text, finding.at.sentence) && grade != Grade::A {
            Grade::D
        } else {
            grade
        }
    }

    fn context(&self, sentence: usize) -> Context {
        let text = self.text();
        let at = |number: Option<usize>| {
            number
                .and_then(|n| text.sentences.get(n))
                .map(|s| text.slice(s.span).to_owned())
        };
        Context {
            before: at(sentence.checked_sub(1)),
            after: at(Some(sentence + 1)),
        }
    }
}

/// Whether a matter that came no further than this gate is told as spoken of: not what stands in a
/// question, a condition or nobody's words, and not what those say who have no cell on it.
fn is_spoken_of(gate: Gate) -> bool {
    match gate {
        Gate::Wish | Gate::Holder | Gate::Possible | Gate::Unreal | Gate::Outweighed => true,
        Gate::Question
        | Gate::Condition
        | Gate::Price
        | Gate::Waits
        | Gate::Reason
        | Gate::Void
        | Gate::Private
        | Gate::Deed
        | Gate::Tally
        | Gate::Told
        | Gate::Barred => false,
    }
}
