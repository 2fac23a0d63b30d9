//! The recoverable pass over a file: every key and value that is not as it should be.
//!
//! In: a file's table. Out: faults, and the table with what is wrong taken out, so that the rest
//! can be read and checked in the same go.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};

use toml::Spanned;
use toml::de::{DeArray, DeInteger, DeTable, DeValue};

use super::fault::{At, FaultKind, Faults, did_you_mean};
use super::shape::{Key, Shape};

type Value<'i> = Spanned<DeValue<'i>>;

/// Checks a whole file; says whether the rest of it can be read.
pub(crate) fn file(
    table: &mut Spanned<DeTable<'_>>,
    keys: &'static [Key],
    source: usize,
    faults: &mut Faults<'_>,
) -> Checked {
    let mut check = Check {
        source,
        top: keys,
        faults,
        lost: false,
    };
    let usable = check.table(table.get_mut(), keys, None, 0..0);
    Checked {
        usable,
        lost: check.lost,
    }
}

/// What a check comes to.
pub(crate) struct Checked {
    /// Whether what is left can be read.
    pub(crate) usable: bool,
    /// Whether an entry had to be left out, so that others may refer to what is not there.
    pub(crate) lost: bool,
}

struct Check<'f, 'a> {
    source: usize,
    /// The keys at the top of the file.
    top: &'static [Key],
    faults: &'f mut Faults<'a>,
    lost: bool,
}

impl Check<'_, '_> {
    fn push(&mut self, bytes: Range<usize>, kind: FaultKind, hint: Option<String>) {
        self.faults
            .push_with(At::new(self.source, bytes), kind, hint);
    }

    /// Checks a table, which is called `name` unless it is the file; says whether it can be read.
    fn table(
        &mut self,
        table: &mut DeTable<'_>,
        keys: &'static [Key],
        name: Option<&str>,
        place: Range<usize>,
    ) -> bool {
        let mut bad: Vec<String> = Vec::new();
        for (key, value) in table.iter_mut() {
            let known = keys
                .iter()
                .find(|known| known.name == key.get_ref().as_ref());
            if known.is_none() {
                self.unknown_key(key, keys, name);
            }
            if !known.is_some_and(|known| self.value(known, value)) {
                bad.push(key.get_ref().to_string());
            }
        }
        let mut usable = true;
        for known in keys.iter().filter(|known| known.needed) {
            if !table.contains_key(known.name) {
                let kind = FaultKind::MissingKey {
                    key: known.name,
                    table: name.map(str::to_owned),
                };
                self.push(place.clone(), kind, None);
            }
            usable &= table.contains_key(known.name) && !bad.iter().any(|key| key == known.name);
        }
        for key in &bad {
            table.remove(key.as_str());
        }
        self.lost |= !usable;
        usable
    }

    fn unknown_key(
        &mut self,
        key: &Spanned<Cow<'_, str>>,
        keys: &'static [Key],
        table: Option<&str>,
    ) {
        let written = key.get_ref().as_ref();
        if let Some(table) = table
            && self.top.iter().any(|known| known.name == written)
        {
            let hint = format!(
                "move it above the first `[[{table}]]`: a key belongs to the header it stands below"
            );
            let kind = FaultKind::MisplacedKey {
                key: written.to_owned(),
                table: table.to_owned(),
            };
            return self.push(key.span(), kind, Some(hint));
        }
        let names: Vec<&str> = keys.iter().map(|known| known.name).collect();
        let hint = did_you_mean(written, names.iter().copied())
            .unwrap_or_else(|| format!("known here: {}", list(&names)));
        self.push(
            key.span(),
            FaultKind::UnknownKey(written.to_owned()),
            Some(hint),
        );
    }

    /// Checks a value; says whether it, or what is left of it, can be read.
    fn value(&mut self, key: &'static Key, value: &mut Value<'_>) -> bool {
        let place = value.span();
        let (fits, wanted) = match (&key.shape, value.get_mut()) {
            (Shape::OneOf(words), DeValue::String(word)) => {
                return self.word(key.name, words, word, place);
            }
            (Shape::ListOf(words), DeValue::Array(items)) => {
                return self.words(key.name, words, items);
            }
            (Shape::Texts, DeValue::Array(items)) => return self.texts(key.name, items),
            (Shape::Tables(keys), DeValue::Array(items)) => {
                return self.tables(key.name, keys, items);
            }
            (Shape::Table(keys), DeValue::Table(table)) => {
                return self.table(table, keys, Some(key.name), place);
            }
            (Shape::TextByName, DeValue::Table(table)) => return self.by_name(table, &TEXT),
            (Shape::TextsByName, DeValue::Table(table)) => return self.by_name(table, &TEXTS),
            (Shape::Text | Shape::OneOf(_), value) => (value.is_str(), "a string in quotes"),
            (Shape::Texts | Shape::ListOf(_), _) => (false, "a list of strings"),
            (Shape::Flag, value) => (value.is_bool(), "`true` or `false`"),
            (&Shape::Number(least, most), DeValue::Integer(number)) => {
                return self.number(key.name, number, least..=most, place);
            }
            (Shape::Number(..), _) => (false, "a whole number"),
            (Shape::Day, value) => (
                value.is_datetime(),
                "a date without quotes, as in 2025-08-31",
            ),
            (Shape::Table(_) | Shape::TextByName | Shape::TextsByName, _) => (false, "a table"),
            (Shape::Tables(_), _) => (false, "a list of tables"),
        };
        if !fits {
            let hint = match (&key.shape, value.get_ref()) {
                (Shape::Texts, DeValue::String(text)) => {
                    Some(format!("write `{} = [\"{text}\"]`", key.name))
                }
                (Shape::Tables(_), DeValue::Table(_)) => {
                    Some(format!("write `[[{}]]`, with two brackets", key.name))
                }
                _ => None,
            };
            self.wrong_type(key.name, wanted, value, hint);
        }
        fits
    }

