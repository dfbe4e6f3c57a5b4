//! How often a NOSAM meets, as one rule judges it, the overview shows it and the next meeting follows from it.

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::Cadence;
use crate::codes::MeetingKind;
use crate::index::{Context, Unclear, is_one_of};
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

/// From one meeting, or the first judged day, to the next meeting or the last judged day.
#[derive(Default)]
pub(crate) struct Interval<'a> {
    /// None where nothing begins it.
    pub(crate) from: Option<Start>,
    /// It begins on the first judged day only if a meeting before that day counts, which cannot be told.
    pub(crate) may_begin: Option<Lacks>,
    /// The meeting that begins it.
    pub(crate) before: Option<Path>,
    pub(crate) to: Option<(Day, Ref<'a, Meeting>)>,
    /// The last judged day, that of the open end where the group owes a meeting or has ended before one.
    pub(crate) last: Option<Day>,
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

/// Is the meeting of a kind that the cadence counts?
pub(crate) fn counts(meeting: Ref<'_, Meeting>) -> Answer {
    is_one_of(meeting, &[MeetingKind::Ordinary, MeetingKind::Joint, MeetingKind::Planning])
}

/// The held meetings of the NOSAM that its cadence counts, and those that it may.
pub(crate) fn counted<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
) -> (Vec<(Day, Ref<'a, Meeting>)>, Vec<Unclear>) {
    let id = group.id().known().map_or("", |id| id.as_str());
    cx.counted_meetings(id, |meeting| counts(meeting).and(|| cx.held(meeting)))
}

/// The intervals of a NOSAM in order: one to each judged meeting, and the open end.
pub(crate) fn intervals<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Vec<Interval<'a>>, Lacks> {
    let Some(days) = judged_days(cx, group)? else { return Ok(vec![Interval::default()]) };
    let meetings = cx.record.meetings();
    if meetings.is_absent() {
        return Err(Lacks::absent(meetings.path));
    }
    let is_early = |day: Day| days.from.is_some_and(|first| day < first);
    let (held, unclear) = counted(cx, group);
    let (early, held): (Vec<_>, Vec<_>) = held.into_iter().partition(|(day, _)| is_early(*day));
    let (maybe_early, mut unclear): (Vec<_>, Vec<_>) =
        unclear.into_iter().partition(|meeting| meeting.day.is_some_and(is_early));
    unclear.retain(|meeting| meeting.day.is_none_or(|day| days.contains(day)));
    // Only `complete_from`, or a meeting before, says that absence before the first meeting means anything.
    let begun = cx.complete_from()?.is_some() || !early.is_empty();
    let maybe_begun = maybe_early.into_iter().map(|meeting| meeting.lacks).reduce(Lacks::and);
    let mut may_begin = maybe_begun.filter(|_| !begun);
    let mut from = days.from.filter(|_| begun || may_begin.is_some()).map(|day| Start { day, met: false });
    let (mut before, last) = (None, days.to());
    let mut intervals = Vec::new();
    for (day, meeting) in held.into_iter().filter(|(day, _)| days.contains(*day)) {
        let (to, unclear) = (Some((day, meeting)), unclear.clone());
        intervals.push(Interval { from, may_begin: may_begin.take(), before, to, last, unclear });
        from = Some(Start { day, met: true });
        before = Some(meeting.path);
    }
    intervals.push(Interval { from, may_begin, before, to: None, last, unclear });
    Ok(intervals)
}

/// The days that are judged of a group: of its life and the plan's, from `complete_from` to the as-of day.
fn judged_days<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Option<Span>, Lacks> {
    let past = Span { from: cx.complete_from()?, until: Some(cx.as_of.plus_days(1)) };
    let in_force = Span { from: cx.charter.plan.from, until: None };
    Ok(cx.life(group)?.overlap(past).and_then(|days| days.overlap(in_force)))
}

// ── How far apart ──

/// How far apart meetings are right, counted in ISO weeks or in days; both limits are right.
///
/// A recess takes out its own weeks, or days, of the upper limit and nothing else.
pub(crate) struct Pace {
    unit: Cadence,
    pub(crate) least: i64,
    pub(crate) most: i64,
    recesses: Recesses,
}

impl Pace {
    /// As the charter reads it.
    pub(crate) fn of(cx: &Context<'_>) -> Self {
        Self::counted_in(cx.charter.readings.cadence, cx)
    }

