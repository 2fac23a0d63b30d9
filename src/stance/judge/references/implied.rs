//! What an article is about, where it is not said again: "Smith will vote against", "Congress has to act".

use crate::attribution::Line;
use crate::clause::Tag;
use crate::matching::Match;
use crate::rules::Rules;
use crate::stance::judge::references::topic::topic;
use crate::text::Text;
use crate::words::Mark;

/// The matter of an article at the last word of what is done about it.
pub(super) fn implied(
    rules: &Rules,
    text: &Text,
    line: &Line,
    sentence: usize,
    matches: &[Match],
) -> Vec<Match> {
    let start = line.shape.tokens.start;
    let tokens = &text.tokens[line.shape.tokens.clone()];
    let found = rules.lexicon.implied.find(tokens);
    found
        .iter()
        .map(|at| start + at.end - 1..start + at.end)
        .filter(|place| ends(line, place.end))
        .filter_map(|place| Some(topic(matches, place.start)?.left_out(sentence, place)))
        .collect()
}

/// Whether nothing that it is done to begins at a token.
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
