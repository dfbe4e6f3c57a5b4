//! The overview: what it says of the embedded examples, that it agrees with the rules, and how it reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use samla::overview::State;
use samla::{Charter, Day, Lang, Overview, Record};
use samla_cli::{FINE, Surroundings, WRONG, run};
use samla_tests::vectors;
use serde_json::Value;

const GOOD: &str = include_str!("../../core/src/example/good.json");
const FAULTY: &str = include_str!("../../core/src/example/faulty.json");
const OPTIONS: &str = r#"{"as_of": "2024-12-31", "subjects": "all"}"#;

fn as_of() -> Day {
    Day::new(2024, 12, 31).expect("a day")
}

fn overview(text: &str) -> Overview {
    let record = Record::read(text.as_bytes()).expect("a record");
    samla::overview(&record, &Charter::samla_2023(), as_of())
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

// ── The examples ──

#[test]
fn good_has_every_seat_of_every_nosam_filled_on_its_day() {
    let overview = overview(GOOD);
    let groups: Vec<_> = overview.groups.iter().filter(|group| group.kind.code() == "nosam").collect();
    assert_eq!(groups.len(), 2);
    for group in groups {
        let periods = || group.seats.iter().flat_map(|seat| &seat.periods);
        let today: Vec<_> = periods().filter(|period| period.to == as_of()).collect();
        assert!(today.len() > 10, "{}", group.group);
        assert!(today.iter().all(|period| period.state == State::Filled && !period.people.is_empty()));
        assert!(group.breaks.is_empty() && group.gaps.is_empty(), "{group:#?}");
    }
}

#[test]
fn faulty_shows_what_its_findings_say() {
    let overview = overview(FAULTY);
    let state = |rule: &str, subject: &str| {
        let seats = overview.groups.iter().flat_map(|group| &group.seats);
        let mut seats = seats.filter(|seat| seat.rule == rule && seat.subject.to_string() == subject);
        let seat = seats.next().unwrap_or_else(|| panic!("no seat {subject}"));
        let periods = seat.periods.iter().map(|it| format!("{} {} {:?}", it.from, it.to, it.state));
        periods.collect::<Vec<_>>()
    };
    assert_eq!(
        state("N-REP-5", "groups/nosam-alingsas#vc-norrsippan"),
        ["2024-09-16 2024-12-31 Open"],
        "the unit opened on 16 September"
    );
    assert_eq!(
        state("N-REP-13", "groups/nosam-lerum"),
        ["2024-01-01 2024-12-15 Filled", "2024-12-16 2024-12-31 Open"]
    );
    let sides: usize = overview.groups.iter().map(|group| group.breaks.len()).sum();
    assert_eq!(sides, 1, "the chair stays on the municipal side once");
}

#[test]
fn the_same_record_gives_the_same_bytes_from_either_door() {
    for text in [GOOD, FAULTY] {
        let door = samla::json::overview(text.as_bytes(), OPTIONS).expect("an overview");
        assert_eq!(door, samla::json::overview(text.as_bytes(), OPTIONS).expect("an overview"));
        assert_eq!(door, serde_json::to_string(&overview(text)).expect("JSON"));
    }
}

#[test]
fn periods_follow_each_other_and_differ() {
    for group in overview(FAULTY).groups {
        for seat in &group.seats {
            for pair in seat.periods.windows(2) {
                assert!(pair[0].from <= pair[0].to && pair[0].to < pair[1].from, "{seat:#?}");
                let touch = pair[0].to.plus_days(1) == pair[1].from;
                let same = (pair[0].state, &pair[0].people) == (pair[1].state, &pair[1].people);
                assert!(!(touch && same && pair[0].lacks == pair[1].lacks), "{seat:#?}");
            }
        }
    }
}

// ── The law: a seat is filled exactly when its rule holds ──

/// What the rules on seats say of each subject on the as-of day.
fn verdicts(report: &Value, rules: &[&str]) -> BTreeMap<(String, String), String> {
    let verdicts = list(&report["verdicts"]).iter();
    let of_seats = verdicts.filter(|it| rules.contains(&it["rule"].as_str().unwrap_or_default()));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let subjects = of_seats.flat_map(|verdict| {
        let of = move |it: &Value| ((text(&verdict["rule"]), text(&it["subject"])), text(&it["outcome"]));
        // A section that cannot be read is no seat.
        list(&verdict["subjects"]).iter().filter(|it| text(&it["subject"]).contains('/')).map(of)
    });
    // Two things of one name are one subject, and the worse of them counts here as there.
    let mut all = BTreeMap::new();
    for (key, outcome) in subjects {
        let twice = all.insert(key, outcome.clone());
        assert!(twice.is_none_or(|other| other == outcome));
    }
    all
}

/// What the overview says of each seat on the as-of day.
fn states(overview: &Value) -> BTreeMap<(String, String), String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let seats = list(&overview["groups"]).iter().flat_map(|group| list(&group["seats"]));
    let today = seats.filter_map(|seat| {
        let period = list(&seat["periods"]).last().filter(|it| it["to"] == overview["as_of"])?;
        Some(((text(&seat["rule"]), text(&seat["subject"])), text(&period["state"])))
    });
    today.collect()
}

