//! The one door for a record: handed in, read once, and asked everything.
//!
//! ```
//! use samla::report::Options;
//! use samla::settled::Handed;
//! use samla::{Charter, Day};
//!
//! let charter = Charter::samla_2023();
//! let as_of = Day::new(2024, 12, 31).expect("a day");
//! let settled = Handed::read(samla::json::example("good")?.as_bytes())?.settle(&charter);
//! assert!(settled.check(as_of, Options::default()).is_ok());
//! assert!(settled.next_chair("nosam-lerum", as_of).is_ok());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod contradictions;
mod problems;

use crate::calendar::Day;
use crate::charter::{Charter, sha256};
use crate::clauses;
use crate::index::{Context, is_far};
use crate::record::{NotARecord, Record, Vacated};
use crate::report::{Options, Receipt, Report};
use crate::rules::judge::{Desk, Thing};
use crate::rules::{self, Rule, ahead};

/// A record as it was handed in, with the hash of its bytes where it came as bytes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Handed {
    record: Record,
    sha256: Option<String>,
}

impl Handed {
    /// Reads a record from the bytes of a JSON text.
    ///
    /// # Errors
    /// [`NotARecord`] when the bytes are not JSON or their outermost value is no object.
    pub fn read(bytes: &[u8]) -> Result<Self, NotARecord> {
        Ok(Self { record: Record::read(bytes)?, sha256: Some(sha256(bytes)) })
    }

    /// The record.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.record
    }

    /// Holds every value against the rest of the record and the charter; what fails becomes unreadable.
    #[must_use]
    pub fn settle(mut self, charter: &Charter) -> Settled<'_> {
        let vacated = self.record.settle_all(charter);
        Settled { handed: self, vacated, charter }
    }
}

/// A record that was written in Rust.
impl From<Record> for Handed {
    fn from(record: Record) -> Self {
        Self { record, sha256: None }
    }
}

/// A record read by a charter: checked, drawn, and asked what comes next, as often as one likes.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled<'c> {
    handed: Handed,
    vacated: Vec<Vacated>,
    charter: &'c Charter,
}

impl<'c> Settled<'c> {
    /// A record that stays with the caller.
    #[must_use]
    pub fn of(record: &Record, charter: &'c Charter) -> Self {
        Handed::from(record.clone()).settle(charter)
    }

    /// The record; what could not be read is unreadable in it.
    #[must_use]
    pub fn record(&self) -> &Record {
        &self.handed.record
    }

    /// The charter that it was read by.
    #[must_use]
    pub fn charter(&self) -> &'c Charter {
        self.charter
    }

    /// Judges the record, seen from the day `as_of`.
    pub fn check(&self, as_of: Day, options: Options) -> Report {
        self.judge(rules::all(), None, as_of, options)
    }

    /// Judges the record, or one thing in it, by some of the rules.
    pub(crate) fn judge<'a>(
        &'a self,
        rules: impl Iterator<Item = &'static Rule>,
        only: Option<Thing<'a>>,
        as_of: Day,
        options: Options,
    ) -> Report {
        let cx = self.context(as_of, options);
        let mut desk = Desk::of(&cx, only, self.problems(&cx));
        let rules: Vec<&'static Rule> = rules.collect();
        let verdicts: Vec<_> = rules.iter().map(|rule| desk.judge(rule, &cx)).collect();
        let of_waivers = self.of_waivers(desk.doubts(), options.names);
        let (mut findings, upcoming) = desk.told();
        let upcoming = upcoming.map(|told| ahead::duties(&cx, only, &rules, &verdicts, told));
        findings.extend(self.unknown_names(&cx, &findings));
        findings.extend(of_waivers);
        let unchecked = clauses::all().filter(|clause| clause.judged.by().is_none()).count();
        Report::new(self.receipt(&cx), verdicts, findings, upcoming, unchecked)
    }

    /// The record as rules see it.
    pub(crate) fn context(&self, as_of: Day, options: Options) -> Context<'_> {
        Context::new(self.record(), &self.vacated, self.charter, as_of, options)
    }

    fn receipt(&self, cx: &Context<'_>) -> Receipt {
        Receipt {
            samla: env!("CARGO_PKG_VERSION"),
            charter: self.charter.id.clone(),
            charter_sha256: self.charter.sha256(),
            record_sha256: self.handed.sha256.clone(),
            as_of: cx.as_of,
            youngest: cx.until.youngest.filter(|day| is_far(cx, *day)),
        }
    }
}
