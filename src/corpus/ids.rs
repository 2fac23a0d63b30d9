//! Ids that are given out once.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{Contents, Note, NoteKind};

/// The ids of the articles that were read so far, a few bytes for each.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    /// How many articles have asked for the id of that hash.
    taken: HashMap<u64, u32>,
}

impl Ids {
    /// Numbers the articles whose ids are taken already, and notes that; tells whether there was one.
    pub fn settle(&mut self, contents: &mut Contents) -> bool {
        let mut is_taken = false;
        for article in &mut contents.articles {
            if self.is_new(&article.id) {
                continue;
            }
            is_taken = true;
            contents.notes.push(Note {
                path: article.path.clone(),
                line: article.line,
                kind: NoteKind::SameId(article.id.clone()),
            });
            loop {
                let taken = self.taken.entry(hash(&article.id)).or_default();
                *taken += 1;
                let id = format!("{}#{taken}", article.id);
                if self.is_new(&id) {
                    article.id = id;
                    break;
                }
            }
        }
        is_taken
    }

    fn is_new(&mut self, id: &str) -> bool {
        let mut is_new = false;
        self.taken.entry(hash(id)).or_insert_with(|| {
            is_new = true;
            1
        });
        is_new
    }
}

fn hash(id: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    id.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Outlets, Source, read};

    #[test]
    fn the_same_id_is_numbered() {
        let line = |id: &str| format!("{{\"id\": \"{id}\", \"text\": \"They met.\"}}\n");
        let lines = ["a", "a", "a#2", "b", "a"].map(line).concat();
        let outlets = Outlets::default();
        let source = Source {
            path: "x.jsonl",
            id: "x",
            bytes: lines.as_bytes(),
        };
        let contents = read(&source, &Context::new(&outlets));
        let ids: Vec<_> = contents
            .articles
            .iter()
            .map(|article| &*article.id)
            .collect();
        assert_eq!(ids, ["a", "a#2", "a#2#2", "b", "a#3"]);
        let notes: Vec<_> = contents.notes.iter().map(ToString::to_string).collect();
        assert_eq!(
            notes,
            [
                "x.jsonl:2: second article with id `a`",
                "x.jsonl:3: second article with id `a#2`",
                "x.jsonl:5: second article with id `a`",
            ]
        );
    }
}
