//! Decided deviations.

use super::Context;
use crate::answer::Lacks;
use crate::calendar::{Day, Span};
use crate::path::Path;
use crate::record::{Period, Ref, Waiver};

/// A decided deviation, and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Waived<'a> {
    pub(crate) rule: &'a str,
    /// The subject that it covers, or what the names of several begin with; `None`: every one.
    pub(crate) subject: Option<&'a str>,
    /// The days that it covers; where one of its days cannot be read, those that it may cover.
    pub(crate) days: Span,
    /// The day of it that cannot be read.
    pub(crate) unread: Option<Lacks>,
    pub(crate) at: Path,
    /// The places of its last day and of what it names.
    pub(crate) to: Path,
    pub(crate) subject_at: Path,
}

impl Waived<'_> {
    /// Is it about this subject?
    pub(crate) fn is_about(&self, subject: &str) -> bool {
        self.subject.is_none_or(|named| {
            subject.strip_prefix(named).is_some_and(|rest| rest.is_empty() || rest.starts_with('#'))
        })
    }

    /// Does it certainly cover this day?
    pub(crate) fn covers(&self, day: Day) -> bool {
        self.unread.is_none() && self.days.contains(day)
    }

    /// May it cover this day, for want of a day of its own?
    pub(crate) fn may_cover(&self, day: Day) -> bool {
        self.unread.is_some() && self.days.contains(day)
    }
}

impl<'a> Context<'a> {
    /// The deviations that were decided on the as-of day or before, or may have been; one of which anything but a
    /// day cannot be read covers nothing.
    pub(crate) fn waivers(&self) -> Vec<Waived<'a>> {
        let decided = |waiver: Ref<'a, Waiver>| {
            let rule = waiver.rule().known()?;
            let subject = waiver.subject().optional().ok()?.map(String::as_str);
            waiver.reason().known()?;
            waiver.decided_by().all().ok().filter(|groups| !groups.is_empty())?;
            let on = waiver.on();
            if on.known().is_some_and(|on| *on > self.as_of) {
                return None;
            }
            let undecided = on.known().is_none().then(|| Lacks::unreadable(on.path));
            let unread = undecided.into_iter().chain(waiver.span().err()).reduce(Lacks::and);
            let (days, to, subject_at) = (waiver.possible(), waiver.to().path, waiver.subject().path);
            Some(Waived { rule, subject, days, unread, at: waiver.path, to, subject_at })
        };
        self.record.waivers().items().filter_map(decided).collect()
    }
}
