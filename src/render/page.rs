//! A page: what every view is turned into before it becomes text or Markdown.

use std::collections::BTreeSet;

/// One piece of a page.
#[derive(Clone, Debug)]
pub(super) enum Block {
    /// A heading: `1  The headline`.
    Title { label: String, text: String },
    /// A paragraph.
    Text(String),
    /// A labelled line, with something at its right end.
    Item {
        label: String,
        text: String,
        tail: String,
    },
    /// A heading of a piece of evidence, with something at its right end.
    Case { text: String, tail: String },
    /// The article's own words.
    Quote(String),
    /// A table.
    Grid(Grid),
    /// An empty line.
    Gap,
}

/// A table: the first column names the rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    pub(super) head: Vec<Head>,
    pub(super) rows: Vec<Line>,
    /// Whether its cells come from several articles, so that a line number alone would say too little.
    pub(super) across: bool,
}

/// The head of a column.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) name: String,
    /// What it means, where there is room for it.
    pub(super) gloss: Option<String>,
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) name: String,
    /// What stands below the name, where there is room for it.
    pub(super) under: Option<String>,
    pub(super) fields: Vec<Field>,
}

/// What stands where a row and a column meet.
#[derive(Clone, Debug, Default)]
pub(super) struct Field {
    /// The cell's words, one below the other.
    pub(super) words: Vec<String>,
    /// What stands below them, indented.
    pub(super) under: Vec<String>,
    pub(super) notes: Vec<Footnote>,
}

/// A footnote, not yet numbered.
#[derive(Clone, Debug)]
pub(super) struct Footnote {
    pub(super) text: String,
    /// Articles and lines.
    pub(super) places: BTreeSet<(usize, usize)>,
}

/// The footnotes of one table, lettered in the order in which they are first met.
#[derive(Debug, Default)]
pub(super) struct Footnotes(Vec<Footnote>);

impl Footnotes {
    /// The marks of a field: `[a] [c]`, or nothing.
    pub(super) fn marks(&mut self, field: &Field) -> String {
        let marks: Vec<_> = field
            .notes
            .iter()
            .map(|note| format!("[{}]", self.letter(note)))
            .collect();
        marks.join(" ")
    }

    fn letter(&mut self, note: &Footnote) -> String {
        let known = self.0.iter().position(|other| other.text == note.text);
        let at = known.unwrap_or(self.0.len());
        match self.0.get_mut(at) {
            Some(known) => known.places.extend(&note.places),
            None => self.0.push(note.clone()),
        }
        letter(at)
    }

    /// The footnotes as lines below the table.
    pub(super) fn items(self, across: bool) -> Vec<Block> {
        let item = |(at, note): (usize, Footnote)| Block::Item {
            label: format!("[{}]", letter(at)),
            tail: places(&note.places, across),
            text: note.text,
        };
        self.0.into_iter().enumerate().map(item).collect()
    }
}

impl Block {
    /// A paragraph.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

impl Head {
    /// A column without a gloss.
    pub(super) fn plain(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            gloss: None,
        }
    }
}

impl Field {
    /// A field of one word.
    pub(super) fn plain(word: &impl ToString) -> Self {
        Self {
            words: vec![word.to_string()],
            ..Self::default()
        }
    }
}

/// `line 8`, `lines 19, 20`; with articles `1 l.8, 3 l.20`.
fn places(places: &BTreeSet<(usize, usize)>, across: bool) -> String {
    let lines: Vec<_> = places
        .iter()
        .map(|(article, line)| {
            if across {
                format!("{article} l.{line}")
            } else {
                line.to_string()
            }
        })
        .collect();
    match (across, lines.len()) {
        (_, 0) => String::new(),
        (true, _) => lines.join(", "),
        (false, 1) => format!("line {}", lines[0]),
        (false, _) => format!("lines {}", lines.join(", ")),
    }
}

/// `a` to `z`, then `aa`, `ab`.
fn letter(at: usize) -> String {
    let last = char::from(b'a' + u8::try_from(at % 26).expect("less than 26"));
    if at < 26 {
        last.to_string()
    } else {
        format!("{}{last}", letter(at / 26 - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_are_lettered_like_columns_of_a_sheet() {
        for (at, expected) in [
            (0, "a"),
            (25, "z"),
            (26, "aa"),
            (51, "az"),
            (52, "ba"),
            (702, "aaa"),
        ] {
            assert_eq!(letter(at), expected);
        }
    }

    #[test]
    fn one_text_is_one_footnote_with_all_its_lines() {
        let note = |text: &str, line| Footnote {
            text: text.to_owned(),
            places: BTreeSet::from([(1, line)]),
        };
        let field = |notes| Field {
            notes,
            ..Field::default()
        };
        let mut footnotes = Footnotes::default();
        assert_eq!(footnotes.marks(&field(vec![note("if it rains", 3)])), "[a]");
        assert_eq!(
            footnotes.marks(&field(vec![
                note("Mara says so", 5),
                note("if it rains", 9)
            ])),
            "[b] [a]"
        );
        let tails: Vec<_> = footnotes
            .0
            .iter()
            .map(|note| places(&note.places, false))
            .collect();
        assert_eq!(tails, ["lines 3, 9", "line 5"]);
    }
}