    /// As it could be read as well.
    pub(crate) fn otherwise(cx: &Context<'_>) -> Self {
        let unit = match cx.charter.readings.cadence {
            Cadence::IsoWeeks => Cadence::Days,
            Cadence::Days => Cadence::IsoWeeks,
        };
        Self::counted_in(unit, cx)
    }

    fn counted_in(unit: Cadence, cx: &Context<'_>) -> Self {
        let weeks = cx.charter.meetings.weeks;
        let each = match unit {
            Cadence::IsoWeeks => 1,
            Cadence::Days => 7,
        };
        Self { unit, least: weeks.from * each, most: weeks.to * each, recesses: Recesses::of(cx) }
    }

    pub(crate) fn distance(&self, from: Day, to: Day) -> i64 {
        match self.unit {
            Cadence::IsoWeeks => from.iso_weeks_until(to),
            Cadence::Days => from.days_until(to),
        }
    }

    /// The distance without what certainly lies in recesses.
    pub(crate) fn without_recesses(&self, from: Day, to: Day) -> i64 {
        self.distance(from, to) - resting(self.unit, &self.recesses.certain, from, to)
    }

    /// A distance as sentences show it.
    pub(crate) fn show(&self, distance: i64) -> Param {
        match self.unit {
            Cadence::IsoWeeks => Param::Weeks(distance),
            Cadence::Days => Param::Days(distance),
        }
    }

    /// How long the interval from `from` to a meeting on `to` is; a recess that cannot be read may shorten it.
    ///
    /// No meeting comes too soon after a day on which they did not meet.
    pub(crate) fn length(&self, from: Start, to: Day) -> Result<Length, Lacks> {
        if from.met && self.distance(from.day, to) < self.least {
            return Ok(Length::TooShort);
        }
        Ok(if self.is_too_late(from.day, to).told()? { Length::TooLong } else { Length::Right })
    }

    /// Would a meeting on `to` come too late after `from`?
    pub(crate) fn is_too_late(&self, from: Day, to: Day) -> Answer {
        if self.without_recesses(from, to) <= self.most {
            return Answer::No;
        }
        let possible = self.recesses.possible();
        if self.distance(from, to) - resting(self.unit, &possible, from, to) > self.most {
            return Answer::Yes;
        }
        Answer::Unknown(self.recesses.lacks(from, to))
    }

    /// The first day on which a meeting after `last` comes too late, as far as recesses are certain.
    pub(crate) fn too_late_from(&self, last: Day) -> Day {
        let mut rests = 0;
        loop {
            let day = self.first_beyond(self.most + rests, last);
            let more = resting(self.unit, &self.recesses.certain, last, day);
            if more <= rests {
                return day;
            }
            rests = more;
        }
    }

    /// The first day further away from `begins` than `most`.
    fn first_beyond(&self, most: i64, begins: Day) -> Day {
        match self.unit {
            Cadence::Days => begins.plus_days(most + 1),
            Cadence::IsoWeeks => begins.monday().plus_days(7 * (most + 1)),
        }
    }
}

/// How long an interval is.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Length {
    Right,
    TooShort,
    TooLong,
}

/// Days longer than the charter's cadence without an ordinary meeting.
pub(crate) struct Gap {
    /// The meeting before, or the first judged day.
    pub(crate) from: Day,
    /// The next meeting; `None`: none until `last`.
    pub(crate) to: Option<Day>,
    /// The day to which the weeks are counted.
    pub(crate) last: Day,
    pub(crate) at: Path,
}

/// The certain gaps between the meetings of a NOSAM.
pub(crate) fn gaps<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<Gap> {
    let pace = Pace::of(cx);
    let too_long = |interval: Interval<'a>| {
        if interval.may_begin.is_some() || interval.unclear().next().is_some() {
            return None;
        }
        let from = interval.from?.day;
        let (to, last, at) = match interval.to {
            Some((day, meeting)) => (Some(day), day, meeting.path),
            None => (None, interval.last?, cx.record.meetings().path),
        };
        pace.is_too_late(from, last).is_yes().then_some(Gap { from, to, last, at })
    };
    intervals(cx, group).unwrap_or_default().into_iter().filter_map(too_long).collect()
}

// ── The next meeting ──

/// The meeting after which the next one falls, or the first judged day; undetermined when either is unclear.
pub(crate) fn last_meeting<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Start, Lacks> {
    let open = intervals(cx, group)?.pop().unwrap_or_default();
    let from = open.from.ok_or_else(|| Lacks::absent(cx.record.meetings().path))?;
    let unclear = open.unclear().map(|meeting| meeting.lacks.clone());
    unclear.chain(open.may_begin.clone()).reduce(Lacks::and).map_or(Ok(from), Err)
}

