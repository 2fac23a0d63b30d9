//! `stances rules suggest`: what people speak of that no phrase covers, and who speaks whom no file
//! names, as TOML to paste.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use stances::analyze::Analysis;
use stances::rules::{ActorKind, Cue, Rules};
use stances::statement::CueKind;

use crate::args::Sources;
use crate::{Outcome, Streams, articles, rulebook};

/// In fewer articles than this a wording or speaker is not suggested.
const FEWEST_ARTICLES: usize = 2;
/// So many words after a cue, what it takes begins at the latest.
const NEAR: usize = 3;

#[derive(Debug, clap::Args)]
pub(crate) struct SuggestArgs {
    /// At most so many wordings and so many speakers.
    #[arg(long, value_name = "N", default_value_t = 30)]
    most: usize,
    #[command(flatten)]
    sources: Sources,
}

/// What was seen, by wording or id: articles, and a sentence to judge it by.
#[derive(Default)]
struct Seen(BTreeMap<String, (BTreeSet<String>, String)>);

/// Writes wordings and speakers.
pub(crate) fn run(args: &SuggestArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let mut wordings = Seen::default();
    let mut speakers = Seen::default();
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| {
            let analysis = rulebook.analyzer.analyze(article);
            collect(rulebook.analyzer.rules(), &analysis, &article.id)
        },
        &mut |_, (more_wordings, more_speakers), _| {
            wordings.extend(more_wordings);
            speakers.extend(more_speakers);
            Ok(())
        },
    )?;
    let out = &mut streams.results;
    writeln!(
        out,
        "# What is wanted, refused or judged in words that no phrase covers."
    )?;
    writeln!(out, "names = [")?;
    for (words, articles, sentence) in wordings.most(args.most) {
        let words = toml::Value::from(words.as_str());
        writeln!(out, "  {words},  # {articles} articles: {sentence}")?;
    }
    writeln!(out, "]")?;
    people(&speakers, args.most, *out)?;
    tally.finish(streams)
}

fn people(speakers: &Seen, most: usize, out: &mut dyn Write) -> io::Result<()> {
    for (name, articles, sentence) in speakers.most(most) {
        let Some(id) = stances::id::ActorId::from_name(&name) else {
            continue;
        };
        writeln!(out, "\n[[person]]  # {articles} articles: {sentence}")?;
        writeln!(out, "id   = \"{id}\"")?;
        writeln!(out, "name = {}", toml::Value::from(name.as_str()))?;
    }
    Ok(())
}

/// The wordings and the speakers of one article.
fn collect(rules: &Rules, analysis: &Analysis<'_>, article: &str) -> (Seen, Seen) {
    let mut wordings = Seen::default();
    let mut speakers = Seen::default();
    let text = &analysis.text;
    let cast = &analysis.attributed.cast;
    let is_covered = |token: usize| {
        let mut packs = analysis.packs.iter();
        packs.any(|pack| pack.judged.iter().any(|(at, _)| at.tokens.contains(&token)))
    };
    for attribution in &analysis.attributed.attributions {
        let sentence = text.slice(text.sentences[attribution.sentence].span);
        for speaker in &attribution.speakers {
            let member = cast.get(speaker.who);
            if member.actor.is_none() && member.kind == ActorKind::Person && member.public {
                speakers.add(&member.name, article, sentence);
            }
        }
    }
    for (number, line) in analysis.attributed.lines.iter().enumerate() {
        let sentence = text.slice(text.sentences[number].span);
        for cue in line
            .cues
            .iter()
            .filter(|cue| takes_a_matter(&rules.lexicon.cues[cue.cue]))
        {
            let near = cue.tokens.end..cue.tokens.end + NEAR;
            let mut groups = line.shape.nouns.iter().enumerate();
            let taken = groups.find(|(_, group)| near.contains(&group.tokens.start));
            let Some((noun, group)) = taken else { continue };
            let is_someone = !analysis.attributed.mentions[number][noun].is_empty();
            if !group.pronoun && !group.time && !is_someone && !is_covered(group.head) {
                let words = text.slice(text.span(group.tokens.clone())).to_lowercase();
                wordings.add(bare(&words), article, sentence);
            }
        }
    }
    (wordings, speakers)
}

/// Whether a cue is one that takes what somebody wants, refuses or judges.
fn takes_a_matter(cue: &Cue) -> bool {
    matches!(cue.kind, CueKind::Wants | CueKind::Judges) && !cue.gives_nothing
}

/// A noun group without what stands before every noun.
fn bare(words: &str) -> &str {
    let words = words.trim();
    let first = ["the ", "a ", "an "]
        .iter()
        .find_map(|word| words.strip_prefix(word));
    first.unwrap_or(words)
}

impl Seen {
    fn add(&mut self, words: &str, article: &str, sentence: &str) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
        let seen = self.0.entry(words).or_insert((BTreeSet::new(), sentence));
        seen.0.insert(article.to_owned());
    }

    /// Adds what was seen in a later article; the sentence that was seen first stays.
    fn extend(&mut self, later: Self) {
        for (words, (articles, sentence)) in later.0 {
            let seen = self.0.entry(words).or_insert((BTreeSet::new(), sentence));
            seen.0.extend(articles);
        }
    }

    /// Those in most articles: words, number of articles, sentence.
    fn most(&self, most: usize) -> Vec<(String, usize, &str)> {
        let mut all: Vec<(String, usize, &str)> = self
            .0
            .iter()
            .filter(|(_, (articles, _))| articles.len() >= FEWEST_ARTICLES)
            .map(|(words, (articles, sentence))| (words.clone(), articles.len(), sentence.as_str()))
            .collect();
        all.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
        all.truncate(most);
        all
    }
}
