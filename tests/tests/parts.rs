//! A part says of itself what the whole record says of it, and every rule on a part says so in its file.

use std::collections::{BTreeMap, BTreeSet};

use samla::RuleId;
use samla::codes::Outcome;
use samla::part::{ChairTerms, MatterPart, Part, PartKind, PlanPart, Roster};
use samla::path::{Pointer, Token};
use samla::report::{Finding, Key, Options, RuleVerdict, Subject, Subjects};
use samla::rules;
use samla::{Charter, Day, Record, Report};
use samla_tests::vectors;

const KINDS: &[(PartKind, &str)] = &[
    (PartKind::Roster, "groups"),
    (PartKind::ChairTerms, "groups"),
    (PartKind::Matter, "matters"),
    (PartKind::Plan, "plans"),
];

/// Rules in the folder of a part that are not on it.
const ELSEWHERE: &[&str] = &[
    // Which group steers a NOSAM stands in the group, not in a matter.
    "N-STY-1",
];

#[test]
fn a_rule_in_the_folder_of_a_part_says_that_it_belongs_to_it() {
    let folders = [
        ("nosam/chair/", PartKind::ChairTerms),
        ("nosam/representation/", PartKind::Roster),
        ("nosam/decisions/", PartKind::Matter),
        ("plan/revision/", PartKind::Plan),
    ];
    let rooms: BTreeMap<String, String> =
        vectors().into_iter().map(|(room, file)| (file.rule, room)).collect();
    for rule in rules::all().filter(|rule| !ELSEWHERE.contains(&rule.id)) {
        for (folder, kind) in folders {
            if rooms[rule.id].starts_with(folder) {
                assert_eq!(rule.part, Some(kind), "{}", rule.id);
            }
        }
    }
}

#[test]
fn the_rules_of_a_part_are_in_document_order_and_no_rule_is_on_two_parts() {
    for (kind, _) in KINDS {
        let ids: Vec<RuleId> = kind.rules().map(|rule| rule.id.parse().expect("a rule")).collect();
        assert!(!ids.is_empty() && ids.is_sorted(), "{kind:?}: {ids:?}");
    }
    let of_parts = KINDS.iter().flat_map(|(kind, _)| kind.rules()).count();
    assert_eq!(of_parts, rules::all().filter(|rule| rule.part.is_some()).count());
}

/// Every record of the vectors of rules on a part, with its charter and day, and which part that is.
fn records() -> Vec<(String, PartKind, Record, Charter, Day)> {
    let mut records = Vec::new();
    for (room, file) in vectors() {
        let Some(kind) = rules::find(&file.rule).and_then(|rule| rule.part) else { continue };
        for case in &file.cases {
            let Ok(record) = Record::read(case.text(&file).as_bytes()) else { continue };
            let as_of = Day::parse(case.as_of.as_ref().unwrap_or(&file.as_of)).expect("a day");
            records.push((format!("{room}: {}", case.name), kind, record, case.charter(), as_of));
        }
    }
    records
}

/// The same place as seen from `section/place`.
fn seen_from(at: &Pointer, section: &str, place: usize) -> Pointer {
    let base = [Token::Key(section.into()), Token::Index(u32::try_from(place).expect("small"))];
    Pointer(at.0.strip_prefix(&base).unwrap_or(&at.0).to_vec())
}

fn is_about(subject: &Subject, section: &str, id: &str) -> bool {
    subject.section == section && subject.id.as_deref() == Some(id)
}

/// What the whole report says of one thing, as seen from it.
fn of_whole(
    report: &Report,
    kind: PartKind,
    section: &str,
    place: usize,
    id: &str,
) -> (Vec<Finding>, Vec<RuleVerdict>) {
    let rules: BTreeSet<&str> = kind.rules().map(|rule| rule.id).collect();
    let mut findings: Vec<Finding> = report
        .findings
        .iter()
        .filter(|it| rules.contains(it.rule) && is_about(&it.subject, section, id))
        .cloned()
        .collect();
    for finding in &mut findings {
        finding.at = seen_from(&finding.at, section, place);
        finding.related.iter_mut().for_each(|it| it.at = seen_from(&it.at, section, place));
    }
    let mut verdicts: Vec<RuleVerdict> =
        report.verdicts.iter().filter(|it| rules.contains(it.rule)).cloned().collect();
    for subjects in verdicts.iter_mut().map(|it| &mut it.subjects) {
        subjects.retain(|it| is_about(&it.subject, section, id));
        for subject in subjects {
            subject.at = seen_from(&subject.at, section, place);
            subject.lacks = subject.lacks.iter().map(|it| seen_from(it, section, place)).collect();
            subject.lacks.sort();
        }
    }
    (findings, verdicts)
}

