//! N-MOT-3: who attends a NOSAM meeting from start to end.

use std::iter;

use super::{meeting_subject, nosam_meetings};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Time};
use crate::charter::WholeMeeting;
use crate::codes::{GroupKind, MemberFunction, OfficeKind, Severity};
use crate::index::{Case, Context, owes_notes, shown, stand_ins};
use crate::path::Path;
use crate::record::{Attendance, Group, Meeting, Moment, PersonId, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::nosam::representation::no_process_leader;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-MOT-3",
    severities: [Warning, Advice, Info],
    partition_by: Group,
    judges: Meetings,
    each: functions,
    sv: {
        norm: "Ordförande, vice ordförande, processledare och delregional samordnare är med under hela mötet",
        why: "De fyra håller ihop mötet när målgrupperna avlöser varandra.",
        reading: "Den som har uppdraget på mötesdagen ska vara med från start till slut, utan tolerans. \
            Saknade minuter är en varning, eller ett råd om meningen läses som en rekommendation (A-31). Är \
            det inte känt hur länge någon var med går det inte att avgöra. Två processledare får dela på \
            tiden. Den som går in i någons ställe räknas inte. Ett vakant uppdrag sägs i regeln om det; en \
            stödfunktion som var vakant på mötesdagen men inte utan avbrott till dagen för prövningen sägs här. \
            Korta avstämningar och planeringsdagar prövas inte.",
        example: "Ordföranden går tio minuter innan mötet slutar: varning.",
    },
    en: {
        norm: "Chair, vice chair, process leader and sub-regional coordinator attend the whole meeting",
        why: "The four hold the meeting together when the target groups take turns.",
        reading: "Whoever has the task on the day of the meeting attends from start to end, without \
            tolerance. Missing minutes are a warning, or an advice if the sentence is read as a \
            recommendation (A-31). Where nobody knows how long somebody attended it cannot be told. Two \
            process leaders may share the time. Who stands in for somebody does not count. A vacant task is \
            told in the rule on it; a support function that was vacant on the day of the meeting, but not \
            without a break to the as-of day, is told here. Check-ins and planning days are not judged.",
        example: "The chair leaves ten minutes before the end of the meeting: a warning.",
    },
}

/// A task that asks for the whole meeting.
#[derive(Clone, Copy)]
enum Task {
    Office(OfficeKind),
    Function(MemberFunction),
}

impl Task {
    fn code(self) -> &'static str {
        match self {
            Self::Office(office) => office.code(),
            Self::Function(function) => function.code(),
        }
    }

    fn param(self) -> Param {
        match self {
            Self::Office(office) => office.into(),
            Self::Function(function) => function.into(),
        }
    }
}

/// What is asked of a meeting.
enum Asked<'a> {
    /// One task, of one NOSAM that met.
    Task(Ref<'a, Meeting>, Ref<'a, Group>, Task),
    /// Whether another of those that met is a NOSAM.
    Whether(Ref<'a, Meeting>, Lacks),
}

fn functions<'a>(cx: &Context<'a>) -> Vec<Case<'a, Asked<'a>>> {
    let rules = &cx.charter.meetings;
    let offices = rules.whole_meeting_offices.iter().copied().map(Task::Office);
    let tasks: Vec<Task> =
        offices.chain(rules.whole_meeting_functions.iter().copied().map(Task::Function)).collect();
    let mut cases = Vec::new();
    for (meeting, _) in nosam_meetings(cx) {
        let mut unread = meeting.groups().unread();
        for id in meeting.groups().items().map(|id| id.item.as_str()).filter(|id| cx.is_judged(id)) {
            let Some(group) = cx.group(id) else { continue };
            match group.kind().read() {
                Ok(GroupKind::Nosam) => {}
                Ok(_) => continue,
                Err(lacks) => {
                    unread = Some(unread.unwrap_or_default().and(lacks));
                    continue;
                }
            }
            for &task in &tasks {
                let subject = meeting_subject(meeting).with(Key::Name(task.code()));
                cases.push(Case { subject, at: meeting.path, thing: Asked::Task(meeting, group, task) });
            }
        }
        if let Some(lacks) = unread {
            let thing = Asked::Whether(meeting, lacks);
            cases.push(Case { subject: meeting_subject(meeting), at: meeting.path, thing });
        }
    }
    cases
}

