//! Other ids give the same report with other ids.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use samla::Charter;
use samla::record::personal_number;
use serde_json::{Value, json};

use crate::records::{each_text, every, in_order, same};

/// Fields that hold an id or a list of ids.
const REFERENCES: &[&str] = &[
    "about",
    "activity_plans",
    "appointed_by",
    "decided_by",
    "elected_by",
    "from_group",
    "from_groups",
    "group",
    "groups",
    "id",
    "linked_to",
    "meeting",
    "organisation",
    "organisations",
    "owners",
    "part_of",
    "person",
    "present",
    "raised_at",
    "raised_by",
    "referred_to",
    "reporters",
    "responsible",
    "routine",
    "standing_in_for",
    "steered_by",
    "to_group",
    "written_by",
];

/// Every id of a record with its new name.
///
/// A new name stands in no text by chance, so that it can be told from everything else in a report. The last
/// id becomes the first by name, so that an order by ids turns round.
struct Names(BTreeMap<String, String>);

impl Names {
    fn of(record: &Value) -> Self {
        let ids = RefCell::new(BTreeMap::new());
        each_id(&mut record.clone(), &|id| {
            // What a report shows shortened or not at all cannot be traced back.
            let shown = id.chars().count() <= 80 && !id.contains(|it: char| it == '`' || it.is_control());
            // What says that there is nobody is no name of anybody.
            let nobody = Charter::samla_2023().placeholders.is_nobody(id);
            if shown && !nobody && !id.trim().is_empty() && !personal_number::occurs_in(id) {
                ids.borrow_mut().insert(id.clone(), String::new());
            }
        });
        let mut ids = ids.into_inner();
        ids.values_mut().rev().enumerate().for_each(|(place, name)| *name = format!("qz{place:04}zq"));
        Self(ids)
    }

    fn rename(&self, id: &mut String) {
        if let Some(new) = self.0.get(id) {
            new.clone_into(id);
        }
    }

    /// What a waiver names: `groups/nosam-a`, `groups/pol#B03`, `groups/nosam-a#kim:2024-01-01`.
    fn rename_subject(&self, subject: &mut String) {
        let (thing, key) = subject.split_once('#').map_or((&**subject, None), |(it, key)| (it, Some(key)));
        let part = |text: &str| self.0.get(text).cloned().unwrap_or_else(|| text.to_owned());
        let thing = thing
            .split_once('/')
            .map_or_else(|| thing.to_owned(), |(section, id)| format!("{section}/{}", part(id)));
        let keys = key.map(|key| key.split(':').map(part).collect::<Vec<_>>().join(":"));
        *subject = keys.map_or_else(|| thing.clone(), |keys| format!("{thing}#{keys}"));
    }

    fn old(&self) -> impl Fn(&mut String) {
        let old: BTreeMap<&String, &String> = self.0.iter().map(|(old, new)| (new, old)).collect();
        move |text| {
            while let Some(at) = text.find("qz") {
                let end = at + "qz0000zq".len();
                let Some(old) = text.get(at..end).and_then(|name| old.get(&name.to_owned())) else { return };
                text.replace_range(at..end, old);
            }
        }
    }
}

/// Changes every id where it stands.
fn each_id(value: &mut Value, change: &impl Fn(&mut String)) {
    match value {
        Value::Object(map) => {
            for (key, inside) in map {
                match inside {
                    // Of a decision, who is responsible is free text.
                    Value::String(_) if key == "responsible" => {}
                    Value::String(id) if REFERENCES.contains(&key.as_str()) => change(id),
                    Value::Array(list) if REFERENCES.contains(&key.as_str()) => {
                        for item in list {
                            match item {
                                Value::String(id) => change(id),
                                item => each_id(item, change),
                            }
                        }
                    }
                    inside => each_id(inside, change),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|item| each_id(item, change)),
        _ => {}
    }
}

/// Do two terms of one office begin on one day? Then their holders' ids tell which stands first.
fn begin_together(record: &Value) -> bool {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    list(&record["groups"]).iter().any(|group| {
        let mut seen = BTreeSet::new();
        let mut starts = list(&group["offices"]).into_iter().map(|row| json!([row["office"], row["from"]]));
        !starts.all(|start| seen.insert(start.to_string()))
    })
}

/// Is something said of how an id is spelt beside another, or beside a name?
fn speaks_of_a_spelling(report: &Value) -> bool {
    report["findings"].as_array().into_iter().flatten().any(|finding| {
        let params = &finding["params"];
        match params["problem"].as_str() {
            Some("probable_duplicate" | "unknown_person" | "name_for_id" | "idle_waiver") => true,
            // What looks like a name is not repeated.
            Some("dangling_reference") => params["value"].is_null() || !params["meant"].is_null(),
            _ => !params["near"].is_null(),
        }
    })
}

#[test]
fn ids_renamed_change_only_ids() {
    every(|judged| {
        // A new name is spelt like no other.
        if begin_together(&judged.record) || speaks_of_a_spelling(&judged.report()) {
            return Ok(());
        }
        let names = Names::of(&judged.record);
        let mut record = judged.record.clone();
        each_id(&mut record, &|id| names.rename(id));
        for waiver in crate::records::items(&mut record["waivers"]) {
            if let Some(Value::String(subject)) = waiver.get_mut("subject") {
                names.rename_subject(subject);
            }
        }
        let (mut before, mut after) = (judged.report(), judged.report_on(&record));
        each_text(&mut after, &names.old());
        // Only what stands at one place, of one rule and severity, is in the order of names.
        [&mut before, &mut after].into_iter().for_each(in_order);
        same(&before, &after)
    });
}
