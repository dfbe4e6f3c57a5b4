//! Every vector, judged in Rust.

use samla_tests::{Case, Expected, ExpectedFinding, VectorFile, vectors};
use serde_json::Value;

#[test]
fn every_vector_is_judged_as_it_says() {
    let mut wrong = Vec::new();
    let mut judged = 0;
    for (name, file) in vectors() {
        for case in &file.cases {
            judged += 1;
            for complaint in judge(&file, case) {
                wrong.push(format!("{name}: {}: {complaint}", case.name));
            }
        }
    }
    assert!(judged > 0, "there are vectors");
    assert!(wrong.is_empty(), "{} of {judged} vectors are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn judge(file: &VectorFile, case: &Case) -> Vec<String> {
    let report = match samla::json::check(case.text(file).as_bytes(), &case.options(file)) {
        Ok(report) => report,
        Err(error) => return vec![error.to_string()],
    };
    let report: Value = serde_json::from_str(&report).expect("a report is JSON");
    let mut wrong = Vec::new();
    let expect = &case.expect;
    of_rule(&report, "record", &expect.problems, &mut wrong);
    if file.rule != "record" {
        of_rule(&report, &file.rule, &expect.findings, &mut wrong);
        verdict(&report, &file.rule, expect, &mut wrong);
    }
    wrong
}

/// The findings of one rule are those expected, in order.
fn of_rule(report: &Value, rule: &str, expected: &[ExpectedFinding], wrong: &mut Vec<String>) {
    let findings: Vec<&Value> =
        report["findings"].as_array().into_iter().flatten().filter(|it| it["rule"] == rule).collect();
    if findings.len() != expected.len() {
        let said: Vec<String> = findings
            .iter()
            .map(|it| format!("{} {} {}: {}", it["severity"], it["at"], it["subject"], it["en"]))
            .collect();
        wrong.push(format!("{} findings of {rule}, not {}: {said:#?}", findings.len(), expected.len()));
        return;
    }
    for (finding, expected) in findings.into_iter().zip(expected) {
        let mut same = |what: &str, said: &Value, wanted: &Value| {
            if said != wanted {
                wrong.push(format!("{what} of {rule} is {said}, not {wanted} ({})", finding["en"]));
            }
        };
        same("severity", &finding["severity"], &expected.severity.as_str().into());
        same("at", &finding["at"], &expected.at.as_str().into());
        same("reading", &finding["reading"], &expected.reading.clone().map_or(Value::Null, Value::String));
        if let Some(subject) = &expected.subject {
            same("subject", &finding["subject"], &subject.as_str().into());
        }
        if let Some(outcome) = &expected.outcome {
            same("outcome", &finding["outcome"], &outcome.as_str().into());
        }
        for (name, days) in [("key_days", &expected.key_days), ("lasts", &expected.lasts)] {
            if let Some(days) = days {
                same(name, &finding[name], days);
            }
        }
        for (name, value) in &expected.params {
            same(name, &finding["params"][name], value);
        }
        for (lang, part) in [("sv", &expected.sv), ("en", &expected.en)] {
            let says = finding[lang].as_str().unwrap_or_default();
            if part.as_ref().is_some_and(|part| !says.contains(part.as_str())) {
                wrong.push(format!(
                    "{lang} of {rule} is «{says}», without «{}»",
                    part.as_deref().unwrap_or_default()
                ));
            }
        }
    }
}

fn verdict(report: &Value, rule: &str, expect: &Expected, wrong: &mut Vec<String>) {
    let verdict = report["verdicts"].as_array().into_iter().flatten().find(|it| it["rule"] == rule);
    let Some(verdict) = verdict else {
        wrong.push(format!("there is no rule {rule}"));
        return;
    };
    let outcome = expect.outcome.as_deref().unwrap_or_default();
    if verdict["outcome"] != outcome {
        wrong.push(format!("{rule} is {}, not {outcome}: {}", verdict["outcome"], verdict["subjects"]));
    }
    let subject =
        |name: &str| verdict["subjects"].as_array().into_iter().flatten().find(|it| it["subject"] == name);
    let mut same = |name: &str, field: &str, wanted: Value| {
        let said = subject(name).map_or(&Value::Null, |it| &it[field]);
        if *said != wanted {
            wrong.push(format!(
                "{field} of {name} is {said}, not {wanted}; subjects: {}",
                verdict["subjects"]
            ));
        }
    };
    for (name, outcome) in &expect.subjects {
        same(name, "outcome", outcome.as_str().into());
    }
    for (name, lacks) in &expect.lacks {
        same(name, "lacks", lacks.clone().into());
    }
    for (name, because) in &expect.because {
        same(name, "because", because.as_str().into());
    }
    for (name, due) in &expect.due {
        same(name, "due", due.as_str().into());
    }
}
