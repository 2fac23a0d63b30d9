//! Compiles the packs: sets, positions and their phrases.

use std::collections::BTreeMap;

use super::{Compiler, example, frame, sets};
use crate::id::{ActorId, PackId, PositionId};
use crate::phrase::PhraseSetBuilder;
use crate::rules::fault::{FaultKind, LONGEST_SHORT, did_you_mean};
use crate::rules::file::{
    ExampleFile, GroupKindFile, PhraseFrameFile, PositionFile, Text, WithinFile,
};
use crate::rules::folder::{PackFolder, Placed};
use crate::rules::{Actors, Pack, PhraseKind, Position, PositionPhrase, Within};

/// Compiles one pack.
pub(crate) fn compile(
    folder: &PackFolder,
    actors: &Actors,
    digest: String,
    compiler: &mut Compiler<'_, '_>,
) -> Option<Pack> {
    let Placed {
        source,
        value: file,
    } = folder.pack.as_ref()?;
    let id = compiler.id(*source, &file.id, PackId::parse)?;
    sets::compile(folder, compiler);
    check_order(folder, compiler);
    check_examples(folder, compiler);
    let mut builder = Builder::default();
    let mut positions = Vec::new();
    for position in in_order(folder) {
        let own = (
            position.source,
            &position.value.example[..],
            &position.value.frame[..],
        );
        let others = folder
            .examples
            .values()
            .filter(|file| file.value.position.get_ref() == position.value.id.get_ref());
        let others =
            others.map(|file| (file.source, &file.value.example[..], &file.value.frame[..]));
        let files = std::iter::once(own).chain(others).collect();
        let number = positions.len();
        positions.extend(builder.position(&id, number, position, files, actors, compiler));
    }
    let mut about = PhraseSetBuilder::default();
    for text in &file.about {
        compiler.add(*source, text, &mut about);
    }
    let topic = builder.context(*source, &file.topic, compiler);
    let elsewhere = builder.context(*source, &file.elsewhere, compiler);
    let from = file
        .from
        .as_ref()
        .and_then(|day| compiler.date(*source, day));
    let to = file.to.as_ref().and_then(|day| compiler.date(*source, day));
    let Builder {
        phrase_set,
        phrases,
        context_set,
        ..
    } = builder;
    Some(Pack {
        id,
        version: file.version.clone(),
        title: file.title.clone(),
        digest,
        built_in: !folder.added,
        positions,
        phrase_set: phrase_set.build(),
        phrases,
        context_set: context_set.build(),
        from,
        to,
        about: about.build(),
        topic,
        elsewhere,
    })
}

fn check_order(folder: &PackFolder, compiler: &mut Compiler<'_, '_>) {
    let Some(Placed {
        source,
        value: file,
    }) = &folder.pack
    else {
        return;
    };
    for id in &file.order {
        if folder.positions.get(id.get_ref()).is_none() && !compiler.lost.positions {
            let kind = FaultKind::UnknownPosition(id.get_ref().clone());
            compiler.fault_with(
                *source,
                id.span(),
                kind,
                did_you_mean(id.get_ref(), folder.positions.ids()),
            );
        }
    }
}

/// Examples in files of their own are of positions that there are.
fn check_examples(folder: &PackFolder, compiler: &mut Compiler<'_, '_>) {
    for Placed { source, value } in folder.examples.values() {
        let id = &value.position;
        if folder.positions.get(id.get_ref()).is_none() && !compiler.lost.positions {
            let kind = FaultKind::UnknownPosition(id.get_ref().clone());
            let hint = did_you_mean(id.get_ref(), folder.positions.ids());
            compiler.fault_with(*source, id.span(), kind, hint);
        }
    }
}

/// The positions as `order` has them, then the others by id.
fn in_order(folder: &PackFolder) -> Vec<&Placed<PositionFile>> {
    let order: Vec<&str> = folder
        .pack
        .iter()
        .flat_map(|pack| &pack.value.order)
        .map(|id| id.get_ref().as_str())
        .collect();
    let rest = folder.positions.ids().filter(|id| !order.contains(id));
    order
        .iter()
        .copied()
        .chain(rest)
        .filter_map(|id| folder.positions.get(id))
        .collect()
}

#[derive(Default)]
struct Builder {
    phrase_set: PhraseSetBuilder,
    phrases: Vec<PositionPhrase>,
    context_set: PhraseSetBuilder,
    /// The number of each context phrase, by its text.
    contexts: BTreeMap<String, u32>,
}

/// Phrases of one list, and what must stand near them.
struct List<'f> {
    kind: PhraseKind,
    texts: &'f [Text],
    with: Vec<u32>,
    within: Within,
    unless: Vec<u32>,
    not_holders: Vec<ActorId>,
    not_for: Vec<String>,
    turned_for: Vec<String>,
}

