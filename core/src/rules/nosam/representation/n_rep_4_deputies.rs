//! N-REP-4: no deputies are appointed.

use super::{Attended, Participant, PersonCase, people};
use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::DeputyBan;
use crate::codes::{MemberStatus, Severity};
use crate::index::{Context, status};
use crate::record::{Attendance, Group, Meeting, Member, Period, PersonId, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-REP-4",
    subject: "groups/NOSAM#PERSON",
    severities: [Error, Advice, Info],
    key_days: Told,
    partition_by: Group,
    reads: [groups, meetings],
    judges: Groups,
    part: Roster,
    each: members_and_stand_ins,
    sv: {
        norm: "I NOSAM utses inga ersättare",
        why: "Samma person möte efter möte ger kontinuitet, och var och en bär själv sitt mandat.",
        reading: "Den som har varit ersättare någon dag från planens första dag till den dag som prövningen \
            gäller är ett fel; ett uppdrag som tog slut dagen före planens första dag prövas inte. En \
            efterträdare är ingen ersättare. Den som någon gång går på ett möte i en annans ställe utan att \
            själv vara med i gruppen den dagen har inte utsetts och ger ett råd, men ett fel om förbudet \
            läses så att det omfattar alla inhopp (A-33). Den som själv är med i gruppen får företräda en \
            annan, till exempel vice ordföranden. Andra grupper prövas inte.",
        example: "En vårdcentral utser en ersättare för sin verksamhetschef: fel. En kollega går på ett enda \
            möte i chefens ställe: råd.",
    },
    en: {
        norm: "No deputies are appointed in NOSAM",
        why: "The same person meeting after meeting gives continuity, and everyone carries a mandate of their own.",
        reading: "Who has been a deputy on any day from the first day of the plan to the as-of day is an \
            error; an appointment that ended the day before the plan began is not judged. A successor is no \
            deputy. Who attends a meeting in another's place without being in the group that day was not \
            appointed and gives an advice, but an error where the ban is read to cover every stand-in \
            (A-33). Who is in the group may stand in for another, such as the vice chair. Other groups are \
            not judged.",
        example: "A care centre appoints a deputy for its operations manager: an error. A colleague attends \
            a single meeting in the manager's place: an advice.",
    },
}

/// Everyone of a group without deputies who is a member or stood in for one.
fn members_and_stand_ins<'a>(cx: &Context<'a>) -> Vec<PersonCase<'a>> {
    let groups = cx.charter.no_deputies_in.iter().flat_map(|kind| cx.groups(*kind));
    groups.flat_map(|group| people(group, stand_ins(cx, group))).collect()
}

/// The days that are judged: from the first day of the plan to the as-of day.
fn judged_days(cx: &Context<'_>) -> Span {
    Span { from: cx.charter.plan.from, until: Some(cx.as_of.plus_days(1)) }
}

/// Whoever attended a meeting of the group in another's place, and what hides more of them.
fn stand_ins<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Attended<'a> {
    let mut attended = Attended::default();
    if !cx.record.meetings().is_absent() {
        attended.untold.extend(cx.record.meetings().unread());
    }
    for meeting in cx.record.meetings().items().filter(|meeting| !is_of(group, *meeting).is_no()) {
        if !meeting.attendance().is_absent() && !met(cx, group, meeting).is_no() {
            attended.untold.extend(meeting.attendance().unread());
        }
        let rows = meeting.attendance().items().filter(|row| !row.standing_in_for().is_absent());
        attended.rows.extend(rows.map(|row| (meeting, row)));
    }
    attended
}

/// Is it a meeting of the group?
fn is_of<'a>(group: Ref<'a, Group>, meeting: Ref<'a, Meeting>) -> Answer {
    let id = group.id().known();
    meeting.groups().any(|of| id.is_some_and(|id| of.item.as_str() == id.as_str()).into())
}

/// Was it a meeting of the group, held in the judged days?
fn met<'a>(cx: &Context<'a>, group: Ref<'a, Group>, meeting: Ref<'a, Meeting>) -> Answer {
    is_of(group, meeting)
        .and(|| cx.met(meeting))
        .and(|| cx.day_of(meeting).map(|day| judged_days(cx).contains(day)).into())
}

