//! N-AVV-1: deviations are reported to the coordination group for every half-year.

use super::{Series, days_of, long_enough, series};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::DeviationReports;
use crate::index::{Case, Context, Handed, group_case, group_subject};
use crate::record::{Group, GroupKind, Period, Ref, ReportKind};
use crate::report::{Key, Param, Severity, Verdict};
use crate::rules::nosam::decisions::kind_of;
use crate::rules::rule;
use crate::words;

rule! {
    id: "N-AVV-1",
    clauses: ["N-AVV-1"],
    severities: [Error, Info],
    partition_by: Group,
    judges: Groups,
    each: half_years,
    check: check,
    sv: {
        norm: "Varje NOSAM rapporterar avvikelser i samverkan till samordningsgruppen för varje halvår",
        why: "Samma fel i två kommuner syns först när någon ser båda rapporterna.",
        reading: "För varje kalenderhalvår ska en rapport som täcker hela halvåret ha lämnats till samordningsgruppen senast 92 dagar efter halvårets sista dag (A-28, A-28.grace_days): för första halvåret är 30 september rätt och 1 oktober för sent. En rapport över två halvår räknas för båda, om den kom i tid. En rapport om att inget finns att rapportera räknas. En NOSAM som fanns en del av halvåret prövas om den fanns i minst tre månader, och då för den delen. En annan mottagare än samordningsgruppen är ett fel. Läses punkten som bara vid behov är en utebliven rapport aldrig ett fel (A-28).",
        example: "Rapporten för januari till juni kommer den 1 oktober: fel, en dag för sent.",
    },
    en: {
        norm: "Each NOSAM reports deviations in the collaboration to the coordination group for every half-year",
        why: "The same fault in two municipalities shows only when somebody sees both reports.",
        reading: "For each calendar half-year a report that covers all of it has been handed to the coordination group 92 days after its last day at the latest (A-28, A-28.grace_days): for the first half 30 September is right and 1 October late. A report over two half-years counts for each, if it came in time. A report that there is nothing to report counts. A NOSAM that existed for a part of the half-year is judged if that was three months or more, and for that part. Another recipient than the coordination group is an error. Read as when needed only, a missing report is never an error (A-28).",
        example: "The report for January to June comes on 1 October: an error, one day late.",
    },
}

/// A half-year for which a NOSAM should report.
struct Half<'a> {
    days: Span,
    /// The part in which the NOSAM existed.
    owed: Span,
    series: Series<'a>,
}

fn half_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Half<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        match halves_of(cx, group) {
            Ok(halves) => cases
                .extend(halves.into_iter().map(|(key, half)| group_case(group, key, group.path, Ok(half)))),
            Err(lacks) => {
                cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks) });
            }
        }
    }
    cases
}

fn halves_of<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Vec<(Key<'a>, Half<'a>)>, Lacks> {
    let series = series(cx, group, ReportKind::Deviation)?;
    let begins = |handed: &Handed<'a>| {
        let period = handed.report.period().known().and_then(|period| period.from.known().copied());
        period.unwrap_or(handed.on)
    };
    let first = series.list.iter().map(begins).min();
    let Some(start) = cx.complete_from()?.or(first) else {
        return series.unread.map_or_else(|| Ok(Vec::new()), Err);
    };
    let exists = group.span()?;
    let mut halves = Vec::new();
    for year in start.year()..=cx.as_of.year() {
        for (half, month) in [(1, 1), (2, 7)] {
            let Some(days) = days_of(year, month, 6) else { continue };
            let Some(owed) = days.overlap(exists) else { continue };
            let begun = days.from.is_some_and(|from| start <= from && from <= cx.as_of);
            if begun && long_enough(days, exists) {
                halves.push((Key::HalfYear(year, half), Half { days, owed, series: series.clone() }));
            }
        }
    }
    Ok(halves)
}

