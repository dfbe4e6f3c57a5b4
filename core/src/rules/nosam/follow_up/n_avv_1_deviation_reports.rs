//! N-AVV-1: deviations are reported to the coordination group for every half-year.

use super::{Series, days_of, long_enough, series};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::charter::DeviationReports;
use crate::codes::{GroupKind, ReportKind, Severity};
use crate::index::{Case, Context, Handed, group_case, group_subject, life};
use crate::record::{Group, Period, Ref};
use crate::report::Key;
use crate::rules::judge::Verdict;
use crate::rules::nosam::decisions::kind_of;
use crate::rules::rule;
use crate::words;
use crate::words::{Param, Words};

rule! {
    id: "N-AVV-1",
    severities: [Error, Info],
    partition_by: Group,
    judges: Groups,
    each: half_years,
    sv: {
        norm: "Varje NOSAM rapporterar avvikelser i samverkan till samordningsgruppen för varje halvår",
        why: "Samma fel i två kommuner syns först när någon ser båda rapporterna.",
        reading: "För varje kalenderhalvår ska en rapport som täcker hela halvåret ha lämnats till \
            samordningsgruppen senast 92 dagar efter halvårets sista dag (A-28, A-28.grace_days): för första \
            halvåret är 30 september rätt och 1 oktober för sent. En rapport över två halvår räknas för \
            båda, om den kom i tid. En rapport om att inget finns att rapportera räknas. En NOSAM som fanns \
            en del av halvåret prövas om den fanns i minst tre månader, och då för den delen. En annan \
            mottagare än samordningsgruppen är ett fel. Läses punkten som bara vid behov är en utebliven \
            rapport aldrig ett fel (A-28).",
        example: "Rapporten för januari till juni kommer den 1 oktober: fel, en dag för sent.",
    },
    en: {
        norm: "Each NOSAM reports deviations in the collaboration to the coordination group for every half-year",
        why: "The same fault in two municipalities shows only when somebody sees both reports.",
        reading: "For each calendar half-year a report that covers all of it has been handed to the \
            coordination group 92 days after its last day at the latest (A-28, A-28.grace_days): for the \
            first half 30 September is right and 1 October late. A report over two half-years counts for \
            each, if it came in time. A report that there is nothing to report counts. A NOSAM that existed \
            for a part of the half-year is judged if that was three months or more, and for that part. \
            Another recipient than the coordination group is an error. Read as when needed only, a missing \
            report is never an error (A-28).",
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
        let mut untold = |lacks| {
            cases.push(Case { subject: group_subject(group), at: group.path, thing: Err(lacks) });
        };
        match halves_of(cx, group) {
            Ok((halves, doubt)) => {
                doubt.map(&mut untold);
                let halves = halves.into_iter();
                cases.extend(halves.map(|(key, half)| group_case(group, key, group.path, Ok(half))));
            }
            Err(lacks) => untold(lacks),
        }
    }
    cases
}

/// The half-years of a NOSAM, and why there may be earlier ones.
type Halves<'a> = (Vec<(Key<&'a str>, Half<'a>)>, Option<Lacks>);

fn halves_of<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Result<Halves<'a>, Lacks> {
    let series = series(cx, group, ReportKind::Deviation)?;
    let complete_from = cx.complete_from()?;
    let first = series.list.iter().filter_map(|handed| begins(cx, *handed)).min();
    let Some(start) = complete_from.or(first) else {
        return series.unread.map_or_else(|| Ok((Vec::new(), None)), Err);
    };
    let unread = series.list.iter().filter_map(|handed| match first_day(*handed) {
        Err(lacks) if lacks.cause().is_some() => Some(lacks),
        _ => None,
    });
    let doubt = unread.chain(series.unread.clone()).reduce(Lacks::and).filter(|_| complete_from.is_none());
    let exists = life(group)?;
    let mut halves = Vec::new();
    for days in half_years_of(start.year()..=cx.as_of.year()) {
        let (Some(from), Some(owed)) = (days.from, days.overlap(exists)) else { continue };
        if start <= from && from <= cx.as_of && long_enough(days, exists) {
            let half = if from.month() < 7 { 1 } else { 2 };
            halves.push((Key::HalfYear(from.year(), half), Half { days, owed, series: series.clone() }));
        }
    }
    Ok((halves, doubt))
}

fn half_years_of(years: impl IntoIterator<Item = i32>) -> impl Iterator<Item = Span> {
    years.into_iter().flat_map(|year| [days_of(year, 1, 6), days_of(year, 7, 6)]).flatten()
}

/// The first day of the report's period.
fn first_day(handed: Handed<'_>) -> Result<Day, Lacks> {
    handed.report.period().get()?.from().read().copied()
}

