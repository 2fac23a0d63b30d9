//! What can be typed.

mod files;
mod values;

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use jiff::civil::Date;

use values::{FormatArg, GradeArg, ViewArg};

pub(crate) use files::FileChoice;
pub(crate) use values::{CopiesArg, SideArg, day};

use crate::correct::CorrectArgs;
use crate::diff::DiffArgs;
use crate::inputs::InputsArgs;
use crate::jobs::Jobs;
use crate::promote::PromoteArgs;
use crate::rules::RulesCommand;

/// Which leader took which stance in each article, with the sentence that shows it.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print who stands where: tables by article, leader or position.
    Compare(CompareArgs),
    /// Print every statement as one JSON object a line.
    Statements(StatementsArgs),
    /// Print who says, thinks or wants what, whatever it is about: one JSON object a line.
    Attributions(AttributionsArgs),
    /// Say which cells two results, or two rule folders, do not share.
    Diff(DiffArgs),
    /// Print how every sentence was read, or why one cell is as it is.
    Explain(ExplainArgs),
    /// Print how one sentence is read.
    Try(TryArgs),
    /// Compare what is read with what people coded.
    Eval(EvalArgs),
    /// Say what would be read, as what, and what would not; nothing is analyzed.
    Inputs(InputsArgs),
    /// Correct one statement, beside its article, for good.
    Correct(CorrectArgs),
    /// Make a statement an example in its position's file.
    Promote(PromoteArgs),
    /// Write rules: test, check, look up, start anew.
    #[command(subcommand)]
    Rules(RulesCommand),
}

/// What is read, and by which rules.
#[derive(Debug, clap::Args)]
pub(crate) struct Sources {
    /// Files or folders with articles; `-` reads standard input.
    #[arg(required = true, value_name = "PATHS")]
    pub(crate) paths: Vec<PathBuf>,
    /// The day of articles that carry none, as 2025-03-01.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) jobs: Jobs,
    #[command(flatten)]
    pub(crate) files: FileChoice,
    #[command(flatten)]
    pub(crate) rules: RuleChoice,
}

/// By which rules articles are read.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "By which rules")]
pub(crate) struct RuleChoice {
    /// Add the rules in this folder; the same id replaces.
    #[arg(long, value_name = "DIR")]
    pub(crate) rules: Vec<PathBuf>,
    /// Leave out the rules that come with the program.
    #[arg(long, requires = "rules")]
    pub(crate) only_rules: bool,
    /// Read for these debates only.
    #[arg(long, value_name = "ID")]
    pub(crate) pack: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct CompareArgs {
    /// What the table shows [default: article, or summary beyond 20 articles].
    #[arg(long)]
    pub(crate) view: Option<ViewArg>,
    /// In which form; csv, json and jsonl hold the cells, whatever the view.
    #[arg(long, default_value = "table")]
    pub(crate) format: FormatArg,
    /// Follow every cell with the sentences that show it.
    #[arg(long)]
    pub(crate) why: bool,
    /// Count a spokesperson's stances, as second-hand, for the person they speak for.
    #[arg(long)]
    pub(crate) roll_up: bool,
    /// Go on: draw again when a rule file or an article is saved, and mark the cells that changed.
    #[arg(long)]
    pub(crate) watch: bool,
    /// What becomes of articles whose text is that of an earlier one, or nearly: each counts (keep),
    /// the first one counts and the others are listed (count) or left out (drop).
    #[arg(
        long,
        hide_possible_values = true,
        value_name = "keep|count|drop",
        default_value = "count"
    )]
    pub(crate) copies: CopiesArg,
    /// How many columns a table may take [default: those of the terminal, else 80].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..))]
    pub(crate) width: Option<u16>,
    /// Write the results to this file, which is replaced when they are complete.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) sources: Sources,
    #[command(flatten)]
    pub(crate) choice: Choice,
}

