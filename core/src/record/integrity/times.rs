//! Times at a meeting that lie outside it.

use super::Found;
use crate::calendar::Time;
use crate::path::Path;
use crate::record::doubt::{Doubt, Edge};
use crate::record::{Meeting, Moment, Record, Ref, View};

/// Hours that begin before the meeting or end after it, and somebody who was not there for a minute of it.
///
/// Who comes early or stays on was there.
pub(super) fn outside_their_meeting(record: Ref<'_, Record>, found: &mut Found) {
    for meeting in record.meetings().items() {
        for row in meeting.hours().items() {
            let (from, to) = (row.from(), row.to());
            let begins = before(meeting, from, Time::lt).or_else(|| after(meeting, from, Time::ge));
            // What lies outside from its first minute is told once.
            let ends = match &begins {
                Some(Outside { edge: Edge::End(_), .. }) => None,
                Some(_) => after(meeting, to, Time::gt),
                None => before(meeting, to, Time::le).or_else(|| after(meeting, to, Time::gt)),
            };
            for Outside { time, edge, at } in begins.into_iter().chain(ends) {
                found.at(at, Doubt::HoursOutside { time, edge });
            }
        }
        for row in meeting.attendance().items() {
            let left = before(meeting, row.to(), Time::le);
            let outside = left.or_else(|| after(meeting, row.from(), Time::ge));
            if let Some(Outside { time, edge, at }) = outside {
                found.at(at, Doubt::AttendanceOutside { time, edge });
            }
        }
    }
}

/// A time that lies beyond one end of its meeting.
struct Outside {
    time: Time,
    edge: Edge,
    at: Path,
}

/// The time, where it lies so to the meeting's start, or on a day before that of the start.
fn before(
    meeting: Ref<'_, Meeting>,
    time: View<'_, Time>,
    lies: fn(&Time, &Time) -> bool,
) -> Option<Outside> {
    let (at, time, start) = (time.path, *time.known()?, *meeting.start().known()?);
    let outside = match start {
        Moment::Time(start) => lies(&time, &start),
        Moment::Day(day) => time.day() < day,
    };
    outside.then_some(Outside { time, edge: Edge::Start(start), at })
}

/// The time, where it lies so to the meeting's end.
fn after(meeting: Ref<'_, Meeting>, time: View<'_, Time>, lies: fn(&Time, &Time) -> bool) -> Option<Outside> {
    let (at, time, end) = (time.path, *time.known()?, *meeting.end().known()?);
    lies(&time, &end).then_some(Outside { time, edge: Edge::End(end), at })
}
