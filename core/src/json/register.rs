//! The clauses as JSON: the list of them, and one explained.

use std::borrow::Cow;

use serde::Serialize;

use super::{Error, asked, hidden, text};
use crate::charter::Charter;
use crate::clauses::{self as register, Clause, Reason};
use crate::codes::{Outcome, Severity};
use crate::lang::{Both, Lang};
use crate::report::Report;
use crate::rules::{self, Rule, RuleText};
use crate::say;

/// Explains one clause: what it says, where it stands, and the rule that judges it or why none does.
///
/// `{clause, document, heading, sentence, place: {sv, en}, sv, en, modality, rule: {id, clauses, severities,
/// sv, en} | null, reason?: {sv, en}}`; a rule's `sv` and `en` are `{norm, why, reading, example}`. What the
/// reading of the record judges has the rule `record`, which has a norm and no more.
///
/// # Errors
/// When there is no such clause.
pub fn explain(clause: &str) -> Result<String, Error> {
    let found = register::find(clause).ok_or_else(|| {
        let shown = hidden(clause);
        Error(say!(
            sv: "Det finns ingen klausul `{shown}`, se `samla clauses`",
            en: "There is no clause `{shown}`, see `samla clauses`"))
    })?;
    Ok(text(&Explained::of(found)))
}

/// The 127 clauses in document order: `[{clause, document, heading, sv, en, modality, rule|null, reason?:
/// {sv, en}, outcome?}]`.
///
/// With a record, judged by `options` as in [`check`](super::check), `outcome` is that of the judging rule.
/// Without one, `options` is not read.
///
/// # Errors
/// As [`check`](super::check).
pub fn clauses(record: Option<&[u8]>, options: &str) -> Result<String, Error> {
    let Some(record) = record else { return Ok(text(&clause_list(None, &Charter::samla_2023()))) };
    let asked = asked(options)?;
    let report = asked.judge(record)?;
    Ok(text(&clause_list(Some(&report), &asked.charter)))
}

/// One clause, whether it is judged, and what came out.
#[derive(Clone, Debug, Serialize)]
pub struct ClauseEntry {
    /// Its id.
    pub clause: &'static str,
    /// The title of its document, in the language of the document.
    pub document: Cow<'static, str>,
    /// The heading that it stands under.
    pub heading: Cow<'static, str>,
    /// What it says.
    #[serde(flatten)]
    pub says: Both<Cow<'static, str>>,
    /// What it is.
    pub modality: &'static str,
    /// The rule that judges it, or `record`.
    pub rule: Option<&'static str>,
    /// Why none does: there is none, or the charter switches it off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Both>,
    /// What came out of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
}

impl ClauseEntry {
    /// The title of its document, in this language where it is one of SAMLA's.
    #[must_use]
    pub fn document_in(&self, lang: Lang) -> &str {
        let samlas = register::find(self.clause).map(|clause| clause.document);
        let samlas = samlas.filter(|document| document.title(Lang::Sv) == self.document);
        samlas.map_or(&self.document, |document| document.title(lang))
    }
}

/// Like [`clauses`], for a caller that holds the report and the charter.
///
/// A charter with documents of its own lists what it cites, and nothing of what SAMLA's documents say.
#[must_use]
pub fn clause_list(report: Option<&Report>, charter: &Charter) -> Vec<ClauseEntry> {
    let entry = |clause: &'static Clause| {
        let setting = clause.judged.by().and_then(|rule| charter.rules.get(rule));
        let cited = charter.citation(clause.id).filter(|_| clause.judged.by() == Some(clause.id));
        let off = setting.is_some_and(|setting| setting.off);
        let (document, heading, says) = match cited {
            Some(cited) => (
                charter.title(cited, Lang::Sv).to_owned().into(),
                cited.heading.clone().into(),
                Both::each(|lang| cited.says.of(lang).clone().into()),
            ),
            None if charter.is_samla() => {
                let says = Both::each(|lang| (*clause.text.of(lang)).into());
                (clause.document.title(Lang::Sv).into(), clause.heading.into(), says)
            }
            None => return None,
        };
        Some(ClauseEntry {
            clause: clause.id,
            document,
            heading,
            says,
            modality: clause.modality.code(),
            rule: clause.judged.by(),
            reason: if off { Some(SWITCHED_OFF) } else { clause.judged.reason().map(Reason::text) },
            outcome: report.and_then(|report| outcome(report, clause.judged.by()?)),
        })
    };
    register::all().filter_map(entry).collect()
}

