//! Whether a word that can be a noun, too, is a verb in the present or a base form.

use crate::clause::tags::before::{
    closes_aside, closes_report, in_bare_phrase, lacks_verb, verb_in_clause,
};
use crate::clause::tags::{Tag, Tagger};
use crate::grammar::{Class, VerbForm, WordInfo};
use crate::words::Mark;

impl Tagger<'_> {
    /// A present or base form, where no noun or adjective is likelier.
    pub(super) fn present_form(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        last: Option<Tag>,
    ) -> Option<VerbForm> {
        let token = &self.tokens[at];
        let next = self.next_word(at);
        let article = next.is_some_and(|next| self.info(next).is(Class::Determiner));
        let takes_object = next
            .is_some_and(|next| self.starts_object(next) || self.headline && self.noun_like(next))
            || self.denies_infinitive(at + 1);
        let form = if info.can_be(VerbForm::Third) && !info.can_be(VerbForm::Base) {
            VerbForm::Third
        } else {
            VerbForm::Base
        };
        // "bring them back to the table"
        let particle = info.is(Class::Adverb)
            && next.is_some_and(|next| self.info(next).is(Class::Preposition));
        match last {
            Some(Tag::Name | Tag::Noun | Tag::Pron) if particle && form == VerbForm::Base => None,
            Some(Tag::Prep) => None,
            // "to hold direct, serious talks"
            Some(Tag::Verb(_))
                if info.is(Class::Adjective) && matches!(tags.last(), Some(Tag::Verb(_))) =>
            {
                None
            }
            Some(Tag::Comp) if self.follows_whoever(at) => Some(form),
            // "whose list is"
            Some(Tag::Rel) if at > 0 && self.info(at - 1).is(Class::Possessive) => None,
            Some(Tag::Pron | Tag::Rel) => {
                let subject = tags
                    .iter()
                    .rev()
                    .find(|tag| !matches!(tag, Tag::Adv | Tag::Not))
                    .is_some_and(|tag| matches!(tag, Tag::Pron | Tag::Rel));
                (subject || !info.noun_too).then_some(form)
            }
            // "everything Ukraine needs"
            Some(Tag::Name) if form == VerbForm::Third && self.is_told_of(tags) => Some(form),
            Some(Tag::Name) => {
                if !info.noun_too || form == VerbForm::Third && self.ends_report(at, tags) {
                    return Some(form);
                }
                if form == VerbForm::Third && next.is_some_and(|next| self.is_to_act(next)) {
                    return Some(form);
                }
                // "the Ukraine aid bill": one name takes no plural verb.
                let several = self.ends_plural_name(at, tags);
                let agrees = form == VerbForm::Third
                    || info.can_be(VerbForm::Past)
                    || several
                    || self.takes_base(tags);
                (agrees
                    && takes_object
                    && !self.finite_before_break(at + 1)
                    && !self.ends_object(at, tags))
                .then_some(form)
            }
            Some(Tag::Noun | Tag::Time) => self.behind_noun(at, info, tags, form, takes_object),
            // "strong, concrete and clear pledges"
            Some(Tag::Coord)
                if info.is(Class::Adjective)
                    && tags.len() > 1
                    && tags[tags.len() - 2] == Tag::Adj =>
            {
                None
            }
            Some(Tag::Coord) => {
                if !info.noun_too {
                    return Some(form);
                }
                let before = tags.iter().rev().skip(1).find_map(|tag| match tag {
                    Tag::Verb(form) => Some(*form),
                    _ => None,
                });
                // "sending arms to Kyiv and push for": a name is not listed with a thing.
                let named = tags.len() > 1 && tags[tags.len() - 2] == Tag::Name;
                // "must stop waiting and hold a vote": a noun with no article does not stand before one.
                let likewise = before == Some(form)
                    || form == VerbForm::Third && self.contrasts(at, tags)
                    || article && tags.contains(&Tag::Verb(form))
                    || named && !token.capital && tags.contains(&Tag::Verb(form));
                (likewise && takes_object).then_some(form)
            }
            Some(Tag::Mark(_)) | None => {
                // "Lift the ban": no name stands before an article.
                let named = token.capital && last.is_some() && !self.title_case && !article;
                if named && info.noun_too {
                    return None;
                }
                if !info.noun_too {
                    return Some(form);
                }
                // "the director, Ann Smith, set the terms"
                if info.can_be(VerbForm::Past) && takes_object && closes_aside(tags) {
                    return Some(VerbForm::Past);
                }
                if matches!(last, Some(Tag::Mark(Mark::Comma | Mark::Dash))) {
                    // "According to Smith, talks with rebels will go on": a noun, its verb to come.
                    let subject = next.is_some_and(|next| self.info(next).is(Class::Preposition))
                        && self.finite_before_break(at + 1);
                    // "Smith meets Jones, calls for talks"
                    let goes_on = self.headline && tags.contains(&Tag::Verb(form));
                    return (form == VerbForm::Third
                        && takes_object
                        && !subject
                        && (goes_on || lacks_verb(tags) || closes_report(tags)))
                    .then_some(form);
                }
                (form == VerbForm::Base && takes_object && !self.finite_before_break(at + 1))
                    .then_some(form)
            }
            _ => (!info.noun_too).then_some(form),
        }
    }

    /// "Whoever calls for a truce", "whatever needs to be done": whether the word before stands for whoever or whatever
    /// does something.
    fn follows_whoever(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let info = self.info(before);
            self.grammar.anyone.contains(&self.tokens[before].word)
                || info.is(Class::Determiner) && info.is(Class::Question)
        })
    }

    /// A present or base form right behind a noun, where that can be its subject.
    fn behind_noun(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        form: VerbForm,
        takes_object: bool,
    ) -> Option<VerbForm> {
        let next = self.next_word(at);
        if !info.noun_too {
            return Some(form);
        }
        let plural = at > 0 && {
            let word = self.tokens[at - 1].span.of(self.source);
            self.grammar.looks_plural(word) || word.ends_with("’")
        };
        let agrees = (form == VerbForm::Third) != plural;
        if self.ends_clause(form, plural, at, tags) {
            return Some(form);
        }
        // "tanks and, above all, security guarantees for": a bare noun behind a mark is no subject.
        let bare = matches!(tags, [.., Tag::Mark(_), Tag::Noun]);
        let goes_on = next.is_some_and(|next| self.info(next).is(Class::Preposition));
        if bare && goes_on && tags.iter().any(|tag| matches!(tag, Tag::Verb(_))) {
            return None;
        }
        // "the figures show the", "the study shows it"
        let opens = next.is_some_and(|next| self.opens_group(next));
        (agrees
            && takes_object
            && (self.headline || !in_bare_phrase(tags))
            && (opens || !self.finite_before_break(at + 1))
            && !verb_in_clause(tags))
        .then_some(form)
    }

    /// "is wary but backs the plan": whether a word of contrast stands between a verb and a word.
    fn contrasts(&self, at: usize, tags: &[Tag]) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].word);
        before.is_some_and(|word| self.grammar.contrast.contains(&word))
            && verb_in_clause(&tags[..tags.len() - 1])
    }

    /// "something Rome": whether the name that `tags` end in follows a word that stands for a thing.
    fn is_told_of(&self, tags: &[Tag]) -> bool {
        let names = tags.iter().rev().take_while(|tag| **tag == Tag::Name);
        let before = tags.len().checked_sub(names.count() + 1);
        before.is_some_and(|at| self.grammar.anything.contains(&self.tokens[at].word))
    }

    /// "Rome demands Kyiv cede": whether a name stands before a bare verb, which tells what is demanded of it.
    fn is_to_act(&self, name: usize) -> bool {
        let verb = self.next_word(name).filter(|_| self.tokens[name].capital);
        verb.is_some_and(|verb| {
            let bare = self.info(verb).can_be(VerbForm::Base) && self.plain_verb(verb);
            bare && !self.tokens[verb].capital
        })
    }

    /// "vows not to yield": whether a denial stands before *to*.
    fn denies_infinitive(&self, at: usize) -> bool {
        self.info(at).is(Class::Not) && self.info(at + 1).is(Class::Infinitive)
    }

    /// "supported EU sanctions on Moscow": whether a word before a preposition ends the object, which began
    /// with a name, of a verb that reports nothing, or of a preposition.
    fn ends_object(&self, at: usize, tags: &[Tag]) -> bool {
        let goes_on = self
            .next_word(at)
            .is_some_and(|next| self.info(next).is(Class::Preposition));
        let before = tags.iter().rposition(|tag| !tag.is_nominal());
        let taken = before.is_some_and(|opener| match tags[opener] {
            Tag::Verb(VerbForm::Past | VerbForm::Third) => !(self.reports)(opener),
            // "a call for further EU sanctions on Moscow", "backed a package of EU sanctions on Moscow"
            Tag::Prep => {
                let verb = tags[..opener]
                    .iter()
                    .rposition(|tag| matches!(tag, Tag::Verb(_)));
                // "called for a package of", but "said the head of"
                let takes = verb.is_some_and(|verb| {
                    !(self.reports)(verb) || tags.get(verb + 1) == Some(&Tag::Prep)
                });
                let takes = takes && !tags[opener..].contains(&Tag::Noun);
                verb_in_clause(tags) && (takes || tags.get(opener + 1) == Some(&Tag::Adj))
            }
            _ => false,
        });
        goes_on && taken
    }

    /// Whether a base form can follow the name that `tags` end in: after several, "Germany and France",
    /// after one that hangs on a plural, "sanctions on Russia", or in a wish.
    fn takes_base(&self, tags: &[Tag]) -> bool {
        let before = tags.iter().rposition(|tag| !tag.is_nominal());
        before.is_some_and(|at| match tags[at] {
            // "demanded that Kyiv stop"
            Tag::Coord | Tag::Comp => true,
            // "should Moscow refuse"
            Tag::Subord => self.grammar.inverted.contains(&self.tokens[at].word),
            Tag::Prep => at > 0 && self.tokens[at - 1].span.of(self.source).ends_with('s'),
            // "Rome, Madrid press Moscow": names alone before the comma of a headline.
            Tag::Mark(Mark::Comma) => at > 0 && tags[..at].iter().all(|tag| *tag == Tag::Name),
            _ => false,
        })
    }

    /// "that deliveries end": the only word that can be the verb of what *that* opens.
    fn ends_content(&self, at: usize, tags: &[Tag]) -> bool {
        let opened = tags
            .iter()
            .rev()
            .find(|tag| !tag.is_nominal() && **tag != Tag::Prep);
        let object = self.next_word(at).is_some_and(|next| self.noun_like(next));
        opened == Some(&Tag::Comp) && !object && !self.finite_before_break(at + 1)
    }

    /// Whether the word is the only one that can be the verb of a clause that ends with it.
    fn ends_clause(&self, form: VerbForm, plural: bool, at: usize, tags: &[Tag]) -> bool {
        match form {
            VerbForm::Base => plural && self.ends_content(at, tags),
            _ => !plural && self.ends_adverbial(at, tags),
        }
    }

    /// "while the war rages, ...": the last word of a conjunction's clause that has a noun group and no verb yet.
    fn ends_adverbial(&self, at: usize, tags: &[Tag]) -> bool {
        let words = tags.iter().rev().take_while(|tag| tag.is_nominal()).count();
        let opener = tags.len().checked_sub(words + 1).map(|at| tags[at]);
        let ends = self.tokens.get(at + 1).is_none_or(|next| !next.is_word());
        opener == Some(Tag::Subord) && ends
    }

    /// "...," Smith notes: the last word of a clause that began with a closing quotation mark.
    fn ends_report(&self, at: usize, tags: &[Tag]) -> bool {
        let words = tags.iter().rev().take_while(|tag| tag.is_nominal()).count();
        let before = tags.len().checked_sub(words + 1).map(|at| tags[at]);
        let closes = self.tokens.get(at + 1).is_none_or(|next| !next.is_word());
        words > 0 && closes && before == Some(Tag::Mark(Mark::Quote))
    }

    /// "EU leaders back the plan", "Republicans back the plan": whether a name of several stands right before a word.
    fn ends_plural_name(&self, at: usize, tags: &[Tag]) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| &self.tokens[before]) else {
            return false;
        };
        let next = self.next_word(at);
        let opens = next.is_some_and(|next| self.opens_group(next));
        let first = tags.iter().all(|tag| tag.is_nominal());
        self.grammar.looks_plural(before.span.of(self.source))
            && (!before.capital || opens || self.headline || first)
    }
}
