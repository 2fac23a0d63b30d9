//! Plain words for what the stages found.

use stances::matching::Reason;
use stances::rules::{Cue, CueHolder, Origin, Pack};
use stances::statement::{CueKind, Grade, Stance};

/// `for` or `against`.
pub(super) fn side(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "for",
        Stance::Opposes => "against",
    }
}

/// What a cue is: a wish, a judgement ...
pub(super) fn kind(kind: CueKind) -> &'static str {
    match kind {
        CueKind::Says => "says",
        CueKind::Thinks => "thinks",
        CueKind::Wants => "wish",
        CueKind::Judges => "judgement",
        CueKind::Threatens => "threat",
        CueKind::Does => "deed",
        CueKind::Changes => "change",
    }
}

/// What a cue means for what it takes.
pub(super) fn meaning(cue: &Cue) -> String {
    let kind = kind(cue.kind);
    match cue.side {
        Some(side) => format!("a {kind} {} what it takes", self::side(side)),
        None => match cue.kind {
            CueKind::Changes => "ends, weakens or violates what it takes".to_owned(),
            CueKind::Says | CueKind::Thinks => kind.to_owned(),
            CueKind::Wants | CueKind::Judges | CueKind::Threatens | CueKind::Does => {
                format!("a {kind}")
            }
        },
    }
}

/// Whose act a cue is.
pub(super) fn whose(cue: &Cue) -> &'static str {
    match cue.holder {
        CueHolder::Subject => "its subject's",
        CueHolder::Speaker => "the speaker's",
        CueHolder::By => "that of whom \"by\" names",
        CueHolder::Possessor => "its owner's",
        CueHolder::Object => "its object's",
    }
}

/// How the words name someone.
pub(super) fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "by name",
        Grade::B => "by a title or pronoun",
        Grade::C => "carried over from another sentence",
        Grade::D => "inferred",
    }
}

/// Why a match does not count.
pub(super) fn reason(reason: &Reason, pack: &Pack) -> String {
    match reason {
        Reason::Ignored(phrase) => {
            let phrase = &pack.phrases[*phrase];
            format!(
                "hidden by the `ignore` phrase \"{}\"  {}",
                phrase.text,
                place(&phrase.origin)
            )
        }
        Reason::Alone => "none of its `with` words stands near".to_owned(),
        Reason::Unless => "one of its `unless` words stands in the sentence".to_owned(),
        Reason::OffTopic => "the article is about something else there".to_owned(),
        Reason::Shorter => "part of a longer match".to_owned(),
        Reason::Joined => "it begins inside a word that a hyphen joins".to_owned(),
        Reason::Parted => "a contrast parts its words".to_owned(),
    }
}

/// Where a rule stands.
pub(super) fn place(origin: &Origin) -> String {
    format!("{}:{}", origin.file, origin.line)
}
