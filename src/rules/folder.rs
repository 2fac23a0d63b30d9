//! All rule files read and put together, before anything is compiled.
//!
//! In: sources, lower layers first. Out: what they say, each part with the number of its source;
//! what a higher layer says under the same id or file name stands in place of the lower one's.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::de::{DeTable, Deserializer};

use super::fault::{At, FaultKind, Faults};
use super::file::{
    ActorsFile, ConditionsFile, CountriesFile, CountryFile, CueFrameFile, CuesFile, ExampleFile,
    ExamplesFile, FormsFile, GrammarFile, GroupActorFile, LanguageExamplesFile, NegationFile,
    OfficeFile, PackFile, PersonFile, PositionFile, ReferenceFile, SetsFile, Text, TitleFile,
    TitlesFile,
};
use super::source::{Role, Source};
use super::{Replaced, Replacement, check, shape, syntax};

/// Something with the number of the source that says it.
pub(crate) struct Placed<T> {
    pub(crate) source: usize,
    pub(crate) value: T,
}

impl<T> Placed<T> {
    pub(crate) fn at(&self, bytes: Range<usize>) -> At {
        At::new(self.source, bytes)
    }
}

/// What all rule files say.
#[derive(Default)]
pub(crate) struct Folder {
    pub(crate) grammar: Option<Placed<GrammarFile>>,
    pub(crate) forms: Option<Placed<FormsFile>>,
    pub(crate) negation: Option<Placed<NegationFile>>,
    pub(crate) conditions: Option<Placed<ConditionsFile>>,
    pub(crate) reference: Option<Placed<ReferenceFile>>,
    /// By file name.
    pub(crate) cues: BTreeMap<String, Placed<CuesFile>>,
    /// Examples of constructions in files of their own, by file name.
    pub(crate) example_files: BTreeMap<String, Placed<LanguageExamplesFile>>,
    pub(crate) examples: Vec<Placed<ExampleFile>>,
    /// Sentences with a place for cues.
    pub(crate) frames: Vec<Placed<CueFrameFile>>,
    pub(crate) countries: Entries<CountryFile>,
    pub(crate) honorifics: Vec<String>,
    pub(crate) women: Vec<String>,
    pub(crate) men: Vec<String>,
    pub(crate) family_first: Vec<String>,
    pub(crate) impersonal: Vec<String>,
    pub(crate) parties: Vec<Placed<Text>>,
    pub(crate) describing: Vec<Placed<Text>>,
    pub(crate) former: Vec<String>,
    pub(crate) offices: Entries<OfficeFile>,
    pub(crate) titles: Vec<Placed<TitleFile>>,
    pub(crate) people: Entries<PersonFile>,
    pub(crate) institutions: Entries<GroupActorFile>,
    pub(crate) collectives: Entries<GroupActorFile>,
    /// By folder name.
    pub(crate) packs: BTreeMap<String, PackFolder>,
    pub(crate) replaced: Vec<Replacement>,
    pub(crate) lost: Lost,
}

/// What the files of one pack say.
#[derive(Default)]
pub(crate) struct PackFolder {
    pub(crate) pack: Option<Placed<PackFile>>,
    pub(crate) sets: BTreeMap<String, Placed<(Text, Vec<Text>)>>,
    pub(crate) positions: Entries<PositionFile>,
    /// Examples in files of their own, by file name.
    pub(crate) examples: BTreeMap<String, Placed<ExamplesFile>>,
    /// Whether a user's folder adds to it.
    pub(crate) added: bool,
}

/// Entries by id, in the order of their first appearance.
pub(crate) struct Entries<T> {
    pub(crate) list: Vec<Placed<T>>,
    by_id: BTreeMap<String, usize>,
    /// Where the id of each entry stands.
    spans: Vec<Range<usize>>,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self {
            list: Vec::new(),
            by_id: BTreeMap::new(),
            spans: Vec::new(),
        }
    }
}

impl<T> Entries<T> {
    pub(crate) fn get(&self, id: &str) -> Option<&Placed<T>> {
        self.by_id.get(id).map(|&number| &self.list[number])
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.by_id.keys().map(String::as_str)
    }

    /// Puts an entry under its id; what a lower layer has there is replaced.
    fn put(&mut self, id: &Text, what: Replaced, value: Placed<T>, reading: &mut Reading<'_, '_>) {
        match self.by_id.get(id.get_ref()) {
            None => {
                self.by_id.insert(id.get_ref().clone(), self.list.len());
                self.list.push(value);
                self.spans.push(id.span());
            }
            Some(&number) => {
                let old = self.list[number].source;
                if reading.replaces(old, value.source) {
                    reading.replacement(what, id.get_ref(), old, value.source);
                    self.list[number] = value;
                    self.spans[number] = id.span();
                } else {
                    let first = reading
                        .faults
                        .place(&At::new(old, self.spans[number].clone()));
                    let kind = FaultKind::DuplicateId {
                        id: id.get_ref().clone(),
                        first,
                    };
                    reading.faults.push(value.at(id.span()), kind);
                }
            }
        }
    }
}

