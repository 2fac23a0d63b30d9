//! When two passages are the same words, and what the one adds or leaves out.

/// How alike two words are that count as the same one (Jaro-Winkler): `Zelensky` and `Zelenskyy`.
pub const SAME_WORD: f64 = 0.92;

/// Which share of the shorter passage's content words must stand, in order, in the longer one.
///
/// Containment rather than likeness of the whole: a partial quote may be five words of twenty.
pub const SAME_WORDING: f64 = 0.75;

/// How many content words two passages must share.
pub const FEWEST_WORDS: usize = 4;

/// How many letters make a content word; shorter ones are mostly grammar.
const CONTENT_LETTERS: usize = 4;

/// A run of words that stays, comes in or drops out between two passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// In both.
    Kept(String),
    /// Only in the second.
    Added(String),
    /// Only in the first.
    LeftOut(String),
}

/// The content words of a passage, in lower case, brackets and quotation marks left aside.
#[must_use]
pub fn content_words(passage: &str) -> Vec<String> {
    let words = passage.split_whitespace().map(plain);
    words
        .filter(|word| word.chars().count() >= CONTENT_LETTERS)
        .collect()
}

/// Whether two lists of content words are the same wording.
#[must_use]
pub fn same_wording(one: &[String], other: &[String]) -> bool {
    let shorter = one.len().min(other.len());
    // Cheap to know, and it spares most pairs the comparison.
    if shorter < FEWEST_WORDS {
        return false;
    }
    let kept = aligned(one, other).len();
    #[expect(
        clippy::cast_precision_loss,
        reason = "sentences have fewer words than an f64 has digits"
    )]
    let share = kept as f64 / shorter as f64;
    kept >= FEWEST_WORDS && share >= SAME_WORDING
}

/// What the second passage adds to the first and leaves out of it.
#[must_use]
pub fn changes(first: &str, second: &str) -> Vec<Change> {
    let (one, other): (Vec<&str>, Vec<&str>) = (
        first.split_whitespace().collect(),
        second.split_whitespace().collect(),
    );
    let (ones, others): (Vec<_>, Vec<_>) = (
        one.iter().map(|word| plain(word)).collect(),
        other.iter().map(|word| plain(word)).collect(),
    );
    let mut changes = Vec::new();
    let (mut i, mut j) = (0, 0);
    for (at, to) in aligned(&ones, &others)
        .into_iter()
        .chain([(one.len(), other.len())])
    {
        push(&mut changes, Change::LeftOut(one[i..at].join(" ")));
        push(&mut changes, Change::Added(other[j..to].join(" ")));
        if let Some(word) = other.get(to) {
            push(&mut changes, Change::Kept((*word).to_owned()));
        }
        (i, j) = (at + 1, to + 1);
    }
    changes
}

/// Appends a change, joining what is kept to what was kept before.
fn push(changes: &mut Vec<Change>, change: Change) {
    match (changes.last_mut(), change) {
        (Some(Change::Kept(words)), Change::Kept(word)) => {
            words.push(' ');
            words.push_str(&word);
        }
        (_, Change::LeftOut(words) | Change::Added(words)) if words.is_empty() => {}
        (_, change) => changes.push(change),
    }
}

/// The longest common run of words, gaps allowed, as pairs of places.
fn aligned(one: &[String], other: &[String]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut longest = vec![0_usize; (one.len() + 1) * width];
    for i in (0..one.len()).rev() {
        for j in (0..other.len()).rev() {
            longest[i * width + j] = if same_word(&one[i], &other[j]) {
                longest[(i + 1) * width + j + 1] + 1
            } else {
                longest[(i + 1) * width + j].max(longest[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while i < one.len() && j < other.len() {
        if same_word(&one[i], &other[j]) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

fn same_word(one: &str, other: &str) -> bool {
    one == other
        || (!one.is_empty() && !other.is_empty() && strsim::jaro_winkler(one, other) >= SAME_WORD)
}

/// A word without case and without the signs around it.
fn plain(word: &str) -> String {
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_found_in_a_longer_passage() {
        let cases = [
            (
                "same words",
                "grain ships must never be stopped",
                "Grain ships must never be stopped",
                true,
            ),
            (
                "a partial quote",
                "ships must never be stopped by force",
                "He said ships must never, ever be stopped by brute force at sea",
                true,
            ),
            (
                "another spelling",
                "President Orlanskyy wants harbours opened",
                "president Orlansky wants harbours opened",
                true,
            ),
            (
                "brackets",
                "he [Orlan] wants the harbours opened soon",
                "Orlan wants harbours opened soon",
                true,
            ),
            ("too short", "open the harbours", "open the harbours", false),
            (
                "too few shared",
                "he wants the harbours opened soon",
                "she wants harbours opened never",
                false,
            ),
            (
                "other words",
                "grain ships must never be stopped",
                "the harbour must open to ships of every flag",
                false,
            ),
        ];
        for (name, one, other, expected) in cases {
            assert_eq!(
                same_wording(&content_words(one), &content_words(other)),
                expected,
                "{name}"
            );
        }
    }

    #[test]
    fn what_is_added_and_left_out_is_told() {
        use Change::{Added, Kept, LeftOut};
        let found = changes("he wants harbours opened", "wants all harbours opened now");
        let expected = [
            LeftOut("he".into()),
            Kept("wants".into()),
            Added("all".into()),
            Kept("harbours opened".into()),
            Added("now".into()),
        ];
        assert_eq!(found, expected);
    }
}
