//! A part that has passed its check.

use std::ops::Deref;

use serde::{Serialize, Serializer};

use crate::codes::Outcome;
use crate::report::{Finding, Report};

/// A part without an error and with nothing left untold, by one charter and seen from one day: see its report.
///
/// Only [`Part::validate`](super::Part::validate) makes one:
///
/// ```compile_fail,E0451
/// use samla::part::{Roster, Valid};
///
/// let report: samla::Report = todo!();
/// let forged = Valid { part: Roster::default(), report };
/// ```
///
/// It is read like the part, is the same JSON, and cannot be changed: take it out, change it and have it
/// judged again.
///
/// ```compile_fail,E0594
/// use samla::part::{Roster, Valid};
///
/// fn rename(mut roster: Valid<Roster>) {
///     roster.group.name = "another".into();
/// }
/// ```
///
/// ```
/// use samla::part::{Roster, Valid};
///
/// fn rename(roster: Valid<Roster>) -> Roster {
///     let mut roster = roster.into_inner();
///     roster.group.name = "another".into();
///     roster
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Valid<T> {
    part: T,
    report: Report,
}

impl<T> Valid<T> {
    pub(super) fn new(part: T, report: Report) -> Result<Self, Invalid> {
        let untold = report.verdicts.iter().any(|it| it.counts.of(Outcome::Undetermined) > 0);
        if report.is_ok() && !untold {
            Ok(Self { part, report })
        } else {
            Err(Invalid { report: Box::new(report) })
        }
    }

    /// The part.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.part
    }

    /// What the check said, with the charter and the day in its receipt.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// What is broken but waived by a decision: each finding names its waiver.
    pub fn waived(&self) -> impl Iterator<Item = &Finding> {
        self.report.findings.iter().filter(|finding| finding.outcome == Outcome::Waived)
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.part
    }
}

impl<T: Serialize> Serialize for Valid<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.part.serialize(to)
    }
}

/// Why a part did not pass: an error, something that cannot be told, or nothing to judge.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{report}")]
pub struct Invalid {
    /// What the check said.
    pub report: Box<Report>,
}
