//! N-UPF-2: the chair and the process leader report back on each NOSAM.

use super::{YearlyDuty, yearly_duties};
use crate::answer::{Answer, Lacks};
use crate::codes::{GroupKind, MemberFunction, OfficeKind, ReportKind, Severity};
use crate::index::{Case, Context, Handed, has_function, not_one_each, stand_ins};
use crate::record::{Group, Period, Ref};
use crate::rules::judge::Verdict;
use crate::rules::nosam::decisions::kind_of;
use crate::rules::nosam::representation::no_process_leader;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "N-UPF-2",
    clauses: ["N-UPF-2", "N-CHF-3"],
    severities: [Warning, Advice, Info],
    partition_by: Group,
    judges: Groups,
    each: years_and_reports,
    sv: {
        norm: "Ordföranden i NOSAM och processledaren återrapporterar till samordningsgruppen",
        why: "Styrgruppen ska höra hur det går i varje NOSAM, både av den som leder gruppen och av den som \
            stöder båda.",
        reading: "En återrapportering under varje avslutat kalenderår i planperioden räcker, annars ges ett \
            råd (A-36); regelverket kan stänga av det. Varje återrapportering ska gå till \
            samordningsgruppen, och både den som är ordförande och en processledare på rapportens dag ska \
            vara med; saknas någon ges en varning. Är ordföranden eller processledaren en vakant plats \
            berättas det där, och detta kan inte avgöras. Ett år då gruppen fanns i mindre än tre månader \
            prövas inte.",
        example: "Ordföranden rapporterar ensam i juni: en varning om att processledaren inte var med.",
    },
    en: {
        norm: "The chair of NOSAM and the process leader report back to the coordination group",
        why: "The steering group should hear how each NOSAM fares from the one who leads it and from the one \
            who supports both.",
        reading: "One report back in each finished calendar year of the plan is enough, otherwise there is \
            an advice (A-36); the charter may switch that off. Each report back goes to the coordination \
            group, and both the chair and a process leader on the day of the report take part; if one is \
            missing there is a warning. If the chair or the process leader is a vacant seat it is told \
            there, and this cannot be told. A year in which the group existed for less than three months is \
            not judged.",
        example: "The chair reports alone in June: a warning that the process leader did not take part.",
    },
}

/// What is judged: that there is a report, or how one was made.
enum Thing<'a> {
    Year(YearlyDuty<'a>),
    Report(Handed<'a>),
}

fn years_and_reports<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Thing<'a>, Lacks>>> {
    let years = yearly_duties(cx, ReportKind::ReportBack).into_iter().map(|case| Case {
        subject: case.subject,
        at: case.at,
        thing: case.thing.map(Thing::Year),
    });
    let reports = cx
        .reports(ReportKind::ReportBack, |report| cx.is_from_nosam(report))
        .into_iter()
        .map(|case| Case { subject: case.subject, at: case.at, thing: case.thing.map(Thing::Report) });
    years.chain(reports).collect()
}

/// Judges one year of one NOSAM, or one report.
fn check<'a>(
    cx: &Context<'a>,
    thing: Result<Thing<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match thing? {
        Thing::Year(duty) => check_year(cx, duty, verdict),
        Thing::Report(handed) => check_report(cx, handed, verdict),
    }
}

fn check_year<'a>(cx: &Context<'a>, duty: YearlyDuty<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let ends = duty.ends(cx);
    if !duty.reports.is_empty() {
        verdict.holds();
    } else if cx.as_of < ends {
        verdict.not_due(ends);
    } else if let Some(lacks) = duty.unread {
        return Err(lacks);
    } else {
        verdict
            .breaks(
                Severity::Advice,
                cx.record.reports().path,
                words! { year = Param::Span(duty.days);
                sv: "Ingen återrapportering är daterad {year}",
                en: "No report back is dated {year}" },
            )
            .reading("A-36");
    }
    Ok(())
}

fn check_report<'a>(cx: &Context<'a>, handed: Handed<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Handed { report, on } = handed;
    match report.to_group().read() {
        Err(lacks) => verdict.lacks(lacks),
        Ok(to) => match kind_of(cx, to.as_str(), GroupKind::CoordinationGroup).told() {
            Err(lacks) => verdict.lacks(lacks),
            Ok(true) => {}
            Ok(false) => {
                verdict.breaks(
                    Severity::Warning,
                    report.to_group().path,
                    words! { on = on, to = Param::Id(to.as_str().to_owned());
                    sv: "Återrapporteringen {on} gick till {to}, den ska gå till samordningsgruppen",
                    en: "The report back of {on} went to {to}, it goes to the coordination group" },
                );
            }
        },
    }
    let Some(group) = report.from_group().known().and_then(|id| cx.group(id.as_str())) else { return Ok(()) };
    match chair_reports(cx, group, handed) {
        Err(lacks) => verdict.lacks(lacks),
        Ok(None) => {}
        Ok(Some(person)) => {
            verdict.breaks(
                Severity::Warning,
                report.reporters().path,
                words! { on = on, person = cx.person(person);
                sv: "Ordföranden {person} var inte med och återrapporterade {on}",
                en: "The chair {person} did not take part in the report back of {on}" },
            );
        }
    }
    match leader_reports(group, handed) {
        Err(lacks) => verdict.lacks(lacks),
        Ok(true) => {}
        Ok(false) => {
            verdict.breaks(
                Severity::Warning,
                report.reporters().path,
                words! { on = on;
                sv: "Ingen processledare var med och återrapporterade {on}",
                en: "No process leader took part in the report back of {on}" },
            );
        }
    }
    verdict.holds();
    Ok(())
}

/// The chair on the day of the report, when it did not take part.
fn chair_reports<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    handed: Handed<'a>,
) -> Result<Option<&'a str>, Lacks> {
    let term = cx.terms(group, OfficeKind::Chair).on(handed.on)?.ok_or_else(not_one_each)?;
    let person = term.office.person().read()?;
    let (others, unsure) = stand_ins(group, OfficeKind::Chair, person, handed.on);
    let took_part =
        handed.report.reporters().any(|id| (id.item == person || others.contains(&id.item)).into());
    let took_part = took_part.or(|| unsure.map_or(Answer::No, Answer::Unknown));
    Ok((!took_part.told()?).then_some(person.as_str()))
}

/// Did a process leader of the group take part?
fn leader_reports<'a>(group: Ref<'a, Group>, handed: Handed<'a>) -> Result<bool, Lacks> {
    let reporters = handed.report.reporters();
    let leads =
        |member| has_function(member, &[MemberFunction::ProcessLeader]).and(|| member.runs_on(handed.on));
    let took_part = group.members().any(|member| {
        leads(member).and(|| match member.person().read() {
            Ok(person) => reporters.any(|id| (id.item == person).into()),
            Err(lacks) => Answer::Unknown(lacks),
        })
    });
    if took_part.told()? {
        return Ok(true);
    }
    if group.members().any(leads).told()? { Ok(false) } else { Err(no_process_leader()) }
}
