//! A group that nobody else has to do with changes nothing for the others.
//!
//! It has no activity plan: the collaboration plan is held against the documents of all of them (P-NOS-7).

use serde_json::{Value, json};

use crate::records::{every, in_order, items, same};

/// What all ids of the new group and its things begin with; no record of the tests has such an id.
const NEW: &str = "qz-new";

#[test]
fn an_unrelated_group_changes_nothing_elsewhere() {
    every(|judged| {
        let judged = judged.complete();
        let mut record = judged.record.clone();
        let as_of = &judged.options["as_of"];
        // Where nobody said which organisations there are, the new group has no members.
        let club =
            json!({"id": "qz-new-club", "kind": "other", "principal": "none", "name": "Kvartersklubben"});
        let members = add(&mut record, "organisations", club);
        if judged.record.to_string().contains(NEW) || !add(&mut record, "groups", group(as_of, members)) {
            return Ok(());
        }
        // A section that nobody handed in stays absent: that nothing is known of meetings is another thing
        // than that there was one.
        let _ = add(&mut record, "people", json!({"id": "qz-new-person"}));
        let _ = add(&mut record, "meetings", meeting(as_of));
        let _ =
            add(&mut record, "publications", json!({"kind": "other", "group": "qz-new-group", "on": as_of}));
        let _ = add(&mut record, "reports", report(as_of));
        let (mut before, mut after) = (judged.report(), judged.report_on(&record));
        [&mut before, &mut after].into_iter().for_each(without_the_new);
        same(&before, &after)
    });
}

fn add(record: &mut Value, section: &str, entry: Value) -> bool {
    let Some(Value::Array(list)) = record.get_mut(section) else { return false };
    list.push(entry);
    true
}

fn group(as_of: &Value, has_members: bool) -> Value {
    let member = json!({"person": "qz-new-person", "organisations": ["qz-new-club"], "from": as_of});
    let members = if has_members { vec![member] } else { Vec::new() };
    json!({"id": "qz-new-group", "kind": "theme_group", "from": as_of, "assignment": "x", "members": members})
}

fn meeting(as_of: &Value) -> Value {
    let attendance = [json!({"person": "qz-new-person", "whole": true})];
    json!({"id": "qz-new-meeting", "groups": ["qz-new-group"], "start": as_of, "attendance": attendance})
}

fn report(as_of: &Value) -> Value {
    json!({"id": "qz-new-report", "kind": "evaluation", "from_group": "qz-new-group", "on": as_of})
}

/// Leaves out what is said of the new things, and the sums that they are part of.
fn without_the_new(report: &mut Value) {
    report["counts"] = Value::Null;
    let is_old = |it: &Value| !it["subject"].as_str().is_some_and(|it| it.contains(NEW));
    for section in ["findings", "upcoming"] {
        if let Some(list) = report[section].as_array_mut() {
            list.retain(is_old);
        }
    }
    for verdict in items(&mut report["verdicts"]) {
        verdict["counts"] = Value::Null;
        verdict["outcome"] = Value::Null;
        if let Some(list) = verdict["subjects"].as_array_mut() {
            list.retain(is_old);
        }
    }
    in_order(report);
}
