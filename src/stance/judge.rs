//! From a match and the acts that govern it to a verdict.

mod acts;
mod answer;
mod conditional;
mod deed;
mod findings;
mod fragment;
mod references;
mod settle;
mod side;
mod wish;
mod without;

use crate::attribution::{Attributed, Attribution, CueAt, Line, Mention};
use crate::clause::Link;
use crate::grammar::Class;
use crate::matching::Match;
use crate::rules::{ActorKind, Cue, Pack, PhraseKind, Rules};
use crate::stance::chain::{Act, Chain, Climber};
use crate::stance::holder::{Held, Holders};
use crate::stance::{Finding, Gate, Verdict, condition};
use crate::statement::{CueKind, Stance};
use crate::text::Text;
use crate::words::{Mark, WordId};

pub use references::references;
pub use settle::settle;

/// Judges matches of one article.
#[derive(Debug)]
pub struct Judge<'a> {
    /// The rules.
    pub rules: &'a Rules,
    /// The pack the matches are of.
    pub pack: &'a Pack,
    /// All matches of the pack in the text.
    pub matters: &'a [Match],
    /// The text.
    pub text: &'a Text<'a>,
    /// Who speaks in it.
    pub attributed: &'a Attributed,
}

/// A wish, judgement or deed: what decides holder and side.
struct Wish<'a> {
    act: Option<Act<'a>>,
    kind: CueKind,
    clause: usize,
    side: Stance,
    held: Held,
}

impl Wish<'_> {
    /// A wish that no act tells of, but the form of the words or what stands around them.
    fn unspoken(kind: CueKind, clause: usize, side: Stance, held: Held) -> Self {
        Self {
            act: None,
            kind,
            clause,
            side,
            held,
        }
    }
}

impl<'a> Judge<'a> {
    /// What a match shows.
    #[must_use]
    pub fn judge(&self, matter: &Match) -> Verdict {
        match self.find(matter) {
            Ok(findings) => Verdict::Found(findings),
            Err(gate) => Verdict::Closed(gate),
        }
    }

