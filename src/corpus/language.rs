//! In which language an article is written: asked for when it matters, as telling takes its time.

use crate::article::{Article, BlockKind, Language};

/// How many characters of the body are looked at.
const SAMPLE: usize = 500;
/// With fewer letters nothing is said.
const FEWEST: usize = 120;

/// The language of the body, where it is long enough to tell.
#[must_use]
pub fn find(article: &Article) -> Option<Language> {
    let body = article
        .blocks
        .iter()
        .filter(|block| block.kind == BlockKind::Paragraph);
    let words = body.flat_map(|block| block.span.of(&article.source).chars().chain([' ']));
    let sample: String = words.take(SAMPLE).collect();
    if sample.chars().filter(|c| c.is_alphabetic()).count() < FEWEST {
        return None;
    }
    let found = whatlang::detect(&sample).filter(whatlang::Info::is_reliable)?;
    Some(Language {
        code: found.lang().code(),
        name: found.lang().eng_name(),
    })
}

/// The language of the body, where it is surely another than the one that rules are written for.
///
/// A code that is none of those that texts can be told by, as that of an invented language, takes
/// every article.
#[must_use]
pub fn foreign(article: &Article, expected: &str) -> Option<Language> {
    whatlang::Lang::from_code(expected)?;
    find(article).filter(|found| found.code != expected)
}

/// The English name of a language by its code, else the code.
#[must_use]
pub fn name(code: &str) -> &str {
    whatlang::Lang::from_code(code).map_or(code, |language| language.eng_name())
}

#[cfg(test)]
mod tests {
    use super::super::{Context, Outlets, Source, read};
    use super::*;

    #[test]
    fn languages_are_told_where_the_text_is_long_enough() {
        let english = "The two leaders met on Monday in the old town hall and said afterwards that they \
                       would go on with their talks in the spring, when the weather was better.";
        let german = "Die beiden Regierungschefs trafen sich am Montag im alten Rathaus und sagten danach, \
                      dass sie ihre Gespräche im Frühjahr fortsetzen wollten, wenn das Wetter besser sei.";
        let cases = [
            (english, Some("eng")),
            (german, Some("deu")),
            ("Sie trafen sich.", None),
        ];
        let outlets = Outlets::default();
        for (text, expected) in cases {
            let source = Source {
                path: "a.txt",
                id: "a",
                bytes: text.as_bytes(),
            };
            let contents = read(&source, &Context::new(&outlets));
            let language = contents.articles.first().and_then(find);
            assert_eq!(language.map(|language| language.code), expected, "{text}");
        }
    }
}
