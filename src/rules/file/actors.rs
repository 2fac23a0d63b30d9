//! `actors/*.toml`, `english/countries.toml` and `english/titles.toml`.

use serde::Deserialize;

use super::{Day, ExampleFile, Text};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct ActorsFile {
    pub(crate) person: Vec<PersonFile>,
    pub(crate) institution: Vec<GroupActorFile>,
    pub(crate) collective: Vec<GroupActorFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct PersonFile {
    pub(crate) id: Text,
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) names: Vec<Text>,
    pub(crate) family: Option<Text>,
    #[serde(default)]
    pub(crate) spellings: Vec<Text>,
    pub(crate) pronoun: Option<PersonPronounFile>,
    pub(crate) side: Option<String>,
    #[serde(default)]
    pub(crate) parties: Vec<Text>,
    #[serde(default)]
    pub(crate) roles: Vec<RoleFile>,
    #[serde(default)]
    pub(crate) epithets: Vec<EpithetFile>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum PersonPronounFile {
    He,
    She,
    They,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RoleFile {
    pub(crate) office: Text,
    pub(crate) of: Text,
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct EpithetFile {
    pub(crate) words: Vec<Text>,
    pub(crate) from: Option<Day>,
    pub(crate) to: Option<Day>,
}

/// An institution or a collective.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct GroupActorFile {
    pub(crate) id: Text,
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) names: Vec<Text>,
    pub(crate) speaks_for: Option<OfficeOfFile>,
    #[serde(default)]
    pub(crate) same_as: Vec<Text>,
    #[serde(default)]
    pub(crate) members: Vec<Text>,
    pub(crate) side: Option<String>,
}

/// An office of a country or body.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct OfficeOfFile {
    pub(crate) office: Text,
    pub(crate) of: Text,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CountriesFile {
    pub(crate) country: Vec<CountryFile>,
    pub(crate) example: Vec<ExampleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct CountryFile {
    pub(crate) id: Text,
    pub(crate) name: Text,
    #[serde(default)]
    pub(crate) names: Vec<Text>,
    #[serde(default)]
    pub(crate) adjectives: Vec<Text>,
    #[serde(default)]
    pub(crate) people: Vec<Text>,
    #[serde(default)]
    pub(crate) capitals: Vec<Text>,
    pub(crate) holder: Option<Text>,
    pub(crate) leader: Option<Text>,
    pub(crate) side: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TitlesFile {
    pub(crate) honorifics: Vec<String>,
    pub(crate) women: Vec<String>,
    pub(crate) men: Vec<String>,
    pub(crate) family_first: Vec<String>,
    pub(crate) impersonal: Vec<String>,
    pub(crate) parties: Vec<Text>,
    pub(crate) describing: Vec<Text>,
    pub(crate) former: Vec<String>,
    pub(crate) office: Vec<OfficeFile>,
    pub(crate) title: Vec<TitleFile>,
    pub(crate) example: Vec<ExampleFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct OfficeFile {
    pub(crate) id: Text,
    pub(crate) words: Vec<Text>,
    #[serde(default)]
    pub(crate) called: Vec<String>,
    #[serde(default)]
    pub(crate) one: bool,
    #[serde(default)]
    pub(crate) leader: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct TitleFile {
    pub(crate) words: Vec<Text>,
    pub(crate) stands_for: Option<OfficeOfFile>,
    #[serde(default)]
    pub(crate) private: bool,
    #[serde(default)]
    pub(crate) speaks_for_body: bool,
    #[serde(default)]
    pub(crate) speaks_for_owner: bool,
    #[serde(default)]
    pub(crate) former: Vec<String>,
}
