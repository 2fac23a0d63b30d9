//! The program: the only place that reads files, prints and exits.

mod args;
mod articles;
mod attributions;
mod chosen;
mod compare;
mod copybook;
mod correct;
mod desk;
mod diff;
mod eval;
mod explain;
mod hint;
mod input;
mod inputs;
mod jobs;
mod notices;
mod pipeline;
mod progress;
mod promote;
mod rulebook;
mod rules;
mod scores;
mod statements;
mod welcome;
mod whole;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};
use notices::Notices;

/// How a command ended, where it could write all it had to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Done.
    Done,
    /// Done, and a check that was asked for differs.
    Differs,
    /// It could not run, or a named path could not be read; what else there was is written.
    Failed,
}

/// Where a command writes: results, and everything else.
pub(crate) struct Streams<'a> {
    pub(crate) results: &'a mut dyn Write,
    pub(crate) notices: &'a mut Notices<'static>,
}

fn main() -> ExitCode {
    let args = Args::try_parse().unwrap_or_else(|error| hint::on_arguments(error).exit());
    let mut results = BufWriter::new(io::stdout().lock());
    let mut notices = Notices::new();
    let mut streams = Streams {
        results: &mut results,
        notices: &mut notices,
    };
    let outcome = run(args, &mut streams).and_then(|outcome| results.flush().map(|()| outcome));
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Differs) => ExitCode::from(1),
        Ok(Outcome::Failed) => ExitCode::from(2),
        // Whoever reads the results has read enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Where this cannot be written either, the exit code has to do.
            let _ = writeln!(notices, "error: cannot write: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(args: Args, streams: &mut Streams) -> io::Result<Outcome> {
    match args.command {
        None => welcome::run(streams),
        Some(Command::Compare(args)) => {
            whole::results(args.output.as_deref(), streams, |streams| {
                compare::run(&args, streams)
            })
        }
        Some(Command::Statements(args)) => {
            streams.notices.give_way(args.output.as_deref());
            whole::results(args.output.as_deref(), streams, |streams| {
                statements::run(&args, streams)
            })
        }
        Some(Command::Attributions(args)) => {
            streams.notices.give_way(args.output.as_deref());
            whole::results(args.output.as_deref(), streams, |streams| {
                attributions::run(&args, streams)
            })
        }
        Some(Command::Diff(args)) => diff::run(&args, streams),
        Some(Command::Eval(args)) => eval::run(&args, streams),
        Some(Command::Explain(args)) => {
            streams.notices.give_way(None);
            explain::run(&args, streams)
        }
        Some(Command::Try(args)) => explain::run_try(&args, streams),
        Some(Command::Inputs(args)) => {
            streams.notices.give_way(None);
            inputs::run(&args, streams)
        }
        Some(Command::Correct(args)) => correct::run(&args, streams),
        Some(Command::Promote(args)) => promote::run(&args, streams),
        Some(Command::Rules(command)) => rules::run(&command, streams),
    }
}
