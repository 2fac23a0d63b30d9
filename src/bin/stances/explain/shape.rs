//! How a sentence was cut into clauses, for those who work on that.

use std::io::{self, Write};

use stances::clause::{Clause, Link};

use super::Explained;

/// Writes the clauses of a sentence, each with its subjects and its verb.
pub(super) fn write(out: &mut dyn Write, of: &Explained, number: usize) -> io::Result<()> {
    let shape = &of.analysis.attributed.lines[number].shape;
    for (at, clause) in shape.clauses.iter().enumerate() {
        let parent = clause
            .parent
            .map_or_else(String::new, |parent| format!(" of {parent}"));
        let verb = clause
            .verb
            .map_or_else(String::new, |verb| of.words(&shape.verbs[verb].tokens));
        writeln!(
            out,
            "   clause {at}  {}{parent} | {} | {verb} | {}",
            link(clause.link),
            subjects(of, number, clause),
            of.words(&clause.tokens)
        )?;
    }
    Ok(())
}

fn subjects(of: &Explained, number: usize, clause: &Clause) -> String {
    let attributed = &of.analysis.attributed;
    let named = clause.subjects.iter().map(|&noun| {
        let mentions = attributed.mentions[number][noun].iter();
        let who: Vec<_> = mentions
            .map(|mention| of.member(mention.who).id.as_str())
            .collect();
        let words = of.words(&attributed.lines[number].shape.nouns[noun].tokens);
        if who.is_empty() {
            words
        } else {
            format!("{words} = {}", who.join(" and "))
        }
    });
    named.collect::<Vec<_>>().join(", ")
}

fn link(link: Link) -> &'static str {
    match link {
        Link::Root => "main",
        Link::Complement => "that-clause",
        Link::Infinitive => "to-clause",
        Link::Gerund => "ing-clause",
        Link::Absolute => "with-clause",
        Link::Participle => "participle",
        Link::Relative => "relative",
        Link::Adverbial => "adverbial",
        Link::Condition => "condition",
        Link::Beside => "beside",
        Link::Frame => "frame",
    }
}
