//! The order in which things stand in a record changes no verdict.

use serde_json::{Value, json};

use crate::records::{Moved, every, in_order, items, problems, same, sort};

#[test]
fn the_order_of_entries_changes_only_pointers() {
    every(|judged| {
        let mut before = judged.report();
        // The later of two things with one id is unreadable.
        if problems(&before).any(|it| it == "duplicate_id") {
            return Ok(());
        }
        without_order(&mut before);
        for turn in [reversed, rotated] {
            let mut record = judged.record.clone();
            let moved =
                Moved::lists(&mut record, &|at, list| has_no_order(at, list).then(|| turn(list.len())));
            let mut after = judged.report_on(&record);
            moved.back(&mut after);
            without_order(&mut after);
            same(&before, &after)?;
        }
        Ok(())
    });
}

/// Lists of entries can stand in any order: groups, meetings, matters, members and all others. Of two waivers
/// that cover the same the first is named.
fn has_no_order(at: &str, list: &[Value]) -> bool {
    at != "/waivers" && list.iter().all(Value::is_object)
}

fn reversed(length: usize) -> Vec<usize> {
    (0..length).rev().collect()
}

fn rotated(length: usize) -> Vec<usize> {
    (0..length).map(|place| (place + 1) % length).collect()
}

/// Where several entries are at fault together, these rules tell one of them: of two NOSAM at once, of several
/// activity plans in one document or without an activity for a target group.
const ONE_OF_SEVERAL: &[&str] = &["N-AKT-2", "N-ALL-2", "P-NOS-7"];

/// Leaves out what the order may decide.
///
/// - Of two entries that repeat each other the later is told, and when one person fills a seat in two groups,
///   or two persons one seat, the remark stands at the later.
/// - A subject that is judged at several places, as a person with two rows, stands at the first.
/// - A sentence names several people in the order of their rows.
fn without_order(report: &mut Value) {
    const REPEATED: &[&str] = &["duplicate_row", "duplicate_organisation", "probable_duplicate"];
    let repeated = |it: &Value| it["params"]["problem"].as_str().is_some_and(|it| REPEATED.contains(&it));
    if let Some(findings) = report["findings"].as_array_mut() {
        findings.retain(|it| !repeated(it));
    }
    report["counts"] = Value::Null;
    for finding in items(&mut report["findings"]) {
        if finding["rule"].as_str().is_some_and(|rule| ONE_OF_SEVERAL.contains(&rule)) {
            *finding = json!({"rule": finding["rule"], "subject": finding["subject"], "en": finding["en"]});
            continue;
        }
        if finding["outcome"] == "holds" && finding["rule"] != "record" {
            *finding = json!({"rule": finding["rule"], "reading": finding["reading"], "remark": true});
            continue;
        }
        let lists = finding["params"].as_object_mut().into_iter().flat_map(|params| params.values_mut());
        if lists.filter(|it| it.is_array()).map(sort).count() > 0 {
            for lang in ["sv", "en"] {
                let text = finding[lang].as_str().unwrap_or_default();
                let mut words: Vec<&str> = text.split([' ', ',']).collect();
                words.sort_unstable();
                finding[lang] = words.join(" ").into();
            }
        }
    }
    for subject in items(&mut report["verdicts"]).flat_map(|verdict| items(&mut verdict["subjects"])) {
        let at = subject["at"].as_str().unwrap_or_default();
        let kinds: Vec<&str> = at.split('/').filter(|token| token.parse::<usize>().is_err()).collect();
        if kinds.len() > 2 {
            subject["at"] = kinds.join("/").into();
        }
    }
    in_order(report);
}
