//! A second charter: an invented neighbour with other numbers, seats and sides, and its own documents.
//!
//! Nothing of it is in the code. What it says of chairs, meetings, boards and seats is judged as it says.

use samla::codes::Severity;
use samla::report::Report;
use samla::{Charter, Day, Lang, Record};
use serde_json::{Value, json};

const NORRDAL: &str = include_str!("../charters/norrdal-2025.json");

fn norrdal() -> Charter {
    Charter::read(NORRDAL).expect("the charter holds together")
}

/// A year in order by the neighbour's rules, and in many ways out of order by SAMLA's.
fn record() -> Value {
    let local = |code: &str, name: &str| {
        json!({
            "id": format!("grupp-{code}"), "kind": "nosam", "municipality": code, "name": name,
            "from": "2025-01-01",
            "members": [
                {"person": format!("mas-{code}"), "organisations": [format!("kommun-{code}")], "functions": ["mas"]},
                {"person": format!("chef-{code}"), "organisations": [format!("kommun-{code}")],
                 "functions": ["unit_manager"]},
                {"person": format!("vc-{code}"), "organisations": [format!("vc-{code}")],
                 "functions": ["unit_manager"]},
                {"person": "astrid", "functions": ["process_leader"], "status": "support"},
                {"person": "botvid", "functions": ["process_leader"], "status": "support"}
            ],
            "offices": [
                {"office": "chair", "person": format!("mas-{code}"), "from": "2025-01-01", "to": "2028-12-31",
                 "elected_by": format!("grupp-{code}"), "elected_on": "2025-01-01"},
                {"office": "vice_chair", "person": format!("chef-{code}"), "from": "2025-01-01", "to": "2028-12-31",
                 "elected_by": format!("grupp-{code}"), "elected_on": "2025-01-01"}
            ]
        })
    };
    let units = |code: &str| {
        [
            json!({"id": format!("kommun-{code}"), "kind": "municipal_administration",
                "principal": "municipality", "municipality": code}),
            json!({"id": format!("vc-{code}"), "kind": "care_centre", "principal": "region",
                "municipality": code}),
        ]
    };
    let board = |id: &str, listed: &str, principal: &str| {
        let kind = "political_board";
        json!({"id": id, "kind": kind, "principal": principal, "listed_as": listed})
    };
    let seats = |board: &str| {
        [
            json!({"person": format!("ordf-{board}"), "organisations": [board], "functions": ["board_chair"]}),
            json!({"person": format!("vice-{board}"), "organisations": [board],
                "functions": ["elected_representative"]}),
        ]
    };
    let mut organisations = vec![
        board("halsonamnden", "N1", "region"),
        board("omsorg-norrby", "N2", "municipality"),
        board("omsorg-dalby", "N3", "municipality"),
    ];
    let codes = ["9901", "9902", "9903"];
    codes.iter().for_each(|code| organisations.extend(units(code)));
    let mut groups: Vec<Value> =
        codes.iter().zip(["Norrby", "Dalby", "Åvik"]).map(|(code, name)| local(code, name)).collect();
    let boards = ["halsonamnden", "omsorg-norrby", "omsorg-dalby"];
    let members: Vec<Value> = boards.iter().flat_map(|board| seats(board)).collect();
    groups.push(json!({"id": "politiska", "kind": "political_group", "members": members}));
    let meeting = |id: &str, day: &str, end: &str| {
        let (start, end) = (format!("{day}T13:00"), format!("{day}T{end}"));
        json!({"id": id, "groups": ["grupp-9901"], "start": start, "end": end})
    };
    json!({
        "complete": ["care_centre"],
        "organisations": organisations,
        "groups": groups,
        // Eight weeks and ninety minutes apart from SAMLA's four or five weeks and two hours.
        "meetings": [meeting("m1", "2025-09-01", "14:30"), meeting("m2", "2025-10-27", "16:30")]
    })
}

fn judge(record: &Value, charter: &Charter, as_of: &str) -> Report {
    let record = Record::read(record.to_string().as_bytes()).expect("a record");
    samla::check(&record, charter, Day::parse(as_of).expect("a day"))
}

/// The rules broken, worst first.
fn broken(report: &Report) -> Vec<(&'static str, Severity)> {
    let told = report.findings.iter().filter(|finding| finding.severity > Severity::Info);
    let mut broken: Vec<_> = told.map(|finding| (finding.rule, finding.severity)).collect();
    broken.sort();
    broken.dedup();
    broken
}

#[test]
fn a_year_in_order_by_the_neighbours_rules_breaks_none_of_them() {
    let report = judge(&record(), &norrdal(), "2025-12-01");
    assert_eq!(broken(&report), []);
    let holds = |id: &str| {
        report.verdicts.iter().any(|it| it.rule == id && it.outcome == samla::codes::Outcome::Holds)
    };
    for rule in
        ["P-POL-6", "N-ALL-2", "N-REP-5", "N-REP-8", "N-REP-13", "N-ORD-1", "N-ORD-2", "N-MOT-1", "N-MOT-2"]
    {
        assert!(holds(rule), "{rule}: {:?}", report.verdicts.iter().find(|it| it.rule == rule));
    }
}

