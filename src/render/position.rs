//! For each position, who stands where.

use super::leader::articles;
use super::page::Block;
use crate::id::ActorId;
use crate::table::Table;
use crate::table::position::{Standing, standings};

/// A block for each position with a cell, and the list of articles.
pub(super) fn page(table: &Table) -> Vec<Block> {
    let standings = standings(table);
    let mut page: Vec<_> = standings
        .iter()
        .flat_map(|standing| block(table, standing))
        .collect();
    page.extend(articles(table));
    page.extend(super::omitted::without_stance(table));
    page
}

fn block(table: &Table, standing: &Standing) -> Vec<Block> {
    let mut blocks = vec![Block::Title {
        label: standing.position.short.to_uppercase(),
        text: standing.position.claim.clone(),
    }];
    for group in &standing.groups {
        blocks.push(item(&group.taken.to_string(), &list(table, &group.holders)));
    }
    if !standing.named.is_empty() {
        blocks.push(item("named", &list(table, &standing.named)));
    }
    blocks.push(Block::Gap);
    blocks
}

fn item(label: &str, text: &str) -> Block {
    Block::Item {
        label: format!("{label:<11}"),
        text: text.to_owned(),
        tail: String::new(),
    }
}

/// `Merz in 1, 3; Zelensky in 1`.
fn list(table: &Table, holders: &[(&ActorId, Vec<usize>)]) -> String {
    let told = holders.iter().map(|(id, articles)| {
        let numbers: Vec<_> = articles.iter().map(usize::to_string).collect();
        format!("{} in {}", table.name(id), numbers.join(", "))
    });
    told.collect::<Vec<_>>().join("; ")
}
