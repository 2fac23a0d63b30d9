//! The patterns of `forms.toml`: how one spelling is made from another.

use regex::bytes::{CaptureLocations, Regex, RegexBuilder, RegexSet, RegexSetBuilder};

use crate::rules::fault::{FaultKind, Faults};
use crate::rules::file::{FormFile, InflectionFile};
use crate::rules::folder::Placed;

/// All patterns, each of them once.
pub(crate) struct Inflections {
    fits: RegexSet,
    rules: Vec<Inflection>,
}

struct Inflection {
    /// What the spelling is: past and participle are often made alike.
    forms: Vec<FormFile>,
    pattern: Regex,
    replace: Vec<Part>,
    groups: CaptureLocations,
}

/// A part of a replacement.
enum Part {
    Letters(String),
    Group(usize),
}

impl Default for Inflections {
    fn default() -> Self {
        Self {
            fits: RegexSet::empty(),
            rules: Vec::new(),
        }
    }
}

impl Inflections {
    /// Compiles the patterns; one that is no regular expression is reported and left out.
    pub(crate) fn compile(file: &[InflectionFile], source: usize, faults: &mut Faults<'_>) -> Self {
        let mut unique: Vec<(&str, &str, Vec<FormFile>)> = Vec::new();
        for rule in file {
            let (pattern, replace) = (rule.pattern.get_ref().as_str(), rule.replace.as_str());
            match unique
                .iter_mut()
                .find(|known| (known.0, known.1) == (pattern, replace))
            {
                Some((_, _, forms)) => forms.push(rule.form),
                None => unique.push((pattern, replace, vec![rule.form])),
            }
        }
        let mut patterns = Vec::new();
        let mut rules = Vec::new();
        for (pattern, replace, forms) in unique {
            // Bytes instead of characters keep the automata small; letters beyond ASCII pass through.
            let Ok(regex) = RegexBuilder::new(pattern).unicode(false).build() else {
                let texts = file.iter().filter(|rule| rule.pattern.get_ref() == pattern);
                for text in texts.map(|rule| &rule.pattern) {
                    let kind = FaultKind::BadPattern(pattern.to_owned());
                    faults.push(Placed { source, value: () }.at(text.span()), kind);
                }
                continue;
            };
            patterns.push(pattern);
            let groups = regex.capture_locations();
            rules.push(Inflection {
                forms,
                pattern: regex,
                replace: parts(replace),
                groups,
            });
        }
        let fits = RegexSetBuilder::new(patterns).unicode(false).build();
        Self {
            fits: fits.unwrap_or_else(|_| RegexSet::empty()),
            rules,
        }
    }

    /// Hands every form that the patterns make of `base` to `take`.
    pub(crate) fn each(&mut self, base: &str, mut take: impl FnMut(&[FormFile], &str)) {
        for number in &self.fits.matches(base.as_bytes()) {
            let rule = &mut self.rules[number];
            if let Some(spelling) = rule.apply(base) {
                take(&rule.forms, &spelling);
            }
        }
    }
}

impl Inflection {
    fn apply(&mut self, base: &str) -> Option<String> {
        let bytes = base.as_bytes();
        let found = self.pattern.captures_read(&mut self.groups, bytes)?;
        let mut spelling = Vec::with_capacity(bytes.len() + 4);
        spelling.extend_from_slice(&bytes[..found.start()]);
        for part in &self.replace {
            match part {
                Part::Letters(letters) => spelling.extend_from_slice(letters.as_bytes()),
                Part::Group(number) => {
                    let group = self
                        .groups
                        .get(*number)
                        .map(|(start, end)| &bytes[start..end]);
                    spelling.extend_from_slice(group.unwrap_or_default());
                }
            }
        }
        spelling.extend_from_slice(&bytes[found.end()..]);
        String::from_utf8(spelling).ok()
    }
}

/// Cuts a replacement such as `${1}ies` into its parts.
fn parts(replace: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = replace;
    while let Some((before, after)) = rest.split_once("${") {
        let Some((number, after)) = after.split_once('}') else {
            break;
        };
        parts.push(Part::Letters(before.to_owned()));
        parts.extend(number.parse().ok().map(Part::Group));
        rest = after;
    }
    parts.push(Part::Letters(rest.to_owned()));
    parts
}

#[cfg(test)]
mod tests {
    use toml::Spanned;

    use super::*;

    fn rule(form: FormFile, pattern: &str, replace: &str) -> InflectionFile {
        InflectionFile {
            form,
            pattern: Spanned::new(0..0, pattern.into()),
            replace: replace.into(),
        }
    }

    #[test]
    fn patterns_make_forms() {
        let rules = [
            rule(FormFile::Third, "([^aeiou])y$", "${1}ies"),
            rule(FormFile::Third, "([^sy])$", "${1}s"),
            rule(FormFile::Past, "([aeiou])(t|p)$", "${1}${2}${2}ed"),
            rule(FormFile::Participle, "([aeiou])(t|p)$", "${1}${2}${2}ed"),
        ];
        let mut faults = Faults::new(&[]);
        let mut inflections = Inflections::compile(&rules, 0, &mut faults);
        let cases: [(&str, &[&str]); 4] = [
            ("deny", &["denies"]),
            ("stop", &["stops", "stopped"]),
            ("café", &["cafés"]),
            ("was", &[]),
        ];
        for (base, expected) in cases {
            let mut made = Vec::new();
            inflections.each(base, |_, spelling| made.push(spelling.to_owned()));
            assert_eq!(made, expected, "{base}");
        }
    }
}
