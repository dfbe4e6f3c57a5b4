//! Judges records handed in one a line, so that another implementation can be held against this one.
//!
//! In: `{"record": "…", "options": {…}}` a line. Out: `{"subjects": {rule: {subject: outcome}}}` a line.

use std::io::{BufRead, Write};
use std::process::ExitCode;

use serde_json::{Map, Value, json};

fn main() -> ExitCode {
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let judged = line.map_err(|error| error.to_string()).and_then(|line| judge(&line));
        let written = match judged {
            Ok(subjects) => writeln!(out, "{}", json!({ "subjects": subjects })),
            Err(error) => writeln!(out, "{}", json!({ "error": error })),
        };
        if written.is_err() {
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// The outcome of every subject of every rule.
fn judge(line: &str) -> Result<Value, String> {
    let line: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let record = match &line["record"] {
        Value::String(text) => text.clone(),
        record => record.to_string(),
    };
    let mut options = line["options"].clone();
    options["subjects"] = "all".into();
    let report = samla::json::check(record.as_bytes(), &options.to_string()).map_err(|error| error.0.en)?;
    let report: Value = serde_json::from_str(&report).map_err(|error| error.to_string())?;
    let mut rules = Map::new();
    for verdict in report["verdicts"].as_array().into_iter().flatten() {
        let mut outcomes = Map::new();
        for subject in verdict["subjects"].as_array().into_iter().flatten() {
            let name = subject["subject"].as_str().unwrap_or_default();
            outcomes.insert(name.to_owned(), subject["outcome"].clone());
        }
        rules.insert(verdict["rule"].as_str().unwrap_or_default().to_owned(), Value::Object(outcomes));
    }
    Ok(Value::Object(rules))
}
