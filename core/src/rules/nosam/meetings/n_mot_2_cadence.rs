//! N-MOT-2: how often NOSAM meets.

use super::{meeting_subject, nosam_meetings};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context};
use crate::path::Path;
use crate::record::{Meeting, Ref};
use crate::report::Subject;
use crate::rules::cadence::{self, Interval, Length, Pace, Start};
use crate::rules::judge::Verdict;
use crate::rules::key_days::{self, Days};
use crate::rules::rule;
use crate::words;
use crate::words::Words;

rule! {
    id: "N-MOT-2",
    subject: "meetings/M, groups/NOSAM",
    severities: [Advice, Info],
    key_days: (key_days),
    partition_by: Group,
    reads: [groups, meetings, recesses],
    judges: Groups,
    each: intervals,
    sv: {
        norm: "NOSAM möts var fjärde till femte vecka",
        why: "Så tätt att frågorna hålls levande, så glest att det går att förankra mellan mötena.",
        reading: "Avståndet mellan två hållna möten räknas i kalenderveckor, från måndag till måndag; fyra \
            och fem är rätt. Räknas dagar är 28 till 35 rätt (A-29). Ordinarie och gemensamma möten och \
            planeringsdagar räknas; extra möten, avstämningar och inställda möten hoppas över. Ett uppehåll \
            tar bort sina egna veckor ur de fem, de vars måndag till fredag ligger helt i uppehåll, och \
            inget annat; de fyra tar hela avståndet. Tiden från det senaste mötet till den dag som \
            prövningen gäller, eller till gruppens sista dag, får vara högst fem veckor. Före \
            `complete_from`, gruppens och planens första dag prövas ingenting; den första tiden räknas från \
            den senaste av dem.",
        example: "Möten 2024-06-11 och 2024-09-17 är 14 veckor ifrån varandra, sex utan uppehållet 2024-06-17 \
            till 2024-08-11: råd.",
    },
    en: {
        norm: "NOSAM meets every fourth to fifth week",
        why: "Close enough to keep matters alive, far enough apart to anchor them between the meetings.",
        reading: "The distance of two held meetings is counted in ISO weeks, Monday to Monday; four and five \
            are right. Counted in days, 28 to 35 are right (A-29). Ordinary and joint meetings and planning \
            days count; extra meetings, check-ins and cancelled meetings are skipped. A recess takes its own \
            weeks out of the five, those whose Monday to Friday lie wholly in recesses, and nothing else; \
            the four take the whole distance. The open end, from the last meeting to the day judged from or \
            to the group's last day, may be five weeks. Nothing before `complete_from`, the group's and the \
            plan's first day is judged; the first wait is counted from the latest of them.",
        example: "Meetings on 2024-06-11 and 2024-09-17 are 14 weeks apart, six without the recess from \
            2024-06-17 to 2024-08-11: an advice.",
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

/// The later meeting's day, and for the open end the day judged from.
fn key_days<'a>(cx: &Context<'a>, subject: Subject<&'a str>, at: Path) -> Days {
    if subject.section == "groups" {
        return Days { as_of: true, fixed: Vec::new() };
    }
    key_days::meeting(cx, subject, at)
}

/// The meetings of which it cannot be told whether they count.
fn unclear_meetings<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let unclear = nosam_meetings(cx).filter_map(|(meeting, of_nosam)| {
        let counts = of_nosam.and(|| cadence::counts(meeting)).and(|| cx.judges_meeting(meeting));
        // Another NOSAM may have met, too.
        let lacks = match counts.told() {
            Ok(true) => meeting.groups().unread()?,
            Ok(false) => return None,
            Err(lacks) => lacks,
        };
        Some(Case { subject: meeting_subject(meeting), at: meeting.path, thing: Err(lacks) })
    });
    unclear.collect()
}