const SWITCHED_OFF: Both =
    Both { sv: "regelverket stänger av regeln", en: "the charter switches the rule off" };

/// What came out of a rule; the reading of the record breaks where something in it could not be read.
fn outcome(report: &Report, rule: &str) -> Option<Outcome> {
    if rule != "record" {
        return report.verdicts.iter().find(|verdict| verdict.rule == rule).map(|verdict| verdict.outcome);
    }
    let broken = report.findings.iter().any(|it| it.rule == "record" && it.outcome == Outcome::Broken);
    Some(match (broken, report.judged_anything()) {
        (true, _) => Outcome::Broken,
        (false, true) => Outcome::Holds,
        (false, false) => Outcome::NotApplicable,
    })
}

#[derive(Serialize)]
struct Explained {
    clause: &'static str,
    document: &'static str,
    heading: &'static str,
    sentence: &'static str,
    place: Both<String>,
    #[serde(flatten)]
    says: Both,
    modality: &'static str,
    rule: Option<ExplainedRule>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<Both>,
}

#[derive(Serialize)]
struct ExplainedRule {
    id: &'static str,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    clauses: &'static [&'static str],
    severities: &'static [Severity],
    #[serde(flatten)]
    told: Both<ExplainedText>,
}

#[derive(Default, Serialize)]
struct ExplainedText {
    norm: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<&'static str>,
}

impl From<&'static Rule> for ExplainedRule {
    fn from(rule: &'static Rule) -> Self {
        let told = |text: RuleText| ExplainedText {
            norm: text.norm,
            why: Some(text.why),
            reading: Some(text.reading),
            example: Some(text.example),
        };
        Self { id: rule.id, clauses: rule.clauses, severities: rule.severities, told: rule.told.map(told) }
    }
}

impl Explained {
    fn of(clause: &'static Clause) -> Self {
        let rule = match clause.judged.by() {
            Some("record") => Some(ExplainedRule {
                id: "record",
                clauses: &[],
                severities: &[Severity::Error],
                told: Both {
                    sv: "Det prövas när underlaget läses: ett värde utanför listan kan inte läsas",
                    en: "It is judged when the record is read: a value outside the list cannot be read",
                }
                .map(|norm| ExplainedText { norm, ..Default::default() }),
            }),
            id => id.and_then(rules::find).map(ExplainedRule::from),
        };
        Self {
            clause: clause.id,
            document: clause.document.title(Lang::Sv),
            heading: clause.heading,
            sentence: clause.sentence,
            place: Both::each(|lang| clause.place(lang)),
            says: clause.text,
            modality: clause.modality.code(),
            rule,
            reason: clause.judged.reason().map(Reason::text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(text: Result<String, Error>) -> serde_json::Value {
        serde_json::from_str(&text.expect("an answer")).expect("it is JSON")
    }

    #[test]
    fn every_clause_is_listed_with_a_rule_or_a_reason() {
        let list = value(clauses(None, ""));
        let list = list.as_array().expect("a list");
        assert_eq!(list.len(), 127);
        for entry in list {
            // The embedded charter switches this one off: rule and reason.
            let off = entry["clause"] == "P-MGP-1";
            assert_eq!(entry["rule"].is_null() == entry["reason"].is_null(), off, "{entry}");
            assert!(entry.get("outcome").is_none(), "{entry}");
        }
    }

    #[test]
    fn a_judged_record_gives_each_judged_clause_an_outcome() {
        let list = value(clauses(Some(b"{}"), r#"{"as_of": "2024-12-31"}"#));
        for entry in list.as_array().expect("a list") {
            assert_eq!(entry["rule"].is_null(), entry["outcome"].is_null(), "{entry}");
        }
        assert!(clauses(Some(b"["), r#"{"as_of": "2024-12-31"}"#).is_err());
        assert!(clauses(Some(b"{}"), "{}").is_err(), "a record is judged from a day");
    }

    #[test]
    fn every_clause_is_explained_whatever_its_case() {
        for clause in register::all() {
            let told = value(explain(&clause.id.to_lowercase()));
            assert_eq!(told["clause"], clause.id);
            assert_ne!(told["rule"].is_null(), told["reason"].is_null(), "{told}");
        }
        let error = explain("N-191212121212").expect_err("no clause");
        assert!(!error.0.sv.contains("191212121212") && !error.0.en.contains("191212121212"), "{error:?}");
    }
}
