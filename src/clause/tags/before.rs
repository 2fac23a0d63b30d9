//! What the tags before a word tell: whether a subject waits for its verb, whether a clause has one or can start.

use crate::clause::tags::Tag;
use crate::grammar::VerbForm;
use crate::words::Mark;

/// Whether a noun group waits for its verb at the end of `tags`.
pub(super) fn waits(tags: &[Tag]) -> bool {
    let mut noun = false;
    for (at, tag) in tags.iter().enumerate().rev() {
        match tag {
            Tag::Verb(_) | Tag::Aux | Tag::Modal | Tag::To => return false,
            Tag::Subord
            | Tag::Comp
            | Tag::Rel
            | Tag::Mark(Mark::Colon | Mark::Semicolon | Mark::Stop) => break,
            Tag::Mark(Mark::Comma) if noun => break,
            Tag::Noun | Tag::Name | Tag::Pron => {
                let in_phrase = tags[..at]
                    .iter()
                    .rev()
                    .find(|t| !t.is_nominal())
                    .is_some_and(|t| *t == Tag::Prep);
                noun |= !in_phrase;
            }
            _ => {}
        }
    }
    noun
}

/// "the troops there were": whether `tags` end in a noun group that waits for its verb and hangs on no preposition.
pub(super) fn follows_subject(tags: &[Tag]) -> bool {
    let head = matches!(tags.last(), Some(Tag::Noun | Tag::Name));
    let before = tags.iter().rev().find(|tag| !tag.is_nominal());
    head && before != Some(&Tag::Prep) && waits(tags)
}

/// Whether only marks stand in `tags`, or a conjunction last.
pub(super) fn opens_sentence(tags: &[Tag]) -> bool {
    tags.iter().all(|tag| matches!(tag, Tag::Mark(_))) || tags.last() == Some(&Tag::Coord)
}

/// Whether a clause can start after `tags`: after a mark or conjunction, or a noun group that
/// hangs on a preposition and so is no subject.
pub(super) fn starts_clause(tags: &[Tag]) -> bool {
    let before = tags.iter().rposition(|tag| !tag.is_nominal());
    match (tags.last(), before.map(|at| tags[at])) {
        (None | Some(Tag::Mark(_) | Tag::Coord), _) => true,
        (Some(last), Some(Tag::Prep)) => last.is_nominal(),
        _ => false,
    }
}

/// Whether every finite verb so far has a conjunction or relative of its own.
pub(super) fn lacks_verb(tags: &[Tag]) -> bool {
    let mut last_auxiliary = false;
    let mut finite = 0;
    let mut openers = 0;
    for tag in tags {
        let auxiliary = matches!(tag, Tag::Aux | Tag::Modal);
        let plain = matches!(
            tag,
            Tag::Verb(VerbForm::Past | VerbForm::Third | VerbForm::Base)
        );
        finite += usize::from((auxiliary || plain) && !last_auxiliary);
        openers += usize::from(matches!(tag, Tag::Rel | Tag::Subord | Tag::Comp));
        last_auxiliary = auxiliary || last_auxiliary && matches!(tag, Tag::Adv | Tag::Not);
    }
    finite <= openers
}

/// Whether the clause that `tags` end in has a verb.
pub(super) fn verb_in_clause(tags: &[Tag]) -> bool {
    let mut later = None;
    for &tag in tags.iter().rev() {
        match tag {
            Tag::Subord
            | Tag::Comp
            | Tag::Rel
            | Tag::Mark(Mark::Comma | Mark::Semicolon | Mark::Colon | Mark::Dash) => {
                return false;
            }
            // "and the government ...": a new subject.
            Tag::Coord if matches!(later, Some(Tag::Det | Tag::Name | Tag::Pron)) => {
                return false;
            }
            Tag::Verb(_) | Tag::Aux | Tag::Modal => return true,
            _ => later = Some(tag),
        }
    }
    false
}

/// Whether the comma at the end closes what another opened after a subject: *Ann Smith, 33, said*,
/// *Ann Smith, who had come by train, said*, *Ann Smith, for her part, said*, *Ann Smith, who had come by train, again
/// said*, *Ann Smith, speaking in Rome, where she lives, called for*.
pub(super) fn closes_aside(tags: &[Tag]) -> bool {
    let adverbs = tags.iter().rev().take_while(|tag| **tag == Tag::Adv);
    let tags = &tags[..tags.len() - adverbs.count()];
    let mut before = &tags[..tags.len().saturating_sub(1)];
    while let Some(opened) = before
        .iter()
        .rposition(|tag| *tag == Tag::Mark(Mark::Comma))
    {
        let aside = tags[opened + 1].is_nominal()
            || matches!(
                tags[opened + 1],
                Tag::Rel
                    | Tag::Prep
                    | Tag::Adv
                    | Tag::Not
                    | Tag::Coord
                    | Tag::Verb(VerbForm::Ing | VerbForm::Participle)
            );
        if !aside {
            return false;
        }
        before = &before[..opened];
        let phrase = before
            .iter()
            .rposition(|tag| !tag.is_nominal() && *tag != Tag::Prep)
            .map_or(0, |at| at + 1);
        if before.get(phrase).is_some_and(|first| first.is_nominal()) {
            return true;
        }
    }
    false
}

/// Whether the comma at the end closes a report or an adverb that another set in between a subject and its verb:
/// *Smith, the mayor said, backs*, *said he, too, backs*.
pub(super) fn closes_report(tags: &[Tag]) -> bool {
    let comma = |tag: &Tag| *tag == Tag::Mark(Mark::Comma);
    let Some(opened) = tags[..tags.len().saturating_sub(1)].iter().rposition(comma) else {
        return false;
    };
    let inside = &tags[opened + 1..tags.len() - 1];
    let speaker = inside.iter().take_while(|tag| tag.is_nominal()).count();
    let told = match inside.get(speaker) {
        Some(Tag::Verb(VerbForm::Past | VerbForm::Third)) => {
            let mut rest = inside[speaker + 1..].iter();
            speaker > 0
                && lacks_verb(&tags[..opened])
                && rest.all(|tag| tag.is_nominal() || matches!(tag, Tag::Prep | Tag::Adv))
        }
        _ => !inside.is_empty() && inside.iter().all(|tag| *tag == Tag::Adv),
    };
    let subject = tags[..opened].last();
    told && subject.is_some_and(|tag| tag.is_nominal() || *tag == Tag::Pron)
        && !in_bare_phrase(&tags[..opened])
}

/// "Without security guarantees": whether `tags` end in a noun group behind a preposition, with no
/// noun before it that could be a subject.
pub(super) fn in_bare_phrase(tags: &[Tag]) -> bool {
    let Some(before) = tags.iter().rposition(|tag| !tag.is_nominal()) else {
        return false;
    };
    tags[before] == Tag::Prep
        && before
            .checked_sub(1)
            .is_none_or(|at| !tags[at].is_nominal())
}

/// "In a joint statement": whether a sentence so far is a preposition, a determiner and one noun.
pub(super) fn ends_determined_phrase(tags: &[Tag]) -> bool {
    let words = tags
        .iter()
        .filter(|tag| !matches!(tag, Tag::Mark(Mark::Quote)));
    let mut words = words.copied();
    words.next() == Some(Tag::Prep)
        && words.next() == Some(Tag::Det)
        && words.find(|tag| *tag != Tag::Adj) == Some(Tag::Noun)
        && words.next().is_none()
}
