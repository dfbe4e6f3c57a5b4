//! The records that the laws are tried on, and what they share: judging, moving places, comparing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use samla::{Charter, example};
use samla_tests::vectors;
use serde_json::{Map, Value, json};

use crate::spoil::{changes, plain, runner, spoilt, times};

/// A record and how it is judged.
#[derive(Clone)]
pub(crate) struct Judged {
    pub(crate) name: String,
    pub(crate) record: Value,
    pub(crate) options: Map<String, Value>,
}

/// The examples, whole and spoilt, some of the vectors and, from the file that `SAMLA_GENERATED` names, some of the
/// generated records, one `{seed, record, options}` a line. `SAMLA_CASES` multiplies them, for a longer look.
static ALL: LazyLock<Vec<Judged>> = LazyLock::new(|| {
    let as_of = json!({ "as_of": example::as_of() });
    let times = times() as usize;
    let mut all = Vec::new();
    for example in example::ALL {
        let record: Value = serde_json::from_str(example.json).expect("an example is JSON");
        let mut runner = runner(1);
        for number in 0..SPOILT * times {
            let changes = changes().new_tree(&mut runner).expect("changes").current();
            let name = format!("the example {}, spoilt for the {number}th time", example.name);
            all.extend(judged(name, spoilt(record.clone(), changes), as_of.clone()));
        }
        all.extend(judged(format!("the example {}", example.name), record, as_of.clone()));
    }
    all.extend(all_vectors().into_iter().skip(1).step_by((VECTORS / times).max(1)));
    if let Some(path) = std::env::var_os("SAMLA_GENERATED") {
        let text = std::fs::read_to_string(&path).expect("the file that SAMLA_GENERATED names");
        for line in text.lines().take(GENERATED * times) {
            let mut line: Value = serde_json::from_str(line).expect("a line of JSON");
            let name = format!("the generated record of seed {}", line["seed"]);
            all.extend(judged(name, line["record"].take(), line["options"].take()));
        }
    }
    all
});

/// So many times each example is spoilt.
const SPOILT: usize = 2;

/// One of so many vectors is taken.
const VECTORS: usize = 17;

/// So many generated records are taken.
const GENERATED: usize = 20;

fn judged(name: String, record: Value, options: Value) -> Option<Judged> {
    let Value::Object(mut options) = options else { return None };
    options.insert("subjects".into(), "all".into());
    options.insert("horizon_days".into(), 92.into());
    record.is_object().then_some(Judged { name, record, options })
}

/// Every vector that is a record.
fn all_vectors() -> Vec<Judged> {
    let mut all = Vec::new();
    for (name, file) in vectors() {
        for case in &file.cases {
            // A text that is no JSON, or no object, is no record.
            let Ok(record) = serde_json::from_str(&case.text(&file)) else { continue };
            let options = serde_json::from_str(&case.options(&file)).expect("options are JSON");
            all.extend(judged(format!("{name}: {}", case.name), record, options));
        }
    }
    all
}

/// Holds a law of every record; each that breaks it is told.
pub(crate) fn every(law: impl Fn(&Judged) -> Result<(), String>) {
    hold(&ALL, law);
}

/// Holds a law of every vector, for a law that is quickly tried.
pub(crate) fn every_vector(law: impl Fn(&Judged) -> Result<(), String>) {
    hold(&all_vectors(), law);
}

fn hold(all: &[Judged], law: impl Fn(&Judged) -> Result<(), String>) {
    let broken: Vec<String> =
        all.iter().filter_map(|it| Some(format!("{}: {}", it.name, law(it).err()?))).collect();
    let told: String = broken.iter().take(12).fold(String::new(), |mut told, it| {
        let _ = write!(told, "\n{it:.600}");
        told
    });
    assert!(broken.is_empty(), "{} of {} records break the law:{told}", broken.len(), all.len());
}

impl Judged {
    /// The same, said to be complete until the day judged from where it says nothing: how far it reaches is a matter
    /// of the whole record, and not of any group.
    pub(crate) fn complete(&self) -> Self {
        let mut complete = self.clone();
        if let Some(record) = complete.record.as_object_mut() {
            record.entry("complete_to").or_insert_with(|| self.options["as_of"].clone());
        }
        complete
    }

    /// The report on the record.
    pub(crate) fn report(&self) -> Value {
        self.report_on(&self.record)
    }

    /// The report on another record by the same options, without the receipt.
    pub(crate) fn report_on(&self, record: &Value) -> Value {
        report(record, &self.options)
    }

    /// The charter in force, but for the readings that the options name beside it.
    pub(crate) fn charter(&self) -> Value {
        let embedded = || serde_json::to_value(Charter::samla_2023()).expect("a charter is JSON");
        self.options.get("charter").cloned().unwrap_or_else(embedded)
    }
}

/// The report without the receipt, whose hashes differ between any two records.
pub(crate) fn report(record: &Value, options: &Map<String, Value>) -> Value {
    let options = Value::Object(options.clone()).to_string();
    let report = samla::json::check(record.to_string().as_bytes(), &options).expect("a report");
    let mut report: Value = serde_json::from_str(&report).expect("a report is JSON");
    report["receipt"] = Value::Null;
    report
}

// ── Texts ──

