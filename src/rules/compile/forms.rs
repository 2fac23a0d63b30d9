//! Inflection: which forms a word of a rule accepts.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::Arc;

use super::inflection::Inflections;
use crate::grammar::VerbForm;
use crate::phrase::Accepted;
use crate::rules::fault::Faults;
use crate::rules::file::{ClassesFile, FormFile, FormsFile, GrammarFile, VerbsFile};
use crate::rules::folder::Placed;
use crate::words::{Contractions, Spelled, Spelling, WordId, Words, fold};

/// A set of words.
type Spellings = HashSet<String, BuildHasherDefault<Spelling>>;

/// Makes the forms of words.
#[derive(Default)]
pub(crate) struct Forms {
    inflections: Inflections,
    irregular: Spelled<Vec<String>>,
    plurals: Spelled<String>,
    /// Words of closed classes that are no verbs: they have no forms but themselves.
    rigid: Spellings,
    endings: Vec<String>,
    /// Every form of *be*, its base first.
    be: Vec<String>,
    /// What words accept, as they are written in phrases.
    accepted: Spelled<Accepted>,
    /// The same for words that are pinned.
    pinned: Spelled<Accepted>,
}

/// What an irregular verb's list holds, in its order.
const IRREGULAR: [FormFile; 4] = [
    FormFile::Past,
    FormFile::Participle,
    FormFile::Third,
    FormFile::Ing,
];

/// Most words have no more forms than this.
const FEW_FORMS: usize = 8;

/// The weight of words such as *the*, which stand in every sentence.
const COMMONEST: u32 = 1000;

impl Forms {
    /// Compiles `forms.toml`; `grammar.toml` tells which words never inflect.
    pub(crate) fn compile(
        file: Option<&Placed<FormsFile>>,
        grammar: Option<&Placed<GrammarFile>>,
        faults: &mut Faults<'_>,
    ) -> Self {
        let mut forms = Self::default();
        if let Some(grammar) = grammar {
            forms.rigid = rigid(&grammar.value);
            forms.be.clone_from(&grammar.value.classes.be);
        }
        let Some(placed) = file else { return forms };
        let file = &placed.value;
        for (base, list) in &file.verbs {
            forms.irregular.insert(base, list.clone());
        }
        for (one, many) in &file.plurals {
            forms.plurals.insert(one, many.clone());
        }
        forms.endings = possessive(file);
        for base in file.verbs.keys() {
            forms.rigid.remove(base);
        }
        forms.inflections = Inflections::compile(&file.inflection, placed.source, faults);
        forms
    }

    /// What a word of a phrase accepts.
    pub(crate) fn accepted(&mut self, word: &str, pinned: bool, words: &mut Words) -> Accepted {
        let known = if pinned { &self.pinned } else { &self.accepted };
        if let Some(accepted) = known.get(word) {
            return accepted.clone();
        }
        let accepted = Accepted {
            forms: self.forms(word, pinned, words),
            weight: self.weight(word),
        };
        let known = if pinned {
            &mut self.pinned
        } else {
            &mut self.accepted
        };
        known.insert(word, accepted.clone());
        accepted
    }

    /// The ids of every form that a word accepts.
    fn forms(&mut self, word: &str, pinned: bool, words: &mut Words) -> Arc<[WordId]> {
        let base = self.bare(word);
        let own = words.intern(&base);
        if pinned || self.rigid.contains(&base) {
            return Arc::new([own]);
        }
        let mut ids = Vec::with_capacity(FEW_FORMS);
        ids.push(own);
        self.inflect(&base, |_, spelling| ids.push(words.intern(spelling)));
        if self.be.first() == Some(&base) {
            ids.extend(self.be.iter().map(|form| words.intern(&fold(form))));
        }
        ids.sort_unstable();
        ids.dedup();
        ids.into()
    }

    /// About how often a word stands in texts. Long words are rarer; how much so is a rough guess,
    /// and nothing but speed hangs on it.
    fn weight(&self, word: &str) -> u32 {
        if self.rigid.contains(word) {
            return match word.len() {
                0..=3 => COMMONEST,
                4 => COMMONEST / 3,
                5 => COMMONEST / 8,
                _ => COMMONEST / 20,
            };
        }
        match word.len() {
            0..=2 => 60,
            3 => 30,
            4 => 12,
            5 => 7,
            6 => 4,
            7 => 3,
            8 => 2,
            _ => 1,
        }
    }

