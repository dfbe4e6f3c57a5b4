//! Laws that are tried on the example with one thing after another spoilt.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use samla::{Charter, Day, Record, record::personal_number};
use serde_json::{Value, json};

use crate::spoil::{self, Change, changes, places, runner, spoil};
use crate::told::well_told;

/// Published by Skatteverket for tests: written in three ways.
const NUMBERS: &[&str] = &["19121212-1212", "121212+1212", "191212121212"];

fn example() -> Value {
    serde_json::from_str(include_str!("../../../core/src/example/good.json")).expect("the example is JSON")
}

fn judge(text: &str) -> Result<Value, samla::json::Error> {
    let report = samla::json::check(text.as_bytes(), r#"{"as_of": "2024-12-31", "subjects": "all"}"#)?;
    Ok(serde_json::from_str(&report).expect("a report is JSON"))
}

fn spoilt(changes: Vec<(prop::sample::Index, Change)>) -> Value {
    spoil::spoilt(example(), changes)
}

// ── The laws ──

#[test]
fn a_spoilt_record_is_judged_in_the_promised_order_at_existing_places_and_twice_the_same() {
    let law = |changes| {
        let told = well_told(&spoilt(changes), r#"{"as_of": "2024-12-31", "subjects": "all"}"#);
        prop_assert!(told.is_ok(), "{:?}", told);
        Ok(())
    };
    runner(32).run(&changes(), law).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn any_text_gives_a_report_or_an_error() {
    let good = example().to_string();
    let law = |(bytes, from, length): (Vec<u8>, prop::sample::Index, usize)| {
        let at = from.index(good.len());
        let end = (at + length).min(good.len());
        let text = [&good.as_bytes()[..at], &bytes, &good.as_bytes()[end..]].concat();
        for text in [&text, &bytes] {
            if let Err(error) = samla::json::check(text, r#"{"as_of": "2024-12-31"}"#) {
                prop_assert!(error.0.en.contains("(line ") && error.0.sv.contains("(rad "), "{:?}", error);
            }
        }
        Ok(())
    };
    let bytes = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..8),
        "[\\[\\]{},:\"0-9a-z\\\\ e-]{0,8}".prop_map(String::into_bytes),
    ];
    let cases = (bytes, any::<prop::sample::Index>(), 0_usize..8);
    runner(32).run(&cases, law).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn no_question_about_a_spoilt_record_ends_without_an_answer() {
    use samla::part::{ChairTerms, MatterPart, Part, PlanPart, Roster};
    use samla::{chair, matter, meetings};
    let charter = Charter::samla_2023();
    let as_of = Day::new(2024, 12, 31).expect("a day");
    runner(60)
        .run(&changes(), |changes| {
            let Ok(record) = Record::read(spoilt(changes).to_string().as_bytes()) else { return Ok(()) };
            for group in ["nosam-alingsas", "nosam-lerum", "samordningsgruppen", "nobody"] {
                for day in [as_of, Day::new(1, 1, 1).expect("a day"), Day::new(9999, 12, 31).expect("a day")]
                {
                    let _ = chair::next(&record, &charter, group, day);
                    let _ = meetings::next(&record, &charter, group, day);
                }
                let _ = Roster::of(&record, group).map(|part| part.validate(&charter, as_of));
                let _ = ChairTerms::of(&record, group).map(|part| part.validate(&charter, as_of));
                let _ = matter::Raised::new("new", as_of).anchored([group], as_of, &record, &charter);
            }
            let matters = record.matters.known().into_iter().flatten().filter_map(|it| it.known());
            for id in matters.filter_map(|it| it.id.known()) {
                let _ = MatterPart::of(&record, id.as_str()).map(|part| part.check(&charter, as_of));
            }
            let plans = record.plans.known().into_iter().flatten().filter_map(|it| it.known());
            for id in plans.filter_map(|it| it.id.known()) {
                let _ = PlanPart::of(&record, id.as_str()).map(|part| part.check(&charter, as_of));
            }
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn a_personal_number_is_never_repeated() {
    let charter = Charter::samla_2023();
    let as_of = Day::new(2024, 12, 31).expect("a day");
    let law = |(planted, index, way): (&str, prop::sample::Index, u8)| {
        let mut record = example();
        let places = places(&record);
        let place = &places[index.index(places.len())];
        let value = match way {
            0 => json!(planted),
            1 => json!(format!("a {planted}.")),
            2 => json!([{"a": [planted]}]),
            _ => json!({planted: {"b": planted}, "c": planted}),
        };
        spoil(
            &mut record,
            place,
            if way == 4 { Change::Insert(planted.to_owned(), value) } else { Change::Replace(value) },
        );
        let text = record.to_string();
        if !text.contains(planted) {
            return Ok(());
        }
        let mut report = judge(&text).expect("an object is a record");
        // A hash in hexadecimal can hold such digits by chance.
        report["receipt"] = Value::Null;
        let told = report["findings"].as_array().into_iter().flatten();
        let told = told.filter(|it| it["params"]["problem"] == "personal_number").count();
        prop_assert!(told > 0, "nothing is said of {} at {}", planted, place);
        let record = Record::read(text.as_bytes()).expect("a record");
        let typed = samla::check(&record, &charter, as_of);
        let written = serde_json::to_string(&record).expect("JSON");
        for said in [report.to_string(), written, format!("{record:?}"), format!("{typed:?}")] {
            prop_assert!(!personal_number::occurs_in(&said), "{} at {} is repeated", planted, place);
        }
        Ok(())
    };
    let cases = (prop::sample::select(NUMBERS), any::<prop::sample::Index>(), 0_u8..5);
    runner(24).run(&cases, law).unwrap_or_else(|error| panic!("{error}"));
}

/// Fields whose absence the record's description calls an answer, or for which it states a default.
const ABSENCE_ANSWERS: &[&str] = &[
    // Absence is itself the answer.
    "reason",
    "anchoring_waived",
    "need",
    "linked_to",
    "to",
    "assignment",
    "routine",
    "development_needs",
    "systemic_faults",
    "followed_up_on",
    "implementation",
    "objections",
    // Defaults.
    "about",
    "complete_from",
    "complete_to",
    "recesses",
    "provider",
    "listed_as",
    "from",
    "status",
    "target_groups",
    "organisation",
    "kind",
    "end",
    "raised_on",
    "raised_at",
    "on",
    "meeting",
    "position",
    "waivers",
    "vacancies",
];

#[test]
fn what_is_taken_away_never_lets_an_open_question_hold() {
    let law = |(changes, index): (Vec<_>, prop::sample::Index)| {
        let mut record = spoilt(changes);
        let before = judge(&record.to_string()).expect("an object is a record");
        let fields: Vec<String> =
            places(&record).into_iter().filter(|place| is_needed_field(place)).collect();
        if fields.is_empty() {
            return Ok(());
        }
        let field = &fields[index.index(fields.len())];
        spoil(&mut record, field, Change::Remove);
        let after = judge(&record.to_string()).expect("an object is a record");
        let (open, held) = (subjects(&before, "undetermined"), subjects(&after, "holds"));
        for (rule, open) in open {
            let won: Vec<&String> =
                held.get(&rule).into_iter().flatten().filter(|it| open.contains(*it)).collect();
            prop_assert!(won.is_empty(), "without {}, {} holds for {:?}", field, rule, won);
        }
        Ok(())
    };
    let cases = (changes(), any::<prop::sample::Index>());
    runner(32).run(&cases, law).unwrap_or_else(|error| panic!("{error}"));
}

/// Is it a field (no item of a list) whose absence leaves a question open?
fn is_needed_field(place: &str) -> bool {
    let field = place.rsplit('/').next().unwrap_or_default();
    field.parse::<usize>().is_err() && !ABSENCE_ANSWERS.contains(&field)
}

fn subjects(report: &Value, outcome: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut subjects: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for verdict in report["verdicts"].as_array().into_iter().flatten() {
        for subject in verdict["subjects"].as_array().into_iter().flatten() {
            if subject["outcome"] == outcome {
                let of_rule = subjects.entry(verdict["rule"].to_string()).or_default();
                of_rule.insert(subject["subject"].to_string());
            }
        }
    }
    subjects
}
