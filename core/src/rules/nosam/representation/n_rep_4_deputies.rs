//! N-REP-4: no deputies are appointed.

use super::{Participant, PersonCase, people};
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::DeputyBan;
use crate::index::{Context, status};
use crate::record::{Attendance, Meeting, MemberStatus, Period, PersonId, Ref};
use crate::report::{Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-REP-4",
    clauses: ["N-REP-4"],
    severities: [Error, Advice, Info],
    partition_by: Group,
    part: Roster,
    each: members_and_stand_ins,
    check: check,
    sv: {
        norm: "I NOSAM utses inga ersättare",
        why: "Samma person möte efter möte ger kontinuitet, och var och en bär själv sitt mandat.",
        reading: "Den som har varit ersättare någon dag från planens första dag till den dag som prövningen gäller är ett fel; ett uppdrag som tog slut dagen före planens första dag prövas inte. En efterträdare är ingen ersättare. Den som någon gång går på ett möte i en annans ställe utan att själv vara med i gruppen den dagen har inte utsetts och ger ett råd, men ett fel om förbudet läses så att det omfattar alla inhopp (A-33). Den som själv är med i gruppen får företräda en annan, till exempel vice ordföranden. Andra grupper prövas inte.",
        example: "En vårdcentral utser en ersättare för sin verksamhetschef: fel. En kollega går på ett enda möte i chefens ställe: råd.",
    },
    en: {
        norm: "No deputies are appointed in NOSAM",
        why: "The same person meeting after meeting gives continuity, and everyone carries a mandate of their own.",
        reading: "Who has been a deputy on any day from the first day of the plan to the as-of day is an error; an appointment that ended the day before the plan began is not judged. A successor is no deputy. Who attends a meeting in another's place without being in the group that day was not appointed and gives an advice, but an error where the ban is read to cover every stand-in (A-33). Who is in the group may stand in for another, such as the vice chair. Other groups are not judged.",
        example: "A care centre appoints a deputy for its operations manager: an error. A colleague attends a single meeting in the manager's place: an advice.",
    },
}

/// Everyone of a group without deputies who is a member or stood in for one.
fn members_and_stand_ins<'a>(cx: &Context<'a>) -> Vec<PersonCase<'a>> {
    let groups = cx.charter.no_deputies_in.iter().flat_map(|kind| cx.groups(*kind));
    groups.flat_map(|group| people(cx, group, Some(&|row| !row.standing_in_for().is_absent()))).collect()
}

/// Judges one person in one group.
fn check<'a>(
    cx: &Context<'a>,
    seen: Result<Participant<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let seen = seen?;
    let judged = Span { from: cx.charter.plan.from, until: Some(cx.as_of.plus_days(1)) };
    let begun = judged.from.is_none_or(|from| from <= cx.as_of);
    for member in seen.memberships.iter().copied() {
        let touches: Answer = member.span().map(|span| begun && span.overlap(judged).is_some()).into();
        if touches.is_no() {
            continue;
        }
        let deputy: Answer = status(member).map(|status| status == MemberStatus::Deputy).into();
        match touches.and(|| deputy.clone()) {
            Answer::No => verdict.holds(),
            Answer::Unknown(lacks) => verdict.lacks(lacks),
            Answer::Yes => {
                let person = cx.person(member.person().known().map_or("", PersonId::as_str));
                let days = member.span()?;
                verdict.breaks(
                    Severity::Error,
                    member.path,
                    words! { person = person, days = days;
                    sv: "{person} är utsedd till ersättare ({days}), men inga ersättare utses",
                    en: "{person} is appointed as a deputy ({days}), but no deputies are appointed" },
                );
            }
        }
    }
    for (meeting, row) in seen.attendance.iter().copied() {
        match stands_in(cx, &seen, meeting, row, judged) {
            Answer::No => {}
            Answer::Unknown(lacks) => verdict.lacks(lacks),
            Answer::Yes => {
                let severity = match cx.charter.readings.deputy_ban {
                    DeputyBan::Appointed => Severity::Advice,
                    DeputyBan::AppointedAndStandIns => Severity::Error,
                };
                let person = cx.person(row.person().read()?.as_str());
                let absent = cx.person(row.standing_in_for().read()?.as_str());
                let told = verdict.breaks(
                    severity,
                    row.path,
                    words! { person = person, absent = absent, day = cx.day_of(meeting)?;
                    sv: "{person} ersatte {absent} på mötet {day} utan att vara med i gruppen",
                    en: "{person} stood in for {absent} at the meeting of {day} without being in the group" },
                );
                told.reading("A-33");
            }
        }
    }
    Ok(())
}

/// Did this person attend a held meeting of the judged days for a member, without being one that day?
fn stands_in<'a>(
    cx: &Context<'a>,
    seen: &Participant<'a>,
    meeting: Ref<'a, Meeting>,
    row: Ref<'a, Attendance>,
    judged: Span,
) -> Answer {
    let on = |question: &dyn Fn(crate::calendar::Day) -> Answer| match cx.day_of(meeting) {
        Ok(day) => question(day),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let is_in = |person: &'a PersonId| {
        on(&|day| {
            seen.group
                .members()
                .any(|member| member.person().is(|id| id == person).and(|| member.runs_on(day)))
        })
    };
    let of = |person: Result<&'a PersonId, Lacks>| match person {
        Ok(person) => is_in(person),
        Err(lacks) => Answer::Unknown(lacks),
    };
    cx.held(meeting)
        .and(|| on(&|day| judged.contains(day).into()))
        .and(|| of(row.person().read()).not())
        // In a joint meeting the place of another group's member is that group's concern.
        .and(|| match meeting.groups().items().count() {
            1 => row.standing_in_for().read().map(|_| true).into(),
            _ => of(row.standing_in_for().read()),
        })
}
