//! The house rules: what keeps a rule in one room, and every clause accounted for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use samla::charter::{READINGS, ReadingKind};
use samla::clauses::{self, Judged};
use samla::codes::Severity;
use samla::rules::{self, Rule};
use samla::schema::{Draft, SchemaOf};
use samla::{Lang, RuleId};
use samla_tests::vectors;
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

/// Every rule file by the rule's id: its path below `core/src/rules` without the ending, and its text.
fn rooms() -> BTreeMap<String, (String, String)> {
    let folder = root().join("core/src/rules");
    let mut rooms = BTreeMap::new();
    for path in files_below(&folder) {
        let text = fs::read_to_string(&path).expect("a rule file");
        let Some(id) = text.split("    id: \"").nth(1).and_then(|rest| rest.split('"').next()) else {
            continue;
        };
        let room = path.strip_prefix(&folder).expect("below").with_extension("");
        let room = room.to_string_lossy().replace('\\', "/");
        let before = rooms.insert(id.to_owned(), (room, text.clone()));
        assert!(before.is_none(), "{id} has two files");
    }
    rooms
}

#[test]
fn a_rule_stands_where_its_id_says() {
    for (id, (room, _)) in rooms() {
        let document = if id.starts_with('P') { "plan/" } else { "nosam/" };
        let file = room.rsplit('/').next().expect("a file name");
        let stem = format!("{}_", id.to_lowercase().replace('-', "_"));
        assert!(room.starts_with(document) && file.starts_with(&stem), "{id} stands in {room}");
    }
}

#[test]
fn every_rule_file_is_listed_and_every_rule_has_a_file() {
    let listed: BTreeSet<String> = rules::all().map(|rule| rule.id.to_owned()).collect();
    let rooms: BTreeSet<String> = rooms().into_keys().collect();
    assert_eq!(listed, rooms);
    let judging: Vec<&str> = RuleId::all().map(RuleId::as_str).collect();
    let listed: Vec<&str> = rules::all().map(|rule| rule.id).collect();
    assert_eq!(judging, listed, "the clauses that the register judges by a rule of their own");
}

#[test]
fn rules_are_in_document_order() {
    let order: Vec<&str> = clauses::all().map(|clause| clause.id).collect();
    let places: Vec<usize> = rules::all()
        .map(|rule| {
            order.iter().position(|id| *id == rule.id).unwrap_or_else(|| panic!("{} is no clause", rule.id))
        })
        .collect();
    assert!(places.is_sorted(), "{:?}", rules::all().map(|rule| rule.id).collect::<Vec<_>>());
}

#[test]
fn a_rule_cites_the_clauses_that_the_register_says_it_judges() {
    for rule in rules::all() {
        assert_eq!(rule.clauses.first(), Some(&rule.id), "the leading clause of {} comes first", rule.id);
        let cited: BTreeSet<&str> = rule.clauses.iter().copied().collect();
        let judged: BTreeSet<&str> = clauses::all()
            .filter(|clause| clause.judged == Judged::By(rule.id))
            .map(|clause| clause.id)
            .chain(OTHER_CITATIONS.iter().filter(|(id, _)| *id == rule.id).map(|(_, clause)| *clause))
            .collect();
        assert_eq!(cited, judged, "{}", rule.id);
    }
}

/// Clauses that a rule cites though the register names another rule as their judge.
const OTHER_CITATIONS: &[(&str, &str)] = &[
    // The activity plans of the two NOSAM groups: one hole, one finding.
    ("P-NOS-4", "P-UPP-1"),
];

#[test]
fn the_texts_of_a_rule_stand_in_order_in_both_languages() {
    let headings = ["norm: \"", "why: \"", "reading: \"", "example: \""];
    for (id, (_, text)) in rooms() {
        let (sv, en) = text.split_once("    en: {").unwrap_or_else(|| panic!("{id} has no English"));
        let (_, sv) = sv.split_once("    sv: {").unwrap_or_else(|| panic!("{id} has no Swedish"));
        for text in [sv, en] {
            let places: Vec<Option<usize>> = headings.iter().map(|heading| text.find(heading)).collect();
            assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{id}: {places:?}");
        }
    }
    for rule in rules::all() {
        for lang in [Lang::Sv, Lang::En] {
            let text = rule.text(lang);
            assert!(!text.norm.ends_with('.'), "{}: a norm has no full stop: {}", rule.id, text.norm);
            for sentence in [text.why, text.reading, text.example] {
                assert!(sentence.ends_with('.'), "{}: {sentence}", rule.id);
                assert!(
                    sentence.starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
                    "{}: {sentence}",
                    rule.id
                );
            }
        }
    }
}

#[test]
fn a_reading_that_a_rule_speaks_of_is_one_of_the_charters() {
    let known: BTreeSet<&str> = READINGS.iter().map(|reading| reading.id).collect();
    for (id, (_, text)) in rooms() {
        for (at, _) in text.match_indices("A-") {
            let name = &text[at..(at + 4).min(text.len())];
            if name[2..].bytes().all(|byte| byte.is_ascii_digit()) {
                assert!(known.contains(name), "{id} speaks of {name}");
            }
        }
    }
}

