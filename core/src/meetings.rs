//! When a NOSAM should meet next (N-MOT-2), recesses considered.
//!
//! ```
//! use samla::{Charter, Day, Record, meetings};
//!
//! let day = |text| Day::parse(text).expect("a day");
//! let record = Record::read(
//!     br#"{"groups": [{"id": "nosam-a", "kind": "nosam"}],
//!          "meetings": [{"id": "m1", "groups": ["nosam-a"], "start": "2024-03-05"}]}"#,
//! )?;
//! let next = meetings::next(&record, &Charter::samla_2023(), "nosam-a", day("2024-03-20"))?;
//! assert_eq!(next.weeks(), [(2024, 14), (2024, 15)]);
//! assert_eq!((next.earliest(), next.latest()), (Some(day("2024-04-01")), Some(day("2024-04-14"))));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::answer::{Lacks, Unclear};
use crate::calendar::{Day, Span};
use crate::chair::no_group;
use crate::charter::Charter;
use crate::codes::GroupKind;
use crate::index::Context;
use crate::lang::Lang;
use crate::record::Record;
use crate::report::Options;
use crate::rules::cadence::{self, Start};
use crate::settled::{Handed, Settled};

/// The days on which the next meeting is right.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NextMeeting {
    /// The meeting before, or the first judged day where none is known.
    pub after: Day,
    /// The days, in order, without those of recesses.
    ///
    /// They may have passed: then the meeting is overdue.
    pub days: Vec<Span>,
}

impl NextMeeting {
    /// The first of the days.
    #[must_use]
    pub fn earliest(&self) -> Option<Day> {
        self.days.first()?.from
    }

    /// The last of the days.
    #[must_use]
    pub fn latest(&self) -> Option<Day> {
        self.days.last()?.to()
    }

    /// The ISO weeks in which the days lie, as (year, week), in order.
    #[must_use]
    pub fn weeks(&self) -> Vec<(i32, u32)> {
        let mut weeks = Vec::new();
        for span in &self.days {
            let (Some(mut day), Some(until)) = (span.from, span.until) else { continue };
            while day < until {
                weeks.push(day.iso_week());
                let next = day.monday().plus_days(7);
                // The calendar ends somewhere.
                day = if day < next { next } else { until };
            }
        }
        weeks.dedup();
        weeks
    }
}

/// Why it cannot be said when to meet next.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.says(Lang::En))]
#[non_exhaustive]
pub enum NoNextMeeting {
    /// No NOSAM of this record has this id.
    NoGroup,
    /// The record does not say enough: no meeting, or one that may or may not count.
    Unclear(Unclear),
}

impl NoNextMeeting {
    /// The sentence.
    #[must_use]
    pub fn says(&self, lang: Lang) -> String {
        match self {
            Self::NoGroup => no_group(lang).into(),
            Self::Unclear(unclear) => unclear.says(lang),
        }
    }
}

impl<T: Into<Unclear>> From<T> for NoNextMeeting {
    fn from(unclear: T) -> Self {
        Self::Unclear(unclear.into())
    }
}

/// When the NOSAM `group` should meet after its last meeting that the cadence counts, seen from `as_of`.
///
/// The charter's distance is counted in ISO weeks or in days (A-29). A recess takes its own weeks, or days, out of
/// the longest distance and nothing out of the shortest.
///
/// # Errors
/// [`NoNextMeeting`] when there is no such NOSAM, no meeting to count from, or a meeting or a recess that cannot be
/// read and could change the answer.
pub fn next(
    record: &Record,
    charter: &Charter,
    group: &str,
    as_of: Day,
) -> Result<NextMeeting, NoNextMeeting> {
    Settled::of(record, charter).next_meeting(group, as_of)
}

/// When a NOSAM should meet after a meeting on `last`: for a calendar of meetings that are not held yet.
///
/// Of the record only its recesses count.
///
/// # Errors
/// [`Unclear`] when a recess cannot be read.
pub fn after(record: &Record, charter: &Charter, last: Day) -> Result<NextMeeting, Unclear> {
    let recesses = Record { recesses: record.recesses.clone(), ..Record::default() };
    let settled = Handed::from(recesses).settle(charter);
    Ok(after_meeting(&settled.context(last, Options::default()), Start { day: last, met: true })?)
}

impl Settled<'_> {
    /// When the NOSAM `group` should meet next, as [`next`] says it.
    ///
    /// # Errors
    /// As [`next`].
    pub fn next_meeting(&self, group: &str, as_of: Day) -> Result<NextMeeting, NoNextMeeting> {
        let cx = self.context(as_of, Options::default());
        let nosam = cx.judged_group(group, GroupKind::Nosam).ok_or(NoNextMeeting::NoGroup)?;
        let last = cadence::last_meeting(&cx, nosam)?;
        Ok(after_meeting(&cx, last)?)
    }
}

fn after_meeting(cx: &Context<'_>, last: Start) -> Result<NextMeeting, Lacks> {
    let days = cadence::right_days(cx, last)?;
    Ok(NextMeeting { after: last.day, days: cadence::outside_recesses(cx, days) })
}
