//! Whom a pronoun stands for.

use crate::attribution::Mention;
use crate::attribution::cast::{Cast, MemberId};
use crate::attribution::resolve::Resolver;
use crate::clause::{Link, Tag};
use crate::grammar::{Class, Gender, Pronoun};
use crate::statement::Grade;

impl Resolver<'_> {
    /// *his*, *their*: the subject of the clause where that fits, else whoever was in view.
    pub(super) fn owner_pronoun(
        &self,
        noun: usize,
        token: usize,
        pronoun: Pronoun,
        mentions: &[Vec<Mention>],
        cast: &Cast,
    ) -> Vec<Mention> {
        if pronoun.person != 3 {
            return Vec::new();
        }
        if let Some((twin, at)) = self.listed_owner(token) {
            return self.owner_pronoun(twin, at, pronoun, mentions, cast);
        }
        if let Some(who) = self.owner_beside(token, pronoun, mentions, cast) {
            return vec![Mention {
                who,
                grade: Grade::B,
                tokens: token..token + 1,
            }];
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
        // "According to the Kremlin, its goal": whoever was named before in the sentence.
        let before = mentions.iter().take(noun).flatten();
        let here = before.rev().find(|m| cast.agrees(m.who, pronoun));
        let who = here
            .map(|m| m.who)
            .or_else(|| cast.antecedent(pronoun, &[]));
        who.map(|who| Mention {
            who,
            grade: Grade::B,
            tokens: token..token + 1,
        })
        .into_iter()
        .collect()
    }

    /// "Smith and his plan", "disliked him for his plan", "criticised Smith over his plan": whom a name or object right
    /// before a possessive makes the owner, and not the subject.
    fn owner_beside(
        &self,
        token: usize,
        pronoun: Pronoun,
        mentions: &[Vec<Mention>],
        cast: &Cast,
    ) -> Option<MemberId> {
        let clause = self.shape.clause_at(token);
        let own = self.shape.noun_at(token)?;
        let is_object = |n: &usize| {
            let group = self.group(*n);
            let subjects = &self.shape.clauses[clause].subjects;
            self.shape.clause_at(group.head) == clause && !subjects.contains(n)
        };
        let before = own.checked_sub(1).filter(|&n| {
            let end = self.group(n).tokens.end;
            let joined = end + 1 == token && self.shape.tag_at(end) == Tag::Coord;
            joined && is_object(&n) && !self.group(n).pronoun
        });
        let introduced = self.group(own).preposition.is_some();
        let him = (0..own).rev().find(|n| {
            let group = self.group(*n);
            group.pronoun && is_object(n) && introduced
        });
        let faulted = || {
            let verb = self.shape.verb_of(clause)?;
            let word = self.text.tokens[verb.head].word;
            let faults = !verb.passive && self.rules.grammar.faulting.contains(&word);
            (0..own).find(|n| {
                let group = self.group(*n);
                let first = group.preposition.unwrap_or(group.tokens.start);
                first == verb.tokens.end && faults && introduced
            })
        };
        let object = before.or(him).or_else(faulted)?;
        let named = mentions.get(object)?.iter();
        let mut fitting = named.filter(|m| cast.agrees(m.who, pronoun));
        fitting.next().map(|m| m.who)
    }

    /// "for its help and its readiness": the group before with the same owner as one that a coordinator joins to it, and
    /// where the owner stands.
    fn listed_owner(&self, token: usize) -> Option<(usize, usize)> {
        let first = self.shape.tokens.start;
        let word = self.text.tokens[token].word;
        let joined = token > first && self.shape.tag_at(token - 1) == Tag::Coord;
        let own = self.shape.clause_at(token);
        let twin = (first..token)
            .rev()
            .find(|&at| self.text.tokens[at].word == word && self.shape.clause_at(at) == own);
        let twin = twin.filter(|_| joined)?;
        Some((self.shape.noun_at(twin)?, twin))
    }

    /// Whom a pronoun of the third person stands for.
    pub(super) fn pronoun(
        &self,
        noun: usize,
        mentions: &[Vec<Mention>],
        cast: &mut Cast,
    ) -> Vec<Mention> {
        let head = self.group(noun).head;
        let Some(pronoun) = self.rules.grammar.pronoun(self.text.tokens[head].word) else {
            return Vec::new();
        };
        if pronoun.person != 3 || pronoun.possessive && !pronoun.object {
            return Vec::new();
        }
        let clause = self.shape.clause_at(head);
        if pronoun.gender == Gender::It && !pronoun.many && self.is_expletive(clause) {
            return Vec::new();
        }
        if pronoun.many && pronoun.subject {
            let several = self.listed_subjects(noun, mentions);
            if !several.is_empty() {
                return several;
            }
        }
        let found = self.antecedent(noun, pronoun, mentions, cast);
        let mention = |(who, grade)| Mention {
            who,
            grade,
            tokens: self.group(noun).tokens.clone(),
        };
        // "Smith and Jones met. They called for": all of them.
        let together = pronoun.many && pronoun.subject;
        let several = if together {
            cast.several_in_view()
        } else {
            Vec::new()
        };
        if several.len() > 1 && found.is_none_or(|(who, _)| several.contains(&who)) {
            return several
                .into_iter()
                .map(|who| mention((who, Grade::B)))
                .collect();
        }
        found.map(mention).into_iter().collect()
    }

    /// "Officials said that Rome must pay, and they": whether several whom nobody knows are the first
    /// subject of the sentence, so that *they* are those.
    fn is_strangers(&self, noun: usize, mentions: &[Vec<Mention>]) -> bool {
        let first = (0..noun).find(|&n| {
            let group = self.group(n);
            let clause = &self.shape.clauses[self.shape.clause_at(group.head)];
            clause.subjects.contains(&n) && !group.time
        });
        first.is_some_and(|n| {
            let group = self.group(n);
            let many = !self.is_one(group.head) && !group.pronoun;
            many && mentions[n].is_empty()
        })
    }

    /// "Rome and Madrid said they", "Rome and Madrid agreed, and they": the subjects of a list above or
    /// before the pronoun.
    fn listed_subjects(&self, noun: usize, mentions: &[Vec<Mention>]) -> Vec<Mention> {
        let clause = self.shape.clause_at(self.group(noun).head);
        let above = self.shape.ancestors(clause).skip(1);
        let list = above
            .map(|at| &self.shape.clauses[at].subjects)
            .find(|subjects| !subjects.is_empty());
        let quoted = self.text.quote_at(self.group(noun).head).is_some();
        let Some(list) = list.filter(|list| !list.contains(&noun) && !quoted) else {
            return Vec::new();
        };
        let named: Vec<&Mention> = match list.as_slice() {
            // "The leaders of Norway and Sweden said they": those whom one subject names.
            [one] => mentions.get(*one).into_iter().flatten().collect(),
            several => several
                .iter()
                .filter_map(|&subject| mentions.get(subject)?.first())
                .collect(),
        };
        if named.len() < list.len().max(2) {
            return Vec::new();
        }
        named
            .into_iter()
            .map(|m| Mention {
                who: m.who,
                grade: Grade::B,
                tokens: self.group(noun).tokens.clone(),
            })
            .collect()
    }

    /// Whom a pronoun stands for: who reports its clause, a subject before it, or who was in view.
    fn antecedent(
        &self,
        noun: usize,
        pronoun: Pronoun,
        mentions: &[Vec<Mention>],
        cast: &mut Cast,
    ) -> Option<(MemberId, Grade)> {
        let head = self.group(noun).head;
        let clause = self.shape.clause_at(head);
        if let Some(who) = self.asked(noun, clause, pronoun, mentions, cast) {
            return Some((who, Grade::B));
        }
        if let Some(who) = self.spoken_of(noun, pronoun, mentions, cast) {
            return Some((who, Grade::B));
        }
        let mut out = self.others_of_clause(noun, mentions);
        if let Some(who) = self.reporter(noun, pronoun, mentions, cast, &mut out) {
            return Some((who, Grade::B));
        }
        let in_quote = self.text.quote_at(head);
        // "'We thank Smith for what he does,' he said": who reports a quotation is nobody named in it.
        let reports = in_quote.is_none() && self.shape.clauses[clause].link == Link::Frame;
        if reports {
            let named = (0..mentions.len()).filter(|&n| {
                let group = self.group(n);
                !group.pronoun && self.text.quote_at(group.head).is_some()
            });
            let by_name = |m: &&Mention| m.grade == Grade::A;
            let named = named.flat_map(|n| &mentions[n]).filter(by_name);
            out.extend(named.map(|m| m.who));
        }
        let same = |m: &&Mention| cast.agrees(m.who, pronoun) && !out.contains(&m.who);
        let is_subject = |n: usize| {
            let at = self.shape.clause_at(self.group(n).head);
            self.shape.clauses[at].subjects.contains(&n)
        };
        let mut subjects = (0..noun)
            .filter(|&n| is_subject(n))
            .filter(|&n| {
                in_quote.is_none() && !reports || self.text.quote_at(self.group(n).head) == in_quote
            })
            .flat_map(|n| &mentions[n]);
        let earlier = subjects.find(same).map(|m| (m.who, Grade::B));
        let earlier = earlier.filter(|_| !(pronoun.many && self.is_strangers(noun, mentions)));
        // "Smith said that ..., but he did not": the subject of the clause beside.
        let is_first = (0..clause).all(|at| self.shape.clauses[at].verb.is_none());
        if earlier.is_some() && (self.shape.clauses[clause].link != Link::Root || !is_first) {
            return earlier;
        }
        if in_quote.is_some() {
            // In a quotation *he* is not its speaker, and who is meant lies outside the words.
            let inside = |m: &&Mention| self.text.quote_at(m.tokens.start) == in_quote;
            let before = mentions[..noun].iter().flatten().filter(inside);
            if let Some(m) = before.rev().find(same) {
                return Some((m.who, Grade::C));
            }
            out.extend(self.speakers_of(head, mentions));
            out.extend(self.named_behind(head, cast));
            return cast.antecedent(pronoun, &out).map(|who| (who, Grade::C));
        }
        if pronoun.many && self.is_strangers(noun, mentions) {
            return None;
        }
        if pronoun.gender == Gender::It || pronoun.many {
            // "Although Rome has blocked it before, it now": the body of the clause set before.
            let fronted = |m: &Mention| {
                let at = &self.shape.clauses[self.shape.clause_at(m.tokens.start)];
                at.link == Link::Adverbial && at.parent == Some(clause)
            };
            let mut earlier_subjects = (0..noun)
                .filter(|&n| is_subject(n))
                .flat_map(|n| &mentions[n]);
            if earlier_subjects.any(|m| fronted(m) && same(&m)) {
                return earlier;
            }
            let body = cast.body_in_view(pronoun, &out);
            return body.map(|who| (who, Grade::C)).or(earlier);
        }
        let person = cast.antecedent_or_voice(pronoun, &out);
        person.map(|who| (who, Grade::B)).or(earlier)
    }

    /// "'He wants it,' Smith said of Jones": whom a report names as the one it is about.
    fn spoken_of(
        &self,
        noun: usize,
        pronoun: Pronoun,
        mentions: &[Vec<Mention>],
        cast: &mut Cast,
    ) -> Option<MemberId> {
        let grammar = &self.rules.grammar;
        let own = self.shape.clause_at(self.group(noun).head);
        let subject = self.shape.clauses[own].subjects.contains(&noun);
        let about = (0..self.shape.nouns.len()).find(|&n| {
            let of = self
                .group(n)
                .preposition
                .filter(|&at| at > self.shape.tokens.start);
            of.is_some_and(|at| {
                grammar.of.contains(&self.text.tokens[at].word)
                    && grammar.is(&self.text.tokens[at - 1], Class::Spoken)
                    && self.shape.clause_at(at) != own
            })
        });
        let about = about.filter(|&n| subject && n != noun && !self.group(n).pronoun)?;
        let named = if let Some(named) = mentions.get(about) {
            named.clone()
        } else {
            // The groups between are not resolved yet, and name nobody for this one.
            let mut before = mentions.to_vec();
            before.resize(about, Vec::new());
            self.noun(about, &before, cast)
        };
        let mut who = named.iter().map(|m| m.who);
        who.find(|&who| cast.agrees(who, pronoun))
    }

    /// "asked Smith why he": whom the verb above asks, where the pronoun is the subject of what is asked.
    fn asked(
        &self,
        noun: usize,
        clause: usize,
        pronoun: Pronoun,
        mentions: &[Vec<Mention>],
        cast: &Cast,
    ) -> Option<MemberId> {
        let own = &self.shape.clauses[clause];
        let verb = self.shape.verb_of(own.parent?)?;
        let asks = self
            .rules
            .grammar
            .asking
            .contains(&self.text.tokens[verb.head].word);
        let told = own.link == Link::Complement && own.subjects.contains(&noun);
        let object = (0..noun).find(|&n| self.group(n).tokens.start == verb.tokens.end)?;
        let who = mentions[object]
            .iter()
            .find(|m| cast.agrees(m.who, pronoun));
        who.filter(|_| asks && told && !verb.passive).map(|m| m.who)
    }

    /// Those of a pronoun's own clause whom it cannot stand for: for a subject what follows its verb,
    /// for any other the subjects: "Merz met him", "they were not helping Kyiv".
    fn others_of_clause(&self, noun: usize, mentions: &[Vec<Mention>]) -> Vec<MemberId> {
        let clause = self.shape.clause_at(self.group(noun).head);
        let subjects = &self.shape.clauses[clause].subjects;
        let verb = self.shape.verb_of(clause);
        let after = |n: &usize| {
            let group = self.group(*n);
            verb.is_some_and(|verb| verb.tokens.end <= group.tokens.start)
                && self.shape.clause_at(group.head) == clause
        };
        let others: Vec<usize> = if subjects.contains(&noun) {
            (0..mentions.len()).filter(after).collect()
        } else {
            subjects.clone()
        };
        let others = others.iter().filter_map(|&n| mentions.get(n)).flatten();
        others.map(|m| m.who).collect()
    }

    /// The subject of a clause above, who speaks of himself: "Merz said he". Those there whom the
    /// pronoun cannot stand for are put `out`: who reports beside the words speaks of others.
    fn reporter(
        &self,
        noun: usize,
        pronoun: Pronoun,
        mentions: &[Vec<Mention>],
        cast: &mut Cast,
        out: &mut Vec<MemberId>,
    ) -> Option<MemberId> {
        let head = self.group(noun).head;
        let clause = self.shape.clause_at(head);
        let in_quote = self.text.quote_at(head);
        let is_frame = self.shape.clauses[clause].link == Link::Frame;
        for parent in self.shape.ancestors(clause).skip(1) {
            let reported = self.shape.clauses[parent].verb.is_some() && !is_frame;
            for &subject in &self.shape.clauses[parent].subjects {
                let Some(named) = mentions.get(subject).filter(|_| subject != noun) else {
                    continue;
                };
                let same_place = self.text.quote_at(self.group(subject).head) == in_quote;
                let owner = if named.is_empty() {
                    self.owner(subject, mentions, cast)
                } else {
                    Vec::new()
                };
                let fits = |m: &&Mention| cast.agrees(m.who, pronoun) && !out.contains(&m.who);
                let found = named.iter().chain(&owner).find(fits);
                if let Some(m) = found.filter(|_| same_place && reported) {
                    return Some(m.who);
                }
                // "He will go, he says": of two pronouns both can be the speaker.
                if !self.group(subject).pronoun {
                    out.extend(named.iter().map(|m| m.who));
                }
            }
        }
        None
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

    /// "'He asked me. I said no,' said Smith": those named where the sentence goes on behind the quotation that holds a token.
    fn named_behind(&self, token: usize, cast: &Cast) -> Vec<MemberId> {
        let Some(number) = self.text.quote_at(token) else {
            return Vec::new();
        };
        let end = self.text.quotes[number].tokens.end;
        let last = end.saturating_sub(1);
        let rest = end..self.text.sentences[self.text.sentence_at(last)]
            .tokens
            .end
            .max(end);
        let actors = self.names.within(&rest).flat_map(|name| name.actors.iter());
        actors.filter_map(|&actor| cast.known(actor)).collect()
    }

    /// "it is believed", "it is vital": stands for no one.
    fn is_expletive(&self, clause: usize) -> bool {
        self.shape
            .verb_of(clause)
            .is_none_or(|verb| verb.copula || verb.passive)
    }
}