#[test]
fn the_same_year_is_out_of_order_by_samlas_rules() {
    let report = judge(&record(), &Charter::samla_2023(), "2025-12-01");
    let rules: Vec<&str> = broken(&report).into_iter().map(|(rule, _)| rule).collect();
    for rule in ["N-ALL-2", "N-MOT-1", "N-MOT-2", "N-ORD-3"] {
        assert!(rules.contains(&rule), "{rule} is not among {rules:?}");
    }
}

#[test]
fn a_chair_from_the_region_is_wrong_where_the_municipality_always_chairs() {
    let mut record = record();
    record["groups"][0]["offices"][0]["person"] = "vc-9901".into();
    let report = judge(&record, &norrdal(), "2025-12-01");
    assert_eq!(broken(&report), [("N-ORD-2", Severity::Error)]);
}

#[test]
fn four_years_are_one_term_and_a_day_more_is_too_long_without_tolerance() {
    let mut record = record();
    record["groups"][0]["offices"][0]["to"] = "2029-01-01".into();
    let report = judge(&record, &norrdal(), "2025-12-01");
    assert_eq!(broken(&report), [("N-ORD-3", Severity::Error)]);
}

#[test]
fn a_board_sends_exactly_one_beside_its_chair_while_it_is_in_the_list() {
    let mut record = record();
    record["groups"][3]["members"].as_array_mut().expect("members").pop();
    assert_eq!(broken(&judge(&record, &norrdal(), "2025-12-01")), [("P-POL-6", Severity::Error)]);
    // The board of Dalby leaves the list with the year 2026.
    let rules = |day: &str| {
        let all = broken(&judge(&record, &norrdal(), day));
        all.into_iter().map(|(rule, _)| rule).collect::<Vec<_>>()
    };
    assert!(rules("2026-12-31").contains(&"P-POL-6"));
    assert!(!rules("2027-01-01").contains(&"P-POL-6"));
}

#[test]
fn meetings_keep_the_neighbours_length_and_distance() {
    let mut record = record();
    record["meetings"][0]["end"] = "2025-09-01T14:29".into();
    record["meetings"][1]["start"] = "2025-11-17T13:00".into();
    record["meetings"][1]["end"] = "2025-11-17T16:31".into();
    let report = judge(&record, &norrdal(), "2025-12-01");
    assert_eq!(broken(&report), [("N-MOT-1", Severity::Advice), ("N-MOT-2", Severity::Advice)]);
}

#[test]
fn no_finding_speaks_of_samlas_documents() {
    let mut record = record();
    record["groups"][0]["offices"] = json!([]);
    record["groups"][1]["members"] = json!([]);
    record["groups"][3]["members"] = json!([]);
    record["meetings"][0]["end"] = "2025-09-01T20:00".into();
    let report = judge(&record, &norrdal(), "2026-06-01");
    assert!(report.findings.len() >= 4, "{:?}", report.findings);
    for finding in &report.findings {
        for lang in [Lang::Sv, Lang::En] {
            let says = finding.words.say(lang);
            for word in
                ["SAMLA", "Alingsås", "Lerum", "1489", "1441", "samverkansplan", "uppdragsbeskrivning"]
            {
                assert!(!says.contains(word), "{}: {says}", finding.rule);
            }
        }
    }
    for (id, setting) in &norrdal().rules {
        assert!(setting.off || setting.citation.is_some(), "{id} is in force and cites nothing");
    }
}

#[test]
fn a_charter_that_cites_none_of_its_own_documents_is_refused_with_the_place() {
    let mut charter: Value = serde_json::from_str(NORRDAL).expect("JSON");
    charter["rules"]["N-ORD-2"] = json!({});
    charter["seats"][0]["party"] = "ingen".into();
    charter["meetings"]["weeks"] = json!({"from": 10, "to": 6});
    let error = Charter::read(&charter.to_string()).expect_err("it contradicts itself");
    let samla::charter::CharterError::Inconsistent(all) = error else { panic!("{error}") };
    let places: Vec<&str> = all.iter().map(|it| it.at.as_str()).collect();
    assert_eq!(places, ["/rules/N-ORD-2", "/meetings/weeks", "/seats/0/party"]);
}

