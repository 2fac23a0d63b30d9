//! Everyone an article names, and who was spoken of last.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::attribution::{Attribution, Line, Mention};
use crate::clause::Link;
use crate::grammar::{Gender, Pronoun};
use crate::id::ActorId;
use crate::rules::{Actor, ActorKind};

/// Someone in the cast of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MemberId(pub usize);

/// Someone an article names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The holder's id.
    pub id: ActorId,
    /// The full name as the files or the article give it.
    pub name: String,
    /// Where in the roster, for those whom the files name.
    pub actor: Option<usize>,
    /// What kind of actor.
    pub kind: ActorKind,
    /// Which pronouns can stand for them.
    pub gender: Gender,
    /// The family name in lower case, for those whom the files do not name.
    pub family: String,
    /// Whether an office or organisation makes them a holder; a private person is none.
    pub public: bool,
    /// The country or body whose official they are, where the article says so.
    pub of: Option<String>,
    /// The titles the article gives them, numbers into `Actors::titles`.
    pub titles: Vec<usize>,
}

/// The cast of an article.
#[derive(Debug)]
pub struct Cast {
    /// The article's date.
    pub date: Option<Date>,
    /// Everyone, in the order of first mention.
    pub members: Vec<Member>,
    by_actor: BTreeMap<usize, MemberId>,
    /// How much each was in view, by the sentence of the last mention.
    focus: Vec<Focus>,
}

#[derive(Clone, Copy, Debug)]
struct Focus {
    who: MemberId,
    sentence: usize,
    weight: u32,
    many: bool,
}

/// The weight of a main subject.
const MAIN: u32 = 4;

/// How many sentences back a pronoun reaches.
const REACH: usize = 4;

impl Cast {
    /// Nobody yet, in an article of that date.
    #[must_use]
    pub fn new(date: Option<Date>) -> Self {
        Self {
            date,
            members: Vec::new(),
            by_actor: BTreeMap::new(),
            focus: Vec::new(),
        }
    }

    /// Someone of the cast.
    #[must_use]
    pub fn get(&self, who: MemberId) -> &Member {
        &self.members[who.0]
    }

    /// The member for an actor of the roster.
    pub fn actor(&mut self, number: usize, actor: &Actor) -> MemberId {
        if let Some(&who) = self.by_actor.get(&number) {
            return who;
        }
        let who = self.push(Member {
            id: actor.id.clone(),
            name: actor.name.clone(),
            actor: Some(number),
            kind: actor.kind,
            gender: actor.gender,
            family: actor.family.clone(),
            public: true,
            of: actor.side.clone(),
            titles: Vec::new(),
        });
        self.by_actor.insert(number, who);
        who
    }

    /// Adds someone.
    pub fn push(&mut self, member: Member) -> MemberId {
        self.members.push(member);
        MemberId(self.members.len() - 1)
    }

    /// Someone off the roster by family name.
    #[must_use]
    pub fn stranger(&self, family: &str) -> Option<MemberId> {
        self.members
            .iter()
            .rposition(|member| member.actor.is_none() && member.family == family)
            .map(MemberId)
    }

    /// Whether an actor of the roster was named before.
    #[must_use]
    pub fn has_actor(&self, number: usize) -> bool {
        self.by_actor.contains_key(&number)
    }

    /// Whom a pronoun stands for, among those named before this sentence; `not` are out.
    #[must_use]
    pub fn antecedent(
        &self,
        pronoun: Pronoun,
        sentence: usize,
        not: &[MemberId],
    ) -> Option<MemberId> {
        let mut scores: BTreeMap<MemberId, i64> = BTreeMap::new();
        for focus in self.focus.iter().rev() {
            let back = sentence.saturating_sub(focus.sentence);
            if back > REACH {
                break;
            }
            let member = self.get(focus.who);
            if not.contains(&focus.who) || !agrees(member, pronoun, focus.many) {
                continue;
            }
            let near = [60, 40, 15, 6, 2][back.min(REACH)];
            *scores.entry(focus.who).or_default() += near * i64::from(focus.weight);
        }
        scores
            .into_iter()
            .max_by_key(|&(who, score)| (score, who))
            .map(|(who, _)| who)
    }

