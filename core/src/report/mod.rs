//! What a check says: outcomes, findings in a promised order, counts, and the receipt.

mod finding;
mod say;
mod subject;
mod verdict;

use std::fmt;

use crate::codes::{Outcome, Severity};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::Day;
use crate::path::Pointer;
pub use finding::Finding;
pub use subject::{Key, Subject};
pub use verdict::{RuleVerdict, SubjectVerdict};

/// Which of a rule's subjects a report lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Subjects {
    /// Those that neither hold nor are inapplicable.
    #[default]
    Open,
    /// Every one.
    All,
}

/// How a report is made, beside what is judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Which subjects it lists.
    pub subjects: Subjects,
    /// Are people shown by name where the record has one that is not protected?
    pub names: bool,
    /// How many days ahead duties are told that will be due; `None` tells none.
    pub horizon: Option<i64>,
}

/// A duty that will be due within the horizon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Upcoming {
    /// The rule.
    pub rule: &'static str,
    /// Whose duty it is.
    pub subject: Subject,
    /// The day from which it would be broken.
    pub due: Day,
    /// What is to be done, and by which day, in Swedish.
    pub sv: String,
    /// What is to be done, and by which day, in English.
    pub en: String,
}

/// What was judged, by what and from when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Receipt {
    /// Version of samla.
    pub samla: &'static str,
    /// Id of the charter.
    pub charter: String,
    /// SHA-256 of the compact charter in force.
    pub charter_sha256: String,
    /// SHA-256 of the bytes handed in. Absent for a typed record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record_sha256: Option<String>,
    /// The day judged from.
    pub as_of: Day,
}

/// Rules, or subjects, by outcome.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct OutcomeCounts([usize; 6]);

impl OutcomeCounts {
    /// How many have this outcome.
    #[must_use]
    pub fn of(self, outcome: Outcome) -> usize {
        self.0[outcome as usize]
    }

    pub(crate) fn add(&mut self, outcome: Outcome) {
        self.0[outcome as usize] += 1;
    }

    pub(crate) fn remove(&mut self, outcome: Outcome) {
        self.0[outcome as usize] -= 1;
    }

    /// The worst outcome counted.
    #[must_use]
    pub fn worst(self) -> Outcome {
        let worst = Outcome::ALL.iter().rev().find(|outcome| self.of(**outcome) > 0);
        worst.copied().unwrap_or(Outcome::NotApplicable)
    }
}

impl fmt::Debug for OutcomeCounts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_map().entries(Outcome::ALL.iter().map(|outcome| (outcome, self.of(*outcome)))).finish()
    }
}

impl Serialize for OutcomeCounts {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_map(Some(Outcome::ALL.len()))?;
        for outcome in Outcome::ALL {
            object.serialize_entry(outcome.code(), &self.of(*outcome))?;
        }
        object.end()
    }
}

/// How many findings of each severity, and rules of each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// Broken obligations, and values that could not be read.
    pub error: usize,
    /// Obligations probably broken.
    pub warning: usize,
    /// Recommendations not followed.
    pub advice: usize,
    /// Remarks.
    pub info: usize,
    /// Findings covered by a waiver, counted nowhere else.
    pub waived: usize,
    /// Rules by outcome.
    pub rules: OutcomeCounts,
}

/// What a check says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[must_use]
#[non_exhaustive]
pub struct Report {
    /// What was judged.
    pub receipt: Receipt,
    /// The sums.
    pub counts: Counts,
    /// Every rule, in the order of the documents.
    pub verdicts: Vec<RuleVerdict>,
    /// The findings, in the promised order.
    pub findings: Vec<Finding>,
    /// What will be due, soonest first. Absent without a horizon.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub upcoming: Option<Vec<Upcoming>>,
    /// How many clauses no rule judges.
    pub unchecked: usize,
}

impl Report {
    /// Every place as seen from `base`, and the findings in the promised order of these places.
    pub(crate) fn seen_from(mut self, base: &Pointer) -> Self {
        for finding in &mut self.findings {
            finding.at.seen_from(base);
            finding.related.iter_mut().for_each(|related| related.at.seen_from(base));
        }
        for subject in self.verdicts.iter_mut().flat_map(|verdict| &mut verdict.subjects) {
            subject.at.seen_from(base);
            subject.lacks.iter_mut().for_each(|at| at.seen_from(base));
            subject.lacks.sort();
        }
        self.findings.sort_by(Finding::order);
        self
    }

    pub(crate) fn new(
        receipt: Receipt,
        verdicts: Vec<RuleVerdict>,
        mut findings: Vec<Finding>,
        mut upcoming: Option<Vec<Upcoming>>,
        unchecked: usize,
    ) -> Self {
        if let Some(duties) = &mut upcoming {
            // Stable: on one day they stay in the order of the documents.
            duties.sort_by_key(|duty| duty.due);
        }
        findings.sort_by(Finding::order);
        let mut counts = Counts::default();
        for verdict in &verdicts {
            counts.rules.add(verdict.outcome);
        }
        for finding in &findings {
            *match (finding.outcome, finding.severity) {
                (Outcome::Waived, _) => &mut counts.waived,
                (_, Severity::Error) => &mut counts.error,
                (_, Severity::Warning) => &mut counts.warning,
                (_, Severity::Advice) => &mut counts.advice,
                (_, Severity::Info) => &mut counts.info,
            } += 1;
        }
        Self { receipt, counts, verdicts, findings, upcoming, unchecked }
    }

    /// Was anything judged? An empty record is "nothing checked", never "valid".
    #[must_use]
    pub fn judged_anything(&self) -> bool {
        self.verdicts.iter().any(|verdict| verdict.outcome != Outcome::NotApplicable)
    }

    /// No error, and something was judged.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.counts.error == 0 && self.judged_anything()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_shown_with_their_names() {
        let mut counts = OutcomeCounts::default();
        counts.add(Outcome::Broken);
        let shown = format!("{counts:?}");
        assert!(shown.starts_with("{NotApplicable: 0, ") && shown.ends_with(", Broken: 1}"), "{shown}");
    }
}