/// Without regard to the order of the findings, which is by place.
fn same(mut a: Vec<Finding>, mut b: Vec<Finding>) -> bool {
    let by_text = |it: &Finding| serde_json::to_string(it).expect("JSON");
    a.sort_by_key(by_text);
    b.sort_by_key(by_text);
    a == b
}

fn agrees<P: Part>(
    name: &str,
    part: Option<P>,
    (section, place, id): (&str, usize, &str),
    whole: &Report,
    charter: &Charter,
    as_of: Day,
) -> bool {
    let part = part.expect("it has that id");
    let of_part = part.check(charter, as_of);
    let (findings, verdicts) = of_whole(whole, P::KIND, section, place, id);
    let told: Vec<Finding> = of_part.findings.iter().filter(|it| it.rule != "record").cloned().collect();
    assert!(
        same(told.clone(), findings.clone()),
        "{name}: {section}/{id}\npart  {told:#?}\nwhole {findings:#?}"
    );
    for (own, whole) in of_part.verdicts.iter().zip(&verdicts) {
        assert_eq!((own.rule, &own.subjects), (whole.rule, &whole.subjects), "{name}: {section}/{id}");
    }
    assert_eq!(of_part.verdicts.len(), verdicts.len());
    !findings.is_empty()
}

#[test]
fn a_part_is_told_what_the_whole_check_says_of_it() {
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    for (name, kind, record, charter, as_of) in records() {
        let options = Options { subjects: Subjects::All, ..Options::default() };
        let whole = samla::check_with(&record, &charter, as_of, options);
        every_subject_is_of_the_part(&name, kind, &whole);
        macro_rules! each {
            ($section:ident, $part:ident) => {
                let mut seen = BTreeSet::new();
                for (place, thing) in record.$section.known().into_iter().flatten().enumerate() {
                    let Some(id) = thing.known().and_then(|thing| thing.id.known()) else { continue };
                    let at = (stringify!($section), place, id.as_str());
                    // An id that something before it has names nothing.
                    if seen.insert(id)
                        && agrees(&name, $part::of(&record, id.as_str()), at, &whole, &charter, as_of)
                    {
                        *told.entry(stringify!($part)).or_default() += 1;
                    }
                }
            };
        }
        match kind {
            PartKind::Roster => {
                each!(groups, Roster);
            }
            PartKind::ChairTerms => {
                each!(groups, ChairTerms);
            }
            PartKind::Matter => {
                each!(matters, MatterPart);
            }
            PartKind::Plan => {
                each!(plans, PlanPart);
            }
            _ => panic!("{kind:?} is not tried"),
        }
    }
    assert!(told.len() == 4 && told.values().all(|count| *count > 10), "{told:?}");
}

fn every_subject_is_of_the_part(name: &str, kind: PartKind, whole: &Report) {
    let (_, section) = KINDS.iter().find(|(known, _)| *known == kind).expect("a section");
    let rules: BTreeSet<&str> = kind.rules().map(|rule| rule.id).collect();
    for verdict in whole.verdicts.iter().filter(|it| rules.contains(it.rule)) {
        for subject in &verdict.subjects {
            // P-PLAN-1 judges the period of activity plans, too.
            let other = verdict.rule == "P-PLAN-1" && subject.subject.section == "activity_plans";
            // What cannot be read of a section is told of the whole alone.
            if subject.subject.id.is_none() && subject.subject.key == Key::Whole {
                continue;
            }
            let own = subject.subject.section == *section;
            assert!(own || other, "{name}: {} {}", verdict.rule, subject.subject);
        }
    }
}

