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
    pub(crate) expect: Vec<Text>,
    pub(crate) why: Option<String>,
    pub(crate) date: Option<Day>,
    #[serde(default)]
    pub(crate) todo: bool,
}

/// Which side a cue is on by itself.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SideFile {
    For,
    Against,
}