/// The days on which a meeting after `last` is right: the first, and the first that is too late.
pub(crate) fn right_days(cx: &Context<'_>, last: Start) -> Result<Span, Lacks> {
    // Any recess to come may move the days.
    for recess in cx.record.recesses().all_or_none()? {
        recess.from().read()?;
        recess.to().read()?;
    }
    let pace = Pace::of(cx);
    let least = if last.met { pace.least } else { 0 };
    let first = pace.first_beyond(least - 1, last.day).max(last.day.plus_days(1));
    Ok(Span { from: Some(first), until: Some(pace.too_late_from(last.day)) })
}

// ── Recesses ──

/// The recesses of a record, and those whose days cannot be read.
struct Recesses {
    certain: Vec<Span>,
    /// Each with the days on which it may be.
    doubtful: Vec<(Span, Lacks)>,
}

impl Recesses {
    fn of(cx: &Context<'_>) -> Self {
        let recesses = cx.record.recesses();
        let (mut certain, mut doubtful) = (Vec::new(), Vec::new());
        if recesses.is_absent() {
            return Self { certain, doubtful };
        }
        doubtful.extend(recesses.unread().map(|lacks| (Span::default(), lacks)));
        for recess in recesses.items() {
            let (from, to) = (recess.from().read().copied(), recess.to().read().copied());
            let days = Span::inclusive(from.as_ref().ok().copied(), to.as_ref().ok().copied());
            match from.err().into_iter().chain(to.err()).reduce(Lacks::and) {
                None => certain.push(days),
                Some(lacks) => doubtful.push((days, lacks)),
            }
        }
        Self { certain, doubtful }
    }

    fn possible(&self) -> Vec<Span> {
        self.certain.iter().copied().chain(self.doubtful.iter().map(|(days, _)| *days)).collect()
    }

    /// What hides how much of the days from `from` to `to` lies in recesses.
    fn lacks(&self, from: Day, to: Day) -> Lacks {
        let between = Span { from: Some(from), until: Some(to) };
        let touching = self.doubtful.iter().filter(|(days, _)| days.overlap(between).is_some());
        touching.map(|(_, lacks)| lacks.clone()).reduce(Lacks::and).unwrap_or_default()
    }
}

/// How much of the time from one day to another lies in `recesses`, which count as their union: weeks strictly
/// between those of the two days, from Monday to Friday, or days strictly between them.
fn resting(unit: Cadence, recesses: &[Span], from: Day, to: Day) -> i64 {
    let (first, until) = match unit {
        Cadence::IsoWeeks => (from.monday().plus_days(7), to.monday()),
        Cadence::Days => (from.plus_days(1), to),
    };
    if until <= first {
        return 0;
    }
    let between = Span { from: Some(first), until: Some(until) };
    let rests = between.gaps(&between.gaps(recesses)).into_iter();
    match unit {
        Cadence::IsoWeeks => rests.map(whole_weeks).sum(),
        Cadence::Days => rests.filter_map(Span::days).sum(),
    }
}

/// The weeks of which Monday to Friday lie in a span.
fn whole_weeks(span: Span) -> i64 {
    let (Some(from), Some(until)) = (span.from, span.until) else { return 0 };
    let (first, last) = (from.plus_days(6).monday(), until.plus_days(-5).monday());
    (first.days_until(last) / 7 + 1).max(0)
}

/// Does a recess lie between these days?
pub(crate) fn recess_between(cx: &Context<'_>, from: Day, to: Day) -> bool {
    resting(Cadence::Days, &Recesses::of(cx).certain, from, to) > 0
}

/// The ISO weeks from one day to another, and how many of them lie in recesses.
pub(crate) fn weeks_and_resting(cx: &Context<'_>, from: Day, to: Day) -> (i64, i64) {
    (from.iso_weeks_until(to), resting(Cadence::IsoWeeks, &Recesses::of(cx).certain, from, to))
}

/// The days of a period on which no recess is.
pub(crate) fn outside_recesses(cx: &Context<'_>, days: Span) -> Vec<Span> {
    let recesses: Vec<Span> = cx.record.recesses().items().filter_map(|recess| recess.span().ok()).collect();
    days.gaps(&recesses)
}
