//! One finding: which rule, about what, where to mend it, in both languages.

use crate::calendar::{Day, Span};
use crate::clauses::{self, Clause, RuleId};
use crate::codes::{Outcome, Severity};
use crate::described::object;
use crate::lang::Lang;
use crate::path::Related;
use crate::words::{Params, Words};
use std::cmp::Ordering;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::Subject;
use crate::path::Pointer;

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
    /// The days of which a waiver of it must cover one; none for what lasts, for remarks and reading problems.
    pub key_days: Vec<Day>,
    /// The days on which it lasts: a waiver takes out those that it covers.
    pub lasts: Vec<Lasts>,
    /// The waiver that covers it.
    pub waiver: Option<Pointer>,
    /// What is not there, where it is that alone.
    pub(crate) absence: Option<Absence>,
}

/// That a breach is one by absence: it is one only as long as the record is complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Absence {
    /// Something was to be done by the end of this day.
    Due(Day),
    /// Somebody or something is not there, from this day on where that is known.
    Since(Option<Day>),
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

object! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
    #[non_exhaustive]
    pub struct Lasts {
        sv "Dagar", "Från och med första dagen till och med sista. En som saknas är öppen.";
        en "Days", "From the first day to the last, both included. One that is absent is open.";

        optional from: Option<Day> {
            sv "Från", "Första dagen.";
            en "From", "The first day.";
        }

        optional to: Option<Day> {
            sv "Till", "Sista dagen.";
            en "To", "The last day.";
        }
    }
}

impl From<Span> for Lasts {
    fn from(days: Span) -> Self {
        Self { from: days.from, to: days.to() }
    }
}

object! {
    impl Finding as Finding {
        sv "Iakttagelse", "En iakttagelse.";
        en "Finding", "One finding.";

        required rule: &str {
            sv "Regel", "Regelns id, eller `record` för ett läsproblem.";
            en "Rule", "The rule, or `record` for a reading problem.";
        }

        required clauses: &[&str] {
            sv "Klausuler", "Klausulerna som den vilar på. Ett läsproblem har inga.";
            en "Clauses", "The clauses that it rests on; none for a reading problem.";
        }

        required severity: Severity {
            sv "Allvar", "Hur allvarlig den är.";
            en "Severity", "How grave it is.";
        }

        required outcome: Outcome {
            sv "Utfall", "Bruten, beslutat avsteg eller, för en anmärkning, håller.";
            en "Outcome", "Broken, waived or, for a remark, holds.";
        }

        required subject: &Subject {
            sv "Gäller", "Vad som prövades, med sina id.";
            en "Subject", "What was judged, named by ids.";
        }

        required at: &Pointer {
            sv "Plats", "Det minsta i underlaget som behöver rättas.";
            en "At", "The smallest existing thing to mend.";
        }

        required path: &[crate::path::Token] {
            sv "Väg", "Samma plats, nyckel för nyckel.";
            en "Path", "The same place, key by key.";
        }

        required related: &[Related] {
            sv "Vilar också på", "Andra platser som den vilar på.";
            en "Related", "Other places that it rests on.";
        }

        required params: Params<'_> {
            sv "Värden", "Värdena som meningarna använder, efter namn.";
            en "Values", "The values that the sentences use, by name.";
        }

        required sv: String {
            sv "På svenska", "Meningen på svenska, utan punkt.";
            en "In Swedish", "The sentence in Swedish, without a full stop.";
        }

        required en: String {
            sv "På engelska", "Meningen på engelska, utan punkt.";
            en "In English", "The sentence in English, without a full stop.";
        }

        optional reading: Option<&str> {
            sv "Tolkning", "Tolkningen som den beror på.";
            en "Reading", "The reading that it depends on.";
        }

        optional key_days: &[Day] {
            sv "Nyckeldagar", "Dagarna som ett avsteg från regeln ska omfatta en av för att gälla här.";
            en "Key days", "The days of which a waiver must cover one to cover the finding.";
        }

        optional lasts: &[Lasts] {
            sv "Varar", "Dagarna som det varar. Ett avsteg täcker dem av dagarna som det omfattar.";
            en "Lasts", "The days on which it lasts. A waiver covers those of them that it includes.";
        }

        optional waiver: Option<&Pointer> {
            sv "Avsteg", "Platsen för avsteget som täcker den.";
            en "Waiver", "The waiver that covers it.";
        }
    }
}

impl Serialize for Finding {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut object = to.serialize_map(None)?;
        object.serialize_entry("rule", self.rule)?;
        object.serialize_entry("clauses", self.clauses)?;
        object.serialize_entry("severity", &self.severity)?;
        object.serialize_entry("outcome", &self.outcome)?;
        object.serialize_entry("subject", &self.subject)?;
        object.serialize_entry("at", &self.at)?;
        object.serialize_entry("path", &self.at.0)?;
        object.serialize_entry("related", &self.related)?;
        object.serialize_entry("params", &Params(&self.words))?;
        object.serialize_entry("sv", &self.words.say(Lang::Sv))?;
        object.serialize_entry("en", &self.words.say(Lang::En))?;
        if let Some(reading) = self.reading {
            object.serialize_entry("reading", reading)?;
        }
        if !self.key_days.is_empty() {
            object.serialize_entry("key_days", &self.key_days)?;
        }
        if !self.lasts.is_empty() {
            object.serialize_entry("lasts", &self.lasts)?;
        }
        if let Some(waiver) = &self.waiver {
            object.serialize_entry("waiver", waiver)?;
        }
        object.end()
    }
}
