//! Days, local times and half-open periods, thin over `chrono`.
//!
//! Nothing here knows a time zone: converting a local time through UTC can move it to another day.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};
use serde::{Serialize, Serializer};

/// A civil day, written `YYYY-MM-DD`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The last day that the calendar knows.
    pub(crate) const LAST: Self = Self(NaiveDate::MAX);

    /// The day of this year, month and day of the month, or `None` where the calendar has no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).map(Self)
    }

    /// Reads `YYYY-MM-DD` and nothing else: no other order, no short year, no white space.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, rest) = split_digits(text, 4)?;
        let (month, rest) = split_digits(rest.strip_prefix('-')?, 2)?;
        let (day, rest) = split_digits(rest.strip_prefix('-')?, 2)?;
        if !rest.is_empty() {
            return None;
        }
        Self::new(i32::try_from(year).ok()?, month, day)
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day `count` days later, or earlier for a negative count; the last day chrono knows past its end.
    #[must_use]
    pub fn plus_days(self, count: i64) -> Self {
        let days = Days::new(count.unsigned_abs());
        Self(if count < 0 {
            self.0.checked_sub_days(days).unwrap_or(NaiveDate::MIN)
        } else {
            self.0.checked_add_days(days).unwrap_or(NaiveDate::MAX)
        })
    }

    /// The same day of the month `count` months later; where that month is too short, its last day.
    #[must_use]
    pub fn plus_months(self, count: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(count)).unwrap_or(NaiveDate::MAX))
    }

    /// Days from `self` to `later`; negative when `later` comes first.
    #[must_use]
    pub fn days_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_days()
    }

    /// Whole ISO weeks from the week of `self` to the week of `later`, Monday to Monday.
    ///
    /// Week numbers are never subtracted: from 2026-W53 to 2027-W04 is four weeks.
    #[must_use]
    pub fn iso_weeks_until(self, later: Self) -> i64 {
        self.monday().days_until(later.monday()) / 7
    }

    /// The ISO week that it falls in, and the year of that week.
    #[must_use]
    pub fn iso_week(self) -> (i32, u32) {
        let week = self.0.iso_week();
        (week.year(), week.week())
    }

    /// The Monday of its week.
    #[must_use]
    pub fn monday(self) -> Self {
        Self(self.0.week(Weekday::Mon).checked_first_day().unwrap_or(self.0))
    }
}

/// A text that is no day of the calendar in the form `YYYY-MM-DD`.
///
/// ```
/// let wrong = "2024-2-30".parse::<samla::Day>().expect_err("February has 29 days");
/// assert_eq!(wrong.to_string(), "This is no day of the calendar, write it like 2024-02-29");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no day of the calendar, write it like {}", self.like())]
pub struct NoDay {
    /// The nearest day, where the text says a year, a month and a day in this order.
    pub nearest: Option<Day>,
    /// What alone keeps the text from being that day.
    pub slip: Option<Slip>,
}

/// What stands in or beside a day and keeps the text from being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A space, of whatever width.
    Blank,
    /// A time of the day.
    ClockTime,
    /// A hyphen that is none, as word processors make them.
    Dash,
}

impl NoDay {
    pub(crate) fn of(text: &str) -> Self {
        if let Some((day, slip)) = slip(text) {
            return Self { nearest: Some(day), slip: Some(slip) };
        }
        let numbers: Result<Vec<u32>, _> =
            text.split(|letter: char| !letter.is_ascii_digit()).map(str::parse).collect();
        let nearest = match numbers.as_deref() {
            Ok(&[year @ 1000..=9999, month, day]) => {
                (1..=day.clamp(1, 31)).rev().find_map(|day| Day::new(year.cast_signed(), month, day))
            }
            _ => None,
        };
        Self { nearest, slip: None }
    }

    fn like(self) -> String {
        self.nearest.map_or_else(|| String::from("2024-03-05"), |day| day.to_string())
    }
}

/// The day that a text is but for its blanks, its dashes or a clock time after it.
fn slip(text: &str) -> Option<(Day, Slip)> {
    let is_blank = |letter: &char| letter.is_whitespace() || matches!(letter, '\u{200B}' | '\u{FEFF}');
    let plain = text.chars().filter(|letter| !is_blank(letter));
    let plain: String = plain.map(|letter| if DASHES.contains(letter) { '-' } else { letter }).collect();
    let (day, rest) = (Day::parse(plain.get(..10)?)?, &plain[10..]);
    if rest.is_empty() {
        let slip =
            if text.contains(|letter: char| DASHES.contains(letter)) { Slip::Dash } else { Slip::Blank };
        return Some((day, slip));
    }
    let clock = rest.trim_start_matches(['T', 't']);
    let is_clock = clock.starts_with(|letter: char| letter.is_ascii_digit())
        && clock.contains([':', '.'])
        && clock.chars().all(|letter| letter.is_ascii_digit() || ":.+-Zz".contains(letter));
    is_clock.then_some((day, Slip::ClockTime))
}

