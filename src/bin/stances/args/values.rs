//! Words that options take, and what they stand for.

use clap::ValueEnum;
use jiff::civil::Date;
use stances::render::{Format, View};
use stances::statement::{Grade, Stance};

/// A day, as `2025-03-01`.
pub(crate) fn day(typed: &str) -> Result<Date, String> {
    let day = typed.parse();
    day.map_err(|_| "a day is year, month and day, as in 2025-03-01".to_owned())
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum ViewArg {
    Article,
    Leader,
    Position,
    Agreement,
    Claims,
    Summary,
}

impl From<ViewArg> for View {
    fn from(view: ViewArg) -> Self {
        match view {
            ViewArg::Article => Self::Article,
            ViewArg::Leader => Self::Leader,
            ViewArg::Position => Self::Position,
            ViewArg::Agreement => Self::Agreement,
            ViewArg::Claims => Self::Claims,
            ViewArg::Summary => Self::Summary,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum FormatArg {
    Table,
    Markdown,
    /// One line for each cell.
    Csv,
    /// One line for each article and leader, with a column for each position and its footnotes.
    CsvWide,
    Json,
    /// One cell a line.
    Jsonl,
}

impl From<FormatArg> for Format {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Table => Self::Table,
            FormatArg::Markdown => Self::Markdown,
            FormatArg::Csv => Self::Csv,
            FormatArg::CsvWide => Self::CsvWide,
            FormatArg::Json => Self::Json,
            FormatArg::Jsonl => Self::Jsonl,
        }
    }
}

/// What becomes of articles that are copies of earlier ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CopiesArg {
    /// Each is an article like others.
    Keep,
    /// They are found, and counted apart.
    Count,
    /// They are found, and left out.
    Drop,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum SideArg {
    For,
    Against,
}

impl From<SideArg> for Stance {
    fn from(side: SideArg) -> Self {
        match side {
            SideArg::For => Self::Supports,
            SideArg::Against => Self::Opposes,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum GradeArg {
    A,
    B,
    C,
    D,
}

impl From<GradeArg> for Grade {
    fn from(grade: GradeArg) -> Self {
        match grade {
            GradeArg::A => Self::A,
            GradeArg::B => Self::B,
            GradeArg::C => Self::C,
            GradeArg::D => Self::D,
        }
    }
}
