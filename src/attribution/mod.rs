//! Who speaks, in which words: speakers, cues and contents for every kind of cue.
//!
//! In: a text with the shapes of its sentences, actors and the cue lexicon. Out: the article's
//! cast, which noun group names whom, and attributions. What is said in them is left to `matching`
//! and `stance`.

mod cast;
mod known;
mod names;
mod resolve;
mod speech;

use std::collections::BTreeSet;
use std::ops::Range;

use jiff::civil::Date;

use self::known::{Phrases, is_apart, is_body, person_at};
use self::names::Spelled;
use crate::clause::{Heads, Shape, Tag};
use crate::grammar::{Class, VerbForm};
use crate::phrase::Found;
use crate::rules::{Cue, Rules};
use crate::statement::{CueKind, Grade};
use crate::text::Text;
use crate::words::Token;

pub use cast::{Cast, Member, MemberId};

/// A sentence with everything found in it.
#[derive(Debug)]
pub struct Line {
    /// Its groups and clauses.
    pub shape: Shape,
    /// Cue phrases, longest first where they overlap; a cue within another's words is left out.
    pub cues: Vec<CueAt>,
    /// All cue phrases that fit, the longest first.
    candidates: Vec<Found>,
}

impl Line {
    /// The cues that are left where some tokens are taken by something else: a cue of which a
    /// word is taken gives way to the next shorter one.
    #[must_use]
    pub fn cues_beside(&self, taken: &dyn Fn(usize) -> bool) -> Vec<CueAt> {
        let free = self.candidates.iter().filter(|found| {
            !(found.start..found.end).any(|token| found.is_literal(token) && taken(token))
        });
        choose(&self.shape.tokens, free)
    }
}

/// A cue phrase in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CueAt {
    /// Which cue, a number into [`crate::rules::Lexicon::cues`].
    pub cue: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// Someone named by words of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Who.
    pub who: MemberId,
    /// How surely.
    pub grade: Grade,
    /// By which tokens; by none where it is the author of a piece of opinion.
    pub tokens: Range<usize>,
}

impl Mention {
    /// The author of a piece of opinion, whom no word names at `place`.
    #[must_use]
    pub fn of_author(who: MemberId, place: usize) -> Self {
        Self {
            who,
            grade: Grade::B,
            tokens: place..place,
        }
    }

    /// Whether it is the author, in whose own words the text stands.
    #[must_use]
    pub fn is_author(&self) -> bool {
        self.tokens.is_empty()
    }
}

/// Someone says, thinks or wants something: speaker, cue and content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// The sentence of the cue.
    pub sentence: usize,
    /// What kind of act.
    pub kind: CueKind,
    /// Which cue; none for a quotation that only stands near its speaker.
    pub cue: Option<CueAt>,
    /// Who speaks: several in a joint statement, none where nobody could be found.
    pub speakers: Vec<Mention>,
    /// The noun group that stands for the speaker, whether or not it could be resolved.
    pub source: Option<Range<usize>>,
    /// What is said: runs of tokens.
    pub content: Vec<Range<usize>>,
    /// Whether it is said in quotation marks.
    pub direct: bool,
    /// Whether the saying is denied, or nobody's: what it holds is no one's stance.
    pub void: bool,
    /// Whether the act is negated and the negation belongs to the content: *does not think*.
    pub negated: bool,
}

impl Attribution {
    /// Whether a token lies in the content.
    #[must_use]
    pub fn covers(&self, token: usize) -> bool {
        self.content.iter().any(|run| run.contains(&token))
    }
}

/// Everything about who speaks in an article.
#[derive(Debug)]
pub struct Attributed {
    /// One for each sentence of the text.
    pub lines: Vec<Line>,
    /// Everyone the article names.
    pub cast: Cast,
    /// For each sentence and noun group, whom it names.
    pub mentions: Vec<Vec<Vec<Mention>>>,
    /// For each sentence and noun group, its owner: *Merz's call*, *his refusal*.
    pub owners: Vec<Vec<Vec<Mention>>>,
    /// Attributions, by the place of their cue.
    pub attributions: Vec<Attribution>,
    /// Whose words the article's own are, where it is a piece of opinion.
    pub author: Option<MemberId>,
}

