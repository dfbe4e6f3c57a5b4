//! The schema of the record agrees with the reader, and the other schemas with what is written.

mod spoil;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use proptest::prelude::*;
use samla::Charter;
use samla::record::personal_number;
use samla::report::Finding;
use samla::schema::{Draft, SchemaOf};
use samla::words::Param;
use serde_json::{Value, json};
use spoil::{changes, plain, runner, spoilt};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schemas")
}

/// Who refuses what the other takes.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Stricter {
    Reader,
    Schema,
    /// Only the schema of this draft.
    FormSchema,
}

/// Something that one refuses at a place and the other takes.
struct Complaint<'a> {
    /// The reader's problem; none where it was the schema.
    problem: Option<&'a str>,
    at: &'a str,
    value: &'a Value,
}

/// A known difference between the schema of the record and the reader.
struct Difference {
    stricter: Stricter,
    /// What is refused and why, as `schemas/README.md` says it.
    says: &'static str,
    is: fn(&Complaint<'_>) -> bool,
    /// A record that shows it.
    sample: &'static str,
}

const DIFFERENCES: &[Difference] = &[
    Difference {
        stricter: Stricter::Reader,
        says: "A reference to nothing, somebody's name in the place of an id, and a second thing of one id: a \
            schema sees one value at a time.",
        is: |it| matches!(it.problem, Some("dangling_reference" | "name_for_id" | "duplicate_id")),
        sample: r#"{"about": ["nosam-x"]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "A last day before the first, an end before its start, a note before its meeting, a matter raised \
            after its decision: a schema does not compare two values.",
        is: |it| {
            matches!(
                it.problem,
                Some("to_before_from" | "end_before_start" | "before_its_meeting" | "raised_after_decision")
            )
        },
        sample: r#"{"recesses": [{"from": "2024-07-31", "to": "2024-07-01"}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "A personal identity number: only arithmetic tells it from other digits, and it may stand in \
            any text or key.",
        is: |it| it.problem == Some("personal_number"),
        sample: r#"{"people": [{"id": "19121212-1212"}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "An organisation number with a wrong check digit: that is arithmetic, too.",
        is: |it| it.problem == Some("bad_organisation_number"),
        sample: r#"{"organisations": [{"id": "a", "kind": "other", "organisation_number": "556036-0794"}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "A day that its month does not have (30 February) in a time: `format` can tell that of a day \
            alone, and no format fits a local time.",
        is: |it| it.problem == Some("bad_time") || it.problem == Some("bad_day") && it.at.ends_with("/start"),
        sample: r#"{"meetings": [{"id": "m", "groups": [], "start": "2024-02-30T13:00"}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "A year written with a decimal point (`2024.0`): for a schema that is a whole number.",
        is: |it| it.problem == Some("out_of_range") && it.value.is_f64(),
        sample: r#"{"plans": [{"id": "p", "exemptions": [{"year": 2024.0, "decided_by": [], "on": "2024-03-05"}]}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "An extract that is about no group (`\"about\": []`): who hands in the whole record leaves the key out.",
        is: |it| it.problem == Some("wrong_type") && it.at == "/about" && it.value == &json!([]),
        sample: r#"{"about": []}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "A waiver whose reason says nothing (`tbd`, a dash): which texts those are stands in the charter.",
        is: |it| {
            let given = it.value["reason"].is_string();
            it.problem == Some("missing_field") && it.at.starts_with("/waivers/") && given
        },
        sample: r#"{"waivers": [{"rule": "N-ORD-3", "decided_by": [], "on": "2024-03-05", "reason": "tbd",
            "from": "2024-03-05"}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "A waiver of a rule that there is not: the rules are listed by `samla clauses`.",
        is: |it| {
            it.problem == Some("unknown_code") && it.at.starts_with("/waivers/") && it.at.ends_with("/rule")
        },
        sample: r#"{"waivers": [{"rule": "N-X-1", "decided_by": [], "on": "2024-03-05", "reason": "sjukdom",
            "from": "2024-03-05"}]}"#,
    },
    Difference {
        stricter: Stricter::Reader,
        says: "What is suspicious and read all the same: days before the collaboration, rows that repeat \
            another, people without a seat, waivers without an end, what a record says in two ways.",
        is: |it| {
            matches!(
                it.problem,
                Some(
                    "suspicious_day"
                        | "duplicate_row"
                        | "duplicate_organisation"
                        | "probable_duplicate"
                        | "unknown_person"
                        | "unknown_name"
                        | "outside_its_plan"
                        | "expired_waiver"
                        | "idle_waiver"
                        | "late_waiver"
                        | "undated_waiver"
                        | "no_member"
                        | "placeholder"
                        | "organisation_ended"
                        | "outside_plan_period"
                        | "after_its_end"
                        | "outside_meeting"
                        | "at_cancelled_meeting"
                        | "other_meeting"
                        | "planned_but_past"
                        | "whole_and_part"
                        | "never_represented"
                        | "two_sides"
                )
            )
        },
        sample: r#"{"recesses": [{"from": "1999-07-01", "to": "1999-07-31"}]}"#,
    },
    Difference {
        stricter: Stricter::Schema,
        says: "`null` and empty text in an optional field: the reader takes them for absent; with `null` \
            allowed, every message of a validator would be about the outermost list.",
        is: |it| is_blank(it.value),
        sample: r#"{"groups": null, "people": [{"id": "kim", "name": " "}]}"#,
    },
    Difference {
        stricter: Stricter::Schema,
        says: "A `$schema` that is no text: the reader passes over that key.",
        is: |it| it.at == "/$schema",
        sample: r#"{"$schema": 7}"#,
    },
    Difference {
        stricter: Stricter::FormSchema,
        says: "A code twice in one list: form builders ask for each code once, and the reader does not mind.",
        is: |it| it.value.is_array(),
        sample: r#"{"complete": ["care_centre", "care_centre"]}"#,
    },
];

