//! Which statements and which cells a reader asked for.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::id::ActorId;
use crate::reading::{Holder, Reading};
use crate::statement::{Grade, Stance, Statement};

/// What a reader asked to see; the default is everything.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Ids or names of holders; empty for all.
    pub leaders: Vec<String>,
    /// Ids or short names of positions, as ids; empty for all.
    pub positions: Vec<String>,
    /// Only cells on this side, or on both: see [`super::Table::keep_side`].
    pub side: Option<Stance>,
    /// Only articles of this day or later.
    pub from: Option<Date>,
    /// Only articles of this day or earlier.
    pub to: Option<Date>,
    /// Only statements of this grade or better.
    pub grade: Option<Grade>,
    /// Only what holders say themselves.
    pub first_hand: bool,
}

impl Filter {
    /// What was asked for, in words; nothing where everything was.
    #[must_use]
    pub fn describe(&self) -> Option<String> {
        let side = self.side.map(|stance| match stance {
            Stance::Supports => "for",
            Stance::Opposes => "against",
        });
        let words = [
            (!self.leaders.is_empty()).then(|| self.leaders.join(", ")),
            (!self.positions.is_empty()).then(|| format!("on {}", self.positions.join(", "))),
            side.map(str::to_owned),
            self.from.map(|date| format!("from {date}")),
            self.to.map(|date| format!("to {date}")),
            self.grade.map(|grade| format!("grade {grade:?} or better")),
            self.first_hand.then(|| "first-hand".to_owned()),
        ];
        let words: Vec<_> = words.into_iter().flatten().collect();
        (!words.is_empty()).then(|| words.join("; "))
    }

    /// Keeps what was asked for. An article without a date passes no bound on dates.
    #[must_use]
    pub fn apply(&self, readings: Vec<Reading>) -> Vec<Reading> {
        readings
            .into_iter()
            .filter(|reading| self.takes_date(reading.article.date))
            .map(|reading| self.narrow(reading))
            .collect()
    }

    /// Whether a name or an id that was typed means this holder.
    #[must_use]
    pub fn means(typed: &str, holder: &Holder) -> bool {
        holder.id.as_str() == typed
            || [&holder.name, &holder.short]
                .iter()
                .any(|name| name.to_lowercase() == typed.to_lowercase())
    }

    /// Whether an article of that day is within what was asked for.
    #[must_use]
    pub fn takes_date(&self, date: Option<Date>) -> bool {
        match date {
            Some(date) => {
                self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
            }
            None => self.from.is_none() && self.to.is_none(),
        }
    }

    fn narrow(&self, mut reading: Reading) -> Reading {
        let asked: BTreeSet<_> = reading
            .holders
            .iter()
            .filter(|holder| self.leaders.iter().any(|typed| Self::means(typed, holder)))
            .map(|holder| holder.id.clone())
            .collect();
        let holds = |id: &ActorId| self.leaders.is_empty() || asked.contains(id);
        let on = |id: &str| self.positions.is_empty() || self.positions.iter().any(|one| one == id);
        let keeps = |one: &Statement| {
            holds(&one.holder)
                && on(one.position.as_str())
                && self.grade.is_none_or(|grade| one.grade <= grade)
                && (!self.first_hand || one.via.is_empty())
        };
        reading.statements.retain(keeps);
        reading.doubtful.retain(keeps);
        reading
            .named
            .retain(|named| holds(&named.holder) && on(named.position.as_str()));
        reading
    }
}
