//! `stances rules`: what those need who write rules.

mod check;
mod health;
mod init;
mod schema;
mod show;
mod suggest;
mod test;

use std::io;
use std::path::PathBuf;

use clap::Subcommand;
use stances::rules::Source;

use crate::args::RuleChoice;
use crate::{Outcome, Streams, rulebook};

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Say what is wrong, what is doubtful, and what to mend first.
    Check(check::CheckArgs),
    /// Say which phrases never fire, always lose or carry a position alone, in real articles.
    Health(health::HealthArgs),
    /// Start a folder of rules, or a debate in it.
    Init(init::InitArgs),
    /// Print JSON Schemas of rule files, for editors that complete and check.
    Schema(schema::SchemaArgs),
    /// Write out what a phrase, position, actor or cue stands for, where it is written, what it costs.
    Show(show::ShowArgs),
    /// List wordings that no phrase covers and speakers whom no file names, to paste.
    Suggest(suggest::SuggestArgs),
    /// Judge rule files by their own examples.
    Test(test::TestArgs),
}

/// Which rules a command is about.
#[derive(Debug, clap::Args)]
pub(crate) struct Folder {
    /// A folder of rules that adds to those of the program [default: those alone].
    #[arg(value_name = "DIR")]
    pub(crate) dir: Option<PathBuf>,
    /// Leave out the rules that come with the program.
    #[arg(long, requires = "dir")]
    pub(crate) only_rules: bool,
}

/// Runs one of the commands.
pub(crate) fn run(command: &RulesCommand, streams: &mut Streams) -> io::Result<Outcome> {
    match command {
        RulesCommand::Check(args) => check::run(args, streams),
        RulesCommand::Health(args) => health::run(args, streams),
        RulesCommand::Init(args) => init::run(args, streams),
        RulesCommand::Schema(args) => schema::run(args, streams),
        RulesCommand::Show(args) => show::run(args, streams),
        RulesCommand::Suggest(args) => suggest::run(args, streams),
        RulesCommand::Test(args) => test::run(args, streams),
    }
}

impl Folder {
    /// The files; nothing where they cannot be read, which is then said already.
    fn sources(&self, streams: &mut Streams) -> io::Result<Option<Vec<Source>>> {
        let choice = RuleChoice {
            rules: self.dir.iter().cloned().collect(),
            only_rules: self.only_rules,
            pack: Vec::new(),
        };
        rulebook::sources(&choice, streams)
    }

    /// Whether a file is one that the command is about: one of the folder, where one is named.
    fn is_about(&self, path: &str, sources: &[Source]) -> bool {
        self.dir.is_none()
            || sources
                .iter()
                .any(|source| source.layer > 0 && source.path == path)
    }
}

/// `1 example`, `2 examples`.
fn count(number: usize, one: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {one}{s}")
}
