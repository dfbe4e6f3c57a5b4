//! Running the steps one after the other, each announced in one line.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

use crate::wasm;

/// The oldest releases that are tried; older ones fail in ways that do not say why.
const NODE: u32 = 20;
const PYTHON: (u32, u32) = (3, 11);

/// The steps so far.
pub(crate) struct Steps {
    root: PathBuf,
    target: PathBuf,
    started: Instant,
    done: usize,
    skipped: Vec<&'static str>,
}

impl Steps {
    /// Finds the repository and the target folder.
    pub(crate) fn new() -> Result<Self, String> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().ok_or("the package `xtask` has no parent folder")?.to_owned();
        let mut steps =
            Self { target: PathBuf::new(), started: Instant::now(), done: 0, skipped: Vec::new(), root };
        // Cargo knows: the folder may be moved by the environment or by a configuration file.
        let text = output(&mut steps.cargo_command(&["metadata", "--no-deps", "--format-version", "1"]))?;
        let metadata: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
        let target = metadata["target_directory"].as_str();
        steps.target = target.ok_or("`cargo metadata` names no target folder")?.into();
        Ok(steps)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn target(&self) -> PathBuf {
        self.target.clone()
    }

    /// A command that runs in the repository's root.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    pub(crate) fn cargo_command(&self, words: &[&str]) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.args(words);
        command
    }

    /// Whether a cargo command is installed.
    pub(crate) fn has(&self, words: &[&str]) -> bool {
        output(&mut self.cargo_command(words)).is_ok()
    }

    pub(crate) fn cargo(&mut self, name: &'static str, words: &[&str]) -> Result<(), String> {
        let mut command = self.cargo_command(words);
        self.run(name, &mut command)
    }

    pub(crate) fn run(&mut self, name: &'static str, command: &mut Command) -> Result<(), String> {
        self.task(name, || {
            let program = command.get_program().to_string_lossy().into_owned();
            match command.status() {
                Ok(status) if status.success() => Ok(()),
                Ok(status) => Err(format!("`{program}` ended with {status}")),
                Err(error) => Err(format!("`{program}` could not be started: {error}")),
            }
        })
    }

    /// Announces and does one step.
    pub(crate) fn task(
        &mut self,
        name: &'static str,
        task: impl FnOnce() -> Result<(), String>,
    ) -> Result<(), String> {
        self.done += 1;
        eprintln!("xtask: {:>4} s  {name}", self.started.elapsed().as_secs());
        task().map_err(|reason| format!("the step \"{name}\" failed: {reason}"))
    }

    pub(crate) fn skip(&mut self, name: &'static str, why: &str) {
        self.skipped.push(name);
        eprintln!("xtask: {:>4} s  {name}: skipped, {why}", self.started.elapsed().as_secs());
    }

    /// The one line at the end.
    pub(crate) fn finish(&self) {
        let seconds = self.started.elapsed().as_secs();
        let skipped = match self.skipped[..] {
            [] => "none skipped".to_owned(),
            ref names => format!("skipped: {}", names.join(", ")),
        };
        eprintln!("xtask: all {} steps passed in {seconds} s, {skipped}", self.done);
    }

    /// An empty folder under the target folder.
    pub(crate) fn fresh_folder(&self, name: &str) -> Result<PathBuf, String> {
        let folder = self.target.join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(folder)
    }

    /// The files of a folder whose names end so, sorted; none at all is an error.
    pub(crate) fn files(&self, folder: &str, ending: &str) -> Result<Vec<PathBuf>, String> {
        let entries = fs::read_dir(self.root.join(folder)).map_err(|error| format!("{folder}: {error}"))?;
        let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
        let mut files: Vec<_> = paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
        files.sort();
        if files.is_empty() {
            return Err(format!("no file in {folder} ends with {ending}"));
        }
        Ok(files)
    }

    /// The name of a Python that is new enough.
    pub(crate) fn python(&self) -> Result<String, String> {
        let missing = format!("install Python {}.{} or later, as `python3`", PYTHON.0, PYTHON.1);
        let text = output(self.command("python3").arg("--version")).map_err(|_| missing.clone())?;
        let numbers = numbers(&text);
        match numbers[..] {
            [major, minor, ..] if (major, minor) >= PYTHON => Ok("python3".into()),
            _ => Err(missing),
        }
    }

    /// Fails if Node is missing or too old.
    pub(crate) fn node(&self) -> Result<(), String> {
        let missing = format!("install Node {NODE} or later, as `node`");
        let text = output(self.command("node").arg("--version")).map_err(|_| missing.clone())?;
        match numbers(&text)[..] {
            [major, ..] if major >= NODE => Ok(()),
            _ => Err(missing),
        }
    }

    /// Installs the standard library for wasm if it is not there.
    pub(crate) fn wasm_target(&mut self) -> Result<(), String> {
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let library =
            output(self.command(rustc).args(["--print", "target-libdir", "--target", wasm::TARGET]))?;
        if Path::new(library.trim()).exists() {
            return Ok(());
        }
        if output(self.command("rustup").arg("--version")).is_err() {
            return Err(format!(
                "install rustup (https://rustup.rs), or the Rust standard library for {} by other means",
                wasm::TARGET
            ));
        }
        let mut command = self.command("rustup");
        self.run("wasm target", command.args(["target", "add", wasm::TARGET]))
    }

    /// A virtual environment with the pinned tools; the answer is its Python.
    pub(crate) fn virtual_environment(&mut self, python: &str) -> Result<PathBuf, String> {
        let folder = self.target.join("venv");
        let inside = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let lock = self.root.join("python/requirements-test.txt");
        let wanted = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
        // The copy is written last, so a broken-off installation is begun again.
        let installed = folder.join("requirements-test.txt");
        if inside.exists() && fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
            return Ok(inside);
        }
        self.fresh_folder("venv")?;
        let mut command = self.command(python);
        command.args(["-m", "venv"]).arg(&folder);
        // Debian leaves this part of Python to a package of its own, and says so itself.
        self.run("virtual environment", &mut command)?;
        let mut command = self.command(&inside);
        command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        self.run("Python tools", command.arg(&lock))?;
        fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))?;
        Ok(inside)
    }

    /// The comparison of the library, as built by `profile`, with the oracle.
    pub(crate) fn compare(&self, python: &str, profile: &str) -> Command {
        let judge = self.target.join(profile).join(format!("judge{}", env::consts::EXE_SUFFIX));
        let mut command = self.command(python);
        command.arg("tests/oracle/compare.py").arg("--judge").arg(judge);
        command
    }

    /// Installs the npm packages that a folder's lock file pins.
    pub(crate) fn node_packages(&mut self, folder: &str) -> Result<(), String> {
        let folder = self.root.join(folder);
        let lock = folder.join("package-lock.json");
        let wanted = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
        // The copy is written last, so a broken-off installation is begun again.
        let installed = folder.join("node_modules/installed-lock.json");
        if fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
            return Ok(());
        }
        let mut command = self.command(if cfg!(windows) { "npm.cmd" } else { "npm" });
        command.args(["ci", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]).current_dir(&folder);
        self.run("Node packages", &mut command)?;
        fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))
    }

    /// Builds the wheel that users would get and installs it, so that the tests meet its files.
    pub(crate) fn wheel(&mut self, python: &Path) -> Result<(), String> {
        let wheels = self.fresh_folder("wheels")?;
        let mut command = self.command(python);
        command.args(["-m", "maturin", "build", "--quiet", "--release", "--locked"]);
        command.args(["--manifest-path", "python/Cargo.toml", "--interpreter"]).arg(python);
        command.arg("--out").arg(&wheels);
        command.env("CARGO_TARGET_DIR", &self.target);
        self.run("wheel", &mut command)?;

        let wheel = fs::read_dir(&wheels)
            .ok()
            .and_then(|mut entries| entries.next())
            .and_then(Result::ok)
            .ok_or("maturin reported success and left no wheel")?;
        let mut command = self.command(python);
        command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        command.args(["--no-index", "--no-deps", "--force-reinstall"]);
        self.run("installed wheel", command.arg(wheel.path()))
    }
}

/// What a command writes, if it succeeds.
fn output(command: &mut Command) -> Result<String, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("`{program}` could not be started: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{program}`: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The numbers in a text: `v20.11.1` is 20, 11, 1.
fn numbers(text: &str) -> Vec<u32> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}
