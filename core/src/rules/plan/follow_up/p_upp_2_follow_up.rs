//! P-UPP-2: follow-up is done against the activity plans.

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::YearlyReports;
use crate::codes::{ReportKind, Severity};
use crate::index::{Case, Context, Handed, subject_of};
use crate::record::{ActivityPlan, GroupReport, Id, Period, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::rule;
use crate::words;
use crate::words::Param;

rule! {
    id: "P-UPP-2",
    severities: [Error, Advice, Info],
    partition_by: Record,
    each: years_and_follow_ups,
    sv: {
        norm: "Uppföljningen görs mot aktivitetsplanerna",
        why: "Först när resultatet hålls mot det som planerades syns vad som blev gjort.",
        reading: "Varje uppföljning nämner minst en aktivitetsplan och är daterad tidigast planens första \
            dag, annars ett fel. Varje fastställd aktivitetsplan följs upp under varje avslutat kalenderår \
            då den gällde, annars ges ett råd (A-36); den 31 december är det inte för sent, den 1 januari är \
            det. Regelverket kan stänga av prövningen av årtalen. Vem som gjorde uppföljningen spelar ingen \
            roll.",
        example: "Planen för 2024 nämns inte i någon uppföljning under året: ett råd från och med 1 januari 2025.",
    },
    en: {
        norm: "Follow-up is done against the activity plans",
        why: "Only when the result is held against what was planned does it show what was done.",
        reading: "Each follow-up names at least one activity plan and is dated on the first day of the plan \
            at the earliest, otherwise an error. Each adopted activity plan is followed up in each finished \
            calendar year in which it applied, otherwise there is an advice (A-36); on 31 December it is not \
            too late, on 1 January it is. The charter may switch off the test of years. Who made the \
            follow-up does not matter.",
        example: "No follow-up in 2024 names the plan for 2024: an advice from 1 January 2025.",
    },
}

/// What is judged: a year of a plan, or one follow-up.
enum Thing<'a> {
    Year(Year<'a>),
    FollowUp(Handed<'a>),
}

/// A calendar year in which a plan applied.
struct Year<'a> {
    plan: Ref<'a, ActivityPlan>,
    days: Span,
    /// Is all of it judged, and not only its last part?
    whole: bool,
}

fn years_and_follow_ups<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Thing<'a>, Lacks>>> {
    let mut cases = Vec::new();
    let ask = match cx.charter.readings.yearly_reports {
        YearlyReports::YearlyAdvice => true,
        YearlyReports::NoExistenceTest => false,
    };
    for plan in cx.judged_plans().filter(|_| ask) {
        let subject = subject_of(plan);
        let mut untold = |lacks| cases.push(Case { subject, at: plan.path, thing: Err(lacks) });
        match years_of(cx, plan) {
            Ok((years, doubt)) => {
                doubt.map(&mut untold);
                cases.extend(years.into_iter().map(|(number, year)| Case {
                    subject: subject.with(Key::Year(number)),
                    at: plan.path,
                    thing: Ok(Thing::Year(year)),
                }));
            }
            Err(lacks) => untold(lacks),
        }
    }
    let follow_ups = cx.reports(ReportKind::FollowUp, |_| Answer::Yes).into_iter();
    cases.extend(follow_ups.map(|case| Case {
        subject: case.subject,
        at: case.at,
        thing: case.thing.map(Thing::FollowUp),
    }));
    cases
}

/// The years of a plan by their numbers, and why there may be more of them.
type Years<'a> = (Vec<(i32, Year<'a>)>, Option<Lacks>);

