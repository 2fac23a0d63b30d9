//! `english/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{CueFrameFile, ExampleFile, SideFile, Text};
use crate::statement::{CueKind, Force};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct GrammarFile {
    pub(crate) language: String,
    #[serde(default)]
    pub(crate) classes: ClassesFile,
    #[serde(default)]
    pub(crate) links: LinksFile,
    #[serde(default)]
    pub(crate) pronoun: Vec<PronounFile>,
    #[serde(default)]
    pub(crate) verbs: VerbsFile,
    #[serde(default)]
    pub(crate) abbreviations: AbbreviationsFile,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ClassesFile {
    pub(crate) determiner: Vec<String>,
    pub(crate) possessive: Vec<String>,
    pub(crate) quantifier: Vec<String>,
    pub(crate) preposition: Vec<String>,
    pub(crate) coordinator: Vec<String>,
    pub(crate) subordinator: Vec<String>,
    pub(crate) complementiser: Vec<String>,
    pub(crate) relative: Vec<String>,
    pub(crate) question: Vec<String>,
    pub(crate) be: Vec<String>,
    pub(crate) have: Vec<String>,
    #[serde(rename = "do")]
    pub(crate) do_: Vec<String>,
    pub(crate) modal: Vec<String>,
    pub(crate) infinitive: Vec<String>,
    pub(crate) adverb: Vec<String>,
    pub(crate) temporal: Vec<String>,
    pub(crate) number: Vec<String>,
    pub(crate) adjective: Vec<String>,
    pub(crate) noun: Vec<String>,
    pub(crate) adjunct: Vec<String>,
    pub(crate) possible: Vec<String>,
    pub(crate) expletive: Vec<String>,
    pub(crate) receiving: Vec<String>,
    pub(crate) expression: Vec<String>,
    pub(crate) kin: Vec<String>,
    pub(crate) personal: Vec<String>,
    pub(crate) backshifted: Vec<String>,
    pub(crate) supposing: Vec<String>,
    pub(crate) topic: Vec<String>,
    pub(crate) spoken: Vec<String>,
    pub(crate) linking: Vec<String>,
    pub(crate) visiting: Vec<String>,
    pub(crate) collective: Vec<String>,
    pub(crate) adverb_endings: Vec<String>,
    pub(crate) past_endings: Vec<String>,
    pub(crate) singular_endings: Vec<String>,
}

/// Prepositions that bring in a doer or an owner.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LinksFile {
    pub(crate) doer: Vec<String>,
    pub(crate) owner: Vec<String>,
    pub(crate) definite: Vec<String>,
    pub(crate) bases: Vec<String>,
    pub(crate) inverted: Vec<String>,
    pub(crate) contrast: Vec<String>,
    pub(crate) echo: Vec<String>,
    pub(crate) emphatic: Vec<String>,
    pub(crate) placeholder: Vec<String>,
    pub(crate) absolute: Vec<String>,
    pub(crate) instance: Vec<String>,
    pub(crate) dubbed: Vec<String>,
    pub(crate) counts: Vec<String>,
    pub(crate) doing: Vec<String>,
    pub(crate) viewpoint: Vec<String>,
    pub(crate) terms: Vec<String>,
    pub(crate) waiting: Vec<String>,
    pub(crate) alternative: Vec<String>,
    pub(crate) anyone: Vec<String>,
    pub(crate) standing: Vec<String>,
    pub(crate) pointing: Vec<String>,
    pub(crate) anything: Vec<String>,
    pub(crate) belonging: Vec<String>,
    pub(crate) among: Vec<String>,
    pub(crate) likewise: Vec<String>,
    pub(crate) reduced: Vec<String>,
    pub(crate) containing: Vec<String>,
    pub(crate) helping: Vec<String>,
    pub(crate) alike: Vec<String>,
    pub(crate) faulting: Vec<String>,
    pub(crate) excepting: Vec<String>,
    pub(crate) meeting: Vec<String>,
    pub(crate) authoring: Vec<String>,
    pub(crate) more: Vec<String>,
    pub(crate) regional: Vec<String>,
    pub(crate) sequence: Vec<String>,
    pub(crate) gerund: Vec<String>,
    pub(crate) judging: Vec<String>,
    pub(crate) joining: Vec<String>,
    pub(crate) few: Vec<String>,
    pub(crate) telling: Vec<String>,
    pub(crate) only: Vec<String>,
    pub(crate) roughly: Vec<String>,
    pub(crate) asides: Vec<String>,
    pub(crate) share: Vec<String>,
    pub(crate) toward: Vec<String>,
    pub(crate) against: Vec<String>,
    pub(crate) months: Vec<String>,
    pub(crate) aged: Vec<String>,
    pub(crate) asking: Vec<String>,
    pub(crate) yes: Vec<String>,
    pub(crate) denial: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PronounFile {
    pub(crate) words: Vec<String>,
    pub(crate) person: u8,
    pub(crate) number: NumberFile,
    pub(crate) gender: GenderFile,
    pub(crate) case: CaseFile,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NumberFile {
    One,
    Many,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum GenderFile {
    He,
    She,
    It,
    Any,
}

#[derive(Clone, Copy, Deserialize, PartialEq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CaseFile {
    Subject,
    Object,
    Possessive,
    Any,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct VerbsFile {
    pub(crate) only: Vec<String>,
    pub(crate) also_nouns: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AbbreviationsFile {
    pub(crate) words: Vec<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct FormsFile {
    pub(crate) possessive: Vec<String>,
    pub(crate) contractions: BTreeMap<String, String>,
    pub(crate) contracted: BTreeMap<String, String>,
    pub(crate) inflection: Vec<InflectionFile>,
    pub(crate) verbs: BTreeMap<String, Vec<String>>,
    pub(crate) plurals: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct InflectionFile {
    pub(crate) form: FormFile,
    pub(crate) pattern: Text,
    pub(crate) replace: String,
}

/// What an inflection makes of a base form.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FormFile {
    Third,
    Plural,
    Past,
    Participle,
    Ing,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CuesFile {
    #[serde(default)]
    pub(crate) cue: Vec<CueFile>,
    #[serde(default)]
    pub(crate) example: Vec<ExampleFile>,
    #[serde(default)]
    pub(crate) frame: Vec<CueFrameFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CueFile {
    #[serde(default)]
    pub(crate) words: Vec<Text>,
    #[serde(default)]
    pub(crate) nouns: Vec<Text>,
    pub(crate) kind: CueKindFile,
    pub(crate) side: Option<SideFile>,
    #[serde(default)]
    pub(crate) holder: CueHolderFile,
    #[serde(default)]
    pub(crate) takes: Vec<TakesFile>,
    pub(crate) force: Option<ForceFile>,
    pub(crate) gives: Option<GivesFile>,
    #[serde(default)]
    pub(crate) raises: bool,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CueKindFile {
    Says,
    Thinks,
    Wants,
    Judges,
    Threatens,
    Does,
    Changes,
}

impl From<CueKindFile> for CueKind {
    fn from(kind: CueKindFile) -> Self {
        match kind {
            CueKindFile::Says => Self::Says,
            CueKindFile::Thinks => Self::Thinks,
            CueKindFile::Wants => Self::Wants,
            CueKindFile::Judges => Self::Judges,
            CueKindFile::Threatens => Self::Threatens,
            CueKindFile::Does => Self::Does,
            CueKindFile::Changes => Self::Changes,
        }
    }
}

#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum CueHolderFile {
    #[default]
    Subject,
    Speaker,
    By,
    Possessor,
    Object,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum TakesFile {
    Noun,
    ThatClause,
    ToVerb,
    #[serde(rename = "object to-verb")]
    ObjectToVerb,
    VerbIng,
    Naming,
    Quote,
    Subject,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ForceFile {
    Insists,
    Backs,
    OpenTo,
}

impl From<ForceFile> for Force {
    fn from(force: ForceFile) -> Self {
        match force {
            ForceFile::Insists => Self::Insists,
            ForceFile::Backs => Self::Backs,
            ForceFile::OpenTo => Self::OpenTo,
        }
    }
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum GivesFile {
    Nothing,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct NegationFile {
    pub(crate) not: Vec<Text>,
    pub(crate) no: Vec<Text>,
    pub(crate) without: Vec<Text>,
    pub(crate) instead: Vec<Text>,
    pub(crate) fails: Vec<Text>,
    pub(crate) example: Vec<ExampleFile>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ConditionsFile {
    pub(crate) reasons: Vec<Text>,
    pub(crate) offers: Vec<Text>,
    pub(crate) condition: Vec<ConditionFile>,
    pub(crate) example: Vec<ExampleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of the file, and any of them can be set"
)]
pub(crate) struct ConditionFile {
    pub(crate) words: Vec<Text>,
    #[serde(default)]
    pub(crate) negates: bool,
    #[serde(default)]
    pub(crate) only: bool,
    #[serde(default)]
    pub(crate) time: bool,
    #[serde(default)]
    pub(crate) price: bool,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ReferenceFile {
    pub(crate) references: Vec<Text>,
    pub(crate) recurring: Vec<Text>,
    pub(crate) pronouns: Vec<Text>,
    pub(crate) implied: Vec<Text>,
    pub(crate) agreeing: Vec<Text>,
    pub(crate) differing: Vec<Text>,
    pub(crate) groups: Vec<Text>,
    pub(crate) bodies: Vec<Text>,
    pub(crate) own_bodies: Vec<Text>,
    pub(crate) tallies: Vec<Text>,
    pub(crate) plural: Vec<PluralFile>,
    pub(crate) prior: Vec<WordsFile>,
    pub(crate) example: Vec<ExampleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PluralFile {
    pub(crate) words: Vec<Text>,
    #[serde(default)]
    pub(crate) of: Option<SeveralWord>,
    #[serde(default)]
    pub(crate) count: Option<u8>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SeveralWord {
    Persons,
    Leaders,
    Bodies,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct WordsFile {
    pub(crate) words: Vec<Text>,
}
