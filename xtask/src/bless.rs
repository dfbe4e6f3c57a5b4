//! `cargo xtask bless`: rewrites what is generated. What it changed is for the next look at the change to judge.

use std::collections::BTreeSet;

use crate::steps::{Steps, output};
use crate::{alone, budget};

/// What the source of a test has that rewrites what it holds to.
const MARK: &str = r#""SAMLA_BLESS"|assert_snapshot!\("#;

/// Runs every test that holds to something generated, each told to rewrite it, and measures the budget.
pub(crate) fn verb(steps: &mut Steps, words: &[&str]) -> Result<(), String> {
    alone("bless", words)?;
    let generated = steps.generated()?;
    let mut grep = steps.command("git");
    let found = output(grep.args(["grep", "--untracked", "-lE", MARK, "--", "*.rs", ":!xtask"]))?;
    // The tests of a library run all, wherever in its files the one stands that rewrites.
    let target = |path: &str| match path.strip_prefix("tests/tests/") {
        Some(test) => format!("--test={}", test.split(['/', '.']).next().unwrap_or(test)),
        None => "--lib".to_owned(),
    };
    let targets: BTreeSet<String> = found.lines().map(target).collect();
    let mut tests = steps.cargo_command(&["test", "--quiet", "--no-fail-fast"]);
    tests
        .args(targets)
        .env("SAMLA_BLESS", "1")
        .env("INSTA_UPDATE", "always")
        .env("SAMLA_GENERATED", generated);
    steps.run("what tests hold to", &mut tests)?;
    budget::write(steps)
}
