//! The good example judged on each day of two years: what is told of it on any of them, and why that is right.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use samla::report::Finding;
use samla::{Charter, Day, Handed, Lang, Options};
use serde::{Deserialize, Serialize};

/// The days judged from, first and last.
const DAYS: [&str; 2] = ["2024-01-01", "2025-12-31"];

/// Something told of the example, and on which days.
#[derive(Deserialize, Serialize, PartialEq, Debug)]
struct Told {
    rule: String,
    severity: String,
    /// The subject; of the record itself, the problem, which is told of one thing after the other.
    of: String,
    /// The first and the last of the days judged from on which it is told.
    days: (String, String),
    /// The sentence on the first day.
    says: String,
    /// Why it is right; written by hand.
    why: String,
}

/// What is told on any of the days, in the order of rules, subjects and severities.
fn told() -> Vec<Told> {
    let charter = Charter::samla_2023();
    let example = samla::json::example("good").expect("the good example");
    let settled = Handed::read(example.as_bytes()).expect("a record").settle(&charter);
    let mut found: BTreeMap<[String; 3], Told> = BTreeMap::new();
    let [mut day, last] = DAYS.map(|day| Day::parse(day).expect("a day"));
    while day <= last {
        for finding in settled.check(day, Options::default()).findings {
            let of = match finding.rule {
                "record" => problem(&finding),
                _ => finding.subject.to_string(),
            };
            let key = [finding.rule.to_owned(), of, finding.severity.code().to_owned()];
            let [rule, of, severity] = key.clone();
            let told = found.entry(key).or_insert_with(|| Told {
                rule,
                severity,
                of,
                days: (day.to_string(), day.to_string()),
                says: finding.words.say(Lang::En),
                why: String::new(),
            });
            told.days.1 = day.to_string();
        }
        day = day.plus_days(1);
    }
    found.into_values().collect()
}

/// The code of a problem with the record.
fn problem(finding: &Finding) -> String {
    let params = serde_json::to_value(finding).expect("JSON");
    params["params"]["problem"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn what_is_told_of_a_well_run_year_on_any_of_its_days_is_right() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("year.json");
    let reasons: Vec<Told> = serde_json::from_str(&fs::read_to_string(&file).unwrap_or_else(|_| "[]".into()))
        .expect("what was told");
    let why = |told: &Told| {
        let same = |it: &&Told| (&it.rule, &it.of, &it.severity) == (&told.rule, &told.of, &told.severity);
        reasons.iter().find(same).map_or_else(String::new, |it| it.why.clone())
    };
    let mut told = told();
    for one in &mut told {
        one.why = why(one);
    }
    if env::var_os("SAMLA_BLESS").is_some() {
        let lines: Vec<String> = told.iter().map(|it| serde_json::to_string(it).expect("JSON")).collect();
        fs::write(&file, format!("[\n  {}\n]\n", lines.join(",\n  "))).expect("the file is written");
    } else {
        assert_eq!(told, reasons, "tests/year.json is stale, `cargo xtask bless` rewrites it");
    }
    let unexplained: Vec<_> = told.iter().filter(|it| it.why.trim().is_empty()).collect();
    assert!(unexplained.is_empty(), "nothing says why these are right: {unexplained:#?}");
}
