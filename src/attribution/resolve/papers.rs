//! Who wrote a paper: "China published a plan that calls for talks. The plan says".

use crate::attribution::Mention;
use crate::attribution::cast::Cast;
use crate::attribution::resolve::Resolver;
use crate::grammar::Class;

impl Resolver<'_> {
    /// Gives the papers of a sentence that have no owner those who bring them in, or those who brought in the one that
    /// a definite word now speaks of.
    pub(super) fn own_papers(
        &self,
        mentions: &[Vec<Mention>],
        owners: &mut [Vec<Mention>],
        cast: &mut Cast,
    ) {
        for (noun, owned) in owners.iter_mut().enumerate() {
            if !self.is_paper(noun) || !mentions[noun].is_empty() {
                continue;
            }
            if owned.is_empty() {
                *owned = self.authors(noun, mentions);
            }
            let word = self.text.tokens[self.group(noun).head].word;
            if owned.is_empty() && self.is_taken_up(noun) {
                *owned = cast.authors(word);
            } else if !owned.is_empty() {
                cast.write(word, owned);
            }
        }
    }

    /// Whether a noun group is a word for a paper alone: not "a readout of the call".
    fn is_paper(&self, noun: usize) -> bool {
        let group = self.group(noun);
        let head = &self.text.tokens[group.head];
        let of = group.tokens.end;
        let hangs = of < self.shape.tokens.end && self.is_of(of);
        self.rules.grammar.is(head, Class::Expression) && !hangs
    }

    /// "Rome published a paper": the subject of the verb that brings a paper in.
    fn authors(&self, noun: usize, mentions: &[Vec<Mention>]) -> Vec<Mention> {
        let group = self.group(noun);
        let grammar = &self.rules.grammar;
        let at = self.shape.clause_at(group.head);
        let clause = &self.shape.clauses[at];
        let Some(verb) = self.shape.verb_of(at) else {
            return Vec::new();
        };
        let object = group.preposition.is_none() && group.tokens.start >= verb.tokens.end;
        let brings = grammar
            .authoring
            .contains(&self.text.tokens[verb.head].word);
        let wrote = object && brings && !verb.passive && verb.nots.is_empty();
        let mut subjects = clause.subjects.iter().filter(|_| wrote);
        let named = subjects.find_map(|&subject| {
            let named = &mentions[subject];
            (subject != noun && !named.is_empty()).then(|| named.clone())
        });
        named.unwrap_or_default()
    }

    /// "The paper calls", "that document says": whether a subject is a paper that was spoken of.
    fn is_taken_up(&self, noun: usize) -> bool {
        let group = self.group(noun);
        let clause = &self.shape.clauses[self.shape.clause_at(group.head)];
        let subject = clause.subjects.contains(&noun);
        let first = self.text.tokens[group.tokens.start].word;
        subject && group.tokens.len() <= 2 && self.rules.grammar.definite.contains(&first)
    }
}
