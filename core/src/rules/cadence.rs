//! How often a NOSAM meets, as one rule judges it, the overview shows it and the next meeting follows from it.

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::{Cadence, Charter};
use crate::codes::MeetingKind;
use crate::index::{Context, Unclear, life};
use crate::path::Path;
use crate::record::{Group, Meeting, Period, Ref};
use crate::words::Param;

// ── From meeting to meeting ──

/// The day from which the wait for a meeting is counted.
#[derive(Clone, Copy)]
pub(crate) struct Start {
    pub(crate) day: Day,
    /// Did they meet then? If not it is the first judged day, and the meeting before it is unknown.
    pub(crate) met: bool,
}

/// From one meeting, or the first judged day, to the next meeting or the as-of day.
#[derive(Default)]
pub(crate) struct Interval<'a> {
    /// None where nothing begins it.
    pub(crate) from: Option<Start>,
    /// The meeting that begins it.
    pub(crate) before: Option<Path>,
    pub(crate) to: Option<(Day, Ref<'a, Meeting>)>,
    /// Meetings that may count in the judged days.
    unclear: Vec<Unclear>,
}

impl Interval<'_> {
    /// The unclear meetings that may lie in the interval.
    pub(crate) fn unclear(&self) -> impl Iterator<Item = &Unclear> {
        let within = |day: Day| {
            self.from.is_none_or(|from| from.day <= day) && self.to.is_none_or(|(to, _)| day <= to)
        };
        self.unclear.iter().filter(move |meeting| meeting.day.is_none_or(within))
    }
}

/// Is the meeting an ordinary or a joint one?
pub(crate) fn is_ordinary(meeting: Ref<'_, Meeting>) -> Answer {
    let kind = meeting.kind().or(MeetingKind::Ordinary);
    kind.map(|kind| matches!(kind, MeetingKind::Ordinary | MeetingKind::Joint)).into()
}

/// The held meetings of the NOSAM that its cadence counts, and those that it may.
pub(crate) fn counted<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
) -> (Vec<(Day, Ref<'a, Meeting>)>, Vec<Unclear>) {
    cx.counted_meetings(group, |meeting| is_ordinary(meeting).and(|| cx.held(meeting)))
}

/// The intervals of a NOSAM in order: one to each judged meeting, and the open end, which is empty where the
/// group owes no further meeting.
pub(crate) fn intervals<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Vec<Interval<'a>>, Lacks> {
    let Some(days) = judged_days(cx, group)? else { return Ok(vec![Interval::default()]) };
    let meetings = cx.record.meetings();
    if meetings.is_absent() {
        return Err(Lacks::absent(meetings.path));
    }
    let (held, mut unclear) = counted(cx, group);
    unclear.retain(|meeting| meeting.day.is_none_or(|day| days.contains(day)));
    let mut from = days.from.map(|day| Start { day, met: false });
    let mut before = None;
    let mut intervals = Vec::new();
    for (day, meeting) in held.into_iter().filter(|(day, _)| days.contains(*day)) {
        intervals.push(Interval { from, before, to: Some((day, meeting)), unclear: unclear.clone() });
        from = Some(Start { day, met: true });
        before = Some(meeting.path);
    }
    let runs_on = days.contains(cx.as_of);
    intervals.push(if runs_on { Interval { from, before, to: None, unclear } } else { Interval::default() });
    Ok(intervals)
}

/// The days of the group's life that are judged; an open start means that the first meeting begins them.
fn judged_days<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Option<Span>, Lacks> {
    let past = Span { from: cx.complete_from()?, until: Some(cx.as_of.plus_days(1)) };
    let days = life(group)?.overlap(past);
    // Only `complete_from` says that absence before the first meeting means anything.
    Ok(days.map(|days| Span { from: days.from.filter(|_| past.from.is_some()), ..days }))
}

// ── How far apart ──

/// How far apart meetings are right, counted in ISO weeks or in days; both limits are right.
#[derive(Clone, Copy)]
pub(crate) struct Pace {
    unit: Cadence,
    pub(crate) least: i64,
    pub(crate) most: i64,
}