    fn line(&self, matter: &Match) -> &'a Line {
        &self.attributed.lines[matter.sentence]
    }

    /// Whether a holder is on one of the sides.
    fn is_of(&self, holder: &Mention, sides: &[String]) -> bool {
        let side = self.attributed.cast.get(holder.who).of.as_ref();
        side.is_some_and(|side| sides.contains(side))
    }

    /// Whether a token is a word of a class.
    fn is(&self, token: usize, class: Class) -> bool {
        self.rules.grammar.is(&self.text.tokens[token], class)
    }

    /// Whether a token's word is one of a list of the grammar.
    fn is_among(&self, token: usize, words: &[WordId]) -> bool {
        words.contains(&self.text.tokens[token].word)
    }

    fn holders(&self, matter: &Match) -> Holders<'a> {
        Holders {
            rules: self.rules,
            text: self.text,
            attributed: self.attributed,
            sentence: matter.sentence,
            place: matter.tokens.start,
        }
    }

    fn find(&self, matter: &Match) -> Result<Vec<Finding>, Gate> {
        let line = self.line(matter);
        let mut cues = line.cues_beside(&|token| matter.owns(token));
        cues.retain(|cue| !self.is_of_another(cue, matter));
        let climber = Climber {
            rules: self.rules,
            text: self.text,
            line,
            cues,
        };
        if self.is_question(matter) {
            let chains = climber.chains(matter);
            let answered = chains
                .first()
                .and_then(|chain| self.answered_after(matter, chain));
            return self.findings(matter, &answered.ok_or(Gate::Question)?, &[], None);
        }
        match self.beside(matter) {
            Some(Gate::Price) => return self.find_price(matter),
            Some(gate) => return Err(gate),
            None => {}
        }
        let mut first = None;
        let mut found: Vec<Finding> = Vec::new();
        for chain in climber.chains(matter) {
            match self.find_by(matter, &chain) {
                Ok(findings) if found.is_empty() => found = findings,
                Ok(findings) => found.extend(also_wanted(matter, &found, findings)),
                Err(gate) => first = first.or(Some(gate)),
            }
        }
        if found.is_empty() {
            return Err(first.unwrap_or(Gate::Wish));
        }
        Ok(found)
    }

    /// "the withdrawal of its troops and security guarantees": whether a noun for a change is the first word of another
    /// match, before this one, and so takes nothing beyond it.
    fn is_of_another(&self, cue: &CueAt, matter: &Match) -> bool {
        let meaning = &self.rules.lexicon.cues[cue.cue];
        let first = cue.tokens.start;
        // "a bar on entry and on troops"
        let shape = &self.line(matter).shape;
        let noun = shape
            .noun_at(matter.tokens.start)
            .map(|noun| &shape.nouns[noun]);
        let again = noun.and_then(|noun| noun.preposition).is_some_and(|at| {
            self.text.tokens[at].word == self.text.tokens[cue.tokens.end - 1].word
        });
        let mut others = self.matters.iter();
        meaning.noun
            && !again
            && meaning.kind == CueKind::Changes
            && others.any(|other| {
                other.tokens.start == first
                    && other.owns(first)
                    && other.tokens.end <= matter.tokens.start
            })
    }

    /// What a match shows by one chain of acts.
    fn find_by(&self, matter: &Match, chain: &Chain<'a>) -> Result<Vec<Finding>, Gate> {
        let holders = &self.holders(matter);
        let line = self.line(matter);
        let around = holders.around(matter.tokens.start);
        let answered = self.answered(matter, chain);
        if answered.is_none() && is_void(matter, chain, &around) {
            return self.find_spoken_of(matter, chain, &around);
        }
        let conditional = self.condition_over(matter, chain);
        let mut wish = match (answered, conditional) {
            (Some(wish), _) => wish,
            (None, Some(clause)) => self.wish_in_condition(matter, chain, clause, &around)?,
            (None, None) => match self.wish_before_offer(matter, chain, &around) {
                Some(wish) => wish,
                None => self.wish(matter, chain, &around)?,
            },
        };
        let around_wish = match &wish.act {
            Some(act) => holders.around(act.at.tokens.start),
            None => around,
        };
        let mut clauses = chain.clauses.clone();
        clauses.push(wish.clause);
        let depends = if conditional.is_some() || self.makes_condition(matter) {
            None
        } else {
            condition::of(self.rules, self.text, line, &clauses, &matter.tokens)
        };
        let outer = wish.act.as_ref();
        let owned = outer.map_or_else(Vec::new, |outer| {
            let inner = chain.acts.iter().take_while(|act| act.at != outer.at);
            self.owned_wishes(matter, chain, inner.count(), Some(outer))
        });
        let own = |one: &Wish<'_>| {
            let mut all = wish.held.holders.iter();
            all.any(|held| one.held.holders.iter().any(|owner| owner.who == held.who))
        };
        let owned: Vec<Wish<'_>> = owned.into_iter().filter(|one| !own(one)).collect();
        // "rejected the invader's plan to liberate the town": it is the invader's word for it.
        let turned = &self.pack.phrases[matter.phrase].turned_for;
        let mut owners = owned.iter().flat_map(|owned| owned.held.holders.iter());
        if owners.any(|owner| self.is_of(owner, turned)) {
            wish.side = wish.side.negated();
        }
        if self.is_ready_later(matter, &wish) {
            wish.side = wish.side.negated();
        }
        let mut found = self.findings(matter, &wish, &around_wish, depends.as_ref());
        // "'She will do well,' Smith said of Jones": whom the words are about does not say them.
        if matches!(found, Err(Gate::Barred)) && !matter.kind.only_names() {
            wish.held = holders.speaker(&around_wish);
            found = self.findings(matter, &wish, &around_wish, depends.as_ref());
        }
        let others = owned.iter().flat_map(|owned| {
            let others = self.findings(matter, owned, &around_wish, None);
            others.unwrap_or_default()
        });
        let others: Vec<Finding> = others.collect();
        match found {
            // "The mayor rejected Trump's offer": who rejects it need not be known.
            Err(Gate::Holder | Gate::Private) if !others.is_empty() => Ok(others),
            found => found.map(|mut found| {
                found.extend(others);
                found
            }),
        }
    }

    /// "wants the arms stopped before he would agree to it": whether somebody is only to be ready once something else
    /// has come.
    fn is_ready_later(&self, matter: &Match, wish: &Wish<'_>) -> bool {
        let shape = &self.line(matter).shape;
        let ready = wish.act.as_ref().is_some_and(|act| {
            act.cue.kind == CueKind::Wants && act.cue.side == Some(Stance::Supports)
        });
        let clause = &shape.clauses[wish.clause];
        let waiting = &self.rules.grammar.waiting;
        let waits = clause.opener.is_some_and(|at| self.is_among(at, waiting));
        let verb = shape.verb_of(wish.clause);
        ready
            && waits
            && clause.link == Link::Adverbial
            && verb.is_some_and(|verb| verb.modal.is_some())
    }

    /// "discussed Trump's call": the wishes of persons that words are about which take no side themselves.
    fn find_spoken_of(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        around: &[&Attribution],
    ) -> Result<Vec<Finding>, Gate> {
        let cues = &self.rules.lexicon.cues;
        let of_topic = |cue: &Cue| cue.gives_nothing && cue.takes.noun && !cue.takes.that_clause;
        let spoken_of = around.iter().filter(|a| a.void).all(|a| {
            let cue = a.cue.as_ref().map(|at| &cues[at.cue]);
            cue.is_some_and(of_topic)
        });
        let acts = chain.acts.iter();
        let inner = acts.take_while(|act| !act.cue.gives_nothing).count();
        if !spoken_of || chain.acts[inner..].iter().any(|act| !of_topic(act.cue)) {
            return Err(Gate::Void);
        }
        let cast = &self.attributed.cast;
        let owned = self.owned_wishes(matter, chain, inner, None);
        let persons = owned.iter().filter(|wish| {
            let mut owners = wish.held.holders.iter();
            owners.all(|owner| cast.get(owner.who).kind == ActorKind::Person)
        });
        let found =
            persons.flat_map(|owned| self.findings(matter, owned, &[], None).unwrap_or_default());
        let found: Vec<Finding> = found.collect();
        if found.is_empty() {
            return Err(Gate::Void);
        }
        Ok(found)
    }

    /// "rejected Trump's call": wishes among the first acts of a chain, below the one that decides, if one does, that are
    /// said to be another's.
    fn owned_wishes(
        &self,
        matter: &Match,
        chain: &Chain<'a>,
        below: usize,
        outer: Option<&Act<'_>>,
    ) -> Vec<Wish<'a>> {
        let holders = &self.holders(matter);
        let shape = &self.line(matter).shape;
        // "offered to drop Rome's bid": what is given up is nobody's wish, but "to overcome Rome's veto".
        let given_up = |place: usize| {
            let next = chain.acts.get(place + 1);
            let wanted = chain.acts[place].cue.side == Some(Stance::Supports);
            wanted && next.is_some_and(|next| next.cue.kind == CueKind::Changes)
        };
        let inner = chain.acts[..below].iter().enumerate();
        let owned =
            inner.filter(|&(place, act)| act.cue.kind == CueKind::Wants && !given_up(place));
        owned
            .filter_map(|(place, act)| {
                let owners = if act.cue.noun {
                    let noun = shape.noun_at(act.at.tokens.start)?;
                    self.attributed.owners[holders.sentence][noun].clone()
                } else {
                    self.blamed(matter, outer?, act)?
                };
                // The negations of the noun's own clause are those of its verb: "did not heed Trump's
                // call" leaves the call what it is.
                let below = chain.clauses.iter().position(|&at| at == act.clause)?;
                (!owners.is_empty()).then(|| Wish {
                    kind: CueKind::Wants,
                    clause: act.clause,
                    side: self.side(matter, &chain.acts[..=place], &chain.clauses[..below]),
                    held: Held {
                        holders: owners,
                        own_words: false,
                    },
                    act: Some(act.clone()),
                })
            })
            .collect()
    }

    /// "slammed Smith for seeking": who does what the outer act blames somebody for.
    fn blamed(&self, matter: &Match, outer: &Act<'_>, act: &Act<'_>) -> Option<Vec<Mention>> {
        let shape = &self.line(matter).shape;
        let clause = &shape.clauses[act.clause];
        let [subject] = clause.subjects[..] else {
            return None;
        };
        let group = &shape.nouns[subject].tokens;
        let inside = outer.at.tokens.start < group.start && group.end <= outer.at.tokens.end;
        let blames = inside && clause.link == Link::Gerund && clause.parent == Some(outer.clause);
        blames.then(|| self.attributed.mentions[matter.sentence][subject].clone())
    }

    /// Whether the match itself is what something else depends on: "no deal without X".
    fn makes_condition(&self, matter: &Match) -> bool {
        self.without(matter).is_some()
    }

    /// What a match shows that something else is given for.
    fn find_price(&self, matter: &Match) -> Result<Vec<Finding>, Gate> {
        let around = self.holders(matter).around(matter.tokens.start);
        if around.iter().any(|one| one.void) {
            return Err(Gate::Void);
        }
        let wish = self.wish_for_price(matter, &around).ok_or(Gate::Price)?;
        self.findings(matter, &wish, &around, None)
    }

    /// "in return for a truce": a price, wanted by whoever offers something for it.
    /// "in response to sanctions": a mere reason is wanted by no one.
    fn beside(&self, matter: &Match) -> Option<Gate> {
        let shape = &self.line(matter).shape;
        let start = shape
            .noun_at(matter.tokens.start)
            .map_or(matter.tokens.start, |noun| {
                shape.nouns[noun].tokens.start.min(matter.tokens.start)
            });
        let before = shape.tokens.start..start;
        let is_price = condition::prices(self.rules, self.text, before.clone()).contains(&start);
        let names = matter.kind.only_names();
        let is_reason =
            || names && condition::reasons(self.rules, self.text, before).contains(&start);
        let waits = || {
            let noun = shape.noun_at(matter.tokens.start);
            let preposition = noun.and_then(|noun| shape.nouns[noun].preposition);
            let waiting = |at: usize| self.is_among(at, &self.rules.grammar.waiting);
            // "refused to meet before a truce": what is first to come is wanted.
            let refused = self.holds_negation(shape.tokens.start..start)
                || self.line(matter).cues.iter().any(|at| {
                    let cue = &self.rules.lexicon.cues[at.cue];
                    cue.side == Some(Stance::Opposes) && at.tokens.start < start
                });
            names && preposition.is_some_and(waiting) && !refused
        };
        if is_price {
            Some(Gate::Price)
        } else if waits() {
            Some(Gate::Waits)
        } else {
            is_reason().then_some(Gate::Reason)
        }
    }

    fn is_question(&self, matter: &Match) -> bool {
        // "'Why should we?' asked Smith": the first mark that ends a sentence behind the match in its quotation.
        let quote = self.text.quote_at(matter.tokens.start);
        let mut inside = (matter.tokens.end..self.text.tokens.len())
            .take_while(|&at| quote.is_some() && self.text.quote_at(at) == quote);
        let ends = inside.find_map(|at| {
            let mark = self.text.tokens[at].mark();
            mark.filter(|mark| matches!(mark, Mark::Stop | Mark::Question))
        });
        if ends == Some(Mark::Question) {
            return true;
        }
        let tokens = &self.text.sentences[matter.sentence].tokens;
        tokens
            .clone()
            .rev()
            .map(|at| self.text.tokens[at].mark())
            .take_while(Option::is_some)
            .any(|mark| mark == Some(Mark::Question))
    }

    /// The condition clause that holds the match, if one does.
    fn condition_over(&self, matter: &Match, chain: &Chain<'_>) -> Option<usize> {
        let shape = &self.line(matter).shape;
        let clause = *chain.clauses.first()?;
        shape.ancestors(clause).find(|&at| {
            // "for as long as it takes" is itself the matter.
            shape.clauses[at].link == Link::Condition
                && !shape.clauses[at]
                    .opener
                    .is_some_and(|opener| matter.owns(opener))
        })
    }
}

fn is_void(matter: &Match, chain: &Chain<'_>, around: &[&Attribution]) -> bool {
    if matches!(matter.kind, PhraseKind::For | PhraseKind::Against) {
        // A fear or concern takes the side of its own words; a denial does not.
        return around.iter().any(|a| a.void && a.kind == CueKind::Says);
    }
    around.first().is_some_and(|a| a.void)
        || around.iter().any(|a| a.void && a.cue.is_some())
        || chain.acts.iter().any(|act| act.cue.gives_nothing)
}

/// "accepted the truce proposed by Rome", "sent the tanks that Kyiv had asked for": of what a relative clause
/// tells besides a wish or deed, the wishes of others.
fn also_wanted(matter: &Match, found: &[Finding], besides: Vec<Finding>) -> Vec<Finding> {
    if !matter.kind.only_names()
        || found
            .iter()
            .any(|other| !matches!(other.basis, CueKind::Wants | CueKind::Does))
    {
        return Vec::new();
    }
    let known = |holder: &Mention| found.iter().any(|other| other.holder.who == holder.who);
    let wanted = |finding: &Finding| finding.basis == CueKind::Wants && !known(&finding.holder);
    besides.into_iter().filter(wanted).collect()
}
