//! N-MOT-1: how long a NOSAM meeting lasts.

use super::{meeting_subject, nosam_meetings};
use crate::answer::{Answer, Lacks};
use crate::codes::{MeetingKind, Severity};
use crate::index::{Case, Context, is_one_of};
use crate::record::{Meeting, Moment, Ref};
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-MOT-1",
    severities: [Advice, Info],
    partition_by: Group,
    judges: Meetings,
    each: ordinary_and_joint_meetings,
    sv: {
        norm: "Ett möte i NOSAM varar två till tre timmar",
        why: "Två timmar räcker för tre målgrupper, och mer än tre är svårt att avsätta för chefer från \
            många verksamheter.",
        reading: "Båda gränserna räknas in: 120 och 180 minuter är rätt, 119 och 181 ger ett råd. Planerad \
            tid gäller, pauser inräknade (A-30). Ordinarie och gemensamma möten som har hållits prövas.",
        example: "Ett möte från 13.00 till 16.30 är 210 minuter och ger ett råd.",
    },
    en: {
        norm: "A NOSAM meeting lasts two to three hours",
        why: "Two hours are enough for three target groups, and more than three are hard to spare for \
            managers of many operations.",
        reading: "Both limits are inside: 120 and 180 minutes are right, 119 and 181 give an advice. \
            Scheduled time counts, breaks included (A-30). Ordinary and joint meetings that were held are \
            judged.",
        example: "A meeting from 13:00 to 16:30 lasts 210 minutes and gives an advice.",
    },
}

fn ordinary_and_joint_meetings<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Meeting>, Answer)>> {
    nosam_meetings(cx)
        .map(|(meeting, of_nosam)| Case {
            subject: meeting_subject(meeting),
            at: meeting.path,
            thing: (meeting, of_nosam),
        })
        .collect()
}

/// Judges one meeting.
fn check<'a>(
    cx: &Context<'a>,
    (meeting, of_nosam): (Ref<'a, Meeting>, Answer),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let is_ordinary = || is_one_of(meeting, &[MeetingKind::Ordinary, MeetingKind::Joint]);
    if !of_nosam.and(is_ordinary).and(|| cx.judges_meeting(meeting)).told()? {
        return Ok(());
    }
    let Moment::Time(start) = *meeting.start().read()? else {
        return Err(Lacks::absent(meeting.start().path));
    };
    let minutes = start.minutes_until(*meeting.end().read()?);
    let limits = cx.charter.meetings.minutes;
    if limits.contains(minutes) {
        verdict.holds();
    } else {
        verdict.breaks(
            Severity::Advice,
            meeting.end().path,
            words! {
            minutes = Param::Minutes(minutes), least = limits.from, most = limits.to;
            sv: "Mötet varade {minutes}, rekommendationen är {least} till {most} minuter",
            en: "The meeting lasted {minutes}, {least} to {most} minutes are recommended" },
        );
    }
    Ok(())
}
