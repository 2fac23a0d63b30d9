//! Days as papers and file names write them.
//!
//! A date that could be two days (`03/04/2025`) is none, and nothing is ever today.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::{Captures, Regex};

/// What `<date>` stands for in a rule: any date that [`first_in`] reads.
pub(super) const PATTERN: &str = concat!(
    r"(?P<date>\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:T[0-9:.+Z-]*)?",
    r"|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+\d{4}",
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}",
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{4})",
);

/// The first date in `text`.
#[must_use]
pub fn first_in(text: &str) -> Option<Date> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"(?i)(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})(?:\D|$)",
            r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(?P<m2>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?P<y2>\d{4})",
            r"|(?P<m3>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})",
            r"|(?P<a>\d{1,2})[/.](?P<b>\d{1,2})[/.](?P<y4>\d{4})",
            r"|(?:^|\D)(?P<y5>\d{4})(?P<m5>\d\d)(?P<d5>\d\d)(?:T|\D|$)",
        ))
        .expect("the pattern of dates is one")
    });
    let captures = DATE.captures(text)?;
    let named = |name: &str| captures.name(name).map(|found| found.as_str());
    for (year, month, day) in [
        ("y1", "m1", "d1"),
        ("y2", "m2", "d2"),
        ("y3", "m3", "d3"),
        ("y5", "m5", "d5"),
    ] {
        if let (Some(year), Some(month), Some(day)) = (named(year), named(month), named(day)) {
            return date(year, month_number(month)?, day.parse().ok()?);
        }
    }
    by_numbers(&captures)
}

/// The date in the name of a file, as in `2025-12-28_summit` and `20251228-summit`.
#[must_use]
pub(super) fn in_name(name: &str) -> Option<Date> {
    static DATE: LazyLock<Regex> = LazyLock::new(|| {
        let parted = r"(?:^|\D)(\d{4})[-_.](\d\d)[-_.](\d\d)(?:\D|$)";
        let joined = r"(?:^|[^0-9A-Za-z])(\d{4})(\d\d)(\d\d)(?:[^0-9A-Za-z]|$)";
        Regex::new(&format!("{parted}|{joined}")).expect("the pattern of dates in names is one")
    });
    let captures = DATE.captures(name)?;
    let mut parts = captures.iter().skip(1).flatten().map(|part| part.as_str());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    date(year, month.parse().ok()?, day.parse().ok()?)
}

fn by_numbers(captures: &Captures<'_>) -> Option<Date> {
    let (a, b): (i8, i8) = (captures["a"].parse().ok()?, captures["b"].parse().ok()?);
    let (day, month) = match (a > 12, b > 12) {
        (true, false) => (a, b),
        (false, true) => (b, a),
        (false, false) if a == b => (a, b),
        (true, true) | (false, false) => return None,
    };
    date(captures.name("y4")?.as_str(), month, day)
}

fn month_number(month: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let named = (1..)
        .zip(MONTHS)
        .find(|(_, name)| name.eq_ignore_ascii_case(month));
    named
        .map(|(number, _)| number)
        .or_else(|| month.parse().ok())
}

fn date(year: &str, month: i8, day: i8) -> Option<Date> {
    let year = year
        .parse()
        .ok()
        .filter(|year| (1800..=2100).contains(year))?;
    Date::new(year, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_papers_write_them() {
        let cases = [
            ("2025-12-28", Some("2025-12-28")),
            ("2025-12-28T04:55:51Z", Some("2025-12-28")),
            ("Published 28 December 2025, 9.30am", Some("2025-12-28")),
            ("December 28, 2025", Some("2025-12-28")),
            ("Sun, 28 Dec 2025 10:00:00 GMT", Some("2025-12-28")),
            ("Sept. 3rd, 2024", Some("2024-09-03")),
            ("20251228T101500Z", Some("2025-12-28")),
            ("28/12/2025", Some("2025-12-28")),
            ("12/28/2025", Some("2025-12-28")),
            ("03/04/2025", None),
            ("31 February 2025", None),
            ("yesterday", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(
                first_in(text).map(|date| date.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn names_of_files_hold_dates() {
        let cases = [
            ("2025-12-28_summit", Some("2025-12-28")),
            ("paper_2015-11-11_the-talks", Some("2015-11-11")),
            ("20251228-summit", Some("2025-12-28")),
            ("e20251228ff", None),
            ("0123456789", None),
            ("summit", None),
        ];
        for (name, expected) in cases {
            assert_eq!(
                in_name(name).map(|date| date.to_string()).as_deref(),
                expected,
                "{name}"
            );
        }
    }
}
