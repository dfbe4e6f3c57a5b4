//! What needs more than one tool.
//!
//! `cargo xtask bless` rewrites what is generated: the README's outputs, the schemas and
//! the snapshots of rendered text.
//!
//! `cargo xtask oracle [--records N] [--seed N]` holds the library against its second implementation on
//! generated records and writes what came out into `docs/trust.md`.
//!
//! `cargo xtask test` takes a fresh clone on a fresh machine to a verdict on every surface: it sets
//! up what it needs under the target folder, checks, builds and tests, and stops at the first step
//! that fails.

mod steps;
mod wasm;

use std::fs::File;
use std::path::Path;
use std::process::{ExitCode, Stdio};

use steps::Steps;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["test"] => Steps::new().and_then(|mut steps| test(&mut steps)),
        ["wasm"] => Steps::new().and_then(|mut steps| build_wasm(&mut steps)),
        ["bless"] => Steps::new().and_then(|mut steps| bless(&mut steps)),
        ["oracle", ref rest @ ..] => Steps::new().and_then(|mut steps| oracle(&mut steps, rest)),
        _ => Err("say `cargo xtask test`, `cargo xtask wasm` for the browser's module alone, \
                  `cargo xtask bless` to rewrite what is generated, or `cargo xtask oracle --records 20000` \
                  to hold the library against its second implementation"
            .into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Everything that has to hold before a change is shared, cheapest first.
fn test(steps: &mut Steps) -> Result<(), String> {
    let python = steps.python()?;
    steps.node()?;

    if steps.has(&["fmt", "--version"]) {
        steps.cargo("formatting", &["fmt", "--all", "--check"])?;
    } else {
        steps.skip("formatting", "rustfmt is not installed (`rustup component add rustfmt`)");
    }
    if steps.has(&["clippy", "--version"]) {
        steps
            .cargo("lints", &["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    } else {
        steps.skip("lints", "clippy is not installed (`rustup component add clippy`)");
    }
    let folder = steps.fresh_folder("vectors")?;
    let generated = folder.join("generated.ndjson");
    let mut generate = steps.command(&python);
    generate.args(["tests/oracle/generate.py", "--lines", GENERATED]);
    steps.run("generated records", generate.stdout(create(&generated)?))?;
    // As the README has it, unoptimised: `cargo run` has to know which program is meant.
    let mut check = steps.cargo_command(&["run", "--quiet", "--", "check"]);
    steps.run("the README's command", check.stdout(Stdio::null()))?;
    let mut rust = steps.cargo_command(&["test", "--quiet", "--workspace"]);
    steps.run("Rust tests", rust.env("SAMLA_GENERATED", &generated))?;
    steps.run(
        "Rust documentation",
        steps
            .cargo_command(&["doc", "--quiet", "--no-deps", "--package", "samla"])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )?;

    // Every surface answers the same cases, and Rust's answers are what the others are held to.
    let vectors = folder.join("cases.ndjson");
    let path = vectors.to_str().ok_or("the path of the target folder is not Unicode")?;
    let mut vectors_of = steps.cargo_command(&["run", "--quiet", "--package", "samla-tests"]);
    vectors_of.args(["--bin", "vectors", "--", path]).arg(&generated);
    steps.run("vectors", &mut vectors_of)?;

    steps.cargo("library to compare", &["build", "--quiet", "--package", "samla-tests", "--bin", "judge"])?;
    let mut compare = steps.compare(&python, "debug");
    steps.run("library against oracle", compare.args(["--records", COMPARED]))?;

    build_wasm(steps)?;
    // Named one by one: what Node takes a folder to mean differs between its versions.
    let mut node = steps.command("node");
    node.args(["--test", "--test-reporter=dot"]);
    node.args(steps.files("wasm/test", ".test.mjs")?);
    node.args(steps.files("tests/node", ".test.mjs")?);
    steps.node_packages("tests/forms")?;
    node.args(steps.files("tests/forms", ".test.mjs")?);
    steps.run("Node tests", node.env("SAMLA_VECTORS", &vectors))?;

    let python = steps.virtual_environment(&python)?;
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
    steps.run("Python tests", pytest.env("SAMLA_VECTORS", &vectors))?;

    steps.finish();
    Ok(())
}

/// Records that the library and the oracle judge in each test.
const COMPARED: &str = "400";

/// Records whose reports every surface has to write alike; some are held to the laws, too.
const GENERATED: &str = "1000";

/// Holds the library against the oracle on many records and writes `docs/trust.md`.
fn oracle(steps: &mut Steps, asked: &[&str]) -> Result<(), String> {
    let numbers = asked.chunks(2).all(|pair| {
        matches!(pair, ["--records" | "--seed", number] if number.parse::<u32>().is_ok_and(|it| it > 0))
    });
    if !numbers {
        return Err("say `cargo xtask oracle [--records N] [--seed N]`, each N a whole number above 0".into());
    }
    let python = steps.python()?;
    steps.cargo(
        "library, optimised",
        &["build", "--quiet", "--release", "--package", "samla-tests", "--bin", "judge"],
    )?;
    let trust = steps.root().join("docs/trust.md");
    let mut compare = steps.compare(&python, "release");
    compare.arg("--trust").arg(&trust).args(["--records", "20000"]).args(asked);
    steps.run("library against oracle", &mut compare)?;
    steps.finish();
    Ok(())
}

/// Rewrites what is generated. What it changed is for the next look at the change to judge.
fn bless(steps: &mut Steps) -> Result<(), String> {
    let mut readme =
        steps.cargo_command(&["test", "--quiet", "--package", "samla-tests", "--test", "readme"]);
    steps.run("README", readme.env("SAMLA_BLESS", "1"))?;
    let mut schemas =
        steps.cargo_command(&["test", "--quiet", "--package", "samla-tests", "--test", "house", "schemas"]);
    steps.run("schemas", schemas.env("SAMLA_BLESS", "1"))?;
    let mut snapshots = steps.cargo_command(&["test", "--quiet", "--package", "samla-cli", "--lib"]);
    steps.run("snapshots of reports", snapshots.env("INSTA_UPDATE", "always"))?;
    let mut overview =
        steps.cargo_command(&["test", "--quiet", "--package", "samla-tests", "--test", "overview"]);
    steps.run("snapshots of the overview", overview.env("INSTA_UPDATE", "always"))?;
    steps.finish();
    Ok(())
}

fn create(path: &Path) -> Result<File, String> {
    File::create(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Compiles the module and packs it into JavaScript, in `wasm/dist`.
fn build_wasm(steps: &mut Steps) -> Result<(), String> {
    steps.wasm_target()?;
    steps.cargo(
        "wasm module",
        &["build", "--quiet", "--package", "samla-wasm", "--profile", "wasm", "--target", wasm::TARGET],
    )?;
    let module = steps.target().join(wasm::TARGET).join("wasm/samla_wasm.wasm");
    let dist = steps.root().join("wasm/dist");
    let schemas = steps.files("schemas", ".json")?;
    steps.task("wasm packing", || {
        wasm::pack(&module, &dist).and_then(|()| wasm::pack_schemas(&schemas, &dist))
    })
}
