//! A linter of rosters for a pipeline: `cargo run -p samla --example roster_linter -- [--as-of DAY] FILE…`
//!
//! A file is a record, or one group with its `organisations` beside its `members`. Each finding on who sits
//! where is a line, `file: place: severity: sentence [clause]`. The exit status is 0 when no file has an
//! error, 1 when one has, and 2 when a file could not be read or the call was wrong. Without `--as-of` the
//! rosters are judged as of today.

use std::process::ExitCode;
use std::{env, fs};

use samla::codes::{Outcome, Severity};
use samla::part::{Part, PartKind, Roster};
use samla::report::Finding;
use samla::{Charter, Day, Record};

fn main() -> ExitCode {
    let (mut out, mut err) = (String::new(), String::new());
    let status = run(env::args().skip(1), &mut out, &mut err);
    print!("{out}");
    eprint!("{err}");
    ExitCode::from(status)
}

/// Lints the files of a call; the exit status.
pub fn run(words: impl Iterator<Item = String>, out: &mut String, err: &mut String) -> u8 {
    let mut words = words.peekable();
    let as_of = match words.next_if(|word| word == "--as-of") {
        Some(_) => words.next().as_deref().and_then(Day::parse),
        None => Some(today()),
    };
    let (Some(as_of), Some(_)) = (as_of, words.peek()) else {
        *err += "roster_linter [--as-of DAY] FILE…, with a day like 2024-12-31\n";
        return 2;
    };
    let charter = Charter::samla_2023();
    let mut status = 0;
    for file in words {
        match lint(&file, &charter, as_of) {
            Ok(findings) => {
                findings.iter().for_each(|finding| *out += &format!("{file}: {finding}\n"));
                let error = findings.iter().any(|finding| finding.severity == Severity::Error);
                status = status.max(u8::from(error));
            }
            Err(why) => {
                *err += &format!("{file}: {why}\n");
                status = 2;
            }
        }
    }
    status
}

/// What is wrong with the rosters in a file: those of a record, or the one that the file is.
fn lint(file: &str, charter: &Charter, as_of: Day) -> Result<Vec<Finding>, Box<dyn std::error::Error>> {
    let bytes = fs::read(file)?;
    let record = Record::read(&bytes)?;
    let report = if record.groups.is_absent() {
        Roster::read(&bytes)?.check(charter, as_of)
    } else {
        samla::check(&record, charter, as_of)
    };
    let on_rosters = |finding: &Finding| match finding.rule_id() {
        Some(id) => id.rule().part == Some(PartKind::Roster),
        // What could not be read.
        None => true,
    };
    let broken = report.findings.into_iter().filter(|finding| finding.outcome == Outcome::Broken);
    Ok(broken.filter(on_rosters).collect())
}

fn today() -> Day {
    let seconds = std::time::UNIX_EPOCH.elapsed().map_or(0, |since| since.as_secs());
    let days = i64::try_from(seconds / 86_400).unwrap_or_default();
    Day::new(1970, 1, 1).expect("a day").plus_days(days)
}
