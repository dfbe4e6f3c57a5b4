//! The door for JSON text, the same for Rust, Python and the browser.

use serde::Deserialize;

use crate::charter::{Charter, CharterError, Inconsistency};
use crate::record::personal_number::hide;
use crate::record::{NotARecord, Record};
use crate::report::{Lang, Options, Subjects};
use crate::{Day, charter};

/// What a call asks for beside the record, as JSON text.
///
/// `{"as_of": "2024-12-31", "charter": {…}, "readings": {"A-19": "none"}, "subjects": "all", "names": true, "horizon_days": 90}`;
/// only `as_of` is required.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    as_of: Day,
    #[serde(default)]
    charter: Option<serde_json::Value>,
    #[serde(default)]
    readings: std::collections::BTreeMap<String, serde_json::Value>,
    #[serde(default)]
    subjects: AskedSubjects,
    #[serde(default)]
    names: bool,
    #[serde(default)]
    horizon_days: Option<i64>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum AskedSubjects {
    #[default]
    Open,
    All,
}

/// Why there is no report.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{en}")]
pub struct Error {
    /// The sentence in Swedish.
    pub sv: String,
    /// The sentence in English.
    pub en: String,
}

impl Error {
    /// A personal identity number in what was asked for is not repeated.
    fn new(sv: &str, en: &str) -> Self {
        Self { sv: hide(sv).into_owned(), en: hide(en).into_owned() }
    }

    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &str {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

impl From<NotARecord> for Error {
    fn from(error: NotARecord) -> Self {
        Self { sv: error.says(Lang::Sv), en: error.says(Lang::En) }
    }
}

impl From<CharterError> for Error {
    fn from(error: CharterError) -> Self {
        let (sv, en) = match error {
            CharterError::Unreadable { says, line, column } => (
                format!("Regelverket kan inte läsas (rad {line}, kolumn {column}): {says}"),
                format!("The charter cannot be read (line {line}, column {column}): {says}"),
            ),
            CharterError::NoReading(id) => (
                format!("Det finns ingen tolkning `{id}`, se `samla charter show`"),
                format!("There is no reading `{id}`, see `samla charter show`"),
            ),
            CharterError::NoValue { id, value, sv, en } => (
                format!("Tolkningen {id} kan inte vara `{value}`, {sv}"),
                format!("The reading {id} cannot be `{value}`, {en}"),
            ),
            CharterError::Inconsistent(all) => {
                let list = |says: fn(&Inconsistency) -> &str| -> String {
                    all.iter().map(|it| format!("\n  {}: {}", it.at, says(it))).collect()
                };
                (
                    format!("Regelverket motsäger sig självt:{}", list(|it| &it.sv)),
                    format!("The charter contradicts itself:{}", list(|it| &it.en)),
                )
            }
        };
        Self::new(&sv, &en)
    }
}

/// Judges the record in `record` and returns the report as compact JSON text.
///
/// `options` is JSON text: `{"as_of": "2024-12-31", "charter": {…}, "readings": {"A-19": "none"},
/// "subjects": "all", "names": true}`; only `as_of` is required.
///
/// # Errors
/// When the record is not JSON or its outermost value is no object, and when an option is mistaken.
pub fn check(record: &[u8], options: &str) -> Result<String, Error> {
    let asked: Asked = serde_json::from_str(options).map_err(|error| {
        Error::new(
            &format!("Inställningarna kan inte läsas: {error}"),
            &format!("The options cannot be read: {error}"),
        )
    })?;
    let mut charter = match asked.charter {
        None => Charter::samla_2023(),
        Some(charter) => Charter::read(&charter.to_string())?,
    };
    for (id, value) in &asked.readings {
        charter = charter.with_reading(id, value)?;
    }
    let options = Options {
        subjects: match asked.subjects {
            AskedSubjects::Open => Subjects::Open,
            AskedSubjects::All => Subjects::All,
        },
        names: asked.names,
        horizon: asked.horizon_days,
    };
    let report = check_bytes(record, &charter, asked.as_of, options)?;
    Ok(serde_json::to_string(&report).unwrap_or_default())
}

/// Like [`check`], for a caller that holds a charter and wants the report itself.
///
/// # Errors
/// When the bytes are not JSON or their outermost value is no object.
pub fn check_bytes(
    bytes: &[u8],
    charter: &Charter,
    as_of: Day,
    options: Options,
) -> Result<crate::Report, NotARecord> {
    let mut record = Record::read(bytes)?;
    record.settle_all(charter);
    Ok(crate::judge(&record, charter, as_of, options, Some(charter::sha256(bytes))))
}
