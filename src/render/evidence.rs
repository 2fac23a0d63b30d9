//! The sentences that show a cell, and how each was read: what an editor checks.

use super::notes::side;
use super::page::Block;
use super::words::line;
use crate::statement::{Manner, Statement};
use crate::table::{ArticleCells, Ground, Table};

/// The evidence of every cell of an article, row by row.
pub(super) fn blocks(table: &Table, article: &ArticleCells) -> Vec<Block> {
    let mut blocks = Vec::new();
    for row in article.rows() {
        for position in table.positions() {
            let Some(entry) = article.entry(row.holder, &position.id) else {
                continue;
            };
            for ground in &entry.grounds {
                let cell = format!(
                    "{}  {}  {}",
                    article.name(row.holder),
                    ground.taken,
                    position.short
                );
                blocks.extend(case(article, ground, cell));
            }
        }
    }
    blocks
}

fn case(article: &ArticleCells, ground: &Ground, cell: String) -> Vec<Block> {
    let statement = ground.statement;
    let context = article.reading.contexts.get(&statement.id);
    let at = statement
        .evidence
        .first()
        .map_or(article.reading.article.lines.0, |evidence| {
            evidence.place.line
        });
    let mut blocks = vec![Block::Case {
        text: cell,
        tail: format!("{}:{at}  grade {:?}", statement.path, statement.grade),
    }];
    blocks.extend(
        context
            .and_then(|context| context.before.as_ref())
            .map(|text| around("(before)", text)),
    );
    blocks.extend(
        statement
            .evidence
            .iter()
            .map(|evidence| Block::Quote(line(&evidence.text))),
    );
    blocks.extend(
        context
            .and_then(|context| context.after.as_ref())
            .map(|text| around("(after)", text)),
    );
    blocks.extend(reading(article, ground));
    blocks.push(Block::Gap);
    blocks
}

fn around(label: &str, text: &str) -> Block {
    Block::Item {
        label: format!("   {label}"),
        text: line(text),
        tail: String::new(),
    }
}

/// How the statement was read: from its trace where there is one, else from its own words.
fn reading(article: &ArticleCells, ground: &Ground) -> Vec<Block> {
    let statement = ground.statement;
    let trace = article.reading.traces.get(&statement.id).cloned();
    let trace = trace.unwrap_or_else(|| own_words(article, statement));
    let condition = trace.condition.or_else(|| {
        statement
            .condition
            .as_ref()
            .map(|words| format!("\"{words}\""))
    });
    let via: Vec<_> = ground.via.iter().map(|id| article.name(id)).collect();
    let lines = [
        ("who", Some(trace.who)),
        ("via", (!via.is_empty()).then(|| via.join(", "))),
        ("side", Some(trace.side)),
        ("what", Some(trace.what)),
        ("if", condition),
        ("how", Some(manner(statement.manner).to_owned())),
        ("id", Some(statement.id.clone())),
    ];
    let item = |(label, text): (&str, Option<String>)| {
        Some(Block::Item {
            label: format!("   {label:<6}"),
            text: text?,
            tail: String::new(),
        })
    };
    lines.into_iter().filter_map(item).collect()
}

fn own_words(article: &ArticleCells, statement: &Statement) -> crate::reading::Trace {
    let words = |passage: &Option<crate::statement::Passage>| {
        passage
            .as_ref()
            .map(|passage| format!("\"{}\"", passage.text))
            .unwrap_or_default()
    };
    crate::reading::Trace {
        who: match &statement.mention {
            Some(mention) => format!("\"{}\" = {}", mention.text, article.name(&statement.holder)),
            None => article.name(&statement.holder).to_owned(),
        },
        side: format!("{}: {}", words(&statement.cue), side(statement.stance)),
        what: format!("\"{}\"  {}", statement.matched.text, statement.rule),
        condition: None,
    }
}

fn manner(manner: Manner) -> &'static str {
    match manner {
        Manner::Direct => "the leader's words, quoted",
        Manner::Indirect => "the reporter's words for what was said",
        Manner::Narrated => "summed up by the reporter",
        Manner::Deed => "done, not said",
        Manner::Joint => "a statement of several",
    }
}
