//! Frames: each phrase of a list, and each cue of a family, put into sentences and read.
//!
//! In: rules, and which phrases and cues no example fires. Out: those that a frame carries, and for
//! the others the first sentence that was tried and why it did not give what it should. A rule is
//! carried where one of its wordings, in one of the frame's sentences, fires it and gives exactly
//! what the frame expects.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::fired::Fired;
use super::{Case, ladder};
use crate::analyze::{Analysis, Analyzer};
use crate::grammar::VerbForm;
use crate::id::PackId;
use crate::phrase::{PhraseId, PhraseSet, Slot, Wording};
use crate::rules::{Example, Family, Frame, Origin, Pack, Rules};
use crate::span::Span;
use crate::stance::Verdict;
use crate::words::fold;

/// How many wordings of a phrase are looked at, and how many of them are tried: the first, and some
/// from all over the others.
const MOST: usize = 600;
const TRIED: usize = 30;

/// What is put into a gap, in this order.
const GAPS: [&str; 2] = ["", "the"];

/// A sentence that a frame made and that did not give what it should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// The sentence.
    pub sentence: String,
    /// Why not.
    pub why: String,
}

/// The first sentence that was tried for each phrase and each cue that no frame carries.
#[derive(Clone, Debug, Default)]
pub struct Failures {
    phrases: BTreeMap<(PackId, usize), Tried>,
    cues: BTreeMap<usize, Tried>,
}

impl Failures {
    /// What was tried for a phrase.
    #[must_use]
    pub fn of_phrase(&self, pack: &PackId, phrase: usize) -> Option<&Tried> {
        self.phrases.get(&(pack.clone(), phrase))
    }

    /// What was tried for a cue.
    #[must_use]
    pub fn of_cue(&self, cue: usize) -> Option<&Tried> {
        self.cues.get(&cue)
    }
}

/// Tries the frames of all positions and of the language on those rules that are asked for and did
/// not fire so far, and adds what they carry.
#[must_use]
pub fn fill(
    analyzer: &Analyzer,
    fired: &mut Fired,
    is_asked: &dyn Fn(&Origin) -> bool,
) -> Failures {
    let rules = analyzer.rules();
    let mut failures = Failures::default();
    for pack in &rules.packs {
        for (number, phrase) in pack.phrases.iter().enumerate() {
            if fired.has_phrase(&pack.id, number) || !is_asked(&phrase.origin) {
                continue;
            }
            let position = &pack.positions[phrase.position];
            let of_list = |frame: &&Frame| frame.family == Family::Phrases(phrase.kind);
            let frames = position.frames.iter().filter(of_list);
            let rule = Rule::Phrase {
                pack,
                number,
                origin: (&pack.id, &position.id),
            };
            match rule.carry(analyzer, frames, pack.from) {
                Outcome::Carried => fired.add_phrase(&pack.id, number),
                Outcome::Failed(tried) => {
                    failures.phrases.insert((pack.id.clone(), number), tried);
                }
                Outcome::Untried => {}
            }
        }
    }
    for (number, cue) in rules.lexicon.cues.iter().enumerate() {
        if fired.has_cue(number) || cue.made || !is_asked(&cue.origin) {
            continue;
        }
        let of_family = |frame: &&Frame| match frame.family {
            Family::Cues(family) => family.has(cue),
            Family::Phrases(_) => false,
        };
        let frames = rules.lexicon.frames.iter().filter(of_family);
        match (Rule::Cue { number }).carry(analyzer, frames, None) {
            Outcome::Carried => fired.add_cue(number),
            Outcome::Failed(tried) => {
                failures.cues.insert(number, tried);
            }
            Outcome::Untried => {}
        }
    }
    failures
}

/// What became of a rule in its frames.
enum Outcome {
    Carried,
    Failed(Tried),
    Untried,
}

/// How near a sentence came to showing a rule at work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Far {
    /// The rule is not found in it.
    No,
    /// It is found, and does nothing.
    Found,
    /// It does something, and what comes out is something else.
    Fired,
}

/// What is put into a frame.
enum Rule<'r> {
    Phrase {
        pack: &'r Pack,
        number: usize,
        origin: (&'r PackId, &'r crate::id::PositionId),
    },
    Cue {
        number: usize,
    },
}

