//! P-KOM-7: the notes of every held meeting are published.

use super::{PutOut, put_out};
use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, Severity};
use crate::index::{Case, Context, InTime, owes_notes, shown_meeting, subject_of};
use crate::record::{Meeting, Note, Ref};
use crate::rules::judge::Verdict;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Words;

rule! {
    id: "P-KOM-7",
    subject: "meetings/M",
    clauses: ["P-KOM-7", "N-ANT-2"],
    severities: [Error, Warning, Info],
    key_days: (key_days::meeting_and_notes),
    partition_by: Record,
    reads: [meetings],
    each: meetings,
    sv: {
        norm: "Alla minnesanteckningar och protokoll publiceras på SAMLA:s hemsida",
        due: "Mötets minnesanteckningar ska ha publicerats",
        why: "Alla kan läsa vad grupperna kom fram till, på ett och samma ställe.",
        reading: "Varje hållet möte i varje grupp ska ha minst en publicerad anteckning, och varje \
            anteckning ska publiceras. Det ska ske senast 35 dagar efter mötet eller, om det är senare, \
            dagen för gruppens nästa möte som kräver anteckningar, hållet eller planerat (A-32). Har flera \
            grupper mötts gäller den senaste av deras dagar. Senare är en varning; är anteckningen ännu inte \
            ute när dagen har gått är det ett fel. En anteckning publiceras tidigast den dag då den skrevs. \
            En webbadress utan dag räcker, med en anmärkning; saknas båda går det inte att avgöra. Har ett \
            NOSAM-möte inga anteckningar alls sägs det i N-ANT-1. Från avstämningar och planeringsdagar \
            behövs inga anteckningar, men de som skrivs publiceras. Inställda möten prövas inte och flyttar \
            ingen dag.",
        example: "Anteckningarna från mötet 2024-03-05 publiceras 2024-04-10, dagen efter nästa möte: \
            varning.",
    },
    en: {
        norm: "All notes and minutes are published on SAMLA's website",
        due: "The notes of the meeting are to be published",
        why: "Everybody can read what the groups arrived at, in one place.",
        reading: "Each held meeting of each group has at least one published note, and each note is \
            published. That is done within 35 days of the meeting or, if that is later, by the day of the \
            group's next meeting that owes notes, held or planned (A-32). When several groups met, the \
            latest of their days counts. Later is a warning; a note that is not out when the day has passed \
            is an error. A note is published on the day it was written at the earliest. An address without a \
            day is enough, with a remark; without either it cannot be told. A NOSAM meeting without any note \
            is told in N-ANT-1. Check-ins and planning days need no notes, but those that are written are \
            published. Cancelled meetings are not judged and move no day.",
        example: "The notes of the meeting on 2024-03-05 are published on 2024-04-10, the day after the next \
            meeting: a warning.",
    },
}

fn meetings<'a>(cx: &Context<'a>) -> Vec<Case<'a, (Ref<'a, Meeting>, Answer)>> {
    let of_judged =
        |meeting: Ref<'a, Meeting>| meeting.groups().any(|id| cx.is_judged(id.item.as_str()).into());
    let meetings = cx.record.meetings().items().map(|meeting| (meeting, of_judged(meeting)));
    let judged = meetings.filter(|(_, of_judged)| !of_judged.is_no());
    judged.map(|thing| Case { subject: subject_of(thing.0), at: thing.0.path, thing }).collect()
}

/// Judges the notes of one meeting.
fn check<'a>(
    cx: &Context<'a>,
    (meeting, of_judged): (Ref<'a, Meeting>, Answer),
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    if !of_judged.and(|| cx.judges_meeting(meeting)).told()? {
        return Ok(());
    }
    let in_time = cx.notes_in_time(meeting)?;
    let written = meeting.notes();
    // Notes of a check-in or a planning day are published when they are written, and none are owed.
    if (written.is_absent() || written.is_known_empty()) && !owes_notes(meeting).told()? {
        return Ok(());
    }
    let notes: Vec<_> = written.items().collect();
    let mut pending = false;
    let mut dateless = Vec::new();
    for note in &notes {
        match published(cx, (meeting, *note), &in_time, verdict) {
            Ok(Published::Told) => {}
            Ok(Published::Pending) => pending = true,
            Ok(Published::Dateless) => dateless.push(note.path),
            Err(lacks) => verdict.lacks(lacks),
        }
    }
    if let Some(lacks) = written.unread() {
        pending |= lacks_or_pending(cx, &in_time, lacks, verdict);
    } else if notes.is_empty() {
        pending |= none_at_all(cx, meeting, &in_time, verdict)?;
    }
    if pending {
        verdict.not_due(in_time.earliest.plus_days(1));
        return Ok(());
    }
    for note in dateless {
        verdict.remarks(
            note,
            note_of(meeting).then(words! {;
            sv: " har en webbadress men ingen publiceringsdag",
            en: " has an address but no day of publication" }),
        );
    }
    verdict.holds();
    Ok(())
}

