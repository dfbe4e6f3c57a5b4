//! Meetings: which were held, and until when what a group does is put out in time.

use super::Context;
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{MeetingKind, MeetingStatus};
use crate::record::{Group, Meeting, Moment, Ref};
use crate::words;
use crate::words::{Param, Words};

/// A meeting that may or may not count, on this day if that is known.
#[derive(Clone, Debug)]
pub(crate) struct Unclear {
    pub(crate) day: Option<Day>,
    pub(crate) lacks: Lacks,
}

/// The last day on which something is done in time; unclear meetings make it a range.
#[derive(Clone, Debug)]
pub(crate) struct InTime {
    pub(crate) earliest: Day,
    pub(crate) latest: Day,
    pub(crate) lacks: Lacks,
}

impl InTime {
    /// By the end of a day that is known.
    pub(crate) fn on(last: Day) -> Self {
        Self { earliest: last, latest: last, lacks: Lacks::default() }
    }

    /// Is what was done on `day` in time?
    pub(crate) fn holds(&self, day: Day) -> Answer {
        if day <= self.earliest {
            Answer::Yes
        } else if day > self.latest {
            Answer::No
        } else {
            Answer::Unknown(self.lacks.clone())
        }
    }
}

/// A meeting as sentences name it: by its day and its groups.
pub(crate) fn shown_meeting(meeting: Ref<'_, Meeting>) -> Words {
    let groups = Param::Ids(meeting.groups().items().map(|id| id.item.as_str().to_owned()).collect());
    match meeting.start().known() {
        Some(start) => words! { met = start.day(), groups = groups;
        sv: "mötet {met} i {groups}",
        en: "the meeting of {groups} on {met}" },
        None => words! { groups = groups; sv: "mötet i {groups}", en: "the meeting of {groups}" },
    }
}

/// Is the meeting of one of these kinds?
pub(crate) fn is_one_of(meeting: Ref<'_, Meeting>, kinds: &[MeetingKind]) -> Answer {
    meeting.kind().or(MeetingKind::Ordinary).map(|kind| kinds.contains(&kind)).into()
}

/// Is it a meeting of a kind that owes notes, and by which those of the meeting before are due?
///
/// What was said between meetings or only planned is not written down for others.
pub(crate) fn owes_notes(meeting: Ref<'_, Meeting>) -> Answer {
    is_one_of(meeting, &[MeetingKind::Ordinary, MeetingKind::Joint, MeetingKind::Extra])
}

