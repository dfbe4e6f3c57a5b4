//! What changed between two reports: two records, two days or two charters.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::clauses::RuleId;
use crate::codes::{Outcome, Severity};
use crate::lang::{Both, Lang};
use crate::path::Token;
use crate::report::{Finding, Receipt, Report, Subject};
use crate::words::Param;

/// What changed between two reports, rule by rule and subject by subject.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// What was judged first.
    pub before: Receipt,
    /// What was judged then.
    pub after: Receipt,
    /// What changed: reading problems first, then rules in the order of the documents.
    pub changes: Vec<Change>,
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// More is wrong, or less can be told.
    Worse,
    /// Less is wrong, or more can be told.
    Better,
    /// What was wrong or unclear is no longer judged, or cannot be read: nobody knows that it is mended.
    Untold,
    /// Neither.
    Other,
}

/// What changed for one subject of one rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// Did it get worse or better?
    pub direction: Direction,
    /// The rule, or `record`.
    pub rule: &'static str,
    /// The subject.
    pub subject: Subject,
    /// Its outcome before; `None` when there was no such subject.
    pub before: Option<Outcome>,
    /// Its outcome after; `None` when there is no such subject any more.
    pub after: Option<Outcome>,
    /// Findings that are gone.
    pub gone: Vec<Sentence>,
    /// Findings that are new.
    pub new: Vec<Sentence>,
}

/// What a finding says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// How grave it is.
    pub severity: Severity,
    /// The sentence.
    #[serde(flatten)]
    pub text: Both<String>,
}

impl Sentence {
    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> &str {
        self.text.of(lang)
    }
}

impl From<&Finding> for Sentence {
    fn from(finding: &Finding) -> Self {
        Self { severity: finding.severity, text: Both::each(|lang| finding.words.say(lang)) }
    }
}

/// What one report says of one subject of one rule.
#[derive(Default)]
struct Said {
    outcome: Option<Outcome>,
    sentences: Vec<Sentence>,
}

/// Compares two reports that list every subject ([`Subjects::All`](crate::report::Subjects::All)).
///
/// A sentence that only moved to another place of the record is no change.
#[must_use]
pub fn compare(before: &Report, after: &Report) -> Comparison {
    let mut said: BTreeMap<(usize, Subject), [Said; 2]> = BTreeMap::new();
    let names: Vec<&'static str> =
        std::iter::once("record").chain(RuleId::all().map(RuleId::as_str)).collect();
    let place: BTreeMap<&str, usize> = names.iter().enumerate().map(|(place, name)| (*name, place)).collect();
    let same_day = before.receipt.as_of == after.receipt.as_of;
    for (side, report) in [before, after].into_iter().enumerate() {
        for verdict in &report.verdicts {
            for subject in &verdict.subjects {
                // What is judged in several parts has the worst of their outcomes.
                let key = (place[verdict.rule], subject.subject.clone());
                let outcome = &mut said.entry(key).or_default()[side].outcome;
                *outcome = (*outcome).max(Some(subject.outcome));
            }
        }
        for finding in report.findings.iter().filter(|it| same_day || !is_still_to_come(it)) {
            let key = (place[finding.rule], finding.subject.clone());
            said.entry(key).or_default()[side].sentences.push(finding.into());
        }
    }
    let unread = sections_unread(after);
    let changes = said
        .into_iter()
        .map(|((rule, subject), [old, new])| {
            let gone = without(&old.sentences, &new.sentences);
            let came = without(&new.sentences, &old.sentences);
            let unread = rule == 0 && unread.contains(&subject.section);
            let direction = match direction([old.outcome, new.outcome], &gone, &came) {
                Direction::Better if unread => Direction::Untold,
                direction => direction,
            };
            Change {
                direction,
                rule: names[rule],
                subject,
                before: old.outcome,
                after: new.outcome,
                gone,
                new: came,
            }
        })
        .filter(|change| {
            let applies = |outcome: Option<Outcome>| outcome.unwrap_or(Outcome::NotApplicable);
            applies(change.before) != applies(change.after)
                || !change.gone.is_empty()
                || !change.new.is_empty()
        })
        .collect();
    Comparison { before: before.receipt.clone(), after: after.receipt.clone(), changes }
}

/// Does it say of a day that it lies after the one judged from? Between two days that is no change.
fn is_still_to_come(finding: &Finding) -> bool {
    let problem = finding.words.param("problem").and_then(Param::text);
    finding.rule == "record" && problem == Some("suspicious_day") && finding.severity == Severity::Info
}

/// The sections in which nothing can be read; what was wrong in them is not told any more.
fn sections_unread(report: &Report) -> Vec<String> {
    let errors = report.findings.iter().filter(|it| it.rule == "record" && it.severity == Severity::Error);
    let whole =
        errors.filter(|it| matches!(it.at.0.as_slice(), [Token::Key(key)] if *key == it.subject.section));
    whole.map(|finding| finding.subject.section.clone()).collect()
}

