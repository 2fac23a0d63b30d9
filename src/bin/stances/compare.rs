//! `stances compare`: who stands where.

mod watch;

use std::io;

use stances::corrections::Correction;
use stances::reading::{ArticleInfo, PackInfo, Reading};
use stances::render::{self, Drawing, Format, View};
use stances::statement::Stance;
use stances::table::copies::{Copies, Copy};
use stances::table::filter::Filter;
use stances::table::{self, Options, Table};

use crate::args::{Choice, CompareArgs, CopiesArg};
use crate::articles::{self, Tally};
use crate::copybook::Copybook;
use crate::desk::Desk;
use crate::hint::did_you_mean;
use crate::{Outcome, Streams, rulebook};

/// Beyond this many articles the default view is the summary.
const MANY_ARTICLES: usize = 20;

/// How wide a table is where no terminal says so.
const WIDTH: u16 = 80;

/// Below this no table can be read.
const NARROWEST: u16 = 40;

/// Reads the articles and writes the table.
pub(crate) fn run(args: &CompareArgs, streams: &mut Streams) -> io::Result<Outcome> {
    if args.watch {
        return watch::run(args, streams);
    }
    match Read::open(args, streams)? {
        Ok((read, ending)) => {
            render::write(streams.results, &read.table(args), drawing(args, &read))?;
            ending.finish(streams)
        }
        Err(outcome) => Ok(outcome),
    }
}

/// What was read and is shown.
struct Read {
    packs: Vec<PackInfo>,
    readings: Vec<Reading>,
    narrowed: Option<String>,
    side: Option<Stance>,
    corrections: Vec<Correction>,
    copies: Copies,
}

/// What is left to say once the table is written.
struct Ending {
    tally: Tally,
    desk: Desk,
}

impl Read {
    /// Reads what was asked for, or tells how it ended: why is written already.
    fn open(
        args: &CompareArgs,
        streams: &mut Streams,
    ) -> io::Result<Result<(Self, Ending), Outcome>> {
        let Some(rulebook) = rulebook::open(&args.sources.rules, streams)? else {
            return Ok(Err(Outcome::Failed));
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
            return Ok(Err(tally.finish(streams)?));
        }
        let filter = match filter(&args.choice, packs, &readings) {
            Ok(filter) => filter,
            Err(unknown) => {
                writeln!(streams.notices, "error: {unknown}")?;
                return Ok(Err(Outcome::Failed));
            }
        };
        if filter.from.is_some() || filter.to.is_some() {
            tell_undated(&readings, streams)?;
        }
        let read = Self {
            packs: packs.to_vec(),
            readings: filter.apply(readings),
            narrowed: filter.describe(),
            side: filter.side,
            corrections: desk.made(),
            copies,
        };
        let tally = match Format::from(args.format) {
            // The legend says how many carry no date.
            Format::Table | Format::Markdown => tally.dates_told(),
            Format::Csv | Format::CsvWide | Format::Json | Format::Jsonl => tally,
        };
        Ok(Ok((read, Ending { tally, desk })))
    }

    fn table(&self, args: &CompareArgs) -> Table<'_> {
        let options = Options {
            roll_up: args.roll_up,
            doubtful: args.choice.doubtful,
        };
        let mut table = table::build(&self.packs, &self.readings, options);
        table.corrections.clone_from(&self.corrections);
        table.copies.clone_from(&self.copies);
        table.narrowed.clone_from(&self.narrowed);
        if let Some(side) = self.side {
            table.keep_side(side);
        }
        table
    }
}

impl Ending {
    fn finish(self, streams: &mut Streams) -> io::Result<Outcome> {
        let outcome = self.tally.finish(streams)?;
        self.desk.finish(outcome, streams)
    }
}

/// Says how many articles no bound on dates lets pass.
fn tell_undated(readings: &[Reading], streams: &mut Streams) -> io::Result<()> {
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
    Ok(())
}

fn drawing(args: &CompareArgs, read: &Read) -> Drawing {
    let default = if read.readings.len() > MANY_ARTICLES {
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
