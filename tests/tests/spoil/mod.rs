//! Spoiling a record, one thing after another. The seed is fixed, so that the same cases run everywhere.

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use serde_json::{Value, json};

/// `SAMLA_CASES` multiplies the cases, for a longer look.
pub(crate) fn times() -> u32 {
    std::env::var("SAMLA_CASES").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}

pub(crate) fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases: cases * times(),
        rng_seed: RngSeed::Fixed(2017),
        failure_persistence: None,
        max_shrink_iters: 200,
        ..ProptestConfig::default()
    })
}

/// One thing done to a record, at a place that `place` picks.
#[derive(Clone, Debug)]
pub(crate) enum Change {
    Replace(Value),
    Remove,
    Double,
    Insert(String, Value),
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9](T[0-2][0-9]:[0-5][0-9])?(Z|\\+01:00)?".prop_map(Value::from),
        prop::sample::select(vec![
            "",
            " ",
            "nosam-alingsas",
            "samordningsgruppen",
            "malte",
            "vc-solkatten",
            "chair",
            "nosam",
            "all",
            "N-ORD-2",
            "556036-0793",
            "0001-01-01",
            "9999-12-31",
            "2024-02-30",
        ])
        .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 3, |inside| {
        prop_oneof![
            prop::collection::vec(inside.clone(), 0..3).prop_map(Value::from),
            prop::collection::btree_map("[a-z_/~]{0,8}", inside, 0..3).prop_map(|map| json!(map)),
        ]
    })
}

pub(crate) fn changes() -> impl Strategy<Value = Vec<(prop::sample::Index, Change)>> {
    let change = prop_oneof![
        4 => values().prop_map(Change::Replace),
        3 => Just(Change::Remove),
        2 => Just(Change::Double),
        1 => ("[a-z_/~å]{0,8}", values()).prop_map(|(key, value)| Change::Insert(key, value)),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), change), 1..12)
}

/// The pointers of every value below the outermost, in order.
pub(crate) fn places(value: &Value) -> Vec<String> {
    fn below(value: &Value, at: &str, places: &mut Vec<String>) {
        let mut step = |token: &str, inside: &Value| {
            let at = format!("{at}/{}", token.replace('~', "~0").replace('/', "~1"));
            places.push(at.clone());
            below(inside, &at, places);
        };
        match value {
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(i, inside)| step(&i.to_string(), inside))
            }
            Value::Object(map) => map.iter().for_each(|(key, inside)| step(key, inside)),
            _ => {}
        }
    }
    let mut places = Vec::new();
    below(value, "", &mut places);
    places
}

pub(crate) fn plain(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}

pub(crate) fn spoil(record: &mut Value, place: &str, change: Change) {
    let (parent, token) = place.rsplit_once('/').expect("a pointer");
    let token = plain(token);
    match change {
        Change::Replace(value) => *record.pointer_mut(place).expect("a place") = value,
        Change::Insert(key, value) => {
            if let Value::Object(map) = record.pointer_mut(place).expect("a place") {
                map.insert(key, value);
            }
        }
        Change::Remove => match record.pointer_mut(parent).expect("a parent") {
            Value::Array(list) => drop(list.remove(token.parse().expect("an index"))),
            Value::Object(map) => drop(map.remove(&token)),
            _ => {}
        },
        Change::Double => {
            if let Value::Array(list) = record.pointer_mut(parent).expect("a parent") {
                let index: usize = token.parse().expect("an index");
                list.insert(index, list[index].clone());
            }
        }
    }
}

/// The record with one change after another done to it.
pub(crate) fn spoilt(mut record: Value, changes: Vec<(prop::sample::Index, Change)>) -> Value {
    for (index, change) in changes {
        let places = places(&record);
        if !places.is_empty() {
            spoil(&mut record, &places[index.index(places.len())], change);
        }
    }
    record
}
