//! A side that was taken, its reservations, and how two of them add up to one.

use std::cmp::Reverse;
use std::fmt;

use crate::statement::{Grade, Stance, Statement, When};

/// The side or sides of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Supports the position.
    For,
    /// Opposes it.
    Against,
    /// Both, in the holder's own words and in one article.
    Both,
}

impl Side {
    /// Whether this side is, or includes, that stance.
    #[must_use]
    pub fn includes(self, stance: Stance) -> bool {
        self == Self::Both || self == Self::from(stance)
    }

    /// The one side, or both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

impl From<Stance> for Side {
    fn from(stance: Stance) -> Self {
        match stance {
            Stance::Supports => Self::For,
            Stance::Opposes => Self::Against,
        }
    }
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::For => "for",
            Self::Against => "against",
            Self::Both => "both",
        })
    }
}

/// Whose words a stance is read from; what is the holder's own counts for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hand {
    /// Somebody else says so.
    Second,
    /// The holder, or the article itself.
    First,
}

/// A side that was taken, and with which reservations.
///
/// Only own words are ever on both sides; see [`Taken::with`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    side: Side,
    hand: Hand,
    conditional: bool,
    doubtful: bool,
    past: bool,
}

impl Taken {
    /// The stance of one statement, at first hand, unless [`Taken::at_second_hand`] says otherwise.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        Self {
            side: statement.stance.into(),
            hand: Hand::First,
            conditional: statement.conditional,
            doubtful: statement.grade == Grade::D,
            past: statement.when == When::Past,
        }
    }

    /// The same, told by somebody else.
    #[must_use]
    pub fn at_second_hand(self) -> Self {
        Self {
            hand: Hand::Second,
            ..self
        }
    }

    /// The same, to be read again before it is used.
    #[must_use]
    pub fn doubted(self) -> Self {
        Self {
            doubtful: true,
            ..self
        }
    }

    /// The side taken.
    #[must_use]
    pub fn side(self) -> Side {
        self.side
    }

    /// Whose words it is read from.
    #[must_use]
    pub fn hand(self) -> Hand {
        self.hand
    }

    /// Whether it depends on something.
    #[must_use]
    pub fn is_conditional(self) -> bool {
        self.conditional
    }

    /// Whether speaker or side are inferred.
    #[must_use]
    pub fn is_doubtful(self) -> bool {
        self.doubtful
    }

    /// Whether it is reported as a former stance only.
    #[must_use]
    pub fn is_past(self) -> bool {
        self.past
    }

    /// The order in which cells are listed: own words first, firm ones first, `for` before `against`.
    ///
    /// Two that read the same have the same rank.
    #[must_use]
    pub fn rank(self) -> impl Ord + use<> {
        (
            Reverse(self.hand),
            self.doubtful,
            self.side,
            self.conditional && self.side != Side::Both,
        )
    }

    /// Adds up two stances of one holder on one position in one article.
    ///
    /// Own words stand over hearsay, firm over doubtful, present over past: the weaker one changes nothing
    /// but that an unconditional stance of the same hand and side lifts the condition. Own words of equal
    /// weight on two sides are both; of two hearsays the first stands.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (strong, weak) = if other.weight() > self.weight() {
            (other, self)
        } else {
            (self, other)
        };
        if strong.hand != weak.hand {
            return strong;
        }
        let merges = strong.hand == Hand::First && strong.weight() == weak.weight();
        let side = if merges {
            strong.side.and(weak.side)
        } else {
            strong.side
        };
        let counts = merges || weak.side == strong.side;
        Self {
            side,
            conditional: strong.conditional && (weak.conditional || !counts),
            ..strong
        }
    }

    fn weight(self) -> (Hand, bool, bool) {
        (self.hand, !self.doubtful, !self.past)
    }
}

impl fmt::Display for Taken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let condition = if self.conditional && self.side != Side::Both {
            " if"
        } else {
            ""
        };
        let (open, close) = match self.hand {
            Hand::First => ("", ""),
            Hand::Second => ("(", ")"),
        };
        let doubt = if self.doubtful { "?" } else { "" };
        f.pad(&format!("{open}{}{condition}{close}{doubt}", self.side))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// The stance that a cell's words stand for.
    pub(in crate::table) fn taken(words: &str) -> Taken {
        let (words, doubtful) = words
            .strip_suffix('?')
            .map_or((words, false), |rest| (rest, true));
        let (words, past) = words
            .strip_prefix("once ")
            .map_or((words, false), |rest| (rest, true));
        let inner = words
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'));
        let hand = if inner.is_some() {
            Hand::Second
        } else {
            Hand::First
        };
        let words = inner.unwrap_or(words);
        let (side, conditional) = words
            .strip_suffix(" if")
            .map_or((words, false), |rest| (rest, true));
        let side = if side == "for" {
            Side::For
        } else {
            Side::Against
        };
        Taken {
            side,
            hand,
            conditional,
            doubtful,
            past,
        }
    }

    #[test]
    fn order_of_own_words_changes_nothing() {
        let words = ["for", "for if", "against", "against?", "once for"];
        for one in words {
            for other in words {
                let (here, there) = (taken(one), taken(other));
                assert_eq!(here.with(there), there.with(here), "{one}, {other}");
            }
        }
    }
}
