//! Decided deviations: what they cover, on which days, and that what they cover stays visible.

use samla::json::check;
use serde_json::{Value, json};

/// Two theme groups without a last day: P-KOM-4 is broken for each.
fn record(waivers: Value) -> Value {
    json!({
        "groups": [
            {"id": "t1", "kind": "theme_group", "from": "2024-01-01"},
            {"id": "t2", "kind": "theme_group", "from": "2024-01-01"},
            {"id": "sg", "kind": "coordination_group"}
        ],
        "waivers": waivers
    })
}

/// A waiver of P-KOM-4 throughout 2024, decided beforehand, with other values in some fields.
fn waiver(other: Value) -> Value {
    let mut waiver = json!({"rule": "P-KOM-4", "from": "2024-01-01", "to": "2024-12-31",
        "decided_by": ["sg"], "on": "2023-12-01", "reason": "Uppdraget utreds"});
    for (key, value) in other.as_object().expect("an object") {
        waiver[key] = value.clone();
    }
    waiver
}

fn judge(record: &Value, as_of: &str) -> Value {
    let options = json!({"as_of": as_of, "subjects": "all"}).to_string();
    let report = check(record.to_string().as_bytes(), &options).expect("a report");
    serde_json::from_str(&report).expect("JSON")
}

fn verdict<'r>(report: &'r Value, rule: &str) -> &'r Value {
    report["verdicts"].as_array().expect("a list").iter().find(|it| it["rule"] == rule).expect("a rule")
}

/// The outcome of a subject of P-KOM-4.
fn outcome(report: &Value, subject: &str) -> String {
    let subjects = verdict(report, "P-KOM-4")["subjects"].as_array().expect("a list");
    let subject = subjects.iter().find(|it| it["subject"] == subject).expect("a subject");
    subject["outcome"].as_str().expect("a text").to_owned()
}

fn findings<'r>(report: &'r Value, rule: &str) -> Vec<&'r Value> {
    report["findings"].as_array().expect("a list").iter().filter(|it| it["rule"] == rule).collect()
}

/// How many findings are waived, and how many are errors.
fn counts(report: &Value) -> (u64, u64) {
    let count = |name: &str| report["counts"][name].as_u64().expect("a number");
    (count("waived"), count("error"))
}

/// How many errors there are when nothing is waived; other rules find some, too.
fn without_a_waiver() -> u64 {
    counts(&judge(&record(json!([])), "2024-12-31")).1
}