/// Judges one task at one meeting.
fn check<'a>(cx: &Context<'a>, asked: Asked<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let (Asked::Task(meeting, ..) | Asked::Whether(meeting, _)) = asked;
    // A check-in or a planning day asks nobody for the whole of it.
    if !owes_notes(meeting).and(|| cx.judges_meeting(meeting)).told()? {
        return Ok(());
    }
    let (group, task) = match asked {
        Asked::Task(_, group, task) => (group, task),
        Asked::Whether(_, lacks) => return Err(lacks),
    };
    let day = cx.day_of(meeting)?;
    let (people, unsure) = match task {
        Task::Office(office) => in_office(cx, group, office, day)?,
        Task::Function(function) => match holders(cx, group, function, day)? {
            Some(holders) => holders,
            None => return vacant(cx, Vacant { group, function, day }, verdict),
        },
    };
    let missing = match missing(cx, meeting, &people)? {
        Missing::Nothing => {
            verdict.holds();
            return Ok(());
        }
        missing => missing,
    };
    // Somebody who may hold the task, too, may have been there.
    if let Some(lacks) = unsure {
        return Err(lacks);
    }
    let severity = severity(cx);
    let who = Param::Persons(people.iter().map(|person| cx.person(person)).collect());
    let task = task.param();
    let (at, words) = match missing {
        Missing::Nothing => return Ok(()),
        Missing::Everything => (
            meeting.attendance().path,
            words! { task = task, who = who;
            sv: "{task} {who} var inte med på mötet",
            en: "The {task} {who} did not attend the meeting" },
        ),
        Missing::Unmeasured(at) => (
            at,
            words! { task = task, who = who;
            sv: "{task} {who} var inte med under hela mötet",
            en: "The {task} {who} did not attend the whole meeting" },
        ),
        Missing::Minutes(minutes, at) => (
            at,
            words! { task = task, who = who, minutes = Param::Minutes(minutes);
            sv: "{task} {who} missade {minutes} av mötet",
            en: "The {task} {who} missed {minutes} of the meeting" },
        ),
    };
    verdict.breaks(severity, at, words).reading("A-31");
    Ok(())
}

type Holders<'a> = (Vec<&'a str>, Option<Lacks>);

/// Holder and stand-in of an office on `day`: either is enough, and so are both together.
fn in_office<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    office: OfficeKind,
    day: Day,
) -> Result<Holders<'a>, Lacks> {
    let holder = cx.office_on(group, office, day)?.office.person().read()?;
    let (others, unsure) = stand_ins(group, office, holder, day);
    Ok((iter::once(holder).chain(others).map(PersonId::as_str).collect(), unsure))
}

fn severity(cx: &Context<'_>) -> Severity {
    match cx.charter.readings.whole_meeting {
        WholeMeeting::Duty => Severity::Warning,
        WholeMeeting::Advice => Severity::Advice,
    }
}

/// A function that nobody has on the day of a meeting.
struct Vacant<'a> {
    group: Ref<'a, Group>,
    function: MemberFunction,
    day: Day,
}

/// Tells a vacancy here that no rule tells on the as-of day, because somebody came after the meeting.
fn vacant<'a>(cx: &Context<'a>, of: Vacant<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Vacant { group, function, day } = of;
    let told = match function {
        MemberFunction::ProcessLeader => no_process_leader(),
        MemberFunction::SubregionalCoordinator => Lacks::because("N-REP-14"),
        _ => return Err(Lacks::absent(group.members().path)),
    };
    if !cx.untold_vacancy(group, function, day, &told).told()? {
        return Err(told);
    }
    let words = words! { task = Param::from(function), day = day, group = shown(group);
    sv: "Ingen var {task} i {group} på mötesdagen {day}, platsen var vakant",
    en: "Nobody was {task} in {group} on the day of the meeting, {day}, the seat was vacant" };
    verdict.breaks(severity(cx), group.members().path, words).reading("A-31");
    Ok(())
}

/// Those who certainly have a function in a group on `day`, and what leaves others unsure; `None`: it is vacant.
fn holders<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    function: MemberFunction,
    day: Day,
) -> Result<Option<Holders<'a>>, Lacks> {
    let mut people = Vec::new();
    let mut unsure = group.members().unread();
    for member in group.members().items() {
        let lacks = match cx.seats(member, function, day) {
            Answer::No => continue,
            Answer::Yes => match member.person().read() {
                Ok(person) => {
                    people.push(person.as_str());
                    continue;
                }
                Err(lacks) => lacks,
            },
            Answer::Unknown(lacks) => lacks,
        };
        unsure = Some(unsure.unwrap_or_default().and(lacks));
    }
    if !people.is_empty() {
        return Ok(Some((people, unsure)));
    }
    unsure.map_or(Ok(None), Err)
}

/// What people who share a task missed of a meeting.
enum Missing {
    Nothing,
    Everything,
    /// A part that nobody measured.
    Unmeasured(Path),
    /// So many minutes; told at this place.
    Minutes(i64, Path),
}