const GOOD: &str = include_str!("../../core/src/example/good.json");

fn good() -> (Record, Charter, Day) {
    let record = Record::read(GOOD.as_bytes()).expect("the example");
    (record, Charter::samla_2023(), Day::new(2024, 12, 31).expect("a day"))
}

#[test]
fn the_parts_of_the_good_example_are_valid() {
    let (record, charter, as_of) = good();
    for id in ["nosam-alingsas", "nosam-lerum"] {
        let valid = Roster::of(&record, id).expect("a group").validate(&charter, as_of).expect("valid");
        assert_eq!(valid.group.id.known().map(|id| id.as_str()), Some(id), "it is read like the roster");
        ChairTerms::of(&record, id).expect("a group").validate(&charter, as_of).expect("valid");
    }
}

#[test]
fn a_part_that_cannot_be_told_or_has_nothing_to_judge_does_not_pass() {
    let (record, charter, as_of) = good();
    let mut terms = ChairTerms::of(&record, "nosam-lerum").expect("a group");
    terms.group.offices = samla::record::Field::Absent;
    let invalid = terms.validate(&charter, as_of).expect_err("who chairs is not said");
    assert_eq!(invalid.report.counts.error, 0);
    assert!(invalid.to_string().contains("cannot be told without /offices"), "{invalid}");
    assert!(Roster::default().validate(&charter, as_of).is_err(), "nothing judged is never valid");
}

#[test]
fn a_waived_breach_passes_and_stays_with_the_part() {
    let (mut record, charter, as_of) = good();
    let id = "nosam-alingsas";
    if let samla::record::Field::Known(groups) = &mut record.groups {
        for group in groups.iter_mut() {
            let samla::record::Field::Known(group) = group else { continue };
            let samla::record::Field::Known(members) = &mut group.members else { continue };
            if group.id.known().is_some_and(|own| own.as_str() == id) {
                members.retain(|row| {
                    row.known().and_then(|row| row.functions.known()).is_none_or(|functions| {
                        !functions.iter().any(|it| {
                            it.known() == Some(&samla::codes::MemberFunction::PublicHealthCoordinator)
                        })
                    })
                });
            }
        }
    }
    let broken =
        Roster::of(&record, id).expect("a group").validate(&charter, as_of).expect_err("a seat is empty");
    assert!(broken.report.findings.iter().any(|it| it.rule == "N-REP-12" && it.at.to_string() == "/members"));
    record.waivers = [samla::record::Waiver {
        rule: "N-REP-12".into(),
        decided_by: [id].into(),
        on: "2024-01-15".into(),
        from: "2024-01-15".into(),
        to: "2025-01-15".into(),
        reason: "the post is vacant".into(),
        ..Default::default()
    }]
    .into();
    let valid = Roster::of(&record, id).expect("a group").validate(&charter, as_of).expect("waived");
    let waived: Vec<_> = valid.waived().map(|it| (it.rule, it.outcome)).collect();
    assert_eq!(waived, [("N-REP-12", Outcome::Waived)]);
    assert_eq!(serde_json::to_value(&valid).expect("JSON"), serde_json::to_value(&*valid).expect("JSON"));
}

#[test]
fn a_part_read_from_its_own_json_is_the_same_part_and_its_places_are_those_of_the_text() {
    let (record, charter, as_of) = good();
    let roster = Roster::of(&record, "nosam-lerum").expect("a group");
    let text = serde_json::to_vec(&roster).expect("JSON");
    let read = Roster::read(&text).expect("JSON");
    assert_eq!((&read.group, &read.around), (&roster.group, &roster.around));

    let text =
        br#"{"id": "n", "kind": "nosam", "membres": [], "members": [{"person": "kim", "from": "2024-02-30"}],
                    "organisations": [{"id": "o"}], "organisations": []}"#;
    let report = Roster::read(text).expect("JSON").check(&charter, as_of);
    let places: Vec<String> =
        report.findings.iter().filter(|it| it.rule == "record").map(|it| it.at.to_string()).collect();
    assert_eq!(places, ["/membres", "/organisations", "/members/0/from"]);
}
