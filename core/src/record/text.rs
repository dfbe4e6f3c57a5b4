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
    /// A value or a key follows another without a comma between them.
    MissingComma,
    /// A comma stands before the end of a list or an object.
    CommaTooMany,
    /// A comment; JSON has none.
    Comment,
    /// A quotation mark as word processors make them.
    TypographicQuote,
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
        let line =
            text.split('\n').take(error.line().saturating_sub(1)).map(|line| line.len() + 1).sum::<usize>();
        let mut place = (line + error.column().saturating_sub(1)).min(text.len());
        let rest = &text.as_bytes()[place..];
        let says = error.to_string();
        let is = |beginning: &str| says.starts_with(beginning);
        let reason = if is("recursion limit") {
            NoRecord::TooDeep
        } else if let Some(quote) = typographic_quote(text, place, error.is_eof()) {
            place = quote;
            NoRecord::TypographicQuote
        } else if error.is_eof() {
            NoRecord::EndsEarly
        } else if ["//", "/*", "#"].iter().any(|comment| rest.starts_with(comment.as_bytes())) {
            NoRecord::Comment
        } else if is("trailing comma") {
            NoRecord::CommaTooMany
        } else if is("trailing characters") {
            NoRecord::SomethingFollows
        } else if is("expected `,` or") && rest.first().is_some_and(begins_a_value) {
            NoRecord::MissingComma
        } else {
            NoRecord::NotJson
        };
        Self::at(reason, &text.as_bytes()[..place])
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
            NoRecord::MissingComma => (
                "Före det här saknas ett kommatecken, skriv `,` efter värdet innan",
                "A comma is missing before this, write `,` after the value before it",
            ),
            NoRecord::CommaTooMany => (
                "Efter det sista värdet står ett kommatecken, ta bort det",
                "A comma stands after the last value, remove it",
            ),
            NoRecord::Comment => (
                "Här står en kommentar, sådana finns inte i JSON, ta bort den",
                "A comment stands here, JSON has none, remove it",
            ),
            NoRecord::TypographicQuote => (
                "Här står ett citattecken från en ordbehandlare, skriv raka citattecken (`\"`)",
                "A quotation mark from a word processor stands here, write straight ones (`\"`)",
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

/// The typographic quotation mark that stands at a fault, or in the text that went on to it for want of a straight one.
fn typographic_quote(text: &str, place: usize, is_end: bool) -> Option<usize> {
    const QUOTES: [char; 6] = ['“', '”', '„', '‟', '«', '»'];
    if text.get(place..).is_some_and(|rest| rest.starts_with(QUOTES) || rest.starts_with(['‘', '’'])) {
        return Some(place);
    }
    let stray = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let stray = text.as_bytes().get(place).is_some_and(stray);
    let place = if is_end { text.len() } else { place };
    let opened = last_opened(&text.as_bytes()[..place], is_end)?;
    let quote = if is_end || stray { text.get(opened..place)?.find(QUOTES) } else { None };
    quote.map(|after| opened + after)
}

/// Where the last text before a fault begins; where the fault is the end, only one that is still open.
fn last_opened(before: &[u8], is_end: bool) -> Option<usize> {
    let (mut opened, mut inside, mut at) = (None, false, 0);
    while let Some(byte) = before.get(at) {
        match byte {
            b'\\' if inside => at += 1,
            b'"' => {
                inside = !inside;
                if inside {
                    opened = Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    opened.filter(|_| inside || !is_end)
}

fn begins_a_value(byte: &u8) -> bool {
    matches!(byte, b'"' | b'{' | b'[' | b'-' | b'0'..=b'9' | b't' | b'f' | b'n')
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

    #[test]
    fn what_people_write_that_json_has_not_is_named_where_it_stands() {
        for (text, reason, line, column) in [
            ("{\"about\": []\n \"groups\": []}", NoRecord::MissingComma, 2, 2),
            (r#"{"about": ["na" "nl"]}"#, NoRecord::MissingComma, 1, 17),
            (r#"{"groups": [{} {}]}"#, NoRecord::MissingComma, 1, 16),
            (r#"{"groups": [{}}"#, NoRecord::NotJson, 1, 15),
            (r#"{"about": ["na",]}"#, NoRecord::CommaTooMany, 1, 17),
            (r#"{"about": [],}"#, NoRecord::CommaTooMany, 1, 14),
            ("{\n // not yet\n \"about\": []}", NoRecord::Comment, 2, 2),
            (r#"{"about": [] /* not yet */}"#, NoRecord::Comment, 1, 14),
            ("# not yet\n{}", NoRecord::Comment, 1, 1),
            ("{} // not yet", NoRecord::Comment, 1, 4),
            ("{“about”: []}", NoRecord::TypographicQuote, 1, 2),
            (r#"{"about": [”na”]}"#, NoRecord::TypographicQuote, 1, 12),
            (r#"{"about”: ["na"]}"#, NoRecord::TypographicQuote, 1, 8),
            (r#"{"about": ["na”]}"#, NoRecord::TypographicQuote, 1, 15),
            (r#"{"name": "the ”other” group" "id": "na"}"#, NoRecord::MissingComma, 1, 30),
            (r#"{"name": "the ”other” group""#, NoRecord::EndsEarly, 1, 28),
        ] {
            let error = Record::read(text.as_bytes()).expect_err("no JSON");
            assert_eq!((error.reason, error.line, error.column), (reason, line, column), "{text}");
        }
    }
}