/// Judges one interval.
fn check<'a>(cx: &Context<'a>, interval: Judged<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let mut interval = interval?;
    let Some((day, meeting)) = interval.to else { return open_end(cx, &interval, verdict) };
    if let Some(lacks) = interval.may_begin.take() {
        return Err(lacks);
    }
    let pace = Pace::of(cx);
    // The first known meeting has nothing before it.
    let length = interval.from.map(|from| pace.length(from, day)).transpose()?;
    let is_right = |length: Length| length == Length::Right;
    // Whichever of the unclear meetings counts, the interval must come out the same.
    for unclear in interval.unclear() {
        let same = match unclear.day {
            Some(met_on) => {
                let from = Start { day: met_on, met: true };
                length.map(is_right) == Some(is_right(pace.length(from, day)?))
            }
            // A further meeting could only shorten what is too short.
            None => length == Some(Length::TooShort),
        };
        if !same {
            return Err(unclear.lacks.clone());
        }
    }
    let (Some(from), Some(length)) = (interval.from, length) else { return Ok(()) };
    if is_right(length) {
        verdict.holds();
        return Ok(());
    }
    let words = words_of(&pace, from.day, day, length);
    let mut told = verdict.breaks(Severity::Advice, meeting.start().path, words);
    if let Some(before) = interval.before {
        told = told.related(before, "meeting_before");
    }
    if Pace::otherwise(cx).length(from, day).is_ok_and(is_right) {
        told.reading("A-29");
    }
    Ok(())
}

/// What is wrong with the time from one meeting, or the first judged day, to the next.
fn words_of(pace: &Pace, from: Day, day: Day, length: Length) -> Words {
    let (distance, counted) = (pace.distance(from, day), pace.without_recesses(from, day));
    let (least, most) = (pace.least, pace.show(pace.most));
    // The lower limit takes the whole distance.
    if length == Length::TooShort || counted == distance {
        return words! { distance = pace.show(distance), before = from, least = least, most = most;
        sv: "Det är {distance} sedan {before}, rekommendationen är {least} till {most}",
        en: "It is {distance} since {before}, {least} to {most} are recommended" };
    }
    words! { distance = pace.show(distance), before = from, counted = pace.show(counted), least = least, most = most;
    sv: "Det är {distance} sedan {before}, {counted} utan uppehållen, rekommendationen är {least} till {most}",
    en: "It is {distance} since {before}, {counted} without the recesses, {least} to {most} are recommended" }
}

/// From the last meeting to the last judged day.
fn open_end<'a>(cx: &Context<'a>, interval: &Interval<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Some(last) = interval.last else { return Ok(()) };
    let pace = Pace::of(cx);
    let runs_on = last == cx.as_of;
    let Some(Start { day: begins, .. }) = interval.from else {
        // Without any meeting an unclear one may be the first; of a group that has ended, if it was too long ago.
        let matters = |day: Day| runs_on || !pace.is_too_late(day, last).is_no();
        let unclear = interval.unclear().filter(|meeting| meeting.day.is_none_or(matters));
        return unclear.map(|meeting| meeting.lacks.clone()).reduce(Lacks::and).map_or(Ok(()), Err);
    };
    let late = pace.is_too_late(begins, last);
    if let Some(lacks) = interval.may_begin.clone().filter(|_| runs_on || !late.is_no()) {
        return Err(lacks);
    }
    if !late.told()? {
        if runs_on {
            // A later meeting could only move the day.
            let due = pace.too_late_from(begins);
            verdict.will_be_due_for(due, "NOSAM ska ha mötts igen", "NOSAM is to have met again");
            verdict.not_due(due);
        }
        return Ok(());
    }
    for unclear in interval.unclear() {
        if unclear.day.is_none_or(|day| !pace.is_too_late(day, last).is_yes()) {
            return Err(unclear.lacks.clone());
        }
    }
    let words = words_of_end(&pace, begins, last, runs_on);
    let told = verdict.breaks(Severity::Advice, cx.record.meetings().path, words).absent_since(Some(begins));
    if Pace::otherwise(cx).is_too_late(begins, last).is_no() {
        told.reading("A-29");
    }
    Ok(())
}

/// How long ago they met, seen from the as-of day or from the group's last day.
fn words_of_end(pace: &Pace, begins: Day, last: Day, runs_on: bool) -> Words {
    let (since, counted) = (pace.distance(begins, last), pace.without_recesses(begins, last));
    let words = if runs_on {
        words! { begins = begins, since = pace.show(since);
        sv: "Inget möte sedan {begins}, det är {since}",
        en: "No meeting since {begins}, that is {since}" }
    } else {
        words! { begins = begins, last = last, since = pace.show(since);
        sv: "Inget möte från {begins} till gruppens sista dag {last}, det är {since}",
        en: "No meeting from {begins} to the group's last day {last}, that is {since}" }
    };
    let words = if counted == since {
        words
    } else {
        words.then(words! { counted = pace.show(counted);
        sv: ", {counted} utan uppehållen,",
        en: ", {counted} without the recesses," })
    };
    words.then(words! { most = pace.show(pace.most);
    sv: " och högst {most} rekommenderas",
    en: " and {most} at the most are recommended" })
}
