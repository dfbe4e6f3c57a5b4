//! A record split by group says of each group what the whole says, by the rules that promise it.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use samla::rules::{self, Partition};
use serde_json::{Value, json};

use crate::records::{Judged, Moved, every, items, problems, same, sort};

/// The whole record as an extract about each of its groups.
#[test]
fn extracts_about_each_group_say_together_what_the_whole_says() {
    every(|judged| {
        let judged = &judged.complete();
        union_is_the_whole(judged, |group| {
            let mut record = judged.record.clone();
            record["about"] = json!([group]);
            judged.report_on(&record)
        })
    });
}

/// As above, and each extract has of the other groups only id and kind.
#[test]
fn records_of_each_group_say_together_what_the_whole_says() {
    every(|judged| {
        let judged = &judged.complete();
        union_is_the_whole(judged, |group| {
            let (record, moved) = of_group(&judged.record, group);
            let mut report = judged.report_on(&record);
            moved.back(&mut report);
            report
        })
    });
}

fn union_is_the_whole(judged: &Judged, part: impl Fn(&str) -> Value) -> Result<(), String> {
    let whole = judged.report();
    if problems(&whole).any(|it| it == "duplicate_id") {
        // Of two things with one id nobody can say which the extract is about.
        return Ok(());
    }
    if whole["verdicts"].as_array().into_iter().flatten().any(is_about_nobody) {
        return Ok(());
    }
    let groups = groups(&judged.record);
    let mut parts = Said::default();
    groups.iter().for_each(|group| parts.add(said(part(group))));
    let mut whole = said(whole);
    // What nobody can tell whose it is stands in no extract, unless it may be of any group.
    whole.retain(|name, subject| {
        let at = subject["at"].as_str().unwrap_or_default();
        parts.subjects.contains_key(name) || has_owner(&judged.record, at, &groups)
    });
    same(&whole.shown(), &parts.shown())
}

/// Nobody can tell whose the record is, and so whose extract would be a part of it.
fn is_about_nobody(verdict: &Value) -> bool {
    list(&verdict["subjects"]).iter().any(|it| it["subject"] == "about")
}

/// Rule and subject.
type Name = (String, String);

/// What the rules that may be split say: of each subject, and each finding and coming duty once.
#[derive(Default)]
struct Said {
    subjects: BTreeMap<Name, Value>,
    told: BTreeSet<(Name, String)>,
}

fn said(mut report: Value) -> Said {
    let by_group: BTreeSet<&str> =
        rules::all().filter(|it| it.partition_by == Partition::Group).map(|it| it.id).collect();
    let of_group = |it: &Value| it["rule"].as_str().is_some_and(|rule| by_group.contains(rule));
    let mut said = Said::default();
    for section in ["findings", "upcoming"] {
        for it in items(&mut report[section]).filter(|it| of_group(it)) {
            let name = (it["rule"].to_string(), it["subject"].to_string());
            said.told.insert((name, it.to_string()));
        }
    }
    for verdict in items(&mut report["verdicts"]).filter(|it| of_group(it)) {
        let rule = verdict["rule"].to_string();
        for subject in items(&mut verdict["subjects"]) {
            if let Some(lacks) = subject.get_mut("lacks") {
                sort(lacks);
            }
            said.subjects.insert((rule.clone(), subject["subject"].to_string()), subject.take());
        }
    }
    said
}

impl Said {
    fn retain(&mut self, keep: impl Fn(&Name, &Value) -> bool) {
        let gone: BTreeSet<Name> = self
            .subjects
            .extract_if(.., |name, subject| !keep(name, subject))
            .map(|(name, _)| name)
            .collect();
        // What is still to come is told of subjects that are not there yet.
        self.told.retain(|(name, _)| !gone.contains(name));
    }

    fn add(&mut self, other: Self) {
        self.told.extend(other.told);
        for (name, there) in other.subjects {
            match self.subjects.get_mut(&name) {
                None => drop(self.subjects.insert(name, there)),
                Some(here) => worst(here, there),
            }
        }
    }

    fn shown(&self) -> Value {
        let told = self.told.iter().map(|(_, it)| serde_json::from_str::<Value>(it).unwrap_or_default());
        let subjects = self.subjects.iter().map(|((rule, _), it)| json!([rule, it]));
        json!({"subjects": subjects.collect::<Value>(), "told": told.collect::<Value>()})
    }
}

