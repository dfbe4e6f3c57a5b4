//! The bytes of every report stay what they are: `tests/reports.sha256` has a hash for each vector, both
//! examples and, where `SAMLA_GENERATED` names their file, a thousand generated records.
//!
//! `cargo xtask bless` rewrites it; the diff then shows which answers changed, and the commit says why.

use std::path::Path;
use std::{env, fs};

use samla_tests::{all_judged, generated, sha256};

/// Digits of a hash that are kept: enough that no two reports share them.
const DIGITS: usize = 20;

#[test]
fn every_report_has_the_bytes_that_it_had() {
    let lines = env::var_os("SAMLA_GENERATED");
    let mut all = all_judged();
    if let Some(lines) = &lines {
        all.extend(generated(Path::new(lines)).expect("the file that SAMLA_GENERATED names"));
    }
    let of = |text: String| sha256(&text)[..DIGITS].to_owned();
    let now: Vec<String> = all
        .iter()
        .map(|judged| format!("{}  {}", of(judged.report().unwrap_or_else(|error| error)), judged.name))
        .collect();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("reports.sha256");
    if env::var_os("SAMLA_BLESS").is_some() {
        assert!(lines.is_some(), "the generated records are missing, say SAMLA_GENERATED");
        fs::write(&path, now.join("\n") + "\n").expect("the file of hashes");
    }
    let was = fs::read_to_string(&path).unwrap_or_default();
    let was: Vec<&str> =
        was.lines().filter(|line| lines.is_some() || !line.contains("  the generated record ")).collect();
    let changed: Vec<&String> = now.iter().filter(|line| !was.contains(&line.as_str())).collect();
    assert!(now.iter().eq(&was), "reports that are new or not what they were: {changed:#?}");
}
