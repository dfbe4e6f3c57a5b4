//! The overview (överblick): seats with the periods in which they are filled or empty, chairs with their
//! sides, meetings with the recesses between them. Every picture is drawn from it.
//!
//! It judges nothing itself: a rule on a seat is asked day by day, wherever something changes, and says
//! whether the seat is filled and who sits in it.
//!
//! ```
//! use samla::overview::State;
//! use samla::{Charter, Record, example, overview};
//!
//! let record = Record::read(samla::json::example("good")?.as_bytes())?;
//! let overview = overview(&record, &Charter::samla_2023(), example::as_of());
//! let nosam = overview.groups.iter().find(|group| group.group == "nosam-alingsas").expect("the group");
//! assert!(nosam.seats.iter().all(|seat| seat.periods.last().expect("a period").state == State::Filled));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod meetings;
mod offices;
mod seats;

use serde::Serialize;

use crate::calendar::Day;
use crate::charter::{Between, Charter};
use crate::codes::GroupKind;
use crate::index::Context;
pub use crate::index::Side;
use crate::lang::Both;
use crate::path::Pointer;
use crate::record::{Group, Id, Period as _, Record, Ref};
use crate::report::Options;
use crate::settled::Settled;
pub use meetings::{GapOverview, MeetingOverview};
pub use offices::{BreakKind, BreakOverview, TermOverview};
pub use seats::{SeatOverview, SeatPeriod, State, Whose};

/// Who sat where, who chaired and when they met, up to one day. Every period has both its days included.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Overview {
    /// The first day drawn of any group; `None` when there is no group to draw.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// The day that it is seen from, and the last one drawn.
    pub as_of: Day,
    /// The charter.
    pub charter: String,
    /// Holidays that the meeting cadence does not count.
    pub recesses: Vec<RecessOverview>,
    /// The judged groups, in the order of the record.
    pub groups: Vec<GroupOverview>,
}

/// A recess (uppehåll) whose days can be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecessOverview {
    /// First day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where it stands.
    pub at: Pointer,
}

/// One group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupOverview {
    /// Its id.
    pub group: String,
    /// What kind of group it is.
    pub kind: GroupKind,
    /// What it is called: its own name, or one made of its kind.
    pub name: Both<String>,
    /// Where it stands.
    pub at: Pointer,
    /// The first day drawn: the later of its own first day and the day from which the record knows of it.
    pub from: Day,
    /// The last day drawn: its own, or the as-of day.
    pub to: Day,
    /// Its seats by the charter, in the order of the rules.
    pub seats: Vec<SeatOverview>,
    /// The terms of its chairs and vice chairs that have begun, in order.
    pub offices: Vec<TermOverview>,
    /// Where the line of chairs and vice chairs of a NOSAM is broken.
    pub breaks: Vec<BreakOverview>,
    /// Its meetings in the order of their days, those without a day first.
    pub meetings: Vec<MeetingOverview>,
    /// Days without an ordinary meeting, longer than the cadence of NOSAM allows.
    pub gaps: Vec<GapOverview>,
    /// The weeks from one ordinary meeting of a NOSAM to the next, both ends right.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<Between>,
    /// What cannot be placed in time: terms of office that cannot be read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<Pointer>,
}

/// Draws up who sat where, who chaired and when they met, up to `as_of`.
///
/// A pure function: the same record, charter and day give the same overview.
#[must_use]
pub fn overview(record: &Record, charter: &Charter, as_of: Day) -> Overview {
    Settled::of(record, charter).overview(as_of)
}

impl Settled<'_> {
    /// Draws up who sat where, who chaired and when they met, up to `as_of`.
    #[must_use]
    pub fn overview(&self, as_of: Day) -> Overview {
        let cx = self.context(as_of, Options::default());
        let groups: Vec<GroupOverview> =
            cx.judged_groups().filter_map(|group| of_group(&cx, group)).collect();
        let recesses = cx.record.recesses().items().filter_map(|recess| {
            let span = recess.span().ok()?;
            let reason = recess.reason().known().cloned();
            Some(RecessOverview { from: span.from, to: span.to(), reason, at: recess.path.into() })
        });
        Overview {
            from: groups.iter().map(|group| group.from).min(),
            as_of,
            charter: self.charter().id.clone(),
            recesses: recesses.collect(),
            groups,
        }
    }
}

