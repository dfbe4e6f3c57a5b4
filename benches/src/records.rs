//! The records that are measured with.

use samla::{Charter, example};
use serde_json::{Value, json};

/// A record and how it is judged.
pub(crate) struct Measured {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) options: String,
}

/// Every record, the smallest first.
pub(crate) fn all() -> impl Iterator<Item = Measured> {
    [year()].into_iter().chain([100].map(nosam))
}

/// The embedded year of two NOSAM, in which everything was done as it should.
fn year() -> Measured {
    let year = example::find("good").expect("the example");
    let options = json!({ "as_of": example::as_of() });
    Measured { name: "year".to_owned(), text: year.json.to_owned(), options: options.to_string() }
}

/// Many NOSAM, each of a municipality of its own: two units, two members, four terms, four meetings.
fn nosam(number: usize) -> Measured {
    let mut charter = serde_json::to_value(Charter::samla_2023()).expect("the charter as JSON");
    let municipalities = charter["municipalities"].as_array_mut().expect("the municipalities");
    for n in municipalities.len()..number {
        municipalities.push(json!({ "code": code(n), "name": format!("Kommun {n}") }));
    }
    let codes: Vec<String> =
        municipalities.iter().map(|it| it["code"].as_str().expect("a code").to_owned()).collect();
    let each = |of: fn(&str) -> Value| -> Vec<Value> {
        codes.iter().flat_map(|code| of(code).as_array().expect("a list").clone()).collect()
    };
    let record = json!({
        "complete": ["care_centre", "rehab_unit"],
        "organisations": each(units),
        "people": each(people),
        "groups": each(group),
        "meetings": each(meetings),
    });
    let options = json!({ "as_of": "2024-12-31", "charter": charter });
    Measured { name: format!("nosam-{number}"), text: record.to_string(), options: options.to_string() }
}

/// A code of four digits or more that no municipality of the embedded charter has.
fn code(n: usize) -> String {
    format!("{:04}", 2000 + n)
}

fn units(code: &str) -> Value {
    json!([
        { "id": format!("vc-{code}"), "name": format!("Vårdcentralen {code}"), "kind": "care_centre",
          "principal": "region", "provider": "public", "municipality": code },
        { "id": format!("rehab-{code}"), "name": format!("Rehabmottagningen {code}"), "kind": "rehab_unit",
          "principal": "region", "provider": "public", "municipality": code },
    ])
}

fn people(code: &str) -> Value {
    json!([
        { "id": format!("kim-{code}"), "name": format!("Kim Åkerfjäril {code}") },
        { "id": format!("lo-{code}"), "name": format!("Lo Ängsdroppe {code}") },
    ])
}

fn group(code: &str) -> Value {
    let nosam = format!("nosam-{code}");
    let member = |person: &str, unit: &str| {
        json!({ "person": format!("{person}-{code}"), "organisations": [format!("{unit}-{code}")],
            "functions": ["operations_manager"], "appointed_on": "2022-12-06", "from": "2023-01-01" })
    };
    let term = |office: &str, person: &str, year: i32| {
        json!({ "office": office, "person": format!("{person}-{code}"), "from": format!("{year}-01-01"),
            "to": format!("{year}-12-31"), "elected_by": nosam, "elected_on": format!("{}-12-12", year - 1) })
    };
    json!([{
        "id": nosam, "kind": "nosam", "name": format!("NOSAM {code}"), "municipality": code, "from": "2023-01-01",
        "members": [member("kim", "vc"), member("lo", "rehab")],
        "offices": [
            term("chair", "kim", 2023), term("vice_chair", "lo", 2023),
            term("chair", "lo", 2024), term("vice_chair", "kim", 2024),
        ],
    }])
}

fn meetings(code: &str) -> Value {
    let meeting = |day: &str| {
        json!({ "id": format!("{code}-{day}"), "groups": [format!("nosam-{code}")],
            "start": format!("{day}T09:00"), "end": format!("{day}T11:30"),
            "attendance": [
                { "person": format!("kim-{code}"), "whole": true },
                { "person": format!("lo-{code}"), "whole": true },
            ] })
    };
    json!([meeting("2024-09-03"), meeting("2024-10-01"), meeting("2024-10-29"), meeting("2024-12-03")])
}
