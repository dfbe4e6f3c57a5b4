//! Next year's calendar of chairs and meetings: `cargo run -p samla --example calendar -- FILE YEAR [AS_OF]`
//!
//! For each NOSAM of a record: who chairs and who is vice chair in each period of the year, and the weeks in
//! which it should meet, recesses considered. The record is seen from the last day of the year before, or
//! from AS_OF. What cannot be told is said, and nothing is guessed.

use std::process::ExitCode;
use std::{env, fs};

use samla::chair;
use samla::codes::{GroupKind, OfficeKind};
use samla::meetings::{self, NextMeeting};
use samla::record::Group;
use samla::{Charter, Day, Record};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match run(&words) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::from(2)
        }
    }
}

/// The calendar, or why there is none.
pub fn run(words: &[String]) -> Result<String, String> {
    let (file, year, as_of) = match words {
        [file, year] => (file, year, None),
        [file, year, as_of] => (file, year, Some(as_of)),
        _ => return Err("calendar FILE YEAR [AS_OF]".into()),
    };
    let first =
        year.parse().ok().filter(|year| (2..=9998).contains(year)).and_then(|year| Day::new(year, 1, 1));
    let first = first.ok_or_else(|| format!("{year} is no year"))?;
    let as_of = match as_of {
        Some(text) => Day::parse(text).ok_or_else(|| format!("{text} is no day like 2024-12-31"))?,
        None => first.plus_days(-1),
    };
    let bytes = fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let record = Record::read(&bytes).map_err(|error| format!("{file}: {error}"))?;
    let charter = Charter::samla_2023();
    let groups = record.groups.known().into_iter().flatten().filter_map(|group| group.known());
    let mut pages = Vec::new();
    for group in groups.filter(|group| group.kind.known() == Some(&GroupKind::Nosam)) {
        let Some(id) = group.id.known() else { continue };
        let name = group.name.known().map_or(id.as_str(), String::as_str);
        let chairs = chairs(&record, &charter, group, id.as_str(), first, as_of);
        let weeks = weeks(&record, &charter, id.as_str(), first, as_of);
        pages.push(format!("{name}, {}\n\n{chairs}\n{weeks}", first.year()));
    }
    if pages.is_empty() { Err(format!("{file}: there is no NOSAM in it")) } else { Ok(pages.join("\n")) }
}

/// The periods of the year: that of the sitting chair, and that of the one who takes over.
fn chairs(record: &Record, charter: &Charter, group: &Group, id: &str, first: Day, as_of: Day) -> String {
    let last = first.plus_months(12).plus_days(-1);
    let holder = |office| holder(group, office, as_of).unwrap_or("nobody known");
    let (sitting, vice) = (holder(OfficeKind::Chair), holder(OfficeKind::ViceChair));
    let next = match chair::next(record, charter, id, as_of) {
        Ok(next) => next,
        Err(why) => return format!("  {sitting} chairs. Who follows: {why}\n"),
    };
    let row = |from: Day, to: Day, chair: &str, vice: &str| {
        let (from, to) = (from.max(first), to.min(last));
        if from <= to {
            format!("  {from} to {to}  chair {chair}, vice chair {vice}\n")
        } else {
            String::new()
        }
    };
    let elect = format!("to be elected, not from {}", next.side().label(samla::Lang::En));
    row(first, next.from().plus_days(-1), sitting, vice)
        + &row(next.from(), next.to(), next.person().as_str(), &elect)
        + &row(next.to().plus_days(1), last, "the vice chair elected before", "to be elected")
}

/// Who holds an office on a day, by the rows that say so.
fn holder(group: &Group, office: OfficeKind, day: Day) -> Option<&str> {
    let rows = group.offices.known()?.iter().filter_map(|row| row.known());
    let held = rows.filter(|row| {
        let begun = row.from.known().is_none_or(|from| *from <= day);
        row.office.known() == Some(&office) && begun && row.to.known().is_none_or(|to| day <= *to)
    });
    held.max_by_key(|row| row.from.known()).and_then(|row| row.person.known()).map(|id| id.as_str())
}

/// The weeks to meet in: each meeting as early as is right after the one before.
fn weeks(record: &Record, charter: &Charter, id: &str, first: Day, as_of: Day) -> String {
    let end = first.plus_months(12);
    let mut text = String::new();
    let mut next = match meetings::next(record, charter, id, as_of) {
        Ok(next) => next,
        Err(why) => return format!("  When to meet: {why}\n"),
    };
    while let Some(day) = next.earliest().filter(|day| *day < end) {
        if first <= day {
            text += &format!("  {}\n", line(&next));
        }
        next = match meetings::after(record, charter, day) {
            Ok(next) => next,
            Err(why) => return format!("{text}  Then: {why}\n"),
        };
    }
    text
}

fn line(next: &NextMeeting) -> String {
    let (Some(from), Some(to)) = (next.earliest(), next.latest()) else { return String::new() };
    format!("meet in week {} to {} ({from} to {to})", from.iso_week().1, to.iso_week().1)
}
