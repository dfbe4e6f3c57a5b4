//! Reports: which were handed over, by whom and when.

use super::{Case, Context};
use crate::answer::{Answer, Lacks};
use crate::calendar::Day;
use crate::codes::{GroupKind, ReportKind};
use crate::record::{GroupReport, Id, Ref};
use crate::report::{Key, Subject};

/// A report that was handed over.
#[derive(Clone, Copy)]
pub(crate) struct Handed<'a> {
    pub(crate) report: Ref<'a, GroupReport>,
    pub(crate) on: Day,
}

impl<'a> Context<'a> {
    /// The reports of one kind that judged groups handed over in the judged days; `is_from` asks by whom.
    ///
    /// In an extract, a report that nobody knows whose it is is not judged.
    pub(crate) fn reports(
        &self,
        kind: ReportKind,
        is_from: impl Fn(Ref<'a, GroupReport>) -> Answer,
    ) -> Vec<Case<'a, Result<Handed<'a>, Lacks>>> {
        let everything = self.is_whole();
        let judged = self.record.reports().items().filter(|report| {
            everything || report.from_group().known().is_some_and(|id| self.is_judged(id.as_str()))
        });
        judged
            .filter_map(|report| {
                let handed = report
                    .kind()
                    .is(|known| *known == kind)
                    .and(|| self.judges_day(report.on().read().copied()))
                    .and(|| is_from(report));
                let thing = match handed {
                    Answer::No => return None,
                    Answer::Yes => report.on().read().map(|on| Handed { report, on: *on }),
                    Answer::Unknown(lacks) => Err(lacks),
                };
                Some(Case { subject: report_subject(report), at: report.path, thing })
            })
            .collect()
    }

    /// Did a NOSAM make the report?
    pub(crate) fn is_from_nosam(&self, report: Ref<'a, GroupReport>) -> Answer {
        let group = report.from_group().read();
        group.map_or_else(Answer::Unknown, |id| self.is_of_kind(id.as_str(), GroupKind::Nosam))
    }
}

/// What a report is called as a subject.
fn report_subject(report: Ref<'_, GroupReport>) -> Subject<&str> {
    let subject = Subject::of("reports", report.id().known().map(Id::as_str));
    match report.on().known().filter(|_| subject.id.is_none()) {
        Some(day) => subject.with(Key::Day(*day)),
        None => subject,
    }
}
