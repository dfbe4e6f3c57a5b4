//! N-AVV-1: deviations are reported to the coordination group for every half-year.

use super::{LEAST_MONTHS, reached, reports_of};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::DeviationReports;
use crate::codes::{GroupKind, ReportKind, Severity};
use crate::index::{Case, Context, group_subject, shown};
use crate::path::Path;
use crate::record::{Group, GroupReport, Period, Ref};
use crate::report::{Key, Subject};
use crate::rules::judge::Verdict;
use crate::rules::key_days::Days;
use crate::rules::rule;
use crate::rules::yearly::{Periods, cases, has_months};
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-AVV-1",
    subject: "groups/NOSAM#HALF_YEAR",
    severities: [Error, Info],
    key_days: (key_days),
    partition_by: Group,
    reads: [groups, reports],
    judges: Groups,
    each: half_years,
    sv: {
        norm: "Varje NOSAM rapporterar avvikelser i samverkan till samordningsgruppen för varje halvår",
        due: "Halvårets avvikelserapport ska ha lämnats",
        why: "Samma fel i två kommuner syns först när någon ser båda rapporterna.",
        reading: "För varje kalenderhalvår ska avvikelserapporter till samordningsgruppen, lämnade senast 92 \
            dagar efter halvårets sista dag (A-28, A-28.grace_days), tillsammans täcka alla dagar: för första \
            halvåret är 30 september rätt och 1 oktober för sent. En rapport täcker sin period till och med \
            dagen då den lämnades. De sista dagarna, högst 31 (A-28.rest_days), behöver inte täckas, en \
            anmärkning nämner dem; varje annan dag som saknas är ett fel. En rapport om att inget finns att \
            rapportera räknas, och flera NOSAM kan rapportera tillsammans. En NOSAM som fanns en del av \
            halvåret prövas om den fanns i minst tre månader, och då för den delen. En rapport utan period \
            som kan räknas gör att det inte kan avgöras. En annan mottagare än samordningsgruppen är ett fel. \
            Läses punkten som bara vid behov är en utebliven rapport aldrig ett fel (A-28).",
        example: "Rapporten för januari till juni kommer den 1 oktober: fel, en dag för sent.",
    },
    en: {
        norm: "Each NOSAM reports deviations in the collaboration to the coordination group for every half-year",
        due: "The deviation report of the half-year is to be handed over",
        why: "The same fault in two municipalities shows only when somebody sees both reports.",
        reading: "For each calendar half-year the deviation reports to the coordination group that were handed \
            over 92 days after its last day at the latest (A-28, A-28.grace_days) together cover every day: \
            for the first half 30 September is right and 1 October late. A report covers its period up to \
            and including the day it was handed over. The last days, 31 at most (A-28.rest_days), need not \
            be covered, a remark names them; any other day left out is an error. A report that there is \
            nothing to report counts, and several NOSAM may report together. A NOSAM that existed for a part \
            of the half-year is judged if that was three months or more, and for that part. A report without \
            a period that could count leaves it untold. Another recipient than the coordination group is an \
            error. Read as when needed only, a missing report is never an error (A-28).",
        example: "The report for January to June comes on 1 October: an error, one day late.",
    },
}

/// A half-year for which a NOSAM should report.
struct Half<'a> {
    group: Ref<'a, Group>,
    days: Span,
    /// The part in which the NOSAM existed.
    owed: Span,
    reports: Vec<Deviations<'a>>,
    /// What keeps further reports from being told.
    unread: Option<Lacks>,
}

/// A report of deviations that a NOSAM has handed over, or may have.
#[derive(Clone)]
struct Deviations<'a> {
    report: Ref<'a, GroupReport>,
    /// Is it the NOSAM's, and handed over by now?
    mine: Answer,
    /// Did it go to the coordination group?
    reached: Answer,
}

fn half_years<'a>(cx: &Context<'a>) -> Vec<Case<'a, Result<Half<'a>, Lacks>>> {
    let groups = cx.groups(GroupKind::Nosam);
    groups.flat_map(|group| cases(group_subject(group), group.path, halves_of(cx, group))).collect()
}