/// Nothing, or a text without a letter.
fn is_blank(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(|text| text.trim().is_empty())
}

fn validator(draft: Draft) -> Validator {
    let schema = samla::schema::schema(SchemaOf::Record, draft);
    let options = match draft {
        Draft::V2020_12 => jsonschema::options(),
        Draft::V07 => jsonschema::options().with_draft(jsonschema::Draft::Draft7),
    };
    options.should_validate_formats(true).build(&schema).expect("a schema")
}

/// Every place at which the reader has something to say, with the code of the problem.
fn told_by_reader(record: &Value) -> BTreeSet<(String, String)> {
    static CHARTER: LazyLock<Charter> = LazyLock::new(Charter::samla_2023);
    let text = record.to_string();
    let as_of = samla::example::as_of();
    let report = samla::json::check_bytes(text.as_bytes(), &CHARTER, as_of, samla::Options::default());
    let report = report.expect("an object is a record");
    let problems = report.findings.iter().filter(|it| it.rule == "record");
    let code = |it: &Finding| match it.words.param("problem") {
        Some(Param::Word(code)) => (*code).to_owned(),
        other => panic!("{other:?} is no code"),
    };
    problems.map(|it| (it.at.to_string(), code(it))).collect()
}

/// Every place at which the schema has something to say, put where the reader would put it.
fn told_by_schema(record: &Value, validator: &Validator) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    for error in validator.iter_errors(record) {
        let at = error.instance_path().as_str().to_owned();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let escaped = unexpected.iter().map(|key| key.replace('~', "~0").replace('/', "~1"));
                places.extend(escaped.map(|key| format!("{at}/{key}")));
            }
            _ => {
                places.insert(at);
            }
        }
    }
    places
}

/// What one of the two says and the other does not, and no known difference explains; `seen` gathers the
/// differences met.
fn unexplained(
    record: &Value,
    reader: &BTreeSet<(String, String)>,
    (draft, validator): &(Draft, Validator),
    seen: &mut BTreeSet<usize>,
) -> Vec<String> {
    let schema = told_by_schema(record, validator);
    let mut left = Vec::new();
    let value_at = |at: &str| record.pointer(at).unwrap_or(&Value::Null).clone();
    for (at, problem) in reader {
        // A required field that says nothing: the reader misses it in its object, the schema sees it there.
        let missing = problem == "missing_field"
            && schema.iter().any(|it| {
                it.rsplit_once('/').is_some_and(|(above, _)| above == at) && is_blank(&value_at(it))
            });
        if schema.contains(at) || missing {
            continue;
        }
        let complaint = Complaint { problem: Some(problem), at, value: &value_at(at) };
        match explained(&complaint, &[Stricter::Reader]) {
            Some(index) => drop(seen.insert(index)),
            None => left.push(format!("only the reader: {problem} at {at}")),
        }
    }
    let personal = |at: &str| {
        reader.iter().any(|(above, problem)| problem == "personal_number" && at.starts_with(above.as_str()))
            || personal_number::occurs_in(at)
    };
    for at in &schema {
        // What holds a personal number is refused as a whole, and not described further.
        if reader.iter().any(|(place, _)| place == at) || personal(at) {
            continue;
        }
        let complaint = Complaint { problem: None, at, value: &value_at(at) };
        let stricter = match draft {
            Draft::V2020_12 => [Stricter::Schema].as_slice(),
            Draft::V07 => &[Stricter::Schema, Stricter::FormSchema],
        };
        match explained(&complaint, stricter) {
            Some(index) => drop(seen.insert(index)),
            None => left.push(format!("only the schema {}: at {at}", draft.code())),
        }
    }
    left
}

