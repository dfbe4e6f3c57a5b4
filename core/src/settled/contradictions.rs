//! What a record says in two ways that cannot both be so.
//!
//! It is told and changes no outcome of what is written. Where a side or an attendance is said in two ways the rules
//! that ask for it cannot tell.

use crate::codes::MeetingStatus;
use crate::index::{Context, Side};
use crate::path::{Path, Related};
use crate::record::{
    Attendance, Decision, Doubt, Group, Hours, Meeting, Member, Moment, Period, Placed, Problem, Ref,
};

/// Every contradiction of a settled record, in no order.
pub(super) fn problems(cx: &Context<'_>) -> Vec<Placed> {
    let mut found = Vec::new();
    for meeting in cx.record.meetings().items() {
        of_meeting(cx, meeting, &mut found);
    }
    for matter in cx.record.matters().items() {
        if let Ok(decision) = matter.decision().get() {
            of_decision(cx, decision, &mut found);
        }
    }
    for group in cx.record.groups().items() {
        of_offices(cx, group, &mut found);
        of_members(cx, group, &mut found);
    }
    found
}

fn at(path: Path, doubt: Doubt) -> Placed {
    Placed { problem: Problem::Doubtful(doubt), at: path.into(), related: Vec::new() }
}

/// What is written of a meeting that was cancelled, or is still to come by what the record calls it.
fn of_meeting<'a>(cx: &Context<'a>, meeting: Ref<'a, Meeting>, found: &mut Vec<Placed>) {
    let (attendance, notes) = (meeting.attendance(), meeting.notes());
    let attended = attendance.items().next().is_some();
    let noted = notes.items().next().is_some();
    match meeting.status().known() {
        Some(MeetingStatus::Cancelled) => {
            found.extend(attended.then(|| at(attendance.path, Doubt::AttendanceAtCancelled)));
            found.extend(noted.then(|| at(notes.path, Doubt::NotesOfCancelled)));
        }
        Some(MeetingStatus::Planned) if attended || noted => {
            let end = meeting.end().known().map(|end| end.day());
            let day = end.or_else(|| cx.day_of(meeting).ok()).filter(|day| *day < cx.as_of);
            found.extend(day.map(|day| at(meeting.status().path, Doubt::PlannedButPast(day))));
        }
        _ => {}
    }
    for row in attendance.items().filter(|row| is_partly(meeting, *row)) {
        if let Some(person) = row.person().known() {
            found.push(at(row.whole().path, Doubt::WholeAndPart(person.as_str().to_owned())));
        }
    }
}

/// Is somebody said to have attended the whole meeting, with times that leave out a minute of it, and of each of the
/// hours for which one of the groups was called?
fn is_partly(meeting: Ref<'_, Meeting>, row: Ref<'_, Attendance>) -> bool {
    let start = meeting.start().known().and_then(|start| match start {
        Moment::Time(start) => Some(*start),
        Moment::Day(_) => None,
    });
    let end = meeting.end().known().copied();
    let called = |hours: Ref<'_, Hours>| {
        row.leaves_out(hours.from().known().copied().or(start), hours.to().known().copied().or(end))
    };
    row.whole().known() == Some(&true) && row.leaves_out(start, end) && meeting.hours().items().all(called)
}

/// A decision at a meeting that was cancelled, was of others or was on another day.
fn of_decision<'a>(cx: &Context<'a>, decision: Ref<'a, Decision>, found: &mut Vec<Placed>) {
    let Some(id) = decision.meeting().known().map(|id| id.as_str()) else { return };
    let Some(meeting) = cx.meeting(id) else { return };
    let path = decision.meeting().path;
    if meeting.status().known() == Some(&MeetingStatus::Cancelled) {
        found.push(at(path, Doubt::DecidedAtCancelled(id.to_owned())));
    }
    if let (Ok(decided), Ok(met)) = (decision.groups().all(), meeting.groups().all())
        && !decided.is_empty()
        && !decided.iter().any(|group| met.iter().any(|other| other.item == group.item))
    {
        found.push(at(path, Doubt::MeetingOfOthers(id.to_owned())));
    }
    if let (Some(decided), Ok(met)) = (decision.on().known().copied(), cx.day_of(meeting)) {
        let last = meeting.end().known().map_or(met, |end| end.day());
        if decided < met || last < decided {
            let doubt = Doubt::NotOnItsDay { decided, meeting: id.to_owned(), met };
            found.push(at(decision.on().path, doubt));
        }
    }
}

/// An office for an organisation that its holder never represented. Who was no member at all is told elsewhere.
fn of_offices<'a>(cx: &Context<'a>, group: Ref<'a, Group>, found: &mut Vec<Placed>) {
    for office in group.offices().items() {
        let (Some(person), Some(id)) = (office.person().known(), office.organisation().known()) else {
            continue;
        };
        let Some(organisation) = cx.organisation(id) else { continue };
        let is_member = group.members().items().any(|row| row.person().known() == Some(person));
        if is_member && cx.ever_represented(group, person.as_str(), organisation).is_no() {
            let (person, organisation) = (person.as_str().to_owned(), id.as_str().to_owned());
            found.push(at(office.organisation().path, Doubt::NeverRepresented { person, organisation }));
        }
    }
}

/// Somebody in two rows of the same days that are on different sides, told once for each person: at the row that
/// begins later, whatever the order in which they stand.
fn of_members<'a>(cx: &Context<'a>, group: Ref<'a, Group>, found: &mut Vec<Placed>) {
    let sided = |row: Ref<'a, Member>| {
        let (person, side) = (row.person().known()?.as_str(), cx.side(row).ok()?);
        (side != Side::None).then_some((person, row, side))
    };
    let mut members: Vec<_> = group.members().items().filter_map(sided).collect();
    members.sort_by_key(|(_, row, side)| (row.from().known().copied(), *side as usize));
    let mut rows: Vec<(&'a str, Ref<'a, Member>, Side)> = Vec::new();
    let mut told: Vec<&str> = Vec::new();
    for (person, row, side) in members {
        if told.contains(&person) {
            continue;
        }
        let at_once = |other: &Ref<'a, Member>| match (row.span(), other.span()) {
            (Ok(one), Ok(two)) => one.overlap(two).is_some(),
            _ => false,
        };
        let contradicts = |(holder, other, on): &&(&str, Ref<'a, Member>, Side)| {
            *holder == person && *on != side && at_once(other)
        };
        if let Some((_, earlier, one)) = rows.iter().find(contradicts) {
            let doubt = Doubt::TwoSides { person: person.to_owned(), one: *one, other: side };
            let related = vec![Related { at: earlier.path.into(), role: "earlier" }];
            found.push(Placed { related, ..at(row.path, doubt) });
            told.push(person);
        }
        rows.push((person, row, side));
    }
}
