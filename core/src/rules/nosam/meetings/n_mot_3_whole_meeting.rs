//! N-MOT-3: who attends a NOSAM meeting from start to end.

use std::iter;

use super::attendance::{Missed, missed};
use super::hours::Called;
use super::{meeting_subject, nosam_meetings, nosam_of};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::charter::WholeMeeting;
use crate::codes::{Code, MemberFunction, OfficeKind, Severity};
use crate::index::{Case, Context, owes_notes, shown, stand_ins};
use crate::lang::{Both, Lang};
use crate::record::{Group, Meeting, PersonId, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::nosam::representation::no_process_leader;
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-MOT-3",
    subject: "meetings/M#FUNCTION",
    severities: [Warning, Advice, Info],
    key_days: (key_days::meeting),
    partition_by: Record,
    reads: [meetings],
    each: tasks,
    sv: {
        norm: "Ordförande, vice ordförande, processledare och delregional samordnare är med under hela mötet",
        why: "De fyra håller ihop mötet när målgrupperna avlöser varandra.",
        reading: "Den som har uppdraget på mötesdagen ska vara med från start till slut, utan tolerans. \
            Saknade minuter är en varning, eller ett råd om meningen läses som en rekommendation (A-31). Är \
            det inte känt hur länge någon var med går det inte att avgöra. Två processledare får dela på \
            tiden. En grupp som var kallad till egna tider prövas för dem; den som har uppdrag i flera grupper \
            är med under deras tider tillsammans, och den som ensam har två uppdrag frågas om det första. Den \
            som går in i någons ställe räknas inte. Ett vakant uppdrag sägs i regeln om det; en \
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
            process leaders may share the time. A group that was called for hours of its own is judged by \
            these; who has tasks in several groups attends their hours together, and who alone has two tasks \
            is asked for the first. Who stands in for somebody does not count. A vacant task is \
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

    /// As a sentence about its holder says it.
    fn param(self) -> Param {
        let (code, said) = match self {
            Self::Office(office @ OfficeKind::Chair) => (office.code(), named(office, "ordföranden")),
            Self::Office(office @ OfficeKind::ViceChair) => {
                (office.code(), named(office, "vice ordföranden"))
            }
            Self::Function(function) => {
                let sv = match function {
                    MemberFunction::ProcessLeader => "processledaren",
                    MemberFunction::SubregionalCoordinator => "den delregionala samordnaren",
                    other => other.label(Lang::Sv),
                };
                (function.code(), named(function, sv))
            }
        };
        Param::Code { code: code.into(), sv: said.sv.into(), en: said.en.into() }
    }
}

fn named(code: impl Code, sv: &'static str) -> Both<&'static str> {
    Both { sv, en: code.label(Lang::En) }
}

/// What is asked of a meeting.
enum Asked<'a> {
    /// Nothing: it is of another kind, or not one of those that are judged.
    Nothing,
    /// That some people attend.
    Attends(Attends<'a>),
    /// A function that nobody has that day.
    Vacant(Vacant<'a>),
    /// Who is asked, or whether anybody is, cannot be told.
    Untold(Lacks),
}

/// Those who have a task, and the hours that they attend.
struct Attends<'a> {
    meeting: Ref<'a, Meeting>,
    task: Task,
    people: Vec<&'a str>,
    /// The hours for which they certainly were called.
    hours: Vec<Called>,
    /// Hours for which they may have been called, too, and what is missing to tell.
    more: Vec<(Called, Lacks)>,
    /// What is missing to tell whether others share the task, or whether these are asked for another one.
    unsure: Option<Lacks>,
    /// Are they certainly asked for this task? Then it is enough if they attended, whoever shares it.
    asked_here: bool,
}

fn tasks<'a>(cx: &Context<'a>) -> Vec<Case<'a, Asked<'a>>> {
    let rules = &cx.charter.meetings;
    let offices = rules.whole_meeting_offices.iter().copied().map(Task::Office);
    let tasks: Vec<Task> =
        offices.chain(rules.whole_meeting_functions.iter().copied().map(Task::Function)).collect();
    let mut cases = Vec::new();
    for (meeting, _) in nosam_meetings(cx) {
        let (groups, unread) = nosam_of(cx, meeting);
        // A check-in or a planning day asks nobody for the whole of it.
        let judged = owes_notes(meeting).and(|| cx.judges_meeting(meeting)).told();
        let day = judged.and_then(|judged| judged.then(|| cx.day_of(meeting)).transpose());
        let subject = meeting_subject(meeting);
        let mut case = |subject, thing| cases.push(Case { subject, at: meeting.path, thing });
        if let Some(lacks) = unread {
            case(subject, unless_judged(&day).unwrap_or(Asked::Untold(lacks)));
        }
        if groups.is_empty() {
            continue;
        }
        let of_task = |task: Task| subject.with(Key::Name(task.code()));
        match &day {
            Ok(Some(day)) => {
                for (task, asked) in asked(&Duty::all(cx, meeting, &groups, &tasks, *day), meeting) {
                    case(of_task(task), asked);
                }
            }
            _ => tasks.iter().for_each(|task| {
                case(of_task(*task), unless_judged(&day).unwrap_or(Asked::Nothing));
            }),
        }
    }
    cases
}

/// What is asked of a meeting that is not judged, or may not be.
fn unless_judged<'a>(day: &Result<Option<Day>, Lacks>) -> Option<Asked<'a>> {
    match day {
        Ok(Some(_)) => None,
        Ok(None) => Some(Asked::Nothing),
        Err(lacks) => Some(Asked::Untold(lacks.clone())),
    }
}

/// A task in one of the groups that met.
struct Duty<'a> {
    task: Task,
    /// Where the task stands among those of the charter.
    place: usize,
    group: Ref<'a, Group>,
    day: Day,
    held: Held<'a>,
    called: Called,
}

