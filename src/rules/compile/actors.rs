//! Compiles countries, people, institutions and collectives into one list of actors.

use std::collections::BTreeSet;

use jiff::civil::Date;
use toml::Spanned;

use super::{Compiler, phrases};
use crate::grammar::Gender;
use crate::id::{ActorId, OfficeId};
use crate::phrase::PhraseSetBuilder;
use crate::rules::fault::{At, FaultKind};
use crate::rules::file::{
    CountryFile, Day, EpithetFile, GroupActorFile, PersonFile, PersonPronounFile, RoleFile, Text,
};
use crate::rules::folder::{Folder, Placed};
use crate::rules::{Actor, ActorKind, Actors, Epithet, Families, Name, NameKind, Role};
use crate::words::BySpelling;

/// Compiles all actors; what `<@id>` and `<@side:x>` stand for goes into `compiler.names`.
pub(crate) fn compile(folder: &Folder, compiler: &mut Compiler<'_, '_>) -> Actors {
    let mut roster = Roster {
        actors: Actors::default(),
        name_phrases: PhraseSetBuilder::default(),
        adjective_phrases: PhraseSetBuilder::default(),
        epithet_phrases: PhraseSetBuilder::default(),
        full_names: BySpelling::default(),
        ids: BySpelling::default(),
        compiler,
    };
    for country in &folder.countries.list {
        roster.country(country);
    }
    for person in &folder.people.list {
        roster.person(person);
    }
    roster.groups(folder);
    let Roster {
        mut actors,
        name_phrases,
        adjective_phrases,
        epithet_phrases,
        ..
    } = roster;
    actors.name_phrases = name_phrases.build();
    actors.adjective_phrases = adjective_phrases.build();
    actors.epithet_phrases = epithet_phrases.build();
    actors.families = Families::new(&actors.list);
    for (id, &actor) in &actors.bodies {
        actors.body_of.entry(actor).or_insert_with(|| id.clone());
    }
    actors
}

struct Roster<'r, 'c, 'a> {
    actors: Actors,
    name_phrases: PhraseSetBuilder,
    adjective_phrases: PhraseSetBuilder,
    epithet_phrases: PhraseSetBuilder,
    /// Whose each full name is, in lower case.
    full_names: BySpelling<String, usize>,
    /// Where the id of each person, institution and collective stands.
    ids: BySpelling<String, At>,
    compiler: &'r mut Compiler<'c, 'a>,
}

