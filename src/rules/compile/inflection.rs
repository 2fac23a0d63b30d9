//! The patterns of `forms.toml`: how one spelling is made from another.

mod pattern;

use self::pattern::{Groups, Pattern};
use crate::rules::fault::{FaultKind, Faults};
use crate::rules::file::{FormFile, InflectionFile};
use crate::rules::folder::Placed;

/// All patterns, each of them once.
#[derive(Default)]
pub(crate) struct Inflections {
    rules: Vec<Inflection>,
    /// For each byte, the rules that can fit a word that ends with it.
    by_last: Vec<Vec<usize>>,
    groups: Groups,
    spelling: Vec<u8>,
}

struct Inflection {
    /// What the spelling is: past and participle are often made alike.
    forms: Vec<FormFile>,
    pattern: Pattern,
    replace: Vec<Part>,
}

/// A part of a replacement.
enum Part {
    Letters(String),
    Group(usize),
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
        let mut rules = Vec::new();
        for (pattern, replace, forms) in unique {
            let Some(compiled) = Pattern::new(pattern) else {
                let texts = file.iter().filter(|rule| rule.pattern.get_ref() == pattern);
                for text in texts.map(|rule| &rule.pattern) {
                    let kind = FaultKind::BadPattern(pattern.to_owned());
                    faults.push(Placed { source, value: () }.at(text.span()), kind);
                }
                continue;
            };
            rules.push(Inflection {
                forms,
                pattern: compiled,
                replace: parts(replace),
            });
        }
        let ending = |byte: u8| {
            let rules = rules.iter().enumerate();
            let rules = rules.filter(|(_, rule)| rule.pattern.may_end(byte));
            rules.map(|(number, _)| number).collect()
        };
        let by_last = (0..=u8::MAX).map(ending).collect();
        Self {
            rules,
            by_last,
            groups: Groups::new(),
            spelling: Vec::new(),
        }
    }

    /// Hands every form that the patterns make of `base` to `take`.
    pub(crate) fn each(&mut self, base: &str, mut take: impl FnMut(&[FormFile], &str)) {
        let last = base.bytes().last();
        let numbers = last.and_then(|last| self.by_last.get(usize::from(last)));
        for &number in numbers.into_iter().flatten() {
            let rule = &mut self.rules[number];
            if rule.pattern.find(base.as_bytes(), &mut self.groups) {
                rule.write(base.as_bytes(), &self.groups, &mut self.spelling);
                if let Ok(spelling) = str::from_utf8(&self.spelling) {
                    take(&rule.forms, spelling);
                }
            }
        }
    }
}

impl Inflection {
    /// Writes what becomes of a word.
    fn write(&self, word: &[u8], groups: &Groups, spelling: &mut Vec<u8>) {
        let group = |number: usize| groups.get(number).copied().flatten();
        let (start, end) = group(0).unwrap_or_default();
        spelling.clear();
        spelling.extend_from_slice(&word[..start]);
        for part in &self.replace {
            match part {
                Part::Letters(letters) => spelling.extend_from_slice(letters.as_bytes()),
                Part::Group(number) => {
                    let (start, end) = group(*number).unwrap_or_default();
                    spelling.extend_from_slice(&word[start..end]);
                }
            }
        }
        spelling.extend_from_slice(&word[end..]);
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
