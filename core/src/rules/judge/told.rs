//! What more a rule says of a finding that it has just told.

use super::{Days, Part, Pending, Takes};
use crate::calendar::Day;
use crate::index::UnknownNames;
use crate::path::{Path, Related};
use crate::report::Absence;

/// A finding just told, to which more can be said.
pub(crate) struct Told<'v> {
    pub(super) pending: Option<&'v mut Pending>,
}

impl Told<'_> {
    /// The finding depends on this reading.
    pub(crate) fn reading(mut self, id: &'static str) -> Self {
        if let Some(Pending { finding, .. }) = &mut self.pending {
            finding.reading = Some(id);
        }
        self
    }

    /// It has these key days of its own.
    pub(crate) fn falls_on(mut self, days: impl IntoIterator<Item = Day>) -> Self {
        if let Some(Pending { takes, .. }) = &mut self.pending {
            *takes = Takes::These(days.into_iter().collect());
        }
        self
    }

    /// It is of the day judged from.
    pub(crate) fn of_now(mut self) -> Self {
        if let Some(Pending { takes, .. }) = &mut self.pending {
            *takes = Takes::These(Days { as_of: true, fixed: Vec::new() });
        }
        self
    }

    /// It tells these parts of what lasts: those that waivers cover, or those that are left.
    pub(crate) fn lasts(mut self, parts: &[Part]) -> Self {
        if let Some(Pending { takes, .. }) = &mut self.pending {
            *takes = Takes::Parts(parts.to_vec());
        }
        self
    }

    /// It is one by absence: what was due by the end of `last` is not on record.
    pub(crate) fn missed_by(mut self, last: Day) -> Self {
        if let Some(Pending { finding, .. }) = &mut self.pending {
            finding.absence = Some(Absence::Due(last));
        }
        self
    }

    /// It is one by absence: nobody, or nothing, is there, from this day on where that is known.
    pub(crate) fn absent_since(mut self, first: Option<Day>) -> Self {
        if let Some(Pending { finding, .. }) = &mut self.pending {
            finding.absence = Some(Absence::Since(first));
        }
        self
    }

    /// The finding may rest on these names, which are those of nothing.
    pub(crate) fn unknown_names(self, UnknownNames { names, listing }: UnknownNames) -> Self {
        names.into_iter().fold(self, |told, name| told.related(name, listing.role()))
    }

    /// The finding rests on another place, too.
    pub(crate) fn related(mut self, at: Path, role: &'static str) -> Self {
        if let Some(Pending { finding, .. }) = &mut self.pending {
            finding.related.push(Related { at: at.into(), role });
        }
        self
    }
}
