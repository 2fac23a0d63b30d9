//! How many threads a command reads articles with.

use std::num::NonZeroUsize;
use std::thread;

/// How many threads read articles.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub(crate) struct Jobs {
    /// How many threads read articles [default: one for each core].
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

impl Jobs {
    /// The number that was asked for, else that of the cores.
    pub(crate) fn number(self) -> NonZeroUsize {
        let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
        self.jobs.unwrap_or_else(cores)
    }
}
