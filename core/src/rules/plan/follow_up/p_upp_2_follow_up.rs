//! P-UPP-2: follow-up is done against the activity plans.

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::YearlyReports;
use crate::codes::{ReportKind, Severity};
use crate::index::{Case, Context, Handed, subject_of};
use crate::record::{ActivityPlan, GroupId, GroupReport, Id, Period, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::yearly::{Duty, Entry, Periods, Series, Year, cases, years_and_reports};
use crate::rules::{key_days, rule};
use crate::words;
use crate::words::Param;

rule! {
    id: "P-UPP-2",
    subject: "activity_plans/AP#YEAR, reports/R",
    severities: [Error, Advice, Info],
    key_days: (key_days::year_or_report),
    partition_by: Record,
    reads: [activity_plans, reports],
    each: years_followed_up,
    sv: {
        norm: "Uppföljningen görs mot aktivitetsplanerna",
        due: "Årets aktivitetsplaner ska ha följts upp",
        why: "Först när resultatet hålls mot det som planerades syns vad som blev gjort.",
        reading: "Varje uppföljning nämner minst en aktivitetsplan och är daterad tidigast planens första dag, \
            annars ett fel. Varje fastställd aktivitetsplan följs upp för varje avslutat kalenderår då den \
            gällde i minst sex månader (precis sex räcker), annars ges ett råd (A-36) när 90 dagar har gått \
            efter årets slut (A-36.grace_days): den 31 mars är det inte för sent, den 1 april är det. Hur sent \
            uppföljningen än kommer räknas den. Vilket år den gäller avgörs av perioden, som för utvärderingar \
           . Planer av en ägare som följer på varandra, och som var för sig gällde kortare, följs upp \
            tillsammans: det räcker att en av dem nämns. Regelverket kan stänga av prövningen av årtalen. Vem \
            som gjorde uppföljningen spelar ingen roll.",
        example: "Planen för 2024 nämns inte i någon uppföljning av året: ett råd från och med 1 april 2025.",
    },
    en: {
        norm: "Follow-up is done against the activity plans",
        due: "The year's activity plans are to be followed up",
        why: "Only when the result is held against what was planned does it show what was done.",
        reading: "Each follow-up names at least one activity plan and is dated on the first day of the plan at \
            the earliest, otherwise an error. Each adopted activity plan is followed up for each finished \
            calendar year in which it applied for six months (exactly six are enough), otherwise there is an \
            advice (A-36) when 90 days have passed since the end of the year (A-36.grace_days): on 31 March it \
            is not too late, on 1 April it is. A follow-up counts however late it comes. Of which year it is \
            follows from its period, as for evaluations. Plans of one owner that follow each other, \
            each in force for a shorter time, are followed up together: it is enough that one of them is named. \
            The charter may switch off the test of years. Who made the follow-up does not matter.",
        example: "No follow-up of 2024 names the plan for 2024: an advice from 1 April 2025.",
    },
}

/// A plan that was in force for a shorter part of a year than this is not followed up alone.
const LEAST_MONTHS: u32 = 6;

/// A calendar year of which a plan was in force for long enough, alone or with those that it follows.
struct PlanYear<'a> {
    /// The plans of which one must be followed up.
    plans: Vec<Ref<'a, ActivityPlan>>,
    year: Year,
    /// What would tell whether the plan is asked at all.
    unasked: Option<Lacks>,
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
    cx.record.reports().read()?;
    let (years, untold) = follow_ups(cx, &[plan]).years(cx)?;
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
    let mut asked = Vec::new();
    for year in applied {
        let key = Key::Year(year.year);
        if let Some(of) = year_asked(cx, plan, year)? {
            asked.push((key, of));
        }
    }
    Ok((asked, untold))
}

/// The follow-ups that name one of these plans, in the series of all follow-ups.
fn follow_ups<'a>(cx: &Context<'a>, plans: &[Ref<'a, ActivityPlan>]) -> Series {
    let ids: Vec<_> = plans.iter().filter_map(|plan| plan.id().known().map(Id::as_str)).collect();
    let reports = cx.record.reports();
    let entry = |report: Ref<'a, GroupReport>| {
        let follows_up = report
            .kind()
            .is(|kind| *kind == ReportKind::FollowUp)
            .and(|| report.on().is(|on| *on <= cx.as_of));
        let names = || report.activity_plans().any(|named| ids.contains(&named.item.as_str()).into());
        Entry::report(report, follows_up.clone().and(names)).begins(follows_up)
    };
    Series {
        entries: reports.items().map(entry).collect(),
        unread: reports.unread(),
        least: 1,
        grace: cx.charter.readings.yearly_grace_days,
        within: Span::default(),
    }
}

