//! What stands in a cell, and how statements add up to it.

use std::fmt;

use super::taken::{Hand, Taken};

/// What one article says of one holder's stance on one position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Nothing was found, which is neither "neutral" nor "no".
    #[default]
    Nothing,
    /// The matter stands in the holder's words, but no side could be read.
    Named,
    /// A side was taken.
    Taken(Taken),
}

impl Cell {
    /// The cell with one more stance.
    #[must_use]
    pub fn with(self, one: Taken) -> Self {
        match self {
            Self::Nothing | Self::Named => Self::Taken(one),
            Self::Taken(held) => Self::Taken(held.with(one)),
        }
    }

    /// The stance taken, if one was.
    #[must_use]
    pub fn taken(self) -> Option<Taken> {
        match self {
            Self::Nothing | Self::Named => None,
            Self::Taken(taken) => Some(taken),
        }
    }

    /// The stance taken in the holder's own words, beyond doubt.
    #[must_use]
    pub fn own(self) -> Option<Taken> {
        self.taken()
            .filter(|taken| taken.hand() == Hand::First && !taken.is_doubtful())
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.pad("."),
            Self::Named => f.pad("named"),
            Self::Taken(taken) => taken.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::taken::tests::taken;

    #[test]
    fn statements_add_up_to_a_cell() {
        let cases: &[(&str, &[&str], &str)] = &[
            ("nothing found", &[], "."),
            ("one", &["against"], "against"),
            ("own words on two sides", &["for", "against"], "both"),
            ("own words outweigh hearsay", &["(against)", "for"], "for"),
            (
                "hearsay adds nothing to own words",
                &["for if", "(for)"],
                "for if",
            ),
            ("hearsay is never both", &["(for)", "(against)"], "(for)"),
            ("conditional where all are", &["for if", "for if"], "for if"),
            ("one without condition lifts it", &["for if", "for"], "for"),
            ("a doubtful one lifts it too", &["for if", "for?"], "for"),
            (
                "the other side's does not",
                &["for if", "against?"],
                "for if",
            ),
            (
                "two sides have no condition",
                &["for if", "against if"],
                "both",
            ),
            ("doubt goes where one is firm", &["for?", "for"], "for"),
            ("firm outweighs doubtful", &["against?", "for"], "for"),
            (
                "own but doubtful outweighs hearsay",
                &["(against)", "for?"],
                "for?",
            ),
            ("doubtful on two sides", &["for?", "against?"], "both?"),
            (
                "today outweighs the past",
                &["once for", "against"],
                "against",
            ),
            ("every mark at once", &["(for if)?"], "(for if)?"),
        ];
        for (name, words, expected) in cases {
            let cell = words
                .iter()
                .fold(Cell::Nothing, |cell, one| cell.with(taken(one)));
            assert_eq!(cell.to_string(), *expected, "{name}");
        }
    }

    #[test]
    fn a_named_matter_gives_way_to_a_stance() {
        assert_eq!(Cell::Named.with(taken("for")).to_string(), "for");
        assert_eq!(Cell::Named.to_string(), "named");
    }
}
