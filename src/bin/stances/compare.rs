//! `stances compare`: who stands where.

use std::io;

use stances::reading::{ArticleInfo, PackInfo, Reading};
use stances::render::{self, Drawing, Format, View};
use stances::table::copies::{Copies, Copy};
use stances::table::filter::Filter;
use stances::table::{self, Options};

use crate::args::{Choice, CompareArgs, CopiesArg};
use crate::copybook::Copybook;
use crate::desk::Desk;
use crate::hint::did_you_mean;
use crate::{Outcome, Streams, articles, rulebook};

/// Beyond this many articles the default view is the summary.
const MANY_ARTICLES: usize = 20;

/// How wide a table is where no terminal says so.
const WIDTH: u16 = 80;

/// Below this no table can be read.
const NARROWEST: u16 = 40;

/// Reads the articles and writes the table.
pub(crate) fn run(args: &CompareArgs, streams: &mut Streams) -> io::Result<Outcome> {
    let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
        return Ok(Outcome::Failed);
    };
    let packs = rulebook.analyzer.packs();
    let mut readings = Vec::new();
    let desk = Desk::default();
    let mut copybook = Copybook::new(args.copies);
    let mut copies = Copies::default();
    let asked = Filter {
        from: args.choice.from,
        to: args.choice.to,
        ..Filter::default()
    };
    let tally = articles::each(
        &args.sources,
        &rulebook,
        streams,
        &|article| rulebook.analyzer.read(article),
        &mut |article, reading, _| {
            let book = copybook.as_mut().filter(|_| asked.takes_date(article.date));
            if let Some(original) = book.and_then(|book| book.original(&article)) {
                if args.copies == CopiesArg::Drop {
                    copies.dropped += 1;
                } else {
                    copies.counted.push(Copy {
                        article: ArticleInfo::of(&article),
                        copy_of: original.to_owned(),
                    });
                }
                return Ok(());
            }
            readings.push(desk.correct(&article, reading));
            Ok(())
        },
    )?;
    if readings.is_empty() {
        return tally.finish(streams);
    }
    let filter = match filter(&args.choice, packs, &readings) {
        Ok(filter) => filter,
        Err(unknown) => {
            writeln!(streams.notices, "error: {unknown}")?;
            return Ok(Outcome::Failed);
        }
    };
    if filter.from.is_some() || filter.to.is_some() {
        let undated = readings
            .iter()
            .filter(|reading| reading.article.date.is_none())
            .count();
        if undated > 0 {
            writeln!(
                streams.notices,
                "note: articles left out because they carry no date: {undated}"
            )?;
        }
    }
    let readings = filter.apply(readings);
    let options = Options {
        roll_up: args.roll_up,
        doubtful: args.choice.doubtful,
    };
    let mut table = table::build(packs, &readings, options);
    table.corrections = desk.made();
    table.copies = copies;
    table.narrowed = filter.describe();
    if let Some(side) = filter.side {
        table.keep_side(side);
    }
    render::write(streams.results, &table, drawing(args, readings.len()))?;
    let tally = match Format::from(args.format) {
        // The legend says how many carry no date.
        Format::Table | Format::Markdown => tally.dates_told(),
        Format::Csv | Format::CsvWide | Format::Json | Format::Jsonl => tally,
    };
    let outcome = tally.finish(streams)?;
    desk.finish(outcome, streams)
}

fn drawing(args: &CompareArgs, articles: usize) -> Drawing {
    let default = if articles > MANY_ARTICLES {
        View::Summary
    } else {
        View::Article
    };
    let width = args
        .width
        .or_else(|| comfy_table::Table::new().width())
        .unwrap_or(WIDTH);
    Drawing {
        view: args.view.map_or(default, View::from),
        format: Format::from(args.format),
        width: usize::from(width.max(NARROWEST)),
        why: args.why,
    }
}

/// The filter that was asked for, or the name in it that nothing goes by.
fn filter(choice: &Choice, packs: &[PackInfo], articles: &[Reading]) -> Result<Filter, String> {
    let holders: Vec<_> = articles
        .iter()
        .flat_map(|reading| &reading.holders)
        .collect();
    for typed in &choice.leader {
        if !holders.iter().any(|holder| Filter::means(typed, holder)) {
            let known = holders.iter().map(|holder| holder.id.as_str());
            return Err(format!(
                "nobody in these articles is called `{typed}`{}",
                did_you_mean(typed, known)
            ));
        }
    }
    let positions: Vec<_> = packs.iter().flat_map(|pack| &pack.positions).collect();
    let position = |typed: &String| {
        let is_meant = |id: &str, short: &str| id == typed || short.eq_ignore_ascii_case(typed);
        let found = positions
            .iter()
            .find(|position| is_meant(position.id.as_str(), &position.short));
        found
            .map(|position| position.id.to_string())
            .ok_or_else(|| {
                let known = positions.iter().map(|position| position.id.as_str());
                format!(
                    "no position is called `{typed}`{}",
                    did_you_mean(typed, known)
                )
            })
    };
    Ok(Filter {
        leaders: choice.leader.clone(),
        positions: choice
            .position
            .iter()
            .map(position)
            .collect::<Result<_, _>>()?,
        side: choice.side.map(Into::into),
        from: choice.from,
        to: choice.to,
        grade: choice.grade.map(Into::into),
        first_hand: choice.first_hand,
    })
}
