//! Writes every vector with its report, so that Python and Node can be held against Rust byte by byte.
//!
//! `vectors FILE`: one JSON object a line, `{name, record, options, report}` or `{…, error}`.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::process::ExitCode;

use samla_tests::vectors;
use serde_json::json;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: vectors FILE");
        return ExitCode::from(2);
    };
    match write(&path) {
        Ok(count) => {
            println!("{count} vectors in {path}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::from(2)
        }
    }
}

fn write(path: &str) -> std::io::Result<usize> {
    let mut out = BufWriter::new(File::create(path)?);
    let mut count = 0;
    for (name, file) in vectors() {
        for case in &file.cases {
            let (record, options) = (case.text(&file), case.options(&file));
            let mut line =
                json!({"name": format!("{name}: {}", case.name), "record": record, "options": options});
            match samla::json::check(record.as_bytes(), &options) {
                Ok(report) => line["report"] = report.into(),
                Err(error) => line["error"] = error.en.into(),
            }
            writeln!(out, "{line}")?;
            count += 1;
        }
    }
    out.flush()?;
    Ok(count)
}
