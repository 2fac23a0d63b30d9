//! Compiles the sets of a pack.

use std::sync::Arc;

use super::Compiler;
use crate::phrase::Piece;
use crate::rules::fault::FaultKind;
use crate::rules::folder::PackFolder;

/// Makes the pack's sets those that phrases refer to; sets that contain each other are reported.
pub(crate) fn compile(folder: &PackFolder, compiler: &mut Compiler<'_, '_>) {
    compiler.set_names = folder.sets.keys().cloned().collect();
    let sets = folder.sets.iter().map(|(name, set)| {
        let phrases = set
            .value
            .1
            .iter()
            .filter_map(|text| compiler.read(set.source, text))
            .map(|phrase| Arc::new(phrase.into_owned()))
            .collect();
        (name.clone(), phrases)
    });
    compiler.sets = sets.collect();
    let circles: Vec<Vec<String>> = compiler
        .sets
        .keys()
        .filter_map(|name| circle(name, compiler))
        .collect();
    for circle in circles {
        if let Some(set) = circle.first().and_then(|name| folder.sets.get(name)) {
            compiler.fault(set.source, set.value.0.span(), FaultKind::SetCircle(circle));
        }
    }
}

/// The way from a set back to itself; each circle is found from its first set in the alphabet.
fn circle(name: &str, compiler: &Compiler<'_, '_>) -> Option<Vec<String>> {
    let mut ways = vec![vec![name.to_owned()]];
    let mut seen = vec![name.to_owned()];
    while let Some(way) = ways.pop() {
        let last = way
            .last()
            .and_then(|last| compiler.sets.get(last))
            .map(AsRef::as_ref)
            .unwrap_or_default();
        let mut inner = Vec::new();
        for phrase in last {
            members(&phrase.pieces, &mut inner);
        }
        for member in inner {
            let mut longer = way.clone();
            longer.push(member.clone());
            if member == name {
                return Some(longer);
            }
            if member.as_str() > name && !seen.contains(&member) {
                seen.push(member);
                ways.push(longer);
            }
        }
    }
    None
}

/// The sets that stand in some parts of a phrase.
fn members(pieces: &[Piece<'_>], found: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Set(name) => found.push(name.clone()),
            Piece::Any(pieces) => members(pieces, found),
            Piece::Word { .. } | Piece::Gap { .. } | Piece::Bar => {}
        }
    }
}