/// Who has a task.
enum Held<'a> {
    /// These, and what leaves others unsure.
    By(Vec<&'a str>, Option<Lacks>),
    /// Nobody, which another rule tells of an office.
    Nobody(Option<Lacks>),
    Untold(Lacks),
}

impl<'a> Duty<'a> {
    /// Every task of every group, the tasks in the charter's order.
    fn all(
        cx: &Context<'a>,
        meeting: Ref<'a, Meeting>,
        groups: &[Ref<'a, Group>],
        tasks: &[Task],
        day: Day,
    ) -> Vec<Self> {
        let duty = |place: usize, task: Task, group: Ref<'a, Group>| {
            let held = match task {
                Task::Office(office) => in_office(cx, group, office, day),
                Task::Function(function) => holders(cx, group, function, day),
            };
            let called = Called::own(meeting, group).unwrap_or_else(|| Called::whole(meeting));
            Self { task, place, group, day, held, called }
        };
        let of_task = |(place, task): (usize, &Task)| {
            groups.iter().map(|group| duty(place, *task, *group)).collect::<Vec<_>>()
        };
        tasks.iter().enumerate().flat_map(of_task).collect()
    }

    /// Are these, and nobody else, those who have it?
    fn is_only(&self, people: &[&str]) -> Answer {
        match &self.held {
            Held::Untold(lacks) => Answer::Unknown(lacks.clone()),
            Held::Nobody(_) => Answer::No,
            Held::By(held, unsure) => {
                let all_here = held.iter().all(|person| people.contains(person));
                match unsure {
                    None => (all_here && people.iter().all(|person| held.contains(person))).into(),
                    Some(lacks) if all_here => Answer::Unknown(lacks.clone()),
                    Some(_) => Answer::No,
                }
            }
        }
    }
}

/// What each task asks, once for the same people however many groups met.
fn asked<'a>(duties: &[Duty<'a>], meeting: Ref<'a, Meeting>) -> Vec<(Task, Asked<'a>)> {
    let mut asked = Vec::new();
    let mut told: Vec<(usize, Vec<&str>)> = Vec::new();
    for duty in duties {
        let of_duty = match (&duty.held, duty.task) {
            (Held::By(people, unsure), _) => {
                let mut sorted = people.clone();
                sorted.sort_unstable();
                if told.contains(&(duty.place, sorted.clone())) {
                    continue;
                }
                match attends(duties, duty, (people, unsure), meeting) {
                    None => continue,
                    Some(attends) => {
                        told.push((duty.place, sorted));
                        Asked::Attends(attends)
                    }
                }
            }
            (Held::Nobody(None), Task::Function(function)) => {
                Asked::Vacant(Vacant { group: duty.group, function, day: duty.day })
            }
            (Held::Nobody(lacks), _) => Asked::Untold(lacks.clone().unwrap_or_default()),
            (Held::Untold(lacks), _) => Asked::Untold(lacks.clone()),
        };
        asked.push((duty.task, of_duty));
    }
    asked
}

