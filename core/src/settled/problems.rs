//! What is wrong or suspicious in the record itself, as findings.

use super::Settled;
use crate::calendar::Day;
use crate::codes::{Outcome, Severity};
use crate::record::{self, Placed, Record, integrity};
use crate::report::Finding;

impl Settled<'_> {
    /// Problems of reading first, then what does not fit together.
    pub(super) fn problems(&self, as_of: Day) -> Vec<Finding> {
        let record = self.record();
        let read = record.problems().into_iter();
        let suspicious = integrity::problems(record, self.charter, as_of);
        read.chain(suspicious).map(|placed| finding(record, placed)).collect()
    }
}

fn finding(record: &Record, placed: Placed) -> Finding {
    let severity = placed.problem.severity();
    Finding {
        rule: "record",
        clauses: &[],
        severity,
        outcome: if severity == Severity::Info { Outcome::Holds } else { Outcome::Broken },
        subject: record::subject_at(record, &placed.at),
        words: placed.problem.words(),
        at: placed.at,
        related: placed.related,
        reading: None,
        waiver: None,
    }
}
