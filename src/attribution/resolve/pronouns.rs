//! Whom a pronoun stands for.

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::resolve::Resolver;
use crate::clause::Link;
use crate::grammar::Gender;
use crate::statement::Grade;

impl Resolver<'_> {
    /// *his*, *their*: the subject of the clause where that fits, else whoever was in view.
    pub(super) fn owner_pronoun(
        &self,
        noun: usize,
        token: usize,
        pronoun: crate::grammar::Pronoun,
        mentions: &[Vec<Mention>],
        cast: &Cast,
    ) -> Vec<Mention> {
        if pronoun.person != 3 {
            return Vec::new();
        }
        let clause = self.shape.clause_at(token);
        let subjects = self
            .shape
            .ancestors(clause)
            .flat_map(|at| self.shape.clauses[at].subjects.clone());
        for subject in subjects.filter(|&subject| subject != noun) {
            let fits = mentions
                .get(subject)
                .into_iter()
                .flatten()
                .find(|m| cast.agrees(m.who, pronoun));
            if let Some(m) = fits {
                return vec![Mention {
                    who: m.who,
                    grade: Grade::B,
                    tokens: token..token + 1,
                }];
            }
        }
        let who = cast.antecedent(pronoun, &[]);
        who.map(|who| Mention {
            who,
            grade: Grade::B,
            tokens: token..token + 1,
        })
        .into_iter()
        .collect()
    }

    /// Whom a pronoun of the third person stands for.
    pub(super) fn pronoun(
        &self,
        noun: usize,
        mentions: &[Vec<Mention>],
        cast: &mut Cast,
    ) -> Vec<Mention> {
        let group = self.group(noun);
        let Some(pronoun) = self
            .rules
            .grammar
            .pronoun(self.text.tokens[group.head].word)
        else {
            return Vec::new();
        };
        if pronoun.person != 3 || pronoun.possessive && !pronoun.object {
            return Vec::new();
        }
        let mention = |who, grade| {
            vec![Mention {
                who,
                grade,
                tokens: group.tokens.clone(),
            }]
        };
        let clause = self.shape.clause_at(group.head);
        if pronoun.gender == Gender::It && !pronoun.many && self.is_expletive(clause) {
            return Vec::new();
        }
        let own_subjects = &self.shape.clauses[clause].subjects;
        let is_subject = own_subjects.contains(&noun);
        let in_quote = self.text.quote_at(group.head);
        // The subject of the clause that this one is the content of speaks of himself; who reports
        // speaks of others.
        let is_frame = self.shape.clauses[clause].link == Link::Frame;
        let above = self.shape.ancestors(clause).skip(1);
        let mut out: Vec<MemberId> = Vec::new();
        if !is_subject {
            let others = own_subjects
                .iter()
                .filter_map(|&n| mentions.get(n))
                .flatten();
            out.extend(others.map(|m| m.who));
        }
        for parent in above {
            let reported = self.shape.clauses[parent].verb.is_some();
            for &subject in &self.shape.clauses[parent].subjects {
                if subject == noun {
                    continue;
                }
                let Some(named) = mentions.get(subject) else {
                    continue;
                };
                let same_place = self.text.quote_at(self.group(subject).head) == in_quote;
                let owner = if named.is_empty() {
                    self.owner(subject, mentions, cast)
                } else {
                    Vec::new()
                };
                let fits = named
                    .iter()
                    .chain(&owner)
                    .find(|m| cast.agrees(m.who, pronoun) && !out.contains(&m.who));
                if let Some(m) = fits.filter(|_| same_place && reported && !is_frame) {
                    return mention(m.who, Grade::B);
                }
                out.extend(named.iter().map(|m| m.who));
            }
        }
        // Named before in this sentence, subjects first.
        let same = |m: &&Mention| cast.agrees(m.who, pronoun) && !out.contains(&m.who);
        let earlier: Vec<&Mention> = mentions[..noun]
            .iter()
            .enumerate()
            .filter(|(n, _)| {
                self.shape.clauses[self.shape.clause_at(self.group(*n).head)]
                    .subjects
                    .contains(n)
                    && (in_quote.is_none() || self.text.quote_at(self.group(*n).head) == in_quote)
            })
            .flat_map(|(_, named)| named.iter())
            .filter(same)
            .collect();
        if let Some(m) = earlier.first()
            && !matches!(self.shape.clauses[clause].link, Link::Root)
        {
            return mention(m.who, Grade::B);
        }
        if in_quote.is_some() {
            // In a quotation *he* is not its speaker, and who is meant lies outside the words.
            let inside = |m: &&Mention| self.text.quote_at(m.tokens.start) == in_quote;
            if let Some(m) = mentions[..noun].iter().flatten().filter(inside).rfind(same) {
                return mention(m.who, Grade::C);
            }
            out.extend(self.speakers_of(group.head, mentions));
            let other = cast.antecedent(pronoun, &out);
            return other.map(|who| mention(who, Grade::C)).unwrap_or_default();
        }
        let of_body = pronoun.gender == Gender::It || pronoun.many;
        let found = if of_body {
            cast.body_in_view(pronoun, &out)
        } else {
            cast.antecedent(pronoun, &out)
        };
        match found {
            Some(who) if of_body => mention(who, Grade::C),
            Some(who) => mention(who, Grade::B),
            None => earlier
                .first()
                .map(|m| mention(m.who, Grade::B))
                .unwrap_or_default(),
        }
    }

    /// Those who may speak the quotation that holds a token: speakers known already, and everyone
    /// named outside it in the sentence.
    fn speakers_of(&self, token: usize, mentions: &[Vec<Mention>]) -> Vec<MemberId> {
        let quote = self.text.quote_at(token);
        let known = self
            .before
            .iter()
            .filter(|a| a.covers(token))
            .flat_map(|a| a.speakers.iter());
        let beside = mentions
            .iter()
            .flatten()
            .filter(|m| self.text.quote_at(m.tokens.start) != quote);
        let mut speakers: Vec<MemberId> = known.chain(beside).map(|m| m.who).collect();
        if speakers.is_empty()
            && let Some(last) = self
                .before
                .iter()
                .rfind(|a| a.direct && !a.speakers.is_empty())
        {
            speakers.extend(last.speakers.iter().map(|m| m.who));
        }
        speakers
    }

    /// "it is believed", "it is vital": stands for no one.
    fn is_expletive(&self, clause: usize) -> bool {
        self.shape
            .verb_of(clause)
            .is_none_or(|verb| verb.copula || verb.passive)
    }
}
