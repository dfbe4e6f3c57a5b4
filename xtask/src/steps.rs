//! Running the steps one after the other, each announced in one line.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, fs};

/// The steps so far.
pub(crate) struct Steps {
    root: PathBuf,
    target: PathBuf,
    started: Instant,
    done: usize,
    skipped: Vec<&'static str>,
    notes: Vec<String>,
    made: Vec<PathBuf>,
}

impl Steps {
    /// Finds the repository and the target folder.
    pub(crate) fn new() -> Result<Self, String> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest.parent().ok_or("the package `xtask` has no parent folder")?.to_owned();
        let mut steps = Self {
            root,
            target: PathBuf::new(),
            started: Instant::now(),
            done: 0,
            skipped: Vec::new(),
            notes: Vec::new(),
            made: Vec::new(),
        };
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

    /// Makes a file that several parts need the first time that one asks for it.
    pub(crate) fn once(
        &mut self,
        path: PathBuf,
        make: impl FnOnce(&mut Self, &Path) -> Result<(), String>,
    ) -> Result<PathBuf, String> {
        if !self.made.contains(&path) {
            make(self, &path)?;
            self.made.push(path.clone());
        }
        Ok(path)
    }

    pub(crate) fn skip(&mut self, name: &'static str, why: &str) {
        self.skipped.push(name);
        eprintln!("xtask: {:>4} s  {name}: skipped, {why}", self.started.elapsed().as_secs());
    }

    /// Says something in the last line.
    pub(crate) fn note(&mut self, note: &str) {
        self.notes.push(format!(", {note}"));
    }

    /// The one line at the end.
    pub(crate) fn finish(&self) {
        let seconds = self.started.elapsed().as_secs();
        let skipped = match self.skipped[..] {
            [] => "none skipped".to_owned(),
            ref names => format!("skipped: {}", names.join(", ")),
        };
        eprintln!("xtask: all {} steps passed in {seconds} s, {skipped}{}", self.done, self.notes.concat());
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
}

/// What a command writes, if it succeeds.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
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

/// The compiler that cargo is told to use.
pub(crate) fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}
