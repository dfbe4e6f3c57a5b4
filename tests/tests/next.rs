//! What is proposed holds when it is done: the next chair and the next meeting.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use samla::chair::{self, NextChair, NoNextChair};
use samla::codes::Outcome;
use samla::codes::{GroupKind, MeetingKind, OfficeKind};
use samla::part::{ChairTerms, Part};
use samla::record::{Field, Group, Meeting, Member, Office, PersonId, Recess, Record};
use samla::report::Finding;
use samla::{Charter, Day, meetings};

const GOOD: &str = include_str!("../../core/src/example/good.json");

fn good() -> Record {
    Record::read(GOOD.as_bytes()).expect("the example")
}

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(2017),
        failure_persistence: None,
        ..ProptestConfig::default()
    })
}

fn group<'r>(record: &'r mut Record, id: &str) -> &'r mut Group {
    let Field::Known(groups) = &mut record.groups else { panic!("the example has groups") };
    let group = groups.iter_mut().find_map(|group| match group {
        Field::Known(group) if group.id.known().is_some_and(|own| own.as_str() == id) => Some(group),
        _ => None,
    });
    group.expect("the example has it")
}

fn offices<'r>(record: &'r mut Record, id: &str) -> &'r mut Vec<Field<Office>> {
    let Field::Known(rows) = &mut group(record, id).offices else { panic!("it has offices") };
    rows
}

fn known(row: &mut Field<Office>) -> &mut Office {
    let Field::Known(row) = row else { panic!("a row") };
    row
}

// ── The chair ──

#[test]
fn the_vice_chair_takes_over_the_day_after_the_recorded_end() {
    let next =
        chair::next(&good(), &Charter::samla_2023(), "nosam-alingsas", day("2024-12-31")).expect("a chair");
    assert_eq!(next.person(), &PersonId::from("berit"));
    assert_eq!((next.from(), next.to()), (day("2025-03-01"), day("2026-02-28")));
}

#[test]
fn without_a_recorded_end_a_full_term_ends_it_and_the_tolerance_is_told() {
    let mut record = good();
    let last = offices(&mut record, "nosam-lerum").len() - 2;
    let row = known(&mut offices(&mut record, "nosam-lerum")[last]);
    assert_eq!(row.office.known(), Some(&OfficeKind::Chair));
    row.to = Field::Absent;
    let charter = Charter::samla_2023();
    let next = chair::next(&record, &charter, "nosam-lerum", day("2024-12-31")).expect("a chair");
    assert_eq!(next.from(), day("2025-09-01"));
    // 31 days to either side are right.
    assert_eq!(next.handover().from, Some(day("2025-08-01")));
    assert_eq!(next.handover().to(), Some(day("2025-10-02")));
    let calendar = charter.with_reading("A-20", &"calendar_year".into()).expect("a reading");
    let next = chair::next(&record, &calendar, "nosam-lerum", day("2024-12-31")).expect("a chair");
    assert_eq!((next.from(), next.to()), (day("2025-01-01"), day("2025-12-31")));
    // By calendar years nobody takes over in the middle of one.
    let Err(NoNextChair::Refused(findings)) =
        chair::next(&good(), &calendar, "nosam-lerum", day("2024-12-31"))
    else {
        panic!("a term from 2025-09-01 is no calendar year")
    };
    assert_eq!(findings.iter().map(|it| it.rule).collect::<Vec<_>>(), ["N-ORD-3"]);
}

#[test]
fn nobody_but_the_vice_chair_takes_over_and_the_clause_says_so() {
    let charter = Charter::samla_2023();
    let other = NextChair::new(&good(), &charter, "nosam-lerum", &"karna".into(), day("2025-09-01"));
    let Err(NoNextChair::Refused(findings)) = &other else { panic!("{other:?}") };
    assert!(findings.iter().any(|it| it.rule == "N-ORD-4"), "{findings:?}");
    assert!(other.expect_err("refused").to_string().contains("[N-ORD-4]"));
    let vice = NextChair::new(&good(), &charter, "nosam-lerum", &"edla".into(), day("2025-09-01"));
    assert_eq!(vice.expect("the vice chair").from(), day("2025-09-01"));
}

