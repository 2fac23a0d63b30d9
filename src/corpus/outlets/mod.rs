//! Rules for pages: what begins another article, what dates one, and what is not the article's own.
//!
//! In: the files of `rules/outlets/`, whose README describes their format. Out: [`Outlets`], or
//! every fault with its place. Applying them is left to `furniture` and `parts`.

mod build;
mod error;
mod family;
mod file;
mod needs;
mod pattern;

use family::Family;
use pattern::LateRegex;

pub use error::{OutletError, OutletErrorKind};

use crate::span::Span;

/// The rules for pages, compiled.
#[derive(Clone, Debug, Default)]
pub struct Outlets {
    /// What parts several articles in one file.
    pub(super) parts: Vec<Part>,
    /// Lines near the top that give a date or an outlet.
    pub(super) stamps: Vec<Stamp>,
    /// Lines that tell of a piece of opinion and its author.
    pub(super) opinions: Vec<Opinion>,
    /// Lines that are not the article's own.
    lines: Named,
    /// Lines that open a list of links.
    lists: Named,
    /// Words that are cut out of lines.
    cuts: Vec<Cut>,
    /// The patterns of `cuts`.
    cut_from: Family,
}

/// Marks that part articles.
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// Lines, one after the other, that begin an article.
    pub(super) begins: Vec<LateRegex>,
    /// Which of `begins` fits the fewest lines.
    pub(super) rarest: usize,
    /// Lines that end one.
    pub(super) ends: Vec<LateRegex>,
}

/// Words near the top of an article that give its date, outlet or title.
#[derive(Clone, Debug)]
pub(super) struct Stamp {
    pub(super) regex: LateRegex,
    /// Whether the rest of the line is the article's own.
    pub(super) keeps_rest: bool,
}

/// Lines that mark a piece as opinion, and lines that name its author.
#[derive(Clone, Debug)]
pub(super) struct Opinion {
    pub(super) marks: Vec<LateRegex>,
    pub(super) authors: Vec<LateRegex>,
}

/// Patterns of lines, and the rules they come from.
#[derive(Clone, Debug, Default)]
struct Named {
    patterns: Family,
    /// The id of each pattern's rule.
    rules: Vec<String>,
}

impl Named {
    /// The id of the first rule that knows the line.
    fn find(&self, line: &str) -> Option<&str> {
        let first = self
            .patterns
            .may_fit(line)
            .into_iter()
            .find(|at| self.patterns.fits(*at, line))?;
        self.rules.get(first).map(String::as_str)
    }
}

/// Words that are cut out of lines.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    /// The id of its rule.
    pub(super) rule: String,
    pub(super) extent: Extent,
}

/// How far a cut goes.
#[derive(Clone, Debug)]
pub(super) enum Extent {
    /// The matched words.
    Words,
    /// All of the short line that they stand in.
    Line,
    /// Also the words before, back to the end of a sentence; all of a short line that it ends.
    Caption,
    /// On to the end of the nearest match of another pattern.
    To(LateRegex),
}

impl Outlets {
    /// Compiles files, given as names and texts.
    ///
    /// # Errors
    ///
    /// Returns every fault of every file, in the order of the files and of the places in them.
    pub fn parse(sources: &[(&str, &str)]) -> Result<Self, Vec<OutletError>> {
        build::build(sources)
    }

    /// The id of the rule that knows a line, all of it, as furniture.
    #[must_use]
    pub fn known_line(&self, line: &str) -> Option<&str> {
        const LONGEST: usize = 600;
        if line.len() > LONGEST {
            return None;
        }
        self.lines.find(line)
    }

    /// The cuts that may begin in a text, each with where it does.
    pub(super) fn cuts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'a Cut, Span)> {
        let found = self.cut_from.find_all(text);
        found.map(|(at, words)| (&self.cuts[at], words))
    }

    /// The id of the rule that knows a line as the head of a list of links.
    pub(super) fn known_list(&self, line: &str) -> Option<&str> {
        const LONGEST: usize = 120;
        if line.len() > LONGEST {
            return None;
        }
        self.lists.find(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let faults = Outlets::parse(&[("page.toml", text)])
            .err()
            .unwrap_or_default();
        let shown: Vec<_> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn good_rules_have_no_faults() {
        check(
            "[[furniture]]\nid = \"a\"\nlines = ['share this', \"don't miss\"]",
            &[],
        );
        check("[[part]]\nid = \"a\"\nends = ['end of document']", &[]);
        check(
            "[[stamp]]\nid = \"a\"\nstarts = ['published:? <date>']",
            &[],
        );
        check("", &[]);
    }

    #[test]
    fn all_faults_come_at_once_with_their_places() {
        check(
            "[[furniture]]\nid = \"a\"\nlines = ['(open', 'x*']\n[[part]]\nid = \"a\"\nbegins = ['(?<paper>x)']\n",
            &[
                "page.toml:3:10: pattern `(open`: unclosed group",
                "page.toml:3:19: pattern `x*` fits no words at all",
                "page.toml:5:6: second rule with id `a`",
                "page.toml:6:11: group `paper` is none of `title`, `outlet`, `date`, `author`",
            ],
        );
    }

    #[test]
    fn unknown_keys_and_rules_without_patterns_are_faults() {
        check(
            "[[furniture]]\nid = \"a\"\nline = ['x']\n",
            &[
                "page.toml:3:1: unknown field `line`, expected one of `id`, `exact-case`, `lines`, `starts`, `contains`, `sentences`, `captions`, `passages`, `lists`",
            ],
        );
        check(
            "[[part]]\nid = \"a\"\n",
            &["page.toml:2:6: rule `a` has no patterns"],
        );
    }
}