/// What word processors write for a hyphen, and what is taken for one.
pub(crate) const DASHES: &str = "\u{AD}‐‑‒–—―−﹣－";

impl FromStr for Day {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        Self::parse(text).ok_or_else(|| NoDay::of(text))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        // chrono's own form of a day is the ISO one.
        fmt::Display::fmt(&self.0, out)
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// A local wall time on a day, written `YYYY-MM-DDTHH:MM`, seconds allowed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Time(NaiveDateTime);

/// Why a text is no local time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoTime {
    /// It says an offset (`Z`, `+01:00`); converting it would move days.
    #[error("This time names a time zone, write local time without `Z` or `+01:00`")]
    Offset,
    /// It is no time of the calendar.
    #[error("This is not a day with a time, write it like 2024-03-05T13:00")]
    Malformed,
}

impl FromStr for Time {
    type Err = NoTime;

    fn from_str(text: &str) -> Result<Self, NoTime> {
        Self::parse(text)
    }
}

impl Time {
    /// Reads `YYYY-MM-DDTHH:MM` or `YYYY-MM-DDTHH:MM:SS`.
    ///
    /// # Errors
    /// [`NoTime`] says whether an offset or something else is in the way.
    pub fn parse(text: &str) -> Result<Self, NoTime> {
        let (day, clock) = text.split_once('T').ok_or(NoTime::Malformed)?;
        let day = Day::parse(day).ok_or(NoTime::Malformed)?;
        if let Some(at) = clock.find(['Z', 'z', '+', '-']) {
            let before = clock[..at].split('.').next().unwrap_or_default();
            return Err(match parse_clock(before) {
                Some(_) => NoTime::Offset,
                None => NoTime::Malformed,
            });
        }
        let clock = parse_clock(clock).ok_or(NoTime::Malformed)?;
        Ok(Self(day.0.and_time(clock)))
    }

    /// The day it falls on.
    #[must_use]
    pub fn day(self) -> Day {
        Day(self.0.date())
    }

