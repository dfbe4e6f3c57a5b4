//! Readings as people are told them: what they decide, the value in force, and what else it could be.

use serde_json::Value;

use crate::charter::{Charter, Reading, ReadingKind};
use crate::lang::Lang;
use crate::say;

/// The value of a reading in force, as JSON.
#[must_use]
pub fn in_force(charter: &Charter, id: &str) -> Value {
    let readings = serde_json::to_value(&charter.readings).unwrap_or_default();
    readings.get(id).cloned().unwrap_or_default()
}

/// A value of a reading for people: words without quotation marks.
///
/// A named value is its name, with its code behind. A fixed reading says its value itself.
#[must_use]
pub fn value_in_words(lang: Lang, reading: &Reading, value: &Value) -> String {
    if let ReadingKind::Fixed(_) = reading.kind {
        return String::new();
    }
    let named = value.as_str().and_then(|code| reading.values().iter().find(|it| it.code == code));
    named.map_or_else(|| plain(lang, value), |value| value.says(lang))
}

/// A reading with what it decides and the value in force.
#[must_use]
pub fn decided(lang: Lang, charter: &Charter, reading: &Reading) -> String {
    let says = reading.says(lang);
    match value_in_words(lang, reading, &in_force(charter, reading.id)).as_str() {
        "" => says.to_owned(),
        value => format!("{says}: {value}"),
    }
}

fn plain(lang: Lang, value: &Value) -> String {
    match value {
        Value::Null => lang.of("ingen", "none").to_owned(),
        Value::String(text) => text.clone(),
        Value::Array(list) if list.is_empty() => lang.of("inga", "none").to_owned(),
        Value::Array(list) => list.iter().map(|item| plain(lang, item)).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

/// What else than `value` a reading could be.
#[must_use]
pub fn others(lang: Lang, reading: &Reading, value: &Value) -> String {
    match reading.kind {
        ReadingKind::Fixed(_) => lang.of("kan inte ändras", "cannot be changed").to_owned(),
        ReadingKind::Switch(values) => {
            let others = values.iter().filter(|it| value.as_str() != Some(it.code));
            let others = others.map(|it| it.says(lang)).collect::<Vec<_>>().join("; ");
            say!(lang; sv: "alternativ: {others}", en: "otherwise: {others}")
        }
        ReadingKind::Value => lang.of("kan ändras", "can be changed").to_owned(),
    }
}