/// Which cells are shown.
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Which cells")]
pub(crate) struct Choice {
    /// Only these leaders, by id or name.
    #[arg(long, value_name = "WHO")]
    pub(crate) leader: Vec<String>,
    /// Only these positions, by id or column heading.
    #[arg(long, value_name = "WHAT")]
    pub(crate) position: Vec<String>,
    /// Only cells on this side, or on both.
    #[arg(long)]
    pub(crate) side: Option<SideArg>,
    /// Only articles of this day or later.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) from: Option<Date>,
    /// Only articles of this day or earlier.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) to: Option<Date>,
    /// Only statements whose holder is named this surely, or more so.
    #[arg(long, ignore_case = true)]
    pub(crate) grade: Option<GradeArg>,
    /// Doubtful statements too, marked `?`.
    #[arg(long)]
    pub(crate) doubtful: bool,
    /// Only what leaders say themselves.
    #[arg(long)]
    pub(crate) first_hand: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct StatementsArgs {
    /// Start with a line that names the program's version, the rules and the articles.
    #[arg(long)]
    pub(crate) header: bool,
    /// What becomes of articles whose text is that of an earlier one, or nearly: nothing (keep), their
    /// statements say `copy_of` (count), or they are left out (drop).
    #[arg(
        long,
        hide_possible_values = true,
        value_name = "keep|count|drop",
        default_value = "keep"
    )]
    pub(crate) copies: CopiesArg,
    /// Write the results to this file, which is replaced when they are complete.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Debug, clap::Args)]
pub(crate) struct AttributionsArgs {
    /// Those within what another says too: "X said Y wanted".
    #[arg(long)]
    pub(crate) nested: bool,
    /// Name private persons too.
    #[arg(long)]
    pub(crate) private: bool,
    /// Write the results to this file, which is replaced when they are complete.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// Show how sentences were cut into clauses, too.
    #[arg(long)]
    pub(crate) clauses: bool,
    #[command(flatten)]
    pub(crate) cell: CellChoice,
    #[command(flatten)]
    pub(crate) sources: Sources,
}

#[derive(Debug, clap::Args)]
pub(crate) struct TryArgs {
    /// The sentence, or several.
    pub(crate) sentence: String,
    /// The day on which it is said, as 2025-03-01.
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) date: Option<Date>,
    #[command(flatten)]
    pub(crate) cell: CellChoice,
    /// Show how it was cut into clauses, too.
    #[arg(long)]
    pub(crate) clauses: bool,
    #[command(flatten)]
    pub(crate) rules: RuleChoice,
}

/// Which cell is explained, gate by gate.
#[derive(Debug, clap::Args)]
pub(crate) struct CellChoice {
    /// Only the gates of the cell of this leader, by id or name.
    #[arg(long, value_name = "WHO", requires = "position")]
    pub(crate) holder: Option<String>,
    /// On this position, by id.
    #[arg(long, value_name = "WHAT", requires = "holder")]
    pub(crate) position: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct EvalArgs {
    /// The coding: one JSON object a line with article, holder, position and stance.
    pub(crate) gold: PathBuf,
    /// Count the sentences of this file that wrongly give a statement, instead.
    #[arg(long, value_name = "FILE")]
    pub(crate) negatives: Option<PathBuf>,
    /// Only these articles, as in 101-116,118.
    #[arg(long, value_name = "LIST")]
    pub(crate) articles: Option<String>,
    /// Only rows of the coding that say so, as in half=check.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub(crate) r#where: Option<String>,
    /// Exit with 1 below this F1.
    #[arg(long, value_name = "F1")]
    pub(crate) min_f1: Option<f64>,
    /// Count by article too.
    #[arg(long)]
    pub(crate) by_article: bool,
    /// List disagreements without their sentences.
    #[arg(long)]
    pub(crate) no_sentences: bool,
    #[command(flatten)]
    pub(crate) sources: Sources,
}
