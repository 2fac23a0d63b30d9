//! What a file of `rules/outlets/` says, as it is written.

use serde::Deserialize;
use toml::Spanned;

pub(super) type Text = Spanned<String>;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct OutletFile {
    pub(super) part: Vec<PartRule>,
    pub(super) stamp: Vec<StampRule>,
    pub(super) furniture: Vec<FurnitureRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PartRule {
    pub(super) id: Text,
    #[serde(default)]
    pub(super) exact_case: bool,
    #[serde(default)]
    pub(super) begins: Vec<Text>,
    #[serde(default)]
    pub(super) ends: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StampRule {
    pub(super) id: Text,
    #[serde(default)]
    pub(super) exact_case: bool,
    #[serde(default)]
    pub(super) lines: Vec<Text>,
    #[serde(default)]
    pub(super) starts: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FurnitureRule {
    pub(super) id: Text,
    #[serde(default)]
    pub(super) exact_case: bool,
    #[serde(default)]
    pub(super) lines: Vec<Text>,
    #[serde(default)]
    pub(super) starts: Vec<Text>,
    #[serde(default)]
    pub(super) contains: Vec<Text>,
    #[serde(default)]
    pub(super) sentences: Vec<Text>,
    #[serde(default)]
    pub(super) captions: Vec<Text>,
    #[serde(default)]
    pub(super) passages: Vec<Passage>,
    #[serde(default)]
    pub(super) lists: Vec<Text>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Passage {
    pub(super) from: Text,
    pub(super) to: Text,
}

impl PartRule {
    pub(super) fn is_empty(&self) -> bool {
        self.begins.is_empty() && self.ends.is_empty()
    }
}

impl StampRule {
    pub(super) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.starts.is_empty()
    }
}

impl FurnitureRule {
    pub(super) fn is_empty(&self) -> bool {
        let lines = [&self.lines, &self.starts, &self.contains, &self.lists];
        let cuts = [&self.sentences, &self.captions];
        lines.into_iter().chain(cuts).all(Vec::is_empty) && self.passages.is_empty()
    }
}
