//! A report is the same to the byte each time, in the promised order, and points at places that are there.

use serde_json::Value;

use crate::records::every;
use crate::spoil::plain;

#[test]
fn a_report_is_the_same_each_time_in_order_and_points_into_the_record() {
    every(|judged| well_told(&judged.record, &Value::Object(judged.options.clone()).to_string()));
}

/// Judges a record twice and looks at the report.
pub(crate) fn well_told(record: &Value, options: &str) -> Result<(), String> {
    let [text, again] =
        [(); 2].map(|()| samla::json::check(record.to_string().as_bytes(), options).expect("a report"));
    if text != again {
        return Err("the same record gives two reports".to_owned());
    }
    let report: Value = serde_json::from_str(&text).expect("a report is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let findings = list(&report["findings"]);
    for finding in &findings {
        let at = finding["at"].as_str().expect("a pointer");
        let path: Vec<String> = at.split('/').skip(1).map(plain).collect();
        let said: Vec<String> = list(&finding["path"])
            .iter()
            .map(|step| step.as_str().map_or_else(|| step.to_string(), str::to_owned))
            .collect();
        if path != said {
            return Err(format!("{at} and {said:?} are two places"));
        }
        let related = list(&finding["related"]).into_iter().map(|related| related["at"].clone());
        for at in related.chain([finding["at"].clone()]).chain(finding.get("waiver").cloned()) {
            if record.pointer(at.as_str().expect("a pointer")).is_none() {
                return Err(format!("nothing stands at {at}: {finding}"));
            }
        }
    }
    for pair in findings.windows(2) {
        if order(&pair[0]) > order(&pair[1]) {
            return Err(format!("{} before {}", pair[0], pair[1]));
        }
    }
    for subject in list(&report["verdicts"]).iter().flat_map(|verdict| list(&verdict["subjects"])) {
        let at = subject["at"].as_str().expect("a pointer");
        // What is lacking may be absent, but stands in something that is there.
        let lacks = list(&subject["lacks"]);
        let parents =
            lacks.iter().map(|at| at.as_str().and_then(|at| at.rsplit_once('/')).map_or("", |it| it.0));
        for at in parents.chain([at]) {
            if record.pointer(at).is_none() {
                return Err(format!("nothing stands at {at:?}: {subject}"));
            }
        }
    }
    Ok(())
}

/// Length, path, severity, rule and subject, in the form in which they compare.
type Order = (usize, Vec<(bool, u64, String)>, u8, String, String);

fn order(finding: &Value) -> Order {
    let path = finding["path"].as_array().expect("a path");
    let step = |step: &Value| match step {
        Value::Number(number) => (false, number.as_u64().expect("an index"), String::new()),
        step => (true, 0, step.as_str().expect("a key").to_owned()),
    };
    let text = |name: &str| finding[name].as_str().expect("a text").to_owned();
    let severity = ["error", "warning", "advice", "info"].iter().position(|it| finding["severity"] == **it);
    let severity = u8::try_from(severity.expect("a severity")).expect("small");
    (path.len(), path.iter().map(step).collect(), severity, text("rule"), text("subject"))
}
