//! Cells as CSV, in two shapes, safe to open in a spreadsheet.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::notes;
use crate::id::ActorId;
use crate::table::taken::{Hand, Taken};
use crate::table::{ArticleCells, Entry, Table};

/// What every line starts with.
const PLACE: [&str; 7] = [
    "article",
    "title",
    "date",
    "outlet",
    "path",
    "holder",
    "holder_name",
];

/// What a line of the long shape says of its cell.
const CELL: [&str; 11] = [
    "position",
    "cell",
    "side",
    "conditional",
    "second_hand",
    "doubtful",
    "via",
    "lines",
    "notes",
    "evidence",
    "statements",
];

/// One line for each cell.
pub(super) fn long(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    record(&mut csv, PLACE.into_iter().chain(CELL).map(str::to_owned))?;
    for article in &table.articles {
        for row in article.rows() {
            for position in table.positions() {
                if let Some(entry) = article.entry(row.holder, &position.id) {
                    let cell = [position.id.to_string()]
                        .into_iter()
                        .chain(cell(article, entry));
                    record(&mut csv, place(article, row.holder).into_iter().chain(cell))?;
                }
            }
        }
    }
    csv.flush()
}

/// One line for each article and leader: a column for each position, and one for its footnotes.
pub(super) fn wide(out: &mut dyn Write, table: &Table) -> io::Result<()> {
    let on: BTreeSet<_> = table
        .articles
        .iter()
        .flat_map(ArticleCells::positions)
        .collect();
    let columns = table.columns(|position| on.contains(position));
    let mut csv = csv::Writer::from_writer(out);
    let heads = columns
        .iter()
        .flat_map(|position| [position.id.to_string(), format!("{} notes", position.id)]);
    record(&mut csv, PLACE.into_iter().map(str::to_owned).chain(heads))?;
    for article in &table.articles {
        for row in article.rows() {
            let cells =
                columns
                    .iter()
                    .flat_map(|position| match article.entry(row.holder, &position.id) {
                        Some(entry) => [entry.cell.to_string(), footnotes(article, entry)],
                        None => [String::new(), String::new()],
                    });
            record(
                &mut csv,
                place(article, row.holder).into_iter().chain(cells),
            )?;
        }
    }
    csv.flush()
}

fn place(article: &ArticleCells, holder: &ActorId) -> [String; 7] {
    let info = &article.reading.article;
    [
        info.id.clone(),
        info.title.clone().unwrap_or_default(),
        info.date.map(|date| date.to_string()).unwrap_or_default(),
        info.outlet.clone().unwrap_or_default(),
        info.path.clone(),
        holder.to_string(),
        article
            .holder(holder)
            .map(|holder| holder.name.clone())
            .unwrap_or_default(),
    ]
}

fn cell(article: &ArticleCells, entry: &Entry) -> [String; 10] {
    let taken = entry.cell.taken();
    let flag = |flag: Option<bool>| flag.map(|flag| flag.to_string()).unwrap_or_default();
    let evidence = entry
        .grounds
        .iter()
        .filter_map(|ground| ground.statement.evidence.first());
    let lines: BTreeSet<_> = evidence
        .clone()
        .map(|evidence| evidence.place.line)
        .collect();
    let mut sentences: Vec<&str> = evidence.map(|evidence| &*evidence.text).collect();
    sentences.dedup();
    [
        entry.cell.to_string(),
        taken
            .map(|taken| taken.side().to_string())
            .unwrap_or_default(),
        flag(taken.map(Taken::is_conditional)),
        flag(taken.map(|taken| taken.hand() == Hand::Second)),
        flag(taken.map(Taken::is_doubtful)),
        joined(entry.reporters().iter().map(|id| id.as_str()), " "),
        joined(lines.iter().map(usize::to_string).collect::<Vec<_>>(), " "),
        footnotes(article, entry),
        joined(sentences, "\n"),
        joined(
            entry
                .grounds
                .iter()
                .map(|ground| ground.statement.id.as_str()),
            " ",
        ),
    ]
}

fn footnotes(article: &ArticleCells, entry: &Entry) -> String {
    joined(
        notes::footnotes(article, entry)
            .into_iter()
            .map(|note| note.text),
        "; ",
    )
}

fn joined<T: AsRef<str>>(parts: impl IntoIterator<Item = T>, between: &str) -> String {
    let mut text = String::new();
    for part in parts {
        if !text.is_empty() {
            text.push_str(between);
        }
        text.push_str(part.as_ref());
    }
    text
}

fn record<W: Write>(
    csv: &mut csv::Writer<W>,
    fields: impl Iterator<Item = String>,
) -> io::Result<()> {
    csv.write_record(fields.map(safe))
        .map_err(|error| match error.into_kind() {
            // Kept as it is, so that a closed pipe is known for one.
            csv::ErrorKind::Io(error) => error,
            kind => io::Error::other(format!("{kind:?}")),
        })
}

/// A field that no spreadsheet takes for a formula.
fn safe(field: String) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{field}")
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_field_is_a_formula() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-", "'-"),
            ("@now", "'@now"),
            ("a=b", "a=b"),
            (".", "."),
        ];
        for (field, expected) in cases {
            assert_eq!(safe(field.to_owned()), expected);
        }
    }
}
