//! Votes on what an article is about, where it is not said again: "Smith will vote against", "urged senators to vote yes".

use crate::attribution::Line;
use crate::clause::Tag;
use crate::matching::Match;
use crate::rules::Rules;
use crate::text::Text;
use crate::words::Mark;

/// The matter of an article at the words that tell how somebody votes.
pub(super) fn votes(
    rules: &Rules,
    text: &Text,
    line: &Line,
    sentence: usize,
    matches: &[Match],
) -> Vec<Match> {
    let start = line.shape.tokens.start;
    let tokens = &text.tokens[line.shape.tokens.clone()];
    let found = rules.lexicon.votes.find(tokens);
    found
        .iter()
        .map(|at| start + at.end - 1..start + at.end)
        .filter(|place| ends(line, place.end))
        .filter_map(|place| Some(topic(matches, place.start)?.left_out(sentence, place)))
        .collect()
}

/// Whether nothing that is voted on begins at a token.
fn ends(line: &Line, token: usize) -> bool {
    let shape = &line.shape;
    if token >= shape.tokens.end {
        return true;
    }
    let time = shape
        .noun_at(token)
        .is_some_and(|noun| shape.nouns[noun].time);
    let apart = match shape.tag_at(token) {
        // "voted against 'a charade'"
        Tag::Mark(mark) => mark != Mark::Quote,
        tag => matches!(tag, Tag::Coord | Tag::Subord | Tag::Adv),
    };
    apart || time
}

/// What an article is about: of the matters named before a token, the last one of the position to which most of them
/// belong.
fn topic(matches: &[Match], token: usize) -> Option<&Match> {
    let named = || {
        matches
            .iter()
            .filter(|matter| matter.tokens.end <= token && matter.kind.only_names())
    };
    let of = |position: usize| named().filter(|matter| matter.position == position).count();
    let last = named().max_by_key(|matter| (of(matter.position), matter.tokens.start))?;
    (2 * of(last.position) > named().count()).then_some(last)
}
