//! A linter of rosters for a pipeline: `cargo run -p samla --example roster_linter -- [--as-of DAY] FILE…`
//!
//! A file is a whole record, or one group with its `organisations` beside its `members`. Each finding is a
//! line, `file: place: severity: sentence [clause]`. The exit status is 0 when no file has an error, 1 when
//! one has, and 2 when a file could not be read or the call was wrong.

use std::process::ExitCode;
use std::{env, fs};

use samla::part::{Part, Roster};
use samla::report::Outcome;
use samla::{Charter, Day, Record, Report};

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(says) => {
            eprintln!("{says}");
            ExitCode::from(2)
        }
    }
}

/// Lints every file; says whether none has an error.
fn run() -> Result<bool, String> {
    let mut words = env::args().skip(1).peekable();
    let as_of = match words.next_if(|word| word == "--as-of") {
        Some(_) => words.next().as_deref().and_then(Day::parse).ok_or("--as-of needs a day like 2024-12-31")?,
        None => today(),
    };
    let files: Vec<String> = words.collect();
    if files.is_empty() {
        return Err("Call: roster_linter [--as-of DAY] FILE…".into());
    }
    let charter = Charter::samla_2023();
    let mut unread = Vec::new();
    let mut clean = true;
    for file in &files {
        match lint(file, &charter, as_of) {
            Ok(reports) => clean &= print(file, &reports),
            Err(says) => unread.push(format!("{file}: {says}")),
        }
    }
    if unread.is_empty() { Ok(clean) } else { Err(unread.join("\n")) }
}

/// The rosters in a file: of each group of a record, or of the one group that the file is.
fn lint(file: &str, charter: &Charter, as_of: Day) -> Result<Vec<(Option<String>, Report)>, String> {
    let bytes = fs::read(file).map_err(|error| error.to_string())?;
    let record = Record::read(&bytes).map_err(|error| error.to_string())?;
    let Some(groups) = record.groups.known() else {
        let roster = Roster::read(&bytes).map_err(|error| error.to_string())?;
        return Ok(vec![(None, roster.check(charter, as_of))]);
    };
    let ids = groups.iter().filter_map(|group| group.known()?.id.known());
    let rosters = ids.filter_map(|id| Some((id, Roster::of(&record, id.as_str())?)));
    Ok(rosters.map(|(id, roster)| (Some(id.to_string()), roster.check(charter, as_of))).collect())
}

/// Prints the findings; says whether none is an error.
fn print(file: &str, reports: &[(Option<String>, Report)]) -> bool {
    for (group, report) in reports {
        let whose = group.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
        for finding in report.findings.iter().filter(|finding| finding.outcome == Outcome::Broken) {
            println!("{file}{whose}: {finding}");
        }
    }
    reports.iter().all(|(_, report)| report.counts.error == 0)
}

fn today() -> Day {
    let seconds = std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let days = i64::try_from(seconds / 86_400).unwrap_or(0);
    Day::new(1970, 1, 1).map_or_else(samla::example::as_of, |first| first.plus_days(days))
}