impl Pace {
    /// As the charter reads it.
    pub(crate) fn of(charter: &Charter) -> Self {
        Self::counted_in(charter.readings.cadence, charter)
    }

    /// As it could be read as well.
    pub(crate) fn otherwise(charter: &Charter) -> Self {
        let unit = match charter.readings.cadence {
            Cadence::IsoWeeks => Cadence::Days,
            Cadence::Days => Cadence::IsoWeeks,
        };
        Self::counted_in(unit, charter)
    }

    fn counted_in(unit: Cadence, charter: &Charter) -> Self {
        let weeks = charter.meetings.weeks;
        match unit {
            Cadence::IsoWeeks => Self { unit, least: weeks.from, most: weeks.to },
            Cadence::Days => Self { unit, least: weeks.from * 7, most: weeks.to * 7 },
        }
    }

    pub(crate) fn distance(self, from: Day, to: Day) -> i64 {
        match self.unit {
            Cadence::IsoWeeks => from.iso_weeks_until(to),
            Cadence::Days => from.days_until(to),
        }
    }

    /// A distance as sentences show it.
    pub(crate) fn show(self, distance: i64) -> Param {
        match self.unit {
            Cadence::IsoWeeks => Param::Weeks(distance),
            Cadence::Days => Param::Days(distance),
        }
    }

    /// Is a meeting on `to` right? None comes too soon after a day on which they did not meet.
    pub(crate) fn fits(self, from: Start, to: Day) -> bool {
        let distance = self.distance(from.day, to);
        distance <= self.most && (distance >= self.least || !from.met)
    }

    /// From which day the wait since `last` is counted, and the first day that is too late.
    ///
    /// A wait that reaches into a recess is counted from the end of the recess.
    pub(crate) fn due(self, cx: &Context<'_>, last: Day) -> (Day, Day) {
        let mut horizon = cx.as_of;
        loop {
            let begins = recesses(cx, last, horizon.plus_days(1)).filter_map(Span::to).fold(last, Day::max);
            let due = self.first_beyond(self.most, begins);
            if due <= horizon {
                return (begins, due);
            }
            horizon = due;
        }
    }

    /// The first day further away from `begins` than `most`.
    fn first_beyond(self, most: i64, begins: Day) -> Day {
        match self.unit {
            Cadence::Days => begins.plus_days(most + 1),
            Cadence::IsoWeeks => {
                let week_later = begins.plus_days(7 * (most + 1));
                let beyond = |day: &Day| self.distance(begins, *day) > most;
                (0..7).map(|back| week_later.plus_days(-back)).take_while(beyond).last().unwrap_or(week_later)
            }
        }
    }
}

/// How long an interval is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Length {
    /// It touches a recess.
    NotJudged,
    Right,
    TooShort,
    TooLong,
}

impl Length {
    /// From `from` to a meeting on `to`; a recess that cannot be read may excuse it.
    pub(crate) fn of(cx: &Context<'_>, from: Start, to: Day) -> Result<Self, Lacks> {
        let excused = excused(cx, from.day, to);
        if excused.is_yes() {
            return Ok(Self::NotJudged);
        }
        let pace = Pace::of(cx.charter);
        if pace.fits(from, to) {
            return Ok(Self::Right);
        }
        excused.told()?;
        Ok(if pace.distance(from.day, to) > pace.most { Self::TooLong } else { Self::TooShort })
    }

    /// `None` where it is not judged.
    pub(crate) fn is_wrong(self) -> Option<bool> {
        match self {
            Self::NotJudged => None,
            Self::Right => Some(false),
            Self::TooShort | Self::TooLong => Some(true),
        }
    }
}

/// Days longer than the charter's cadence without an ordinary meeting.
pub(crate) struct Gap {
    /// The meeting before, or the day from which the weeks are counted.
    pub(crate) from: Day,
    /// The next meeting; `None`: none until the as-of day.
    pub(crate) to: Option<Day>,
    pub(crate) at: Path,
}

