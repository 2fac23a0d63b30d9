//! Compiles `grammar.toml`: closed classes, pronouns and the forms of verbs.

use super::forms::{Forms, verb_form};
use crate::grammar::{Class, Gender, Grammar, Pronoun, VerbForm, WordInfo};
use crate::rules::file::{
    CaseFile, ClassesFile, FormFile, GenderFile, GrammarFile, NumberFile, PronounFile,
};
use crate::rules::folder::Folder;
use crate::words::{WordId, Words, fold};

/// Compiles the closed classes, verbs and pronouns of all files.
pub(crate) fn compile(folder: &Folder, forms: &mut Forms, words: &mut Words) -> Grammar {
    let mut grammar = Grammar::default();
    let Some(file) = folder.grammar.as_ref().map(|placed| &placed.value) else {
        return grammar;
    };
    grammar.language.clone_from(&file.language);
    let mut infos = Infos {
        list: Vec::new(),
        words,
    };
    infos.classes(&file.classes);
    infos.classes_of_other_files(folder);
    infos.verbs(file, forms);
    for pronoun in &file.pronoun {
        add_pronoun(pronoun, infos.words, &mut grammar.pronouns);
    }
    grammar.by = intern(&file.links.doer, infos.words);
    grammar.definite = intern(&file.links.definite, infos.words);
    grammar.bases = intern(&file.links.bases, infos.words);
    grammar.inverted = intern(&file.links.inverted, infos.words);
    grammar.contrast = intern(&file.links.contrast, infos.words);
    grammar.echo = intern(&file.links.echo, infos.words);
    grammar.emphatic = intern(&file.links.emphatic, infos.words);
    grammar.placeholder = intern(&file.links.placeholder, infos.words);
    grammar.telling = intern(&file.links.telling, infos.words);
    grammar.only = intern(&file.links.only, infos.words);
    grammar.toward = intern(&file.links.toward, infos.words);
    grammar.asking = intern(&file.links.asking, infos.words);
    grammar.yes = intern(&file.links.yes, infos.words);
    grammar.denial = intern(&file.links.denial, infos.words);
    grammar.aged = intern(&file.links.aged, infos.words);
    grammar.months = intern(&file.links.months, infos.words);
    grammar.against = intern(&file.links.against, infos.words);
    grammar.share = intern(&file.links.share, infos.words);
    grammar.roughly = phrases(&file.links.roughly, infos.words);
    grammar.asides = phrases(&file.links.asides, infos.words);
    grammar.longest_aside = grammar.asides.iter().map(Vec::len).max().unwrap_or(0);
    for first in file
        .links
        .asides
        .iter()
        .filter_map(|aside| aside.split_whitespace().next())
    {
        infos.info(first).add(Class::Aside);
    }
    grammar.doing = intern(&file.links.doing, infos.words);
    grammar.regional = intern(&file.links.regional, infos.words);
    grammar.more = intern(&file.links.more, infos.words);
    grammar.waiting = intern(&file.links.waiting, infos.words);
    grammar.alternative = intern(&file.links.alternative, infos.words);
    grammar.authoring = intern(&file.links.authoring, infos.words);
    grammar.meeting = intern(&file.links.meeting, infos.words);
    grammar.excepting = intern(&file.links.excepting, infos.words);
    grammar.faulting = intern(&file.links.faulting, infos.words);
    grammar.alike = intern(&file.links.alike, infos.words);
    grammar.helping = intern(&file.links.helping, infos.words);
    grammar.containing = intern(&file.links.containing, infos.words);
    grammar.reduced = intern(&file.links.reduced, infos.words);
    grammar.likewise = intern(&file.links.likewise, infos.words);
    grammar.anyone = intern(&file.links.anyone, infos.words);
    grammar.standing = intern(&file.links.standing, infos.words);
    grammar.pointing = intern(&file.links.pointing, infos.words);
    grammar.anything = intern(&file.links.anything, infos.words);
    grammar.among = intern(&file.links.among, infos.words);
    grammar.belonging = intern(&file.links.belonging, infos.words);
    grammar.terms = intern(&file.links.terms, infos.words);
    grammar.viewpoint = intern(&file.links.viewpoint, infos.words);
    grammar.sequence = intern(&file.links.sequence, infos.words);
    grammar.judging = intern(&file.links.judging, infos.words);
    grammar.joining = intern(&file.links.joining, infos.words);
    grammar.few = intern(&file.links.few, infos.words);
    grammar.gerund = intern(&file.links.gerund, infos.words);
    grammar.absolute = intern(&file.links.absolute, infos.words);
    grammar.dubbed = intern(&file.links.dubbed, infos.words);
    grammar.counts = intern(&file.links.counts, infos.words);
    grammar.instance = intern(&file.links.instance, infos.words);
    grammar.of = intern(&file.links.owner, infos.words);
    grammar.infos = infos.list;
    grammar.adverb_endings = folded(&file.classes.adverb_endings);
    grammar.past_endings = folded(&file.classes.past_endings);
    grammar.singular_endings = folded(&file.classes.singular_endings);
    grammar.plural_endings = plural_endings(folder);
    grammar.abbreviations = file
        .abbreviations
        .words
        .iter()
        .map(|word| fold(word.trim_end_matches('.')))
        .collect();
    grammar
}

