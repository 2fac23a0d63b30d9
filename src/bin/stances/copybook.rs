//! Which of the articles that a command reads are copies of earlier ones.

use stances::article::Article;
use stances::corpus::{Originals, Signature};

use crate::args::CopiesArg;

/// The articles so far: a signature for each, and its id.
#[derive(Debug, Default)]
pub(crate) struct Copybook {
    originals: Originals,
    ids: Vec<String>,
}

impl Copybook {
    /// A book for copies that are looked for; none where all articles are kept.
    pub(crate) fn new(copies: CopiesArg) -> Option<Self> {
        match copies {
            CopiesArg::Keep => None,
            CopiesArg::Count | CopiesArg::Drop => Some(Self::default()),
        }
    }

    /// Adds the next article; returns the id of the first that it is a copy of, if of any.
    pub(crate) fn original(&mut self, article: &Article) -> Option<&str> {
        self.ids.push(article.id.clone());
        let place = self.originals.add(Signature::of(article))?;
        self.ids.get(place).map(String::as_str)
    }
}
