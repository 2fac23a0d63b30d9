//! One position across all articles: who stands where.

use super::Table;
use super::cell::Cell;
use super::taken::Taken;
use crate::id::ActorId;
use crate::reading::PositionInfo;

/// Who stands where on one position.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The position.
    pub position: &'a PositionInfo,
    /// The kinds of cell that occur, own words first.
    pub groups: Vec<Group<'a>>,
    /// Who speaks of it with no side read, and in which articles.
    pub named: Vec<(&'a ActorId, Vec<usize>)>,
}

/// Those whose cells read the same.
#[derive(Clone, Debug)]
pub struct Group<'a> {
    /// What the cells say.
    pub taken: Taken,
    /// Who, and in which articles, by number; those with the most articles first, then by id.
    pub holders: Vec<(&'a ActorId, Vec<usize>)>,
}

/// Every position with a cell, in the order of the columns.
#[must_use]
pub fn standings<'a>(table: &Table<'a>) -> Vec<Standing<'a>> {
    let all = table.positions().map(|position| standing(table, position));
    all.filter(|standing| !standing.groups.is_empty() || !standing.named.is_empty())
        .collect()
}

fn standing<'a>(table: &Table<'a>, position: &'a PositionInfo) -> Standing<'a> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut named = Vec::new();
    for article in &table.articles {
        for ((holder, on), entry) in &article.entries {
            match entry.cell {
                _ if **on != position.id => {}
                Cell::Nothing => {}
                Cell::Named => add(&mut named, holder, article.number),
                Cell::Taken(taken) => {
                    let known = groups
                        .iter()
                        .position(|group| group.taken.rank() == taken.rank());
                    let at = known.unwrap_or_else(|| {
                        groups.push(Group {
                            taken,
                            holders: Vec::new(),
                        });
                        groups.len() - 1
                    });
                    add(&mut groups[at].holders, holder, article.number);
                }
            }
        }
    }
    groups.sort_by_key(|group| group.taken.rank());
    for group in &mut groups {
        group
            .holders
            .sort_by_key(|(id, articles)| (std::cmp::Reverse(articles.len()), *id));
    }
    named.sort();
    Standing {
        position,
        groups,
        named,
    }
}

fn add<'a>(holders: &mut Vec<(&'a ActorId, Vec<usize>)>, holder: &'a ActorId, article: usize) {
    match holders.iter_mut().find(|(id, _)| *id == holder) {
        Some((_, articles)) => articles.push(article),
        None => holders.push((holder, vec![article])),
    }
}