/// One group; none when its kind cannot be read, or it begins after the as-of day.
fn of_group<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Option<GroupOverview> {
    let kind = *group.kind().known()?;
    let (from, until) = drawn(cx, group)?;
    let (offices, lacks) = offices::terms(cx, group);
    let nosam = kind == GroupKind::Nosam;
    Some(GroupOverview {
        group: id_of(group),
        kind,
        name: name(cx, group),
        at: group.path.into(),
        from,
        to: until.plus_days(-1),
        seats: seats::of(cx, group, kind, from, until),
        offices,
        breaks: if nosam { offices::breaks(cx, group) } else { Vec::new() },
        meetings: meetings::of(cx, group),
        gaps: if nosam { meetings::gaps(cx, group) } else { Vec::new() },
        weeks: nosam.then_some(cx.charter.meetings.weeks),
        lacks,
    })
}

fn id_of(group: Ref<'_, Group>) -> String {
    group.id().known().map_or_else(String::new, Id::to_string)
}

/// What a group is called.
fn name(cx: &Context<'_>, group: Ref<'_, Group>) -> Both<String> {
    if let Some(name) = group.name().known() {
        return Both { sv: name.clone(), en: name.clone() };
    }
    match (group.kind().known(), group.municipality().known()) {
        (Some(GroupKind::Nosam), Some(code)) => {
            let name = format!("NOSAM {}", cx.charter.municipality(code));
            Both { sv: name.clone(), en: name }
        }
        (Some(kind), _) => Both::each(|lang| format!("{} `{}`", kind.label(lang), id_of(group))),
        (None, _) => Both { sv: id_of(group), en: id_of(group) },
    }
}

/// The first day drawn of a group, and the first one after.
///
/// It begins with the group, but not before the record knows of it: what nobody said about earlier days
/// means nothing.
fn drawn<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Option<(Day, Day)> {
    let after = cx.as_of.plus_days(1);
    let end = cx.life(group).ok().and_then(|life| life.until).map_or(after, |end| end.min(after));
    let complete_from = cx.complete_from().ok().flatten();
    let known = complete_from.or_else(|| first_entry(cx, group)).map(|day| cx.in_plan(day));
    let own = group.from().known().copied();
    let from = match (own, known) {
        (Some(own), Some(known)) if own <= cx.as_of => own.max(known),
        (own, known) => own.or(known).unwrap_or(cx.as_of),
    };
    // A record that knows of the group only from some later day on still shows that day.
    let from = if own.is_none_or(|own| own <= cx.as_of) { from.min(cx.as_of) } else { from };
    (from < end).then_some((from, end))
}

/// The first day that the record says anything about the group.
fn first_entry<'a>(cx: &Context<'a>, group: Ref<'a, Group>) -> Option<Day> {
    let members = group.members().items().filter_map(|it| it.from().known().copied());
    let offices = group.offices().items().filter_map(|it| it.from().known().copied());
    let vacancies = cx.vacancies(group).filter_map(|it| it.from().known().copied());
    let meetings = cx.meetings_of(group).iter().filter_map(|it| cx.day_of(*it).ok());
    members.chain(offices).chain(vacancies).chain(meetings).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    pub(super) fn drawn(record: &str) -> Overview {
        let record = Record::read(record.as_bytes()).expect("a record");
        overview(&record, &Charter::samla_2023(), day("2024-12-31"))
    }

    #[test]
    fn a_group_is_drawn_from_its_start_but_not_before_the_record_knows_of_it() {
        let from = |complete_from: &str, group: &str| {
            let record = format!(
                r#"{{{complete_from} "groups": [{{"id": "a", "kind": "nosam" {group},
                    "members": [{{"person": "kim", "from": "2024-02-01"}}]}}]}}"#
            );
            drawn(&record).groups.first().map(|group| (group.from.to_string(), group.to.to_string()))
        };
        let drawn = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        let complete = r#""complete_from": "2024-01-15","#;
        assert_eq!(from("", ""), drawn("2024-02-01", "2024-12-31"));
        assert_eq!(from("", r#", "from": "2017-09-01""#), drawn("2024-02-01", "2024-12-31"));
        assert_eq!(from(complete, r#", "from": "2017-09-01""#), drawn("2024-01-15", "2024-12-31"));
        assert_eq!(from(complete, r#", "from": "2024-03-01""#), drawn("2024-03-01", "2024-12-31"));
        assert_eq!(from("", r#", "to": "2024-06-30""#), drawn("2024-02-01", "2024-06-30"));
        assert_eq!(from("", r#", "closed_on": "2024-05-31""#), drawn("2024-02-01", "2024-05-31"));
        assert_eq!(from("", r#", "from": "2025-01-01""#), None, "it begins after the as-of day");
    }
}