#[test]
fn every_rule_has_vectors_that_hold_are_broken_and_cannot_be_told() {
    let files = vectors();
    let rooms = rooms();
    for rule in rules::all() {
        let (room, _) = &rooms[rule.id];
        let file = files
            .get(room)
            .unwrap_or_else(|| panic!("{} has no vectors in tests/vectors/{room}.json", rule.id));
        assert_eq!(file.rule, rule.id, "the vectors in {room}");
        let outcomes: BTreeSet<&str> =
            file.cases.iter().filter_map(|case| case.expect.outcome.as_deref()).collect();
        let names: BTreeSet<&str> = file.cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names.len(), file.cases.len(), "{}: two vectors have one name", rule.id);
        assert!(outcomes.contains("holds"), "{} has no vector that holds", rule.id);
        if knows_only_remarks(rule) {
            let remarks = |case: &samla_tests::Case| !case.expect.findings.is_empty();
            assert!(file.cases.iter().any(remarks), "{} has no vector with a remark", rule.id);
        } else {
            assert!(outcomes.contains("broken"), "{} has no vector that is broken", rule.id);
        }
        assert!(outcomes.contains("undetermined"), "{} has no vector that cannot be told", rule.id);
    }
}

fn knows_only_remarks(rule: &Rule) -> bool {
    rule.severities == [Severity::Info]
}

/// Vectors of a permission that no rule judges: what it allows breaks nothing.
const PERMISSIONS: &[&str] = &["plan/nosam_groups/p_nos_6_activities_may_change"];

#[test]
fn every_vector_file_belongs_to_a_rule_or_to_the_record() {
    let rooms: BTreeSet<String> = rooms().into_values().map(|(room, _)| room).collect();
    for (name, file) in vectors() {
        let known = if file.rule == "record" {
            name.starts_with("record/")
        } else {
            rooms.contains(&name) || PERMISSIONS.contains(&name.as_str())
        };
        assert!(known, "tests/vectors/{name}.json belongs to nothing");
    }
}

#[test]
fn no_binding_knows_a_rule() {
    for folder in ["python/src", "python/samla", "wasm/src", "wasm/js"] {
        for path in files_below(&root().join(folder)) {
            let Ok(text) = fs::read_to_string(&path) else { continue };
            for rule in clauses::all() {
                assert!(!text.contains(rule.id), "{} mentions {}", path.display(), rule.id);
            }
        }
    }
}

#[test]
fn every_other_value_of_a_reading_has_a_vector_whose_answer_changes() {
    let mut changing: BTreeSet<(String, String)> = BTreeSet::new();
    for file in vectors().values() {
        for case in file.cases.iter().filter(|case| !case.readings.is_empty()) {
            let text = case.text(file);
            let mut options: Value = serde_json::from_str(&case.options(file)).expect("options");
            let with = judged(&text, &options);
            for (id, value) in &case.readings {
                let mut readings = case.readings.clone();
                readings.remove(id);
                options["readings"] = readings.into();
                if judged(&text, &options) != with {
                    changing.insert((id.clone(), value.as_str().unwrap_or_default().to_owned()));
                }
            }
        }
    }
    let embedded = serde_json::to_value(samla::Charter::samla_2023()).expect("JSON");
    let mut missing = Vec::new();
    for reading in READINGS {
        let default = &embedded["readings"][reading.id];
        match reading.kind {
            ReadingKind::Fixed(_) => {}
            ReadingKind::Value => {
                if !changing.iter().any(|(id, _)| id == reading.id) {
                    missing.push(reading.id.to_owned());
                }
            }
            ReadingKind::Switch(values) => {
                let others = values.iter().filter(|value| *default != value.code);
                let untested =
                    others.filter(|v| !changing.contains(&(reading.id.to_owned(), v.code.to_owned())));
                missing.extend(untested.map(|value| format!("{}={}", reading.id, value.code)));
            }
        }
    }
    assert!(missing.is_empty(), "no vector changes its answer with {missing:?}");
}

/// A report without its receipt.
fn judged(text: &str, options: &Value) -> Value {
    let report = samla::json::check(text.as_bytes(), &options.to_string()).expect("a report");
    let mut report: Value = serde_json::from_str(&report).expect("JSON");
    report["receipt"] = Value::Null;
    report
}

#[test]
fn the_committed_schemas_are_what_the_code_produces() {
    for document in SchemaOf::ALL {
        for draft in Draft::ALL {
            let text = samla::schema::text(*document, *draft);
            let path = root().join(format!("schemas/{}.{}.json", document.code(), draft.code()));
            if env::var_os("SAMLA_BLESS").is_some() {
                fs::write(&path, &text).expect("a schema");
            }
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert!(found == text, "{} is stale, `cargo xtask bless` rewrites it", path.display());
        }
    }
}
