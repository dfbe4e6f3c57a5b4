//! N-MOT-1: how long a NOSAM meeting lasts.

use super::hours::Called;
use super::{meeting_subject, nosam_meetings, nosam_of};
use crate::answer::{Answer, Lacks};
use crate::codes::{MeetingKind, Severity};
use crate::index::{Case, Context, is_one_of, shown, shown_meeting};
use crate::record::{Group, Meeting, Ref};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-MOT-1",
    subject: "meetings/M",
    severities: [Advice, Info],
    key_days: (key_days::meeting),
    partition_by: Group,
    reads: [meetings],
    each: ordinary_and_joint_meetings,
    sv: {
        norm: "Ett möte i NOSAM varar två till tre timmar",
        why: "Två timmar räcker för tre målgrupper, och mer än tre är svårt att avsätta för chefer från \
            många verksamheter.",
        reading: "Båda gränserna räknas in: 120 och 180 minuter är rätt, 119 och 181 ger ett råd. Planerad \
            tid gäller, pauser inräknade (A-30). Ordinarie och gemensamma möten som har hållits prövas. En \
            grupp som var kallad till egna tider prövas för dem, från den första till den sista.",
        example: "Ett möte från 13.00 till 16.30 är 210 minuter och ger ett råd.",
    },
    en: {
        norm: "A NOSAM meeting lasts two to three hours",
        why: "Two hours are enough for three target groups, and more than three are hard to spare for \
            managers of many operations.",
        reading: "Both limits are inside: 120 and 180 minutes are right, 119 and 181 give an advice. \
            Scheduled time counts, breaks included (A-30). Ordinary and joint meetings that were held are \
            judged. A group that was called for hours of its own is judged by these, from the first to the \
            last.",
        example: "A meeting from 13:00 to 16:30 lasts 210 minutes and gives an advice.",
    },
}

/// The times of a meeting for all who had no others, or for one group.
enum Length<'a> {
    Whole,
    Of(Ref<'a, Group>, Box<Called>),
    /// Whether a NOSAM, or another one, met cannot be told.
    Whether(Lacks),
}

fn ordinary_and_joint_meetings<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Meeting>, Length<'a>)>> {
    let mut cases = Vec::new();
    for (meeting, of_nosam) in nosam_meetings(cx) {
        let mut lengths = Vec::new();
        let (groups, unread) = nosam_of(cx, meeting);
        match of_nosam {
            Answer::Unknown(lacks) => lengths.push(Length::Whether(lacks)),
            _ => {
                let own = |group: &Ref<'a, Group>| Some((*group, Called::own(meeting, *group)?));
                let own: Vec<_> = groups.iter().filter_map(own).collect();
                if own.len() < groups.len() {
                    lengths.push(Length::Whole);
                }
                lengths.extend(own.into_iter().map(|(group, called)| Length::Of(group, Box::new(called))));
                // Another one may have had other hours.
                lengths.extend(unread.filter(|_| !meeting.hours().is_absent()).map(Length::Whether));
            }
        }
        let subject = meeting_subject(meeting);
        let case = |length| Case { subject, at: meeting.path, thing: (meeting, length) };
        cases.extend(lengths.into_iter().map(case));
    }
    cases
}

/// Judges the length of one meeting.
fn check<'a>(
    cx: &Context<'a>,
    (meeting, length): (Ref<'a, Meeting>, Length<'a>),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let is_ordinary = is_one_of(meeting, &[MeetingKind::Ordinary, MeetingKind::Joint]);
    if !is_ordinary.and(|| cx.judges_meeting(meeting)).told()? {
        return Ok(());
    }
    let (called, group) = match length {
        Length::Whole => (Called::whole(meeting), None),
        Length::Of(group, called) => (*called, Some(group)),
        Length::Whether(lacks) => return Err(lacks),
    };
    let minutes = called.from?.minutes_until(called.to?);
    let limits = cx.charter.meetings.minutes;
    if limits.contains(minutes) {
        verdict.holds();
        return Ok(());
    }
    let (minutes, least, most) = (Param::Minutes(minutes), limits.from, limits.to);
    let words = match group {
        None => shown_meeting(meeting).then(words! { minutes = minutes, least = least, most = most;
        sv: " varade {minutes}, rekommendationen är {least} till {most} minuter",
        en: " lasted {minutes}, {least} to {most} minutes are recommended" }),
        Some(group) => shown_meeting(meeting).then(
            words! { minutes = minutes, group = shown(group), least = least, most = most;
            sv: " varade {minutes} för {group}, rekommendationen är {least} till {most} minuter",
            en: " lasted {minutes} for {group}, {least} to {most} minutes are recommended" },
        ),
    };
    verdict.breaks(Severity::Advice, called.end, words);
    Ok(())
}
