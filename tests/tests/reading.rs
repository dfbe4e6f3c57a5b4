//! What cannot be read at all: one clear sentence with line and column, in both languages, never a panic.

use samla::json::{Error, check};
use samla::{Lang, Record};

const OPTIONS: &str = r#"{"as_of": "2024-12-31"}"#;

fn refused(bytes: &[u8]) -> Error {
    match check(bytes, OPTIONS) {
        Ok(_) => panic!("{:?} was read", String::from_utf8_lossy(&bytes[..bytes.len().min(80)])),
        Err(error) => error,
    }
}

#[track_caller]
fn refuses(bytes: &[u8], en: &str, sv: &str, line: usize, column: usize) {
    let error = refused(bytes);
    assert_eq!(error.says(Lang::En), format!("{en} (line {line}, column {column})"));
    assert_eq!(error.says(Lang::Sv), format!("{sv} (rad {line}, kolumn {column})"));
}

const NOT_JSON: (&str, &str) = (
    "This is not JSON, correct the character here or just before",
    "Det här är inte JSON, rätta tecknet här eller strax före",
);
const NOT_TEXT: (&str, &str) = (
    "This is not text in UTF-8, save the record as JSON in UTF-8",
    "Det här är inte text i UTF-8, spara underlaget som JSON i UTF-8",
);
const ENDS_EARLY: (&str, &str) = (
    "The text ends too early, a `}`, `]` or quotation mark is missing here",
    "Texten tar slut för tidigt, här saknas `}`, `]` eller ett citattecken",
);
const NO_OBJECT: (&str, &str) = (
    "The record should be an object that begins with `{`",
    "Underlaget ska vara ett objekt som börjar med `{`",
);
const TOO_DEEP: (&str, &str) = (
    "Here are more lists and objects inside each other than any record has",
    "Här är fler listor och objekt inuti varandra än något underlag har",
);
const FOLLOWS: (&str, &str) = (
    "The record has ended but something follows it, remove it or correct the brackets",
    "Underlaget är slut men något följer efter det, ta bort det eller rätta parenteserna",
);

#[test]
fn nothing_at_all_is_no_record() {
    for bytes in [b"" as &[u8], b" \r\n\t", b"\xEF\xBB\xBF", b"\xEF\xBB\xBF\n"] {
        refuses(bytes, "There is no text", "Här finns ingen text", 1, 1);
    }
}

#[test]
fn only_an_object_is_a_record() {
    for text in ["[]", "[{\"groups\": []}]", "\"groups\"", "null", "\"\"", "true", "1", "1e999", "-0.5"] {
        refuses(text.as_bytes(), NO_OBJECT.0, NO_OBJECT.1, 1, 1);
    }
    refuses(b"\n\n  [1]", NO_OBJECT.0, NO_OBJECT.1, 3, 3);
    assert!(check(b"\xEF\xBB\xBF {}\n", OPTIONS).is_ok());
}

#[test]
fn what_is_not_json_is_told_where_it_begins() {
    for (text, line, column) in [
        ("groups:\n - id: g", 1, 1),
        ("{\n  'groups': []\n}", 2, 3),
        ("{\n  \"å\": ä\n}", 2, 8),
        ("{\"groups\": NaN}", 1, 12),
        ("{\"groups\" []}", 1, 11),
        ("{\"name\": \"a\\x\"}", 1, 13),
        ("{\"year\": 01}", 1, 11),
    ] {
        refuses(text.as_bytes(), NOT_JSON.0, NOT_JSON.1, line, column);
    }
}

#[test]
fn a_comma_too_many_and_a_comment_are_named() {
    let comma = "A comma stands after the last value, remove it";
    refuses(b"{\"groups\": [],}", comma, "Efter det sista värdet står ett kommatecken, ta bort det", 1, 15);
    let comment = "A comment stands here, JSON has none, remove it";
    let kommentar = "Här står en kommentar, sådana finns inte i JSON, ta bort den";
    refuses("{\n  // Möten\n}".as_bytes(), comment, kommentar, 2, 3);
}

#[test]
fn what_ends_in_the_middle_is_told_at_its_end() {
    refuses(b"{\n \"groups\": [", ENDS_EARLY.0, ENDS_EARLY.1, 2, 12);
    let whole = include_str!("../../core/src/example/good.json");
    for end in (0..whole.trim_end().len()).step_by(997).filter(|end| whole.is_char_boundary(*end)) {
        let said = refused(&whole.as_bytes()[..end]).0.en;
        assert!(end == 0 || said.starts_with(ENDS_EARLY.0), "{end}: {said}");
    }
}

#[test]
fn what_follows_a_record_is_told() {
    refuses(b"{}\n{}", FOLLOWS.0, FOLLOWS.1, 2, 1);
    refuses(b"{} x", FOLLOWS.0, FOLLOWS.1, 1, 4);
}

#[test]
fn other_encodings_and_binary_files_are_no_text() {
    refuses(b"\xFF\xFE{\0}\0", NOT_TEXT.0, NOT_TEXT.1, 1, 1);
    refuses(b"\xFE\xFF\0{\0}", NOT_TEXT.0, NOT_TEXT.1, 1, 1);
    // UTF-16 without a byte order mark is UTF-8 with zeros.
    refuses(b"{\0\"\0", NOT_TEXT.0, NOT_TEXT.1, 1, 2);
    // Latin-1: the letter å.
    refuses(b"{\n\"name\": \"Alings\xE5s\"}", NOT_TEXT.0, NOT_TEXT.1, 2, 16);
    refuses(b"PK\x03\x04\x14\x00\x06\x00\x08", NOT_TEXT.0, NOT_TEXT.1, 1, 6);
    refuses(b"{} \0", NOT_TEXT.0, NOT_TEXT.1, 1, 4);
}

#[test]
fn a_hundred_thousand_brackets_are_too_deep() {
    for open in ["[", "{\"a\":", "{\"groups\":[", "{\"groups\":[{\"members\":[{\"person\":{\"x\":"] {
        let error = refused(open.repeat(100_000).as_bytes());
        assert!(error.0.en.starts_with(TOO_DEEP.0), "{}", error.0.en);
        assert!(error.0.sv.starts_with(TOO_DEEP.1), "{}", error.0.sv);
    }
    refuses(&[b'['; 100_000], TOO_DEEP.0, TOO_DEEP.1, 1, 128);
}

#[test]
fn a_hundred_levels_are_not() {
    let deep = format!("{{\"x\": {}{}}}", "[".repeat(100), "]".repeat(100));
    assert!(check(deep.as_bytes(), OPTIONS).is_ok());
}

#[test]
fn no_sentence_repeats_what_stands_in_the_text() {
    for text in ["{\"191212121212\" 1}", "\"19121212-1212\"", "19121212-1212", "{\"a\": \"121212-1212\\x\"}"]
    {
        let error = refused(text.as_bytes());
        assert!(!format!("{error:?} {error}").contains("1212"), "{error:?}");
        let error = Record::read(text.as_bytes()).expect_err("no record");
        assert!(!format!("{error:?} {error}").contains("1212"), "{error:?}");
    }
    let error = check(b"{}", r#"{"as_of": "19121212-1212"}"#).expect_err("no day");
    assert!(!format!("{error:?}").contains("1212-1212"), "{error:?}");
}