#[test]
fn a_vice_chair_of_the_same_side_does_not_take_over() {
    let mut record = good();
    // A colleague of the chair's becomes vice chair.
    let Field::Known(members) = &mut group(&mut record, "nosam-lerum").members else { panic!("members") };
    let mut rows = members.iter().filter_map(|row| row.known());
    let of_chair = rows.find(|row| row.person.known() == Some(&"ragnar".into())).expect("a member");
    let colleague = Member { person: "colleague".into(), ..of_chair.clone() };
    members.push(colleague.into());
    let vice = offices(&mut record, "nosam-lerum").last_mut().expect("a row");
    known(vice).person = "colleague".into();
    let next = chair::next(&record, &Charter::samla_2023(), "nosam-lerum", day("2024-12-31"));
    let Err(NoNextChair::Refused(findings)) = next else { panic!("{next:?}") };
    let rules: Vec<&str> = findings.iter().map(|it| it.rule).collect();
    assert_eq!(rules, ["N-ORD-2"], "{findings:?}");
}

#[test]
fn what_is_not_known_is_an_error_and_no_guess() {
    let charter = Charter::samla_2023();
    let as_of = day("2024-12-31");
    assert_eq!(chair::next(&good(), &charter, "nobody", as_of), Err(NoNextChair::NoGroup));
    let mut record = good();
    let vice = offices(&mut record, "nosam-lerum").len() - 1;
    known(&mut offices(&mut record, "nosam-lerum")[vice]).to = "2025-05-31".into();
    let Err(NoNextChair::Unclear(unclear)) = chair::next(&record, &charter, "nosam-lerum", as_of) else {
        panic!()
    };
    assert_eq!(unclear.because, Some("N-ORD-1"), "nobody is vice chair on the day before");
    known(&mut offices(&mut record, "nosam-lerum")[vice]).to = "2025-02-30".into();
    let Err(NoNextChair::Unclear(unclear)) = chair::next(&record, &charter, "nosam-lerum", as_of) else {
        panic!()
    };
    assert_eq!(unclear.because, Some("record"));
}

/// Breaches of the rules on the chair that stand at the last row of the offices.
fn breaches_of_last_row(record: &Record, id: &str, charter: &Charter, as_of: Day) -> Vec<Finding> {
    let terms = ChairTerms::of(record, id).expect("a group");
    let row = format!("/offices/{}", terms.group.offices.known().map_or(0, Vec::len) - 1);
    let report = terms.check(charter, as_of);
    let of_row = |it: &Finding| {
        it.outcome == Outcome::Broken
            && it.at.to_string().starts_with(&row)
            && ["N-ORD-2", "N-ORD-3", "N-ORD-4", "N-ORD-5"].contains(&it.rule)
    };
    report.findings.into_iter().filter(of_row).collect()
}