/// What those who have a task attend; `None`: who alone has two tasks is asked for the first.
fn attends<'a>(
    duties: &[Duty<'a>],
    duty: &Duty<'a>,
    (people, unsure): (&[&'a str], &Option<Lacks>),
    meeting: Ref<'a, Meeting>,
) -> Option<Attends<'a>> {
    let alone = people.len() == 1;
    let before = duties.iter().filter(|other| alone && other.place < duty.place);
    let earlier = Answer::any(before.map(|other| other.is_only(people)));
    let (asked_here, unsure) = match (earlier, unsure) {
        (Answer::Yes, None) => return None,
        (Answer::Unknown(lacks), unsure) => (false, Some(unsure.clone().unwrap_or_default().and(lacks))),
        (earlier, unsure) => (earlier.is_no(), unsure.clone()),
    };
    let (mut hours, mut more) = (vec![duty.called.clone()], Vec::new());
    for other in duties.iter().filter(|other| alone || other.place == duty.place) {
        match other.is_only(people) {
            Answer::Yes => hours.push(other.called.clone()),
            Answer::Unknown(lacks) => more.push((other.called.clone(), lacks)),
            Answer::No => {}
        }
    }
    let people = people.to_vec();
    Some(Attends { meeting, task: duty.task, people, hours, more, unsure, asked_here })
}

/// Judges one task at one meeting.
fn check<'a>(cx: &Context<'a>, asked: Asked<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let attends = match asked {
        Asked::Nothing => return Ok(()),
        Asked::Untold(lacks) => return Err(lacks),
        Asked::Vacant(of) => return vacant(cx, of, verdict),
        Asked::Attends(attends) => attends,
    };
    let Attends { meeting, people, unsure, asked_here, .. } = &attends;
    let tolerance = cx.charter.meetings.whole_meeting_tolerance;
    let missed_of = |hours: &[Called]| missed(*meeting, people, hours, tolerance);
    let certain = missed_of(&attends.hours);
    if let (Some(lacks), false) = (unsure, asked_here) {
        return Err(lacks.clone());
    }
    match certain? {
        Missed::Nothing => {
            // They may have been called for more.
            let open = attends.more.iter().filter(|(called, _)| {
                !matches!(missed_of(std::slice::from_ref(called)), Ok(Missed::Nothing))
            });
            if let Some(lacks) = open.map(|(_, lacks)| lacks.clone()).reduce(Lacks::and) {
                return Err(lacks);
            }
            verdict.holds();
        }
        missed => {
            // Somebody who may have the task, too, may have been there.
            if let Some(lacks) = unsure {
                return Err(lacks.clone());
            }
            let at = missed.at().unwrap_or(meeting.attendance().path);
            verdict.breaks(severity(cx), at, sentence(cx, &attends, &missed)?).reading("A-31");
        }
    }
    Ok(())
}

fn sentence(cx: &Context<'_>, attends: &Attends<'_>, missed: &Missed) -> Result<Words, Lacks> {
    let who = Param::Persons(attends.people.iter().map(|person| cx.person(person)).collect());
    let (task, day) = (attends.task.param(), cx.day_of(attends.meeting)?);
    Ok(match missed {
        Missed::Minutes { minutes, at_least: false, .. } => words! {
        task = task, who = who, minutes = Param::Minutes(*minutes), day = day;
        sv: "{task} {who} var frånvarande {minutes} av mötet {day}",
        en: "The {task} {who} was absent for {minutes} of the meeting on {day}" },
        Missed::Minutes { minutes, at_least: true, .. } => words! {
        task = task, who = who, minutes = Param::Minutes(*minutes), day = day;
        sv: "{task} {who} var frånvarande minst {minutes} av mötet {day}",
        en: "The {task} {who} was absent for at least {minutes} of the meeting on {day}" },
        Missed::Unmeasured(_) => words! { task = task, who = who, day = day;
        sv: "{task} {who} var inte med under hela mötet {day}",
        en: "The {task} {who} did not attend the whole meeting on {day}" },
        Missed::Everything | Missed::Nothing => words! { task = task, who = who, day = day;
        sv: "{task} {who} var inte med på mötet {day}",
        en: "The {task} {who} did not attend the meeting on {day}" },
    })
}

/// Holder and stand-in of an office on `day`: either is enough, and so are both together.
fn in_office<'a>(cx: &Context<'a>, group: Ref<'a, Group>, office: OfficeKind, day: Day) -> Held<'a> {
    let holder = cx.office_on(group, office, day).and_then(|term| term.office.person().read());
    match holder {
        Ok(holder) => {
            let (others, unsure) = stand_ins(group, office, holder, day);
            let mut people: Vec<&str> = Vec::new();
            for person in iter::once(holder).chain(others).map(PersonId::as_str) {
                if !people.contains(&person) {
                    people.push(person);
                }
            }
            Held::By(people, unsure)
        }
        Err(lacks) => {
            let terms = cx.on_day(day.min(cx.as_of)).terms(group, office);
            let nobody = group.offices().read().is_ok() && matches!(terms.on(day), Ok(None));
            if nobody { Held::Nobody(Some(lacks)) } else { Held::Untold(lacks) }
        }
    }
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

/// Those who certainly have a function in a group on `day`, and what leaves others unsure.
fn holders<'a>(cx: &Context<'a>, group: Ref<'a, Group>, function: MemberFunction, day: Day) -> Held<'a> {
    let mut people = Vec::new();
    let mut unsure = group.members().unread();
    for member in group.members().items() {
        let lacks = match cx.seats(member, function, day) {
            Answer::No => continue,
            Answer::Yes => match member.person().read() {
                Ok(person) => {
                    if !people.contains(&person.as_str()) {
                        people.push(person.as_str());
                    }
                    continue;
                }
                Err(lacks) => lacks,
            },
            Answer::Unknown(lacks) => lacks,
        };
        unsure = Some(unsure.unwrap_or_default().and(lacks));
    }
    match (people.is_empty(), unsure) {
        (false, unsure) => Held::By(people, unsure),
        (true, None) => Held::Nobody(None),
        (true, Some(lacks)) => Held::Untold(lacks),
    }
}
