//! Writes every vector with its report, so that Python and Node can be held against Rust byte by byte.
//!
//! `vectors FILE [GENERATED]`: one JSON object a line, `{name, record, options, report}` or `{…, error}`.
//! The embedded examples stand beside the vectors. GENERATED holds `{seed, record, options}` a line; their
//! reports are long, so only the SHA-256 of each is written, as `report_sha256`.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use samla::example;
use samla_tests::vectors;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn main() -> ExitCode {
    let mut paths = std::env::args().skip(1);
    let (Some(path), generated) = (paths.next(), paths.next()) else {
        eprintln!("usage: vectors FILE [GENERATED]");
        return ExitCode::from(2);
    };
    match write(&path, generated.as_deref()) {
        Ok(count) => {
            println!("{count} cases in {path}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::from(2)
        }
    }
}

fn write(path: &str, generated: Option<&str>) -> std::io::Result<usize> {
    let mut out = BufWriter::new(File::create(path)?);
    let mut count = 0;
    let mut put = |line: Value| {
        count += 1;
        writeln!(out, "{line}")
    };
    for (name, file) in vectors() {
        for case in &file.cases {
            put(judged(&format!("{name}: {}", case.name), &case.text(&file), &case.options(&file)))?;
        }
    }
    for example in example::ALL {
        let options = json!({ "as_of": example::as_of() }).to_string();
        put(judged(&format!("the example {}", example.name), example.json, &options))?;
    }
    if let Some(generated) = generated {
        for line in BufReader::new(File::open(generated)?).lines() {
            let line: Value = serde_json::from_str(&line?)?;
            let name = format!("the generated record of seed {}", line["seed"]);
            let mut line = judged(&name, &line["record"].to_string(), &line["options"].to_string());
            if let Some(Value::String(report)) = line.as_object_mut().and_then(|line| line.remove("report")) {
                line["report_sha256"] = sha256(&report).into();
            }
            put(line)?;
        }
    }
    out.flush()?;
    Ok(count)
}

/// One case with what Rust says.
fn judged(name: &str, record: &str, options: &str) -> Value {
    let mut line = json!({"name": name, "record": record, "options": options});
    match samla::json::check(record.as_bytes(), options) {
        Ok(report) => line["report"] = report.into(),
        Err(error) => line["error"] = error.en.into(),
    }
    line
}

fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