/// The half-years of a NOSAM from `complete_from`, or else from the first of which it reported.
fn halves_of<'a>(
    cx: &Context<'a>,
    group: Ref<'a, Group>,
) -> Result<Periods<(Key<&'a str>, Half<'a>)>, Lacks> {
    cx.record.reports().read()?;
    let unread = cx.record.reports().unread();
    let with = |(report, mine)| Deviations { report, mine, reached: reached(cx, report) };
    let reports: Vec<_> = reports_of(cx, group, ReportKind::Deviation).into_iter().map(with).collect();
    let complete_from = cx.complete_from()?;
    let first = reports.iter().filter(|it| it.mine.is_yes()).filter_map(|it| it.begins(cx)).min();
    let earlier = reports.iter().filter_map(|it| match it.mine.clone() {
        Answer::Unknown(lacks) => Some(lacks),
        _ => it.first_day().err().filter(|lacks| lacks.cause().is_some()),
    });
    let untold = earlier.chain(unread.clone()).reduce(Lacks::and).filter(|_| complete_from.is_none());
    let Some(start) = complete_from.or(first) else { return Ok((Vec::new(), untold)) };
    let start = cx.in_plan(start);
    let exists = cx.life(group)?;
    let mut halves = Vec::new();
    for days in half_years_of(start.year()..=cx.as_of.year()) {
        let (Some(from), Some(owed)) = (days.from, days.overlap(exists)) else { continue };
        if start <= from && from <= cx.as_of && has_months(days, exists, LEAST_MONTHS) {
            let half = if from.month() < 7 { 1 } else { 2 };
            let of = Half { group, days, owed, reports: reports.clone(), unread: unread.clone() };
            halves.push((Key::HalfYear(from.year(), half), of));
        }
    }
    Ok((halves, untold))
}

fn half_years_of(years: impl IntoIterator<Item = i32>) -> impl Iterator<Item = Span> {
    let half = |year, from, until: (i32, u32)| Span {
        from: Day::new(year, from, 1),
        until: Day::new(until.0, until.1, 1),
    };
    years.into_iter().flat_map(move |year| [half(year, 1, (year, 7)), half(year, 7, (year + 1, 1))])
}

impl<'a> Deviations<'a> {
    fn on(&self) -> Result<Day, Lacks> {
        self.report.on().read().copied()
    }

    /// The first day of the report's period.
    fn first_day(&self) -> Result<Day, Lacks> {
        self.report.period().get()?.from().read().copied()
    }

    /// The first day that it tells of; without one, that of the first half-year for which it would be in time.
    fn begins(&self, cx: &Context<'_>) -> Option<Day> {
        let on = self.on().ok()?;
        let grace = cx.charter.readings.deviation_grace_days;
        let in_time = |days: &Span| days.to().is_some_and(|last| on <= last.plus_days(grace));
        let first = || half_years_of(on.year() - 1..=on.year()).find(in_time).and_then(|days| days.from);
        self.first_day().ok().or_else(first)
    }

    /// The days that it certainly, and that it possibly tells of: none after the one on which it was handed over.
    ///
    /// One without a period may tell of the half-year that begins on `first` if it was handed over later.
    fn tells(&self, first: Day) -> (Option<Span>, Option<Span>) {
        let Ok(on) = self.on() else { return (None, Some(Span::default())) };
        let by = Span::inclusive(None, Some(on));
        let period = self.report.period();
        match period.get() {
            Ok(dates) => (dates.span().ok().and_then(|days| days.overlap(by)), dates.possible().overlap(by)),
            Err(_) if period.is_absent() && on < first => (None, None),
            Err(_) => (None, Some(by)),
        }
    }

