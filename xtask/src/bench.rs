//! `cargo xtask bench`: what a call costs, in instructions, beside the same bytes given to a peer.
//!
//! Instructions are counted by valgrind's callgrind, without what the program does before and after the call. They
//! are the same on a busy machine as on an idle one, and depend neither on where the checkout lies nor on the
//! environment.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::alone;
use crate::steps::{Steps, output};

/// The call that is measured, and those of peers beside it.
pub(crate) const CHECK: &str = "samla::json::check";
const PEERS: &[&str] = &["serde_json::Value"];

/// The program that makes one call, the records it makes it with, and where they lie.
pub(crate) struct Bench {
    once: PathBuf,
    folder: PathBuf,
    pub(crate) records: Vec<String>,
}

/// Prints a line for each record and call.
pub(crate) fn verb(steps: &mut Steps, words: &[&str]) -> Result<(), String> {
    alone("bench", words)?;
    if !steps.valgrind() {
        return Err("install valgrind, which counts the instructions".into());
    }
    let bench = Bench::new(steps)?;
    println!("{:<10} {:>9}  {:<20} {:>14}  {:>6}", "record", "bytes", "call", "instructions", "times");
    for record in &bench.records {
        let bytes = bench.bytes(record)?;
        let ours = bench.instructions(steps, CHECK, record)?;
        println!("{record:<10} {bytes:>9}  {CHECK:<20} {ours:>14}");
        for peer in PEERS {
            let theirs = bench.instructions(steps, peer, record)?;
            let times = ours as f64 / theirs as f64;
            println!("{record:<10} {bytes:>9}  {peer:<20} {theirs:>14}  {times:>6.2}");
        }
    }
    Ok(())
}

impl Bench {
    /// Builds the program and writes the records.
    pub(crate) fn new(steps: &mut Steps) -> Result<Self, String> {
        steps.cargo("what is measured", &["build", "--quiet", "--release", "--package", "samla-benches"])?;
        let once = steps.target().join("release").join(format!("once{}", env::consts::EXE_SUFFIX));
        let folder = steps.fresh_folder("bench")?;
        let names = output(steps.command(&once).arg("write").arg(&folder))?;
        Ok(Self { once, folder, records: names.lines().map(str::to_owned).collect() })
    }

    fn bytes(&self, record: &str) -> Result<u64, String> {
        let path = self.folder.join(format!("{record}.json"));
        fs::metadata(&path).map(|it| it.len()).map_err(|error| format!("{}: {error}", path.display()))
    }

    /// The instructions of one call.
    pub(crate) fn instructions(&self, steps: &Steps, call: &str, record: &str) -> Result<u64, String> {
        let whole = self.counted(steps, call, record)?;
        whole
            .checked_sub(self.counted(steps, "nothing", record)?)
            .ok_or_else(|| format!("{call} costs nothing"))
    }

    /// The instructions of the program from its start to its end.
    fn counted(&self, steps: &Steps, call: &str, record: &str) -> Result<u64, String> {
        let profile = self.folder.join("callgrind.out");
        let mut valgrind = steps.command("valgrind");
        valgrind.args(["--tool=callgrind", "--callgrind-out-file=callgrind.out", "--quiet"]);
        valgrind.arg(&self.once).args([call, record]).current_dir(&self.folder);
        valgrind.env_clear().envs(env::var_os("PATH").map(|path| ("PATH", path)));
        output(&mut valgrind)?;
        summary(&profile)
    }
}

/// The sum of a profile.
fn summary(profile: &Path) -> Result<u64, String> {
    let text = fs::read_to_string(profile).map_err(|error| format!("{}: {error}", profile.display()))?;
    let sum = text.lines().find_map(|line| line.strip_prefix("summary: ")?.trim().parse().ok());
    sum.ok_or_else(|| format!("{} has no summary", profile.display()))
}
