//! How files are read: what every command on articles can be told.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use stances::corpus::{self, Context, Format, Index, Limits, Mapping, Outlets};

#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "How files are read")]
pub(crate) struct FileChoice {
    /// Read files as this, whatever their content and names say.
    #[arg(long, value_name = "FORMAT")]
    input_format: Option<InputFormatArg>,
    /// Which columns or keys hold an article's id, text, title, date and outlet, as in
    /// text=body,date=published; those left out are guessed.
    #[arg(long, value_name = "WHAT=NAME,...", value_parser = Mapping::parse)]
    map: Option<Mapping>,
    /// A CSV file with the names of files or articles, their dates and, if known, outlets; it goes
    /// before what the articles say.
    #[arg(long, value_name = "FILE", value_parser = PathBufValueParser::new().try_map(open_dates))]
    dates: Option<Arc<Index>>,
    /// Skip records larger than this, and files that are one text, as in 500K or 64M [default: 16M].
    #[arg(long, value_name = "SIZE", value_parser = size)]
    max_record: Option<usize>,
    /// End with 2 where a record or a file could not be read, rather than only say so.
    #[arg(long)]
    pub(crate) strict: bool,
}

impl FileChoice {
    /// What files are read with, besides what stands beside them.
    pub(crate) fn context<'a>(&'a self, outlets: &'a Outlets) -> Context<'a> {
        let mut limits = Limits::default();
        limits.record = self.max_record.unwrap_or(limits.record);
        Context {
            limits,
            dates: self.dates.as_deref(),
            format: self.input_format.map(Format::from),
            mapping: self.map.as_ref(),
            ..Context::new(outlets)
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum InputFormatArg {
    Text,
    Markdown,
    Jsonl,
    Json,
    Csv,
    Tsv,
    Html,
    Docx,
    Feed,
    Warc,
}

impl From<InputFormatArg> for Format {
    fn from(format: InputFormatArg) -> Self {
        match format {
            InputFormatArg::Text => Self::Text,
            InputFormatArg::Markdown => Self::Markdown,
            InputFormatArg::Jsonl => Self::JsonLines,
            InputFormatArg::Json => Self::Json,
            InputFormatArg::Csv => Self::Csv,
            InputFormatArg::Tsv => Self::Tsv,
            InputFormatArg::Html => Self::Html,
            InputFormatArg::Docx => Self::Docx,
            InputFormatArg::Feed => Self::Feed,
            InputFormatArg::Warc => Self::Warc,
        }
    }
}

/// Reads a number of bytes, or of 1024 (`K`), 1024² (`M`) or 1024³ (`G`) of them.
fn size(typed: &str) -> Result<usize, String> {
    let upper = typed.trim().to_ascii_uppercase();
    let bare = upper.trim_end_matches('B').trim_end_matches('I');
    let (digits, shift) = match bare.strip_suffix(['K', 'M', 'G']) {
        Some(digits) if bare.ends_with('K') => (digits, 10),
        Some(digits) if bare.ends_with('M') => (digits, 20),
        Some(digits) => (digits, 30),
        None => (bare, 0),
    };
    let number: Option<usize> = digits.trim().parse().ok();
    number
        .and_then(|number| number.checked_mul(1 << shift))
        .filter(|bytes| *bytes > 0)
        .ok_or_else(|| "no size, as in 500K or 64M".to_owned())
}

fn open_dates(path: PathBuf) -> Result<Arc<Index>, String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    let decoded = corpus::decode(&bytes).ok_or("holds no text")?;
    match Index::of_dates(&decoded.text) {
        Ok(dates) => Ok(Arc::new(dates)),
        Err((line, words)) => Err(format!("line {line}: `{words}` is no date")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        let cases = [
            ("1000", Some(1000)),
            ("500K", Some(500 << 10)),
            ("64m", Some(64 << 20)),
            ("16 MiB", Some(16 << 20)),
            ("1GB", Some(1 << 30)),
            ("0", None),
            ("M", None),
            ("-1", None),
            ("99999999999999999999G", None),
            ("", None),
        ];
        for (typed, expected) in cases {
            assert_eq!(size(typed).ok(), expected, "{typed}");
        }
    }
}
