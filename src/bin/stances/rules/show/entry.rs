//! One thing, written out.

use std::io::{self, Write};

use stances::id::ActorId;
use stances::phrase::{PhraseId, PhraseSet, Slot};
use stances::rules::{
    Actor, ActorKind, Cue, CueHolder, Pack, Position, PositionPhrase, Rules, Source, SourceRole,
    Takes, Within,
};
use stances::statement::{CueKind, Stance};
use stances::warnings::Places;

use super::found::{Found, id};
use crate::rules::count;

/// Writes entries.
pub(super) struct Writer<'a> {
    pub(super) rules: &'a Rules,
    pub(super) sources: &'a [Source],
    /// How many wordings of a phrase are written out.
    pub(super) most: usize,
    pub(super) out: &'a mut dyn Write,
}

impl Writer<'_> {
    pub(super) fn entry(&mut self, found: &Found) -> io::Result<()> {
        let rules = self.rules;
        match *found {
            Found::Position { pack, position } => {
                let pack = &rules.packs[pack];
                self.position(pack, position, &pack.positions[position])?;
            }
            Found::Actor(number) => self.actor(number, &rules.actors.list[number])?,
            Found::Cue(number) => self.cue(number, &rules.lexicon.cues[number])?,
            Found::Phrase { pack, phrase } => {
                let pack = &rules.packs[pack];
                self.phrase(pack, phrase, &pack.phrases[phrase])?;
            }
        }
        writeln!(self.out)
    }

    fn position(&mut self, pack: &Pack, number: usize, position: &Position) -> io::Result<()> {
        let id = &position.id;
        let places = Places::of(self.sources, |role| matches!(role, SourceRole::Position(_)));
        let file = places.get(id.as_str()).file;
        writeln!(
            self.out,
            "position {id} ({}) of {}  {file}",
            position.short, pack.id
        )?;
        writeln!(self.out, "  claim     {}", position.claim)?;
        writeln!(self.out, "  supports  {}", position.supports)?;
        writeln!(self.out, "  opposes   {}", position.opposes)?;
        if !position.deeds {
            writeln!(self.out, "  doing it is no stance")?;
        }
        let phrases = pack.phrases.iter().enumerate();
        for (phrase, rule) in phrases.filter(|(_, phrase)| phrase.position == number) {
            let (steps, _) = pack.phrase_set.cost(super::found::id(phrase));
            let list = rule.rule.rsplitn(3, '/').take(2).collect::<Vec<_>>();
            let name = format!("{}/{}", list[1], list[0]);
            writeln!(self.out, "  {name:<12}{:>4}  {}", steps, rule.text)?;
        }
        let negative = position.examples.iter().filter(|one| one.expect.is_empty());
        let (all, negative) = (position.examples.len(), negative.count());
        let examples = count(all, "example");
        writeln!(
            self.out,
            "  {examples}, {negative} in which nobody takes a stance"
        )
    }

    fn actor(&mut self, number: usize, actor: &Actor) -> io::Result<()> {
        let kind = match actor.kind {
            ActorKind::Person => "person",
            ActorKind::Institution => "institution",
            ActorKind::Collective => "collective",
            ActorKind::Country => "country",
        };
        let places = Places::of(self.sources, |role| {
            matches!(role, SourceRole::Actors | SourceRole::Countries)
        });
        let origin = places.get(actor.id.as_str());
        write!(self.out, "{kind} {} ({})", actor.id, actor.name)?;
        if !origin.file.is_empty() {
            write!(self.out, "  {}:{}", origin.file, origin.line)?;
        }
        writeln!(self.out)?;
        if let Some(side) = &actor.side {
            writeln!(self.out, "  side        {side}")?;
        }
        for role in &actor.roles {
            let day = |day: Option<jiff::civil::Date>| {
                day.map_or_else(String::new, |day| day.to_string())
            };
            let (from, to) = (day(role.from), day(role.to));
            writeln!(self.out, "  {} of {}  {from}..{to}", role.office, role.of)?;
        }
        if let Some((office, of)) = &actor.speaks_for {
            writeln!(self.out, "  speaks for the {office} of {of}")?;
        }
        let names = self.rules.actors.names.iter().enumerate();
        for (name, _) in names.filter(|(_, name)| name.actor == number) {
            self.wordings(&self.rules.actors.name_phrases, id(name))?;
        }
        Ok(())
    }

    fn cue(&mut self, number: usize, cue: &Cue) -> io::Result<()> {
        let origin = &cue.origin;
        writeln!(
            self.out,
            "cue `{}`  {}:{}",
            cue.text, origin.file, origin.line
        )?;
        let side = match cue.side {
            Some(Stance::Supports) => ", for it",
            Some(Stance::Opposes) => ", against it",
            None => "",
        };
        let noun = if cue.noun { ", a noun" } else { "" };
        let nothing = if cue.gives_nothing {
            ", and what it takes is nobody's"
        } else {
            ""
        };
        let holder = holder(cue.holder);
        let kind = kind(cue.kind);
        writeln!(self.out, "  {kind}{side}{noun}; whose: {holder}{nothing}")?;
        writeln!(self.out, "  takes {}", takes(cue.takes))?;
        let set = &self.rules.lexicon.cue_phrases;
        self.cost(set, id(number))?;
        self.wordings(set, id(number))
    }

    fn phrase(&mut self, pack: &Pack, number: usize, phrase: &PositionPhrase) -> io::Result<()> {
        let origin = &phrase.origin;
        if origin.file == super::SLIP {
            writeln!(self.out, "phrase `{}`  in no file", phrase.text)?;
        } else {
            let (rule, text) = (&phrase.rule, &phrase.text);
            writeln!(
                self.out,
                "phrase `{text}` ({rule})  {}:{}",
                origin.file, origin.line
            )?;
        }
        let within = match phrase.within {
            Within::Clause => "clause",
            Within::Sentence => "sentence",
            Within::Paragraph => "paragraph",
            Within::Topic => "sentence, or in an article about it",
            Within::Article => "article",
        };
        let many = |number: usize| count(number, "phrase");
        if !phrase.with.is_empty() {
            let with = many(phrase.with.len());
            writeln!(
                self.out,
                "  needs beside it, in the {within}: {with} to choose from"
            )?;
        }
        if !phrase.unless.is_empty() {
            let unless = many(phrase.unless.len());
            writeln!(
                self.out,
                "  not in a sentence with: {unless} to keep it out"
            )?;
        }
        if !phrase.not_holders.is_empty() {
            let ids: Vec<&str> = phrase.not_holders.iter().map(ActorId::as_str).collect();
            let ids = ids.join(", ");
            writeln!(self.out, "  nothing where one of these wants it: {ids}")?;
        }
        if !phrase.not_for.is_empty() {
            let sides = phrase.not_for.join(", ");
            writeln!(self.out, "  nothing where this side wants it: {sides}")?;
        }
        if !phrase.turned_for.is_empty() {
            let sides = phrase.turned_for.join(", ");
            writeln!(self.out, "  the opposite where this side wants it: {sides}")?;
        }
        self.cost(&pack.phrase_set, id(number))?;
        self.wordings(&pack.phrase_set, id(number))
    }

    fn cost(&mut self, set: &PhraseSet, phrase: PhraseId) -> io::Result<()> {
        let (steps, gaps) = set.cost(phrase);
        let firsts = set.first_forms(phrase, &self.rules.words).len();
        let gaps = if gaps { ", with gaps" } else { "" };
        writeln!(
            self.out,
            "  costs {}{gaps}, looked at where one of {} stands",
            count(steps, "step"),
            count(firsts, "form")
        )
    }

    fn wordings(&mut self, set: &PhraseSet, phrase: PhraseId) -> io::Result<()> {
        let wordings = set.wordings(phrase, &self.rules.words, self.most);
        for wording in &wordings.list {
            let slots = wording.iter().map(|slot| match slot {
                Slot::Word(forms) => forms.join("/"),
                Slot::Gap(words) => format!("...{words}"),
            });
            let slots: Vec<String> = slots.collect();
            writeln!(self.out, "    {}", slots.join(" "))?;
        }
        if wordings.more {
            writeln!(self.out, "    and more (--all)")?;
        }
        Ok(())
    }
}

fn kind(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Says => "says",
        CueKind::Thinks => "thinks",
        CueKind::Wants => "wants",
        CueKind::Judges => "judges",
        CueKind::Threatens => "threatens",
        CueKind::Does => "does",
        CueKind::Changes => "changes",
    }
}

fn holder(holder: CueHolder) -> &'static str {
    match holder {
        CueHolder::Subject => "the subject's",
        CueHolder::Speaker => "the speaker's",
        CueHolder::By => "of whom \"by\" brings in",
        CueHolder::Possessor => "the possessor's",
        CueHolder::Object => "the object's",
    }
}

fn takes(takes: Takes) -> String {
    let all = [
        (takes.noun, "noun"),
        (takes.that_clause, "that-clause"),
        (takes.to_verb, "to-verb"),
        (takes.object_to_verb, "object to-verb"),
        (takes.verb_ing, "verb-ing"),
        (takes.naming, "naming"),
        (takes.quote, "quote"),
        (takes.subject, "subject"),
    ];
    let names = all
        .into_iter()
        .filter(|(has, _)| *has)
        .map(|(_, name)| name);
    let names: Vec<&str> = names.collect();
    if names.is_empty() {
        "nothing".to_owned()
    } else {
        names.join(", ")
    }
}