#[test]
fn a_proposed_chair_breaks_no_rule_on_the_chair_when_the_term_is_served() {
    let change = (0..4_usize, -500..500_i64, 0..4_u8);
    let cases = (prop::collection::vec(change, 0..4), 0..1200_i64, any::<bool>(), any::<bool>());
    let (proposed, refused) = (Cell::new(0), Cell::new(0));
    runner(150)
        .run(&cases, |(changes, later, calendar_year, private)| {
            let mut record = good();
            for (place, days, what) in changes {
                let row = known(&mut offices(&mut record, "nosam-lerum")[place]);
                let moved = |field: &Field<Day>| field.known().map(|day| day.plus_days(days));
                match what {
                    0 => row.to = Field::Absent,
                    1 => row.to = moved(&row.to).into(),
                    2 => row.from = moved(&row.from).into(),
                    _ => row.person = ["karna", "ragnar", "edla", "nobody"][place].into(),
                }
            }
            let mut charter = Charter::samla_2023();
            if calendar_year {
                charter = charter.with_reading("A-20", &"calendar_year".into()).expect("a reading");
            }
            if private {
                charter = charter.with_reading("A-19", &"own_side".into()).expect("a reading");
            }
            let as_of = day("2023-09-01").plus_days(later);
            let Ok(next) = chair::next(&record, &charter, "nosam-lerum", as_of) else {
                refused.set(refused.get() + 1);
                return Ok(());
            };
            proposed.set(proposed.get() + 1);
            // The others leave the day before, and what was recorded of later days has not come about.
            let eve = next.from().plus_days(-1);
            let rows = offices(&mut record, "nosam-lerum");
            rows.retain(|row| {
                row.known().and_then(|row| row.from.known()).is_none_or(|from| *from < next.from())
            });
            for row in rows.iter_mut().map(known) {
                if row.to.known().is_none_or(|to| eve < *to) {
                    row.to = eve.into();
                }
            }
            rows.push(next.office().into());
            let told = breaches_of_last_row(&record, "nosam-lerum", &charter, next.to());
            prop_assert!(told.is_empty(), "{next:?}\n{told:#?}");
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(proposed.get() > 30 && refused.get() > 10, "{proposed:?} proposed, {refused:?} refused");
}

// ── Meetings ──

fn with_meetings(days: &[Day], recesses: &[(Day, Day)]) -> Record {
    Record {
        groups: [Group { id: "nosam-a".into(), kind: GroupKind::Nosam.into(), ..Group::default() }].into(),
        recesses: recesses
            .iter()
            .map(|(from, to)| Recess { from: (*from).into(), to: (*to).into(), ..Recess::default() })
            .collect(),
        meetings: days
            .iter()
            .enumerate()
            .map(|(place, day)| Meeting {
                id: format!("m{place}").as_str().into(),
                groups: ["nosam-a"].into(),
                kind: MeetingKind::Ordinary.into(),
                start: (*day).into(),
                ..Meeting::default()
            })
            .collect(),
        ..Record::default()
    }
}

fn cadence_is_broken(record: &Record, charter: &Charter, as_of: Day) -> bool {
    let report = samla::check(record, charter, as_of);
    report.findings.iter().any(|it| it.rule == "N-MOT-2" && it.outcome == Outcome::Broken)
}

fn charters() -> [Charter; 2] {
    let weeks = Charter::samla_2023();
    let days = weeks.with_reading("A-29", &"days".into()).expect("a reading");
    [weeks, days]
}

#[test]
fn without_recess_both_ends_are_right_and_a_day_more_is_not() {
    for charter in charters() {
        for later in 0..21 {
            let last = day("2026-11-20").plus_days(later);
            let next = meetings::after(&with_meetings(&[], &[]), &charter, last).expect("days");
            let (earliest, latest) = (next.earliest().expect("a day"), next.latest().expect("a day"));
            for (met, broken) in [
                (earliest.plus_days(-1), true),
                (earliest, false),
                (latest, false),
                (latest.plus_days(1), true),
            ] {
                let record = with_meetings(&[last, met], &[]);
                assert_eq!(cadence_is_broken(&record, &charter, met), broken, "{last} {met}");
            }
        }
    }
}

#[test]
fn a_meeting_on_a_proposed_day_holds_whatever_the_recesses() {
    let recess = (0..150_i64, 0..70_i64);
    let cases =
        (0..400_i64, prop::collection::vec(recess, 0..4), any::<prop::sample::Index>(), any::<bool>());
    let tried = Cell::new(0);
    runner(200)
        .run(&cases, |(start, recesses, pick, in_days)| {
            let [weeks, days] = charters();
            let charter = if in_days { days } else { weeks };
            let last = day("2024-01-01").plus_days(start);
            let recesses: Vec<(Day, Day)> = recesses
                .into_iter()
                .map(|(from, long)| (last.plus_days(from), last.plus_days(from + long)))
                .collect();
            let next = meetings::next(&with_meetings(&[last], &recesses), &charter, "nosam-a", last)
                .expect("one meeting is known");
            prop_assert_eq!(next.after, last);
            let right: Vec<Day> = next
                .days
                .iter()
                .flat_map(|span| {
                    (0..span.days().expect("closed")).map(|n| span.from.expect("closed").plus_days(n))
                })
                .collect();
            if right.is_empty() {
                return Ok(());
            }
            tried.set(tried.get() + 1);
            let met = right[pick.index(right.len())];
            prop_assert!(recesses.iter().all(|(from, to)| met < *from || *to < met), "{met} is in a recess");
            let record = with_meetings(&[last, met], &recesses);
            prop_assert!(!cadence_is_broken(&record, &charter, met), "{last} {met} {recesses:?}");
            // The eve of the meeting is not too late either.
            let record = with_meetings(&[last], &recesses);
            prop_assert!(!cadence_is_broken(&record, &charter, met), "{last} {met} {recesses:?}");
            let first_week = next.weeks()[0];
            prop_assert_eq!(first_week, right[0].iso_week());
            Ok(())
        })
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(tried.get() > 150, "{tried:?}");
}

#[test]
fn a_meeting_that_may_count_or_none_at_all_leaves_the_next_one_open() {
    let charter = Charter::samla_2023();
    let as_of = day("2024-12-31");
    assert!(meetings::next(&with_meetings(&[], &[]), &charter, "nosam-a", as_of).is_err());
    let mut record = with_meetings(&[day("2024-11-04"), day("2024-12-09")], &[]);
    let last = meetings::next(&record, &charter, "nosam-a", as_of).expect("known").after;
    assert_eq!(last, day("2024-12-09"));
    if let Field::Known(list) = &mut record.meetings
        && let Field::Known(second) = &mut list[1]
    {
        second.kind = serde_json::from_value(serde_json::json!("ordinarie")).expect("any value");
    }
    let unclear =
        meetings::next(&record, &charter, "nosam-a", as_of).expect_err("it may be an extra meeting");
    assert_eq!(unclear.to_string(), "It cannot be told without /meetings/1/kind");
}
