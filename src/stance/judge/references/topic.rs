//! What an article is about.

use crate::matching::Match;

/// What an article is about: of the matters named before a token, the last one of the position to which most of them
/// belong.
pub(super) fn topic(matches: &[Match], token: usize) -> Option<&Match> {
    let named = || {
        matches
            .iter()
            .filter(|matter| matter.tokens.end <= token && matter.kind.only_names())
    };
    let of = |position: usize| named().filter(|matter| matter.position == position).count();
    let last = named().max_by_key(|matter| (of(matter.position), matter.tokens.start))?;
    (2 * of(last.position) > named().count()).then_some(last)
}