/// What the rules of inflection put at the end of a plural.
fn plural_endings(folder: &Folder) -> Vec<String> {
    let file = folder.forms.as_ref().map(|placed| &placed.value);
    let rules = file.into_iter().flat_map(|file| &file.inflection);
    let plural = rules.filter(|rule| matches!(rule.form, FormFile::Plural));
    let endings = plural.map(|rule| {
        let letters = rule.replace.rsplit('}').next().unwrap_or_default();
        letters.to_lowercase()
    });
    let mut endings: Vec<String> = endings.filter(|ending| !ending.is_empty()).collect();
    endings.sort();
    endings.dedup();
    endings
}

/// Collects what words can be.
struct Infos<'a> {
    list: Vec<WordInfo>,
    words: &'a mut Words,
}

impl Infos<'_> {
    fn info(&mut self, word: &str) -> &mut WordInfo {
        let index = self.words.intern(word).index();
        if self.list.len() <= index {
            self.list.resize(index + 1, WordInfo::default());
        }
        &mut self.list[index]
    }

    fn add(&mut self, class: Class, list: &[String]) {
        for word in list {
            self.info(word).add(class);
        }
    }

    fn classes(&mut self, file: &ClassesFile) {
        self.add(Class::Determiner, &file.determiner);
        self.add(Class::Possessive, &file.possessive);
        self.add(Class::Quantifier, &file.quantifier);
        self.add(Class::Preposition, &file.preposition);
        self.add(Class::Coordinator, &file.coordinator);
        self.add(Class::Subordinator, &file.subordinator);
        self.add(Class::Complementiser, &file.complementiser);
        self.add(Class::Relative, &file.relative);
        self.add(Class::Personal, &file.personal);
        self.add(Class::Question, &file.question);
        self.add(Class::Be, &file.be);
        self.add(Class::Have, &file.have);
        self.add(Class::Do, &file.do_);
        self.add(Class::Modal, &file.modal);
        self.add(Class::Infinitive, &file.infinitive);
        self.add(Class::Adverb, &file.adverb);
        self.add(Class::Temporal, &file.temporal);
        self.add(Class::Number, &file.number);
        self.add(Class::Adjective, &file.adjective);
        self.add(Class::Noun, &file.noun);
        self.add(Class::Adjunct, &file.adjunct);
        self.add(Class::Possible, &file.possible);
        self.add(Class::Backshifted, &file.backshifted);
        self.add(Class::Supposing, &file.supposing);
        self.add(Class::Topic, &file.topic);
        self.add(Class::Spoken, &file.spoken);
        self.add(Class::Linking, &file.linking);
        self.add(Class::Visiting, &file.visiting);
        self.add(Class::Collective, &file.collective);
        self.add(Class::Expletive, &file.expletive);
        self.add(Class::Receiving, &file.receiving);
        self.add(Class::Expression, &file.expression);
        self.add(Class::Kin, &file.kin);
    }

    /// Single words of `negation.toml`, and honorifics.
    fn classes_of_other_files(&mut self, folder: &Folder) {
        if let Some(negation) = folder.negation.as_ref().map(|placed| &placed.value) {
            for (class, list) in [(Class::Not, &negation.not), (Class::No, &negation.no)] {
                let single = |word: &&str| word.chars().all(char::is_alphanumeric);
                for word in list
                    .iter()
                    .map(|text| text.get_ref().as_str())
                    .filter(single)
                {
                    self.info(word).add(class);
                }
            }
        }
        for honorific in &folder.honorifics {
            self.info(honorific.trim_end_matches('.'))
                .add(Class::Honorific);
        }
    }

    fn verbs(&mut self, file: &GrammarFile, forms: &mut Forms) {
        let only = file.verbs.only.iter().map(|base| (base, false));
        let also_nouns = file.verbs.also_nouns.iter().map(|base| (base, true));
        for (base, noun_too) in only.chain(also_nouns) {
            let base = fold(base);
            let info = self.info(&base);
            info.add_form(VerbForm::Base);
            info.noun_too |= noun_too;
            forms.inflect(&base, |made, spelling| {
                let info = self.info(spelling);
                for form in made.iter().copied().filter_map(verb_form) {
                    info.add_form(form);
                    info.noun_too |= noun_too && form == VerbForm::Third;
                }
            });
        }
    }
}

fn intern(list: &[String], words: &mut Words) -> Vec<WordId> {
    list.iter().map(|word| words.intern(word)).collect()
}

fn phrases(list: &[String], words: &mut Words) -> Vec<Vec<WordId>> {
    let words_of = |phrase: &String| {
        let written = phrase.split_whitespace();
        written.map(|word| words.intern(word)).collect()
    };
    list.iter().map(words_of).collect()
}

/// Adds the words of an entry; a word of two entries, as *her*, can be what both say.
fn add_pronoun(file: &PronounFile, words: &mut Words, pronouns: &mut Vec<(WordId, Pronoun)>) {
    let pronoun = Pronoun {
        person: file.person,
        many: file.number == NumberFile::Many,
        gender: match file.gender {
            GenderFile::He => Gender::He,
            GenderFile::She => Gender::She,
            GenderFile::It => Gender::It,
            GenderFile::Any => Gender::Any,
        },
        subject: matches!(file.case, CaseFile::Subject | CaseFile::Any),
        object: matches!(file.case, CaseFile::Object | CaseFile::Any),
        possessive: file.case == CaseFile::Possessive,
    };
    for word in &file.words {
        let id = words.intern(word);
        match pronouns.iter_mut().find(|(known, _)| *known == id) {
            Some((_, known)) => {
                known.subject |= pronoun.subject;
                known.object |= pronoun.object;
                known.possessive |= pronoun.possessive;
            }
            None => pronouns.push((id, pronoun)),
        }
    }
}

fn folded(endings: &[String]) -> Vec<String> {
    endings.iter().map(|ending| fold(ending)).collect()
}
