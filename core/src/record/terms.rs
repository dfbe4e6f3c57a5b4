//! The terms of an office (mandatperioder): the order in which they come, and when each ends.

use super::{Office, Period, PersonId, Ref};
use crate::calendar::{Day, Span};

/// Rows of one office of one group as terms, in the order of their first days, each with the days that it covers.
///
/// A term without a last day ends on the day before the first later start, whoever takes over then. Of two that
/// start on one day neither ends the other; their holders' ids tell which stands first. A last day that cannot
/// be read leaves the end open, and a row whose first day cannot be read has no place.
pub(crate) fn terms<'a>(rows: impl Iterator<Item = Ref<'a, Office>>) -> Vec<(Ref<'a, Office>, Span)> {
    let placed = rows.filter(|row| row.from().optional().is_ok());
    let mut terms: Vec<_> = placed.map(|row| (row, row.possible())).collect();
    let holder = |row: &Ref<'a, Office>| row.person().known().map(PersonId::as_str);
    terms.sort_by_key(|(row, days)| (days.from, holder(row), days.until));
    let starts: Vec<Option<Day>> = terms.iter().map(|(_, days)| days.from).collect();
    for (row, days) in &mut terms {
        if row.to().is_absent() {
            let later = starts.partition_point(|start| *start <= days.from);
            days.until = starts.get(later).copied().flatten();
        }
    }
    terms
}
