//! Duties of a calendar year, as several rules ask for.

use crate::answer::{Answer, Count, Lacks};
use crate::calendar::{Day, Span};
use crate::index::{Case, Context, Handed, years_of};
use crate::path::Path;
use crate::record::{GroupReport, Ref};
use crate::report::{Key, Subject};
use crate::rules::judge::{self, Verdict};

/// Something done for the duty, or that may be.
pub(crate) struct Entry {
    /// Does it begin the series?
    begins: Answer,
    /// Does it count?
    counts: Answer,
    /// From when on it is in the series.
    first: Result<Day, Lacks>,
    /// The years that it is of.
    years: Result<Vec<i32>, Lacks>,
}

impl Entry {
    /// What was done on one day.
    pub(crate) fn on_day(cx: &Context<'_>, counts: Answer, day: Result<Day, Lacks>) -> Self {
        let counts = counts.and(|| day.clone().map(|day| day <= cx.as_of).into());
        Self { begins: counts.clone(), counts, first: day.clone(), years: day.map(|day| vec![day.year()]) }
    }

    /// A report that was handed over; it is in the series from the start of the first year that it is of.
    pub(crate) fn report(report: Ref<'_, GroupReport>, counts: Answer) -> Self {
        let years = years_of(report);
        let first = years.clone().map(|years| years.first().and_then(|year| Day::new(*year, 1, 1)));
        let first = first.and_then(|day| day.ok_or_else(Lacks::default));
        Self { begins: counts.clone(), counts, first, years }
    }

    /// It begins the series also where only this holds of it.
    pub(crate) fn begins(self, begins: Answer) -> Self {
        Self { begins, ..self }
    }

    /// What cannot be read: one at the most, of any year.
    pub(crate) fn hidden(lacks: Lacks) -> Self {
        let unknown = Answer::Unknown(lacks.clone());
        Self { begins: unknown.clone(), counts: unknown, first: Err(lacks.clone()), years: Err(lacks) }
    }

    fn counts_in(&self, year: i32) -> Answer {
        let of_year = || self.years.as_ref().map(|years| years.contains(&year)).map_err(Clone::clone).into();
        self.counts.clone().and(of_year)
    }
}

/// A series of entries that should number so many in each calendar year.
pub(crate) struct Series {
    pub(crate) entries: Vec<Entry>,
    /// What keeps further entries from being told.
    pub(crate) unread: Option<Lacks>,
    /// How many are due each year.
    pub(crate) least: i64,
    /// How many days a finished year has left.
    pub(crate) grace: i64,
    /// The days in which the duty is there.
    pub(crate) within: Span,
}

/// One calendar year of a series.
#[derive(Clone)]
pub(crate) struct Year {
    pub(crate) year: i32,
    /// Its days in which the duty is there.
    pub(crate) days: Span,
    /// How many entries certainly count.
    pub(crate) count: i64,
    /// Are there enough of them?
    done: Answer,
    /// Does the record hold the whole year, so that absence counts?
    whole: Answer,
    /// From this day on it is too late.
    due: Day,
}

/// What is judged by periods, and what keeps earlier ones from being told.
pub(crate) type Periods<T> = (Vec<T>, Option<Lacks>);

impl Series {
    /// The years from `complete_from`, or else the first entry, to the as-of day.
    pub(crate) fn years(self, cx: &Context<'_>) -> Result<Periods<Year>, Lacks> {
        let complete = cx.complete_from()?;
        let certain = self.entries.iter().filter(|entry| entry.begins.is_yes());
        let first = certain.filter_map(|entry| entry.first.clone().ok()).min();
        let known = complete.is_some() || first.is_some_and(|first| cx.begins_with_plan(first));
        let unsure = if known { None } else { self.unsure_before(first) };
        let Some(start) = complete.or(first) else { return Ok((Vec::new(), unsure)) };
        let start = cx.in_plan(start);
        let years = (start.year()..=cx.as_of.year()).filter_map(|year| self.year(year, start, &unsure));
        Ok((years.collect(), unsure))
    }

    /// What may be an entry earlier than the first certain one.
    fn unsure_before(&self, first: Option<Day>) -> Option<Lacks> {
        let earlier = |entry: &Entry| match (&entry.begins, &entry.first) {
            (Answer::No, _) => None,
            (Answer::Unknown(lacks), Ok(day)) if first.is_none_or(|first| *day < first) => {
                Some(lacks.clone())
            }
            (Answer::Unknown(lacks), Err(more)) => Some(lacks.clone().and(more.clone())),
            (_, Err(lacks)) => Some(lacks.clone()),
            (_, Ok(_)) => None,
        };
        self.entries.iter().filter_map(earlier).chain(self.unread.clone()).reduce(Lacks::and)
    }