impl Rule<'_> {
    fn carry<'f>(
        &self,
        analyzer: &Analyzer,
        frames: impl Iterator<Item = &'f Frame>,
        day: Option<Date>,
    ) -> Outcome {
        let rules = analyzer.rules();
        let wordings = self.wordings(rules);
        let mut nearest: Option<(Far, Tried)> = None;
        for frame in frames {
            for text in &frame.texts {
                for sentence in sentences(text, &wordings, self.text(rules), rules) {
                    match self.try_one(analyzer, frame, &sentence, day) {
                        Ok(()) => return Outcome::Carried,
                        Err((far, why)) => {
                            if nearest.as_ref().is_none_or(|(best, _)| *best < far) {
                                nearest = Some((far, Tried { sentence, why }));
                            }
                        }
                    }
                }
            }
        }
        nearest.map_or(Outcome::Untried, |(_, tried)| Outcome::Failed(tried))
    }

    fn wordings(&self, rules: &Rules) -> Vec<Wording> {
        let (set, number): (&PhraseSet, usize) = match self {
            Self::Phrase { pack, number, .. } => (&pack.phrase_set, *number),
            Self::Cue { number } => (&rules.lexicon.cue_phrases, *number),
        };
        let Ok(number) = u32::try_from(number) else {
            return Vec::new();
        };
        let all = set.wordings(PhraseId(number), &rules.words, MOST).list;
        let step = all.len().div_ceil(TRIED).max(1);
        all.into_iter().step_by(step).collect()
    }

    /// The phrase as written.
    fn text<'r>(&'r self, rules: &'r Rules) -> &'r str {
        match self {
            Self::Phrase { pack, number, .. } => &pack.phrases[*number].text,
            Self::Cue { number } => &rules.lexicon.cues[*number].text,
        }
    }

    /// Reads a sentence; tells why it does not show the rule at work, where it does not.
    fn try_one(
        &self,
        analyzer: &Analyzer,
        frame: &Frame,
        sentence: &str,
        day: Option<Date>,
    ) -> Result<(), (Far, String)> {
        let example = Example {
            text: sentence.to_owned(),
            expect: frame.expect.clone(),
            why: None,
            date: frame.date,
            todo: false,
            origin: frame.origin.clone(),
        };
        let case = Case {
            example: &example,
            of: match self {
                Self::Phrase { origin, .. } => Some(*origin),
                Self::Cue { .. } => None,
            },
            day,
        };
        let article = case.article();
        let analysis = analyzer.analyze(&article);
        self.check_fired(&analysis, analyzer.rules(), !frame.expect.is_empty())?;
        let judgement = case.judge(analyzer);
        if let Some(missing) = judgement.missing.first() {
            let rung = missing.ladder.first().map(|rung| rung.fate.to_string());
            let why = rung.unwrap_or_else(|| "no phrase of the position stands in it".to_owned());
            return Err((Far::Fired, why));
        }
        match judgement.noisy.first() {
            Some(noisy) => {
                let found = noisy.found.written(None);
                Err((Far::Fired, format!("gives {found} as well")))
            }
            None => Ok(()),
        }
    }

    fn check_fired(
        &self,
        analysis: &Analysis<'_>,
        rules: &Rules,
        is_stance: bool,
    ) -> Result<(), (Far, String)> {
        match self {
            Self::Phrase {
                pack,
                number,
                origin: (_, position),
            } => {
                let found = analysis.packs.iter().find(|one| one.pack.id == pack.id);
                let Some(found) = found else {
                    return Err((Far::No, "its day is not of the debate".to_owned()));
                };
                let mut judged = found.judged.iter().filter(|(at, _)| at.phrase == *number);
                let gives = |verdict: &Verdict| matches!(verdict, Verdict::Found(_));
                let hides = Fired::hidden(found).any(|phrase| phrase == *number);
                if hides || judged.any(|(_, verdict)| !is_stance || gives(verdict)) {
                    return Ok(());
                }
                let rule = &pack.phrases[*number].rule;
                let rungs = ladder::of(analysis, position);
                let own = rungs.iter().find(|rung| rung.rule == *rule);
                Err(own.map_or_else(
                    || (Far::No, "the phrase is not found in it".to_owned()),
                    |rung| (Far::Found, rung.fate.to_string()),
                ))
            }
            Self::Cue { number } => {
                let lines = &analysis.attributed.lines;
                let cues = lines.iter().flat_map(|line| &line.cues);
                if cues.clone().any(|at| at.cue == *number) {
                    return Ok(());
                }
                let mut others = cues.map(|at| rules.lexicon.cues[at.cue].text.as_str());
                let why = others.next().map_or_else(
                    || "the cue is not found in it".to_owned(),
                    |other| format!("the cue is not found in it, and `{other}` is"),
                );
                Err((Far::No, why))
            }
        }
    }
}

