//! Which ids of a coding are one holder.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;

/// Ids that count as one holder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holders {
    endings: Vec<String>,
    /// From each name to the first of its names.
    first: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct HoldersFile {
    #[serde(default)]
    endings: Vec<String>,
    #[serde(default)]
    same: Vec<Vec<String>>,
}

/// A table of holders that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldersError {
    /// The file.
    pub path: String,
    /// Why.
    pub reason: String,
}

impl fmt::Display for HoldersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}

impl std::error::Error for HoldersError {}

impl Holders {
    /// Reads files of `rules/eval/`, given as names and texts; all of them count.
    ///
    /// # Errors
    ///
    /// Returns the first file that is no such table.
    pub fn parse(files: &[(&str, &str)]) -> Result<Self, HoldersError> {
        let mut holders = Self::default();
        for &(path, text) in files {
            let file: HoldersFile = toml::from_str(text).map_err(|error| HoldersError {
                path: path.to_owned(),
                reason: error.message().to_owned(),
            })?;
            holders.endings.extend(file.endings);
            for names in file.same {
                let first = names.iter().min().cloned().unwrap_or_default();
                let pairs = names.into_iter().map(|name| (name, first.clone()));
                holders.first.extend(pairs);
            }
        }
        Ok(holders)
    }

    /// The name under which a holder is compared.
    #[must_use]
    pub fn canonical(&self, name: &str) -> String {
        let lower = name.trim().to_lowercase();
        let words = lower.split(|c: char| c.is_whitespace() || c == '_');
        let id = joined(words);
        let ending = self.endings.iter().find_map(|ending| {
            let stem = id.strip_suffix(ending.as_str())?.strip_suffix('-')?;
            (!stem.is_empty()).then_some(stem)
        });
        let id = ending.unwrap_or(&id);
        self.first.get(id).map_or(id, String::as_str).to_owned()
    }
}

/// Words with one hyphen for each run of spaces between them.
fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.collect();
    let last = words.len().saturating_sub(1);
    let inner = |(at, word): (usize, &&str)| at == 0 || at == last || !word.is_empty();
    let kept = words
        .iter()
        .enumerate()
        .filter(|(at, word)| inner((*at, word)));
    kept.map(|(_, word)| *word).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_institution_has_one_name() {
        let text = "endings = [\"government\"]\nsame = [[\"norland\", \"north-palace\"]]";
        let holders = Holders::parse(&[("holders.toml", text)]).unwrap_or_default();
        let cases = [
            ("orlan", "orlan"),
            ("North Palace", "norland"),
            ("norland-government", "norland"),
            ("norland  Government", "norland"),
            ("government", "government"),
            ("westmark_government", "westmark"),
        ];
        for (name, expected) in cases {
            assert_eq!(holders.canonical(name), expected, "{name}");
        }
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        let error = Holders::parse(&[("holders.toml", "sames = []")]);
        assert!(error.is_err());
    }
}
