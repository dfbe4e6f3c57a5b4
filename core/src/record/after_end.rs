//! What a group is said to have done after its end.

use std::collections::HashMap;

use super::{Doubt, Group, GroupId, GroupReport, List, Record, Ref, View};
use crate::calendar::Day;
use crate::codes::{GroupKind, MeetingStatus};
use crate::path::Path;

/// A meeting, decision, report, revision or adoption of a group that had ended by then.
pub(super) fn after_their_end(record: Ref<'_, Record>, as_of: Day, tell: &mut dyn FnMut(Path, Doubt)) {
    let groups = record.groups().items();
    let ends = groups.filter_map(|group| Some((group.id().known()?.as_str(), last_day(group, as_of)?)));
    let mut ends = Ends { last: ends.collect(), as_of, tell };
    if ends.last.is_empty() {
        return;
    }
    let mut held = HashMap::new();
    for meeting in record.meetings().items() {
        let day = meeting.start().known().map(|start| start.day());
        if let Some(id) = meeting.id().known() {
            held.insert(id.as_str(), day);
        }
        if meeting.status().known() != Some(&MeetingStatus::Cancelled) {
            ends.look(ids(meeting.groups()), day, meeting.start().path);
        }
    }
    for decision in record.matters().items().filter_map(|matter| matter.decision().get().ok()) {
        let meeting = decision.meeting().known().and_then(|id| held.get(id.as_str()).copied().flatten());
        let (day, at) = match decision.on().known() {
            Some(day) => (Some(*day), decision.on().path),
            None => (meeting, decision.meeting().path),
        };
        ends.look(ids(decision.groups()), day, at);
    }
    for report in record.reports().items() {
        let senders = report.from_group().known().map(GroupId::as_str).into_iter();
        let senders: Vec<_> = senders.chain(ids(report.from_groups())).collect();
        ends.look_since(&senders, report.on().known().copied(), begins(report), report.on().path);
    }
    for plan in record.plans().items() {
        for adoption in plan.adoptions().items() {
            let group = adoption.group().known().map(GroupId::as_str);
            ends.look(group.into_iter().collect(), adoption.on().known().copied(), adoption.on().path);
        }
        for revision in plan.revisions().items() {
            ends.look(ids(revision.decided_by()), revision.on().known().copied(), revision.on().path);
        }
    }
    for plan in record.activity_plans().items() {
        ends.look(ids(plan.owners()), plan.adopted_on().known().copied(), plan.adopted_on().path);
    }
}

/// The last days of groups by their ids.
struct Ends<'a, 't> {
    last: HashMap<&'a str, Day>,
    as_of: Day,
    tell: &'t mut dyn FnMut(Path, Doubt),
}

impl Ends<'_, '_> {
    /// Tells what these groups did on a day that has come.
    fn look(&mut self, groups: Vec<&str>, day: Option<Day>, at: Path) {
        self.look_since(&groups, day, day, at);
    }

    /// The same of what is about the days from `since` on.
    fn look_since(&mut self, groups: &[&str], day: Option<Day>, since: Option<Day>, at: Path) {
        let (Some(day), Some(since)) = (day.filter(|day| *day <= self.as_of), since) else { return };
        for group in groups {
            if let Some(last) = self.last.get(group).copied().filter(|last| *last < since) {
                (self.tell)(at, Doubt::AfterItsEnd { group: (*group).to_owned(), last, day });
            }
        }
    }
}

/// The last day of a group that has one, as far as can be read.
///
/// P-KOM-4 asks a theme group after its last day whether it was closed, and tells the time until then.
fn last_day(group: Ref<'_, Group>, as_of: Day) -> Option<Day> {
    let closed = group.closed_on().so_far(as_of).known().copied();
    match group.kind().known()? {
        GroupKind::ThemeGroup => closed,
        _ => group.to().known().copied().into_iter().chain(closed).min(),
    }
}

/// The first of the days that a report is about: those of its period, or its own.
fn begins(report: Ref<'_, GroupReport>) -> Option<Day> {
    if report.period().is_absent() {
        return report.on().known().copied();
    }
    report.period().get().ok()?.from().known().copied()
}

fn ids<'a>(groups: View<'a, List<GroupId>>) -> Vec<&'a str> {
    groups.items().map(|id| id.item.as_str()).collect()
}
