//! `samla check`: judges records and shows the reports.

use samla::codes::{Outcome, Severity};
use samla::report::{Options, Subjects};
use samla::{Charter, Day, Record, Report};
use serde::Serialize;

use crate::call::{Check, CheckFormat, ListedSubjects};
use crate::report::{Judged, names::Names};
use crate::{Desk, FINE, FOUND, Stop, WRONG, input};

/// A report with the name of its file, as several are written.
#[derive(Serialize)]
struct Filed<'a> {
    file: Option<&'a str>,
    report: &'a Report,
}

/// How the reports of one call are made and written.
struct Counter<'a> {
    words: &'a Check,
    charter: Charter,
    as_of: Day,
    options: Options,
    written: usize,
    status: u8,
}

pub(crate) fn run(desk: &mut Desk<'_>, words: &Check) -> Result<u8, Stop> {
    let subjects = match words.subjects {
        ListedSubjects::Open => Subjects::Open,
        ListedSubjects::All => Subjects::All,
    };
    let mut counter = Counter {
        words,
        charter: input::charter(desk.lang(), &words.rules)?,
        as_of: words.as_of(&desk.surroundings)?,
        options: Options {
            subjects,
            names: words.names,
            horizon: words.horizon.as_deref().map(|text| input::horizon(desk.lang(), text)).transpose()?,
        },
        written: 0,
        status: FINE,
    };
    if words.files.is_empty() {
        let good = samla::json::example("good").unwrap_or_default();
        counter.judge(desk, None, good.as_bytes())?;
        return Ok(counter.status);
    }
    let list = matches!(words.format, CheckFormat::Json) && words.files.len() > 1;
    if list {
        desk.print("[")?;
    }
    for path in &words.files {
        let name = input::name(path);
        match input::record(desk, path) {
            Ok(bytes) => counter.judge(desk, Some(&name), &bytes)?,
            Err(says) => counter.unreadable(desk, &name, &says),
        }
    }
    if list {
        desk.print("]\n")?;
    }
    Ok(counter.status)
}

impl Counter<'_> {
    fn unreadable(&mut self, desk: &mut Desk<'_>, file: &str, says: &str) {
        self.status = WRONG;
        let file = input::spoken(desk.lang(), file);
        desk.complain(&format!("{file}: {says}"));
    }

    fn judge(&mut self, desk: &mut Desk<'_>, file: Option<&str>, bytes: &[u8]) -> Result<(), Stop> {
        let lang = desk.lang();
        let report = match samla::json::check_bytes(bytes, &self.charter, self.as_of, self.options) {
            Ok(report) => report,
            Err(error) => {
                let error = samla::json::Error::from(error);
                self.unreadable(desk, file.unwrap_or_default(), error.says(lang));
                return Ok(());
            }
        };
        let fails = |least: Severity| {
            report.findings.iter().any(|it| it.outcome != Outcome::Waived && it.severity >= least)
        };
        if self.words.fail_on.from().is_some_and(fails) {
            self.status = self.status.max(FOUND);
        }
        self.write(desk, file, bytes, &report)
    }

    fn write(
        &mut self,
        desk: &mut Desk<'_>,
        file: Option<&str>,
        bytes: &[u8],
        report: &Report,
    ) -> Result<(), Stop> {
        let lang = desk.lang();
        let first = self.written == 0;
        self.written += 1;
        if file.is_none() && !matches!(self.words.format, CheckFormat::Text) {
            let as_of = report.receipt.as_of;
            desk.complain(&say!(lang;
                sv: "inget underlag angavs, det inbyggda exemplet good prövas per {as_of}",
                en: "no record was named, the embedded example good is judged as of {as_of}"));
        }
        match self.words.format {
            CheckFormat::Text => {
                if !first {
                    desk.print("\n\n")?;
                }
                // Read a second time for the names of things; what was judged could be read.
                let record = Record::read(bytes).unwrap_or_default();
                let names = Names::of(&record, &self.charter, lang, self.options.names);
                let horizon = self.options.horizon;
                let judged = Judged { file, report, charter: &self.charter, names: &names, horizon };
                let text = judged.text(&desk.surroundings);
                desk.print(&text)
            }
            CheckFormat::Ndjson => desk.json(&Filed { file, report }, "\n"),
            CheckFormat::Json if self.words.files.len() > 1 => {
                if !first {
                    desk.print(",")?;
                }
                desk.json(&Filed { file, report }, "")
            }
            CheckFormat::Json => desk.json(report, "\n"),
        }
    }
}

impl Desk<'_> {
    pub(crate) fn json(&mut self, value: &impl Serialize, end: &str) -> Result<(), Stop> {
        serde_json::to_writer(&mut self.out, value).map_err(std::io::Error::from)?;
        self.print(end)
    }
}