    /// Whole minutes from `self` to `later`, rounded towards zero; negative when `later` comes first.
    #[must_use]
    pub fn minutes_until(self, later: Self) -> i64 {
        (later.0 - self.0).num_minutes()
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}T{:02}:{:02}", self.day(), self.0.hour(), self.0.minute())?;
        match self.0.second() {
            0 => Ok(()),
            second => write!(out, ":{second:02}"),
        }
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

fn parse_clock(text: &str) -> Option<NaiveTime> {
    let (hour, rest) = split_digits(text, 2)?;
    let (minute, rest) = split_digits(rest.strip_prefix(':')?, 2)?;
    let second = if rest.is_empty() {
        0
    } else {
        let (second, rest) = split_digits(rest.strip_prefix(':')?, 2)?;
        if !rest.is_empty() {
            return None;
        }
        second
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn split_digits(text: &str, count: usize) -> Option<(u32, &str)> {
    let digits = text.get(..count)?;
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some((digits.parse().ok()?, &text[count..]))
}

/// A half-open stretch of days: `from` is inside, `until` is the first day outside.
///
/// `None` is open: since before the records, or still running.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Span {
    /// First day inside.
    pub from: Option<Day>,
    /// First day after.
    pub until: Option<Day>,
}

impl Span {
    /// One day.
    #[must_use]
    pub fn on(day: Day) -> Self {
        Self::inclusive(Some(day), Some(day))
    }

    /// From `from` on, with `to` as the last day, both included, as records say it.
    #[must_use]
    pub fn inclusive(from: Option<Day>, to: Option<Day>) -> Self {
        Self { from, until: to.map(|day| day.plus_days(1)) }
    }

    /// Is `day` inside?
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// The days in both, or `None` where there is none.
    #[must_use]
    pub fn overlap(self, other: Self) -> Option<Self> {
        let from = match (self.from, other.from) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        match (from, until) {
            (Some(from), Some(until)) if from >= until => None,
            _ => Some(Self { from, until }),
        }
    }

    /// How many days it holds; `None` when an end is open.
    #[must_use]
    pub fn days(self) -> Option<i64> {
        Some(self.from?.days_until(self.until?))
    }

    /// The last day inside, as records say it.
    #[must_use]
    pub fn to(self) -> Option<Day> {
        self.until.map(|until| until.plus_days(-1))
    }

    /// What of `self` none of `spans` covers, in order of days.
    #[must_use]
    pub fn gaps(self, spans: &[Self]) -> Vec<Self> {
        let mut inside: Vec<Self> = spans.iter().filter_map(|span| span.overlap(self)).collect();
        inside.sort_by_key(|span| span.from);
        let mut gaps = Vec::new();
        let mut covered = self.from;
        let mut begun = false;
        for span in inside {
            let starts_late = match (covered, span.from) {
                (Some(covered), Some(from)) => covered < from,
                (None, Some(_)) => !begun,
                (_, None) => false,
            };
            if starts_late {
                gaps.push(Self { from: covered, until: span.from });
            }
            begun = true;
            match span.until {
                None => return gaps,
                Some(until) => covered = Some(covered.map_or(until, |day| day.max(until))),
            }
        }
        let rest_is_open = match (covered, self.until) {
            (Some(covered), Some(until)) => covered < until,
            _ => true,
        };
        if rest_is_open {
            gaps.push(Self { from: covered, until: self.until });
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn span(from: &str, until: &str) -> Span {
        Span { from: Some(day(from)), until: Some(day(until)) }
    }

    #[test]
    fn only_the_iso_form_is_a_day() {
        for text in ["2024-2-03", "20240203", "2024-02-30", " 2024-02-03", "2024-02-03 ", "+024-02-03", ""] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
    }

    #[test]
    fn the_nearest_day_is_named_where_the_text_says_three_numbers() {
        let nearest =
            |text: &str| text.parse::<Day>().map_err(|error| error.nearest.map(|day| day.to_string()));
        assert_eq!(nearest("2024-02-29"), Ok(day("2024-02-29")));
        for (text, near) in
            [("2023-02-29", "2023-02-28"), ("2024/3/5", "2024-03-05"), ("2024-04-45", "2024-04-30")]
        {
            assert_eq!(nearest(text), Err(Some(near.to_owned())), "{text}");
        }
        let slip = |text: &str| NoDay::of(text).slip.map(|slip| (slip, NoDay::of(text).like()));
        for (text, is) in [
            (" 2024-03-05", Slip::Blank),
            ("2024-03- 05\u{A0}", Slip::Blank),
            ("2024-03-05T13:00", Slip::ClockTime),
            ("2024–03–05 13.00", Slip::ClockTime),
            ("2024–03–05", Slip::Dash),
            ("2024\u{2011}03-05 ", Slip::Dash),
        ] {
            assert_eq!(slip(text), Some((is, "2024-03-05".to_owned())), "{text}");
        }
        for text in ["2024–02–30", "2024-03-05-06", "2024-03-05 efter lunch", "2024-03-05T", "2024-03"] {
            assert_eq!(slip(text), None, "{text}");
        }
        for text in ["", "20240305", "5/3/2024", "24-03-05", "2024-13-01", "2024-03", "19121212-1212"] {
            assert_eq!(nearest(text), Err(None), "{text}");
        }
    }

    #[test]
    fn an_offset_is_told_from_a_malformed_time() {
        for text in ["2024-03-31T00:30+01:00", "2024-03-31T00:30Z", "2024-03-31T00:30:00.000Z"] {
            assert_eq!(Time::parse(text), Err(NoTime::Offset), "{text}");
        }
        for text in ["2024-03-31T24:00", "2024-03-31 10:00", "2024-03-31T9:00", "2024-03-31T10:00:00.5"] {
            assert_eq!(Time::parse(text), Err(NoTime::Malformed), "{text}");
        }
    }

    #[test]
    fn a_year_after_the_leap_day_is_the_last_of_february() {
        assert_eq!(day("2024-02-29").plus_months(12), day("2025-02-28"));
        assert_eq!(day("2023-02-28").plus_months(12), day("2024-02-28"));
    }

    #[test]
    fn weeks_are_counted_over_week_53() {
        assert_eq!(day("2026-12-28").iso_weeks_until(day("2027-01-25")), 4);
        assert_eq!(day("2024-01-04").iso_weeks_until(day("2024-01-30")), 4);
        assert_eq!(day("2024-01-01").iso_weeks_until(day("2024-02-09")), 5);
    }

    #[test]
    fn a_handover_on_one_day_leaves_no_gap_and_one_day_between_leaves_one() {
        let year = span("2024-01-01", "2025-01-01");
        let first = span("2023-07-01", "2024-07-01");
        assert_eq!(year.gaps(&[first, span("2024-07-01", "2025-07-01")]), []);
        assert_eq!(year.gaps(&[first, span("2024-07-02", "2025-07-01")]), [span("2024-07-01", "2024-07-02")]);
    }

    #[test]
    fn open_ends_cover_all_days_on_their_side() {
        let always = Span::default();
        let year = span("2024-01-01", "2025-01-01");
        assert_eq!(year.gaps(&[always]), []);
        assert_eq!(always.gaps(&[]), [always]);
        let since = Span { from: Some(day("2024-01-01")), until: None };
        assert_eq!(always.gaps(&[since]), [Span { from: None, until: Some(day("2024-01-01")) }]);
    }
}