/// How far the publication of a note has come.
enum Published {
    /// Published, or told that it was not done in time.
    Told,
    /// Not yet, and there is time.
    Pending,
    /// Somewhere, on no known day.
    Dateless,
}

/// A meeting that is known to have no notes; true while there is time.
fn none_at_all<'a>(
    cx: &Context<'a>,
    meeting: Ref<'a, Meeting>,
    in_time: &InTime,
    verdict: &mut Verdict<'a>,
) -> Result<bool, Lacks> {
    if in_time.holds(cx.as_of).told()? {
        return Ok(true);
    }
    let of_nosam = meeting.groups().any(|id| {
        let id = id.item.as_str();
        Answer::from(cx.is_judged(id)).and(|| cx.is_of_kind(id, GroupKind::Nosam))
    });
    if of_nosam.told()? {
        return Err(Lacks::because("N-ANT-1"));
    }
    verdict
        .breaks(
            Severity::Error,
            meeting.notes().path,
            shown_meeting(meeting).then(words! { last = in_time.latest;
            sv: " saknar minnesanteckningar, de skulle ha publicerats senast {last}",
            en: " has no notes, they were to be published by {last}" }),
        )
        .missed_by(in_time.latest)
        .reading("A-32");
    Ok(false)
}

/// A note as sentences name it.
fn note_of(meeting: Ref<'_, Meeting>) -> Words {
    words! {; sv: "anteckningen från ", en: "the note of " }.then(shown_meeting(meeting))
}

/// What is missing matters only when the day has come; true while there is time.
fn lacks_or_pending(cx: &Context<'_>, in_time: &InTime, lacks: Lacks, verdict: &mut Verdict<'_>) -> bool {
    match in_time.holds(cx.as_of) {
        Answer::Yes if lacks.cause().is_none() => return true,
        Answer::Yes | Answer::No => verdict.lacks(lacks),
        Answer::Unknown(more) => verdict.lacks(lacks.and(more)),
    }
    false
}

/// Judges one note.
fn published<'a>(
    cx: &Context<'a>,
    (meeting, note): (Ref<'a, Meeting>, Ref<'a, Note>),
    in_time: &InTime,
    verdict: &mut Verdict<'a>,
) -> Result<Published, Lacks> {
    let at = note.published_on().path;
    let Some(&day) = note.published_on().optional()? else {
        if note.url().optional()?.is_some() {
            return Ok(Published::Dateless);
        }
        let pending = lacks_or_pending(cx, in_time, Lacks::absent(at), verdict);
        return Ok(if pending { Published::Pending } else { Published::Told });
    };
    let written = note.written_on().so_far(cx.as_of).optional();
    if let Ok(Some(&written)) = written
        && written > day
    {
        verdict.breaks(
            Severity::Error,
            at,
            note_of(meeting).then(words! { day = day, written = written;
            sv: " publicerades {day}, innan den skrevs {written}",
            en: " was published on {day}, before it was written on {written}" }),
        );
        return Ok(Published::Told);
    }
    match put_out(cx, day, in_time) {
        PutOut::InTime => {
            written?;
        }
        PutOut::NotYet => return Ok(Published::Pending),
        PutOut::Late => {
            let words = note_of(meeting).then(words! { day = day, last = in_time.latest;
            sv: " publicerades {day}, den skulle ha publicerats senast {last}",
            en: " was published on {day}, it was due by {last}" });
            verdict.breaks(Severity::Warning, at, words).reading("A-32");
        }
        PutOut::Never => {
            let words = note_of(meeting).then(words! { day = day, last = in_time.latest;
            sv: " har {day} som publiceringsdag, den skulle ha publicerats senast {last}",
            en: " has {day} as its day of publication, it was due by {last}" });
            verdict.breaks(Severity::Error, at, words).reading("A-32");
        }
        PutOut::Untold(lacks) => return Err(lacks),
    }
    Ok(Published::Told)
}
