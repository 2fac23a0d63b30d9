//! Who joins in a stance just taken, or will not: "Smith wants a truce. So does Jones, but Brown refused."
//!
//! In: what the matches of an article show. Out: matches at the words that join in, which name what the
//! sentence or the one before took a side on.

use std::ops::Range;

use crate::attribution::{Attributed, Line, Mention};
use crate::clause::{Link, Mood, Tag};
use crate::matching::Match;
use crate::rules::Rules;
use crate::stance::{Finding, Verdict};
use crate::statement::{CueKind, Manner};
use crate::text::Text;

/// Words that take the side somebody has just taken, or the other one.
struct Joining<'a> {
    /// The words: tokens of the text.
    tokens: Range<usize>,
    /// Who does.
    who: &'a [Mention],
    /// Whether they take the same side.
    agrees: bool,
}

/// The stances of those who join in what somebody wants, or refuse to.
#[must_use]
pub fn joined(
    rules: &Rules,
    text: &Text,
    attributed: &Attributed,
    judged: &[(Match, Verdict)],
) -> Vec<(Match, Verdict)> {
    let joiner = Joiner {
        rules,
        text,
        attributed,
        judged,
    };
    (0..attributed.lines.len())
        .flat_map(|sentence| joiner.in_sentence(sentence))
        .collect()
}

struct Joiner<'a> {
    rules: &'a Rules,
    text: &'a Text<'a>,
    attributed: &'a Attributed,
    judged: &'a [(Match, Verdict)],
}

impl<'a> Joiner<'a> {
    fn in_sentence(&self, sentence: usize) -> Vec<(Match, Verdict)> {
        let joining = self.agreeing(sentence).into_iter();
        let joining = joining.chain(self.inverted(sentence));
        joining
            .flat_map(|joining| {
                let taken = self.taken_before(sentence, &joining).into_iter();
                let joined =
                    taken.map(|(matter, finding)| self.join(matter, finding, sentence, &joining));
                joined.flatten().collect::<Vec<_>>()
            })
            .collect()
    }

