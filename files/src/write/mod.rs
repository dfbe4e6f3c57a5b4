//! What reports, overviews and the rest are written as. A format is a file here and a line in the list of
//! what it can write.

mod csv;
mod json;
mod ndjson;

use samla::compare::Comparison;
use samla::json::ClauseEntry;
use samla::{Charter, Lang, Overview, Report};

/// A format that a `T` is written in.
pub struct Format<T: ?Sized> {
    /// Its name in a call.
    pub name: &'static str,
    /// Writes the only one of a call.
    alone: fn(&Filed<'_, T>, Lang) -> Vec<u8>,
    /// Writes one of several.
    beside: fn(&Filed<'_, T>, Lang) -> Vec<u8>,
    /// What stands before several, between two, and after them.
    around: [&'static str; 3],
}

/// A `T` with the name of the file that it tells of, where there is one.
pub struct Filed<'a, T: ?Sized> {
    /// The file.
    pub file: Option<&'a str>,
    /// What is told of it.
    pub told: &'a T,
}

/// What can be written beside others of its kind.
pub trait Told: serde::Serialize {
    /// What it is called beside its file.
    const KEY: &str;
}

impl Told for Report {
    const KEY: &str = "report";
}

impl Told for Overview {
    const KEY: &str = "overview";
}

/// The formats of a report.
pub const REPORT: &[Format<Report>] = &[json::of_file(), ndjson::of_file()];
/// The formats of an overview.
pub const OVERVIEW: &[Format<Overview>] = &[json::of_file()];
/// The formats of a comparison.
pub const COMPARISON: &[Format<Comparison>] = &[json::compact()];
/// The formats of the register of clauses.
pub const CLAUSES: &[Format<[ClauseEntry]>] = &[json::compact(), csv::CLAUSES];
/// The formats of a charter.
pub const CHARTER: &[Format<Charter>] = &[json::indented()];

impl<T: ?Sized> Format<T> {
    /// A format in which there is nothing around one or several.
    const fn plain(name: &'static str, write: fn(&Filed<'_, T>, Lang) -> Vec<u8>) -> Self {
        Self { name, alone: write, beside: write, around: [""; 3] }
    }

    /// The bytes of the only one of a call.
    #[must_use]
    pub fn one(&self, told: &T, lang: Lang) -> Vec<u8> {
        (self.alone)(&Filed { file: None, told }, lang)
    }

    /// Begins to write what a call of so many files tells, one after the other.
    #[must_use]
    pub fn writer(&self, files: usize, lang: Lang) -> Writer<'_, T> {
        Writer { format: self, several: files > 1, lang, written: 0 }
    }
}

/// Writes what a call tells of its files, as each is told. It hands out the bytes.
pub struct Writer<'f, T: ?Sized> {
    format: &'f Format<T>,
    several: bool,
    lang: Lang,
    written: usize,
}

impl<T: ?Sized> Writer<'_, T> {
    /// What stands before the first one.
    #[must_use]
    pub fn begin(&self) -> &'static str {
        if self.several { self.format.around[0] } else { "" }
    }

    /// The next one.
    pub fn next(&mut self, filed: &Filed<'_, T>) -> Vec<u8> {
        if !self.several {
            return (self.format.alone)(filed, self.lang);
        }
        let mut bytes = if self.written > 0 { self.format.around[1].into() } else { Vec::new() };
        self.written += 1;
        bytes.extend((self.format.beside)(filed, self.lang));
        bytes
    }

    /// What stands after the last one.
    #[must_use]
    pub fn end(&self) -> &'static str {
        if self.several { self.format.around[2] } else { "" }
    }
}

#[cfg(test)]
mod tests {
    use samla::{Day, Handed};

    use super::*;

    fn written(format: &str, files: &[&str]) -> String {
        let charter = Charter::samla_2023();
        let day = Day::new(2024, 12, 31).expect("a day");
        let report = Handed::read(b"{}").expect("a record").settle(&charter).check(day, Default::default());
        let format = REPORT.iter().find(|known| known.name == format).expect("a format");
        let mut writer = format.writer(files.len(), Lang::En);
        let mut bytes = writer.begin().as_bytes().to_vec();
        for file in files {
            bytes.extend(writer.next(&Filed { file: Some(file), told: &report }));
        }
        bytes.extend(writer.end().as_bytes());
        String::from_utf8(bytes).expect("UTF-8")
    }

    #[test]
    fn one_report_is_the_report_and_several_are_a_list_or_a_line_each() {
        let one = written("json", &["a"]);
        assert!(one.starts_with(r#"{"receipt":"#) && one.ends_with("}\n"));
        let several: serde_json::Value = serde_json::from_str(&written("json", &["a", "b"])).expect("JSON");
        assert_eq!((&several[0]["file"], &several[1]["file"]), (&"a".into(), &"b".into()));
        assert_eq!(
            several[1]["report"].to_string(),
            serde_json::from_str::<serde_json::Value>(&one).expect("JSON").to_string()
        );
        assert_eq!(written("json", &["a", "b"]).lines().count(), 1);
        for files in [&["a"][..], &["a", "b"]] {
            let lines = written("ndjson", files);
            assert_eq!(lines.lines().count(), files.len());
            assert!(lines.lines().all(|line| line.starts_with(r#"{"file":""#)));
        }
    }
}