/// Judges one half-year of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    half: Result<Half<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let Half { days, owed, series } = half?;
    let grace = cx.charter.readings.deviation_grace_days;
    let (Some(first), Some(last)) = (days.from, days.to()) else { return Ok(()) };
    let due = last.plus_days(grace);
    let to_right = |handed: Handed<'a>| match handed.report.to_group().read() {
        Ok(id) => kind_of(cx, id.as_str(), GroupKind::CoordinationGroup),
        Err(lacks) => Answer::Unknown(lacks),
    };
    let mut astray = false;
    for handed in &series.list {
        let here = covers(*handed, owed, first, due).is_yes();
        let extra = days.contains(handed.on) && !covers_some_half(*handed);
        if (here || extra) && to_right(*handed).is_no() {
            astray |= here;
            let to = handed.report.to_group();
            let id = to.known().map_or_else(String::new, |id| id.as_str().to_owned());
            verdict.breaks(
                Severity::Error,
                to.path,
                words! { on = handed.on, to = Param::Id(id);
                sv: "Avvikelserapporten {on} gick till {to}, den ska gå till samordningsgruppen",
                en: "The deviation report of {on} went to {to}, it goes to the coordination group" },
            );
        } else if here || extra {
            match cx.charter.readings.deviation_reports {
                DeviationReports::HalfYearly => {}
                DeviationReports::WhenNeeded if to_right(*handed).is_yes() => verdict.holds(),
                DeviationReports::WhenNeeded => to_right(*handed).told().map(drop)?,
            }
        }
    }
    match cx.charter.readings.deviation_reports {
        DeviationReports::WhenNeeded => return Ok(()),
        DeviationReports::HalfYearly => {}
    }
    let told = |handed: &Handed<'a>| {
        covers(*handed, owed, first, due).and(|| (handed.on <= due).into()).and(|| to_right(*handed))
    };
    let fulfilled = Answer::any(series.list.iter().map(told));
    let fulfilled = fulfilled.or(|| series.unread.clone().map_or(Answer::No, Answer::Unknown));
    if fulfilled.is_yes() {
        verdict.holds();
        return Ok(());
    }
    if astray {
        // One root cause, one finding: there is a report, but it went elsewhere.
        return Ok(());
    }
    if cx.as_of <= due {
        verdict.not_due(due.plus_days(1));
        return Ok(());
    }
    fulfilled.told()?;
    let late = series.list.iter().filter(|handed| covers(**handed, owed, first, due).is_yes());
    match late.min_by_key(|handed| handed.on) {
        Some(handed) => verdict
            .breaks(
                Severity::Error,
                handed.report.on().path,
                words! { half_year = owed, on = handed.on, late = Param::Days(due.days_until(handed.on)), due = due;
                sv: "Avvikelserapporten för {half_year} lämnades {on}, {late} efter sista dagen {due}",
                en: "The deviation report for {half_year} came on {on}, {late} after the last day, {due}" },
            )
            .reading("A-28"),
        None => verdict
            .breaks(
                Severity::Error,
                cx.record.reports().path,
                words! { half_year = owed, due = due;
                sv: "Ingen avvikelserapport täcker {half_year}, den skulle ha lämnats senast {due}",
                en: "No deviation report covers {half_year}, it was due by {due}" },
            )
            .reading("A-28"),
    };
    Ok(())
}

/// Does the report cover all these days? One without a period may, if it came from the half-year's start to its due day.
fn covers(handed: Handed<'_>, owed: Span, first: Day, due: Day) -> Answer {
    let period = handed.report.period();
    match period.get() {
        Ok(dates) => dates.span().map(|span| owed.gaps(&[span]).is_empty()).into(),
        Err(_) if handed.on < first || due < handed.on => Answer::No,
        Err(lacks) => Answer::Unknown(lacks),
    }
}

/// Does the report cover some whole half-year? Then it is judged there, else in the half-year of its day.
fn covers_some_half(handed: Handed<'_>) -> bool {
    let Some(Ok(span)) = handed.report.period().get().ok().map(|dates| dates.span()) else { return false };
    let year = span.from.map_or_else(|| handed.on.year() - 1, Day::year);
    let halves = (year..=handed.on.year() + 1).flat_map(|year| [days_of(year, 1, 6), days_of(year, 7, 6)]);
    halves.flatten().any(|half| half.gaps(&[span]).is_empty())
}
