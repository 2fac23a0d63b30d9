//! Reports set beside or into what they report: *"...", he said* and *the plan, he said, has failed*.

use crate::clause::build::Builder;
use crate::clause::groups::{Mood, Unit};
use crate::clause::{Link, Tag};
use crate::text::Quote;
use crate::words::{Mark, Token};

impl Builder<'_> {
    /// At a quotation mark: a report opens after a quotation that the sentence began with, and ends
    /// where the quotation goes on.
    pub(super) fn quote_mark(&mut self, number: usize, token: usize) {
        let quotes = &self.text.quotes;
        let closed = quotes.iter().find(|q| q.tokens.end == token && q.closed);
        if closed.is_some_and(|quote| self.frame_follows(number, quote)) {
            self.suspended = Some(self.stack.clone());
            self.stack.truncate(1);
            let parent = self.top();
            self.open(Some(parent), Link::Frame, None);
            self.loose = None;
            self.coord = None;
        } else if quotes.iter().any(|q| q.tokens.start == token + 1)
            && self.has_verb(self.top())
            && self.shape.clauses[self.top()].link == Link::Frame
            && let Some(stack) = self.suspended.take()
        {
            self.stack = stack;
            self.loose = None;
        }
    }

    /// Whether a quotation begins right before a verb.
    pub(super) fn opens_quotation(&self, verb: usize) -> bool {
        let start = self.shape.verbs[verb].tokens.start;
        self.text
            .quotes
            .iter()
            .any(|quote| quote.tokens.start == start)
    }

    /// Whether a speaker and a reporting verb follow a quotation that fills the sentence so far.
    fn frame_follows(&self, number: usize, quote: &Quote) -> bool {
        let pauses = [quote.tokens.end - 1, quote.tokens.end + 1];
        let is_pause = |token: &usize| {
            let mark = self.text.tokens.get(*token).and_then(Token::mark);
            mark.is_some_and(|mark| mark != Mark::Quote)
        };
        if quote.tokens.start > self.shape.tokens.start + 1 || !pauses.iter().any(is_pause) {
            return false;
        }
        let mut ahead = self.units[number + 1..].iter().skip_while(|unit| {
            matches!(unit, Unit::Mark(token) if self.text.tokens[*token].mark() != Some(Mark::Quote))
        });
        let speaker = ahead.next().is_some_and(|unit| match unit {
            Unit::Noun(noun) => {
                let group = &self.shape.nouns[*noun];
                !group.time && group.preposition.is_none()
            }
            _ => false,
        });
        let is_report = |unit: &Unit| match unit {
            Unit::Verb(verb) => {
                self.is_report(*verb) && self.shape.verbs[*verb].mood != Mood::Infinitive
            }
            _ => false,
        };
        let before_quote = |unit: &&Unit| {
            !matches!(unit, Unit::Mark(token)
                if matches!(self.text.tokens[*token].mark(), Some(Mark::Quote | Mark::Colon)))
        };
        speaker && ahead.take_while(before_quote).any(is_report)
    }

    /// Whether a noun group and the verb after it are a report after the comma that ends what it
    /// reports.
    pub(super) fn is_set_in(&self, number: usize) -> bool {
        let Some(Unit::Verb(verb)) = self.units.get(number + 1) else {
            return false;
        };
        let group = &self.shape.verbs[*verb];
        let plain = group.mood == Mood::Finite && group.nots.is_empty() && !group.passive;
        let Unit::Noun(noun) = self.units[number] else {
            return false;
        };
        // "..., and Smith said", but "to talks or to a truce, Smith said"
        let start = self.shape.nouns[noun].tokens.start;
        let joined = self.coord.is_some_and(|coord| coord + 2 >= start);
        let parted = self.comma || self.ends_title(number);
        if !parted || joined || !plain || !self.is_report(*verb) {
            return false;
        }
        let told = || !self.quote_closed && self.has_verb(self.stack.first().copied().unwrap_or(0));
        match self.units.get(number + 2) {
            // "Truce 'not realistic', Smith says": in a headline, what is said needs no verb.
            None => true,
            Some(Unit::Mark(token)) if self.text.tokens[*token].mark() == Some(Mark::Stop) => {
                told()
            }
            Some(_) => told() && self.goes_on_behind(number + 1),
        }
    }

    /// "It would be wrong, Smith told reporters, to yield": whether what a report stands in goes on behind the comma that
    /// ends it, with an infinitive, what a preposition brings in, or the object of a verb right before it.
    fn goes_on_behind(&self, verb: usize) -> bool {
        let is_comma = |at: usize| self.shape.tag_at(at) == Tag::Mark(Mark::Comma);
        let mut behind = self.units[verb + 1..]
            .iter()
            .skip_while(|unit| matches!(unit, Unit::Noun(_) | Unit::Prep(_)));
        if !matches!(behind.next(), Some(&Unit::Mark(token)) if is_comma(token)) {
            return false;
        }
        let objectless = || {
            let before = verb.checked_sub(3).map(|at| &self.units[at]);
            matches!(before, Some(Unit::Verb(_)))
        };
        match behind.next() {
            Some(Unit::Verb(next)) => self.shape.verbs[*next].mood == Mood::Infinitive,
            Some(&Unit::Prep(token)) => {
                let word = &self.text.tokens[token].word;
                let grammar = self.grammar;
                [&grammar.of, &grammar.doing, &grammar.judging]
                    .iter()
                    .any(|words| words.contains(word))
            }
            Some(Unit::Noun(next)) => self.shape.nouns[*next].preposition.is_none() && objectless(),
            _ => false,
        }
    }

    /// ", the ambassador to France Ann Smith said": whether a name stands right behind a group that hangs on another by a
    /// preposition, and that one behind a comma.
    fn ends_title(&self, number: usize) -> bool {
        let [
            ..,
            Unit::Mark(comma),
            Unit::Noun(title),
            Unit::Prep(_),
            Unit::Noun(place),
            Unit::Noun(name),
        ] = self.units[..=number]
        else {
            return false;
        };
        let nouns = &self.shape.nouns;
        let follows =
            |left: usize, right: usize| nouns[left].tokens.end == nouns[right].tokens.start;
        let hangs = nouns[place].preposition == Some(nouns[title].tokens.end);
        self.shape.tag_at(comma) == Tag::Mark(Mark::Comma)
            && nouns[title].preposition.is_none()
            && hangs
            && follows(place, name)
            && self.shape.tag_at(nouns[name].head) == Tag::Name
    }

    /// A report after what it reports, or between its parts: what was open before is open again after it.
    pub(super) fn set_in(&mut self, number: usize, noun: usize, verb: usize) {
        if self.goes_on_behind(number) {
            let root = self.stack.first().copied().unwrap_or(0);
            self.interrupted = Some(self.report(root, verb, Some(noun)));
            return;
        }
        let open = self.stack.clone();
        self.frame(verb, Some(noun));
        self.resumed = Some(open);
    }

    /// "Borders, he said, must": the speaker of a report that commas set into a clause whose verb is
    /// still to come.
    pub(super) fn interrupts(&self, number: usize, top: usize, verb: usize) -> Option<usize> {
        let clause = &self.shape.clauses[top];
        // "those who, she said, would": the relative waits, and not what it belongs to.
        let relative = clause.link == Link::Relative;
        let waiting = clause.appositions.last().filter(|_| !relative);
        let speaker = *waiting.or(clause.subjects.last())?;
        let group = &self.shape.nouns[speaker];
        let is_comma = |at: usize| self.shape.tag_at(at) == Tag::Mark(Mark::Comma);
        let parted = self.shape.follows_comma(group.tokens.start)
            && group.tokens.end == self.shape.verbs[verb].tokens.start;
        let opened = clause.opener.is_some_and(|at| at + 2 == group.tokens.start);
        let open = matches!(clause.link, Link::Root | Link::Complement) && !self.listed
            || relative && opened;
        if !self.is_report(verb) || !parted || !open || self.comma {
            return None;
        }
        let waits = !clause.appositions.is_empty();
        let rest = &self.units[number + 1..];
        let aside = rest.iter().take_while(|unit| match unit {
            Unit::Noun(noun) => {
                let group = &self.shape.nouns[*noun];
                waits || group.time || group.preposition.is_some()
            }
            Unit::Prep(_) => true,
            _ => false,
        });
        let after = aside.count();
        let closed = matches!(rest.get(after), Some(Unit::Mark(token)) if is_comma(*token));
        let mut resumed = rest[(after + 1).min(rest.len())..].iter().filter(|unit| {
            !matches!(unit, Unit::Mark(token) if self.text.tokens[*token].mark() == Some(Mark::Quote))
        });
        let goes_on = match resumed.next() {
            Some(Unit::Verb(next)) => {
                let subject = waits || self.opening_act(top).is_some();
                subject && self.shape.verbs[*next].mood == Mood::Finite
            }
            Some(Unit::Noun(next)) => !waits && self.shape.nouns[*next].preposition.is_none(),
            _ => false,
        };
        (closed && goes_on).then_some(speaker)
    }

    /// A report set into the clause below it, which loses the speaker it had waiting.
    pub(super) fn interrupt(&mut self, top: usize, verb: usize, speaker: usize) {
        let clause = self.clause(top);
        if clause.link == Link::Relative || clause.appositions.pop().is_none() {
            clause.subjects.clear();
        }
        self.interrupted = Some(self.report(top, verb, Some(speaker)));
    }

    /// "..., he said": a report set beside what it reports.
    pub(super) fn frame(&mut self, verb: usize, speaker: Option<usize>) {
        self.stack.truncate(1);
        let parent = self.top();
        self.report(parent, verb, speaker);
    }

    /// Opens the clause of a report, with its speaker where that stands before the verb.
    fn report(&mut self, parent: usize, verb: usize, speaker: Option<usize>) -> usize {
        let first = speaker.map_or(&self.shape.verbs[verb].tokens, |noun| {
            &self.shape.nouns[noun].tokens
        });
        let opener = first.start;
        let clause = self.open(Some(parent), Link::Frame, Some(opener));
        if let Some(noun) = speaker {
            self.clause(clause).subjects.push(noun);
            self.assign_group(noun, clause);
        }
        self.fill(clause, verb);
        clause
    }

    /// Whether a noun group without preposition comes right after the verb: "said Merz", and not "told him".
    pub(super) fn subject_follows(&self, number: usize) -> bool {
        match self.units.get(number + 1) {
            Some(Unit::Noun(noun)) => {
                let group = &self.shape.nouns[*noun];
                !group.time
                    && group.preposition.is_none()
                    && !self.is_told_to(number)
                    && !self.is_subject_ahead(number)
            }
            _ => false,
        }
    }

    /// "promised him arms": whether an object comes right after the verb.
    pub(super) fn is_told_to(&self, number: usize) -> bool {
        matches!(self.units.get(number + 1), Some(Unit::Noun(noun)) if self.is_object_only(*noun))
    }

    /// "..., the aide, said his boss was", "tells them to pay, says Rome must": the noun group after the
    /// verb is the subject of what is said.
    pub(super) fn is_subject_ahead(&self, number: usize) -> bool {
        let waits = self
            .stack
            .iter()
            .any(|&at| !self.has_verb(at) && !self.shape.clauses[at].subjects.is_empty());
        let anew = self.loose.is_some_and(|loose| loose.apposed.is_some());
        matches!(self.units.get(number + 2), Some(Unit::Verb(verb))
            if self.shape.verbs[*verb].mood == Mood::Finite
                && (waits || anew || !self.quote_closed && !self.may_be_participle(*verb)))
    }
}
