//! Which columns of a table and keys of a record hold what, where somebody said so.

use std::fmt;

use super::columns::Column;

/// What the columns of a table and the keys of a record hold, as in `text=body,date=published`.
///
/// The names of what it leaves out are guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    /// The surer name of a column first.
    names: Vec<(Column, String)>,
}

/// Why words are no mapping.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum MappingError {
    /// A part without an equals sign, or with nothing on one side of it.
    NoPair(String),
    /// Nothing that an article has.
    Unknown(String),
    /// A name that is to hold two things.
    Twice(String),
}

impl Mapping {
    /// Reads pairs of what is meant and the name of the column or key that holds it, parted by commas.
    ///
    /// # Errors
    ///
    /// Returns the first pair that is none.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let mut names: Vec<(Column, String)> = Vec::new();
        for pair in text.split(',') {
            let (what, name) = pair.split_once('=').unwrap_or_default();
            let (what, name) = (what.trim(), name.trim());
            if what.is_empty() || name.is_empty() {
                return Err(MappingError::NoPair(pair.to_owned()));
            }
            let column = Column::ALL.into_iter().find(|column| column.word() == what);
            let column = column.ok_or_else(|| MappingError::Unknown(what.to_owned()))?;
            if names.iter().any(|(_, known)| is_same(known, name)) {
                return Err(MappingError::Twice(name.to_owned()));
            }
            names.push((column, name.to_owned()));
        }
        Ok(Self { names })
    }

    /// The column of that name, and how sure the name is: the less, the surer.
    pub(super) fn ranked(&self, name: &str) -> Option<(Column, usize)> {
        let own = (0..).zip(&self.names);
        let mut own = own.filter(|(_, (_, known))| is_same(known, name));
        match own.next() {
            Some((rank, (column, _))) => Some((*column, rank)),
            None => Column::ranked(name).filter(|(column, _)| !self.has(*column)),
        }
    }

    /// The names that were given for a column, or else the surest of those that are known.
    pub(super) fn sought(&self, column: Column) -> Vec<String> {
        const FEW: usize = 4;
        if self.has(column) {
            let given = self.names.iter().filter(|(known, _)| *known == column);
            return given.map(|(_, name)| name.clone()).collect();
        }
        let known = column.known().iter().take(FEW);
        known.map(|name| (*name).to_owned()).collect()
    }

    fn has(&self, column: Column) -> bool {
        self.names.iter().any(|(known, _)| *known == column)
    }

    /// The names that were given and that are not among these.
    pub(super) fn absent(&self, head: &[impl AsRef<str>]) -> Vec<String> {
        let is_there = |name: &str| head.iter().any(|cell| is_same(cell.as_ref(), name));
        let absent = self.names.iter().filter(|(_, name)| !is_there(name));
        absent.map(|(_, name)| name.clone()).collect()
    }
}

fn is_same(one: &str, other: &str) -> bool {
    Column::bare(one).eq_ignore_ascii_case(Column::bare(other))
}

impl std::error::Error for MappingError {}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoPair(pair) => write!(f, "`{pair}` is no WHAT=NAME, as in text=body"),
            Self::Unknown(what) => {
                let known = Column::ALL.map(Column::word).join("`, `");
                write!(f, "an article has no `{what}`: what it has is `{known}`")
            }
            Self::Twice(name) => write!(f, "`{name}` is named twice"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_were_given_replace_those_that_are_guessed() {
        let mapping = Mapping::parse("text=Lead, text=story,date=seen").unwrap_or_default();
        let cases = [
            ("lead", Some((Column::Text, 0))),
            ("STORY", Some((Column::Text, 1))),
            ("seen", Some((Column::Date, 2))),
            ("body", None),
            ("date", None),
            ("headline", Some((Column::Title, 1))),
        ];
        for (name, expected) in cases {
            assert_eq!(mapping.ranked(name), expected, "{name}");
        }
        assert_eq!(mapping.absent(&["lead", "seen"]), ["story"]);
    }

    #[test]
    fn what_is_no_mapping_is_named() {
        let cases = [
            ("text", "`text` is no WHAT=NAME, as in text=body"),
            ("text=a,", "`` is no WHAT=NAME, as in text=body"),
            (
                "words=a",
                "an article has no `words`: what it has is `id`, `text`, `title`, `date`, `outlet`",
            ),
            ("text=a,title=A", "`A` is named twice"),
        ];
        for (text, expected) in cases {
            let said = Mapping::parse(text).map_err(|error| error.to_string());
            assert_eq!(said, Err(expected.to_owned()), "{text}");
        }
    }
}