/// What reading needs at hand.
struct Reading<'r, 'a> {
    sources: &'a [&'a Source],
    faults: &'r mut Faults<'a>,
    replaced: Vec<Replacement>,
    lost: Lost,
}

impl Reading<'_, '_> {
    fn replaces(&self, old: usize, new: usize) -> bool {
        self.sources[old].layer < self.sources[new].layer
    }

    fn replacement(&mut self, what: Replaced, id: &str, old: usize, new: usize) {
        self.replaced.push(Replacement {
            what,
            id: id.to_owned(),
            old: self.sources[old].path.clone(),
            new: self.sources[new].path.clone(),
        });
    }

    /// Reads one file, unless it has faults.
    fn file<T: DeserializeOwned>(&mut self, number: usize) -> Option<T> {
        let text = self.sources[number].text.as_str();
        let (mut table, errors) = DeTable::parse_recoverable(text);
        syntax::report(&errors, number, self.faults);
        let role = self.sources[number].role();
        // After an error of syntax, what is missing may be no fault of its own.
        let checked = if errors.is_empty() {
            check::file(&mut table, shape::keys(role), number, self.faults)
        } else {
            let mut none = Faults::new(self.sources);
            check::file(&mut table, shape::keys(role), number, &mut none)
        };
        if checked.lost || !errors.is_empty() {
            self.lost.add(role);
        }
        if !checked.usable {
            return None;
        }
        let read = T::deserialize(Deserializer::from(table));
        if let (Err(error), true) = (&read, errors.is_empty()) {
            self.lost.add(role);
            syntax::report(std::slice::from_ref(error), number, self.faults);
        }
        read.ok()
    }
}

/// What may be missing because a file that gives it could not be read to the end.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each kind of thing can be missing by itself"
)]
pub(crate) struct Lost {
    pub(crate) offices: bool,
    pub(crate) actors: bool,
    pub(crate) sets: bool,
    pub(crate) positions: bool,
    /// Whole packs were left out, which examples of the language may name.
    pub(crate) packs: bool,
}

impl Lost {
    fn add(&mut self, role: Role<'_>) {
        match role {
            Role::Titles => self.offices = true,
            Role::Countries | Role::Actors => self.actors = true,
            Role::Sets(_) => self.sets = true,
            Role::Position(_) | Role::Pack(_) => self.positions = true,
            _ => {}
        }
    }
}

/// Reads all sources, which stand in the order of their layers and names.
pub(crate) fn read<'a>(sources: &'a [&'a Source], faults: &mut Faults<'a>) -> Folder {
    let mut folder = Folder::default();
    let mut reading = Reading {
        sources,
        faults,
        replaced: Vec::new(),
        lost: Lost::default(),
    };
    for (number, source) in sources.iter().enumerate() {
        folder.add(number, source, &mut reading);
    }
    folder.gather_examples();
    let has = |wanted: Role<'_>| sources.iter().any(|source| source.role() == wanted);
    for (role, name) in [
        (Role::Grammar, "english/grammar.toml"),
        (Role::Forms, "english/forms.toml"),
    ] {
        if !has(role) {
            reading.faults.missing(name);
        }
    }
    for name in folder.packs.keys().filter(|name| !has(Role::Pack(name))) {
        reading.faults.missing(&format!("{name}/pack.toml"));
    }
    folder.replaced = reading.replaced;
    folder.lost = reading.lost;
    folder
}

impl Folder {
    fn add(&mut self, number: usize, source: &Source, reading: &mut Reading<'_, '_>) {
        match source.role() {
            Role::Grammar => put_file(&mut self.grammar, number, source, reading),
            Role::Forms => put_file(&mut self.forms, number, source, reading),
            Role::Negation => put_file(&mut self.negation, number, source, reading),
            Role::Condition => put_file(&mut self.conditions, number, source, reading),
            Role::Reference => put_file(&mut self.reference, number, source, reading),
            Role::Cues => put_named(&mut self.cues, number, source, reading),
            Role::Countries => {
                if let Some(file) = reading.file::<CountriesFile>(number) {
                    self.examples.extend(placed(file.example, number));
                    for country in placed(file.country, number) {
                        let id = country.value.id.clone();
                        self.countries.put(&id, Replaced::Country, country, reading);
                    }
                }
            }
            Role::Titles => {
                if let Some(file) = reading.file(number) {
                    self.add_titles(file, number, reading);
                }
            }
            Role::Actors => {
                if let Some(file) = reading.file(number) {
                    self.add_actors(file, number, reading);
                }
            }
            Role::Pack(name) | Role::Sets(name) | Role::Position(name) => {
                let pack = self.packs.entry(name.to_owned()).or_default();
                pack.added |= source.layer > 0;
                pack.add(number, source, reading);
            }
            Role::Examples(name) => {
                let pack = self.packs.entry(name.to_owned()).or_default();
                put_named(&mut pack.examples, number, source, reading);
            }
            Role::LanguageExamples => {
                put_named(&mut self.example_files, number, source, reading);
            }
            Role::Outlet | Role::Eval => {}
            Role::Unknown => {
                let hint =
                    "rules stand in english/, actors/, outlets/ and one folder for each debate"
                        .to_owned();
                let kind = FaultKind::UnknownFile(source.name.clone());
                reading.faults.push_with(At::new(number, 0..0), kind, hint);
            }
        }
    }

