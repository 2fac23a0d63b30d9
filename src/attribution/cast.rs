//! Everyone an article names, and who was spoken of last.

mod view;

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::attribution::{Attribution, Line, Mention};
use crate::clause::Link;
use crate::grammar::{Class, Gender, Grammar, Pronoun};
use crate::id::ActorId;
use crate::rules::{Actor, ActorKind, Role, Rules};
use crate::span::Span;
use crate::text::Text;
use crate::words::{WordId, fold};

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
    /// The titles the article gives them, by their last words.
    pub titles: Vec<WordId>,
}

/// The cast of an article.
#[derive(Debug)]
pub struct Cast {
    /// The article's date.
    pub date: Option<Date>,
    /// Everyone, in the order of first mention.
    pub members: Vec<Member>,
    by_actor: BTreeMap<usize, MemberId>,
    /// The one of the roster whom the article is about, if it is about one.
    protagonist: Option<usize>,
    /// How much each was in view, by the sentence of the last mention.
    focus: Vec<Focus>,
    /// How many of these stand in earlier paragraphs.
    earlier: usize,
    /// How many sentences were read; those within a quotation count with the one before.
    read: usize,
    /// Up to which sentence someone was spoken of whom nobody knows.
    unknown: Option<usize>,
    /// The bodies for which one person spoke whom nobody names, and in which sentence.
    voices: Vec<(MemberId, usize)>,
    /// The word for the paper that was spoken of last, who wrote it, and in which sentence that was told.
    paper: Option<(WordId, Vec<Mention>, usize)>,
}

#[derive(Clone, Copy, Debug)]
struct Focus {
    who: MemberId,
    sentence: usize,
    weight: u32,
    many: bool,
    /// Whether the main subject met them: *hosted Smith*, *spoke with Smith*.
    met: bool,
}

/// The weight of any subject.
const SUBJECT: u32 = 3;

/// The weight of a main subject, or of the agent of a main verb.
const MAIN: u32 = 5;

/// The weight of whoever speaks in the reporter's words.
const SPEAKER: u32 = 6;

/// How much a mention counts, by how many sentences back it stands.
const NEARNESS: [i64; REACH + 1] = [60, 40, 12, 4, 1];

/// How much more a mention of the one counts whom the article is about.
const PROTAGONIST: i64 = 2;

/// How many sentences back a pronoun reaches.
const REACH: usize = 4;

impl Cast {
    /// Nobody yet, in an article of that date.
    #[must_use]
    pub fn new(date: Option<Date>, protagonist: Option<usize>) -> Self {
        Self {
            date,
            protagonist,
            members: Vec::new(),
            by_actor: BTreeMap::new(),
            focus: Vec::new(),
            earlier: 0,
            read: 0,
            unknown: None,
            voices: Vec::new(),
            paper: None,
        }
    }