#[test]
fn what_makes_no_sense_is_refused_with_every_place() {
    let places = |change: &dyn Fn(&mut Value)| {
        let mut charter: Value = serde_json::to_value(Charter::samla_2023()).expect("JSON");
        change(&mut charter);
        match Charter::read(&charter.to_string()) {
            Ok(_) => Vec::new(),
            Err(samla::charter::CharterError::Inconsistent(all)) => all.into_iter().map(|it| it.at).collect(),
            Err(error) => panic!("{error}"),
        }
    };
    let changes: [(&str, Value, &[&str]); 24] = [
        ("/rules/X-1", json!({"off": true}), &["/rules/X-1"]),
        ("/seats/0/quota", json!({"between": {"from": 2, "to": 1}}), &["/seats/0/quota/between"]),
        ("/seats/0/quota", json!({"between": {"from": 1, "to": 1}}), &[]),
        ("/board_seats/0/number", json!({"from": 2, "to": 1}), &["/board_seats/0/number"]),
        ("/plan/from", "2016-12-31".into(), &["/plan/from"]),
        ("/plan/from", "2017-01-01".into(), &[]),
        ("/readings/A-20.tolerance_days", json!(-1), &["/readings/A-20.tolerance_days"]),
        ("/readings/A-20.tolerance_days", json!(0), &[]),
        ("/deadlines/new_unit", json!(-1), &["/deadlines/new_unit"]),
        ("/meetings/whole_meeting_tolerance", json!(-1), &["/meetings/whole_meeting_tolerance"]),
        ("/chair/sides", json!(["region"]), &["/readings/A-21"]),
        ("/ex_officio", json!([]), &["/rules/P-SG-6"]),
        ("/parties/0/aliases/0", "ELEVHÄLSA".into(), &["/parties/9"]),
        ("/boards/1/name", "Tandvårdsstyrelsen".into(), &["/boards/4"]),
        ("/boards/11/name", "Socialnämnden".into(), &[]),
        ("/boards/7/municipality", "1480".into(), &["/boards/7/municipality"]),
        ("/readings/A-02/0", "B02".into(), &["/readings/A-02/1"]),
        ("/readings/A-02", json!([]), &["/board_seats", "/boards"]),
        ("/board_seats", json!([]), &["/board_seats"]),
        ("/readings/A-34", json!(0), &["/readings/A-34"]),
        ("/readings/A-34", json!(1), &[]),
        // A private provider belongs to the region, and a unit of each form has a seat.
        ("/seats/2/side", "municipality".into(), &["/seats/2/provider"]),
        ("/seats/2/side", "region".into(), &[]),
        ("/seats/3/provider", "public".into(), &["/seats/3/provider"]),
    ];
    for (at, value, refused) in changes {
        let told = places(&|charter| {
            let (above, key) = at.rsplit_once('/').expect("a place");
            let above = charter.pointer_mut(above).unwrap_or_else(|| panic!("{at}"));
            match above.as_array_mut() {
                Some(list) => list[key.parse::<usize>().expect("a place in a list")] = value.clone(),
                None => above[key] = value.clone(),
            }
        });
        assert_eq!(told, refused, "{at} {value}");
    }
    assert_eq!(
        places(&|it| it["municipalities"] = json!([])).last().map(String::as_str),
        Some("/municipalities")
    );
    let public_only = places(&|charter| {
        charter["readings"]["A-17"] = "public_only".into();
        charter["seats"][3]["provider"] = "private_lov".into();
        charter["seats"][4]["provider"] = "public".into();
    });
    assert_eq!(public_only, ["/seats/3/provider"]);
    let no_side = places(&|charter| {
        charter["readings"]["A-19"] = "none".into();
        charter["seats"][2]["side"] = "region".into();
    });
    assert_eq!(no_side, ["/seats/2/provider"]);
    let no_seat = places(&|charter| {
        charter["seats"].as_array_mut().expect("a list").retain(|seat| seat["rule"] != "N-REP-10");
    });
    assert_eq!(no_seat, ["/rules/N-REP-10"]);
}

#[test]
fn a_mistaken_charter_is_refused_with_line_and_column() {
    let error = Charter::read("{\n  \"id\": \"x\",\n  \"chairs\": {}\n}").expect_err("no such key");
    let samla::charter::CharterError::Unreadable { says, line, .. } = error else { panic!("{error}") };
    assert_eq!(line, 3);
    assert!(says.contains("chairs"), "{says}");
}

#[test]
fn a_rule_is_judged_from_its_first_day_to_its_last() {
    let mut charter: Value = serde_json::to_value(Charter::samla_2023()).expect("JSON");
    charter["rules"]["N-MOT-1"] = json!({"valid": {"from": "2024-01-01", "to": "2024-12-31"}});
    let charter = Charter::read(&charter.to_string()).expect("a charter");
    let record = json!({
        "groups": [{"id": "g", "kind": "nosam", "municipality": "1489"}],
        "meetings": [{"id": "m", "groups": ["g"], "start": "2023-03-01T10:00", "end": "2023-03-01T10:30"}]
    });
    let outcome = |day: &str| {
        let report = judge(&record, &charter, day);
        report.verdicts.iter().find(|it| it.rule == "N-MOT-1").map(|it| it.outcome.code())
    };
    assert_eq!(outcome("2023-12-31"), Some("not_applicable"));
    assert_eq!(outcome("2024-01-01"), Some("broken"));
    assert_eq!(outcome("2024-12-31"), Some("broken"));
    assert_eq!(outcome("2025-01-01"), Some("not_applicable"));
}