    /// Is it one of this half-year? It tells of the whole, or of no whole one and of this most, or lies in it.
    fn concerns(&self, days: Span, due: Day) -> Answer {
        let on = match self.on() {
            Ok(on) => on,
            Err(lacks) => return Answer::Unknown(lacks),
        };
        let period = self.report.period();
        let dates = match period.get() {
            Ok(dates) => dates,
            Err(_) if days.contains(on) && period.is_absent() => return Answer::Yes,
            Err(_) if period.is_absent() && !days.from.is_some_and(|from| from <= on && on <= due) => {
                return Answer::No;
            }
            Err(lacks) => return Answer::Unknown(lacks),
        };
        let told = match dates.span() {
            Ok(told) => told,
            Err(lacks) => return Answer::Unknown(lacks),
        };
        let last = told.to().map_or(on, |to| to.min(on));
        let Some(from) = told.from.or_else(|| Day::new(last.year(), 1, 1)) else { return Answer::No };
        let told = Span::inclusive(Some(from), Some(last));
        let parts = half_years_of(from.year()..=last.year())
            .filter_map(|half| Some((half.days()? - half.overlap(told)?.days()?, half)));
        let parts: Vec<(i64, Span)> = parts.collect();
        match parts.iter().map(|(left, _)| *left).min() {
            None => days.contains(on).into(),
            Some(0) => parts.contains(&(0, days)).into(),
            Some(least) => {
                (parts.iter().find(|(left, _)| *left == least).map(|it| it.1) == Some(days)).into()
            }
        }
    }
}

impl<'a> Half<'a> {
    /// The reports that count where they certainly do, and those that may, of those that came by `due`.
    fn told(&self, first: Day, due: Day) -> (Vec<Span>, Vec<Span>) {
        let (mut certain, mut possible) = (Vec::new(), Vec::new());
        for report in &self.reports {
            if report.reached.is_no() || report.on().is_ok_and(|on| due < on) {
                continue;
            }
            let (sure, maybe) = report.tells(first);
            let counts = report.mine.is_yes() && report.reached.is_yes() && report.on().is_ok();
            certain.extend(sure.filter(|_| counts));
            possible.extend(maybe);
        }
        possible.extend(self.unread.as_ref().map(|_| Span::default()));
        (certain, possible)
    }

    /// The days that these leave out, but for a few last ones, which stand beside them.
    fn left_out(&self, cx: &Context<'_>, told: &[Span]) -> (Vec<Span>, Option<Span>) {
        let mut gaps = self.owed.gaps(told);
        let is_rest = |gap: &Span| {
            gap.until == self.owed.until
                && gap.days().is_some_and(|days| days <= cx.charter.readings.deviation_rest_days)
        };
        let rest = gaps.pop_if(|gap| is_rest(gap));
        (gaps, rest)
    }

    /// What is missing to tell whether the days are told.
    fn lacks(&self) -> Lacks {
        let of = |it: &Deviations<'a>| {
            let period = it.report.period();
            let dates = period.get().and_then(|dates| dates.span());
            [it.mine.clone().told().err(), it.reached.clone().told().err(), dates.err()]
        };
        let of_reports = self.reports.iter().filter(|it| !it.reached.is_no()).flat_map(of).flatten();
        of_reports.chain(self.unread.clone()).reduce(Lacks::and).unwrap_or_default()
    }
}

/// The last day of the half-year, and the last day on which its reports were in time.
fn key_days<'a>(cx: &Context<'a>, subject: Subject<&'a str>, _: Path) -> Days {
    let Key::HalfYear(year, half) = subject.key else { return Days::default() };
    let last = if half == 1 { Day::new(year, 6, 30) } else { Day::new(year, 12, 31) };
    let both = |last: Day| [last, last.plus_days(cx.charter.readings.deviation_grace_days)];
    last.into_iter().flat_map(both).collect()
}

/// Judges one half-year of one NOSAM.
fn check<'a>(
    cx: &Context<'a>,
    half: Result<Half<'a>, Lacks>,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let half = half?;
    let (Some(first), Some(last)) = (half.days.from, half.days.to()) else { return Ok(()) };
    let due = last.plus_days(cx.charter.readings.deviation_grace_days);
    let mine = || half.reports.iter().filter(|it| it.mine.is_yes());
    let mut astray = Answer::No;
    for it in mine() {
        let wrong = it.concerns(half.days, due).and(|| it.reached.clone().not());
        if wrong.is_yes() {
            went_astray(it.report, [last, due], verdict);
        }
        astray = astray.or(|| wrong);
    }
    if astray.is_yes() {
        // One root cause, one finding: there is a report, but it went elsewhere.
        return Ok(());
    }
    match cx.charter.readings.deviation_reports {
        DeviationReports::HalfYearly => check_days(cx, &half, [first, due], astray, verdict),
        DeviationReports::WhenNeeded => {
            let unsure = half.reports.iter().map(|it| it.mine.clone()).filter(|mine| !mine.is_yes());
            let unread = half.unread.clone().map(Answer::Unknown);
            if !Answer::any(unsure.chain(unread)).or(|| astray).told()?
                && Answer::any(mine().map(|it| it.concerns(half.days, due))).told()?
            {
                verdict.holds();
            }
            Ok(())
        }
    }
}

