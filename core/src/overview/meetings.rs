//! Meetings with the recesses between them, and the weeks without one.

use serde::Serialize;

use crate::calendar::Day;
use crate::codes::{MeetingKind, MeetingStatus};
use crate::index::Context;
use crate::path::Pointer;
use crate::record::{Group, Meeting, Moment, Ref};
use crate::rules::cadence;

/// One meeting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MeetingOverview {
    /// Its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
    /// What kind of meeting, where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<MeetingKind>,
    /// Was it held, seen from the as-of day? Absent where it cannot be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<MeetingStatus>,
    /// Its length, where start and end are known as times.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// ISO weeks since the meeting before, of those that the cadence counts: held ordinary and joint ones and
    /// planning days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<i64>,
    /// Does a recess lie between that meeting and this one?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recess: Option<bool>,
    /// Where it stands.
    pub at: Pointer,
}

/// Days without an ordinary meeting, longer than the cadence allows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GapOverview {
    /// The day of the meeting before, or the first judged day.
    pub from: Day,
    /// The day of the next meeting; `None`: none until the as-of day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// ISO weeks from the one to the other, or to the last judged day.
    pub weeks: i64,
    /// How many of them lie in recesses and are not counted.
    pub resting: i64,
    /// The smallest existing thing to mend.
    pub at: Pointer,
}

pub(super) fn of<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<MeetingOverview> {
    let mut before: Option<Day> = None;
    let mut all = Vec::new();
    for meeting in cx.meetings_of(group).iter().copied() {
        let day = cx.day_of(meeting).ok();
        let counts = cadence::counts(meeting).and(|| cx.held(meeting)).is_yes();
        let since = before.zip(day).filter(|_| counts);
        all.push(MeetingOverview {
            id: meeting.id().known().map(ToString::to_string),
            day,
            kind: meeting.kind().or(MeetingKind::Ordinary).ok(),
            status: status(cx, meeting),
            minutes: minutes(meeting),
            weeks: since.map(|(before, day)| before.iso_weeks_until(day)),
            recess: since.map(|(before, day)| cadence::recess_between(cx, before, day)),
            at: meeting.path.into(),
        });
        before = day.filter(|_| counts).or(before);
    }
    all
}

fn status<'a>(cx: &Context<'a>, meeting: Ref<'a, Meeting>) -> Option<MeetingStatus> {
    let held = cx.held(meeting).told().ok()?;
    Some(match meeting.status().known() {
        _ if held => MeetingStatus::Held,
        Some(MeetingStatus::Cancelled) => MeetingStatus::Cancelled,
        Some(MeetingStatus::Planned | MeetingStatus::Held) | None => MeetingStatus::Planned,
    })
}

fn minutes(meeting: Ref<'_, Meeting>) -> Option<i64> {
    match meeting.start().known()? {
        Moment::Time(start) => Some(start.minutes_until(*meeting.end().known()?)),
        Moment::Day(_) => None,
    }
}

pub(super) fn gaps<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<GapOverview> {
    let of = |gap: cadence::Gap| {
        let (weeks, resting) = cadence::weeks_and_resting(cx, gap.from, gap.last);
        GapOverview { from: gap.from, to: gap.to, weeks, resting, at: gap.at.into() }
    };
    cadence::gaps(cx, group).into_iter().map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::overview::tests::{day, drawn};

    #[test]
    fn a_long_way_between_meetings_is_a_gap_unless_recesses_take_enough_weeks_out_of_it() {
        let gaps = |recesses: &str| {
            let overview = drawn(&format!(
                r#"{{"recesses": [{recesses}], "groups": [{{"id": "a", "kind": "nosam", "municipality": "1489"}}],
                    "meetings": [
                    {{"id": "m1", "groups": ["a"], "start": "2024-10-01"}},
                    {{"id": "m2", "groups": ["a"], "start": "2024-10-15", "status": "cancelled"}},
                    {{"id": "m3", "groups": ["a"], "start": "2024-12-03T13:00", "end": "2024-12-03T15:00"}}]}}"#
            ));
            let group = overview.groups[0].clone();
            assert_eq!(group.meetings.iter().map(|it| it.weeks).collect::<Vec<_>>(), [None, None, Some(9)]);
            assert_eq!(group.meetings[1].status, Some(MeetingStatus::Cancelled));
            assert_eq!(group.meetings[2].minutes, Some(120));
            assert_eq!(group.meetings[2].recess, Some(!recesses.is_empty()));
            group.gaps.iter().map(|gap| (gap.from, gap.to, gap.weeks, gap.resting)).collect::<Vec<_>>()
        };
        let gap = |resting| [(day("2024-10-01"), Some(day("2024-12-03")), 9, resting)];
        assert_eq!(gaps(""), gap(0));
        assert_eq!(gaps(r#"{"from": "2024-10-28", "to": "2024-11-17"}"#), gap(3));
        assert_eq!(gaps(r#"{"from": "2024-10-28", "to": "2024-11-22"}"#), []);
    }
}
