//! Lines of words: folding typography, and wrapping without cutting a word.

use unicode_width::UnicodeWidthStr;

/// The same words in signs that every console, mail and office program keeps.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '«' | '»' | '″' => folded.push('"'),
            '‘' | '’' | '‚' | '′' => folded.push('\''),
            '–' | '—' | '−' | '‐' | '‑' => folded.push('-'),
            '…' => folded.push_str("..."),
            '\u{200b}' | '\u{feff}' | '\u{ad}' => {}
            // Whatever could move the cursor or start an escape sequence is shown as a space.
            c if c.is_whitespace() || c.is_control() => folded.push(' '),
            c => folded.push(c),
        }
    }
    folded
}

/// The folded words of an article on one line.
pub(super) fn line(text: &str) -> String {
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many columns a text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// Breaks a text into lines of at most `room` columns; a longer word has a line of its own.
pub(super) fn wrap(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Two spaces stay two, except where a line ends.
    for word in text.trim().split(' ') {
        match lines.last_mut() {
            Some(line) if width(line) + 1 + width(word) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ if word.is_empty() => {}
            _ => lines.push(word.to_owned()),
        }
    }
    lines
        .iter()
        .map(|line| line.trim_end().to_owned())
        .collect()
}

/// Breaks a text so that all lines but the first are indented, and puts `tail` at the right end.
pub(super) fn hang(label: &str, text: &str, tail: &str, indent: usize, room: usize) -> Vec<String> {
    let inner = room.saturating_sub(indent).max(1);
    let mut lines = wrap(text, inner);
    if lines.is_empty() {
        lines.push(String::new());
    }
    let mut lines: Vec<String> = lines
        .into_iter()
        .enumerate()
        .map(|(at, line)| {
            let lead = if at == 0 { label } else { "" };
            format!("{lead:indent$}{line}").trim_end().to_owned()
        })
        .collect();
    if !tail.is_empty() {
        let last = lines.last_mut().expect("at least one line");
        if width(last) + 2 + width(tail) > room {
            lines.extend(wrap(tail, inner).iter().map(|line| right("", line, room)));
        } else {
            *last = right(last, tail, room);
        }
    }
    lines
}

/// Puts `tail` at the right end of a line.
fn right(line: &str, tail: &str, room: usize) -> String {
    let gap = room.saturating_sub(width(line) + width(tail));
    format!("{line}{:gap$}{tail}", "")
}

/// `1 article`, `2 articles`.
pub(super) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_never_cut() {
        assert_eq!(
            wrap("a breakwater of stone", 8),
            ["a", "breakwater", "of stone"]
        );
        assert_eq!(wrap("a  b  long", 6), ["a  b", "long"]);
        assert_eq!(wrap("", 8), Vec::<String>::new());
    }

    #[test]
    fn tails_stand_at_the_right_end() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("short", "line 8", &["[a] short     line 8"]),
            (
                "as wide as it gets",
                "line 8",
                &["[a] as wide as it", "    gets      line 8"],
            ),
            (
                "no room for it !",
                "lines 8, 9",
                &["[a] no room for it !", "          lines 8, 9"],
            ),
            ("none", "", &["[a] none"]),
        ];
        for (text, tail, expected) in cases {
            assert_eq!(hang("[a] ", text, tail, 4, 20), *expected, "{text}");
        }
    }

    #[test]
    fn signs_are_folded_and_escapes_disarmed() {
        assert_eq!(
            fold("“Støre’s…\u{a0}plan”\u{1b}[2J"),
            "\"Støre's... plan\" [2J"
        );
    }
}
