//! Writes every vector with its report, so that Python and Node can be held against Rust byte by byte.
//!
//! `vectors FILE [GENERATED]`: one JSON object a line, `{name, record, options, report}` or `{…, error}`.
//! The embedded examples stand beside the vectors. GENERATED holds `{seed, record, options}` a line; their
//! reports are long, so only the SHA-256 of each is written, as `report_sha256`.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use samla_tests::{Judged, all_judged, generated, sha256};
use serde_json::json;

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

fn write(path: &str, lines: Option<&str>) -> io::Result<usize> {
    let mut out = BufWriter::new(File::create(path)?);
    let mut count = 0;
    let mut put = |judged: Judged, long: bool| {
        count += 1;
        let (key, says) = match judged.report() {
            Ok(report) if long => ("report_sha256", sha256(&report)),
            Ok(report) => ("report", report),
            Err(error) => ("error", error),
        };
        let mut line = json!({"name": judged.name, "record": judged.record, "options": judged.options});
        line[key] = says.into();
        writeln!(out, "{line}")
    };
    all_judged().into_iter().try_for_each(|judged| put(judged, false))?;
    if let Some(lines) = lines {
        generated(Path::new(lines))?.into_iter().try_for_each(|judged| put(judged, true))?;
    }
    out.flush()?;
    Ok(count)
}
