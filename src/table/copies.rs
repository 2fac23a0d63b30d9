//! Articles that are copies of others: who carries what was said once.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Table;
use crate::reading::ArticleInfo;

/// An article that is a copy of one in the table, and has no cells of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Copy {
    /// The copy.
    #[serde(flatten)]
    pub article: ArticleInfo,
    /// The id of the article in the table.
    pub copy_of: String,
}

/// Copies of the articles of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// Those that are counted, in the order they were read.
    pub counted: Vec<Copy>,
    /// How many were left out.
    pub dropped: usize,
}

/// What is said, and in how many articles it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Cells with a stance, each counted once however many articles carry it.
    pub utterances: usize,
    /// The articles with such a cell, and their copies.
    pub carriers: usize,
}

/// How far what the table shows was carried.
#[must_use]
pub fn reach(table: &Table) -> Reach {
    let mut copies: BTreeMap<&str, usize> = BTreeMap::new();
    for copy in &table.copies.counted {
        *copies.entry(&copy.copy_of).or_default() += 1;
    }
    let mut reach = Reach::default();
    for article in table.articles.iter().filter(|article| article.has_stance()) {
        let stances = article.entries.values();
        let stances = stances.filter(|entry| entry.cell.taken().is_some());
        let copies = copies.get(article.reading.article.id.as_str());
        reach.utterances += stances.count();
        reach.carriers += 1 + copies.copied().unwrap_or_default();
    }
    reach
}
