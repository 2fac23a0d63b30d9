//! Compiles frames: sentences with a place for each phrase of a list, or each cue of a family.

use super::Compiler;
use super::example::expectations;
use super::lexicon::takes;
use crate::id::PositionId;
use crate::rules::fault::FaultKind;
use crate::rules::file::{CueFrameFile, Day, FrameSideFile, PhraseFrameFile, Text};
use crate::rules::{Actors, CueFamily, Family, Frame, PhraseKind};
use crate::statement::Stance;

/// Compiles a frame for phrases of a position.
pub(super) fn of_phrases(
    file: &PhraseFrameFile,
    source: usize,
    position: &PositionId,
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Option<Frame> {
    let family = Family::Phrases(PhraseKind::from(file.list));
    let parts = (
        file.text.as_slice(),
        file.expect.as_slice(),
        file.date.as_ref(),
    );
    compile(family, parts, source, Some(position), actors, compiler)
}

/// Compiles a frame for cues.
pub(super) fn of_cues(
    file: &CueFrameFile,
    source: usize,
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Option<Frame> {
    let family = Family::Cues(CueFamily {
        kind: file.kind.into(),
        side: file.side.map(|side| match side {
            FrameSideFile::For => Some(Stance::Supports),
            FrameSideFile::Against => Some(Stance::Opposes),
            FrameSideFile::None => None,
        }),
        holder: file.holder.map(Into::into),
        takes: takes(&file.takes),
        gives_nothing: file.gives.is_some(),
        noun: file.nouns,
    });
    let parts = (
        file.text.as_slice(),
        file.expect.as_slice(),
        file.date.as_ref(),
    );
    compile(family, parts, source, None, actors, compiler)
}

/// Sentences, what is expected, and the day.
type Parts<'f> = (&'f [Text], &'f [Text], Option<&'f Day>);

fn compile(
    family: Family,
    (texts, expect, date): Parts<'_>,
    source: usize,
    position: Option<&PositionId>,
    actors: &Actors,
    compiler: &mut Compiler<'_, '_>,
) -> Option<Frame> {
    for text in texts
        .iter()
        .filter(|text| !Frame::has_place(text.get_ref()))
    {
        let kind = FaultKind::Slot(text.get_ref().clone());
        compiler.fault(source, text.span(), kind);
    }
    let first = texts.first()?;
    let date = match date {
        Some(day) => Some(compiler.date(source, day)?),
        None => None,
    };
    Some(Frame {
        family,
        expect: expectations(expect, first.get_ref(), source, position, actors, compiler),
        texts: texts.iter().map(|text| text.get_ref().clone()).collect(),
        date,
        origin: compiler.origin(source, first.span().start),
    })
}
