//! How a statement was read, in one line for each question.

use std::ops::Range;

use super::PackAnalysis;
use super::assemble::Assembler;
use crate::attribution::Mention;
use crate::reading::Trace;
use crate::rules::Origin;
use crate::stance::Finding;

impl Assembler<'_> {
    /// Who, which side, what, and on what condition.
    pub(super) fn trace(&self, pack: &PackAnalysis<'_>, finding: &Finding) -> Trace {
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
        let who = if finding.holder.is_author() {
            format!("{} wrote it", member.name)
        } else {
            format!(
                "{} = {}{}",
                quoted(&finding.holder.tokens),
                member.name,
                self.named_in(&finding.holder, finding)
            )
        };
        Trace {
            who,
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
