//! What will be broken on a day ahead, if nothing is added to the record, is told with that day.

use std::collections::BTreeSet;

use samla::codes::Outcome;
use samla::record::Field;
use samla::report::{Options, Report};
use samla::settled::Settled;
use samla::{Charter, Day, Record};
use samla_tests::vectors;

use crate::records::{Judged, every};

/// So many days ahead are judged one by one.
const AHEAD: i64 = 40;

#[test]
fn what_breaks_on_a_day_ahead_is_told_with_that_day() {
    every(told_with_its_day);
}

/// A rule and one of its subjects.
type Named = (String, String);

fn told_with_its_day(judged: &Judged) -> Result<(), String> {
    let charter = charter(judged);
    let as_of = judged.options["as_of"].as_str().and_then(Day::parse).expect("a day");
    let record = Record::read(judged.record.to_string().as_bytes()).expect("a record");
    let options = Options { horizon: Some(AHEAD), ..Options::default() };
    let now = Settled::of(&record, &charter).check(as_of, options);
    let told: BTreeSet<(Named, Day)> = now
        .upcoming
        .iter()
        .flatten()
        .map(|duty| ((duty.rule.to_owned(), duty.subject.to_string()), duty.due))
        .collect();
    let mut known = broken(&now);
    // A duty that is due on the last day of the horizon is broken on the day after.
    for ahead in 1..=AHEAD + 1 {
        let day = as_of.plus_days(ahead);
        let mut then = record.clone();
        then.complete_to = Field::Known(day);
        for named in broken(&Settled::of(&then, &charter).check(day, Options::default())) {
            if known.insert(named.clone()) && !told.contains(&(named.clone(), day)) {
                return Err(format!("{named:?} breaks on {day}, which is not told"));
            }
        }
    }
    Ok(())
}

fn charter(judged: &Judged) -> Charter {
    let mut charter = Charter::read(&judged.charter().to_string()).expect("a charter");
    for (id, value) in judged.options.get("readings").and_then(|it| it.as_object()).into_iter().flatten() {
        charter = charter.with_reading(id, value).expect("a reading");
    }
    charter
}

fn broken(report: &Report) -> BTreeSet<Named> {
    let verdicts = report.verdicts.iter();
    let subjects = verdicts.flat_map(|verdict| verdict.subjects.iter().map(move |it| (verdict.rule, it)));
    let broken = subjects.filter(|(_, subject)| subject.outcome == Outcome::Broken);
    broken.map(|(rule, subject)| (rule.to_owned(), subject.subject.to_string())).collect()
}

#[test]
fn every_rule_that_can_be_not_due_has_a_duty_ahead() {
    let (mut wanted, mut told) = (BTreeSet::new(), BTreeSet::new());
    for file in vectors().values() {
        for case in &file.cases {
            let days = case.expect.due.values();
            if days.len() == 0 {
                continue;
            }
            wanted.insert(file.rule.clone());
            if told.contains(&file.rule) {
                continue;
            }
            let as_of = case.as_of.as_ref().unwrap_or(&file.as_of);
            let Ok(record) = Record::read(case.text(file).as_bytes()) else { continue };
            let options = Options { horizon: Some(400), ..Options::default() };
            let charter = case.charter();
            let report = Settled::of(&record, &charter).check(Day::parse(as_of).expect("a day"), options);
            told.extend(report.upcoming.into_iter().flatten().map(|duty| duty.rule.to_owned()));
        }
    }
    let silent: Vec<&String> = wanted.difference(&told).collect();
    assert!(silent.is_empty(), "no duty ahead of {silent:?}");
    assert!(wanted.len() > 10, "{wanted:?}");
}