impl<'a> Context<'a> {
    /// The meeting with this id.
    pub(crate) fn meeting(&self, id: &str) -> Option<Ref<'a, Meeting>> {
        self.tables.meetings.get(id).copied()
    }

    /// The meetings of a group in the order of their days, those without a day first.
    pub(crate) fn meetings_of(&self, group: Ref<'a, Group>) -> &[Ref<'a, Meeting>] {
        group.id().known().map_or(&[], |id| self.meetings_with(id.as_str()))
    }

    /// The meetings of the group with this id, in the same order.
    fn meetings_with(&self, group: &str) -> &[Ref<'a, Meeting>] {
        self.tables.meetings_of.get(group).map_or(&[], Vec::as_slice)
    }

    /// Was the meeting held on the as-of day or before?
    pub(crate) fn held(&self, meeting: Ref<'a, Meeting>) -> Answer {
        let past = || -> Answer {
            let end = meeting.end().known().map(|end| end.day());
            match end.or_else(|| meeting.start().known().map(|start| start.day())) {
                Some(day) => (day <= self.as_of).into(),
                None => Answer::Unknown(meeting.start().read().err().unwrap_or_default()),
            }
        };
        match meeting.status().optional() {
            Err(lacks) => Answer::Unknown(lacks).and(past),
            Ok(None) => past(),
            Ok(Some(MeetingStatus::Held)) => match past() {
                // Said to be held, with no day to hold it against.
                Answer::Unknown(_) => Answer::Yes,
                told => told,
            },
            Ok(Some(MeetingStatus::Planned | MeetingStatus::Cancelled)) => Answer::No,
        }
    }

    /// Did those of the meeting meet? A check-in is a talk between meetings.
    pub(crate) fn met(&self, meeting: Ref<'a, Meeting>) -> Answer {
        is_one_of(meeting, &[MeetingKind::CheckIn]).not().and(|| self.held(meeting))
    }

    /// The meetings of a group that count by `question`, each with its day, and those that may.
    ///
    /// Of two on one day the earlier comes first; where a time is not said, the order of the record decides.
    pub(crate) fn counted_meetings(
        &self,
        group: &str,
        question: impl Fn(Ref<'a, Meeting>) -> Answer,
    ) -> (Vec<(Day, Ref<'a, Meeting>)>, Vec<Unclear>) {
        let mut counted = Vec::new();
        let strays = self.tables.stray_meetings.iter();
        let may_count = |stray: Option<Ref<'a, Meeting>>| !stray.is_some_and(|stray| question(stray).is_no());
        let mut unclear: Vec<Unclear> =
            strays.filter(|(stray, _)| may_count(*stray)).map(|(_, unclear)| unclear.clone()).collect();
        for meeting in self.meetings_with(group) {
            let day = self.day_of(*meeting);
            match (question(*meeting), day) {
                (Answer::No, _) => {}
                (Answer::Yes, Ok(day)) => counted.push((day, *meeting)),
                (Answer::Yes, Err(lacks)) => unclear.push(Unclear { day: None, lacks }),
                (Answer::Unknown(lacks), day) => unclear.push(Unclear { day: day.ok(), lacks }),
            }
        }
        counted.sort_by_key(|(day, meeting)| (*day, meeting.start().known().and_then(|start| start.time())));
        (counted, unclear)
    }

    /// The last day on which the notes of a meeting are in time: the latest of those of the groups that met.
    pub(crate) fn notes_in_time(&self, meeting: Ref<'a, Meeting>) -> Result<InTime, Lacks> {
        let met = self.day_of(meeting)?;
        let alone = met.plus_days(self.charter.readings.publication_days);
        let of_groups: Vec<InTime> =
            meeting.groups().items().map(|id| self.in_time_after(id.item.as_str(), met)).collect();
        let earliest = of_groups.iter().map(|it| it.earliest).fold(alone, Day::max);
        let mut latest = of_groups.iter().map(|it| it.latest).fold(alone, Day::max);
        let open = of_groups.into_iter().filter(|it| earliest < it.latest).map(|it| it.lacks);
        let mut lacks = open.reduce(Lacks::and).unwrap_or_default();
        if let Some(more) = meeting.groups().unread() {
            // Another group may meet on any later day.
            latest = Day::LAST;
            lacks = lacks.and(more);
        }
        Ok(InTime { earliest, latest, lacks })
    }

    /// The last day on which what a group does on `day` is put out in time: some days later, or on the day of its
    /// next meeting that owes notes if that is later.
    ///
    /// A planned meeting sets the day whatever became of it, a cancelled one never.
    pub(crate) fn in_time_after(&self, group: &str, day: Day) -> InTime {
        let takes_place = |meeting: Ref<'a, Meeting>| -> Answer {
            let status = meeting.status().optional();
            status.map(|status| status != Some(&MeetingStatus::Cancelled)).into()
        };
        let (meetings, unclear) =
            self.counted_meetings(group, |meeting| owes_notes(meeting).and(|| takes_place(meeting)));
        let alone = day.plus_days(self.charter.readings.publication_days);
        let next = meetings.into_iter().map(|(met, _)| met).find(|met| day < *met);
        let mut in_time = InTime::on(next.unwrap_or(alone).max(alone));
        for other in unclear {
            // Without a day it may be on any later one; one that may come sooner would be the next.
            let (first, last) = (other.day.unwrap_or(day.plus_days(1)), other.day.unwrap_or(Day::LAST));
            let changes = match next {
                Some(next) => alone < next && first < next,
                None => alone < last,
            };
            if first <= day || !changes {
                continue;
            }
            match next {
                Some(_) => in_time.earliest = in_time.earliest.min(first.max(alone)),
                None => in_time.latest = in_time.latest.max(last),
            }
            in_time.lacks = in_time.lacks.and(other.lacks);
        }
        in_time
    }

    /// Was the meeting held in the days that are judged: from `complete_from` to the as-of day?
    pub(crate) fn judges_meeting(&self, meeting: Ref<'a, Meeting>) -> Answer {
        self.held(meeting).and(|| self.since_complete(self.day_of(meeting)))
    }

    /// The day of a meeting.
    pub(crate) fn day_of(&self, meeting: Ref<'a, Meeting>) -> Result<Day, Lacks> {
        meeting.start().read().copied().map(Moment::day)
    }
}
