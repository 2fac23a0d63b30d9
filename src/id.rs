//! The ids that rules give to actors, positions, packs and offices.

use std::fmt;

use serde::Serialize;

macro_rules! id {
    ($name:ident, $what:literal) => {
        #[doc = concat!("The id of ", $what, ": lower-case words joined by hyphens.")]
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Reads an id.
            ///
            /// # Errors
            ///
            /// Returns the text unchanged when it is not lower-case words joined by hyphens.
            pub fn parse(text: &str) -> Result<Self, String> {
                if is_id(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(text.to_owned())
                }
            }

            /// The id as written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    };
}

id!(ActorId, "an actor, as in `von-der-leyen`");
id!(PositionId, "a position, as in `ceasefire-first`");
id!(PackId, "a pack, as in `ukraine-peace`");
id!(OfficeId, "an office, as in `prime-minister`");

impl ActorId {
    /// The id of someone no file names: the name in lower case and plain letters, joined by hyphens.
    ///
    /// Nothing is returned for a name without a letter or digit.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let mut id = String::new();
        for c in name.chars() {
            match plain(c) {
                Some(letters) => id.push_str(&letters),
                None if id.is_empty() || id.ends_with('-') || c == '\'' || c == '’' => {}
                None => id.push('-'),
            }
        }
        let id = id.trim_end_matches('-');
        is_id(id).then(|| Self(id.to_owned()))
    }
}

fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// The plain lower-case letters for a letter or digit, nothing for anything else.
fn plain(c: char) -> Option<String> {
    const FOLDED: &[(&str, &str)] = &[
        ("àáâãåāăą", "a"),
        ("äæ", "ae"),
        ("çćĉċč", "c"),
        ("ďđð", "d"),
        ("èéêëēĕėęě", "e"),
        ("ĝğġģ", "g"),
        ("ĥħ", "h"),
        ("ìíîïĩīĭįı", "i"),
        ("ĵ", "j"),
        ("ķ", "k"),
        ("ĺļľŀł", "l"),
        ("ñńņň", "n"),
        ("òóôõōŏő", "o"),
        ("öøœ", "oe"),
        ("ŕŗř", "r"),
        ("śŝşšș", "s"),
        ("ß", "ss"),
        ("ţťŧț", "t"),
        ("þ", "th"),
        ("ùúûũūŭůűų", "u"),
        ("ü", "ue"),
        ("ŵ", "w"),
        ("ýÿŷ", "y"),
        ("źżž", "z"),
    ];
    let lower: String = c.to_lowercase().filter(|c| c.is_alphanumeric()).collect();
    let first = lower.chars().next()?;
    if first.is_ascii_alphanumeric() {
        return Some(lower);
    }
    FOLDED
        .iter()
        .find(|(letters, _)| letters.contains(first))
        .map(|(_, plain)| (*plain).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_hyphens() {
        let cases = [
            ("ceasefire-first", true),
            ("g7", true),
            ("Land", false),
            ("a--b", false),
            ("", false),
        ];
        for (text, expected) in cases {
            assert_eq!(PositionId::parse(text).is_ok(), expected, "{text}");
        }
    }

    #[test]
    fn names_become_ids_in_plain_letters() {
        let cases = [
            ("Støre", Some("stoere")),
            ("Jean-Noël Barrot", Some("jean-noel-barrot")),
            ("O’Brien", Some("obrien")),
            ("…", None),
        ];
        for (name, expected) in cases {
            assert_eq!(
                ActorId::from_name(name).as_ref().map(ActorId::as_str),
                expected,
                "{name}"
            );
        }
    }
}
