//! Inflection: which forms a word of a rule accepts.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use regex::{Regex, RegexSet};

use crate::grammar::VerbForm;
use crate::rules::fault::{FaultKind, Faults};
use crate::rules::file::{ClassesFile, FormFile, FormsFile, GrammarFile, VerbsFile};
use crate::rules::folder::Placed;
use crate::words::{Contractions, WordId, Words, fold};

/// Makes the forms of words.
#[derive(Default)]
pub(crate) struct Forms {
    rules: Vec<Inflection>,
    patterns: RegexSet,
    irregular: BTreeMap<String, Vec<String>>,
    plurals: BTreeMap<String, String>,
    /// Words of closed classes that are no verbs: they have no forms but themselves.
    rigid: HashSet<String>,
    endings: Vec<String>,
    accepted: HashMap<String, Vec<WordId>>,
}

struct Inflection {
    form: FormFile,
    pattern: String,
    replace: String,
    /// Compiled when the first word asks for it.
    regex: OnceLock<Option<Regex>>,
}

impl Inflection {
    fn apply(&self, word: &str) -> Option<String> {
        let regex = self
            .regex
            .get_or_init(|| Regex::new(&self.pattern).ok())
            .as_ref()?;
        Some(regex.replace(word, self.replace.as_str()).into_owned())
    }
}

/// What an irregular verb's list holds, in its order.
const IRREGULAR: [FormFile; 4] = [
    FormFile::Past,
    FormFile::Participle,
    FormFile::Third,
    FormFile::Ing,
];

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
        }
        let Some(placed) = file else { return forms };
        let file = &placed.value;
        forms.irregular.clone_from(&file.verbs);
        forms.plurals.clone_from(&file.plurals);
        forms.endings = possessive(file);
        for base in forms.irregular.keys() {
            forms.rigid.remove(base);
        }
        forms.patterns = RegexSet::new(file.inflection.iter().map(|rule| rule.pattern.get_ref()))
            .unwrap_or_else(|_| {
                for rule in &file.inflection {
                    if Regex::new(rule.pattern.get_ref()).is_err() {
                        let kind = FaultKind::BadPattern(rule.pattern.get_ref().clone());
                        faults.push(placed.at(rule.pattern.span()), kind);
                    }
                }
                RegexSet::default()
            });
        forms.rules = file
            .inflection
            .iter()
            .map(|rule| Inflection {
                form: rule.form,
                pattern: rule.pattern.get_ref().clone(),
                replace: rule.replace.clone(),
                regex: OnceLock::new(),
            })
            .collect();
        forms
    }

    /// The ids of every form that a word of a phrase accepts.
    pub(crate) fn accepted(&mut self, word: &str, pinned: bool, words: &mut Words) -> Vec<WordId> {
        let base = self.bare(word);
        if pinned || self.rigid.contains(&base) {
            return vec![words.intern(&base)];
        }
        if let Some(known) = self.accepted.get(&base) {
            return known.clone();
        }
        let mut ids = vec![words.intern(&base)];
        ids.extend(
            self.inflect(&base)
                .iter()
                .map(|(_, form)| words.intern(form)),
        );
        ids.sort_unstable();
        ids.dedup();
        self.accepted.insert(base, ids.clone());
        ids
    }

    /// The forms of a base form, with what each of them is.
    pub(crate) fn inflect(&self, base: &str) -> Vec<(FormFile, String)> {
        let mut forms: Vec<(FormFile, String)> = self
            .patterns
            .matches(base)
            .iter()
            .filter_map(|number| {
                let rule = &self.rules[number];
                Some((rule.form, rule.apply(base)?))
            })
            .collect();
        if let Some(irregular) = self.irregular.get(base) {
            forms.extend(
                IRREGULAR
                    .into_iter()
                    .zip(irregular.iter().map(|form| fold(form))),
            );
        }
        if let Some(plural) = self.plurals.get(base) {
            forms.push((FormFile::Plural, fold(plural)));
        }
        forms
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
fn rigid(grammar: &GrammarFile) -> HashSet<String> {
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
        adverb_endings: _,
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
    let mut rigid: HashSet<String> = classes
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