    /// An actor of the roster, if the article has named them.
    #[must_use]
    pub fn known(&self, actor: usize) -> Option<MemberId> {
        self.by_actor.get(&actor).copied()
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

    /// The author of a piece of opinion: someone of the roster, or a stranger of that name.
    pub(super) fn author(&mut self, rules: &Rules, name: &str) -> Option<MemberId> {
        let tokens = rules.words.tokens(name, Span::new(0, name.len()));
        let list = &rules.actors.list;
        let found = rules.actors.name_phrases.find(&tokens);
        let full = found.iter().filter(|found| found.end - found.start > 1);
        let person = full
            .map(|found| rules.actors.names[found.phrase.0 as usize].actor)
            .find(|&actor| list[actor].kind == ActorKind::Person);
        if let Some(actor) = person {
            return Some(self.actor(actor, &list[actor]));
        }
        let family = name.split_whitespace().next_back()?;
        Some(self.push(Member {
            id: ActorId::from_name(family)?,
            name: name.to_owned(),
            actor: None,
            kind: ActorKind::Person,
            gender: Gender::Any,
            family: fold(family),
            public: true,
            of: None,
            titles: Vec::new(),
        }))
    }

    /// Notes a title that the article gives someone.
    pub fn entitle(&mut self, who: MemberId, title: WordId) {
        let titles = &mut self.members[who.0].titles;
        if !titles.contains(&title) {
            titles.push(title);
        }
    }

    /// Adds someone.
    pub fn push(&mut self, member: Member) -> MemberId {
        self.members.push(member);
        MemberId(self.members.len() - 1)
    }

    /// Someone off the roster by family name, and by the gender that an honorific tells.
    #[must_use]
    pub fn stranger(&self, family: &str, gender: Gender) -> Option<MemberId> {
        let unlisted = |member: &Member| member.actor.is_none() && member.family == family;
        let either = |one: Gender| one == Gender::Any || gender == Gender::Any || one == gender;
        // Whose family name is too common a word to be looked for before the full name was met.
        let common = |member: &Member| {
            let last = member.name.split_whitespace().next_back();
            member.kind == ActorKind::Person && last.is_some_and(|last| fold(last) == family)
        };
        let find = |fits: &dyn Fn(&Member) -> bool| {
            let mut members = self.members.iter();
            members.rposition(|member| either(member.gender) && fits(member))
        };
        find(&unlisted).or_else(|| find(&common)).map(MemberId)
    }

    /// The only one named so far whose given name this is, in lower case.
    pub(super) fn called(&self, given: &str, roster: &[Actor]) -> Option<MemberId> {
        let bears = |member: &Member| {
            let first = || member.name.split_whitespace().next().map(fold);
            match member.actor {
                Some(actor) => roster[actor].given.iter().any(|own| own == given),
                None => first().is_some_and(|first| first == given),
            }
        };
        let person = |who: &usize| {
            let member = &self.members[*who];
            member.kind == ActorKind::Person && bears(member)
        };
        let mut bearers = (0..self.members.len()).filter(person);
        let only = bearers.next()?;
        bearers.next().is_none().then_some(MemberId(only))
    }

    /// Whether an actor of the roster was named before.
    #[must_use]
    pub fn has_actor(&self, number: usize) -> bool {
        self.by_actor.contains_key(&number)
    }

    /// A paragraph begins.
    pub(super) fn open_paragraph(&mut self) {
        self.earlier = self.focus.len();
    }

    /// Whom a pronoun stands for, among those named before this sentence; `not` are out. Who was a
    /// subject in its own paragraph comes before all others.
    #[must_use]
    pub fn antecedent(&self, pronoun: Pronoun, not: &[MemberId]) -> Option<MemberId> {
        self.most_in_view(pronoun, not, |_| false)
    }

    /// Whom a pronoun of the reporter's stands for: also the one who spoke for a body, "A Kremlin spokesman said. He added".
    pub(super) fn antecedent_or_voice(
        &self,
        pronoun: Pronoun,
        not: &[MemberId],
    ) -> Option<MemberId> {
        let personal = matches!(pronoun.gender, Gender::He | Gender::She) && !pronoun.many;
        self.most_in_view(pronoun, not, |focus| {
            personal && self.voices.contains(&(focus.who, focus.sentence))
        })
    }

    fn most_in_view(
        &self,
        pronoun: Pronoun,
        not: &[MemberId],
        speaks: impl Fn(&Focus) -> bool,
    ) -> Option<MemberId> {
        if self.unknown == Some(self.read) && !pronoun.many {
            return None;
        }
        let fits = |focus: &&Focus| {
            let agrees = agrees(self.get(focus.who), pronoun, focus.many);
            !not.contains(&focus.who) && (agrees || speaks(focus))
        };
        let here = &self.focus[self.earlier..];
        let subject_here = here
            .iter()
            .filter(fits)
            .any(|focus| focus.weight >= SUBJECT);
        let among = if subject_here { here } else { &self.focus };
        // Of equals, who was named last.
        let mut scores: Vec<(MemberId, i64)> = Vec::new();
        for focus in among.iter().rev() {
            let Some(near) = self.nearness(focus) else {
                break;
            };
            if fits(&focus) {
                let actor = self.get(focus.who).actor;
                let about = actor.is_some() && actor == self.protagonist;
                let weight = i64::from(focus.weight) * if about { PROTAGONIST } else { 1 };
                match scores.iter_mut().find(|(who, _)| *who == focus.who) {
                    Some((_, score)) => *score += near * weight,
                    None => scores.push((focus.who, near * weight)),
                }
            }
        }
        scores
            .into_iter()
            .rev()
            .max_by_key(|&(_, score)| score)
            .map(|(who, _)| who)
    }

    /// The subject just read was a person whom nobody knows: *he* is most likely that one.
    pub fn lose_sight(&mut self) {
        self.unknown = Some(self.read);
    }

    /// How much a mention counts from here; nothing where it is out of reach.
    fn nearness(&self, focus: &Focus) -> Option<i64> {
        NEARNESS
            .get(self.read.saturating_sub(focus.sentence))
            .copied()
    }

    /// Those of the cast whom a pronoun can stand for.
    #[must_use]
    pub fn agrees(&self, who: MemberId, pronoun: Pronoun) -> bool {
        agrees(self.get(who), pronoun, false)
    }

    /// The last bearer of a title that the article gave them, by its last word.
    #[must_use]
    pub fn titled(&self, title: WordId) -> Option<MemberId> {
        let bearers = |who: &MemberId| self.get(*who).titles.contains(&title);
        let recent = self.focus.iter().rev().map(|focus| focus.who).find(bearers);
        recent.or_else(|| (0..self.members.len()).rev().map(MemberId).find(bearers))
    }

    /// The leading office of a country or body that someone holds.
    pub(super) fn leading<'r>(&self, rules: &'r Rules, who: MemberId) -> Option<&'r Role> {
        let actors = &rules.actors;
        let known = self.get(who).actor.map(|actor| &actors.list[actor].roles);
        known.into_iter().flatten().find(|role| {
            let leads = actors.leaders.get(&role.of) == Some(&role.office);
            leads && self.date.is_none_or(|day| role.covers(day))
        })
    }

    /// Remembers that one person speaks for a body in the sentence.
    pub(super) fn give_voice(&mut self, who: MemberId) {
        self.voices.push((who, self.read));
    }

    /// Remembers who wrote the paper that the sentence speaks of by a word.
    pub(super) fn write(&mut self, word: WordId, authors: &[Mention]) {
        self.paper = Some((word, authors.to_vec(), self.read));
    }

    /// Who wrote the paper that was spoken of last by the same word, where that is not long ago.
    pub(super) fn authors(&self, word: WordId) -> Vec<Mention> {
        let paper = self.paper.iter();
        let near = paper.filter(|(named, _, at)| *named == word && self.read - at <= REACH);
        near.flat_map(|(_, authors, _)| authors.clone()).collect()
    }

    /// Notes who was in view in a sentence: speakers and subjects more than others.
    pub(super) fn close_sentence(
        &mut self,
        grammar: &Grammar,
        text: &Text,
        line: &Line,
        mentions: &[Vec<Mention>],
        spoken: &[Attribution],
    ) {
        let quoted = is_quoted(text, &line.shape.tokens);
        let sentence = if quoted {
            self.read.saturating_sub(1)
        } else {
            self.read
        };
        // "His father, Karl Smith, was a miner.": *he* is still the son.
        let is_relative = |mention: &Mention| {
            let name = mention.tokens.start;
            line.shape.nouns.iter().any(|group| {
                let mut words = group.tokens.clone().take_while(|&at| at < name);
                let owned = words.any(|at| {
                    let token = &text.tokens[at];
                    token.possessive || grammar.is(token, Class::Possessive)
                });
                owned
                    && words.any(|at| grammar.is(&text.tokens[at], Class::Kin))
                    && name <= group.tokens.end + 1
            })
        };
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
                let in_quote = text.quote_at(mention.tokens.start).is_some();
                // "Smith said that Jones had told them": who speaks in the words of another is not whom the sentence is about.
                let within = subject && clause.link == Link::Complement;
                let acts = main || is_agent(grammar, text, line, noun);
                let weight = match (speaks, acts, subject) {
                    _ if quoted || in_quote => 1,
                    (true, _, _) if !within => SPEAKER,
                    _ if is_relative(mention) => 0,
                    (_, true, _) | (true, false, _) => MAIN,
                    (false, false, true) => SUBJECT,
                    (false, false, false) if group.preposition.is_some() => 1,
                    _ => 2,
                };
                self.focus.push(Focus {
                    who: mention.who,
                    sentence,
                    weight,
                    many: named.len() > 1,
                    met: is_met(grammar, text, line, noun),
                });
            }
        }
        let outside = |a: &&Attribution| {
            let cue = a.cue.as_ref();
            cue.is_none_or(|cue| text.quote_at(cue.tokens.start).is_none())
        };
        for attribution in spoken.iter().filter(outside) {
            for speaker in &attribution.speakers {
                self.focus.push(Focus {
                    who: speaker.who,
                    sentence,
                    weight: 2,
                    many: false,
                    met: false,
                });
            }
        }
        self.read = sentence + 1;
    }
}

