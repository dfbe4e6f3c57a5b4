//! `cargo xtask test`: everything that has to hold before a change is shared, cheapest first.
//!
//! It sets up what it needs under the target folder, checks, builds and tests, and stops at the first step that
//! fails.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::steps::Steps;
use crate::{budget, oracle, wasm};

/// The name that asks for a part alone, and what it does.
type Part = (&'static str, fn(&mut Steps) -> Result<(), String>);

/// The parts in their order.
const PARTS: &[Part] = &[
    ("lints", lints),
    ("rust", rust),
    ("docs", docs),
    ("oracle", |steps| oracle::few(steps)),
    ("node", node),
    ("python", python),
    ("budget", budget::gate),
];

/// What `--all` runs beside them: it takes longer than a change can wait for.
const LONG: &[Part] = &[("long oracle", |steps| oracle::many(steps))];

/// As long as the parts may take together before somebody has to look.
const LIMIT: Duration = Duration::from_secs(40 * 60);

/// `cargo xtask test [PART | --all]`.
pub(crate) fn test(steps: &mut Steps, words: &[&str]) -> Result<(), String> {
    let parts: Vec<_> = match words {
        [] => PARTS.to_vec(),
        ["--all"] => [PARTS, LONG].concat(),
        [part] if PARTS.iter().any(|(name, _)| name == part) => {
            PARTS.iter().filter(|(name, _)| name == part).copied().collect()
        }
        _ => {
            let names: Vec<&str> = PARTS.iter().map(|(name, _)| *name).collect();
            return Err(format!("say `cargo xtask test`, with `--all` or one part: {}", names.join(", ")));
        }
    };
    // What is missing is said before anything is waited for.
    steps.python()?;
    steps.node()?;
    let mut times = Vec::new();
    for (name, part) in parts {
        let started = Instant::now();
        part(steps)?;
        times.push((name, started.elapsed()));
    }
    for (name, time) in &times {
        eprintln!("xtask: {:>5.1} min  {name}", time.as_secs_f64() / 60.0);
    }
    let sum: Duration = times.iter().map(|(_, time)| *time).sum();
    if words.is_empty() && sum > LIMIT {
        eprintln!("xtask: that is over {} minutes: move what is slowest to `--all`", LIMIT.as_secs() / 60);
    }
    Ok(())
}

fn lints(steps: &mut Steps) -> Result<(), String> {
    if steps.has(&["fmt", "--version"]) {
        steps.cargo("formatting", &["fmt", "--all", "--check"])?;
    } else {
        steps.skip("formatting", "rustfmt is not installed (`rustup component add rustfmt`)");
    }
    if steps.has(&["clippy", "--version"]) {
        let words = ["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"];
        steps.cargo("lints", &words)
    } else {
        steps.skip("lints", "clippy is not installed (`rustup component add clippy`)");
        Ok(())
    }
}

fn rust(steps: &mut Steps) -> Result<(), String> {
    let generated = steps.generated()?;
    // As the README has it, unoptimised: `cargo run` has to know which program is meant.
    let mut check = steps.cargo_command(&["run", "--quiet", "--", "check"]);
    steps.run("the README's command", check.stdout(Stdio::null()))?;
    let mut tests = steps.cargo_command(&["test", "--quiet", "--workspace", "--exclude", "samla-benches"]);
    steps.run("Rust tests", tests.env("SAMLA_GENERATED", &generated))
}

fn docs(steps: &mut Steps) -> Result<(), String> {
    let mut doc =
        steps.cargo_command(&["doc", "--quiet", "--no-deps", "--all-features", "--package", "samla"]);
    steps.run("Rust documentation", doc.env("RUSTDOCFLAGS", "-D warnings"))?;
    one_type_of_a_name(&steps.target().join("doc/samla/all.html"))
}

/// No two public types have one name: rustdoc's list of all items has those that macros write, too.
fn one_type_of_a_name(list: &Path) -> Result<(), String> {
    let list = fs::read_to_string(list).map_err(|error| format!("{}: {error}", list.display()))?;
    let mut places = BTreeMap::new();
    for place in list.split("href=\"").filter_map(|rest| rest.split_once(".html\"")).map(|(place, _)| place) {
        let item = place.rsplit('/').next().unwrap_or(place);
        let Some((kind, name)) = item.split_once('.') else { continue };
        if ["struct", "enum", "trait", "type"].contains(&kind)
            && let Some(other) = places.insert(name, place)
        {
            return Err(format!("two public types are called {name}: {other} and {place}"));
        }
    }
    if places.is_empty() { Err("rustdoc lists no type".into()) } else { Ok(()) }
}

fn node(steps: &mut Steps) -> Result<(), String> {
    let vectors = steps.vectors()?;
    wasm::build(steps)?;
    // Named one by one: what Node takes a folder to mean differs between its versions.
    let mut node = steps.command("node");
    node.args(["--test", "--test-reporter=dot"]);
    node.args(steps.files("wasm/test", ".test.mjs")?);
    node.args(steps.files("tests/node", ".test.mjs")?);
    steps.node_packages("tests/forms")?;
    node.args(steps.files("tests/forms", ".test.mjs")?);
    steps.run("Node tests", node.env("SAMLA_VECTORS", &vectors))
}

fn python(steps: &mut Steps) -> Result<(), String> {
    let vectors = steps.vectors()?;
    let python = steps.virtual_environment()?;
    steps.wheel(&python)?;
    // From the target folder, so that mypy meets the installed package and leaves its cache there.
    let target = steps.target();
    let mut mypy = steps.command(&python);
    mypy.args(["-m", "mypy", "--strict", "--package", "samla"]).current_dir(&target);
    steps.run("Python types", &mut mypy)?;
    let mut stubtest = steps.command(&python);
    stubtest.args(["-m", "mypy.stubtest", "samla._samla"]).current_dir(&target);
    steps.run("Python stub", &mut stubtest)?;
    let mut pytest = steps.command(&python);
    pytest.args(["-m", "pytest", "--quiet", "--config-file=python/pyproject.toml", "--rootdir=."]);
    pytest.args(["python/tests", "tests/python", "tests/oracle"]);
    steps.run("Python tests", pytest.env("SAMLA_VECTORS", &vectors))
}