fn agrees(text: &str, options: &str, rules: &[&str], name: &str) -> usize {
    let report = json(&samla::json::check(text.as_bytes(), options).expect("a report"));
    let overview = json(&samla::json::overview(text.as_bytes(), options).expect("an overview"));
    let (verdicts, states) = (verdicts(&report, rules), states(&overview));
    for (key, outcome) in &verdicts {
        let state = states.get(key).map(String::as_str);
        assert_eq!(state == Some("filled"), outcome == "holds", "{name}: {key:?} {outcome} {state:?}");
        assert_eq!(state.is_none(), outcome == "not_applicable", "{name}: {key:?} {outcome} {state:?}");
    }
    let mut asked = states.keys().filter(|(rule, _)| rules.contains(&rule.as_str()));
    assert!(asked.all(|key| verdicts.contains_key(key)), "{name}: {states:?}");
    verdicts.len()
}

/// The rules that ask for a seat.
fn seat_rules(charter: &Charter) -> Vec<&str> {
    let seats = charter.seats.iter().map(|seat| seat.rule.as_str());
    seats.chain(charter.ex_officio.iter().map(|seats| seats.rule.as_str())).chain(["P-POL-6"]).collect()
}

#[test]
fn a_seat_is_filled_exactly_when_its_rule_holds() {
    let charter = Charter::samla_2023();
    let rules = seat_rules(&charter);
    assert!(agrees(GOOD, OPTIONS, &rules, "good") > 40);
    assert!(agrees(FAULTY, OPTIONS, &rules, "faulty") > 40);
}

#[test]
fn it_agrees_with_the_rules_on_every_vector_of_a_seat() {
    let charter = Charter::samla_2023();
    let rules = seat_rules(&charter);
    let mut judged = 0;
    for file in vectors().into_values().filter(|file| rules.contains(&file.rule.as_str())) {
        let of_rule = [file.rule.as_str()];
        for case in &file.cases {
            let name = format!("{}: {}", file.rule, case.name);
            judged += agrees(&case.text(&file), &case.options(&file), &of_rule, &name);
        }
    }
    assert!(judged > 200, "{judged}");
}

// ── The command line ──

struct Ended {
    status: u8,
    out: String,
    err: String,
}

fn samla(lang: Lang, width: usize, args: &[&str], stdin: &str) -> Ended {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let surroundings = Surroundings { lang, today: as_of(), width, colour: false };
    let args = ["samla", "overview"].iter().chain(args);
    let status = run(args, &surroundings, &mut stdin.as_bytes(), &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Ended { status, out: text(out), err: text(err) }
}

/// A file of a folder of its own.
fn file(name: &str, text: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("overview");
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path.to_str().expect("UTF-8").to_owned()
}

/// One group with everything that a picture shows.
const SMALL: &str = r#"{
  "complete": ["care_centre", "rehab_unit"], "complete_from": "2024-01-01", "complete_to": "2024-12-31",
  "recesses": [{"from": "2024-06-17", "to": "2024-08-11", "reason": "sommar"}],
  "people": [{"id": "kim", "name": "Kim Ek"}, {"id": "lo", "name": "Lo Al", "protected": true}],
  "organisations": [
    {"id": "vc", "name": "Vårdcentralen Granen", "kind": "care_centre", "principal": "region", "municipality": "1489"},
    {"id": "ny", "name": "Vårdcentralen Nytt", "kind": "care_centre", "principal": "region",
      "municipality": "1489", "from": "2024-09-01"}
  ],
  "groups": [{"id": "a", "kind": "nosam", "municipality": "1489", "from": "2023-01-01",
    "members": [
      {"person": "kim", "organisations": ["vc"], "functions": ["operations_manager"]},
      {"person": "lo", "organisations": ["vc"], "functions": ["process_leader"], "status": "support",
        "to": "2024-02-29"},
      {"person": "bo", "functions": ["subregional_coordinator"], "status": "support", "from": "2024-02-30"}
    ],
    "offices": [
      {"office": "chair", "person": "kim", "from": "2023-03-01", "to": "2024-02-29"},
      {"office": "chair", "person": "lo", "from": "2024-03-11"}
    ],
    "vacancies": [{"function": "process_leader", "from": "2024-04-01", "to": "2024-05-31", "reason": "föräldraledig"}]
  }],
  "meetings": [
    {"id": "m1", "groups": ["a"], "start": "2024-01-16T13:00", "end": "2024-01-16T15:30"},
    {"id": "m2", "groups": ["a"], "start": "2024-05-14", "kind": "joint"},
    {"id": "m3", "groups": ["a"], "start": "2024-08-20", "status": "cancelled"},
    {"id": "m4", "groups": ["a"], "start": "2025-01-14"}
  ]
}"#;

