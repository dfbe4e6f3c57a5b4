//! Whether the holder of an office is a member who may hold it.

use super::counts;
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::WhoMayChair;
use crate::codes::{OfficeKind, Severity};
use crate::index::Context;
use crate::record::{Group, Office, Period, PersonId, Ref};
use crate::rules::judge::Verdict;
use crate::words;

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
    let Some(gap) = missing else {
        if let Some(lacks) = lacks {
            verdict.lacks(lacks);
        }
        return;
    };
    let other = match cx.charter.readings.who_may_chair {
        WhoMayChair::OrdinaryWithSide => WhoMayChair::AnyoneButProcessLeader,
        WhoMayChair::AnyoneButProcessLeader => WhoMayChair::OrdinaryWithSide,
    };
    let words = match cx.charter.readings.who_may_chair {
        WhoMayChair::OrdinaryWithSide => words! { person = cx.person(person), office = office, gap = gap;
        sv: "{person} är {office} men inte ordinarie ledamot {gap}",
        en: "{person} is {office} but no ordinary member {gap}" },
        WhoMayChair::AnyoneButProcessLeader => {
            words! { person = cx.person(person), office = office, gap = gap;
            sv: "{person} får inte vara {office} {gap}, utan att sitta i NOSAM eller som processledare",
            en: "{person} may not be {office} {gap}, without a seat in NOSAM or as process leader" }
        }
    };
    let told = verdict.breaks(Severity::Error, row.path, words);
    if uncovered(group, person, held, other).0.is_none() {
        told.reading("A-22");
    }
}

/// The first days of `held` on which the person is certainly not entitled, and what leaves others unsure.
fn uncovered<'a>(
    group: Ref<'a, Group>,
    person: &'a str,
    held: Span,
    reading: WhoMayChair,
) -> (Option<Span>, Option<Lacks>) {
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
    let missing = held.gaps(&possible).first().copied();
    let open = held.gaps(&sure).is_empty();
    (missing, lacks.filter(|lacks| !open && !lacks.is_empty()))
}
