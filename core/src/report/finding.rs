//! One finding: which rule, about what, where to mend it, in both languages.

use std::cmp::Ordering;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::words::Params;
use super::{Lang, Outcome, Words};
use crate::path::Pointer;
use crate::rules::RuleId;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth showing; breaks nothing.
    Info,
    /// A recommendation or an unquantified duty.
    Advice,
    /// An obligation probably broken.
    Warning,
    /// An obligation broken on the evidence.
    Error,
}

impl Severity {
    /// Its code in reports.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// Its name for people.
    #[must_use]
    pub fn label(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Info, Lang::Sv) => "anmärkning",
            (Self::Info, Lang::En) => "remark",
            (Self::Advice, Lang::Sv) => "råd",
            (Self::Advice, Lang::En) => "advice",
            (Self::Warning, Lang::Sv) => "varning",
            (Self::Warning, Lang::En) => "warning",
            (Self::Error, Lang::Sv) => "fel",
            (Self::Error, Lang::En) => "error",
        }
    }
}

impl Serialize for Severity {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

/// Another place of the record that a finding rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Related {
    /// The place.
    pub at: Pointer,
    /// What it is to the finding.
    pub role: &'static str,
}

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
    pub subject: String,
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

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_struct("Finding", 13)?;
        object.serialize_field("rule", self.rule)?;
        object.serialize_field("clauses", self.clauses)?;
        object.serialize_field("severity", &self.severity)?;
        object.serialize_field("outcome", &self.outcome)?;
        object.serialize_field("subject", &self.subject)?;
        object.serialize_field("at", &self.at)?;
        object.serialize_field("path", &self.at.0)?;
        object.serialize_field("related", &self.related)?;
        object.serialize_field("params", &Params(&self.words))?;
        object.serialize_field("sv", &self.words.say(Lang::Sv))?;
        object.serialize_field("en", &self.words.say(Lang::En))?;
        match self.reading {
            Some(reading) => object.serialize_field("reading", reading)?,
            None => object.skip_field("reading")?,
        }
        match &self.waiver {
            Some(waiver) => object.serialize_field("waiver", waiver)?,
            None => object.skip_field("waiver")?,
        }
        object.end()
    }
}