/// Reads who speaks in an article.
#[must_use]
pub fn find(rules: &Rules, text: &Text, date: Option<Date>, author: Option<&str>) -> Attributed {
    let spelled = Spelled::find(rules, text);
    let lines: Vec<Line> = text
        .sentences
        .iter()
        .map(|s| line(rules, text, s.tokens.clone(), &spelled))
        .collect();
    let names = names::find(rules, text, spelled);
    let mut cast = Cast::new(date, names.protagonist(rules));
    let author = author.and_then(|author| cast.author(rules, author));
    let mut mentions = Vec::new();
    let mut owners = Vec::new();
    let mut attributions: Vec<Attribution> = Vec::new();
    for (sentence, line) in lines.iter().enumerate() {
        let paragraph = text.sentences[sentence].paragraph;
        if sentence > 0 && text.sentences[sentence - 1].paragraph != paragraph {
            cast.open_paragraph();
        }
        let found = resolve::sentence(rules, text, line, &names, &mut cast, &attributions);
        let owned = resolve::owners(rules, text, line, &names, &found, &mut cast);
        let spoken = speech::sentence(rules, text, sentence, line, &found, &owned);
        cast.close_sentence(&rules.grammar, text, line, &found, &spoken);
        if resolve::leaves_unknown(rules, text, line, &names, &found) {
            cast.lose_sight();
        }
        attributions.extend(spoken);
        mentions.push(found);
        owners.push(owned);
    }
    speech::label(text, &lines, &mentions, &cast, &mut attributions);
    speech::name_before(text, &lines, &mentions, &mut attributions);
    speech::name_behind(text, &lines, &mentions, &mut attributions);
    speech::carry(text, &lines, &mentions, &cast, &mut attributions);
    speech::interview(text, &lines, &mentions, &cast, &mut attributions);
    speech::go_on(rules, text, &lines, &mut attributions);
    Attributed {
        lines,
        cast,
        mentions,
        owners,
        attributions,
        author,
    }
}

/// Cuts one sentence into groups and clauses and finds its cues.
fn line(rules: &Rules, text: &Text, tokens: Range<usize>, spelled: &Spelled) -> Line {
    let lexicon = &rules.lexicon;
    let names = spelled.names_in(rules, text, &tokens);
    // "the coalition of the willing to send troops": a word of a name is no cue.
    let mut all = cue_phrases(rules, text, &tokens);
    all.retain(|cue| {
        let mut within = names.iter();
        !within.any(|name| name.start < cue.start && cue.start < name.end)
    });
    let heads = |token: usize, fits: &dyn Fn(&Cue) -> bool| {
        all.iter().any(|found| {
            let cue = &lexicon.cues[found.phrase.0 as usize];
            found.start == token && !cue.noun && fits(cue)
        })
    };
    let reports = |token: usize| {
        heads(token, &|cue| {
            cue.kind.is_reporting() && (cue.takes.that_clause || cue.takes.quote)
        })
    };
    let commands = |token: usize| heads(token, &|cue| cue.takes.object_to_verb);
    let contents = |token: usize| {
        all.iter().any(|found| {
            let cue = &lexicon.cues[found.phrase.0 as usize];
            let tells = cue.takes.that_clause || cue.kind.is_reporting();
            (found.start..found.end).contains(&token) && tells
        })
    };
    let begins_name = |token: usize| {
        let full = |name: &Found| name.start == token && name.end - name.start > 1;
        // "the UK's Ann Smith" is one.
        let owned = token > 0 && text.tokens[token - 1].possessive;
        !owned
            && names.iter().any(full)
            && names.iter().any(|name| name.end == token)
            && is_apart(&names, token)
    };
    let person_at = |token: usize| person_at(rules, &names, token);
    let names_body = |token: usize| is_body(rules, &names, token);
    let conditions = offset(
        lexicon.condition_phrases.find(&text.tokens[tokens.clone()]),
        tokens.start,
    );
    let opens_condition = |token: usize| {
        conditions
            .iter()
            .any(|found| (found.start..found.end).contains(&token))
            || rules.grammar.inverted.contains(&text.tokens[token].word)
    };
    let origins = spelled.origins_in(rules, text, &tokens);
    let denials = offset(lexicon.not.find(&text.tokens[tokens.clone()]), tokens.start);
    let phrases = Phrases {
        first: tokens.start,
        names: &names,
        origins: &origins,
        denials: &denials,
        conditions: &conditions,
    };
    let known = |token: usize| phrases.tag(rules, text, token);
    let shape = Shape::read(
        text,
        tokens.clone(),
        &rules.grammar,
        &Heads {
            reports: &reports,
            commands: &commands,
            contents: &contents,
            begins_name: &begins_name,
            person_at: &person_at,
            names_body: &names_body,
            conditions: &opens_condition,
        },
        &known,
    );
    let candidates = candidates(rules, text, all, &shape);
    let cues = choose(&tokens, candidates.iter());
    Line {
        shape,
        cues,
        candidates,
    }
}