/// The first day that the report tells of; without one, that of the first half-year for which it would be in time.
fn begins(cx: &Context<'_>, handed: Handed<'_>) -> Option<Day> {
    let grace = cx.charter.readings.deviation_grace_days;
    let in_time = |days: &Span| days.to().is_some_and(|last| handed.on <= last.plus_days(grace));
    let year = handed.on.year();
    let first = || half_years_of(year - 1..=year).find(in_time).and_then(|days| days.from);
    first_day(handed).ok().or_else(first)
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
    let covers = |handed: &Handed<'a>| covers(*handed, half.owed, first, due);
    let concerns = |handed: &Handed<'a>| covers(handed).or(|| half.is_extra(*handed));
    let reports = &half.series.list;
    let mut astray = Answer::No;
    for handed in reports {
        let wrong = concerns(handed).and(|| reached(cx, *handed).not());
        if wrong.is_yes() {
            went_astray(*handed, verdict);
        }
        astray = astray.or(|| wrong);
    }
    let unread = || half.series.unread.clone().map_or(Answer::No, Answer::Unknown);
    match cx.charter.readings.deviation_reports {
        DeviationReports::HalfYearly => {}
        DeviationReports::WhenNeeded => {
            if !astray.or(unread).told()? && Answer::any(reports.iter().map(concerns)).told()? {
                verdict.holds();
            }
            return Ok(());
        }
    }
    let fulfils = |handed| covers(handed).and(|| (handed.on <= due).into()).and(|| reached(cx, *handed));
    let fulfilled = Answer::any(reports.iter().map(fulfils)).or(unread);
    let mut covering = reports.iter().filter(|handed| covers(handed).is_yes()).peekable();
    if astray.is_yes() && (covering.peek().is_some() || !fulfilled.is_no()) {
        // One root cause, one finding: there is a report, but it went elsewhere.
        return Ok(());
    }
    if fulfilled.is_yes() {
        verdict.holds();
        return astray.told().map(drop);
    }
    if cx.as_of <= due {
        verdict.not_due(due.plus_days(1));
        return astray.told().map(drop);
    }
    fulfilled.told()?;
    let (at, words) = match covering.min_by_key(|handed| handed.on) {
        Some(handed) => (handed.report.on().path, half.came_late(*handed, due)),
        None => (cx.record.reports().path, half.is_missing(due)),
    };
    verdict.breaks(Severity::Error, at, words).reading("A-28");
    Ok(())
}

/// Did the report go to the coordination group?
fn reached(cx: &Context<'_>, handed: Handed<'_>) -> Answer {
    match handed.report.to_group().read() {
        Ok(id) => kind_of(cx, id.as_str(), GroupKind::CoordinationGroup),
        Err(lacks) => Answer::Unknown(lacks),
    }
}

/// Says that the report went elsewhere.
fn went_astray<'a>(handed: Handed<'a>, verdict: &mut Verdict<'a>) {
    let to = handed.report.to_group();
    let id = to.known().map_or_else(String::new, |id| id.as_str().to_owned());
    let words = words! { on = handed.on, to = Param::Id(id);
    sv: "Avvikelserapporten {on} gick till {to}, den ska gå till samordningsgruppen",
    en: "The deviation report of {on} went to {to}, it goes to the coordination group" };
    verdict.breaks(Severity::Error, to.path, words);
}

impl Half<'_> {
    /// Was the report handed in this half-year without covering any?
    fn is_extra(&self, handed: Handed<'_>) -> Answer {
        Answer::from(self.days.contains(handed.on)).and(|| covers_some_half(handed).not())
    }

    fn came_late(&self, handed: Handed<'_>, due: Day) -> Words {
        let late = Param::Days(due.days_until(handed.on));
        words! { half_year = self.owed, on = handed.on, late = late, due = due;
        sv: "Avvikelserapporten för {half_year} lämnades {on}, {late} efter sista dagen {due}",
        en: "The deviation report for {half_year} came on {on}, {late} after the last day, {due}" }
    }

    fn is_missing(&self, due: Day) -> Words {
        words! { half_year = self.owed, due = due;
        sv: "Ingen avvikelserapport täcker {half_year}, den skulle ha lämnats senast {due}",
        en: "No deviation report covers {half_year}, it was due by {due}" }
    }
}

/// Does the report cover all these days?
///
/// One without a period may, if it came from the half-year's start to its due day.
fn covers(handed: Handed<'_>, owed: Span, first: Day, due: Day) -> Answer {
    let period = handed.report.period();
    match period.get() {
        Ok(dates) => {
            let by = dates.from().optional().map(|from| from.is_none_or(|from| Some(*from) <= owed.from));
            let to = || dates.to().optional().map(|to| to.is_none_or(|to| owed.to() <= Some(*to)));
            Answer::from(by).and(|| to().into())
        }
        Err(_) if due < handed.on || period.is_absent() && handed.on < first => Answer::No,
        Err(lacks) => Answer::Unknown(lacks),
    }
}

/// Does the report cover some whole half-year? Then it is judged there, else in the half-year of its day.
fn covers_some_half(handed: Handed<'_>) -> Answer {
    let Ok(Some(_)) = handed.report.period().optional() else {
        return handed.report.period().optional().map(|_| false).into();
    };
    let span = match handed.report.period().get().and_then(|dates| dates.span()) {
        Ok(span) => span,
        Err(lacks) => return Answer::Unknown(lacks),
    };
    let year = span.from.map_or_else(|| handed.on.year() - 1, Day::year);
    half_years_of(year..=handed.on.year() + 1).any(|half| half.gaps(&[span]).is_empty()).into()
}