#[test]
fn a_small_record_in_swedish() {
    let ended = samla(Lang::Sv, 80, &["-"], SMALL);
    assert_eq!((ended.status, ended.err.as_str()), (FINE, ""));
    insta::assert_snapshot!(ended.out);
}

#[test]
fn a_small_record_in_english_on_a_narrow_page() {
    let ended = samla(Lang::En, 48, &["-", "--names"], SMALL);
    assert_eq!((ended.status, ended.err.as_str()), (FINE, ""));
    assert!(ended.out.lines().all(|line| line.chars().count() <= 48), "{}", ended.out);
    assert!(ended.out.contains("Kim Ek") && !ended.out.contains("Lo Al"));
    insta::assert_snapshot!(ended.out);
}

#[test]
fn without_a_file_the_good_example_is_shown_and_that_is_said() {
    let ended = samla(Lang::Sv, 80, &[], "");
    assert!(ended.out.starts_with("Det inbyggda exemplet good, överblick till och med 2024-12-31"));
    let ended = samla(Lang::En, 80, &["--format", "json"], "");
    assert!(ended.err.contains("the embedded example good is shown as of 2024-12-31"), "{}", ended.err);
    assert_eq!(json(&ended.out)["as_of"], "2024-12-31");
}

#[test]
fn a_record_without_groups_says_so() {
    let ended = samla(Lang::Sv, 80, &["-"], "{}");
    assert_eq!(ended.status, FINE);
    assert!(ended.out.contains("Underlaget har ingen grupp att visa."), "{}", ended.out);
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_the_others_are_shown() {
    let (small, broken) = (file("liten.json", SMALL), file("trasig.json", "[,"));
    let ended = samla(Lang::Sv, 80, &[&broken, &small], "");
    assert_eq!(ended.status, WRONG);
    assert!(ended.err.contains("trasig.json") && ended.out.contains("NOSAM Alingsås"), "{}", ended.err);
    let ended = samla(Lang::Sv, 80, &[&small, &broken, &small, "--format", "json"], "");
    let all = json(&ended.out);
    assert_eq!((ended.status, list(&all).len()), (WRONG, 2));
    assert_eq!(all[0]["overview"], all[1]["overview"]);
}

#[test]
fn the_day_and_the_readings_asked_for_decide() {
    let ended = samla(Lang::Sv, 80, &["-", "--as-of", "2024-03-31", "--format", "json"], SMALL);
    let shown = json(&ended.out);
    assert_eq!((&shown["from"], &shown["as_of"]), (&"2024-01-01".into(), &"2024-03-31".into()));
    let seats = |args: &[&str]| {
        let shown = json(&samla(Lang::Sv, 80, args, GOOD).out);
        list(&shown["groups"][0]["seats"]).len()
    };
    let all = seats(&["-", "--format", "json"]);
    assert!(seats(&["-", "--format", "json", "--reading", "A-17=public_only"]) < all);
}

#[test]
fn a_personal_number_is_never_shown() {
    // A number that no person bears: Skatteverket publishes it for tests.
    const NUMBER: &str = "19121212-1212";
    for known in ["föräldraledig", "Vårdcentralen Granen", "sommar", r#"\"kim\""#, r#"\"vc\""#, r#"\"m2\""#]
    {
        let known = known.replace('\\', "");
        let number = if known.starts_with('"') { format!("\"{NUMBER}\"") } else { NUMBER.to_owned() };
        let spoilt = SMALL.replace(&known, &number);
        assert_ne!(spoilt, SMALL, "{known}");
        for format in ["text", "json"] {
            let ended = samla(Lang::Sv, 80, &["-", "--names", "--format", format], &spoilt);
            assert!(!ended.out.contains(NUMBER) && !ended.err.contains(NUMBER), "{known}: {}", ended.out);
        }
    }
}
