//! The library held against its second implementation on generated records.

use std::env::consts::EXE_SUFFIX;
use std::process::Command;

use crate::steps::Steps;

/// Records that the library and the oracle judge in each test.
const FEW: &str = "400";

/// Records that they judge where there is time.
const MANY: &str = "20000";

/// `cargo xtask oracle`: judges many records, or as many as asked, and writes `docs/trust.md`.
pub(crate) fn verb(steps: &mut Steps, asked: &[&str]) -> Result<(), String> {
    let numbers = asked.chunks(2).all(|pair| {
        matches!(pair, ["--records" | "--seed", number] if number.parse::<u32>().is_ok_and(|it| it > 0))
    });
    if !numbers {
        return Err("say `cargo xtask oracle [--records N] [--seed N]`, each N a whole number above 0".into());
    }
    optimised(steps)?;
    let trust = steps.root().join("docs/trust.md");
    let mut compare = compare(steps, "release")?;
    compare.arg("--trust").arg(&trust).args(["--records", MANY]).args(asked);
    steps.run("library against oracle", &mut compare)
}

/// Compares a few records, with the library as the tests built it.
pub(crate) fn few(steps: &mut Steps) -> Result<(), String> {
    steps.cargo("library to compare", &["build", "--quiet", "--package", "samla-tests", "--bin", "judge"])?;
    let mut compare = compare(steps, "debug")?;
    steps.run("library against oracle", compare.args(["--records", FEW]))
}

/// Compares many records.
pub(crate) fn many(steps: &mut Steps) -> Result<(), String> {
    optimised(steps)?;
    let mut compare = compare(steps, "release")?;
    steps.run("library against oracle, at length", compare.args(["--records", MANY]))
}

fn optimised(steps: &mut Steps) -> Result<(), String> {
    let words = ["build", "--quiet", "--release", "--package", "samla-tests", "--bin", "judge"];
    steps.cargo("library, optimised", &words)
}

/// The comparison of the library, as built by `profile`, with the oracle.
fn compare(steps: &Steps, profile: &str) -> Result<Command, String> {
    let judge = steps.target().join(profile).join(format!("judge{EXE_SUFFIX}"));
    let mut command = steps.command(steps.python()?);
    command.arg("tests/oracle/compare.py").arg("--judge").arg(judge);
    Ok(command)
}