/// The certain gaps between the meetings of a NOSAM.
pub(crate) fn gaps<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<Gap> {
    let pace = Pace::of(cx.charter);
    let too_long = |interval: Interval<'a>| {
        let begins = interval.from?.day;
        let (from, to, at) = match interval.to {
            Some((day, meeting)) => (begins, Some(day), meeting.path),
            None => (pace.due(cx, begins).0, None, cx.record.meetings().path),
        };
        let excused = match to {
            Some(day) => !excused(cx, begins, day).is_no(),
            None => unread_recess(cx, begins).is_err(),
        };
        if excused || interval.unclear().next().is_some() {
            return None;
        }
        (pace.distance(from, to.unwrap_or(cx.as_of)) > pace.most).then_some(Gap { from, to, at })
    };
    intervals(cx, group).unwrap_or_default().into_iter().filter_map(too_long).collect()
}

// ── The next meeting ──

/// The meeting after which the next one falls, or the first judged day; undetermined when either is unclear.
pub(crate) fn last_meeting<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Start, Lacks> {
    let open = intervals(cx, group)?.pop().unwrap_or_default();
    let from = open.from.ok_or_else(|| Lacks::absent(cx.record.meetings().path))?;
    let unclear = open.unclear().map(|meeting| meeting.lacks.clone());
    unclear.reduce(Lacks::and).map_or(Ok(from), Err)
}

/// The days on which a meeting after `last` is right: the first, and the first that is too late.
pub(crate) fn right_days(cx: &Context<'_>, last: Start) -> Result<Span, Lacks> {
    // Any recess to come may move the days.
    for recess in cx.record.recesses().all_or_none()? {
        recess.from().read()?;
        recess.to().read()?;
    }
    let pace = Pace::of(cx.charter);
    let least = if last.met { pace.least } else { 0 };
    let (_, too_late) = pace.due(&cx.on_day(last.day), last.day);
    let first = pace.first_beyond(least - 1, last.day).max(last.day.plus_days(1));
    Ok(Span { from: Some(first), until: Some(too_late) })
}

// ── Recesses ──

/// The recesses that touch the days after `from` and before `to`.
fn recesses<'a>(cx: &Context<'a>, from: Day, to: Day) -> impl Iterator<Item = Span> {
    let between = Span { from: Some(from.plus_days(1)), until: Some(to) };
    let spans = cx.record.recesses().items().filter_map(|recess| match recess.span() {
        Ok(span) if span.from.is_some() && span.until.is_some() => Some(span),
        _ => None,
    });
    spans.filter(move |span| between.from < between.until && span.overlap(between).is_some())
}

/// Does a recess lie between these days?
pub(crate) fn recess_between(cx: &Context<'_>, from: Day, to: Day) -> bool {
    recesses(cx, from, to).next().is_some()
}

/// The days of a period on which no recess is.
pub(crate) fn outside_recesses(cx: &Context<'_>, days: Span) -> Vec<Span> {
    let recesses: Vec<Span> = cx.record.recesses().items().filter_map(|recess| recess.span().ok()).collect();
    days.gaps(&recesses)
}

/// Does a recess touch the days after `from` and before `to`?
fn excused(cx: &Context<'_>, from: Day, to: Day) -> Answer {
    let recesses = cx.record.recesses();
    if recesses.is_absent() || to <= from.plus_days(1) {
        return Answer::No;
    }
    recesses.any(|recess| recess.from().is(|first| *first < to).and(|| recess.to().is(|last| from < *last)))
}

/// A recess that cannot be read may excuse the wait since `last`.
pub(crate) fn unread_recess(cx: &Context<'_>, last: Day) -> Result<(), Lacks> {
    let recesses = cx.record.recesses();
    if recesses.is_absent() {
        return Ok(());
    }
    let mut lacks = recesses.unread();
    for recess in recesses.items() {
        let touches = recess.from().is(|first| *first <= cx.as_of).and(|| recess.to().is(|to| last < *to));
        let ends = recess.to().read();
        if let (Answer::Unknown(more), _) | (Answer::Yes, Err(more)) = (touches, ends) {
            lacks = Some(lacks.unwrap_or_default().and(more));
        }
    }
    lacks.map_or(Ok(()), Err)
}
