//! The door for JSON text, the same for Rust, Python and the browser.

use std::collections::BTreeMap;

use serde::de::value::MapDeserializer;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::calendar::Day;
use crate::charter::{Charter, CharterError, Inconsistency};
use crate::lang::{Both, Lang};
use crate::overview::Overview;
use crate::record::NotARecord;
use crate::record::personal_number::hide;
use crate::report::{Options, Report, Subjects};
use crate::say;
use crate::settled::Handed;

#[cfg(feature = "texts")]
mod register;
#[cfg(feature = "texts")]
pub use register::{ClauseEntry, clause_list, clauses, explain};

/// What a call asks for beside the record, as JSON text.
///
/// `{"as_of": "2024-12-31", "charter": {…}, "readings": {"A-19": "none"}, "subjects": "all", "names": true,
/// "horizon_days": 90}`; only `as_of` is required.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    as_of: Day,
    #[serde(default)]
    charter: Option<Box<RawValue>>,
    #[serde(default)]
    readings: BTreeMap<String, serde_json::Value>,
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

/// Why there is no report, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.en)]
pub struct Error(pub Both<String>);

impl Error {
    /// A personal identity number in what was asked for is not repeated.
    fn new(says: Both<String>) -> Self {
        Self(says.map(|says| hide(&says).into_owned()))
    }

    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &str {
        self.0.of(lang)
    }
}

impl From<NotARecord> for Error {
    fn from(error: NotARecord) -> Self {
        Self(Both::each(|lang| error.says(lang)))
    }
}

impl From<CharterError> for Error {
    fn from(error: CharterError) -> Self {
        Self::new(match error {
            CharterError::Unreadable { says, line, column } => say!(
                sv: "Regelverket kan inte läsas (rad {line}, kolumn {column}): {says}",
                en: "The charter cannot be read (line {line}, column {column}): {says}"),
            CharterError::NoReading(id) => say!(
                sv: "Det finns ingen tolkning `{id}`, se `samla charter show`",
                en: "There is no reading `{id}`, see `samla charter show`"),
            CharterError::NoValue { id, value, sv, en } => say!(
                sv: "Tolkningen {id} kan inte vara `{value}`, {sv}",
                en: "The reading {id} cannot be `{value}`, {en}"),
            CharterError::Inconsistent(all) => {
                let list = |says: fn(&Inconsistency) -> &str| -> String {
                    all.iter().map(|it| format!("\n  {}: {}", it.at, says(it))).collect()
                };
                let (sv, en) = (list(|it| &it.sv), list(|it| &it.en));
                say!(sv: "Regelverket motsäger sig självt:{sv}", en: "The charter contradicts itself:{en}")
            }
        })
    }
}

/// Judges the record in `record` and returns the report as compact JSON text.
///
/// `options` is JSON text: `{"as_of": "2024-12-31", "charter": {…}, "readings": {"A-19": "none"},
/// "subjects": "all", "names": true, "horizon_days": 90}`; only `as_of` is required.
///
/// # Errors
/// When the record is not JSON or its outermost value is no object, and when an option is mistaken.
pub fn check(record: &[u8], options: &str) -> Result<String, Error> {
    Ok(text(&judged(record, options)?))
}

/// Compares two records, or one record on two days or by two charters, and returns what changed as compact
/// JSON text: `{before, after, changes: [{direction, rule, subject, before, after, gone, new}]}`.
///
/// `options` as in [`check`], and `before`: an object whose keys replace those of the options for the first
/// record, as in `{"as_of": "2024-12-31", "before": {"as_of": "2023-12-31"}}`.
///
/// # Errors
/// As [`check`].
pub fn compare(old: &[u8], new: &[u8], options: &str) -> Result<String, Error> {
    let mut after = given(options).map_err(|error| bad_options(&error))?;
    let mut before = after.clone();
    after.remove("before");
    if let Some(other) = before.remove("before") {
        before.extend(given(other.get()).map_err(|_| {
            Error::new(say!(
                sv: "Inställningen `before` ska vara ett objekt",
                en: "The option `before` should be an object"))
        })?);
    }
    let [before, after] = [(before, old), (after, new)].map(|(given, record)| {
        let asked = Asked::deserialize(MapDeserializer::new(given.into_iter()));
        let mut asking = Asking::new(asked.map_err(|error| bad_options(&error))?)?;
        asking.options.subjects = Subjects::All;
        asking.judge(record)
    });
    Ok(text(&crate::compare::compare(&before?, &after?)))
}

/// Options by their names, each as it was written.
fn given(options: &str) -> serde_json::Result<BTreeMap<String, &RawValue>> {
    serde_json::from_str(options)
}

fn bad_options(error: &serde_json::Error) -> Error {
    Error::new(say!(sv: "Inställningarna kan inte läsas: {error}", en: "The options cannot be read: {error}"))
}

