//! Reports: which were handed over, by whom and when, and of which years they are.

use super::{Case, Context};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::codes::{GroupKind, ReportKind};
use crate::record::{Group, GroupId, GroupReport, Id, Ref};
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
        let judged =
            self.record.reports().items().filter(|report| {
                everything || senders(*report).any(|group| self.is_judged(group.item.as_str()))
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

    /// Did a NOSAM make the report, alone or with others?
    pub(crate) fn is_from_nosam(&self, report: Ref<'a, GroupReport>) -> Answer {
        from_any(report, |group| self.is_of_kind(group.item.as_str(), GroupKind::Nosam))
    }

    /// Is it a report of this kind that the group has handed over, alone or with others?
    pub(crate) fn is_report_of(
        &self,
        report: Ref<'a, GroupReport>,
        group: Ref<'a, Group>,
        kind: ReportKind,
    ) -> Answer {
        report
            .kind()
            .is(|known| *known == kind)
            .and(|| report.on().is(|on| *on <= self.as_of))
            .and(|| is_from(report, group))
    }
}

/// The groups that are known to have made the report.
pub(crate) fn senders<'a>(report: Ref<'a, GroupReport>) -> impl Iterator<Item = Ref<'a, GroupId>> {
    report.from_group().get().ok().into_iter().chain(report.from_groups().items())
}

/// What keeps further groups that made the report from being told: there is at least one.
pub(crate) fn unread_senders(report: Ref<'_, GroupReport>) -> Option<Lacks> {
    let (one, several) = (report.from_group(), report.from_groups());
    let hidden = one.optional().err().into_iter().chain(several.unread().filter(|_| !several.is_absent()));
    let nobody = one.is_absent() && several.items().next().is_none();
    hidden.reduce(Lacks::and).or_else(|| nobody.then(|| Lacks::absent(one.path)))
}

/// Does `question` hold of a group that made the report?
fn from_any<'a>(report: Ref<'a, GroupReport>, question: impl FnMut(Ref<'a, GroupId>) -> Answer) -> Answer {
    Answer::any(senders(report).map(question).chain(unread_senders(report).map(Answer::Unknown)))
}

/// Did the group make the report, alone or with others?
fn is_from<'a>(report: Ref<'a, GroupReport>, group: Ref<'a, Group>) -> Answer {
    let id = group.id().known().map(Id::as_str);
    from_any(report, |sender| (Some(sender.item.as_str()) == id).into())
}

/// A report is of every calendar year of which it tells of so many days.
const DAYS_OF_A_YEAR: i64 = 180;

/// The calendar years that a report is of, the first of them first.
///
/// Of its period the days up to the one on which it was handed over count; without a period it is of the year
/// of its day.
pub(crate) fn years_of(report: Ref<'_, GroupReport>) -> Result<Vec<i32>, Lacks> {
    let on = *report.on().read()?;
    let period = report.period();
    let Some(dates) = period.optional()?.map(|item| Ref { item, path: period.path }) else {
        return Ok(vec![on.year()]);
    };
    let to = dates.to().optional()?.copied().unwrap_or(on);
    let from = dates.from().optional()?.copied().or_else(|| Day::new(to.year(), 1, 1)).unwrap_or(to);
    let told = Span::inclusive(Some(from), Some(to.min(on)));
    let counted = (from.year()..=to.min(on).year()).filter_map(|year| {
        let days = Span { from: Day::new(year, 1, 1), until: Day::new(year + 1, 1, 1) };
        Some((year, told.overlap(days)?.days()?))
    });
    let counted: Vec<(i32, i64)> = counted.collect();
    let most = counted.iter().map(|(_, days)| *days).max().unwrap_or_default();
    let least = most.min(DAYS_OF_A_YEAR);
    let mut years = counted.into_iter().filter(|(_, days)| *days >= least).map(|(year, _)| year);
    Ok(match most {
        0 => vec![on.year()],
        DAYS_OF_A_YEAR.. => years.collect(),
        _ => years.next().into_iter().collect(),
    })
}

/// What a report is called as a subject.
fn report_subject(report: Ref<'_, GroupReport>) -> Subject<&str> {
    let subject = Subject::of("reports", report.id().known().map(Id::as_str));
    match report.on().known().filter(|_| subject.id.is_none()) {
        Some(day) => subject.with(Key::Day(*day)),
        None => subject,
    }
}
