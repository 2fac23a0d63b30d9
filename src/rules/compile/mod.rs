//! Compiles what rule files say into [`Rules`].
//!
//! In: a [`Folder`]. Out: rules; what is wrong is reported and left out, so that the rest can be
//! checked in the same go.

mod actors;
mod example;
mod forms;
mod frame;
mod grammar;
mod inflection;
mod lexicon;
mod offices;
mod pack;
mod phrases;
mod sets;
mod titles;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use self::forms::Forms;
use self::phrases::{Resolver, Sets};
use super::fault::{At, FaultKind, Faults, did_you_mean};
use super::file::Text;
use super::folder::{Folder, Lost};
use super::source::{Role, Source};
use super::{Origin, Rules};
use crate::phrase::{Phrase, PhraseId, PhraseSetBuilder, Piece};
use crate::words::{BySpelling, Words};

/// Compiles the whole folder.
pub(crate) fn compile<'a>(
    mut folder: Folder,
    sources: &'a [&'a Source],
    faults: &mut Faults<'a>,
) -> Rules {
    let contractions = forms::contractions(folder.forms.as_ref());
    let contracted: BTreeMap<String, Vec<String>> = contractions
        .whole
        .iter()
        .map(|(word, halves)| (word.clone(), halves.clone()))
        .collect();
    let endings = contractions.endings.clone();
    let mut words = Words::new(contractions);
    for word in contracted
        .values()
        .flatten()
        .chain(endings.iter().map(|(_, word)| word))
    {
        words.intern(word);
    }
    let mut forms = Forms::compile(folder.forms.as_ref(), folder.grammar.as_ref(), faults);
    let grammar = grammar::compile(&folder, &mut forms, &mut words);
    let lines = sources
        .iter()
        .map(|source| line_starts(&source.text))
        .collect();
    let mut compiler = Compiler {
        words,
        forms,
        open_names: BySpelling::default(),
        names: Sets::new(),
        sets: Sets::new(),
        set_names: BTreeSet::new(),
        positions: folder
            .packs
            .values()
            .flat_map(|pack| pack.positions.ids().map(str::to_owned))
            .collect(),
        lost: std::mem::take(&mut folder.lost),
        contracted,
        endings,
        sources,
        lines,
        faults,
    };
    let mut actors = actors::compile(&folder, &mut compiler);
    compiler.close_names();
    let mut lexicon = lexicon::compile(&folder, &mut compiler);
    titles::compile(&folder, &mut actors, &mut compiler);
    offices::check(&folder, &actors, &mut compiler);
    // What a file says is let go once it is compiled: loading must not set the peak of memory.
    let (packs, examples, frames, replaced) = (
        std::mem::take(&mut folder.packs),
        std::mem::take(&mut folder.examples),
        std::mem::take(&mut folder.frames),
        std::mem::take(&mut folder.replaced),
    );
    drop(folder);
    let packs = packs
        .into_iter()
        .filter_map(|(name, pack)| {
            pack::compile(&pack, &actors, digest(sources, &name), &mut compiler)
        })
        .collect();
    lexicon.examples = examples
        .iter()
        .flat_map(|file| example::compile(&file.value, file.source, None, &actors, &mut compiler))
        .collect();
    lexicon.frames = frames
        .iter()
        .filter_map(|file| frame::of_cues(&file.value, file.source, &actors, &mut compiler))
        .collect();
    Rules {
        words: compiler.words,
        grammar,
        lexicon,
        actors,
        packs,
        replaced,
    }
}

/// What compiling needs at hand.
pub(crate) struct Compiler<'c, 'a> {
    words: Words,
    forms: Forms,
    /// What `names` is made from, while actors are compiled.
    open_names: BySpelling<String, Vec<Arc<Phrase<'static>>>>,
    names: Sets,
    sets: Sets,
    /// Names of the pack's sets, known before their phrases are read.
    set_names: BTreeSet<String>,
    /// Positions that examples can name.
    positions: BTreeSet<String>,
    lost: Lost,
    contracted: BTreeMap<String, Vec<String>>,
    endings: Vec<(String, String)>,
    sources: &'a [&'a Source],
    lines: Vec<Vec<usize>>,
    faults: &'c mut Faults<'a>,
}

impl Compiler<'_, '_> {
    fn fault(&mut self, source: usize, bytes: Range<usize>, kind: FaultKind) {
        self.faults.push(At::new(source, bytes), kind);
    }

    fn fault_with(
        &mut self,
        source: usize,
        bytes: Range<usize>,
        kind: FaultKind,
        hint: Option<String>,
    ) {
        self.faults.push_with(At::new(source, bytes), kind, hint);
    }

    /// Reads an id of any kind.
    fn id<T>(
        &mut self,
        source: usize,
        text: &Text,
        parse: impl Fn(&str) -> Result<T, String>,
    ) -> Option<T> {
        let id = parse(text.get_ref());
        if id.is_err() {
            self.fault(
                source,
                text.span(),
                FaultKind::BadId(text.get_ref().clone()),
            );
        }
        id.ok()
    }

