//! Makes one call and ends, so that a tool around it can count what the call costs.
//!
//! `once write FOLDER` writes what is judged, for each record its text and the options it is judged by, and prints
//! the records' names. `once CALL NAME` reads what is called NAME from the folder it runs in and makes the call;
//! `nothing` reads it and makes none.

mod records;

use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, mem};

use serde_json::Value;

/// The name of a call, and the call with a record and options.
type Call = (&'static str, fn(&[u8], &str));

/// What can be called: the library, and those that it is held beside.
const CALLS: &[Call] = &[("nothing", |_, _| ()), ("samla::json::check", check), ("serde_json::Value", value)];

/// Reads, judges and writes a report.
fn check(record: &[u8], options: &str) {
    // Not dropped: the call is measured, not what its caller does with the answer.
    mem::forget(black_box(samla::json::check(record, options).expect("a report")));
}

/// Reads JSON and makes nothing of it.
fn value(record: &[u8], _: &str) {
    mem::forget(black_box(serde_json::from_slice::<Value>(record).expect("JSON")));
}

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["write", folder] => write(Path::new(folder)),
        [call, name] => once(call, name),
        _ => {
            eprintln!("say `once write FOLDER`, or `once CALL NAME` in that folder");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn write(folder: &Path) {
    for record in records::all() {
        fs::write(folder.join(format!("{}.json", record.name)), record.text).expect("a file for a record");
        fs::write(folder.join(format!("{}.options", record.name)), record.options)
            .expect("a file for options");
        println!("{}", record.name);
    }
}

fn once(call: &str, name: &str) {
    let record = fs::read(format!("{name}.json")).expect("a record's file");
    let options = fs::read_to_string(format!("{name}.options")).expect("a file of options");
    let call = CALLS.iter().find(|(known, _)| *known == call).expect("a call that is known").1;
    call(black_box(&record), black_box(&options));
}
