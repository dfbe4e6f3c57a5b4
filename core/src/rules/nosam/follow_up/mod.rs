//! Uppföljning och utvärdering av uppdraget: what NOSAM reports, and to whom.

mod n_avv_1_half_yearly;
mod n_avv_2_routine;
mod n_avv_3_analysis;
mod n_eko_1_economic_matters;
mod n_eko_2_implementation;
mod n_upf_1_evaluation;
mod n_upf_2_report_back;

use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::index::{Case, Context, group_case, group_subject};
use crate::path::Path;
use crate::record::{Group, GroupKind, Id, Period, Ref, Report, ReportKind};
use crate::report::{Key, Subject, Verdict};
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_upf_1_evaluation::RULE,
    &n_upf_2_report_back::RULE,
    &n_eko_1_economic_matters::RULE,
    &n_eko_2_implementation::RULE,
    &n_avv_1_half_yearly::RULE,
    &n_avv_2_routine::RULE,
    &n_avv_3_analysis::RULE,
];

/// The reports of one kind that groups told of on or before the as-of day, from `complete_from` on.
fn reports<'a>(
    cx: &Context<'a>,
    kind: ReportKind,
    from_kinds: &[GroupKind],
) -> Vec<Case<'a, Ref<'a, Report>>> {
    let judged = |report: &Ref<'a, Report>| {
        let from = report.from_group().known().map(|group| group.as_str());
        report.kind().known() == Some(&kind)
            && from.is_some_and(|group| from_kinds.iter().any(|kind| cx.judges(group, *kind)))
    };
    let all = cx.record.reports().items().filter(judged);
    all.map(|report| {
        let mut subject = Subject::of("reports", report.id().known().map(Id::as_str));
        if let (None, Some(day)) = (subject.id, report.on().known()) {
            subject = subject.with(Key::Day(*day));
        }
        Case { subject, at: report.path, thing: report }
    })
    .collect()
}

/// Was the report handed over in the judged days?
fn is_judged(cx: &Context<'_>, report: Ref<'_, Report>) -> Result<bool, Lacks> {
    let day = *report.on().read()?;
    Ok(day <= cx.as_of && cx.complete_from()?.is_none_or(|from| from <= day))
}

/// Is the report one of this kind from this group?
fn is_from<'a>(report: Ref<'a, Report>, kind: ReportKind, group: Ref<'a, Group>) -> Answer {
    let id = group.id().known().map(Id::as_str);
    report.kind().is(|known| *known == kind).and(|| report.from_group().is(|from| Some(from.as_str()) == id))
}

/// One period in which a group owes a report.
#[derive(Clone, Copy)]
struct Duty<'a> {
    group: Ref<'a, Group>,
    days: Span,
}

/// One case for each period of each NOSAM, from `complete_from` or the first report of this kind on.
///
/// A period that began before `complete_from`, or in which the group existed for less than `months`, is
/// not judged.
fn duties<'a>(
    cx: &Context<'a>,
    kind: ReportKind,
    months: u32,
    period_of: fn(Day) -> (Span, Key<'static>),
) -> Vec<Case<'a, Result<Duty<'a>, Lacks>>> {
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let whole = |thing| Case { subject: group_subject(group), at: group.path, thing };
        let (first, life) = match (first_day(cx, kind, group), group.span()) {
            (Ok(Some(first)), Ok(life)) => (first, life),
            (Ok(None), _) => continue,
            (Err(lacks), _) | (_, Err(lacks)) => {
                cases.push(whole(Err(lacks)));
                continue;
            }
        };
        let mut day = first;
        while day <= cx.as_of {
            let (days, key) = period_of(day);
            let Some(next) = days.until else { break };
            let lived = life.overlap(days).is_some_and(|lived| match (lived.from, lived.until) {
                (Some(from), Some(until)) => from.plus_months(months) <= until,
                _ => false,
            });
            let known = match cx.complete_from() {
                Ok(Some(from)) => days.from.is_some_and(|begun| from <= begun),
                _ => true,
            };
            if lived && known {
                cases.push(group_case(group, key, group.path, Ok(Duty { group, days })));
            }
            day = next;
        }
    }
    cases
}

/// The first day of the series: `complete_from`, or the first report of this kind from the group.
fn first_day(cx: &Context<'_>, kind: ReportKind, group: Ref<'_, Group>) -> Result<Option<Day>, Lacks> {
    if let Some(day) = cx.complete_from()? {
        return Ok(Some(day));
    }
    let reports = cx.record.reports();
    let mut first: Option<Day> = None;
    let mut lacks = reports.unread();
    for report in reports.items() {
        match is_from(report, kind, group) {
            Answer::No => {}
            Answer::Yes => {
                let covers = report.period().get().ok().and_then(|period| period.from().known().copied());
                let day = covers.or(report.on().known().copied());
                first = [first, day].into_iter().flatten().min();
            }
            Answer::Unknown(more) => lacks = Some(lacks.unwrap_or_default().and(more)),
        }
    }
    match (first, lacks) {
        (None, Some(lacks)) => Err(lacks),
        (first, _) => Ok(first),
    }
}

/// Where a report that is missing would stand.
fn where_missing(cx: &Context<'_>, group: Ref<'_, Group>) -> Path {
    if cx.record.reports().is_absent() { group.path } else { cx.record.reports().path }
}

/// The calendar year of a day.
fn year_of(day: Day) -> (Span, Key<'static>) {
    let first = |year| Day::new(year, 1, 1).unwrap_or(day);
    (Span { from: Some(first(day.year())), until: Some(first(day.year() + 1)) }, Key::Year(day.year()))
}

/// A yearly report that is owed: held, not due while the year runs, or else for `missing` to tell.
fn yearly<'a>(
    cx: &Context<'a>,
    kind: ReportKind,
    duty: Duty<'a>,
    verdict: &mut Verdict<'a>,
    missing: impl FnOnce(&mut Verdict<'a>, i64),
) -> Result<(), Lacks> {
    let Duty { group, days } = duty;
    let told = cx.record.reports().any(|report| {
        is_from(report, kind, group).and(|| report.on().is(|day| days.contains(*day) && *day <= cx.as_of))
    });
    let over = days.until.filter(|until| *until > cx.as_of);
    match (told, over) {
        (Answer::Yes, _) => verdict.holds(),
        // A report that is already there cannot be missing at the end of the year.
        (_, Some(due)) => verdict.not_due(due),
        (told, None) => {
            told.told()?;
            missing(verdict, days.from.map_or(0, |from| i64::from(from.year())));
        }
    }
    Ok(())
}
