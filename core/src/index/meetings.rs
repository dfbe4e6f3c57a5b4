//! Meetings: which were held, and until when their notes are in time.

use super::Context;
use super::groups::is_about;
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{MeetingKind, MeetingStatus};
use crate::record::{Group, Id, Meeting, Moment, Ref};

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
        let id = group.id().known().map(Id::as_str);
        id.and_then(|id| self.tables.meetings_of.get(id)).map_or(&[], Vec::as_slice)
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
        group: Ref<'a, Group>,
        question: impl Fn(Ref<'a, Meeting>) -> Answer,
    ) -> (Vec<(Day, Ref<'a, Meeting>)>, Vec<Unclear>) {
        let mut counted = Vec::new();
        let strays = self.tables.stray_meetings.iter();
        let may_count = |stray: Option<Ref<'a, Meeting>>| !stray.is_some_and(|stray| question(stray).is_no());
        let mut unclear: Vec<Unclear> =
            strays.filter(|(stray, _)| may_count(*stray)).map(|(_, unclear)| unclear.clone()).collect();
        for meeting in self.meetings_of(group) {
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

    /// The last day on which the notes of a meeting are in time: that of the next held meeting of one of
    /// its groups, or some days after it when there is none.
    pub(crate) fn notes_in_time(&self, meeting: Ref<'a, Meeting>) -> Result<InTime, Lacks> {
        let met = self.day_of(meeting)?;
        let of_groups = meeting.groups().items().filter_map(|id| self.group(id.item.as_str()));
        let mut in_time: Option<InTime> = None;
        for group in of_groups.filter(|group| is_about(self.record, *group)) {
            let here = self.until_next_meeting(group, met);
            in_time = Some(match in_time {
                None => here,
                Some(other) => InTime {
                    earliest: other.earliest.min(here.earliest),
                    latest: other.latest.min(here.latest),
                    lacks: other.lacks.and(here.lacks),
                },
            });
        }
        let alone = met.plus_days(self.charter.readings.publication_days);
        let mut in_time =
            in_time.unwrap_or(InTime { earliest: alone, latest: alone, lacks: Lacks::default() });
        if let Some(lacks) = meeting.groups().unread() {
            // Another group may have met again on any later day.
            in_time.earliest = in_time.earliest.min(met.plus_days(1));
            in_time.lacks = in_time.lacks.and(lacks);
        }
        Ok(in_time)
    }

    /// The day of the group's next held meeting after `day`, or some days after it when there is none.
    pub(crate) fn until_next_meeting(&self, group: Ref<'a, Group>, day: Day) -> InTime {
        let (held, unclear) =
            self.counted_meetings(group, |meeting| owes_notes(meeting).and(|| self.held(meeting)));
        let next = held.into_iter().map(|(met, _)| met).find(|met| *met > day);
        let last = next.unwrap_or(day.plus_days(self.charter.readings.publication_days));
        let mut in_time = InTime { earliest: last, latest: last, lacks: Lacks::default() };
        let may_be_next =
            |met: Option<Day>| met.is_none_or(|met| day < met && next.is_none_or(|next| met < next));
        for other in unclear.into_iter().filter(|other| may_be_next(other.day)) {
            in_time.earliest = in_time.earliest.min(other.day.unwrap_or(day.plus_days(1)));
            if next.is_none() {
                in_time.latest = in_time.latest.max(other.day.unwrap_or(self.as_of));
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
