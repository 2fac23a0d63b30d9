//! From files to rules.

use std::collections::BTreeSet;
use std::ops::Range;

use super::family::Family;
use super::file::{FurnitureRule, OutletFile, Text};
use super::pattern::{LateRegex, Reach};
use super::{Cut, Extent, Named, Opinion, OutletError, OutletErrorKind, Outlets, Part, Stamp};

pub(super) fn build(sources: &[(&str, &str)]) -> Result<Outlets, Vec<OutletError>> {
    let mut builder = Builder {
        sources,
        file: 0,
        outlets: Outlets::default(),
        lines: Patterns::default(),
        lists: Patterns::default(),
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
    lines: Patterns,
    lists: Patterns,
    cuts: Vec<LateRegex>,
    ids: BTreeSet<String>,
    /// Faults, each with the place of its file in `sources`.
    faults: Vec<(usize, OutletError)>,
}

/// Patterns on their way, and the ids of their rules.
#[derive(Default)]
struct Patterns {
    patterns: Vec<LateRegex>,
    rules: Vec<String>,
}

impl Patterns {
    fn named(self) -> Named {
        Named {
            patterns: Family::new(self.patterns, true),
            rules: self.rules,
        }
    }
}

impl Builder<'_> {
    fn read(&mut self, file: &OutletFile) {
        self.take_ids(file);
        for rule in &file.part {
            let begins = self.regexes(&rule.begins, rule.exact_case, Reach::Line);
            let ends = self.regexes(&rule.ends, rule.exact_case, Reach::Line);
            let demands = begins.iter().map(LateRegex::demand).enumerate();
            let rarest = demands.max_by_key(|(_, demand)| *demand);
            self.outlets.parts.push(Part {
                rarest: rarest.map_or(0, |(at, _)| at),
                begins,
                ends,
            });
        }
        for rule in &file.stamp {
            for (texts, reach) in [(&rule.lines, Reach::Line), (&rule.starts, Reach::Start)] {
                let keeps_rest = reach == Reach::Start;
                let found = self.regexes(texts, rule.exact_case, reach);
                let stamps = found.into_iter().map(|regex| Stamp { regex, keeps_rest });
                self.outlets.stamps.extend(stamps);
            }
        }
        for rule in &file.opinion {
            let mut marks = self.regexes(&rule.lines, rule.exact_case, Reach::Line);
            marks.extend(self.regexes(&rule.starts, rule.exact_case, Reach::Start));
            let authors = self.regexes(&rule.authors, rule.exact_case, Reach::Line);
            self.outlets.opinions.push(Opinion { marks, authors });
        }
        for rule in &file.furniture {
            self.furniture(rule);
        }
    }

    fn furniture(&mut self, rule: &FurnitureRule) {
        let id = rule.id.get_ref();
        for (texts, reach) in [
            (&rule.lines, Reach::Line),
            (&rule.starts, Reach::WholeStart),
        ] {
            let found = self.regexes(texts, rule.exact_case, reach);
            self.lines.rules.extend(found.iter().map(|_| id.clone()));
            self.lines.patterns.extend(found);
        }
        let lists = self.regexes(&rule.lists, rule.exact_case, Reach::Line);
        self.lists.rules.extend(lists.iter().map(|_| id.clone()));
        self.lists.patterns.extend(lists);
        for (texts, extent) in [
            (&rule.sentences, Extent::Words),
            (&rule.contains, Extent::Line),
            (&rule.captions, Extent::Caption),
        ] {
            for text in texts {
                self.cut(rule, text, extent.clone());
            }
        }
        for passage in &rule.passages {
            if let Some(to) = self.regex(&passage.to, rule.exact_case, Reach::Inside) {
                self.cut(rule, &passage.from, Extent::To(to));
            }
        }
    }

    fn cut(&mut self, rule: &FurnitureRule, from: &Text, extent: Extent) {
        if let Some(from) = self.regex(from, rule.exact_case, Reach::Inside) {
            let rule = rule.id.get_ref().clone();
            self.outlets.cuts.push(Cut { rule, extent });
            self.cuts.push(from);
        }
    }

    /// Every id is new, and stands for some pattern.
    fn take_ids(&mut self, file: &OutletFile) {
        let parts = file.part.iter().map(|rule| (&rule.id, rule.is_empty()));
        let stamps = file.stamp.iter().map(|rule| (&rule.id, rule.is_empty()));
        let furniture = file
            .furniture
            .iter()
            .map(|rule| (&rule.id, rule.is_empty()));
        let opinions = file.opinion.iter().map(|rule| (&rule.id, rule.is_empty()));
        let mut ids: Vec<_> = parts
            .chain(stamps)
            .chain(opinions)
            .chain(furniture)
            .collect();
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
        if self.faults.is_empty() {
            return Ok(Outlets {
                lines: self.lines.named(),
                lists: self.lists.named(),
                cut_from: Family::new(self.cuts, false),
                ..self.outlets
            });
        }
        self.faults.sort_by_key(|(file, fault)| (*file, fault.span));
        Err(self.faults.into_iter().map(|(_, fault)| fault).collect())
    }

    fn regexes(&mut self, texts: &[Text], exact_case: bool, reach: Reach) -> Vec<LateRegex> {
        texts
            .iter()
            .filter_map(|text| self.regex(text, exact_case, reach))
            .collect()
    }

    fn regex(&mut self, text: &Text, exact_case: bool, reach: Reach) -> Option<LateRegex> {
        match LateRegex::parse(text.get_ref(), exact_case, reach) {
            Ok(regex) => Some(regex),
            Err(kind) => {
                self.fault(self.file, text.span(), kind);
                None
            }
        }
    }

    fn fault(&mut self, file: usize, range: Range<usize>, kind: OutletErrorKind) {
        let (path, text) = self.sources[file];
        self.faults
            .push((file, OutletError::new(path, text, range, kind)));
    }
}