    fn wrong_type(
        &mut self,
        key: &str,
        wanted: &'static str,
        value: &Value<'_>,
        hint: Option<String>,
    ) {
        let found = match value.get_ref().type_str() {
            "string" => "a string",
            "integer" | "float" => "a number",
            "boolean" => "`true` or `false`",
            "datetime" => "a date",
            "array" => "a list",
            _ => "a table",
        };
        self.push(
            value.span(),
            FaultKind::WrongType {
                key: key.to_owned(),
                wanted,
                found,
            },
            hint,
        );
    }

    fn word(&mut self, key: &str, words: &[&str], word: &str, place: Range<usize>) -> bool {
        let known = words.contains(&word);
        if !known {
            let hint = did_you_mean(word, words.iter().copied())
                .unwrap_or_else(|| format!("one of {}", list(words)));
            let kind = FaultKind::UnknownValue {
                key: key.to_owned(),
                value: word.to_owned(),
            };
            self.push(place, kind, Some(hint));
        }
        known
    }

    fn number(
        &mut self,
        key: &str,
        number: &DeInteger<'_>,
        range: RangeInclusive<u8>,
        place: Range<usize>,
    ) -> bool {
        let fits = u8::from_str_radix(number.as_str(), number.radix())
            .is_ok_and(|number| range.contains(&number));
        if !fits {
            let hint = format!("a whole number from {} to {}", range.start(), range.end());
            let kind = FaultKind::UnknownValue {
                key: key.to_owned(),
                value: number.to_string(),
            };
            self.push(place, kind, Some(hint));
        }
        fits
    }

    fn words(&mut self, key: &str, words: &[&str], items: &mut DeArray<'_>) -> bool {
        self.retain(items, |check, item| {
            let place = item.span();
            if let DeValue::String(word) = item.get_ref() {
                return check.word(key, words, word, place);
            }
            check.wrong_type(key, "a list of strings", item, None);
            false
        });
        true
    }

    fn texts(&mut self, key: &str, items: &mut DeArray<'_>) -> bool {
        self.retain(items, |check, item| {
            if !item.get_ref().is_str() {
                check.wrong_type(key, "a list of strings", item, None);
            }
            item.get_ref().is_str()
        });
        true
    }

    fn tables(&mut self, name: &str, keys: &'static [Key], items: &mut DeArray<'_>) -> bool {
        self.retain(items, |check, item| {
            let place = item.span();
            if let DeValue::Table(table) = item.get_mut() {
                return check.table(table, keys, Some(name), place);
            }
            check.wrong_type(name, "a list of tables", item, None);
            false
        });
        true
    }

    fn by_name(&mut self, table: &mut DeTable<'_>, key: &'static Key) -> bool {
        let mut bad: Vec<String> = Vec::new();
        for (name, value) in table.iter_mut() {
            if !self.value(key, value) {
                bad.push(name.get_ref().to_string());
            }
        }
        self.lost |= !bad.is_empty();
        for name in &bad {
            table.remove(name.as_str());
        }
        true
    }

    /// Leaves out the items that cannot be read.
    fn retain<'i>(
        &mut self,
        items: &mut DeArray<'i>,
        mut keep: impl FnMut(&mut Self, &mut Value<'i>) -> bool,
    ) {
        let fits: Vec<bool> = items.iter_mut().map(|item| keep(self, item)).collect();
        if fits.contains(&false) {
            let all = std::mem::replace(items, DeArray::new());
            *items = all
                .into_iter()
                .zip(fits)
                .filter_map(|(item, fits)| fits.then_some(item))
                .collect();
        }
    }
}

/// What stands under any name of a table.
static TEXT: Key = Key {
    name: "name",
    shape: Shape::Text,
    needed: false,
};
static TEXTS: Key = Key {
    name: "name",
    shape: Shape::Texts,
    needed: false,
};

fn list(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