fn explained(complaint: &Complaint<'_>, stricter: &[Stricter]) -> Option<usize> {
    DIFFERENCES.iter().position(|known| stricter.contains(&known.stricter) && (known.is)(complaint))
}

/// The examples and every record of the vectors.
fn records() -> Vec<Value> {
    let read = |text: &str| serde_json::from_str(text).expect("an example");
    let examples = ["good", "faulty"].map(|name| read(samla::json::example(name).expect("an example")));
    let files = samla_tests::vectors();
    let cases = files
        .values()
        .flat_map(|file| file.cases.iter().filter(|it| it.text.is_none()).map(|it| read(&it.text(file))));
    examples.into_iter().chain(cases).collect()
}

/// A record drawn from the schema itself, so that no field is forgotten.
fn drawn(schema: &Value, root: bool, dice: &mut Dice) -> Value {
    if !root && dice.one_in(40) {
        return dice
            .pick(&[json!(null), json!(""), json!(true), json!(7), json!("x"), json!([]), json!({})])
            .clone();
    }
    if let Some(codes) = schema["oneOf"].as_array() {
        return dice.pick(codes)["const"].clone();
    }
    match schema["type"].as_str() {
        Some("object") => {
            let required =
                |key: &str| schema["required"].as_array().is_some_and(|all| all.contains(&json!(key)));
            let keys = schema["properties"].as_object().expect("properties").iter();
            let kept = keys.filter(|(key, _)| if required(key) { !dice.one_in(30) } else { dice.one_in(3) });
            let kept: Vec<_> = kept.collect();
            kept.into_iter().map(|(key, below)| (key.clone(), drawn(below, false, dice))).collect()
        }
        Some("array") => (0..dice.below(3)).map(|_| drawn(&schema["items"], false, dice)).collect(),
        Some("boolean") => dice.one_in(2).into(),
        Some("integer") => (*dice.pick(&[0_i64, 1, 2024, 9999, 10_000])).into(),
        _ => {
            let days = ["2024-02-29", "2023-02-29", "0000-01-01", "2024-13-01", "2024-3-5", "9999-12-31"];
            let times = [
                "2024-03-05T13:00",
                "2024-03-05T24:00",
                "2024-03-05T13:00:59",
                "2024-03-05T13:00Z",
                "2024-03-05 13:00",
            ];
            let numbers = ["5560360793", "556036-0793", "16556036-0793", "123", "N-ORD-2", "å"];
            let examples = schema["examples"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let all: Vec<&str> = match dice.below(3) {
                0 => days.into_iter().chain(times).chain(numbers).collect(),
                _ => examples.chain(["nosam-alingsas"]).collect(),
            };
            (*dice.pick(&all)).into()
        }
    }
}

/// Numbers that are the same every time (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).expect("small")
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

fn agrees(record: &Value, validators: &[(Draft, Validator); 2]) -> Result<(), TestCaseError> {
    let reader = told_by_reader(record);
    for validator in validators {
        let left = unexplained(record, &reader, validator, &mut BTreeSet::new());
        prop_assert!(left.is_empty(), "{:#?} in {}", left, record);
    }
    Ok(())
}

fn validators() -> [(Draft, Validator); 2] {
    [Draft::V2020_12, Draft::V07].map(|draft| (draft, validator(draft)))
}

#[test]
fn the_schema_and_the_reader_agree_on_every_example_and_vector() {
    let validators = validators();
    for record in records() {
        agrees(&record, &validators).unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn the_schema_and_the_reader_agree_on_a_spoilt_record_at_every_place() {
    let (validators, records) = (validators(), records());
    let law = |(index, changes): (prop::sample::Index, Vec<_>)| {
        agrees(&spoilt(records[index.index(records.len())].clone(), changes), &validators)
    };
    let cases = (any::<prop::sample::Index>(), changes());
    runner(1200).run(&cases, law).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn the_schema_and_the_reader_agree_on_a_record_drawn_from_the_schema() {
    let validators = validators();
    let schema = samla::schema::schema(SchemaOf::Record, Draft::V07);
    let law = |seed| agrees(&drawn(&schema, true, &mut Dice(seed)), &validators);
    runner(1200).run(&any::<u64>(), law).unwrap_or_else(|error| panic!("{error}"));
}

#[test]
fn each_difference_is_met_in_its_sample_and_told_in_the_readme() {
    let validators = validators();
    let readme = fs::read_to_string(folder().join("README.md")).expect("the README");
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    for (index, difference) in DIFFERENCES.iter().enumerate() {
        let record: Value = serde_json::from_str(difference.sample).expect("JSON");
        let reader = told_by_reader(&record);
        for validator in &validators {
            let (draft, mut seen) = (validator.0, BTreeSet::new());
            let left = unexplained(&record, &reader, validator, &mut seen);
            assert!(left.is_empty(), "{}: {left:?}", difference.says);
            let shows = difference.stricter != Stricter::FormSchema || draft == Draft::V07;
            assert_eq!(seen.contains(&index), shows, "{} ({})", difference.says, draft.code());
        }
        assert!(readme.contains(difference.says), "schemas/README.md lacks: {}", difference.says);
    }
}

#[test]
fn a_repeated_key_is_told_by_the_reader_alone() {
    // Once a text is parsed, nobody else knows that a key stood twice.
    let text = br#"{"recesses": [], "recesses": []}"#;
    let report = samla::json::check(text, r#"{"as_of": "2024-12-31"}"#).expect("a record");
    assert!(report.contains("repeated_key"), "{report}");
}

#[test]
fn a_record_may_name_its_schema_and_nothing_else_may() {
    let with = json!({"$schema": "https://example.se/record.json"});
    assert_eq!(told_by_reader(&with), BTreeSet::new());
    let inside = json!({"recesses": [{"$schema": "x", "from": "2024-07-01", "to": "2024-07-31"}]});
    let told = told_by_reader(&inside);
    assert_eq!(told, BTreeSet::from([("/recesses/0/$schema".to_owned(), "unknown_key".to_owned())]));
    for (_, validator) in validators() {
        assert!(validator.is_valid(&with) && !validator.is_valid(&inside));
    }
    let number = told_by_reader(&json!({"$schema": "19121212-1212"}));
    assert_eq!(number, BTreeSet::from([("/$schema".to_owned(), "personal_number".to_owned())]));
}

#[test]
fn the_charter_and_the_reports_agree_with_their_schemas() {
    for draft in Draft::ALL {
        let of = |document| {
            let schema = samla::schema::schema(document, *draft);
            let options = jsonschema::options();
            (options.should_validate_formats(true).build(&schema).expect("a schema"), schema)
        };
        let (charter, _) = of(SchemaOf::Charter);
        let mut embedded = serde_json::to_value(Charter::samla_2023()).expect("JSON");
        if *draft == Draft::V07 {
            // A form has no `null`.
            for part in ["deadlines", "readings"] {
                embedded[part].as_object_mut().expect("an object").retain(|_, value| !value.is_null());
            }
        }
        assert!(charter.is_valid(&embedded), "{:?}", charter.iter_errors(&embedded).next());
        let mut odd = embedded;
        odd["goals"] = json!("trust");
        assert!(!charter.is_valid(&odd));

        let (report, schema) = of(SchemaOf::Report);
        let records = records();
        // Both examples, and enough of the vectors to meet every kind of report.
        for record in records[..2].iter().chain(records.iter().step_by(10)) {
            let options = r#"{"as_of": "2024-12-31", "subjects": "all", "horizon_days": 400}"#;
            let text = samla::json::check(record.to_string().as_bytes(), options).expect("a record");
            let told: Value = serde_json::from_str(&text).expect("JSON");
            assert!(report.is_valid(&told), "{:?}", report.iter_errors(&told).next());
            if *draft == Draft::V07 {
                every_key_is_described("", &told, &schema);
            }
        }
    }
}

/// A report may grow, so its schema takes keys that it does not know; today it knows every one.
fn every_key_is_described(at: &str, value: &Value, schema: &Value) {
    for (key, below) in value.as_object().into_iter().flatten() {
        // The values of the sentences are as many as the sentences.
        if at.ends_with("/params") {
            continue;
        }
        let known =
            schema["properties"].get(key).unwrap_or_else(|| panic!("{at}/{} is not described", plain(key)));
        every_key_is_described(&format!("{at}/{key}"), below, known);
    }
    for below in value.as_array().into_iter().flatten() {
        every_key_is_described(at, below, &schema["items"]);
    }
}
