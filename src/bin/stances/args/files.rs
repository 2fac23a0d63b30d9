//! How files are read: what every command on articles can be told.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ValueEnum;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use stances::corpus::{self, Context, Format, Index, Mapping, Outlets};

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
}

impl FileChoice {
    /// What files are read with, besides what stands beside them.
    pub(crate) fn context<'a>(&'a self, outlets: &'a Outlets) -> Context<'a> {
        Context {
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

fn open_dates(path: PathBuf) -> Result<Arc<Index>, String> {
    let bytes = fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
    let decoded = corpus::decode(&bytes).ok_or("holds no text")?;
    match Index::of_dates(&decoded.text) {
        Ok(dates) => Ok(Arc::new(dates)),
        Err((line, words)) => Err(format!("line {line}: `{words}` is no date")),
    }
}