    fn line(&self, sentence: usize) -> &'a Line {
        &self.attributed.lines[sentence]
    }

    /// "Jones agreed", "Brown did not": verbs that end a main clause, whose subject takes a side by them.
    fn agreeing(&self, sentence: usize) -> Vec<Joining<'a>> {
        let shape = &self.line(sentence).shape;
        let lexicon = &self.rules.lexicon;
        let tokens = &self.text.tokens[shape.tokens.clone()];
        let found = [(&lexicon.agreeing, true), (&lexicon.differing, false)];
        let places = found.into_iter().flat_map(|(phrases, agrees)| {
            let places = phrases.find(tokens).into_iter();
            places.map(move |place| (place, agrees))
        });
        places
            .filter_map(|(place, agrees)| {
                let tokens = shape.tokens.start + place.start..shape.tokens.start + place.end;
                let at = shape.clause_at(tokens.start);
                let clause = &shape.clauses[at];
                let verb = shape.verb_of(at)?;
                let heads = verb.mood == Mood::Finite
                    && verb.tokens.start <= tokens.start
                    && verb.head < tokens.end
                    && verb.tokens.end <= tokens.end;
                let denied = verb.nots.iter().any(|not| !tokens.contains(not));
                let [subject] = clause.subjects[..] else {
                    return None;
                };
                let main = clause.link == Link::Root && !self.is_denied(sentence, subject);
                let who = &self.attributed.mentions[sentence][subject];
                (heads
                    && main
                    && !denied
                    && verb.modal.is_none()
                    && self.ends(sentence, tokens.end))
                .then_some(Joining {
                    tokens,
                    who,
                    agrees,
                })
            })
            .collect()
    }

    /// "Not all senators agree".
    fn is_denied(&self, sentence: usize, noun: usize) -> bool {
        let shape = &self.line(sentence).shape;
        let start = shape.nouns[noun].tokens.start;
        start > shape.tokens.start && shape.tag_at(start - 1) == Tag::Not
    }

    /// "so does Jones", "as did Jones", "nor will Jones": an auxiliary before its subject, with nothing behind.
    fn inverted(&self, sentence: usize) -> Vec<Joining<'a>> {
        let shape = &self.line(sentence).shape;
        let joins = |at: &usize| {
            let word = &self.text.tokens[*at].word;
            self.rules.grammar.likewise.contains(word)
        };
        let helps =
            |at: usize| at < shape.tokens.end && matches!(shape.tag_at(at), Tag::Aux | Tag::Modal);
        let places = shape.tokens.clone().filter(joins);
        places
            .filter(|&at| helps(at + 1) && at + 2 < shape.tokens.end)
            .filter_map(|at| {
                let noun = shape.noun_at(at + 2)?;
                let group = &shape.nouns[noun].tokens;
                let who = &self.attributed.mentions[sentence][noun];
                (group.start == at + 2 && self.ends(sentence, group.end)).then_some(Joining {
                    tokens: at..at + 2,
                    who,
                    agrees: true,
                })
            })
            .collect()
    }

    /// Whether a clause ends at a token, or behind a time, an adverb or a companion: "agreed with Smith on Monday".
    fn ends(&self, sentence: usize, token: usize) -> bool {
        let shape = &self.line(sentence).shape;
        let mut at = token;
        while at < shape.tokens.end {
            at = match shape.tag_at(at) {
                Tag::Mark(_) | Tag::Coord | Tag::Subord => return true,
                Tag::Adv => at + 1,
                Tag::Time | Tag::Det | Tag::Adj | Tag::Prep => match self.aside_at(sentence, at) {
                    Some(end) => end,
                    None => return false,
                },
                _ => return false,
            };
        }
        true
    }

    /// The end of a time or companion that begins at a token, with its preposition or without.
    fn aside_at(&self, sentence: usize, token: usize) -> Option<usize> {
        let shape = &self.line(sentence).shape;
        let mut nouns = shape.nouns.iter();
        let noun = nouns.position(|noun| {
            noun.preposition == Some(token)
                || noun.preposition.is_none() && noun.tokens.start == token
        })?;
        let group = &shape.nouns[noun];
        let along = group.preposition.is_some_and(|at| {
            let somebody = !self.attributed.mentions[sentence][noun].is_empty();
            somebody
                && self
                    .rules
                    .grammar
                    .absolute
                    .contains(&self.text.tokens[at].word)
        });
        (group.time || along).then_some(group.tokens.end)
    }

    /// What was taken a side on right before, in the sentence, else in the one before: the last of each position.
    /// Who differs does so on one position.
    fn taken_before(
        &self,
        sentence: usize,
        joining: &Joining<'_>,
    ) -> Vec<(&'a Match, &'a Finding)> {
        let place = joining.tokens.start;
        let mut taken = self.taken_in(sentence, place);
        if taken.is_empty()
            && let Some(before) = sentence.checked_sub(1)
            && self.text.sentences[sentence].paragraph <= self.text.sentences[before].paragraph + 1
            && self.opens(sentence, place)
        {
            taken = self.taken_in(before, place);
        }
        if !joining.agrees && taken.len() > 1 {
            taken.clear();
        }
        taken
    }

    /// The last finding of each position in a sentence, before a place.
    fn taken_in(&self, sentence: usize, place: usize) -> Vec<(&'a Match, &'a Finding)> {
        let mut taken: Vec<(&Match, &Finding)> = Vec::new();
        for (matter, verdict) in self.judged {
            let Verdict::Found(found) = verdict else {
                continue;
            };
            if matter.sentence == sentence
                && matter.tokens.end <= place
                && let Some(finding) = found.first()
            {
                taken.retain(|(other, _)| other.position != matter.position);
                taken.push((matter, finding));
            }
        }
        taken
    }

    /// Whether no other verb stands before a place in its sentence.
    fn opens(&self, sentence: usize, place: usize) -> bool {
        let shape = &self.line(sentence).shape;
        shape.verbs.iter().all(|verb| verb.tokens.end > place)
    }

    fn join(
        &self,
        matter: &Match,
        finding: &Finding,
        sentence: usize,
        joining: &Joining<'_>,
    ) -> Option<(Match, Verdict)> {
        let public = |one: &&Mention| self.attributed.cast.get(one.who).public;
        let others: Vec<&Mention> = joining.who.iter().filter(public).collect();
        if others.is_empty() || others.iter().any(|one| one.who == finding.holder.who) {
            return None;
        }
        let at = matter.referred(sentence, joining.tokens.clone());
        let stance = if joining.agrees {
            finding.stance
        } else {
            finding.stance.negated()
        };
        let found = others.into_iter().map(|holder| Finding {
            at: at.clone(),
            holder: holder.clone(),
            speaker: None,
            via: Vec::new(),
            stance,
            condition: None,
            basis: CueKind::Wants,
            manner: Manner::Narrated,
            cue: Some(joining.tokens.clone()),
            cue_rule: None,
            ..finding.clone()
        });
        let found = found.collect();
        Some((at, Verdict::Found(found)))
    }
}
