//! What a check says: outcomes, findings in a promised order, counts, and the receipt.

mod finding;
mod say;
mod subject;
mod verdict;

use std::fmt;

use crate::codes::{Outcome, Severity};
use crate::described::object;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::calendar::Day;
use crate::path::Pointer;
pub(crate) use finding::Absence;
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

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    #[non_exhaustive]
    pub struct Upcoming {
        sv "Det som är på väg", "Något som ska vara gjort inom horisonten.";
        en "Upcoming duty", "A duty that will be due within the horizon.";

        required rule: &'static str {
            sv "Regel", "Regelns id.";
            en "Rule", "The rule.";
        }

        required subject: Subject {
            sv "Gäller", "Vad skyldigheten gäller, med sina id.";
            en "Subject", "Whose duty it is.";
        }

        required due: Day {
            sv "Senast före", "Dagen från vilken regeln skulle vara bruten.";
            en "Due", "The day from which it would be broken.";
        }

        required sv: String {
            sv "På svenska", "Vad som ska göras och senast när, på svenska.";
            en "In Swedish", "What is to be done, and by which day, in Swedish.";
        }

        required en: String {
            sv "På engelska", "Vad som ska göras och senast när, på engelska.";
            en "In English", "What is to be done, and by which day, in English.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
    #[non_exhaustive]
    pub struct Receipt {
        sv "Kvitto", "Vad som prövades, mot vad och från vilken dag.";
        en "Receipt", "What was judged, by what and from when.";

        required samla: &'static str {
            sv "Version", "Versionen av samla.";
            en "Version", "Version of samla.";
        }

        required charter: String {
            sv "Regelverk", "Regelverkets id.";
            en "Charter", "Id of the charter.";
        }

        required charter_sha256: String {
            sv "Regelverkets kontrollsumma", "SHA-256 av det gällande regelverket i kompakt form.";
            en "Hash of the charter", "SHA-256 of the compact charter in force.";
        }

        optional record_sha256: Option<String> {
            sv "Underlagets kontrollsumma", "SHA-256 av texten som lämnades in. Saknas när underlaget inte var \
                text.";
            en "Hash of the record", "SHA-256 of the bytes handed in. Absent for a typed record.";
        }

        required as_of: Day {
            sv "Per dag", "Dagen som underlaget ses från.";
            en "As of", "The day judged from.";
        }

        optional youngest: Option<Day> {
            sv "Senaste dagen", "Den senaste dagen i underlaget, när dagen för prövningen ligger långt efter \
                den.";
            en "Youngest day", "The youngest day on record, where the day judged from lies far after it.";
        }
    }
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

object! {
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
    pub struct Counts {
        sv "Antal", "Hur många iakttagelser det finns på varje nivå och hur många regler med varje utfall.";
        en "Counts", "How many findings of each severity, and rules of each outcome.";

        required error: usize {
            sv "Fel", "Brutna skyldigheter och värden som inte kunde läsas.";
            en "Errors", "Broken obligations, and values that could not be read.";
        }

        required warning: usize {
            sv "Varningar", "Skyldigheter som troligen är brutna.";
            en "Warnings", "Obligations probably broken.";
        }

        required advice: usize {
            sv "Råd", "Rekommendationer som inte följs.";
            en "Advice", "Recommendations not followed.";
        }

        required info: usize {
            sv "Anmärkningar", "Sådant som är värt att visa men inte bryter mot något.";
            en "Remarks", "Remarks.";
        }

        required waived: usize {
            sv "Beslutade avsteg", "Iakttagelser som täcks av ett beslutat avsteg. De räknas ingen annanstans.";
            en "Waived", "Findings covered by a waiver, counted nowhere else.";
        }

        required rules: OutcomeCounts {
            sv "Regler", "Reglerna efter utfall.";
            en "Rules", "Rules by outcome.";
        }
    }
}

object! {
    #[derive(Clone, Debug, PartialEq, Serialize)]
    #[must_use]
    #[non_exhaustive]
    pub struct Report {
        sv "Rapport", "Vad en prövning säger.";
        en "Report", "What a check says.";

        required receipt: Receipt {
            sv "Kvitto", "Vad som prövades.";
            en "Receipt", "What was judged.";
        }

        required counts: Counts {
            sv "Antal", "Summorna.";
            en "Counts", "The sums.";
        }

        required verdicts: Vec<RuleVerdict> {
            sv "Utfall", "Varje regel, i dokumentens ordning.";
            en "Verdicts", "Every rule, in the order of the documents.";
        }

        required findings: Vec<Finding> {
            sv "Iakttagelser", "Iakttagelserna, i den utlovade ordningen.";
            en "Findings", "The findings, in the promised order.";
        }

        optional upcoming: Option<Vec<Upcoming>> {
            sv "På väg", "Vad som snart ska vara gjort, det närmaste först. Saknas när ingen horisont har angetts.";
            en "Upcoming", "What will be due, soonest first. Absent without a horizon.";
        }

        required unchecked: usize {
            sv "Prövas inte", "Hur många klausuler som ingen regel prövar.";
            en "Unchecked", "How many clauses no rule judges.";
        }
    }
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
