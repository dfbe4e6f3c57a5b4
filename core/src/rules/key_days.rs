//! The key days of findings: a waiver covers a finding when its days include one of them.

use crate::calendar::Day;
use crate::index::Context;
use crate::path::Path;
use crate::record::{List, Ref, View};
use crate::report::{Key, Subject};

/// Where the key days of a rule's findings come from. Each rule says it in its file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum KeyDays {
    /// None: the rule only remarks, and what holds needs no waiver.
    Remarks,
    /// The day judged from: the rule judges a state.
    AsOf,
    /// They are told with each finding: its own days, or day by day those of what lasts.
    Told,
    /// They follow from the subject.
    Of(DaysOf),
}

/// The key days of a subject that stands at a place.
type DaysOf = for<'a> fn(&Context<'a>, Subject<&'a str>, Path) -> Days;

/// The key days of a finding, as far as they can be told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Days {
    /// Is the day judged from one of them?
    pub(crate) as_of: bool,
    pub(crate) fixed: Vec<Day>,
}

impl Days {
    /// Every one, seen from `as_of`.
    pub(crate) fn all(&self, as_of: Day) -> Vec<Day> {
        let mut days = self.fixed.clone();
        if self.as_of && !days.contains(&as_of) {
            days.push(as_of);
        }
        days
    }
}

impl FromIterator<Day> for Days {
    fn from_iter<I: IntoIterator<Item = Day>>(days: I) -> Self {
        Self { as_of: false, fixed: days.into_iter().collect() }
    }
}

impl KeyDays {
    /// The key days of a subject, where they are not told with the finding.
    pub(crate) fn of<'a>(self, cx: &Context<'a>, subject: Subject<&'a str>, at: Path) -> Days {
        match self {
            Self::Remarks | Self::Told => Days::default(),
            Self::AsOf => Days { as_of: true, fixed: Vec::new() },
            Self::Of(days) => days(cx, subject, at),
        }
    }
}

/// The entry of a list at or above a place.
pub(crate) fn entry_at<'a, T>(list: View<'a, List<T>>, at: Path) -> Option<Ref<'a, T>> {
    list.items().find(|entry| at.is_within(&entry.path))
}

/// The last day of the year that the subject names.
pub(crate) fn last_of_year<'a>(_: &Context<'a>, subject: Subject<&'a str>, _: Path) -> Days {
    let Key::Year(year) = subject.key else { return Days::default() };
    Day::new(year, 12, 31).into_iter().collect()
}

/// The last day of the year that the subject names, and the last day of grace after it.
pub(crate) fn year_and_grace<'a>(cx: &Context<'a>, subject: Subject<&'a str>, at: Path) -> Days {
    let ends = last_of_year(cx, subject, at).fixed;
    ends.iter().flat_map(|day| [*day, day.plus_days(cx.charter.readings.yearly_grace_days)]).collect()
}

/// The same for a year, and for a report its day.
pub(crate) fn year_or_report<'a>(cx: &Context<'a>, subject: Subject<&'a str>, at: Path) -> Days {
    match subject.key {
        Key::Year(_) => year_and_grace(cx, subject, at),
        _ => report(cx, subject, at),
    }
}

/// The day of a report.
pub(crate) fn report<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    entry_at(cx.record.reports(), at).and_then(|report| report.on().known().copied()).into_iter().collect()
}

/// The day that the subject names: the first of a term.
pub(crate) fn named<'a>(_: &Context<'a>, subject: Subject<&'a str>, _: Path) -> Days {
    let Key::Day(day) = subject.key else { return Days::default() };
    Days::from_iter([day])
}

/// The day on which a matter was decided.
pub(crate) fn decision<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    entry_at(cx.record.matters(), at).and_then(|matter| cx.decided_on(matter).ok()).into_iter().collect()
}

/// The day of a meeting.
pub(crate) fn meeting<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    entry_at(cx.record.meetings(), at).and_then(|meeting| cx.day_of(meeting).ok()).into_iter().collect()
}

/// The day of a meeting, and the one on which its notes were due.
pub(crate) fn meeting_and_notes<'a>(cx: &Context<'a>, subject: Subject<&'a str>, at: Path) -> Days {
    let due = entry_at(cx.record.meetings(), at).and_then(|meeting| cx.notes_in_time(meeting).ok());
    let due = due.filter(|due| due.earliest == due.latest).map(|due| due.latest);
    meeting(cx, subject, at).fixed.into_iter().chain(due).collect()
}

/// The day of a revision or an update.
pub(crate) fn revision<'a>(cx: &Context<'a>, _: Subject<&'a str>, at: Path) -> Days {
    let revision = entry_at(cx.record.plans(), at).and_then(|plan| entry_at(plan.revisions(), at));
    revision.and_then(|revision| revision.on().known().copied()).into_iter().collect()
}
