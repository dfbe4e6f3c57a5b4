//! Uppföljning och utvärdering: what NOSAM evaluates, reports back, anchors and carries out.

mod n_avv_1_deviation_reports;
mod n_avv_2_routine;
mod n_avv_3_analysis;
mod n_eko_1_economic_matters;
mod n_eko_2_implementation;
mod n_upf_1_evaluation;
mod n_upf_2_reporting_back;

use crate::answer::{Answer, Lacks};
use crate::charter::YearlyReports;
use crate::codes::{GroupKind, ReportKind};
use crate::index::{Case, Context, group_subject, years_of};
use crate::record::{Group, GroupReport, Ref};
use crate::report::Key;
use crate::rules::Rule;
use crate::rules::nosam::decisions::kind_of;
use crate::rules::yearly::{Entry, Periods, Series, Year, cases};

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

/// The reports of one kind that a group has handed over by now, or may have: each with whether it did.
fn reports_of<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: ReportKind,
) -> Vec<(Ref<'a, GroupReport>, Answer)> {
    let reports = cx.record.reports().items();
    let mine = reports.map(|report| (report, cx.is_report_of(report, group, kind)));
    mine.filter(|(_, mine)| !mine.is_no()).collect()
}

/// Did the report go to the coordination group?
fn reached(cx: &Context<'_>, report: Ref<'_, GroupReport>) -> Answer {
    match report.to_group().read() {
        Ok(id) => kind_of(cx, id.as_str(), GroupKind::CoordinationGroup),
        Err(lacks) => Answer::Unknown(lacks),
    }
}

/// A calendar year in which a NOSAM should have handed over a report of some kind.
struct GroupYear<'a> {
    group: Ref<'a, Group>,
    year: Year,
}

impl<'a> GroupYear<'a> {
    /// The reports that certainly are of the year.
    fn reports(&self, cx: &Context<'a>, kind: ReportKind) -> impl Iterator<Item = Ref<'a, GroupReport>> {
        let year = self.year.year;
        let mine = reports_of(cx, self.group, kind).into_iter().filter(|(_, mine)| mine.is_yes());
        let of_year =
            move |report: &Ref<'a, GroupReport>| years_of(*report).is_ok_and(|years| years.contains(&year));
        mine.map(|(report, _)| report).filter(of_year)
    }
}

/// The years of the plan in which each NOSAM should hand over a report of this kind.
fn yearly_duties<'a>(cx: &Context<'a>, kind: ReportKind) -> Vec<Case<'a, Result<GroupYear<'a>, Lacks>>> {
    match cx.charter.readings.yearly_reports {
        YearlyReports::YearlyAdvice => {}
        YearlyReports::NoExistenceTest => return Vec::new(),
    }
    let groups = cx.groups(GroupKind::Nosam);
    groups.flat_map(|group| cases(group_subject(group), group.path, years_owed(cx, group, kind))).collect()
}

fn years_owed<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
    kind: ReportKind,
) -> Result<Periods<(Key<&'a str>, GroupYear<'a>)>, Lacks> {
    let reports = cx.record.reports();
    reports.read()?;
    let entries = reports_of(cx, group, kind).into_iter();
    let series = Series {
        entries: entries.map(|(report, mine)| Entry::report(report, mine)).collect(),
        unread: reports.unread(),
        least: 1,
        grace: cx.charter.readings.yearly_grace_days,
        within: cx.charter.plan.span(),
    };
    let (years, untold) = series.years(cx)?;
    if years.is_empty() {
        return Ok((Vec::new(), untold));
    }
    let life = cx.life(group)?;
    let owed = years.into_iter().filter(|year| year.has_months_of(life, LEAST_MONTHS));
    Ok((owed.map(|year| (Key::Year(year.year), GroupYear { group, year })).collect(), untold))
}