    fn year(&self, year: i32, start: Day, unsure: &Option<Lacks>) -> Option<Year> {
        let calendar = Span { from: Some(Day::new(year, 1, 1)?), until: Some(Day::new(year + 1, 1, 1)?) };
        let days = calendar.overlap(self.within)?;
        let (from, ends) = (days.from?, days.until?);
        let mut count = Count::default();
        self.entries.iter().for_each(|entry| count.add(entry.counts_in(year)));
        count.hidden(self.unread.clone());
        let whole = match unsure {
            _ if start <= from => Answer::Yes,
            None => Answer::No,
            Some(lacks) => Answer::Unknown(lacks.clone()),
        };
        let (done, due) = (count.reaches(self.least), ends.plus_days(self.grace));
        Some(Year { year, days, count: count.least, done, whole, due })
    }
}

impl Year {
    /// Did something exist for so many months of the year?
    pub(crate) fn has_months_of(&self, life: Span, months: u32) -> bool {
        has_months(self.days, life, months)
    }

    /// The last day on which the duty of the year is done in time.
    pub(crate) fn last(&self) -> Day {
        self.due.plus_days(-1)
    }

    /// The same year, for which there is enough of both.
    pub(crate) fn and(self, other: &Self) -> Self {
        Self { done: self.done.and(|| other.done.clone()), count: self.count.min(other.count), ..self }
    }

    /// What the year comes to on the as-of day; `undone` says that it was not done.
    ///
    /// # Errors
    /// What is missing where the answer turns on it.
    pub(crate) fn judge<'a>(
        &self,
        cx: &Context<'a>,
        verdict: &mut Verdict<'a>,
        undone: impl for<'v> FnOnce(&'v mut Verdict<'a>) -> judge::Told<'v>,
    ) -> Result<(), Lacks> {
        if self.done.is_yes() {
            verdict.holds();
        } else if self.whole.is_yes() && cx.as_of < self.due {
            verdict.not_due(self.due);
        } else if self.done.clone().or(|| self.whole.clone()).told()? && !self.done.clone().told()? {
            // Of a year that began before the record was complete only what was done can be told.
            undone(verdict).missed_by(self.last());
        }
        Ok(())
    }
}

/// Did something exist for so many months of these days?
pub(crate) fn has_months(days: Span, life: Span, months: u32) -> bool {
    match days.overlap(life) {
        Some(Span { from: Some(from), until: Some(until) }) => from.plus_months(months) <= until,
        both => both.is_some(),
    }
}

/// The periods of one thing as cases, and a case of its own for what cannot be told.
pub(crate) fn cases<'a, T>(
    subject: Subject<&'a str>,
    at: Path,
    told: Result<Periods<(Key<&'a str>, T)>, Lacks>,
) -> impl Iterator<Item = Case<'a, Result<T, Lacks>>> {
    let (periods, untold) = match told {
        Ok(told) => told,
        Err(lacks) => (Vec::new(), Some(lacks)),
    };
    let untold = untold.map(|lacks| Case { subject, at, thing: Err(lacks) });
    let periods = periods.into_iter();
    untold.into_iter().chain(periods.map(move |(key, thing)| Case {
        subject: subject.with(key),
        at,
        thing: Ok(thing),
    }))
}

/// What is judged of a report that is due each year: a year, or how one was made.
pub(crate) enum Duty<'a, Y> {
    Year(Y),
    Report(Handed<'a>),
}

/// A case, or why it cannot be told.
type Told<'a, T> = Case<'a, Result<T, Lacks>>;

/// The years, and after them the reports.
pub(crate) fn years_and_reports<'a, Y>(
    years: Vec<Told<'a, Y>>,
    reports: Vec<Told<'a, Handed<'a>>>,
) -> Vec<Told<'a, Duty<'a, Y>>> {
    let years = years.into_iter().map(|Case { subject, at, thing }| Case {
        subject,
        at,
        thing: thing.map(Duty::Year),
    });
    let reports = reports.into_iter().map(|Case { subject, at, thing }| Case {
        subject,
        at,
        thing: thing.map(Duty::Report),
    });
    years.chain(reports).collect()
}
