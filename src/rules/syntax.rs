//! What keeps a file from being TOML, said as its author would look for it.

use super::fault::{At, FaultKind, Faults};

/// What a line begins with that can only be the rest of a list.
const STRAYS: [char; 3] = ['"', '\'', ']'];
const CURLY: [char; 5] = ['“', '”', '„', '‘', '’'];

/// Reports the parser's errors, one for each line: an error often brings others along.
pub(crate) fn report(errors: &[toml::de::Error], source: usize, faults: &mut Faults<'_>) {
    let text = faults.text(source);
    let mut reported: Vec<usize> = Vec::new();
    let mut errors: Vec<&toml::de::Error> = errors.iter().collect();
    errors.sort_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let start = text
            .get(..span.start)
            .and_then(|before| before.rfind('\n'))
            .map_or(0, |newline| newline + 1);
        if reported.contains(&start) {
            continue;
        }
        let line = text[start..].lines().next().unwrap_or_default();
        if let Some(list) = open_list(text, start, line) {
            // All that follows was read as part of the list.
            let number = text[..start].lines().count() + 1;
            let hint = format!("write `]` before line {number}");
            faults.push_with(At::new(source, list..list + 1), FaultKind::OpenList, hint);
            break;
        }
        reported.push(start);
        let bare = outside_strings(line);
        if let Some((at, quote)) = bare.iter().copied().find(|(_, c)| CURLY.contains(c)) {
            let at = start + at..start + at + quote.len_utf8();
            let hint = "write straight quotes: \"like this\"".to_owned();
            faults.push_with(At::new(source, at), FaultKind::CurlyQuotes, hint);
        } else if let Some(&(at, _)) = bare
            .iter()
            .find(|(at, c)| *c == '\t' && is_inner(line, *at))
        {
            let hint = "put each phrase in quotes, with commas between them: [\"one\", \"two\"]"
                .to_owned();
            faults.push_with(
                At::new(source, start + at..start + at + 1),
                FaultKind::PastedTable,
                hint,
            );
        } else if let Some(at) = open_string(line) {
            // The parser then trips over the next line, which may be sound.
            reported.push(start + line.len() + 1);
            let at = At::new(source, start + at..start + line.len());
            faults.push(at, FaultKind::OpenString);
        } else if let Some((at, _)) = last_sign(&bare).filter(|(_, c)| *c == '=') {
            // What was meant to stand there may follow, and can only make no sense.
            let below = lines(text, start + line.len() + 1);
            let strays = below.take_while(|(_, line)| line.trim_start().starts_with(STRAYS));
            reported.extend(strays.map(|(at, _)| at));
            let hint = "text stands in quotes, a list in brackets: [\"one\", \"two\"]".to_owned();
            let at = At::new(source, start + at..start + at + 1);
            faults.push_with(at, FaultKind::NoValue, hint);
        } else {
            faults.push(
                At::new(source, span),
                FaultKind::Toml(error.message().to_owned()),
            );
        }
    }
}

/// The characters of a line that stand in no string and no comment.
fn outside_strings(line: &str) -> Vec<(usize, char)> {
    let mut quote = None;
    let mut outside = Vec::new();
    for (at, c) in line.char_indices() {
        match (quote, c) {
            (None, '#') => break,
            (None, '"' | '\'') => quote = Some(c),
            (None, _) => outside.push((at, c)),
            (Some(open), _) if open == c => quote = None,
            (Some(_), _) => {}
        }
    }
    outside
}

/// The last character that is no space.
fn last_sign(bare: &[(usize, char)]) -> Option<(usize, char)> {
    bare.iter().copied().rfind(|(_, c)| !c.is_whitespace())
}

/// Where a string begins that the line does not end.
fn open_string(line: &str) -> Option<usize> {
    let mut open: Option<(usize, char)> = None;
    for (at, c) in line.char_indices() {
        match (open, c) {
            (None, '#') => break,
            (None, '"' | '\'') => open = Some((at, c)),
            (Some((_, quote)), _) if quote == c => open = None,
            _ => {}
        }
    }
    open.map(|(at, _)| at)
}

/// Where a list begins that is still open on a line which gives another key or a header.
fn open_list(text: &str, start: usize, line: &str) -> Option<usize> {
    let is_next = match line.trim() {
        line if line.starts_with('[') => {
            let header = line.split('#').next().unwrap_or_default().trim_end();
            header.trim_matches(['[', ']']).chars().all(is_bare)
        }
        line => line
            .split_once('=')
            .is_some_and(|(key, _)| key.trim().chars().all(is_bare)),
    };
    let mut open = Vec::new();
    for (at, line) in lines(text, 0).take_while(|(at, _)| is_next && *at < start) {
        if open.is_empty() && line.trim_start().starts_with('[') {
            continue; // a header
        }
        for (inside, c) in outside_strings(line) {
            match c {
                '[' => open.push(at + inside),
                ']' => drop(open.pop()),
                _ => {}
            }
        }
    }
    open.first().copied()
}

/// Whether a key may hold the character without quotes.
fn is_bare(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The lines of a text from a place on, and where they begin.
fn lines(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    let rest = text.get(from..).unwrap_or_default();
    rest.split_inclusive('\n').scan(from, |at, line| {
        let begins = *at;
        *at += line.len();
        Some((begins, line))
    })
}

/// Whether words stand on both sides and the line assigns nothing before them.
fn is_inner(line: &str, at: usize) -> bool {
    let (before, after) = line.split_at(at);
    let pasted = |part: &str| {
        part.chars().any(char::is_alphanumeric) && !part.trim_end().ends_with(['=', ',', '['])
    };
    pasted(before) && after.chars().any(char::is_alphanumeric) && !after.contains('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_inside_a_paste_are_told_from_those_that_indent() {
        let cases = [
            ("ceasefire\ttruce", Some(9)),
            ("\t\"truce\",", None),
            ("names\t= [", None),
            ("\tx", None),
        ];
        for (line, expected) in cases {
            let tab = line.find('\t').filter(|&at| is_inner(line, at));
            assert_eq!(tab, expected, "{line}");
        }
    }
}
