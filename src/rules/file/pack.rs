//! `PACK/pack.toml`, `PACK/sets.toml` and `PACK/positions/*.toml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Day, ExampleFile, PhraseFrameFile, Text};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PackFile {
    pub(crate) id: Text,
    pub(crate) version: String,
    pub(crate) title: String,
    #[serde(default)]
    pub(crate) order: Vec<Text>,
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
    #[serde(default)]
    pub(crate) about: Vec<Text>,
    #[serde(default)]
    pub(crate) topic: Vec<Text>,
    #[serde(default)]
    pub(crate) elsewhere: Vec<Text>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct SetsFile {
    pub(crate) sets: BTreeMap<Text, Vec<Text>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PositionFile {
    pub(crate) id: Text,
    pub(crate) short: Text,
    pub(crate) claim: String,
    pub(crate) supports: String,
    pub(crate) opposes: String,
    #[serde(default)]
    pub(crate) with: Vec<Text>,
    pub(crate) within: Option<WithinFile>,
    #[serde(default)]
    pub(crate) names: Vec<Text>,
    #[serde(default)]
    pub(crate) opposite: Vec<Text>,
    #[serde(default, rename = "for")]
    pub(crate) for_: Vec<Text>,
    #[serde(default)]
    pub(crate) against: Vec<Text>,
    #[serde(default)]
    pub(crate) ignore: Vec<Text>,
    #[serde(default = "yes")]
    pub(crate) deeds: bool,
    #[serde(default)]
    pub(crate) not_holders: Vec<Text>,
    #[serde(default)]
    pub(crate) not_for: Vec<Text>,
    #[serde(default)]
    pub(crate) group: Vec<GroupFile>,
    #[serde(default)]
    pub(crate) example: Vec<ExampleFile>,
    #[serde(default)]
    pub(crate) frame: Vec<PhraseFrameFile>,
}

fn yes() -> bool {
    true
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum WithinFile {
    Clause,
    Sentence,
    Paragraph,
    Topic,
    Article,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct GroupFile {
    pub(crate) kind: GroupKindFile,
    pub(crate) phrases: Vec<Text>,
    #[serde(default)]
    pub(crate) with: Vec<Text>,
    pub(crate) within: Option<WithinFile>,
    #[serde(default)]
    pub(crate) unless: Vec<Text>,
    /// In place of the position's.
    pub(crate) not_holders: Option<Vec<Text>>,
    #[serde(default)]
    pub(crate) not_for: Vec<Text>,
    #[serde(default)]
    pub(crate) turned_for: Vec<Text>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum GroupKindFile {
    Names,
    Opposite,
    For,
    Against,
    Ignore,
}