    /// Takes the examples of constructions out of the files that stayed.
    fn gather_examples(&mut self) {
        if let Some(file) = &mut self.negation {
            self.examples
                .extend(placed(std::mem::take(&mut file.value.example), file.source));
        }
        if let Some(file) = &mut self.conditions {
            self.examples
                .extend(placed(std::mem::take(&mut file.value.example), file.source));
        }
        if let Some(file) = &mut self.reference {
            self.examples
                .extend(placed(std::mem::take(&mut file.value.example), file.source));
        }
        for file in self.example_files.values_mut() {
            self.frames
                .extend(placed(std::mem::take(&mut file.value.frame), file.source));
            self.examples
                .extend(placed(std::mem::take(&mut file.value.example), file.source));
        }
        for file in self.cues.values_mut() {
            self.frames
                .extend(placed(std::mem::take(&mut file.value.frame), file.source));
            self.examples
                .extend(placed(std::mem::take(&mut file.value.example), file.source));
        }
        self.examples
            .sort_by_key(|example| (example.source, example.value.text.span().start));
    }

    fn add_titles(&mut self, file: TitlesFile, number: usize, reading: &mut Reading<'_, '_>) {
        self.honorifics.extend(file.honorifics);
        self.women.extend(file.women);
        self.men.extend(file.men);
        self.family_first.extend(file.family_first);
        self.impersonal.extend(file.impersonal);
        self.parties.extend(placed(file.parties, number));
        self.describing.extend(placed(file.describing, number));
        self.former.extend(file.former);
        self.former
            .extend(file.title.iter().flat_map(|title| title.former.clone()));
        self.titles.extend(placed(file.title, number));
        self.examples.extend(placed(file.example, number));
        for office in placed(file.office, number) {
            let id = office.value.id.clone();
            self.offices.put(&id, Replaced::Office, office, reading);
        }
    }

    fn add_actors(&mut self, file: ActorsFile, number: usize, reading: &mut Reading<'_, '_>) {
        for person in placed(file.person, number) {
            let id = person.value.id.clone();
            self.people.put(&id, Replaced::Actor, person, reading);
        }
        for institution in placed(file.institution, number) {
            let id = institution.value.id.clone();
            self.institutions
                .put(&id, Replaced::Actor, institution, reading);
        }
        for collective in placed(file.collective, number) {
            let id = collective.value.id.clone();
            self.collectives
                .put(&id, Replaced::Actor, collective, reading);
        }
    }
}

impl PackFolder {
    fn add(&mut self, number: usize, source: &Source, reading: &mut Reading<'_, '_>) {
        match source.role() {
            Role::Pack(_) => put_file(&mut self.pack, number, source, reading),
            Role::Sets(_) => {
                let Some(file) = reading.file::<SetsFile>(number) else {
                    return;
                };
                for (name, phrases) in file.sets {
                    let set = Placed {
                        source: number,
                        value: (name.clone(), phrases),
                    };
                    if let Some(old) = self.sets.insert(name.get_ref().clone(), set) {
                        reading.replacement(Replaced::Set, name.get_ref(), old.source, number);
                    }
                }
            }
            _ => {
                let Some(file) = reading.file::<PositionFile>(number) else {
                    return;
                };
                let id = file.id.clone();
                let position = Placed {
                    source: number,
                    value: file,
                };
                self.positions
                    .put(&id, Replaced::Position, position, reading);
            }
        }
    }
}

/// Reads one of several files of a kind, which stands in place of one of the same name in a
/// lower layer.
fn put_named<T: DeserializeOwned>(
    files: &mut BTreeMap<String, Placed<T>>,
    number: usize,
    source: &Source,
    reading: &mut Reading<'_, '_>,
) {
    let mut slot = files.remove(&source.name);
    put_file(&mut slot, number, source, reading);
    if let Some(file) = slot {
        files.insert(source.name.clone(), file);
    }
}

/// Reads a file that stands in place of one of the same name in a lower layer.
fn put_file<T: DeserializeOwned>(
    slot: &mut Option<Placed<T>>,
    number: usize,
    source: &Source,
    reading: &mut Reading<'_, '_>,
) {
    let Some(value) = reading.file(number) else {
        return;
    };
    if let Some(old) = slot.replace(Placed {
        source: number,
        value,
    }) {
        reading.replacement(Replaced::File, &source.name, old.source, number);
    }
}

fn placed<T>(values: Vec<T>, source: usize) -> impl Iterator<Item = Placed<T>> {
    values
        .into_iter()
        .map(move |value| Placed { source, value })
}
