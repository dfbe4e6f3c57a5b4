//! What a report says of one rule and its subjects.

use crate::codes::Outcome;
use serde::Serialize;

use super::{OutcomeCounts, Subject};
use crate::calendar::Day;
use crate::path::Pointer;

/// What a report says of one subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubjectVerdict {
    /// What was judged, named by ids.
    pub subject: Subject,
    /// Where it stands.
    pub at: Pointer,
    /// What came out.
    pub outcome: Outcome,
    /// The fields that would settle it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Pointer>,
    /// The day from which it would be broken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
    /// The rule, or `record`, that is the root cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<&'static str>,
}

/// What a report says of one rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RuleVerdict {
    /// The rule.
    pub rule: &'static str,
    /// The clauses that it judges.
    pub clauses: &'static [&'static str],
    /// The worst outcome of its subjects.
    pub outcome: Outcome,
    /// Its subjects by outcome.
    pub counts: OutcomeCounts,
    /// The subjects that the report lists.
    pub subjects: Vec<SubjectVerdict>,
}
