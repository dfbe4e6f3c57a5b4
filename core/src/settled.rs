//! The one door for a record: handed in, read once, and asked everything.

use crate::calendar::Day;
use crate::charter::{Charter, sha256};
use crate::overview::Overview;
use crate::record::{NotARecord, Record};
use crate::report::{Options, Report};

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
        self.record.settle_all(charter);
        Settled { handed: self, charter }
    }
}

/// A record read by a charter.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled<'c> {
    handed: Handed,
    charter: &'c Charter,
}

impl<'c> Settled<'c> {
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
        crate::judge(self.record(), self.charter, as_of, options, self.handed.sha256.clone())
    }

    /// Draws up who sat where, who chaired and when they met, up to `as_of`.
    #[must_use]
    pub fn overview(&self, as_of: Day) -> Overview {
        crate::overview::of_settled(self.record(), self.charter, as_of)
    }
}
