//! Which keys each kind of rule file knows, and what they hold.
//!
//! The types in `file` say the same for reading; this says it for finding every fault at once.

use super::source::Role;

/// What a key holds.
pub(crate) enum Shape {
    /// A string.
    Text,
    /// A list of strings.
    Texts,
    /// `true` or `false`.
    Flag,
    /// A whole number.
    Number,
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

use Shape::{
    Day, Flag, ListOf, Number, OneOf, Table, Tables, Text, TextByName, Texts, TextsByName,
};

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

const CUE_FRAME: &[Key] = &[
    needed("kind", OneOf(CUE_KINDS)),
    key("side", OneOf(&["for", "against", "none"])),
    key("holder", OneOf(CUE_HOLDERS)),
    key("takes", ListOf(CUE_TAKES)),
    key("gives", OneOf(&["nothing"])),
    key("nouns", Flag),
    needed("text", Texts),
    needed("expect", Texts),
    key("why", Text),
    key("date", Day),
];

const CUE_KINDS: &[&str] = &[
    "says",
    "thinks",
    "wants",
    "judges",
    "threatens",
    "does",
    "changes",
];

const CUE_HOLDERS: &[&str] = &["subject", "speaker", "by", "possessor", "object"];

const CUE_TAKES: &[&str] = &[
    "noun",
    "that-clause",
    "to-verb",
    "object to-verb",
    "verb-ing",
    "naming",
    "quote",
    "subject",
];

const WORDS: &[Key] = &[needed("words", Texts)];

const GRAMMAR: &[Key] = &[
    needed("language", Text),
    key(
        "classes",
        Table(&[
            key("determiner", Texts),
            key("possessive", Texts),
            key("quantifier", Texts),
            key("preposition", Texts),
            key("coordinator", Texts),
            key("subordinator", Texts),
            key("complementiser", Texts),
            key("relative", Texts),
            key("question", Texts),
            key("be", Texts),
            key("have", Texts),
            key("do", Texts),
            key("modal", Texts),
            key("infinitive", Texts),
            key("adverb", Texts),
            key("temporal", Texts),
            key("number", Texts),
            key("adjective", Texts),
            key("adjunct", Texts),
            key("possible", Texts),
            key("expletive", Texts),
            key("receiving", Texts),
            key("expression", Texts),
            key("personal", Texts),
            key("backshifted", Texts),
            key("supposing", Texts),
            key("noun", Texts),
            key("adverb-endings", Texts),
        ]),
    ),
    key(
        "links",
        Table(&[
            key("doer", Texts),
            key("owner", Texts),
            key("definite", Texts),
            key("bases", Texts),
            key("inverted", Texts),
            key("contrast", Texts),
            key("echo", Texts),
        ]),
    ),
    key(
        "pronoun",
        Tables(&[
            needed("words", Texts),
            needed("person", Number),
            needed("number", OneOf(&["one", "many"])),
            needed("gender", OneOf(&["he", "she", "it", "any"])),
            needed("case", OneOf(&["subject", "object", "possessive", "any"])),
        ]),
    ),
    key(
        "verbs",
        Table(&[key("only", Texts), key("also-nouns", Texts)]),
    ),
    key("abbreviations", Table(&[key("words", Texts)])),
];

const FORMS: &[Key] = &[
    key("possessive", Texts),
    key("contractions", TextByName),
    key("contracted", TextByName),
    key(
        "inflection",
        Tables(&[
            needed(
                "form",
                OneOf(&["third", "plural", "past", "participle", "ing"]),
            ),
            needed("pattern", Text),
            needed("replace", Text),
        ]),
    ),
    key("verbs", TextsByName),
    key("plurals", TextByName),
];

const CUES: &[Key] = &[
    key(
        "cue",
        Tables(&[
            key("words", Texts),
            key("nouns", Texts),
            needed("kind", OneOf(CUE_KINDS)),
            key("side", OneOf(&["for", "against"])),
            key("holder", OneOf(CUE_HOLDERS)),
            key("takes", ListOf(CUE_TAKES)),
            key("force", OneOf(&["insists", "backs", "open-to"])),
            key("gives", OneOf(&["nothing"])),
            key("raises", Flag),
        ]),
    ),
    key("example", Tables(EXAMPLE)),
    key("frame", Tables(CUE_FRAME)),
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

const NEGATION: &[Key] = &[
    key("not", Texts),
    key("no", Texts),
    key("without", Texts),
    key("fails", Texts),
    key("example", Tables(EXAMPLE)),
];

const CONDITION: &[Key] = &[
    key(
        "condition",
        Tables(&[
            needed("words", Texts),
            key("negates", Flag),
            key("only", Flag),
            key("time", Flag),
            key("price", Flag),
        ]),
    ),
    key("example", Tables(EXAMPLE)),
];

const REFERENCE: &[Key] = &[
    key("references", Texts),
    key("pronouns", Texts),
    key("groups", Texts),
    key("own-bodies", Texts),
    key("plural", Tables(WORDS)),
    key("prior", Tables(WORDS)),
    key("example", Tables(EXAMPLE)),
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
    key("former", Texts),
    key(
        "office",
        Tables(&[
            needed("id", Text),
            needed("words", Texts),
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
            key(
                "roles",
                Tables(&[
                    needed("office", Text),
                    needed("of", Text),
                    key("from", Day),
                    key("to", Day),
                ]),
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
];

const SETS: &[Key] = &[key("sets", TextsByName)];

const WITHIN: Shape = OneOf(&["clause", "sentence", "paragraph", "article"]);

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
