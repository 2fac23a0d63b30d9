//! What a compiled phrase stands for, written out: sets and alternatives followed, forms listed.

use super::{Case, PhraseId, PhraseSet, Program, Step};
use crate::words::{WordId, Words};

/// One of the ways in which a phrase can be worded.
pub type Wording = Vec<Slot>;

/// A place in a wording.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    /// One of these forms.
    Word(Vec<String>),
    /// Up to so many words.
    Gap(u8),
}

/// The wordings of a phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wordings {
    /// Those that were written out.
    pub list: Vec<Wording>,
    /// Whether there are more.
    pub more: bool,
}

impl PhraseSet {
    /// The wordings of a phrase, in the order of its alternatives, `most` of them at most.
    #[must_use]
    pub fn wordings(&self, phrase: PhraseId, words: &Words, most: usize) -> Wordings {
        let mut writing = Writing {
            words,
            most,
            wordings: Wordings::default(),
        };
        if let Some(program) = self.programs.get(phrase.0 as usize) {
            writing.follow(program, 0, &mut Vec::new());
        }
        writing.wordings
    }

    /// The forms of which each match of a phrase has one: those by which it is looked for. In the
    /// order of the alphabet.
    #[must_use]
    pub fn literals<'w>(&self, phrase: PhraseId, words: &'w Words) -> Vec<&'w str> {
        let program = self.programs.get(phrase.0 as usize);
        let literals = program.map(|program| &*program.anchor);
        spelled(literals.unwrap_or_default(), words)
    }

    /// The forms that a phrase can begin with, in the order of the alphabet.
    #[must_use]
    pub fn first_forms<'w>(&self, phrase: PhraseId, words: &'w Words) -> Vec<&'w str> {
        let mut firsts = Vec::new();
        if let Some(program) = self.programs.get(phrase.0 as usize) {
            program.firsts(0, &mut firsts);
        }
        spelled(&firsts, words)
    }
}

fn spelled<'w>(forms: &[WordId], words: &'w Words) -> Vec<&'w str> {
    let forms = forms.iter().map(|word| words.spelling(*word));
    let mut forms: Vec<&str> = forms.collect();
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// Wordings being written out.
struct Writing<'w> {
    words: &'w Words,
    most: usize,
    wordings: Wordings,
}

impl Writing<'_> {
    fn follow(&mut self, program: &Program, mut step: usize, so_far: &mut Wording) {
        let before = so_far.len();
        loop {
            if self.wordings.more {
                break;
            }
            match &program.steps[step] {
                Step::Word(_, forms, case) => {
                    let forms = forms
                        .iter()
                        .map(|&form| case.write(self.words.spelling(form)));
                    so_far.push(Slot::Word(forms.collect()));
                    step += 1;
                }
                Step::Gap(words, _) => {
                    so_far.push(Slot::Gap(*words));
                    step += 1;
                }
                Step::Jump(to) => step = to.of(step),
                Step::Split(targets) => {
                    for (_, target) in targets.iter() {
                        self.follow(program, target.of(step), so_far);
                    }
                    break;
                }
                Step::Choice(ways) => {
                    let mut targets: Vec<_> = ways.iter().map(|(_, target)| *target).collect();
                    targets.sort_unstable();
                    targets.dedup();
                    for target in targets {
                        self.follow(program, target.of(step), so_far);
                    }
                    break;
                }
                Step::Done => {
                    self.end(so_far);
                    break;
                }
            }
        }
        so_far.truncate(before);
    }

    fn end(&mut self, wording: &Wording) {
        if self.wordings.list.contains(wording) {
            return;
        }
        if self.wordings.list.len() == self.most {
            self.wordings.more = true;
        } else {
            self.wordings.list.push(wording.clone());
        }
    }
}

impl Case {
    /// A form with the capitals that are asked for.
    fn write(self, form: &str) -> String {
        match self {
            Self::Free => form.to_owned(),
            Self::Capital => {
                let mut letters = form.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            }
            Self::Capitals => form.to_uppercase(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::phrase::{Accepted, Phrase, PhraseSetBuilder, Resolve, parse};

    /// Words have a plural, the set `<place>` two names.
    struct Plain(Words);

    impl Resolve for Plain {
        fn word(&mut self, word: &str, pinned: bool) -> Accepted {
            let mut forms = vec![self.0.intern(word)];
            if !pinned {
                forms.push(self.0.intern(&format!("{word}s")));
            }
            Accepted {
                forms: forms.into(),
                weight: if word.len() > 3 { 1 } else { 2 },
            }
        }

        fn set(&mut self, _: &str) -> Option<Arc<[Arc<Phrase<'static>>]>> {
            ["=Norland", "=Old =Quay"]
                .into_iter()
                .map(|name| parse(name).ok().map(Arc::new))
                .collect()
        }
    }

    #[track_caller]
    fn check(phrase: &str, most: usize, expected: &[&str]) {
        let mut plain = Plain(Words::default());
        let mut builder = PhraseSetBuilder::default();
        let id = parse(phrase).map(|phrase| builder.add(&phrase, &mut plain));
        let set = builder.build();
        let wordings = set.wordings(id.unwrap_or(PhraseId(0)), &plain.0, most);
        let slot = |slot: &Slot| match slot {
            Slot::Word(forms) => forms.join("/"),
            Slot::Gap(words) => format!("...{words}"),
        };
        let mut written: Vec<String> = wordings
            .list
            .iter()
            .map(|wording| wording.iter().map(slot).collect::<Vec<_>>().join(" "))
            .collect();
        if wordings.more {
            written.push("more".to_owned());
        }
        assert_eq!(written, expected, "{phrase}");
    }

    #[test]
    fn alternatives_and_sets_are_followed() {
        check("=truce", 9, &["truce"]);
        check(
            "=end [the] war",
            9,
            &["end the/thes war/wars", "end war/wars"],
        );
        check(
            "=leave ...3 <place>",
            9,
            &["leave ...3 norland", "leave ...3 old quay"],
        );
    }

    #[test]
    fn no_more_than_asked_for_are_written() {
        check("(=a =b|=c =d|=e =f) =g", 2, &["a b g", "c d g", "more"]);
    }
}
