//! Reports: which were handed over, by whom and when.

use super::{Case, Context};
use crate::answer::Lacks;
use crate::calendar::Day;
use crate::record::{Group, GroupKind, Id, Ref, Report, ReportKind};
use crate::report::{Key, Subject};

/// A report that was handed over.
#[derive(Clone, Copy)]
pub(crate) struct Handed<'a> {
    pub(crate) report: Ref<'a, Report>,
    /// The group that reported.
    pub(crate) group: Ref<'a, Group>,
    pub(crate) on: Day,
}

impl<'a> Context<'a> {
    /// The reports of one kind that judged groups of `kinds` handed over in the judged days.
    pub(crate) fn reports(
        &self,
        kind: ReportKind,
        kinds: &[GroupKind],
    ) -> Vec<Case<'a, Result<Handed<'a>, Lacks>>> {
        let of_kind = self.record.reports().items().filter(|report| report.kind().known() == Some(&kind));
        of_kind
            .filter_map(|report| {
                let thing = self.handed(report, kinds).transpose()?;
                Some(Case { subject: report_subject(report), at: report.path, thing })
            })
            .collect()
    }

    fn handed(&self, report: Ref<'a, Report>, kinds: &[GroupKind]) -> Result<Option<Handed<'a>>, Lacks> {
        let id = report.from_group().read()?.as_str();
        let Some(group) = self.group(id).filter(|_| kinds.iter().any(|kind| self.judges(id, *kind))) else {
            return Ok(None);
        };
        let on = *report.on().read()?;
        let judged = on <= self.as_of && self.complete_from()?.is_none_or(|from| from <= on);
        Ok(judged.then_some(Handed { report, group, on }))
    }
}

/// What a report is called as a subject.
fn report_subject(report: Ref<'_, Report>) -> Subject<'_> {
    let subject = Subject::of("reports", report.id().known().map(Id::as_str));
    match report.on().known().filter(|_| subject.id.is_none()) {
        Some(day) => subject.with(Key::Day(*day)),
        None => subject,
    }
}