/// The worst outcome of a subject stays, as when one report judges it several times.
fn worst(here: &mut Value, there: Value) {
    let rank = |it: &Value| OUTCOMES.iter().position(|outcome| it["outcome"] == **outcome);
    match rank(here).cmp(&rank(&there)) {
        Ordering::Less => *here = there,
        Ordering::Greater => {}
        Ordering::Equal => {
            // Whatever either lacks stands in the way.
            let all: BTreeSet<String> = lacks(here).chain(lacks(&there)).collect();
            if !all.is_empty() {
                here["lacks"] = all.into_iter().collect();
            }
        }
    }
}

fn lacks(subject: &Value) -> impl Iterator<Item = String> {
    list(&subject["lacks"]).iter().filter_map(Value::as_str).map(str::to_owned)
}

const OUTCOMES: &[&str] = &["not_applicable", "not_due", "holds", "undetermined", "waived", "broken"];

// ── Whose a thing is ──

/// The groups that are judged.
fn groups(record: &Value) -> Vec<&str> {
    let ids = list(&record["groups"]).iter().filter_map(|group| group["id"].as_str());
    let about = record.get("about").filter(|it| !it.is_null());
    ids.filter(|id| about.is_none_or(|about| list(about).iter().any(|it| it == id))).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// The groups that an entry of a section belongs to; `None` for a section whose entries belong to none.
fn owners<'a>(section: &str, entry: &'a Value) -> Option<Vec<&'a str>> {
    let ids = |field: &'a Value| list(field).iter().filter_map(Value::as_str).collect::<Vec<_>>();
    Some(match section {
        "groups" => entry["id"].as_str().into_iter().collect(),
        "meetings" => ids(&entry["groups"]),
        "matters" => ids(&entry["decision"]["groups"]),
        "activity_plans" => ids(&entry["owners"]),
        "reports" | "proposals" => {
            entry["from_group"].as_str().into_iter().chain(ids(&entry["from_groups"])).collect()
        }
        "publications" => entry["group"].as_str().into_iter().collect(),
        _ => return None,
    })
}

/// Can the group be told whose the thing at `pointer` is? What nobody owns stands in no extract.
fn has_owner(record: &Value, pointer: &str, groups: &[&str]) -> bool {
    let mut tokens = pointer.split('/').skip(1);
    let (Some(section), Some(place)) = (tokens.next(), tokens.next()) else { return true };
    let entry = &record[section][place.parse::<usize>().unwrap_or_default()];
    owners(section, entry).is_none_or(|owners| owners.iter().any(|owner| groups.contains(owner)))
}

/// The record that one group would keep: its own meetings, reports, plans, matters and so on, what these refer
/// to, and of other groups id and kind. What nobody can tell whose it is stays.
fn of_group(record: &Value, group: &str) -> (Value, Moved) {
    let mut part = record.clone();
    for other in items(&mut part["groups"]).filter(|it| it["id"].as_str().is_some_and(|id| id != group)) {
        *other = json!({"id": other["id"], "kind": other["kind"]});
    }
    let known: Vec<&str> = list(&record["groups"]).iter().filter_map(|group| group["id"].as_str()).collect();
    let foreign = |section: &str, entry: &Value| {
        owners(section, entry).filter(|_| section != "groups").is_some_and(|owners| {
            !owners.contains(&group) && owners.iter().any(|owner| known.contains(owner))
        })
    };
    // What is referred to stays, and what that refers to.
    let mut kept: BTreeSet<String> = BTreeSet::new();
    loop {
        let before = kept.len();
        for (section, entries) in part.as_object().into_iter().flatten() {
            for entry in list(entries) {
                if !foreign(section, entry) || is_named(entry, &kept) {
                    texts(entry, &mut kept);
                }
            }
        }
        if kept.len() == before {
            break;
        }
    }
    let moved = Moved::lists(&mut part, &|at, entries| {
        let section = at.strip_prefix('/').filter(|section| !section.contains('/'))?;
        let stays = |entry: &Value| !foreign(section, entry) || is_named(entry, &kept);
        Some((0..entries.len()).filter(|place| stays(&entries[*place])).collect())
    });
    part["about"] = json!([group]);
    (part, moved)
}

/// Does one of the texts name the entry, or an activity of it?
fn is_named(entry: &Value, texts: &BTreeSet<String>) -> bool {
    let own = std::iter::once(entry).chain(list(&entry["activities"]));
    own.filter_map(|it| it["id"].as_str()).any(|id| texts.contains(id))
}

fn texts(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(into.insert(text.clone())),
        Value::Array(list) => list.iter().for_each(|item| texts(item, into)),
        Value::Object(map) => map.values().for_each(|inside| texts(inside, into)),
        _ => {}
    }
}
