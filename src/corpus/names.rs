//! The ids that articles get from the names of their files.

use std::collections::BTreeMap;

/// The endings that say how a file is packed, not what it is.
const PACKED: [&str; 4] = ["gz", "zst", "bz2", "xz"];

/// An id for each path: its name without endings, with as many of its folders as tell it apart.
///
/// Two files that differ in their endings only keep them.
#[must_use]
pub fn ids(paths: &[&str]) -> Vec<String> {
    let stems: Vec<Vec<&str>> = paths.iter().map(|path| folders_and(path, stem)).collect();
    let whole: Vec<Vec<&str>> = paths
        .iter()
        .map(|path| folders_and(path, |name| name))
        .collect();
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, parts) in stems.iter().enumerate() {
        groups
            .entry(parts.last().copied().unwrap_or_default())
            .or_default()
            .push(at);
    }
    let mut ids = vec![String::new(); paths.len()];
    for members in groups.values() {
        let told_apart = |names: &[Vec<&str>]| {
            let deepest = members.iter().map(|at| names[*at].len()).max().unwrap_or(1);
            (1..=deepest).find_map(|depth| {
                let tails: Vec<_> = members.iter().map(|at| tail(&names[*at], depth)).collect();
                let mut sorted = tails.clone();
                sorted.sort_unstable();
                sorted
                    .windows(2)
                    .all(|pair| pair[0] != pair[1])
                    .then_some(tails)
            })
        };
        let tails = told_apart(&stems)
            .or_else(|| told_apart(&whole))
            .unwrap_or_else(|| {
                members
                    .iter()
                    .map(|at| tail(&whole[*at], whole[*at].len()))
                    .collect()
            });
        for (at, tail) in members.iter().zip(tails) {
            ids[*at] = tail;
        }
    }
    ids
}

/// A file's name without its endings.
#[must_use]
pub(super) fn stem(name: &str) -> &str {
    let unpacked = without_packing(name);
    match unpacked.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && is_ending(ending) => stem,
        _ if unpacked.is_empty() => name,
        _ => unpacked,
    }
}

/// A file's name without the ending that says how it is packed.
pub(super) fn without_packing(name: &str) -> &str {
    let is_packed = |ending: &str| {
        PACKED
            .iter()
            .any(|packed| packed.eq_ignore_ascii_case(ending))
    };
    match name.rsplit_once('.') {
        Some((inner, ending)) if is_packed(ending) => inner,
        Some(_) | None => name,
    }
}

fn is_ending(text: &str) -> bool {
    (1..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

fn folders_and<'a>(path: &'a str, name: impl Fn(&'a str) -> &'a str) -> Vec<&'a str> {
    let parts = path
        .split(['/', '\\'])
        .filter(|part| !part.is_empty() && *part != ".");
    let mut parts: Vec<_> = parts.collect();
    if let Some(last) = parts.last_mut() {
        *last = name(last);
    }
    parts
}

fn tail(parts: &[&str], depth: usize) -> String {
    parts[parts.len().saturating_sub(depth)..].join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_names_with_folders_where_names_collide() {
        let cases: [(&[&str], &[&str]); 6] = [
            (&["articles/a.txt", "articles/b.txt"], &["a", "b"]),
            (&["x/a.txt", "y/a.txt", "y/b.txt"], &["x/a", "y/a", "b"]),
            (&["1/p/a.txt", "2/p/a.txt"], &["1/p/a", "2/p/a"]),
            (&["a.txt", "a.md"], &["a.txt", "a.md"]),
            (&["a.txt", "./a.txt"], &["a.txt", "a.txt"]),
            (&["a.txt", "sub/a.txt"], &["a", "sub/a"]),
        ];
        for (paths, expected) in cases {
            assert_eq!(ids(paths), expected, "{paths:?}");
        }
    }

    #[test]
    fn stems_lose_endings_only() {
        let cases = [
            ("a.txt", "a"),
            ("a.jsonl.gz", "a"),
            ("v1.2", "v1"),
            (".hidden", ".hidden"),
            (
                "The talks of 1 Feb. in Paris",
                "The talks of 1 Feb. in Paris",
            ),
            ("-", "-"),
            ("", ""),
        ];
        for (name, expected) in cases {
            assert_eq!(stem(name), expected, "{name}");
        }
    }
}