/// The sentences of `all` that `known` does not have, or has fewer times.
fn without(all: &[Sentence], known: &[Sentence]) -> Vec<Sentence> {
    let mut known: Vec<&Sentence> = known.iter().collect();
    let is_new = |sentence: &&Sentence| match known.iter().position(|it| it == sentence) {
        Some(place) => {
            known.swap_remove(place);
            false
        }
        None => true,
    };
    all.iter().filter(is_new).cloned().collect()
}

/// The outcome decides, and where it stays the same the gravest sentence that came or went.
fn direction([before, after]: [Option<Outcome>; 2], gone: &[Sentence], new: &[Sentence]) -> Direction {
    // What is not judged, not due or holds gives nobody anything to do.
    let grave = |outcome: Option<Outcome>| outcome.unwrap_or(Outcome::Holds).max(Outcome::Holds);
    let worst = |sentences: &[Sentence]| sentences.iter().map(|it| it.severity).max();
    let worst = |sentences| worst(sentences).filter(|severity| *severity > Severity::Info);
    let by_outcome = grave(after).cmp(&grave(before));
    let by_sentences = worst(new).cmp(&worst(gone)).then(new.len().cmp(&gone.len()));
    let told = worst(new).or(worst(gone)).is_some();
    let gone_unjudged = matches!(after, None | Some(Outcome::NotApplicable)) && before.is_some();
    let untold = gone_unjudged || after == Some(Outcome::Undetermined);
    match (by_outcome, by_sentences) {
        (Ordering::Less, _) if untold => Direction::Untold,
        (Ordering::Greater, _) => Direction::Worse,
        (Ordering::Less, _) => Direction::Better,
        (Ordering::Equal, Ordering::Greater) if told => Direction::Worse,
        (Ordering::Equal, Ordering::Less) if told => Direction::Better,
        (Ordering::Equal, _) => Direction::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Subjects;

    fn sentence(severity: Severity, says: &str) -> Sentence {
        Sentence { severity, text: Both::each(|_| says.to_owned()) }
    }

    #[test]
    fn one_of_two_equal_sentences_can_go() {
        let one = sentence(Severity::Error, "Fel");
        assert_eq!(without(&[one.clone(), one.clone()], std::slice::from_ref(&one)), [one]);
    }

    #[test]
    fn a_day_that_is_still_to_come_is_no_change_between_two_days() {
        let charter = crate::charter::Charter::samla_2023();
        let record = r#"{"routines": [{"id": "rutin", "adopted_on": "2024-06-01"}]}"#;
        let handed = crate::settled::Handed::read(record.as_bytes()).expect("a record");
        let settled = handed.settle(&charter);
        let on = |day| {
            let as_of = crate::calendar::Day::new(2024, 5, day).expect("a day");
            let options = crate::report::Options { subjects: Subjects::All, ..Default::default() };
            settled.check(as_of, options)
        };
        assert!(on(1).findings.iter().any(is_still_to_come));
        assert_eq!(compare(&on(1), &on(2)).changes, []);
    }

    #[test]
    fn the_outcome_decides_and_then_the_gravest_sentence() {
        let error = [sentence(Severity::Error, "Fel")];
        let warning = [sentence(Severity::Warning, "Varning")];
        let remark = [sentence(Severity::Info, "Anmärkning")];
        let broken = Some(Outcome::Broken);
        for (outcomes, gone, new, way) in [
            ([None, broken], &[][..], &error[..], Direction::Worse),
            ([broken, Some(Outcome::Waived)], &[], &[], Direction::Better),
            ([Some(Outcome::Holds), Some(Outcome::Undetermined)], &[], &[], Direction::Worse),
            ([Some(Outcome::NotDue), Some(Outcome::Holds)], &[], &[], Direction::Other),
            ([broken, None], &error, &[], Direction::Untold),
            ([broken, Some(Outcome::NotApplicable)], &error, &[], Direction::Untold),
            ([broken, Some(Outcome::Undetermined)], &error, &[], Direction::Untold),
            ([Some(Outcome::Undetermined), None], &[], &[], Direction::Untold),
            ([broken, Some(Outcome::NotDue)], &error, &[], Direction::Better),
            ([Some(Outcome::Undetermined), Some(Outcome::Holds)], &[], &[], Direction::Better),
            ([Some(Outcome::Holds), None], &remark, &[], Direction::Other),
            ([broken, broken], &warning, &error, Direction::Worse),
            ([broken, broken], &error, &warning, Direction::Better),
            ([broken, broken], &error, &error, Direction::Other),
            ([None, None], &[], &warning, Direction::Worse),
            ([None, None], &[], &remark, Direction::Other),
        ] {
            assert_eq!(direction(outcomes, gone, new), way, "{outcomes:?} {gone:?} {new:?}");
        }
    }
}
