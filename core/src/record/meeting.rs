//! Meeting (möte): when, who was there, what was written down.

use super::field::{Key, KeyOf};
use super::{
    Expected, Field, Flaw, GroupId, Id, Known, List, Moment, PersonId, Problem, Read, Ref, TargetGroup,
    UnknownKey, View,
};
use crate::calendar::{Day, Time};
use crate::path::Path;
use crate::report::Lang;

codes! {
    /// Slag av möte.
    MeetingKind {
        "ordinary" Ordinary "ordinarie möte" "ordinary meeting",
        "extra" Extra "extra möte" "extra meeting",
        "check_in" CheckIn "kort avstämning" "check-in",
        "planning" Planning "planeringsdag" "planning day",
        "joint" Joint "gemensamt möte" "joint meeting",
    }
}

codes! {
    /// Läge.
    MeetingStatus {
        "planned" Planned "planerat" "planned",
        "held" Held "hållet" "held",
        "cancelled" Cancelled "inställt" "cancelled",
    }
}

object! {
    /// Möte.
    Meeting, after: after_meeting {
        /// Its id.
        required id: Id,
        /// Those that meet; a joint meeting counts for each.
        required groups: List<GroupId>,
        /// Slag; absent: ordinary.
        optional kind: MeetingKind,
        /// Läge; absent: held when its end, or else its start, is not after the as-of day.
        optional status: MeetingStatus,
        /// Start, a local time or a day.
        optional start: Moment,
        /// End, a local time.
        optional end: Time,
        /// Målgruppsblock: the target groups that met in it.
        optional blocks: List<TargetGroup>,
        /// Närvaro.
        optional attendance: List<Attendance>,
        /// Minnesanteckningar.
        optional notes: List<Note>,
    }
}

fn after_meeting(meeting: &mut Meeting, _: &Known<'_>) {
    let Some(start) = meeting.start.known().copied() else { return };
    if let Some(end) = meeting.end.known() {
        let (early, start) = match start {
            Moment::Time(start) => (*end <= start, start.to_string()),
            Moment::Day(start) => (end.day() < start, start.to_string()),
        };
        if early {
            meeting.end = Field::unreadable(Problem::EndBeforeStart { start, end: end.to_string() });
        }
    }
    let Field::Known(notes) = &mut meeting.notes else { return };
    for note in notes {
        let Field::Known(note) = note else { continue };
        for day in [&mut note.written_on, &mut note.published_on] {
            if let Some(early) = day.known().filter(|day| **day < start.day()) {
                let problem =
                    Problem::BeforeItsMeeting { day: early.to_string(), meeting: start.day().to_string() };
                *day = Field::unreadable(problem);
            }
        }
    }
}

object! {
    /// Närvaro: one person at one meeting.
    Attendance, after: after_attendance {
        /// The person.
        required person: PersonId,
        /// Present from start to end?
        optional whole: bool,
        /// Came at this time.
        optional from: Time,
        /// Left at this time.
        optional to: Time,
        /// The person whose place was taken.
        optional standing_in_for: PersonId,
    }
}

/// Somebody who left when they came was not there at all.
fn after_attendance(row: &mut Attendance, _: &Known<'_>) {
    if let (Some(from), Some(to)) = (row.from.known(), row.to.known())
        && to <= from
    {
        row.to = Field::unreadable(Problem::EndBeforeStart { start: from.to_string(), end: to.to_string() });
    }
}

object! {
    /// Minnesanteckning.
    Note {
        /// The target groups that it covers.
        optional target_groups: List<TargetGroup>,
        /// Skribent.
        optional written_by: PersonId,
        /// Skriven den.
        optional written_on: Day,
        /// Publicerad den.
        optional published_on: Day,
        /// Webbadress.
        optional url: String,
    }
}
