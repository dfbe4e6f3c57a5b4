//! Whether the holder of an office is a member who may hold it.

use super::counts;
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::WhoMayChair;
use crate::codes::{OfficeKind, Severity};
use crate::index::Context;
use crate::record::{Group, Member, Office, Period, PersonId, Ref, is_spelt_alike};
use crate::rules::judge::{Part, Verdict};
use crate::words;
use crate::words::{Param, Words};

/// The holder is an ordinary member throughout the judged days of the term.
pub(super) fn ordinary<'a>(
    cx: &Context<'a>,
    (group, office): (Ref<'a, Group>, OfficeKind),
    row: Ref<'a, Office>,
    held: Span,
    verdict: &mut Verdict<'a>,
) {
    let person = match row.person().read() {
        Ok(person) => person.as_str(),
        Err(lacks) => return verdict.lacks(lacks),
    };
    let (missing, lacks) = uncovered(group, person, held, cx.charter.readings.who_may_chair);
    if missing.is_empty() {
        if let Some(lacks) = lacks {
            verdict.lacks(lacks);
        }
        return;
    }
    let other = match cx.charter.readings.who_may_chair {
        WhoMayChair::OrdinaryWithSide => WhoMayChair::AnyoneButProcessLeader,
        WhoMayChair::AnyoneButProcessLeader => WhoMayChair::OrdinaryWithSide,
    };
    let by_reading = uncovered(group, person, held, other).0.is_empty();
    let near = spelt_alike(cx, group, person);
    let parts = verdict.day_by_day(&missing);
    // Where no waiver covers any of them the first days say enough.
    let apart = parts.iter().any(Part::is_waived);
    let told: Vec<&[Part]> = if apart { parts.chunks(1).collect() } else { vec![&parts] };
    for some in told {
        let Some(first) = some.first() else { continue };
        let words = no_member(cx, person, office, first.days);
        let words = match near {
            Some(member) => words.then(words! { near = cx.holder(member.person());
            sv: ", bland ledamöterna står {near}",
            en: ", among the members there is {near}" }),
            None => words,
        };
        let mut told = verdict.breaks(Severity::Error, row.path, words).lasts(some);
        if let Some(member) = near {
            told = told.related(member.person().path, "near");
        }
        if by_reading {
            told.reading("A-22");
        }
    }
}

/// The row of another member whose id is spelt almost as that of a person without a row, where they may be one.
fn spelt_alike<'a>(cx: &Context<'a>, group: Ref<'a, Group>, person: &str) -> Option<Ref<'a, Member>> {
    let is = |row: &Ref<'a, Member>, like: &dyn Fn(&str) -> bool| {
        row.person().known().is_some_and(|other| like(other.as_str()))
    };
    let rows = || group.members().items();
    if rows().any(|row| is(&row, &|other| other == person)) {
        return None;
    }
    let mut entries = cx.record.people().items().filter_map(|entry| entry.id().known());
    // Who has an entry of its own is another.
    if entries.any(|id| id.as_str() == person) {
        return None;
    }
    rows().find(|row| is(row, &|other| is_spelt_alike(other, person)))
}

/// Says that the holder is no member who may hold the office.
fn no_member(cx: &Context<'_>, person: &str, office: OfficeKind, gap: Span) -> Words {
    match cx.charter.readings.who_may_chair {
        WhoMayChair::OrdinaryWithSide => {
            let gap = if cx.lasts(gap) { Param::Since(gap) } else { Param::Span(gap) };
            words! { person = cx.person(person), office = office, gap = gap;
            sv: "{person} är {office} men inte ordinarie ledamot {gap}",
            en: "{person} is {office} but no ordinary member {gap}" }
        }
        WhoMayChair::AnyoneButProcessLeader => {
            words! { person = cx.person(person), office = office, gap = gap;
            sv: "{person} får inte vara {office} {gap}: den som är det sitter i NOSAM och är inte processledare",
            en: "{person} may not be {office} {gap}: the holder sits in NOSAM and is no process leader" }
        }
    }
}

/// The days of `held` on which the person is certainly not entitled, and what leaves others unsure.
fn uncovered<'a>(
    group: Ref<'a, Group>,
    person: &'a str,
    held: Span,
    reading: WhoMayChair,
) -> (Vec<Span>, Option<Lacks>) {
    let mut sure = Vec::new();
    let mut possible = Vec::new();
    let mut lacks = group.members().unread();
    if lacks.is_some() {
        possible.push(Span::default());
    }
    let mut unsure = |lacks_here: Lacks, days: Span| {
        possible.push(days);
        lacks = Some(lacks.take().unwrap_or_default().and(lacks_here));
    };
    for member in group.members().items() {
        match member.person().read().map(PersonId::as_str) {
            _ if counts(member, reading).is_no() => continue,
            Ok(other) if other != person => continue,
            Ok(_) => {}
            Err(lacks) => {
                unsure(lacks, member.possible());
                continue;
            }
        }
        match (counts(member, reading), member.span()) {
            (Answer::No, _) => {}
            (Answer::Yes, Ok(days)) => {
                sure.push(days);
                unsure(Lacks::default(), days);
            }
            (Answer::Unknown(lacks), Ok(days)) => unsure(lacks, days),
            (_, Err(lacks)) => {
                unsure(lacks, member.possible());
            }
        }
    }
    let missing = held.gaps(&possible);
    let open = held.gaps(&sure).is_empty();
    (missing, lacks.filter(|lacks| !open && !lacks.is_empty()))
}
