//! The terms of an office (mandatperioder): the order in which they come, and when each ends.

use super::{Group, Office, Period, PersonId, Ref};
use crate::answer::Answer;
use crate::calendar::{Day, Span};
use crate::codes::OfficeKind;

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

/// Is the last day of a row also the first of a later term: of the same office, or as chair of who was vice chair?
///
/// The later term has such a day.
pub(crate) fn handed_over<'a>(group: Ref<'a, Group>, row: Ref<'a, Office>) -> Answer {
    next_day_shared(group, row, |later| {
        later.office().is(|office| row.office().known() == Some(office)).or(|| becomes_chair(row, later))
    })
}

/// Is the last day of a row also the first of somebody else's in the same office?
pub(crate) fn handed_to_another<'a>(group: Ref<'a, Group>, row: Ref<'a, Office>) -> Answer {
    next_day_shared(group, row, |later| {
        later.office().is(|office| row.office().known() == Some(office)).and(|| same_person(row, later).not())
    })
}

/// Is a later term that of the chair whom the vice chair of the row became?
pub(crate) fn becomes_chair<'a>(row: Ref<'a, Office>, later: Ref<'a, Office>) -> Answer {
    let vice = row.office().is(|office| *office == OfficeKind::ViceChair);
    vice.and(|| later.office().is(|office| *office == OfficeKind::Chair)).and(|| same_person(row, later))
}

fn same_person<'a>(row: Ref<'a, Office>, later: Ref<'a, Office>) -> Answer {
    let holder = row.person().read();
    holder.map_or_else(Answer::Unknown, |holder| later.person().is(|person| person == holder))
}

/// Does a term of this kind begin on the last day of a row that began before?
fn next_day_shared<'a>(
    group: Ref<'a, Group>,
    row: Ref<'a, Office>,
    mut takes: impl FnMut(Ref<'a, Office>) -> Answer,
) -> Answer {
    let Some(day) = row.to().known().copied() else { return Answer::No };
    let longer = Answer::from(row.from().optional().map(|from| from.is_none_or(|from| *from < day)));
    longer.and(|| {
        group.offices().any(|later| {
            // Who stands in holds the office beside its holder.
            if later.path == row.path || !later.standing_in_for().is_absent() {
                return Answer::No;
            }
            let ended = later.to().known().is_some_and(|to| *to < day);
            let begins = match later.from().optional() {
                Err(_) if ended => Answer::No,
                from => Answer::from(from.map(|from| from == Some(&day))),
            };
            begins.and(|| takes(later))
        })
    })
}