/// "was attended by Smith": whether a noun group is the agent of a main verb.
fn is_agent(grammar: &Grammar, text: &Text, line: &Line, noun: usize) -> bool {
    let shape = &line.shape;
    let clause = &shape.clauses[shape.clause_at(shape.nouns[noun].head)];
    let passive = clause.verb.filter(|&verb| shape.verbs[verb].passive);
    matches!(clause.link, Link::Root | Link::Beside | Link::Frame)
        && passive.is_some_and(|verb| shape.agents(text, grammar, verb).contains(&noun))
}

/// "hosted Smith in Rome", "spoke with Smith": whether a noun group is whom the main subject of a sentence met.
fn is_met(grammar: &Grammar, text: &Text, line: &Line, noun: usize) -> bool {
    let shape = &line.shape;
    let group = &shape.nouns[noun];
    let clause = &shape.clauses[shape.clause_at(group.head)];
    let word = |at: usize| text.tokens[at].word;
    let along = group
        .preposition
        .is_none_or(|at| grammar.absolute.contains(&word(at)));
    let meets = clause.verb.is_some_and(|verb| {
        let verb = &shape.verbs[verb];
        let directly = group.preposition.unwrap_or(group.tokens.start) == verb.tokens.end;
        directly && !verb.passive && grammar.meeting.contains(&word(verb.head))
    });
    along && meets && matches!(clause.link, Link::Root | Link::Beside)
}

/// Whether all words of a sentence stand in quotation marks.
fn is_quoted(text: &Text, tokens: &Range<usize>) -> bool {
    let mut words = tokens.clone().filter(|&at| text.tokens[at].is_word());
    words.all(|at| text.quote_at(at).is_some())
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
