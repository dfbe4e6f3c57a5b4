//! N-MOT-2: how often NOSAM meets.

use super::{counts_as_ordinary, meeting_subject, nosam_meetings};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::Cadence;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, Unclear, life};
use crate::path::Path;
use crate::record::{Group, Meeting, Period, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-MOT-2",
    severities: [Advice, Info],
    partition_by: Group,
    judges: Groups,
    each: intervals,
    sv: {
        norm: "NOSAM möts var fjärde till femte vecka",
        why: "Så tätt att frågorna hålls levande, så glest att det går att förankra mellan mötena.",
        reading: "Avståndet mellan två hållna ordinarie eller gemensamma möten räknas i kalenderveckor, från \
            måndag till måndag; fyra och fem är rätt. Räknas dagar är 28 till 35 rätt (A-29). Inställda \
            möten räknas inte och extra möten hoppas över. Ett mellanrum som rör ett angivet uppehåll prövas \
            inte, och efter uppehållet börjar fem nya veckor. Tiden från det senaste mötet till den dag som \
            prövningen gäller får vara högst fem veckor. Före `complete_from` prövas ingenting.",
        example: "Möten 2024-06-13 och 2024-09-05 utan uppehåll emellan är tolv veckor ifrån varandra: råd.",
    },
    en: {
        norm: "NOSAM meets every fourth to fifth week",
        why: "Close enough to keep matters alive, far enough apart to anchor them between the meetings.",
        reading: "The distance of two held ordinary or joint meetings is counted in ISO weeks, Monday to \
            Monday; four and five are right. Counted in days, 28 to 35 are right (A-29). Cancelled meetings \
            do not count and extra ones are skipped. An interval that touches a given recess is not judged, \
            and after the recess five new weeks begin. The open end, from the last meeting to the day judged \
            from, may be five weeks. Nothing before `complete_from` is judged.",
        example: "Meetings on 2024-06-13 and 2024-09-05 without a recess between are twelve weeks apart: an advice.",
    },
}

/// From one meeting, or the first judged day, to the next meeting or the as-of day.
struct Interval<'a> {
    from: Start,
    to: Option<(Day, Ref<'a, Meeting>)>,
    /// Meetings that may count in the judged days.
    unclear: Vec<Unclear>,
}

/// Where an interval begins.
#[derive(Clone, Copy)]
enum Start {
    Meeting(Day, Path),
    /// The first judged day: the meeting before it is unknown.
    Judged(Day),
    Nothing,
}

impl Start {
    fn day(self) -> Option<Day> {
        match self {
            Self::Meeting(day, _) | Self::Judged(day) => Some(day),
            Self::Nothing => None,
        }
    }
}

type Judged<'a> = Result<Interval<'a>, Lacks>;

fn intervals<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let mut cases = unclear_meetings(cx);
    for whole in cx.group_cases(GroupKind::Nosam) {
        let group = whole.thing;
        let case = |thing| Case { subject: whole.subject, at: whole.at, thing };
        let counts = |meeting| counts_as_ordinary(meeting).and(|| cx.held(meeting));
        let (held, mut unclear) = cx.counted_meetings(group, counts);
        let days = match judged_days(cx, group) {
            Ok(days) => days,
            Err(lacks) => {
                let untold = |(_, meeting): (Day, Ref<'a, Meeting>)| Case {
                    subject: meeting_subject(meeting),
                    at: meeting.path,
                    thing: Err(lacks.clone()),
                };
                cases.extend(held.into_iter().map(untold));
                cases.push(case(Err(lacks)));
                continue;
            }
        };
        let Some(days) = days else {
            cases.push(case(Ok(nothing())));
            continue;
        };
        if cx.record.meetings().is_absent() {
            cases.push(case(Err(Lacks::absent(cx.record.meetings().path))));
            continue;
        }
        unclear.retain(|meeting| meeting.day.is_none_or(|day| days.contains(day)));
        let mut from = days.from.map_or(Start::Nothing, Start::Judged);
        for (day, meeting) in held {
            if days.contains(day) {
                let thing = Ok(Interval { from, to: Some((day, meeting)), unclear: unclear.clone() });
                cases.push(Case { subject: meeting_subject(meeting), at: meeting.path, thing });
                from = Start::Meeting(day, meeting.path);
            }
        }
        // A NOSAM that has ended owes no further meeting.
        let runs_on = days.contains(cx.as_of);
        cases.push(case(Ok(if runs_on { Interval { from, to: None, unclear } } else { nothing() })));
    }
    cases
}

