//! Which keys each kind of rule file knows, and what they hold.
//!
//! The types in `file` say the same for reading; this says it for finding every fault at once.

mod english;

use super::source::Role;
use english::{CONDITION, CUE_FRAME, CUES, FORMS, GRAMMAR, NEGATION, REFERENCE};

/// What a key holds.
pub(crate) enum Shape {
    /// A string.
    Text,
    /// A list of strings.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A whole number of this range, both ends included.
    Number(u8, u8),
    /// A date.
    Day,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of these words.
    ListOf(&'static [&'static str]),
    /// A table with these keys.
    Table(&'static [Key]),
    /// Several such tables.
    Tables(&'static [Key]),
    /// A table of any keys with a string each.
    TextByName,
    /// A table of any keys with a list of strings each.
    TextsByName,
}

/// A key of a table.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    pub(crate) shape: Shape,
    pub(crate) needed: bool,
}

pub(super) const fn key(name: &'static str, shape: Shape) -> Key {
    Key {
        name,
        shape,
        needed: false,
    }
}

pub(super) const fn needed(name: &'static str, shape: Shape) -> Key {
    Key {
        name,
        shape,
        needed: true,
    }
}

use Shape::{Day, Flag, OneOf, Table, Tables, Text, Texts, TextsByName};

const EXAMPLE: &[Key] = &[
    needed("text", Text),
    key("fill", Texts),
    needed("expect", Texts),
    key("why", Text),
    key("date", Day),
    key("todo", Flag),
];

const PHRASE_FRAME: &[Key] = &[
    needed(
        "list",
        OneOf(&["names", "opposite", "for", "against", "ignore"]),
    ),
    needed("text", Texts),
    needed("expect", Texts),
    key("why", Text),
    key("date", Day),
];

const LANGUAGE_EXAMPLES: &[Key] = &[
    key("example", Tables(EXAMPLE)),
    key("frame", Tables(CUE_FRAME)),
];

const EXAMPLES: &[Key] = &[
    needed("position", Text),
    key("example", Tables(EXAMPLE)),
    key("frame", Tables(PHRASE_FRAME)),
];

const COUNTRIES: &[Key] = &[
    key(
        "country",
        Tables(&[
            needed("id", Text),
            needed("name", Text),
            key("names", Texts),
            key("adjectives", Texts),
            key("people", Texts),
            key("capitals", Texts),
            key("holder", Text),
            key("leader", Text),
            key("side", Text),
        ]),
    ),
    key("example", Tables(EXAMPLE)),
];

const OFFICE_OF: &[Key] = &[needed("office", Text), needed("of", Text)];

const TITLES: &[Key] = &[
    key("honorifics", Texts),
    key("women", Texts),
    key("men", Texts),
    key("family-first", Texts),
    key("impersonal", Texts),
    key("parties", Texts),
    key("describing", Texts),
    key("former", Texts),
    key(
        "office",
        Tables(&[
            needed("id", Text),
            needed("words", Texts),
            key("called", Texts),
            key("one", Flag),
            key("leader", Flag),
        ]),
    ),
    key(
        "title",
        Tables(&[
            needed("words", Texts),
            key("stands-for", Table(OFFICE_OF)),
            key("private", Flag),
            key("speaks-for-body", Flag),
            key("speaks-for-owner", Flag),
            key("former", Texts),
        ]),
    ),
    key("example", Tables(EXAMPLE)),
];

const GROUP_ACTOR: &[Key] = &[
    needed("id", Text),
    needed("name", Text),
    key("names", Texts),
    key("speaks-for", Table(OFFICE_OF)),
    key("same-as", Texts),
    key("members", Texts),
    key("side", Text),
];

const ACTORS: &[Key] = &[
    key(
        "person",
        Tables(&[
            needed("id", Text),
            needed("name", Text),
            key("names", Texts),
            key("family", Text),
            key("spellings", Texts),
            key("pronoun", OneOf(&["he", "she", "they"])),
            key("side", Text),
            key("parties", Texts),
            key(
                "roles",
                Tables(&[
                    needed("office", Text),
                    needed("of", Text),
                    key("from", Day),
                    key("to", Day),
                ]),
            ),
            key(
                "epithets",
                Tables(&[needed("words", Texts), key("from", Day), key("to", Day)]),
            ),
        ]),
    ),
    key("institution", Tables(GROUP_ACTOR)),
    key("collective", Tables(GROUP_ACTOR)),
];

const PACK: &[Key] = &[
    needed("id", Text),
    needed("version", Text),
    needed("title", Text),
    key("order", Texts),
    key("from", Day),
    key("to", Day),
    key("about", Texts),
    key("topic", Texts),
    key("elsewhere", Texts),
];

const SETS: &[Key] = &[key("sets", TextsByName)];

