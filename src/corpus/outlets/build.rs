//! From files to compiled rules.
//!
//! Patterns of furniture are compiled together, as sets; one by one only to find which is at fault.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

use regex::{Regex, RegexSet};

use super::file::{FurnitureRule, OutletFile, Text};
use super::pattern::{self, Reach};
use super::{Cut, Extent, Family, LateRegex, OutletError, OutletErrorKind, Outlets, Part, Stamp};

pub(super) fn build(sources: &[(&str, &str)]) -> Result<Outlets, Vec<OutletError>> {
    let mut builder = Builder {
        sources,
        file: 0,
        outlets: Outlets::default(),
        lines: Vec::new(),
        lists: Vec::new(),
        cuts: Vec::new(),
        ids: BTreeSet::new(),
        faults: Vec::new(),
    };
    for (file, (_, text)) in sources.iter().enumerate() {
        builder.file = file;
        match toml::from_str::<OutletFile>(text) {
            Ok(file) => builder.read(&file),
            Err(error) => {
                let kind = OutletErrorKind::Toml(error.message().trim_end().to_owned());
                builder.fault(file, error.span().unwrap_or(0..0), kind);
            }
        }
    }
    builder.finish()
}

struct Builder<'a> {
    sources: &'a [(&'a str, &'a str)],
    /// The place in `sources` of the file that is being read.
    file: usize,
    outlets: Outlets,
    lines: Vec<Pattern>,
    lists: Vec<Pattern>,
    cuts: Vec<Pattern>,
    ids: BTreeSet<String>,
    /// Faults, each with the place of its file in `sources`.
    faults: Vec<(usize, OutletError)>,
}

/// A pattern on its way into a set.
struct Pattern {
    rule: String,
    text: Text,
    wide: String,
    file: usize,
}

impl Builder<'_> {
    fn read(&mut self, file: &OutletFile) {
        self.take_ids(file);
        for rule in &file.part {
            let begins = self.regexes(&rule.begins, rule.exact_case, Reach::Line);
            let ends = self.regexes(&rule.ends, rule.exact_case, Reach::Line);
            self.outlets.parts.push(Part { begins, ends });
        }
        for rule in &file.stamp {
            for (texts, reach) in [(&rule.lines, Reach::Line), (&rule.starts, Reach::Start)] {
                let keeps_rest = reach == Reach::Start;
                let found = self.regexes(texts, rule.exact_case, reach);
                let stamps = found.into_iter().map(|regex| Stamp { regex, keeps_rest });
                self.outlets.stamps.extend(stamps);
            }
        }
        for rule in &file.furniture {
            self.furniture(rule);
        }
    }

    fn furniture(&mut self, rule: &FurnitureRule) {
        let file = self.file;
        let pattern = |text: &Text, reach: Reach| Pattern {
            rule: rule.id.get_ref().clone(),
            text: text.clone(),
            wide: pattern::widen(text.get_ref(), rule.exact_case, reach),
            file,
        };
        self.lines
            .extend(rule.lines.iter().map(|text| pattern(text, Reach::Line)));
        self.lines.extend(
            rule.starts
                .iter()
                .map(|text| pattern(text, Reach::WholeStart)),
        );
        self.lists
            .extend(rule.lists.iter().map(|text| pattern(text, Reach::Line)));
        for text in &rule.sentences {
            self.cut(pattern(text, Reach::Inside), Extent::Words);
        }
        for text in &rule.contains {
            self.cut(pattern(text, Reach::Inside), Extent::Line);
        }
        for text in &rule.captions {
            self.cut(pattern(text, Reach::Inside), Extent::Caption);
        }
        for passage in &rule.passages {
            if let Some(to) = self.regex(&passage.to, rule.exact_case, Reach::Inside) {
                self.cut(pattern(&passage.from, Reach::Inside), Extent::To(to));
            }
        }
    }

    fn cut(&mut self, pattern: Pattern, extent: Extent) {
        let from = LateRegex {
            wide: pattern.wide.clone(),
            regex: OnceLock::new(),
        };
        self.outlets.cuts.push(Cut {
            rule: pattern.rule.clone(),
            from,
            extent,
        });
        self.cuts.push(pattern);
    }

    /// Every id is new, and stands for some pattern.
    fn take_ids(&mut self, file: &OutletFile) {
        let parts = file.part.iter().map(|rule| (&rule.id, rule.is_empty()));
        let stamps = file.stamp.iter().map(|rule| (&rule.id, rule.is_empty()));
        let furniture = file
            .furniture
            .iter()
            .map(|rule| (&rule.id, rule.is_empty()));
        let mut ids: Vec<_> = parts.chain(stamps).chain(furniture).collect();
        ids.sort_by_key(|(id, _)| id.span().start);
        for (id, is_empty) in ids {
            let name = id.get_ref();
            if is_empty {
                self.fault(
                    self.file,
                    id.span(),
                    OutletErrorKind::NoPatterns(name.clone()),
                );
            }
            if !self.ids.insert(name.clone()) {
                self.fault(
                    self.file,
                    id.span(),
                    OutletErrorKind::DuplicateId(name.clone()),
                );
            }
        }
    }

    fn finish(mut self) -> Result<Outlets, Vec<OutletError>> {
        let (lines, lists, cuts) = (
            std::mem::take(&mut self.lines),
            std::mem::take(&mut self.lists),
            std::mem::take(&mut self.cuts),
        );
        let cut_set = self.set(&cuts);
        let family = |set: RegexSet, patterns: Vec<Pattern>| {
            let rules = patterns.into_iter().map(|pattern| pattern.rule).collect();
            Family { set, rules }
        };
        let lines = family(self.set(&lines), lines);
        let lists = family(self.set(&lists), lists);
        if self.faults.is_empty() {
            return Ok(Outlets {
                lines,
                lists,
                cut_set,
                ..self.outlets
            });
        }
        self.faults.sort_by_key(|(file, fault)| (*file, fault.span));
        Err(self.faults.into_iter().map(|(_, fault)| fault).collect())
    }

    fn set(&mut self, patterns: &[Pattern]) -> RegexSet {
        let wide: Vec<_> = patterns.iter().map(|pattern| &pattern.wide).collect();
        match pattern::compile_set(&wide) {
            Ok(set) if !set.is_match("") => return set,
            Ok(_) | Err(_) => {}
        }
        let known = self.faults.len();
        for pattern in patterns {
            let compiled = pattern::compile(&pattern.wide);
            if let Some(kind) = pattern::fault(pattern.text.get_ref(), &compiled) {
                self.fault(pattern.file, pattern.text.span(), kind);
            }
        }
        if let (true, Some(last)) = (self.faults.len() == known, patterns.last()) {
            self.fault(last.file, last.text.span(), OutletErrorKind::TooLarge);
        }
        RegexSet::default()
    }

    fn regexes(&mut self, texts: &[Text], exact_case: bool, reach: Reach) -> Vec<Regex> {
        texts
            .iter()
            .filter_map(|text| self.regex(text, exact_case, reach))
            .collect()
    }

    fn regex(&mut self, text: &Text, exact_case: bool, reach: Reach) -> Option<Regex> {
        let compiled = pattern::compile(&pattern::widen(text.get_ref(), exact_case, reach));
        match pattern::fault(text.get_ref(), &compiled) {
            Some(kind) => {
                self.fault(self.file, text.span(), kind);
                None
            }
            None => compiled.ok(),
        }
    }

    fn fault(&mut self, file: usize, range: Range<usize>, kind: OutletErrorKind) {
        let (path, text) = self.sources[file];
        self.faults
            .push((file, OutletError::new(path, text, range, kind)));
    }
}