/// The meetings of which it cannot be told whether they count.
fn unclear_meetings<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let unclear = nosam_meetings(cx).filter_map(|(meeting, of_nosam)| {
        let placed = || cx.day_of(meeting).map(|_| true).into();
        let counts =
            of_nosam.and(|| counts_as_ordinary(meeting)).and(|| cx.judges_meeting(meeting)).and(placed);
        let lacks = counts.told().err()?;
        Some(Case { subject: meeting_subject(meeting), at: meeting.path, thing: Err(lacks) })
    });
    unclear.collect()
}

fn nothing<'a>() -> Interval<'a> {
    Interval { from: Start::Nothing, to: None, unclear: Vec::new() }
}

/// The days of the group's life that are judged; an open start means that the first meeting begins them.
fn judged_days<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Option<Span>, Lacks> {
    let past = Span { from: cx.complete_from()?, until: Some(cx.as_of.plus_days(1)) };
    let days = life(group)?.overlap(past);
    // Only `complete_from` says that absence before the first meeting means anything.
    Ok(days.map(|days| Span { from: days.from.filter(|_| past.from.is_some()), ..days }))
}

/// Judges one interval.
fn check<'a>(cx: &Context<'a>, interval: Judged<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let interval = interval?;
    let Some((day, meeting)) = interval.to else { return open_end(cx, &interval, verdict) };
    let mode = cx.charter.readings.cadence;
    let after_meeting = matches!(interval.from, Start::Meeting(..));
    // The first known meeting has nothing before it.
    let length = |from: Option<Day>, after_meeting| match from {
        Some(from) => length(cx, from, day, after_meeting),
        None => Ok(Length::NotJudged),
    };
    let found = length(interval.from.day(), after_meeting)?;
    // Whichever of the unclear meetings counts, the interval must come out the same.
    for unclear in interval.unclear_within() {
        let same = match unclear.day {
            Some(from) => length(Some(from), true)?.is_wrong() == found.is_wrong(),
            // A further meeting could only shorten what is too short.
            None => found == Length::TooShort,
        };
        if !same {
            return Err(unclear.lacks.clone());
        }
    }
    let Some(begins) = interval.from.day() else { return Ok(()) };
    match found {
        Length::NotJudged => return Ok(()),
        Length::Right => {
            verdict.holds();
            return Ok(());
        }
        Length::TooShort | Length::TooLong => {}
    }
    let words = words_for(mode, begins, distance(mode, begins, day), limits(cx, mode));
    let told = verdict.breaks(Severity::Advice, meeting.start().path, words);
    let told = match interval.from {
        Start::Meeting(_, path) => told.related(path, "meeting_before"),
        Start::Judged(_) | Start::Nothing => told,
    };
    if fits(cx, other(mode), after_meeting, begins, day) {
        told.reading("A-29");
    }
    Ok(())
}

impl Interval<'_> {
    /// The unclear meetings that may lie in the interval.
    fn unclear_within(&self) -> impl Iterator<Item = &Unclear> {
        let within = |day: Day| {
            self.from.day().is_none_or(|from| from <= day) && self.to.is_none_or(|(to, _)| day <= to)
        };
        self.unclear.iter().filter(move |meeting| meeting.day.is_none_or(within))
    }
}

/// How long an interval is.
#[derive(PartialEq)]
enum Length {
    /// It touches a recess.
    NotJudged,
    Right,
    TooShort,
    TooLong,
}

impl Length {
    /// `None` where it is not judged.
    fn is_wrong(&self) -> Option<bool> {
        match self {
            Self::NotJudged => None,
            Self::Right => Some(false),
            Self::TooShort | Self::TooLong => Some(true),
        }
    }
}

/// How long it is from `from` to the meeting on `to`; a recess that cannot be read may excuse it.
fn length(cx: &Context<'_>, from: Day, to: Day, after_meeting: bool) -> Result<Length, Lacks> {
    let excused = excused(cx, from, to);
    if excused.is_yes() {
        return Ok(Length::NotJudged);
    }
    let mode = cx.charter.readings.cadence;
    if fits(cx, mode, after_meeting, from, to) {
        return Ok(Length::Right);
    }
    excused.told()?;
    Ok(if distance(mode, from, to) > limits(cx, mode).1 { Length::TooLong } else { Length::TooShort })
}

