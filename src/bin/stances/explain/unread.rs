//! Debates that an article is not of, so that none of their phrases is looked for in it.

use jiff::civil::Date;
use stances::analyze::Analysis;
use stances::rules::Pack;

/// Why a pack was not read for an article of that date, and the keys of `pack.toml` that say so;
/// none where it was read.
pub(super) fn why(
    pack: &Pack,
    analysis: &Analysis,
    date: Option<Date>,
) -> Option<(String, &'static str)> {
    if analysis.packs.iter().any(|read| read.pack.id == pack.id) {
        return None;
    }
    let Some(date) = date else {
        let told = "it has no date, and no `about` phrase stands in it";
        return Some((told.to_owned(), "`about`"));
    };
    let day = |day: Option<Date>| day.map_or_else(|| "any day".to_owned(), |day| day.to_string());
    let (from, to) = (day(pack.from), day(pack.to));
    let told = format!("{date} is not within {from} to {to}");
    Some((told, "`from` and `to`"))
}
