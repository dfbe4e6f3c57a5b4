//! Files, standard input, and what they may hold.

use std::fs;
use std::io;
use std::path::Path;

use samla::charter::{CharterError, Inconsistency, READINGS};
use samla::names::shown;
use samla::{Charter, Day, Handed, Lang, say};
use samla_files::read;
use serde_json::Value;

use crate::{Desk, Stop, not_yet};

/// The name of a file as it may be shown.
pub(crate) fn name(path: &Path) -> String {
    shown(&path.to_string_lossy())
}

/// A name as sentences say it: standard input is not called `-` there.
pub(crate) fn spoken(lang: Lang, name: &str) -> String {
    match name {
        "-" => say!(lang; sv: "standard in", en: "standard input"),
        name => name.to_owned(),
    }
}

/// A record as a file, or standard input for `-`, hands it in.
///
/// The error is a sentence without the name of the file.
pub(crate) fn handed(desk: &mut Desk<'_>, path: &Path) -> Result<Handed, String> {
    let ending = path.extension().map(|ending| ending.to_string_lossy()).unwrap_or_default();
    if let Some(sentence) = not_yet::file(desk.lang(), &ending) {
        return Err(sentence);
    }
    let bytes = bytes(desk, path)?;
    read::record(&ending, &bytes).map_err(|error| error.says(desk.lang()))
}

/// The same for a verb that cannot do without this record.
pub(crate) fn one(desk: &mut Desk<'_>, path: &Path) -> Result<Handed, Stop> {
    let name = spoken(desk.lang(), &name(path));
    handed(desk, path).map_err(|says| Stop::Wrong(format!("{name}: {says}")))
}

/// The bytes of any file that is no record, or standard input for `-`.
pub(crate) fn bytes(desk: &mut Desk<'_>, path: &Path) -> Result<Vec<u8>, String> {
    let lang = desk.lang();
    let mut bytes = Vec::new();
    let read = match path.as_os_str() == "-" {
        true => desk.stdin.read_to_end(&mut bytes).map(|_| bytes),
        false => fs::read(path),
    };
    read.map_err(|error| why(lang, &error))
}

/// Why a file cannot be read.
fn why(lang: Lang, error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => say!(lang; sv: "filen finns inte", en: "there is no such file"),
        io::ErrorKind::PermissionDenied => {
            say!(lang; sv: "filen får inte läsas", en: "the file may not be read")
        }
        io::ErrorKind::IsADirectory => {
            say!(lang; sv: "det är en mapp, inte en fil", en: "that is a folder, not a file")
        }
        _ => say!(lang; sv: "filen kan inte läsas ({error})", en: "the file cannot be read ({error})"),
    }
}

/// The day that was asked for, or else the usual one.
pub(crate) fn day_or(lang: Lang, asked: Option<&str>, usual: Day) -> Result<Day, Stop> {
    let Some(text) = asked else { return Ok(usual) };
    Day::parse(text).ok_or_else(|| {
        let text = shown(text);
        Stop::Wrong(say!(lang;
            sv: "`{text}` är ingen dag i kalendern, skriv som 2024-12-31",
            en: "`{text}` is no day of the calendar, write it like 2024-12-31"))
    })
}

/// The longest horizon: ten years.
const LONGEST: i64 = 3660;

/// A number of days ahead: `90d` or `12w`.
pub(crate) fn horizon(lang: Lang, text: &str) -> Result<i64, Stop> {
    let times = |unit: char, days: i64| {
        let number = text.strip_suffix([unit, unit.to_ascii_uppercase()])?;
        let number = Some(number).filter(|it| it.bytes().all(|byte| byte.is_ascii_digit()))?;
        number.parse::<i64>().ok()?.checked_mul(days)
    };
    let days = times('d', 1).or_else(|| times('w', 7));
    days.filter(|days| (1..=LONGEST).contains(days)).ok_or_else(|| {
        let text = shown(text);
        Stop::Wrong(say!(lang;
            sv: "`{text}` är inget antal dagar eller veckor framåt, skriv som 90d eller 12w (från 1 till \
                {LONGEST} dagar)",
            en: "`{text}` is no number of days or weeks ahead, write it like 90d or 12w (from 1 to {LONGEST} \
                days)"))
    })
}