/// From the last meeting to the as-of day.
fn open_end<'a>(cx: &Context<'a>, interval: &Interval<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let mode = cx.charter.readings.cadence;
    let Some(last) = interval.from.day() else {
        // Without any meeting an unclear one may be the first.
        let unclear = interval.unclear.iter().map(|meeting| meeting.lacks.clone());
        return unclear.reduce(Lacks::and).map_or(Ok(()), Err);
    };
    let (begins, due) = due(cx, mode, last);
    if cx.as_of < due {
        // A later meeting could only move the day.
        verdict.will_be_due_for(due, "NOSAM ska ha mötts igen", "NOSAM is to have met again");
        verdict.not_due(due);
        return Ok(());
    }
    for unclear in interval.unclear_within() {
        if unclear.day.is_none_or(|last| cx.as_of < self::due(cx, mode, last).1) {
            return Err(unclear.lacks.clone());
        }
    }
    unread_recess(cx, last)?;
    let (_, most) = limits(cx, mode);
    let since = distance(mode, begins, cx.as_of);
    let (since, most) = match mode {
        Cadence::IsoWeeks => (Param::Weeks(since), Param::Weeks(most)),
        Cadence::Days => (Param::Days(since), Param::Days(most)),
    };
    let words = if begins == last {
        words! { begins = begins, since = since, most = most;
        sv: "Inget möte sedan {begins}, det är {since} och högst {most} rekommenderas",
        en: "No meeting since {begins}, that is {since} and {most} at the most are recommended" }
    } else {
        words! { begins = begins, since = since, most = most;
        sv: "Inget möte sedan uppehållet slutade {begins}, det är {since} och högst {most} rekommenderas",
        en: "No meeting since the recess ended on {begins}, that is {since} and {most} at the most are recommended" }
    };
    let told = verdict.breaks(Severity::Advice, cx.record.meetings().path, words);
    if cx.as_of < self::due(cx, other(mode), last).1 {
        told.reading("A-29");
    }
    Ok(())
}

/// From which day the weeks are counted, and the first day that is too late.
///
/// An open end that reaches into a recess is counted from the end of the recess.
fn due(cx: &Context<'_>, mode: Cadence, last: Day) -> (Day, Day) {
    let (_, most) = limits(cx, mode);
    let mut horizon = cx.as_of;
    loop {
        let begins = recesses(cx, last, horizon.plus_days(1)).filter_map(Span::to).fold(last, Day::max);
        let due = first_too_late(mode, begins, most);
        if due <= horizon {
            return (begins, due);
        }
        horizon = due;
    }
}

/// The first day more than `most` away.
fn first_too_late(mode: Cadence, begins: Day, most: i64) -> Day {
    match mode {
        Cadence::Days => begins.plus_days(most + 1),
        Cadence::IsoWeeks => {
            let week_later = begins.plus_days(7 * (most + 1));
            let too_late = |day: &Day| distance(mode, begins, *day) > most;
            (0..7).map(|back| week_later.plus_days(-back)).take_while(too_late).last().unwrap_or(week_later)
        }
    }
}

fn other(mode: Cadence) -> Cadence {
    match mode {
        Cadence::IsoWeeks => Cadence::Days,
        Cadence::Days => Cadence::IsoWeeks,
    }
}

fn distance(mode: Cadence, from: Day, to: Day) -> i64 {
    match mode {
        Cadence::IsoWeeks => from.iso_weeks_until(to),
        Cadence::Days => from.days_until(to),
    }
}

/// The least and the greatest distance, both right.
fn limits(cx: &Context<'_>, mode: Cadence) -> (i64, i64) {
    let weeks = cx.charter.meetings.weeks;
    match mode {
        Cadence::IsoWeeks => (weeks.from, weeks.to),
        Cadence::Days => (weeks.from * 7, weeks.to * 7),
    }
}

fn fits(cx: &Context<'_>, mode: Cadence, after_meeting: bool, from: Day, to: Day) -> bool {
    let (least, most) = limits(cx, mode);
    let distance = distance(mode, from, to);
    distance <= most && (distance >= least || !after_meeting)
}

