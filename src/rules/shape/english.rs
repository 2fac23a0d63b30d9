//! The keys of `english/*.toml`: what words can be in a sentence, cues and what turns them.

use super::{EXAMPLE, Key, key, needed};

use super::Shape::{
    Day, Flag, ListOf, Number, OneOf, Table, Tables, Text, TextByName, Texts, TextsByName,
};

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

pub(super) const CUE_FRAME: &[Key] = &[
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

pub(super) const GRAMMAR: &[Key] = &[
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
            key("kin", Texts),
            key("personal", Texts),
            key("backshifted", Texts),
            key("supposing", Texts),
            key("topic", Texts),
            key("spoken", Texts),
            key("linking", Texts),
            key("visiting", Texts),
            key("collective", Texts),
            key("noun", Texts),
            key("adverb-endings", Texts),
            key("past-endings", Texts),
            key("singular-endings", Texts),
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
            key("emphatic", Texts),
            key("placeholder", Texts),
            key("absolute", Texts),
            key("instance", Texts),
            key("dubbed", Texts),
            key("counts", Texts),
            key("doing", Texts),
            key("sequence", Texts),
            key("gerund", Texts),
            key("judging", Texts),
            key("viewpoint", Texts),
            key("terms", Texts),
            key("waiting", Texts),
            key("alternative", Texts),
            key("anyone", Texts),
            key("standing", Texts),
            key("pointing", Texts),
            key("anything", Texts),
            key("belonging", Texts),
            key("among", Texts),
            key("likewise", Texts),
            key("reduced", Texts),
            key("containing", Texts),
            key("helping", Texts),
            key("alike", Texts),
            key("faulting", Texts),
            key("excepting", Texts),
            key("meeting", Texts),
            key("authoring", Texts),
            key("more", Texts),
            key("regional", Texts),
            key("joining", Texts),
            key("few", Texts),
            key("telling", Texts),
            key("only", Texts),
            key("roughly", Texts),
            key("asides", Texts),
            key("share", Texts),
            key("toward", Texts),
            key("against", Texts),
            key("months", Texts),
            key("aged", Texts),
            key("asking", Texts),
            key("yes", Texts),
            key("denial", Texts),
        ]),
    ),
    key(
        "pronoun",
        Tables(&[
            needed("words", Texts),
            needed("person", Number(1, 3)),
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

pub(super) const FORMS: &[Key] = &[
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

pub(super) const CUES: &[Key] = &[
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

pub(super) const NEGATION: &[Key] = &[
    key("not", Texts),
    key("no", Texts),
    key("without", Texts),
    key("instead", Texts),
    key("fails", Texts),
    key("example", Tables(EXAMPLE)),
];

pub(super) const CONDITION: &[Key] = &[
    key("reasons", Texts),
    key("offers", Texts),
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

pub(super) const REFERENCE: &[Key] = &[
    key("references", Texts),
    key("recurring", Texts),
    key("pronouns", Texts),
    key("implied", Texts),
    key("agreeing", Texts),
    key("differing", Texts),
    key("groups", Texts),
    key("bodies", Texts),
    key("own-bodies", Texts),
    key("tallies", Texts),
    key(
        "plural",
        Tables(&[
            needed("words", Texts),
            key("of", OneOf(&["persons", "leaders", "bodies"])),
            key("count", Number(2, 99)),
        ]),
    ),
    key("prior", Tables(WORDS)),
    key("example", Tables(EXAMPLE)),
];
