//! N-MOT-2: how often NOSAM meets.

use super::{counts_as_ordinary, meeting_subject};
use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::Cadence;
use crate::index::{Case, Context, Unclear, life};
use crate::path::Path;
use crate::record::{Group, GroupKind, Meeting, Period, Ref};
use crate::report::{Param, Severity, Verdict, Words};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-MOT-2",
    clauses: ["N-MOT-2"],
    severities: [Advice, Info],
    partition_by: Group,
    each: intervals,
    check: check,
    sv: {
        norm: "NOSAM möts var fjärde till femte vecka",
        why: "Så tätt att frågorna hålls levande, så glest att det går att förankra mellan mötena.",
        reading: "Avståndet mellan två hållna ordinarie eller gemensamma möten räknas i kalenderveckor, från måndag till måndag; fyra och fem är rätt. Räknas dagar är 28 till 35 rätt (A-29). Inställda möten räknas inte och extra möten hoppas över. Ett mellanrum som rör ett angivet uppehåll prövas inte, och efter uppehållet börjar fem nya veckor. Tiden från det senaste mötet till den dag som prövningen gäller får vara högst fem veckor. Före `complete_from` prövas ingenting.",
        example: "Möten 2024-06-13 och 2024-09-05 utan uppehåll emellan är tolv veckor ifrån varandra: råd.",
    },
    en: {
        norm: "NOSAM meets every fourth to fifth week",
        why: "Close enough to keep matters alive, far enough apart to anchor them between the meetings.",
        reading: "The distance of two held ordinary or joint meetings is counted in ISO weeks, Monday to Monday; four and five are right. Counted in days, 28 to 35 are right (A-29). Cancelled meetings do not count and extra ones are skipped. An interval that touches a given recess is not judged, and after the recess five new weeks begin. The open end, from the last meeting to the day judged from, may be five weeks. Nothing before `complete_from` is judged.",
        example: "Meetings on 2024-06-13 and 2024-09-05 without a recess between are twelve weeks apart: an advice.",
    },
}

/// From one meeting, or the first judged day, to the next meeting or the as-of day.
struct Interval<'a> {
    from: Start,
    to: Option<(Day, Ref<'a, Meeting>)>,
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

type Judged<'a> = Result<Interval<'a>, Lacks>;

fn intervals<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let mut cases = Vec::new();
    for whole in cx.group_cases(GroupKind::Nosam) {
        let group = whole.thing;
        let days = match judged_days(cx, group) {
            Ok(days) => days,
            Err(lacks) => {
                cases.push(Case { subject: whole.subject, at: whole.at, thing: Err(lacks) });
                continue;
            }
        };
        if cx.record.meetings().is_absent() {
            let lacks = Lacks::absent(cx.record.meetings().path);
            let thing = if days.is_some() { Err(lacks) } else { Ok(nothing()) };
            cases.push(Case { subject: whole.subject, at: whole.at, thing });
            continue;
        }
        let Some(days) = days else {
            cases.push(Case { subject: whole.subject, at: whole.at, thing: Ok(nothing()) });
            continue;
        };
        let (held, unclear) =
            cx.counted_meetings(group, |meeting| counts_as_ordinary(meeting).and(|| cx.held(meeting)));
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
        let thing = Ok(if runs_on { Interval { from, to: None, unclear } } else { nothing() });
        cases.push(Case { subject: whole.subject, at: whole.at, thing });
    }
    cases
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
    let Interval { from, to, unclear } = interval?;
    let (begins, before) = match from {
        Start::Meeting(day, at) => (day, Some(at)),
        Start::Judged(day) => (day, None),
        // The first known meeting has nothing before it; without any, an unclear one may be the first.
        Start::Nothing => return if to.is_some() { Ok(()) } else { unread(&unclear, None, None) },
    };
    let Some((day, meeting)) = to else { return open_end(cx, begins, &unclear, verdict) };
    if recesses(cx, begins, day).next().is_some() {
        return Ok(());
    }
    let mode = cx.charter.readings.cadence;
    let distance = distance(mode, begins, day);
    let limits = limits(cx, mode);
    let short = before.is_some() && distance < limits.0;
    if !short && distance <= limits.1 {
        unread(&unclear, Some(begins), Some(day))?;
        verdict.holds();
        return Ok(());
    }
    if !short {
        unread(&unclear, Some(begins), Some(day))?;
    }
    unread_recesses(cx)?;
    let told =
        verdict.breaks(Severity::Advice, meeting.start().path, words_for(mode, begins, distance, limits));
    let told = match before {
        Some(path) => told.related(path, "meeting_before"),
        None => told,
    };
    if fits(cx, other(mode), before.is_some(), begins, day) {
        told.reading("A-29");
    }
    Ok(())
}

/// From the last meeting to the as-of day.
fn open_end<'a>(
    cx: &Context<'a>,
    last: Day,
    unclear: &[Unclear],
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let mode = cx.charter.readings.cadence;
    let (begins, due) = due(cx, mode, last);
    if cx.as_of < due {
        // A later meeting could only move the day.
        verdict.will_be_due_for(due, "NOSAM ska ha mötts igen", "NOSAM is to have met again");
        verdict.not_due(due);
        return Ok(());
    }
    unread(unclear, Some(last), None)?;
    unread_recesses(cx)?;
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

/// A recess that cannot be read may excuse a long interval.
fn unread_recesses(cx: &Context<'_>) -> Result<(), Lacks> {
    for recess in cx.record.recesses().all_or_none()? {
        recess.from().read()?;
        recess.to().read()?;
    }
    Ok(())
}

/// A meeting that may count between these days leaves the interval untold.
fn unread(unclear: &[Unclear], after: Option<Day>, before: Option<Day>) -> Result<(), Lacks> {
    let between =
        |day: Day| after.is_none_or(|after| after <= day) && before.is_none_or(|before| day <= before);
    let lacks = unclear.iter().filter(|meeting| meeting.day.is_none_or(between)).map(|it| it.lacks.clone());
    lacks.reduce(Lacks::and).map_or(Ok(()), Err)
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
            Some((day, _)) if recesses(cx, begins, day).next().is_some() => return None,
            Some((day, meeting)) => (begins, Some(day), meeting.path),
            None => (due(cx, mode, begins).0, None, cx.record.meetings().path),
        };
        unread(&interval.unclear, Some(begins), to).ok()?;
        unread_recesses(cx).ok()?;
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
    unread(&open.unclear, Some(day), None)?;
    Ok((day, met))
}

/// The days on which a meeting after one on `last` is right: the first, and the first that is too late.
pub(crate) fn right_days(cx: &Context<'_>, last: Day, met: bool) -> Result<Span, Lacks> {
    unread_recesses(cx)?;
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
