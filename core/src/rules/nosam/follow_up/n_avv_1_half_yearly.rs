//! N-AVV-1: deviations in collaboration are reported every half-year.

use super::{Duty, duties, is_from, where_missing};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::DeviationReports;
use crate::index::{Case, Context};
use crate::record::{GroupKind, Period, Ref, Report, ReportKind};
use crate::report::{Key, Param, Severity, Verdict};
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-AVV-1",
    clauses: ["N-AVV-1"],
    severities: [Error, Info],
    partition_by: Record,
    each: half_years,
    check: check,
    sv: {
        norm: "Avvikelser i samverkan rapporteras till samordningsgruppen varje halvår",
        why: "Samordningsgruppen ska se vad som behöver utvecklas och om felen ligger i systemet.",
        reading: "För varje NOSAM och varje avslutat halvår (januari till juni, juli till december) ska en rapport som täcker hela halvåret ha lämnats till samordningsgruppen inom 92 dagar (A-28), alltså senast den 30 september för det första halvåret. En rapport om att inget har hänt räknas. En rapport över två halvår räknas för båda, om den kom i tid. Halvår räknas från `complete_from`, eller annars från den första rapporten, och bara om gruppen har funnits minst tre månader av det.",
        example: "Rapporten för första halvåret 2024 lämnas 1 oktober 2024: fel, en dag för sent.",
    },
    en: {
        norm: "Deviations in collaboration are reported to the coordination group every half-year",
        why: "The coordination group should see what to develop, and whether faults lie in the system.",
        reading: "For each NOSAM and each finished half-year (January to June, July to December) a report that covers the whole half-year has reached the coordination group within 92 days (A-28), that is by 30 September for the first half. A report that nothing happened counts. One over two half-years counts for each, if it was in time for it. Half-years count from `complete_from`, or else from the first report, and only if the group existed for at least three months of it.",
        example: "The report for the first half of 2024 comes on 1 October 2024: an error, one day late.",
    },
}

fn half_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Duty<'a>, Lacks>>> {
    match cx.charter.readings.deviation_reports {
        DeviationReports::HalfYearly => duties(cx, ReportKind::Deviation, 3, half_year_of),
        DeviationReports::WhenNeeded => Vec::new(),
    }
}

/// The half-year of a day, half-open.
fn half_year_of(day: Day) -> (Span, Key<'static>) {
    let first = |year, month| Day::new(year, month, 1).unwrap_or(day);
    let year = day.year();
    if day < first(year, 7) {
        (Span { from: Some(first(year, 1)), until: Some(first(year, 7)) }, Key::HalfYear(year, 1))
    } else {
        (Span { from: Some(first(year, 7)), until: Some(first(year + 1, 1)) }, Key::HalfYear(year, 2))
    }
}

/// Judges one half-year of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<Duty<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Duty { group, days } = duty?;
    let Some(end) = days.until else { return Ok(()) };
    let last_day = end.plus_days(cx.charter.readings.deviation_grace_days - 1);
    let due = last_day.plus_days(1);
    let reports = cx.record.reports();
    let handed_over = |report: Ref<'a, Report>| report.on().is(|day| *day <= cx.as_of);
    let covers = |report: Ref<'a, Report>| {
        is_from(report, ReportKind::Deviation, group)
            .and(|| handed_over(report))
            .and(|| covers_all(report, days))
    };
    let to_the_group = |report: Ref<'a, Report>| match report.to_group().read() {
        Ok(to) => cx.is_of_kind(to.as_str(), GroupKind::CoordinationGroup),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let counts = reports.any(|report| {
        covers(report).and(|| to_the_group(report)).and(|| report.on().is(|day| *day <= last_day))
    });
    match counts {
        Answer::Yes => verdict.holds(),
        _ if due > cx.as_of => verdict.not_due(due),
        Answer::Unknown(lacks) => return Err(lacks),
        Answer::No => {
            let mut at = where_missing(cx, group);
            let mut words = words! { period = days, due = last_day;
            sv: "Ingen avvikelserapport täcker {period}, den skulle ha lämnats senast {due}",
            en: "No deviation report covers {period}, it was due by {due}" };
            for report in reports.items().filter(|report| covers(*report).is_yes()) {
                let Some(day) = report.on().known().copied() else { continue };
                if to_the_group(report).is_yes() {
                    at = report.on().path;
                    words = words! { period = days, due = last_day, on = day, late = Param::Days(last_day.days_until(day));
                    sv: "Avvikelserapporten för {period} lämnades {on}, {late} efter den {due}",
                    en: "The deviation report for {period} came on {on}, {late} after {due}" };
                    break;
                }
                at = report.to_group().path;
                words = words! { period = days, group = Param::Id(report.to_group().known().map_or("", |to| to.as_str()).to_owned());
                sv: "Avvikelserapporten för {period} lämnades till {group}, inte till samordningsgruppen",
                en: "The deviation report for {period} went to {group}, not to the coordination group" };
            }
            verdict.breaks(Severity::Error, at, words).reading("A-28");
        }
    }
    Ok(())
}

/// Does the report's period cover every one of `days`?
fn covers_all(report: Ref<'_, Report>, days: Span) -> Answer {
    let covered = || -> Result<bool, Lacks> { Ok(days.gaps(&[report.period().get()?.span()?]).is_empty()) };
    covered().into()
}
