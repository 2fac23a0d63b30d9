//! Patterns of inflection, most of them matched without an automaton: they are a few letters at the
//! end of a word.

use regex::bytes::{CaptureLocations, Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// Where the whole match and each group stand in a word.
pub(super) type Groups = Vec<Option<(usize, usize)>>;

/// A compiled pattern.
pub(super) enum Pattern {
    /// A few letters at the end of a word.
    Ending {
        node: Node,
        /// The most bytes it takes.
        longest: usize,
        /// The bytes that a match can end with; nothing where it can be empty.
        last: Option<Bytes>,
        /// How many groups it has, the whole counted.
        groups: usize,
    },
    /// Anything else that a regular expression can say.
    Other(Box<(Regex, CaptureLocations)>),
}

/// A part of a pattern.
pub(super) enum Node {
    Byte(Bytes),
    Letters(Box<[u8]>),
    Start,
    End,
    Group(usize, Box<Node>),
    All(Vec<Node>),
    /// Tried in this order.
    Any(Vec<Node>),
}

/// A set of bytes.
#[derive(Clone, Copy, Default)]
pub(super) struct Bytes([u64; 4]);

impl Bytes {
    fn add(&mut self, byte: u8) {
        self.0[usize::from(byte / 64)] |= 1 << (byte % 64);
    }

    fn has(self, byte: u8) -> bool {
        self.0[usize::from(byte / 64)] & (1 << (byte % 64)) != 0
    }

    fn add_all(&mut self, other: Self) {
        for (own, other) in self.0.iter_mut().zip(other.0) {
            *own |= other;
        }
    }
}

impl Pattern {
    /// Compiles a pattern; nothing where it is no regular expression. Bytes instead of characters
    /// keep it small; letters beyond ASCII pass through.
    pub(super) fn new(pattern: &str) -> Option<Self> {
        let mut parser = ParserBuilder::new().unicode(false).utf8(false).build();
        let hir = parser.parse(pattern).ok()?;
        let facts = hir.properties();
        let is_ending = facts.look_set_suffix().contains(Look::End);
        if let (Some(longest), true) = (facts.maximum_len(), is_ending)
            && let Some(node) = node(&hir)
        {
            let mut last = Bytes::default();
            let may_be_empty = ends(&node, &mut last);
            return Some(Self::Ending {
                node,
                longest,
                last: (!may_be_empty).then_some(last),
                groups: facts.explicit_captures_len() + 1,
            });
        }
        let regex = RegexBuilder::new(pattern).unicode(false).build().ok()?;
        let groups = regex.capture_locations();
        Some(Self::Other(Box::new((regex, groups))))
    }

    /// Whether a word can fit that ends with `byte`.
    pub(super) fn may_end(&self, byte: u8) -> bool {
        match self {
            Self::Ending { last, .. } => last.is_none_or(|last| last.has(byte)),
            Self::Other(_) => true,
        }
    }

    /// Finds the first match in a word, and tells whether there is one.
    pub(super) fn find(&mut self, word: &[u8], found: &mut Groups) -> bool {
        found.clear();
        match self {
            Self::Ending {
                node,
                longest,
                groups,
                ..
            } => {
                found.resize(*groups, None);
                let first = word.len().saturating_sub(*longest);
                (first..=word.len()).any(|start| {
                    walk(node, word, start, found, &mut |end, found| {
                        found[0] = Some((start, end));
                        true
                    })
                })
            }
            Self::Other(other) => {
                let (regex, groups) = &mut **other;
                let is_found = regex.captures_read(groups, word).is_some();
                found.extend((0..groups.len()).map(|number| groups.get(number)));
                is_found
            }
        }
    }
}

/// What a match goes on with from a place.
type Next<'n> = dyn FnMut(usize, &mut Groups) -> bool + 'n;

/// Matches a node at `at`, and what comes next; where that fails, the next way is tried.
fn walk(node: &Node, word: &[u8], at: usize, found: &mut Groups, next: &mut Next<'_>) -> bool {
    match node {
        Node::Byte(bytes) => {
            word.get(at).is_some_and(|byte| bytes.has(*byte)) && next(at + 1, found)
        }
        Node::Letters(letters) => {
            word[at..].starts_with(letters) && next(at + letters.len(), found)
        }
        Node::Start => at == 0 && next(at, found),
        Node::End => at == word.len() && next(at, found),
        Node::Group(number, inner) => walk(inner, word, at, found, &mut |end, found| {
            let before = found[*number].replace((at, end));
            next(end, found) || {
                found[*number] = before;
                false
            }
        }),
        Node::All(nodes) => walk_all(nodes, word, at, found, next),
        Node::Any(nodes) => nodes.iter().any(|node| walk(node, word, at, found, next)),
    }
}

fn walk_all(
    nodes: &[Node],
    word: &[u8],
    at: usize,
    found: &mut Groups,
    next: &mut Next<'_>,
) -> bool {
    let Some((first, rest)) = nodes.split_first() else {
        return next(at, found);
    };
    walk(first, word, at, found, &mut |at, found| {
        walk_all(rest, word, at, found, next)
    })
}

/// The node of an expression; nothing where it says more than letters at an end need.
fn node(hir: &Hir) -> Option<Node> {
    Some(match hir.kind() {
        HirKind::Empty => Node::All(Vec::new()),
        HirKind::Literal(letters) => Node::Letters(letters.0.clone()),
        HirKind::Class(Class::Bytes(class)) => {
            let mut bytes = Bytes::default();
            for range in class.ranges() {
                (range.start()..=range.end()).for_each(|byte| bytes.add(byte));
            }
            Node::Byte(bytes)
        }
        HirKind::Look(Look::Start) => Node::Start,
        HirKind::Look(Look::End) => Node::End,
        HirKind::Repetition(some) if (some.min, some.max) == (0, Some(1)) => {
            let mut ways = vec![node(&some.sub)?, Node::All(Vec::new())];
            if !some.greedy {
                ways.reverse();
            }
            Node::Any(ways)
        }
        HirKind::Capture(group) => Node::Group(group.index as usize, Box::new(node(&group.sub)?)),
        HirKind::Concat(parts) => Node::All(parts.iter().map(node).collect::<Option<_>>()?),
        HirKind::Alternation(ways) => Node::Any(ways.iter().map(node).collect::<Option<_>>()?),
        HirKind::Class(Class::Unicode(_)) | HirKind::Look(_) | HirKind::Repetition(_) => {
            return None;
        }
    })
}

/// Collects the bytes that a match of a node can end with; says whether it can take none.
fn ends(node: &Node, last: &mut Bytes) -> bool {
    match node {
        Node::Byte(bytes) => {
            last.add_all(*bytes);
            false
        }
        Node::Letters(letters) => {
            letters.last().iter().for_each(|byte| last.add(**byte));
            letters.is_empty()
        }
        Node::Start | Node::End => true,
        Node::Group(_, inner) => ends(inner, last),
        Node::All(nodes) => nodes.iter().rev().all(|node| ends(node, last)),
        Node::Any(nodes) => {
            // Each has its say about the bytes.
            let empty = nodes.iter().filter(|node| ends(node, last));
            empty.count() > 0
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PATTERNS: &[&str] = &[
        "([^aeiou])y$",
        "(s|x|z|ch|sh)$",
        "(^|[^aeiou]|qu)([aeiou])b$",
        "(l|r|ea|oa|ie|ife|el)fe?$",
        "(a|ab)(c|bcd)?(d??|e)$",
        "([a-z])woman$",
        "e$",
        "^a|b$",
        "(^a+|b)(c$)",
        "x",
        "$",
    ];

    proptest! {
        #[test]
        fn groups_stand_where_the_automaton_finds_them(
            word in "[abcdefqué]{0,4}(ea|ife|ch|qu|woman|b|y|s|c|x)?",
        ) {
            for pattern in PATTERNS {
                let regex = RegexBuilder::new(pattern).unicode(false).build().expect("sound");
                let mut locations = regex.capture_locations();
                let is_found = regex.captures_read(&mut locations, word.as_bytes()).is_some();
                let mut own = Pattern::new(pattern).expect("sound");
                let mut groups = Groups::new();
                let last = word.bytes().last();
                let may_end = last.is_none_or(|last| own.may_end(last));
                prop_assert_eq!(own.find(word.as_bytes(), &mut groups), is_found, "{}", pattern);
                prop_assert!(may_end || !is_found, "{}", pattern);
                if is_found {
                    let expected: Groups = (0..locations.len()).map(|n| locations.get(n)).collect();
                    prop_assert_eq!(groups, expected, "{} in {}", pattern, word);
                }
            }
        }
    }
}