/// The embedded charter or that of a file, with these readings.
pub(crate) fn charter(lang: Lang, path: Option<&Path>, readings: &[String]) -> Result<Charter, Stop> {
    let mut charter = match path {
        None => Charter::samla_2023(),
        Some(path) => from_file(lang, path)?,
    };
    for reading in readings {
        charter = with_reading(lang, &charter, reading)?;
    }
    Ok(charter)
}

fn from_file(lang: Lang, path: &Path) -> Result<Charter, Stop> {
    let name = name(path);
    let bytes = fs::read(path).map_err(|error| Stop::Wrong(format!("{name}: {}", why(lang, &error))))?;
    read_charter(lang, &bytes).map_err(|error| Stop::Wrong(format!("{name}: {}", error.says(lang))))
}

/// Why the bytes of a file are no charter that can be used.
pub(crate) enum NoCharter {
    /// They cannot be read: one sentence.
    Unreadable(String),
    /// They contradict themselves in these places.
    Inconsistent(Vec<Inconsistency>),
}

impl NoCharter {
    /// Everything that is wrong, a line for each place.
    pub(crate) fn says(self, lang: Lang) -> String {
        match self {
            Self::Unreadable(sentence) => sentence,
            Self::Inconsistent(all) => {
                samla::json::Error::from(CharterError::Inconsistent(all)).says(lang).to_owned()
            }
        }
    }
}

/// Reads a charter from the bytes of a file.
pub(crate) fn read_charter(lang: Lang, bytes: &[u8]) -> Result<Charter, NoCharter> {
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)).map_err(|_| {
        NoCharter::Unreadable(say!(lang; sv: "det är inte text i UTF-8", en: "this is no text in UTF-8"))
    })?;
    Charter::read(text).map_err(|error| match error {
        CharterError::Unreadable { says: detail, line, column } => {
            let detail = in_words(lang, &detail);
            NoCharter::Unreadable(say!(lang;
                sv: "regelverket kan inte läsas (rad {line}, kolumn {column}): {detail}",
                en: "the charter cannot be read (line {line}, column {column}): {detail}"))
        }
        CharterError::Inconsistent(all) => NoCharter::Inconsistent(all),
        other => NoCharter::Unreadable(samla::json::Error::from(other).says(lang).to_owned()),
    })
}

/// What serde says of a value, in Swedish where that was asked for.
fn in_words(lang: Lang, detail: &str) -> String {
    if lang == Lang::En {
        return detail.to_owned();
    }
    let quoted = detail.split('`').nth(1).unwrap_or_default();
    if detail.starts_with("missing field") {
        format!("fältet `{quoted}` saknas")
    } else if detail.starts_with("unknown field") {
        format!("fältet `{quoted}` är okänt")
    } else if detail.starts_with("duplicate field") {
        format!("fältet `{quoted}` står två gånger")
    } else if detail.starts_with("unknown variant") {
        format!("värdet `{quoted}` är okänt")
    } else if detail.ends_with("is no day like 2024-03-05") {
        format!("`{quoted}` är ingen dag som 2024-03-05")
    } else if detail.starts_with("invalid type") {
        String::from("där står ett annat slags värde än det ska")
    } else {
        String::from("det är inte JSON")
    }
}

/// The charter with one reading changed, as in `A-19=none`.
fn with_reading(lang: Lang, charter: &Charter, asked: &str) -> Result<Charter, Stop> {
    let asked = &shown(asked);
    let Some((id, value)) = asked.split_once('=') else {
        return Err(Stop::Wrong(say!(lang;
            sv: "`{asked}` är ingen tolkning med värde, skriv som A-19=none",
            en: "`{asked}` is no reading with a value, write it like A-19=none")));
    };
    let (id, value) = (id.trim(), value.trim());
    let Some(reading) = READINGS.iter().find(|known| known.id.eq_ignore_ascii_case(id)) else {
        return Err(Stop::Wrong(say!(lang;
            sv: "Det finns ingen tolkning `{id}`, se `samla charter show`",
            en: "There is no reading `{id}`, see `samla charter show`")));
    };
    charter.with_reading(reading.id, &json_or_text(value)).map_err(|error| Stop::of(&error.into(), lang))
}

/// A number, a list or `null` as JSON; anything else is text.
fn json_or_text(value: &str) -> Value {
    match serde_json::from_str(value) {
        Ok(json @ (Value::Number(_) | Value::Array(_) | Value::Null)) => json,
        Ok(Value::String(text)) => Value::String(text),
        _ => Value::String(value.to_owned()),
    }
}