/// Where cue phrases stand, those included that a time or an adverb parts: "called on Monday for".
fn cue_phrases(rules: &Rules, text: &Text, tokens: &Range<usize>) -> Vec<Found> {
    let phrases = &rules.lexicon.cue_phrases;
    let mut all = offset(phrases.find(&text.tokens[tokens.clone()]), tokens.start);
    let kept: Vec<usize> = without_times(rules, text, tokens);
    if kept.len() == tokens.len() {
        return all;
    }
    let rest: Vec<Token> = kept.iter().map(|&at| text.tokens[at]).collect();
    let fails = offset(
        rules.lexicon.fails.find(&text.tokens[tokens.clone()]),
        tokens.start,
    );
    for found in phrases.find(&rest) {
        let (start, end) = (kept[found.start], kept[found.end - 1] + 1);
        let parted = end - start > found.end - found.start;
        // "have yet to" is no "have to".
        let denied = || fails.iter().any(|f| f.start <= start && end <= f.end);
        if !parted || end - start > 64 || denied() {
            continue;
        }
        let literal = (found.start..found.end)
            .filter(|&at| found.is_literal(at))
            .fold(0, |bits, at| bits | 1 << (kept[at] - start));
        all.push(Found {
            phrase: found.phrase,
            start,
            end,
            literal,
        });
    }
    all
}

/// How long a part of a joined word can be that leaves its verb one: *re-impose*, *co-sponsor*.
const LONGEST_PREFIX: usize = 3;

/// How many words can stand between a preposition and its time: *in the coming weeks*.
const BEFORE_TIME: usize = 2;

/// The tokens of a sentence but for adverbs, times and asides in it: *again*, *on Monday*, *above all*.
fn without_times(rules: &Rules, text: &Text, tokens: &Range<usize>) -> Vec<usize> {
    let is =
        |at: usize, classes: &[Class]| rules.grammar.info(text.tokens[at].word).is_any(classes);
    let after = |from: usize, classes: &[Class]| {
        let words = (from..tokens.end).take_while(|&at| is(at, classes));
        from + words.count()
    };
    let mut kept = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let time = if is(at, &[Class::Preposition]) {
            let between = after(at + 1, &[Class::Determiner, Class::Adjective]);
            between.min(at + 1 + BEFORE_TIME)
        } else {
            at
        };
        let end = after(time, &[Class::Temporal]);
        let aside = rules.grammar.aside(&text.tokens[at..tokens.end]);
        let adverb = is(at, &[Class::Adverb]) && !is(at, &[Class::Not, Class::Preposition]);
        // "no time to lose" is no "no to"
        let denied = at > tokens.start && is(at - 1, &[Class::No]);
        if end > time && !denied {
            at = end;
        } else if aside > 0 {
            at += aside;
        } else if adverb {
            at += 1;
        } else {
            kept.push(at);
            at += 1;
        }
    }
    kept
}