/// Judges one person in one group.
fn check<'a>(
    cx: &Context<'a>,
    seen: Result<Participant<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let seen = seen?;
    let judged = judged_days(cx);
    for member in seen.memberships.iter().copied() {
        match touches(cx, seen.group, member, judged).told() {
            Ok(true) => {}
            Ok(false) => continue,
            Err(lacks) => {
                verdict.lacks(lacks);
                continue;
            }
        }
        match status(member) {
            Err(lacks) => verdict.lacks(lacks),
            Ok(MemberStatus::Deputy) => {
                let whole = member.span()?;
                for part in verdict.day_by_day(&whole.overlap(judged).into_iter().collect::<Vec<_>>()) {
                    let all = whole.overlap(judged) == Some(part.days);
                    let person = cx.holder(member.person());
                    let words = appointed(person, if all { whole } else { part.days });
                    verdict.breaks(Severity::Error, member.path, words).lasts(&[part]);
                }
            }
            Ok(MemberStatus::Ordinary | MemberStatus::CoOpted | MemberStatus::Support) => verdict.holds(),
        }
    }
    for (meeting, row) in seen.attendance.iter().copied() {
        match stands_in(cx, &seen, meeting, row) {
            Answer::No => {}
            Answer::Unknown(lacks) => verdict.lacks(lacks),
            Answer::Yes => {
                let severity = match cx.charter.readings.deputy_ban {
                    DeputyBan::Appointed => Severity::Advice,
                    DeputyBan::AppointedAndStandIns => Severity::Error,
                };
                let person = cx.person(row.person().read()?.as_str());
                let absent = cx.person(row.standing_in_for().read()?.as_str());
                let day = cx.day_of(meeting)?;
                let told = verdict.breaks(
                    severity,
                    row.path,
                    words! { person = person, absent = absent, day = day;
                    sv: "{person} ersatte {absent} på mötet {day} utan att vara med i gruppen",
                    en: "{person} stood in for {absent} at the meeting of {day} without being in the group" },
                );
                told.falls_on([day]).reading("A-33");
            }
        }
    }
    Ok(())
}

/// That somebody is a deputy on these days; of one without a first and a last day no days are told.
fn appointed(person: Param, days: Span) -> Words {
    match days == Span::default() {
        true => words! { person = person, days = days;
        sv: "{person} är utsedd till ersättare, men i NOSAM utses inga ersättare",
        en: "{person} is appointed as a deputy, but in NOSAM no deputies are appointed" },
        false => words! { person = person, days = days;
        sv: "{person} är utsedd till ersättare ({days}), men i NOSAM utses inga ersättare",
        en: "{person} is appointed as a deputy ({days}), but in NOSAM no deputies are appointed" },
    }
}

/// Does the membership lie in the judged days, if only in part?
fn touches(cx: &Context<'_>, group: Ref<'_, Group>, member: Ref<'_, Member>, judged: Span) -> Answer {
    let begun = member
        .from()
        .optional()
        .map(|from| from.is_none_or(|day| judged.until.is_none_or(|until| *day < until)));
    let goes_on =
        || member.to().optional().map(|to| to.is_none_or(|day| judged.from.is_none_or(|from| from <= *day)));
    let first = member.from().known().copied().into_iter().chain(judged.from).max();
    let is_there = || first.map_or(Answer::Yes, |first| cx.had_ended(group, first).not());
    Answer::from(begun).and(|| goes_on().into()).and(is_there)
}

/// Did this person attend a held meeting of the judged days for a member, without being one that day?
fn stands_in<'a>(
    cx: &Context<'a>,
    seen: &Participant<'a>,
    meeting: Ref<'a, Meeting>,
    row: Ref<'a, Attendance>,
) -> Answer {
    let is_in = |person: &'a PersonId| match cx.day_of(meeting) {
        Ok(day) => seen
            .group
            .members()
            .any(|member| member.person().is(|id| id == person).and(|| member.runs_on(day))),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let of = |person: Result<&'a PersonId, Lacks>| match person {
        Ok(person) => is_in(person),
        Err(lacks) => Answer::Unknown(lacks),
    };
    met(cx, seen.group, meeting)
        .and(|| of(row.person().read()).not())
        // In a joint meeting the place of another group's member is that group's concern.
        .and(|| match meeting.groups().known().map_or(0, Vec::len) {
            1 => row.standing_in_for().read().map(|_| true).into(),
            _ => of(row.standing_in_for().read()),
        })
}
