//! The vectors: small records, each with what a rule must say of it.
//!
//! `vectors/` mirrors `core/src/rules/`: a rule's vectors stand in the file of the same name. A file has
//! a `base` record; a case replaces whole sections of it. Every case is judged in Rust, Python and Node.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};

use samla::example;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

/// The vectors of one rule.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VectorFile {
    /// The rule, or `record` for reading problems.
    pub rule: String,
    /// The day judged from, where a case says no other.
    #[serde(default = "end_of_2024")]
    pub as_of: String,
    /// Sections that every case starts from.
    #[serde(default)]
    pub base: Map<String, Value>,
    /// The cases.
    pub cases: Vec<Case>,
}

/// One record and what the rule must say of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// A true sentence.
    pub name: String,
    /// The day judged from.
    pub as_of: Option<String>,
    /// Readings in force beside the defaults.
    #[serde(default)]
    pub readings: Map<String, Value>,
    /// What another charter says; within an object of the embedded one, these keys replace its own.
    #[serde(default)]
    pub charter: Map<String, Value>,
    /// Sections that replace those of the base; `null` removes one.
    #[serde(default)]
    pub record: Map<String, Value>,
    /// A text that is handed in as it stands, in place of base and record.
    pub text: Option<String>,
    /// What the rule must say.
    pub expect: Expected,
}

/// What a rule must say of a case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The rule's outcome; not given for `record`.
    pub outcome: Option<String>,
    /// Every finding of the rule, in order.
    #[serde(default)]
    pub findings: Vec<ExpectedFinding>,
    /// Outcomes of some of its subjects.
    #[serde(default)]
    pub subjects: BTreeMap<String, String>,
    /// What some of its subjects lack.
    #[serde(default)]
    pub lacks: BTreeMap<String, Vec<String>>,
    /// The root cause of some of its subjects.
    #[serde(default)]
    pub because: BTreeMap<String, String>,
    /// The day from which some of its subjects would be broken.
    #[serde(default)]
    pub due: BTreeMap<String, String>,
    /// Every reading problem, in order.
    #[serde(default)]
    pub problems: Vec<ExpectedFinding>,
}

/// The parts of a finding that a case names; all that it names must be as it says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedFinding {
    /// How grave it is.
    pub severity: String,
    /// Where to mend it.
    pub at: String,
    /// What it is about.
    pub subject: Option<String>,
    /// The reading that it depends on; a finding that names one which the case does not is wrong.
    pub reading: Option<String>,
    /// Some of its values.
    #[serde(default)]
    pub params: Map<String, Value>,
    /// Whether it is broken or waived.
    pub outcome: Option<String>,
    /// The days of which a waiver must cover one.
    pub key_days: Option<Value>,
    /// The stretches of days on which it lasts.
    pub lasts: Option<Value>,
    /// A part of the Swedish sentence.
    pub sv: Option<String>,
    /// A part of the English sentence.
    pub en: Option<String>,
}

fn end_of_2024() -> String {
    String::from("2024-12-31")
}

impl Case {
    /// The text that is handed in.
    #[must_use]
    pub fn text(&self, file: &VectorFile) -> String {
        if let Some(text) = &self.text {
            return text.clone();
        }
        let mut record = file.base.clone();
        for (section, value) in &self.record {
            if value.is_null() {
                record.remove(section);
            } else {
                record.insert(section.clone(), value.clone());
            }
        }
        Value::Object(record).to_string()
    }

    /// The embedded charter with what the case says.
    fn whole_charter(&self) -> Value {
        let mut charter = serde_json::to_value(samla::Charter::samla_2023()).unwrap_or_default();
        for (key, value) in &self.charter {
            match (charter.get_mut(key).and_then(Value::as_object_mut), value.as_object()) {
                (Some(old), Some(new)) => old.extend(new.clone()),
                _ => charter[key] = value.clone(),
            }
        }
        charter
    }

    /// The charter in force.
    ///
    /// # Panics
    /// When the case names a charter or a reading that cannot be.
    #[must_use]
    pub fn charter(&self) -> samla::Charter {
        let mut charter = samla::Charter::read(&self.whole_charter().to_string()).expect("a charter");
        for (id, value) in &self.readings {
            charter = charter.with_reading(id, value).expect("a reading");
        }
        charter
    }

    /// The options of the door.
    #[must_use]
    pub fn options(&self, file: &VectorFile) -> String {
        let as_of = self.as_of.as_ref().unwrap_or(&file.as_of);
        let mut options = json!({"as_of": as_of, "readings": self.readings, "subjects": "all"});
        if !self.charter.is_empty() {
            options["charter"] = self.whole_charter();
        }
        options.to_string()
    }
}

/// The folder of the vectors.
#[must_use]
pub fn vectors_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Every vector file, by its path below the folder without its ending.
///
/// # Panics
/// When a file cannot be read.
#[must_use]
pub fn vectors() -> BTreeMap<String, VectorFile> {
    let mut files = BTreeMap::new();
    let mut folders = vec![vectors_folder()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder of vectors") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let text = fs::read_to_string(&path).expect("a vector file");
                let file = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
                let name = path.strip_prefix(vectors_folder()).expect("below the folder").with_extension("");
                files.insert(name.to_string_lossy().replace('\\', "/"), file);
            }
        }
    }
    files
}

/// A record as it is handed in, and how it is judged.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Where it comes from.
    pub name: String,
    /// The text of the record.
    pub record: String,
    /// The options of the door.
    pub options: String,
}

impl Judged {
    /// What the door says.
    ///
    /// # Errors
    /// The sentence that it refuses the record with.
    pub fn report(&self) -> Result<String, String> {
        samla::json::check(self.record.as_bytes(), &self.options).map_err(|error| error.0.en)
    }
}

/// Every vector and both examples, in one order.
///
/// # Panics
/// When a vector file cannot be read.
#[must_use]
pub fn all_judged() -> Vec<Judged> {
    let mut all = Vec::new();
    for (name, file) in vectors() {
        for case in &file.cases {
            let name = format!("{name}: {}", case.name);
            all.push(Judged { name, record: case.text(&file), options: case.options(&file) });
        }
    }
    for example in example::ALL {
        let name = format!("the example {}", example.name);
        let options = json!({ "as_of": example::as_of() }).to_string();
        all.push(Judged { name, record: example.json.to_owned(), options });
    }
    all
}

/// The generated records of a file that has `{seed, record, options}` a line.
///
/// # Errors
/// When the file cannot be read, or a line is no JSON.
pub fn generated(path: &Path) -> io::Result<Vec<Judged>> {
    let lines = BufReader::new(fs::File::open(path)?).lines();
    let judged = |line: io::Result<String>| {
        let line: Value = serde_json::from_str(&line?)?;
        let name = format!("the generated record of seed {}", line["seed"]);
        Ok(Judged { name, record: line["record"].to_string(), options: line["options"].to_string() })
    };
    lines.map(judged).collect()
}

/// The SHA-256 of a text in hexadecimal digits.
#[must_use]
pub fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}