/// Draws up the overview of the record in `record` as compact JSON text; see [`Overview`].
///
/// `options` is that of [`check`]; only `as_of`, `charter` and `readings` matter here.
///
/// # Errors
/// As [`check`].
pub fn overview(record: &[u8], options: &str) -> Result<String, Error> {
    let Asking { charter, as_of, .. } = asked(options)?;
    Ok(text(&overview_bytes(record, &charter, as_of)?))
}

/// Like [`overview`], for a caller that holds a charter and wants the overview itself.
///
/// # Errors
/// When the bytes are not JSON or their outermost value is no object.
pub fn overview_bytes(bytes: &[u8], charter: &Charter, as_of: Day) -> Result<Overview, NotARecord> {
    Ok(Handed::read(bytes)?.settle(charter).overview(as_of))
}

/// Judges by options that are JSON text.
fn judged(record: &[u8], options: &str) -> Result<Report, Error> {
    asked(options)?.judge(record)
}

/// Reads options that are JSON text.
fn asked(options: &str) -> Result<Asking, Error> {
    Asking::new(serde_json::from_str(options).map_err(|error| bad_options(&error))?)
}

/// What was asked for, ready to be used.
struct Asking {
    charter: Charter,
    as_of: Day,
    options: Options,
}

impl Asking {
    fn new(asked: Asked) -> Result<Self, Error> {
        let mut charter = match asked.charter {
            None => Charter::samla_2023(),
            Some(charter) => Charter::read(charter.get())?,
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
        Ok(Self { charter, as_of: asked.as_of, options })
    }

    fn judge(&self, record: &[u8]) -> Result<Report, Error> {
        Ok(check_bytes(record, &self.charter, self.as_of, self.options)?)
    }
}

fn text(value: &impl Serialize) -> String {
    // What is written here has text keys only, so that writing it cannot fail.
    serde_json::to_string(value).unwrap_or_default()
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
) -> Result<Report, NotARecord> {
    Ok(Handed::read(bytes)?.settle(charter).check(as_of, options))
}

/// An embedded example, `good` or `faulty`, as JSON text; both are judged as of 2024-12-31.
///
/// # Errors
/// When there is no example of that name.
#[cfg(feature = "examples")]
pub fn example(name: &str) -> Result<&'static str, Error> {
    crate::example::find(name).map(|example| example.json).ok_or_else(|| {
        let shown = hidden(name);
        Error(say!(
            sv: "Det finns inget exempel `{shown}`, bara `good` och `faulty`",
            en: "There is no example `{shown}`, only `good` and `faulty`"))
    })
}

/// The JSON Schema of the `record`, the `report` or the `charter`, indented, as it stands in the folder
/// `schemas`; `draft` is `2020-12` or, for form builders, `07`.
///
/// # Errors
/// When there is no schema or no draft of that name.
#[cfg(feature = "schema")]
pub fn schema(document: &str, draft: &str) -> Result<String, Error> {
    use crate::schema::{Draft, SchemaOf};
    let found = SchemaOf::ALL.iter().find(|known| known.code() == document).ok_or_else(|| {
        let shown = hidden(document);
        Error(say!(
            sv: "Det finns inget schema `{shown}`, bara `record`, `report` och `charter`",
            en: "There is no schema `{shown}`, only `record`, `report` and `charter`"))
    })?;
    let draft = Draft::ALL.iter().find(|known| known.code() == draft).ok_or_else(|| {
        let shown = hidden(draft);
        Error(say!(
            sv: "Det finns ingen utgåva `{shown}` av JSON Schema här, bara `2020-12` och `07`",
            en: "There is no draft `{shown}` of JSON Schema here, only `2020-12` and `07`"))
    })?;
    Ok(crate::schema::text(*found, *draft))
}

/// A name that a caller gave, without personal identity numbers and line breaks.
#[cfg(any(feature = "examples", feature = "schema", feature = "texts"))]
fn hidden(name: &str) -> String {
    crate::record::personal_number::hide(name)
        .chars()
        .filter(|letter| !letter.is_control())
        .take(60)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "examples")]
    #[test]
    fn examples_are_handed_out_by_name() {
        assert!(example("good").is_ok_and(|text| text.starts_with('{')));
        assert!(example("best").is_err_and(|error| error.0.en.contains("`best`")));
    }

    #[cfg(feature = "schema")]
    #[test]
    fn schemas_are_handed_out_by_name_and_draft() {
        let value = |text: Result<String, Error>| -> serde_json::Value {
            serde_json::from_str(&text.expect("a schema")).expect("it is JSON")
        };
        assert_eq!(value(schema("record", "07"))["title"], "Record");
        assert_eq!(value(schema("charter", "2020-12"))["$id"], "urn:samla:schema:charter:2020-12");
        assert!(schema("roster", "07").is_err_and(|error| error.0.en.contains("`roster`")));
        assert!(schema("record", "4").is_err_and(|error| error.0.sv.contains("`4`")));
    }
}
