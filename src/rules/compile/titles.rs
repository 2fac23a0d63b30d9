//! Compiles offices and titles.

use std::collections::BTreeMap;

use super::Compiler;
use crate::grammar::Gender;
use crate::id::OfficeId;
use crate::phrase::{PhraseSet, PhraseSetBuilder};
use crate::rules::file::Text;
use crate::rules::folder::{Folder, Placed};
use crate::rules::{Actor, Actors, Title};
use crate::words::fold;

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
        let short = office.called.iter().map(|word| compiler.words.intern(word));
        actors.called.insert(id.clone(), short.collect());
        let title = if office.leader {
            Title::Leader
        } else {
            Title::Office { id, of: None }
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
        let office = file.stands_for.as_ref().and_then(|stands_for| {
            let id = compiler.id(*source, &stands_for.office, OfficeId::parse)?;
            let of = Some(stands_for.of.get_ref().clone());
            Some(Title::Office { id, of })
        });
        let title = office.unwrap_or(
            match (file.speaks_for_body || file.speaks_for_owner, file.private) {
                (true, _) => Title::Spokesperson {
                    of_owner: file.speaks_for_owner,
                },
                (false, true) => Title::Private,
                (false, false) => Title::Bearer,
            },
        );
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
    for (words, gender) in [(&folder.women, Gender::She), (&folder.men, Gender::He)] {
        let words = words
            .iter()
            .map(|word| (compiler.words.intern(word), gender));
        actors.gendered.extend(words);
    }
    let first = folder.family_first.iter();
    actors.family_first = first.map(|name| name.to_lowercase()).collect();
    let last = folder.impersonal.iter();
    actors.impersonal = last.map(|name| name.to_lowercase()).collect();
    actors.parties = phrases_of(&folder.parties, compiler);
    actors.describing = phrases_of(&folder.describing, compiler);
    actors.given = given(&actors.list);
}

fn phrases_of(texts: &[Placed<Text>], compiler: &mut Compiler<'_, '_>) -> PhraseSet {
    let mut phrases = PhraseSetBuilder::default();
    for text in texts {
        compiler.add(text.source, &text.value, &mut phrases);
    }
    phrases.build()
}

/// Given names that are told of one gender only.
fn given(list: &[Actor]) -> BTreeMap<String, Gender> {
    let mut given: BTreeMap<String, Gender> = BTreeMap::new();
    for actor in list.iter().filter(|actor| actor.gender != Gender::Any) {
        let Some(first) = actor.given.first() else {
            continue;
        };
        let known = given.entry(fold(first)).or_insert(actor.gender);
        if *known != actor.gender {
            *known = Gender::Any;
        }
    }
    given
}
