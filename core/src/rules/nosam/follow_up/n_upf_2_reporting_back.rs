//! N-UPF-2: the chair and the process leader report back on each NOSAM.

use super::{GroupYear, reached, yearly_duties};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::codes::{GroupKind, MemberFunction, OfficeKind, ReportKind, Severity};
use crate::index::{Case, Context, Handed, has_function, senders, shown, stand_ins, unread_senders};
use crate::record::{Group, GroupId, Member, Period, PersonId, Ref};
use crate::rules::judge::Verdict;
use crate::rules::nosam::representation::no_process_leader;
use crate::rules::yearly::{Duty, years_and_reports};
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "N-UPF-2",
    subject: "groups/NOSAM#YEAR, reports/R",
    clauses: ["N-UPF-2", "N-CHF-3"],
    severities: [Warning, Advice, Info],
    key_days: (key_days::year_or_report),
    partition_by: Record,
    reads: [groups, reports],
    judges: Groups,
    each: years_reported,
    sv: {
        norm: "Ordföranden i NOSAM och processledaren återrapporterar till samordningsgruppen",
        due: "Årets återrapportering ska ha lämnats",
        why: "Styrgruppen ska höra hur det går i varje NOSAM, både av den som leder gruppen och av den som \
            stöder båda.",
        reading: "En återrapportering av varje avslutat kalenderår i planperioden räcker, annars ges ett råd \
            (A-36) när 90 dagar har gått efter årets slut (A-36.grace_days); regelverket kan stänga av det. \
            Vilket år den gäller avgörs av perioden, som för utvärderingar (N-UPF-1). Varje återrapportering \
            ska gå till samordningsgruppen, och både ordföranden och en processledare ska vara med: de som \
            var det på rapportens dag eller på sista dagen i perioden, processledaren i vilken grupp som \
            helst. Rapporterar flera NOSAM tillsammans behövs ordföranden i var och en. Saknas någon ges en \
            varning. Är ordföranden eller processledaren en vakant plats berättas det där, och detta kan \
            inte avgöras; har någon blivit processledare sedan dess berättas det här. Ett år då gruppen \
            fanns i mindre än tre månader prövas inte.",
        example: "Ordföranden rapporterar ensam i juni: en varning om att processledaren inte var med.",
    },
    en: {
        norm: "The chair of NOSAM and the process leader report back to the coordination group",
        due: "The year's report back is to be handed over",
        why: "The steering group should hear how each NOSAM fares from the one who leads it and from the one \
            who supports both.",
        reading: "One report back of each finished calendar year of the plan is enough, otherwise there is an \
            advice (A-36) when 90 days have passed since the end of the year (A-36.grace_days); the charter \
            may switch that off. Of which year it is follows from its period, as for evaluations (N-UPF-1). \
            Each report back goes to the coordination group, and both the chair and a process leader take \
            part: those of the day of the report or of the last day of its period, the process leader of any \
            group. When several NOSAM report together each needs its own chair. If one is missing there is a \
            warning. If the chair or the process leader is a vacant seat it is told there, and this cannot \
            be told; if somebody has become process leader since, it is told here. A year in which the group \
            existed for less than three months is not judged.",
        example: "The chair reports alone in June: a warning that the process leader did not take part.",
    },
}

fn years_reported<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Duty<'a, GroupYear<'a>>, Lacks>>> {
    let reports = cx.reports(ReportKind::ReportBack, |report| cx.is_from_nosam(report));
    years_and_reports(yearly_duties(cx, ReportKind::ReportBack), reports)
}

/// Judges one year of one NOSAM, or one report.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<Duty<'a, GroupYear<'a>>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match duty? {
        Duty::Year(GroupYear { group, year }) => year.judge(cx, verdict, |verdict| {
            let words = words! { group = shown(group), year = i64::from(year.year), last = year.last();
            sv: "Återrapporteringen från {group} för {year} saknas, den skulle ha lämnats senast {last}",
            en: "The report back from {group} for {year} is missing, it was due by {last}" };
            verdict.breaks(Severity::Advice, cx.record.reports().path, words).reading("A-36")
        }),
        Duty::Report(handed) => {
            check_report(cx, handed, verdict);
            Ok(())
        }
    }
}

fn check_report<'a>(cx: &Context<'a>, handed: Handed<'a>, verdict: &mut Verdict<'a>) {
    let Handed { report, on } = handed;
    match reached(cx, report).told() {
        Err(lacks) => verdict.lacks(lacks),
        Ok(true) => {}
        Ok(false) => {
            let to = report.to_group();
            let id = to.known().map_or_else(String::new, |id| id.as_str().to_owned());
            let words = words! { on = on, to = Param::Id(id);
            sv: "Återrapporteringen {on} gick till {to}, den ska gå till samordningsgruppen",
            en: "The report back of {on} went to {to}, it goes to the coordination group" };
            verdict.breaks(Severity::Warning, to.path, words);
        }
    }
    let nosam = |id: Ref<'a, GroupId>| {
        cx.groups(GroupKind::Nosam)
            .find(|group| group.id().known().is_some_and(|it| it.as_str() == id.item.as_str()))
    };
    let groups: Vec<_> = senders(report).filter_map(nosam).collect();
    for group in &groups {
        match chair_reports(cx, *group, handed) {
            Err(lacks) => verdict.lacks(lacks),
            Ok(None) => {}
            Ok(Some(person)) => {
                let words = words! { on = on, person = cx.person(person);
                sv: "Ordföranden {person} var inte med och återrapporterade {on}",
                en: "The chair {person} did not take part in the report back of {on}" };
                verdict.breaks(Severity::Warning, report.reporters().path, words);
            }
        }
    }
    match leader_reports(cx, &groups, handed) {
        Err(lacks) => verdict.lacks(lacks),
        Ok(Leader::Reported) => {}
        Ok(Leader::Silent) => {
            let words = words! { on = on;
            sv: "Ingen processledare var med och återrapporterade {on}",
            en: "No process leader took part in the report back of {on}" };
            verdict.breaks(Severity::Warning, report.reporters().path, words);
        }
        Ok(Leader::Vacant) => {
            for group in groups {
                vacant(cx, group, handed, verdict).unwrap_or_else(|lacks| verdict.lacks(lacks));
            }
        }
    }
    if let Some(lacks) = unread_senders(report) {
        verdict.lacks(lacks);
    }
    verdict.holds();
}

