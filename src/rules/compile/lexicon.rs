//! Compiles cues and the constructions around them.

use super::Compiler;
use crate::phrase::{PhraseSet, PhraseSetBuilder};
use crate::rules::file::{CueFile, CueHolderFile, SeveralWord, SideFile, TakesFile, Text};
use crate::rules::folder::{Folder, Placed};
use crate::rules::{Condition, Cue, CueHolder, Holding, Lexicon, Several, Takes};
use crate::statement::Stance;

/// How many holders a phrase for several stands for, where its rule tells nothing.
const PAIR: usize = 2;

/// Compiles everything in `english/` that marks an act or turns one.
pub(crate) fn compile(folder: &Folder, compiler: &mut Compiler<'_, '_>) -> Lexicon {
    let mut lexicon = Lexicon::default();
    let mut cue_phrases = PhraseSetBuilder::default();
    let links = owner_words(folder);
    for file in folder.cues.values() {
        for cue in &file.value.cue {
            add_cue(
                cue,
                file.source,
                &mut cue_phrases,
                &mut lexicon.cues,
                &links,
                compiler,
            );
        }
    }
    lexicon.cue_phrases = cue_phrases.build();
    if let Some(Placed {
        source,
        value: file,
    }) = &folder.negation
    {
        lexicon.not = compiler.set(*source, &file.not);
        lexicon.no = compiler.set(*source, &file.no);
        lexicon.without = compiler.set(*source, &file.without);
        lexicon.instead = compiler.set(*source, &file.instead);
        lexicon.fails = compiler.set(*source, &file.fails);
    }
    if let Some(Placed {
        source,
        value: file,
    }) = &folder.conditions
    {
        lexicon.reasons = compiler.set(*source, &file.reasons);
        lexicon.offers = compiler.set(*source, &file.offers);
        let mut phrases = PhraseSetBuilder::default();
        for entry in &file.condition {
            let condition = Condition {
                negates: entry.negates,
                only: entry.only,
                time: entry.time,
                price: entry.price,
            };
            for text in &entry.words {
                if compiler.add(*source, text, &mut phrases) {
                    lexicon.conditions.push(condition);
                }
            }
        }
        lexicon.condition_phrases = phrases.build();
    }
    if let Some(Placed {
        source,
        value: file,
    }) = &folder.reference
    {
        lexicon.references = compiler.set(*source, &file.references);
        lexicon.recurring = compiler.set(*source, &file.recurring);
        lexicon.reference_pronouns = compiler.set(*source, &file.pronouns);
        lexicon.implied = compiler.set(*source, &file.implied);
        lexicon.agreeing = compiler.set(*source, &file.agreeing);
        lexicon.differing = compiler.set(*source, &file.differing);
        lexicon.own_bodies = compiler.set(*source, &file.own_bodies);
        lexicon.groups = compiler.set(*source, &file.groups);
        lexicon.bodies = compiler.set(*source, &file.bodies);
        let mut plurals = PhraseSetBuilder::default();
        for entry in &file.plural {
            let of = entry.of.map_or(Holding::Either, |of| match of {
                SeveralWord::Persons => Holding::Persons,
                SeveralWord::Leaders => Holding::Leaders,
                SeveralWord::Bodies => Holding::Bodies,
            });
            let count = entry.count.map_or(PAIR, usize::from);
            for text in &entry.words {
                if compiler.add(*source, text, &mut plurals) {
                    lexicon.several.push(Several { of, count });
                }
            }
        }
        lexicon.plurals = plurals.build();
        lexicon.tallies = compiler.set(*source, &file.tallies);
        lexicon.prior = compiler.set(*source, file.prior.iter().flat_map(|entry| &entry.words));
    }
    lexicon
}

impl Compiler<'_, '_> {
    /// A set of phrases whose numbers nobody looks at.
    fn set<'t>(&mut self, source: usize, texts: impl IntoIterator<Item = &'t Text>) -> PhraseSet {
        let mut phrases = PhraseSetBuilder::default();
        for text in texts {
            self.add(source, text, &mut phrases);
        }
        phrases.build()
    }
}

fn add_cue(
    file: &CueFile,
    source: usize,
    phrases: &mut PhraseSetBuilder,
    cues: &mut Vec<Cue>,
    links: &str,
    compiler: &mut Compiler<'_, '_>,
) {
    let words = file.words.iter().map(|text| (text, false));
    let owned: Vec<Text> = file
        .nouns
        .iter()
        .filter_map(|text| with_owner(text, links))
        .collect();
    let nouns = file.nouns.iter().chain(&owned).map(|text| (text, true));
    let written = file.words.len() + file.nouns.len();
    for (number, (text, noun)) in words.chain(nouns).enumerate() {
        if !compiler.add(source, text, phrases) {
            continue;
        }
        cues.push(Cue {
            kind: file.kind.into(),
            side: file.side.map(Stance::from),
            holder: file.holder.into(),
            takes: takes(&file.takes),
            force: file.force.map(Into::into),
            noun,
            gives_nothing: file.gives.is_some(),
            raises: file.raises,
            made: number >= written,
            text: text.get_ref().clone(),
            origin: compiler.origin(source, text.span().start),
        });
    }
}

/// The words that bring in a noun's owner, as alternatives: `by|of|from`.
fn owner_words(folder: &Folder) -> String {
    let links = folder.grammar.as_ref().map(|grammar| &grammar.value.links);
    let words = links.map(|links| {
        links
            .doer
            .iter()
            .chain(&links.owner)
            .map(String::as_str)
            .collect::<Vec<_>>()
    });
    words.unwrap_or_default().join("|")
}

/// `readiness to` with an owner between: *the readiness of France to*.
fn with_owner(text: &Text, links: &str) -> Option<Text> {
    let (head, last) = text.get_ref().rsplit_once(' ')?;
    let plain = |part: &str| part.chars().all(|c| c.is_alphanumeric() || c == ' ');
    let owned = format!("{head} ({links}) ...3 {last}");
    (!links.is_empty() && plain(head) && plain(last)).then(|| Text::new(text.span(), owned))
}

pub(super) fn takes(file: &[TakesFile]) -> Takes {
    let mut takes = Takes::default();
    for kind in file {
        match kind {
            TakesFile::Noun => takes.noun = true,
            TakesFile::ThatClause => takes.that_clause = true,
            TakesFile::ToVerb => takes.to_verb = true,
            TakesFile::ObjectToVerb => takes.object_to_verb = true,
            TakesFile::VerbIng => takes.verb_ing = true,
            TakesFile::Naming => takes.naming = true,
            TakesFile::Quote => takes.quote = true,
            TakesFile::Subject => takes.subject = true,
        }
    }
    takes
}

impl From<SideFile> for Stance {
    fn from(side: SideFile) -> Self {
        match side {
            SideFile::For => Self::Supports,
            SideFile::Against => Self::Opposes,
        }
    }
}

impl From<CueHolderFile> for CueHolder {
    fn from(holder: CueHolderFile) -> Self {
        match holder {
            CueHolderFile::Subject => Self::Subject,
            CueHolderFile::Speaker => Self::Speaker,
            CueHolderFile::By => Self::By,
            CueHolderFile::Possessor => Self::Possessor,
            CueHolderFile::Object => Self::Object,
        }
    }
}