    /// The body that *it* or *they* stands for: the subject or speaker of the sentence before, where
    /// that is one. A report, a plan or a people in between takes the pronoun for itself.
    #[must_use]
    pub fn body_in_view(
        &self,
        pronoun: Pronoun,
        sentence: usize,
        not: &[MemberId],
    ) -> Option<MemberId> {
        let before = |focus: &&Focus| focus.sentence + 1 == sentence && focus.weight >= MAIN;
        let focus = self.focus.iter().rev().find(before)?;
        let fits = agrees(self.get(focus.who), pronoun, focus.many) && !not.contains(&focus.who);
        fits.then_some(focus.who)
    }

    /// The last person in view who is an official of a body.
    #[must_use]
    pub fn last_of(&self, body: &str, sentence: usize) -> Option<MemberId> {
        self.focus
            .iter()
            .rev()
            .take_while(|focus| sentence.saturating_sub(focus.sentence) <= REACH)
            .map(|focus| focus.who)
            .find(|&who| {
                let member = self.get(who);
                member.kind == ActorKind::Person && member.of.as_deref() == Some(body)
            })
    }

    /// Those of the cast whom a pronoun can stand for.
    #[must_use]
    pub fn agrees(&self, who: MemberId, pronoun: Pronoun) -> bool {
        agrees(self.get(who), pronoun, false)
    }

    /// The last bearer of a title that the article gave them.
    #[must_use]
    pub fn titled(&self, title: usize) -> Option<MemberId> {
        let bearers = |who: &MemberId| self.get(*who).titles.contains(&title);
        let recent = self.focus.iter().rev().map(|focus| focus.who).find(bearers);
        recent.or_else(|| (0..self.members.len()).rev().map(MemberId).find(bearers))
    }

    /// The last two persons in view, else the last two bodies, for *the pair*, *both sides*.
    #[must_use]
    pub fn last_two(&self, sentence: usize) -> Vec<MemberId> {
        let people = self.last_two_of(sentence, |kind| kind == ActorKind::Person);
        if people.is_empty() {
            return self.last_two_of(sentence, |kind| {
                matches!(kind, ActorKind::Country | ActorKind::Institution)
            });
        }
        people
    }

    fn last_two_of(&self, sentence: usize, fits: impl Fn(ActorKind) -> bool) -> Vec<MemberId> {
        let mut pair = Vec::new();
        for focus in self.focus.iter().rev() {
            if sentence.saturating_sub(focus.sentence) > REACH {
                break;
            }
            if fits(self.get(focus.who).kind) && !pair.contains(&focus.who) && focus.weight > 1 {
                pair.push(focus.who);
                if pair.len() == 2 {
                    pair.reverse();
                    return pair;
                }
            }
        }
        Vec::new()
    }

    /// Notes who was in view in a sentence: speakers and subjects more than others.
    pub(super) fn close_sentence(
        &mut self,
        sentence: usize,
        line: &Line,
        mentions: &[Vec<Mention>],
        spoken: &[Attribution],
    ) {
        for (noun, named) in mentions.iter().enumerate() {
            for mention in named {
                let group = &line.shape.nouns[noun];
                let clause = &line.shape.clauses[line.shape.clause_at(group.head)];
                let subject = clause.subjects.contains(&noun);
                let main =
                    subject && matches!(clause.link, Link::Root | Link::Beside | Link::Frame);
                let speaks = spoken
                    .iter()
                    .any(|a| a.speakers.iter().any(|s| s.who == mention.who));
                let weight = match (speaks, main, subject) {
                    (true, _, _) => 6,
                    (false, true, _) => MAIN,
                    (false, false, true) => 3,
                    (false, false, false) if group.preposition.is_some() => 1,
                    _ => 2,
                };
                self.focus.push(Focus {
                    who: mention.who,
                    sentence,
                    weight,
                    many: named.len() > 1,
                });
            }
        }
        for attribution in spoken {
            for speaker in &attribution.speakers {
                self.focus.push(Focus {
                    who: speaker.who,
                    sentence,
                    weight: 2,
                    many: false,
                });
            }
        }
    }
}

fn agrees(member: &Member, pronoun: Pronoun, many: bool) -> bool {
    if pronoun.many {
        return many
            || matches!(
                member.kind,
                ActorKind::Collective | ActorKind::Country | ActorKind::Institution
            );
    }
    match (pronoun.gender, member.kind) {
        (Gender::It, ActorKind::Person) => false,
        (Gender::It | Gender::Any, _) => true,
        (wanted, ActorKind::Person) => member.gender == wanted || member.gender == Gender::Any,
        _ => false,
    }
}
