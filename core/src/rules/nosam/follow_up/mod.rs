//! Uppföljning och utvärdering: what NOSAM evaluates, reports back, anchors and carries out.

mod n_avv_1_deviation_reports;
mod n_avv_2_routine;
mod n_avv_3_analysis;
mod n_eko_1_economic_matters;
mod n_eko_2_implementation;
mod n_upf_1_evaluation;
mod n_upf_2_reporting_back;

use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::charter::YearlyReports;
use crate::codes::{GroupKind, ReportKind};
use crate::index::{Case, Context, Handed, group_case, group_subject, life};
use crate::record::{Group, Id, Ref};
use crate::report::Key;
use crate::rules::Rule;

/// The rules under this heading, in its order.
pub(super) const RULES: &[&Rule] = &[
    &n_upf_1_evaluation::RULE,
    &n_upf_2_reporting_back::RULE,
    &n_eko_1_economic_matters::RULE,
    &n_eko_2_implementation::RULE,
    &n_avv_1_deviation_reports::RULE,
    &n_avv_2_routine::RULE,
    &n_avv_3_analysis::RULE,
];

/// A NOSAM that existed for a shorter part of a period than this owes nothing for it.
const LEAST_MONTHS: u32 = 3;

/// The reports of one kind that a group has handed over, and what could be more of them.
#[derive(Clone)]
struct Series<'a> {
    list: Vec<Handed<'a>>,
    unread: Option<Lacks>,
}

/// The reports of one kind that a group has handed over on the as-of day or before.
fn series<'a>(cx: &Context<'a>, group: Ref<'a, Group>, kind: ReportKind) -> Result<Series<'a>, Lacks> {
    let reports = cx.record.reports();
    reports.read()?;
    let mut unread = reports.unread();
    let mut list = Vec::new();
    let id = group.id().known().map_or("", Id::as_str);
    for report in reports.items() {
        let told = || -> Result<Option<Day>, Lacks> {
            if *report.kind().read()? != kind || report.from_group().read()?.as_str() != id {
                return Ok(None);
            }
            Ok(Some(*report.on().read()?).filter(|on| *on <= cx.as_of))
        };
        match told() {
            Ok(Some(on)) => list.push(Handed { report, on }),
            Ok(None) => {}
            // A row that is known to be another group's, of another kind or of a day to come is none of these.
            Err(_) if report.on().known().is_some_and(|on| cx.as_of < *on) => {}
            Err(_) if report.kind().known().is_some_and(|other| *other != kind) => {}
            Err(_) if report.from_group().known().is_some_and(|other| other.as_str() != id) => {}
            Err(lacks) => unread = Some(unread.unwrap_or_default().and(lacks)),
        }
    }
    Ok(Series { list, unread })
}

/// A calendar year in which a NOSAM should have handed over a report.
#[derive(Clone)]
struct YearlyDuty<'a> {
    days: Span,
    /// The reports of that year.
    reports: Vec<Handed<'a>>,
    unread: Option<Lacks>,
}

impl YearlyDuty<'_> {
    /// The first day of the next year.
    fn ends(&self, cx: &Context<'_>) -> Day {
        self.days.until.unwrap_or(cx.as_of)
    }
}

/// The years of the plan in which each NOSAM should hand over a report of this kind.
fn yearly_duties<'a>(cx: &Context<'a>, kind: ReportKind) -> Vec<Case<'a, Result<YearlyDuty<'a>, Lacks>>> {
    match cx.charter.readings.yearly_reports {
        YearlyReports::YearlyAdvice => {}
        YearlyReports::NoExistenceTest => return Vec::new(),
    }
    let mut cases = Vec::new();
    for group in cx.groups(GroupKind::Nosam) {
        let mut untold = |lacks| {
            cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks) });
        };
        match years_of(cx, group, kind) {
            Ok((duties, doubt)) => {
                doubt.map(&mut untold);
                let duties = duties.into_iter();
                cases.extend(duties.map(|(year, duty)| group_case(group, Key::Year(year), group.path, duty)));
            }
            Err(lacks) => untold(lacks),
        }
    }
    cases
}

/// The yearly duties of a group by their years, and why there may be earlier ones.
type Years<'a> = (Vec<(i32, Result<YearlyDuty<'a>, Lacks>)>, Option<Lacks>);

fn years_of<'a>(cx: &Context<'a>, group: Ref<'a, Group>, kind: ReportKind) -> Result<Years<'a>, Lacks> {
    let Series { list, unread } = series(cx, group, kind)?;
    let first = list.iter().map(|handed| handed.on).min();
    let complete_from = cx.complete_from()?;
    let Some(start) = complete_from.or(first) else {
        return unread.map_or_else(|| Ok((Vec::new(), None)), Err);
    };
    let doubt = unread.clone().filter(|_| complete_from.is_none());
    let exists = life(group)?;
    let plan = cx.charter.plan.span();
    let from = plan.from.map_or(start.year(), |from| from.year().max(start.year()));
    let mut duties = Vec::new();
    for year in from..=cx.as_of.year() {
        let Some(days) = days_of(year, 1, 12).and_then(|days| days.overlap(plan)) else { continue };
        let reports: Vec<_> = list.iter().filter(|handed| days.contains(handed.on)).copied().collect();
        let whole = days.from.is_some_and(|from| from >= start);
        if !long_enough(days, exists) {
            continue;
        }
        if whole || !reports.is_empty() {
            duties.push((year, Ok(YearlyDuty { days, reports, unread: unread.clone() })));
        } else if let Some(unread) = &unread {
            // Of a year that is known in part nothing is owed, but a report may be of it.
            duties.push((year, Err(unread.clone())));
        }
    }
    Ok((duties, doubt))
}

/// The days of so many months of a year, from the first day of one of them.
fn days_of(year: i32, month: u32, months: u32) -> Option<Span> {
    let from = Day::new(year, month, 1)?;
    Some(Span { from: Some(from), until: Some(from.plus_months(months)) })
}

/// Did the group exist for long enough in these days to owe something for them?
fn long_enough(days: Span, exists: Span) -> bool {
    match days.overlap(exists) {
        Some(Span { from: Some(from), until: Some(until) }) => from.plus_months(LEAST_MONTHS) <= until,
        both => both.is_some(),
    }
}
