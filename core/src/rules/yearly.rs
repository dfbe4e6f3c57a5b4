//! Duties of a calendar year, as several rules ask for.

use crate::answer::{Answer, Count, Lacks};
use crate::calendar::{Day, Span};
use crate::index::Context;

/// Something done for the duty, or that may be: whether it counts, and its day.
pub(crate) struct Entry {
    pub(crate) counts: Answer,
    pub(crate) day: Result<Day, Lacks>,
}

impl Entry {
    fn counts_in(&self, days: Span) -> Answer {
        let inside = || self.day.clone().map(|day| days.contains(day)).into();
        self.counts.clone().and(inside)
    }
}

/// A series of entries that should number so many in each calendar year.
pub(crate) struct Series {
    entries: Vec<Entry>,
    /// What keeps further entries from being told.
    unread: Option<Lacks>,
    least: i64,
}

/// One calendar year of a series.
#[derive(Clone)]
pub(crate) struct Year {
    pub(crate) year: i32,
    /// How many entries certainly count.
    pub(crate) count: i64,
    /// Are there enough of them?
    done: Answer,
    /// Does the record hold the whole year, so that absence counts?
    whole: Answer,
    ends: Day,
}

/// What a year comes to.
pub(crate) enum Outcome {
    /// There is enough.
    Done,
    /// It can still be done before this day.
    NotDue(Day),
    /// It was not done.
    Undone,
    /// Too little of the year is known for anybody to be blamed.
    NotJudged,
}

impl Series {
    /// `least` of these entries, and of those that `unread` hides, are due each year.
    pub(crate) fn new(entries: Vec<Entry>, unread: Option<Lacks>, least: i64) -> Self {
        Self { entries, unread, least }
    }

    /// The years from `complete_from`, or else the first entry, to the as-of day.
    ///
    /// With the years comes what keeps the start of the series from being told.
    pub(crate) fn years(mut self, cx: &Context<'_>) -> Result<(Vec<Year>, Option<Lacks>), Lacks> {
        let by_now = |entry: &Entry| entry.day.as_ref().map_or(true, |day| *day <= cx.as_of);
        self.entries.retain(|entry| !entry.counts.is_no() && by_now(entry));
        let complete = cx.complete_from()?;
        let certain = self.entries.iter().filter(|entry| entry.counts.is_yes());
        let first = certain.filter_map(|entry| entry.day.clone().ok()).min();
        let unsure = if complete.is_some() { None } else { self.unsure_before(first) };
        let Some(start) = complete.or(first) else { return Ok((Vec::new(), unsure)) };
        let years = (start.year()..=cx.as_of.year()).filter_map(|year| self.year(year, start, &unsure));
        Ok((years.collect(), unsure))
    }

    /// What may be an entry earlier than the first certain one.
    fn unsure_before(&self, first: Option<Day>) -> Option<Lacks> {
        let earlier = |entry: &Entry| match (&entry.counts, &entry.day) {
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
        let (from, ends) = (Day::new(year, 1, 1)?, Day::new(year + 1, 1, 1)?);
        let days = Span { from: Some(from), until: Some(ends) };
        let mut count = Count::default();
        self.entries.iter().for_each(|entry| count.add(entry.counts_in(days)));
        count.hidden(self.unread.clone());
        let whole = match unsure {
            _ if start <= from => Answer::Yes,
            None => Answer::No,
            Some(lacks) => Answer::Unknown(lacks.clone()),
        };
        Some(Year { year, count: count.least, done: count.reaches(self.least), whole, ends })
    }
}

impl Year {
    /// The days of the year.
    pub(crate) fn days(&self) -> Span {
        Span { from: Day::new(self.year, 1, 1), until: Some(self.ends) }
    }

    /// Did something exist for so many months of the year?
    pub(crate) fn has_months_of(&self, life: Span, months: u32) -> bool {
        match self.days().overlap(life) {
            Some(Span { from: Some(from), until: Some(until) }) => from.plus_months(months) <= until,
            _ => false,
        }
    }

    /// What the year comes to on the as-of day.
    ///
    /// # Errors
    /// What is missing where the answer turns on it.
    pub(crate) fn outcome(&self, cx: &Context<'_>) -> Result<Outcome, Lacks> {
        if self.done.is_yes() {
            return Ok(Outcome::Done);
        }
        if self.whole.is_yes() && cx.as_of < self.ends {
            return Ok(Outcome::NotDue(self.ends));
        }
        // Of a year that began before the record was complete only what was done can be told.
        if self.done.clone().or(|| self.whole.clone()).told()? && !self.done.clone().told()? {
            return Ok(Outcome::Undone);
        }
        Ok(Outcome::NotJudged)
    }
}