fn words_for(mode: Cadence, before: Day, distance: i64, (least, most): (i64, i64)) -> Words {
    match mode {
        Cadence::IsoWeeks => {
            words! { distance = Param::Weeks(distance), before = before, least = least, most = most;
            sv: "Det är {distance} sedan {before}, rekommendationen är {least} till {most} veckor",
            en: "It is {distance} since {before}, {least} to {most} weeks are recommended" }
        }
        Cadence::Days => {
            words! { distance = Param::Days(distance), before = before, least = least, most = most;
            sv: "Det är {distance} sedan {before}, rekommendationen är {least} till {most} dagar",
            en: "It is {distance} since {before}, {least} to {most} days are recommended" }
        }
    }
}

/// The recesses that touch the days after `from` and before `to`.
fn recesses<'a>(cx: &Context<'a>, from: Day, to: Day) -> impl Iterator<Item = Span> {
    let between = Span { from: Some(from.plus_days(1)), until: Some(to) };
    let spans = cx.record.recesses().items().filter_map(|recess| match recess.span() {
        Ok(span) if span.from.is_some() && span.until.is_some() => Some(span),
        _ => None,
    });
    spans.filter(move |span| between.from < between.until && span.overlap(between).is_some())
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
fn unread_recess(cx: &Context<'_>, last: Day) -> Result<(), Lacks> {
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

/// Days longer than the charter's cadence without an ordinary meeting.
pub(crate) struct Gap {
    /// The meeting before, or the day from which the weeks are counted.
    pub(crate) from: Day,
    /// The next meeting; `None`: none until the as-of day.
    pub(crate) to: Option<Day>,
    pub(crate) at: Path,
}

/// The certain gaps between the meetings of a NOSAM, as the cadence is judged.
pub(crate) fn gaps<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Vec<Gap> {
    let mode = cx.charter.readings.cadence;
    let (_, most) = limits(cx, mode);
    let too_long = |interval: Interval<'a>| {
        let (Start::Meeting(begins, _) | Start::Judged(begins)) = interval.from else { return None };
        let (from, to, at) = match interval.to {
            Some((day, meeting)) => (begins, Some(day), meeting.path),
            None => (due(cx, mode, begins).0, None, cx.record.meetings().path),
        };
        let excused = match to {
            Some(day) => !excused(cx, begins, day).is_no(),
            None => unread_recess(cx, begins).is_err(),
        };
        if excused || interval.unclear_within().next().is_some() {
            return None;
        }
        (distance(mode, from, to.unwrap_or(cx.as_of)) > most).then_some(Gap { from, to, at })
    };
    intervals(&cx.only(group)).into_iter().filter_map(|case| too_long(case.thing.ok()?)).collect()
}

// ── For the next meeting ──

/// The meeting after which the next one falls, or the first judged day; undetermined when either is unclear.
pub(crate) fn last_meeting<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<(Day, bool), Lacks> {
    let mut cases = intervals(&cx.only(group));
    let open = cases.pop().map_or_else(|| Ok(nothing()), |case| case.thing)?;
    let (day, met) = match open.from {
        Start::Meeting(day, _) => (day, true),
        Start::Judged(day) => (day, false),
        Start::Nothing => return Err(Lacks::absent(cx.record.meetings().path)),
    };
    let unclear = open.unclear_within().map(|meeting| meeting.lacks.clone());
    unclear.reduce(Lacks::and).map_or(Ok((day, met)), Err)
}

/// The days on which a meeting after one on `last` is right: the first, and the first that is too late.
pub(crate) fn right_days(cx: &Context<'_>, last: Day, met: bool) -> Result<Span, Lacks> {
    // Any recess to come may move the days.
    for recess in cx.record.recesses().all_or_none()? {
        recess.from().read()?;
        recess.to().read()?;
    }
    let mode = cx.charter.readings.cadence;
    let (least, _) = limits(cx, mode);
    let least = if met { least } else { 0 };
    let (_, too_late) = due(&cx.on_day(last), mode, last);
    let first = first_too_late(mode, last, least - 1).max(last.plus_days(1));
    Ok(Span { from: Some(first), until: Some(too_late) })
}

/// The days of a period on which no recess is.
pub(crate) fn outside_recesses(cx: &Context<'_>, days: Span) -> Vec<Span> {
    let recesses: Vec<Span> = cx.record.recesses().items().filter_map(|recess| recess.span().ok()).collect();
    days.gaps(&recesses)
}

/// Does a recess lie between these days?
pub(crate) fn recess_between(cx: &Context<'_>, from: Day, to: Day) -> bool {
    recesses(cx, from, to).next().is_some()
}