    /// Reads a phrase, its contractions taken apart.
    fn read<'t>(&mut self, source: usize, text: &'t Text) -> Option<Phrase<'t>> {
        let mut phrase = phrases::read(text, source, self.faults)?;
        let written = text.get_ref();
        if written.contains('<') {
            self.check_sets(source, text, &phrase.pieces);
        }
        if written.contains('\'') || written.contains('’') || written.contains("cannot") {
            phrases::part_contractions(&mut phrase, &self.contracted, &self.endings);
        }
        Some(phrase)
    }

    /// Reports sets, actors and sides that a phrase names and nobody knows.
    fn check_sets(&mut self, source: usize, text: &Text, pieces: &[Piece<'_>]) {
        for piece in pieces {
            match piece {
                Piece::Any(pieces) => self.check_sets(source, text, pieces),
                Piece::Set(name) => self.check_set(source, text, name),
                Piece::Word { .. } | Piece::Gap { .. } | Piece::Bar => {}
            }
        }
    }

    /// The sides that a list names; one on which nobody is, is a fault.
    fn sides(&mut self, source: usize, texts: &[Text]) -> Vec<String> {
        for text in texts {
            let side = text.get_ref();
            if !self.lost.actors && !self.names.contains_key(&format!("@side:{side}")) {
                let (kind, hint) = self.unknown_side(side);
                self.fault_with(source, text.span(), kind, hint);
            }
        }
        texts.iter().map(|text| text.get_ref().clone()).collect()
    }

    fn unknown_side(&self, side: &str) -> (FaultKind, Option<String>) {
        let sides = self.names.keys();
        let known = sides.filter_map(|known| known.strip_prefix("@side:"));
        let hint = did_you_mean(side, known);
        (FaultKind::UnknownSide(side.to_owned()), hint)
    }

    fn check_set(&mut self, source: usize, text: &Text, name: &str) {
        let known = if name.starts_with('@') {
            self.lost.actors || self.names.contains_key(name)
        } else {
            self.lost.sets || self.set_names.contains(name)
        };
        if known {
            return;
        }
        let (kind, hint) = if let Some(side) = name.strip_prefix("@side:") {
            self.unknown_side(side)
        } else if let Some(actor) = name.strip_prefix('@') {
            let actors = self
                .names
                .keys()
                .filter_map(|known| known.strip_prefix('@'));
            (
                FaultKind::UnknownActor(actor.to_owned()),
                did_you_mean(actor, actors),
            )
        } else {
            let sets = self.set_names.iter().map(String::as_str);
            (
                FaultKind::UnknownSet(name.to_owned()),
                did_you_mean(name, sets),
            )
        };
        let at = text.get_ref().find(&format!("<{name}")).unwrap_or(0);
        let place = phrases::within(text, source, at..at + name.len() + 2, self.faults);
        self.faults.push_with(place, kind, hint);
    }

    /// Adds a phrase to a set that is being built.
    fn add_numbered(
        &mut self,
        source: usize,
        text: &Text,
        set: &mut PhraseSetBuilder,
    ) -> Option<PhraseId> {
        let phrase = self.read(source, text)?;
        Some(set.add(&phrase, &mut self.resolver()))
    }

    /// Adds a phrase, and says whether it could be read.
    fn add(&mut self, source: usize, text: &Text, set: &mut PhraseSetBuilder) -> bool {
        self.add_numbered(source, text, set).is_some()
    }

    /// Adds a name, which does not inflect, and puts it into the `sets` that name it.
    fn add_name(
        &mut self,
        source: usize,
        text: &Text,
        sets: &[String],
        set: &mut PhraseSetBuilder,
    ) -> bool {
        let Some(phrase) = self.add_to_names(source, text, sets) else {
            return false;
        };
        set.add_name(&phrase, &mut self.resolver());
        true
    }

    /// Puts a name into the `sets` that name it.
    fn add_to_names(
        &mut self,
        source: usize,
        text: &Text,
        sets: &[String],
    ) -> Option<Arc<Phrase<'static>>> {
        let mut phrase = self.read(source, text)?;
        phrases::pin(&mut phrase.pieces);
        let phrase = Arc::new(phrase.into_owned());
        for set in sets {
            let phrase = Arc::clone(&phrase);
            match self.open_names.get_mut(set) {
                Some(phrases) => phrases.push(phrase),
                None => {
                    self.open_names.insert(set.clone(), vec![phrase]);
                }
            }
        }
        Some(phrase)
    }

    /// From here on, phrases can refer to names.
    fn close_names(&mut self) {
        let open = std::mem::take(&mut self.open_names);
        self.names = open
            .into_iter()
            .map(|(name, phrases)| (name, phrases.into()))
            .collect();
    }

    fn resolver(&mut self) -> Resolver<'_> {
        Resolver {
            words: &mut self.words,
            forms: &mut self.forms,
            names: &self.names,
            sets: &self.sets,
        }
    }

    fn origin(&self, source: usize, at: usize) -> Origin {
        Origin {
            file: self.sources[source].path.clone(),
            line: self.lines[source].partition_point(|&start| start <= at),
        }
    }
}

/// The byte at which each line begins.
fn line_starts(text: &str) -> Vec<usize> {
    std::iter::once(0)
        .chain(text.match_indices('\n').map(|(at, _)| at + 1))
        .collect()
}

/// Eight hexadecimal digits over every rule that a pack's answers depend on.
fn digest(sources: &[&Source], pack: &str) -> String {
    use sha2::{Digest, Sha256};
    let mut used: Vec<(&str, &str)> = sources
        .iter()
        .filter(|source| match source.role() {
            Role::Pack(name) | Role::Sets(name) | Role::Position(name) => name == pack,
            Role::Eval | Role::Unknown | Role::Examples(_) | Role::LanguageExamples => false,
            _ => true,
        })
        .map(|source| (source.name.as_str(), source.text.as_str()))
        .collect();
    used.sort_unstable();
    let mut hash = Sha256::new();
    for (name, text) in used {
        for part in [name, text] {
            hash.update(part.len().to_le_bytes());
            hash.update(part);
        }
    }
    let start: [u8; 4] = std::array::from_fn({
        let digest = hash.finalize();
        move |number| digest[number]
    });
    format!("{:08x}", u32::from_be_bytes(start))
}
