//! What has no cell: articles, holders and positions, each with the reason as far as it is known.

use super::page::Block;
use super::words::{count, line};
use crate::reading::{PackInfo, PositionInfo};
use crate::table::{ArticleCells, Table};

/// The articles in which nobody takes a stance, with the reason: one paragraph each.
pub(super) fn without_stance(table: &Table) -> Vec<Block> {
    let empty: Vec<_> = table
        .articles
        .iter()
        .filter(|article| !article.has_stance())
        .collect();
    if empty.is_empty() {
        return Vec::new();
    }
    if table.narrowed.is_some() {
        let numbers: Vec<_> = empty
            .iter()
            .map(|article| article.number.to_string())
            .collect();
        return vec![
            Block::text(format!("No such cell in {}.", numbers.join(", "))),
            Block::Gap,
        ];
    }
    let reason = |article: &ArticleCells| {
        let title = article
            .reading
            .article
            .title
            .as_deref()
            .unwrap_or(&article.reading.article.id);
        let why = reason(table, article);
        Block::text(format!(
            "Nobody takes a stance: {} ({}). {why}",
            article.number,
            line(title)
        ))
    };
    empty.into_iter().map(reason).chain([Block::Gap]).collect()
}

/// What was found beside the cells, and what was left out.
pub(super) fn beside(table: &Table, article: &ArticleCells) -> Vec<Block> {
    let mut blocks = Vec::new();
    if table.narrowed.is_none() {
        let names: Vec<_> = article
            .without_stance()
            .map(|holder| holder.short.as_str())
            .collect();
        if !names.is_empty() {
            blocks.push(Block::text(format!(
                "Quoted or named, no stance found: {}.",
                names.join(", ")
            )));
        }
        match article.reading.private_speakers {
            0 => {}
            1 => blocks.push(Block::text("One private person is quoted.")),
            many => blocks.push(Block::text(format!("{many} private persons are quoted."))),
        }
        blocks.extend(positions_without_cell(table, article));
    }
    blocks.extend(left_out(article.left_out).map(Block::Text));
    if !blocks.is_empty() {
        blocks.push(Block::Gap);
    }
    blocks
}

/// The positions of the debates at hand that have no column.
fn positions_without_cell(table: &Table, article: &ArticleCells) -> Option<Block> {
    let on = article.positions();
    let packs = table.packs.iter().filter(|pack| {
        pack.positions
            .iter()
            .any(|position| on.contains(&position.id))
    });
    let empty: Vec<_> = packs
        .flat_map(|pack| &pack.positions)
        .filter(|position| !on.contains(&position.id))
        .collect();
    let (named, unnamed): (Vec<_>, Vec<_>) = empty
        .into_iter()
        .partition(|position| article.reading.positions_named.contains(&position.id));
    let list = |what: &str, which: Vec<&PositionInfo>| {
        let headings: Vec<_> = which
            .iter()
            .map(|position| position.short.as_str())
            .collect();
        (!headings.is_empty()).then(|| format!("{what}: {}.", headings.join(", ")))
    };
    let parts = [
        list("Spoken of, but in nobody's stance", named),
        list("Not spoken of", unnamed),
    ];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("  ");
    (!text.is_empty()).then(|| Block::text(text))
}

fn reason(table: &Table, article: &ArticleCells) -> String {
    let reading = article.reading;
    let share = |pack: &PackInfo| {
        let named = pack
            .positions
            .iter()
            .filter(|position| reading.positions_named.contains(&position.id));
        format!(
            "{} of {} positions of {}",
            named.count(),
            pack.positions.len(),
            pack.id
        )
    };
    let shares: Vec<_> = table.packs.iter().map(share).collect();
    let shares = if shares.is_empty() {
        "0 positions".to_owned()
    } else {
        shares.join(" and ")
    };
    if reading.positions_named.is_empty() && reading.named.is_empty() {
        return format!(
            "{shares} are named here: another debate? see `stances rules init --new-pack`"
        );
    }
    let named = format!("{shares} are named here, but no side was read.");
    [
        Some(named),
        to_read_again(table, article),
        left_out(article.left_out),
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join(" ")
}

/// Who speaks of what with no side read.
fn to_read_again(table: &Table, article: &ArticleCells) -> Option<String> {
    let unread = article.reading.named.iter().filter_map(|named| {
        let position = table
            .positions()
            .find(|position| position.id == named.position)?;
        Some(format!(
            "{} on {}",
            article.name(&named.holder),
            position.short
        ))
    });
    let unread: Vec<_> = unread.collect();
    (!unread.is_empty()).then(|| format!("To read again: {}.", unread.join(", ")))
}

/// How many cells rest on doubtful statements alone.
pub(super) fn left_out(cells: usize) -> Option<String> {
    let told = count(cells, "doubtful cell", "doubtful cells");
    (cells > 0).then(|| format!("Left out: {told} (--doubtful shows them)."))
}
