//! For which times of a meeting a group was called.

use crate::answer::Lacks;
use crate::calendar::Time;
use crate::path::Path;
use crate::record::{Attendance, Group, Hours, Meeting, Moment, Ref};

/// From when to when a group was called, or what is missing to tell an end.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Called {
    pub(super) from: Result<Time, Lacks>,
    pub(super) to: Result<Time, Lacks>,
    /// Where its end stands.
    pub(super) end: Path,
}

impl Called {
    /// The whole meeting.
    pub(super) fn whole(meeting: Ref<'_, Meeting>) -> Self {
        let from = meeting.start().read().copied().and_then(|start| match start {
            Moment::Time(start) => Ok(start),
            Moment::Day(_) => Err(Lacks::absent(meeting.start().path)),
        });
        Self { from, to: meeting.end().read().copied(), end: meeting.end().path }
    }

    /// A group's own hours within the meeting; `None`: it was called to the whole of it.
    pub(super) fn own(meeting: Ref<'_, Meeting>, group: Ref<'_, Group>) -> Option<Self> {
        let whole = Self::whole(meeting);
        let rows = match of_group(meeting, group) {
            Ok(rows) if rows.is_empty() => return None,
            Ok(rows) => rows,
            Err(lacks) => return Some(Self { from: Err(lacks.clone()), to: Err(lacks), end: whole.end }),
        };
        let from = rows.iter().map(|row| row.from().optional()?.copied().map_or(whole.from.clone(), Ok));
        let from = outermost(from, &whole.from, Time::lt);
        let ends = rows.iter().map(|row| row.to().optional()?.copied().map_or(whole.to.clone(), Ok));
        let to = outermost(ends, &whole.to, Time::gt);
        if let (Ok(from), Ok(to)) = (&from, &to)
            && to <= from
        {
            // The hours lie outside the meeting: one of the two is wrong.
            let lacks = Lacks::unreadable(meeting.hours().path);
            return Some(Self { from: Err(lacks.clone()), to: Err(lacks), end: whole.end });
        }
        let last = |row: &&Ref<'_, Hours>| row.to().known().copied() == to.as_ref().ok().copied();
        let end = rows.iter().find(last).map_or(whole.end, |row| row.to().path);
        Some(Self { from, to, end })
    }

    /// Do the times of a row leave out a minute of them?
    pub(super) fn is_left(&self, row: Ref<'_, Attendance>) -> bool {
        row.leaves_out(self.from.clone().ok(), self.to.clone().ok())
    }

    /// Both ends.
    pub(super) fn ends(&self) -> Option<(Time, Time)> {
        Some((*self.from.as_ref().ok()?, *self.to.as_ref().ok()?))
    }
}

/// The rows that name a group, or no group.
fn of_group<'a>(meeting: Ref<'a, Meeting>, group: Ref<'_, Group>) -> Result<Vec<Ref<'a, Hours>>, Lacks> {
    let mut rows = Vec::new();
    for row in meeting.hours().all_or_none()? {
        let named = row.group().optional()?;
        if named.is_none_or(|named| group.id().known().is_some_and(|id| id.as_str() == named.as_str())) {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The outermost of several ends, but none beyond the meeting's own; one that cannot be told may be it.
fn outermost(
    ends: impl Iterator<Item = Result<Time, Lacks>>,
    limit: &Result<Time, Lacks>,
    lies_beyond: fn(&Time, &Time) -> bool,
) -> Result<Time, Lacks> {
    let (mut best, mut lacks): (Option<Time>, Option<Lacks>) = (None, None);
    for end in ends {
        match end {
            Ok(end) => best = Some(best.filter(|best| !lies_beyond(&end, best)).unwrap_or(end)),
            Err(more) => lacks = Some(lacks.unwrap_or_default().and(more)),
        }
    }
    match (best, limit, lacks) {
        (Some(best), Ok(limit), _) if !lies_beyond(limit, &best) => Ok(*limit),
        (Some(best), _, None) => Ok(best),
        (_, _, lacks) => Err(lacks.unwrap_or_default()),
    }
}