/// The days of those who report: that of the report, and the last day of what it is about.
fn days(handed: Handed<'_>) -> Vec<Result<Day, Lacks>> {
    let period = handed.report.period();
    let last = period.optional().and_then(|item| match item {
        Some(item) => Ref { item, path: period.path }.to().optional().map(Option::<&Day>::copied),
        None => Ok(None),
    });
    let last = last.map(|day| day.map(|day| day.min(handed.on))).transpose();
    std::iter::once(Ok(handed.on)).chain(last).collect()
}

/// Of these days, those on which the group is not known to be gone or still to come.
fn days_of<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    handed: Handed<'a>,
) -> impl Iterator<Item = Result<Day, Lacks>> {
    days(handed)
        .into_iter()
        .filter(move |day| day.as_ref().map_or(true, |day| !cx.lives_on(group, *day).is_no()))
}

/// The chair of the first of these days, when the chair of none of them took part.
fn chair_reports<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    handed: Handed<'a>,
) -> Result<Option<&'a str>, Lacks> {
    let reporters = handed.report.reporters();
    let chair = |day: Result<Day, Lacks>| {
        let day = day?;
        let terms = cx.terms(group, OfficeKind::Chair);
        let term = terms.on(day)?.ok_or_else(|| terms.not_one_each(Span::on(day)))?;
        Ok((term.office.person().read()?, day))
    };
    let chairs: Vec<Result<(&PersonId, Day), Lacks>> = days_of(cx, group, handed).map(chair).collect();
    let took_part = |chair: &Result<(&'a PersonId, Day), Lacks>| match chair {
        Ok((person, day)) => {
            let (others, unsure) = stand_ins(group, OfficeKind::Chair, person, *day);
            let reported = reporters.any(|id| (id.item == *person || others.contains(&id.item)).into());
            reported.or(|| unsure.map_or(Answer::No, Answer::Unknown))
        }
        Err(lacks) => Answer::Unknown(lacks.clone()),
    };
    let told = Answer::any(chairs.iter().map(took_part)).told()?;
    let asked = chairs.into_iter().find_map(Result::ok).map(|(person, _)| person.as_str());
    Ok(asked.filter(|_| !told))
}

/// What process leaders had to do with a report.
enum Leader {
    Reported,
    Silent,
    /// None of the groups had one.
    Vacant,
}

/// Did a process leader of any group take part?
fn leader_reports<'a>(
    cx: &Context<'a>,
    groups: &[Ref<'a, Group>],
    handed: Handed<'a>,
) -> Result<Leader, Lacks> {
    let days = days(handed);
    let leads = |group: Ref<'a, Group>, member: Ref<'a, Member>, day: &Result<Day, Lacks>| match day {
        Ok(day) => has_function(member, &[MemberFunction::ProcessLeader])
            .and(|| member.runs_on(*day))
            .and(|| cx.lives_on(group, *day)),
        Err(lacks) => Answer::Unknown(lacks.clone()),
    };
    let reported = |member: Ref<'a, Member>| match member.person().read() {
        Ok(person) => handed.report.reporters().any(|id| (id.item == person).into()),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let of_group = |group: Ref<'a, Group>, day: &Result<Day, Lacks>| {
        group.members().any(|member| leads(group, member, day).and(|| reported(member)))
    };
    let of_any = |day| cx.record.groups().any(|group| of_group(group, day));
    if Answer::any(days.iter().map(of_any)).told()? {
        return Ok(Leader::Reported);
    }
    let led = |group: Ref<'a, Group>| {
        Answer::any(days.iter().map(|day| group.members().any(|member| leads(group, member, day))))
    };
    let led = Answer::any(groups.iter().map(|group| led(*group))).told()?;
    Ok(if led { Leader::Silent } else { Leader::Vacant })
}

/// Tells here that a group had no process leader, unless the rule about it tells it on the as-of day.
fn vacant<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    handed: Handed<'a>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    // A group that is gone has nobody to send.
    let Some(day) = days_of(cx, group, handed).next() else { return Ok(()) };
    let day = day?;
    cx.lives_on(group, day).told()?;
    let told = no_process_leader();
    if !cx.untold_vacancy(group, MemberFunction::ProcessLeader, day, &told).told()? {
        return Err(told);
    }
    let words = words! { on = handed.on, group = shown(group);
    sv: "Ingen var processledare i {group} när det återrapporterades {on}, platsen var vakant",
    en: "Nobody was process leader in {group} at the report back of {on}, the seat was vacant" };
    verdict.breaks(Severity::Warning, group.members().path, words);
    Ok(())
}
