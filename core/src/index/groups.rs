//! Groups: which are judged, and when each lives.

use super::{Case, Context, case_of};
use crate::answer::{Answer, Lacks};
use crate::calendar::{Day, Span};
use crate::codes::GroupKind;
use crate::record::{Group, Id, Period, Record, Ref, Vacancy};
use crate::words::Param;

impl<'a> Context<'a> {
    /// The groups of one kind that the record is about.
    pub(crate) fn groups(&self, kind: GroupKind) -> impl Iterator<Item = Ref<'a, Group>> {
        self.judged_groups().filter(move |group| group.kind().known() == Some(&kind))
    }

    /// Every group that the record is about.
    pub(crate) fn judged_groups(&self) -> impl Iterator<Item = Ref<'a, Group>> {
        let record = self.record;
        let only = self.only;
        let judged = move |group: &Ref<'a, Group>| {
            only.is_none_or(|path| group.path == path) && is_about(record, *group)
        };
        record.groups().items().filter(judged)
    }

    /// The group with this id.
    pub(crate) fn group(&self, id: &str) -> Option<Ref<'a, Group>> {
        self.tables.groups.get(id).copied()
    }

    /// The group with this id, if it is one that the record is about and of this kind.
    pub(crate) fn judged_group(&self, id: &str, kind: GroupKind) -> Option<Ref<'a, Group>> {
        self.group(id).filter(|group| group.kind().known() == Some(&kind) && is_about(self.record, *group))
    }

    /// Is the group with this id of this kind?
    pub(crate) fn is_of_kind(&self, id: &str, kind: GroupKind) -> Answer {
        self.group(id).map_or(Answer::No, |group| group.kind().is(|known| *known == kind))
    }

    /// The vacancies of a group: those recorded, and the rows of members and offices that name nobody.
    pub(crate) fn vacancies(&self, group: Ref<'a, Group>) -> impl Iterator<Item = Ref<'a, Vacancy>> {
        let rows = self.tables.vacated.iter().filter(move |row| row.group == group.path);
        group.vacancies().items().chain(rows.map(|row| Ref { item: &row.vacancy, path: row.at }))
    }

    /// Is the record about the whole of SAMLA, and no extract?
    pub(crate) fn is_whole(&self) -> bool {
        self.record.about().is_absent()
    }

    /// What keeps an extract from saying which groups it is about; it is then about none, and nobody can tell.
    pub(crate) fn about_nobody(&self) -> Option<Lacks> {
        let about = self.record.about();
        let nobody = !about.is_absent() && about.items().next().is_none();
        nobody.then(|| about.unread().unwrap_or_else(|| Lacks::unreadable(about.path)))
    }

    /// Is the group with this id one that the record is about?
    pub(crate) fn is_judged(&self, id: &str) -> bool {
        self.group(id).is_some_and(|group| is_about(self.record, group))
    }

    /// Is the group there on `day`: begun, and neither at its end nor closed?
    pub(crate) fn lives_on(&self, group: Ref<'_, Group>, day: Day) -> Answer {
        let closed = group.closed_on().so_far(self.as_of);
        let open = || closed.optional().map(|closed| closed.is_none_or(|closed| day <= *closed)).into();
        group.runs_on(day).and(open)
    }

    /// The days of a group's life: to its last day, or to the day on which it was closed.
    pub(crate) fn life(&self, group: Ref<'_, Group>) -> Result<Span, Lacks> {
        let span = group.span()?;
        let closed = group.closed_on().so_far(self.as_of).optional()?.map(|day| day.plus_days(1));
        let until = span.until.into_iter().chain(closed).min();
        Ok(Span { from: span.from, until })
    }

    /// Had the group ended before `day`?
    pub(crate) fn had_ended(&self, group: Ref<'_, Group>, day: Day) -> Answer {
        let ends = [group.to(), group.closed_on().so_far(self.as_of)];
        Answer::any(ends.map(|end| end.optional().map(|end| end.is_some_and(|end| *end < day)).into()))
    }

    /// The groups of one kind as cases.
    pub(crate) fn group_cases(&self, kind: GroupKind) -> impl Iterator<Item = Case<'a, Ref<'a, Group>>> {
        self.groups(kind).map(case_of)
    }
}

/// A group as messages show it.
pub(crate) fn shown(group: Ref<'_, Group>) -> Param {
    Param::Id(group.id().known().map_or_else(String::new, Id::to_string))
}

/// A kind of group in the definite form, as sentences need it.
pub(crate) fn the(kind: GroupKind) -> Param {
    let (sv, en) = match kind {
        GroupKind::Nosam => ("NOSAM", "NOSAM"),
        GroupKind::CoordinationGroup => ("samordningsgruppen", "the coordination group"),
        GroupKind::PoliticalGroup => ("politiska samrådsgruppen", "the political group"),
        GroupKind::ThemeGroup => ("temagruppen", "the theme group"),
    };
    Param::Code { code: kind.code().into(), sv: sv.into(), en: en.into() }
}

pub(super) fn is_about(record: Ref<'_, Record>, group: Ref<'_, Group>) -> bool {
    let about = record.about();
    about.is_absent()
        || about.items().any(|id| Some(id.item.as_str()) == group.id().known().map(|id| id.as_str()))
}
