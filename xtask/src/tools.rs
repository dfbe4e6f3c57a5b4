//! The tools that the steps need, each looked for or installed under the target folder, and what several steps share.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::steps::{Steps, output, rustc};
use crate::wasm;

/// The oldest releases that are tried; older ones fail in ways that do not say why.
const NODE: u32 = 20;
const PYTHON: (u32, u32) = (3, 11);

/// How many records are generated.
const GENERATED: &str = "1000";

impl Steps {
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
        let library =
            output(self.command(rustc()).args(["--print", "target-libdir", "--target", wasm::TARGET]))?;
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
    pub(crate) fn virtual_environment(&mut self) -> Result<PathBuf, String> {
        let folder = self.target().join("venv");
        let inside = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
        let lock = self.root().join("python/requirements-test.txt");
        let wanted = fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
        // The copy is written last, so a broken-off installation is begun again.
        let installed = folder.join("requirements-test.txt");
        if inside.exists() && fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
            return Ok(inside);
        }
        self.fresh_folder("venv")?;
        let mut command = self.command(self.python()?);
        command.args(["-m", "venv"]).arg(&folder);
        // Debian leaves this part of Python to a package of its own, and says so itself.
        self.run("virtual environment", &mut command)?;
        let mut command = self.command(&inside);
        command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        self.run("Python tools", command.arg(&lock))?;
        fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", installed.display()))?;
        Ok(inside)
    }

    /// Installs the npm packages that a folder's lock file pins.
    pub(crate) fn node_packages(&mut self, folder: &str) -> Result<(), String> {
        let folder = self.root().join(folder);
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
        command.env("CARGO_TARGET_DIR", self.target());
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

    /// Records whose reports every surface has to write alike; some are held to the laws, too.
    pub(crate) fn generated(&mut self) -> Result<PathBuf, String> {
        self.once(self.target().join("generated.ndjson"), |steps, path| {
            let mut generate = steps.command(steps.python()?);
            generate.args(["tests/oracle/generate.py", "--lines", GENERATED]);
            let file = File::create(path).map_err(|error| format!("{}: {error}", path.display()))?;
            steps.run("generated records", generate.stdout(file))
        })
    }

    /// Every case with Rust's answer, which is what the other surfaces are held to.
    pub(crate) fn vectors(&mut self) -> Result<PathBuf, String> {
        let generated = self.generated()?;
        self.once(self.target().join("cases.ndjson"), |steps, path| {
            let mut vectors = steps.cargo_command(&["run", "--quiet", "--package", "samla-tests"]);
            vectors.args(["--bin", "vectors", "--"]).arg(path).arg(generated);
            steps.run("vectors", &mut vectors)
        })
    }

    /// Is valgrind there? It is installed where that can be done without asking.
    pub(crate) fn valgrind(&mut self) -> bool {
        let there = |steps: &Self| output(steps.command("valgrind").arg("--version")).is_ok();
        let root = output(self.command("id").arg("-u")).is_ok_and(|user| user.trim() == "0");
        if !there(self) && root && output(self.command("apt-get").arg("--version")).is_ok() {
            // Where the lists are stale or there is no network, what needs it is skipped by name.
            let mut install = self.command("sh");
            install.args(["-c", "apt-get update -qq && apt-get install -yqq valgrind"]).stdout(Stdio::null());
            let _ = self.run("valgrind", &mut install);
        }
        there(self)
    }
}

/// The numbers in a text: `v20.11.1` is 20, 11, 1.
fn numbers(text: &str) -> Vec<u32> {
    text.split(|letter: char| !letter.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect()
}
