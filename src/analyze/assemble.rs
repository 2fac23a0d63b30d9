//! From findings to the reading of an article: statements with their evidence, and what was seen
//! beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::analyze::{Analysis, PackAnalysis, is_headline};
use crate::article::Article;
use crate::attribution::{Member, Mention};
use crate::id::ActorId;
use crate::reading::{ArticleInfo, Context, Holder, Named, Reading, Trace};
use crate::rules::{ActorKind, Origin, PhraseKind, Rules};
use crate::span::Offsets;
use crate::stance::{Finding, Gate, Verdict};
use crate::statement::{Evidence, Grade, Passage, SCHEMA, Statement, When, stable_id};
use crate::text::Text;

struct Assembler<'a> {
    rules: &'a Rules,
    article: &'a Article,
    analysis: &'a Analysis<'a>,
    offsets: Offsets,
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
    fn text(&self) -> &Text<'_> {
        &self.analysis.text
    }

    fn reading(&self) -> Reading {
        let mut statements: BTreeMap<String, Statement> = BTreeMap::new();
        let mut order = Vec::new();
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
                            if !statements.contains_key(&id) {
                                order.push(id.clone());
                                contexts.insert(id.clone(), self.context(matter.sentence));
                                traces.insert(id.clone(), self.trace(pack, finding));
                                statements.insert(id, statement);
                            }
                        }
                    }
                    Verdict::Closed(Gate::Wish | Gate::Possible | Gate::Holder)
                        if matter.kind != PhraseKind::Ignore =>
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
        let statements: Vec<Statement> = order
            .iter()
            .filter_map(|id| statements.remove(id))
            .collect();
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

    fn passage(&self, tokens: &Range<usize>) -> Passage {
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
            mention: Some(self.passage(&finding.holder.tokens)),
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

    fn trace(&self, pack: &PackAnalysis<'_>, finding: &Finding) -> Trace {
        let cast = &self.analysis.attributed.cast;
        let member = cast.get(finding.holder.who);
        let phrase = &pack.pack.phrases[finding.at.phrase];
        let quoted = |tokens: &Range<usize>| format!("\"{}\"", self.passage(tokens).text);
        let side = match (&finding.cue, finding.cue_rule) {
            (Some(cue), Some(rule)) => {
                let rule = &self.rules.lexicon.cues[rule];
                format!(
                    "{}: {}  {}",
                    quoted(cue),
                    kind_words(finding),
                    place(&rule.origin)
                )
            }
            _ => kind_words(finding).to_owned(),
        };
        Trace {
            who: format!(
                "{} = {}{}",
                quoted(&finding.holder.tokens),
                member.name,
                self.named_in(&finding.holder, finding)
            ),
            side,
            what: format!("{}  {}", quoted(&finding.at.tokens), place(&phrase.origin)),
            condition: finding.condition.as_ref().map(quoted),
        }
    }

    fn named_in(&self, mention: &Mention, finding: &Finding) -> String {
        let text = self.text();
        if text.sentence_at(mention.tokens.start) == finding.at.sentence {
            return String::new();
        }
        let line = self
            .offsets
            .place(&self.article.source, text.span(mention.tokens.clone()))
            .line;
        format!(", named in line {line}")
    }

    fn holder(&self, member: &Member) -> Holder {
        let actor = member.actor.map(|number| &self.rules.actors.list[number]);
        let cast = &self.analysis.attributed.cast;
        let role = actor.and_then(|actor| {
            let role = actor
                .roles
                .iter()
                .find(|role| cast.date.is_some_and(|day| role.covers(day)))?;
            Some(format!(
                "{}, {}",
                self.body_name(&role.of),
                role.office.as_str().replace('-', " ")
            ))
        });
        let speaks_for =
            actor
                .and_then(|actor| actor.speaks_for.as_ref())
                .and_then(|(office, of)| {
                    let day = cast.date?;
                    let holder = self.rules.actors.list.iter().find(|other| {
                        other.roles.iter().any(|role| {
                            role.office == *office && role.of == *of && role.covers(day)
                        })
                    })?;
                    Some(holder.id.clone())
                });
        let short = actor.map_or_else(|| short_name(member), |actor| actor.short.clone());
        Holder {
            id: member.id.clone(),
            name: member.name.clone(),
            short,
            role,
            speaks_for,
            on_roster: actor.is_some(),
        }
    }

    fn body_name(&self, body: &str) -> String {
        self.rules.actors.bodies.get(body).map_or_else(
            || body.to_owned(),
            |&number| self.rules.actors.list[number].name.clone(),
        )
    }
}

fn short_name(member: &Member) -> String {
    match member.kind {
        ActorKind::Person => member
            .name
            .split_whitespace()
            .next_back()
            .unwrap_or(&member.name)
            .to_owned(),
        ActorKind::Institution | ActorKind::Collective | ActorKind::Country => member.name.clone(),
    }
}

fn kind_words(finding: &Finding) -> &'static str {
    use crate::statement::{CueKind, Stance};
    match (finding.basis, finding.stance) {
        (CueKind::Wants | CueKind::Changes, Stance::Supports) => "wants it",
        (CueKind::Wants | CueKind::Changes, Stance::Opposes) => "does not want it",
        (CueKind::Judges, Stance::Supports) => "calls it good or needed",
        (CueKind::Judges, Stance::Opposes) => "calls it bad or impossible",
        (CueKind::Threatens, _) => "threatens harm otherwise",
        (CueKind::Does, Stance::Supports) => "does it",
        (CueKind::Does, Stance::Opposes) => "does the contrary",
        (CueKind::Says | CueKind::Thinks, _) => "takes the side by itself",
    }
}

fn place(origin: &Origin) -> String {
    format!("{}:{}", origin.file, origin.line)
}
