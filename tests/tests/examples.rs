//! The embedded examples: a year in order, and the same year with ordinary mistakes.

use std::collections::BTreeSet;

use samla::codes::{Outcome, Severity};
use samla::report::{Report, Subjects};
use samla::{Charter, Day, Options};
use serde::Deserialize;

const GOOD: &str = include_str!("../../core/src/example/good.json");
const FAULTY: &str = include_str!("../../core/src/example/faulty.json");
const NOT_APPLICABLE: &str = include_str!("../../core/src/example/good-not-applicable.json");
const EXPECTED: &str = include_str!("../../core/src/example/faulty-findings.json");

fn judge(text: &str) -> Report {
    let as_of = Day::new(2024, 12, 31).expect("a day");
    let options = Options { subjects: Subjects::All, ..Options::default() };
    samla::json::check_bytes(text.as_bytes(), &Charter::samla_2023(), as_of, options).expect("a record")
}

#[derive(Deserialize)]
struct NotApplicable {
    rule: String,
    sv: String,
    en: String,
}

#[test]
fn good_breaks_nothing_and_leaves_nothing_untold() {
    let report = judge(GOOD);
    let bad: Vec<String> = report
        .findings
        .iter()
        .filter(|finding| finding.severity > Severity::Info)
        .map(|finding| format!("{} {} {:?}", finding.rule, finding.at, finding.words))
        .collect();
    assert!(bad.is_empty(), "{bad:#?}");
    let untold: Vec<_> = report
        .verdicts
        .iter()
        .flat_map(|verdict| &verdict.subjects)
        .filter(|subject| subject.outcome == Outcome::Undetermined)
        .collect();
    assert!(untold.is_empty(), "{untold:#?}");
}

#[test]
fn every_rule_that_good_cannot_show_is_listed_with_its_reason() {
    let listed: Vec<NotApplicable> = serde_json::from_str(NOT_APPLICABLE).expect("the list");
    assert!(listed.iter().all(|it| !it.sv.is_empty() && !it.en.is_empty()));
    let listed: BTreeSet<&str> = listed.iter().map(|it| it.rule.as_str()).collect();
    let report = judge(GOOD);
    let silent: BTreeSet<&str> = report
        .verdicts
        .iter()
        .filter(|verdict| verdict.outcome == Outcome::NotApplicable)
        .map(|verdict| verdict.rule)
        .collect();
    assert_eq!(silent, listed);
}

#[derive(Debug, PartialEq, Deserialize)]
struct Expected {
    rule: String,
    severity: String,
    outcome: String,
    subject: String,
    at: String,
}

#[test]
fn faulty_has_the_findings_expected_and_none_more() {
    let expected: Vec<Expected> = serde_json::from_str(EXPECTED).expect("the list");
    let report = judge(FAULTY);
    let found: Vec<Expected> = report
        .findings
        .iter()
        .map(|finding| Expected {
            rule: finding.rule.to_owned(),
            severity: finding.severity.code().to_owned(),
            outcome: finding.outcome.code().to_owned(),
            subject: finding.subject.to_string(),
            at: finding.at.to_string(),
        })
        .collect();
    for finding in &found {
        assert!(expected.contains(finding), "unexpected: {finding:#?}");
    }
    for finding in &expected {
        assert!(found.contains(finding), "not found: {finding:#?}");
    }
    assert_eq!(found, expected, "the promised order");
}