/// What is asked for at this plan in the year: a follow-up of it, or one of each line of which it is the last.
fn year_asked<'a>(
    cx: &Context<'a>,
    plan: Ref<'a, ActivityPlan>,
    year: Year,
) -> Result<Option<PlanYear<'a>>, Lacks> {
    let lines = match lines(cx, plan, &year) {
        Ok(lines) => lines,
        Err(lacks) => return Ok(Some(PlanYear { plans: vec![plan], year, unasked: Some(lacks) })),
    };
    let mut asked: Option<PlanYear<'a>> = None;
    for plans in lines {
        let (years, _) = follow_ups(cx, &plans).years(cx)?;
        let Some(year) = years.into_iter().find(|it| it.year == year.year) else { continue };
        asked = Some(match asked {
            Some(other) => {
                PlanYear { plans: [other.plans, plans].concat(), year: other.year.and(&year), unasked: None }
            }
            None => PlanYear { plans, year, unasked: None },
        });
    }
    Ok(asked)
}

/// The plan alone where it was in force for long enough in the year, else each owner's line that it ends.
///
/// Plans of an owner that follow each other without a day between, none in force for long enough, are a line
/// if together they were.
fn lines<'a>(
    cx: &Context<'a>,
    plan: Ref<'a, ActivityPlan>,
    year: &Year,
) -> Result<Vec<Vec<Ref<'a, ActivityPlan>>>, Lacks> {
    let own = plan.period().get()?.span()?;
    let is_long = |days: Span| year.has_months_of(days, LEAST_MONTHS);
    if is_long(own) {
        return Ok(vec![vec![plan]]);
    }
    let mut lines = Vec::new();
    for owner in plan.owners().all()? {
        if !cx.is_whole() && !cx.is_judged(owner.item.as_str()) {
            continue;
        }
        let (line, days) = line(&plans_of(cx, owner.item, year)?, own);
        let last = line.iter().rev().max_by_key(|(_, days)| (days.until.is_none(), days.until, days.from));
        let ends_here = last.is_some_and(|(last, _)| last.path == plan.path);
        if ends_here && is_long(days) && !line.iter().any(|(_, days)| is_long(*days)) {
            lines.push(line.into_iter().map(|(plan, _)| plan).collect());
        }
    }
    Ok(lines)
}

/// A plan and its days.
type Dated<'a> = (Ref<'a, ActivityPlan>, Span);

/// The adopted plans of an owner that ran in the year by now.
fn plans_of<'a>(cx: &Context<'a>, owner: &GroupId, year: &Year) -> Result<Vec<Dated<'a>>, Lacks> {
    let by_now = Span { from: None, until: Some(cx.as_of.plus_days(1)) };
    let mut plans = Vec::new();
    for plan in cx.record.activity_plans().all()? {
        let is_owner = plan.owners().any(|it| (it.item == owner).into());
        if is_owner.and(|| cx.is_adopted(plan)).told()? {
            let days = plan.period().get()?.span()?;
            let ran = days.overlap(year.days).and_then(|days| days.overlap(by_now));
            plans.extend(ran.map(|_| (plan, days)));
        }
    }
    Ok(plans)
}

/// Those of the plans that no day without a plan separates from these days, and the days of all of them.
fn line<'a>(plans: &[Dated<'a>], own: Span) -> (Vec<Dated<'a>>, Span) {
    let mut days = own;
    loop {
        let meets = |other: Span| {
            let before = |from: Option<Day>, until: Option<Day>| {
                from.is_none_or(|from| until.is_none_or(|until| from <= until))
            };
            before(other.from, days.until) && before(days.from, other.until)
        };
        let line: Vec<Dated<'a>> = plans.iter().filter(|(_, days)| meets(*days)).copied().collect();
        let all = line.iter().fold(days, |all, (_, days)| Span {
            from: all.from.zip(days.from).map(|(a, b)| a.min(b)),
            until: all.until.zip(days.until).map(|(a, b)| a.max(b)),
        });
        if all == days {
            return (line, days);
        }
        days = all;
    }
}

/// Judges one year of one plan, or one follow-up.
fn check<'a>(
    cx: &Context<'a>,
    duty: Result<Duty<'a, PlanYear<'a>>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match duty? {
        Duty::Year(PlanYear { unasked: Some(lacks), .. }) => Err(lacks),
        Duty::Year(PlanYear { plans, year, .. }) => year.judge(cx, verdict, |verdict| {
            let (number, last) = (i64::from(year.year), year.last());
            let ids = plans.iter().filter_map(|plan| plan.id().known()).map(Id::to_string);
            let words = match ids.collect::<Vec<_>>() {
                ids if ids.len() > 1 => words! { year = number, plans = Param::Ids(ids), last = last;
                sv: "Ingen uppföljning av {year} nämner någon av aktivitetsplanerna {plans}, den skulle ha gjorts \
                    senast {last}",
                en: "No follow-up of {year} names any of the activity plans {plans}, it was due by {last}" },
                ids => words! { year = number, plan = Param::Id(ids.concat()), last = last;
                sv: "Ingen uppföljning av {year} nämner aktivitetsplanen {plan}, den skulle ha gjorts senast {last}",
                en: "No follow-up of {year} names the activity plan {plan}, it was due by {last}" },
            };
            verdict.breaks(Severity::Advice, cx.record.reports().path, words).reading("A-36")
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