/// The sentences that a text with a place gives, one for each wording and filling of gaps.
fn sentences(text: &str, wordings: &[Wording], written: &str, rules: &Rules) -> Vec<String> {
    let written = without_sets(written);
    let spelling = Spelling {
        rules,
        own: written
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .map(|word| (fold(word), word))
            .collect(),
        hyphens: written
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-')
            .filter(|word| word.contains('-'))
            .collect(),
    };
    let mut sentences = Vec::new();
    for wording in wordings {
        for gap in GAPS {
            let place = Frame::PLACES.iter().find(|(place, _)| text.contains(place));
            let Some((place, form)) = place else { continue };
            for words in spelling.words(wording, gap, *form) {
                let sentence = text.replace(place, &words);
                if !sentences.contains(&sentence) {
                    sentences.push(sentence);
                }
            }
        }
    }
    sentences
}

/// A phrase without the names of sets.
fn without_sets(written: &str) -> String {
    let mut parts = written.split('<');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| {
        let rest = part.split_once('>').map_or("", |(_, rest)| rest);
        kept + " " + rest
    })
}

/// How the words of a phrase are written.
struct Spelling<'r> {
    rules: &'r Rules,
    /// The words that the phrase has itself, as compared and as written.
    own: Vec<(String, &'r str)>,
    /// Its words with a hyphen.
    hyphens: Vec<&'r str>,
}

impl Spelling<'_> {
    /// A wording as words, the first of them in this form: rules of inflection make several for
    /// some verbs.
    fn words(&self, wording: &Wording, gap: &str, first: Option<VerbForm>) -> Vec<String> {
        let (firsts, rest) = match (wording.split_first(), first) {
            (Some((Slot::Word(forms), rest)), Some(form)) => (self.forms(forms, form), rest),
            _ => (vec![String::new()], &wording[..]),
        };
        let slots = rest.iter().map(|slot| match slot {
            Slot::Word(forms) => self.best(forms),
            Slot::Gap(_) => gap.to_owned(),
        });
        let rest: Vec<String> = slots.collect();
        let all = firsts.into_iter().map(|first| {
            let words = std::iter::once(&first).chain(&rest);
            let words: Vec<&str> = words
                .map(String::as_str)
                .filter(|word| !word.is_empty())
                .collect();
            self.hyphenated(words.join(" "))
        });
        all.collect()
    }

    fn forms(&self, forms: &[String], form: VerbForm) -> Vec<String> {
        let is_form = |word: &&String| {
            let word = self.rules.words.get(&fold(word));
            self.rules.grammar.info(word).can_be(form)
        };
        forms.iter().filter(is_form).cloned().collect()
    }

    /// The words with the hyphens that the phrase has between them.
    fn hyphenated(&self, words: String) -> String {
        self.hyphens.iter().fold(words, |words, hyphen| {
            words.replace(&hyphen.replace('-', " "), hyphen)
        })
    }

    /// The form that the phrase itself has, else the shortest, as a name where it is one.
    fn best(&self, forms: &[String]) -> String {
        let own = self.own.iter().find_map(|(folded, written)| {
            let is_meant = forms.iter().any(|form| fold(form) == *folded);
            is_meant.then(|| (*written).to_owned())
        });
        own.unwrap_or_else(|| {
            let shortest = forms.iter().min_by_key(|form| form.len());
            shortest.map(|form| self.name(form)).unwrap_or_default()
        })
    }

    /// The word with a capital, where that makes it a name.
    fn name(&self, word: &str) -> String {
        let mut letters = word.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let capital: String = first.chain(letters).collect();
        let actors = &self.rules.actors;
        let span = Span::new(0, capital.len());
        let tokens = self.rules.words.tokens(&capital, span);
        let sets = [&actors.name_phrases, &actors.adjective_phrases];
        if sets.iter().any(|set| !set.find(&tokens).is_empty()) {
            capital
        } else {
            word.to_owned()
        }
    }
}
