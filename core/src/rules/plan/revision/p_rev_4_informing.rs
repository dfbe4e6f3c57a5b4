//! P-REV-4: the political group is told of revisions.

use super::{Change, decided_by};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::RevisionAndUpdate;
use crate::codes::{GroupKind, MeetingKind, MeetingStatus, RevisionKind, Severity};
use crate::index::{Context, is_one_of};
use crate::path::Path;
use crate::record::{GroupDay, Ref, Revision};
use crate::report::Subject;
use crate::rules::judge::Verdict;
use crate::rules::key_days::{self, Days};
use crate::rules::rule;
use crate::words;

rule! {
    id: "P-REV-4",
    subject: "plans/P#REVISION",
    severities: [Warning, Error, Info],
    key_days: (key_days),
    partition_by: Record,
    reads: [meetings, plans],
    part: Plan,
    each: super::changes,
    sv: {
        norm: "Politiska samrådsgruppen informeras om revideringar av planen",
        due: "Politiska samrådsgruppen ska ha informerats om revideringen",
        why: "De förtroendevalda känner till den plan som gäller, även när de inte har beslutat om den.",
        reading: "För varje revidering som samordningsgruppen har beslutat från underlagets början till och \
            med den dag som prövningen gäller ska politiska samrådsgruppen informeras. Samma dag som beslutet \
            är tidigast, och gruppens nästa hållna möte samma dag eller senare är sista dagen, avstämningar \
            oräknade. Den dagen är det ännu inte förfallet, dagen efter är det fel. Har inget sådant möte \
            hållits är det inte förfallet. Den som informerades, men först efter mötet, ger en varning. \
            Information före beslutet är fel, för det var inget beslut att informera om. Har politiska \
            samrådsgruppen själv varit med och beslutat gäller regeln inte, och inte heller med A-04 `same`, \
            där den alltid är med.",
        example: "Revideringen beslutas 27 september, samrådet möts 15 november och får inte veta något: fel \
            från den 16 november.",
    },
    en: {
        norm: "The political group is informed of revisions of the plan",
        due: "The political group is to be informed of the revision",
        why: "Those who were elected know the plan in force, even when they did not decide on it.",
        reading: "For every revision decided by the coordination group from `complete_from` to the as-of day \
            the political group is informed. The day of the decision is the earliest, and the group's next \
            held meeting on that day or later is the last, check-ins aside. On that day it is not yet due, \
            on the day after it is an error. While no such meeting was held it is not due. Informed, but \
            only after the meeting, gives a warning. Informed before the decision is an error, for there was \
            no decision to inform of. When the political group took part in deciding, the rule does not \
            apply, and neither does it with A-04 `same`, where the group always takes part.",
        example: "The revision is decided on 27 September, the political group meets on 15 November and \
            hears nothing: an error from 16 November.",
    },
}

/// The political group's next held meeting, as far as it can be told.
struct Next {
    /// It is no later than this.
    latest: Option<Day>,
    /// It may be as early as this.
    earliest: Option<Day>,
    /// The first meeting planned after the as-of day.
    planned: Option<Day>,
    lacks: Lacks,
}

/// The day of the decision, and that of the political group's meeting by which it was to be told.
fn key_days<'a>(cx: &Context<'a>, subject: Subject<&'a str>, at: Path) -> Days {
    let decided = key_days::revision(cx, subject, at).fixed;
    let meeting = |day: &Day| {
        let next = next_meeting(cx, *day);
        next.latest.filter(|day| next.earliest == Some(*day))
    };
    decided.iter().copied().chain(decided.iter().filter_map(meeting)).collect()
}

/// Judges one revision.
fn check<'a>(
    cx: &Context<'a>,
    change: Result<Change<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match cx.charter.readings.revision_and_update {
        RevisionAndUpdate::Separate => {}
        RevisionAndUpdate::Same => return Ok(()),
    }
    let change = change?;
    let revision = change.revision;
    let took_part = decided_by(cx, revision.decided_by(), GroupKind::PoliticalGroup);
    let applies = change
        .is_judged(cx)
        .and(|| revision.kind().is(|kind| *kind == RevisionKind::Revision))
        .and(|| took_part.not());
    if !applies.told()? {
        return Ok(());
    }
    check_informed(cx, revision, *revision.on().read()?, verdict)
}

