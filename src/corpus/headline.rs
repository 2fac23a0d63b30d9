//! Which words of an article are its headline.

use super::lines::{Lead, Piece};

/// A line longer than this, in bytes, is no headline.
const LONGEST: usize = 220;

/// The title without the names of the page and the site that follow it after a bar.
pub(super) fn without_site(title: &str) -> &str {
    match title.split_once(" | ") {
        Some((head, _)) if head.split_whitespace().count() > 2 => head.trim_end(),
        _ => title,
    }
}

/// The name of the site that stands after the last bar of a title.
pub(super) fn site(title: &str) -> Option<&str> {
    if without_site(title) == title {
        return None;
    }
    let (_, site) = title.rsplit_once(" | ")?;
    let site = site.trim();
    (site.split_whitespace().count() <= 5 && site.starts_with(char::is_uppercase)).then_some(site)
}

/// How many bytes of `words` repeat `title`, typography aside; nothing where they do not begin with
/// it, or go on as one sentence.
pub(super) fn repeated(title: &str, words: &str) -> Option<usize> {
    const SHORTEST: usize = 10;
    let letters = |text: &str| -> Vec<char> {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    let title = letters(title);
    let mut due = title.iter().peekable();
    let mut end = 0;
    for (at, c) in words.char_indices() {
        if due.peek().is_none() {
            break;
        }
        if c.is_alphanumeric() {
            if !c.to_lowercase().all(|c| due.next_if_eq(&&c).is_some()) {
                return None;
            }
            end = at + c.len_utf8();
        }
    }
    if due.peek().is_some() || title.len() < SHORTEST {
        return None;
    }
    let closes = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '“' | '‘');
    end += words[end..].len() - words[end..].trim_start_matches(closes).len();
    let rest = &words[end..];
    let next = rest.trim_start().chars().next();
    let starts_anew = next.is_none_or(|c| !c.is_lowercase());
    (rest.is_empty() || (rest.starts_with(char::is_whitespace) && starts_anew)).then_some(end)
}

/// Whether the first of `pieces` looks like the headline of the others.
pub(super) fn is_first(text: &str, pieces: &[Piece]) -> bool {
    let [first, rest @ ..] = pieces else {
        return false;
    };
    let words = first.span.of(text);
    let has_body = || rest.iter().any(|piece| is_sentence(piece.span.of(text)));
    match first.lead {
        Lead::Hash => true,
        Lead::Bullet => false,
        Lead::None | Lead::Bold => {
            let stands_apart = rest.first().is_some_and(|next| next.apart);
            first.span.len() <= LONGEST
                && (2..=30).contains(&words.split_whitespace().count())
                && words.starts_with(|c: char| !c.is_lowercase())
                && (is_open(words) || (stands_apart && is_title_case(words)))
                && has_body()
        }
    }
}

/// Whether the words end as a sentence does.
pub(super) fn is_sentence(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
    words.ends_with(['.', '!', '?', '…'])
}

/// No full stop, comma or colon at the end, inside a closing quotation mark or out of it.
fn is_open(words: &str) -> bool {
    let words = words.trim_end_matches(['"', '\'', '”', '’', ')', ']']);
    !words.ends_with(['.', ',', ':', '…', '!'])
}

fn is_title_case(words: &str) -> bool {
    let long = words
        .split_whitespace()
        .filter(|word| word.chars().count() > 3);
    let (mut capital, mut all) = (0, 0);
    for word in long {
        all += 1;
        capital += usize::from(
            word.chars()
                .find(|c| c.is_alphanumeric())
                .is_some_and(|c| !c.is_lowercase()),
        );
    }
    all >= 4 && capital * 5 >= all * 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::lines::pieces;
    use crate::span::Span;

    #[test]
    fn headlines_are_short_first_lines() {
        let cases = [
            ("Leaders meet in Oslo\n\nThe leaders met.", true),
            ("Leaders ‘ready’ to meet in ‘Oslo’\nThe leaders met.", true),
            ("Will the leaders meet?\nThe leaders met.", true),
            ("The leaders met in Oslo.\n\nThe talks were short.", false),
            (
                "Leaders Ready To Meet Again In Oslo.\n\nThe talks were short.",
                true,
            ),
            ("“We met in Oslo.”\n\nThe talks were short.", false),
            ("The leaders met, he said:\n\nThe talks were short.", false),
            ("Leaders meet in Oslo", false),
            ("Leaders meet\nSecond line without an end", false),
            ("# Short\nwords", true),
        ];
        for (text, expected) in cases {
            let pieces = pieces(text, Span::new(0, text.len()), &[]);
            assert_eq!(is_first(text, &pieces), expected, "{text}");
        }
    }

    #[test]
    fn a_repeated_title_is_known_in_other_typography() {
        let cases = [
            (
                "Leaders 'ready' to meet",
                "Leaders ‘ready’ to meet",
                Some(27),
            ),
            (
                "Leaders ready to meet",
                "Leaders ready to meet They met.",
                Some(21),
            ),
            (
                "Leaders ready to meet",
                "Leaders ready to meet in Oslo said so.",
                None,
            ),
            ("Leaders ready to meet", "Leaders ready", None),
            ("Leaders ready to meet", "Leaders ready to meetings", None),
            ("Oslo", "Oslo", None),
        ];
        for (title, words, expected) in cases {
            assert_eq!(repeated(title, words), expected, "{title} / {words}");
        }
    }

    #[test]
    fn sites_after_a_bar_are_no_part_of_the_title() {
        let cases = [
            (
                "Leaders meet in Oslo | Talks News | The Paper",
                "Leaders meet in Oslo",
                Some("The Paper"),
            ),
            ("Oslo | The Paper", "Oslo | The Paper", None),
            ("Leaders meet in Oslo", "Leaders meet in Oslo", None),
        ];
        for (title, head, name) in cases {
            assert_eq!((without_site(title), site(title)), (head, name), "{title}");
        }
    }
}