#[test]
fn a_waiver_covers_one_subject() {
    let report = judge(&record(json!([waiver(json!({"subject": "groups/t1"}))])), "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "waived");
    assert_eq!(outcome(&report, "groups/t2"), "broken");
    assert_eq!(verdict(&report, "P-KOM-4")["outcome"], "broken");
    let of = findings(&report, "P-KOM-4");
    assert_eq!(of.len(), 2, "what is covered stays");
    assert_eq!((&of[0]["outcome"], &of[0]["waiver"]), (&json!("waived"), &json!("/waivers/0")));
    assert_eq!(of[0]["severity"], "error", "it is as grave as before");
    assert_eq!((&of[1]["outcome"], of[1].get("waiver")), (&json!("broken"), None));
    assert_eq!(counts(&report), (1, without_a_waiver() - 1));
}

#[test]
fn a_waiver_without_a_subject_covers_all() {
    let report = judge(&record(json!([waiver(json!({}))])), "2024-12-31");
    for subject in ["groups/t1", "groups/t2"] {
        assert_eq!(outcome(&report, subject), "waived");
    }
    let verdict = verdict(&report, "P-KOM-4");
    assert_eq!((&verdict["outcome"], &verdict["counts"]["waived"]), (&json!("waived"), &json!(2)));
    assert_eq!(counts(&report), (2, without_a_waiver() - 2));
    assert_eq!(report["counts"]["rules"]["waived"], 1);
}

#[test]
fn a_waiver_covers_no_other_rule() {
    let report = judge(&record(json!([waiver(json!({"rule": "P-KOM-5"}))])), "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "broken");
    let report = judge(&record(json!([waiver(json!({"subject": "groups/t"}))])), "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "broken", "a part of a name is no name");
}

#[test]
fn a_waiver_covers_from_its_first_day_to_its_last() {
    let record = record(json!([waiver(json!({"from": "2024-03-01", "to": "2024-06-30"}))]));
    for (day, expected) in [
        ("2024-02-29", "broken"),
        ("2024-03-01", "waived"),
        ("2024-06-30", "waived"),
        ("2024-07-01", "broken"),
    ] {
        assert_eq!(outcome(&judge(&record, day), "groups/t1"), expected, "{day}");
    }
}

#[test]
fn a_waiver_without_days_covers_from_its_decision() {
    let record = record(json!([waiver(json!({"from": null, "to": null, "on": "2024-05-02"}))]));
    for (day, expected) in [("2024-05-01", "broken"), ("2024-05-02", "waived"), ("2026-05-02", "waived")] {
        let report = judge(&record, day);
        assert_eq!(outcome(&report, "groups/t1"), expected, "{day}");
        assert_eq!(findings(&report, "record")[0]["params"]["problem"], "undated_waiver");
    }
}

#[test]
fn what_is_decided_after_the_as_of_day_covers_nothing() {
    let decided = |on: &str| {
        let record = record(json!([waiver(json!({"on": on}))]));
        outcome(&judge(&record, "2024-06-30"), "groups/t1")
    };
    assert_eq!(decided("2024-06-30"), "waived");
    assert_eq!(decided("2024-07-01"), "broken");
}

#[test]
fn an_expired_waiver_covers_nothing_and_says_so() {
    let report = judge(&record(json!([waiver(json!({"to": "2024-06-30"}))])), "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "broken");
    let of = findings(&report, "record");
    assert_eq!((of.len(), &of[0]["params"]["problem"]), (1, &json!("expired_waiver")));
    assert_eq!((&of[0]["severity"], &of[0]["at"]), (&json!("info"), &json!("/waivers/0/to")));
}

#[test]
fn a_waiver_that_another_goes_on_from_has_not_expired() {
    let first = waiver(json!({"to": "2024-06-30"}));
    let report = judge(&record(json!([first, waiver(json!({"from": "2024-07-01"}))])), "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "waived");
    assert!(findings(&report, "record").is_empty());
}

/// Which days a finding takes stands in it.
#[test]
fn a_finding_says_its_key_days_and_those_on_which_it_lasts() {
    let report = judge(&record(json!([])), "2024-12-31");
    assert_eq!(findings(&report, "P-KOM-4")[0]["key_days"], json!(["2024-12-31"]));
    let record = json!({"complete_from": "2024-01-01",
        "groups": [{"id": "a", "kind": "nosam", "municipality": "1489", "from": "2024-02-01", "to": "2024-02-29"}]});
    let report = judge(&record, "2024-12-31");
    let of: Vec<&Value> =
        findings(&report, "N-ALL-2").into_iter().filter(|it| it["subject"] == "#1489").collect();
    assert_eq!(of[0].get("key_days"), None);
    assert_eq!(of[0]["lasts"], json!([{"from": "2024-03-01", "to": "2024-12-31"}]));
    assert_eq!(of[1]["lasts"], json!([{"from": "2024-01-01", "to": "2024-01-31"}]));
}

#[test]
fn a_waiver_that_cannot_be_read_covers_nothing() {
    for other in [
        json!({"rule": "P-KOM-99"}),
        json!({"subject": ["groups/t1"]}),
        json!({"decided_by": ["ingen"]}),
        json!({"decided_by": null}),
        json!({"reason": 7}),
    ] {
        let report = judge(&record(json!([waiver(other.clone())])), "2024-06-30");
        assert_eq!(outcome(&report, "groups/t1"), "broken", "{other}");
        assert_eq!(findings(&report, "record")[0]["severity"], "error", "{other}");
    }
}

#[test]
fn a_day_of_a_waiver_that_cannot_be_read_leaves_the_breach_undetermined() {
    for (other, expected) in [
        (json!({"to": "i juni"}), "undetermined"),
        (json!({"from": "i juni"}), "undetermined"),
        (json!({"on": "i juni"}), "undetermined"),
        (json!({"from": "i juni", "to": "2024-06-29"}), "broken"),
        (json!({"from": "2024-07-01", "to": "i juni"}), "broken"),
        (json!({"to": "i juni", "on": "2024-07-01"}), "broken"),
    ] {
        let report = judge(&record(json!([waiver(other.clone())])), "2024-06-30");
        assert_eq!(outcome(&report, "groups/t1"), expected, "{other}");
        let subject = &verdict(&report, "P-KOM-4")["subjects"][0];
        assert_eq!(subject["because"] == "record", expected == "undetermined", "{other}");
        assert_eq!(findings(&report, "P-KOM-4").is_empty(), expected == "undetermined", "{other}");
    }
}

#[test]
fn another_waiver_that_can_be_read_covers_all_the_same() {
    let waivers = json!([waiver(json!({"to": "i juni"})), waiver(json!({}))]);
    assert_eq!(outcome(&judge(&record(waivers), "2024-06-30"), "groups/t1"), "waived");
}

#[test]
fn what_cannot_be_told_is_waived_on_its_key_day() {
    let mut record = record(json!([waiver(json!({}))]));
    record["groups"][0]["to"] = json!("snart");
    let report = judge(&record, "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "waived");
    assert_eq!(outcome(&report, "groups/t2"), "waived");
    let report = judge(&record, "2025-01-01");
    assert_eq!(outcome(&report, "groups/t1"), "undetermined");
    assert_eq!(outcome(&report, "groups/t2"), "broken");
}

/// Without key days that can be told only a waiver that names the subject covers it.
#[test]
fn what_cannot_be_told_and_has_no_key_day_is_waived_by_its_name() {
    let mut record = json!({"groups": [{"id": "a", "kind": "nosam", "offices": "?"}]});
    let ord_1 = |record: &Value| {
        let report = judge(record, "2024-12-31");
        verdict(&report, "N-ORD-1")["outcome"].clone()
    };
    assert_eq!(ord_1(&record), "undetermined");
    record["waivers"] = json!([waiver(json!({"rule": "N-ORD-1", "decided_by": ["a"]}))]);
    assert_eq!(ord_1(&record), "undetermined");
    record["waivers"][0]["subject"] = json!("groups/a");
    assert_eq!(ord_1(&record), "waived");
}

#[test]
fn a_name_covers_all_that_goes_on_with_a_key() {
    let deputy = |person: &str| json!({"person": person, "status": "deputy", "from": "2024-01-01"});
    let record = |subject: &str| {
        let waiver = waiver(json!({"rule": "N-REP-4", "subject": subject, "decided_by": ["a"]}));
        json!({"groups": [{"id": "a", "kind": "nosam", "members": [deputy("kim"), deputy("kim-2")]}],
            "waivers": [waiver]})
    };
    let outcomes = |subject: &str| {
        let report = judge(&record(subject), "2024-12-31");
        let of = |subject: &Value| subject["outcome"].as_str().unwrap_or_default().to_owned();
        verdict(&report, "N-REP-4")["subjects"].as_array().expect("a list").iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(outcomes("groups/a"), ["waived", "waived"]);
    assert_eq!(outcomes("groups/a#kim"), ["waived", "broken"]);
    assert_eq!(outcomes("groups/a#k"), ["broken", "broken"]);
}

#[test]
fn what_holds_is_not_waived() {
    let mut record = record(json!([waiver(json!({}))]));
    record["groups"][0]["to"] = json!("2025-06-30");
    let report = judge(&record, "2024-12-31");
    assert_eq!(outcome(&report, "groups/t1"), "holds");
    assert_eq!(report["counts"]["waived"], 1);
}

#[test]
fn a_remark_is_not_hidden() {
    let mut record = json!({
        "groups": [{"id": "a", "kind": "nosam", "offices": [
            {"office": "chair", "person": "p1", "from": "2023-02-01", "to": "2023-08-31", "reason": "Flyttade"}
        ]}]
    });
    let remark = |record: &Value| {
        let report = judge(record, "2024-12-31");
        let remarks = findings(&report, "N-ORD-3").into_iter().filter(|it| it["severity"] == "info");
        remarks.cloned().collect::<Vec<_>>()
    };
    let before = remark(&record);
    assert_eq!((before.len(), &before[0]["outcome"]), (1, &json!("holds")));
    record["waivers"] = json!([waiver(json!({"rule": "N-ORD-3", "to": "2025-12-31", "decided_by": ["a"]}))]);
    assert_eq!(remark(&record), before);
}
