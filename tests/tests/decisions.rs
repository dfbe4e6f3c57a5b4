//! Each decision that real minutes and rosters asked for has vectors on both sides of its boundary.

use std::collections::{BTreeMap, BTreeSet};

use samla_tests::vectors;

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
