//! No dead ends: what a subject waits for is told somewhere.

use serde_json::Value;

use crate::records::{Judged, every, every_vector, report};

#[test]
fn what_a_subject_waits_for_is_told_or_cannot_be_told_either() {
    every(|judged| no_dead_end(&told(judged)));
}

#[test]
fn no_vector_has_a_dead_end() {
    every_vector(|judged| no_dead_end(&told(judged)));
}

/// The report without what is to come, which no subject waits for.
fn told(judged: &Judged) -> Value {
    let mut options = judged.options.clone();
    options.remove("horizon_days");
    report(&judged.record, &options)
}

/// What `because` names has a finding that is no remark, or a subject that is itself undetermined.
fn no_dead_end(report: &Value) -> Result<(), String> {
    let list = |value: &'static str| report[value].as_array().into_iter().flatten();
    let told = |rule: &Value| list("findings").any(|it| it["rule"] == *rule && it["outcome"] != "holds");
    let remarked = |rule: &Value| list("findings").any(|it| it["rule"] == *rule);
    for verdict in list("verdicts") {
        for subject in verdict["subjects"].as_array().into_iter().flatten() {
            let Some(cause) = subject.get("because").filter(|it| !it.is_null()) else { continue };
            let open = |verdict: &&Value| {
                let subjects = verdict["subjects"].as_array().into_iter().flatten();
                // What cannot be told and is waived has no finding, but stands as waived.
                let is_open = |it: &Value| it["outcome"] == "undetermined" || it["outcome"] == "waived";
                verdict["rule"] == *cause && subjects.clone().any(is_open)
            };
            // What cannot be read may be told as a remark, too.
            let found = if cause == "record" { remarked(cause) } else { told(cause) };
            if !found && list("verdicts").find(open).is_none() {
                return Err(format!(
                    "{} waits for {cause}, and nobody tells that: {subject}",
                    verdict["rule"]
                ));
            }
        }
    }
    Ok(())
}
