//! P-UPP-2: follow-up is done against the activity plans.

use crate::answer::{Answer, Lacks};
use crate::calendar::Span;
use crate::charter::YearlyReports;
use crate::codes::{ReportKind, Severity};
use crate::index::{Case, Context, Handed, subject_of};
use crate::record::{ActivityPlan, GroupReport, Id, Period, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::rules::yearly::{Duty, Entry, Periods, Series, Year, cases, years_and_reports};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-UPP-2",
    severities: [Error, Advice, Info],
    partition_by: Record,
    each: years_followed_up,
    sv: {
        norm: "Uppföljningen görs mot aktivitetsplanerna",
        why: "Först när resultatet hålls mot det som planerades syns vad som blev gjort.",
        reading: "Varje uppföljning nämner minst en aktivitetsplan och är daterad tidigast planens första \
            dag, annars ett fel. Varje fastställd aktivitetsplan följs upp för varje avslutat kalenderår då \
            den gällde, annars ges ett råd (A-36) när 90 dagar har gått efter årets slut (A-36.grace_days): \
            den 31 mars är det inte för sent, den 1 april är det. Hur sent uppföljningen än kommer räknas \
            den. Vilket år den gäller avgörs av perioden, som för utvärderingar (N-UPF-1). Regelverket kan \
            stänga av prövningen av årtalen. Vem som gjorde uppföljningen spelar ingen roll.",
        example: "Planen för 2024 nämns inte i någon uppföljning av året: ett råd från och med 1 april 2025.",
    },
    en: {
        norm: "Follow-up is done against the activity plans",
        why: "Only when the result is held against what was planned does it show what was done.",
        reading: "Each follow-up names at least one activity plan and is dated on the first day of the plan \
            at the earliest, otherwise an error. Each adopted activity plan is followed up for each finished \
            calendar year in which it applied, otherwise there is an advice (A-36) when 90 days have passed \
            since the end of the year (A-36.grace_days): on 31 March it is not too late, on 1 April it is. A \
            follow-up counts however late it comes. Of which year it is follows from its period, as for \
            evaluations (N-UPF-1). The charter may switch off the test of years. Who made the follow-up does \
            not matter.",
        example: "No follow-up of 2024 names the plan for 2024: an advice from 1 April 2025.",
    },
}

/// A calendar year in which a plan applied.
struct PlanYear<'a> {
    plan: Ref<'a, ActivityPlan>,
    year: Year,
}

fn years_followed_up<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Duty<'a, PlanYear<'a>>, Lacks>>> {
    let plans = match cx.charter.readings.yearly_reports {
        YearlyReports::YearlyAdvice => Some(cx.judged_plans()),
        YearlyReports::NoExistenceTest => None,
    };
    let of_plan = |plan: Ref<'a, ActivityPlan>| cases(subject_of(plan), plan.path, years_of_plan(cx, plan));
    let years = plans.into_iter().flatten().flat_map(of_plan).collect();
    years_and_reports(years, cx.reports(ReportKind::FollowUp, |_| Answer::Yes))
}

/// The calendar years in which the plan applied and should be followed up.
///
/// They begin with the first follow-up of any plan, where the record does not say from when it is complete.
fn years_of_plan<'a>(
    cx: &Context<'a>,
    plan: Ref<'a, ActivityPlan>,
) -> Result<Periods<(Key<&'a str>, PlanYear<'a>)>, Lacks> {
    if cx.of_these_years(plan.period()).is_no() || !cx.is_adopted(plan).told()? {
        return Ok((Vec::new(), None));
    }
    let reports = cx.record.reports();
    reports.read()?;
    let id = plan.id().known().map_or("", Id::as_str);
    let entry = |report: Ref<'a, GroupReport>| {
        let follows_up = report
            .kind()
            .is(|kind| *kind == ReportKind::FollowUp)
            .and(|| report.on().is(|on| *on <= cx.as_of));
        let names = || report.activity_plans().any(|named| (named.item.as_str() == id).into());
        Entry::report(report, follows_up.clone().and(names)).begins(follows_up)
    };
    let series = Series {
        entries: reports.items().map(entry).collect(),
        unread: reports.unread(),
        least: 1,
        grace: cx.charter.readings.yearly_grace_days,
        within: Span::default(),
    };
    let (years, untold) = series.years(cx)?;
    if years.is_empty() {
        return Ok((Vec::new(), untold));
    }
    let applies = plan.period().get()?.span()?;
    if applies.from.is_some_and(|from| cx.as_of < from) {
        return Ok((Vec::new(), None));
    }
    let first = years.first().and_then(|year| year.days.from);
    let untold = untold.filter(|_| applies.from.is_none_or(|from| first.is_none_or(|first| from < first)));
    let applied = years.into_iter().filter(|year| year.days.overlap(applies).is_some());
    Ok((applied.map(|year| (Key::Year(year.year), PlanYear { plan, year })).collect(), untold))
}

/// Judges one year of one plan, or one follow-up.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<Duty<'a, PlanYear<'a>>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match duty? {
        Duty::Year(PlanYear { plan, year }) => year.judge(cx, verdict, |verdict| {
            let plan = Param::Id(plan.id().known().map_or_else(String::new, Id::to_string));
            let words = words! { year = i64::from(year.year), plan = plan, last = year.last();
            sv: "Ingen uppföljning av {year} nämner aktivitetsplanen {plan}, den skulle ha gjorts senast {last}",
            en: "No follow-up of {year} names the activity plan {plan}, it was due by {last}" };
            verdict.breaks(Severity::Advice, cx.record.reports().path, words).reading("A-36");
        }),
        Duty::Report(handed) => check_follow_up(cx, handed, verdict),
    }
}

fn check_follow_up<'a>(cx: &Context<'a>, handed: Handed<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Handed { report, on } = handed;
    let named = report.activity_plans();
    if named.read()?.is_empty() {
        verdict.breaks(
            Severity::Error,
            named.path,
            words! { on = on;
            sv: "Uppföljningen {on} nämner ingen aktivitetsplan",
            en: "The follow-up of {on} names no activity plan" },
        );
        return Ok(());
    }
    for id in named.items() {
        let mut plans = cx.record.activity_plans().items();
        let same = |known: &Id| known.as_str() == id.item.as_str();
        let Some(plan) = plans.find(|plan| plan.id().known().is_some_and(same)) else { continue };
        match plan.period().get().and_then(|period| period.from().optional()) {
            Ok(Some(from)) if on < *from => {
                let words = words! { on = on, plan = Param::Id(id.item.as_str().to_owned()), from = *from;
                sv: "Uppföljningen {on} är daterad innan aktivitetsplanen {plan} började gälla {from}",
                en: "The follow-up of {on} is dated before the activity plan {plan} began on {from}" };
                verdict.breaks(Severity::Error, report.on().path, words).related(plan.path, "activity_plan");
            }
            Ok(_) => {}
            Err(lacks) => verdict.lacks(lacks),
        }
    }
    if let Some(lacks) = named.unread() {
        return Err(lacks);
    }
    verdict.holds();
    Ok(())
}
