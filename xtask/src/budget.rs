//! What a change may cost: `benches/budget.json` has what was measured last, and the gate fails where a measure is
//! further from it than the tolerance, in either direction, so that the budget follows what the code has become.
//! `cargo xtask bless` rewrites it.

use std::collections::BTreeMap;
use std::fs;

use serde::{Deserialize, Serialize};

use crate::bench::{Bench, CHECK};
use crate::steps::{Steps, output};
use crate::wasm;

const PATH: &str = "benches/budget.json";

/// Per cent that a measure may be off.
const TOLERANCE: u64 = 5;

/// What was measured, and by which compiler: another writes other instructions.
#[derive(Deserialize, Serialize)]
struct Budget {
    rustc: String,
    /// Of one call, by record.
    instructions: BTreeMap<String, u64>,
    /// Of the browser's module.
    bytes: BTreeMap<String, u64>,
}

/// Holds what is built to the budget.
pub(crate) fn gate(steps: &mut Steps) -> Result<(), String> {
    let path = steps.root().join(PATH);
    let text = fs::read_to_string(&path).map_err(|error| format!("{PATH}: {error}"))?;
    let budget: Budget = serde_json::from_str(&text).map_err(|error| format!("{PATH}: {error}"))?;
    if rustc(steps)? != budget.rustc {
        steps.note(&format!("gate off: the budget is that of {}", budget.rustc));
        return Ok(());
    }
    let mut off = compared("bytes of the browser's module", &budget.bytes, &sizes(steps)?);
    if steps.valgrind() {
        let instructions = instructions(steps, budget.instructions.keys().cloned())?;
        off.extend(compared("instructions of one call", &budget.instructions, &instructions));
    } else {
        steps.skip("instructions", "valgrind is not installed (`apt-get install valgrind`)");
    }
    match off[..] {
        [] => Ok(()),
        _ => Err(format!(
            "more than {TOLERANCE} % from {PATH}, `cargo xtask bless` rewrites it if that is meant:\n{}",
            off.join("\n")
        )),
    }
}

/// Measures again and writes the budget.
pub(crate) fn write(steps: &mut Steps) -> Result<(), String> {
    if !steps.valgrind() {
        steps.skip("budget", "valgrind is not installed (`apt-get install valgrind`)");
        return Ok(());
    }
    let budget = Budget {
        rustc: rustc(steps)?,
        instructions: instructions(steps, ["year", "nosam-100"])?,
        bytes: sizes(steps)?,
    };
    let text = serde_json::to_string_pretty(&budget).map_err(|error| error.to_string())?;
    fs::write(steps.root().join(PATH), text + "\n").map_err(|error| format!("{PATH}: {error}"))
}

/// The measures that are off, each as a line.
fn compared(of: &str, budget: &BTreeMap<String, u64>, now: &BTreeMap<String, u64>) -> Vec<String> {
    let mut off = Vec::new();
    for (name, was) in budget {
        let now = now.get(name).copied().unwrap_or_default();
        let change = (now as f64 / *was as f64 - 1.0) * 100.0;
        eprintln!("xtask:         {name}, {of}: {now}, {change:+.1} %");
        if now.abs_diff(*was) * 100 > was * TOLERANCE {
            off.push(format!("{name}, {of}: {now} instead of {was}, {change:+.1} %"));
        }
    }
    off
}

/// The instructions of one call with each of these records.
fn instructions(
    steps: &mut Steps,
    records: impl IntoIterator<Item = impl Into<String>>,
) -> Result<BTreeMap<String, u64>, String> {
    let bench = Bench::new(steps)?;
    let counted = records.into_iter().map(|record| {
        let record = record.into();
        bench.instructions(steps, CHECK, &record).map(|counted| (record, counted))
    });
    counted.collect()
}

/// The module as it lies in the package, and as a server that compresses sends it.
fn sizes(steps: &mut Steps) -> Result<BTreeMap<String, u64>, String> {
    const BROTLI: &str = "const { readFileSync } = require('node:fs');
        const { brotliCompressSync } = require('node:zlib');
        const module = readFileSync(process.argv[1]);
        console.log(module.length, brotliCompressSync(module).length);";
    let module = wasm::build(steps)?;
    let text = output(steps.command("node").args(["-e", BROTLI]).arg(module))?;
    let mut sizes =
        text.split_whitespace().map(|size| size.parse().map_err(|_| format!("{size} is no size")));
    let mut next = || sizes.next().unwrap_or_else(|| Err("Node told no size".into()));
    Ok(BTreeMap::from([("wasm".to_owned(), next()?), ("wasm, brotli".to_owned(), next()?)]))
}

/// The compiler and what it compiles for.
fn rustc(steps: &Steps) -> Result<String, String> {
    let text = output(steps.command(crate::steps::rustc()).arg("-vV"))?;
    let line = |start: &str| text.lines().find_map(|line| line.strip_prefix(start)).unwrap_or_default();
    Ok(format!("{} {}", line("rustc "), line("host: ")))
}
