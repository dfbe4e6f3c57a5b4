//! N-MOT-2: how often NOSAM meets.

use super::{meeting_subject, nosam_meetings};
use crate::answer::Lacks;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context};
use crate::record::{Meeting, Ref};
use crate::rules::cadence::{self, Interval, Length, Pace, Start};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;

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

type Judged<'a> = Result<Interval<'a>, Lacks>;

fn intervals<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let mut cases = unclear_meetings(cx);
    for group in cx.group_cases(GroupKind::Nosam) {
        // An interval is its meeting's, and the open end is the group's.
        let case = |meeting: Option<Ref<'a, Meeting>>, thing| match meeting {
            Some(meeting) => Case { subject: meeting_subject(meeting), at: meeting.path, thing },
            None => Case { subject: group.subject, at: group.at, thing },
        };
        match cadence::intervals(cx, group.thing) {
            Ok(intervals) => {
                cases.extend(intervals.into_iter().map(|it| case(it.to.map(|(_, meeting)| meeting), Ok(it))));
            }
            Err(lacks) => {
                let (held, _) = cadence::counted(cx, group.thing);
                let all = held.into_iter().map(|(_, meeting)| Some(meeting)).chain([None]);
                cases.extend(all.map(|meeting| case(meeting, Err(lacks.clone()))));
            }
        }
    }
    cases
}

/// The meetings of which it cannot be told whether they count.
fn unclear_meetings<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let unclear = nosam_meetings(cx).filter_map(|(meeting, of_nosam)| {
        let placed = || cx.day_of(meeting).map(|_| true).into();
        let counts =
            of_nosam.and(|| cadence::is_ordinary(meeting)).and(|| cx.judges_meeting(meeting)).and(placed);
        let lacks = counts.told().err()?;
        Some(Case { subject: meeting_subject(meeting), at: meeting.path, thing: Err(lacks) })
    });
    unclear.collect()
}

/// Judges one interval.
fn check<'a>(cx: &Context<'a>, interval: Judged<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let interval = interval?;
    let Some((day, meeting)) = interval.to else { return open_end(cx, &interval, verdict) };
    // The first known meeting has nothing before it.
    let length = interval.from.map_or(Ok(Length::NotJudged), |from| Length::of(cx, from, day))?;
    // Whichever of the unclear meetings counts, the interval must come out the same.
    for unclear in interval.unclear() {
        let same = match unclear.day {
            Some(met_on) => {
                let from = Start { day: met_on, met: true };
                Length::of(cx, from, day)?.is_wrong() == length.is_wrong()
            }
            // A further meeting could only shorten what is too short.
            None => length == Length::TooShort,
        };
        if !same {
            return Err(unclear.lacks.clone());
        }
    }
    let (Some(from), Some(wrong)) = (interval.from, length.is_wrong()) else { return Ok(()) };
    if !wrong {
        verdict.holds();
        return Ok(());
    }
    let pace = Pace::of(cx.charter);
    let distance = pace.show(pace.distance(from.day, day));
    let words = words! { distance = distance, before = from.day, least = pace.least, most = pace.show(pace.most);
    sv: "Det är {distance} sedan {before}, rekommendationen är {least} till {most}",
    en: "It is {distance} since {before}, {least} to {most} are recommended" };
    let mut told = verdict.breaks(Severity::Advice, meeting.start().path, words);
    if let Some(before) = interval.before {
        told = told.related(before, "meeting_before");
    }
    if Pace::otherwise(cx.charter).fits(from, day) {
        told.reading("A-29");
    }
    Ok(())
}

/// From the last meeting to the as-of day.
fn open_end<'a>(cx: &Context<'a>, interval: &Interval<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let pace = Pace::of(cx.charter);
    let Some(Start { day: last, .. }) = interval.from else {
        // Without any meeting an unclear one may be the first.
        let unclear = interval.unclear().map(|meeting| meeting.lacks.clone());
        return unclear.reduce(Lacks::and).map_or(Ok(()), Err);
    };
    let (begins, due) = pace.due(cx, last);
    if cx.as_of < due {
        // A later meeting could only move the day.
        verdict.will_be_due_for(due, "NOSAM ska ha mötts igen", "NOSAM is to have met again");
        verdict.not_due(due);
        return Ok(());
    }
    for unclear in interval.unclear() {
        if unclear.day.is_none_or(|last| cx.as_of < pace.due(cx, last).1) {
            return Err(unclear.lacks.clone());
        }
    }
    cadence::unread_recess(cx, last)?;
    let (since, most) = (pace.show(pace.distance(begins, cx.as_of)), pace.show(pace.most));
    let words = if begins == last {
        words! { begins = begins, since = since, most = most;
        sv: "Inget möte sedan {begins}, det är {since} och högst {most} rekommenderas",
        en: "No meeting since {begins}, that is {since} and {most} at the most are recommended" }
    } else {
        words! { begins = begins, since = since, most = most;
        sv: "Inget möte sedan uppehållet slutade {begins}, det är {since} och högst {most} \
            rekommenderas",
        en: "No meeting since the recess ended on {begins}, that is {since} and {most} at the most \
            are recommended" }
    };
    let told = verdict.breaks(Severity::Advice, cx.record.meetings().path, words);
    if cx.as_of < Pace::otherwise(cx.charter).due(cx, last).1 {
        told.reading("A-29");
    }
    Ok(())
}