/// Judges whether the group was told by its next meeting.
fn check_informed<'a>(
    cx: &Context<'a>,
    revision: Ref<'a, Revision>,
    decided: Day,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let next = next_meeting(cx, decided);
    let rows = revision.informed();
    let told_by = |last: Option<Day>| {
        rows.any(|row| {
            told(cx, row).and(|| row.on().is(|day| decided <= *day && last.is_none_or(|last| *day <= last)))
        })
    };
    if told_by(next.earliest).is_yes() {
        verdict.holds();
        return Ok(());
    }
    let in_time = told_by(next.latest);
    if in_time.is_yes() {
        return Err(next.lacks);
    }
    let later = first_told(cx, revision, |day| decided <= day).is_some();
    if in_time.is_no()
        && !later
        && let Some((row, day)) = first_told(cx, revision, |day| day < decided)
    {
        let words = words! { day = day, decided = decided;
        sv: "Politiska samrådsgruppen informerades {day}, före beslutet {decided}",
        en: "The political group was informed on {day}, before the decision on {decided}" };
        verdict.breaks(Severity::Error, row.on().path, words).reading("A-04");
        return Ok(());
    }
    if next.earliest.is_none_or(|day| cx.as_of <= day) {
        let early = || rows.any(|row| told(cx, row).and(|| row.on().is(|day| *day < decided)));
        if !later && !rows.is_absent() && early().told()? {
            // Told too early, unless what cannot be read tells it anew.
            in_time.told()?;
        }
        // The day itself is still in time; a meeting that is only planned may not be held.
        match next.earliest.or(next.planned) {
            Some(day) => verdict.not_due(day.plus_days(1)),
            None => verdict.pending(),
        }
        return Ok(());
    }
    if in_time.told()? {
        verdict.holds();
        return Ok(());
    }
    let Some(meeting) = next.latest.filter(|day| *day < cx.as_of) else { return Err(next.lacks) };
    tell_late(cx, revision, [decided, meeting], verdict);
    Ok(())
}

/// Says that the group was told after the meeting by which it should have been, or not at all.
fn tell_late<'a>(
    cx: &Context<'a>,
    revision: Ref<'a, Revision>,
    [decided, meeting]: [Day; 2],
    verdict: &mut Verdict<'a>,
) {
    if let Some((row, day)) = first_told(cx, revision, |day| meeting < day) {
        let words = words! { day = day, meeting = meeting;
        sv: "Politiska samrådsgruppen informerades först {day}, efter sitt möte {meeting}",
        en: "The political group was informed only on {day}, after its meeting on {meeting}" };
        verdict.breaks(Severity::Warning, row.on().path, words).reading("A-04");
        return;
    }
    let words = words! { decided = decided, meeting = meeting;
    sv: "Politiska samrådsgruppen har inte informerats om revideringen {decided}, det skulle ha skett senast \
        vid mötet {meeting}",
    en: "The political group has not been informed of the revision of {decided}, that was due by its meeting \
        on {meeting}" };
    let told = verdict.breaks(Severity::Error, revision.informed().path, words);
    told.missed_by(meeting).reading("A-04");
}

/// Is it the political group that was told, on the as-of day or before?
fn told<'a>(cx: &Context<'a>, row: Ref<'a, GroupDay>) -> Answer {
    let political = match row.group().read() {
        Ok(id) => cx.is_of_kind(id.as_str(), GroupKind::PoliticalGroup),
        Err(lacks) => Answer::Unknown(lacks),
    };
    political.and(|| row.on().is(|day| *day <= cx.as_of))
}

/// The first row that surely tells the political group, on a day that holds to `question`.
fn first_told<'a>(
    cx: &Context<'a>,
    revision: Ref<'a, Revision>,
    question: impl Fn(Day) -> bool,
) -> Option<(Ref<'a, GroupDay>, Day)> {
    let rows = revision.informed().items().filter(|row| told(cx, *row).is_yes());
    rows.filter_map(|row| Some((row, *row.on().known()?)))
        .filter(|(_, day)| question(*day))
        .min_by_key(|it| it.1)
}

/// The political group's next held meeting on `decided` or later.
fn next_meeting(cx: &Context<'_>, decided: Day) -> Next {
    let (mut held, mut planned) = (Vec::new(), Vec::new());
    // Meetings that may be the next, each with the earliest day on which it may have been held.
    let mut possible: Vec<(Day, Lacks)> = Vec::new();
    possible.extend(cx.record.meetings().unread().map(|lacks| (decided, lacks)));
    for meeting in cx.record.meetings().items() {
        let political =
            meeting.groups().any(|group| cx.is_of_kind(group.item.as_str(), GroupKind::PoliticalGroup));
        match (cx.day_of(meeting), political.clone().and(|| cx.met(meeting))) {
            (Ok(day), _) if day < decided => {}
            (Ok(day), _) if cx.as_of < day => {
                let cancelled = meeting.status().known() == Some(&MeetingStatus::Cancelled);
                let met = political.and(|| is_one_of(meeting, &[MeetingKind::CheckIn]).not()).is_yes();
                planned.extend(Some(day).filter(|_| met && !cancelled));
            }
            (_, Answer::No) => {}
            (Ok(day), Answer::Yes) => held.push(day),
            (Err(lacks), Answer::Yes) => possible.push((decided, lacks)),
            (Ok(day), Answer::Unknown(lacks)) => possible.push((day, lacks)),
            (Err(lacks), Answer::Unknown(more)) => possible.push((decided, lacks.and(more))),
        }
    }
    let latest = held.into_iter().min();
    possible.retain(|(day, _)| latest.is_none_or(|latest| *day < latest));
    Next {
        latest,
        earliest: possible.iter().map(|(day, _)| *day).chain(latest).min(),
        planned: planned.into_iter().min(),
        lacks: possible.into_iter().map(|(_, lacks)| lacks).reduce(Lacks::and).unwrap_or_default(),
    }
}