fn offset(found: Vec<Found>, by: usize) -> Vec<Found> {
    found
        .into_iter()
        .map(|f| Found {
            start: f.start + by,
            end: f.end + by,
            ..f
        })
        .collect()
}

/// Cue phrases that can be cues here: those of more words first, gaps not counted.
fn candidates(rules: &Rules, text: &Text, mut all: Vec<Found>, shape: &Shape) -> Vec<Found> {
    all.retain(|found| {
        fits(
            rules,
            text,
            &rules.lexicon.cues[found.phrase.0 as usize],
            found,
            shape,
        )
    });
    all.sort_by_key(|found| {
        (
            std::cmp::Reverse(found.literal.count_ones()),
            found.end - found.start,
            found.start,
            found.phrase,
        )
    });
    all
}

/// Of cues that overlap the longest counts. The same words can stand in two entries that take
/// different things, and what stands in another's gap is free.
fn choose<'f>(
    sentence: &Range<usize>,
    longest_first: impl Iterator<Item = &'f Found>,
) -> Vec<CueAt> {
    let mut taken: Vec<CueAt> = Vec::new();
    let mut runs: BTreeSet<(usize, usize, u64)> = BTreeSet::new();
    let mut is_taken = vec![false; sentence.len()];
    for found in longest_first {
        let tokens = found.start..found.end;
        let own = || {
            let words = tokens.clone().filter(|&token| found.is_literal(token));
            words.map(|token| token - sentence.start)
        };
        if !own().any(|word| is_taken[word])
            || runs.contains(&(tokens.start, tokens.end, found.literal))
        {
            own().for_each(|word| is_taken[word] = true);
            runs.insert((tokens.start, tokens.end, found.literal));
            taken.push(CueAt {
                cue: found.phrase.0 as usize,
                tokens,
            });
        }
    }
    taken.sort_by_key(|cue| cue.tokens.start);
    taken
}

/// A verb cue needs a verb at its head and a noun cue none.
fn fits(rules: &Rules, text: &Text, cue: &Cue, found: &Found, shape: &Shape) -> bool {
    let head = shape.tag_at(found.start);
    if is_part_of_word(text, found) {
        return false;
    }
    if cue.noun {
        let token = &text.tokens[found.start];
        let in_name = head == Tag::Name && token.capital && found.start > shape.tokens.start;
        return !matches!(head, Tag::Verb(_)) && !in_name;
    }
    // A verb that stands as a noun or adverb here is no verb cue, and "just" before a noun group no
    // adjective; set phrases are free.
    let info = rules.grammar.info(text.tokens[found.start].word);
    let one = found.end - found.start == 1;
    // "limited sanctions", "her stated wish to": a participle inside a noun group is no verb either.
    let inside = || {
        let noun = shape.noun_at(found.start).map(|noun| &shape.nouns[noun]);
        noun.is_some_and(|noun| {
            let owned = noun.tokens.start < found.start && found.is_literal(noun.head);
            noun.head > found.start && (one || owned)
        })
    };
    let attributive = head == Tag::Adj
        && info.is_verb()
        && !matches!(cue.kind, CueKind::Judges | CueKind::Says)
        && inside();
    if attributive {
        return false;
    }
    !(matches!(head, Tag::Noun | Tag::Name | Tag::Adv) && info.is_verb()
        || head == Tag::Adv && one && info.is(Class::Adjective)
        || head == Tag::Prep && one && info.can_be(VerbForm::Ing))
}

/// "behind-the-scenes", "decade-long", "UN-backed": whether a hyphen joins the words to others. A short
/// part before them is a prefix: "re-impose".
fn is_part_of_word(text: &Text, found: &Found) -> bool {
    let first = &text.tokens[found.start];
    let parted = |before: &Token| before.span.len() > LONGEST_PREFIX || before.capital;
    let opens = first.joined && found.start > 0 && parted(&text.tokens[found.start - 1]);
    let ends = text.tokens.get(found.end).is_some_and(|next| next.joined);
    opens || ends
}
