//! Which form of a verb a word is, by the words and tags before it.

use std::ops::ControlFlow;

use crate::clause::tags::before::{
    closes_aside, closes_report, ends_determined_phrase, in_bare_phrase, lacks_verb, verb_in_clause,
};
use crate::clause::tags::{Tag, Tagger};
use crate::grammar::{Class, VerbForm, WordInfo};
use crate::words::Mark;

impl Tagger<'_> {
    /// Which form of a verb the word is here; nothing where it is a noun or adjective.
    pub(super) fn verb_form(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        before: Option<Tag>,
    ) -> Option<VerbForm> {
        let last = tags
            .iter()
            .rev()
            .find(|tag| !matches!(tag, Tag::Mark(Mark::Quote) | Tag::Adv | Tag::Not))
            .copied();
        // "thousands again took": what is counted, and no noun to come.
        let counted = last == Some(Tag::Det)
            && tags.last() == Some(&Tag::Adv)
            && info.can_be(VerbForm::Past)
            && self.next_word(at).is_none_or(|next| !self.noun_like(next));
        let last = if counted { Some(Tag::Noun) } else { last };
        // "would only further escalate": an adverb before the verb that the modal waits for.
        let next = self.next_word(at);
        let adverb = info.is(Class::Adverb)
            && next.is_some_and(|next| {
                let info = self.info(next);
                info.can_be(VerbForm::Base) && !info.is(Class::Noun) && !info.noun_too
            });
        if adverb && matches!(before, Some(Tag::To | Tag::Modal)) {
            return None;
        }
        match before {
            Some(Tag::To | Tag::Modal) if info.can_be(VerbForm::Base) => {
                return Some(VerbForm::Base);
            }
            Some(Tag::Aux) => return self.after_aux(at, info, tags),
            _ => {}
        }
        if self.opens_aside_with_object(at, info, last) {
            return Some(VerbForm::Ing);
        }
        if self.meets(at, info, tags) {
            return Some(VerbForm::Ing);
        }
        if info.is(Class::Noun) || self.opens_with_title(at, info, tags) {
            return None;
        }
        let owner = matches!(tags.last(), Some(Tag::Name | Tag::Noun))
            && at > 0
            && self.tokens[at - 1].possessive;
        let in_group =
            matches!(last, Some(Tag::Det | Tag::Adj)) && !matches!(tags.last(), Some(Tag::Adv));
        if in_group && !self.stands_alone(at, info) || owner {
            return None;
        }
        if info.can_be(VerbForm::Ing) {
            // "lifting crippling sanctions", "robust and legally binding pledges": an adjective before a noun.
            let between = info.is(Class::Adjective)
                && self.next_word(at).is_some_and(|next| {
                    let listed = matches!(last, Some(Tag::Prep | Tag::Coord | Tag::Adj));
                    let fits = listed && !self.tokens[next].capital;
                    (fits || matches!(last, Some(Tag::Verb(_)))) && self.noun_like(next)
                });
            return (!between).then_some(VerbForm::Ing);
        }
        // "denounced free trade", "signs limited sanctions": an adjective right after a verb, before its noun.
        let describes = info.is(Class::Adjective)
            && matches!(
                tags.last(),
                Some(Tag::Verb(VerbForm::Past | VerbForm::Third))
            )
            && self.next_word(at).is_some_and(|next| self.noun_like(next));
        if describes {
            return None;
        }
        if (info.can_be(VerbForm::Past) || info.can_be(VerbForm::Participle))
            && let ControlFlow::Break(form) = self.past_form(at, info, tags, last)
        {
            return form;
        }
        // "give us guarantees": *us* is no subject.
        let before = at.checked_sub(1).map(|before| &self.tokens[before]);
        let objective = before
            .filter(|token| !token.capitals)
            .and_then(|token| self.grammar.pronoun(token.word))
            .is_some_and(|p| p.object && !p.subject && !p.possessive);
        if objective && info.can_be(VerbForm::Third) {
            return None;
        }
        self.present_form(at, info, tags, last)
    }

    /// "many said they": a quantity right before a past form that no noun follows stands for persons.
    fn stands_alone(&self, at: usize, info: WordInfo) -> bool {
        let before = at.checked_sub(1).map(|before| self.info(before));
        before.is_some_and(|before| before.is(Class::Quantifier))
            && info.can_be(VerbForm::Past)
            && self
                .next_word(at)
                .is_none_or(|next| !self.info(next).is_open() || self.tokens[next].capital)
    }

    /// Past or participle, or neither; goes on where the word may be a base form.
    fn past_form(
        &self,
        at: usize,
        info: WordInfo,
        tags: &[Tag],
        last: Option<Tag>,
    ) -> ControlFlow<Option<VerbForm>> {
        let next = self.next_word(at);
        let base_too = info.can_be(VerbForm::Base);
        let past = if info.can_be(VerbForm::Past) {
            VerbForm::Past
        } else {
            VerbForm::Participle
        };
        match last {
            Some(Tag::Prep | Tag::Det | Tag::Adj) if !base_too => ControlFlow::Break(None),
            // "will face continued pressure"
            Some(Tag::Verb(VerbForm::Base))
                if !base_too
                    && next
                        .is_some_and(|next| self.noun_like(next) && !self.tokens[next].capital) =>
            {
                ControlFlow::Break(None)
            }
            Some(Tag::Comp | Tag::Subord)
                if !base_too && next.is_some_and(|next| self.noun_like(next)) =>
            {
                ControlFlow::Break(None)
            }
            // "In a statement issued on Monday, she said"
            Some(Tag::Noun)
                if info.can_be(VerbForm::Participle)
                    && ends_determined_phrase(tags)
                    && next.is_some_and(|next| self.info(next).is(Class::Preposition))
                    && self.verb_after(at + 1) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            // "the historian backed by the party, went further"
            Some(Tag::Noun | Tag::Name)
                if info.can_be(VerbForm::Participle)
                    && next.is_some_and(|next| {
                        self.grammar.by.contains(&self.tokens[next].word)
                            && self.verb_after(next + 1)
                    })
                    && !verb_in_clause(tags) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            // "fired missiles made by Rome": a clause has its verb.
            Some(Tag::Noun)
                if info.can_be(VerbForm::Participle)
                    && next.is_some_and(|next| {
                        self.grammar.by.contains(&self.tokens[next].word)
                            && !self.info(next + 1).can_be(VerbForm::Ing)
                    })
                    && verb_in_clause(tags) =>
            {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            Some(Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Time)
                if info.can_be(VerbForm::Past) && !(base_too && info.noun_too) =>
            {
                ControlFlow::Break(Some(VerbForm::Past))
            }
            Some(Tag::Noun | Tag::Name | Tag::Pron | Tag::Rel | Tag::Time) if !base_too => {
                ControlFlow::Break(Some(VerbForm::Participle))
            }
            Some(Tag::Coord | Tag::Mark(_)) | None if !base_too => {
                let attributive =
                    next.is_some_and(|next| self.noun_like(next) && !self.starts_object(next));
                let verb_before = tags
                    .iter()
                    .any(|tag| matches!(tag, Tag::Verb(_) | Tag::Aux));
                // "a short and detailed talk"
                let in_group = matches!(tags, [.., Tag::Det, Tag::Adj, Tag::Coord])
                    && next.is_some_and(|next| self.noun_like(next));
                let acts = verb_before && info.can_be(VerbForm::Past) && last.is_some();
                if in_group || attributive && !acts {
                    return ControlFlow::Break(None);
                }
                let aside =
                    last.is_none() && !self.opens_report(at) || self.opens_aside(at, last, tags);
                ControlFlow::Break(Some(if aside { VerbForm::Participle } else { past }))
            }
            _ if !base_too => ControlFlow::Break(Some(past)),
            _ => ControlFlow::Continue(()),
        }
    }

    /// A present or base form, where no noun or adjective is likelier.
    fn present_form(
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
        match last {
            Some(Tag::Prep) => None,
            Some(Tag::Pron | Tag::Rel) => {
                let subject = tags
                    .iter()
                    .rev()
                    .find(|tag| !matches!(tag, Tag::Adv | Tag::Not))
                    .is_some_and(|tag| matches!(tag, Tag::Pron | Tag::Rel));
                (subject || !info.noun_too).then_some(form)
            }
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
            Some(Tag::Noun | Tag::Time) => {
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
                if matches!(last, Some(Tag::Mark(Mark::Comma))) {
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

    /// "is wary but backs the plan": whether a word of contrast stands between a verb and a word.
    fn contrasts(&self, at: usize, tags: &[Tag]) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].word);
        before.is_some_and(|word| self.grammar.contrast.contains(&word))
            && verb_in_clause(&tags[..tags.len() - 1])
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
            // "a call for further EU sanctions on Moscow"
            Tag::Prep => verb_in_clause(tags) && tags.get(opener + 1) == Some(&Tag::Adj),
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

    /// "Said Ann Smith: '...'": a verb before its speaker, with a quotation to come.
    fn opens_report(&self, at: usize) -> bool {
        let named = self.tokens.get(at + 1).is_some_and(|next| {
            next.is_word() && next.capital && !self.info(at + 1).is(Class::Temporal)
        });
        let quotes = self.tokens[at + 1..]
            .iter()
            .any(|token| token.mark() == Some(Mark::Quote));
        named && quotes && self.info(at).can_be(VerbForm::Past)
    }

    /// "The paper, released by": a participle set beside a subject that still waits for its verb.
    fn opens_aside(&self, at: usize, last: Option<Tag>, tags: &[Tag]) -> bool {
        last == Some(Tag::Mark(Mark::Comma))
            && lacks_verb(tags)
            && !closes_aside(tags)
            && self.info(at).can_be(VerbForm::Participle)
            && self.next_word(at).is_some_and(|next| {
                self.info(next).is_any(&[Class::Preposition, Class::Adverb])
                    && !self.info(next).is(Class::Determiner)
            })
    }

    /// "Retired Gen. Ann Smith said": whether a participle opens the sentence right before a name or title,
    /// as an adjective does.
    fn opens_with_title(&self, at: usize, info: WordInfo, tags: &[Tag]) -> bool {
        let first = tags.iter().all(|tag| matches!(tag, Tag::Mark(_)));
        first
            && info.can_be(VerbForm::Participle)
            && !self.title_case
            && self.tokens.get(at + 1).is_some_and(|next| {
                next.is_word() && next.capital && !self.info(at + 1).is(Class::Temporal)
            })
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

    /// "Meeting his aides in Rome, she said": whether a noun that is a verb too opens a clause and stands before
    /// the owner or article of its object.
    fn opens_aside_with_object(&self, at: usize, info: WordInfo, last: Option<Tag>) -> bool {
        let opens = matches!(last, None | Some(Tag::Mark(Mark::Comma)));
        let next = self.info(at + 1);
        opens
            && info.is(Class::Noun)
            && info.can_be(VerbForm::Ing)
            && next.is_any(&[Class::Possessive, Class::Determiner])
            && !next.is(Class::Preposition)
    }

    fn after_aux(&self, at: usize, info: WordInfo, tags: &[Tag]) -> Option<VerbForm> {
        let aux = tags.iter().rposition(|tag| matches!(tag, Tag::Aux));
        let aux = aux.map(|aux| self.info(aux)).unwrap_or_default();
        if aux.is(Class::Do) && info.can_be(VerbForm::Base) {
            return Some(VerbForm::Base);
        }
        if info.can_be(VerbForm::Ing) && (!info.is(Class::Noun) || self.goes_on_as_verb(at)) {
            return Some(VerbForm::Ing);
        }
        // "is opposed to", but "is opposed by"
        let done_by = self
            .next_word(at)
            .is_some_and(|next| self.grammar.by.contains(&self.tokens[next].word));
        let attributive = info.is(Class::Adjective) && !aux.is(Class::Have) && !done_by;
        if info.can_be(VerbForm::Participle) && !attributive {
            return Some(VerbForm::Participle);
        }
        // "He is, officials say, ..." and questions: "will Kyiv accept"
        let directly = matches!(tags.last(), Some(Tag::Aux | Tag::Adv | Tag::Not));
        if directly || info.noun_too {
            None
        } else {
            Some(VerbForm::Base).filter(|_| info.can_be(VerbForm::Base))
        }
    }
}
