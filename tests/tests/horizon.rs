//! What is told of the days ahead: each duty on both sides of the horizon, and all of them in order.

use samla::json::check;
use serde_json::{Value, json};

/// The duties that a record has ahead, seen from a day to which it is complete.
fn upcoming(record: &Value, as_of: &str, days: i64) -> Vec<Value> {
    let mut record = record.clone();
    record["complete_to"] = as_of.into();
    let options = json!({"as_of": as_of, "horizon_days": days}).to_string();
    let report = check(record.to_string().as_bytes(), &options).expect("a report");
    let report: Value = serde_json::from_str(&report).expect("JSON");
    report["upcoming"].as_array().cloned().expect("a list")
}

/// The one duty of `rule` is told when `due` is the last day inside, and not when it is the day after.
fn at_both_sides(record: &Value, as_of: &str, rule: &str, days: i64, due: &str) -> Value {
    let of_rule = |days| {
        let all = upcoming(record, as_of, days);
        all.into_iter().filter(|duty| duty["rule"] == rule).collect::<Vec<_>>()
    };
    // The last right day is the one before the first that is too late.
    assert_eq!(of_rule(days - 2), Vec::<Value>::new(), "{rule}, the day after the last");
    let inside = of_rule(days - 1);
    assert_eq!(inside.len(), 1, "{rule}, the last day: {inside:?}");
    assert_eq!(inside[0]["due"], due, "{rule}");
    inside[0].clone()
}

/// Is nothing of `rule` ahead within a year?
fn nothing(record: &Value, as_of: &str, rule: &str) -> bool {
    upcoming(record, as_of, 366).iter().all(|duty| duty["rule"] != rule)
}

fn nosam(more: Value) -> Value {
    let mut group = json!({"id": "a", "kind": "nosam", "municipality": "1489"});
    for (key, value) in more.as_object().expect("an object") {
        group[key] = value.clone();
    }
    json!({"groups": [group]})
}

fn term(office: &str, person: &str, from: &str, to: Option<&str>) -> Value {
    json!({"office": office, "person": person, "from": from, "to": to})
}

