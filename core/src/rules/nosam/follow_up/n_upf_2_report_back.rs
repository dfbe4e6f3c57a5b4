//! N-UPF-2: the chair and the process leader report back to the coordination group.

use super::{Duty, duties, is_judged, reports, where_missing, year_of, yearly};
use crate::answer::{Answer, Lacks};
use crate::charter::YearlyReports;
use crate::index::{Case, Context, has_function};
use crate::record::{GroupKind, MemberFunction, OfficeKind, Period, PersonId, Ref, Report, ReportKind};
use crate::report::{Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-UPF-2",
    clauses: ["N-UPF-2", "N-CHF-3"],
    severities: [Warning, Advice, Info],
    partition_by: Record,
    each: reports_and_years,
    check: check,
    sv: {
        norm: "Ordföranden och processledaren återrapporterar till samordningsgruppen hur det går i varje NOSAM",
        why: "Styrgruppen ska få veta hur arbetet går av dem som leder det.",
        reading: "En återrapportering går till samordningsgruppen, och både den som är ordförande den dagen och en processledare är bland dem som rapporterar; annars en varning. Minst en under varje avslutat kalenderår, annars ett råd, eftersom texten inte säger hur ofta (A-36). Är ordföranden eller processledaren vakant är det den bristen som anges.",
        example: "Bara ordföranden rapporterar i maj: en varning om processledaren.",
    },
    en: {
        norm: "The chair and the process leader report back to the coordination group on each NOSAM",
        why: "The steering group should hear how the work goes from those who lead it.",
        reading: "A report back goes to the coordination group, and both whoever is chair that day and a process leader are among the reporters; otherwise a warning. At least one in each finished calendar year, otherwise an advice, because the text does not say how often (A-36). Where the chair or the process leader is vacant, that is the finding.",
        example: "Only the chair reports in May: a warning about the process leader.",
    },
}

/// A report that was made, or a year in which one is owed.
enum Judged<'a> {
    Made(Ref<'a, Report>),
    Owed(Result<Duty<'a>, Lacks>),
}

fn reports_and_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Judged<'a>>> {
    let mut cases = Vec::new();
    if cx.charter.readings.yearly_reports == YearlyReports::YearlyAdvice {
        let owed = duties(cx, ReportKind::ReportBack, 6, year_of);
        cases.extend(owed.into_iter().map(|case| case.map(Judged::Owed)));
    }
    let made = reports(cx, ReportKind::ReportBack, &[GroupKind::Nosam]);
    cases.extend(made.into_iter().map(|case| case.map(Judged::Made)));
    cases
}

fn check<'a>(cx: &Context<'a>, judged: Judged<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    match judged {
        Judged::Made(report) => made(cx, report, verdict),
        Judged::Owed(duty) => owed(cx, duty?, verdict),
    }
}

/// Judges one year of one NOSAM.
fn owed<'a>(cx: &Context<'a>, duty: Duty<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    yearly(cx, ReportKind::ReportBack, duty, verdict, |verdict, year| {
        let at = where_missing(cx, duty.group);
        verdict
            .breaks(
                Severity::Advice,
                at,
                words! { year = year;
                sv: "Ingen återrapportering lämnades under {year}",
                en: "No report back was given in {year}" },
            )
            .reading("A-36");
    })
}

/// Judges one report.
fn made<'a>(cx: &Context<'a>, report: Ref<'a, Report>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    if !is_judged(cx, report)? {
        return Ok(());
    }
    let mut lacks = Lacks::default();
    let mut note = |answer: Answer, verdict: &mut Verdict<'a>, tell: &dyn Fn(&mut Verdict<'a>)| match answer {
        Answer::Yes => {}
        Answer::No => tell(verdict),
        Answer::Unknown(more) => lacks = std::mem::take(&mut lacks).and(more),
    };
    note(to_the_coordination_group(cx, report), verdict, &|verdict| {
        let to =
            Param::Id(report.to_group().known().map_or(String::new(), |group| group.as_str().to_owned()));
        verdict.breaks(
            Severity::Warning,
            report.to_group().path,
            words! { group = to;
            sv: "Återrapporteringen lämnades till {group}, inte till samordningsgruppen",
            en: "The report back went to {group}, not to the coordination group" },
        );
    });
    note(by_the_chair(cx, report), verdict, &|verdict| {
        verdict.breaks(
            Severity::Warning,
            report.reporters().path,
            words! { ;
            sv: "Ordföranden är inte bland dem som återrapporterar",
            en: "The chair is not among those who report back" },
        );
    });
    note(by_a_process_leader(cx, report), verdict, &|verdict| {
        verdict.breaks(
            Severity::Warning,
            report.reporters().path,
            words! { ;
            sv: "Ingen processledare är bland dem som återrapporterar",
            en: "No process leader is among those who report back" },
        );
    });
    if lacks.is_empty() {
        verdict.holds();
        return Ok(());
    }
    Err(lacks)
}

fn to_the_coordination_group(cx: &Context<'_>, report: Ref<'_, Report>) -> Answer {
    match report.to_group().read() {
        Ok(group) => cx.is_of_kind(group.as_str(), GroupKind::CoordinationGroup),
        Err(lacks) => Answer::Unknown(lacks),
    }
}

fn reported<'a>(report: Ref<'a, Report>, person: &PersonId) -> Answer {
    report.reporters().any(|reporter| (reporter.item == person).into())
}

/// Was whoever held the chair that day among the reporters? A vacant chair is told by N-ORD-1.
fn by_the_chair<'a>(cx: &Context<'a>, report: Ref<'a, Report>) -> Answer {
    let holder = || -> Result<Answer, Lacks> {
        let day = *report.on().read()?;
        let group = cx.group(report.from_group().read()?.as_str()).ok_or_else(|| Lacks::because("record"))?;
        match cx.terms(group, OfficeKind::Chair).on(day)? {
            Some(term) => Ok(reported(report, term.office.person().read()?)),
            None => Err(Lacks::because("N-ORD-1")),
        }
    };
    holder().unwrap_or_else(Answer::Unknown)
}

/// Was a process leader of that day among the reporters? That there is none is told by N-REP-13.
fn by_a_process_leader<'a>(cx: &Context<'a>, report: Ref<'a, Report>) -> Answer {
    let holder = || -> Result<Answer, Lacks> {
        let day = *report.on().read()?;
        let group = cx.group(report.from_group().read()?.as_str()).ok_or_else(|| Lacks::because("record"))?;
        let members = group.members();
        let leads = |member: Ref<'a, crate::record::Member>| {
            member.runs_on(day).and(|| has_function(member, &[MemberFunction::ProcessLeader]))
        };
        if members.any(leads).is_no() {
            return Err(Lacks::because("N-REP-13"));
        }
        Ok(members.any(|member| {
            leads(member).and(|| match member.person().read() {
                Ok(person) => reported(report, person),
                Err(lacks) => Answer::Unknown(lacks),
            })
        }))
    };
    holder().unwrap_or_else(Answer::Unknown)
}