impl Roster<'_, '_, '_> {
    fn country(&mut self, file: &Placed<CountryFile>) {
        let Placed {
            source,
            value: country,
        } = file;
        let holder = country.holder.as_ref().unwrap_or(&country.id);
        let Some(id) = self.compiler.id(*source, holder, ActorId::parse) else {
            return;
        };
        let side = country
            .side
            .clone()
            .or_else(|| Some(country.id.get_ref().clone()));
        let place = self.list(Actor {
            id,
            kind: ActorKind::Country,
            name: country.name.get_ref().clone(),
            short: country.name.get_ref().clone(),
            given: Vec::new(),
            family: String::new(),
            gender: Gender::It,
            side,
            parties: BTreeSet::new(),
            roles: Vec::new(),
            speaks_for: None,
            members: BTreeSet::new(),
        });
        let code = country.id.get_ref();
        if let Some(id) = self.compiler.id(*source, &country.id, ActorId::parse) {
            self.actors.by_id.entry(id).or_insert(place);
        }
        self.actors.bodies.insert(code.clone(), place);
        if let Some(leader) = &country.leader
            && let Some(office) = self.compiler.id(*source, leader, OfficeId::parse)
        {
            self.actors.leaders.insert(code.clone(), office);
        }
        let names = self.naming(*source, place, code);
        self.names(
            &names,
            &merged(&country.name, &country.names),
            NameKind::Country,
        );
        self.names(
            &names,
            &country.capitals.iter().collect::<Vec<_>>(),
            NameKind::Capital,
        );
        let words = country.adjectives.iter().chain(&country.people);
        for text in words.clone() {
            self.compiler.add_to_names(*source, text, &names.sets);
        }
        let origin = merged(&country.name, &country.names)
            .into_iter()
            .chain(&country.adjectives);
        for text in origin {
            self.adjective(*source, text, code);
        }
    }

    fn person(&mut self, file: &Placed<PersonFile>) {
        let Placed {
            source,
            value: person,
        } = file;
        let Some(id) = self.compiler.id(*source, &person.id, ActorId::parse) else {
            return;
        };
        self.check_taken(*source, &person.id);
        let name = person.name.get_ref();
        let family = match &person.family {
            Some(family) => family.clone(),
            None => Spanned::new(
                person.name.span(),
                name.split_whitespace().last().unwrap_or(name).to_owned(),
            ),
        };
        let given = name
            .strip_suffix(family.get_ref().as_str())
            .unwrap_or_default();
        let roles = person
            .roles
            .iter()
            .filter_map(|role| self.role(*source, role))
            .collect();
        let place = self.list(Actor {
            id,
            kind: ActorKind::Person,
            name: name.clone(),
            short: family.get_ref().clone(),
            given: given.split_whitespace().map(str::to_lowercase).collect(),
            family: family.get_ref().to_lowercase(),
            gender: match person.pronoun {
                Some(PersonPronounFile::He) => Gender::He,
                Some(PersonPronounFile::She) => Gender::She,
                Some(PersonPronounFile::They) | None => Gender::Any,
            },
            side: person.side.clone(),
            parties: person
                .parties
                .iter()
                .map(|party| party.get_ref().clone())
                .collect(),
            roles,
            speaks_for: None,
            members: BTreeSet::new(),
        });
        let names = self.naming(*source, place, person.id.get_ref());
        let full: Vec<&Text> = merged(&person.name, &person.names)
            .into_iter()
            .chain(
                person
                    .spellings
                    .iter()
                    .filter(|text| text.get_ref().contains(' ')),
            )
            .collect();
        self.names(&names, &full, NameKind::Full);
        let single = person
            .spellings
            .iter()
            .filter(|text| !text.get_ref().contains(' '));
        let family: Vec<&Text> = std::iter::once(&family)
            .chain(single)
            .filter(|text| full.iter().all(|known| known.get_ref() != text.get_ref()))
            .collect();
        self.names(&names, &family, NameKind::Family);
        for epithet in &person.epithets {
            self.epithet(*source, place, epithet);
        }
    }

    fn epithet(&mut self, source: usize, actor: usize, file: &EpithetFile) {
        let epithet = Epithet {
            actor,
            from: self.day(source, file.from.as_ref()),
            to: self.day(source, file.to.as_ref()),
        };
        for text in &file.words {
            let Some(phrase) = self.compiler.add_to_names(source, text, &[]) else {
                continue;
            };
            self.epithet_phrases
                .add_name(&phrase, &mut self.compiler.resolver());
            self.actors.epithets.push(epithet);
            let words = phrases::words(&phrase.pieces).into_iter();
            let words = words.map(|word| self.compiler.words.intern(word));
            let known = self.actors.epithet_words.entry(actor).or_default();
            known.extend(words);
        }
    }

    /// Lists institutions and collectives; one that is the same as another actor shares its place.
    fn groups(&mut self, folder: &Folder) {
        let institutions = folder
            .institutions
            .list
            .iter()
            .map(|file| (file, ActorKind::Institution));
        let collectives = folder
            .collectives
            .list
            .iter()
            .map(|file| (file, ActorKind::Collective));
        let mut groups: Vec<(&Placed<GroupActorFile>, ActorKind)> =
            institutions.chain(collectives).collect();
        // Those that stand for themselves first, so that the others find them listed.
        groups.sort_by_key(|(file, _)| !file.value.same_as.is_empty());
        for (file, kind) in groups {
            self.group(file, kind);
        }
    }

    fn group(&mut self, file: &Placed<GroupActorFile>, kind: ActorKind) {
        let Placed {
            source,
            value: group,
        } = file;
        let Some(id) = self.compiler.id(*source, &group.id, ActorId::parse) else {
            return;
        };
        self.check_taken(*source, &group.id);
        let same: Vec<ActorId> = group
            .same_as
            .iter()
            .filter_map(|text| self.compiler.id(*source, text, ActorId::parse))
            .collect();
        let speaks_for = group.speaks_for.as_ref().and_then(|speaks_for| {
            let office = self
                .compiler
                .id(*source, &speaks_for.office, OfficeId::parse)?;
            Some((office, speaks_for.of.get_ref().clone()))
        });
        let place = match same
            .iter()
            .find_map(|same| self.actors.by_id.get(same).copied())
        {
            Some(place) => {
                self.actors.by_id.insert(id, place);
                place
            }
            None => self.list(Actor {
                id,
                kind,
                name: group.name.get_ref().clone(),
                short: group.name.get_ref().clone(),
                given: Vec::new(),
                family: String::new(),
                gender: Gender::It,
                side: group.side.clone(),
                parties: BTreeSet::new(),
                roles: Vec::new(),
                speaks_for: None,
                members: BTreeSet::new(),
            }),
        };
        let actor = &mut self.actors.list[place];
        actor.speaks_for = actor.speaks_for.take().or(speaks_for);
        let members = group.members.iter().map(|text| text.get_ref().clone());
        actor.members.extend(members);
        let texts = merged(&group.name, &group.names);
        let names = self.naming(*source, place, group.id.get_ref());
        self.names(&names, &texts, NameKind::Full);
        if kind == ActorKind::Institution {
            self.actors.bodies.insert(group.id.get_ref().clone(), place);
            for text in texts {
                self.adjective(*source, text, group.id.get_ref());
            }
        }
    }

    /// Reports an id that an actor of another kind has.
    fn check_taken(&mut self, source: usize, id: &Text) {
        let first = self
            .ids
            .entry(id.get_ref().clone())
            .or_insert_with(|| At::new(source, id.span()));
        if (first.source, first.bytes.start) != (source, id.span().start) {
            let first = self.compiler.faults.place(first);
            let kind = FaultKind::DuplicateId {
                id: id.get_ref().clone(),
                first,
            };
            self.compiler.fault(source, id.span(), kind);
        }
    }

    fn list(&mut self, actor: Actor) -> usize {
        let place = *self
            .actors
            .by_id
            .entry(actor.id.clone())
            .or_insert(self.actors.list.len());
        if place == self.actors.list.len() {
            self.actors.list.push(actor);
        }
        place
    }

    fn names(&mut self, names: &Names, texts: &[&Text], kind: NameKind) {
        for text in texts {
            if kind != NameKind::Family {
                self.check_shared(names, text);
            }
            if self
                .compiler
                .add_name(names.source, text, &names.sets, &mut self.name_phrases)
            {
                self.actors.names.push(Name {
                    actor: names.place,
                    kind,
                });
            }
        }
    }

    /// Reports a name by which another actor is known in full.
    fn check_shared(&mut self, names: &Names, text: &Text) {
        let place = *self
            .full_names
            .entry(text.get_ref().to_lowercase())
            .or_insert(names.place);
        if place != names.place {
            let other = self.actors.list[place].id.to_string();
            let kind = FaultKind::SharedName {
                name: text.get_ref().clone(),
                other,
            };
            self.compiler.fault(names.source, text.span(), kind);
        }
    }

    /// Whose names are to be added: those of the actor at a place, written under an id.
    fn naming(&self, source: usize, place: usize, id: &str) -> Names {
        let actor = &self.actors.list[place];
        let mut sets = vec![format!("@{id}")];
        if actor.id.as_str() != id {
            sets.push(format!("@{}", actor.id));
        }
        sets.extend(actor.side.iter().map(|side| format!("@side:{side}")));
        Names {
            source,
            place,
            sets,
        }
    }

    fn adjective(&mut self, source: usize, text: &Text, body: &str) {
        if self
            .compiler
            .add_name(source, text, &[], &mut self.adjective_phrases)
        {
            self.actors.adjectives.push(body.to_owned());
        }
    }

    fn role(&mut self, source: usize, file: &RoleFile) -> Option<Role> {
        Some(Role {
            office: self.compiler.id(source, &file.office, OfficeId::parse)?,
            of: file.of.get_ref().clone(),
            from: self.day(source, file.from.as_ref()),
            to: self.day(source, file.to.as_ref()),
        })
    }

    fn day(&mut self, source: usize, day: Option<&Day>) -> Option<Date> {
        self.compiler.date(source, day?)
    }
}

/// Whose names are being added.
struct Names {
    source: usize,
    place: usize,
    /// The sets that the names are in.
    sets: Vec<String>,
}

/// The name and the further names, each once.
fn merged<'t>(name: &'t Text, names: &'t [Text]) -> Vec<&'t Text> {
    let mut all = vec![name];
    for text in names {
        if all.iter().all(|known| known.get_ref() != text.get_ref()) {
            all.push(text);
        }
    }
    all
}

impl Compiler<'_, '_> {
    /// Reads a day.
    pub(crate) fn date(
        &mut self,
        source: usize,
        day: &Spanned<toml::value::Datetime>,
    ) -> Option<Date> {
        let datetime = day.get_ref();
        let date = datetime
            .date
            .filter(|_| datetime.time.is_none())
            .and_then(|date| {
                let year = i16::try_from(date.year).ok()?;
                Date::new(
                    year,
                    i8::try_from(date.month).ok()?,
                    i8::try_from(date.day).ok()?,
                )
                .ok()
            });
        if date.is_none() {
            self.fault(source, day.span(), FaultKind::BadDate(datetime.to_string()));
        }
        date
    }
}