    /// Hands the forms of a base form, with what each of them is, to `take`.
    pub(crate) fn inflect(&mut self, base: &str, mut take: impl FnMut(&[FormFile], &str)) {
        self.inflections.each(base, &mut take);
        if let Some(irregular) = self.irregular.get(base) {
            for (form, spelling) in IRREGULAR.into_iter().zip(irregular) {
                take(&[form], &fold(spelling));
            }
        }
        if let Some(plural) = self.plurals.get(base) {
            take(&[FormFile::Plural], &fold(plural));
        }
    }

    /// A word as tokens have it: in lower case, without a possessive ending.
    fn bare(&self, word: &str) -> String {
        let mut folded = fold(word);
        let stem = self
            .endings
            .iter()
            .find_map(|ending| folded.strip_suffix(ending.as_str()));
        let kept = stem.map_or_else(|| folded.trim_end_matches('\'').len(), str::len);
        if kept > 0 {
            folded.truncate(kept);
        }
        folded
    }
}

/// The verb form that an inflection makes, if it makes one.
pub(crate) fn verb_form(form: FormFile) -> Option<VerbForm> {
    match form {
        FormFile::Third => Some(VerbForm::Third),
        FormFile::Past => Some(VerbForm::Past),
        FormFile::Participle => Some(VerbForm::Participle),
        FormFile::Ing => Some(VerbForm::Ing),
        FormFile::Plural => None,
    }
}

/// How words that are two in one come apart.
pub(crate) fn contractions(file: Option<&Placed<FormsFile>>) -> Contractions {
    let Some(Placed { value: file, .. }) = file else {
        return Contractions::default();
    };
    let mut endings: Vec<(String, String)> = file
        .contractions
        .iter()
        .map(|(ending, word)| (fold(ending), fold(word)))
        .collect();
    // The longest first, so that the order in the file does not matter.
    endings.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
    let whole = file
        .contracted
        .iter()
        .map(|(word, words)| (fold(word), words.split_whitespace().map(fold).collect()))
        .collect();
    Contractions {
        possessive: possessive(file),
        endings,
        whole,
        verbal: Vec::new(),
        verbal_word: String::new(),
    }
}

/// Possessive endings that can stand inside a token: the apostrophe of *allies'* is a mark of its own.
fn possessive(file: &FormsFile) -> Vec<String> {
    file.possessive
        .iter()
        .map(|ending| fold(ending))
        .filter(|ending| ending.starts_with('\''))
        .collect()
}

/// Words of closed classes; without this, *no* would accept *nos* and *it* accept *its*.
fn rigid(grammar: &GrammarFile) -> Spellings {
    let ClassesFile {
        determiner,
        possessive,
        quantifier,
        preposition,
        coordinator,
        subordinator,
        complementiser,
        relative,
        question,
        be,
        have,
        do_,
        modal,
        infinitive,
        adverb,
        temporal: _,
        number: _,
        adjective: _,
        noun: _,
        adjunct: _,
        possible: _,
        expletive: _,
        receiving: _,
        expression: _,
        kin: _,
        personal: _,
        backshifted: _,
        supposing: _,
        topic: _,
        spoken: _,
        linking: _,
        visiting: _,
        collective: _,
        adverb_endings: _,
        past_endings: _,
        singular_endings: _,
    } = &grammar.classes;
    let VerbsFile { only, also_nouns } = &grammar.verbs;
    let classes = [
        determiner,
        possessive,
        quantifier,
        preposition,
        coordinator,
        subordinator,
        complementiser,
        relative,
        question,
        be,
        have,
        do_,
        modal,
        infinitive,
        adverb,
    ];
    let pronouns = grammar.pronoun.iter().flat_map(|pronoun| &pronoun.words);
    let mut rigid: Spellings = classes
        .into_iter()
        .flatten()
        .chain(pronouns)
        .map(|word| fold(word))
        .collect();
    for verb in only
        .iter()
        .chain(also_nouns)
        .filter(|verb| !modal.contains(verb))
    {
        rigid.remove(verb.as_str());
    }
    rigid
}
