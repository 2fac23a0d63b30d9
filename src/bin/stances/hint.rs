//! What somebody may have meant who mistyped a name.

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
