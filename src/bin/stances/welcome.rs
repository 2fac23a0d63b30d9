//! What bare `stances` says.

use std::io;

use crate::{Outcome, Streams};

/// Five lines: what it does, what to type first, where the rules are.
pub(crate) fn run(streams: &mut Streams) -> io::Result<Outcome> {
    streams.results.write_all(
        b"stances reads news articles and says which leader took which stance in each.\n\
          Start:  stances compare FILES      tables, article by article\n\
          Look:   stances compare FILES --why      the same, with the sentences that show it\n\
          Rules:  the debates that come with it; your own folder by --rules DIR\n\
          More:   stances --help\n",
    )?;
    Ok(Outcome::Done)
}