/// Changes every text of a value, keys excepted.
pub(crate) fn each_text(value: &mut Value, change: &impl Fn(&mut String)) {
    match value {
        Value::String(text) => change(text),
        Value::Array(list) => list.iter_mut().for_each(|item| each_text(item, change)),
        Value::Object(map) => map.values_mut().for_each(|inside| each_text(inside, change)),
        _ => {}
    }
}

// ── Places ──

/// A record with the entries of some lists left out or in another order.
#[derive(Default)]
pub(crate) struct Moved {
    /// By the pointer of a list in the old record: which old entry stands at each new place.
    lists: BTreeMap<String, Vec<usize>>,
}

impl Moved {
    /// Lets `choose` say of every list of objects which entries stay and in which order.
    pub(crate) fn lists(record: &mut Value, choose: &impl Fn(&str, &[Value]) -> Option<Vec<usize>>) -> Self {
        let mut moved = Self::default();
        moved.below(record, "", choose);
        moved
    }

    fn below(&mut self, value: &mut Value, at: &str, choose: &impl Fn(&str, &[Value]) -> Option<Vec<usize>>) {
        match value {
            Value::Object(map) => {
                for (key, inside) in map {
                    self.below(inside, &format!("{at}/{key}"), choose);
                }
            }
            Value::Array(list) => {
                for (place, inside) in list.iter_mut().enumerate() {
                    self.below(inside, &format!("{at}/{place}"), choose);
                }
                if let Some(chosen) = choose(at, list) {
                    *list = chosen.iter().map(|old| list[*old].clone()).collect();
                    self.lists.insert(at.to_owned(), chosen);
                }
            }
            _ => {}
        }
    }

    /// Where something stood before.
    fn old(&self, pointer: &str) -> String {
        pointer.split('/').skip(1).fold(String::new(), |at, token| {
            let chosen = self.lists.get(&at).zip(token.parse().ok());
            let old = chosen.and_then(|(list, new): (_, usize)| list.get(new));
            old.map_or_else(|| format!("{at}/{token}"), |old| format!("{at}/{old}"))
        })
    }

    /// Every pointer of a report as it was before, and lists in an order that no pointer decides.
    pub(crate) fn back(&self, report: &mut Value) {
        let old = |pointer: &mut Value| {
            if let Value::String(text) = pointer {
                *text = self.old(text);
            }
        };
        for finding in items(&mut report["findings"]) {
            old(&mut finding["at"]);
            let at = finding["at"].as_str().unwrap_or_default().to_owned();
            finding["path"] = at.split('/').skip(1).map(plain).map(step).collect();
            items(&mut finding["related"]).for_each(|related| old(&mut related["at"]));
            if let Some(waiver) = finding.get_mut("waiver") {
                old(waiver);
            }
        }
        for subject in items(&mut report["verdicts"]).flat_map(|verdict| items(&mut verdict["subjects"])) {
            old(&mut subject["at"]);
            if let Some(lacks) = subject.get_mut("lacks") {
                items(lacks).for_each(old);
            }
        }
    }
}

fn step(token: String) -> Value {
    token.parse().map_or(Value::String(token), |index: usize| index.into())
}

/// The codes of the reading problems that a report tells.
pub(crate) fn problems(report: &Value) -> impl Iterator<Item = &str> {
    let findings = report["findings"].as_array().into_iter().flatten();
    findings.filter_map(|it| it["params"]["problem"].as_str())
}

pub(crate) fn items(list: &mut Value) -> impl Iterator<Item = &mut Value> {
    list.as_array_mut().into_iter().flatten()
}

/// Puts findings, subjects, and what they refer to in an order of their own, so that reports can be compared
/// that say the same in another order.
pub(crate) fn in_order(report: &mut Value) {
    for finding in items(&mut report["findings"]) {
        sort(&mut finding["related"]);
    }
    sort(&mut report["findings"]);
    sort(&mut report["upcoming"]);
    for verdict in items(&mut report["verdicts"]) {
        for subject in items(&mut verdict["subjects"]) {
            if let Some(lacks) = subject.get_mut("lacks") {
                sort(lacks);
            }
        }
        sort(&mut verdict["subjects"]);
    }
}

pub(crate) fn sort(list: &mut Value) {
    if let Value::Array(list) = list {
        list.sort_by_cached_key(Value::to_string);
    }
}

// ── Comparing ──

/// `Err` with the first places where two reports differ.
pub(crate) fn same(one: &Value, other: &Value) -> Result<(), String> {
    let mut found = Vec::new();
    differences(one, other, "", &mut found);
    if found.is_empty() { Ok(()) } else { Err(found[..found.len().min(3)].join("; ")) }
}

fn differences(one: &Value, other: &Value, at: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (place, (a, b)) in a.iter().zip(b).enumerate() {
                differences(a, b, &format!("{at}/{place}"), found);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            let only = |these: &[Value], those: &[Value]| -> Vec<String> {
                these.iter().filter(|it| !those.contains(it)).take(2).map(Value::to_string).collect()
            };
            found.push(format!("{at}: only before {:?}, only after {:?}", only(a, b), only(b, a)));
        }
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let of = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
                differences(&of(a), &of(b), &format!("{at}/{key}"), found);
            }
        }
        _ if one == other => {}
        _ => found.push(format!("{at}: {one} before, {other} after")),
    }
}