/// The calendar years in which the plan applied and should be followed up.
fn years_of<'a>(cx: &Context<'a>, plan: Ref<'a, ActivityPlan>) -> Result<Years<'a>, Lacks> {
    if cx.of_these_years(plan.period()).is_no() || !cx.is_adopted(plan).told()? {
        return Ok((Vec::new(), None));
    }
    let (start, doubt) = start(cx)?;
    let Some(start) = start else { return doubt.map_or_else(|| Ok((Vec::new(), None)), Err) };
    let applies = plan.period().get()?.span()?;
    let doubt = doubt.filter(|_| applies.from.is_none_or(|from| from < start));
    let from = applies.from.map_or(start.year(), |from| from.year().max(start.year()));
    let mut years = Vec::new();
    for number in from..=cx.as_of.year() {
        let (Some(begins), Some(ends)) = (Day::new(number, 1, 1), Day::new(number + 1, 1, 1)) else {
            continue;
        };
        let days = Span { from: Some(begins), until: Some(ends) };
        let begun = applies.from.is_none_or(|from| from <= cx.as_of);
        if begun && applies.overlap(days).is_some() {
            years.push((number, Year { plan, days, whole: start <= begins }));
        }
    }
    Ok((years, doubt))
}

/// The day from which years are judged: that of the complete records, or else of the first follow-up.
///
/// Beside it, why the first follow-up may be an earlier one.
fn start(cx: &Context<'_>) -> Result<(Option<Day>, Option<Lacks>), Lacks> {
    let reports = cx.record.reports();
    reports.read()?;
    if let Some(day) = cx.complete_from()? {
        return Ok((Some(day), None));
    }
    let is_follow_up = |report: &Ref<'_, GroupReport>| report.kind().is(|kind| *kind == ReportKind::FollowUp);
    let by_now = |report: &Ref<'_, GroupReport>| report.on().known().copied().filter(|on| *on <= cx.as_of);
    let first =
        reports.items().filter(|report| is_follow_up(report).is_yes()).filter_map(|it| by_now(&it)).min();
    let earlier = |day: &Day| *day <= cx.as_of && first.is_none_or(|first| *day < first);
    let may_be_first = reports.any(|report| is_follow_up(&report).and(|| report.on().is(earlier)));
    Ok((first, may_be_first.told().err()))
}

/// Is there a follow-up of the plan, dated in these days?
fn followed_up<'a>(cx: &Context<'a>, plan: Ref<'a, ActivityPlan>, days: Span) -> Answer {
    let id = plan.id().known().map_or("", Id::as_str);
    cx.record.reports().any(|report| {
        report
            .kind()
            .is(|kind| *kind == ReportKind::FollowUp)
            .and(|| report.on().is(|on| days.contains(*on) && *on <= cx.as_of))
            .and(|| report.activity_plans().any(|named| (named.item.as_str() == id).into()))
    })
}

/// Judges one year of one plan, or one follow-up.
fn check<'a>(
    cx: &Context<'a>,
    thing: Result<Thing<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    match thing? {
        Thing::Year(year) => check_year(cx, year, verdict),
        Thing::FollowUp(handed) => check_follow_up(cx, handed, verdict),
    }
}

fn check_year<'a>(cx: &Context<'a>, year: Year<'a>, verdict: &mut Verdict<'a>) -> Result<(), Lacks> {
    let Year { plan, days, whole } = year;
    let found = followed_up(cx, plan, days);
    if found.is_yes() {
        verdict.holds();
        return Ok(());
    }
    if !whole {
        // Too little of the year is known to miss a follow-up in it.
        return found.told().map(drop);
    }
    if let Some(ends) = days.until.filter(|ends| cx.as_of < *ends) {
        verdict.not_due(ends);
        return Ok(());
    }
    found.told()?;
    let plan = Param::Id(plan.id().known().map_or_else(String::new, Id::to_string));
    let words = words! { year = Param::Span(days), plan = plan;
    sv: "Ingen uppföljning daterad {year} nämner aktivitetsplanen {plan}",
    en: "No follow-up dated {year} names the activity plan {plan}" };
    verdict.breaks(Severity::Advice, cx.record.reports().path, words).reading("A-36");
    Ok(())
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