#[test]
fn without_a_horizon_nothing_is_told_of_it() {
    let report = check(b"{}", r#"{"as_of": "2024-12-31"}"#).expect("a report");
    assert!(!report.contains("upcoming"));
    assert_eq!(upcoming(&json!({}), "2024-12-31", 90), Vec::<Value>::new());
    assert_eq!(upcoming(&json!({}), "2024-12-31", i64::MIN), Vec::<Value>::new());
    assert_eq!(upcoming(&json!({}), "2024-12-31", i64::MAX), Vec::<Value>::new());
}

#[test]
fn an_open_chair_term_is_to_be_handed_over() {
    // One year and 31 days after 2024-02-01.
    let record = nosam(json!({"offices": [term("chair", "p1", "2024-02-01", None)]}));
    let duty = at_both_sides(&record, "2025-02-01", "N-ORD-3", 31, "2025-03-04");
    assert_eq!(duty["subject"], "groups/a#2024-02-01");
    assert_eq!(duty["sv"], "Ordförandeskapet ska ha lämnats över senast 2025-03-03");
    assert_eq!(duty["en"], "The chair is to be handed over by 2025-03-03");
    assert!(nothing(&record, "2025-03-04", "N-ORD-3"), "what is overdue is broken, not ahead");
}

#[test]
fn a_term_with_a_last_day_and_no_next_one_calls_for_an_election() {
    let record = nosam(json!({"offices": [
        term("chair", "p1", "2024-02-01", Some("2025-01-31")), term("vice_chair", "p2", "2024-02-01", None),
    ]}));
    let duty = at_both_sides(&record, "2024-12-31", "N-ORD-1", 32, "2025-02-01");
    assert_eq!(duty["subject"], "groups/a");
    assert_eq!(duty["sv"], "NOSAM ska ha utsett nästa ordförande senast 2025-01-31");
    assert!(nothing(&record, "2025-02-01", "N-ORD-1"), "a vacancy is broken, not ahead");
}

#[test]
fn both_offices_that_end_on_one_day_are_one_duty() {
    let record = nosam(json!({"offices": [
        term("chair", "p1", "2024-02-01", Some("2025-01-31")),
        term("vice_chair", "p2", "2024-02-01", Some("2025-01-31")),
    ]}));
    let duty = at_both_sides(&record, "2024-12-31", "N-ORD-1", 32, "2025-02-01");
    assert_eq!(duty["en"], "NOSAM is to have elected the next chair and the next vice chair by 2025-01-31");
    let record = nosam(json!({"offices": [
        term("chair", "p1", "2024-02-01", Some("2025-01-31")),
        term("vice_chair", "p2", "2024-02-01", Some("2025-01-15")),
    ]}));
    let duty = at_both_sides(&record, "2024-12-31", "N-ORD-1", 16, "2025-01-16");
    assert_eq!(duty["en"], "NOSAM is to have elected the next vice chair by 2025-01-15");
}

#[test]
fn a_next_term_that_is_recorded_leaves_nothing_to_elect() {
    let with_next = |from: &str, to: Option<&str>| {
        nosam(json!({"offices": [
            term("chair", "p1", "2024-02-01", Some("2025-01-31")), term("chair", "p2", from, to),
            term("vice_chair", "p3", "2024-02-01", None),
        ]}))
    };
    assert!(nothing(&with_next("2025-02-01", None), "2024-12-31", "N-ORD-1"));
    at_both_sides(&with_next("2025-02-02", None), "2024-12-31", "N-ORD-1", 32, "2025-02-01");
    at_both_sides(&with_next("2025-02-01", Some("2025-03-31")), "2024-12-31", "N-ORD-1", 91, "2025-04-01");
    assert!(nothing(&with_next("snart", None), "2024-12-31", "N-ORD-1"), "it may begin at once");
    // A term that says no end is ended by the next, which has one.
    let record = nosam(json!({"offices": [
        term("chair", "p1", "2023-02-01", None), term("chair", "p2", "2024-02-01", Some("2025-01-31")),
        term("vice_chair", "p3", "2024-02-01", None),
    ]}));
    at_both_sides(&record, "2024-12-31", "N-ORD-1", 32, "2025-02-01");
}

#[test]
fn a_group_that_ends_with_the_term_elects_nobody() {
    let record = nosam(json!({"to": "2025-01-31", "offices": [
        term("chair", "p1", "2024-02-01", Some("2025-01-31")), term("vice_chair", "p2", "2024-02-01", None),
    ]}));
    assert!(nothing(&record, "2024-12-31", "N-ORD-1"));
}

#[test]
fn nosam_is_to_meet_again() {
    let mut record = nosam(json!({}));
    record["meetings"] = json!([{"id": "m", "groups": ["a"], "start": "2024-12-03", "status": "held"}]);
    // The sixth ISO week after that of 2024-12-03 begins on 2025-01-13.
    let duty = at_both_sides(&record, "2024-12-31", "N-MOT-2", 13, "2025-01-13");
    assert_eq!(duty["sv"], "NOSAM ska ha mötts igen senast 2025-01-12");
    record["recesses"] = json!([{"from": "2024-12-20", "to": "2025-01-06"}]);
    // The two whole weeks of the recess are taken out.
    at_both_sides(&record, "2024-12-31", "N-MOT-2", 27, "2025-01-27");
}

#[test]
fn the_seat_of_a_new_unit_is_to_be_filled() {
    for (kind, rule) in [("care_centre", "N-REP-5"), ("rehab_unit", "N-REP-6")] {
        let mut record = nosam(json!({"members": []}));
        record["complete"] = json!([kind]);
        record["organisations"] = json!([
            {"id": "ny", "kind": kind, "principal": "region", "municipality": "1489", "from": "2024-12-01"}
        ]);
        // The sixtieth day after the opening is 2025-01-30.
        let duty = at_both_sides(&record, "2024-12-31", rule, 31, "2025-01-31");
        assert_eq!(duty["subject"], "groups/a#ny");
        assert_eq!(duty["sv"], "Den nya enhetens plats ska vara fylld senast 2025-01-30");
        assert!(nothing(&record, "2025-01-31", rule));
        record["groups"][0]["members"] = json!([{
            "person": "p", "organisations": ["ny"], "functions": ["operations_manager"]
        }]);
        assert!(nothing(&record, "2024-12-31", rule), "a filled seat");
    }
}

#[test]
fn a_theme_group_is_to_be_closed() {
    let group = |closed: Option<&str>| {
        json!({"groups": [{
            "id": "t", "kind": "theme_group", "from": "2024-01-01", "to": "2025-01-31", "closed_on": closed
        }]})
    };
    let duty = at_both_sides(&group(None), "2024-12-31", "P-KOM-4", 32, "2025-02-01");
    assert_eq!(duty["en"], "The group is to be closed by 2025-01-31");
    at_both_sides(&group(None), "2025-01-31", "P-KOM-4", 1, "2025-02-01");
    assert!(nothing(&group(None), "2025-02-01", "P-KOM-4"), "what is overdue is broken");
    assert!(nothing(&group(Some("2025-01-31")), "2024-12-31", "P-KOM-4"), "it is to be closed in time");
    at_both_sides(&group(Some("2025-02-01")), "2024-12-31", "P-KOM-4", 32, "2025-02-01");
    assert!(nothing(&group(Some("i tid")), "2024-12-31", "P-KOM-4"), "the day may lie before the end");
}

#[test]
fn a_waiver_runs_out() {
    let mut record = nosam(json!({"offices": [
        term("chair", "p1", "2023-02-01", None), term("vice_chair", "p2", "2024-02-01", None),
    ], "members": []}));
    let waiver = |to: Option<&str>| {
        json!({"rule": "N-REP-13", "from": "2024-02-01", "to": to, "decided_by": ["a"],
               "on": "2024-02-01", "reason": "Omval"})
    };
    record["waivers"] = json!([waiver(Some("2025-01-31"))]);
    let duty = at_both_sides(&record, "2024-12-31", "N-REP-13", 32, "2025-02-01");
    assert_eq!(duty["sv"], "Bristen ska vara rättad eller avsteget förlängt senast 2025-01-31");
    record["waivers"] = json!([waiver(Some("2025-01-31")), waiver(Some("2025-02-28"))]);
    at_both_sides(&record, "2024-12-31", "N-REP-13", 60, "2025-03-01");
    record["waivers"] = json!([waiver(None), waiver(Some("2025-01-31"))]);
    assert!(nothing(&record, "2024-12-31", "N-REP-13"), "one of them has no end");
}

#[test]
fn a_waiver_that_is_followed_by_another_does_not_run_out() {
    let mut record = nosam(json!({"members": []}));
    let waiver = |from: &str, to: &str| {
        json!({"rule": "N-REP-13", "from": from, "to": to, "decided_by": ["a"], "on": "2024-02-01",
               "reason": "Omval"})
    };
    record["waivers"] = json!([waiver("2024-02-01", "2024-12-31"), waiver("2025-01-01", "2025-01-31")]);
    at_both_sides(&record, "2024-12-31", "N-REP-13", 32, "2025-02-01");
}

#[test]
fn what_was_waived_on_a_day_that_is_past_is_waived_for_ever() {
    let mut record = nosam(json!({"offices": [
        term("chair", "p1", "2023-02-01", None), term("vice_chair", "p2", "2024-02-01", None),
    ]}));
    record["waivers"] = json!([{"rule": "N-ORD-3", "from": "2024-02-01", "to": "2025-01-31",
        "decided_by": ["a"], "on": "2024-02-01", "reason": "Omval"}]);
    assert!(nothing(&record, "2024-12-31", "N-ORD-3"));
}

#[test]
fn every_subject_that_is_not_due_is_told_with_its_day() {
    let good = samla::json::example("good").expect("the example");
    let options = r#"{"as_of": "2024-12-31", "horizon_days": 36600}"#;
    let report: Value =
        serde_json::from_str(&check(good.as_bytes(), options).expect("a report")).expect("JSON");
    let told = report["upcoming"].as_array().expect("a list");
    let mut count = 0;
    for verdict in report["verdicts"].as_array().expect("a list") {
        for subject in verdict["subjects"].as_array().into_iter().flatten() {
            let due = &subject["due"];
            if subject["outcome"] == "not_due" && due.is_string() {
                count += 1;
                let same = |duty: &&Value| {
                    duty["rule"] == verdict["rule"]
                        && duty["subject"] == subject["subject"]
                        && duty["due"] == *due
                };
                assert_eq!(told.iter().filter(same).count(), 1, "{} {subject}", verdict["rule"]);
            }
        }
    }
    assert!(count > 0, "the example has duties ahead");
}

#[test]
fn duties_stand_by_day_and_then_in_the_order_of_the_documents() {
    let mut record = nosam(json!({"offices": [
        term("chair", "p1", "2024-02-01", Some("2025-01-31")), term("vice_chair", "p2", "2024-02-01", None),
    ]}));
    let theme = |id: &str, to: &str| json!({"id": id, "kind": "theme_group", "from": "2024-01-01", "to": to});
    let groups = record["groups"].as_array_mut().expect("a list");
    groups.extend([theme("t3", "2025-03-31"), theme("t2", "2025-01-31"), theme("t1", "2025-01-31")]);
    record["meetings"] = json!([{"id": "m", "groups": ["a"], "start": "2024-12-03", "status": "held"}]);
    let told = upcoming(&record, "2024-12-31", 92);
    let told: Vec<[&str; 3]> = told
        .iter()
        .map(|it| ["due", "rule", "subject"].map(|key| it[key].as_str().expect("a text")))
        .collect();
    let kept: Vec<&[&str; 3]> =
        told.iter().filter(|[_, rule, _]| ["N-MOT-2", "N-ORD-1", "P-KOM-4"].contains(rule)).collect();
    assert_eq!(
        kept,
        [
            &["2025-01-13", "N-MOT-2", "groups/a"],
            &["2025-02-01", "P-KOM-4", "groups/t2"],
            &["2025-02-01", "P-KOM-4", "groups/t1"],
            &["2025-02-01", "N-ORD-1", "groups/a"],
            &["2025-04-01", "P-KOM-4", "groups/t3"],
        ]
    );
    let days: Vec<&str> = told.iter().map(|[due, ..]| *due).collect();
    assert!(days.is_sorted(), "{days:?}");
}

#[test]
fn another_charter_says_what_its_own_documents_say() {
    let mut charter = serde_json::to_value(samla::Charter::samla_2023()).expect("JSON");
    charter["documents"] = json!([{"code": "G", "title": {"sv": "Avtalet", "en": "The agreement"}}]);
    for rule in samla::rules::all() {
        charter["rules"][rule.id]["citation"] = json!({
            "document": "G", "heading": "Grupper", "sentence": "7", "says": {"sv": "Så här", "en": "Like this"}
        });
    }
    let record =
        json!({"groups": [{"id": "t", "kind": "theme_group", "from": "2024-01-01", "to": "2025-01-31"}]});
    let options = json!({"as_of": "2024-12-31", "horizon_days": 90, "charter": charter}).to_string();
    let report = check(record.to_string().as_bytes(), &options).expect("a report");
    let report: Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["upcoming"][0]["sv"], "Så här, senast 2025-01-31");
    assert_eq!(report["upcoming"][0]["en"], "Like this, by 2025-01-31");
}

#[test]
fn what_is_due_is_said_and_not_the_whole_rule() {
    let mut seen = 0;
    for (path, file) in samla_tests::vectors() {
        let Some(rule) = samla::rules::find(&file.rule) else { continue };
        let is_due = |case: &&samla_tests::Case| {
            let said = case.expect.subjects.values().chain(&case.expect.outcome);
            !case.expect.due.is_empty() || said.into_iter().any(|outcome| outcome == "not_due")
        };
        for case in file.cases.iter().filter(is_due).filter(|case| case.charter.is_empty()) {
            let record = serde_json::from_str(&case.text(&file)).expect("a record");
            let as_of = case.as_of.as_ref().unwrap_or(&file.as_of);
            for duty in upcoming(&record, as_of, 400).iter().filter(|duty| duty["rule"] == rule.id) {
                let said = duty["sv"].as_str().unwrap_or_default();
                assert!(!said.starts_with(rule.told.sv.norm), "{path}, {}: {said}", case.name);
                seen += 1;
            }
        }
    }
    assert!(seen > 50, "only {seen} duties were seen");
}
