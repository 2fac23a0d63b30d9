//! What rule files say, as they say it. What runs is compiled from these types.

mod actors;
mod english;
mod pack;

pub(crate) use actors::*;
pub(crate) use english::*;
pub(crate) use pack::*;

use serde::Deserialize;
use toml::Spanned;

/// A string with its place in the file.
pub(crate) type Text = Spanned<String>;

/// A day with its place in the file.
pub(crate) type Day = Spanned<toml::value::Datetime>;

/// A sentence with what must be read from it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ExampleFile {
    pub(crate) text: Text,
    #[serde(default)]
    pub(crate) fill: Vec<Text>,
    pub(crate) expect: Vec<Text>,
    pub(crate) why: Option<String>,
    pub(crate) date: Option<Day>,
    #[serde(default)]
    pub(crate) todo: bool,
}

/// Sentences with a place for each phrase of a list of a position.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PhraseFrameFile {
    pub(crate) list: GroupKindFile,
    pub(crate) text: Vec<Text>,
    pub(crate) expect: Vec<Text>,
    #[serde(rename = "why")]
    pub(crate) _why: Option<String>,
    pub(crate) date: Option<Day>,
}

/// Sentences with a place for each cue of a family.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CueFrameFile {
    pub(crate) kind: CueKindFile,
    pub(crate) side: Option<FrameSideFile>,
    pub(crate) holder: Option<CueHolderFile>,
    #[serde(default)]
    pub(crate) takes: Vec<TakesFile>,
    pub(crate) gives: Option<GivesFile>,
    pub(crate) nouns: Option<bool>,
    pub(crate) text: Vec<Text>,
    pub(crate) expect: Vec<Text>,
    #[serde(rename = "why")]
    pub(crate) _why: Option<String>,
    pub(crate) date: Option<Day>,
}

/// Which side the cues of a family are on.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FrameSideFile {
    For,
    Against,
    None,
}

/// `PACK/examples/*.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ExamplesFile {
    pub(crate) position: Text,
    #[serde(default)]
    pub(crate) example: Vec<ExampleFile>,
    #[serde(default)]
    pub(crate) frame: Vec<PhraseFrameFile>,
}

/// `english/examples/*.toml`.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct LanguageExamplesFile {
    pub(crate) example: Vec<ExampleFile>,
    pub(crate) frame: Vec<CueFrameFile>,
}

/// Which side a cue is on by itself.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SideFile {
    For,
    Against,
}
