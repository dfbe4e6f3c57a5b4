//! One finding: which rule, about what, where to mend it, in both languages.

use crate::clauses::{self, Clause, RuleId};
use crate::codes::{Outcome, Severity};
use crate::lang::Lang;
use crate::path::Related;
use crate::words::{Params, Words};
use std::cmp::Ordering;

use serde::{Serialize, Serializer};

use super::Subject;
use crate::path::{Pointer, Token};

/// One finding.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule, or `record` for a reading problem.
    pub rule: &'static str,
    /// The clauses that it rests on; none for a reading problem.
    pub clauses: &'static [&'static str],
    /// How grave it is.
    pub severity: Severity,
    /// Broken, waived or, for a remark, holds.
    pub outcome: Outcome,
    /// What was judged, named by ids.
    pub subject: Subject,
    /// The smallest existing thing to mend.
    pub at: Pointer,
    /// Other places that it rests on.
    pub related: Vec<Related>,
    /// What it says.
    pub words: Words,
    /// The reading that it depends on.
    pub reading: Option<&'static str>,
    /// The waiver that covers it.
    pub waiver: Option<Pointer>,
}

impl Finding {
    /// The rule; `None` for a reading problem.
    #[must_use]
    pub fn rule_id(&self) -> Option<RuleId> {
        self.rule.parse().ok()
    }

    /// The clauses that it rests on, with what they say and where they stand.
    pub fn cited(&self) -> impl Iterator<Item = &'static Clause> + use<> {
        self.clauses.iter().filter_map(|id| clauses::find(id))
    }

    /// The promised order: shorter path, path, worst severity, rule, subject.
    #[must_use]
    pub(crate) fn order(&self, other: &Self) -> Ordering {
        self.at
            .cmp(&other.at)
            .then_with(|| other.severity.cmp(&self.severity))
            .then_with(|| self.rule.cmp(other.rule))
            .then_with(|| self.subject.cmp(&other.subject))
    }
}

/// One finding.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Finding"))]
struct Written<'a> {
    /// The rule, or `record` for a reading problem.
    rule: &'a str,
    /// The clauses that it rests on; none for a reading problem.
    clauses: &'a [&'a str],
    /// How grave it is.
    severity: Severity,
    /// Broken, waived or, for a remark, holds.
    outcome: Outcome,
    /// What was judged, named by ids.
    subject: &'a Subject,
    /// The smallest existing thing to mend.
    at: &'a Pointer,
    /// The same place, key by key.
    path: &'a [Token],
    /// Other places that it rests on.
    related: &'a [Related],
    /// The values that the sentences use, by name.
    params: Params<'a>,
    /// The sentence in Swedish, without a full stop.
    sv: String,
    /// The sentence in English, without a full stop.
    en: String,
    /// The reading that it depends on.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    /// The waiver that covers it.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiver: Option<&'a Pointer>,
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let written = Written {
            rule: self.rule,
            clauses: self.clauses,
            severity: self.severity,
            outcome: self.outcome,
            subject: &self.subject,
            at: &self.at,
            path: &self.at.0,
            related: &self.related,
            params: Params(&self.words),
            sv: self.words.say(Lang::Sv),
            en: self.words.say(Lang::En),
            reading: self.reading,
            waiver: self.waiver.as_ref(),
        };
        written.serialize(to)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Finding {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        Written::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Written::json_schema(generator)
    }
}