fn missing<'a>(cx: &Context<'a>, meeting: Ref<'a, Meeting>, people: &[&str]) -> Result<Missing, Lacks> {
    let tolerance = cx.charter.meetings.whole_meeting_tolerance;
    let mut lacks = meeting.attendance().unread();
    let mut rows: Vec<Ref<'a, Attendance>> = Vec::new();
    for row in meeting.attendance().items() {
        match row.person().read().map(PersonId::as_str) {
            Ok(person) if people.contains(&person) => rows.push(row),
            Ok(_) => {}
            Err(more) => lacks = Some(lacks.unwrap_or_default().and(more)),
        }
    }
    if rows.iter().any(|row| row.whole().known() == Some(&true)) {
        return Ok(Missing::Nothing);
    }
    let mut parts = Vec::new();
    let mut unmeasured = None;
    for row in rows {
        match part(row) {
            Ok(Some(part)) => parts.push(part),
            Ok(None) => unmeasured = Some(row.path),
            Err(more) => lacks = Some(lacks.unwrap_or_default().and(more)),
        }
    }
    let found = if let Some(path) = unmeasured {
        // How much was missed is not said; without tolerance any minute is too much.
        match (parts.is_empty(), tolerance) {
            (true, 0) => Ok(Missing::Unmeasured(path)),
            _ => Err(Lacks::absent(path.key("to"))),
        }
    } else {
        match parts.as_slice() {
            [] => Ok(Missing::Everything),
            [only] => of_one(meeting, only, tolerance),
            several => of_several(meeting, several, tolerance),
        }
    };
    match (found, lacks) {
        // Whatever else cannot be read, they were there.
        (Ok(Missing::Nothing), _) => Ok(Missing::Nothing),
        (Err(one), Some(other)) => Err(one.and(other)),
        (Ok(_), Some(lacks)) | (Err(lacks), None) => Err(lacks),
        (Ok(missing), None) => Ok(missing),
    }
}

/// From when to when somebody attended; an open end is that of the meeting.
struct Part<'a> {
    row: Ref<'a, Attendance>,
    from: Result<Option<Time>, Lacks>,
    to: Result<Option<Time>, Lacks>,
}

/// `None` when it is only said that it was not the whole meeting.
fn part(row: Ref<'_, Attendance>) -> Result<Option<Part<'_>>, Lacks> {
    let from = row.from().optional().map(Option::<&Time>::copied);
    let to = row.to().optional().map(Option::<&Time>::copied);
    match (&from, &to, row.whole().optional()?) {
        (Ok(None), Ok(None), Some(_)) => Ok(None),
        (Ok(None), Ok(None), None) => Err(Lacks::absent(row.whole().path)),
        _ => Ok(Some(Part { row, from, to })),
    }
}

fn start(meeting: Ref<'_, Meeting>) -> Result<Time, Lacks> {
    match *meeting.start().read()? {
        Moment::Time(start) => Ok(start),
        Moment::Day(_) => Err(Lacks::absent(meeting.start().path)),
    }
}

fn of_one<'a>(meeting: Ref<'a, Meeting>, part: &Part<'a>, tolerance: i64) -> Result<Missing, Lacks> {
    let late: Result<i64, Lacks> = part
        .from
        .clone()
        .and_then(|from| from.map_or(Ok(0), |from| Ok(start(meeting)?.minutes_until(from).max(0))));
    let early: Result<i64, Lacks> = part
        .to
        .clone()
        .and_then(|to| to.map_or(Ok(0), |to| Ok(to.minutes_until(*meeting.end().read()?).max(0))));
    let at = if early.as_ref().is_ok_and(|minutes| *minutes > 0) {
        part.row.to().path
    } else {
        part.row.from().path
    };
    match (late, early) {
        (Ok(late), Ok(early)) if late + early <= tolerance => Ok(Missing::Nothing),
        (Ok(late), Ok(early)) => Ok(Missing::Minutes(late + early, at)),
        // One end is enough to break it.
        (Ok(minutes), Err(_)) | (Err(_), Ok(minutes)) if minutes > tolerance => {
            Ok(Missing::Minutes(minutes, at))
        }
        (Err(one), Err(two)) => Err(one.and(two)),
        (Ok(_), Err(lacks)) | (Err(lacks), Ok(_)) => Err(lacks),
    }
}

fn of_several<'a>(meeting: Ref<'a, Meeting>, parts: &[Part<'a>], tolerance: i64) -> Result<Missing, Lacks> {
    let begins = start(meeting)?;
    let total = begins.minutes_until(*meeting.end().read()?);
    let minute = |time: &Result<Option<Time>, Lacks>, open: i64| match time {
        Ok(Some(time)) => begins.minutes_until(*time).clamp(0, total),
        // What cannot be read may be as good as it gets.
        Ok(None) | Err(_) => open,
    };
    let known = |part: &&Part<'a>| part.from.is_ok() && part.to.is_ok();
    let missed = |parts: &mut dyn Iterator<Item = &Part<'a>>| {
        let mut spans: Vec<(i64, i64)> =
            parts.map(|part| (minute(&part.from, 0), minute(&part.to, total))).collect();
        spans.sort_unstable();
        let (mut reached, mut missed) = (0, 0);
        for (from, to) in spans {
            missed += (from - reached).max(0);
            reached = reached.max(to);
        }
        missed + total - reached
    };
    let at = meeting.attendance().path;
    let surely = missed(&mut parts.iter());
    let at_most = missed(&mut parts.iter().filter(known));
    if at_most <= tolerance {
        return Ok(Missing::Nothing);
    }
    if surely <= tolerance {
        let unread =
            parts.iter().flat_map(|part| [&part.from, &part.to]).filter_map(|time| time.clone().err());
        return Err(unread.reduce(Lacks::and).unwrap_or_default());
    }
    Ok(if surely == at_most { Missing::Minutes(surely, at) } else { Missing::Unmeasured(at) })
}
