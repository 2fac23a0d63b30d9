//! Compiles offices and titles.

use super::Compiler;
use crate::id::OfficeId;
use crate::phrase::PhraseSetBuilder;
use crate::rules::folder::{Folder, Placed};
use crate::rules::{Actors, Title};

/// Adds titles, offices and the words that make them former ones to `actors`.
pub(crate) fn compile(folder: &Folder, actors: &mut Actors, compiler: &mut Compiler<'_, '_>) {
    let mut phrases = PhraseSetBuilder::default();
    for Placed {
        source,
        value: office,
    } in &folder.offices.list
    {
        let Some(id) = compiler.id(*source, &office.id, OfficeId::parse) else {
            continue;
        };
        let title = if office.leader {
            Title::Leader
        } else {
            Title::Office(id)
        };
        for text in &office.words {
            if compiler.add(*source, text, &mut phrases) {
                actors.titles.push(title.clone());
            }
        }
    }
    for Placed {
        source,
        value: file,
    } in &folder.titles
    {
        let title = match (file.speaks_for_body, file.private) {
            (true, _) => Title::Spokesperson,
            (false, true) => Title::Private,
            (false, false) => Title::Bearer,
        };
        for text in &file.words {
            if compiler.add(*source, text, &mut phrases) {
                actors.titles.push(title.clone());
            }
        }
    }
    actors.title_phrases = phrases.build();
    actors.former = folder
        .former
        .iter()
        .map(|word| compiler.words.intern(word))
        .collect();
    actors.former.sort_unstable();
    actors.former.dedup();
}
