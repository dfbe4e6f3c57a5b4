//! Four hundred years are a whole number of weeks, so that a record moved by them is judged as before.

use serde_json::Value;

use crate::records::{every, report, same};

#[test]
fn four_hundred_years_later_only_days_differ() {
    every(|judged| {
        let mut before = judged.report();
        let mut options = judged.options.clone();
        options.insert("charter".into(), judged.charter());
        let mut options = Value::Object(options);
        let mut record = judged.record.clone();
        [&mut record, &mut options, &mut before].into_iter().for_each(later);
        let options = options.as_object().expect("options are an object");
        same(&before, &report(&record, options))
    });
}

/// Moves every day and every year of a value by 400 years.
fn later(value: &mut Value) {
    match value {
        Value::String(text) => *text = later_text(text),
        Value::Array(list) => list.iter_mut().for_each(later),
        Value::Object(map) => {
            for (key, inside) in map {
                match inside.as_i64() {
                    // A-40 is the first year in which the plan is revised.
                    Some(year) if ["year", "A-40"].contains(&key.as_str()) && YEARS.contains(&year) => {
                        *inside = (year + 400).into();
                    }
                    _ => later(inside),
                }
            }
        }
        _ => {}
    }
}

/// Numbers of four digits that are taken for years; municipalities have others.
const YEARS: std::ops::Range<i64> = 1950..2200;

/// Moves what is written as a day, whether or not the calendar has it, and what looks like a year.
fn later_text(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(|it: char| it.is_ascii_digit()) {
        let digits = rest[at..].find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len() - at);
        let (run, after) = (&rest[at..at + digits], &rest[at + digits..]);
        out.push_str(&rest[..at]);
        // The last four of ten digits are no year.
        let behind_digits =
            out.ends_with('-') && out[..out.len() - 1].ends_with(|it: char| it.is_ascii_digit());
        let year: Option<i64> = (digits == 4 && !behind_digits).then(|| run.parse().ok()).flatten();
        match year {
            Some(year) if is_day_from(after) && year < 9600 => out.push_str(&format!("{:04}", year + 400)),
            Some(year) if YEARS.contains(&year) => out.push_str(&(year + 400).to_string()),
            _ => out.push_str(run),
        }
        rest = after;
    }
    // What a day looks like is shown by one that is not of the record.
    let example = |before: &str| [format!("{before} 2424-03-05"), format!("{before} 2024-03-05")];
    ["exempel", "such as", "som", "like"]
        .map(example)
        .iter()
        .fold(out + rest, |text, [shifted, kept]| text.replace(shifted, kept))
}

/// Do a month and a day follow, as in `-12-31`?
fn is_day_from(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let two = |from: usize| bytes.get(from..from + 2).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
    bytes.first() == Some(&b'-')
        && two(1)
        && bytes.get(3) == Some(&b'-')
        && two(4)
        && !bytes.get(6).is_some_and(u8::is_ascii_digit)
}
