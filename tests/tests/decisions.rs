//! Each decision that real minutes and rosters asked for has vectors on both sides of its boundary, and each record
//! that was transcribed from such is kept by vectors.

use std::collections::{BTreeMap, BTreeSet};

use samla_tests::{Case, VectorFile, vectors};
use serde::Deserialize;
use serde_json::Value;

/// By the decision's number in the register of clauses: the file and the name of each vector that keeps it.
fn decisions() -> BTreeMap<String, Vec<(String, String)>> {
    serde_json::from_str(include_str!("../decisions.json")).expect("decisions with their vectors")
}

#[test]
fn every_decision_is_kept_by_vectors_that_come_out_differently() {
    let files = vectors();
    let mut wrong = Vec::new();
    for (decision, kept_by) in decisions() {
        let mut answers = BTreeSet::new();
        for (file, name) in &kept_by {
            let case = files.get(file).and_then(|file| file.cases.iter().find(|case| case.name == *name));
            match case {
                Some(case) => _ = answers.insert(format!("{:?}", case.expect)),
                None => wrong.push(format!("{decision}: there is no vector `{name}` in {file}.json")),
            }
        }
        if answers.len() < 2 {
            wrong.push(format!("{decision}: its vectors show one side of the boundary only"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A record transcribed from real minutes, rosters and calendars.
#[derive(Deserialize)]
struct Transcribed {
    /// The file and the name of each vector that keeps it.
    kept_by: Vec<(String, String)>,
    /// What each of these rules says of the record of the first.
    #[serde(default)]
    outcomes: BTreeMap<String, String>,
}

/// Those that wait until a day may be known by its month or its year alone.
const WAITING: [&str; 2] = ["days known by their month", "days known by their year"];

#[test]
fn thirty_six_transcribed_records_of_thirty_eight_are_kept_by_vectors_and_judged_by_their_rules() {
    let files = vectors();
    let all: BTreeMap<String, Transcribed> =
        serde_json::from_str(include_str!("../transcribed.json")).expect("transcribed records");
    assert_eq!(all.len(), 38, "so many were transcribed");
    let mut wrong = Vec::new();
    for (title, record) in &all {
        if record.kept_by.is_empty() != WAITING.contains(&title.as_str()) {
            wrong.push(format!("{title}: kept by {} vectors", record.kept_by.len()));
        }
        for (number, (name, vector)) in record.kept_by.iter().enumerate() {
            let kept = files
                .get(name)
                .and_then(|file| Some((file, file.cases.iter().find(|it| it.name == *vector)?)));
            match kept {
                None => wrong.push(format!("{title}: there is no vector `{vector}` in {name}.json")),
                Some((file, case)) if number == 0 => {
                    let said = otherwise(file, case, &record.outcomes);
                    wrong.extend(said.into_iter().map(|said| format!("{title}: {said}")));
                }
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The rules that say something else of the record of a vector than they should.
fn otherwise(file: &VectorFile, case: &Case, outcomes: &BTreeMap<String, String>) -> Vec<String> {
    let report = samla::json::check(case.text(file).as_bytes(), &case.options(file)).expect("a report");
    let report: Value = serde_json::from_str(&report).expect("a report is JSON");
    let said: BTreeMap<&str, &str> = report["verdicts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| Some((it["rule"].as_str()?, it["outcome"].as_str()?)))
        .collect();
    let differing =
        outcomes.iter().filter(|(rule, outcome)| said.get(rule.as_str()) != Some(&outcome.as_str()));
    differing
        .map(|(rule, outcome)| {
            format!("{rule} is {}, not {outcome}", said.get(rule.as_str()).unwrap_or(&"not there"))
        })
        .collect()
}