impl Builder {
    fn position(
        &mut self,
        pack: &PackId,
        number: usize,
        placed: &Placed<PositionFile>,
        files: Vec<(usize, &[ExampleFile], &[PhraseFrameFile])>,
        actors: &Actors,
        compiler: &mut Compiler<'_, '_>,
    ) -> Option<Position> {
        let Placed {
            source,
            value: file,
        } = placed;
        let id = compiler.id(*source, &file.id, PositionId::parse)?;
        if file.short.get_ref().chars().count() > LONGEST_SHORT {
            compiler.fault(
                *source,
                file.short.span(),
                FaultKind::LongShort(file.short.get_ref().clone()),
            );
        }
        let mut counts = BTreeMap::new();
        for list in self.lists(*source, file, actors, compiler) {
            let named = name(list.kind);
            for text in list.texts {
                if !compiler.add(*source, text, &mut self.phrase_set) {
                    continue;
                }
                let count = counts.entry(list.kind).or_insert(0);
                *count += 1;
                self.phrases.push(PositionPhrase {
                    position: number,
                    kind: list.kind,
                    with: list.with.clone(),
                    within: list.within,
                    unless: list.unless.clone(),
                    not_holders: list.not_holders.clone(),
                    not_for: list.not_for.clone(),
                    turned_for: list.turned_for.clone(),
                    rule: format!("{pack}/{id}/{named}/{count}"),
                    text: text.get_ref().clone(),
                    origin: compiler.origin(*source, text.span().start),
                });
            }
        }
        let mut examples = Vec::new();
        let mut frames = Vec::new();
        for (source, own_examples, own_frames) in files {
            for file in own_examples {
                let filled = example::compile(file, source, Some(&id), actors, compiler);
                examples.extend(filled);
            }
            for file in own_frames {
                frames.extend(frame::of_phrases(file, source, &id, actors, compiler));
            }
        }
        Some(Position {
            id,
            short: file.short.get_ref().clone(),
            claim: file.claim.clone(),
            supports: file.supports.clone(),
            opposes: file.opposes.clone(),
            deeds: file.deeds,
            examples,
            frames,
        })
    }

    /// The lists of a position: those at its top share its condition, a group has its own.
    fn lists<'f>(
        &mut self,
        source: usize,
        file: &'f PositionFile,
        actors: &Actors,
        compiler: &mut Compiler<'_, '_>,
    ) -> Vec<List<'f>> {
        let with = self.context(source, &file.with, compiler);
        let not_holders = barred(source, &file.not_holders, actors, compiler);
        let not_for = compiler.sides(source, &file.not_for);
        let top = |kind, texts| List {
            kind,
            texts,
            with: if kind == PhraseKind::Ignore {
                Vec::new()
            } else {
                with.clone()
            },
            within: within(file.within),
            unless: Vec::new(),
            not_holders: not_holders.clone(),
            not_for: not_for.clone(),
            turned_for: Vec::new(),
        };
        let mut lists = vec![
            top(PhraseKind::Names, &file.names),
            top(PhraseKind::Opposite, &file.opposite),
            top(PhraseKind::For, &file.for_),
            top(PhraseKind::Against, &file.against),
            top(PhraseKind::Ignore, &file.ignore),
        ];
        for group in &file.group {
            lists.push(List {
                kind: group.kind.into(),
                texts: &group.phrases,
                with: self.context(source, &group.with, compiler),
                within: within(group.within),
                unless: self.context(source, &group.unless, compiler),
                not_holders: match &group.not_holders {
                    Some(own) => barred(source, own, actors, compiler),
                    None => not_holders.clone(),
                },
                not_for: compiler.sides(source, &group.not_for),
                turned_for: compiler.sides(source, &group.turned_for),
            });
        }
        lists
    }

    /// The numbers of context phrases; a phrase that is written twice has one number.
    fn context(
        &mut self,
        source: usize,
        texts: &[Text],
        compiler: &mut Compiler<'_, '_>,
    ) -> Vec<u32> {
        let mut numbers = Vec::new();
        for text in texts {
            if let Some(&number) = self.contexts.get(text.get_ref()) {
                numbers.push(number);
            } else if let Some(phrase) = compiler.add_numbered(source, text, &mut self.context_set)
            {
                self.contexts.insert(text.get_ref().clone(), phrase.0);
                numbers.push(phrase.0);
            }
        }
        numbers
    }
}

/// The actors that a list keeps out.
fn barred(
    source: usize,
    texts: &[Text],
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Vec<ActorId> {
    let mut ids = Vec::new();
    for text in texts {
        let Some(actor) = compiler.id(source, text, ActorId::parse) else {
            continue;
        };
        if !actors.by_id.contains_key(&actor) {
            compiler.fault(
                source,
                text.span(),
                FaultKind::UnknownActor(text.get_ref().clone()),
            );
        }
        ids.push(actor);
    }
    ids
}

fn name(kind: PhraseKind) -> &'static str {
    match kind {
        PhraseKind::Names => "names",
        PhraseKind::Opposite => "opposite",
        PhraseKind::For => "for",
        PhraseKind::Against => "against",
        PhraseKind::Ignore => "ignore",
    }
}

fn within(file: Option<WithinFile>) -> Within {
    match file {
        Some(WithinFile::Clause) => Within::Clause,
        Some(WithinFile::Sentence) | None => Within::Sentence,
        Some(WithinFile::Paragraph) => Within::Paragraph,
        Some(WithinFile::Topic) => Within::Topic,
        Some(WithinFile::Article) => Within::Article,
    }
}

impl From<GroupKindFile> for PhraseKind {
    fn from(kind: GroupKindFile) -> Self {
        match kind {
            GroupKindFile::Names => Self::Names,
            GroupKindFile::Opposite => Self::Opposite,
            GroupKindFile::For => Self::For,
            GroupKindFile::Against => Self::Against,
            GroupKindFile::Ignore => Self::Ignore,
        }
    }
}