const WITHIN: Shape = OneOf(&["clause", "sentence", "paragraph", "topic", "article"]);

const POSITION: &[Key] = &[
    needed("id", Text),
    needed("short", Text),
    needed("claim", Text),
    needed("supports", Text),
    needed("opposes", Text),
    key("with", Texts),
    key("within", WITHIN),
    key("names", Texts),
    key("opposite", Texts),
    key("for", Texts),
    key("against", Texts),
    key("ignore", Texts),
    key("not-holders", Texts),
    key("not-for", Texts),
    key("deeds", Flag),
    key(
        "group",
        Tables(&[
            needed(
                "kind",
                OneOf(&["names", "opposite", "for", "against", "ignore"]),
            ),
            needed("phrases", Texts),
            key("with", Texts),
            key("within", WITHIN),
            key("unless", Texts),
            key("not-holders", Texts),
            key("not-for", Texts),
            key("turned-for", Texts),
        ]),
    ),
    key("example", Tables(EXAMPLE)),
    key("frame", Tables(PHRASE_FRAME)),
];

/// The keys at the top of a file.
pub(crate) fn keys(role: Role<'_>) -> &'static [Key] {
    match role {
        Role::Grammar => GRAMMAR,
        Role::Forms => FORMS,
        Role::Cues => CUES,
        Role::Negation => NEGATION,
        Role::Condition => CONDITION,
        Role::Reference => REFERENCE,
        Role::Countries => COUNTRIES,
        Role::Titles => TITLES,
        Role::Actors => ACTORS,
        Role::Pack(_) => PACK,
        Role::Sets(_) => SETS,
        Role::Position(_) => POSITION,
        Role::Examples(_) => EXAMPLES,
        Role::LanguageExamples => LANGUAGE_EXAMPLES,
        Role::Outlet | Role::Eval | Role::Unknown => &[],
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeOwned;

    use super::*;
    use crate::rules::file;

    /// The fields that a type knows, as its refusal of another lists them.
    fn fields<T: DeserializeOwned>() -> Vec<String> {
        let refusal = toml::from_str::<T>("zzz = 1")
            .err()
            .map(|error| error.message().to_owned());
        let refusal = refusal.unwrap_or_default();
        refusal
            .split('`')
            .skip(3)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn keys_are_those_that_the_file_types_read() {
        fn table(keys: &'static [Key], name: &str) -> &'static [Key] {
            match keys
                .iter()
                .find(|key| key.name == name)
                .map(|key| &key.shape)
            {
                Some(Table(inner) | Tables(inner)) => inner,
                _ => &[],
            }
        }
        let cases = [
            ("grammar", GRAMMAR, fields::<file::GrammarFile>()),
            (
                "classes",
                table(GRAMMAR, "classes"),
                fields::<file::ClassesFile>(),
            ),
            ("forms", FORMS, fields::<file::FormsFile>()),
            ("cues", CUES, fields::<file::CuesFile>()),
            ("cue", table(CUES, "cue"), fields::<file::CueFile>()),
            ("example", EXAMPLE, fields::<file::ExampleFile>()),
            (
                "frame of phrases",
                PHRASE_FRAME,
                fields::<file::PhraseFrameFile>(),
            ),
            ("frame of cues", CUE_FRAME, fields::<file::CueFrameFile>()),
            ("examples", EXAMPLES, fields::<file::ExamplesFile>()),
            (
                "examples of a language",
                LANGUAGE_EXAMPLES,
                fields::<file::LanguageExamplesFile>(),
            ),
            ("negation", NEGATION, fields::<file::NegationFile>()),
            ("condition", CONDITION, fields::<file::ConditionsFile>()),
            ("reference", REFERENCE, fields::<file::ReferenceFile>()),
            (
                "country",
                table(COUNTRIES, "country"),
                fields::<file::CountryFile>(),
            ),
            (
                "office",
                table(TITLES, "office"),
                fields::<file::OfficeFile>(),
            ),
            ("title", table(TITLES, "title"), fields::<file::TitleFile>()),
            ("titles", TITLES, fields::<file::TitlesFile>()),
            (
                "person",
                table(ACTORS, "person"),
                fields::<file::PersonFile>(),
            ),
            ("institution", GROUP_ACTOR, fields::<file::GroupActorFile>()),
            ("pack", PACK, fields::<file::PackFile>()),
            ("position", POSITION, fields::<file::PositionFile>()),
            (
                "group",
                table(POSITION, "group"),
                fields::<file::GroupFile>(),
            ),
        ];
        for (name, keys, mut expected) in cases {
            let mut known: Vec<&str> = keys.iter().map(|key| key.name).collect();
            known.sort_unstable();
            expected.sort_unstable();
            assert_eq!(known, expected, "{name}");
        }
    }
}
