//! From bytes to a record, and what keeps a text from being one.

use std::fmt;

use serde::Deserialize;

use super::{Field, Read, Record};
use crate::lang::Lang;

/// Why a text is no record: it is not JSON, or its outermost value is no object.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotARecord {
    /// What is in the way.
    pub reason: NoRecord,
    /// Line, counted from one.
    pub line: usize,
    /// Column in characters, counted from one.
    pub column: usize,
}

/// What keeps a text from being a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRecord {
    /// There is no text.
    Empty,
    /// The bytes are no UTF-8 text.
    NotText,
    /// It is nested deeper than any record, which could exhaust the stack.
    TooDeep,
    /// It ends in the middle.
    EndsEarly,
    /// The record ends, but something follows.
    SomethingFollows,
    /// No JSON at that place.
    NotJson,
    /// JSON, but its outermost value is no object.
    NoObject,
}

impl Record {
    /// Reads a record from the bytes of a JSON text, a byte order mark before it allowed.
    ///
    /// Bad values stop nothing: they are kept as [`Field::Unreadable`] and reported by a check.
    ///
    /// # Errors
    /// [`NotARecord`] when the bytes are not JSON or their outermost value is no object.
    pub fn read(bytes: &[u8]) -> Result<Self, NotARecord> {
        read_object(bytes)
    }
}

/// Reads a record, or an object that stands in one.
pub(crate) fn read_object<T: Read>(bytes: &[u8]) -> Result<T, NotARecord> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|error| NotARecord::at(NoRecord::NotText, &bytes[..error.valid_up_to()]))?;
    let start = text.len() - text.trim_start().len();
    if start == text.len() {
        return Err(NotARecord::at(NoRecord::Empty, b""));
    }
    let field = match read(text) {
        Ok(field) => field,
        Err(error) => match second_look(text) {
            Some(text) => read(&text).map_err(|error| NotARecord::json(&error, &text))?,
            None => return Err(NotARecord::json(&error, text)),
        },
    };
    match field {
        Field::Known(object) => Ok(object),
        Field::Absent | Field::Unreadable(_) | Field::Aside(_) => {
            Err(NotARecord::at(NoRecord::NoObject, &bytes[..start]))
        }
    }
}

fn read<T: Read>(text: &str) -> serde_json::Result<Field<T>> {
    let mut json = serde_json::Deserializer::from_str(text);
    let field = Field::deserialize(&mut json)?;
    json.end().map(|()| field)
}

/// Stands where half a surrogate pair stood. Unicode promises that it is never a character.
pub(super) const HALF_A_CHARACTER: char = '\u{FDD0}';

/// The text with what is JSON but stops `serde_json` put in a form that it reads, every place kept.
///
/// A number beyond all bounds becomes one that is no whole number, half a surrogate pair becomes
/// [`HALF_A_CHARACTER`]; the value is then met as unreadable where it stands. `None` when there is neither.
fn second_look(text: &str) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let mut at = 0;
    let mut inside_text = false;
    while let Some(byte) = bytes.get(at) {
        let mut length = 1;
        match byte {
            b'"' => inside_text = !inside_text,
            b'\\' if inside_text => match (escaped(&bytes, at), escaped(&bytes, at + 6)) {
                (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => length = 12,
                (Some(0xD800..=0xDFFF), _) => bytes[at..at + 6].copy_from_slice(br"\uFDD0"),
                _ => length = 2,
            },
            b'-' | b'0'..=b'9' if !inside_text => {
                let number = bytes[at..].iter().take_while(|byte| b"+-.0123456789Ee".contains(byte));
                length = number.count();
                if text[at..at + length].parse().is_ok_and(f64::is_infinite) {
                    bytes[at..at + length].fill(b' ');
                    bytes[at..at + 3].copy_from_slice(b"0.5");
                }
            }
            _ => {}
        }
        at += length;
    }
    String::from_utf8(bytes).ok().filter(|looked| looked != text)
}

/// The number of the `\u` escape at this place.
fn escaped(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(br"\u")?;
    u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

impl NotARecord {
    /// At the place after `before`.
    fn at(reason: NoRecord, before: &[u8]) -> Self {
        let line = before.iter().rev().take_while(|byte| **byte != b'\n');
        let column = line.filter(|byte| !is_inside_a_character(**byte)).count() + 1;
        Self { reason, line: 1 + before.iter().filter(|byte| **byte == b'\n').count(), column }
    }

    /// What serde_json tells in words only, told by kind.
    fn json(error: &serde_json::Error, text: &str) -> Self {
        // No JSON holds a zero byte; UTF-16 does, at every other place.
        if let Some(zero) = text.find('\0') {
            return Self::at(NoRecord::NotText, &text.as_bytes()[..zero]);
        }
        let says = error.to_string();
        let reason = if error.is_eof() {
            NoRecord::EndsEarly
        } else if says.starts_with("recursion limit") {
            NoRecord::TooDeep
        } else if says.starts_with("trailing characters") {
            NoRecord::SomethingFollows
        } else {
            NoRecord::NotJson
        };
        let line = text.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
        let before = line.bytes().take(error.column().saturating_sub(1));
        let column = before.filter(|byte| !is_inside_a_character(*byte)).count() + 1;
        Self { reason, line: error.line(), column }
    }

    /// What is in the way and where, in one sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        let (sv, en) = match self.reason {
            NoRecord::Empty => ("Här finns ingen text", "There is no text"),
            NoRecord::NotText => (
                "Det här är inte text i UTF-8, spara underlaget som JSON i UTF-8",
                "This is not text in UTF-8, save the record as JSON in UTF-8",
            ),
            NoRecord::TooDeep => (
                "Här är fler listor och objekt inuti varandra än något underlag har",
                "Here are more lists and objects inside each other than any record has",
            ),
            NoRecord::EndsEarly => (
                "Texten tar slut för tidigt, här saknas `}`, `]` eller ett citattecken",
                "The text ends too early, a `}`, `]` or quotation mark is missing here",
            ),
            NoRecord::SomethingFollows => (
                "Underlaget är slut men något följer efter det, ta bort det eller rätta parenteserna",
                "The record has ended but something follows it, remove it or correct the brackets",
            ),
            NoRecord::NotJson => (
                "Det här är inte JSON, rätta tecknet här eller strax före",
                "This is not JSON, correct the character here or just before",
            ),
            NoRecord::NoObject => (
                "Underlaget ska vara ett objekt som börjar med `{`",
                "The record should be an object that begins with `{`",
            ),
        };
        let (line, column) = (self.line, self.column);
        match lang {
            Lang::Sv => format!("{sv} (rad {line}, kolumn {column})"),
            Lang::En => format!("{en} (line {line}, column {column})"),
        }
    }
}

impl std::error::Error for NotARecord {}

impl fmt::Display for NotARecord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.says(Lang::En))
    }
}

/// Is it a later byte of a character that takes several?
fn is_inside_a_character(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_look_keeps_every_place() {
        let text = r#"{"a": -1e999, "b\\": "\ud83d\ude00 \ud83d 1e999", "c": 1e308}"#;
        let looked = r#"{"a": 0.5   , "b\\": "\ud83d\ude00 \uFDD0 1e999", "c": 1e308}"#;
        assert_eq!(second_look(text).as_deref(), Some(looked));
        assert_eq!(second_look(looked), None);
    }

    #[test]
    fn columns_are_counted_in_characters() {
        let error = Record::read("{\n \"å\": ä}".as_bytes()).expect_err("no JSON");
        assert_eq!((error.reason, error.line, error.column), (NoRecord::NotJson, 2, 7));
    }
}
