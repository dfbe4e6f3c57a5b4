//! Meeting (möte): when, who was there, what was written down.

use std::cmp::Ordering;

use super::{Field, GroupId, Id, Known, List, Moment, PersonId, Problem, Ref, TargetGroup};
use crate::calendar::{Day, Time};
use crate::codes::{MeetingKind, MeetingStatus};
use crate::described::object;

object! {
    Meeting, named: id, after: after_meeting {
        sv "Möte", "Ett möte i en eller flera grupper.";
        en "Meeting", "A meeting of one or several groups.";

        required id: Id {
            sv "Id", "Mötets id, unikt i hela underlaget.";
            en "Id", "The meeting's id, unique in the whole record.";
            eg "mote-2024-03";
        }

        required groups: List<GroupId> {
            sv "Grupper", "Id för grupperna som möts. Ett gemensamt möte räknas för var och en.";
            en "Groups", "Ids of those that meet. A joint meeting counts for each.";
            eg "nosam-alingsas";
        }

        optional kind: MeetingKind {
            sv "Slag", "Vad för slags möte det är. Saknas det är mötet ordinarie.";
            en "Kind", "What kind of meeting it is. Absent: ordinary.";
        }

        optional status: MeetingStatus {
            sv "Läge", "Planerat, hållet eller inställt. Saknas det är mötet hållet när slutet, eller annars \
                starten, inte ligger efter dagen som underlaget ses från.";
            en "Status", "Planned, held or cancelled. Absent: held when its end, or else its start, is not \
                after the day judged from.";
        }

        optional start: Moment {
            sv "Start", "Dag och klockslag då mötet börjar, eller bara dagen. Med bara dagen kan mötestakten \
                prövas men inte längden.";
            en "Start", "The day and local time at which it starts, or the day alone. With the day alone the \
                cadence can be judged, the length cannot.";
        }

        optional end: Time {
            sv "Slut", "Dag och klockslag då mötet slutar.";
            en "End", "The day and local time at which it ends.";
            eg "2024-03-05T15:30";
        }

        optional hours: List<Hours> {
            sv "Tider", "Tiderna som en grupp eller en målgrupp var kallad till. Den som inte nämns var kallad \
                till hela mötet.";
            en "Hours", "The times for which one group or one target group was called. Who is not named was \
                called to the whole meeting.";
        }

        optional blocks: List<TargetGroup> {
            sv "Målgruppsblock", "Målgrupperna som hade sin del av mötet. Saknas de gäller målgrupperna under \
                tider.";
            en "Blocks", "The target groups that met in it. Absent: those named under hours.";
        }

        optional attendance: List<Attendance> {
            sv "Närvaro", "Vilka som var med.";
            en "Attendance", "Who was there.";
        }

        optional notes: List<Note> {
            sv "Minnesanteckningar", "Anteckningarna från mötet.";
            en "Notes", "The notes of the meeting.";
        }
    }
}

fn after_meeting(meeting: &mut Meeting, _: &Known<'_>) {
    let Some(start) = meeting.start.known().copied() else { return };
    if let Some(end) = meeting.end.known() {
        let early = match start {
            Moment::Time(start) => *end <= start,
            Moment::Day(start) => end.day() < start,
        };
        if early {
            let problem = Problem::EndBeforeStart { start: start.to_string(), end: end.to_string() };
            meeting.end = Field::unreadable(problem);
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
    Hours, named: [group, target_group] [], after: after_hours {
        sv "Tid", "Från när till när en grupp eller en målgrupp var kallad till ett möte.";
        en "Hours", "From when to when one group or one target group was called to a meeting.";

        optional group: GroupId {
            sv "Grupp", "Id för gruppen. Saknas det gäller tiden alla grupper som möts.";
            en "Group", "Id of the group. Absent: all that meet.";
            eg "nosam-alingsas";
        }

        optional target_group: TargetGroup {
            sv "Målgrupp", "Målgruppen. Saknas den gäller tiden alla.";
            en "Target group", "The target group. Absent: all of them.";
        }

        optional from: Time {
            sv "Från", "Dag och klockslag då tiden börjar. Saknas det börjar den med mötet.";
            en "From", "The day and local time at which they begin. Absent: with the meeting.";
        }

        optional to: Time {
            sv "Till", "Dag och klockslag då tiden slutar. Saknas det slutar den med mötet.";
            en "To", "The day and local time at which they end. Absent: with the meeting.";
            eg "2024-03-05T14:00";
        }
    }
}

fn after_hours(row: &mut Hours, _: &Known<'_>) {
    times_in_order(&row.from, &mut row.to);
}

/// An end that is not after its start cannot be read.
fn times_in_order(from: &Field<Time>, to: &mut Field<Time>) {
    if let (Some(start), Some(end)) = (from.known(), to.known())
        && end <= start
    {
        *to = Field::unreadable(Problem::EndBeforeStart { start: start.to_string(), end: end.to_string() });
    }
}

object! {
    Attendance, named: [person] [from], after: after_attendance, aside: nobody_there {
        sv "Närvaro", "En person på ett möte.";
        en "Attendance", "One person at one meeting.";

        required person: PersonId {
            sv "Person", "Personens id.";
            en "Person", "The person's id.";
            eg "kim";
        }

        optional whole: bool {
            sv "Hela mötet", "Var personen med från början till slut?";
            en "Whole", "Was the person present from start to end?";
        }

        optional from: Time {
            sv "Kom", "Dag och klockslag då personen kom.";
            en "Came", "The day and local time at which the person came.";
        }

        optional to: Time {
            sv "Gick", "Dag och klockslag då personen gick.";
            en "Left", "The day and local time at which the person left.";
            eg "2024-03-05T15:30";
        }

        optional standing_in_for: PersonId {
            sv "I stället för", "Id för personen vars plats övertogs.";
            en "Standing in for", "Id of the person whose place was taken.";
            eg "robin";
        }
    }
}

fn nobody_there(row: &Attendance) -> bool {
    row.person.is_aside()
}

impl Ref<'_, Attendance> {
    /// Do the times leave out a minute of what goes on between these, as far as they are known?
    pub(crate) fn leaves_out(self, from: Option<Time>, to: Option<Time>) -> bool {
        let after =
            |time: &Field<Time>, other: Option<Time>| time.known().zip(other).map(|(one, two)| one.cmp(&two));
        after(&self.item.from, from) == Some(Ordering::Greater)
            || after(&self.item.to, to) == Some(Ordering::Less)
    }
}

/// Somebody who left when they came was not there at all.
fn after_attendance(row: &mut Attendance, _: &Known<'_>) {
    times_in_order(&row.from, &mut row.to);
}

object! {
    Note, named: [] [written_on] {
        sv "Minnesanteckning", "Det som skrevs ned om ett möte.";
        en "Note", "What was written down about a meeting.";

        optional target_groups: List<TargetGroup> {
            sv "Målgrupper", "Målgrupperna som anteckningen gäller.";
            en "Target groups", "The target groups that it covers.";
        }

        optional written_by: PersonId {
            sv "Skribent", "Id för personen som skrev.";
            en "Written by", "Id of the person who wrote it.";
            eg "kim";
        }

        optional written_on: Day {
            sv "Skriven", "Dagen då anteckningen skrevs.";
            en "Written on", "The day on which it was written.";
        }

        optional published_on: Day {
            sv "Publicerad", "Dagen då anteckningen publicerades.";
            en "Published on", "The day on which it was published.";
        }

        optional url: String {
            sv "Webbadress", "Adressen där det finns att läsa.";
            en "Web address", "Where it can be read.";
            eg "https://www.example.se/samla";
        }
    }
}
