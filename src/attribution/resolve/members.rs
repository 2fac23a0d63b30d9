//! Who the members of a group are, where the sentence names them: its instances, or as many as it counts.

use std::ops::Range;

use crate::attribution::Mention;
use crate::attribution::cast::Cast;
use crate::attribution::names;
use crate::attribution::resolve::Resolver;
use crate::clause::{Link, Tag};
use crate::grammar::Class;
use crate::rules::{ActorKind, Title};
use crate::statement::Grade;
use crate::words::{Mark, fold};

/// So many words join a companion: *as well as*.
const LONGEST_LINK: usize = 3;

impl Resolver<'_> {
    /// "hawks like Smith said", "countries including Norway and Sweden": those that a noun for several has
    /// for instances.
    pub(super) fn name_instances(&self, mentions: &mut [Vec<Mention>]) {
        for noun in 1..mentions.len() {
            // "members of the bloc, including Norway": of the members.
            let mut several = noun - 1;
            while let Some(above) = self.hangs_on(several)
                && self.is_one(self.group(several).head)
            {
                several = above;
            }
            if self.brings_instance(noun) && !self.is_one(self.group(several).head) {
                let listed = self.listed_from(noun, mentions);
                mentions[several].extend(listed);
            }
        }
    }

    /// "a majority of the senators": a part of several is those, for all that is told.
    pub(super) fn name_shares(&self, mentions: &mut [Vec<Mention>], cast: &Cast) {
        for noun in 1..mentions.len() {
            let share = self.group(noun - 1);
            let of = self.group(noun).preposition == Some(share.tokens.end)
                && self.is_of(share.tokens.end);
            let head = self.text.tokens[share.head].word;
            let several = |m: &Mention| cast.get(m.who).kind == ActorKind::Collective;
            if of && self.rules.grammar.share.contains(&head) && mentions[noun - 1].is_empty() {
                let several = mentions[noun]
                    .iter()
                    .filter(|m| several(m))
                    .cloned()
                    .collect();
                mentions[noun - 1] = several;
            }
        }
    }

    /// "Norway, along with Sweden, announced": a subject is those, too, whom it is joined by.
    pub(super) fn name_companions(&self, mentions: &mut [Vec<Mention>]) {
        for noun in 1..mentions.len() {
            let beside = noun - 1;
            let mut clauses = self.shape.clauses.iter();
            let is_subject = clauses.any(|clause| clause.subjects.contains(&beside));
            if is_subject && !mentions[beside].is_empty() && self.brings_companion(noun) {
                let listed = self.listed_from(noun, mentions);
                mentions[beside].extend(listed);
            }
        }
    }

    /// "Like Norway, Sweden wants": the subject is the one, too, that the sentence opens with as its like.
    pub(super) fn name_alike(&self, mentions: &mut [Vec<Mention>]) {
        let start = self.shape.tokens.start;
        let first = &self.text.tokens[start];
        let opens = self.rules.grammar.alike.contains(&first.word);
        let group = mentions.first().map(|_| self.group(0));
        let Some(group) = group.filter(|group| opens && group.preposition == Some(start)) else {
            return;
        };
        let apart = self.shape.tag_at(group.tokens.end) == Tag::Mark(Mark::Comma);
        let subject = self.shape.noun_at(group.tokens.end + 1).filter(|_| apart);
        let mut clauses = self.shape.clauses.iter();
        let subject = subject.filter(|subject| {
            clauses.any(|clause| clause.link == Link::Root && clause.subjects == [*subject])
        });
        if let Some(subject) = subject.filter(|&subject| !mentions[subject].is_empty()) {
            let alike = mentions[0].clone();
            mentions[subject].extend(alike);
        }
    }

    /// Whether a noun group stands behind words for company, right after another group: "along with Smith",
    /// ", as well as Smith".
    fn brings_companion(&self, noun: usize) -> bool {
        let before = self.group(noun - 1).tokens.end;
        let parts = matches!(
            self.shape.tag_at(before),
            Tag::Mark(Mark::Comma | Mark::Dash)
        );
        let start = before + usize::from(parts);
        let links = start..self.group(noun).tokens.start;
        let joins = |at: usize| {
            let word = self.text.tokens[at].word;
            self.rules.grammar.joining.contains(&word)
        };
        let echo = &self.rules.grammar.echo;
        let as_well = links.len() == LONGEST_LINK
            && echo.contains(&self.text.tokens[start].word)
            && joins(start + 1);
        !links.is_empty() && links.len() <= LONGEST_LINK && (joins(start) || as_well)
    }

    /// Whether a noun group stands behind a word for instances, right after another group: "like Smith",
    /// "such as Smith", ", including Smith".
    fn brings_instance(&self, noun: usize) -> bool {
        let is_instance = |at: usize| {
            let word = self.text.tokens[at].word;
            self.rules.grammar.instance.contains(&word)
        };
        let before = self.group(noun - 1).tokens.end;
        let Some(at) = self.group(noun).preposition.filter(|&at| at >= before) else {
            return false;
        };
        let comma = self.shape.tag_at(before) == Tag::Mark(Mark::Comma);
        let start = before + usize::from(comma);
        let echo = &self.rules.grammar.echo;
        let such_as = start + 1 == at && echo.contains(&self.text.tokens[at].word);
        (start == at || such_as) && is_instance(start)
    }

    /// Whom a noun group and those listed after it name.
    fn listed_from(&self, noun: usize, mentions: &[Vec<Mention>]) -> Vec<Mention> {
        let mut named = mentions[noun].clone();
        let mut end = self.group(noun).tokens.end;
        for (next, others) in mentions.iter().enumerate().skip(noun + 1) {
            let group = self.group(next);
            let between = end..group.tokens.start;
            if group.preposition.is_some()
                || between.is_empty()
                || !between.clone().all(|at| self.lists(at))
            {
                break;
            }
            named.extend(others.iter().cloned());
            end = group.tokens.end;
        }
        named
    }

    /// "Two senators, Ann Smith and Tom Jones, voted", "Two voted against it: Ann Smith and Tom Jones.": those
    /// who are counted are as many persons set beside them, or those listed behind a colon, and have their office.
    pub(super) fn name_counted(&self, mentions: &mut [Vec<Mention>], cast: &mut Cast) {
        for at in 0..self.shape.clauses.len() {
            let clause = &self.shape.clauses[at];
            let ([subject], Some(verb)) = (&clause.subjects[..], clause.verb) else {
                continue;
            };
            let Some(count) = self.count_of(*subject) else {
                continue;
            };
            let verb = &self.shape.verbs[verb].tokens;
            let beside = self.persons_in(at, self.group(*subject).tokens.end..verb.start);
            let named = |nouns: &[usize]| -> Vec<Mention> {
                let person = |mention: &&Mention| {
                    mention.grade == Grade::A && cast.get(mention.who).kind == ActorKind::Person
                };
                let nouns = nouns.iter().flat_map(|&noun| &mentions[noun]);
                nouns.filter(person).cloned().collect()
            };
            let (beside, behind) = (named(&beside), named(&self.listed_behind(at, verb.end)));
            let named = if beside.len() == count {
                beside
            } else if (2..=count).contains(&behind.len()) {
                behind
            } else {
                continue;
            };
            if !mentions[*subject].is_empty() || self.has_office(*subject) {
                for mention in &named {
                    cast.members[mention.who.0].public = true;
                }
            }
            mentions[*subject] = named;
        }
    }

    /// Whether a title in a noun group makes its bearers public.
    fn has_office(&self, noun: usize) -> bool {
        let titles = self.names.titles_within(&self.group(noun).tokens);
        let mut titles = titles
            .iter()
            .map(|(_, title)| names::title(self.rules, *title));
        titles.any(Title::makes_public)
    }

    /// How many a noun group speaks of, where it begins with a number of two or more.
    fn count_of(&self, noun: usize) -> Option<usize> {
        let first = &self.text.tokens[self.group(noun).tokens.start];
        let written = fold(self.text.slice(first.span));
        let words = &self.rules.grammar.counts;
        let count = words
            .iter()
            .position(|&word| word == first.word)
            .map(|at| at + 2);
        count
            .or_else(|| written.parse().ok())
            .filter(|&count| count > 1)
    }

    /// The noun groups of a clause in these tokens that no preposition brings in.
    fn persons_in(&self, clause: usize, tokens: Range<usize>) -> Vec<usize> {
        let nouns = (0..self.shape.nouns.len()).filter(|&noun| {
            let group = self.group(noun);
            group.preposition.is_none()
                && tokens.contains(&group.head)
                && self.shape.clause_at(group.head) == clause
        });
        nouns.collect()
    }

    /// The noun groups of a list behind a colon, which ends the sentence and has no verb.
    fn listed_behind(&self, clause: usize, from: usize) -> Vec<usize> {
        let end = self.shape.tokens.end;
        let is_colon = |&at: &usize| self.shape.tag_at(at) == Tag::Mark(Mark::Colon);
        let Some(colon) = (from..end).find(is_colon) else {
            return Vec::new();
        };
        let verbless = self.shape.verbs.iter().all(|verb| verb.tokens.end <= from);
        let Some(list) = (colon + 1 < end && verbless).then(|| self.shape.clause_at(colon + 1))
        else {
            return Vec::new();
        };
        if self.shape.clauses[list].parent == Some(clause) {
            self.persons_in(list, colon..end)
        } else {
            Vec::new()
        }
    }

    /// "one of the leaders": the group of *one*, where it is what a group of several hangs on; else the group.
    pub(super) fn one_of(&self, noun: usize) -> usize {
        let of = self.group(noun).preposition;
        let counted = noun.checked_sub(1).filter(|&before| {
            let one = self.group(before);
            let hangs = of == Some(one.tokens.end)
                && self
                    .rules
                    .grammar
                    .of
                    .contains(&self.text.tokens[one.tokens.end].word);
            let number = self
                .rules
                .grammar
                .is(&self.text.tokens[one.head], Class::Number);
            hangs && number && one.tokens.len() == 1
        });
        counted.unwrap_or(noun)
    }

    /// "Smith is the only one who", "Smith was among those who", "among those who do is Smith": whether a group tells what
    /// the subject of a clause is.
    pub(super) fn is_told_of(&self, clause: usize, noun: usize) -> bool {
        let group = self.group(noun);
        let among = |at: usize| {
            self.rules
                .grammar
                .among
                .contains(&self.text.tokens[at].word)
        };
        self.shape.verb_of(clause).is_some_and(|verb| {
            let first = self.shape.tokens.start;
            let tells = match group.preposition {
                Some(at) => (at == verb.tokens.end || at == first) && among(at),
                None => self.begins_with(verb.tokens.end, noun),
            };
            verb.copula && verb.nots.is_empty() && tells
        })
    }

    /// "is a bully, a boaster and a liar": whether a group is the one that begins at a token, or is listed with it.
    fn begins_with(&self, token: usize, noun: usize) -> bool {
        let mut nouns = self.shape.nouns.iter();
        let first = nouns.position(|group| group.tokens.start == token);
        first.is_some_and(|first| self.shape.list_from(first).contains(&noun))
    }
}
