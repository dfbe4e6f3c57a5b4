//! N-MOT-2: how often NOSAM meets.

use super::{meeting_subject, nosam_meetings};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, shown};
use crate::path::Path;
use crate::record::{Group, Meeting, Ref};
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
            tar bort sina egna veckor ur de fem, de vars måndag till fredag ligger helt i uppehåll, och inget \
            annat; de fyra tar hela avståndet. Tiden från det senaste mötet till den dag som prövningen \
            gäller, eller till gruppens sista dag, får vara högst fem veckor. Före underlagets början, \
            gruppens och planens första dag prövas ingenting; den första tiden räknas från den senaste av \
            dem.",
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

/// A NOSAM and one of its intervals.
type Judged<'a> = Result<(Ref<'a, Group>, Interval<'a>), Lacks>;

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
                let of_group =
                    |it: Interval<'a>| case(it.to.map(|(_, meeting)| meeting), Ok((group.thing, it)));
                cases.extend(intervals.into_iter().map(of_group));
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
fn check<'a>(cx: &Context<'a>, judged: Judged<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let (group, mut interval) = judged?;
    let Some((day, meeting)) = interval.to else { return open_end(cx, group, &interval, verdict) };
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
    let words = words_of(&pace, group, from, day, length);
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
fn words_of(pace: &Pace, group: Ref<'_, Group>, from: Start, day: Day, length: Length) -> Words {
    let (distance, counted) = (pace.distance(from.day, day), pace.without_recesses(from.day, day));
    let (least, most) = (pace.least, pace.show(pace.most));
    let shown_distance = pace.show(distance);
    let words = match from.met {
        true => words! { distance = shown_distance, before = from.day, day = day, group = shown(group);
        sv: "{distance} mellan mötena {before} och {day} i {group}",
        en: "{distance} between the meetings of {group} on {before} and {day}" },
        false => words! { distance = shown_distance, before = from.day, day = day, group = shown(group);
        sv: "{distance} från {before} till första mötet {day} i {group}",
        en: "{distance} from {before} to the first meeting of {group} on {day}" },
    };
    // The lower limit takes the whole distance.
    let words = if length == Length::TooShort || counted == distance {
        words
    } else {
        words.then(words! { counted = pace.show(counted);
        sv: ", {counted} när uppehållen räknas bort",
        en: ", {counted} not counting the recesses" })
    };
    words.then(words! { least = least, most = most;
    sv: ", rekommendationen är {least} till {most}",
    en: ", {least} to {most} are recommended" })
}

/// From the last meeting to the last judged day.
fn open_end<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    interval: &Interval<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
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
    // Where it was overdue while the record was complete, a meeting that may be the last must have been as well.
    let known = cx.until.day.map_or(last, |known| known.min(last));
    let ends = if pace.is_too_late(begins, known).is_yes() { known } else { last };
    for unclear in interval.unclear() {
        if unclear.day.is_none_or(|day| !pace.is_too_late(day, ends).is_yes()) {
            return Err(unclear.lacks.clone());
        }
    }
    let words = words_of_end(&pace, group, (begins, last), runs_on);
    let told = verdict.breaks(Severity::Advice, cx.record.meetings().path, words).absent_since(Some(begins));
    if Pace::otherwise(cx).is_too_late(begins, last).is_no() {
        told.reading("A-29");
    }
    Ok(())
}

/// How long ago they met, seen from the as-of day or from the group's last day.
fn words_of_end(pace: &Pace, group: Ref<'_, Group>, (begins, last): (Day, Day), runs_on: bool) -> Words {
    let (since, counted) = (pace.distance(begins, last), pace.without_recesses(begins, last));
    let words = if runs_on {
        words! { group = shown(group), begins = begins, since = pace.show(since);
        sv: "Inget möte i {group} sedan {begins}, det är {since}",
        en: "No meeting of {group} since {begins}, that is {since}" }
    } else {
        words! { group = shown(group), begins = begins, last = last, since = pace.show(since);
        sv: "Inget möte i {group} från {begins} till gruppens sista dag {last}, det är {since}",
        en: "No meeting of {group} from {begins} to its last day {last}, that is {since}" }
    };
    let words = if counted == since {
        words
    } else {
        words.then(words! { counted = pace.show(counted);
        sv: ", {counted} när uppehållen räknas bort,",
        en: ", {counted} not counting the recesses," })
    };
    words.then(words! { most = pace.show(pace.most);
    sv: " och högst {most} rekommenderas",
    en: " and {most} at the most are recommended" })
}