/// Judges whether reports tell of every day of a half-year; `astray` says whether one went elsewhere.
fn check_days<'a>(
    cx: &Context<'a>,
    half: &Half<'a>,
    [first, due]: [Day; 2],
    astray: Answer,
    verdict: &mut Verdict<'a>,
) -> Result<(), Lacks> {
    let (certain, possible) = half.told(first, due);
    let (gaps, rest) = half.left_out(cx, &certain);
    if gaps.is_empty() {
        astray.told()?;
        match rest {
            Some(rest) => has_rest(cx, half.group, rest, verdict),
            None => verdict.holds(),
        }
        return Ok(());
    }
    if cx.as_of <= due {
        verdict.not_due(due.plus_days(1));
        return astray.told().map(drop);
    }
    let both: Vec<Span> = certain.iter().chain(&possible).copied().collect();
    let (gaps, _) = half.left_out(cx, &both);
    if gaps.is_empty() {
        return Err(half.lacks());
    }
    let fills = |it: &&Deviations<'a>| {
        let (sure, _) = it.tells(first);
        let with: Vec<Span> = certain.iter().copied().chain(sure).collect();
        it.mine.is_yes() && it.reached.is_yes() && half.left_out(cx, &with).0.is_empty()
    };
    let late = half.reports.iter().filter(fills).min_by_key(|it| it.on().ok());
    let (at, words) = match late.and_then(|it| Some((it.report.on(), it.on().ok()?))) {
        Some((at, on)) => (at.path, came_late(half, on, due)),
        None => (cx.record.reports().path, is_missing(half, gaps, due)),
    };
    verdict.breaks(Severity::Error, at, words).missed_by(due).reading("A-28");
    Ok(())
}

/// Says that the report went elsewhere; its own day is a key day beside those of the half-year.
fn went_astray<'a>(report: Ref<'a, GroupReport>, half: [Day; 2], verdict: &mut Verdict<'a>) {
    let (Some(&on), to) = (report.on().known(), report.to_group()) else { return };
    let id = to.known().map_or_else(String::new, |id| id.as_str().to_owned());
    let words = words! { on = on, to = Param::Id(id);
    sv: "Avvikelserapporten {on} gick till {to}, den ska gå till samordningsgruppen",
    en: "The deviation report of {on} went to {to}, it goes to the coordination group" };
    verdict.breaks(Severity::Error, to.path, words).falls_on(half.into_iter().chain([on]));
}

/// Says which last days no report tells of.
fn has_rest<'a>(cx: &Context<'a>, group: Ref<'a, Group>, rest: Span, verdict: &mut Verdict<'a>) {
    let words = words! { group = shown(group), rest = rest;
    sv: "Ingen avvikelserapport från {group} täcker de sista dagarna {rest}, de behöver inte täckas i efterhand",
    en: "No deviation report from {group} covers the last days {rest}, they need not be covered later" };
    verdict.remarks(cx.record.reports().path, words).reading("A-28");
}

fn came_late(half: &Half<'_>, on: Day, due: Day) -> Words {
    let late = Param::Days(due.days_until(on));
    words! { group = shown(half.group), half_year = half.owed, on = on, late = late, due = due;
    sv: "Avvikelserapporten från {group} för {half_year} lämnades {on}, {late} för sent",
    en: "The deviation report from {group} for {half_year} came on {on}, {late} late" }
}

fn is_missing(half: &Half<'_>, gaps: Vec<Span>, due: Day) -> Words {
    words! { group = shown(half.group), gaps = Param::Spans(gaps), due = due;
    sv: "Avvikelserapport från {group} saknas för {gaps}, den skulle ha lämnats senast {due}",
    en: "A deviation report from {group} is missing for {gaps}, it was due by {due}" }
}
