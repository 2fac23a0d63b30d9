//! What somebody may have meant who mistyped a name or a command.

use std::path::Path;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue};

/// How alike a name must be to be offered for one that was mistyped (Jaro-Winkler).
const ALIKE: f64 = 0.8;

/// `: did you mean ...?` where one of the known names is alike, else nothing.
pub(crate) fn did_you_mean<'a>(typed: &str, known: impl Iterator<Item = &'a str>) -> String {
    let alike = known.map(|id| (strsim::jaro_winkler(&typed.to_lowercase(), id), id));
    let best = alike
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    best.map(|(_, id)| format!(": did you mean `{id}`?"))
        .unwrap_or_default()
}

/// Says what to type where a file was named without a command, or a folder of rules by an option where
/// it stands by itself.
pub(crate) fn on_arguments(mut error: clap::Error) -> clap::Error {
    let of = |kind| match error.get(kind) {
        Some(ContextValue::String(typed)) => Some(typed.as_str()),
        _ => None,
    };
    let is_file = |typed: &&str| Path::new(typed).exists();
    let tip = if let Some(path) = of(ContextKind::InvalidSubcommand).filter(is_file) {
        format!("to read it, type: stances compare {path}")
    } else if of(ContextKind::InvalidArg) == Some("--rules")
        && error.get(ContextKind::SuggestedArg).is_none()
    {
        "the folder stands by itself here, as in: stances rules test DIR".to_owned()
    } else {
        return error;
    };
    let tips = vec![StyledStr::from(tip)];
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(tips));
    error
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_alike_is_offered() {
        let known = || ["sanctions", "ceasefire-first"].into_iter();
        assert_eq!(
            did_you_mean("Sanction", known()),
            ": did you mean `sanctions`?"
        );
        assert_eq!(did_you_mean("budget", known()), "");
    }
}
